"""Counts that follow from other counts do not conflict with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from checker.compare._shares import explained, parts_of
from checker.model import Claim, Figure, Kind
from checker.read import source_from_text
from checker.read.claims import read_claims

#: See the fixture of that name.
Told = Callable[[str, str, str, str], Sequence[object]]


def one(text: str, lang: str) -> Claim:
    """Return the claim a sentence makes."""
    (claim,) = read_claims(source_from_text(text, id="s", lang=lang))
    return claim


def count(text: str, lang: str) -> Figure:
    """Return the first count of a sentence."""
    return next(f for f in one(text, lang).figures if f.kind is Kind.COUNT)


@pytest.mark.parametrize(
    ("lang", "text", "other", "follows"),
    [
        ("en", "Five of six hikers were found.", "One hiker is missing.", True),
        ("en", "Five of six hikers were found.", "Two hikers are missing.", False),
        ("de", "Nur drei der 21 Linien fuhren.", "Achtzehn Linien standen still.", True),
        ("de", "Es kamen 12 Kinder und 5 Erwachsene.", "Es kamen 17 Menschen.", True),
        ("de", "Es kamen 12 Kinder und 5 Erwachsene.", "Es kamen 19 Menschen.", False),
        ("de", "Es kamen 12 Kinder.", "Es kamen 17 Menschen.", False),
    ],
)
def test_what_follows(lang: str, text: str, other: str, *, follows: bool) -> None:
    """The rest, and the sum; nothing from a single count."""
    assert explained(one(text, lang), count(other, lang)) is follows


def test_a_part_is_told_as_such() -> None:
    """ "Five of six" speaks of some only."""
    assert parts_of(one("Five of six hikers were found alive.", "en"))
    assert not parts_of(one("Six hikers were found alive.", "en"))


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "Five of six missing hikers were found alive.", "One hiker is still missing."),
        ("de", "Ohne die Warnung hätten wir hier zehn Tote.", "Bei dem Brand gab es einen Toten."),
        ("de", "Zu Spitzenzeiten waren 640 Helfer im Einsatz.", "400 Helfer sind im Einsatz."),
    ],
)
def test_no_conflict_of_figures(told: Told, lang: str, left: str, right: str) -> None:
    """The rest, what would have been, and the number of another hour."""
    assert not told("figure", lang, left, right)
