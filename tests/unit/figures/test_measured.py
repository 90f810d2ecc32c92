"""What a figure counts or measures."""

from __future__ import annotations

import pytest

from checker.language.figures import read_figures
from checker.model import Measured


def of(text: str, lang: str, index: int = 0) -> Measured:
    """Return what the figure number `index` of a text measures."""
    return read_figures(text, lang, None)[0][index].of


DURATIONS = [
    "Das Gespräch dauerte 75 Minuten.",
    "Sie führten ein 75-minütiges Telefonat.",
    "Die Minister sprachen 75 Minuten miteinander.",
    "Vom Stillstand bis zum letzten Handgriff vergingen 75 Minuten.",
    "Nach gut einer Stunde war alles vorbei.",
]


@pytest.mark.parametrize("text", DURATIONS)
def test_five_wordings_of_a_duration_share_a_concept(text: str) -> None:
    """Noun and verb differ, the key is one."""
    assert of(text, "de").concept == "duration"


@pytest.mark.parametrize(
    "text",
    ["Er lebt seit 71 Jahren hier.", "Er wurde zu drei Jahren Haft verurteilt."],
)
def test_not_every_span_of_time_is_how_long_something_lasted(text: str) -> None:
    """Since when, and a sentence of prison, are other measures."""
    assert of(text, "de").concept != "duration"


DEAD = [
    ("Bei dem Unglück kamen zwei Menschen ums Leben.", "de"),
    ("Es gab zwei Tote.", "de"),
    ("Zwei Menschen starben.", "de"),
    ("Zwei Menschen wurden tödlich verletzt.", "de"),
    ("Zwei Leichen wurden geborgen.", "de"),
    ("Two people were killed.", "en"),
    ("Two bodies had been recovered.", "en"),
    ("The landslide claimed two lives.", "en"),
]


@pytest.mark.parametrize(("text", "lang"), DEAD)
def test_the_dead_are_the_dead_in_every_wording(text: str, lang: str) -> None:
    """Nouns, verbs and phrases give one key in both languages."""
    assert of(text, lang).concept == "dead"


def test_a_number_belongs_to_its_own_noun() -> None:
    """ "12 Kinder und 5 Erwachsene": 5 is no number of children."""
    text = "Sie retteten 12 Kinder und 5 Erwachsene."

    assert of(text, "de", 0).noun == "Kind"
    assert of(text, "de", 1).noun.startswith("Erwachsene")


def test_a_group_narrows_the_count() -> None:
    """Three policemen are a part of the injured, not their number."""
    text = "Drei Polizisten und acht Demonstranten wurden verletzt."

    assert [of(text, "de", i).concept for i in (0, 1)] == ["injured", "injured"]
    assert [of(text, "de", i).qualifiers for i in (0, 1)] == [("polizist",), ("demonstrant",)]


def test_a_part_is_told_from_the_whole() -> None:
    """ "Darunter" and "von ihnen" name parts; the noun of the whole is taken over."""
    text = "17 Beschäftigte wurden verletzt, sechs von ihnen schwer."

    assert not of(text, "de", 0).part_of
    assert of(text, "de", 1).part_of
    assert of(text, "de", 1).concept == "injured"
    assert "schwer" in of(text, "de", 1).qualifiers


def test_money_takes_the_noun_before_it() -> None:
    """ "Ein Defizit von 38,6 Millionen Euro" measures the deficit."""
    assert of("Der Etat hat ein Defizit von 38,6 Millionen Euro.", "de").concept == "deficit"


def test_the_span_of_the_noun_lies_in_the_text() -> None:
    """Offsets refer to the text that was read."""
    text = "Es gab elf Verletzte."
    found = of(text, "de")

    assert text[found.start : found.end] == "Verletzte"
