"""SARIF 2.1.0, in the subset that GitHub code scanning reads.

GitHub shows only the first location of a result and links the others from the
message, so the other sides of a finding are ``relatedLocations`` and the message
names each as ``[B](2)``.

Floor 4 (report).
Sources: OASIS SARIF 2.1.0; GitHub docs, "SARIF support for code scanning" (required
fields, 5 000 results shown of 25 000 accepted).
"""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Level, Report, Side, Source
from checker.report.contract import dump
from checker.report.linehash import line_hashes
from checker.report.locate import region, uri, utf16
from checker.report.options import Options
from checker.report.safe import one_line
from checker.report.view import View

MAX_RESULTS = 5000
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, options: Options) -> str:
    """Return the report as a SARIF log."""
    view = View(report)
    shown = view.shown(options.show)
    kept = shown[:MAX_RESULTS]
    rules = _rules(kept or shown, view)
    index = {rule["id"]: i for i, rule in enumerate(rules)}
    hashes: dict[str, tuple[str, ...]] = {}
    notes = [
        {
            "level": "warning",
            "message": {"text": one_line(f"{i.state.value}: {i.path}: {i.reason} {i.help}")},
        }
        for i in view.unread
    ]
    if len(shown) > len(kept):
        more = f"{view.count(len(shown) - len(kept))} {view.word('more-in-report')}"
        notes.append({"level": "warning", "message": {"text": more}})
    run = {
        "tool": {
            "driver": {
                "name": "checker",
                "semanticVersion": str(report.run.get("version", "0")),
                "rules": rules,
            }
        },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "root of the repository"}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [_result(f, index[f.rule], view, options, hashes) for f in kept],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(findings: tuple[Finding, ...], view: View) -> list[dict[str, Any]]:
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.rule, finding)
    return [
        {
            "id": rule,
            "name": finding.name,
            "shortDescription": {"text": f"{rule}: {finding.name.replace('-', ' ')}"},
            "fullDescription": {
                "text": f"{view.word('type')}: {view.word(finding.type)}. "
                f"{view.word('verdict-note')}"
            },
            "help": {
                "text": f"check explain {rule}\n\n{one_line(finding.limits.get(view.lang))}".strip()
            },
            "defaultConfiguration": {"level": _LEVELS[finding.level]},
            "properties": {"tags": [finding.type, finding.scope]},
        }
        for rule, finding in sorted(first.items())
    ]


def _result(
    finding: Finding,
    rule_index: int,
    view: View,
    options: Options,
    hashes: dict[str, tuple[str, ...]],
) -> dict[str, Any]:
    primary = finding.sides[0]
    source = view.source_by_id.get(primary.source)
    if source is not None and source.id not in hashes:
        hashes[source.id] = line_hashes(source.text)
    line = region(source, primary, utf16).line
    lines = hashes.get(primary.source, ())
    prints = {"checkerFinding/v1": finding.fingerprint}
    if line <= len(lines):
        prints["primaryLocationLineHash"] = lines[line - 1]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.level],
        "message": {"text": _message(finding, view)},
        "locations": [_location(primary, source, options)],
        "partialFingerprints": prints,
        "properties": {
            "type": finding.type,
            "scope": finding.scope,
            "reckoning": [one_line(step.get(view.lang)) for step in finding.reckoning],
        },
    }
    related = [
        {
            "id": i,
            **_location(side, view.source_by_id.get(side.source), options),
            "message": {"text": _side(side, view)},
        }
        for i, side in enumerate(finding.sides[1:], 1)
    ]
    if related:
        result["relatedLocations"] = related
    if finding.status == "accepted":
        result["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": one_line(finding.because) or "accepted",
            }
        ]
    return result


def _message(finding: Finding, view: View) -> str:
    """Return headline, sides, question; only our own brackets are links."""
    parts = [_literal(finding.message.get(view.lang)), _literal(_side(finding.sides[0], view))]
    for i, side in enumerate(finding.sides[1:], 1):
        parts.append(f"[{view.badge.get(side.source, '?')}]({i}): {_literal(_side(side, view))}")
    parts += [_literal(step.get(view.lang)) for step in finding.reckoning]
    parts.append(f"{view.word('remedy')}: {_literal(view.question(finding))}")
    return "\n".join(parts)


def _literal(text: str) -> str:
    return one_line(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _side(side: Side, view: View) -> str:
    reading = side.reading.get(view.lang)
    return one_line(f"„{side.quote}“" + (f" ({reading})" if reading else ""))


def _location(side: Side, source: Source | None, options: Options) -> dict[str, Any]:
    place = region(source, side, utf16)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(options.base, side.source), "uriBaseId": "SRCROOT"},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": one_line(side.quote)},
            },
        }
    }
