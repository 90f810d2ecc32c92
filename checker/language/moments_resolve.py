"""Find the days an expression of time denotes, seen from an anchor.

The convention is that of news: a bare weekday is the last one gone by, the day of writing
included, unless the clause speaks of the future; a date or month without a year is the one
nearest to the anchor.  What cannot be known stays unresolved.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from checker.language.moments_anchor import Anchor, Found, nearest
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
from checker.language.moments_windows import (
    PRECISION,
    SLACK,
    between,
    long_weekend,
    stretched,
    weekend_near,
    whole_day,
    window,
)
from checker.language.moments_wording import Wording
from checker.language.moments_words import Words

#: Seasons of the calendar and of the weather begin up to three weeks apart.
_SEASON_SLACK: Final = 22 * DAY
_NEAR: Final = 7


def resolve(wording: Wording, anchor: Anchor, words: Words) -> Found:
    """Return the period of a wording; its `to`, role and clock are not looked at."""
    if wording.anaphoric:
        return Found(None, PRECISION.get(wording.unit, "vague"))
    try:
        return _BY_KIND[wording.kind](wording, anchor, words)
    except OverflowError:  # beyond the calendar
        return Found(None, PRECISION.get(wording.unit, "vague"))


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
        running = next((p for p in periods if p[0] <= reference < p[1]), None)
        return running or build(reference.year)
    return nearest(periods, anchor, reference)


def _date(wording: Wording, anchor: Anchor, words: Words) -> Found:
    number, weekday = wording.day or 0, wording.weekday
    if wording.month is None and wording.base is not None:
        month_of = resolve(wording.base, anchor, words).period
        return Found(
            whole_day(month_of and day(month_of[0].year, month_of[0].month, number)), "day"
        )
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
        return nearest([(d, d + DAY) for d in days if d], anchor, anchor.reference)
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
        whole = resolve(wording.base, anchor, words).period
        if whole is not None and wording.base.kind in {"holiday", "date"}:
            return Found(whole_day(_beside(whole, weekday, wording.shift or 1)), "day")
        return Found(whole_day(None if whole is None else whole[0] + weekday * DAY), "day")
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


def _beside(whole: Period, weekday: int, shift: int) -> datetime:
    """Return the first weekday behind a feast or a date, or the last before it."""
    low, high = whole
    if shift > 0:
        return high + DAY * ((weekday - high.weekday()) % 7)
    eve = low - DAY
    return eve - DAY * ((eve.weekday() - weekday) % 7)


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
    precision = PRECISION.get(unit, unit)
    if reference is None:
        return Found(None, precision)
    if wording.base is not None:
        inside = resolve(wording.base, anchor, words).period
        return Found(inside and around(inside[0], unit), precision)
    if wording.count is not None:
        return window(wording, anchor, reference)
    if unit == "weekend":
        return Found(weekend_near(wording.shift, anchor, reference), precision)
    return Found(shifted(reference, unit, wording.shift or 0), precision)


def _away(wording: Wording, anchor: Anchor, words: Words) -> Found:
    unit, count = wording.unit, wording.count or 0
    precision = PRECISION.get(unit, unit)
    origin = anchor.reference
    if wording.base is not None:
        base = resolve(wording.base, anchor, words).period
        if base is not None and count > 0:
            later = count > 1 or unit != "day"
            # "zwei Tage nach Ostern": after which of its days?
            base = None if later and base[1] - base[0] > DAY else (base[1] - DAY, base[1])
        origin = base and base[0]
    if origin is None:
        return Found(None, precision)
    for larger, number in wording.more:
        moved = step(origin, larger, number)
        if moved is None:
            return Found(None, precision)
        origin = moved
    if unit in {"minute", "hour"}:
        if wording.base is not None or not anchor.timed:
            return Found(None, precision)
        found = step(origin, unit, count)
        return Found(
            between(found, found or origin),
            precision,
            timedelta(minutes=5 if unit == "minute" else 30),
        )
    found = step(around(origin, "day")[0], unit, count)
    slack = 0 * DAY if wording.base is not None else SLACK.get(unit, 0 * DAY)
    return Found(whole_day(found), precision, slack)


def _nth(wording: Wording, anchor: Anchor, words: Words) -> Found:
    unit, index = wording.unit, wording.index or 1
    precision = PRECISION.get(unit, unit)
    if unit == "weekday":
        return _nth_weekday(wording, anchor, words)
    if wording.base is not None:
        base = resolve(wording.base, anchor, words).period
        if base is None:
            return Found(None, precision)
        return Found(stretched(nth(base, unit, index), base, wording), precision)

    def build(year: int) -> Period | None:
        first = day(year, 1, 1)
        return None if first is None else nth(around(first, "year"), unit, index)

    period = _yearly(build, wording, anchor, words)
    if period is None and anchor.tense is None:  # results are told of what is over
        period = _yearly(build, wording, replace(anchor, tense="past"), words)
    return Found(period, precision)


def _nth_weekday(wording: Wording, anchor: Anchor, words: Words) -> Found:
    """Return the first, second or last of a weekday in a month."""
    month = wording.base and resolve(wording.base, anchor, words).period
    if not month:
        return Found(None, "day")
    low, high = month
    found = nth_weekday(low.year, low.month, wording.weekday or 0, wording.index or 1)
    return Found(whole_day(found if low <= found < high else None), "day")


def _part(wording: Wording, anchor: Anchor, words: Words) -> Found:
    base = wording.base
    found = resolve(base, anchor, words) if base is not None else Found(None, "vague")
    if found.period is None or base is None:
        return Found(None, "month-part")
    if wording.name in {"before", "after"} and anchor.reference is not None:
        today, tomorrow = around(anchor.reference, "day")
        low, high = found.period
        return Found((low, tomorrow) if wording.name == "before" else (today, high), "month-part")
    unit = found.precision if found.precision in {"week", "month", "year"} else ""
    if found.precision == "decade":
        low = found.period[0]
        years = {"begin": (0, 4), "middle": (3, 7), "end": (6, 10)}[wording.name]
        return Found(
            (low.replace(year=low.year + years[0]), low.replace(year=low.year + years[1])),
            "month-part",
        )
    part = third(found.period, wording.name, unit)
    ahead = anchor.reference is not None and part[0] > anchor.reference
    if base.name == "implied" and anchor.tense == "past" and ahead:
        return Found(None, "month-part")  # the end of another year, of which the text tells
    return Found(part, "month-part", slack=found.slack)


def _season(wording: Wording, anchor: Anchor, words: Words) -> Found:
    month, months = words.seasons[wording.name]

    def build(year: int) -> Period | None:
        low = day(year, month, 1)
        high = low and add_months(low, months)
        if low is None or high is None:
            return None
        if wording.year is not None and high.year > year:
            before = add_months(low, -12) or low
            if wording.index == -1:  # the one that ends in the year
                return before, add_months(high, -12) or high
            return before, high  # which of its two winters?
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
        whole = low, low + length * DAY
        return long_weekend(whole) if wording.unit == "weekend" else whole

    return Found(_yearly(build, wording, anchor, words), "day")


def _decade(wording: Wording, anchor: Anchor, words: Words) -> Found:
    first = day(wording.year or 0, 1, 1)
    return Found(None if first is None else around(first, "decade"), "decade")


def _century(wording: Wording, anchor: Anchor, words: Words) -> Found:
    first = day(max(((wording.index or 1) - 1) * 100, 1), 1, 1)
    return Found(
        between(first and add_months(first, 1200), first or datetime.min), "century", 366 * DAY
    )


def _unknown(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, "daypart" if wording.kind == "daypart" else "vague")


def _set(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, PRECISION.get(wording.unit, wording.unit) or "vague")


def _clock(wording: Wording, anchor: Anchor, words: Words) -> Found:
    return Found(None, "minute" if wording.precise else "hour")


_BY_KIND: Final[dict[str, Callable[[Wording, Anchor, Words], Found]]] = {
    "date": _date, "month": _month, "year": _year, "weekday": _weekday, "deictic": _deictic,
    "unit": _unit, "away": _away, "nth": _nth, "part": _part, "season": _season,
    "holiday": _holiday, "decade": _decade, "century": _century, "daypart": _unknown,
    "clock": _clock, "vague": _unknown, "set": _set,
}  # fmt: skip
