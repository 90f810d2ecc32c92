"""When, where and by whom; each with evidence, and nothing guessed."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.model import Source
from checker.read import source_from_text
from checker.read.credits import find_credits
from checker.read.dateline import dated_weekdays, estimate, local_wall_clock

BODY = (
    "Der Stadtrat hat am Donnerstag nach langer Debatte beschlossen, die Brücke über die Aue zu "
    "sperren. Die Arbeiten sollen im Frühjahr 2027 beginnen, wie das Bauamt mitteilte."
)


def read(head: str, tail: str = "") -> Source:
    text = f"Brücke in Altenau gesperrt\n{head}\n\n{BODY}\n\n{BODY}{tail}"
    return source_from_text(text, id="a.txt", lang="de", furniture=True)


def test_minute_and_evidence() -> None:
    """A dateline gives the minute, and says where it stands in the text."""
    source = read("12.03.2026, 18:40 Uhr | Quelle: dpa")
    published = source.published

    assert published is not None
    assert source.text[published.start : published.end] == "12.03.2026, 18:40 Uhr"
    assert (published.value, published.evidence) == ("2026-03-12T18:40", "text")
    assert source.anchor == datetime(2026, 3, 12, 18, 40)
    assert [a.value for a in source.agencies] == ["DPA"]


def test_day_without_a_time_anchors_at_its_beginning() -> None:
    """The day alone is enough for "gestern"."""
    source = read("Altenau, Donnerstag, 12. März 2026")

    assert source.published_low == datetime(2026, 3, 12)
    assert source.published_high == datetime(2026, 3, 13)
    assert source.anchor == datetime(2026, 3, 12)


def test_dates_in_the_running_text_are_no_publication() -> None:
    """An article about 2027 is not from 2027."""
    source = read("Von Anna Lenz", "\n\nAm 3. Mai 2026 soll der Rat erneut tagen.")

    assert source.published is None
    assert source.author is not None
    assert source.author.value == "Anna Lenz"


def test_update_gives_way_to_first_publication() -> None:
    """Where both are named, the first publication counts."""
    source = read("Aktualisiert: 14.03.2026, 9:00 Uhr\nVeröffentlicht: 12.03.2026, 18:40 Uhr")

    assert source.published is not None
    assert source.published.value == "2026-03-12T18:40"


def test_weekday_that_does_not_fit_anchors_nothing() -> None:
    """12 March 2026 was a Thursday; a misprint moves no "gestern"."""
    source = read("Freitag, 12. März 2026")

    assert source.anchor is None
    assert "date-weekday-mismatch: 2026-03-12" in source.notices


def test_implausible_year_is_kept_and_flagged() -> None:
    """A source that dates itself 2199 says so; nothing is anchored there."""
    source = read("12.03.2199")

    assert source.anchor is None
    assert source.published is not None
    assert "date-implausible: 2199-03-12" in source.notices


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Altenau (dpa) - Die Brücke ist gesperrt.", ["DPA"]),
        ("BERLIN/MOSKAU (AFP/dpa) – Der Kreml schweigt.", ["AFP", "DPA"]),
        ("Das sei bis Ostern möglich. dpa", ["DPA"]),
        ("Das sagte sie am Abend. (lismah/AFP)", ["AFP"]),
        ("Quelle: Reuters", ["REUTERS"]),
        ("Das bestätigte der Sprecher laut EFE, zitiert von Agerpres.", []),
        ("Die Agentur Agence France-Presse (AFP) meldete am Freitag vier Tote.", []),
        ("Die Alternative Partei (AP) gewann die Wahl in vier Ländern.", []),
    ],
)
def test_agencies_are_credited_not_quoted(line: str, agencies: list[str]) -> None:
    """Printing an agency makes one witness of two papers; quoting it does not."""
    assert [credit.agency for credit in find_credits(line)] == agencies


def test_weekdays_with_dates_are_found() -> None:
    """Only wordings without a year need an estimate."""
    text = "am Donnerstag (7. November), Mittwoch, 6. November; Freitag, 8. November 2024"

    assert [found[:3] for found in dated_weekdays(text)] == [(3, 11, 7), (2, 11, 6)]


def test_estimate_needs_a_single_year() -> None:
    """7 November was a Thursday in 2019 and 2024; one answer only if one year is left."""
    text = "Das sagte er am Donnerstag (7. November)."
    found = estimate(text, years=(2022, 2028))

    assert found is not None
    assert found[0].value == "2024-11-07"
    assert found[0].evidence == "estimate"
    assert found[1:] == (datetime(2024, 11, 7), datetime(2024, 11, 15))
    assert estimate(text, years=(2018, 2028)) is None
    assert estimate("am Donnerstag", years=(2022, 2028)) is None


@pytest.mark.parametrize(
    ("instant", "local"),
    [
        ("2024-08-27T22:32:24Z", "2024-08-28T00:32"),
        ("2025-01-05T23:30:00+00:00", "2025-01-06T00:30"),
        ("2024-03-31T00:59:00Z", "2024-03-31T01:59"),
        ("2024-03-31T01:00:00Z", "2024-03-31T03:00"),
        ("2026-03-12T18:40:00+01:00", "2026-03-12T18:40:00+01:00"),
    ],
)
def test_utc_becomes_german_wall_clock(instant: str, local: str) -> None:
    """What "gestern" means hangs on the clock in the newsroom."""
    assert local_wall_clock(instant, "de") == local
