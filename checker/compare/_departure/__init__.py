"""Does an edited sentence depart from what another place still says?

Whether two sentences of a story speak of one thing is hard to see from the two alone.  An edit
shows it: before, the sentence said "75 Minuten" and so does the witness; now it says "95 Minuten".
So here the changed words are found first (a figure, a time, a name, a negation, a party, an
attribution), and then the witnesses of what they said before.  Rewording changes none of these
and so departs from nobody.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare._base import Conflict
from checker.compare._departure import (
    arithmetic,
    figures,
    firsts,
    lapse,
    names,
    origins,
    places,
    polarity,
    roles,
    swaps,
    times,
    trades,
    vouching,
)
from checker.compare._departure.sentence import Departure, Sentence
from checker.compare._departure.telling import aside
from checker.model import Claim, Setting

_READERS = (
    figures,
    arithmetic,
    firsts,
    times,
    lapse,
    names,
    origins,
    places,
    polarity,
    roles,
    swaps,
    trades,
    vouching,
)

__all__ = ["Departure", "Sentence", "aside", "departed"]


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield (name of the comparer it belongs to, conflict, weight of what binds them).

    Args:
        departure: A sentence before and after its edit.
        witness: A claim of another sentence.
        setting: What is known of the story.
    """
    for reader in _READERS:
        yield from reader.departed(departure, witness, setting)
