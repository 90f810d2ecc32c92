"""Expressions that need an anchor, seen from Friday, 17 October 2025."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from checker.language.moments import read_moments


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("am Donnerstag sagte er", ["Donnerstag = 2025-10-16"], id="last"),
        pytest.param("am Freitag sagte er", ["Freitag = 2025-10-17"], id="same-day"),
        pytest.param("am Montag wird er", ["Montag = 2025-10-20"], id="future-verb"),
        pytest.param("Das Fest findet am Montag statt", ["Montag = 2025-10-20"], id="split-verb"),
        pytest.param(
            "Er sagte am Montag, sie werde reisen", ["Montag = 2025-10-13"], id="other-clause"
        ),
        pytest.param(
            "vergangenen Samstag", ["vergangenen Samstag = 2025-10-11"], id="past-weekday"
        ),
        pytest.param(
            "kommenden Dienstag", ["kommenden Dienstag = 2025-10-21"], id="coming-weekday"
        ),
        pytest.param(
            "gestern und übermorgen", ["gestern = 2025-10-16", "übermorgen = 2025-10-19"], id="days"
        ),
        pytest.param(
            "vergangene Woche", ["vergangene Woche = 2025-10-06 / 2025-10-12"], id="last-week"
        ),
        pytest.param(
            "in der kommenden Woche",
            ["der kommenden Woche = 2025-10-20 / 2025-10-26"],
            id="next-week",
        ),
        pytest.param(
            "übernächste Woche", ["übernächste Woche = 2025-10-27 / 2025-11-02"], id="week-after"
        ),
        pytest.param(
            "im vergangenen Monat", ["vergangenen Monat = 2025-09-01 / 2025-09-30"], id="month"
        ),
        pytest.param(
            "im Vorjahr und heuer",
            ["Vorjahr = 2024-01-01 / 2024-12-31", "heuer = 2025-01-01 / 2025-12-31"],
            id="years",
        ),
        pytest.param(
            "im August vorigen Jahres",
            ["August vorigen Jahres = 2024-08-01 / 2024-08-31"],
            id="month-of-year",
        ),
        pytest.param(
            "im dritten Quartal", ["dritten Quartal = 2025-07-01 / 2025-09-30"], id="quarter"
        ),
        pytest.param(
            "im ersten Halbjahr", ["ersten Halbjahr = 2025-01-01 / 2025-06-30"], id="half"
        ),
        pytest.param(
            "die diesjährige Messe", ["diesjährige = 2025-01-01 / 2025-12-31"], id="this-year"
        ),
        pytest.param("Ende des Monats", ["Ende des Monats = 2025-10-21 / 2025-10-31"], id="part"),
        pytest.param(
            "Anfang kommender Woche",
            ["Anfang kommender Woche = 2025-10-20 / 2025-10-22"],
            id="part-of-week",
        ),
        pytest.param(
            "Ende kommender Woche",
            ["Ende kommender Woche = 2025-10-24 / 2025-10-26"],
            id="end-of-week",
        ),
        pytest.param(
            "Mitte kommender Woche",
            ["Mitte kommender Woche = 2025-10-21 / 2025-10-23"],
            id="middle-of-week",
        ),
        pytest.param(
            "in der letzten Woche im Juli",
            ["der letzten Woche im Juli = 2025-07-28 / 2025-08-03"],
            id="nth",
        ),
        pytest.param("am Wochenende war", ["Wochenende = 2025-10-11 / 2025-10-12"], id="weekend"),
        pytest.param(
            "am Wochenende wird", ["Wochenende = 2025-10-18 / 2025-10-19"], id="coming-weekend"
        ),
        pytest.param("vor drei Tagen", ["vor drei Tagen = 2025-10-14"], id="ago"),
        pytest.param("in drei Wochen", ["in drei Wochen = 2025-11-07"], id="ahead"),
        pytest.param(
            "in den vergangenen fünf Tagen",
            ["den vergangenen fünf Tagen = 2025-10-12 / 2025-10-16"],
            id="window",
        ),
        pytest.param("am 3. Dezember", ["3. Dezember = 2025-12-03"], id="near-future-date"),
        pytest.param("am 3. September", ["3. September = 2025-09-03"], id="near-past-date"),
        pytest.param("seit Juni", ["Juni = 2025-06-01 / 2025-06-30"], id="since"),
    ],
)
def test_reads_german(read: Callable[..., list[str]], text: str, want: list[str]) -> None:
    """The news convention: past unless the clause speaks of the future."""
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("said Thursday it will", ["Thursday = 2025-10-16"], id="nearest-verb"),
        pytest.param("will meet on Monday", ["Monday = 2025-10-20"], id="future"),
        pytest.param("next Monday", ["next Monday = 2025-10-20"], id="next"),
        pytest.param("last week", ["last week = 2025-10-06 / 2025-10-12"], id="last-week"),
        pytest.param(
            "the week after next",
            ["the week after next = 2025-10-27 / 2025-11-02"],
            id="after-next",
        ),
        pytest.param(
            "over the last year",
            ["the last year = 2024-10-17 / 2025-10-16"],
            id="rolling",
        ),
        pytest.param("last year", ["last year = 2024-01-01 / 2024-12-31"], id="calendar"),
        pytest.param("three days ago", ["three days ago = 2025-10-14"], id="ago"),
        pytest.param(
            "two weeks from tomorrow", ["two weeks from tomorrow = 2025-11-01"], id="from"
        ),
        pytest.param(
            "the last week of July", ["the last week of July = 2025-07-28 / 2025-08-03"], id="nth"
        ),
        pytest.param(
            "Q3 2024 and H1-2025",
            ["Q3 2024 = 2024-07-01 / 2024-09-30", "H1-2025 = 2025-01-01 / 2025-06-30"],
            id="signs",
        ),
        pytest.param("since 2022", ["since 2022 = 2022-01-01 / "], id="since"),
        pytest.param(
            "earlier this month", ["earlier this month = 2025-10-01 / 2025-10-17"], id="earlier"
        ),
        pytest.param(
            "before the end of the year",
            ["before the end of the year =  / 2025-12-31"],
            id="before",
        ),
    ],
)
def test_reads_english(read: Callable[..., list[str]], text: str, want: list[str]) -> None:
    """English counts "next Monday" by weeks and takes "since" into the span."""
    assert read(text, "en") == want


@pytest.mark.parametrize(
    ("text", "low", "high", "modifier"),
    [
        ("seit Juni", datetime(2025, 6, 1), None, "since"),
        ("bis Freitag", None, datetime(2025, 10, 18), "until"),
        ("vor 2000", None, datetime(2000, 1, 1), "before"),
        ("nach dem 3. Mai 2024", datetime(2024, 5, 4), None, "after"),
    ],
)
def test_opens_one_end(
    text: str, low: datetime | None, high: datetime | None, modifier: str
) -> None:
    """Since and until leave an end open; the period named is kept beside."""
    (moment,) = read_moments(text, "de", datetime(2025, 10, 17))

    assert (moment.low, moment.high, moment.modifier) == (low, high, modifier)
    assert moment.named is not None


@pytest.mark.parametrize(
    ("text", "weekday", "month", "day"),
    [
        ("am Donnerstag", 3, None, None),
        ("im Juni", None, 6, None),
        ("am 7. Oktober", None, 10, 7),
        ("gestern", None, None, None),
        ("in der vergangenen Woche", None, None, None),
        ("vor zwei Jahren", None, None, None),
    ],
)
def test_without_anchor_nothing_is_guessed(
    text: str, weekday: int | None, month: int | None, day: int | None
) -> None:
    """What the words name is known, the day they mean is not."""
    (moment,) = read_moments(text, "de", None)

    assert not moment.resolved
    assert moment.relative
    assert (moment.low, moment.high, moment.anchor) == (None, None, None)
    assert (moment.weekday, moment.month, moment.day) == (weekday, month, day)


def test_a_stated_year_needs_no_anchor(read: Callable[..., list[str]]) -> None:
    """Only what is relative stays relative."""
    assert read("am 7. Oktober 2025", reference=None) == ["7. Oktober 2025 = 2025-10-07"]


def test_given_tense_wins(read: Callable[..., list[str]]) -> None:
    """Who knows the tense of the clause may say so."""
    (moment,) = read_moments("am Montag", "de", datetime(2025, 10, 17), tense="future")

    assert moment.low == datetime(2025, 10, 20)


def test_a_distance_of_years_is_wide() -> None:
    """ "Vor zwei Jahren" may be any day some months around; it never excludes the year."""
    reference = datetime(2025, 10, 17)
    (ago,) = read_moments("vor zwei Jahren", "de", reference)
    (stated,) = read_moments("im Mai 2023", "de", reference)

    assert ago.meets(stated)


@pytest.mark.parametrize(
    "text",
    ["zuletzt", "kürzlich", "damals", "derzeit", "in den vergangenen Jahren", "vor einigen Tagen"],
)
def test_vague_words_are_tagged(text: str) -> None:
    """A vague word is read as one, so that nobody makes a date of it."""
    (moment,) = read_moments(text, "de", datetime(2025, 10, 17))

    assert (moment.precision, moment.resolved) == ("vague", False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("jeden Montag", "de"), ("täglich", "de"), ("alle zwei Wochen", "de"), ("every Friday", "en")],
)
def test_sets(text: str, lang: str) -> None:
    """What recurs has no day."""
    (moment,) = read_moments(text, lang, datetime(2025, 10, 17))

    assert (moment.role, moment.resolved, moment.text) == ("set", False, text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("der zweite Unfall in acht Monaten", "de"),
        ("der Absatz fiel in zwei Jahren", "de"),
        ("the second accident in eight months", "en"),
    ],
)
def test_how_long_something_took_is_no_moment(text: str, lang: str) -> None:
    """Only a time to come is named by its distance; the rest are durations."""
    assert read_moments(text, lang, datetime(2025, 10, 17)) == ()


@pytest.mark.parametrize(
    ("text", "lang"),
    [("am Samstag zuvor", "de"), ("am folgenden Montag", "de"), ("that Friday", "en")],
)
def test_days_of_the_story_stay_open(text: str, lang: str) -> None:
    """A day seen from another one is not seen from the day of writing."""
    (moment,) = read_moments(text, lang, datetime(2025, 10, 17))

    assert not moment.resolved


@pytest.mark.parametrize("text", ["am Tag darauf", "am nächsten Tag", "der Vortag"])
def test_what_another_day_decides_stays_open(text: str) -> None:
    """ "Am nächsten Tag" is seen from the story, not from the day of writing."""
    (moment,) = read_moments(text, "de", datetime(2025, 10, 17))

    assert not moment.resolved


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("the first half of May 2018", "en", "2018-05-01 / 2018-05-15"),
        ("the second half of May 2018", "en", "2018-05-16 / 2018-05-31"),
        ("the second half of 2018", "en", "2018-07-01 / 2018-12-31"),
        ("the third quarter of the 20th century", "en", "1950-01-01 / 1974-12-31"),
        ("the first half of the 1990s", "en", "1990-01-01 / 1994-12-31"),
        ("in der ersten Hälfte des 15. Jahrhunderts", "de", "1400-01-01 / 1449-12-31"),
        ("in der zweiten Hälfte der neunziger Jahre", "de", "1995-01-01 / 1999-12-31"),
        ("in der zweiten Hälfte des Jahres 2014", "de", "2014-07-01 / 2014-12-31"),
        ("Friday after next", "en", "2025-10-31"),
        ("the month after next", "en", "2025-12-01 / 2025-12-31"),
    ],
)
def test_equal_parts_of_any_period(
    read: Callable[..., list[str]], text: str, lang: str, day: str
) -> None:
    (found,) = read(text, lang)
    assert found.split(" = ")[1] == day


@pytest.mark.parametrize("text", ["in der zweiten Hälfte des Spiels", "die erste Hälfte war gut"])
def test_the_half_of_a_match_is_no_time(read: Callable[..., list[str]], text: str) -> None:
    assert read(text, "de") == []


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("the weekend of September 13-14", "en", "2025-09-13 / 2025-09-14"),
        ("am Wochenende vom 13. und 14. September", "de", "2025-09-13 / 2025-09-14"),
        ("in the winter of 2015-16", "en", "2015-12-01 / 2016-02-29"),
    ],
)
def test_a_weekend_and_a_winter_told_by_their_dates(
    read: Callable[..., list[str]], text: str, lang: str, day: str
) -> None:
    assert read(text, lang)[0].split(" = ")[1] == day


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Im Mai 1945 kam er. Im Juli kamen die Amerikaner.", "Juli = 1945-07-01 / 1945-07-31"),
        ("Am 8. Mai 1945 endete er. Am 2. September kam sie.", "2. September = 1945-09-02"),
        ("1968 zog er um. Im Oktober begann er hier.", "Oktober = 1968-10-01 / 1968-10-31"),
        ("Im Dezember 1944 fiel er. Im Mai kam der Frieden.", "Mai = ?"),
        ("Der 1964 geborene Minister trat im Mai zurück.", "Mai = 2025-05-01 / 2025-05-31"),
        ("Der Vertrag vom 3. Mai 2005 wurde im Juni gekündigt.", "Juni = 2025-06-01 / 2025-06-30"),
        ("2023 waren es 300. Im Mai stieg die Zahl.", "Mai = 2025-05-01 / 2025-05-31"),
    ],
)
def test_a_tale_of_long_ago_keeps_its_year(
    read: Callable[..., list[str]], text: str, want: str
) -> None:
    """A month nearest to the day of writing would be sixty years off."""
    assert read(text)[-1] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Voriges Jahr stieg er gegenüber dem Vorjahr.", "Vorjahr = 2023-01-01 / 2023-12-31"),
        ("2012 waren es mehr als im Vorjahr.", "Vorjahr = 2011-01-01 / 2011-12-31"),
        ("Nach zwei 2023 waren es im Vorjahr drei.", "Vorjahr = 2024-01-01 / 2024-12-31"),
        ("Im Juli sank er gegenüber dem Vormonat.", "Vormonat = 2025-06-01 / 2025-06-30"),
        ("Seit 2010 steigt er, im Vorjahr stark.", "Vorjahr = 2024-01-01 / 2024-12-31"),
        ("Am Montag stieg er gegenüber dem Vorjahr.", "Vorjahr = 2024-01-01 / 2024-12-31"),
        ("2012 waren es 300. Im Vorjahr kam er.", "Vorjahr = 2024-01-01 / 2024-12-31"),
        ("Das Vorjahr war gut, besser als das Vorjahr.", "Vorjahr = 2024-01-01 / 2024-12-31"),
    ],
)
def test_the_year_before_is_before_the_year_of_its_sentence(
    read: Callable[..., list[str]], text: str, want: str
) -> None:
    assert read(text)[-1] == want


def test_the_year_before_may_come_first(read: Callable[..., list[str]]) -> None:
    found = read("Im Vergleich zum Vorjahr sank sie 2012.")
    assert found[0] == "Vorjahr = 2011-01-01 / 2011-12-31"
    found = read("Wie im Vorjahr will er auch 2026 antreten.")
    assert found[0] == "Vorjahr = 2024-01-01 / 2024-12-31"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("im Herbst des Jahres 1989", ["Herbst des Jahres 1989 = 1989-09-01 / 1989-11-30"]),
        ("am 3. Mai des Jahres 1945", ["3. Mai des Jahres 1945 = 1945-05-03"]),
        ("im Sommer 68.", ["Sommer 68 = 1968-06-01 / 1968-08-31"]),
        ("im Sommer 68 Menschen", ["Sommer = 2025-06-01 / 2025-08-31"]),
        (
            "in den zwanziger Jahren des 19. Jahrhunderts",
            ["zwanziger Jahren des 19. Jahrhunderts = 1820-01-01 / 1829-12-31"],
        ),
        (
            "im 16. und 17. Jahrhundert",
            ["16. = 1500-01-01 / 1599-12-31", "17. Jahrhundert = 1600-01-01 / 1699-12-31"],
        ),
        (
            "vom 16. bis zum 18. Jahrhundert",
            ["16. bis zum 18. Jahrhundert = 1500-01-01 / 1799-12-31"],
        ),
        (
            "im ersten und zweiten Quartal 2013",
            ["ersten = 2013-01-01 / 2013-03-31", "zweiten Quartal 2013 = 2013-04-01 / 2013-06-30"],
        ),
        (
            "im ersten und zweiten Quartal war",
            ["ersten und zweiten Quartal = 2025-01-01 / 2025-06-30"],
        ),
        (
            "in der Nacht vom 9. auf den 10. November 1938",
            ["Nacht vom 9. auf den 10. November 1938 = 1938-11-09T20:00 / 1938-11-10T06:00"],
        ),
        ("der erste und zweite Platz", []),
    ],
)
def test_what_stands_behind_tells_the_year(
    read: Callable[..., list[str]], text: str, want: list[str]
) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "lang", "want"),
    [
        ("am Dienstag nach Ostern", "de", "Dienstag nach Ostern = 2025-04-22"),
        ("am Montag vor Weihnachten wird", "de", "Montag vor Weihnachten = 2025-12-22"),
        ("am Tag vor Heiligabend wird", "de", "Tag vor Heiligabend = 2025-12-23"),
        ("am Tag nach Ostern", "de", "Tag nach Ostern = 2025-04-22"),
        ("Zwei Tage nach Ostern kam er.", "de", "Zwei Tage nach Ostern = ?"),
        ("the Monday after Easter", "en", "Monday after Easter = 2025-04-21"),
        ("the day after Christmas 2024", "en", "the day after Christmas 2024 = 2024-12-26"),
        ("Er warnte am Montag vor Ostern vor Staus.", "de", "Ostern =  / 2025-04-17"),
    ],
)
def test_days_beside_a_feast(
    read: Callable[..., list[str]], text: str, lang: str, want: str
) -> None:
    assert read(text, lang)[-1] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1990 kam er. Am 3. Mai desselben Jahres ging er.",
         "3. Mai desselben Jahres = 1990-05-03"),
        ("1990 kam er. Im Mai des folgenden Jahres ging er.",
         "Mai des folgenden Jahres = 1991-05-01 / 1991-05-31"),
        ("Am Dienstag darauf ging er.", "Dienstag darauf = ?"),
        ("Im Mai darauf ging er.", "Mai darauf = ?"),
        ("Er wies am Dienstag darauf hin.", "Dienstag = 2025-10-14"),
        ("1990 kam er. Im Herbst desselben Jahres ging er.",
         "Herbst desselben Jahres = 1990-09-01 / 1990-11-30"),
        ("1990 kam er. Zu Ostern des folgenden Jahres ging er.",
         "Ostern des folgenden Jahres = 1991-03-29 / 1991-04-01"),
        ("Im Mai jenes Jahres ging er.", "Mai jenes Jahres = ?"),
        ("Das Fest ist jedes Jahr im Mai.", "Mai = ?"),
        ("Das Fest ist jeweils am 1. Mai.", "1. Mai = ?"),
    ],
)  # fmt: skip
def test_a_year_that_is_told_elsewhere_or_never(
    read: Callable[..., list[str]], text: str, want: str
) -> None:
    assert read(text)[-1] == want
