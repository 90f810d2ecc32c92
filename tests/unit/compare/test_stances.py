"""One act pursued and dropped, accepted and refused; harm to nobody and to somebody."""

from __future__ import annotations

import pytest

from checker.compare.polarity import Settings, compare
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims


def conflicts(left: str, right: str, lang: str) -> list[str]:
    """Return what the claims of two texts are found to contradict each other about."""
    first = read_claims(source_from_text(left, id="a", lang=lang))
    second = read_claims(source_from_text(right, id="b", lang=lang))
    return [c.about for pair in relate_two(first, second) for c in compare(pair, Settings())]


@pytest.mark.parametrize(
    ("left", "right", "lang"),
    [
        ("Einen Rücktritt lehnte sie ab.", "Am Abend trat die Ministerin zurück.", "de"),
        ("Der Verein will Klage einreichen.", "Auf eine Klage verzichtet der Verein.", "de"),
        (
            "Die Stadt hält an der Sanierung des Bades fest.",
            "Die Stadt gibt die Sanierung des Bades auf.",
            "de",
        ),
        ("Der Trainer bestätigte den Wechsel.", "Der Trainer dementierte den Wechsel.", "de"),
        ("Der SV gewann das Finale.", "Der SV verlor das Finale.", "de"),
        ("Der Angeklagte räumte den Überfall ein.", "Zu den Vorwürfen schwieg er.", "de"),
        ("Verletzt wurde bei dem Brand niemand.", "Vier Gäste wurden verletzt.", "de"),
        ("The union announced a strike.", "The union has called off the strike.", "en"),
        ("The board accepted the bid.", "The board turned down the bid.", "en"),
        ("The mayor refused to resign.", "The mayor resigned on Monday.", "en"),
        ("No one was hurt in the fire.", "Three residents were injured.", "en"),
    ],
)
def test_opposite_stances(left: str, right: str, lang: str) -> None:
    """One party cannot do both about one act."""
    assert conflicts(left, right, lang)


@pytest.mark.parametrize(
    ("left", "right", "lang"),
    [
        ("Die Grünen stimmten dem Antrag zu.", "Die FDP lehnte den Antrag ab.", "de"),
        ("Der Minister lehnte ein Interview ab.", "Der Minister kündigte ein Gesetz an.", "de"),
        ("Der SV gewann das Finale.", "Der FC verlor das Finale.", "de"),
        ("Sonst wurde niemand verletzt.", "Zwei Beamte wurden verletzt.", "de"),
        ("Die Freibäder sind wieder geöffnet.", "Die Autobahn bleibt gesperrt.", "de"),
        ("Der Konzern schloss einen Verkauf nicht aus.", "Der Konzern plant den Verkauf.", "de"),
        ("No one else was hurt.", "Three residents were injured.", "en"),
        ("The school has reopened.", "The bridge remains closed.", "en"),
        ("Labour backed the motion.", "The Greens rejected the motion.", "en"),
    ],
)
def test_other_parties_other_acts(left: str, right: str, lang: str) -> None:
    """Another party, another thing, or somebody else is no contradiction."""
    assert not conflicts(left, right, lang)
