"""Counts of one claim that explain the count of another: parts, their sum, and what is left.

"Five of six hikers were found" and "one man still missing" agree: six less five is one.  "186
passengers and a crew of nine" are the "nearly 200 people aboard".

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from checker.compare._intervals import allowed
from checker.language.once import once
from checker.model import Claim, Figure, Interval, Kind

#: Counts a claim may have before sums of them tell nothing.
_FEW: Final = 4
#: Words between a part and its whole ("drei der 21", "five of six").
_OF: Final = frozenset({"der", "von", "des", "den", "of", "the", "those", "these", "its", "his"})
#: Characters between the two.
_NEAR: Final = 12


def explained(claim: Claim, figure: Figure) -> bool:
    """Return whether a count follows from the counts of a claim of another text."""
    if figure.kind is not Kind.COUNT:
        return False
    room = allowed(figure)
    return any(room.meets(Interval.point(value)) for value in _follow(claim))


def parts_of(claim: Claim) -> bool:
    """Return whether a claim says something of some of its things only ("five of six")."""
    return bool(_shared(_counts(claim), claim))


@once
def _follow(claim: Claim) -> tuple[Decimal, ...]:
    """Return the values that follow from a claim's counts and are none of them."""
    counts = _counts(claim)
    if not 1 < len(counts) <= _FEW:
        return ()
    values = [f.hard.low for f in counts]
    found = {whole - part for part, whole in _shared(counts, claim)}
    if not found and not any(f.of.part_of for f in counts):
        found |= {a + b for a, b in _pairs(values)} | {sum(values, Decimal(0))}
    return tuple(sorted(found - set(values)))


def _counts(claim: Claim) -> list[Figure]:
    return [f for f in claim.figures if f.kind is Kind.COUNT and f.hard.is_point]


def _shared(counts: Sequence[Figure], claim: Claim) -> list[tuple[Decimal, Decimal]]:
    """Return (part, whole) for counts that stand as "k of n"."""
    found = []
    for part, whole in pairwise(counts):
        between = claim.quote[part.end - claim.start : whole.start - claim.start].casefold()
        words = between.split()
        joined = len(words) > 0 and len(between) <= _NEAR and all(w in _OF for w in words)
        if joined and part.hard.low < whole.hard.low:
            found.append((part.hard.low, whole.hard.low))
    return found


def _pairs(values: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    for i, one in enumerate(values):
        for other in values[i + 1 :]:
            yield one, other
