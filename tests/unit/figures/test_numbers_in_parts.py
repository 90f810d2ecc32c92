"""Numbers told in several parts: spoken fractions, digits with magnitudes, repeated notations."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.language.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("4 thousand 3 hundred and 21", "en", "4321"),
        ("a hundred thousand millionths", "en", "0.1"),
        ("100 thousandths", "en", "0.1"),
        ("two twenty-fifths", "en", "0.08"),
        ("one hundred forty fifths", "en", "2.222222222222222222222222222"),
        ("45 (forty five)", "en", "45"),
        ("three crore twelve lacs", "en", "31200000"),
        ("two out of five hundred", "en", "0.004"),
        ("point 77", "en", "0.77"),
        ("keinen", "de", "0"),
        ("eine", "de", "1"),
    ],
)
def test_value(text: str, lang: str, value: str) -> None:
    (figure,) = read_quantities(text, lang)
    assert figure.text == text
    assert abs(figure.soft.low - Decimal(value)) < Decimal("1e-12")


@pytest.mark.parametrize(
    ("text", "lang", "unit", "value"),
    [
        ("It cost 500 pesos.", "en", "XXX", 500),
        ("It cost ringgit 42.", "en", "MYR", 42),
        ("264 Millionen Neuseeland-Dollar", "de", "NZD", 264000000),
        ("2mil SEK", "en", "SEK", 2000000),
        ("1 k.g. of rice", "en", "g", 1000),
        ("3 quarters", "en", "s", 23328000),
        ("5 km^2 of forest", "en", "m2", 5000000),
    ],
)
def test_unit(text: str, lang: str, unit: str, value: int) -> None:
    (figure,) = read_quantities(text, lang)
    assert (figure.unit, int(figure.hard.low)) == (unit, value)


def test_two_numbers_side_by_side_stay_two() -> None:
    found = read_quantities("It cost 5 million, 300 jobs went.", "en")
    assert [f.hard.low for f in found] == [5000000, 300]


def test_other_numbers_in_brackets_stay_two() -> None:
    found = read_quantities("There were 45 (last year forty) fires.", "en")
    assert [f.hard.low for f in found] == [45, 40]
