"""A street, a valley, a hall was changed for another, and a witness still has the old one.

Such places are nouns that end in what they are ("Speicherstraße", "Schlosspark"), so no reader of
names sees them.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker.compare._base import Conflict
from checker.compare._bonds import UNDER, words_alike
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._departure.telling import conflict, exchanged, saying, there
from checker.compare._stems import related
from checker.compare.place import place_kind
from checker.model import Claim, Setting, Token

#: Weight of shared words, the place among them, from which both speak of one place.
_SOME: Final = 0.3
#: Letters two places of one kind must begin with to be one place written in two ways.
_LETTERS: Final = 4
_NAMING: Final = frozenset({"NOUN", "PROPN"})


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the place of a sentence that a witness gives as it was before."""
    moved = _moved(departure)
    if moved is None:
        return
    gone, fresh = moved
    theirs = _given(gone, departure.old, witness)
    if theirs is None and not _of_one_kind(gone, fresh, departure):
        theirs = saying(gone, departure.old, witness)
    if theirs is None or _given(fresh, departure.new, witness) is not None:
        return
    shared = departure.bond(witness, setting).shared
    if shared < _SOME and not departure.close(witness, setting):
        return
    steps = exchanged(gone.text, fresh.text), there(theirs.text)
    yield "place", conflict(departure, witness, (fresh,), (theirs,), steps, "place"), shared


@each_departure
def _moved(departure: Departure) -> tuple[Token, Token] | None:
    """Return a place that gave way to another one, None if none did."""
    gone = _places(departure.gone, departure.old)
    fresh = _places(departure.fresh, departure.new)
    if len(gone) != 1 or len(fresh) != 1:
        return None
    one, other = gone[0], fresh[0]
    first, second = departure.old.base(one), departure.new.base(other)
    if related(first, second):
        return None
    if _of_one_kind(one, other, departure):
        # "Bahnhofsplatz" may be "Bahnhofsvorplatz", but "Hafenstraße" is no "Speicherstraße"
        return None if _begins_alike(first, second) else (one, other)
    lang = departure.old.lang
    return None if (words_alike(first, lang, second, lang) or 0.0) >= UNDER else (one, other)


def _of_one_kind(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether two places are of one kind, two streets or two valleys."""
    return _kind(one, departure.old) == _kind(other, departure.new)


def _begins_alike(one: str, other: str) -> bool:
    return one[:_LETTERS] == other[:_LETTERS]


def _given(token: Token, sentence: Sentence, witness: Claim) -> Token | None:
    """Return where a witness gives the very place, None if it does not."""
    own = sentence.base(token)
    said = Sentence((witness,))
    return next((t for t in said.tokens if said.base(t) == own or related(said.base(t), own)), None)


def _places(tokens: tuple[Token, ...], sentence: Sentence) -> list[Token]:
    return [t for t in tokens if t.pos in _NAMING and _kind(t, sentence)]


def _kind(token: Token, sentence: Sentence) -> str:
    return place_kind(token.text.casefold(), sentence.base(token), sentence.lang)
