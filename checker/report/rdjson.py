"""Reviewdog's diagnostic format.

Floor 4 (report).
Sources: reviewdog, ``proto/rdf/reviewdog.proto``.
"""

from __future__ import annotations

from typing import Any

from checker.model import Level, Report, Side
from checker.report.contract import dump
from checker.report.locate import region, utf8
from checker.report.options import Options
from checker.report.safe import one_line
from checker.report.view import View

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}


def render(report: Report, options: Options) -> str:
    """Return one diagnostic per open finding, the other sides as related locations."""
    view = View(report)
    diagnostics = []
    for finding in view.shown(options.show):
        if finding.status != "open":
            continue
        steps = "; ".join(one_line(step.get(view.lang)) for step in finding.reckoning)
        question = f"{view.word('remedy')}: {one_line(view.question(finding))}"
        diagnostic: dict[str, Any] = {
            "message": f"{one_line(finding.message.get(view.lang))}\n{steps}\n{question}",
            "location": _location(finding.sides[0], view, options),
            "severity": _SEVERITIES[finding.level],
            "code": {"value": finding.rule},
        }
        related = [
            {
                "message": f"„{one_line(side.quote)}“",
                "location": _location(side, view, options),
            }
            for side in finding.sides[1:]
        ]
        if related:
            diagnostic["relatedLocations"] = related
        diagnostics.append(diagnostic)
    return dump({"source": {"name": "checker"}, "diagnostics": diagnostics})


def _location(side: Side, view: View, options: Options) -> dict[str, Any]:
    place = region(view.source_by_id.get(side.source), side, utf8)
    return {
        "path": (options.base + side.source).removeprefix("./"),
        "range": {
            "start": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
        },
    }
