"""Read distances from the moment of speaking: "vor zwei Jahren", "in drei Wochen", "two days ago".

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_amounts import Amount, read_amount
from checker.language.moments_dates import read_date, read_weekday
from checker.language.moments_named import read_holiday
from checker.language.moments_numbers import read_count
from checker.language.moments_relative import read_deictic, read_shifted
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

#: How far before a time the verb stands that "vor" may belong to.
_CLAUSE: Final = 6


def read_away(scan: Scan, at: int) -> Wording | None:
    """Read "vor zwei Jahren", "three days ago", "in drei Wochen", "two weeks from tomorrow"."""
    if scan.has(at, "ago") or scan.has(at, "ahead"):
        return _counted(scan, at, at + 1, -1 if scan.has(at, "ago") else 1)
    if counted := _weekdays(scan, at):
        return counted
    found = read_amount(scan, at)
    if found is None:
        return None
    after = found.last
    if scan.has(after, "starting") and (begun := _point(scan, after + 1)):
        return _lasting(found, at, begun)
    for category, sign in (("ago_after", -1), ("ahead_after", 1)):
        if scan.has(after, category):
            return found.away(at, after + 1, sign)
    if scan.has(after, "later"):
        sign = -1 if scan.has(after, "sooner") else 1
        return replace(found.away(at, after + 1, sign), anaphoric=True)
    for category, sign in (("counted_on", 1), ("counted_back", -1)):
        if scan.has(after, category):
            base = _point(scan, scan.skip(after + 1, "det", most=1))
            made = base and replace(found.away(at, base.last, sign), base=base)
            if base and found.hedge == "under" and sign > 0:
                return _lasting(found, at, base)
            return _beyond(made, sign) if made and scan.has(at, "beyond") else made
    return None


def read_eve(scan: Scan, at: int) -> Wording | None:
    """Read "Vorabend des 1. Mai", "the eve of May 1": the day before."""
    base = _point(scan, at + 2) if scan.has(at + 1, "part_of") else None
    if base is None:
        return None
    return Wording(first=at, last=base.last, kind="away", unit="day", count=-1, base=base)


def read_beside(scan: Scan, at: int) -> Wording | None:
    """Read "Montag nach Ostern", "the day before Christmas": the one next to a feast or date."""
    sign = 1 if scan.has(at + 1, "after") else -1 if scan.has(at + 1, "before") else 0
    weekday = scan.get(at, "weekday")
    single = scan.get(at, "unit") == "day" and not scan.has(at, "plural")
    begin = at + 2
    if scan.has(at, "day_beside"):  # one token: "the day after"
        single, sign, begin = True, scan.terms[at]["told"][1], at + 1
    if not sign or not (single or weekday is not None) or scan.has(at, "risky_weekdays"):
        return None
    if sign < 0 and any(scan.has(before, "warns") for before in range(at - _CLAUSE, at)):
        return None  # "warnte am Montag vor Ostern vor Staus"
    begin = scan.skip(begin, "det", most=1)
    base = read_holiday(scan, begin) or read_date(scan, begin)
    if base is None or base.kind not in {"holiday", "date"} or base.to is not None:
        return None
    found = Wording(first=at, last=base.last, kind="away", unit="day", count=sign, base=base)
    if weekday is None:
        return found
    return replace(found, kind="weekday", weekday=weekday, shift=sign, unit="", count=None)


def _weekdays(scan: Scan, at: int) -> Wording | None:
    """Read "two Saturdays ago", "three Fridays from now": so many of them lie between."""
    found = read_count(scan, at)
    weekday = found and scan.get(found[1], "weekdays")
    if found is None or weekday is None:
        return None
    after = found[1] + 1
    sign = 1 if scan.has(after, "ahead_after") else -1 if scan.has(after, "ago_after") else 0
    made = Wording(first=at, last=after + 1, kind="weekday", weekday=weekday, name="nearest")
    return replace(made, shift=sign * found[0]) if sign else None


def _lasting(found: Amount, at: int, begun: Wording) -> Wording:
    """Return a span of so many units from a day on: "three days starting Monday"."""
    length = found.away(at, begun.last, 1)
    end = replace(length, base=begun, more=(("day", -1), *length.more), approximate=False)
    return replace(begun, first=at, to=end, head=begun.last, role="span")


def _beyond(made: Wording, sign: int) -> Wording:
    """Return all that lies farther off: "more than 2 weeks before May 10"."""
    role, modifier = ("until", "before") if sign < 0 else ("since", "after")
    return replace(made, role=role, modifier=modifier, opens=True, approximate=False)


def _point(scan: Scan, at: int) -> Wording | None:
    """Read the day a distance is counted from."""
    for read in (read_deictic, read_shifted, read_weekday, read_date, read_holiday):
        found = read(scan, at)
        if found is not None and found.kind in {"deictic", "weekday", "date", "holiday"}:
            return found
    return None


def _counted(scan: Scan, at: int, cursor: int, sign: int) -> Wording | None:
    """Return the distance whose preposition stands at `at`."""
    found = read_amount(scan, cursor)
    if found is not None:
        if scan.has(found.last, "later") or scan.has(found.last, "ago_after"):
            return None
        return found.away(at, found.last, sign)
    if scan.has(cursor, "several") and scan.has(cursor + 1, "unit") and sign < 0:
        return Wording(first=at, last=cursor + 2, kind="vague")
    if sign < 0 and scan.has(cursor, "plural") and scan.has(cursor, "unit"):
        return Wording(first=at, last=cursor + 1, kind="vague")
    return None
