"""A claim as the grounds see it, and the words of a ground.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checker.corpus.events import Told
from checker.corpus.main_event import Main
from checker.model import Claim, Ground, Phrase, Standing

#: Parts of speech that say what is measured; a name says whose it is.
_TELLING: Final = frozenset({"NOUN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A claim with what is known about its occurrence.

    Attributes:
        claim: The claim.
        told: Which occurrence it tells of.
        main: The main event of its article.
        names: Names it speaks of (key -> as written), pronouns resolved as far as the context
            tells.
        article: (source id, number of the article).
        words: Base forms that say what its figures and times belong to.
    """

    claim: Claim
    told: Told
    main: Main
    names: Mapping[str, str]
    article: tuple[str, int]
    words: frozenset[str] = frozenset()


def words_around(claim: Claim) -> frozenset[str]:
    """Return the base forms of nouns, verbs and adjectives outside of figures and times."""
    taken = [(f.start, f.end) for f in claim.figures]
    taken += [(m.start, m.end) for m in claim.moments]
    return frozenset(
        t.lemma.lower()
        for t in claim.tokens
        if t.pos in _TELLING and not any(a < t.end and t.start < b for a, b in taken)
    )


@lru_cache(maxsize=50_000)
def ground(standing: Standing, de: str, en: str, *, days: bool = False) -> Ground:
    """Return a ground; equal ones are one object, for a corpus has millions."""
    return Ground(standing, Phrase(de, en), days)


def which(left: bool) -> tuple[str, str]:
    """Return what to call the claim on that side, in German and English."""
    return (
        ("die erste Aussage", "the first claim")
        if left
        else ("die zweite Aussage", "the second claim")
    )
