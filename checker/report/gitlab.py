"""GitLab Code Quality: a flat list of places.

GitLab shows one entry per fingerprint, so every side of a finding gets its own.

Floor 4 (report).
Sources: GitLab docs, "Code Quality report format".
"""

from __future__ import annotations

import hashlib
from collections import Counter

from checker.model import Level, Report
from checker.report.contract import dump
from checker.report.locate import points, region
from checker.report.options import Options
from checker.report.safe import one_line, storable
from checker.report.view import View

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.INFO: "info"}


def render(report: Report, options: Options) -> str:
    """Return one entry per side of every open finding."""
    view = View(report)
    entries = []
    seen: Counter[str] = Counter()
    for finding in view.shown(options.show):
        if finding.status != "open":
            continue
        for side in finding.sides:
            words = " ".join(side.quote.split())
            key = storable(f"{finding.fingerprint}\n{side.source}\n{words}")
            seen[key] += 1
            place = region(view.source_by_id.get(side.source), side, points)
            others = [s for s in finding.sides if s is not side]
            against = "".join(
                f" ↔ {one_line(s.source)}:{view.place(s)[0]} „{one_line(s.quote)}“" for s in others
            )
            entries.append(
                {
                    "description": one_line(finding.message.get(view.lang)) + against,
                    "check_name": f"{finding.rule} {finding.name}",
                    "fingerprint": hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest(),
                    "severity": _SEVERITIES[finding.level],
                    "location": {
                        "path": (options.base + side.source).removeprefix("./"),
                        "lines": {"begin": place.line, "end": place.end_line},
                    },
                }
            )
    return dump(entries)
