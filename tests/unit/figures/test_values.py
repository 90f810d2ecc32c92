"""What figures are read from a wording, and with which bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.language.quantities import read_quantities
from checker.model import INFINITY, Figure, Kind

D = Decimal


def only(text: str, lang: str = "de") -> Figure:
    """Return the only figure of a text."""
    found = read_quantities(text, lang)

    assert len(found) == 1, [f.text for f in found]
    return found[0]


POINTS = [
    ("Es waren 1.200,5 Tonnen.", "de", "1.200,5 Tonnen", Kind.MASS, "1200500000", "g"),
    ("It weighed 1,200.5 kg.", "en", "1,200.5 kg", Kind.MASS, "1200500", "g"),
    ("1 234 567 Stimmen", "de", "1 234 567", Kind.COUNT, "1234567", "1"),
    ("1'200 Franken", "de", "1'200 Franken", Kind.MONEY, "1200", "CHF"),
    ("zweieinhalb Stunden", "de", "zweieinhalb Stunden", Kind.DURATION, "9000", "s"),
    ("zweieinviertel Stunden", "de", "zweieinviertel Stunden", Kind.DURATION, "8100", "s"),
    ("anderthalb Millionen Euro", "de", "anderthalb Millionen Euro", Kind.MONEY, "1500000", "EUR"),
    ("eine Dreiviertelstunde", "de", "eine Dreiviertelstunde", Kind.DURATION, "2700", "s"),
    ("eine Stunde und 15 Minuten", "de", "eine Stunde und 15 Minuten", Kind.DURATION, "4500", "s"),
    ("2 Jahre und 3 Monate", "de", "2 Jahre und 3 Monate", Kind.DURATION, "70848000", "s"),
    ("nach 1h15 vorbei", "de", "1h15", Kind.DURATION, "4500", "s"),
    ("nach 1:15 Stunden", "de", "1:15 Stunden", Kind.DURATION, "4500", "s"),
    ("ein 75-minütiges Gespräch", "de", "75-minütiges", Kind.DURATION, "4500", "s"),
    ("dreieinhalbstündige Rede", "de", "dreieinhalbstündige", Kind.DURATION, "12600", "s"),
    ("einundzwanzigtausenddreihundert Gäste", "de", None, Kind.COUNT, "21300", "1"),
    ("siebenhunderteintausendundzwölf Gäste", "de", None, Kind.COUNT, "701012", "1"),
    ("drei Komma zwei Prozent", "de", "drei Komma zwei Prozent", Kind.PERCENT, "3.2", "%"),
    ("3 Prozentpunkte", "de", "3 Prozentpunkte", Kind.POINTS, "3", "pp"),
    ("5 Mio. Euro", "de", "5 Mio. Euro", Kind.MONEY, "5000000", "EUR"),
    ("1,2 Mrd. US-Dollar", "de", "1,2 Mrd. US-Dollar", Kind.MONEY, "1200000000", "USD"),
    ("2 Billionen Euro", "de", "2 Billionen Euro", Kind.MONEY, "2000000000000", "EUR"),
    ("2 trillion euros", "en", "2 trillion euros", Kind.MONEY, "2000000000000", "EUR"),
    ("tausend Milliarden Euro", "de", None, Kind.MONEY, "1000000000000", "EUR"),
    ("ein 48-Millionen-Dollar-Vertrag", "de", "48-Millionen-Dollar", Kind.MONEY, "48000000", "USD"),
    ("kostet 5 Euro 20", "de", "5 Euro 20", Kind.MONEY, "5.2", "EUR"),
    ("ist 1 m 80 groß", "de", "1 m 80", Kind.DISTANCE, "1.8", "m"),
    ("a $1.2bn deal", "en", "$1.2bn", Kind.MONEY, "1200000000", "USD"),
    ("a €5m grant", "en", "€5m", Kind.MONEY, "5000000", "EUR"),
    ("roughly 5m", "en", None, Kind.DISTANCE, "5", "m"),
    ("lost 75 USD million", "en", "75 USD million", Kind.MONEY, "75000000", "USD"),
    ("twenty dollars and 43 cents", "en", None, Kind.MONEY, "20.43", "USD"),
    ("drei Viertel der Befragten", "de", "drei Viertel", Kind.RATIO, "0.75", "1"),
    ("die Hälfte der Mittel", "de", "die Hälfte", Kind.RATIO, "0.5", "1"),
    ("jeder fünfte Deutsche", "de", "jeder fünfte", Kind.RATIO, "0.2", "1"),
    ("drei von zehn Haushalten", "de", "drei von zehn", Kind.RATIO, "0.3", "1"),
    ("one in five voters", "en", "one in five", Kind.RATIO, "0.2", "1"),
    ("two thirds of voters", "en", "two thirds", Kind.RATIO, None, "1"),
    ("ein Dutzend Raketen", "de", "ein Dutzend", Kind.COUNT, "12", "1"),
    ("sechsmal telefoniert", "de", "sechsmal", Kind.TIMES, "6", "1"),
    ("gewann 3-mal", "de", "3-mal", Kind.TIMES, "3", "1"),
    ("called three times", "en", "three times", Kind.TIMES, "3", "1"),
    ("verdreifachte sich", "de", "verdreifachte", Kind.FACTOR, "3", "1"),
    ("twice as many", "en", "twice", Kind.TIMES, "2", "1"),
    ("dessen 73. Geburtstag", "de", "73.", Kind.ORDINAL, "73", "1"),
    ("his 73rd birthday", "en", "73rd", Kind.ORDINAL, "73", "1"),
    ("auf Platz 3", "de", "3", Kind.ORDINAL, "3", "1"),
    ("siegten 3:1", "de", "3:1", Kind.SCORE, "3.001", "1"),
    ("der 79-Jährige", "de", "79-Jährige", Kind.AGE, "79", "year"),
    ("die 52 Jahre alte Juristin", "de", "52 Jahre alte", Kind.AGE, "52", "year"),
    ("im Alter von 81 Jahren", "de", "81 Jahren", Kind.AGE, "81", "year"),
    ("Maria Kellner (57) lehnte ab", "de", "57", Kind.AGE, "57", "year"),
    ("the 79-year-old president", "en", "79-year-old", Kind.AGE, "79", "year"),
    ("der 30-jährige Krieg", "de", "30-jährige", Kind.DURATION, "946080000", "s"),
    ("minus neun Grad", "de", "minus neun Grad", Kind.TEMPERATURE, "-9", "degC"),
    ("70 degrees Fahrenheit", "en", None, Kind.TEMPERATURE, "70", "degF"),
    ("120 km/h", "de", "120 km/h", Kind.SPEED, None, "m/s"),
    ("4.050 m²", "de", "4.050 m²", Kind.AREA, "4050", "m2"),
    ("ein Toter", "de", "ein", Kind.COUNT, "1", "1"),
    ("keine Verletzten", "de", "keine", Kind.COUNT, "0", "1"),
    ("no injuries", "en", "no", Kind.COUNT, "0", "1"),
    ("keine einzige Rakete", "de", "keine einzige", Kind.COUNT, "0", "1"),
    ("zu dritt", "de", "dritt", Kind.ORDINAL, "3", "1"),
]


@pytest.mark.parametrize(("text", "lang", "span", "kind", "value", "unit"), POINTS)
def test_a_plain_wording_is_a_point(
    text: str, lang: str, span: str | None, kind: Kind, value: str | None, unit: str
) -> None:
    """Its soft value is the printed one, in the canonical unit."""
    figure = only(text, lang)

    assert figure.kind is kind
    assert figure.unit == unit
    assert figure.text == text[figure.start : figure.end]
    if span is not None:
        assert figure.text == span
    if value is not None and figure.modifier == "":
        assert figure.soft.low == figure.soft.high == D(value)


INTERVALS = [
    ("mehr als eine Stunde", "de", "3600", "Infinity", True, True),
    ("mindestens 20 Tote", "de", "20", "Infinity", False, True),
    ("weniger als 100 Personen", "de", "0", "100", False, True),
    ("bis zu siebenmal", "de", "0", "7", False, False),
    ("nicht mehr als drei Personen", "de", "0", "3", False, False),
    ("zwischen zwei und drei Stunden", "de", "7200", "10800", False, False),
    ("zwei bis drei Wochen", "de", "1209600", "1814400", False, False),
    ("30–40 Panzer", "de", "30", "40", False, False),
    ("ein bis drei Prozent", "de", "1", "3", False, False),
    ("zwei oder drei Wochen", "de", "1209600", "1814400", False, False),
    ("14- bis 29-Jährige", "de", "14", "29", False, False),
    ("2 bis 3 Millionen Euro", "de", "2000000", "3000000", False, False),
    ("der 1,2 bis 2 Millionen teure Zaun", "de", "1200000", "2000000", False, False),
    ("20 Euro oder mehr", "de", "20", "Infinity", False, True),
    ("mehr als drei von zehn", "de", "0.3", "Infinity", True, True),
    ("no more than three people", "en", "0", "3", False, False),
    ("at least 20 people", "en", "20", "Infinity", False, True),
    ("between 10 and 20 dollars", "en", "10", "20", False, False),
    ("from 100 to 1000 g", "en", "100", "1000", False, False),
    ("larger than 20 and less than 30", "en", "20", "30", True, True),
    ("five hundred or more", "en", "500", "Infinity", False, True),
    ("the better part of an hour", "en", "1800", "3600", True, True),
    ("under 170", "en", "-Infinity", "170", True, True),
]


@pytest.mark.parametrize(("text", "lang", "low", "high", "low_open", "high_open"), INTERVALS)
def test_a_bounded_wording_is_an_interval(
    text: str, lang: str, low: str, high: str, low_open: bool, high_open: bool
) -> None:
    """The hard interval is what the words exclude, before any slack for rounding."""
    hard = only(text, lang).hard

    assert (hard.low, hard.high) == (D(low), D(high))
    assert (hard.low_open, hard.high_open) == (low_open, high_open)


SOFT = [
    ("knapp zwei Stunden", "6480", "7200"),
    ("eine gute Stunde", "3600", "4500"),
    ("Dutzende Raketen", "24", "Infinity"),
    ("ein paar Dutzend Leute", "24", "Infinity"),
    ("seit Jahrhunderten", "6307200000", "Infinity"),
    ("mehr als 10 Leute", "10", "20"),
    ("etwa 5 Millionen Leute", "4000000", "6000000"),
]


@pytest.mark.parametrize(("text", "low", "high"), SOFT)
def test_a_hedge_suggests_more_than_it_excludes(text: str, low: str, high: str) -> None:
    """The soft interval lies within the hard one."""
    figure = only(text)

    assert (figure.soft.low, figure.soft.high) == (D(low), D(high))
    assert figure.hard.holds(figure.soft)


GRANULARITY = [
    ("75 Minuten", "60"),
    ("2,5 Stunden", "360"),
    ("5 Millionen Leute", "1000000"),
    ("1.200 Leute", "100"),
    ("2,0 Prozent", "0.1"),
]


@pytest.mark.parametrize(("text", "place"), GRANULARITY)
def test_granularity_is_the_place_of_the_last_stated_digit(text: str, place: str) -> None:
    """It is given in the canonical unit."""
    assert only(text).granularity == D(place)


def test_a_month_has_28_to_31_days() -> None:
    """The calendar leaves the hard bounds open; the soft value is 30 days."""
    figure = only("ein Monat")

    assert (figure.hard.low, figure.hard.high) == (D(2419200), D(2678400))
    assert figure.soft.low == D(2592000)
    assert figure.hard.high < INFINITY


def test_a_unit_that_stands_with_the_second_number_holds_for_the_first() -> None:
    """ "Von 3 auf 4,5 Prozent" are two shares, no range."""
    first, second = read_quantities("Der Satz stieg von 3 auf 4,5 Prozent.", "de")

    assert (first.unit, first.hard.low) == ("%", D(3))
    assert (second.unit, second.hard.low) == ("%", D("4.5"))


def test_rose_from_to_is_no_range() -> None:
    """A verb of change makes two figures of "from 3 to 4.5 per cent"."""
    found = read_quantities("The rate rose from 3 to 4.5 per cent.", "en")

    assert [f.hard.is_point for f in found] == [True, True]


def test_an_unknown_language_reads_nothing() -> None:
    """A language without data gives no figures instead of wrong ones."""
    assert read_quantities("12 Leute", "xx") == ()
