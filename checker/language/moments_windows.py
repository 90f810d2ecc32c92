"""Find windows of time beside the anchor: the weekend, the last five days, the first ten of a year.

Floor 2 (language).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from checker.language.moments_anchor import Anchor, Found
from checker.language.moments_calendar import DAY, Period, around, step
from checker.language.moments_wording import Wording

#: How far "vor zwei Jahren" may be off, by unit.
SLACK: Final = {
    "week": 3 * DAY, "fortnight": 3 * DAY, "month": 15 * DAY, "quarter": 46 * DAY,
    "half": 92 * DAY, "year": 183 * DAY, "decade": 1827 * DAY, "century": 18262 * DAY,
}  # fmt: skip
#: Units called by the name of a larger kind.
PRECISION: Final = {"fortnight": "week", "workweek": "week", "workday": "day"}


def weekend_near(shift: int | None, anchor: Anchor, reference: datetime) -> Period:
    """Return the weekend so many away; without a number the last, or the next of the future."""
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


def long_weekend(feast: Period) -> Period | None:
    """Return the weekend together with a feast that touches it, None if none does."""
    low, high = feast
    first, last = low.weekday(), (high - DAY).weekday()
    if 0 < first < 3 and 0 < last < 3:  # between Tuesday and Wednesday no weekend is meant
        return None
    begin = low if first in {3, 4, 5} else low - DAY * ((first - 5) % 7)
    return begin, high if last in {6, 0} else high + DAY * ((6 - last) % 7)


def whole_day(found: datetime | None) -> Period | None:
    """Return the day that begins at a moment."""
    return None if found is None else (found, found + DAY)


def between(one: datetime | None, other: datetime) -> Period | None:
    """Return the time between two moments, whichever is the earlier."""
    return None if one is None else (min(one, other), max(one, other))


def window(wording: Wording, anchor: Anchor, reference: datetime) -> Found:
    """Return the window of "in den vergangenen fünf Tagen", "the next two weeks"."""
    unit, shift = wording.unit, wording.shift or 0
    count = wording.count or 1
    if unit in {"minute", "hour"}:
        if not anchor.timed:
            return Found(None, unit)
        edge = step(reference, unit, count * shift)
        return Found(between(edge, reference), unit)
    today, tomorrow = around(reference, "day")
    if unit in {"quarter", "weekend"}:
        today = around(reference, "quarter" if unit == "quarter" else "week")[0]
        tomorrow = around(reference, unit)[1]
    edge_of = today if shift < 0 else tomorrow
    sign = -1 if shift < 0 else 1
    for larger, number in wording.more:
        edge_of = step(edge_of, larger, sign * number) or edge_of
    if shift < 0:
        low = step(edge_of, unit, -count)
        return Found(between(low, today), PRECISION.get(unit, unit), SLACK.get(unit, 0 * DAY))
    high = step(edge_of, unit, count)
    if unit == "workday":  # they begin tomorrow, and the last of them is one
        high = step(edge_of - DAY, unit, count)
        high = high and high + DAY
    return Found(between(high, tomorrow), PRECISION.get(unit, unit), SLACK.get(unit, 0 * DAY))


def stretched(period: Period | None, base: Period, wording: Wording) -> Period | None:
    """Return the first or last few units: "first ten days of last year"."""
    if period is None or wording.count is None:
        return period
    back = (wording.index or 1) < 0
    edge = step(period[1 if back else 0], wording.unit, -wording.count if back else wording.count)
    if edge is None:
        return None
    return (edge, period[1]) if back else (period[0], edge)
