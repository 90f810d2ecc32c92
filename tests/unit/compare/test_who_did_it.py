"""Who did a deed: two parties in one deed, and two deeds."""

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
            "Eingebracht hatte die Vorlage die Stadtverwaltung.",
            "Auf den Tisch gebracht hatte das Thema die Freie Liste.",
        ),
        (
            "de",
            "Nordgas kündigte im Februar den Vertrag.",
            "Dabei war es der Verein selbst, der Nordgas im Februar den Vertrag aufkündigte.",
        ),
        ("de", "Der Hinweis kam vom Zoll.", "Den Hinweis hatte ein Apotheker gegeben."),
        (
            "de",
            "Die Idee stammt von der Feuerwehr.",
            "Es war der Elternbeirat, der die Idee einbrachte.",
        ),
        (
            "de",
            "Den Vertrag kündigte der Vermieter.",
            "Es war die Mieterin, die den Vertrag kündigte.",
        ),
        (
            "de",
            "Die Brücke wurde von der Polizei gesperrt.",
            "Es war der Betreiber, der die Brücke sperrte.",
        ),
        (
            "en",
            "It was a neighbour who raised the alarm.",
            "The alarm was raised by the caretaker.",
        ),
        ("en", "The proposal came from the council.", "It was the union that proposed it."),
        (
            "en",
            "The contract was terminated by the sponsor.",
            "It was the court that terminated the contract.",
        ),
        (
            "en",
            "The sluice was opened by the operator.",
            "It was the council that opened the sluice.",
        ),
        (
            "de",
            "Der Vorschlag kam von der Gewerkschaft.",
            "Vorgeschlagen hatte das Modell der Konzern.",
        ),
    ],
)
def test_two_parties_in_one_deed(told: Told, lang: str, left: str, right: str) -> None:
    """Clefts, passives and sources name the doer."""
    assert told("role", lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "Die Stadt sperrte die Straße.", "Die Polizei sperrte die Straße."),
        ("de", "Der Verein kündigte den Vertrag.", "Den Vertrag kündigte der Klub."),
        ("de", "Es war die Feuerwehr, die den Brand löschte.", "Die Polizei sperrte den Brandort."),
        ("de", "Ein Anwohner alarmierte die Feuerwehr.", "Die Feuerwehr alarmierte die Polizei."),
        ("de", "Eine Passantin fand den Hund.", "Der Besitzer fand die Leine."),
        ("de", "Der Sponsor kündigte den Vertrag.", "Nordgas kündigte den Vertrag."),
        ("en", "A neighbour called the police.", "Police closed the road."),
        ("en", "The council proposed a new park.", "It was the union that proposed a strike."),
        ("en", "The road was closed by police.", "It was the council that closed the school."),
        (
            "de",
            "Der Zoll gab den Hinweis auf die Bande.",
            "Von der Polizei kam der Hinweis, vorsichtig zu fahren.",
        ),
        (
            "de",
            "Der Vorschlag kam von der Gewerkschaft.",
            "Es war die Feuerwehr, die einen neuen Standort vorschlug.",
        ),
        (
            "de",
            "Der Arzt, der den Mann behandelte, lobte die Retter.",
            "Die Pflegerin, die den Mann behandelte, ging.",
        ),
        (
            "de",
            "Die Polizei nahm den Täter fest.",
            "Die Staatsanwaltschaft ließ den Täter festnehmen.",
        ),
    ],
)
def test_no_two_parties(told: Told, lang: str, left: str, right: str) -> None:
    """Other deeds, parties that may be one, names of which nothing is known."""
    assert not told("role", lang, left, right)
