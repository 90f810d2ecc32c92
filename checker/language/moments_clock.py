"""Read clock times in digits: "20.15 Uhr", "14 bis 18 Uhr", "6.52am", "3:00 to 4:00 tomorrow".

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_scan import Scan
from checker.language.moments_spoken import ends_spoken_date, in_daypart, read_spoken
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−")
_HOUR: Final = 3600
_LONGEST_LIST: Final = 12
_NOON: Final = 12
_DAWN: Final = 6
_MORNINGS: Final = frozenset({"early", "morning", "forenoon"})


def read_clock(scan: Scan, at: int) -> tuple[Wording, ...]:
    """Return the clock time or times that begin at `at`; times that share "Uhr" come together."""
    if scan.number(at) >= 0:
        found = _digits(scan, at)
        if found:
            return found
        if whole := _whole_text(scan, at):
            return (whole,)
    spoken = read_spoken(scan, at)
    return (spoken,) if spoken is not None else ()


def _whole_text(scan: Scan, at: int) -> Wording | None:
    """Return "15:20" where the text says nothing else; in a sentence it may be a score."""
    if at or not 3 <= scan.size <= 5 or scan.word(1) != ":":
        return None
    time = _bare(scan, at)
    return time if time is not None and time.precise and time.last == scan.size else None


def _digits(scan: Scan, at: int) -> tuple[Wording, ...]:
    times: list[Wording] = []
    links: list[str] = []
    cursor = at
    while len(times) < _LONGEST_LIST:
        time = _bare(scan, cursor, listed=cursor > at)
        if time is None:
            break
        times.append(time)
        cursor = time.last
        link = _link(scan, cursor)
        if link is None:
            break
        links.append(link[0])
        cursor = link[1]
    if _both_ends(scan, at, times, links):
        return _spanned(times[:2], links[:1])
    if _beside_day(scan, at, times, links):
        open_half = all(0 < (t.clock or 0) // _HOUR < 13 for t in times)
        both = (replace(t, half=open_half) for t in (times[0], _after(times[0], times[1])))
        return _spanned(list(both), ["to"])
    while times:
        marked = _marked(scan, times[-1], alone=len(times) == 1, first=at)
        if marked is not None:
            return _spanned([*_halved(times[:-1], marked), marked], links)
        times.pop()
    return ()


def _both_ends(scan: Scan, at: int, times: list[Wording], links: list[str]) -> bool:
    """Return whether two times need no mark: "from 3:30 to 5:55", "von 8.30 bis 9.15"."""
    if len(times) != 2 or links[0] != "to" or not all(t.precise for t in times):
        return False
    end = times[1].last
    if any(scan.has(end, c) for c in ("hour", "am", "pm", "clock_daypart", "unit", "never_clock")):
        return False
    return (scan.has(at - 1, "from") or scan.has(at - 1, "between")) and not scan.has(
        end, "unit_symbol"
    )


def _beside_day(scan: Scan, at: int, times: list[Wording], links: list[str]) -> bool:
    """Return whether a day beside two times leaves no doubt: "3:00 to 4:00 tomorrow".

    Minutes after a colon have to be named at one end: "from 7 to 5 yesterday" may be a rating.
    """
    if len(times) != 2 or not scan.words.joins_clock:
        return False
    if not any(t.precise and scan.word(t.first + 1) == ":" for t in times):
        return False
    end, opened = times[1].last, scan.has(at - 1, "between")
    if (links[0] != "to" and not opened) or scan.has(end, "am") or scan.has(end, "pm"):
        return False
    before = at - 2 if opened or scan.has(at - 1, "from") else at - 1
    days = ("deictic", "day_part", "weekday", "daypart_after")
    after = end + 1 if scan.has(end, "on") else end
    dated = after > end and (scan.number(after) >= 0 or scan.has(after, "month"))
    return dated or any(scan.has(before, day) or scan.has(after, day) for day in days)


def _after(low: Wording, high: Wording) -> Wording:
    """Return the second of two times after the first: "10:30 to 3" ends in the afternoon."""
    later = (high.clock or 0) + 12 * _HOUR
    turned_over = (high.clock or 0) < (low.clock or 0) and later < 24 * _HOUR
    return replace(high, clock=later) if turned_over else high


def _bare(scan: Scan, at: int, *, listed: bool = False) -> Wording | None:
    """Read hour and minutes without the mark that makes them a time."""
    hour = scan.number(at)
    if hour < 0 or scan.digits(at) > 4:
        return None
    before = scan.word(at - 1) if scan.touches(at) else " "
    if before.isalnum() or (before in ".,:/+$€£#_" and not (listed and before == "/")):
        return None
    end, minute, second, precise = at + 1, 0, 0, False
    if scan.digits(at) >= 3:  # 0730, only before a.m.
        zone = scan.digits(at) == 4 and scan.has(at + 1, "time_zone")
        if not (zone or scan.has(at + 1, "am") or scan.has(at + 1, "pm")):
            return None
        hour, minute = divmod(hour, 100)
        precise = True
    elif scan.word(end) in {":", "."} and _pair(scan, end):
        minute, end, precise = scan.number(end + 1), end + 2, True
        if scan.word(end) in {":", "."} and _pair(scan, end):
            stopped = scan.word(end) == "."
            second, end = scan.number(end + 1), end + 2
            if stopped and not scan.has(end, "hour"):  # "10.10.17 abends" is a date
                return None
    if hour > 24 or minute > 59 or second > 59:
        return None
    clock = hour * _HOUR + minute * 60 + second
    return Wording(first=at, last=end, kind="clock", clock=clock, precise=precise)


def _pair(scan: Scan, at: int) -> bool:
    """Return whether two digits follow the separator at `at`, and no more."""
    return (
        scan.touches(at)
        and scan.touches(at + 1)
        and scan.digits(at + 1) == 2
        and scan.number(at + 1) >= 0
    )


def _link(scan: Scan, at: int) -> tuple[str, int] | None:
    if scan.word(at) in _DASHES or scan.has(at, "to"):
        return "to", at + 1
    if scan.word(at) in {"/", ","} or scan.has(at, "and"):
        return "and", at + 1
    return None


def _marked(scan: Scan, time: Wording, *, alone: bool, first: int) -> Wording | None:
    """Return the time with the mark behind it ("Uhr", "pm"), None if there is none."""
    at = time.last
    hour = time.clock // _HOUR if time.clock is not None else 0
    if scan.has(at, "hour"):
        short = scan.length(at) == 1
        if short and not scan.touches(at) and not time.precise:
            return None
        if short and time.precise and not _asked(scan, first):
            return None  # "Fahrzeit 2:30 h"
        minutes = scan.number(at + 1)
        if not time.precise and minutes >= 0 and minutes < 60 and _minutes_follow(scan, at):
            time = replace(time, clock=(time.clock or 0) + 60 * minutes, precise=True, last=at + 2)
        else:
            time = replace(time, last=at + 1)
        open_half = scan.words.joins_clock and 0 < hour < 13  # "8 o'clock tonight"
        return in_daypart(scan, replace(time, half=open_half))
    for mark, shift in (("am", 0), ("pm", 12)):
        if scan.has(at, mark) and hour <= (12 if not time.precise or shift == 0 else 23):
            if hour <= 12:
                time = replace(time, name=mark)
                clock = (time.clock or 0) + ((shift - (12 if hour == 12 else 0)) * _HOUR)
                return replace(time, clock=clock, last=at + 1)
            return replace(time, last=at + 1)
    for mark, shift in (("am_short", 0), ("pm_short", 12)):
        asked = time.precise or (alone and _beside_named(scan, first))
        if asked and scan.has(at, mark) and scan.touches(at) and 0 < hour <= 12:
            clock = (time.clock or 0) + (shift - (12 if hour == 12 else 0)) * _HOUR
            return replace(time, clock=clock, last=at + 1, name="am" if shift == 0 else "pm")
    if scan.has(at, "daypart") and (part := scan.get(at, "clock_daypart")) is not None:
        if hour > _NOON and part in _MORNINGS:  # "20.09 morgens" is a date
            return None
        return in_daypart(scan, replace(time, half=True))
    if not alone or not time.precise:
        return None
    if scan.has(at, "time_zone"):
        return replace(time, last=at + 1 if scan.digits(first) == 4 else at)
    cued = scan.has(first - 1, "clock_cue")
    colon = scan.word(first + 1) == ":"
    dated = any(scan.has(first - 1, c) for c in ("weekday", "suffix", "month", "deictic"))
    dated = dated or (scan.has(first - 1, "ordinal") and ends_spoken_date(scan, first - 2))
    stamped = scan.digits(first - 1) == 4 or scan.word(first - 2) in {"-", ".", "/"}
    dated = dated or (scan.number(first - 1) >= 0 and stamped and not scan.touches(first))
    dated = dated or _behind_date(scan, first)
    if scan.has(at, "never_clock") or scan.has(at, "unit") or scan.word(at) in {"%", "€", "$"}:
        return None
    if cued or (colon and dated):
        return replace(time, half=scan.words.joins_clock and hour < 13 and hour > 0)
    return None


def _beside_named(scan: Scan, first: int) -> bool:
    """Return whether a day stands before the word that asks for an hour: "today at 9p"."""
    days = ("deictic", "weekday", "day_part")
    return scan.has(first - 1, "hour_cue") and any(scan.has(first - 2, day) for day in days)


def _asked(scan: Scan, first: int) -> bool:
    """Return whether the word before it asks for an hour: "um 18.00 h", "von 9.30 h an"."""
    asking = ("clock_cue", "from", "between", "to", "and", "weekday", "deictic")
    late = scan.number(first) >= _DAWN  # "am 3. Mai 2:30 h" may be how long it took
    return any(scan.has(first - 1, c) for c in asking) or (late and _behind_date(scan, first))


def _behind_date(scan: Scan, first: int) -> bool:
    """Return whether a date ends right before: "20.11. 8:30", "10.10.2017, ca. 08:30"."""
    if scan.touches(first) or not scan.words.ordinal_dot:
        return False
    end = first
    if scan.has(end - 1, "about") or (scan.word(end - 1) == "." and scan.has(end - 2, "about")):
        end -= 1 if scan.has(end - 1, "about") else 2
    end = end - 1 if scan.word(end - 1) == "," else end
    if scan.digits(end - 1) == 4:
        return scan.touches(end - 1) or scan.has(end - 2, "month")
    if scan.has(end - 1, "month"):  # "10. Oktober 19:10 h"
        return scan.word(end - 2) == "." and scan.number(end - 3) >= 0
    if scan.digits(end - 1) == 2 and scan.word(end - 2) == scan.word(end - 4) == ".":
        return scan.touches(end - 1) and scan.number(end - 3) >= 0 and scan.number(end - 5) >= 0
    dots = scan.word(end - 1) == scan.word(end - 3) == "."
    tied = scan.touches(end - 1) and scan.touches(end - 2)
    day, month = scan.number(end - 4), scan.number(end - 2)
    section = scan.has(end - 5, "never_year")
    return dots and tied and 1 <= day <= 31 and 1 <= month <= 12 and not section


def _minutes_follow(scan: Scan, at: int) -> bool:
    """Return whether the number after "Uhr" is its minutes: "18 Uhr 12", "8h00 GMT"."""
    after = scan.word(at + 2)
    free = scan.touches(at + 1) or not after.isalpha() or not scan.capital(at + 2)
    return scan.digits(at + 1) == 2 and free


def _halved(times: list[Wording], marked: Wording) -> list[Wording]:
    """Return the times before a marked one, in its half of the day: "5 to 6 pm"."""
    last = marked.clock or 0
    found = []
    for time in times:
        clock = time.clock or 0
        if last >= 12 * _HOUR and clock + 12 * _HOUR <= last and marked.last - 1 != time.last:
            moved = clock < 12 * _HOUR and marked.name == "pm"
            clock = clock + 12 * _HOUR if moved else clock
        found.append(replace(time, clock=clock))
    return found


def _spanned(times: list[Wording], links: list[str]) -> tuple[Wording, ...]:
    found: list[Wording] = []
    for time, link in zip(times, ["", *links], strict=False):
        if link == "to" and found and found[-1].to is None:
            low = found.pop()
            found.append(
                replace(
                    low,
                    last=time.last,
                    to=time,
                    head=low.last,
                    role="span",
                    half=time.half and low.half,
                )
            )
        else:
            found.append(time)
    return tuple(found)
