"""CSV, Web Annotations and ClaimReview drafts."""

from __future__ import annotations

import csv
import io
import json

from checker.model import Report
from checker.report import render
from checker.report.table import COLUMNS, cell
from tests.unit.report.building import hostile_day


def test_csv_has_a_row_per_side(report: Report) -> None:
    """Nothing is cut: each side has its own row."""
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert len(rows) == sum(len(f.sides) for f in report.findings)
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["quote"].startswith("Sieben Menschen")
    assert rows[0]["line"] == "3"


def test_csv_cells_are_no_formulas() -> None:
    """A spreadsheet shows article text and does not compute it."""
    for row in csv.reader(io.StringIO(render(hostile_day().report(), "csv"))):
        for value in row:
            assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert cell("sieben") == "sieben"


def test_annotations_find_their_words(report: Report) -> None:
    """Both selectors lead to the quote."""
    page = json.loads(render(report, "webannotation"))
    items = page["first"]["items"]
    assert page["total"] == len(items) == 7
    texts = {source.id: source.text for source in report.sources}
    for item in items:
        text = texts[item["target"]["source"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert len({item["id"] for item in items}) == len(items)


def test_drafts_never_rate(report: Report) -> None:
    """The verdict is a person's work."""
    text = render(report, "claimreview")
    drafts = json.loads(text)["@graph"]
    assert len(drafts) == 4
    assert "reviewRating" not in text
    assert all(draft["creativeWorkStatus"] == "Draft" for draft in drafts)
