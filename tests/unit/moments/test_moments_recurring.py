"""What recurs once in each unit, as the door for scripts writes it."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str, *, recurring: bool) -> list[tuple[object, object, object]]:
    read = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(*read, recurring=recurring)]


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        ("Er fährt täglich.", "de", "täglich", 86400, 86400),
        ("Sie zahlt monatlich.", "de", "monatlich", 28 * 86400, 31 * 86400),
        ("Er kommt jeden Tag.", "de", "jeden Tag", 86400, 86400),
        ("She pays annually.", "en", "annually", 365 * 86400, 366 * 86400),
        ("It comes every week.", "en", "every week", 7 * 86400, 7 * 86400),
    ],
)
def test_a_recurrence_has_the_length_of_its_unit(
    text: str, lang: str, words: str, low: int, high: int
) -> None:
    assert _rows(text, lang, recurring=True) == [(words, low, high)]
    assert _rows(text, lang, recurring=False) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Er kommt jeden Montag.", "de"), ("Alle zwei Wochen.", "de"), ("Annual sales rose.", "en")],
)
def test_other_recurrences_have_none(text: str, lang: str) -> None:
    assert _rows(text, lang, recurring=True) == []
