"""One side's word and mere beliefs may not become facts; what they hedge must be the same."""

from __future__ import annotations

import pytest

from checker.compare.attribution import Settings, compare
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims


def firm(left: str, right: str, lang: str) -> bool:
    """Return whether what one text has and the other lost may never be dropped."""
    first = read_claims(source_from_text(left, id="a", lang=lang))
    second = read_claims(source_from_text(right, id="b", lang=lang))
    found = [c for pair in relate_two(first, second) for c in compare(pair, Settings())]
    return any(c.topic == "firm" for c in found)


@pytest.mark.parametrize(
    ("left", "right", "lang"),
    [
        (
            "Die Veranstalter zählten 800 Teilnehmer, die Polizei sprach von 500.",
            "800 Menschen standen vor dem Ministerium.",
            "de",
        ),
        ("Nach ihren Angaben fehlen 90 Erzieher.", "90 Erzieher fehlen.", "de"),
        (
            "Die Ermittler vermuten, dass der Brand in der Küche ausbrach.",
            "Der Brand brach in der Küche aus.",
            "de",
        ),
        ("Residents say the alarm never rang.", "The alarm never rang.", "en"),
        (
            "Investigators believe the fire started in the kitchen.",
            "The fire started in the kitchen.",
            "en",
        ),
    ],
)
def test_one_sides_word_becomes_a_fact(left: str, right: str, lang: str) -> None:
    """A figure of one party or a belief, told in the outlet's own voice."""
    assert firm(left, right, lang)


@pytest.mark.parametrize(
    ("left", "right", "lang"),
    [
        (
            "Investigators believe the fire started in the kitchen.",
            "The fire started in the barn.",
            "en",
        ),
        (
            "Police arrested nine people in a raid on a suspected ring of thieves.",
            "Nine people were arrested.",
            "en",
        ),
        (
            "Die Veranstalter zählten 800 Teilnehmer.",
            "Laut Veranstaltern kamen 800 Menschen.",
            "de",
        ),
        ("Die Polizei sprach von 250.", "Nach Schätzung der Polizei waren es 250.", "de"),
    ],
)
def test_nothing_was_lost(left: str, right: str, lang: str) -> None:
    """Another statement, a hedge on one noun alone, or a party still named."""
    assert not firm(left, right, lang)
