"""How far a circle reaches from its middle, and how wide it is.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from checker.compare import _lexicon as lexicon
from checker.compare._content import base
from checker.compare._intervals import allowed
from checker.model import Figure, Token

#: A circle is twice as wide as it reaches.
_TWICE = Decimal(2)


def one_circle(
    one: Figure, words: Iterable[Token], lang: str, other: Figure, others: Iterable[Token],
    tongue: str,
) -> bool:  # fmt: skip
    """Return whether one figure is the radius, the other the diameter of one circle.

    Args:
        one: A distance.
        words: The words of its sentence.
        lang: Their language.
        other: Another distance.
        others: The words of its sentence.
        tongue: Their language.
    """
    return _fits(one, words, lang, other, others, tongue) or _fits(
        other, others, tongue, one, words, lang
    )


def _fits(
    inner: Figure, words: Iterable[Token], lang: str, outer: Figure, others: Iterable[Token],
    tongue: str,
) -> bool:  # fmt: skip
    if not allowed(outer).meets(allowed(inner).scaled(_TWICE)):
        return False  # seldom are two values so; only then are words looked up
    return _has(words, lang, "radius") and _has(others, tongue, "diameter")


def _has(words: Iterable[Token], lang: str, key: str) -> bool:
    known = lexicon.words(lang, key)
    return any(base(t) in known for t in words)
