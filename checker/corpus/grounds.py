"""Decide, for two claims, on what grounds they may be held together.

Five grounds: the same occurrence, the same people, the same time, the same measured thing,
the same whole.  Each is established, possible or excluded, and says why in words; what is
missing is named, because that is what an editor has to find out.

Floor 3 (corpus).
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.corpus.measures import same_measure, same_scope
from checker.corpus.occurrence import same_event, same_time
from checker.corpus.participants import participants
from checker.corpus.view import View, ground
from checker.model import Ground, Standing


@dataclass(frozen=True, slots=True)
class Grounds:
    """The five grounds of a pair."""

    event: Ground
    participants: Ground
    time: Ground
    measure: Ground
    scope: Ground


def grounds(left: View, right: View, *, together: bool = False) -> Grounds:
    """Return the five grounds of two claims.

    Args:
        left: The claim that comes first.
        right: The other.
        together: Whether the caller vouches that both texts tell of one event (`check pairs`).
    """
    event = same_event(left, right, together=together)
    people = participants(left, right, event, together=together)
    if people.standing is Standing.EXCLUDED and event.standing is Standing.ESTABLISHED:
        event = ground(
            Standing.POSSIBLE,
            "die Aussagen nennen verschiedene Beteiligte",
            "the claims name different participants",
        )
    return Grounds(
        event=event,
        participants=people,
        time=same_time(left, right, event, together=together),
        measure=same_measure(left, right),
        scope=same_scope(left.claim, right.claim),
    )
