"""Whether a day lies ahead or behind, heard from the verb that governs it."""

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
    ("text", "lang", "day"),
    [
        ("Das Treffen fand am Donnerstag statt.", "de", "2016-04-14"),
        ("Das Treffen findet am Donnerstag statt.", "de", "2016-04-21"),
        ("Ein Spiel stand am Samstag auf dem Programm.", "de", "2016-04-16"),
        ("Ein Spiel steht am Samstag auf dem Programm.", "de", "2016-04-23"),
        ("Die Wahl ist am 26. September.", "de", "2016-09-26"),
        ("Er ist am Montag gestorben.", "de", "2016-04-18"),
        ("The vote will be held on Thursday.", "en", "2016-04-21"),
        ("The vote was held on Thursday.", "en", "2016-04-14"),
        ("A ruling is to be announced on Friday.", "en", "2016-04-22"),
        ("The law takes effect on January 1.", "en", "2017-01-01"),
        ("The election is on September 26.", "en", "2016-09-26"),
        ("She is on Monday's list.", "en", "2016-04-18"),
    ],
)
def test_tense(text: str, lang: str, day: str) -> None:
    assert [row[1:] for row in _rows(text, lang)] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "lang", "rows"),
    [
        ("Im Februar vor zwei Jahren starb er.", "de",
         [("Februar vor zwei Jahren", "2014-02-01", "2014-02-28")]),
        ("She left in the summer three years ago.", "en",
         [("summer three years ago", "2013-06-01", "2013-08-31")]),
        ("Er starb heute vor einem Jahr.", "de",
         [("heute vor einem Jahr", "2015-04-20", "2015-04-20")]),
        ("He died a year ago today.", "en", [("a year ago today", "2015-04-20", "2015-04-20")]),
        ("It happened the weekend before last.", "en",
         [("the weekend before last", "2016-04-09", "2016-04-10")]),
        ("Ten died in the past 24 hours.", "en",
         [("the past 24 hours", "2016-04-19T16:12", "2016-04-20T16:12")]),
        ("The match starts at 1900 GMT.", "en",
         [("1900 GMT", "2016-04-20T19:00", "2016-04-20T19:00")]),
        ("It began on Friday (1730 GMT).", "en",
         [("Friday (1730 GMT", "2016-04-15T17:30", "2016-04-15T17:30")]),
        ("Er trat in den Neunzigern auf.", "de",
         [("Neunzigern", "1990-01-01", "1999-12-31")]),
        ("It was so in the early nineties.", "en",
         [("the early nineties", "1990-01-01", "1993-12-31")]),
        ("Der Umsatz im dritten Quartal 2015/16 stieg.", "de",
         [("2015/16", "2015-01-01", "2016-12-31")]),
    ],
)  # fmt: skip
def test_times_that_say_more_together(
    text: str, lang: str, rows: list[tuple[object, object, object]]
) -> None:
    assert [(str(t).removeprefix("den "), a, b) for t, a, b in _rows(text, lang)] == rows


@pytest.mark.parametrize(
    ("text", "lang", "reference", "low"),
    [
        ("More operations had to be postponed on Monday.", "en", "2026-09-10", "2026-09-07"),
        ("If no offer is made by the end of the month, they strike.", "en", "2026-09-10", None),
        ("They expect to close the deal in September.", "en", "2026-05-13", "2026-09-01"),
        ("Er hofft, dass dies an Ostern geschehen werde.", "de", "2026-02-05", "2026-04-03"),
        ("Für Mittwoch sagen sie ruhigeres Wetter.", "de", "2026-01-20", "2026-01-21"),
        ("Es war der dritte Sturm dieses Winters.", "de", "2026-01-20", "2025-12-01"),
        ("Mit dem Abschluss rechnen beide im dritten Quartal.", "de", "2026-05-13", "2026-07-01"),
        ("Der Umsatz stieg im ersten Quartal.", "de", "2026-05-13", "2026-01-01"),
        ("Der Gewinn im vierten Quartal sank.", "de", "2026-02-13", "2025-10-01"),
    ],
)
def test_tense_from_another_day(text: str, lang: str, reference: str, low: str | None) -> None:
    read = read_figures(text, lang, datetime.fromisoformat(reference), tokens=())
    (row,) = (r for r in figures_json(*read) if r["unit"] == "date")
    assert row["low"] == low


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        ("Am Vorabend des 1. Mai brannte es.", "de", "Vorabend des 1. Mai",
         "2016-04-30", "2016-04-30"),
        ("It began on the eve of May 1.", "en", "eve of May 1", "2016-04-30", "2016-04-30"),
        ("Es geschah drei Tage vor dem 3. Mai 2015.", "de", "drei Tage vor dem 3. Mai 2015",
         "2015-04-30", "2015-04-30"),
        ("He has until Friday to reply.", "en", "until Friday", None, "2016-04-22"),
        ("A hearing set for Friday was cancelled.", "en", "Friday", "2016-04-22", "2016-04-22"),
        ("They are meeting on Monday.", "en", "Monday", "2016-04-25", "2016-04-25"),
        ("Sales rose in 2014's first quarter.", "en", "2014's first quarter",
         "2014-01-01", "2014-03-31"),
        ("It sold 2000 in 2015.", "en", "2015", "2015-01-01", "2015-12-31"),
        ("Fire broke out in the early hours of Sunday.", "en", "in the early hours of Sunday",
         "2016-04-17T00:00", "2016-04-17T06:00"),
    ],
)  # fmt: skip
def test_more_forms(text: str, lang: str, words: str, low: str | None, high: str) -> None:
    assert _rows(text, lang) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("In der Woche vor Ostern kam er.", "de"), ("He came the week before Easter.", "en")],
)
def test_the_week_before_a_feast_may_be_either(text: str, lang: str) -> None:
    assert _rows(text, lang) == []
