"""Somebody of one state gave way to somebody of another, and a witness has the first.

"Der russische Präsident" became "der US-Präsident": the office stayed, and so no reader of
parties or names sees it.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.compare._base import Conflict
from checker.compare._departure.sentence import Departure, each_departure
from checker.compare._departure.telling import conflict, exchanged, there
from checker.language.things import apart, nations
from checker.model import Claim, Setting, Token


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now says of one state what a witness says of another."""
    moved = _moved(departure)
    if moved is None:
        return
    (was, gone), (now, fresh) = moved
    said = dict(_states(witness.tokens, witness.lang))
    theirs = said.get(was)
    if theirs is None or now in said:
        return
    shared = departure.bond(witness, setting).shared
    if not departure.close(witness, setting) and not departure.near(witness, setting, 0.0):
        return
    steps = exchanged(gone.text, fresh.text), there(theirs.text)
    yield "role", conflict(departure, witness, (fresh,), (theirs,), steps, "role"), shared


@each_departure
def _moved(departure: Departure) -> tuple[tuple[str, Token], tuple[str, Token]] | None:
    """Return the one state that is gone and the one that came, each with its word."""
    gone = dict(_states(departure.gone, departure.old.lang))
    fresh = dict(_states(departure.fresh, departure.new.lang))
    if len(gone) != 1 or len(fresh) != 1:
        return None
    before, after = next(iter(gone.items())), next(iter(fresh.items()))
    return (before, after) if apart(after[0], [before[0]]) else None


def _states(tokens: Sequence[Token], lang: str) -> Iterator[tuple[str, Token]]:
    """Yield the states that words stand for, "US-Präsident" by its first part."""
    for thing in nations(tokens, lang):
        yield thing.key, thing.tokens[0]
    for token in tokens:
        head, hyphen, _ = token.text.partition("-")
        if hyphen and head:
            yield from (
                (thing.key, token)
                for thing in nations((replace(token, text=head, lemma=head.casefold()),), lang)
            )
