"""Which figures of two claims are held against each other.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.compare._bound import figures
from checker.compare._intervals import Stand, stand
from checker.compare._measure import NEVER, same_measure
from checker.model import Figure, Ground, Pair, Standing


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that may measure one thing.

    Attributes:
        left: Figure of the left claim.
        right: Figure of the right claim.
        ground: Whether they do, and why.
        strength: 3 same counted thing, 2 same surroundings, 1 same kind only, 0 other nouns, -1 two
            measures for certain.
        stand: How their values stand to each other.
    """

    left: Figure
    right: Figure
    ground: Ground
    strength: int
    stand: Stand


def matches(pair: Pair) -> tuple[Match, ...]:
    """Return figure pairs of one kind and unit that may measure one thing, best first.

    A figure is matched with its best counterparts only: "31 of the 60" meets "31" as
    the voters, and 60 is left alone.
    """
    found = [m for m in _all(pair) if m is not None]
    if not found:
        return ()
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    settled_left: set[int] = set()
    settled_right: set[int] = set()
    for m in found:
        best_left[m.left.start] = max(best_left.get(m.left.start, 0), m.strength)
        best_right[m.right.start] = max(best_right.get(m.right.start, 0), m.strength)
    for m in found:
        if m.stand in {Stand.EQUAL, Stand.ROUNDING} and m.strength >= max(
            best_left[m.left.start], best_right[m.right.start]
        ):
            settled_left.add(m.left.start)
            settled_right.add(m.right.start)
    kept = []
    for m in found:
        weak = m.strength < max(best_left[m.left.start], best_right[m.right.start])
        taken = m.left.start in settled_left or m.right.start in settled_right
        agrees = m.stand in {Stand.EQUAL, Stand.ROUNDING}
        if weak or (taken and not agrees):
            continue
        kept.append(m)
    return tuple(sorted(kept, key=lambda m: (-m.strength, m.left.start, m.right.start)))


def rivals(pair: Pair) -> tuple[Match, ...]:
    """Return all figure pairs of one kind and unit that do not agree with each other.

    Figures that agree with one of the other claim, and are no better matched with another, are
    left out: "zwölf Erwachsene und fünf Kinder" does not agree with the same two swapped.
    What the words say of each pair is told by its ground; where they show two measures for certain,
    it is left out.
    """
    found = list(_held(pair))
    best: dict[tuple[str, int], int] = {}
    for m in found:
        for end in (("left", m.left.start), ("right", m.right.start)):
            best[end] = max(best.get(end, 0), m.strength)
    agreed: set[tuple[str, int]] = set()
    for m in found:
        ends = ("left", m.left.start), ("right", m.right.start)
        told_apart = m.ground.standing is Standing.EXCLUDED and best[ends[0]] + best[ends[1]] > 0
        if m.stand in {Stand.EQUAL, Stand.ROUNDING} and not told_apart:
            agreed |= {e for e in ends if m.strength >= best[e]} if m.strength else set(ends)
    return tuple(
        m
        for m in found
        if m.strength > NEVER
        and ("left", m.left.start) not in agreed
        and ("right", m.right.start) not in agreed
    )


def _held(pair: Pair) -> Iterator[Match]:
    for left in figures(pair.left):
        for right in figures(pair.right):
            if left.kind is right.kind and left.unit == right.unit:
                ground, strength = same_measure(pair, left, right)
                yield Match(left, right, ground, strength, stand(left, right))


def _all(pair: Pair) -> Iterator[Match | None]:
    for match in _held(pair):
        if match.ground.standing is not Standing.EXCLUDED:
            yield match
