"""Figures are written as the interface's language expects them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import INFINITY
from checker.report.numbers import number, quantities, quantity


@pytest.mark.parametrize(
    ("value", "de", "en"),
    [
        ("7", "7", "7"),
        ("1250", "1250", "1,250"),
        ("50000", "50.000", "50,000"),
        ("2.5", "2,5", "2.5"),
        ("12345.75", "12.345,75", "12,345.75"),
        ("-3", "−3", "−3"),
        ("1E+6", "1.000.000", "1,000,000"),
        ("0.10", "0,1", "0.1"),
    ],
)
def test_number(value: str, de: str, en: str) -> None:
    """German groups with a full stop and marks decimals with a comma."""
    assert number(Decimal(value), "de") == de
    assert number(Decimal(value), "en") == en


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("4500", "s", "75 min"),
        ("5400", "s", "1,5 h"),
        ("7200", "s", "2 h"),
        ("86400", "s", "1 Tag"),
        ("12000", "m", "12 km"),
        ("2500000", "g", "2,5 t"),
        ("10", "m/s", "36 km/h"),
        ("7", "1", "7"),
        ("40", "year", "40 Jahre"),
        ("1200", "EUR", "1200 €"),
        ("3", "XYZ", "3 XYZ"),
        ("10400000", "EUR", "10,4 Mio. €"),
        ("2500000000", "1", "2,5 Mrd."),
        ("1234567", "1", "1.234.567"),
        ("0", "s", "0 s"),
    ],
)
def test_quantity(value: str, unit: str, shown: str) -> None:
    """Canonical units become those that people use."""
    assert quantity(Decimal(value), unit, "de").replace("\u00a0", " ") == shown


def test_bounds_of_one_line_share_a_unit() -> None:
    """An axis does not change from hours to minutes midway."""
    shown = quantities([Decimal(3600), Decimal(5400), Decimal(8820)], "s", "de")
    assert [text.replace("\u00a0", " ") for text in shown] == ["60 min", "90 min", "147 min"]


def test_infinity() -> None:
    """An open end is shown as such."""
    assert quantity(INFINITY, "s", "de") == "∞"
    assert number(-INFINITY, "en") == "−∞"
