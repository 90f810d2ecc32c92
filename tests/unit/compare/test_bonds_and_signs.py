"""What binds two claims, and the signs that two figures measure one thing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.compare._bonds import MEANING, SAME, bond, words_alike
from checker.compare._evidence import told, total, weights
from checker.compare._matches import rivals
from checker.compare._signs import reset, signs
from checker.corpus.relate import relate_two
from checker.model import Claim, Figure, Kind
from checker.read import source_from_text
from checker.read.claims import read_claims

FILE = Path(__file__).resolve().parents[3] / "rules" / "evidence" / "figures.toml"


def one(text: str, lang: str = "de", key: str = "s") -> Claim:
    """Return the claim a sentence makes."""
    (claim,) = read_claims(source_from_text(text, id=key, lang=lang))
    return claim


def figure(text: str, kind: Kind) -> Figure:
    """Return the first figure of a kind."""
    return next(f for f in one(text).figures if f.kind is kind)


def test_languages_are_bound_by_meaning() -> None:
    """A German and an English sentence about one thing share words."""
    found = bond(
        one("Vier Schlepper zogen das Schiff frei."), one("Tugs pulled the ship free.", "en")
    )

    assert {(a, b) for a, b, _ in found.words} >= {("schlepper", "tug")}
    assert found.shared > 0


def test_sentences_about_other_things_are_not_bound() -> None:
    """No word in common, no bond."""
    found = bond(one("Der Stadtrat tagte bis Mitternacht."), one("Die Aprikosen schmecken süß."))

    assert found.shared == 0
    assert found.share == 0


def test_bonds_are_symmetrical() -> None:
    """Which source is read first must never decide."""
    left, right = one("Die Feuerwehr löschte den Brand."), one("Der Brand ist gelöscht.", key="t")

    assert bond(left, right).shared == bond(right, left).shared


@pytest.mark.parametrize(
    ("first", "lang", "second", "tongue", "likeness"),
    [
        ("Schlepper", "de", "schlepper", "de", SAME),
        ("Schlepper", "de", "tug", "en", MEANING),
        ("", "de", "tug", "en", None),
        ("Xyzzyplonk", "de", "tug", "en", None),
    ],
)
def test_words_alike(
    first: str, lang: str, second: str, tongue: str, likeness: float | None
) -> None:
    """What nobody knows is neither alike nor apart."""
    assert words_alike(first, lang, second, tongue) == likeness


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("84.000 Euro", "48.000 Euro", True),
        ("187.000 Euro", "1,87 Millionen Euro", True),
        ("84.000 Euro", "840.000 Euro", True),
        ("84.000 Euro", "8,4 Millionen Euro", False),
        ("80.000 Euro", "800.000 Euro", False),
        ("84.000 Euro", "84.000 Euro", False),
    ],
)
def test_digits_reset(first: str, second: str, *, same: bool) -> None:
    """In another order, or the point moved by one place; one digit alone tells nothing."""
    left, right = (figure(f"Es kostete {t}.", Kind.MONEY) for t in (first, second))

    assert reset(left, right) is same


def test_every_weighed_sign_is_one_that_is_given() -> None:
    """A weight nobody can earn is a slip in the file."""
    names = set(tomllib.loads(FILE.read_text(encoding="utf-8"))["weights"])
    source = (Path(__file__).resolve().parents[3] / "checker" / "compare" / "_signs.py").read_text(
        encoding="utf-8"
    )

    families = {"count", "money", "duration", "percent", "ordinal", "extent"}
    grounds = {"event", "participants", "time", "scope"}
    given = {f"kind-{f}" for f in families} | {f"{g}-open" for g in grounds}
    assert {n for n in names - given if f'"{n}"' not in source} == set()
    assert set(weights().words) <= names | {"concept-same", "alone", "hours-alone", "verb"}


def test_the_loud_signs_are_told() -> None:
    """The reckoning names what speaks for one thing, and the words in common."""
    sides = [
        read_claims(source_from_text(text, id=key, lang="de"))
        for key, text in (
            ("a", "Der Schaden an der Halle beträgt 84.000 Euro."),
            ("b", "Auf 48.000 Euro wird der Schaden an der Halle geschätzt."),
        )
    ]
    (pair,) = relate_two(*sides)
    (match,) = rivals(pair)
    found = signs(pair, match.left, match.right, match.ground, match.strength)

    assert found.values["reset"] == 1
    assert total(found) > weights().line
    assert "gemeinsam: " in told(found).de
