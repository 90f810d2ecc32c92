"""The words of a claim that negate; "nicht nur" and "not merely" do not.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare import _lexicon as lexicon
from checker.language.negation import taken_back
from checker.language.once import once
from checker.model import Claim, Token


@once
def negating(claim: Claim) -> tuple[Token, ...]:
    """Return the negating words of a claim that the word after them does not take back."""
    negators = lexicon.words(claim.lang, "negators")
    tokens = claim.tokens
    return tuple(
        token
        for at, token in enumerate(tokens)
        if token.text.casefold() in negators
        and not (at + 1 < len(tokens) and taken_back(tokens[at + 1].text, claim.lang))
    )
