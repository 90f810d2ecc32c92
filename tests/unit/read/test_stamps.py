"""Fully written dates are read; anything a reader would have to guess is not."""

from __future__ import annotations

import pytest

from checker.read.stamps import find_stamps


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-10-17 00:16", "2025-10-17T00:16"),
        ("2025-10-17T00:16:59.250Z", "2025-10-17T00:16"),
        ("15.02.2026, 18:40 Uhr", "2026-02-15T18:40"),
        ("13.05.2026 - 10:05 Uhr", "2026-05-13T10:05"),
        ("22.03.2026, 21.45 Uhr", "2026-03-22T21:45"),
        ("Mittwoch, 13. Mai 2026, 14 Uhr", "2026-05-13T14:00"),
        ("14. Mai 2026 | 08:20 Uhr", "2026-05-14T08:20"),
        ("Montag, den 16. Februar 2026", "2026-02-16"),
        ("1. Jänner 2026", "2026-01-01"),
        ("3.4.26", "2026-04-03"),
        ("AFP - June 8, 2026, 08:30", "2026-06-08T08:30"),
        ("Monday, 8 June 2026, 7pm", "2026-06-08T19:00"),
        ("8 June 2026, 9.10am", "2026-06-08T09:10"),
        ("Sept. 9, 2026 at 12:05 a.m.", "2026-09-09T00:05"),
        ("September 9th, 2026", "2026-09-09"),
        ("25/12/2026", "2026-12-25"),
    ],
)
def test_reads(text: str, value: str) -> None:
    """Day, month and year are read in both languages, the time if there is one."""
    assert [stamp.value for stamp in find_stamps(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("03/04/2026", id="month-or-day"),
        pytest.param("7. November", id="no-year"),
        pytest.param("Oktober 2025", id="no-day"),
        pytest.param("30. Februar 2026", id="no-such-day"),
        pytest.param("Version 3.2.2026.1", id="version"),
        pytest.param("99€ im Monat", id="price"),
        pytest.param("Tel. 0171-6440507", id="telephone"),
    ],
)
def test_refuses(text: str) -> None:
    """A wrong date is worse than none."""
    assert find_stamps(text) == ()


def test_weekday_that_does_not_fit_is_noticed() -> None:
    """16 February 2026 was a Monday."""
    fits = [s.fits for s in find_stamps("Montag, 16. Februar 2026; Dienstag, 16. Februar 2026")]

    assert fits == [True, False]
