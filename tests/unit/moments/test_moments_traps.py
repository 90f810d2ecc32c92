"""Words of time that mean less than they seem to, and spans that are written in other ways."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

#: A Wednesday.
_ANCHOR = datetime(2016, 4, 20, 16, 12)


def _rows(text: str, lang: str) -> list[tuple[object, object, object]]:
    figures, moments = read_figures(text, lang, _ANCHOR, tokens=())
    rows = [r for r in figures_json(figures, moments) if r["unit"] == "date"]
    return [(r["text"], r["low"], r["high"]) for r in rows]


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        ("Im Winter 2015/16 war es kalt.", "de", "Winter 2015/16", "2015-12-01", "2016-02-29"),
        ("Der Winter 2015/2016 war kalt.", "de", "Winter 2015/2016", "2015-12-01", "2016-02-29"),
        ("It was cold in Winter 2006-2007.", "en", "Winter 2006-2007", "2006-12-01", "2007-02-28"),
        ("Er spielt heute Mittwoch.", "de", "heute Mittwoch", "2016-04-20", "2016-04-20"),
        ("Im Laufe des Montags kam er.", "de", "Montags", "2016-04-18", "2016-04-18"),
        (
            "Between April 1, 1985, and May 3, 1992, it grew.", "en",
            "April 1, 1985, and May 3, 1992", "1985-04-01", "1992-05-03",
        ),
        ("On August 10, Smith was hired.", "en", "August 10", "2015-08-10", "2015-08-10"),
        ("They left at seven on Friday.", "en", "seven on Friday",
         "2016-04-15T07:00", "2016-04-15T07:00"),
        ("I am leaving this may.", "en", "this may", "2016-05-01", "2016-05-31"),
        ("It rose in the first half of 2015.", "en", "the first half of 2015",
         "2015-01-01", "2015-06-30"),
    ],
)  # fmt: skip
def test_forms(text: str, lang: str, words: str, low: str, high: str) -> None:
    assert _rows(text, lang) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("This may not be the result of malice.", "en"),
        ("He scored in the second half.", "en"),
        ("Montags ist geschlossen.", "de"),
    ],
)
def test_what_names_no_time_is_silent(text: str, lang: str) -> None:
    assert _rows(text, lang) == []


def test_months_told_together_are_of_one_year() -> None:
    text = "Außer im Juli und Oktober stehen dort Berater."
    assert _rows(text, "de") == [
        ("Juli", "2016-07-01", "2016-07-31"),
        ("Oktober", "2016-10-01", "2016-10-31"),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "words", "day"),
    [
        ("Am Montag traf er sie, am Tag zuvor war er krank.", "de", "Tag zuvor", "2016-04-17"),
        ("Am 14. März kam er und ging tags darauf.", "de", "tags darauf", "2016-03-15"),
        ("Am Samstag siegte er wie am Vortag.", "de", "Vortag", "2016-04-15"),
        ("He came on March 14 and left the next day.", "en", "the next day", "2016-03-15"),
        (
            "Am 23. Oktober 2016 wird gewählt, an diesem Tag ist frei.", "de", "diesem Tag",
            "2016-10-23",
        ),
    ],
)  # fmt: skip
def test_a_day_told_from_one_named_before(text: str, lang: str, words: str, day: str) -> None:
    assert _rows(text, lang)[-1] == (words, day, day)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Am nächsten Tag war das Geld weg.", "de"),
        ("Er siegte wie am Vortag.", "de"),
        ("Tickets sell out the next day.", "en"),
    ],
)
def test_a_day_told_from_none_stays_open(text: str, lang: str) -> None:
    assert _rows(text, lang) == []


@pytest.mark.parametrize(
    "text", ["Flohmarkt jeden letzten Samstag im Monat", "an jedem dritten Mittwoch im Monat"]
)
def test_a_weekday_of_each_month_recurs_monthly(text: str) -> None:
    read = read_figures(text, "de", _ANCHOR, tokens=())
    (row,) = figures_json(*read, recurring=True)
    assert (row["unit"], row["soft_low"]) == ("s", 30 * 86400)
    assert str(row["text"]).endswith("im Monat")
