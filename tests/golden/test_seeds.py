"""The committed example is what the tool says today about the five articles in `seeds/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker.model import Level, Report
from checker.pipeline import check
from checker.report import FORMS, Options, render
from checker.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"

pytestmark = pytest.mark.model


@cache
def report() -> Report:
    """Return the report on the seeds, embedded anew."""
    return check([SEEDS], Settings())


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_committed_report_is_fresh(form: str) -> None:
    """`check seeds/` writes, byte for byte, what `reports/seeds/` holds."""
    committed = (ROOT / "reports" / "seeds" / FORMS[form]).read_text(encoding="utf-8")

    assert render(report(), form, Options(show=Level.WARNING, base="seeds/")) == committed, (
        "refresh it: .ci/refresh"
    )


def test_files_in_another_order_change_nothing() -> None:
    """The order in which files are named never decides anything."""
    backwards = check(sorted(SEEDS.glob("*.txt"), reverse=True), Settings())

    assert render(backwards, "json") == render(report(), "json")


def test_two_threads_change_nothing() -> None:
    """One thread or two, the bytes are the same."""
    assert render(check([SEEDS], Settings(jobs=2)), "json") == render(
        check([SEEDS], Settings(jobs=1)), "json"
    )


def test_every_quote_stands_in_its_source() -> None:
    """Every side of every finding is verbatim, at its offsets, line and column."""
    texts = {s.id: s.text for s in report().sources}

    for finding in report().findings:
        for side in finding.sides:
            text = texts[side.source]
            assert text[side.start : side.end] == side.quote
            assert (
                text.split("\n")[side.line - 1][side.column - 1 :][:8]
                == side.quote[:8].split("\n")[0]
            )


def test_the_call_of_three_lengths() -> None:
    """75 minutes and "more than an hour" agree; both against 2.5 hours need a person.

    The two articles may speak of different calls, and one carries no date: a warning that
    says so, not an error.
    """
    by_quote = {}
    for finding in report().findings:
        quotes = " | ".join(s.quote for s in finding.sides)
        by_quote[finding.fingerprint] = (finding, quotes)
    exact = [f for f, q in by_quote.values() if "2,5 Stunden" in q and "15 Minuten" in q]
    vaguer = [f for f, q in by_quote.values() if "15 Minuten" in q and "mehr als eine Stunde" in q]
    bound = [f for f, q in by_quote.values() if "2,5 Stunden" in q and "mehr als eine Stunde" in q]

    assert [(f.type, f.level.value) for f in exact] == [("figure-conflict", "warning")]
    assert "Datum" in exact[0].missing.de
    assert [f.level.value for f in vaguer if f.scope == "within-source"] == ["info"]
    assert {f.type for f in vaguer if f.scope == "within-source"} == {"vaguer"}
    assert bound, "2.5 hours against more than an hour must be shown"
