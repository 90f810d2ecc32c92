"""An edited sentence: what it said before, what it says now, and which words changed.

Floor 3 (compare).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from checker.compare._bonds import Bond, bond, measured
from checker.compare._content import base
from checker.language.meanings import senses
from checker.model import Claim, Setting, Token


@dataclass(frozen=True)
class Sentence:
    """The claims of one sentence (or of those it was cut into), in order."""

    claims: tuple[Claim, ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, each once, in order."""
        seen = {t.start: t for c in self.claims for t in c.tokens}
        return tuple(seen[start] for start in sorted(seen))

    @cached_property
    def bases(self) -> Mapping[int, str]:
        """Base form by where a word stands, the particle of a German verb joined to it."""
        return {s.token.start: s.base for s in senses(self.tokens, self.lang)}

    def base(self, token: Token) -> str:
        """Return the base form of one of its words."""
        return self.bases.get(token.start, base(token))

    @property
    def lang(self) -> str:
        """The language of its words."""
        return self.claims[0].lang

    def holding(self, start: int) -> Claim:
        """Return the claim that holds a place, the first if none does."""
        held = (c for c in self.claims if c.start <= start < c.end)
        return next(held, self.claims[0])


@dataclass(frozen=True)
class Departure:
    """A sentence before and after an edit.

    Attributes:
        old: As it was.
        new: As it is.
        names: Words of names anywhere in the story, folded.
        beside: (source, number of the sentence) -> the claims it was cut into.
    """

    old: Sentence
    new: Sentence
    names: frozenset[str] = frozenset()
    beside: Mapping[tuple[str, int], tuple[Claim, ...]] = field(default_factory=dict)
    _bonds: dict[str, Bond] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def gone(self) -> tuple[Token, ...]:
        """Words that stood there before and no longer do."""
        return _missing(self.old.tokens, self.new.tokens)

    @cached_property
    def fresh(self) -> tuple[Token, ...]:
        """Words that stand there now and did not before."""
        return _missing(self.new.tokens, self.old.tokens)

    def bond(self, witness: Claim, setting: Setting) -> Bond:
        """Return what binds the sentence, as it was, to that of a witness; figures, times aside."""
        if witness.id not in self._bonds:
            whole = self.beside.get((witness.source, witness.sentence), (witness,))
            found = [
                bond(c, w, setting, without=(measured(c), measured(w)))
                for c in self.old.claims
                for w in whole
            ]
            self._bonds[witness.id] = max(found, key=lambda b: b.shared)
        return self._bonds[witness.id]


def spans(tokens: Iterable[Token]) -> tuple[tuple[int, int], ...]:
    """Return where words stand."""
    return tuple((t.start, t.end) for t in tokens)


def _missing(here: tuple[Token, ...], there: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words of one state that the other lacks, counted: two of one need two."""
    left = Counter(_form(t) for t in there)
    return tuple(_lacking(here, left))


def _lacking(tokens: tuple[Token, ...], left: Counter[str]) -> Iterator[Token]:
    for token in tokens:
        if token.pos == "PUNCT":
            continue
        form = _form(token)
        if left[form]:
            left[form] -= 1
        else:
            yield token


def _form(token: Token) -> str:
    return token.text.casefold()
