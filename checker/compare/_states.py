"""Find which state of affairs a claim asserts: adopted or rejected, final or under appeal.

States are patterns of words from the lexicon; a negation in the same claim turns one round.
They are what lets "steht noch aus" meet "grünes Licht", which share no word.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checker.compare import _lexicon as lexicon
from checker.compare._negators import negating
from checker.compare._sieve import sieve
from checker.compare._stances import with_prefix
from checker.language.once import once
from checker.model import Claim, Token

#: Most words between the first and the last word of a pattern.
_REACH = 9
#: Words before it that a negation may stand.
_BEFORE = 3
#: Words behind it ("Einsturzgefahr bestehe nicht").
_BEHIND = 3


@dataclass(frozen=True, slots=True)
class State:
    """A state a claim asserts.

    Attributes:
        key: Its name, the same in every language.
        side: True for the one side of the opposition, False for the other.
        start: First code point of the words that show it.
        end: One past the last.
        negated: Whether a negation turned it round.
    """

    key: str
    side: bool
    start: int
    end: int
    negated: bool


@cache
def _patterns(lang: str) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    return tuple(
        (str(table["key"]), side == "one", tuple(pattern.casefold().split()))
        for table in lexicon.states(lang)
        for side in ("one", "other")
        for pattern in table[side]
    )


@cache
def _index(lang: str) -> Mapping[str, tuple[int, ...]]:
    """Return first plain word -> numbers of patterns, and those with endings under ""."""
    found: dict[str, list[int]] = {}
    for number, (_, _, words) in enumerate(_patterns(lang)):
        key = words[0] if "*" not in words[0] else ""
        found.setdefault(key, []).append(number)
    return {k: tuple(v) for k, v in found.items()}


@once
def states(claim: Claim) -> tuple[State, ...]:
    """Return the states a claim asserts, in order of place; one per key and side."""
    tokens = [t for t in claim.tokens if t.pos != "PUNCT"]
    joined = with_prefix(claim)
    forms = [(t.text.casefold(), t.lemma.casefold(), joined.get(t.start, "")) for t in tokens]
    index, patterns = _index(claim.lang), _patterns(claim.lang)
    numbers = set(index.get("", ()))
    for known in forms:
        for form in known:
            numbers |= set(index.get(form, ()) if form else ())
    found: dict[tuple[str, bool], State] = {}
    quick = sieve(forms)
    for number in sorted(numbers):
        key, side, words = patterns[number]
        if not quick.may_match(words):
            continue
        span = match(words, tokens, forms)
        if span is None:
            continue
        negated = _turned(claim, words, span)
        state = State(key, side != negated, span[0], span[1], negated)
        found.setdefault((key, state.side), state)
    both = {k for k, s in found if (k, not s) in found}
    return tuple(sorted((s for (k, _), s in found.items() if k not in both), key=lambda s: s.start))


def match(
    words: tuple[str, ...], tokens: Sequence[Token], forms: Sequence[tuple[str, ...]]
) -> tuple[int, int] | None:
    """Return the span of the words of a pattern in a claim, in any order but near, or None."""
    places = []
    for word in words:
        at = [i for i, form in enumerate(forms) if _is(word, form)]
        if not at:
            return None
        places.append(at)
    chosen = [min(at, key=lambda i: abs(i - places[0][0])) for at in places]
    if len(set(chosen)) < len(chosen) or max(chosen) - min(chosen) > _REACH:
        return None
    return tokens[min(chosen)].start, tokens[max(chosen)].end


def _is(word: str, form: tuple[str, ...]) -> bool:
    if word.endswith("*"):
        return any(known.startswith(word[:-1]) for known in form)
    return word in form


def _turned(claim: Claim, words: tuple[str, ...], span: tuple[int, int]) -> bool:
    """Return whether a negation near the pattern's words, and none of them, turns it round."""
    turning = negating(claim)
    tokens = [t for t in claim.tokens if t.pos != "PUNCT"]
    first = next((i for i, t in enumerate(tokens) if t.start >= span[0]), 0)
    last = max((i for i, t in enumerate(tokens) if t.end <= span[1]), default=first)
    stops = [t for t in claim.tokens if t.text in {",", ";", ":"}]
    low = max((t.end for t in stops if t.end <= span[0]), default=0)
    high = min((t.start for t in stops if t.start >= span[1]), default=claim.end)
    found = [
        t
        for t in tokens[max(0, first - _BEFORE) : last + 1 + _BEHIND]
        if t in turning and t.text.casefold() not in words and low <= t.start < high
    ]
    return len(found) % 2 == 1
