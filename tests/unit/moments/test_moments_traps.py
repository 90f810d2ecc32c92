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
        ("Am Montag traf er sie. Am Tag zuvor war er krank.", "de", "Tag zuvor", "2016-04-17"),
        ("Am 14. März kam er. Zwei Tage später ging er.", "de", "Zwei Tage später", "2016-03-16"),
        ("Am 14. März kam er, drei Tage zuvor sie.", "de", "drei Tage zuvor", "2016-03-11"),
        ("He came on March 14. Two days later he left.", "en", "Two days later", "2016-03-16"),
    ],
)  # fmt: skip
def test_a_day_told_from_one_named_before(text: str, lang: str, words: str, day: str) -> None:
    assert _rows(text, lang)[-1] == (words, day, day)


@pytest.mark.parametrize(
    ("text", "lang", "words", "year"),
    [
        ("1991 zog er um. Zwei Jahre später starb er.", "de", "Zwei Jahre später", 1993),
        ("Erst 1991 kam er. Im Jahr darauf ging er.", "de", "Jahr darauf", 1992),
        ("Im Jahr 1968 war er da, im selben Jahr ging er.", "de", "selben Jahr", 1968),
        ("He came in 1991 and left three years later.", "en", "three years later", 1994),
    ],
)
def test_a_year_told_from_one_named_before(text: str, lang: str, words: str, year: int) -> None:
    assert _rows(text, lang)[-1] == (words, f"{year}-01-01", f"{year}-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 1991 kam er. Zwei Jahre später starb er.",
        "1991 kam er. Drei Tage später ging er.",
    ],
)
def test_no_day_is_told_from_a_year_and_no_year_from_a_day(text: str) -> None:
    assert len(_rows(text, "de")) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Am nächsten Tag war das Geld weg.", "de"),
        ("Er siegte wie am Vortag.", "de"),
        ("Tickets sell out the next day.", "en"),
        ("Zwei Tage später ging er.", "de"),
    ],
)
def test_a_day_told_from_none_stays_open(text: str, lang: str) -> None:
    assert _rows(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Am 14. März war er da, zwei Tage früher als geplant.", "de"),
        ("2015 kamen mehr als in den sechs Jahren davor.", "de"),
        ("Am Montag war er da. Es regnete. Am Tag zuvor schien die Sonne.", "de"),
        ("Am Montag war er da.\n\nAm Tag zuvor schien die Sonne.", "de"),
        ("Bis Montag war er da. Am Tag zuvor schien die Sonne.", "de"),
    ],
)
def test_a_day_is_told_from_no_far_one(text: str, lang: str) -> None:
    assert len(_rows(text, lang)) == 1


@pytest.mark.parametrize(
    "text", ["Flohmarkt jeden letzten Samstag im Monat", "an jedem dritten Mittwoch im Monat"]
)
def test_a_weekday_of_each_month_recurs_monthly(text: str) -> None:
    read = read_figures(text, "de", _ANCHOR, tokens=())
    (row,) = figures_json(*read, timex=True)
    assert (row["unit"], row["soft_low"]) == ("s", 30 * 86400)
    assert str(row["text"]).endswith("im Monat")


@pytest.mark.parametrize(
    ("text", "lang", "rows"),
    [
        ("Er ist vom 3.-5. Mai weg.", "de", [("3.-5. Mai", "2016-05-03", "2016-05-05")]),
        ("Das war 13–15 Juli 2015.", "de", [("13–15 Juli 2015", "2015-07-13", "2015-07-15")]),
        (
            "Das ist am 3./4. Mai.", "de",
            [("3.", "2016-05-03", "2016-05-03"), ("4. Mai", "2016-05-04", "2016-05-04")],
        ),
        ("They met from 3-5 May 2015.", "en", [("3-5 May 2015", "2015-05-03", "2015-05-05")]),
        (
            "They will meet on May 3 and 4.", "en",
            [("May 3", "2016-05-03", "2016-05-03"), ("4", "2016-05-04", "2016-05-04")],
        ),
        (
            "von Dienstag bis Freitag nächster Woche", "de",
            [("Dienstag bis Freitag nächster Woche", "2016-04-26", "2016-04-29")],
        ),
        (
            "am Dienstag und Mittwoch kommender Woche", "de",
            [
                ("Dienstag", "2016-04-26", "2016-04-26"),
                ("Mittwoch kommender Woche", "2016-04-27", "2016-04-27"),
            ],
        ),
        (
            "in der Nacht von Sonntag auf Montag", "de",
            [("Nacht von Sonntag auf Montag", "2016-04-17T20:00", "2016-04-18T06:00")],
        ),
        ("Bis Jahresende sollen es zehn sein.", "de", [("Jahresende", "2016-09-01", "2016-12-31")]),
        ("Zum Jahresende 2014 waren es zehn.", "de",
         [("Jahresende 2014", "2014-09-01", "2014-12-31")]),
        ("Sie stieg seit Jahresbeginn.", "de", [("Jahresbeginn", "2016-01-01", "2016-04-30")]),
        ("It will be done by year-end.", "en", [("by year-end", None, "2016-12-31")]),
        ("in den 1980ern", "de", [("1980ern", "1980-01-01", "1989-12-31")]),
        ("Das war in den 80ern so.", "de", [("80ern", "1980-01-01", "1989-12-31")]),
        ("Anfang der Neunzigerjahre", "de",
         [("Anfang der Neunzigerjahre", "1990-01-01", "1993-12-31")]),
        ("Er kommt spätestens am Freitag.", "de", [("Freitag", "2016-04-22", "2016-04-22")]),
        ("He left nearly three years ago.", "en",
         [("nearly three years ago", "2013-04-20", "2013-04-20")]),
        ("It starts at 5pm ET on Friday.", "en",
         [("5pm ET on Friday", "2016-04-22T17:00", "2016-04-22T17:00")]),
        ("the second last week of October 2015", "en",
         [("the second last week of October 2015", "2015-10-19", "2015-10-25")]),
        ("the last weekend of October 2017", "en",
         [("the last weekend of October 2017", "2017-10-28", "2017-10-29")]),
    ],
)  # fmt: skip
def test_spans_and_parts(text: str, lang: str, rows: list[tuple[object, object, object]]) -> None:
    found = _rows(text, lang)
    assert [(str(t).removeprefix("den "), low, high) for t, low, high in found] == rows


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ab Ende des Jahres stand die Statue im Park.", "de"),
        ("They met on May 3 and 4 people died.", "en"),
    ],
)
def test_what_cannot_be_is_not_read(text: str, lang: str) -> None:
    assert [r for r in _rows(text, lang) if r[0] != "May 3"] == []


@pytest.mark.parametrize("text", ["2019-H2 will be hard", "2018-Q4 was good"])
def test_moments_share_no_words(text: str) -> None:
    assert [words for words, *_ in _rows(text, "en")] == [text.split(maxsplit=1)[0]]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("music of the 1990 s and now", "the 1990 s", "1990-01-01", "1999-12-31"),
        ("from 5/1-5/7, 2020", "5/1-5/7, 2020", "2020-05-01", "2020-05-07"),
        ("The period is 10/1-11/2/2017", "10/1-11/2/2017", "2017-10-01", "2017-11-02"),
    ],
)
def test_dates_as_forms_write_them(text: str, words: str, low: str, high: str) -> None:
    assert _rows(text, "en") == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "vom 1. Januar bis zum 31. Dezember",
            [("1. Januar bis zum 31. Dezember", "2016-01-01", "2016-12-31")],
        ),
        (
            "Sie war vom 3. Mai bis 7. Juni zu sehen.",
            [("3. Mai bis 7. Juni", "2015-05-03", "2015-06-07")],
        ),
        (
            "Zwischen April und November wurden viele gezählt.",
            [("April und November", "2015-04-01", "2015-11-30")],
        ),
        ("Mitte bis Ende Juni", [("Mitte bis Ende Juni", "2016-06-11", "2016-06-30")]),
        (
            "im Juni und Juli 2014",
            [("Juni", "2014-06-01", "2014-06-30"), ("Juli 2014", "2014-07-01", "2014-07-31")],
        ),
        (
            "Dezember/Januar 2014",
            [
                ("Dezember", "2013-12-01", "2013-12-31"),
                ("Januar 2014", "2014-01-01", "2014-01-31"),
            ],
        ),
        (
            "am 3. Mai, 7. Juni und 2. Juli 2014",
            [
                ("3. Mai", "2014-05-03", "2014-05-03"),
                ("7. Juni", "2014-06-07", "2014-06-07"),
                ("2. Juli 2014", "2014-07-02", "2014-07-02"),
            ],
        ),
        (
            "vor einem halben Jahrhundert",
            [("vor einem halben Jahrhundert", "1966-04-20", "1966-04-20")],
        ),
        ("um 300 v. Chr. und 79 n. Chr.", []),
    ],
)
def test_spans_and_lists_have_one_year(text: str, want: list[tuple[str, str, str]]) -> None:
    assert _rows(text, "de") == want


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("um 18.00 h", "de", "time"),
        ("ab 9.30 h geöffnet", "de", "time"),
        ("von 14.00 h bis 16.00 h", "de", "time"),
        ("Fahrzeit 2:30 h", "de", "duration"),
        ("ca. 18.00 h", "de", "duration"),
        ("Es dauerte 1h15.", "de", "duration"),
        ("It took 1h15.", "en", "duration"),
        ("It took 8h.", "en", "duration"),
        ("It starts at 15h00 GMT.", "en", "time"),
    ],
)
def test_h_is_an_hour_of_the_day_where_asked_for(text: str, lang: str, kind: str) -> None:
    read = read_figures(text, lang, _ANCHOR, tokens=())
    assert {row["kind"] for row in figures_json(*read)} == {kind}


def test_a_year_of_our_time_needs_no_era() -> None:
    assert _rows("in 2014 A.D.", "en")[0][1:] == ("2014-01-01", "2014-12-31")
    assert _rows("in 1200 BC", "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        ("In der Saison 2013/14 gewann er.", "de", "der Saison 2013/14", "2013-01-01",
         "2014-12-31"),
        ("Im Schuljahr 2013/14 kam sie.", "de", "Schuljahr 2013/14", "2013-01-01", "2014-12-31"),
        ("He won in the 2013/14 season.", "en", "the 2013/14 season", "2013-01-01", "2014-12-31"),
        ("Anfang der 90er kam er.", "de", "Anfang der 90er", "1990-01-01", "1993-12-31"),
    ],
)  # fmt: skip
def test_years_have_their_noun(text: str, lang: str, words: str, low: str, high: str) -> None:
    assert _rows(text, lang) == [(words, low, high)]


@pytest.mark.parametrize("reference", [datetime(1, 1, 1), datetime(9990, 12, 31)])
def test_the_ends_of_the_calendar_raise_nothing(reference: datetime) -> None:
    text = "Er kam am Montagabend, vor Montag, zwei Tage vor Ostern, in 900 Jahren, in 900 Wochen."
    assert figures_json(*read_figures(text, "de", reference, tokens=()))
    assert figures_json(*read_figures("avant lundi 99 jours", "fr", reference, tokens=()))
