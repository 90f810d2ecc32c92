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
    if _first(Sentence((witness,))) is not was:
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
    was, now = _first(departure.old), _first(departure.new)
    if was is None or now is None or was is now:
        return None
    return was, _words(departure.old), _words(departure.new)


def _first(sentence: Sentence) -> bool | None:
    """Return whether a sentence calls something the first time, None if it says neither."""
    text = " ".join(c.quote for c in sentence.claims)
    if lexicon.has_phrase(text, sentence.lang, "another_time"):
        return False
    return True if lexicon.has_phrase(text, sentence.lang, "first_time") else None


def _words(sentence: Sentence) -> str:
    text = " ".join(c.quote for c in sentence.claims)
    return lexicon.has_phrase(text, sentence.lang, "another_time") or lexicon.has_phrase(
        text, sentence.lang, "first_time"
    )
