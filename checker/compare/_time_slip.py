"""Two times of one story that differ in one part only: a slip of the pen.

"15.42 Uhr" and "16.42 Uhr" share a minute that nobody rounds to; "15. Januar" and "15. Februar"
share a day.  Chance rarely brings that about, so here less need be shown of what the sentences
have in common than where two times share nothing.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._bonds import bond, measured
from checker.compare._words import say
from checker.model import Claim, Moment, Pair, Phrase

#: Minutes clock times are rounded to: they are shared by chance.
_ROUND: Final = 15
#: And those that are never told to the minute.
_HALF: Final = 30
#: Weight of shared words from which a round clock time, or the same day of another month, is one.
_SOME: Final = 0.15
#: The same for two days of one month.
_MUCH: Final = 0.5


def slip(pair: Pair, one: Moment, other: Moment) -> Phrase | None:
    """Return what two times of two sources share though they differ, None if they are two times.

    Neither may stand in the other source as well: a text that gives both knows two happenings.
    """
    if pair.within or pair.left.quote == pair.right.quote:
        return None
    if _given(pair, pair.right, one) or _given(pair, pair.left, other):
        return None
    found = _clocks(one, other) or _dates(one, other)
    if found is None:
        return None
    shared, needed = found
    if needed:
        without = measured(pair.left), measured(pair.right)
        if bond(pair.left, pair.right, pair.setting, without=without).shared < needed:
            return None
    return shared


def _clocks(one: Moment, other: Moment) -> tuple[Phrase, float] | None:
    """Return what two clock times share, and the weight of shared words they need besides."""
    mine, theirs = _minutes(one), _minutes(other)
    if mine is None or theirs is None or mine == theirs:
        return None
    if mine % _HALF == 0 or theirs % _HALF == 0:
        return None
    needed = 0.0 if mine % _ROUND and theirs % _ROUND else _SOME
    if mine % 60 == theirs % 60:
        return say(
            "dieselbe Minute einer anderen Stunde", "the same minute of another hour"
        ), needed
    if sorted(_digits(mine)) == sorted(_digits(theirs)):
        return say("dieselben Ziffern, anders gesetzt", "the same digits, set otherwise"), needed
    return None


def _dates(one: Moment, other: Moment) -> tuple[Phrase, float] | None:
    """Return what two dates share, and the weight of shared words they need besides."""
    if None in (one.day, one.month, other.day, other.month):
        return None
    if one.low is not None and other.low is not None and one.low.year != other.low.year:
        return None
    if one.day == other.day and one.month != other.month:
        return say("derselbe Tag eines anderen Monats", "the same day of another month"), _SOME
    if one.month == other.month and _misread(str(one.day), str(other.day)):
        return say("Tage eines Monats, eine Ziffer anders", "days of a month, one digit off"), _MUCH
    return None


def _misread(one: str, other: str) -> bool:
    """Return whether a number is another one with a digit lost, changed or moved."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return False
    if len(short) < len(long):
        return short in long
    return sorted(short) == sorted(long) or (
        len(short) > 1 and sum(a != b for a, b in zip(short, long, strict=True)) == 1
    )


def _given(pair: Pair, claim: Claim, moment: Moment) -> bool:
    """Return whether the source of a claim gives a time as well."""
    return any(
        (_minutes(m), m.day, m.month) == (_minutes(moment), moment.day, moment.month)
        for m in pair.setting.moments.get(claim.source, ())
    )


def _minutes(moment: Moment) -> int | None:
    """Return the minute of the day a clock time names, None for spans and other times."""
    clock = moment.clock
    return clock[0] if clock is not None and clock[0] == clock[1] else None


def _digits(minutes: int) -> str:
    return f"{minutes // 60}{minutes % 60:02d}"
