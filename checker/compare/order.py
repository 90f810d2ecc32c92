"""The same two happenings in opposite order: who started it.

"Erst flogen Flaschen, daraufhin setzte die Polizei Pfefferspray ein" against "das Pfefferspray
löste die Flaschenwürfe aus".  What comes first is read from words of sequence and of cause,
never from the order of words alone.

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._content import base
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.language.once import once
from checker.model import Claim, Pair, Token

#: Letters up to which a noun names no happening.
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class _Sequence:
    """What a claim puts first and what after, with the words that show it."""

    first: tuple[Token, ...]
    then: tuple[Token, ...]
    cue: Token


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return that the claims put two happenings in opposite order."""
    left, right = pair.left, pair.right
    if left.lang != right.lang:
        return ()
    mine, other = _sequence(left), _sequence(right)
    if mine is None or other is None:
        return ()
    early = _shared(mine.first, other.then)
    late = _shared(mine.then, other.first)
    if early is None or late is None:
        return ()
    if _shared(mine.first, other.first) or _shared(mine.then, other.then):
        return ()
    return (_conflict(pair, mine, other, early, late),)


@cache
def _cues(lang: str) -> dict[str, str]:
    """Return word -> how it orders what stands before and after it."""
    found = {}
    for kind in ("then", "before", "after", "causes"):
        for word in lexicon.phrases(lang, f"order_{kind}"):
            found[word] = kind
    return found


@once
def _sequence(claim: Claim) -> _Sequence | None:
    cues = _cues(claim.lang)
    for at, token in enumerate(claim.tokens):
        kind = cues.get(token.text.casefold()) or cues.get(base(token))
        if kind is None:
            continue
        before, behind = _happenings(claim, 0, at), _happenings(claim, at + 1, len(claim.tokens))
        if kind == "causes" and not behind:
            # the verb stands last in German: cause before effect, the effect next to the verb
            before, behind = before[:-1], before[-1:]
        if kind == "after":
            before, behind = (behind, before) if before else _split(behind)
        if before and behind:
            return _Sequence(before, behind, token)
    return None


def _split(nouns: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    return nouns[:1], nouns[1:]


def _happenings(claim: Claim, low: int, high: int) -> tuple[Token, ...]:
    """Return the nouns of a stretch that can name something that happened.

    A name does not, nor does a stretch of time ("after extra time").
    """
    named = [(n.start, n.end) for n in claim.names]
    spans = lexicon.words(claim.lang, "order_spans")
    return tuple(
        t
        for t in claim.tokens[low:high]
        if t.pos == "NOUN"
        and len(t.text) > _SHORT
        and base(t) not in spans
        and not any(start <= t.start < end for start, end in named)
    )


def _shared(first: tuple[Token, ...], second: tuple[Token, ...]) -> tuple[Token, Token] | None:
    for a in first:
        for b in second:
            if related(base(a), base(b)):
                return a, b
    return None


def _conflict(
    pair: Pair,
    mine: _Sequence,
    other: _Sequence,
    early: tuple[Token, Token],
    late: tuple[Token, Token],
) -> Conflict:
    a, b = early[0].text, late[0].text
    return Conflict(
        sides=(
            Reading(
                claim=pair.left,
                reads=say(f"erst {a}, dann {b}", f"first {a}, then {b}"),
                marks=_marks(early[0], late[0], mine.cue),
            ),
            Reading(
                claim=pair.right,
                reads=say(f"erst {b}, dann {a}", f"first {b}, then {a}"),
                marks=_marks(early[1], late[1], other.cue),
            ),
        ),
        reckoning=(
            say(f"„{mine.cue.text}“ stellt {a} vor {b}", f'"{mine.cue.text}" puts {a} before {b}'),
            say(f"„{other.cue.text}“ stellt {b} vor {a}",
                f'"{other.cue.text}" puts {b} before {a}'),
        ),
        slots=(("first", plain(a)), ("second", plain(b))),
        certainty="hint",
        about="order:" + "/".join(sorted((base(early[0]), base(late[0])))),
        values=(base(early[0]), base(late[0])),
        cap="warning",
    )  # fmt: skip


def _marks(*tokens: Token) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((t.start, t.end) for t in tokens))


COMPARER: Final = Comparer(
    name="order", settings=NoSettings, slots=("first", "second"), pair=compare
)
