"""Figures of one noun that are of one whole, and those that are not."""

from __future__ import annotations

import pytest

from checker.compare import derived, figure
from checker.compare._base import NoSettings
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims


def conflicts(left: str, right: str, lang: str) -> int:
    """Return how many conflicts of figures two sentences have."""
    one, other = (
        read_claims(source_from_text(text, id=name, lang=lang))
        for name, text in (("a", left), ("b", right))
    )
    found = 0
    for pair in relate_two(one, other):
        found += len(figure.compare(pair, figure.Settings()))
        found += len(derived.compare(pair, NoSettings()))
    return found


APART = [
    (
        "de",
        "Allein der Bank schuldet die Firma 2 Millionen Euro.",
        "Die Firma hat Schulden von 9 Millionen Euro.",
    ),
    ("de", "Allein in Köln gab es 12 Festnahmen.", "Bei der Aktion gab es 70 Festnahmen."),
    (
        "de",
        "Das Land zählt in diesem Jahr bereits 40 Verkehrstote.",
        "Bei dem Unfall gab es drei Tote.",
    ),
    ("de", "Seit 2019 schlossen 14 Bäder.", "Am Montag schlossen zwei Bäder."),
    ("de", "Der 30-köpfige Gemeinderat tagte am Montag.", "12 Gemeinderäte fehlten am Montag."),
    ("de", "Die Feuerwehr fand 20 tote Rinder.", "Drei weitere Rinder musste der Tierarzt töten."),
    ("de", "Die Helfer füllten je 50 Sandsäcke.", "Die Helfer füllten 900 Sandsäcke."),
    ("de", "Dafür stimmten 15 Mitglieder.", "11 Mitglieder stimmten dagegen."),
    ("en", "The firm owes the tax office alone £2 million.", "The firm has debts of £9 million."),
    (
        "en",
        "Across the country 300 schools have closed this year already.",
        "On Monday two schools closed.",
    ),
    ("en", "The blaze destroyed 12 homes.", "Another four homes were destroyed."),
    (
        "en",
        "Thieves took the data of 2 million customers of Northgrid.",
        "Hackers took the data of 400,000 customers of Calder Bank.",
    ),
    ("en", "Since 2015 police have seized 90 guns.", "Police seized four guns."),
    (
        "de",
        "Die Sanierung kostet 4 Millionen Euro.",
        "Das Land gibt für die Sanierung 1 Million Euro.",
    ),
    ("de", "Die Stadt will 2 Millionen Euro sparen.", "Das Land kürzt 5 Millionen Euro."),
    ("en", "The council will save £2 million.", "The repairs cost £5 million."),
    ("de", "Der Turm ist 40 Meter hoch.", "Der Turm steht 90 Meter vom Fluss entfernt."),
    ("de", "Am Montag galt Warnstufe drei.", "Am Montag kamen vier Gäste."),
]

AGAINST = [
    (
        "de",
        "Die Firma hat Schulden von 4 Millionen Euro.",
        "Die Firma hat Schulden von 9 Millionen Euro.",
    ),
    (
        "de",
        "700.000 Euro im Jahr will der Kreis so sparen.",
        "2,1 Millionen Euro verspricht sich der Kreis davon jährlich an Ersparnis.",
    ),
    ("de", "Die Täter erbeuteten 52.000 Euro.", "Die Beute der Täter betrug 81.000 Euro."),
    (
        "de",
        "Am Sonntag galt die Lawinenwarnstufe zwei.",
        "Am Sonntag herrschte Lawinenwarnstufe vier.",
    ),
    (
        "de",
        "Der Verband zieht dem Klub sechs Punkte ab.",
        "Vier Zähler zieht der Verband dem Klub ab.",
    ),
    ("de", "Er war zwei Meter tief verschüttet.", "In 3,50 Meter Tiefe war er begraben."),
    (
        "de",
        "Mit 31 zu 12 Stimmen nahm der Kreistag den Plan an.",
        "27 Abgeordnete hoben die Hand für den Plan.",
    ),
    ("de", "110 Plätze hat das eine Heim, 60 das andere.", "Zusammen haben die Heime 210 Plätze."),
    (
        "de",
        "Für 3 Millionen Euro ersteigerte ein Museum das Bild.",
        "Versteigert wurde das Bild für 7 Millionen Euro.",
    ),
    (
        "de",
        "Das Opfer bekam 20.000 Euro Schmerzensgeld.",
        "Entschädigt wurde das Opfer mit 35.000 Euro.",
    ),
    ("en", "The club borrowed £3 million.", "The loan to the club was £8 million."),
    ("en", "Staff donated £12,000.", "Their gift was a donation of £21,000."),
    (
        "en",
        "The river crested at 3.61 metres on Friday.",
        "On Friday the river peaked at 6.13 metres.",
    ),
    (
        "en",
        "About 400 people were moved out of their homes.",
        "Some 900 residents were forced out of their homes.",
    ),
    ("en", "In 24 hours 60mm of rain fell.", "Sixty millimetres of rain fell in just six hours."),
    ("en", "The raiders stole £52,000.", "The haul of the raiders was £81,000."),
]

TOGETHER = [
    ("de", "110 Plätze hat das eine Heim, 60 das andere.", "Zusammen haben die Heime 170 Plätze."),
    ("de", "Sie erbeuteten 52.000 Euro.", "Die Beute betrug gut 50.000 Euro."),
    (
        "en",
        "About 600 people were moved out of their homes.",
        "Some 650 residents were forced out of their homes.",
    ),
    ("en", "The river crested at 3.61 metres.", "The river peaked at 3.6 metres."),
]


@pytest.mark.parametrize(("lang", "left", "right"), APART)
def test_figures_of_different_wholes_are_left_alone(lang: str, left: str, right: str) -> None:
    assert conflicts(left, right, lang) == 0


@pytest.mark.parametrize(("lang", "left", "right"), AGAINST)
def test_figures_of_one_measure_in_other_words_conflict(lang: str, left: str, right: str) -> None:
    assert conflicts(left, right, lang) > 0


@pytest.mark.parametrize(("lang", "left", "right"), TOGETHER)
def test_figures_that_fit_do_not_conflict(lang: str, left: str, right: str) -> None:
    assert conflicts(left, right, lang) == 0
