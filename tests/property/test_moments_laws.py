"""Laws of reading expressions of time."""

from __future__ import annotations

import itertools
import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.moments import read_moments
from checker.language.moments_calendar import easter, nth

_GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_PIECES = (
    "am 7. 2024 Oktober bis 12 - : / . , Uhr Montag Abend vor zwei Jahren Ende des Monats "
    "next week at 3 pm May and to since im Jahr 2014/15 er der Nacht zum halb 30 Februar"
)
pieces = st.sampled_from(_PIECES.split())


@given(days)
def test_a_german_date_reads_back(day: date) -> None:
    """What a newspaper prints in full is never read as another day."""
    text = f"am {day.day}. {_GERMAN[day.month - 1]} {day.year} war"

    (moment,) = read_moments(text, "de", None)

    assert moment.low == datetime(day.year, day.month, day.day)
    assert moment.high == moment.low + timedelta(days=1)


@given(days)
def test_an_english_date_reads_back(day: date) -> None:
    """The American and the British order name the same day."""
    for words in (
        f"{_ENGLISH[day.month - 1]} {day.day}, {day.year}",
        f"{day.day} {_ENGLISH[day.month - 1]} {day.year}",
    ):
        (moment,) = read_moments(f"on {words} it was", "en", None)
        assert moment.low == datetime(day.year, day.month, day.day)
        assert moment.text == words


@given(days)
def test_digits_read_back(day: date) -> None:
    """Digits are read by the order of the language; ISO dates in every language."""
    written = {"de": f"{day:%d.%m.%Y}", "en": f"{day:%m/%d/%Y}", "fr": f"{day:%d/%m/%Y}"}
    for lang, words in written.items():
        for form in (words, day.isoformat()):
            (moment,) = read_moments(f"({form})", lang, None)
            assert moment.low == datetime(day.year, day.month, day.day)


@given(st.lists(pieces, max_size=25), st.sampled_from(["de", "en", "fr"]), days | st.none())
def test_spans_are_exact_and_apart(words: list[str], lang: str, day: date | None) -> None:
    """Every moment is a substring, in order, none over another."""
    text = " ".join(words)
    reference = datetime(day.year, day.month, day.day) if day else None

    moments = read_moments(text, lang, reference)

    assert all(text[m.start : m.end] == m.text for m in moments)
    assert all(a.end <= b.start for a, b in itertools.pairwise(moments))
    assert all(m.resolved or (m.low is None and m.high is None) for m in moments)


@given(days, st.integers(0, 6))
def test_a_bare_weekday_is_within_a_week(day: date, weekday: int) -> None:
    """The weekday named is the one found, and never ahead of the day of writing."""
    names = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    reference = datetime(day.year, day.month, day.day)

    (moment,) = read_moments(f"am {names[weekday]}", "de", reference)

    assert moment.low is not None
    assert moment.low.weekday() == weekday
    assert 0 <= (reference - moment.low).days < 7


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Easter falls on a Sunday from 22 March to 25 April."""
    day = easter(year)

    assert day.weekday() == 6
    assert datetime(year, 3, 22) <= day <= datetime(year, 4, 25)


@given(st.integers(1900, 2099), st.integers(1, 12))
def test_weeks_lie_within_their_month(year: int, month: int) -> None:
    """A week counted in a month has its Thursday there."""
    low = datetime(year, month, 1)
    high = datetime(year + month // 12, month % 12 + 1, 1)
    for index in (1, 2, 3, 4, -1):
        week = nth((low, high), "week", index)
        assert week is not None
        assert low <= week[0] + timedelta(days=3) < high


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "7." * 6_000,
        "am 7. bis " * 3_000,
        "2014-" * 6_000,
        "14.30 und " * 3_000,
        "im in der den " * 8_000,
        "Ende des Endes des " * 5_000,
        "Mai " * 4_000,
        "der ersten Woche im " * 4_000,
        "der letzten Woche der " * 4_000,
    ],
    ids=[
        "digits",
        "ordinals",
        "spans",
        "years",
        "times",
        "prepositions",
        "parts",
        "months",
        "nested",
        "shifted",
    ],
)
def test_hostile_text_costs_no_more_per_word(text: str) -> None:
    """Twice the text takes about twice the time of this process, whoever else is busy."""

    def seconds(part: str) -> float:
        begun = time.process_time()
        read_moments(part, "de", datetime(2025, 10, 17))
        return time.process_time() - begun

    seconds(text[:2000])
    half, whole = seconds(text[: len(text) // 2]), seconds(text)

    assert whole < max(6 * half, 1.0)
