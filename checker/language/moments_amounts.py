"""Read how many units lie between two moments: "zwei Jahre und drei Monate", "half an hour".

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checker.language.moments_numbers import read_count
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

#: Units a distance can have, the largest first.
UNITS: Final = (
    "century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "workday", "day",
    "hour", "minute",
)  # fmt: skip
#: What half of a unit is, where the calendar has a whole number of smaller ones.
_HALF_OF: Final = {
    "century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "day": ("hour", 12),
    "hour": ("minute", 30),
}  # fmt: skip
_MOST_PARTS: Final = 4
_MOST: Final = 900


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time as counted in words.

    Attributes:
        parts: Unit and number, the largest unit first.
        last: One past its last token.
        approximate: Whether it is hedged.
        hedge: To which side: nearly, good, over, under; empty if to both or not hedged.
    """

    parts: tuple[tuple[str, int], ...]
    last: int
    approximate: bool
    hedge: str = ""

    def away(self, first: int, last: int, sign: int) -> Wording:
        """Return the distance of that length, back if the sign is negative."""
        *more, (unit, count) = ((unit, sign * count) for unit, count in self.parts)
        return Wording(
            first=first,
            last=last,
            kind="away",
            unit=unit,
            count=count,
            more=tuple(more),
            approximate=self.approximate,
            modifier=self.hedge,
        )


def read_amount(scan: Scan, at: int) -> Amount | None:
    """Read "drei Tagen", "etwa zwei Jahren", "anderthalb Jahren", "2 years and 3 months"."""
    approximate, hedge = False, ""
    for _ in range(2):
        if scan.has(at, "about") or scan.has(at, "nearly") or scan.has(at, "exactly"):
            approximate = approximate or not scan.has(at, "exactly")
            hedge = scan.get(at, "nearly") or hedge
            at += 1
    found = _part(scan, at)
    if found is None:
        return None
    parts, cursor = [(found[0], found[1])], found[2]
    while len(parts) < _MOST_PARTS:
        start = cursor + 1 if scan.has(cursor, "and") or scan.word(cursor) == "," else cursor
        more = _part(scan, start)
        if more is None or UNITS.index(more[0]) <= UNITS.index(parts[-1][0]):
            break
        parts.append((more[0], more[1]))
        cursor = more[2]
    return Amount(tuple(parts), cursor, approximate, hedge)


def _part(scan: Scan, at: int) -> tuple[str, int, int] | None:
    """Return (unit, count, end) of one unit with its number."""
    found = _halves(scan, at)
    if found is None:
        return _span(scan, at, 1)
    halves, cursor = found
    if halves % 2 == 0 and (span := _span(scan, cursor, halves // 2)):
        return span
    unit = scan.get(cursor, "unit")
    if unit not in UNITS or halves > 2 * _MOST:
        return None
    cursor += 1
    if halves % 2 == 0 and scan.has(cursor, "and_half"):  # "a year and a half"
        halves, cursor = halves + 1, cursor + 1
    if halves % 2 == 0:
        return unit, halves // 2, cursor
    smaller = _HALF_OF.get(unit)
    return smaller and (smaller[0], halves * smaller[1], cursor)


def _span(scan: Scan, at: int, count: int) -> tuple[str, int, int] | None:
    """Return (unit, count, end) of a word for several units: "Viertelstunde", "quarter century"."""
    span = scan.get(at, "span")
    return span and (span[0], count * span[1], at + 1)


def _halves(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (number of halves, end): 3 for "anderthalb", 1 for "half an", 4 for "zwei"."""
    whole = scan.get(at, "halved")
    if whole is not None:
        return 2 * int(whole) + 1, at + 1
    if scan.has(at, "half_of"):
        return 1, at + 1
    if _decimal(scan, at):
        return 2 * scan.number(at) + 1, at + 3
    found = read_count(scan, at)
    if found is None:
        return None
    count, cursor = found
    if count == 1 and scan.has(cursor, "half_of"):  # "einem halben Jahr"
        return 1, cursor + 1
    if scan.has(cursor, "and_half"):
        return 2 * count + 1, cursor + 1
    return 2 * count, cursor


def _decimal(scan: Scan, at: int) -> bool:
    """Return whether a number with a half in digits begins at `at`: "2,5", "2.5"."""
    mark = "," if scan.words.ordinal_dot else "."
    return (
        0 <= scan.number(at) <= _MOST
        and scan.word(at + 1) == mark
        and scan.word(at + 2) == "5"
        and scan.touches(at + 1)
        and scan.touches(at + 2)
        and not (scan.touches(at) and scan.word(at - 1) in {".", ","})
    )
