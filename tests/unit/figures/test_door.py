"""Figures and moments behind one door."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import pairwise

import pytest

from checker.language.figures import figures_json, number, read_figures
from checker.model import INFINITY

NOW = datetime(2025, 10, 17)

TEXTS = [
    "Am 14. Juni wurde er 79 Jahre alt, das Gespräch dauerte 2,5 Stunden.",
    "Vor zwei Jahren kamen 20 Prozent mehr, um 14 Uhr waren es 300 Leute.",
    "Seit mehr als drei Jahren Krieg, 73. Geburtstag am 7. Oktober.",
    "Zwischen 2010 und 2015 stieg die Zahl von 3 auf 5 Millionen.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_figures_and_moments_never_share_words(text: str) -> None:
    """Their spans do not overlap."""
    figures, moments = read_figures(text, "de", NOW)
    spans = sorted([(f.start, f.end) for f in figures] + [(m.start, m.end) for m in moments])

    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_date_is_no_ordinal_and_an_age_no_year() -> None:
    """ "14. Juni 79 Jahre alt": a day and an age."""
    figures, moments = read_figures("der am 14. Juni 79 Jahre alt wurde", "de", NOW)

    assert [f.text for f in figures] == ["79 Jahre alt"]
    assert len(moments) == 1


def test_json_has_the_fields_of_the_contract() -> None:
    """One object per figure or moment, numbers as numbers, no bound as null."""
    rows = figures_json(*read_figures("Am 7. Oktober kamen mindestens 20 Leute.", "de", NOW))

    assert [r["kind"] for r in rows] == ["date", "count"]
    assert rows[0]["low"] == rows[0]["high"] == "2025-10-07"
    assert rows[0]["unit"] == "date"
    assert (rows[1]["low"], rows[1]["high"]) == (20, None)
    assert set(rows[0]) == set(rows[1])
    json.dumps(rows)


def test_numbers_stay_whole_where_they_are() -> None:
    """A JSON integer for a whole number, a float for the rest, null for no bound."""
    from decimal import Decimal

    assert number(Decimal("20.0")) == 20
    assert isinstance(number(Decimal("20.0")), int)
    assert number(Decimal("2.5")) == 2.5
    assert number(INFINITY) is None
