"""Write a moment as the batch contract has it.

Dates are days, both ends inclusive; clock times and parts of a day on a known day are
instants.  A time of kind ``time`` has no stated day: it stands on the day of writing, for want
of another, or alone ("T14:05").  Where "since" or "until" stands outside of the span, the bounds
are those of the period the span names, and the soft bounds reach to the day of writing.  For a
part of a day the soft bounds are its days.

What recurs, and a window or a distance of some years, is written as a length where a length is
asked for: "täglich" has the length of a day, and neither "in den letzten fünf Jahren" nor "vor
fünf Jahren" means a certain day.

Floor 2 (language).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from checker.language.moments_calendar import DAY, around
from checker.model import Moment

#: Modifiers that open a period at one end and leave the other where it was.
_EDGES: Final = frozenset({"since", "until"})
#: Seconds of a unit: at least, as a rule, at most.
_PERIODS: Final = {
    "minute": (60, 60, 60),
    "hour": (3600, 3600, 3600),
    "day": (86400, 86400, 86400),
    "week": (7 * 86400, 7 * 86400, 7 * 86400),
    "month": (28 * 86400, 30 * 86400, 31 * 86400),
    "year": (365 * 86400, 365 * 86400, 366 * 86400),
    "decade": (3652 * 86400, 3650 * 86400, 3653 * 86400),
}


def moment_rows(moment: Moment, *, timex: bool = False) -> tuple[dict[str, object], ...]:
    """Return the JSON objects of one moment: one, or one for each end it names on its own.

    Of two ends each is a time by itself, and the soft bounds of both are the whole.  With
    `timex` a preposition that the language leaves outside of a time is no part of the span.
    """
    whole = moment_row(moment)
    if timex and moment.core is not None:
        text = moment.text[moment.core - moment.start :]
        whole |= {"start": moment.core, "text": text}
    if len(moment.halves) != 2 or whole["low"] is None or whole["high"] is None:
        return (whole,)
    bounds = _both_ends(moment, str(whole["low"]), str(whole["high"]))
    return tuple(
        whole
        | {
            "start": start,
            "end": end,
            "text": moment.text[start - moment.start : end - moment.start],
            "low": low,
            "high": high,
            "soft_low": whole["low"],
            "soft_high": whole["high"],
        }
        for (start, end), (low, high) in zip(moment.halves, bounds, strict=True)
    )


def _both_ends(moment: Moment, low: str, high: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the bounds of the two ends: an instant each, a month each or a year each."""
    if moment.kind != "date" or moment.low is None or moment.high is None:
        return (low, low), (high, high)
    unit = "month" if moment.precision == "month" else "year"
    first, last = around(moment.low, unit)[1], around(moment.high - DAY, unit)[0]
    return (low, str(_day(first - DAY))), (str(_day(last)), high)


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
        "modifier": _modifier(moment),
        "of": None,
    }


def length_row(moment: Moment) -> dict[str, object] | None:
    """Return what tells a length as one, None for all else.

    Hard bounds are the shortest and the longest such units of the calendar, as far beyond as a
    hedge lets them be; what is named stays the soft reading of a hedge as well.
    """
    if not moment.length or any(unit not in _PERIODS for unit, _ in moment.length):
        return None
    low, soft, high = (
        sum(_PERIODS[unit][place] * count for unit, count in moment.length) for place in range(3)
    )
    least, most = _hedged(moment, low, high, _PERIODS[moment.length[-1][0]][1])
    start = moment.start if moment.core is None else moment.core
    return {
        "start": start,
        "end": moment.end,
        "text": moment.text[start - moment.start :],
        "kind": "duration",
        "low": least,
        "high": most,
        "low_open": moment.modifier == "over",
        "high_open": moment.modifier in {"nearly", "under", "over"},
        "unit": "s",
        "soft_low": soft,
        "soft_high": soft,
        "granularity": soft,
        "modifier": "each" if moment.role == "set" else _modifier(moment),
        "of": None,
    }


def _hedged(moment: Moment, low: int, high: int, unit: int) -> tuple[int, int | None]:
    """Return the hard bounds of a length in seconds that is hedged, in steps of a unit."""
    if moment.role == "set":
        return low, high
    match moment.modifier:
        case "nearly":
            return low * 4 // 5, high
        case "good":
            return low, high * 3 // 2
        case "over":
            return low, None
        case "under":
            return 0, high
    if not moment.approximate:
        return low, high
    slack = 2 * max(low // 10, unit)
    return max(low - slack, 0), high + slack


def _modifier(moment: Moment) -> str:
    return moment.modifier or ("about" if moment.approximate else "")


def states_a_time(moment: Moment, *, timex: bool = False) -> bool:
    """Return whether a moment has anything to compare: a day or an hour.

    "Kürzlich" and "jeden Montag" are read, so that nothing else is made of their words, but
    they name no time.  The present ("right now") is one only with `timex`: two texts that both
    speak of theirs do not speak of the same.
    """
    present = timex and moment.role == "now" and moment.anchor is not None
    return moment.resolved or moment.clock is not None or present


def _ends(moment: Moment) -> tuple[str | None, str | None]:
    if moment.role == "now":
        at = _day(moment.anchor) if moment.kind == "date" else _instant(moment.anchor)
        return at, at
    if not moment.resolved:
        return _clock_ends(moment)
    if moment.kind == "date" and moment.named is not None and moment.modifier in _EDGES:
        return _day(moment.named[0]), _day(moment.named[1] - timedelta(days=1))
    if moment.named is not None and moment.modifier in _EDGES:
        return _instant(moment.named[0]), _instant(moment.named[1])
    if moment.kind == "date":
        ends = moment.high is not None and moment.high - datetime.min >= DAY
        last = moment.high - DAY if moment.high is not None and ends else None
        return _day(moment.low), _day(last)
    return _instant(moment.low), _instant(moment.high)


def _clock_ends(moment: Moment) -> tuple[str | None, str | None]:
    """Return a clock time on no stated day, on the day of writing where that is known."""
    if moment.clock is None:
        return None, None
    if moment.anchor is None:
        return _minute(moment.clock[0]), _minute(moment.clock[1])
    day = moment.anchor.replace(hour=0, minute=0, second=0, microsecond=0)
    low, high = (day + timedelta(minutes=m) for m in moment.clock)
    return _instant(low), _instant(high)


def _soft(moment: Moment, low: str | None, high: str | None) -> tuple[str | None, str | None]:
    if not moment.resolved:
        return low, high
    if moment.role in {"since", "until"} and moment.anchor is not None:
        today = _day(moment.anchor)
        return (low, today) if moment.role == "since" else (today, high)
    if moment.precision == "daypart" and moment.low and moment.high:
        return _day(moment.low), _day(moment.high - timedelta(minutes=1))
    return low, high


def _day(instant: datetime | None) -> str | None:
    return instant.date().isoformat() if instant else None


def _instant(instant: datetime | None) -> str | None:
    if instant is None:
        return None
    return instant.isoformat(timespec="seconds" if instant.second else "minutes")


def _minute(minutes: int) -> str:
    return f"T{minutes // 60 % 24:02d}:{minutes % 60:02d}"
