"""A day, a date or a clock time was changed, and a witness still has the old one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._departure.sentence import Departure, Sentence
from checker.compare._words import moment_reading, plain, say
from checker.compare.moment import clocks_apart
from checker.model import Claim, Moment, Setting

#: Weight of shared words from which two equal times are of one happening.
_SOME: Final = 0.35


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the times of a sentence that a witness gives as they were before."""
    bound = departure.bond(witness, setting)
    if bound.shared < _SOME:
        return
    for gone, fresh in _changes(departure):
        for other in witness.moments:
            if agree(gone, other) is True and agree(fresh, other) is False:
                claim = departure.new.holding(fresh.start)
                yield "moment", _conflict(claim, gone, fresh, witness, other), bound.shared


def _changes(departure: Departure) -> list[tuple[Moment, Moment]]:
    """Return the times that gave way to others that say the same sort of thing."""
    old, new = _all(departure.old), _all(departure.new)
    gone = [m for m in old if not any(agree(m, n) for n in new)]
    fresh = [m for m in new if not any(agree(n, m) for n in old)]
    found = []
    for moment in gone:
        other = next((n for n in fresh if agree(moment, n) is False), None)
        if other is not None:
            fresh.remove(other)
            found.append((moment, other))
    return found


def _all(sentence: Sentence) -> list[Moment]:
    seen = {m.start: m for c in sentence.claims for m in c.moments}
    return [seen[start] for start in sorted(seen)]


def agree(one: Moment, other: Moment) -> bool | None:
    """Return whether two times can be one; None if they say different sorts of things.

    Clock times are held against clock times, days against days; a wording nobody can place is
    compared by what it names: its weekday, its day and month, its month.
    """
    clock: bool | None = None
    if one.clock is not None and other.clock is not None:
        clock = clocks_apart(one, other) is None
    days = _days(one, other)
    if days is False or clock is False:
        return False
    if one.kind == "datetime" and other.kind == "datetime" and clock is not None:
        return clock
    return days if clock is None else clock


def _days(one: Moment, other: Moment) -> bool | None:
    if "time" in {one.kind, other.kind}:
        return None
    if one.resolved and other.resolved and one.low is not None and other.low is not None:
        return _edge(one).meets(_edge(other))
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    if one.month is not None and other.month is not None:
        if one.day is not None and other.day is not None:
            return (one.month, one.day) == (other.month, other.day)
        return one.month == other.month
    return None


def _edge(moment: Moment) -> Moment:
    """Return the day on which something begins ("seit Dienstag") or ends, of others the time."""
    if moment.role == "since" and moment.low is not None:
        begin = moment.named or (moment.low, moment.low + timedelta(days=1))
        return replace(moment, low=begin[0], high=begin[1])
    return moment


def _conflict(claim: Claim, gone: Moment, fresh: Moment, witness: Claim, other: Moment) -> Conflict:
    now, said = moment_reading(fresh), moment_reading(other)
    return Conflict(
        sides=(
            Reading(claim=claim, reads=now, marks=((fresh.start, fresh.end),)),
            Reading(claim=witness, reads=said, marks=((other.start, other.end),)),
        ),
        reckoning=(
            say(f"vor der Änderung stand hier „{gone.text}“, was zu „{other.text}“ passt",
                f'before the edit this said "{gone.text}", which fits "{other.text}"'),
            say(f"jetzt steht hier „{fresh.text}“: {now.de}; „{other.text}“ ist {said.de}",
                f'now it says "{fresh.text}": {now.en}; "{other.text}" is {said.en}'),
        ),
        slots=(("left", plain(fresh.text)), ("right", plain(other.text))),
        about="moment:edited",
        topic="quantity",
        values=(fresh.text.casefold(), other.text.casefold()),
        cap="warning",
    )  # fmt: skip
