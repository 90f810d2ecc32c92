"""Parts of days of a date, quarters of a year said before, feasts with their weekend."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str) -> list[tuple[object, object, object]]:
    figures, moments = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(figures, moments)]


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        (
            "Am Morgen des 15. Februar brannte es.", "de", "Morgen des 15. Februar",
            "2024-02-15T04:00", "2024-02-15T12:00",
        ),
        (
            "In der Nacht des 14. August 2023 kam er.", "de", "Nacht des 14. August 2023",
            "2023-08-14T20:00", "2023-08-15T06:00",
        ),
        (
            "It began on the morning of January 6, 2021.", "en", "morning of January 6, 2021",
            "2021-01-06T04:00", "2021-01-06T12:00",
        ),
        (
            "She left on the evening of 3 May.", "en", "evening of 3 May",
            "2024-05-03T17:00", "2024-05-04T00:00",
        ),
        (
            "Profit rose in last year's third quarter.", "en", "last year's third quarter",
            "2023-07-01", "2023-09-30",
        ),
        (
            "Growth is due in next year's first half.", "en", "next year's first half",
            "2025-01-01", "2025-06-30",
        ),
        ("It was in the summer of '69.", "en", "summer of '69", "1969-06-01", "1969-08-31"),
        ("They met in May '68.", "en", "May '68", "1968-05-01", "1968-05-31"),
        ("I was born in April of 87", "en", "April of 87", "1987-04-01", "1987-04-30"),
        ("Sie trafen sich im Herbst '89.", "de", "Herbst '89", "1989-09-01", "1989-11-30"),
        (
            "Traffic grew on Memorial Day weekend.", "en", "Memorial Day weekend",
            "2024-05-25", "2024-05-27",
        ),
        (
            "It rained on Thanksgiving weekend 2023.", "en", "Thanksgiving weekend 2023",
            "2023-11-23", "2023-11-26",
        ),
        (
            "It rained on Labor Day 2021 weekend.", "en", "Labor Day 2021 weekend",
            "2021-09-04", "2021-09-06",
        ),
        ("The hearing is w/c June 3.", "en", "w/c June 3", "2024-06-03", "2024-06-09"),
        ("It is for the years later than 2020.", "en", "later than 2020", "2021-01-01", None),
        ("before 2010 or later than 2020", "en", "or later than 2020", "2021-01-01", None),
        (
            "Das Treffen ist vor dem Wochenende.", "de", "Wochenende", None, "2024-05-17",
        ),
        (
            "Am Samstag steht in Görz das Kellerduell auf dem Programm.", "de", "Samstag",
            "2024-05-18", "2024-05-18",
        ),
        (
            "She was born on twenty five January nineteen eighty six.", "en",
            "twenty five January nineteen eighty six", "1986-01-25", "1986-01-25",
        ),
        ("Let's meet on march eighteenth nine thirty.", "en", "march eighteenth nine thirty",
         "2024-03-18T09:30", "2024-03-18T09:30"),
        ("I'll go back at five-thirty tomorrow evening.", "en", "five-thirty tomorrow evening",
         "2024-05-16T17:30", "2024-05-16T17:30"),
        ("They met at seven thirty p.m.", "en", "seven thirty p.m.",
         "2024-05-15T19:30", "2024-05-15T19:30"),
        ("Let's meet on february twenty second 3:30.", "en", "february twenty second 3:30",
         "2024-02-22T03:30", "2024-02-22T03:30"),
        ("They met on friday the 24th around 4.", "en", "friday the 24th around 4",
         "2024-05-24T04:00", "2024-05-24T04:00"),
        ("It is open from 10:30 to 3 on 5/20/2024.", "en", "10:30 to 3 on 5/20/2024",
         "2024-05-20T10:30", "2024-05-20T15:00"),
        ("I'll be out 3:00 to 4:00 tomorrow.", "en", "3:00 to 4:00 tomorrow",
         "2024-05-16T03:00", "2024-05-16T04:00"),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one(
    text: str, lang: str, words: str, low: str | None, high: str | None
) -> None:
    assert (words, low, high) in _rows(text, lang)
    assert len(_rows(text, lang)) == 1 + text.startswith("before")


def test_weeks_that_are_counted_are_not_the_week_of_a_day() -> None:
    rows = _rows("The shop will close for 2 weeks starting May 20th.", "en")
    assert rows == [("2 weeks starting May 20th", "2024-05-20", "2024-06-02")]


@pytest.mark.parametrize(
    ("text", "lang", "never"),
    [
        ("Es starben 2000 im Jahr 2011 und 1700 im vergangenen Jahr.", "de", "1700"),
        ("Er erreicht 2000 bis 3000 Grad Celsius.", "de", "2000"),
        ("Between 1990 and 5000 people came.", "en", "1990"),
        ("Two March dates are set.", "en", "Two March"),
        ("The rating fell from 7 to 5 yesterday.", "en", "7 to 5"),
        ("He has class of 20 children in May of 20 schools.", "en", "May of 20"),
        ("'69 people' said the sign.", "en", "'69"),
        ("Sie kam am morgen des 15. Februar.", "de", "morgen"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, lang: str, never: str) -> None:
    assert never not in [r["text"] for r in _json(text, lang) if r["unit"] == "date"]


def _json(text: str, lang: str) -> tuple[dict[str, object], ...]:
    return figures_json(*read_figures(text, lang, _ANCHOR, tokens=()))
