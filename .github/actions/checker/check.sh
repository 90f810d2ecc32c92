#!/usr/bin/env bash
# Check, annotate, and end with the status of the check: 0 clean, 1 findings, 2 not done.
# All inputs come as environment variables; none is ever part of a command line to be parsed.
set -euo pipefail

checker="${RUNNER_TEMP:?}/checker/bin/check"
[ -x "$checker" ] || checker="${RUNNER_TEMP}/checker/Scripts/check.exe"

args=(--format "${CHECKER_FORMATS:-github}" --output "${CHECKER_OUTPUT:-reports}")
[ -z "${CHECKER_BASE:-}" ] || args+=(--diff "$CHECKER_BASE")
[ -z "${CHECKER_FAIL_ON:-}" ] || args+=(--fail-on "$CHECKER_FAIL_ON")

paths=()
while IFS= read -r path; do
    [ -z "$path" ] || paths+=("$path")
done <<< "${CHECKER_PATHS:-.}"

status=0
"$checker" run "${args[@]}" -- "${paths[@]}" || status=$?
[ -z "${GITHUB_OUTPUT:-}" ] || printf 'status=%s\n' "$status" >> "$GITHUB_OUTPUT"
exit "$status"
