"""The words that carry a claim's meaning, and how many of them two claims share.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare._stems import overlap
from checker.model import Claim, Figure, Pair, Token

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
EMPTY = {"be", "have", "do", "sein", "haben", "werden", "geben", "say", "sagen"}
#: Fewest of them.
_LEAST = 2
#: Shared base forms, of the more, that make two sentences nearly equal.
_NEARLY = 0.75


def surroundings(pair: Pair, left: Figure, right: Figure) -> float:
    """Return the share of base forms beside the figures that both claims have, 0..1."""
    if pair.left.lang != pair.right.lang:
        return 0.0
    first, second = content(pair.left, left), content(pair.right, right)
    fewer = min(len(first), len(second))
    common = overlap(first, second, pair.left.lang)
    return len(common) / fewer if len(common) >= _LEAST else 0.0


def nearly_equal(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether two claims are the same but for the figures."""
    if pair.left.lang != pair.right.lang:
        return False
    first, second = content(pair.left, left), content(pair.right, right)
    more = max(len(first), len(second))
    return more >= _LEAST and len(overlap(first, second, pair.left.lang)) / more >= _NEARLY


def content(claim: Claim, without: Figure | None = None) -> frozenset[str]:
    """Return the base forms that carry the claim's meaning, a figure's own words left out."""
    found = set()
    for token in claim.tokens:
        if without is not None and without.start <= token.start < without.end:
            continue
        if token.pos in _CONTENT and len(token.text) > 1 and base(token) not in EMPTY:
            found.add(base(token))
    return frozenset(found)


def base(token: Token) -> str:
    """Return a token's base form for comparison."""
    return (token.lemma or token.text).casefold()
