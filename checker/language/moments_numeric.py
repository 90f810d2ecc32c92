"""Read dates in digits: "07.10.2025", "7.10.", "2025-10-17", "10/7/2025", "12/2015".

Two numbers alone are a date only where the words around them ask for one: "7.10." may be a
section, "5/12" a fraction.

Floor 2 (language).
"""

from __future__ import annotations

from typing import Final

from checker.language.moments_numbers import continues, counts, read_stated_year
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−~")
_SEPARATORS: Final = frozenset("./-–")


def read_numeric(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read a date in digits: "07.10.2025", "7.10.", "2025-10-17", "10/7/2025", "12/2015"."""
    first, separator = scan.number(at), scan.word(at + 1)
    if first < 0 or separator not in _SEPARATORS or not _free_numeric(scan, at):
        return None
    if scan.digits(at) == 4:
        return year_first(scan, at, separator)
    if scan.digits(at) > 2 or not scan.touches(at + 1):
        return None
    second_at = at + 2
    spaced = separator == "." and not scan.touches(second_at)
    month = scan.get(second_at, "month")
    if month is not None and not spaced and scan.word(second_at + 1) == separator:
        year = read_stated_year(scan, second_at + 2)
        if year and 1 <= first <= 31:
            return Wording(
                first=at, last=year[1], kind="date", day=first, month=month, year=year[0]
            )
    second = scan.number(second_at)
    if second < 0 or (not spaced and not scan.touches(second_at)):
        return None
    if scan.digits(second_at) == 4 and not spaced:
        if 1 <= first <= 12 and 1500 <= second <= 2199 and not continues(scan, second_at + 1):
            return Wording(first=at, last=second_at + 1, kind="month", month=first, year=second)
        return None
    if scan.digits(second_at) > 2:
        return None
    return _day_and_month(scan, at, second_at, spaced=spaced, cued=cued)


def _day_and_month(
    scan: Scan, at: int, second_at: int, *, spaced: bool, cued: bool
) -> Wording | None:
    """Return the date whose day and month stand at the two places."""
    separator = scan.word(at + 1)
    first, second = scan.number(at), scan.number(second_at)
    order = "dmy" if separator == "." else scan.words.order
    day, month = (first, second) if order == "dmy" else (second, first)
    if month > 12 and day <= 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    third = second_at + 1
    if scan.word(third) == separator and (scan.touches(third) or spaced):
        year_at = third + 1
        year, size = scan.number(year_at), scan.digits(year_at)
        near = scan.touches(year_at) or (separator == "." and size == 4)
        if year >= 0 and near and size in {2, 4} and not continues(scan, year_at + 1):
            full = year if size == 4 else (2000 if year < 40 else 1900) + year
            if 1000 <= full <= 2199 and not (spaced and size == 2):
                return Wording(
                    first=at, last=year_at + 1, kind="date", day=day, month=month, year=full
                )
        if separator != ".":
            return None
    return _yearless(scan, at, second_at, day, month, spaced=spaced, cued=cued)


def _yearless(
    scan: Scan, at: int, second_at: int, day: int, month: int, *, spaced: bool, cued: bool
) -> Wording | None:
    """Return "7.10." or "10/7" as a date where the words before it ask for one."""
    third = second_at + 1
    asked = cued
    cued = cued or scan.has(at - 1, "on") or scan.has(at - 1, "date_cue")
    cued = cued or (scan.word(third) in _DASHES and _dated(scan, third + 1))
    alone = scan.size <= third + 1 and at == 0
    if scan.word(at + 1) == ".":
        dotted = scan.word(third) == "." and scan.touches(third)
        more = dotted and scan.touches(third + 1) and scan.number(third + 1) >= 0
        certain = cued or scan.digits(second_at) == 2 or scan.word(at - 1) == "("
        certain = certain or (dotted and at == 0 and scan.size == third + 1)
        heard = dotted and _hour_follows(scan, third + 1)
        certain = certain or (heard and not scan.has(at - 1, "never_year"))
        if spaced or more or not certain or not scan.words.ordinal_dot:
            return None
        if not dotted and not _undotted(scan, at, third, asked=asked):
            return None
        return Wording(first=at, last=third + dotted, kind="date", day=day, month=month)
    if scan.word(at + 1) == "/" and (cued or alone) and not counts(scan, third):
        plain = scan.has(third, "plain_after") or _hour_follows(scan, third)
        if scan.word(third).isalpha() and not plain:
            return None
        return Wording(first=at, last=third, kind="date", day=day, month=month)
    return None


def _hour_follows(scan: Scan, at: int) -> bool:
    """Return whether an hour or part of the day follows a date: "24.5. morgens"."""
    return scan.has(at, "daypart_alone") or (
        scan.has(at, "clock_cue") and (scan.number(at + 1) >= 0 or scan.has(at + 1, "cardinal"))
    )


def _undotted(scan: Scan, at: int, end: int, *, asked: bool) -> bool:
    """Return whether "31.5" is a date without its last stop: after a weekday, before an hour."""
    if scan.word(end) in {"%", "€", "$", "°"} or continues(scan, end):
        return False
    if scan.word(end).isalpha() and (scan.capital(end) or scan.has(end, "unit_symbol")):
        return False
    return asked or (scan.has(at - 1, "on") and _hour_follows(scan, end))


def _dated(scan: Scan, at: int) -> bool:
    """Return whether a full date in digits begins at `at`."""
    separator = scan.word(at + 1)
    return (
        scan.number(at) >= 0
        and separator in _SEPARATORS
        and scan.number(at + 2) >= 0
        and scan.word(at + 3) == separator
        and scan.digits(at + 4) == 4
    )


def read_slashed_span(scan: Scan, at: int) -> Wording | None:
    """Read two dates whose year is told once, at the end: "10/1-11/2/2017", "5/1-5/7, 2020"."""
    dash, second = at + 3, at + 4
    if scan.word(dash) not in _DASHES or not _free_numeric(scan, at):
        return None
    tied = all(scan.touches(place) for place in range(at + 1, at + 7))
    ends = [_slashed(scan, place) for place in (at, second)]
    link = scan.word(second + 3)
    year_at = second + 4 if link in {"/", ","} else second + 3
    year = scan.number(year_at)
    if not tied or None in ends or scan.digits(year_at) != 4 or not 1000 <= year <= 2199:
        return None
    (low, high) = (end for end in ends if end is not None)
    to = Wording(first=second, last=year_at + 1, kind="date", day=high[0], month=high[1], year=year)
    return Wording(
        first=at, last=to.last, kind="date", day=low[0], month=low[1], to=to, head=dash,
        role="span",
    )  # fmt: skip


def _slashed(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return day and month of "10/1", in the order of the language."""
    pair = scan.number(at), scan.number(at + 2)
    if scan.word(at + 1) != "/" or max(scan.digits(at), scan.digits(at + 2)) > 2:
        return None
    day, month = pair if scan.words.order == "dmy" else pair[::-1]
    return (day, month) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _free_numeric(scan: Scan, at: int) -> bool:
    if not scan.touches(at):
        return True
    before = scan.word(at - 1)
    if scan.digits(at) == 4 and before in {"-", "/", "_"}:
        return not scan.word(at - 2).isdigit()
    return before in {"(", "„", "“", '"', "»", "«", "[", "–", "-", "~", ":", "|"} and not (
        before in {"-", "–", ":"} and scan.word(at - 2).isdigit() and scan.digits(at - 2) < 4
    )


def year_first(scan: Scan, at: int, separator: str) -> Wording | None:
    """Read "2025-10-17", "2020/Sep/23", "2014/15"."""
    year = scan.number(at)
    if not 1000 <= year <= 2199 or not scan.touches(at + 1):
        return None
    second, third = at + 2, at + 4
    if scan.word(at + 3) == separator and scan.touches(at + 3) and scan.touches(third):
        month, day = scan.get(second, "month") or scan.number(second), scan.number(third)
        if scan.has(third, "month"):
            month, day = scan.get(third, "month"), scan.number(second)
        more = scan.number(third + 1) >= 0 and scan.touches(third + 1)
        if 1 <= month <= 12 and 1 <= day <= 31 and not more:
            return Wording(first=at, last=third + 1, kind="date", day=day, month=month, year=year)
        return None
    next_year = scan.digits(second) == 2 and scan.number(second) == (year + 1) % 100
    if separator == "/" and next_year and not continues(scan, second + 1):
        end = Wording(first=second, last=second + 1, kind="year", year=year + 1)
        return Wording(first=at, last=second + 1, kind="year", year=year, to=end, role="span")
    return None
