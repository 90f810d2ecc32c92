"""Read clock times in words: "halb acht", "acht Uhr", "quarter past nine", "ten to six".

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_numbers import read_count
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_HOUR: Final = 3600
#: What names the day right beside an hour.
_BESIDE_HOUR: Final = ("deictic", "day_part", "weekday", "daypart", "on")


def read_spoken(scan: Scan, at: int) -> Wording | None:
    """Read "halb acht", "acht Uhr", "quarter past nine", "midnight"."""
    if scan.has(at, "midnight"):
        return Wording(first=at, last=at + 1, kind="clock", clock=0)
    if scan.has(at, "noon"):
        return Wording(first=at, last=at + 1, kind="clock", clock=12 * _HOUR)
    for category, minutes in (
        ("half_to", -30), ("quarter_to", -15), ("quarter_past", 15), ("half_past", 30),
        ("quarter_of", -45),
    ):  # fmt: skip
        if not scan.has(at, category):
            continue
        if (turn := _turn(scan, at + 1)) is not None:
            clock = (turn + minutes * 60) % (24 * _HOUR)
            return Wording(first=at, last=at + 2, kind="clock", clock=clock, precise=True)
        if (hour := _hour(scan, at + 1)) and hour[0] <= 12:
            return _told(scan, at, hour, minutes)
    if found := _minutes_past(scan, at):
        return found
    hour = _hour(scan, at)
    if hour is None:
        return None
    if scan.number(at) < 0 and (found := _hour_and_minutes(scan, at, hour)):
        return found
    if scan.number(at) < 0 and scan.has(hour[1], "hour") and scan.length(hour[1]) > 1:
        time = Wording(first=at, last=hour[1] + 1, kind="clock", clock=hour[0] * _HOUR)
        time = replace(time, half=scan.words.joins_clock)
        return in_daypart(scan, time)
    for mark, part in (("am", "morning"), ("pm", "afternoon")):
        if scan.number(at) < 0 and hour[0] <= 12 and scan.has(hour[1], mark):  # "three p.m."
            clock = turned(hour[0] * _HOUR, part)
            return Wording(first=at, last=hour[1] + 1, kind="clock", clock=clock, name=mark)
    if _of_day(scan, at, hour[1]) and hour[0] <= 12:
        return Wording(first=at, last=hour[1], kind="clock", clock=hour[0] * _HOUR, half=True)
    if scan.get(hour[1], "clock_daypart") and scan.has(hour[1], "spoken_daypart"):
        time = Wording(first=at, last=hour[1], kind="clock", clock=hour[0] * _HOUR)
        return in_daypart(scan, time) if hour[0] <= 12 and scan.number(at) < 0 else None
    return None


def _hour(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (hour, end) of an hour in digits or words."""
    hour = scan.number(at)
    if hour < 0 or scan.digits(at) > 2:
        hour = scan.get(at, "cardinal") or 0
    return (int(hour), at + 1) if 1 <= hour <= 24 else None


def _hour_and_minutes(scan: Scan, at: int, hour: tuple[int, int]) -> Wording | None:
    """Read "seven thirty p.m.", "at five-thirty", "May eighteenth nine thirty"."""
    cursor = hour[1] + 1 if scan.word(hour[1]) == "-" else hour[1]
    minutes = read_count(scan, cursor) if scan.number(cursor) < 0 else None
    if scan.words.ordinal_dot or minutes is None or not 10 <= minutes[0] < 60 or hour[0] > 12:
        return None
    end = minutes[1]
    told = _told(scan, at, (hour[0], end), minutes[0])
    if told is None or told.name or told.last > end:
        return told
    dated = scan.has(at - 1, "ordinal") and ends_spoken_date(scan, at - 2)
    stops = not scan.word(end).isalpha() or any(scan.has(end, c) for c in _BESIDE_HOUR)
    return told if stops and (dated or scan.has(at - 1, "hour_cue")) else None


def _of_day(scan: Scan, at: int, end: int) -> bool:
    """Return whether a bare number is the hour of a day beside it: "tomorrow at 3"."""
    before = at - 2
    days = ("deictic", "day_part", "weekday", "daypart", "daypart_after", "suffix")
    named = any(scan.has(before, day) for day in days)
    named = named or (scan.number(before) >= 0 and scan.has(before - 1, "weekday"))
    if scan.has(at - 1, "hour_cue") and scan.has(end, "on") and scan.has(end + 1, "weekday"):
        return scan.words.joins_clock  # "at seven on Friday"
    if scan.has(at - 1, "hour_cue") and _part_of_day(scan, end):
        return True  # "at 8 tonight", "at 9 tomorrow morning"
    cued = scan.has(at - 1, "hour_cue") and named
    if not cued or scan.has(before, "risky_weekdays"):
        return False
    stop = scan.word(end)
    if stop in {"", "!", "?", ";", ")"}:
        return True
    open_end = not (scan.touches(end + 1) and scan.number(end + 1) >= 0)
    return (stop in {".", ","} and open_end) or scan.has(end, "hour_end")


def _part_of_day(scan: Scan, at: int) -> bool:
    """Return whether a day with its part is named at `at`: "tonight", "tomorrow morning"."""
    both = any(scan.has(at, c) for c in ("deictic", "weekday")) and scan.has(
        at + 1, "daypart_after"
    )
    return scan.has(at, "day_part") or both


def _told(scan: Scan, at: int, hour: tuple[int, int], minutes: int) -> Wording | None:
    """Return a time told by its hour; a bare "halb acht" may be of the morning or evening."""
    last = hour[1] + 1 if scan.has(hour[1], "hour") else hour[1]
    for mark, part in (("am", "morning"), ("pm", "afternoon")):
        if scan.has(last, mark):  # "quarter past 3 p.m."
            clock = turned((hour[0] * _HOUR + minutes * 60) % (24 * _HOUR), part)
            return Wording(
                first=at, last=last + 1, kind="clock", clock=clock, precise=True, name=mark
            )
    if scan.has(last, "unit") or scan.has(last, "never_clock"):
        return None
    clock = (hour[0] * _HOUR + minutes * 60) % (24 * _HOUR)
    time = Wording(first=at, last=last, kind="clock", clock=clock, precise=True, half=True)
    return in_daypart(scan, time)


def _minutes_past(scan: Scan, at: int) -> Wording | None:
    """Read "zehn nach acht", "20 min past eight", "five to six o'clock"."""
    minutes = read_count(scan, at)
    if minutes is None:
        return None
    cursor, named = minutes[1], scan.has(minutes[1], "minute_word")
    if minutes[0] > (59 if named else 29) or (minutes[0] % 5 and not named):
        return None
    if named:
        cursor += 1
    sign = 1 if scan.has(cursor, "past") else -1 if scan.has(cursor, "clock_before") else 0
    if sign and (turn := _turn(scan, cursor + 1)) is not None:
        clock = (turn + sign * minutes[0] * 60) % (24 * _HOUR)
        return Wording(first=at, last=cursor + 2, kind="clock", clock=clock, precise=True)
    hour = _hour(scan, cursor + 1) if sign else None
    if hour is None or hour[0] > 12:
        return None
    marked = scan.has(hour[1], "hour") or scan.get(hour[1], "clock_daypart")
    marked = marked or any(scan.has(hour[1], mark) for mark in ("am", "pm"))
    marked = marked or (named and _ends(scan, hour[1]))
    if not marked and not scan.has(at - 1, "clock_cue"):
        return None
    return _told(scan, at, hour, sign * minutes[0])


def _ends(scan: Scan, at: int) -> bool:
    """Return whether a clause ends at `at`, and no number goes on: "15 Minuten vor 12."."""
    return scan.word(at) in {"", ".", ",", "!", "?", ";", ")"} and scan.number(at + 1) < 0


def _turn(scan: Scan, at: int) -> int | None:
    """Return seconds since midnight of noon and of midnight: "ten minutes to midnight"."""
    return 0 if scan.has(at, "midnight") else 12 * _HOUR if scan.has(at, "noon") else None


def ends_spoken_date(scan: Scan, at: int) -> bool:
    """Return whether a month stands right before the ordinal behind `at`: "May twenty second"."""
    return scan.has(at, "month") or (scan.has(at, "cardinal") and scan.has(at - 1, "month"))


def in_daypart(scan: Scan, time: Wording) -> Wording:
    """Return the time with the part of the day named behind it: "8 Uhr abends"."""
    part = scan.get(time.last, "clock_daypart")
    if part is None:
        return _before_daypart(scan, time)
    clock = turned(time.clock or 0, part)
    later = "pm" if clock != time.clock else ""
    return replace(time, clock=clock, last=time.last + 1, half=False, name=later)


def _before_daypart(scan: Scan, time: Wording) -> Wording:
    """Return the time in the part of the day that follows: "8 Uhr am Abend", "um 2 in der Früh".

    The part of the day stays an expression of its own.
    """
    at = time.last
    if part := _part_named(scan, at + scan.has(at, "daypart_cue")):  # "um 8 Uhr heute Abend"
        return replace(time, clock=turned(time.clock or 0, part), half=False)
    if not (scan.has(at, "daypart_cue") or (scan.has(at, "in") and scan.has(at + 1, "det"))):
        return time
    part = scan.get(at + 1, "daypart") or scan.get(at + 2, "daypart")
    if part is None:
        return time
    return replace(time, clock=turned(time.clock or 0, part), half=False)


def _part_named(scan: Scan, at: int) -> str:
    """Return the part of the day that a day right at `at` is told with, empty if none."""
    grown = scan.get(at, "weekday_part")
    if grown is not None:
        return str(grown[1])
    named = scan.has(at, "deictic") or scan.has(at, "weekday")
    return str(scan.get(at + 1, "daypart_after") or "") if named else ""


def turned(clock: int, part: str) -> int:
    """Return seconds since midnight of a twelve-hour time in a part of the day."""
    hour = clock // _HOUR
    if part in {"afternoon", "evening"} and 1 <= hour < 12:
        return clock + 12 * _HOUR
    if part == "night" and (5 < hour < 12):
        return clock + 12 * _HOUR
    if part in {"night", "early", "morning"} and hour == 12:
        return clock - 12 * _HOUR
    if part == "noon" and hour < 4:
        return clock + 12 * _HOUR
    return clock
