"""Arithmetic of the calendar: periods, steps between them, movable feasts.

Periods are half open pairs of naive datetimes: first instant, instant after the last.

Floor 2 (language).  Reads no text, keeps no state.
Sources: Easter after the Gregorian computus of Meeus, Jones and Butcher.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

#: First instant, instant after the last.
Period = tuple[datetime, datetime]

DAY: Final = timedelta(days=1)
#: Into how many equal parts a period is told.
_SHARES: Final = {"half": 2, "quarter": 4}
_MONTH_PARTS: Final = 2
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS: Final = {"minute": 60, "hour": 3600}
#: Years an article can speak of; beyond, datetime arithmetic would fail.
_FIRST, _LAST = 1, 9990


def day(year: int, month: int, number: int) -> datetime | None:
    """Return a day of the calendar, None if there is no such day (30 February)."""
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12):
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return datetime(year, month, number)


def add_months(moment: datetime, months: int) -> datetime | None:
    """Return the same day some months on, the last of the month if it has no such day."""
    total = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(total, 12)
    if not _FIRST <= year <= _LAST:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def step(moment: datetime, unit: str, count: int) -> datetime | None:
    """Return the moment `count` units on (back if negative), None beyond the calendar."""
    if unit in _MONTHS:
        return add_months(moment, _MONTHS[unit] * count)
    try:
        if unit in _SECONDS:
            return moment + timedelta(seconds=_SECONDS[unit] * count)
        if unit == "workday":
            return _workdays(moment, count)
        days = {"day": 1, "week": 7, "weekend": 7, "workweek": 7, "fortnight": 14}[unit]
        moved = moment + timedelta(days=days * count)
    except OverflowError:
        return None
    return moved if _FIRST <= moved.year <= _LAST else None


def _workdays(moment: datetime, count: int) -> datetime:
    """Return the moment so many days from Monday to Friday on, feasts not looked at."""
    one = DAY if count > 0 else -DAY
    weeks, rest = divmod(abs(count), 5)
    while moment.weekday() > 4:  # a count begins before the weekend
        moment -= one
    moved = moment + 7 * weeks * one
    for _ in range(rest):
        moved += one
        while moved.weekday() > 4:
            moved += one
    return moved


def around(moment: datetime, unit: str) -> Period:
    """Return the period of a unit that holds the moment; weeks begin on Monday.

    A weekend belongs to the week that it ends.
    """
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit in _SECONDS:
        low = moment.replace(second=0, microsecond=0)
        low = low.replace(minute=0) if unit == "hour" else low
        return low, low + timedelta(seconds=_SECONDS[unit])
    if unit == "day":
        return midnight, midnight + DAY
    if unit in {"week", "weekend", "workweek", "fortnight"}:
        monday = midnight - DAY * midnight.weekday()
        if unit == "workweek":
            return monday, monday + 5 * DAY
        if unit == "weekend":
            return monday + 5 * DAY, monday + 7 * DAY
        return monday, monday + (14 if unit == "fortnight" else 7) * DAY
    if unit == "workday":
        return midnight, midnight + DAY
    months = _MONTHS[unit]
    index = midnight.year * 12 + midnight.month - 1
    first = index - index % months
    low = datetime(max(first // 12, 1), first % 12 + 1, 1)
    high = add_months(low, months)
    return low, high or datetime(_LAST, 12, 31)


def shifted(anchor: datetime, unit: str, shift: int) -> Period | None:
    """Return the period of a unit `shift` after the one that holds the anchor."""
    low, _ = around(anchor, unit)
    moved = step(low, unit, shift)
    return None if moved is None else around(moved, unit)


def third(period: Period, part: str, unit: str) -> Period:
    """Return the beginning, middle or end of a period.

    A month falls into days 1-10, 11-20 and 21 to its end, a year into four months each, all
    else into thirds of days.  A week begins on its first three days, and ends on its last three:
    Friday is the end of the week as well.
    """
    low, high = period
    if unit == "month":
        cuts: Sequence[datetime] = (low, low.replace(day=11), low.replace(day=21), high)
    elif unit == "year":
        cuts = (low, low.replace(month=5), low.replace(month=9), high)
    elif unit == "week":
        at = {"begin": 0, "middle": 1, "end": 4}[part]
        return low + DAY * at, low + DAY * (at + 3)
    else:
        days = (high - low).days
        cuts = (low, low + DAY * round(days / 3), low + DAY * round(2 * days / 3), high)
    at = {"begin": 0, "middle": 1, "end": 2}[part]
    return cuts[at], cuts[at + 1]


def nth(period: Period, unit: str, index: int) -> Period | None:
    """Return the `index`-th period of a unit within another; -1 is the last.

    The first week is the one that holds the first Thursday, as calendars number weeks.
    """
    low, high = period
    if unit == "week":
        # a week belongs to the period that holds its Thursday
        thursday = low + DAY * ((3 - low.weekday()) % 7)
        first = around(thursday, "week")[0]
        if index < 0:
            last = high - DAY
            final = last - DAY * ((last.weekday() - 3) % 7)
            first, index = around(final, "week")[0], index + 2
        begin = first + 7 * DAY * (index - 1)
        inside = low <= begin + 3 * DAY < high
        return (begin, begin + 7 * DAY) if inside else None
    if unit == "weekend":
        saturday = low + DAY * ((5 - low.weekday()) % 7)
        if index < 0:
            last = high - DAY
            saturday, index = last - DAY * ((last.weekday() - 5) % 7), index + 2
        begin = saturday + 7 * DAY * (index - 1)
        return (begin, begin + 2 * DAY) if low <= begin < high else None
    if unit in _SHARES:
        return _share(period, _SHARES[unit], index)
    start = low if index > 0 else high
    begin_or_none = step(start, unit, index - 1 if index > 0 else index)
    if begin_or_none is None or not low <= begin_or_none < high:
        return None
    end = step(begin_or_none, unit, 1)
    return None if end is None else (begin_or_none, end)


def _share(period: Period, parts: int, index: int) -> Period | None:
    """Return one of the equal parts of a period: half a century, a quarter of a year.

    Of a month only the halves are told, and parts of a week not at all.
    """
    low, high = period
    months = 12 * (high.year - low.year) + high.month - low.month
    place = index - 1 if index > 0 else index + parts
    if not 0 <= place < parts:
        return None
    if months == 1 and parts == _MONTH_PARTS:
        middle = low + 15 * DAY
        return (middle, high) if place else (low, middle)
    if not months or months % parts:
        return None
    begin, end = (add_months(low, months // parts * n) for n in (place, place + 1))
    return None if begin is None or end is None else (begin, end)


def easter(year: int) -> datetime:
    """Return Easter Sunday of a year of the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, rest = divmod(h + m - 7 * n + 114, 31)
    return datetime(year, month, rest + 1)


def nth_weekday(year: int, month: int, weekday: int, index: int) -> datetime:
    """Return the `index`-th weekday of a month, the last if `index` is -1."""
    if index < 0:
        last = datetime(year, month, calendar.monthrange(year, month)[1])
        return last - DAY * ((last.weekday() - weekday) % 7)
    first = datetime(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (index - 1))


def advent(year: int, count: int) -> datetime:
    """Return the Sunday `count` Sundays before Christmas Day."""
    christmas = datetime(year, 12, 25)
    return christmas - DAY * (christmas.weekday() + 1) - 7 * DAY * (count - 1)
