"""How much of what a claim of the second text says stands in the first.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from checker.compare._content import EMPTY, base
from checker.compare._counterpart.subjects import is_meant
from checker.compare._stems import overlap
from checker.model import Claim, Token

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
#: Letters from which an English word in "-ing" has a verb before it.
_GERUND: Final = 6
#: Statements that assert nothing, or not yet.
_OPEN: Final = frozenset({"question", "condition", "possibility", "demand"})

#: Sentences of a text that says one thing.
_BRIEF: Final = 3

Span = tuple[int, int]


def asserts(claim: Claim) -> bool:
    """Return whether a claim says that something is so."""
    return claim.polarity != "denied" and claim.modality not in _OPEN


def brief(claims: Sequence[Claim]) -> bool:
    """Return whether a text is so short that it says one thing, and its words are all of that."""
    return len({c.sentence for c in claims}) <= _BRIEF


def share_held(claim: Claim, left: Sequence[Claim], without: Sequence[Span] = ()) -> Decimal:
    """Return the share of what a claim says that the first text holds, 0..1.

    Args:
        claim: A claim of the second text.
        left: The claims of the first.
        without: Spans of the claim that do not count: the date or the figure in question.
    """
    said, held = _said(claim, left, without)
    if not said:
        return Decimal(0)
    return Decimal(len(overlap(said, held, claim.lang))) / len(said)


def says_no_more(claim: Claim, left: Sequence[Claim], without: Sequence[Span]) -> bool:
    """Return whether a claim says nothing else but of what it is, which the first text means."""
    return any(is_meant(c) for c in left) and not _said(claim, left, without)[0]


def _said(
    claim: Claim, left: Sequence[Claim], without: Sequence[Span]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a claim says and what the first text holds."""
    said, held = words([claim], without), words(left)
    if any(is_meant(c) for c in left):
        said -= _unknown(claim, held)  # "the film" is the one the second text names
    return said, held


def words(claims: Sequence[Claim], without: Sequence[Span] = ()) -> frozenset[str]:
    """Return the base forms of claims, names included, some spans left out."""
    return frozenset(
        stem(t, c.lang)
        for c in claims
        for t in c.tokens
        if t.pos in _CONTENT
        and len(t.text) > 2
        and base(t) not in EMPTY
        and not any(a <= t.start < b for a, b in without)
    )


def stem(token: Token, lang: str) -> str:
    """Return a base form; of an English "filming" what is left of it."""
    word = base(token)
    return word.removesuffix("ing") if lang == "en" and len(word) > _GERUND else word


def _unknown(claim: Claim, held: frozenset[str]) -> frozenset[str]:
    """Return the capitalised words of a claim that the first text lacks."""
    if claim.lang == "de":
        return frozenset(base(t) for t in claim.tokens if t.pos == "PROPN") - held
    return frozenset(stem(t, "en") for t in claim.tokens if t.text[:1].isupper()) - held
