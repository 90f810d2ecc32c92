"""One office, two names."""

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
            "Kapitän Henning Voss setzte den Notruf ab.",
            "Kapitän Henning Foth setzte den Notruf ab.",
        ),
        (
            "de",
            "Direktorin Helene Brandt versichert, das Haus öffne bald.",
            "Direktorin Helene Bauer versichert, das Haus öffne bald.",
        ),
        (
            "en",
            "Mayor Ruth Calloway told reporters the pool was safe.",
            "Mayor Ruth Galloway told reporters the pool was safe.",
        ),
        (
            "de",
            "Vorläufige Insolvenzverwalterin ist Miriam Halbach aus Tarnstedt.",
            "Verwalterin Marion Halbach bat um Geduld.",
        ),
        (
            "de",
            "Das kündigte Reedereisprecherin Anke Lorenz an.",
            "Das kündigte Reedereisprecherin Petra Hansen an.",
        ),
        (
            "de",
            "Geschäftsführerin Annegret Vollrath schloss Kündigungen aus.",
            "Geschäftsführerin Annegret Vollrad schloss Kündigungen nicht aus.",
        ),
        ("de", "Bürgermeister Tom Lehner lehnte ab.", "Bürgermeister Tim Lehner lehnte ab."),
        ("en", "Captain James Holt sounded the alarm.", "Captain James Hood sounded the alarm."),
        (
            "en",
            "Head teacher Laura Finch welcomed the plan.",
            "Head teacher Laura Reed welcomed the plan.",
        ),
        ("de", "Trainer Uwe Rapp verlässt den Verein.", "Trainer Uwe Kolb verlässt den Verein."),
        (
            "en",
            "Chief executive Maria Lopez resigned on Monday.",
            "Chief executive Marta Lopez resigned on Monday.",
        ),
    ],
)
def test_two_names_for_one_holder(told: Told, lang: str, left: str, right: str) -> None:
    """An office is held by one person at a time."""
    assert told("name", lang, left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "Präsident Wladimir Putin sprach.", "Präsidnt Wladimir Putin sprach."),
        ("de", "Präsident Wolodymyr Selenskyj kam.", "Präsident Wolodimir Selenski kam."),
        ("de", "Landrat Peter Müller dankte.", "Minister Peter Schmidt dankte."),
        (
            "de",
            "Der Sprecher Jan Wolf dankte den Helfern.",
            "Die Sprecherin Petra Wolf lobte die Schule.",
        ),
        ("en", "Councillor Ann Baker voted for it.", "Councillor Ann Miller voted against it."),
        (
            "de",
            "Zeuge Paul Ernst sagte aus, es sei dunkel gewesen.",
            "Zeuge Paul Kern sagte aus, er habe nichts gesehen.",
        ),
        ("en", "Prosecutor Katrin Ohlsen spoke.", "Prosecutor Dmitro Galushko spoke."),
        (
            "de",
            "Bürgermeisterin Ruth Calloway sprach.",
            "Bürgermeisterin Ruth Calloways Plan scheiterte.",
        ),
        ("de", "Abgeordneter Karl Nolte stimmte zu.", "Abgeordneter Karl Franke stimmte zu."),
    ],
)
def test_two_persons_or_one_spelling(told: Told, lang: str, left: str, right: str) -> None:
    """Other offices, many holders, other spellings of one name."""
    assert not told("name", lang, left, right)
