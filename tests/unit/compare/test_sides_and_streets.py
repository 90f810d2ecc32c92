"""Places of one thing that exclude each other, and places of two things."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

#: See the fixture of that name.
Told = Callable[[str, str, str, str], Sequence[object]]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        (
            "de",
            "Am Osthang des Trogkopfs brach der Schnee.",
            "An der Westflanke des Trogkopfs wurden sie erfasst.",
        ),
        (
            "de",
            "Der Nordflügel von Schloss Elmau brannte.",
            "Im Südflügel von Schloss Elmau brach das Feuer aus.",
        ),
        (
            "de",
            "In der Filiale an der Marktstraße hielt er die Kunden fest.",
            "Die Filiale in der Mühlstraße kennt hier jeder.",
        ),
        ("de", "Die Notaufnahme bleibt in Auental.", "Die Notaufnahme zieht nach Hochfeld um."),
        ("en", "The court stays in Aldermarsh.", "The court will move to Tarrant."),
        (
            "en",
            "The fire broke out in the north wing of Elm House.",
            "The south wing of Elm House caught fire.",
        ),
        ("de", "Das Postamt am Domplatz schließt.", "Das Postamt am Rathausplatz schließt."),
    ],
)
def test_two_places_of_one_thing(told: Told, lang: str, left: str, right: str) -> None:
    """Opposite sides, two streets, staying and moving."""
    assert told("place", lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "Die Feuerwehr rückte vom Nordtor an.", "Am Südtor warteten Zuschauer."),
        (
            "de",
            "Eine Filiale in der Marktstraße schließt.",
            "Die Filiale in der Mühlstraße bleibt.",
        ),
        (
            "de",
            "Am Osthang des Trogkopfs stieg die Gruppe auf, am Westhang ab.",
            "Am Westhang des Trogkopfs ging die Lawine ab.",
        ),
        ("de", "Das Archiv bleibt in Auental.", "Die Notaufnahme zieht nach Hochfeld um."),
        ("en", "The court stays in Aldermarsh.", "The library will move to Tarrant."),
        ("de", "Der Minister bleibt in Berlin.", "Der Sohn zieht nach Paris."),
    ],
)
def test_places_of_two_things(told: Told, lang: str, left: str, right: str) -> None:
    """Other things, indefinite things, both sides named."""
    assert not told("place", lang, left, right)
