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
    mine, theirs = {base(t) for t in words}, {base(t) for t in others}
    return _fits(one, mine, lang, other, theirs, tongue) or _fits(
        other, theirs, tongue, one, mine, lang
    )


def _fits(
    inner: Figure, mine: set[str], lang: str, outer: Figure, theirs: set[str], tongue: str
) -> bool:
    if not mine & lexicon.words(lang, "radius") or not theirs & lexicon.words(tongue, "diameter"):
        return False
    return allowed(outer).meets(allowed(inner).scaled(_TWICE))
