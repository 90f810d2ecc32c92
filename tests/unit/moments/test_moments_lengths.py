"""What tells a length and no day, as the door for scripts writes it."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str, *, lengths: bool) -> list[tuple[object, object, object]]:
    read = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(*read, lengths=lengths)]


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
    assert _rows(text, lang, lengths=True) == [(words, low, high)]
    assert _rows(text, lang, lengths=False) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Er kommt jeden Montag.", "de"), ("Alle zwei Wochen.", "de"), ("Annual sales rose.", "en")],
)
def test_other_recurrences_have_none(text: str, lang: str) -> None:
    assert _rows(text, lang, lengths=True) == []


_YEAR = 365 * 86400


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("In den vergangenen fünf Jahren stieg sie.", "den vergangenen fünf Jahren", 5),
        ("Er war der Beste der letzten zehn Jahre.", "der letzten zehn Jahre", 10),
        ("In den nächsten beiden Jahren wird gebaut.", "den nächsten beiden Jahren", 2),
    ],
)
def test_a_window_of_years_is_a_length_in_german(text: str, words: str, years: int) -> None:
    """Nobody means the very day five years ago; the bounds of the calendar would be false."""
    assert _rows(text, "de", lengths=True) == [(words, years * _YEAR, years * 366 * 86400)]
    dated = _rows(text, "de", lengths=False)
    assert str(dated[0][1]).startswith("20")


@pytest.mark.parametrize(
    ("text", "lang", "low"),
    [
        ("In den vergangenen drei Tagen regnete es.", "de", "2024-05-12"),
        ("It rained over the last two years.", "en", "2022-05-15"),
    ],
)
def test_other_windows_keep_their_days(text: str, lang: str, low: str) -> None:
    ((_, least, _),) = _rows(text, lang, lengths=True)
    assert least == low
