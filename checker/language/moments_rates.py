"""Read how often, or for how long a time, something is counted: "400 Euro im Monat".

The number before it tells a rate from a moment: "im Monat Mai", "am Tag danach" have none, or
name the time they mean.

Floor 2 (language).
"""

from __future__ import annotations

from typing import Final

from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_UNITS: Final = frozenset({"day", "week", "month", "year"})
#: Words a counted thing has at most: "5 Millionen Euro im Jahr".
_LONGEST: Final = 2
#: What follows a time that is told apart from others of its kind.
_TOLD: Final = (
    "part_of", "of", "told_by", "counted_on", "counted_back", "later", "month", "ordinal", "number",
    "ago_after", "ahead_after", "after", "before",
)  # fmt: skip
_YEARS: Final = 4
_MONEY: Final = frozenset("€$£")


def read_rate(scan: Scan, at: int) -> Wording | None:
    """Read "im Monat", "am Tag", "pro Jahr", "in der Woche", "zweimal die Woche"."""
    unit = scan.terms[at]["unit"]
    if unit not in _UNITS or scan.has(at, "plural") or scan.number(at + 1) >= 0:
        return None
    if any(scan.has(at + 1, category) for category in _TOLD):
        return None
    first, before = at - 1, at - 2
    if scan.has(first, "rate_article") and scan.has(before, "rate_in"):
        first, before = before, before - 1
    elif scan.has(first, "rate_article"):
        told = scan.has(before, "rate_times") or _lasting(scan, before)
        return _set(first, at, unit) if told else None
    elif scan.has(first, "rate_always"):
        return _set(first, at, unit)
    elif not scan.has(first, "rate"):
        return None
    return _set(first, at, unit) if _counted(scan, before) else None


def _set(first: int, at: int, unit: str) -> Wording:
    return Wording(first=first, last=at + 1, kind="set", role="set", unit=unit)


def _lasting(scan: Scan, at: int) -> bool:
    """Return whether a number of days or hours ends at `at`: "sieben Tage die Woche"."""
    number = scan.has(at - 1, "cardinal") or scan.number(at - 1) >= 0
    return number and scan.get(at, "unit") in {"day", "hour"}


def _counted(scan: Scan, at: int) -> bool:
    """Return whether a number with what it counts, or how many times, ends at `at`."""
    if scan.has(at, "rate_times"):
        return True
    if scan.word(at - 1) in _MONEY and scan.number(at) >= 0:
        return True  # "$40 a month"
    for number in range(at, at - 1 - _LONGEST, -1):
        if scan.has(number, "cardinal") and not scan.capital(number):
            return number < at
        if scan.number(number) >= 0 or scan.digits(number):
            return number < at and scan.digits(number) != _YEARS
        noun = scan.capital(number) or scan.word(number) in _MONEY
        if not noun and (scan.words.ordinal_dot or number < at):
            return False  # only some languages tell a noun by its capital
    return False
