"""Two parties of a sentence changed their values, and a witness has one of them as it was.

"Die Veranstalter sprachen von 9000, die Polizei von 4500" became the same with the values the
other way round: no figure is gone, and none is new.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from checker.compare._base import Conflict
from checker.compare._content import base
from checker.compare._departure.figures import every
from checker.compare._departure.roles import parties
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._departure.telling import MATTER, SAID_SO, conflict
from checker.compare._intervals import Stand, stand
from checker.compare._words import say
from checker.language.names import fold
from checker.model import Claim, Figure, Setting, Token

_ONE: Final = frozenset({Stand.EQUAL, Stand.ROUNDING})


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence gives a party the value that a witness gives another."""
    traded = _traded(departure)
    if traded is None:
        return
    token, before, now = traded
    theirs = next((t for t in witness.tokens if _key(t) == _key(token)), None)
    says = theirs is not None and any(stand(before, f) in _ONE for f in witness.figures)
    if not says and not departure.close(witness, setting):
        return
    steps = (
        say(f"vor der Änderung stand bei „{token.text}“ hier „{before.text}“, jetzt „{now.text}“",
            f'before the edit this gave "{token.text}" the value "{before.text}", now '
            f'"{now.text}"'),
        SAID_SO if says else MATTER,
    )  # fmt: skip
    shared = departure.bond(witness, setting).shared
    said = (theirs,) if says and theirs is not None else ()
    yield "role", conflict(departure, witness, (token,), said, steps, "role"), shared


@each_departure
def _traded(departure: Departure) -> tuple[Token, Figure, Figure] | None:
    """Return a party with the value it had and the one it has, None if no two changed theirs."""
    old, new = _values(departure.old, departure), _values(departure.new, departure)
    if len(old) < 2 or old.keys() != new.keys():
        return None
    for key, (_, before) in old.items():
        token, now = new[key]
        if stand(before, now) in _ONE:
            continue
        if any(stand(now, had) in _ONE for other, (_, had) in old.items() if other != key):
            return token, before, now
    return None


def _values(sentence: Sentence, departure: Departure) -> Mapping[str, tuple[Token, Figure]]:
    """Return party -> (its word, its value) of parts of a sentence that hold one of each."""
    found: dict[str, tuple[Token, Figure]] = {}
    known = [f for _, f in every(sentence)]
    for low, high in _parts(sentence):
        inside = [t for t in sentence.tokens if low <= t.start < high]
        figures = [f for f in known if low <= f.start < high]
        counted = {f.of.noun.casefold() for f in figures}
        own = [t for t in parties(inside, sentence, departure) if base(t) not in counted]
        if len({_key(t) for t in own}) == len(figures) == 1:
            found[_key(own[0])] = own[0], figures[0]
    return found


def _parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence between its commas and its "and"s."""
    low = sentence.tokens[0].start
    for token in sentence.tokens:
        if token.pos in {"PUNCT", "CCONJ"}:
            yield low, token.start
            low = token.end
    yield low, sentence.tokens[-1].end


def _key(token: Token) -> str:
    return fold(token.text) if token.pos == "PROPN" else base(token)
