"""What tells a length and no day, as the door for scripts writes it."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str, *, timex: bool) -> list[tuple[object, object, object]]:
    read = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(*read, timex=timex)]


@pytest.mark.parametrize(
    ("text", "lang", "words", "low", "high"),
    [
        ("Er fährt täglich.", "de", "täglich", 86400, 86400),
        ("Sie zahlt monatlich.", "de", "monatlich", 28 * 86400, 31 * 86400),
        ("Er kommt jeden Tag.", "de", "jeden Tag", 86400, 86400),
        ("Alle zwei Wochen kommt er.", "de", "Alle zwei Wochen", 14 * 86400, 14 * 86400),
        ("Jedes zweite Jahr kommt er.", "de", "Jedes zweite Jahr", 730 * 86400, 732 * 86400),
        ("Alle vier Stunden läutet es.", "de", "Alle vier Stunden", 14400, 14400),
        ("Der Zug fährt stündlich.", "de", "stündlich", 3600, 3600),
        ("It comes every two weeks.", "en", "every two weeks", 14 * 86400, 14 * 86400),
        ("She pays annually.", "en", "annually", 365 * 86400, 366 * 86400),
        ("It comes every week.", "en", "every week", 7 * 86400, 7 * 86400),
        ("It comes every other week.", "en", "every other week", 14 * 86400, 14 * 86400),
    ],
)
def test_a_recurrence_has_the_length_of_its_unit(
    text: str, lang: str, words: str, low: int, high: int
) -> None:
    assert _rows(text, lang, timex=True) == [(words, low, high)]
    assert _rows(text, lang, timex=False) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Er kommt jeden Montag.", "de"), ("Jeden zweiten Montag.", "de"), ("Annual sales.", "en")],
)
def test_other_recurrences_have_none(text: str, lang: str) -> None:
    assert _rows(text, lang, timex=True) == []


_YEAR = 365 * 86400


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Bis zu 200 Patienten am Tag kommen.", "am Tag", 1),
        ("Er verdient 400 Euro im Monat dazu.", "im Monat", 28),
        ("Die Rubrik erscheint einmal im Monat.", "im Monat", 28),
        ("Sie trainiert zweimal die Woche.", "die Woche", 7),
        ("Sie trainiert zweimal in der Woche.", "in der Woche", 7),
        ("Das kostet 20 Euro pro Jahr.", "pro Jahr", 365),
        ("Sie fördern pro Tag Tausende Fässer.", "pro Tag", 1),
        ("Er arbeitet sieben Tage die Woche.", "die Woche", 7),
        ("Sie hat 40 Stunden die Woche.", "die Woche", 7),
    ],
)
def test_a_rate_recurs_in_its_unit(text: str, words: str, days: int) -> None:
    found = {words: low for words, low, _ in _rows(text, "de", timex=True)}
    assert found[words] == days * 86400


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("He makes $40 a month there.", "a month", 28),
        ("She trains twice a week.", "a week", 7),
        ("It costs 300 euros per year.", "per year", 365),
        ("They work 40 hours a week.", "a week", 7),
    ],
)
def test_an_english_rate_recurs_in_its_unit(text: str, words: str, days: int) -> None:
    found = {words: low for words, low, _ in _rows(text, "en", timex=True)}
    assert found[words] == days * 86400


@pytest.mark.parametrize(
    "text",
    [
        "He shot 3 people a year ago.",
        "He shot 3 people a year later.",
        "She won 2 medals a week before the games.",
        "He spent 40 dollars a day after the vote.",
        "It drove 80 miles per hour.",
    ],
)
def test_what_is_no_english_rate(text: str) -> None:
    found = _rows(text, "en", timex=True)
    assert not any(
        str(w) in {"a year", "a week", "a day", "per hour"} and low for w, low, _ in found
    )


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai kamen im Monat mehr Gäste.",
        "Im Monat Mai kamen 300 Gäste.",
        "Es kamen 300 Gäste im Monat Mai.",
        "Es kamen 300 Gäste am Tag der offenen Tür.",
        "Es kamen 300 Gäste am Tag danach.",
        "Es kamen 300 Gäste in der Woche vor der Wahl.",
        "Die Woche begann mit 2 Toten.",
        "2014 kamen im Jahr darauf mehr.",
        "Der Wagen fuhr 80 Kilometer pro Stunde.",
    ],
)
def test_what_is_no_rate(text: str) -> None:
    units = ("Tag", "Woche", "Monat", "Jahr", "Stunde")
    found = _rows(text, "de", timex=True)
    assert not any(str(w).split()[-1] in units and isinstance(low, int) for w, low, _ in found)


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
    assert _rows(text, "de", timex=True) == [(words, years * _YEAR, years * 366 * 86400)]
    dated = _rows(text, "de", timex=False)
    assert str(dated[0][1]).startswith("20")


@pytest.mark.parametrize(
    ("text", "lang", "low"),
    [
        ("In den vergangenen drei Tagen regnete es.", "de", "2024-05-12"),
        ("It rained over the last two years.", "en", "2022-05-15"),
    ],
)
def test_other_windows_keep_their_days(text: str, lang: str, low: str) -> None:
    ((_, least, _),) = _rows(text, lang, timex=True)
    assert least == low


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Vor zwei Jahren kam er.", "de", "zwei Jahren"),
        ("Das war vor mehr als zwei Jahren.", "de", "mehr als zwei Jahren"),
        ("In drei Wochen wird gewählt.", "de", "drei Wochen"),
        ("He came two years ago.", "en", "two years ago"),
    ],
)
def test_the_preposition_of_a_distance_stands_outside_in_german(
    text: str, lang: str, words: str
) -> None:
    """As it does before "seit Juni" and "am Montag"; the moment itself keeps its words."""
    ((found, *_),) = _rows(text, lang, timex=True)
    assert found == words


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Vor zwei Jahren kam er.", "zwei Jahren", 2 * _YEAR, 2 * 366 * 86400),
        ("Vor rund 20 Jahren kam er.", "rund 20 Jahren", 16 * _YEAR, 20 * 366 * 86400 + 4 * _YEAR),
        ("Vor gut 20 Jahren kam er.", "gut 20 Jahren", 20 * _YEAR, 30 * 366 * 86400),
        ("Vor knapp 20 Jahren kam er.", "knapp 20 Jahren", 16 * _YEAR, 20 * 366 * 86400),
        ("Vor mehr als 20 Jahren kam er.", "mehr als 20 Jahren", 20 * _YEAR, None),
        ("Vor drei Monaten kam er.", "drei Monaten", 84 * 86400, 93 * 86400),
        ("In einem Jahr wird gewählt.", "einem Jahr", _YEAR, 366 * 86400),
        ("Vor einem halben Jahr kam er.", "einem halben Jahr", 168 * 86400, 186 * 86400),
    ],
)
def test_a_distance_of_months_or_years_is_a_length_in_german(
    text: str, words: str, low: int, high: int | None
) -> None:
    """The very day is no more meant than in "den letzten zwei Jahren"."""
    assert _rows(text, "de", timex=True) == [(words, low, high)]
    dated = _rows(text, "de", timex=False)
    assert str(dated[0][1]).startswith("20")


@pytest.mark.parametrize(
    ("text", "lang", "low"),
    [
        ("Vor drei Wochen kam er.", "de", "2024-04-24"),
        ("Heute vor einem Jahr kam er.", "de", "2023-05-15"),
        ("Er kam im Mai vor zwei Jahren.", "de", "2022-05-01"),
        ("He came two years ago.", "en", "2022-05-15"),
    ],
)
def test_other_distances_keep_their_days(text: str, lang: str, low: str) -> None:
    ((_, least, _),) = _rows(text, lang, timex=True)
    assert least == low


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Let's go now.", "en", "now"),
        ("He is not here at present.", "en", "at present"),
        ("Er startet genau jetzt.", "de", "genau jetzt"),
    ],
)
def test_the_present_is_a_time_only_for_scripts(text: str, lang: str, words: str) -> None:
    assert _rows(text, lang, timex=True) == [(words, "2024-05-15T10:00", "2024-05-15T10:00")]
    assert _rows(text, lang, timex=False) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("He is now a senator.", "en"),
        ("Now, the chief has to go.", "en"),
        ("The plan is off for now.", "en"),
        ("At this time of year it rains.", "en"),
        ("Das ist jetzt anders.", "de"),
    ],
)
def test_what_is_not_the_very_moment(text: str, lang: str) -> None:
    assert _rows(text, lang, timex=True) == []


def test_months_with_their_own_years_are_two_times_in_german() -> None:
    text = "Zwischen Juni 2011 und September 2012 fiel er."
    assert _rows(text, "de", timex=True) == [
        ("Juni 2011", "2011-06-01", "2011-06-30"),
        ("September 2012", "2012-09-01", "2012-09-30"),
    ]
    shared = _rows("Zwischen Juni und September 2012 fiel er.", "de", timex=True)
    assert shared == [("Juni und September 2012", "2012-06-01", "2012-09-30")]
