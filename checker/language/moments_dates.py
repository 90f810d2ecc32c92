"""Read absolute dates of days and months, in digits and in words, and weekdays.

Each reader looks at the tokens from one place on and returns what it found there, or None.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from checker.language.moments_numbers import (
    GLUED,
    clockish,
    counts,
    free,
    read_count,
    read_day_number,
    read_ordinal,
    read_stated_year,
)
from checker.language.moments_numeric import read_numeric
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−~")


def read_month(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (month, end) of the name of a month, the full stop of a short one included."""
    month = scan.get(at, "month")
    if month is None:
        return None
    end = at + 1
    dotted = scan.has(at, "risky_short") and scan.touches(end) and scan.word(end) == "."
    if dotted and end + 1 < scan.size and not scan.capital(end + 1):
        end += 1
    return int(month), end


def read_day_month(scan: Scan, at: int, *, linked: bool = False) -> Wording | None:
    """Read "7. Oktober 2025", "7th of October", "second of May".

    With `linked`, a sign before it ties it to another day: "3.-5. Mai".
    """
    day = read_day_number(scan, at)
    if day is None:
        return _spoken_day(scan, at)
    if not linked and not free(scan, at):
        return None
    cursor = day[1]
    tied = scan.word(cursor) in {"-", "/"} and scan.touches(cursor) and scan.touches(cursor + 1)
    if (scan.has(cursor, "of") or tied) and scan.has(cursor + 1, "month"):
        cursor += 1
    month = read_month(scan, cursor) or _counted_month(scan, at, cursor)
    if month is None or _surname(scan, cursor):
        return None
    return _with_year(
        scan, Wording(first=at, last=month[1], kind="date", day=day[0], month=month[0])
    )


def _spoken_day(scan: Scan, at: int) -> Wording | None:
    """Read "twenty five January 1986"; without its year it may be a count of January's days."""
    day = None if scan.words.ordinal_dot or scan.has(at, "article") else read_count(scan, at)
    month = day and scan.capital(day[1]) and read_month(scan, day[1])
    if not day or not month or not 1 <= day[0] <= 31:
        return None
    found = _with_year(scan, Wording(first=at, last=month[1], kind="date"))
    return (found.year and replace(found, day=day[0], month=month[0])) or None


def _counted_month(scan: Scan, first: int, at: int) -> tuple[int, int] | None:
    """Return (month, end) of a month told by its number: "am siebten vierten", "7. vierter".

    One of the two numbers stands in words; two in digits are for `read_numeric`.
    """
    if not scan.words.ordinal_dot:
        return None
    before = first - 1
    asked = any(scan.has(before, c) for c in ("date_cue", "on", "weekday")) or (
        scan.word(before) == "," and scan.has(before - 1, "weekday")
    )
    slash = scan.word(at) == "/"
    cursor = at + 1 if slash else at
    found = read_ordinal(scan, cursor)
    spoken = scan.has(first, "ordinal") or scan.has(cursor, "ordinal")
    if not asked or not spoken or found is None or not 1 <= found[0] <= 12:
        return None
    if not slash and read_ordinal(scan, first) is None:
        return None
    noun = scan.word(found[1]).isalpha() and scan.capital(found[1])
    return None if noun else found


def _surname(scan: Scan, at: int) -> bool:
    """Return whether a first name stands before another name: "2. Jan Müller"."""
    return scan.has(at, "risky_names") and scan.capital(at + 1)


def _with_year(scan: Scan, found: Wording) -> Wording:
    """Return the wording with the year that follows it, if one does."""
    at = found.last
    if scan.word(at) in {"-", "/"} and scan.touches(at) and scan.digits(at + 1) == 4:
        at += 1
    year = read_stated_year(scan, at)
    return found if year is None else replace(found, year=year[0], last=year[1])


def read_day_span(scan: Scan, at: int) -> tuple[Wording, ...]:
    """Read days that share a month: "12. bis 15. Mai 2024", "3., 4. und 7. Oktober"."""
    days: list[tuple[int, int, int]] = []
    links: list[str] = []
    cursor = at
    while (found := read_day_number(scan, cursor)) and len(days) < 31:
        days.append((found[0], cursor, found[1]))
        cursor = found[1]
        link = _link(scan, cursor)
        if link is None:
            break
        links.append(link[0])
        cursor = link[1]
    if len(days) < 2 or len(links) < len(days) - 1 or not free(scan, at):
        return ()
    rising = all(low[0] < high[0] for low, high in pairwise(days))
    last = read_day_month(scan, days[-1][1], linked=rising)
    if last is None and scan.words.ordinal_dot:  # "14. - 15.10."
        last = read_numeric(scan, days[-1][1], cued=True)
        last = last if last is not None and last.kind == "date" else None
        marked = all(read_ordinal(scan, first) for _, first, _ in days[:-1])
        if last is not None and not (marked and set(links) == {"to"}):  # "Windows 8 und 8.1"
            last = last if scan.word(last.last - 1) == "." else None
    if last is None or (not scan.words.ordinal_dot and "," in links):
        return ()
    members = [
        Wording(first=first, last=end, kind="date", day=day, month=last.month, year=last.year)
        for day, first, end in days[:-1]
    ]
    members.append(last)
    return _spanned(members, links)


def _link(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return ("to" or "and", where the next day begins) for what links two days."""
    link = ""
    if scan.word(at) in _DASHES or scan.has(at, "to"):
        link, at = "to", at + 1
    elif scan.word(at) == "," or scan.word(at) == "/" or scan.has(at, "and"):
        link = "," if scan.word(at) == "," else "and"
        at += 2 if scan.word(at) == "," and scan.has(at + 1, "and") else 1
    if not link:
        return None
    return link, scan.skip(at, "det", "on")


def _spanned(members: list[Wording], links: list[str]) -> tuple[Wording, ...]:
    """Return the members, those linked by "to" made one span."""
    found: list[Wording] = []
    for member, link in zip(members, ["", *links], strict=False):
        if link == "to" and found and found[-1].to is None:
            low = found.pop()
            found.append(replace(low, last=member.last, to=member, role="span"))
        else:
            found.append(member)
    return tuple(found)


def read_month_day(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read "October 7, 2025", "May 12-15", "October 2025", "Oktober".

    With `cued`, words before it ask for a month ("mid-", "end of").
    """
    month = read_month(scan, at)
    if month is None:
        return None
    cursor = month[1]
    if (
        scan.word(cursor) in {"-", "/"} and scan.touches(cursor) and scan.touches(cursor + 1)
    ) or scan.has(cursor, "det"):
        cursor += 1
    plain = scan.number(cursor) >= 0 and read_ordinal(scan, cursor) is None
    day = read_day_number(scan, cursor)
    if day and scan.words.ordinal_dot and not _month_first(scan, at, cursor):
        day = None
    if day and not (plain and counts(scan, day[1])) and not clockish(scan, day[1]):
        if plain and scan.has(at, "risky_verbs") and not scan.capital(at):
            return None
        head = Wording(first=at, last=day[1], kind="date", month=month[0], day=day[0])
        link = _link(scan, day[1])
        other = read_day_number(scan, link[1]) if link and link[0] == "to" else None
        if link and other and not scan.has(other[1], "month") and not clockish(scan, other[1]):
            tail = _with_year(scan, replace(head, first=link[1], last=other[1], day=other[0]))
            return replace(head, year=tail.year, last=tail.last, to=tail, role="span")
        return _with_year(scan, head)
    alone = _with_year(scan, Wording(first=at, last=month[1], kind="month", month=month[0]))
    doubtful = alone.year is None and scan.has(at, "risky_months") and not cued
    if doubtful and not _supported(scan, at):
        return None
    return alone


def read_month_days(scan: Scan, at: int) -> tuple[Wording, ...]:
    """Read "May 3 and 4, 2016": two days of a month said once."""
    first = read_month_day(scan, at)
    if first is None or first.kind != "date" or first.to is not None or first.year is not None:
        return ()
    second = read_day_number(scan, first.last + 1) if scan.has(first.last, "and") else None
    if second is None or second[0] <= (first.day or 0) or clockish(scan, second[1]):
        return ()
    if scan.word(second[1]).isalpha() and not scan.has(second[1], "not_counted"):
        return ()
    if counts(scan, second[1]) or scan.words.ordinal_dot:
        return ()
    other = _with_year(scan, replace(first, first=first.last + 1, last=second[1], day=second[0]))
    return replace(first, year=other.year), other


def _month_first(scan: Scan, at: int, day_at: int) -> bool:
    """Return whether a day follows its month where it commonly stands before: "März 3, 2015".

    A year behind it or a weekday before it leaves no doubt.
    """
    dated = scan.has(at - 1, "weekday") or (
        scan.word(at - 1) == "," and scan.has(at - 2, "weekday")
    )
    noun = scan.word(day_at + 1).isalpha() or scan.word(day_at + 1) == "."
    return read_stated_year(scan, day_at + 1) is not None or (dated and not noun)


def _supported(scan: Scan, at: int) -> bool:
    """Return whether words before a doubtful name of a month ask for a month."""
    if scan.has(at, "risky_verbs") and not scan.capital(at):
        return False
    if scan.word(at + 1) in _DASHES and scan.has(at + 2, "month"):
        return True
    before = at - 2 if scan.has(at - 1, "the") else at - 1
    return any(
        scan.has(before, c)
        for c in ("month_cue", "shift", "part", "part_adjective", "since", "until", "between")
    ) and not scan.has(before, "never_month")


def possessed(scan: Scan, at: int) -> bool:
    """Return whether a weekday is a genitive: "des Montags" is a day, "Montags" are all."""
    return any(scan.has(at - 1, c) for c in ("det", "shift", "narrative", "deictic_adjective"))


def read_weekday(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read a weekday, with its date if one follows: "Donnerstag (7. November)".

    With `cued`, words before it leave no doubt about a short name ("next week Mon").
    """
    grown = scan.get(at, "weekday_part")
    if grown is not None:
        return Wording(first=at, last=at + 1, kind="weekday", weekday=grown[0], daypart=grown[1])
    weekday = scan.get(at, "weekday")
    if weekday is None or (scan.has(at, "sets") and not possessed(scan, at)):
        return None
    end = at + 1
    if scan.has(at, "risky_weekdays") and scan.word(end) == "." and scan.touches(end):
        end += 1
    cursor, opened = end, False
    for _ in range(3):
        if scan.word(cursor) in {",", "("} or scan.has(cursor, "the"):
            opened = opened or scan.word(cursor) == "("
            cursor += 1
    found = read_date(scan, cursor, cued=True) if cursor - end <= 3 else None
    if found is not None and found.kind == "date" and found.weekday is None:
        last = found.last
        if opened and scan.word(last) == ")":
            last += 1
        return replace(found, first=at, last=last, weekday=weekday)
    ordinal = read_ordinal(scan, cursor) or _day_behind(scan, cursor)
    if ordinal and 1 <= ordinal[0] <= 31 and _alone(scan, at, cursor, ordinal[1]):
        return Wording(first=at, last=ordinal[1], kind="date", weekday=weekday, day=ordinal[0])
    if scan.has(at, "risky_weekdays") and not cued and not _with_hour(scan, at, end):
        return None
    return Wording(first=at, last=end, kind="weekday", weekday=weekday)


def _with_hour(scan: Scan, at: int, end: int) -> bool:
    """Return whether an hour behind a short name makes it a weekday: "Sat at 8 am", "Mon 8:00"."""
    if not scan.words.joins_clock or not scan.capital(at):
        return False
    hour = end + 1 if scan.has(end, "hour_cue") else end
    return scan.number(hour) >= 0 and clockish(scan, hour + 1)


def _day_behind(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (day, end) of plain digits after a weekday: "Monday 21", not "Saturday 21-14"."""
    if scan.words.ordinal_dot or not 1 <= scan.number(at) <= 31 or scan.touches(at):
        return None
    after = at + 1
    stop = scan.word(after) in {"", ".", ",", "!", "?", ";", ")"}
    if stop and not (scan.touches(after + 1) and scan.number(after + 1) >= 0):
        return scan.number(at), after
    return (scan.number(at), after) if scan.has(after, "clock_cue") else None


def read_day_alone(scan: Scan, at: int) -> Wording | None:
    """Read "on the 18th": the day of the nearest month; "on the 18th floor" is none."""
    if scan.words.ordinal_dot or scan.number(at) < 0:
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    found = read_ordinal(scan, at)
    if found is None or not 1 <= found[0] <= 31 or not scan.has(first - 1, "day_cue"):
        return None
    glued = scan.touches(found[1]) and scan.word(found[1]) in GLUED - {".", ","}
    if scan.word(found[1]).isalnum() or glued:
        return None
    return Wording(first=first, last=found[1], kind="date", day=found[0])


def _alone(scan: Scan, at: int, cursor: int, end: int) -> bool:
    """Return whether an ordinal after a weekday is the day: "friday the 26th", "Tue 13th"."""
    if scan.words.ordinal_dot or (scan.number(cursor) < 0 and cursor == at + 1):
        return False
    noun = scan.word(end).isalpha() and not scan.has(end, "clock_cue")
    return cursor > at + 1 or not (scan.has(end, "unit") or noun)


def read_date(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read any absolute date of a single day or month that begins at `at`."""
    if scan.number(at) >= 0:
        return read_numeric(scan, at, cued=cued) or read_day_month(scan, at)
    if scan.has(at, "month"):
        return read_month_day(scan, at)
    if scan.has(at, "ordinal") or scan.has(at, "cardinal"):
        return read_day_month(scan, at)
    return None
