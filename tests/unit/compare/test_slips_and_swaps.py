"""Slips of the pen in times and values, and values given for each other's things."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from checker.compare._matches import rivals
from checker.compare._signs import signs
from checker.compare.name import near
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims

#: See the fixture of that name.
Told = Callable[[str, str, str, str], Sequence[object]]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "Um 15.42 Uhr ging der Notruf ein.", "Um 16.42 Uhr rief eine Anwohnerin an."),
        ("de", "Der Aufprall war um 3.47 Uhr.", "Um 4.37 Uhr krachte die Lok in den Zug."),
        ("de", "Das Dorf wurde um 16.15 Uhr geräumt.", "Die Räumung des Dorfes war um 18.15 Uhr."),
        ("en", "The border will reopen on 15 January.", "The border opens on 15 February."),
        ("de", "Haltbar ist der Käse bis 4. Oktober.", "Der Käse ist bis 14. Oktober haltbar."),
    ],
)
def test_times_that_share_a_part(told: Told, lang: str, left: str, right: str) -> None:
    assert told("moment", lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        # full and half hours are shared by chance
        ("de", "Um 15.30 Uhr ging der Notruf ein.", "Um 16.30 Uhr war das Feuer gelöscht."),
        # one text knows both times
        (
            "de",
            "Um 15.42 Uhr ging der Notruf ein, um 16.42 Uhr war das Feuer aus.",
            "Um 16.42 Uhr meldete die Wehr: Feuer aus.",
        ),
        # another zone
        ("en", "They landed at 4.52 pm local time.", "They landed at 3.52 pm."),
        ("de", "Die Sammlung startet am 1. April.", "Der Ortsrat berät am 14. April."),
    ],
)
def test_times_of_two_happenings(told: Told, lang: str, left: str, right: str) -> None:
    assert not told("moment", lang, left, right)


def test_a_moved_point_explains_the_distance() -> None:
    """A value that is another with its point moved is not held to be far from it."""
    sides = [
        read_claims(source_from_text(text, id=key, lang="de"))
        for key, text in (
            ("left", "Der Versicherungswert der Bilder liegt bei 2,3 Millionen Euro."),
            ("right", "Die Bilder haben einen Versicherungswert von 23 Millionen Euro."),
        )
    ]
    (pair,) = relate_two(*sides)
    (match,) = rivals(pair)
    found = signs(pair, match.left, match.right, match.ground, match.strength).values
    assert found["reset"]
    assert "ratio" not in found
    assert "far" not in found


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "34 karvenische und 30 tolmarische Gefangene kommen frei.",
         "30 Karvenier und 34 Tolmarier dürfen nach Hause."),
        ("en", "The council got 2,300 letters of objection and 1,100 in support.",
         "2,300 people wrote in to back the plan and only 1,100 to oppose it."),
    ],
)  # fmt: skip
def test_values_for_each_others_things(told: Told, lang: str, left: str, right: str) -> None:
    assert told("figure", lang, left, right)


def test_the_same_values_for_the_same_things(told: Told) -> None:
    assert not told(
        "figure",
        "de",
        "34 karvenische und 30 tolmarische Gefangene kommen frei.",
        "30 Tolmarier und 34 Karvenier dürfen nach Hause.",
    )


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [("behrend", "behrendt", True), ("gardner", "gardners", False), ("lang", "langer", False)],
)
def test_a_letter_more_is_another_name(one: str, other: str, *, two: bool) -> None:
    """An inflected ending is none."""
    assert (near(("onno", one), ("onno", other)) is not None) is two


@pytest.mark.parametrize("words", ["Vermutlich löste", "Nach Einschätzung der Ermittler löste"])
def test_who_says_no_more_says_it_without_its_hedge(told: Told, words: str) -> None:
    bound = f"{words} ein Ausfall der Ruderanlage das Unglück im Hafen aus."
    assert told("attribution", "de", bound, "Ein Ausfall der Ruderanlage löste das Unglück aus.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Neunzehn Leichtverletzte wurden verbunden.", "22 Verletzte gab es bei dem Unfall."),
        ("Bei dem Unfall gab es 22 Verletzte.", "Zwei der Verletzten liegen noch im Krankenhaus."),
    ],
)
def test_some_of_a_group_are_no_other_count_of_it(told: Told, left: str, right: str) -> None:
    assert not told("figure", "de", left, right)


def test_a_stretch_of_time_is_no_happening(told: Told) -> None:
    assert not told(
        "order",
        "en",
        "Ashcombe won the shield 3-2 after extra time.",
        "Forty years without the shield, and then you get it in extra time.",
    )
