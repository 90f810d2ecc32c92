"""Two values that two claims both give, but for each other's thing.

"34 karvenische und 30 tolmarische Gefangene" and "30 Karvenier und 34 Tolmarier" hold the same
figures, so nothing is missing and nothing is new; what each counts is told by the words behind it.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from checker.compare._bonds import MEANING, UNDER, words_alike
from checker.compare._content import base
from checker.compare._intervals import Stand
from checker.compare._matches import Match
from checker.compare._words import say
from checker.language.once import each_once
from checker.model import Claim, Figure, Ground, Pair, Standing, Token

#: Words behind a figure that may say what it counts.
_WORDS: Final = 4
_NAMING: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_WHY: Final = say(
    "beide Aussagen nennen dieselben zwei Werte, aber zu vertauschten Dingen",
    "both claims give the same two values, but for each other's things",
)


def exchanged(pair: Pair) -> Iterator[Match]:
    """Yield two figures of one thing whose values the other claim has the other way round."""
    left, right = pair.left, pair.right
    mine, theirs = _counted(left), _counted(right)
    for i, (one, first) in enumerate(mine):
        for two, second in mine[i + 1 :]:
            if not _of_one_kind(one, two) or one.hard == two.hard:
                continue
            for other, third in theirs:
                for another, fourth in theirs:
                    if not (_same(one, other) and _same(two, another)):
                        continue
                    # first stands with the value of `other`, but its word with `another`
                    crossed = _like(first, left, fourth, right), _like(second, left, third, right)
                    kept = _like(first, left, third, right), _like(second, left, fourth, right)
                    if _swapped(crossed, kept):
                        ground = Ground(Standing.POSSIBLE, _WHY)
                        yield Match(one, another, ground, 2, Stand.CONFLICT)
                        return


def _swapped(crossed: tuple[float, float], kept: tuple[float, float]) -> bool:
    """Return whether words fit crosswise, and not as their values stand."""
    if min(crossed) >= MEANING:
        return max(kept) < MEANING
    return max(crossed) >= MEANING and max(kept) < UNDER


@each_once
def _counted(claim: Claim) -> Iterator[tuple[Figure, tuple[Token, ...]]]:
    """Yield the figures of a claim with the words behind each, up to the next figure."""
    for figure in claim.figures:
        if not figure.hard.is_point:
            continue
        end = min((f.start for f in claim.figures if f.start >= figure.end), default=claim.end)
        behind = [t for t in claim.tokens if figure.end <= t.start < end and t.pos in _NAMING]
        yield figure, tuple(behind[:_WORDS])


def _of_one_kind(one: Figure, other: Figure) -> bool:
    return (one.kind, one.unit) == (other.kind, other.unit)


def _same(one: Figure, other: Figure) -> bool:
    return _of_one_kind(one, other) and one.hard == other.hard


def _like(words: Sequence[Token], claim: Claim, others: Sequence[Token], against: Claim) -> float:
    """Return the greatest likeness of two words of two lists."""
    return max(
        (
            words_alike(base(a), claim.lang, base(b), against.lang) or 0.0
            for a in words
            for b in others
        ),
        default=0.0,
    )
