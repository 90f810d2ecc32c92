"""W3C Web Annotations, one per side of a finding, as Hypothes.is takes them.

Floor 4 (report).
Sources: W3C Web Annotation Data Model, 4.2.4 (TextQuoteSelector), 4.2.5
(TextPositionSelector: code points, half open).
"""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Report, Side
from checker.report.contract import dump
from checker.report.locate import uri
from checker.report.options import Options
from checker.report.safe import one_line
from checker.report.view import View

_CONTEXT = 32  # characters of prefix and suffix, as Hypothes.is keeps them


def render(report: Report, options: Options) -> str:
    """Return an annotation collection."""
    view = View(report)
    items = [
        _annotation(finding, i, side, view, options)
        for finding in report.findings
        for i, side in enumerate(finding.sides, 1)
    ]
    return dump(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationCollection",
            "label": view.word("report"),
            "total": len(items),
            "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
        }
    )


def _annotation(
    finding: Finding, number: int, side: Side, view: View, options: Options
) -> dict[str, Any]:
    source = view.source_by_id.get(side.source)
    text = source.text if source else ""
    address = uri(options.base, side.source)
    if source and source.url and source.url.value.startswith(("https://", "http://")):
        address = source.url.value
    steps = "\n".join(f"- {one_line(step.get(view.lang))}" for step in finding.reckoning)
    return {
        "id": f"urn:checker:{finding.fingerprint}:{number}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "language": view.lang,
                "value": f"{one_line(finding.message.get(view.lang))}\n{steps}\n"
                f"{one_line(view.question(finding))}",
            },
            {"type": "TextualBody", "purpose": "tagging", "value": finding.rule},
            {"type": "TextualBody", "purpose": "tagging", "value": finding.level.value},
        ],
        "target": {
            "source": address,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": side.quote,
                    "prefix": text[max(0, side.start - _CONTEXT) : side.start],
                    "suffix": text[side.end : side.end + _CONTEXT],
                },
                {"type": "TextPositionSelector", "start": side.start, "end": side.end},
            ],
        },
    }
