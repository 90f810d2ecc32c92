"""Laws of reading figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.language.quantities import read_quantities
from checker.model import INFINITY, Figure

numbers = st.integers(0, 999_999)
UNITS = [
    ("Stunden", "hours"),
    ("Kilometer", "kilometres"),
    ("Prozent", "percent"),
    ("Euro", "euros"),
]
WORDS = [
    "eine", "Stunde", "zwei", "bis", "zwischen", "und", "3", "4,5", "1.200", "Mio.", "Euro", "mehr",
    "als", "knapp", "halbe", "Drittel", "der", "Leute", "-", "–", "(", ")", "%", "14.", "Juni",
    "Uhr",
    "jeder", "fünfte", "Dutzende", "von", "zehn", "minus", "5", "°C", "12:30", "§", "$", "+", "1/2",
    "½", "mindestens", "oder", "alt", "Jahre", "100", "000", "Komma", "\n", ",", ".", "ein", "paar",
]  # fmt: skip


def written(value: int, group: str) -> str:
    """Return a number with its thousands grouped."""
    return f"{value:,}".replace(",", group)


def spelled_de(value: int) -> str:
    """Return a number below a million as German writes it out."""
    ones = [
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
    ]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]

    def below(n: int) -> str:
        if n >= 100:
            return f"{ones[n // 100]}hundert" + (below(n % 100) if n % 100 else "")
        if n < 20:
            return ones[n]
        return (f"{ones[n % 10]}und" if n % 10 else "") + tens[n // 10 - 2]

    if value >= 1000:
        word = f"{below(value // 1000)}tausend" + (below(value % 1000) if value % 1000 else "")
    else:
        word = below(value)
    return word + "s" if value % 100 == 1 else word


def spelled_en(value: int) -> str:
    """Return a number below a million as English writes it out."""
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    def below(n: int) -> str:
        if n >= 100:
            return f"{ones[n // 100]} hundred" + (f" and {below(n % 100)}" if n % 100 else "")
        if n < 20:
            return ones[n]
        return tens[n // 10 - 2] + (f"-{ones[n % 10]}" if n % 10 else "")

    if value >= 1000:
        rest = value % 1000
        tail = f" and {below(rest)}" if 0 < rest < 100 else f" {below(rest)}" if rest else ""
        return f"{below(value // 1000)} thousand{tail}"
    return below(value)


def only(text: str, lang: str) -> Figure:
    """Return the only figure of a text."""
    found = read_quantities(text, lang)

    assert len(found) == 1, (text, [f.text for f in found])
    return found[0]


@given(numbers, st.sampled_from(UNITS))
def test_german_and_english_digits_read_equal(value: int, units: tuple[str, str]) -> None:
    """1.200 Stunden and 1,200 hours are one value."""
    german = only(f"{written(value, '.')} {units[0]}", "de")
    english = only(f"{written(value, ',')} {units[1]}", "en")

    assert german.hard == english.hard
    assert (german.kind, german.unit) == (english.kind, english.unit)


@given(st.integers(2, 999_999))
def test_words_and_digits_read_equal(value: int) -> None:
    """A number written out has the value of its digits, in both languages."""
    expected = Decimal(value)

    assert only(f"{spelled_de(value)} Stimmen", "de").hard.low == expected
    assert only(f"{spelled_en(value)} votes", "en").hard.low == expected


@given(st.integers(1, 999), st.integers(0, 999))
def test_the_language_swaps_the_separators(whole: int, part: int) -> None:
    """1.234 is a thousand in German and one and a bit in English."""
    text = f"{whole}.{part:03d} km"

    assert only(text, "de").hard.low == Decimal(whole * 1000 + part) * 1000
    assert only(text, "en").hard.low == Decimal(f"{whole}.{part:03d}") * 1000


@given(st.integers(1, 9999))
def test_a_change_of_unit_keeps_the_value(minutes: int) -> None:
    """Minutes and seconds, metres and kilometres."""
    in_minutes = only(f"{minutes} Minuten", "de").hard
    in_seconds = only(f"{written(minutes * 60, '.')} Sekunden", "de").hard

    assert in_minutes == in_seconds


@given(st.integers(1, 99_999), st.sampled_from(["Tote", "Euro", "Kilometer", "Stunden"]))
def test_at_least_never_narrows_upward(value: int, unit: str) -> None:
    """What the plain wording allows, "mindestens" allows too, and everything above."""
    assume(not 1000 <= value <= 2100)
    plain = only(f"{value} {unit}", "de")
    bounded = only(f"mindestens {value} {unit}", "de")

    assert bounded.hard.holds(plain.hard)
    assert bounded.hard.high == INFINITY


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(["de", "en", "fr"]))
@settings(max_examples=300)
def test_spans_are_substrings_and_never_overlap(words: list[str], lang: str) -> None:
    """Whatever stands there: exact spans in order, soft within hard, a place above zero."""
    text = " ".join(words)
    found = read_quantities(text, lang)

    assert all(f.text == text[f.start : f.end] for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.hard.holds(f.soft) for f in found if not f.soft.is_point)
    assert all(f.granularity > 0 for f in found)


@given(st.text(max_size=60), st.sampled_from(["de", "en", "fr"]))
def test_no_text_makes_the_reader_fail(text: str, lang: str) -> None:
    """Any characters are read or left alone."""
    found = read_quantities(text, lang)

    assert all(f.text == text[f.start : f.end] for f in found)


@given(st.lists(st.sampled_from(WORDS), max_size=10))
def test_reading_is_deterministic(words: list[str]) -> None:
    """Twice the same text, twice the same figures."""
    text = " ".join(words)

    assert read_quantities(text, "de") == read_quantities(text, "de")
