"""What an edit takes back, and the places that still say it."""

from __future__ import annotations

import pytest

from checker.model import Level
from tests.unit.gate.conftest import Edited

BOTE = """Schiff sitzt fest
Von Ina Moor
12. Mai 2026

Der Frachter „Alma Ros“ ist am Dienstag vor Kettum auf Grund gelaufen.
Kapitän Jonas Wiebe ließ sofort die Ladung sichern.
An Bord waren nach Angaben der Küstenwache 23 Seeleute.
Verletzt wurde bei der Havarie niemand.
Der Reeder lehnte eine Bergung durch die Marine ab.
"""
WELLE = """Frachter vor Kettum auf Sand
13. Mai 2026

Am Dienstag lief die „Alma Ros“ vor der Küste von Kettum auf eine Sandbank.
Nach dem Auflaufen ließ Kapitän Jonas Wiebe die Ladung festzurren.
23 Seeleute waren nach Angaben der Küstenwache an Bord des Frachters.
Bei der Havarie des Frachters wurde niemand verletzt.
Eine Bergung durch die Marine lehnte der Reeder ab.
"""
STORY = {"bote.txt": BOTE, "welle.txt": WELLE}


@pytest.mark.parametrize(
    ("old", "new", "kind", "witness"),
    [
        pytest.param("23 Seeleute", "32 Seeleute", "figure-conflict", "23 Seeleute", id="figure"),
        pytest.param("am Dienstag", "am Montag", "time-conflict", "Am Dienstag", id="weekday"),
        pytest.param("Jonas Wiebe", "Tomas Harms", "name-conflict", "Jonas Wiebe", id="name"),
        pytest.param(
            "lehnte eine Bergung durch die Marine ab",
            "stimmte einer Bergung durch die Marine zu",
            "polarity-conflict", "lehnte der Reeder ab", id="opposite",
        ),
        pytest.param(
            "An Bord waren nach Angaben der Küstenwache 23", "An Bord waren 23",
            "attribution-lost", "nach Angaben der Küstenwache", id="attribution",
        ),
    ],
)  # fmt: skip
def test_an_edit_departs(
    edited: Edited,
    old: str,
    new: str,
    kind: str,
    witness: str,
) -> None:
    """The changed sentence comes first, a witness beside it."""
    delta = edited(STORY, "bote.txt", old, new)
    found = [
        f
        for f in delta.new
        if f.type == kind and any(witness in side.quote for side in f.sides[1:])
    ]

    assert {f.sides[0].source for f in found if f.level is not Level.INFO} == {"bote.txt"}


def test_the_reckoning_says_what_stood_there(edited: Edited) -> None:
    """A reader sees what was changed, and that the witness still says it."""
    delta = edited(STORY, "bote.txt", "am Dienstag", "am Montag")
    steps = [step.de for f in delta.new if f.type == "time-conflict" for step in f.reckoning]

    assert "vor der Änderung stand hier „Dienstag“, was zu „Dienstag“ passt" in steps


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("23 Seeleute", "dreiundzwanzig Seeleute", id="same-figure"),
        pytest.param(
            "ließ sofort die Ladung sichern", "ließ die Ladung sofort sichern", id="order"
        ),
        pytest.param("Verletzt wurde", "Zu Schaden kam", id="other-words"),
        pytest.param("auf Grund gelaufen.", "auf Grund gelaufen. Es regnete.", id="addition"),
        pytest.param("„Alma Ros“ ist", "„Alma Ros“ war", id="tense"),
    ],
)
def test_harmless(edited: Edited, old: str, new: str) -> None:
    """Rewording changes nothing that a witness said."""
    delta = edited(STORY, "bote.txt", old, new)

    assert [f for f in delta.new if f.level is not Level.INFO] == []
