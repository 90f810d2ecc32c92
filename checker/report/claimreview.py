"""schema.org ClaimReview *drafts* of contested statements; never with a rating.

A draft names what was said, by whom, where and when.  The verdict is a person's
work, so ``reviewRating`` is left out on purpose.

Floor 4 (report).
Sources: schema.org/ClaimReview; Google Fact Check Tools API (claimFirstAppearance).
"""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Level, Report, Side
from checker.report.contract import dump
from checker.report.locate import uri
from checker.report.options import Options
from checker.report.safe import one_line
from checker.report.view import View


def render(report: Report, options: Options) -> str:
    """Return a draft per side of every open finding at warning or above."""
    view = View(report)
    drafts = [
        _draft(finding, side, view, options)
        for finding in report.findings
        if finding.status == "open" and finding.level is not Level.INFO
        for side in finding.sides
    ]
    return dump({"@context": "https://schema.org", "@graph": drafts})


def _draft(finding: Finding, side: Side, view: View, options: Options) -> dict[str, Any]:
    source = view.source_by_id.get(side.source)
    appearance: dict[str, Any] = {"@type": "CreativeWork", "url": uri(options.base, side.source)}
    if source is not None:
        appearance["headline"] = view.title(source)
        if source.url is not None:
            appearance["url"] = source.url.value
        if source.published is not None:
            appearance["datePublished"] = source.published.value
        if source.publisher is not None:
            appearance["publisher"] = {"@type": "Organization", "name": source.publisher.value}
    claim: dict[str, Any] = {"@type": "Claim", "appearance": [appearance]}
    if side.speaker:
        claim["author"] = {"@type": "Person", "name": side.speaker}
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "identifier": finding.fingerprint,
        "claimReviewed": " ".join(side.quote.split()),
        "itemReviewed": claim,
        "reviewBody": one_line(finding.message.get(view.lang)),
    }
