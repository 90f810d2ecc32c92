"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from checker.language.sentences import LONGEST, split_sentences


def cut(text: str, lang: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, lang)]


ONE = [
    "Er feierte am Montag seinen 73. Geburtstag.",
    "Am 7. Oktober um 14.05 Uhr begann die Sitzung.",
    "Der pensionierte Lt. Gen. Paul Berg nannte z. B. Kiel und d. h. den Norden.",
    "Der Etat sinkt um 2,5 Mio. Euro auf ca. 12.500 Euro.",
    "Kaiser Karl IV. Wenzel blieb.",
    "„Halt!“, rief er.",
    "„Was soll das?“ fragte die Richterin.",
    "Das Gericht verwies auf Art. 5 und § 3 Abs. 2 des Gesetzes.",
    "1. Platz für die Schule am See.",
]
TWO = [
    ("„Er kam.“", "Dann ging er."),
    ("„Er kam.", "Er ging“, sagte sie."),
    ("Das geschah im Jahr 2024.", "Peter Lang schwieg."),
    ("Der Index fiel auf 92.", "Der Markt blieb ruhig."),
    ("Sie verkauft Äpfel, Birnen usw.", "Die Preise steigen."),
    ("Kommt er?", "Niemand weiß es."),
    ("Die Sitzung endete um 15.20 Uhr.", "Danach gab es Tee."),
    ("Sie sagte: „Nein.“", "„Ich bleibe“, sagte er."),
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    """Abbreviations, ordinals, clock times and quoted exclamations end nothing."""
    assert cut(text, "de") == [text]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_sentences(first: str, second: str) -> None:
    """A full stop inside a quotation ends a sentence too."""
    assert cut(f"{first} {second}", "de") == [first, second]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Mr. Orr met Gen. Hale at 5 p.m. on Monday.", 1, id="titles"),
        pytest.param("The U.S. Senate met. It voted.", 2, id="country"),
        pytest.param("“Is it safe?” Hale asked.", 1, id="speaker-after-question"),
        pytest.param("He lives in the U.S. The law changed.", 2, id="country-at-the-end"),
        pytest.param("Is it true? No. He left.", 3, id="no-is-a-word"),
        pytest.param("Flight No. 12 left.", 1, id="number"),
    ],
)
def test_english(text: str, count: int) -> None:
    """English has its own abbreviations."""
    assert len(cut(text, "en")) == count


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Das schrieb Holm auf X. Kolb schwieg.", "de"), ("Holm posted on X. Orr said no.", "en")],
)
def test_the_network_x_is_no_initial(text: str, lang: str) -> None:
    """ "Auf X." ends a sentence, "Holm X. Kolb" does not."""
    assert len(split_sentences(text, lang)) == 2
    assert len(split_sentences("Holm X. Kolb kam.", lang)) == 1


def test_a_text_without_full_stops_is_bounded() -> None:
    """Ten thousand words stay workable pieces, and quickly."""
    text = "wort " * 10_000
    began = time.perf_counter()
    spans = split_sentences(text, "de")
    assert time.perf_counter() - began < 2
    assert max(b - a for a, b in spans) <= LONGEST


@pytest.mark.parametrize("text", ["." * 50_000, ". " * 30_000, "a." * 30_000, "“.„" * 20_000])
def test_hostile_punctuation_is_linear(text: str) -> None:
    """Punctuation alone cannot stall the reading."""
    began = time.perf_counter()
    split_sentences(text, "de")
    assert time.perf_counter() - began < 3
