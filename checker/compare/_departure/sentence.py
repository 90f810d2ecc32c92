"""An edited sentence: what it said before, what it says now, and which words changed.

Floor 3 (compare).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, wraps
from typing import Any, Final, TypeVar

from rapidfuzz.distance import OSA, Indel

from checker.compare._bonds import MEANING, UNDER, Bond, bond, measured, words_alike
from checker.compare._content import base
from checker.compare._intervals import Stand, stand
from checker.language.meanings import senses
from checker.language.negation import turns_round
from checker.model import Claim, Setting, Token

T = TypeVar("T")

#: Places that speak of a sentence's matter, the best bound ones; copies of one count once.
_CLOSE: Final = 3
#: Share of the nearest place's weight from which another is near as well.
_NEARLY: Final = 0.4
#: What the same deed adds to it.
_DEED: Final = 0.4
#: Letters of words that can be misspelt, and from which two may be wrong.
_LETTERS, _LONG = 5, 10
#: What a value in both adds to it.
_ALIKE: Final = 0.3
#: Weight of shared words below which a place does not speak of the matter at all.
_LEAST: Final = 0.4


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
        found = senses(self.tokens, self.lang)
        return {s.token.start: s.base for s in found if " " not in s.base}

    def base(self, token: Token) -> str:
        """Return the base form of one of its words."""
        return self.bases.get(token.start, base(token))

    def negates(self, token: Token) -> bool:
        """Return whether one of its words by itself turns it round."""
        return turns_round(token.text, self.base(token), self.lang)

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
        published: Source -> the day it was published, if known.
        found: Ids of claims a reader has looked up in the whole story, by what it looked for.
    """

    old: Sentence
    new: Sentence
    names: frozenset[str] = frozenset()
    beside: Mapping[tuple[str, int], tuple[Claim, ...]] = field(default_factory=dict)
    published: dict[str, datetime] = field(default_factory=dict)
    _bonds: dict[str, Bond] = field(default_factory=dict, compare=False, repr=False)
    _close: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    found: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _readings: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def gone(self) -> tuple[Token, ...]:
        """Words that stood there before and no longer do; misspelt ones still stand there."""
        lost, come = self._changed
        return tuple(t for t in lost if not any(respelt(t.text, c.text) for c in come))

    @cached_property
    def fresh(self) -> tuple[Token, ...]:
        """Words that stand there now and did not before, misspellings left out."""
        lost, come = self._changed
        return tuple(t for t in come if not any(respelt(t.text, g.text) for g in lost))

    @cached_property
    def misspelt(self) -> bool:
        """Whether the edit did nothing but write words otherwise."""
        return bool(self._changed[0]) and not self.gone and not self.fresh

    @cached_property
    def _changed(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words only one state has: (those before, those now)."""
        old, new = self.old.tokens, self.new.tokens
        return _missing(old, new), _missing(new, old)

    @cached_property
    def blocks(self) -> tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]:
        """What stood where, in order: (words gone, words that stand in their place)."""
        old, new = self.old.tokens, self.new.tokens
        steps = Indel.opcodes([_form(t) for t in old], [_form(t) for t in new])
        found: list[tuple[tuple[Token, ...], tuple[Token, ...]]] = []
        from_old = from_new = 0
        for step in steps:
            if step.tag != "equal":
                continue
            found.append((old[from_old : step.src_start], new[from_new : step.dest_start]))
            from_old, from_new = step.src_end, step.dest_end
        found.append((old[from_old:], new[from_new:]))
        return tuple((a, b) for a, b in found if a or b)

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

    def elsewhere(self) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each other sentence of the story."""
        edited = {(c.source, c.sentence) for c in self.new.claims}
        yield from (claims for place, claims in self.beside.items() if place not in edited)

    def near(self, witness: Claim, setting: Setting, least: float) -> bool:
        """Return whether a witness shares enough, and not much less than the nearest place does."""
        shared = self.bond(witness, setting).shared
        if shared < least:
            return False
        self.close(witness, setting)
        return shared >= _NEARLY * max(self._close.values())

    def close(self, witness: Claim, setting: Setting) -> bool:
        """Return whether no other place is nearer to what the sentence said than a witness."""
        if not self._close:
            self._close[""] = 0.0
            self._close.update(self._closest(setting))
        return witness.id in self._close

    def _closest(self, setting: Setting) -> Mapping[str, float]:
        """Return the clause nearest to the sentence of each of the nearest places."""
        found: list[tuple[float, Claim]] = []
        for claims in self.elsewhere():
            alike = _ALIKE * self._values(claims)
            weighed = [(self._tie(c, setting) + alike, c) for c in claims]
            found.append(max(weighed, key=lambda w: (w[0], -w[1].start)))
        found.sort(key=lambda w: (-w[0], w[1].id))
        closest: dict[str, float] = {}
        wordings: set[str] = set()
        for shared, claim in found:
            wordings.add(" ".join(claim.quote.split()))
            if shared < _LEAST or len(wordings) > _CLOSE:
                break
            closest[claim.id] = shared
        return closest

    def _values(self, claims: Sequence[Claim]) -> int:
        """Return how many values of the sentence, as it was, a place gives as well."""
        mine = {f.start: f for c in self.old.claims for f in c.figures}.values()
        theirs = [f for c in claims for f in c.figures]
        return sum(
            any(
                (f.kind, f.unit) == (g.kind, g.unit)
                and stand(f, g) in {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}
                for g in theirs
            )
            for f in mine
        )

    def _tie(self, witness: Claim, setting: Setting) -> float:
        """Return how much one clause of a witness shares with the sentence, as it was."""
        return max(
            bond(c, witness, setting, without=(measured(c), measured(witness)), least=UNDER).shared
            + _DEED * ((words_alike(c.verb, c.lang, witness.verb, witness.lang) or 0.0) >= MEANING)
            for c in self.old.claims
        )


def each_departure(read: Callable[[Departure], T]) -> Callable[[Departure], T]:
    """Return `read` so that it reads an edit once, however many witnesses it is held against."""

    @wraps(read)
    def known(departure: Departure) -> T:
        if read not in departure._readings:
            departure._readings[read] = read(departure)
        value: T = departure._readings[read]
        return value

    return known


def respelt(one: str, other: str) -> bool:
    """Return whether a word is another one misspelt: a letter or two off, not its first."""
    first, second = one.casefold(), other.casefold()
    if min(len(first), len(second)) < _LETTERS or first[0] != second[0] or first == second:
        return False
    if not (first.isalpha() and second.isalpha()) or _stem(first) == _stem(second):
        return False
    return OSA.distance(first, second) <= (2 if len(first) >= _LONG else 1)


def _stem(word: str) -> str:
    """Return a word without its inflection, so that another form of it is no misspelling."""
    return word.rstrip("nsertm")


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
