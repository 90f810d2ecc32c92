"""A third language that came with one data file and no line of code."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.language.quantities import read_quantities
from checker.model import Kind

D = Decimal

CASES = [
    ("La réunion a duré deux heures et demie.", "deux heures et demie", Kind.DURATION, "9000", "s"),
    ("Le budget est de 1 234,5 euros.", "1 234,5 euros", Kind.MONEY, "1234.5", "EUR"),
    ("cinq milliards de dollars", "cinq milliards de dollars", Kind.MONEY, "5000000000", "USD"),
    ("vingt et un morts", "vingt et un", Kind.COUNT, "21", "1"),
    ("quatre-vingt-dix-sept blessés", "quatre-vingt-dix-sept", Kind.COUNT, "97", "1"),
    ("soixante-quinze minutes", "soixante-quinze minutes", Kind.DURATION, "4500", "s"),
    ("soixante et onze personnes", "soixante et onze", Kind.COUNT, "71", "1"),
    ("dix-sept blessés", "dix-sept", Kind.COUNT, "17", "1"),
    ("mille deux cents soldats", "mille deux cents", Kind.COUNT, "1200", "1"),
    ("une demi-heure", "une demi-heure", Kind.DURATION, "1800", "s"),
    ("la moitié des voix", "la moitié", Kind.RATIO, "0.5", "1"),
    ("3,5 %", "3,5 %", Kind.PERCENT, "3.5", "%"),
    ("une femme âgée de 45 ans", "45 ans", Kind.AGE, "45", "year"),
]


@pytest.mark.parametrize(("text", "span", "kind", "value", "unit"), CASES)
def test_french_values(text: str, span: str, kind: Kind, value: str, unit: str) -> None:
    """Numbers, durations, money and ages."""
    (figure,) = read_quantities(text, "fr")

    assert (figure.text, figure.kind, figure.unit) == (span, kind, unit)
    assert figure.soft.low == figure.soft.high == D(value)


BOUNDS = [
    ("plus d’une heure", "3600", "Infinity"),
    ("au moins 20 morts", "20", "Infinity"),
    ("jusqu'à sept fois", "0", "7"),
    ("entre 10 et 15 millions d'euros", "10000000", "15000000"),
    ("de 10 à 12 kilomètres", "10000", "12000"),
    ("deux ou trois semaines", "1209600", "1814400"),
]


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_french_bounds(text: str, low: str, high: str) -> None:
    """Modifiers and ranges."""
    (figure,) = read_quantities(text, "fr")

    assert (figure.hard.low, figure.hard.high) == (D(low), D(high))


@pytest.mark.parametrize("text", ["un homme et une femme", "en 2022", "à 14 heures", "page 12"])
def test_no_figure_in_french(text: str) -> None:
    """Articles, years, hours and labels are left alone."""
    assert read_quantities(text, "fr") == ()
