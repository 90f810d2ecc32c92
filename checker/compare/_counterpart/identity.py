"""What something is said to be: of which kind, of which state.

"A British drama film" and "a British drama book" cannot both be said of one thing.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._content import base
from checker.compare._counterpart.statement import asserts
from checker.compare._counterpart.subjects import is_meant, said_of_another
from checker.compare._stems import overlap
from checker.compare._words import plain, say
from checker.language.once import each_once
from checker.language.things import Thing, apart, kind, nations
from checker.model import Claim, Phrase, Token

_COPULAS: Final = frozenset({"be", "sein"})
_OPENS: Final = frozenset({"DET", "PRON", "ADJ", "NOUN"})
_INSIDE: Final = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "NUM", "X", "CCONJ", "DET"})
_LONGEST: Final = 14


@dataclass(frozen=True, slots=True)
class _Said:
    """A predicate: all its words, the noun it ends in, and what that says."""

    claim: Claim
    words: tuple[Token, ...]
    kind: str
    nations: tuple[Thing, ...]


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield that the second text calls the thing something that the first excludes."""
    told = [s for c in left if asserts(c) for s in _predicates(c)]
    for said in (s for c in right if asserts(c) for s in _predicates(c)):
        for other in told:
            if not _one_subject(other.claim, said.claim):
                continue
            why = _kinds(other, said) or _nations(other, said, told)
            if why is not None:
                yield _conflict(other, said, why)
                return


def _one_subject(left: Claim, right: Claim) -> bool:
    """Return whether both sentences are about one thing, or the first has only a pronoun for it."""
    if said_of_another(left, right):
        return False
    mine, theirs = _before_copula(left), _before_copula(right)
    if not mine or not theirs:
        return False
    if is_meant(left) and not any(t.pos == "PROPN" for t in mine):
        return True
    own = frozenset(base(t) for t in theirs)
    return bool(overlap(frozenset(base(t) for t in mine), own))


def _before_copula(claim: Claim) -> list[Token]:
    at = next((i for i, t in enumerate(claim.tokens) if base(t) in _COPULAS), 0)
    return [t for t in claim.tokens[:at] if t.pos not in {"PUNCT", "DET"}]


@each_once
def _predicates(claim: Claim) -> Iterator[_Said]:
    """Yield the first predicate of a claim: "is a 2016 American horror film"."""
    tokens = claim.tokens
    at = next((i for i, t in enumerate(tokens) if base(t) in _COPULAS), None)
    if at is None:
        return
    while at + 1 < len(tokens) and tokens[at + 1].pos == "ADV":
        at += 1  # "was only a German film"
    if at + 1 >= len(tokens) or tokens[at + 1].pos not in _OPENS:
        return
    words: list[Token] = []
    for token in tokens[at + 1 : at + 1 + _LONGEST]:
        if token.pos not in _INSIDE or (words and token.pos == "DET"):
            break
        words.append(token)
    while words and words[-1].pos not in {"NOUN", "PROPN", "X"} and not words[-1].text.istitle():
        words.pop()
    if words:
        yield _Said(claim, tuple(words), kind(words, claim.lang), tuple(nations(words, claim.lang)))


def _kinds(told: _Said, said: _Said) -> Phrase | None:
    """Return why two kinds of thing exclude each other, None if they do not or are not known."""
    if not told.kind or not said.kind or told.kind == said.kind:
        return None
    a, b = told.words[-1].text, said.words[-1].text
    return say(f"was „{a}“ ist, ist nicht „{b}“", f'what is a "{a}" is no "{b}"')


def _nations(told: _Said, said: _Said, all_told: Sequence[_Said]) -> Phrase | None:
    """Return why two adjectives of states exclude each other, None if they do not."""
    known = {n.key for n in nations(told.claim.tokens, told.claim.lang)}
    known |= {n.key for s in all_told for n in nations(s.claim.tokens, s.claim.lang)}
    mine = {n.key for n in said.nations}
    if not told.nations or not mine or not all(apart(k, known) for k in mine):
        return None
    a, b = told.nations[0].text, said.nations[0].text
    return say(
        f"der erste Text sagt „{a}“ und nirgends „{b}“",
        f'the first text says "{a}" and nowhere "{b}"',
    )


def _conflict(told: _Said, said: _Said, why: Phrase) -> Conflict:
    a, b = (" ".join(t.text for t in s.words) for s in (told, said))
    sides = tuple(
        Reading(claim=s.claim, reads=plain(text), marks=((s.words[0].start, s.words[-1].end),))
        for s, text in ((told, a), (said, b))
    )
    return Conflict(
        sides=sides,
        reckoning=(
            say(f"beide sagen, was es ist: „{a}“ und „{b}“",
                f'both say what it is: "{a}" and "{b}"'),
            why,
        ),
        slots=(("left", plain(a)), ("right", plain(b))),
        certainty="soft",
        about="identity:texts",
        values=(a.casefold(), b.casefold()),
    )  # fmt: skip
