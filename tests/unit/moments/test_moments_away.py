"""Distances in several units and in halves, and words that only look like one."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures
from checker.language.moments import read_moments

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str) -> list[tuple[object, object, object]]:
    figures, moments = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(figures, moments)]


@pytest.mark.parametrize(
    ("text", "lang", "words", "day"),
    [
        ("Sie starb vor anderthalb Jahren.", "de", "vor anderthalb Jahren", "2022-11-15"),
        ("Er ging vor zweieinhalb Jahren.", "de", "vor zweieinhalb Jahren", "2021-11-15"),
        ("Vor einem halben Jahr kam er.", "de", "Vor einem halben Jahr", "2023-11-15"),
        ("Das war vor 2,5 Jahren.", "de", "vor 2,5 Jahren", "2021-11-15"),
        (
            "Vor einem Jahr und drei Monaten kam er.",
            "de",
            "Vor einem Jahr und drei Monaten",
            "2023-02-15",
        ),
        ("It began half a year ago.", "en", "half a year ago", "2023-11-15"),
        ("It began one and a half years ago.", "en", "one and a half years ago", "2022-11-15"),
        ("It began a year and a half ago.", "en", "a year and a half ago", "2022-11-15"),
        ("It began 2 years and 3 months ago.", "en", "2 years and 3 months ago", "2022-02-15"),
        ("It began 2 years 3 months ago.", "en", "2 years 3 months ago", "2022-02-15"),
    ],
)
def test_a_distance_has_halves_and_parts(text: str, lang: str, words: str, day: str) -> None:
    assert _rows(text, lang) == [(words, day, day)]


@pytest.mark.parametrize(
    ("text", "lang", "words", "moment"),
    [
        ("She left half an hour ago.", "en", "half an hour ago", "2024-05-15T09:30"),
        ("Er ging vor einer halben Stunde.", "de", "vor einer halben Stunde", "2024-05-15T09:30"),
        ("Er ging vor anderthalb Stunden.", "de", "vor anderthalb Stunden", "2024-05-15T08:30"),
    ],
)
def test_a_distance_of_hours_is_an_instant(text: str, lang: str, words: str, moment: str) -> None:
    assert _rows(text, lang) == [(words, moment, moment)]


@pytest.mark.parametrize(
    "text",
    [
        "The project will last two years.",
        "The war could last two years.",
        "It is expected to last two years.",
        "The truce did not last two years.",
        "The talks won't last two years.",
    ],
)
def test_to_last_is_a_verb_after_an_auxiliary(text: str) -> None:
    assert _rows(text, "en") == [("two years", 63072000, 63244800)] or all(
        "last" not in str(words) for words, _, _ in _rows(text, "en")
    )


@pytest.mark.parametrize("text", ["for the last two years", "Over the last two years it grew."])
def test_the_last_years_are_a_window(text: str) -> None:
    assert _rows(text, "en") == [("the last two years", "2022-05-15", "2024-05-14")]


def test_midnight_is_an_hour_only_where_it_was_said() -> None:
    midnight = datetime(2024, 5, 15)
    for exact, ends in ((False, None), (True, datetime(2024, 5, 15, 0, 5))):
        (moment,) = read_moments("Back in 5 minutes.", "en", midnight, tense="future", exact=exact)
        assert moment.low == ends


@pytest.mark.parametrize(
    ("text", "lang", "rows"),
    [
        (
            "They worked for the last 3 months and 2 weeks.", "en",
            [("the last 3 months and 2 weeks", "2024-02-01", "2024-05-14")],
        ),
        (
            "In den letzten zwei Jahren und drei Monaten stieg er.", "de",
            [("den letzten zwei Jahren und drei Monaten", "2022-02-15", "2024-05-14")],
        ),
        ("The vote is in three weeks.", "en", [("in three weeks", "2024-06-05", "2024-06-05")]),
        ("He left on the previous Friday.", "en", []),
        (
            "It rained for the rest of the week.", "en",
            [("rest of the week", "2024-05-15", "2024-05-19")],
        ),
        (
            "Für den Rest des Jahres ist geschlossen.", "de",
            [("Rest des Jahres", "2024-05-15", "2024-12-31")],
        ),
        (
            "It happened more than 2 weeks before May 10.", "en",
            [("more than 2 weeks before May 10", None, "2024-04-25")],
        ),
        (
            "How many were sold between Jan 2019 and now?", "en",
            [("Jan 2019 and now", "2019-01-01", "2024-05-15")],
        ),
        (
            "I will do it between now and November 15th.", "en",
            [("now and November 15th", "2024-05-15", "2024-11-15")],
        ),
        ("He is now a senator.", "en", []),
    ],
)  # fmt: skip
def test_windows(text: str, lang: str, rows: list[tuple[object, object, object]]) -> None:
    assert _rows(text, lang) == rows


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("He left two Saturdays ago.", "two Saturdays ago", "2024-05-04", "2024-05-04"),
        ("It opens three Fridays from now.", "three Fridays from now", "2024-05-31", "2024-05-31"),
        ("It is shut for 3 days starting next Monday.", "3 days starting next Monday",
         "2024-05-20", "2024-05-22"),
        ("It is shut for 2 weeks starting from June 1.", "2 weeks starting from June 1",
         "2024-06-01", "2024-06-14"),
        ("It will end less than 3 days after tomorrow.", "less than 3 days after tomorrow",
         "2024-05-16", "2024-05-18"),
        ("It opens in 7 days at 5 pm.", "in 7 days at 5 pm", "2024-05-22T17:00",
         "2024-05-22T17:00"),
        ("He came three days ago at 5 pm.", "three days ago at 5 pm", "2024-05-12T17:00",
         "2024-05-12T17:00"),
        ("It opens at 8 tonight.", "8 tonight", "2024-05-15T20:00", "2024-05-15T20:00"),
        ("It opens at 8 o'clock tonight.", "8 o'clock tonight", "2024-05-15T20:00",
         "2024-05-15T20:00"),
        ("It opens at 9 tomorrow morning.", "9 tomorrow morning", "2024-05-16T09:00",
         "2024-05-16T09:00"),
        ("It ran on Monday from 10 am to 12 pm.", "Monday from 10 am to 12 pm",
         "2024-05-13T10:00", "2024-05-13T12:00"),
        ("It ran from 8pm Friday to 2am.", "8pm Friday to 2am", "2024-05-10T20:00",
         "2024-05-11T02:00"),
        ("He spoke on Monday at 10 am and 2 pm.", "Monday at 10 am", "2024-05-13T10:00",
         "2024-05-13T10:00"),
        ("It is due in the next 4 business days.", "the next 4 business days", "2024-05-16",
         "2024-05-21"),
        ("It fell in the last 3 working days.", "the last 3 working days", "2024-05-10",
         "2024-05-14"),
        ("He left 5 business days ago.", "5 business days ago", "2024-05-08", "2024-05-08"),
        ("It opens today at 9p.", "today at 9p", "2024-05-15T21:00", "2024-05-15T21:00"),
        ("He left the Friday before last.", "Friday before last", "2024-05-03", "2024-05-03"),
        ("It was in the late '80s.", "the late '80s", "1986-01-01", "1989-12-31"),
        ("It opens on Sat at 8 am.", "Sat at 8 am", "2024-05-18T08:00", "2024-05-18T08:00"),
        ("They met on 29th - for an hour.", "29th", "2024-04-29", "2024-04-29"),
    ],
)  # fmt: skip
def test_days_are_counted_and_have_hours(text: str, words: str, low: str, high: str) -> None:
    assert (words, low, high) in _rows(text, "en")


def test_working_days_skip_the_weekend_in_german() -> None:
    rows = _rows("Sie antwortet in den nächsten fünf Arbeitstagen.", "de")
    assert rows == [("den nächsten fünf Arbeitstagen", "2024-05-16", "2024-05-22")]


@pytest.mark.parametrize("text", ["He won two Saturdays in a row.", "He sat at 8 am."])
def test_what_counts_no_weekday(text: str) -> None:
    assert not any("Sat" in str(w) or "sat" in str(w) for w, _, _ in _rows(text, "en"))


@pytest.mark.parametrize(
    ("text", "lang", "words", "moment"),
    [
        ("Er ging vor einer Viertelstunde.", "de", "vor einer Viertelstunde", "2024-05-15T09:45"),
        ("He left three quarters of an hour ago.", "en", "three quarters of an hour ago",
         "2024-05-15T09:15"),
        ("It was a quarter of a century ago.", "en", "a quarter of a century ago", "1999-05-15"),
    ],
)  # fmt: skip
def test_several_units_in_one_word(text: str, lang: str, words: str, moment: str) -> None:
    assert _rows(text, lang) == [(words, moment, moment)]
