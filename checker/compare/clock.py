"""Two wordings of one clock time that agree, one of them vaguer.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._words import moment_reading, plain, say
from checker.model import Moment, Pair

#: Minutes between two wordings that can still be one moment.
_NEAR = 20


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return a hedged clock time that a precise one of the other claim explains."""
    if pair.within:
        return ()
    for mine in pair.left.moments:
        for other in pair.right.moments:
            if mine.clock is None or other.clock is None:
                continue
            gap = max(mine.clock[0] - other.clock[1], other.clock[0] - mine.clock[1])
            hedged = mine.approximate != other.approximate
            if hedged and 0 <= gap <= _NEAR and not _other_day(mine, other):
                return (_vaguer(pair, mine, other),)
    return ()


def _other_day(mine: Moment, other: Moment) -> bool:
    return mine.low is not None and other.low is not None and mine.low.date() != other.low.date()


def _vaguer(pair: Pair, mine: Moment, other: Moment) -> Conflict:
    broad, narrow = (mine, other) if mine.approximate else (other, mine)
    return Conflict(
        sides=(
            Reading(claim=pair.left, reads=moment_reading(mine), marks=((mine.start, mine.end),)),
            Reading(
                claim=pair.right, reads=moment_reading(other), marks=((other.start, other.end),)
            ),
        ),
        reckoning=(
            say(f"„{narrow.text}“ liegt in dem, was „{broad.text}“ zulässt",
                f'"{narrow.text}" lies within what "{broad.text}" allows'),
        ),
        slots=(("broad", plain(broad.text)), ("narrow", plain(narrow.text))),
        certainty="soft",
        about="clock",
        values=(str(mine.clock), str(other.clock)),
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="clock", settings=NoSettings, slots=("broad", "narrow"), pair=compare
)
