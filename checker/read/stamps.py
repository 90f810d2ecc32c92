"""Find fully written dates ("15.02.2026, 18:40 Uhr", "Monday, 8 June 2026, 7pm") in a line.

Only wordings that name day, month and year are read: a date of publication anchors every
"gestern" of an article, so a guess would poison all its times.  03/04/2026 is no date here,
because nobody can tell the month.

Floor 3 (read).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

from checker.read.words import words

#: Years outside are misprints or jokes: kept as text, never used as an anchor.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)

_TIME: Final = re.compile(
    r"[\s,|•·–—()-]{0,6}(?:um |at )?"
    r"(?:(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?!\d)(?::[0-5]\d(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<c>Uhr|h|[ap]\.?m\b\.?|AM\b|PM\b))?"
    r"|(?P<h2>[01]?\d|2[0-3])\.(?P<m2>[0-5]\d)\s?(?P<c2>Uhr|h|[ap]\.?m\b\.?|AM\b|PM\b)"
    r"|(?P<h3>[01]?\d|2[0-3])\s?(?P<c3>Uhr|[ap]\.?m\b\.?|AM\b|PM\b))"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, perhaps with a time, as written.

    Attributes:
        start: Offset in the text searched, weekday included.
        end: One past the last, time included.
        low: First instant, naive local time.
        high: Instant after the last: a minute or a day later.
        fits: False if a weekday stands before it that this day was not.
    """

    start: int
    end: int
    low: datetime
    high: datetime
    fits: bool = True

    @property
    def exact(self) -> bool:
        """Whether a time of day is named."""
        return self.high - self.low == _MINUTE

    @property
    def plausible(self) -> bool:
        """Whether the year can be that of a newspaper."""
        return FIRST_YEAR <= self.low.year <= LAST_YEAR

    @property
    def value(self) -> str:
        """The stamp in ISO 8601, to the minute or to the day."""
        if self.exact:
            return self.low.isoformat(timespec="minutes")
        return self.low.date().isoformat()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    known = words()
    month = "|".join(sorted((re.escape(m) for m in known.months), key=lambda m: (-len(m), m)))
    return (
        re.compile(
            r"(?<![\d-])(?P<y>\d{4})-(?P<mo>\d{2})-(?P<d>\d{2})(?![\d-])"
            r"(?:[T ](?P<th>[01]\d|2[0-3]):(?P<tm>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?)?"
        ),
        re.compile(
            r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<mo>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})(?![\d.]\d|\d)"
        ),
        re.compile(
            rf"(?<![\d.])(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?P<mn>{month})\b\.?,?\s+(?P<y>\d{{4}})(?!\d)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<mn>{month})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?![\d/])"),
    )


@cache
def _weekday_before() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(w) for w in words().weekdays), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?P<w>{names})\b\.?,?\s*(?:de[nmr]\s+|the\s+)?\Z", re.IGNORECASE)


def find_stamps(text: str) -> tuple[Stamp, ...]:
    """Return all fully written dates of a text, in order, without overlap."""
    found = sorted(_all_stamps(text), key=lambda s: (s.start, -s.end))
    kept: list[Stamp] = []
    for stamp in found:
        if not kept or stamp.start >= kept[-1].end:
            kept.append(stamp)
    return tuple(kept)


def _all_stamps(text: str) -> Iterator[Stamp]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            day = _day(match)
            if day is None:
                continue
            start, end = match.span()
            before = _weekday_before().search(text[max(0, start - 24) : start])
            fits = True
            if before:
                start -= len(before.group())
                fits = words().weekdays[before["w"].lower()] == day.weekday()
            clock, end = _clock(match, text, end)
            low = datetime.combine(day, clock or time())
            yield Stamp(start, end, low, low + (_MINUTE if clock else _DAY), fits)


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["y"])
    if year < 100:
        year += 2000
    if groups.get("a"):
        first, second = int(groups["a"]), int(groups["b"])
        if (first > 12) == (second > 12) and first != second:
            return None  # nobody can tell the month
        day, month = (first, second) if first > 12 else (second, first)
    else:
        name = groups.get("mn")
        month = words().months[name.lower()] if name else int(groups["mo"])
        day = int(groups["d"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str], text: str, end: int) -> tuple[time | None, int]:
    """Return the time of day behind a date and where it ends."""
    groups = match.groupdict()
    if groups.get("th"):
        return time(int(groups["th"]), int(groups["tm"])), end
    found = _TIME.match(text, end)
    if not found:
        return None, end
    hour = int(found["h"] or found["h2"] or found["h3"])
    minute = int(found["m"] or found["m2"] or 0)
    unit = (found["c"] or found["c2"] or found["c3"] or "").replace(".", "").lower()
    if unit in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None, end
        hour = hour % 12 + (12 if unit == "pm" else 0)
    return time(hour, minute), found.end()
