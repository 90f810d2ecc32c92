"""Clock times, and the days they fall on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from checker.language.moments import read_moments


@pytest.mark.parametrize(
    ("text", "lang", "words", "clock"),
    [
        pytest.param("um 20.15 Uhr", "de", "20.15 Uhr", (1215, 1215), id="dot"),
        pytest.param("um 20:15 Uhr", "de", "20:15 Uhr", (1215, 1215), id="colon"),
        pytest.param("gegen 14 Uhr", "de", "14 Uhr", (840, 840), id="hour"),
        pytest.param("um 18 Uhr 12", "de", "18 Uhr 12", (1092, 1092), id="minutes-behind"),
        pytest.param("um acht Uhr abends", "de", "acht Uhr abends", (1200, 1200), id="evening"),
        pytest.param("um halb acht", "de", "halb acht", (450, 450), id="half-to"),
        pytest.param("um Viertel nach drei", "de", "Viertel nach drei", (195, 195), id="quarter"),
        pytest.param("14.05 bis 15.20 Uhr", "de", "14.05 bis 15.20 Uhr", (845, 920), id="span"),
        pytest.param("von 14-18 Uhr", "de", "14-18 Uhr", (840, 1080), id="dash"),
        pytest.param(
            "5 bis 6 Uhr nachmittags", "de", "5 bis 6 Uhr nachmittags", (1020, 1080), id="both"
        ),
        pytest.param("at 6.52am", "en", "6.52am", (412, 412), id="am"),
        pytest.param("at 2:30 p.m. it", "en", "2:30 p.m.", (870, 870), id="pm"),
        pytest.param("from 5 to 6pm", "en", "5 to 6pm", (1020, 1080), id="pm-for-both"),
        pytest.param("at 12 am", "en", "12 am", (0, 0), id="midnight"),
        pytest.param("at half past seven", "en", "half past seven", (450, 450), id="half-past"),
        pytest.param("at quarter past noon", "en", "quarter past noon", (735, 735), id="noon"),
        pytest.param(
            "ten minutes to midnight",
            "en",
            "ten minutes to midnight",
            (1430, 1430),
            id="to-midnight",
        ),
        pytest.param(
            "45 minutes past 3 pm", "en", "45 minutes past 3 pm", (945, 945), id="many-minutes"
        ),
        pytest.param("15 Minuten vor 12.", "de", "15 Minuten vor 12", (705, 705), id="minutes-to"),
        pytest.param("at 3:15p it", "en", "3:15p", (915, 915), id="p"),
        pytest.param("nine fifty a m", "en", "nine fifty a m", (590, 590), id="letters-apart"),
        pytest.param("at six in the evening", "en", "six in the evening", (1080, 1080), id="words"),
    ],
)
def test_reads_clock_times(text: str, lang: str, words: str, clock: tuple[int, int]) -> None:
    """Minutes since midnight, whatever the wording."""
    (moment,) = read_moments(text, lang, None)

    assert (moment.text, moment.clock, moment.kind) == (words, clock, "time")
    assert not moment.resolved


def test_times_that_share_their_mark(read: Callable[..., list[str]]) -> None:
    """One "Uhr" may stand for several times."""
    assert [r.split(" = ")[0] for r in read("um 13.00 und 17.45 Uhr")] == ["13.00", "17.45 Uhr"]


def test_day_of_the_sentence(read: Callable[..., list[str]]) -> None:
    """A time falls on the day its sentence names, also where the day comes after."""
    assert read("Am Donnerstag um 14 Uhr rief er an.") == [
        "Donnerstag = 2025-10-16",
        "14 Uhr = 2025-10-16T14:00",
    ]
    assert read("Um 14 Uhr am Donnerstag rief er an.")[0] == "14 Uhr = 2025-10-16T14:00"


def test_hours_of_a_night() -> None:
    """Before midnight the night to Monday is Sunday; "Freitagnacht" does not tell."""
    reference = datetime(2025, 10, 17)

    early, late, open_ = (
        read_moments(text, "de", reference)[-1]
        for text in (
            "In der Nacht auf Montag um 2 Uhr",
            "In der Nacht auf Montag gegen 23.30 Uhr",
            "In der Donnerstagnacht um 2 Uhr",
        )
    )

    assert early.low == datetime(2025, 10, 13, 2)
    assert late.low == datetime(2025, 10, 12, 23, 30)
    assert not open_.resolved


def test_no_day_of_another_sentence() -> None:
    """The next sentence may speak of another day."""
    moments = read_moments("Er kam am Donnerstag. Um 14 Uhr fiel ein Schuss.", "de", None)

    assert [m.kind for m in moments] == ["date", "time"]


def test_english_joins_day_and_hour(read: Callable[..., list[str]]) -> None:
    """English says both in one breath."""
    assert read("on Thursday at 3 p.m. he", "en") == ["Thursday at 3 p.m. = 2025-10-16T15:00"]


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("gestern Abend", "de", datetime(2025, 10, 16, 17), datetime(2025, 10, 17)),
        ("Donnerstagabend", "de", datetime(2025, 10, 16, 17), datetime(2025, 10, 17)),
        ("heute früh", "de", datetime(2025, 10, 17, 4), datetime(2025, 10, 17, 10)),
        ("in der Nacht zum Sonntag", "de", datetime(2025, 10, 11, 20), datetime(2025, 10, 12, 6)),
        ("last night", "en", datetime(2025, 10, 16, 20), datetime(2025, 10, 17, 6)),
        ("Thursday evening", "en", datetime(2025, 10, 16, 17), datetime(2025, 10, 17)),
    ],
)
def test_parts_of_the_day(text: str, lang: str, low: datetime, high: datetime) -> None:
    """A part of a day is wide, and the night belongs to two days."""
    (moment,) = read_moments(text, lang, datetime(2025, 10, 17, 12))

    assert (moment.low, moment.high, moment.precision) == (low, high, "daypart")


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("gegen 14 Uhr", "about"), ("kurz nach 14 Uhr", "after"), ("um 14 Uhr", "")],
)
def test_hedges(text: str, modifier: str) -> None:
    """A hedged hour may be off, and says so."""
    (moment,) = read_moments(text, "de", None)

    assert (moment.modifier, moment.approximate) == (modifier, bool(modifier))
    assert bool(moment.slack) is bool(modifier)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("out Tuesday from 2:00 to 2:30 pm", "Tuesday from 2:00 to 2:30 pm", 14, 14.5),
        ("on Tuesday 9:00 to 11:30 am", "Tuesday 9:00 to 11:30 am", 9, 11.5),
        ("this evening from 7 to 7:30", "this evening from 7 to 7:30", 19, 19.5),
        ("between 7 and 9:30 last night", "7 and 9:30 last night", 19, 21.5),
        ("tomorrow morning from 7 to 7:30", "tomorrow morning from 7 to 7:30", 7, 7.5),
    ],
)
def test_hours_of_a_span_are_of_one_half_of_the_day(
    text: str, words: str, low: float, high: float
) -> None:
    (moment,) = read_moments(text, "en", datetime(2018, 6, 1))
    assert moment.text == words
    assert moment.low is not None
    assert moment.high is not None
    hours = [at.hour + at.minute / 60 for at in (moment.low, moment.high)]
    assert hours == [low, high]


def test_an_hour_before_a_day_it_reaches_is_not_of_that_day() -> None:
    moments = read_moments("away from 2pm till tomorrow 4:30pm", "en", datetime(2018, 6, 1))
    assert [m.text for m in moments] == ["2pm", "till tomorrow 4:30pm"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("am 20.11. 8:30", datetime(2017, 11, 20, 8, 30)),
        ("Fr 18.8. 19:10", datetime(2017, 8, 18, 19, 10)),
        ("Di., 10.10.2017, 08:30", datetime(2017, 10, 10, 8, 30)),
        ("Der Beginn ist am 4.10., 11:45.", datetime(2017, 10, 4, 11, 45)),
    ],
)
def test_a_time_behind_a_date_in_digits_needs_no_mark(text: str, low: datetime) -> None:
    assert read_moments(text, "de", datetime(2017, 9, 25))[-1].low == low


@pytest.mark.parametrize("text", ["im 3. Satz 11:45", "Artikel 5.1. 11:45", "Er kam. 8:30"])
def test_digits_behind_other_numbers_are_no_time(text: str) -> None:
    assert all(m.clock is None for m in read_moments(text, "de", datetime(2017, 9, 25)))


def test_part_of_the_day_behind_an_hour(read: Callable[..., list[str]]) -> None:
    """Eight o'clock "tonight" is no hour of the morning."""
    assert read("Er kommt um 8 Uhr heute Abend.")[0] == "8 Uhr = 2025-10-17T20:00"
    assert read("Er kam um 8 Uhr am Dienstagabend.")[0] == "8 Uhr = 2025-10-14T20:00"
    assert read("Er kam um 10 Uhr am Dienstagvormittag.")[0] == "10 Uhr = 2025-10-14T10:00"


def test_hour_of_the_day_that_ends_a_time(read: Callable[..., list[str]]) -> None:
    """An hour beside it ends it as well; hours told of each day do not."""
    assert read("Es läuft bis Sonntag, 18 Uhr.")[-1] == "18 Uhr = 2025-10-19T18:00"
    assert read("Bis Sonntag ist von 10 bis 18 Uhr offen.")[-1] == (
        "10 bis 18 Uhr = 2025-10-17T10:00 / 2025-10-17T18:00"
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("am 19.07.2025 ca. 18:30", "18:30 = 2025-07-19T18:30"),
        ("am 19.07.25 8:30h", "8:30h = 2025-07-19T08:30"),
        ("am 10. Oktober 19:10 h", "19:10 h = 2025-10-10T19:10"),
        ("am 20. Juni 2025, 12:05 h", "12:05 h = 2025-06-20T12:05"),
    ],
)
def test_hours_behind_a_date(read: Callable[..., list[str]], text: str, want: str) -> None:
    assert read(text)[-1] == want


def test_a_day_with_its_morning_is_no_hour(read: Callable[..., list[str]]) -> None:
    """Nine past eight in the evening is not in the morning."""
    assert not any("20:09" in found for found in read("20.09 morgens"))
