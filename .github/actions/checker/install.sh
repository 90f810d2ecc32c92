#!/usr/bin/env bash
# Install the checker into an environment of its own: the version asked for, or this very commit.
set -euo pipefail

home="${RUNNER_TEMP:?}/checker"
"${CHECKER_PYTHON:-python3}" -m venv "$home"
python="$home/bin/python"
[ -x "$python" ] || python="$home/Scripts/python.exe"

if [ -n "${CHECKER_VERSION:-}" ]; then
    what="cross-source-checker==$CHECKER_VERSION"
else
    what="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
fi
"$python" -m pip install --quiet --disable-pip-version-check "$what"
