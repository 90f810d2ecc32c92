"""Write a moment as the batch contract has it.

Dates are days, both ends inclusive; clock times and parts of a day on a known day are
instants; a clock time on no known day keeps its own form ("T14:05").  The soft bounds are what
a reader takes from the words without counting hours: the days of a part of the day, and up to
the day of writing where "since" or "until" leaves an end open.

Floor 2 (language).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from checker.model import Moment


def moment_row(moment: Moment) -> dict[str, object]:
    """Return one moment as a JSON object of the contract."""
    low, high = _ends(moment)
    soft_low, soft_high = _soft(moment, low, high)
    return {
        "start": moment.start,
        "end": moment.end,
        "text": moment.text,
        "kind": moment.kind,
        "low": low,
        "high": high,
        "low_open": low is None,
        "high_open": high is None,
        "unit": "date",
        "soft_low": soft_low,
        "soft_high": soft_high,
        "granularity": moment.precision,
        "modifier": moment.modifier or ("about" if moment.approximate else ""),
        "of": None,
    }


def states_a_time(moment: Moment) -> bool:
    """Return whether a moment has anything to compare: a day or an hour.

    "Kürzlich" and "jeden Montag" are read, so that nothing else is made of their words, but
    they name no time.
    """
    return moment.resolved or moment.clock is not None


def _ends(moment: Moment) -> tuple[str | None, str | None]:
    if not moment.resolved:
        if moment.clock is None:
            return None, None
        return _minute(moment.clock[0]), _minute(moment.clock[1])
    if moment.kind == "date":
        last = moment.high - timedelta(days=1) if moment.high else None
        return _day(moment.low), _day(last)
    return _instant(moment.low), _instant(moment.high)


def _soft(moment: Moment, low: str | None, high: str | None) -> tuple[str | None, str | None]:
    if not moment.resolved:
        return low, high
    if moment.role in {"since", "until"} and moment.anchor is not None:
        today = _day(moment.anchor)
        return low or today, high or today
    if moment.precision == "daypart" and moment.low and moment.high:
        return _day(moment.low), _day(moment.high - timedelta(minutes=1))
    return low, high


def _day(instant: datetime | None) -> str | None:
    return instant.date().isoformat() if instant else None


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="minutes") if instant else None


def _minute(minutes: int) -> str:
    return f"T{minutes // 60 % 24:02d}:{minutes % 60:02d}"
