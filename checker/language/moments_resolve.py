"""Find the days an expression of time denotes, seen from an anchor.

The convention is that of news: a bare weekday is the last one gone by, the day of writing
included, unless the clause speaks of the future; a date or month without a year is the one
nearest to the anchor.  What cannot be known stays unresolved.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from checker.language.moments_calendar import (
    DAY,
    Period,
    add_months,
    advent,
    around,
    day,
    easter,
    nth,
    nth_weekday,
    shifted,
    step,
    third,
)
from checker.language.moments_wording import Wording
from checker.language.moments_words import Words

#: How far "vor zwei Jahren" may be off, by unit.
_SLACK: Final = {
    "week": 3 * DAY, "fortnight": 3 * DAY, "month": 15 * DAY, "quarter": 46 * DAY,
    "half": 92 * DAY, "year": 183 * DAY, "decade": 1827 * DAY,
}  # fmt: skip
#: Seasons of the calendar and of the weather begin up to three weeks apart.
_SEASON_SLACK: Final = 22 * DAY
_NEAR: Final = 7
_CLOSE: Final = 60 * DAY
_FAR: Final = 200 * DAY
_LONG: Final = 7 * DAY


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is seen.

    Attributes:
        reference: When the text speaks; None if unknown.
        tense: past, future or None if the clause does not say.
        certain: Whether the tense is known, not only heard from a verb nearby.
    """

    reference: datetime | None
    tense: str | None = None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The period found, or that none can be.

    Attributes:
        period: First instant and the instant after the last; None if unknown.
        precision: As of `Moment.precision`.
        slack: How far the wording may be off on either side.
        mismatch: Whether a weekday does not fit its date.
    """

    period: Period | None
    precision: str
    slack: timedelta = timedelta(0)
    mismatch: bool = False


def resolve(wording: Wording, anchor: Anchor, words: Words) -> Found:
    """Return the period of a wording; its `to`, role and clock are not looked at."""
    if wording.anaphoric:
        return Found(None, _PRECISION.get(wording.unit, "vague"))
    return _BY_KIND[wording.kind](wording, anchor, words)


def _nearest(periods: list[Period], anchor: Anchor, reference: datetime) -> Period | None:
    """Return the period the tense points to, else the one nearest to the reference."""
    today = around(reference, "day")[0]

    def distance(period: Period) -> tuple[timedelta, bool]:
        if period[0] <= today < period[1]:
            return timedelta(0), False
        if period[1] <= today:
            return today - period[1], False
        return (period[0] - today) * 3 // 2, True  # news looks back more than ahead

    nearest = min(periods, key=distance, default=None)
    meant = nearest
    if anchor.tense == "past":
        meant = max((p for p in periods if p[0] <= today), default=None)
    elif anchor.tense == "future":
        meant = min((p for p in periods if p[1] > today), default=None)
    if nearest is None or meant is None:
        return None
    if anchor.tense is None and len(periods) > 1:
        near, next_best = sorted(distance(p)[0] for p in periods)[:2]
        long = periods[0][1] - periods[0][0] > _LONG
        if long and near > _CLOSE and next_best < near * 8 // 5:
            return None  # a month half a year away, either way: the words do not tell
    # "Der Termin wurde auf den 3. November verlegt": the verb tells of the change, not the date
    if not anchor.certain and distance(nearest)[0] < _CLOSE and distance(meant)[0] > _FAR:
        return None if nearest[1] - nearest[0] > _LONG else nearest
    return meant


def _yearly(
    build: Callable[[int], Period | None], wording: Wording, anchor: Anchor, words: Words
) -> Period | None:
    """Return the occurrence of what comes once a year that the wording means."""
    if wording.year is not None:
        return build(wording.year)
    reference = anchor.reference
    if wording.base is not None:
        base = resolve(wording.base, anchor, words).period
        if base is None:
            return None
        return next(
            (
                p
                for y in range(base[0].year, base[1].year + 1)
                if (p := build(y)) and p[0] >= base[0] and p[0] < base[1]
            ),
            None,
        )
    if reference is None:
        return None
    years = range(max(reference.year - 2, 1), reference.year + 3)
    periods = [p for y in years if (p := build(y))]
    today = around(reference, "day")[0]
    if wording.shift is not None:
        if wording.shift < 0:
            gone = sorted(p for p in periods if p[1] <= today)
            return gone[wording.shift] if len(gone) >= -wording.shift else None
        if wording.shift > 0:
            ahead = sorted(p for p in periods if p[0] > today)
            return ahead[wording.shift - 1] if len(ahead) >= wording.shift else None
        return build(reference.year)
    return _nearest(periods, anchor, reference)


def _date(wording: Wording, anchor: Anchor, words: Words) -> Found:
    number, weekday = wording.day or 0, wording.weekday
    if wording.month is None and wording.base is not None:
        month_of = resolve(wording.base, anchor, words).period
        return Found(_whole(month_of and day(month_of[0].year, month_of[0].month, number)), "day")
    if wording.month is None:
        return Found(_monthless(number, weekday, anchor), "day")
    month = wording.month

    def build(year: int) -> Period | None:
        found = day(year, month, number)
        return None if found is None else (found, found + DAY)

    if wording.year is not None or wording.base is not None or weekday is None:
        period = _yearly(build, wording, anchor, words)
        wrong = period is not None and weekday is not None and period[0].weekday() != weekday
        return Found(period, "day", mismatch=wrong)
    return _with_weekday(build, weekday, wording, anchor, words)


def _with_weekday(
    build: Callable[[int], Period | None],
    weekday: int,
    wording: Wording,
    anchor: Anchor,
    words: Words,
) -> Found:
    """Return the date whose weekday fits; refuse where none near does.

    A date of these days with the wrong weekday is a slip, not a date of another year.
    """
    reference = anchor.reference
    if reference is None:
        return Found(None, "day")
    nearest = _yearly(build, wording, replace(anchor, tense=None), words)
    if nearest is None:
        return Found(None, "day")
    if nearest[0].weekday() == weekday:
        return Found(nearest, "day")
    if abs((nearest[0] - reference).days) > _NEAR:
        for year in (reference.year, reference.year - 1, reference.year + 1):
            other = build(year)
            if other and other[0].weekday() == weekday:
                return Found(other, "day")
    return Found(None, "day", mismatch=True)


def _monthless(number: int, weekday: int | None, anchor: Anchor) -> Period | None:
    """Return the nearest month's day of that number on that weekday."""
    if anchor.reference is None:
        return None
    start = anchor.reference.replace(day=1)
    if weekday is None:
        months = [add_months(start, offset) for offset in (-1, 0, 1)]
        days = [day(m.year, m.month, number) for m in months if m is not None]
        return _nearest([(d, d + DAY) for d in days if d], anchor, anchor.reference)
    for offset in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        month = add_months(start, offset)
        found = month and day(month.year, month.month, number)
        if found and found.weekday() == weekday:
            return found, found + DAY
    return None


def _month(wording: Wording, anchor: Anchor, words: Words) -> Found:
    month = wording.month or 1

    def build(year: int) -> Period | None:
        found = day(year, month, 1)
        return None if found is None else around(found, "month")

    return Found(_yearly(build, wording, anchor, words), "month")


def _year(wording: Wording, anchor: Anchor, words: Words) -> Found:
    first = day(wording.year or 0, 1, 1)
    return Found(None if first is None else around(first, "year"), "year")


def _weekday(wording: Wording, anchor: Anchor, words: Words) -> Found:
    weekday, reference = wording.weekday or 0, anchor.reference
    if reference is None:
        return Found(None, "day")
    today = around(reference, "day")[0]
    if wording.base is not None:
        week = resolve(wording.base, anchor, words).period
        found = None if week is None else week[0] + weekday * DAY
        return Found(_whole(found), "day")
    back, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if wording.shift is not None and wording.name == "week":
        moved = weekday - today.weekday() + 7 * wording.shift
    elif wording.shift is None:
        moved = ahead if anchor.tense == "future" else -back
    elif wording.shift < 0:
        moved = -(back or 7) + 7 * (wording.shift + 1)
    elif wording.shift == 0:
        moved = -back if anchor.tense == "past" else ahead
    else:
        moved = (ahead or 7) + 7 * (wording.shift - 1)
        if words.next_weekday == "week" and wording.name != "nearest":
            moved = weekday - today.weekday() + 7 * wording.shift
    found = today + moved * DAY
    return Found((found, found + DAY), "day")


def _deictic(wording: Wording, anchor: Anchor, words: Words) -> Found:
    if anchor.reference is None:
        return Found(None, "day")
    period = shifted(anchor.reference, "day", wording.shift or 0)
    wrong = wording.weekday is not None and period is not None
    return Found(
        period, "day", mismatch=bool(wrong and period and period[0].weekday() != wording.weekday)
    )


def _unit(wording: Wording, anchor: Anchor, words: Words) -> Found:
    unit, reference = wording.unit, anchor.reference
    precision = _PRECISION.get(unit, unit)
    if reference is None:
        return Found(None, precision)
    if wording.base is not None:
        inside = resolve(wording.base, anchor, words).period
        return Found(inside and around(inside[0], unit), precision)
    if wording.count is not None:
        return _window(wording, reference)
    if unit == "weekend":
        return Found(_weekend(wording.shift, anchor, reference), precision)
    return Found(shifted(reference, unit, wording.shift or 0), precision)


def _weekend(shift: int | None, anchor: Anchor, reference: datetime) -> Period:
    low, high = around(reference, "weekend")
    inside = low <= reference < high
    if shift is None:
        early = reference < low and anchor.tense != "future"
        return (low - 7 * DAY, high - 7 * DAY) if early else (low, high)
    if shift == 0:
        past = anchor.tense == "past" or (anchor.tense is None and reference.weekday() < 2)
        return (low - 7 * DAY, high - 7 * DAY) if past and not inside else (low, high)
    weeks = shift if inside or shift < 0 else shift - 1
    return low + 7 * weeks * DAY, high + 7 * weeks * DAY


def _whole(found: datetime | None) -> Period | None:
    """Return the day that begins at a moment."""
    return None if found is None else (found, found + DAY)


def _between(one: datetime | None, other: datetime) -> Period | None:
    """Return the time between two moments, whichever is the earlier."""
    return None if one is None else (min(one, other), max(one, other))


def _window(wording: Wording, reference: datetime) -> Found:
    """Return the window of "in den vergangenen fünf Tagen", "the next two weeks"."""
    unit, shift = wording.unit, wording.shift or 0
    count = wording.count or 1
    if unit in {"minute", "hour"}:
        if not _has_clock(reference):
            return Found(None, unit)
        edge = step(reference, unit, count * shift)
        return Found(_between(edge, reference), unit)
    today, tomorrow = around(reference, "day")
    if unit in {"quarter", "weekend"}:
        today = around(reference, "quarter" if unit == "quarter" else "week")[0]
        tomorrow = around(reference, unit)[1]
    if shift < 0:
        low = step(today, unit, -count)
        return Found(_between(low, today), _PRECISION.get(unit, unit), _SLACK.get(unit, 0 * DAY))
    high = step(tomorrow, unit, count)
    return Found(_between(high, tomorrow), _PRECISION.get(unit, unit), _SLACK.get(unit, 0 * DAY))


def _has_clock(reference: datetime) -> bool:
    """Return whether the reference is more than a day; midnight stands for "not known"."""
    return (reference.hour, reference.minute, reference.second) != (0, 0, 0)


def _away(wording: Wording, anchor: Anchor, words: Words) -> Found:
    unit, count = wording.unit, wording.count or 0
    precision = _PRECISION.get(unit, unit)
    origin = anchor.reference
    if wording.base is not None:
        base = resolve(wording.base, anchor, words).period
        origin = None if base is None else base[0]
    if origin is None:
        return Found(None, precision)
    if unit in {"minute", "hour"}:
        if not _has_clock(origin):
            return Found(None, precision)
        found = step(origin, unit, count)
        return Found(
            _between(found, found or origin),
            precision,
            timedelta(minutes=5 if unit == "minute" else 30),
        )
    found = step(around(origin, "day")[0], unit, count)
    slack = 0 * DAY if wording.base is not None else _SLACK.get(unit, 0 * DAY)
    return Found(_whole(found), precision, slack)


def _nth(wording: Wording, anchor: Anchor, words: Words) -> Found:
    unit, index = wording.unit, wording.index or 1
    precision = _PRECISION.get(unit, unit)
    if unit == "weekday":
        return _nth_weekday(wording, anchor, words)
    if wording.base is not None:
        base = resolve(wording.base, anchor, words).period
        if base is None:
            return Found(None, precision)
        return Found(_stretched(nth(base, unit, index), base, wording), precision)

    def build(year: int) -> Period | None:
        first = day(year, 1, 1)
        return None if first is None else nth(around(first, "year"), unit, index)

    seen = anchor if anchor.tense else replace(anchor, tense="past")
    return Found(_yearly(build, wording, seen, words), precision)


def _nth_weekday(wording: Wording, anchor: Anchor, words: Words) -> Found:
    """Return the first, second or last of a weekday in a month."""
    month = wording.base and resolve(wording.base, anchor, words).period
    if not month:
        return Found(None, "day")
    low, high = month
    found = nth_weekday(low.year, low.month, wording.weekday or 0, wording.index or 1)
    return Found(_whole(found if low <= found < high else None), "day")


def _stretched(period: Period | None, base: Period, wording: Wording) -> Period | None:
    """Return the first or last few units: "first ten days of last year"."""
    if period is None or wording.count is None:
        return period
    back = (wording.index or 1) < 0
    edge = step(period[1 if back else 0], wording.unit, -wording.count if back else wording.count)
    if edge is None:
        return None
    return (edge, period[1]) if back else (period[0], edge)


def _part(wording: Wording, anchor: Anchor, words: Words) -> Found:
    base = wording.base
    found = resolve(base, anchor, words) if base is not None else Found(None, "vague")
    if found.period is None or base is None:
        return Found(None, "month-part")
    if wording.name in {"before", "after"} and anchor.reference is not None:
        today, tomorrow = around(anchor.reference, "day")
        low, high = found.period
        return Found((low, tomorrow) if wording.name == "before" else (today, high), "month-part")
    unit = found.precision if found.precision in {"month", "year"} else ""
    if found.precision == "decade":
        low = found.period[0]
        years = {"begin": (0, 4), "middle": (3, 7), "end": (6, 10)}[wording.name]
        return Found(
            (low.replace(year=low.year + years[0]), low.replace(year=low.year + years[1])),
            "month-part",
        )
    return Found(third(found.period, wording.name, unit), "month-part", slack=found.slack)


def _season(wording: Wording, anchor: Anchor, words: Words) -> Found:
    month, months = words.seasons[wording.name]

    def build(year: int) -> Period | None:
        low = day(year, month, 1)
        high = low and add_months(low, months)
        if low is None or high is None:
            return None
        if wording.year is not None and high.year > year:  # which of its two winters?
            return add_months(low, -12) or low, high
        return low, high

    return Found(_yearly(build, wording, anchor, words), "season", _SEASON_SLACK)


def _holiday(wording: Wording, anchor: Anchor, words: Words) -> Found:
    rule, value = words.holidays[wording.name]

    def build(year: int) -> Period | None:
        if not 1 < year < 9990:
            return None
        if rule == "nth":
            low, length = nth_weekday(year, value[0], value[1], value[2]), 1
            low += DAY * (value[3] if len(value) > 3 else 0)
        elif rule == "advent":
            low, length = advent(year, value), 1
        else:
            offset, _, size = str(value).partition("/")
            length = int(size or 1)
            if rule == "easter":
                low = easter(year) + int(offset) * DAY
            else:
                month, number = offset.split("-")
                low = datetime(year, int(month), int(number))
        return low, low + length * DAY

    return Found(_yearly(build, wording, anchor, words), "day")


def _decade(wording: Wording, anchor: Anchor, words: Words) -> Found:
    first = day(wording.year or 0, 1, 1)
    return Found(None if first is None else around(first, "decade"), "decade")


def _century(wording: Wording, anchor: Anchor, words: Words) -> Found:
    first = day(max(((wording.index or 1) - 1) * 100, 1), 1, 1)
    return Found(
        _between(first and add_months(first, 1200), first or datetime.min), "century", 366 * DAY
    )


def _unknown(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, "daypart" if wording.kind == "daypart" else "vague")


def _set(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, "day")


def _clock(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, "minute" if wording.precise else "hour")


_PRECISION: Final = {"fortnight": "week", "workweek": "week"}
_BY_KIND: Final[dict[str, Callable[[Wording, Anchor, Words], Found]]] = {
    "date": _date, "month": _month, "year": _year, "weekday": _weekday, "deictic": _deictic,
    "unit": _unit, "away": _away, "nth": _nth, "part": _part, "season": _season,
    "holiday": _holiday, "decade": _decade, "century": _century, "daypart": _unknown,
    "clock": _clock, "vague": _unknown, "set": _set,
}  # fmt: skip
