"""Find the period of a wording with its hour, its part of the day and the end of its span.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from checker.language.moments_anchor import Anchor, Found
from checker.language.moments_calendar import DAY, Period
from checker.language.moments_resolve import resolve
from checker.language.moments_wording import Wording
from checker.language.moments_words import Words

#: A span that "was" and ends so soon is told of these days, not of a year ago.
_NEAR: Final = 7 * DAY


def find_period(words: Words, wording: Wording, anchor: Anchor, day: Period | None) -> Found:
    """Return the period with parts of the day, clock times and span ends applied."""
    try:
        return _found(words, wording, anchor, day)
    except OverflowError:  # beyond the calendar
        return Found(None, "vague")


def _found(words: Words, wording: Wording, anchor: Anchor, day: Period | None) -> Found:
    if wording.kind == "clock":
        precision = "minute" if wording.precise else "hour"
        if day is None:
            return Found(None, precision)
        return Found(_timed(wording, day), precision)
    if wording.kind in {"unit", "away"} and wording.anaphoric:
        return Found(day, wording.unit)
    if wording.kind == "daypart":
        return Found(day and _windowed(wording.daypart, day, words), "daypart")
    if wording.to is not None and wording.clock is None:
        return _spanned(words, wording, anchor)
    found = resolve(wording, anchor, words)
    if found.period is None or (found.mismatch and found.period is None):
        return found
    if wording.clock is not None:
        precision = "minute" if wording.precise else "hour"
        return Found(_timed(wording, found.period), precision, mismatch=found.mismatch)
    if wording.daypart:
        window = _windowed(wording.daypart, found.period, words)
        return Found(window, "daypart", mismatch=found.mismatch)
    return found


def _timed(wording: Wording, day: Period) -> Period:
    low = day[0] + timedelta(seconds=wording.clock or 0)
    if wording.to is None or wording.to.clock is None:
        return low, low
    high = day[0] + timedelta(seconds=wording.to.clock)
    return low, high if high >= low else high + DAY


def _windowed(part: str, day: Period, words: Words) -> Period:
    """Return the hours of a part of a day; the night to Sunday begins on Saturday."""
    if part == "night_to":
        low, high = words.windows["night"]
        base = day[0] - DAY
    else:
        (low, high), base = words.windows[part], day[0]
    return base + timedelta(minutes=low), base + timedelta(minutes=high)


def _spanned(words: Words, wording: Wording, anchor: Anchor) -> Found:
    """Return a span; an end without a year takes it from the other end."""
    start, end = replace(wording, to=None), wording.to
    if end is None:
        return resolve(start, anchor, words)
    if (
        end.kind in {"date", "month", "part"}
        and start.kind in {"date", "month"}
        and start.year is None
    ):
        source = end.base if end.kind == "part" and end.base is not None else end
        year = source.year
        if year is not None:
            later = (start.month or 0) > (source.month or 12)
            start = replace(start, year=year - later)
    if start.kind == end.kind == "weekday" and start.base is None and start.shift is None:
        start = replace(start, base=end.base)  # "Dienstag bis Freitag nächster Woche"
    low = resolve(start, anchor, words)
    if low.period is None and start.kind == end.kind == "month" and end.year is None:
        last = resolve(end, anchor, words).period
        if last is not None:
            low = resolve(start, Anchor(last[0], "past", certain=True), words)
    if low.period is None:
        return low
    reference = None if anchor.reference is None else low.period[0]
    based = end.kind in {"weekday", "away"} and end.base is not None
    own = based or end.kind in {"deictic", "unit"}
    after = anchor if own else Anchor(reference, "future", certain=end.kind == "date")
    if start.year is not None and end.year is None and end.kind in {"date", "month"}:
        after = Anchor(low.period[0], "future", certain=True)
    high = resolve(end, after, words)
    if _yearless(start) and _yearless(end):
        days = start.day or 0, end.day or 31
        if start.month == end.month and start.kind == end.kind == "date" and days[0] > days[1]:
            return Found(None, low.precision)  # "from the 27th to the 3rd of April"
        if earlier := _earlier(words, start, end, (low, high), anchor):
            low, high = earlier
    if low.period is None or high.period is None or high.period[1] <= low.period[0]:
        return Found(None, low.precision)
    return Found((low.period[0], high.period[1]), high.precision, max(low.slack, high.slack))


def _yearless(wording: Wording) -> bool:
    """Return whether a month or a day of it is told without its year."""
    bare = wording.year is None and wording.base is None and wording.shift is None
    return wording.kind in {"date", "month"} and bare


def _earlier(
    words: Words, start: Wording, end: Wording, ends: tuple[Found, Found], anchor: Anchor
) -> tuple[Found, Found] | None:
    """Return the ends a year earlier, where the span is under way then or has to be over.

    "Vom 1. Januar bis zum 31. Dezember" is of this year also in autumn, when the next January
    is nearer; what "was" from May to June has been.
    """
    now, (low, high) = anchor.reference, ends
    if now is None or low.period is None:
        return None
    over = anchor.tense == "past" and (high.period is None or high.period[0] > now + _NEAR)
    if not over and (low.period[0] <= now or start.kind == "month"):
        return None
    before = low.period[0] - DAY if over else now
    begun = resolve(start, Anchor(before, "past", certain=True), words)
    if begun.period is None:
        return None
    ended = resolve(end, Anchor(begun.period[0], "future", certain=True), words)
    if over:
        return begun, ended
    under_way = ended.period is not None and begun.period[0] <= now < ended.period[1]
    return (begun, ended) if under_way else None
