"""Join expressions of time that belong together: spans, a day with its hour or its week.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_scan import Scan
from checker.language.moments_spoken import turned
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−~")
#: Kinds that name a day or longer, so that spans and hours can be joined to them.
_DAYS: Final = frozenset(
    {
        "date",
        "month",
        "year",
        "weekday",
        "deictic",
        "unit",
        "nth",
        "part",
        "season",
        "holiday",
        "decade",
        "away",
        "now",
    }
)
#: Units of a distance that leads to a day: "in three days at 5 pm".
_WHOLE: Final = frozenset({"day", "week", "fortnight"})
#: Kinds that can name a single day.
SINGLE: Final = frozenset({"date", "weekday", "deictic", "holiday"})


def joined_up(scan: Scan, found: list[Wording]) -> list[Wording]:
    """Return the wordings, neighbours that belong together made one."""
    joined: list[Wording] = []
    for wording in found:
        if joined:
            left = joined[-1]
            both = (
                _span(scan, left, wording)
                or _with_weekday(scan, left, wording)
                or _with_weeks(scan, left, wording)
                or _with_years(left, wording)
                or _with_clock(scan, left, wording)
                or _until_hour(scan, left, wording)
            )
            if both is not None:
                joined[-1] = both
                continue
            joined[-1] = _of_week(scan, left, wording)
        joined.append(_in_part(scan, joined[-1], wording) if joined else wording)
    return _of_each_year(scan, _with_one_year(scan, joined))


def _of_each_year(scan: Scan, found: list[Wording]) -> list[Wording]:
    """Return a month or day that comes every year as one of no year: "jedes Jahr im Mai"."""
    for at, here in enumerate(found):
        bare = here.year is None and here.base is None and here.shift is None
        if here.kind not in {"month", "date", "season"} or not bare:
            continue
        before = here.first
        while before > 0 and (scan.has(before - 1, "in") or scan.has(before - 1, "on")):
            before -= 1
        left = found[at - 1] if at else None
        every = left is not None and left.kind == "set" and left.unit == "year"
        if scan.has(before - 1, "each_time") or (every and left and left.last == before):
            found[at] = replace(here, anaphoric=True)
    return found


def _with_one_year(scan: Scan, found: list[Wording]) -> list[Wording]:
    """Return days and months told together as of the year the last of them names."""
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        dated = {left.kind, right.kind} <= {"date", "month"} and left.to is None
        open_year = left.year is None and left.base is None and left.shift is None
        if not dated or not open_year or not _enumerated(scan, left, right):
            continue
        later = (left.month or 0, left.day or 0) > (right.month or 0, right.day or 31)
        if right.year is not None:
            found[at] = replace(left, year=right.year - later)
        elif right.base is not None and right.base.unit == "year" and not later:
            found[at] = replace(left, base=right.base)
    return found


def _enumerated(scan: Scan, left: Wording, right: Wording) -> bool:
    """Return whether nothing but "und", a comma or a slash joins the two."""
    gap = range(left.last, right.first)
    signs = [at for at in gap if scan.has(at, "and") or scan.word(at) in {",", "/"}]
    others = [at for at in gap if at not in signs]
    linked = ("on", "in", "the", "det")
    return (
        1 <= len(signs) <= 2
        and len(others) <= 1
        and all(any(scan.has(at, c) for c in linked) for at in others)
    )


def _span(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return "left to right" as one span if the words between say so."""
    if left.to is not None or right.to is not None or "set" in {left.kind, right.kind}:
        return None
    if (left.kind in _DAYS) != (right.kind in _DAYS) or left.kind in {"vague", "daypart"}:
        return None
    if right.kind in {"vague", "daypart"} or left.anaphoric or right.anaphoric:
        return None
    if (left.kind == "clock") != (right.kind == "clock"):
        return None
    at, linked = left.last, False
    opened = scan.has(left.first - 1, "between") or scan.has(left.first - 2, "between")
    if scan.word(at) in _DASHES:
        linked, at = not (left.kind == "weekday" and right.kind == "date"), at + 1
    elif scan.has(at, "to"):
        begun = scan.has(left.first - 1, "from") or scan.has(left.first - 2, "from")
        linked = begun or right.first - at <= 3
        at += 1
    elif opened and (scan.has(at, "and") or (scan.word(at) == "," and scan.has(at + 1, "and"))):
        linked, at = True, at + 1 + (scan.word(at) == ",")
    while at < right.first and (scan.has(at, "det") or scan.has(at, "on") or scan.has(at, "the")):
        at += 1
    if not linked or at != right.first:
        return None
    left, right = (replace(w, kind="deictic") if w.kind == "now" else w for w in (left, right))
    return replace(
        left,
        last=right.last,
        to=right,
        head=left.last,
        role="span",
        modifier="between" if opened else "",
    )


def _of_week(scan: Scan, left: Wording, right: Wording) -> Wording:
    """Return a weekday told with another of a named week as one of it: "Dienstag und Mittwoch"."""
    both = left.kind == right.kind == "weekday" and left.base is None and left.shift is None
    linked = right.first == left.last + 1 and (
        scan.has(left.last, "and") or scan.word(left.last) == ","
    )
    named = right.base is not None and right.base.first > right.first
    return replace(left, base=right.base) if both and linked and named else left


def _with_weekday(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return "heute, Dienstag" as one: the weekday says the same day again."""
    if left.kind != "deictic" or left.weekday is not None or left.daypart:
        return None
    if right.kind != "weekday" or right.shift is not None or right.base is not None:
        return None
    beside = right.first == left.last and scan.word(left.first).isalpha()
    if not beside and (right.first != left.last + 1 or scan.word(left.last) not in {",", "("}):
        return None
    return replace(left, last=right.last, weekday=right.weekday, daypart=right.daypart)


def _with_weeks(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return "Mittwoch in zwei Wochen", "two weeks ago on Tuesday" as that week's day."""
    day, weeks = (left, right) if left.kind == "weekday" else (right, left)
    if day.kind != "weekday" or weeks.kind != "away" or weeks.unit != "week":
        return None
    if day.shift is not None or day.base is not None or weeks.base is not None or weeks.anaphoric:
        return None
    gap = right.first - left.last
    if gap > 1 or (gap == 1 and not scan.has(left.last, "on")) or (gap and day is left):
        return None
    return replace(day, first=left.first, last=right.last, shift=weeks.count, name="week")


def _with_years(left: Wording, right: Wording) -> Wording | None:
    """Return "Februar vor zwei Jahren" as that year's month, "heute vor einem Jahr" as its day."""
    when, away = (right, left) if left.kind == "away" else (left, right)
    if away.kind != "away" or right.first != left.last or away.base is not None or away.anaphoric:
        return None
    if when.kind == "deictic" and not when.daypart and when.weekday is None:
        return replace(away, first=left.first, last=right.last, base=when)
    seen = when.year is None and when.base is None and when.shift is None
    if when.kind not in {"month", "season", "holiday"} or away.unit != "year" or not seen:
        return None
    if when is right or away.more:
        return None
    year = replace(away, kind="unit", shift=away.count, count=None)
    return replace(when, last=right.last, base=year)


def _in_part(scan: Scan, left: Wording, right: Wording) -> Wording:
    """Return an hour behind a part of the day as one of it: "am Montagabend um 8 Uhr"."""
    if right.kind != "clock" or not left.daypart or left.to is not None or left.clock is not None:
        return right
    gap = range(left.last, right.first)
    if len(gap) > 2 or not all(scan.has(at, "clock_cue") for at in gap):
        return right
    to = right.to and replace(right.to, clock=turned(right.to.clock or 0, left.daypart))
    return replace(right, clock=turned(right.clock or 0, left.daypart), to=to, half=False)


def _with_clock(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return a day and its hour as one, in languages that say it so."""
    stamp = right.kind == "clock" and right.first == left.last and scan.word(left.first).isdigit()
    if not (scan.words.joins_clock or stamp) or left.kind == right.kind:
        return None
    if stamp and scan.has(right.last - 1, "hour"):
        return None if not scan.words.joins_clock else _merged(scan, left, right)
    return _merged(scan, left, right)


def _until_hour(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return a day and two hours as one: "Monday from 10 am to 12 pm", told end by end."""
    dated = left.kind in SINGLE and left.clock is not None and left.to is None
    if not dated or right.kind != "clock" or right.to is not None or right.first != left.last + 1:
        return None
    link, opened = left.last, any(scan.has(at, "between") for at in range(left.first, left.last))
    linked = (
        scan.word(link) in _DASHES or scan.has(link, "to") or (opened and scan.has(link, "and"))
    )
    if not linked:
        return None
    if right.half and (right.clock or 0) <= (left.clock or 0):  # "from 10:30 am to 3"
        right = replace(right, clock=turned(right.clock or 0, "afternoon"))
    return replace(left, last=right.last, to=right, role="span", modifier="", opens=False)


def _merged(scan: Scan, left: Wording, right: Wording) -> Wording | None:
    """Return a day and the hour or part of the day beside it as one wording."""
    times = {"clock", "daypart"}
    day, clock = (left, right) if right.kind in times else (right, left)
    counted = day.kind == "away" and day.unit in _WHOLE and not day.anaphoric
    single = counted or day.kind in SINGLE - {"holiday"}
    if not single or clock.kind not in times or day.to is not None:
        return None
    if day.clock is not None or (day.daypart and clock.kind == "daypart"):
        return None
    gap = range(left.last, right.first)
    if len(gap) > 3 or any(not _joins(scan, at) for at in gap):
        return None
    if clock is left and any(scan.has(at, "until") or scan.has(at, "to") for at in gap):
        return None  # "from 2pm till tomorrow"
    first, last = left.first, right.last
    if clock.kind == "daypart":
        return replace(day, first=first, last=last, daypart=clock.daypart)
    value, to = clock.clock or 0, clock.to
    if day.daypart and clock.half:
        value = turned(value, day.daypart)
        to = to and replace(to, clock=turned(to.clock or 0, day.daypart))
    made = replace(day, first=first, last=last, clock=value, precise=clock.precise, half=clock.half)
    role, modifier = _opening(scan, clock.first - 1) if clock is right else ("", "")
    if role and to is None:
        return replace(made, role=role, modifier=modifier, opens=True)
    return replace(made, to=to, role=clock.role)


def _opening(scan: Scan, at: int) -> tuple[str, str]:
    """Return role and modifier by the word that opens a time at one end, empty if it opens none."""
    if scan.has(at, "shortly") or scan.has(at - 1, "shortly"):
        return "", ""
    for category, role in (
        ("before", "until"), ("until", "until"), ("after", "since"), ("since", "since"),
    ):  # fmt: skip
        if scan.has(at, category):
            return role, category
    return "", ""


def _joins(scan: Scan, at: int) -> bool:
    return (
        scan.word(at) in {",", "@", "-", "("}
        or scan.has(at, "on")
        or scan.has(at, "clock_cue")
        or scan.has(at, "time_zone")
        or scan.has(at, "from")
        or scan.has(at, "the")
        or scan.has(at, "in")
    )
