"""Wordings whose value was read wrong once: each names what its class must give."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from checker.language.quantities import read_quantities
from checker.model import Kind

D = Decimal

ENGLISH = [
    # a capital M begins the currency's own name
    ("100 Mexican pesos", Kind.MONEY, "100", "MXN"),
    ("2 Moroccan dirhams", Kind.MONEY, "2", "MAD"),
    # m before a currency or people is million
    ("50 Polish zlotys", Kind.MONEY, "50", "PLN"),
    ("Artist Lives in a 20-Foot Box", Kind.DISTANCE, "6.096", "m"),
    ("12 U.S. Federal Court Judges", Kind.COUNT, "12", "1"),
    ("a fee of 5m USD", Kind.MONEY, "5000000", "USD"),
    ("a fee of 5m yen", Kind.MONEY, "5000000", "JPY"),
    ("It cost 1.5m euros", Kind.MONEY, "1500000", "EUR"),
    ("1.5m people fled", Kind.COUNT, "1500000", "1"),
    ("the 110m hurdles", Kind.DISTANCE, "110", "m"),
    ("$5 mn", Kind.MONEY, "5000000", "USD"),
    ("$5 m in damages", Kind.MONEY, "5000000", "USD"),
    ("a five-pound note", Kind.MONEY, "5", "GBP"),
    ("a ten-pound baby", Kind.MASS, "4535.9237", "g"),
    ("7 euros and 35c", Kind.MONEY, "7.35", "EUR"),
    ("a loss of $-99.99", Kind.MONEY, "-99.99", "USD"),
    ("two nickels", Kind.MONEY, "0.10", "USD"),
    # feet and inches
    ("he is 6'2\" tall", Kind.DISTANCE, "1.8796", "m"),
    ("a 6-foot-2-inch man", Kind.DISTANCE, "1.8796", "m"),
    ("he stands 6-foot-2", Kind.DISTANCE, "1.8796", "m"),
    ("he is 5 ft 10", Kind.DISTANCE, "1.778", "m"),
    ("she is five foot nine", Kind.DISTANCE, "1.7526", "m"),
    ("a plank 2 1/2 in thick", Kind.DISTANCE, "0.0635", "m"),
    # hours before minutes
    ("after 2h 30m", Kind.DURATION, "9000", "s"),
    ("won in 1m 30s", Kind.DURATION, "90", "s"),
    # ordinals behind "and"
    ("the one hundred and first", Kind.ORDINAL, "101", "1"),
    ("the two hundred and fifth", Kind.ORDINAL, "205", "1"),
    ("the two thousand and third", Kind.ORDINAL, "2003", "1"),
    # a comma between magnitudes
    ("one thousand, two hundred and thirty-four", Kind.COUNT, "1234", "1"),
    ("two million, three hundred thousand votes", Kind.COUNT, "2300000", "1"),
    ("€1.234,56", Kind.MONEY, "1234.56", "EUR"),
    # temperatures
    ("5 degrees below zero", Kind.TEMPERATURE, "-5", "deg"),
    ("20 degrees Celsius below zero", Kind.TEMPERATURE, "-20", "degC"),
    ("highs of 30C", Kind.TEMPERATURE, "30", "degC"),
    ("highs of 86F", Kind.TEMPERATURE, "86", "degF"),
    ("a temperature of 20 C", Kind.TEMPERATURE, "20", "degC"),
    # ages
    ("She is 45.", Kind.AGE, "45", "year"),
    ("He turned 45 in May", Kind.AGE, "45", "year"),
    ("He was forty-five when he left", Kind.AGE, "45", "year"),
    ("Painter Dies at Age 97", Kind.AGE, "97", "year"),
    ("the hiker was named as Lena Brook, 53. Police said", Kind.AGE, "53", "year"),
    # a sign belongs to the number behind it, a result is no range, a noun is tied
    ("the $700 billion plan", Kind.MONEY, "700000000000", "USD"),
    ("beat the Harriers 6-0", Kind.SCORE, "6", "1"),
    ("the 312-98 vote", Kind.SCORE, "312.098", "1"),
    ("a 12-story building", Kind.COUNT, "12", "1"),
    ("a 7,000-square-foot house", Kind.AREA, "650.32128", "m2"),
    # headlines in capitals
    ("Storm Kills 27 in Coastal Villages", Kind.COUNT, "27", "1"),
    ("Index Climbs 41 on Rate Hopes", Kind.COUNT, "41", "1"),
    # angles, stones, shares
    ("a 180-degree turn", Kind.OTHER, None, "rad"),
    ("11st 6lb", Kind.MASS, "72574.7792", "g"),
    ("1/2 million votes", Kind.COUNT, "500000", "1"),
    ("rose 3x", Kind.FACTOR, "3", "1"),
    ("38.5 deg. C", Kind.TEMPERATURE, "38.5", "degC"),
    ("not over 10% of it", Kind.PERCENT, None, "%"),
    ("plus or minus 5%", Kind.PERCENT, "5", "%"),
    # an ordinal with its article counts one more, and is a share before "of"
    ("for a third straight day", Kind.ORDINAL, "3", "1"),
    ("elected for a fourth term", Kind.ORDINAL, "4", "1"),
    ("Brooker, 44, denied it", Kind.AGE, "44", "year"),
    ("Hollis, now 58, says so", Kind.AGE, "58", "year"),
    ("8 pounds and 4 ounces", Kind.MASS, "3742.1370525", "g"),
    ("2 years, 4 months and 6 days", Kind.DURATION, "73958400", "s"),
    ("a 6.4-magnitude quake", Kind.OTHER, "6.4", "1"),
    ("a magnitude 7.2 quake", Kind.OTHER, "7.2", "1"),
    ("one in every four women", Kind.RATIO, "0.25", "1"),
    # a decimal point that stands apart
    ("output grew 3 . 4 %", Kind.PERCENT, "3.4", "%"),
    ("worth $ 12 . 5 million", Kind.MONEY, "12500000", "USD"),
    # compounds of units
    ("60 km per hour", Kind.SPEED, None, "m/s"),
    ("20 cubic feet", Kind.VOLUME, "0.56633693184", "m3"),
    ("4 km squared", Kind.AREA, "4000000", "m2"),
    ("500 sq. ft.", Kind.AREA, "46.45152", "m2"),
]

GERMAN = [
    ("Anklage gegen 13 Männer", Kind.COUNT, "13", "1"),
    ("Briefe an die sieben Minister", Kind.COUNT, "7", "1"),
    ("4.5 Milliarden Minuten", Kind.DURATION, "270000000000", "s"),
    ("eine dreijährige Sperrfrist", Kind.DURATION, "94608000", "s"),
    ("Das Papier gewann an der Wall Street 18 Cent", Kind.MONEY, "0.18", "USD"),
    ("5tausend Menschen", Kind.COUNT, "5000", "1"),
    ("das Anderthalbfache", Kind.FACTOR, "1.5", "1"),
    ("halb so viele Stimmen", Kind.FACTOR, "0.5", "1"),
    ("100 japanische Yen", Kind.MONEY, "100", "JPY"),
    ("für 5,- Euro", Kind.MONEY, "5", "EUR"),
    ("Die fünf\nim Boot", Kind.COUNT, "5", "1"),
    ("100 Mark", Kind.MONEY, "100", "DEM"),
    ("500 TEUR", Kind.MONEY, "500000", "EUR"),
    ("3 T€", Kind.MONEY, "3000", "EUR"),
    ("2,5 Mill. Euro", Kind.MONEY, "2500000", "EUR"),
    ("1,234.56 Euro", Kind.MONEY, "1234.56", "EUR"),
    ("100 Kronen", Kind.MONEY, "100", "XXX"),
    ("dreieinhalbtausend Menschen", Kind.COUNT, "3500", "1"),
    ("hundertundeins", Kind.COUNT, "101", "1"),
    ("der hundertunderste Besucher", Kind.ORDINAL, "101", "1"),
    ("drei und fünfzig", Kind.COUNT, "53", "1"),
    ("zwei dreiviertel Stunden", Kind.DURATION, "9900", "s"),
    ("eine Viertelmillion Menschen", Kind.COUNT, "250000", "1"),
    ("eine Dreiviertelmilliarde Euro", Kind.MONEY, "750000000", "EUR"),
    ("ein Vierteljahrhundert", Kind.DURATION, "788400000", "s"),
    ("ein Viertelliter Milch", Kind.VOLUME, "0.00025", "m3"),
    ("vor einem Dreivierteljahr", Kind.DURATION, "23652000", "s"),
    ("mit 50 Megabit pro Sekunde", Kind.OTHER, "50000000", "bit/s"),
    ("5 Grad unter null", Kind.TEMPERATURE, "-5", "degC"),
    ("5 Grad minus", Kind.TEMPERATURE, "-5", "degC"),
    ("10 Minusgrade", Kind.TEMPERATURE, "-10", "degC"),
    ("60 km pro Stunde", Kind.SPEED, None, "m/s"),
    ("ist 1m80 groß", Kind.DISTANCE, "1.8", "m"),
    ("Sie ist 45.", Kind.AGE, "45", "year"),
    ("Er wird 60 und feiert", Kind.AGE, "60", "year"),
]

RANGES = [
    ("bis zu minus 20 Grad", "de", "-20", None, "degC"),
    ("up to minus 20 degrees", "en", "-20", None, "deg"),
    ("ein- bis zweimal", "de", "1", "2", "1"),
    ("3- bis 4-köpfige Familien", "de", "3", "4", "1"),
    ("50 cents to 2 dollars", "en", "0.5", "2", "USD"),
    ("20-odd kilometres", "en", "10000", "30000", "m"),
    ("between the ages of 30 and 44", "en", "30", "44", "year"),
    ("guides aged 18-35 from the valley", "en", "18", "35", "year"),
    # a sign at the digits, beside a unit or behind "between" is for its own number
    ("-5 to 10 degrees", "en", "-5", "10", "deg"),
    ("between -5 and 10 degrees", "en", "-5", "10", "deg"),
    ("-10 to -5 degrees", "en", "-10", "-5", "deg"),
    ("minus 40 degrees to 85 degrees", "en", "-40", "85", "deg"),
    ("from -5% to 5%", "en", "-5", "5", "%"),
    ("minus 5 bis plus 10 Grad", "de", "-5", "10", "degC"),
    ("minus 5 bis 10 Grad", "de", "-10", "-5", "degC"),
    ("minus 5 bis minus 10 Grad", "de", "-10", "-5", "degC"),
    ("zwischen minus 2 und plus 3 Prozent", "de", "-2", "3", "%"),
    ("-0,5 bis +0,5 Prozent", "de", "-0.5", "0.5", "%"),
    ("um die 3 Kilometer", "de", "1500", "4500", "m"),
    ("gegen 100 Gäste", "de", "50", "150", "1"),
    ("rose 20 to 30 feet", "en", "6.096", "9.144", "m"),
    ("100 ± 5", "en", "95", "105", "1"),
    ("5 % ± 1 %", "de", "4", "6", "%"),
    ("from 20 up to 30", "en", "20", "30", "1"),
    ("von 20 bis zu 30 Euro", "de", "20", "30", "EUR"),
    ("zwei- bis dreimal", "de", "2", "3", "1"),
    ("zwischen rund 100 und 150 Euro", "de", "100", "150", "EUR"),
    ("um 10 bis 20 Prozent", "de", "10", "20", "%"),
    ("Hunderte Millionen Euro", "de", "100000000", None, "EUR"),
    ("keine 100 Euro", "de", "0", "100", "EUR"),
    ("not over 10%", "en", "0", "10", "%"),
    ("as little as $5", "en", "5", None, "USD"),
    ("floods cost some $2.5 billion a year", "en", "2000000000", "3000000000", "USD"),
    ("$10-$20", "en", "10", "20", "USD"),
    ("$40bn-$50bn", "en", "40000000000", "50000000000", "USD"),
    ("a day or two", "en", "86400", "172800", "s"),
    ("5 to 10 degrees below zero", "en", "-10", "-5", "deg"),
    ("between the fourth and the ninth", "en", "4", "9", "1"),
    ("ein, zwei Tage", "de", "86400", "172800", "s"),
    ("ein oder zwei Tage", "de", "86400", "172800", "s"),
    ("zwei, drei Tage", "de", "172800", "259200", "s"),
    ("5 bis 10 Grad unter null", "de", "-10", "-5", "degC"),
    ("the over-65s", "en", "65", None, "year"),
    ("die Über-60-Jährigen", "de", "60", None, "year"),
]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "value", "unit"),
    [(t, "en", k, v, u) for t, k, v, u in ENGLISH] + [(t, "de", k, v, u) for t, k, v, u in GERMAN],
)
def test_wording_has_one_value(
    text: str, lang: str, kind: Kind, value: str | None, unit: str
) -> None:
    found = read_quantities(text, lang)

    assert [(f.kind, f.unit) for f in found] == [(kind, unit)], [f.text for f in found]
    if value is not None:
        assert found[0].soft.low == found[0].soft.high == D(value)


@pytest.mark.parametrize(("text", "lang", "low", "high", "unit"), RANGES)
def test_wording_has_two_bounds(
    text: str, lang: str, low: str, high: str | None, unit: str
) -> None:
    found = read_quantities(text, lang)

    assert len(found) == 1, [f.text for f in found]
    assert found[0].unit == unit
    assert found[0].hard.low == D(low)
    assert found[0].hard.high.is_infinite() if high is None else found[0].hard.high == D(high)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("the under-21 international", "en"),
        ("Seat 12C was empty", "en"),
        ("the 22F form", "en"),
        ("a 9-5 job", "en"),
        ("sub-zero", "en"),
        ("film scores and songs", "en"),
        ("the 1887 novel", "en"),
        ("at 10 Downing Street", "en"),
        ("221B Baker Street", "en"),
        ("a 7-Eleven store", "en"),
        ("the iPhone 6s", "en"),
        ("the greatest of all time", "en"),
        ("laut Quelle [4,7] und [9]", "de"),
        ("at 310 N. Elm St.", "en"),
        ("the 3/12th Regiment", "en"),
        ("a bit too late", "en"),
        ("a degree in music", "en"),
        ("to some degree", "en"),
        ("in a night club", "en"),
        ("a 2014 Danish drama", "en"),
        ("the 1920s cabaret", "en"),
        ("the S&P 500 fell", "en"),
        ("He called 999 and ran", "en"),
        ("a 1080p video", "en"),
        ("once a week", "en"),
        ("die Traum-Elf", "de"),
        ("Hilfe für Personen. Ab 12. November", "de"),
        ("880m417", "en"),
        ("Er wurde 6. im Weitsprung", "de"),
        ("die U21-Auswahl", "de"),
        ("nur halb so schlimm", "de"),
        ("Schalke 04 verlor", "de"),
        ("in der eigenen Hälfte", "de"),
    ],
)
def test_wording_is_no_measure(text: str, lang: str) -> None:
    assert [f for f in read_quantities(text, lang) if f.kind is not Kind.ORDINAL] == []


@pytest.mark.parametrize(
    ("text", "lang", "unit", "values"),
    [
        ("250, 400 and 600 euros", "en", "EUR", [250, 400, 600]),
        ("10, 20 or 30 percent", "en", "%", [10, 20, 30]),
        ("rose 0.1% to 3% in May", "en", "%", ["0.1", 3]),
        ("slid 150 to 10,420", "en", "1", [150, 10420]),
        ("250, 400 und 600 Euro", "de", "EUR", [250, 400, 600]),
    ],
)
def test_numbers_of_a_row_share_their_unit(
    text: str, lang: str, unit: str, values: list[int | str]
) -> None:
    found = read_quantities(text, lang)

    assert [(f.hard.low, f.unit) for f in found] == [(D(v), unit) for v in values]


def test_a_tied_noun_is_what_is_counted() -> None:
    from checker.language.figures import read_figures

    figures, _ = read_figures("A 12-story building collapsed.", "en", None)

    assert [f.of.noun for f in figures] == ["story"]


@pytest.mark.parametrize(("text", "lang"), [("about 3 years", "en"), ("etwa 2 Monate", "de")])
def test_hedge_swallows_the_calendar(text: str, lang: str) -> None:
    (found,) = read_quantities(text, lang)

    assert found.hard.low + found.hard.high == found.soft.low + found.soft.high


@pytest.mark.parametrize(
    ("unit", "lang"),
    [("one thousand, ", "en"), ("one thousand ", "en"), ("tausend ", "de"), ("zwei und ", "de")],
)
def test_endless_numerals_are_read(unit: str, lang: str) -> None:
    assert read_quantities(unit * 2000, lang)


@pytest.mark.parametrize(
    ("text", "lang"), [("at 1:30-odd", "en"), ("5tausend halbe Grad minus zwei Grad", "de")]
)
def test_figures_of_odd_texts_do_not_overlap(text: str, lang: str) -> None:
    found = read_quantities(text, lang)

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
