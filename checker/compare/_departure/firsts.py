"""What happened for the first time now happened again, and a witness still calls it the first.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._departure.telling import SAID_SO, conflict
from checker.compare._words import say
from checker.model import Claim, Setting

#: Weight of shared words from which both speak of one first time.
_SOME: Final = 0.3


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now knows of an earlier time where a witness knows of none, or back."""
    turned = _turned(departure)
    if turned is None:
        return
    was, before, now = turned
    shared = departure.bond(witness, setting).shared
    theirs = _told(Sentence((witness,)))
    if theirs is None or theirs[0] is not was:
        return
    if shared < _SOME and not departure.close(witness, setting):
        return
    step = say(
        f"vor der Änderung stand hier „{before}“, jetzt „{now}“",
        f'before the edit this said "{before}", now "{now}"',
    )
    yield "polarity", conflict(departure, witness, (), (), (step, SAID_SO), "polarity"), shared


@each_departure
def _turned(departure: Departure) -> tuple[bool, str, str] | None:
    """Return whether it was the first time, and the words then and now; None if nothing turned."""
    was, now = _told(departure.old), _told(departure.new)
    if was is None or now is None or was[0] is now[0]:
        return None
    return was[0], was[1], now[1]


def _told(sentence: Sentence) -> tuple[bool, str] | None:
    """Return whether a sentence calls something the first time, and its words for that."""
    text = " ".join(c.quote for c in sentence.claims)
    for first, key in ((False, "another_time"), (True, "first_time")):
        words = lexicon.has_phrase(text, sentence.lang, key)
        if words:
            return first, words
    return None
