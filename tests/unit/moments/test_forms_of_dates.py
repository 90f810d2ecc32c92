"""Forms of dates and hours: ends of spans, hours within a part of the day, spoken months."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.language.figures import figures_json, read_figures

_ANCHOR = datetime(2024, 5, 15, 10, 0)


def _rows(text: str, lang: str) -> list[tuple[object, object, object]]:
    figures, moments = read_figures(text, lang, _ANCHOR, tokens=())
    return [(r["text"], r["low"], r["high"]) for r in figures_json(figures, moments)]


@pytest.mark.parametrize(
    ("text", "lang", "rows"),
    [
        (
            "Geöffnet ist von 14.05 bis 15.20 Uhr.",
            "de",
            [
                ("14.05", "2024-05-15T14:05", "2024-05-15T14:05"),
                ("15.20 Uhr", "2024-05-15T15:20", "2024-05-15T15:20"),
            ],
        ),
        (
            "Sie leitete das Haus von 1992 bis 1994.",
            "de",
            [("1992", "1992-01-01", "1992-12-31"), ("1994", "1994-01-01", "1994-12-31")],
        ),
        (
            "Am Montagabend um 8 Uhr brannte es.",
            "de",
            [
                ("Montagabend", "2024-05-13T17:00", "2024-05-14T00:00"),
                ("8 Uhr", "2024-05-13T20:00", "2024-05-13T20:00"),
            ],
        ),
        (
            "Der Termin ist am siebten vierten.",
            "de",
            [("siebten vierten", "2024-04-07", "2024-04-07")],
        ),
        ("vom 14. - 15.6.", "de", [("14. - 15.6.", "2024-06-14", "2024-06-15")]),
        ("am 15te Juni", "de", [("15te Juni", "2024-06-15", "2024-06-15")]),
        (
            "Mittwoch in zwei Wochen",
            "de",
            [("Mittwoch in zwei Wochen", "2024-05-29", "2024-05-29")],
        ),
        ("nächste Arbeitswoche", "de", [("nächste Arbeitswoche", "2024-05-20", "2024-05-24")]),
        ("It opens on the 18th.", "en", [("the 18th", "2024-05-18", "2024-05-18")]),
        (
            "two weeks ago on Tuesday",
            "en",
            [("two weeks ago on Tuesday", "2024-04-30", "2024-04-30")],
        ),
        ("quarter past 3pm", "en", [("quarter past 3pm", "2024-05-15T15:15", "2024-05-15T15:15")]),
        ("tomorrow at 3", "en", [("tomorrow at 3", "2024-05-16T03:00", "2024-05-16T03:00")]),
        ("2018Q4", "en", [("2018Q4", "2018-10-01", "2018-12-31")]),
        (
            "the 20th of next month",
            "en",
            [("20th of next month", "2024-06-20", "2024-06-20")],
        ),
        (
            "the week of October 7",
            "en",
            [("the week of October 7", "2024-10-07", "2024-10-13")],
        ),
        ("last week's Sunday", "en", [("last week's Sunday", "2024-05-12", "2024-05-12")]),
        ("15:20", "de", [("15:20", "2024-05-15T15:20", "2024-05-15T15:20")]),
        ("Woche vom 7. Oktober", "de", [("Woche vom 7. Oktober", "2024-10-07", "2024-10-13")]),
        ("this working week", "en", [("this working week", "2024-05-13", "2024-05-17")]),
    ],
)
def test_forms(text: str, lang: str, rows: list[tuple[str, str, str]]) -> None:
    assert _rows(text, lang) == rows


def test_a_floor_is_no_day() -> None:
    assert _rows("She lives on the 18th floor.", "en") == [("18th", 18, 18)]


def test_a_count_after_a_month_is_no_day() -> None:
    assert [r[0] for r in _rows("Im März 3 Tote", "de")] == ["März", "3"]


def test_minutes_just_gone_are_no_days() -> None:
    assert _rows("in den letzten zwei Minuten", "de") == [
        ("den letzten zwei Minuten", "2024-05-15T09:58", "2024-05-15T10:00")
    ]


def test_a_result_is_no_hour() -> None:
    assert [r[0] for r in _rows("They won on Saturday at 21 clubs.", "en")] == ["Saturday", "21"]


def test_any_month_has_a_fifth() -> None:
    assert _rows("It is due on the 5th of the month.", "en") == [("5th", 5, 5)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("10.10.23 abends", [("10.10.23 abends", "2023-10-10T17:00", "2023-10-11T00:00")]),
        (
            "Freitag, 31.5 gegen 13 Uhr",
            [
                ("Freitag, 31.5", "2024-05-31", "2024-05-31"),
                ("13 Uhr", "2024-05-31T13:00", "2024-05-31T13:00"),
            ],
        ),
        (
            "am 14.6 gegen 20 Uhr",
            [
                ("14.6", "2024-06-14", "2024-06-14"),
                ("20 Uhr", "2024-06-14T20:00", "2024-06-14T20:00"),
            ],
        ),
        ("1.6.", [("1.6.", "2024-06-01", "2024-06-01")]),
        ("Sie gibt es für Phon 8 und 8.1 auch.", []),
        ("Kapitel 3.4. morgens lesen", []),
    ],
)
def test_dates_in_digits(text: str, rows: list[tuple[str, object, object]]) -> None:
    assert [r for r in _rows(text, "de") if r[0] != "morgens"] == rows
