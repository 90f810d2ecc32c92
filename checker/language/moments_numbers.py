"""Read the numbers an expression of time is made of: ordinals, days, years, counts.

Floor 2 (language).
"""

from __future__ import annotations

from typing import Final

from checker.language.moments_scan import Scan

#: Signs between two years in a row.
_PAIRING: Final = frozenset("/-–‐‑")
#: From here on, two digits are a year of the last century.
_PIVOT: Final = 30
#: Signs before a number that make it part of something else.
GLUED: Final = frozenset("/.,:-–_#§$€£@=+\\'&%")


def read_ordinal(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (number, end) of an ordinal: "7.", "7th", "siebten", "twenty-third"."""
    number = scan.number(at)
    if number >= 0:
        if scan.touches(at + 1) and (
            scan.has(at + 1, "suffix") or (scan.words.ordinal_dot and scan.word(at + 1) == ".")
        ):
            return number, at + 2
        return None
    ordinal = scan.get(at, "ordinal")
    if ordinal is not None:
        return int(ordinal), at + 1
    tens = scan.get(at, "cardinal")
    if tens is not None and tens in {20, 30}:
        one = at + 2 if scan.word(at + 1) == "-" else at + 1
        ones = scan.get(one, "ordinal")
        if ones is not None and ones < 10:
            return int(tens) + int(ones), one + 1
    return None


def read_day_number(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (day, end) of a day of the month, with or without the mark of an ordinal."""
    found = read_ordinal(scan, at)
    if found is None:
        number = scan.number(at)
        if number < 0 or scan.digits(at) > 2:
            return None
        found = number, at + 1
    return found if 1 <= found[0] <= 31 else None


def read_stated_year(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (year, end) of a year right after a month: "2025", ", 2025", "of 2025"."""
    if spoken := read_spoken_year(scan, at):
        return spoken
    if short := _short_year(scan, at):
        return short
    if scan.word(at) == "," or (scan.has(at, "of") and scan.number(at + 1) >= 0):
        at += 1
    if scan.digits(at) == 4 and 1000 <= scan.number(at) <= 2199 and not continues(scan, at + 1):
        return scan.number(at), at + 1
    return None


def read_year_pair(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (first year, end) of two years in a row: "2015/16", "2006-2007"."""
    year, second = scan.number(at), scan.number(at + 2)
    tied = scan.touches(at + 1) and scan.touches(at + 2) and scan.word(at + 1) in _PAIRING
    if scan.digits(at) != 4 or not tied or scan.digits(at + 2) not in {2, 4}:
        return None
    follows = second in {year + 1, (year + 1) % 100}
    return (year, at + 3) if follows and not continues(scan, at + 3) else None


def _short_year(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (year, end) of a year without its century: "'69", "of '69", "of 87"."""
    linked = scan.has(at, "of")
    at = at + 1 if linked else at
    marked = scan.word(at) in {"'", "‘"} and scan.touches(at + 1)
    at = at + 1 if marked else at
    year = scan.number(at)
    if scan.digits(at) != 2 or continues(scan, at + 1):
        return None
    if not marked and not (linked and year > 31 and not scan.word(at + 1).isalpha()):
        return None
    return (1900 if year >= _PIVOT else 2000) + year, at + 1


def read_spoken_year(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (year, end) of a year in words: "nineteen ninety six", "two thousand and one"."""
    first = scan.get(at, "cardinal")
    if first == 2 and scan.has(at + 1, "thousand"):
        cursor = at + 3 if scan.has(at + 2, "and") else at + 2
        rest = _below_hundred(scan, cursor)
        return (2000 + rest[0], rest[1]) if rest else (2000, at + 2)
    if first not in {18, 19, 20} or scan.has(at, "article"):
        return None
    rest = _below_hundred(scan, at + 1)
    return (100 * first + rest[0], rest[1]) if rest and rest[0] > 9 else None


def _below_hundred(scan: Scan, at: int) -> tuple[int, int] | None:
    tens = scan.get(at, "cardinal")
    if tens is None:
        return None
    ones = scan.get(at + 1, "cardinal")
    if tens >= 20 and tens % 10 == 0 and ones is not None and ones < 10:
        return tens + ones, at + 2
    return int(tens), at + 1


def read_count(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (count, end) of a small number in digits or words."""
    number = scan.number(at)
    if number >= 0:
        if scan.digits(at) > 3 or not number >= 1 or scan.word(at - 1) in {".", ",", "-", "/", ":"}:
            return None
        return (
            None
            if scan.word(at + 1) in {".", ","} and scan.number(at + 2) >= 0
            else (number, at + 1)
        )
    count = scan.get(at, "cardinal")
    if count is None:
        return None
    if count in {20, 30, 40, 50, 60, 70, 80, 90}:
        one = at + 2 if scan.word(at + 1) == "-" else at + 1
        ones = scan.get(one, "cardinal")
        if ones is not None and ones < 10:
            return count + ones, one + 1
    return int(count), at + 1


def continues(scan: Scan, at: int) -> bool:
    """Return whether the number before `at` goes on: "2014.5", "2014er", "2014/15"."""
    if not scan.touches(at):
        return False
    word = scan.word(at)
    if word.isalnum():
        return True
    if word == "/" and scan.digits(at + 1) == 4:
        return False
    return word in {".", ",", ":", "/"} and scan.digits(at + 1) > 0 and scan.touches(at + 1)


def free(scan: Scan, at: int) -> bool:
    """Return whether the number at `at` does not go on to the left."""
    if not scan.touches(at):
        return True
    before = scan.word(at - 1)
    if before == ":":
        return scan.number(at - 2) < 0
    return before not in GLUED and not before.isalnum()


def counts(scan: Scan, at: int) -> bool:
    """Return whether a number that ends at `at` counts something or goes on."""
    if continues(scan, at):
        return True
    word = scan.word(at)
    if word in {"%", "-"} and scan.touches(at):
        return scan.number(at + 1) < 0
    return word in {"percent", "per", "million", "billion", "people", "years", "miles"}


def clockish(scan: Scan, at: int) -> bool:
    """Return whether a number that ends at `at` is the hour of a clock time."""
    if scan.has(at, "am") or scan.has(at, "pm") or scan.has(at, "hour"):
        return True
    return scan.word(at) == ":" and scan.touches(at) and scan.number(at + 1) >= 0
