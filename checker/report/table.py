"""``findings.csv``: one row per side of every finding, for a spreadsheet.

A cell that a spreadsheet would take for a formula is prefixed with an apostrophe.

Floor 4 (report).
Sources: OWASP ASVS 1.2.10, CWE-1236; RFC 4180.
"""

from __future__ import annotations

import csv
import io

from checker.model import Report
from checker.report.options import Options
from checker.report.safe import safe_text
from checker.report.view import View

COLUMNS = (
    "finding",
    "rule",
    "type",
    "level",
    "scope",
    "status",
    "message",
    "side",
    "source",
    "title",
    "publisher",
    "published",
    "lang",
    "line",
    "column",
    "start",
    "end",
    "quote",
    "reading",
    "speaker",
    "as_of",
    "origin",
    "question",
    "because",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cell(text: str) -> str:
    """Return text that a spreadsheet shows as it stands."""
    return "'" + safe_text(text) if text.startswith(_FORMULA) else safe_text(text)


def render(report: Report, options: Options) -> str:
    """Return the findings as CSV with a header; numbers stay numbers."""
    view = View(report)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in report.findings:
        for i, side in enumerate(finding.sides, 1):
            source = view.source_by_id.get(side.source)
            line, column = view.place(side)
            row: tuple[str | int, ...] = (
                finding.fingerprint,
                finding.rule,
                finding.type,
                finding.level.value,
                finding.scope,
                finding.status,
                finding.message.get(view.lang),
                i,
                side.source,
                source.title.value if source and source.title else "",
                source.publisher.value if source and source.publisher else "",
                source.published.value if source and source.published else "",
                source.lang if source else "",
                line,
                column,
                side.start,
                side.end,
                side.quote,
                side.reading.get(view.lang),
                side.speaker,
                side.as_of,
                report.origins.get(side.source, side.source),
                view.question(finding),
                finding.because,
            )
            writer.writerow(value if isinstance(value, int) else cell(value) for value in row)
    return out.getvalue()
