"""A day, a date or a clock time was changed, and a witness still has the old one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._words import moment_reading, plain, say
from checker.compare.moment import clocks_apart
from checker.language.data import language_data, languages
from checker.model import Claim, Moment, Setting

#: Weight of shared words from which two equal times are of one happening.
_SOME: Final = 0.35
#: Places that are told of a change, the nearest ones, where no place of the story has the new time.
_NEAREST: Final = 3
#: How long the period is that an "until" names; a month where one is named.
_WIDTH: Final = {
    "year": timedelta(days=365),
    "quarter": timedelta(days=91),
    "day": timedelta(days=1),
}
#: What makes the later half of a part of the day of it, in any language.
_LATE: Final = ("spät", "late ")
#: Minutes of a day, and those by which a part of it may be told wider.
_DAY, _EDGE = 1440, 30
#: Days up to which a time is narrow enough to tell happenings apart.
_NARROW: Final = timedelta(days=1)


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the times of a sentence that a witness gives as they were before."""
    shared = departure.bond(witness, setting).shared
    for gone, fresh in changes(departure):
        for other in witness.moments:
            if not _parts(gone, fresh, other):
                continue
            if shared >= _SOME or witness.id in _alone(departure, gone, fresh, setting):
                claim = departure.new.holding(fresh.start)
                yield "moment", _conflict(claim, gone, fresh, witness, other), shared


def _parts(gone: Moment, fresh: Moment, other: Moment) -> bool:
    """Return whether a time fits what stood there before and not what stands there now."""
    if gone.weekday == other.weekday is not None and fresh.weekday not in {None, gone.weekday}:
        return agree(gone, other) is True  # Friday's night ends on Saturday, and is not of it
    return agree(gone, other) is True and agree(fresh, other) is False


def _alone(departure: Departure, gone: Moment, fresh: Moment, setting: Setting) -> tuple[str, ...]:
    """Return the claims nearest to the sentence that have the old time, if none nearer has the new.

    A day that the whole story knows and that one sentence now gives otherwise is a change of the
    story, whatever else the two places say.
    """
    key = f"time:{gone.start}:{fresh.start}"
    if key not in departure.found:
        departure.found[key] = tuple(_nearest(departure, gone, fresh, setting))
    return departure.found[key]


def _nearest(departure: Departure, gone: Moment, fresh: Moment, setting: Setting) -> Iterator[str]:
    having: list[tuple[bool, float, str]] = []
    corrected = 0.0
    for claims in departure.elsewhere():
        for claim in claims:
            for moment in claim.moments:
                bound = departure.bond(claim, setting).shared
                if _names(fresh, moment) and agree(gone, moment) is False:
                    corrected = max(corrected, bound)
                elif _parts(gone, fresh, moment) and _narrow(gone, moment):
                    having.append((moment.precision != gone.precision, -bound, claim.id))
    if corrected and corrected >= -min((bound for _, bound, _ in having), default=0.0):
        return  # the sentence now says what its nearest place says
    yield from dict.fromkeys(ident for *_, ident in sorted(having)[:_NEAREST])


def _names(fresh: Moment, other: Moment) -> bool:
    """Return whether a time is the new one by its own words ("diesem Nachmittag" names no day)."""
    sorts = [
        (m.weekday is not None or m.day is not None, m.clock is not None) for m in (fresh, other)
    ]
    return sorts[0] == sorts[1] and agree(fresh, other) is True


def _narrow(gone: Moment, other: Moment) -> bool:
    """Return whether two times that agree do so by more than a wide frame."""
    if gone.text.casefold() == other.text.casefold() or gone.precision == other.precision:
        return True
    if gone.clock is not None and other.clock is not None:
        return True
    widths = [m.high - m.low for m in (gone, other) if m.low and m.high]
    return bool(widths) and min(widths) <= _NARROW


@each_departure
def changes(departure: Departure) -> list[tuple[Moment, Moment]]:
    """Return the times that gave way to others that say the same sort of thing."""
    if departure.misspelt:
        return []
    old, new = _all(departure.old), _all(departure.new)
    kept = {m.text.casefold() for m in old} & {m.text.casefold() for m in new}
    lost, come = ([m for m in side if m.text.casefold() not in kept] for side in (old, new))
    gone = [m for m in lost if not any(agree(m, n) for n in come)]
    fresh = [m for m in come if not any(agree(n, m) for n in lost)]
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
    else:
        mine, theirs = _window(one), _window(other)
        if mine is not None and theirs is not None:
            clock = _overlap(mine, theirs)
    days = _days(one, other)
    if days is False or clock is False:
        return False
    if one.kind == "datetime" and other.kind == "datetime" and clock is not None:
        return clock
    return days if clock is None else clock


def _window(moment: Moment) -> tuple[int, int] | None:
    """Return the minutes of the day a clock time or a part of the day names, None for others."""
    if moment.clock is not None:
        return moment.clock
    if moment.precision != "daypart":
        return None
    text = f" {moment.text.casefold()} "
    named = [word for word in _dayparts() if f"{word} " in text]
    if not named:
        return None
    low, high = _dayparts()[max(named, key=lambda w: (len(w), w))]
    if any(word in text for word in _LATE):
        return (low + high) // 2, high
    return low, high


@cache
def _dayparts() -> Mapping[str, tuple[int, int]]:
    """Return the words for parts of the day of all languages -> minutes of the day."""
    return {
        word.removeprefix("=").casefold(): (part["window"][0], part["window"][1])
        for lang in languages()
        for part in language_data(lang).get("moments", {}).get("dayparts", {}).values()
        for word in part["words"]
    }


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two stretches of a day meet, also past midnight; edges are soft."""
    return any(
        one[0] + turn <= other[1] + _EDGE and other[0] <= one[1] + turn + _EDGE
        for turn in (-_DAY, 0, _DAY)
    )


def _days(one: Moment, other: Moment) -> bool | None:
    if "time" in {one.kind, other.kind}:
        return None
    if one.role == other.role == "span" and one.precision == other.precision == "year":
        return (one.low, one.high) == (other.low, other.high)
    if (
        one.resolved
        and other.resolved
        and None not in {one.low or one.high, other.low or other.high}
    ):
        return _edge(one).meets(_edge(other))
    weekdays = _weekday(one), _weekday(other)
    if None not in weekdays and (one.weekday is None or other.weekday is None):
        # "ein Dienstag im April" and "21. April": the calendar says whether they can be one
        return weekdays[0] == weekdays[1]
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    if one.month is not None and other.month is not None:
        if one.day is not None and other.day is not None:
            return (one.month, one.day) == (other.month, other.day)
        return one.month == other.month
    return None


def _weekday(moment: Moment) -> int | None:
    """Return the day of the week a time names, or that its date falls on."""
    if moment.weekday is not None:
        return moment.weekday
    if moment.precision == "day" and moment.day is not None and moment.low is not None:
        return moment.low.weekday()
    return None


def _edge(moment: Moment) -> Moment:
    """Return the day on which something begins ("seit Dienstag") or ends, of others the time."""
    if moment.role == "since" and moment.low is not None:
        begin = moment.named or (moment.low, moment.low + timedelta(days=1))
        return replace(moment, low=begin[0], high=begin[1])
    if moment.role == "until" and moment.high is not None and moment.low is None:
        wide = _WIDTH.get(moment.precision, timedelta(days=31 if moment.month else 1))
        begin = moment.named or (moment.high - wide, moment.high)
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
