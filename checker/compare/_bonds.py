"""What binds two claims (or stretches of them): the words whose meaning they share.

Not how alike the sentences are, but how much of what they say is the same, weighed by how
telling it is in the story, whatever the wording and across languages.  Figures, times and the
names of speakers are left out by the caller, because they are what may differ.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checker.compare._lexicon import alike
from checker.compare._stems import related
from checker.language.meanings import Sense, broader, meanings
from checker.language.telling import told, weight
from checker.model import ANYWHERE, Claim, Setting

#: How much two words have in common: one word, one family, one meaning, one under the other, two
#: under one roof.
SAME, KIN, MEANING, UNDER, COUSIN = 1.0, 0.95, 0.9, 0.5, 0.25
#: Likenesses from which two words are taken for one thing.
ONE_THING: Final = MEANING
#: Letters from which one spelling in two languages is one word ("Autopilot").
_SPELT: Final = 4
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bond:
    """What two stretches of text share.

    Attributes:
        shared: Weight of what both say.
        left: Weight of all that the left one says.
        right: The same of the right one.
        words: The words shared, most telling first: (left, right, likeness).
    """

    shared: float
    left: float
    right: float
    words: tuple[tuple[str, str, float], ...] = ()

    @property
    def share(self) -> float:
        """How much of the poorer side the other has, 0..1."""
        fewer = min(self.left, self.right)
        return round(self.shared / fewer, 3) if fewer else 0.0


def bond(
    left: Claim,
    right: Claim,
    setting: Setting = ANYWHERE,
    *,
    spans: tuple[Span, Span] | None = None,
    without: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
    least: float = 0.0,
) -> Bond:
    """Return what two claims share.

    Args:
        left: One claim.
        right: The other, in any language.
        setting: What is known of their story.
        spans: Stretches of both to look at, None for the whole claims.
        without: Stretches of each to leave out.
        least: Likeness two words need to count.
    """
    whole = ((left.start, left.end), (right.start, right.end))
    stretches = spans or whole
    mine = _inside(left, stretches[0], without[0])
    theirs = _inside(right, stretches[1], without[1])
    weights = (
        [weight(setting, s, left.lang) for s in mine],
        [weight(setting, s, right.lang) for s in theirs],
    )
    near = [
        (likeness * min(weights[0][i], weights[1][j]), likeness, i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if (likeness := like(one, left.lang, other, right.lang)) and likeness >= least
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    shared, words = 0.0, []
    for told_by, likeness, i, j in sorted(near, key=lambda n: (-n[0], n[2], n[3])):
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        shared += told_by
        words.append((mine[i].base, theirs[j].base, likeness))
    return Bond(
        round(shared, 3), round(sum(weights[0]), 3), round(sum(weights[1]), 3), tuple(words)
    )


def measured(claim: Claim) -> tuple[Span, ...]:
    """Return the spans of a claim's figures and times."""
    figures = [(f.start, f.end) for f in claim.figures]
    return (*figures, *((m.start, m.end) for m in claim.moments))


def _inside(claim: Claim, span: Span, without: Sequence[Span]) -> list[Sense]:
    return [
        s
        for s in told(claim)
        if span[0] <= s.token.start < span[1]
        and not any(start <= s.token.start < end for start, end in without)
    ]


def like(one: Sense, lang: str, other: Sense, second: str) -> float:
    """Return how much two words have in common, 0 for nothing."""
    return _like(one.base, one.keys, lang, other.base, other.keys, second)


def words_alike(first: str, lang: str, second: str, tongue: str) -> float | None:
    """Return how much two base forms have in common, None if one is missing or not known."""
    if not first or not second:
        return None
    one, other = first.casefold(), second.casefold()
    keys, others = meanings(one, lang), meanings(other, tongue)
    likeness = _like(one, keys, lang, other, others, tongue)
    return likeness if likeness or (keys and others) else None


@lru_cache(maxsize=1 << 18)
def _like(
    one: str, keys: frozenset[str], lang: str, other: str, second: frozenset[str], tongue: str
) -> float:
    if lang == tongue:
        if one == other:
            return SAME
        if related(one, other) or alike(one, other, lang):
            return KIN
    elif one == other and len(one) >= _SPELT:
        return MEANING
    if keys & second:
        return MEANING
    above, over = _above(keys), _above(second)
    if above & second or over & keys:
        return UNDER
    return COUSIN if above & over else 0.0


def _above(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(b for k in keys for b in broader(k))
