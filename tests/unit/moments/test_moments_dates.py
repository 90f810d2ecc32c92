"""Absolute dates in the forms newspapers print them in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.language.moments import read_moments


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("am 7. Oktober 2025 begann", ["7. Oktober 2025 = 2025-10-07"], id="long"),
        pytest.param("am 07.10.2025 begann", ["07.10.2025 = 2025-10-07"], id="digits"),
        pytest.param("am 7. 10. 2025 begann", ["7. 10. 2025 = 2025-10-07"], id="spaced"),
        pytest.param("am 7.10. begann", ["7.10. = 2025-10-07"], id="no-year-after-am"),
        pytest.param("vom 3.3.99 an", ["3.3.99 = 1999-03-03"], id="two-digit-year"),
        pytest.param("Stand 2025-10-17", ["2025-10-17 = 2025-10-17"], id="iso"),
        pytest.param("am 12. Jan. 2024", ["12. Jan. 2024 = 2024-01-12"], id="short-month"),
        pytest.param("am zweiten Mai", ["zweiten Mai = 2025-05-02"], id="ordinal-word"),
        pytest.param("am 14. Jänner 2024", ["14. Jänner 2024 = 2024-01-14"], id="austrian"),
        pytest.param("im Oktober 2024", ["Oktober 2024 = 2024-10-01 / 2024-10-31"], id="month"),
        pytest.param("im Jahr 2022", ["Jahr 2022 = 2022-01-01 / 2022-12-31"], id="year"),
        pytest.param(
            "seit dem Jahr 2001", ["dem Jahr 2001 = 2001-01-01 / 2001-12-31"], id="article"
        ),
        pytest.param(
            "die Saison 2014/15", ["die Saison 2014/15 = 2014-01-01 / 2015-12-31"], id="two-years"
        ),
        pytest.param(
            "in den 1990er Jahren", ["den 1990er Jahren = 1990-01-01 / 1999-12-31"], id="decade"
        ),
        pytest.param(
            "in den 60er-Jahren", ["den 60er-Jahren = 1960-01-01 / 1969-12-31"], id="short-decade"
        ),
        pytest.param(
            "im 19. Jahrhundert", ["19. Jahrhundert = 1800-01-01 / 1899-12-31"], id="century"
        ),
        pytest.param("im Sommer 2024", ["Sommer 2024 = 2024-06-01 / 2024-08-31"], id="season"),
        pytest.param("an Karfreitag 2024", ["Karfreitag 2024 = 2024-03-29"], id="good-friday"),
        pytest.param("am ersten Advent 2024", ["ersten Advent 2024 = 2024-12-01"], id="advent"),
        pytest.param(
            "Mitte August 2025", ["Mitte August 2025 = 2025-08-11 / 2025-08-20"], id="part"
        ),
        pytest.param("Ende 2024 kam", ["Ende 2024 = 2024-09-01 / 2024-12-31"], id="part-of-year"),
    ],
)
def test_reads_german_dates(read: Callable[..., list[str]], text: str, want: list[str]) -> None:
    """Words and days are both exact."""
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("on October 7, 2025 it", ["October 7, 2025 = 2025-10-07"], id="american"),
        pytest.param("on 7 Oct 2025 it", ["7 Oct 2025 = 2025-10-07"], id="british"),
        pytest.param("on Oct. 7th it", ["Oct. 7th = 2025-10-07"], id="suffix"),
        pytest.param("on 10/7/2025 it", ["10/7/2025 = 2025-10-07"], id="month-first"),
        pytest.param("on 22/04/2024 it", ["22/04/2024 = 2024-04-22"], id="cannot-be-month"),
        pytest.param("the second of August", ["second of August = 2025-08-02"], id="words"),
        pytest.param("on May 25, 2024", ["May 25, 2024 = 2024-05-25"], id="may"),
        pytest.param(
            "in May and by August",
            ["May = 2025-05-01 / 2025-05-31", "by August =  / 2025-08-31"],
            id="months-asked-for",
        ),
        pytest.param("in the 1990s", ["the 1990s = 1990-01-01 / 1999-12-31"], id="decade"),
        pytest.param("in mid-August", ["mid-August = 2025-08-11 / 2025-08-20"], id="mid"),
        pytest.param("on Thanksgiving 2024", ["Thanksgiving 2024 = 2024-11-28"], id="thanksgiving"),
        pytest.param(
            "in nineteen ninety six", ["nineteen ninety six = 1996-01-01 / 1996-12-31"], id="spoken"
        ),
    ],
)
def test_reads_english_dates(read: Callable[..., list[str]], text: str, want: list[str]) -> None:
    """Month and day change places with the language."""
    assert read(text, "en") == want


@pytest.mark.parametrize(
    ("text", "lang", "want"),
    [
        pytest.param(
            "vom 12. bis 15. Mai 2024",
            "de",
            ["12. bis 15. Mai 2024 = 2024-05-12 / 2024-05-15"],
            id="days",
        ),
        pytest.param(
            "14.10. - 15.10.2013",
            "de",
            ["14.10. - 15.10.2013 = 2013-10-14 / 2013-10-15"],
            id="digits",
        ),
        pytest.param(
            "vom 28. Dezember bis 3. Januar 2024",
            "de",
            ["28. Dezember bis 3. Januar 2024 = 2023-12-28 / 2024-01-03"],
            id="over-new-year",
        ),
        pytest.param(
            "von Mai bis Juli 2024",
            "de",
            ["Mai bis Juli 2024 = 2024-05-01 / 2024-07-31"],
            id="months",
        ),
        pytest.param(
            "zwischen 2010 und 2014 stieg",
            "de",
            ["2010 und 2014 = 2010-01-01 / 2014-12-31"],
            id="between",
        ),
        pytest.param(
            "Fuhg (1898-1976) schuf", "de", ["1898-1976 = 1898-01-01 / 1976-12-31"], id="a-life"
        ),
        pytest.param(
            "from May 12-15, 2024",
            "en",
            ["May 12-15, 2024 = 2024-05-12 / 2024-05-15"],
            id="english",
        ),
        pytest.param(
            "from 12 to 15 May 2024",
            "en",
            ["12 to 15 May 2024 = 2024-05-12 / 2024-05-15"],
            id="british",
        ),
        pytest.param(
            "from August to October",
            "en",
            ["August to October = 2025-08-01 / 2025-10-31"],
            id="english-months",
        ),
        pytest.param(
            "am 3., 4. und 7. Oktober 2024",
            "de",
            ["3. = 2024-10-03", "4. = 2024-10-04", "7. Oktober 2024 = 2024-10-07"],
            id="list",
        ),
    ],
)
def test_reads_spans(read: Callable[..., list[str]], text: str, lang: str, want: list[str]) -> None:
    """Both ends of a span count as days within; a list stays a list."""
    assert read(text, lang) == want


@pytest.mark.parametrize(
    "text",
    [
        "2022 Menschen kamen, 1800 Meter hoch, 2000 Euro teuer",
        "seit 2000 Jahren, nach 2010 Metern",
        "davon 2000 im vergangenen Rennen",
        "Abschnitt 3.2. der Ordnung, Version 3.10.2",
        "Tel. 0316/2010-2015 oder 138-2010",
        "AZ-2014 und B-2022-77",
        "Friedrich Merz und Jan Müller, die beiden",
        "so mit der die das, Mo und Di",
        "Welt am Sonntag und Bild am Sonntag",
        "das Winter-Biathlon, der MIP-Montag",
        "ein Sieg mit 3:1 und 0:13 Toren",
        "rund um die Uhr",
        "guten Morgen",
    ],
)
def test_leaves_other_german_words_alone(read: Callable[..., list[str]], text: str) -> None:
    """Counts, sections, numbers of all kinds, names and short words are no dates."""
    found = [row for row in read(text) if "vergangen" not in row]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "You may not, it may 2 or more.",
        "They march 20 miles in the sun, sat down and wed.",
        "deliver 2000 pieces of toys",
        "Call me at (206) 555-1212 or 138-2010-2015",
        "This screen has a 4:3 aspect ratio.",
        "Room 4a and flight 2022",
        "Good morning, Paul. A last minute offer.",
    ],
)
def test_leaves_other_english_words_alone(read: Callable[..., list[str]], text: str) -> None:
    """A modal is no month, an aspect ratio no time."""
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "want", "mismatch"),
    [
        pytest.param("am Donnerstag (16. Oktober)", "2025-10-16", False, id="fits"),
        pytest.param("am Mittwoch (6. November)", "2024-11-06", False, id="picks-last-year"),
        pytest.param("am Freitag, 16. Oktober", None, True, id="refuses"),
        pytest.param("am Freitag, dem 16. Oktober 2025", "2025-10-16", True, id="year-stated"),
        pytest.param("am heutigen Samstag", "2025-10-17", True, id="today-is-friday"),
    ],
)
def test_weekday_and_date(text: str, want: str | None, mismatch: bool) -> None:
    """A weekday picks the year of its date, or does not fit and says so."""
    from tests.unit.moments.conftest import FRIDAY  # the anchor of all tables

    (moment,) = read_moments(text, "de", FRIDAY)

    assert moment.mismatch is mismatch
    assert (moment.low.date().isoformat() if moment.low else None) == want


def test_impossible_dates_stay_unresolved(read: Callable[..., list[str]]) -> None:
    """There is no 30 February, whatever the year."""
    assert read("am 30. Februar 2024") == ["30. Februar 2024 = ?"]
