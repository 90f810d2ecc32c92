"""Tell at a glance that a claim lacks a word of a pattern; most claims lack most patterns.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: First letters by which words with a star ("gesperr*") are looked up.
_BEGIN: Final = 3


@dataclass(frozen=True, slots=True)
class Sieve:
    """The forms of a claim's words, and how they begin; made by `sieve`."""

    present: frozenset[str]
    begun: frozenset[str]

    def may_match(self, pattern: tuple[str, ...]) -> bool:
        """Return whether the claim may have every word of a pattern; False is certain."""
        for word in pattern:
            if word.endswith("*"):
                if len(word) > _BEGIN and word[:_BEGIN] not in self.begun:
                    return False
            elif word not in self.present:
                return False
        return True


def sieve(forms: Iterable[Iterable[str]]) -> Sieve:
    """Return the sieve of words in their forms (as written, base form ...), all folded."""
    present = frozenset(form for known in forms for form in known)
    return Sieve(present, frozenset(form[:_BEGIN] for form in present))
