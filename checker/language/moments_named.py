"""Read feasts, the week of a day, a day of some month, and what recurs.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace

from checker.language.moments_dates import possessed, read_date, read_weekday
from checker.language.moments_numbers import read_count, read_ordinal, read_stated_year
from checker.language.moments_relative import read_base, read_inside
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording


def read_holiday(scan: Scan, at: int) -> Wording | None:
    """Read "Karfreitag", "Ostern 2018", "christmas eve last year", "Memorial Day weekend"."""
    name = scan.get(at, "holiday")
    if name is None:
        return None
    found = Wording(first=at, last=at + 1, kind="holiday", name=name)
    for _ in range(2):  # "Labor Day weekend 2021", "Labor Day 2021 weekend"
        if scan.get(found.last, "unit") == "weekend" and not scan.has(found.last, "plural"):
            found = replace(found, unit="weekend", last=found.last + 1)
        if found.year is None and (year := read_stated_year(scan, found.last)):
            found = replace(found, year=year[0], last=year[1])
    if found.year is None and (base := read_base(scan, found.last)):
        return replace(found, base=base, last=base.last)
    return found


def read_week_of(scan: Scan, at: int) -> Wording | None:
    """Read "the week of October 7", "Woche vom 7. Oktober": the week that holds the day."""
    if beside := _week_beside(scan, at):
        return beside
    short = scan.has(at, "week_commencing")
    if not short and (scan.get(at, "unit") != "week" or not scan.has(at + 1, "week_of")):
        return None
    if scan.has(at, "plural"):  # "2 weeks starting May 20"
        return None
    cursor = at + 1 if short else at + 3 if scan.has(at + 2, "the") else at + 2
    day = read_date(scan, cursor, cued=True) or read_weekday(scan, cursor)
    if day is None or day.kind != "date" or day.to is not None:
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    return Wording(first=first, last=day.last, kind="unit", unit="week", base=day)


def _week_beside(scan: Scan, at: int) -> Wording | None:
    """Read "the week before Easter": whether the week of the feast is meant, it does not say."""
    counted = scan.has(at + 1, "counted_back") or scan.has(at + 1, "counted_on")
    if not counted or scan.get(at, "unit") != "week" or scan.has(at, "plural"):
        return None
    feast = read_holiday(scan, at + 2)
    return feast and Wording(first=at, last=feast.last, kind="unit", unit="week", anaphoric=True)


def read_day_of_month(scan: Scan, at: int) -> Wording | None:
    """Read "the 20th of next month", "20. des kommenden Monats"."""
    day = read_ordinal(scan, at)
    if day is None or not 1 <= day[0] <= 31:
        return None
    month = read_inside(scan, day[1], needed=True)
    if month is None or month.kind != "unit" or month.unit != "month":
        return None
    if scan.has(month.first, "unit"):  # "the 5th of the month" may be any month
        return None
    return Wording(first=at, last=month.last, kind="date", day=day[0], base=month)


def _each_month(scan: Scan, at: int) -> bool:
    """Return whether "im Monat" follows: the third Wednesday comes once in each."""
    return scan.has(at, "in") and scan.get(at + 1, "unit") == "month"


def _attribute(scan: Scan, at: int) -> bool:
    """Return whether the word before `at` is said of a noun: "annual sales", "une revue annuelle".

    Where its form does not tell, a noun behind it does; it is a kind of sales then, not a time.
    """
    plain = scan.words.ordinal_dot or not scan.word(at).isalpha()
    return not (plain or scan.has(at, "not_counted") or scan.has(at, "and"))


def read_set(scan: Scan, at: int) -> Wording | None:
    """Read what recurs: "jeden Montag", "every two weeks", "täglich"."""
    if scan.has(at, "sets") and not (scan.has(at, "weekday") and possessed(scan, at)):
        unit = scan.get(at, "sets")
        unit = unit if isinstance(unit, str) and not _attribute(scan, at + 1) else ""
        return Wording(first=at, last=at + 1, kind="set", role="set", unit=unit)
    if not scan.has(at, "each"):
        return None
    cursor = at + 1
    count = None
    if found := read_count(scan, cursor) or read_ordinal(scan, cursor):
        count, cursor = found
    if count is None and scan.has(cursor, "each_other"):
        count = 2
    cursor = scan.skip(cursor, "shift", "each_other", most=1)
    once = count is not None or not scan.has(cursor, "plural")
    named = ("unit", "weekday", "weekday_part", "daypart", "month", "season", "holiday")
    if not any(scan.has(cursor, c) for c in named) or scan.has(cursor, "risky_months"):
        return None
    if cursor > at + 1 and scan.has(cursor, "weekday") and _each_month(scan, cursor + 1):
        return Wording(first=at, last=cursor + 3, kind="set", role="set", unit="month")
    unit = scan.get(cursor, "unit") if once and scan.has(cursor, "unit") else ""
    made = Wording(first=at, last=cursor + 1, kind="set", role="set", unit=str(unit))
    return replace(made, count=count) if unit else made
