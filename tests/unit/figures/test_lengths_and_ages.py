"""How long something takes and how old somebody is: wordings that look like one another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.language.quantities import read_quantities
from checker.model import INFINITY, Figure, Kind

_DAY = Decimal(86400)


def _only(text: str, lang: str = "de") -> Figure:
    (figure,) = read_quantities(text, lang)
    return figure


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Innerhalb von 30 Tagen muss er antworten.", 30),
        ("Binnen zwei Wochen wird entschieden.", 14),
    ],
)
def test_a_term_suggests_its_whole_length(text: str, days: int) -> None:
    """It may be over sooner, but the term is as long as it says."""
    figure = _only(text)
    assert figure.text in {"30 Tagen", "zwei Wochen"}
    assert (figure.hard.low, figure.hard.high) == (Decimal(0), days * _DAY)
    assert figure.soft.low == figure.soft.high == days * _DAY
    assert figure.modifier == "at-most"


def test_ueber_hinweg_is_the_length_itself() -> None:
    figure = _only("Der Effekt hielt über zwei Jahre hinweg an.")
    assert (figure.text, figure.modifier) == ("zwei Jahre", "")
    assert _only("Es dauerte über zwei Jahre.").modifier == "over"


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("360 ehrenamtliche Stunden kamen zusammen.", "360 ehrenamtliche Stunden", 360 * 3600),
        ("nach drei schmerzlichen Jahren", "drei schmerzlichen Jahren", 3 * 365 * 86400),
        ("Das sind 45 Arbeitstage.", "45 Arbeitstage", 45 * 86400),
        ("nach zwölf Werktagen", "zwölf Werktagen", 12 * 86400),
    ],
)
def test_an_adjective_may_part_number_and_time(text: str, words: str, seconds: int) -> None:
    found = [f for f in read_quantities(text, "de") if f.kind is Kind.DURATION]
    assert [(f.text, f.soft.low) for f in found] == [(words, Decimal(seconds))]


def test_only_times_may_be_parted() -> None:
    assert _only("Es meldeten sich 30 mögliche Zeugen.").kind is Kind.COUNT


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Wahlberechtigte ab 16 Jahren dürfen abstimmen.", 16, INFINITY),
        ("Jungbürger ab 16 Jahren.", 16, INFINITY),
        ("Kinder zwischen sechs und elf Jahren wanderten.", 6, 11),
    ],
)
def test_who_may_take_part_is_told_by_age(text: str, low: int, high: Decimal | int) -> None:
    figure = _only(text)
    assert (figure.kind, figure.hard.low, figure.hard.high) == (
        Kind.AGE,
        Decimal(low),
        Decimal(high),
    )


@pytest.mark.parametrize(
    "text", ["Haftstrafen ab 16 Jahren", "Laufzeiten ab 10 Jahren", "Verträge ab 5 Jahren Laufzeit"]
)
def test_terms_from_some_years_on_are_no_ages(text: str) -> None:
    assert _only(text).kind is Kind.DURATION


def test_a_dative_is_no_measure_of_age() -> None:
    """ "Sechs Tage alt", but "an sechs Tagen junge Leute"."""
    assert _only("an sechs Tagen junge Sportler").text == "sechs Tagen"
    assert _only("ein sechs Tage altes Fohlen").text == "sechs Tage altes"
    assert _only("Sie ist 79 Jahre alt.").kind is Kind.AGE
    assert _only("Sie sind zwischen 31 und 40 Jahren alt.").kind is Kind.AGE
