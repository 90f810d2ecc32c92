"""Two names in one role: a spelling of the same person, or another person.

Transliterations of one name agree; "Lindqvist" and "Lundqvist" in one office do not.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._words import plain, say
from checker.model import Claim, Name, Pair

#: Likeness of two family names from which one may be a misspelling of the other, 0..100.
_NEAR = 75
#: Letters a name must have before a slip is likelier than another name.
_LETTERS = 4


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return names that are nearly, but not, the same."""
    mine = _persons(pair.left)
    theirs = _persons(pair.right)
    if not mine or not theirs:
        return ()
    found = []
    for name in mine:
        for other in theirs:
            if name.key == other.key or name.text == other.text:
                continue
            if any(n.key == name.key for n in theirs) or any(n.key == other.key for n in mine):
                continue
            if near(name, other):
                found.append(_conflict(pair, name, other))
    return tuple(found[:1])


def _persons(claim: Claim) -> list[Name]:
    return [n for n in claim.names if " " in n.text.strip() and n.kind in {"person", ""}]


def near(name: Name, other: Name) -> bool:
    """Return whether two full names differ by a slip in one part, the other part being equal."""
    from rapidfuzz import fuzz

    mine, theirs = name.key.split(), other.key.split()
    if len(mine) < 2 or len(theirs) < 2:
        return False
    first, family = (mine[0], theirs[0]), (mine[-1], theirs[-1])
    if family[0] == family[1]:
        pair = first
    elif first[0] == first[1]:
        pair = family
    else:
        return False
    if min(map(len, pair)) < _LETTERS:
        return False
    return fuzz.ratio(*pair) >= _NEAR


def _conflict(pair: Pair, name: Name, other: Name) -> Conflict:
    return Conflict(
        sides=(
            Reading(claim=pair.left, reads=plain(name.text), marks=((name.start, name.end),)),
            Reading(claim=pair.right, reads=plain(other.text), marks=((other.start, other.end),)),
        ),
        reckoning=(
            say(f"„{name.text}“ und „{other.text}“ gleichen einander bis auf wenige Buchstaben",
                f'"{name.text}" and "{other.text}" are alike but for a few letters'),
            say("die Umschrift aus einer anderen Sprache erklärt den Unterschied nicht",
                "transliteration from another language does not explain the difference"),
        ),
        slots=(("left", plain(name.text)), ("right", plain(other.text))),
        about="name:" + "/".join(sorted((name.key, other.key))),
        values=(name.key, other.key),
    )  # fmt: skip


COMPARER: Final = Comparer(name="name", settings=NoSettings, slots=("left", "right"), pair=compare)
