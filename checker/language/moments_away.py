"""Read distances from the moment of speaking: "vor zwei Jahren", "in drei Wochen", "two days ago".

Floor 2 (language).
"""

from __future__ import annotations

from typing import Final

from checker.language.moments_dates import read_date, read_weekday
from checker.language.moments_named import read_holiday
from checker.language.moments_numbers import read_count
from checker.language.moments_relative import read_deictic, read_shifted
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

#: Units a distance can have.
_PLAIN: Final = frozenset(
    {"minute", "hour", "day", "week", "fortnight", "month", "quarter", "half", "year", "decade"}
)


def read_away(scan: Scan, at: int) -> Wording | None:
    """Read "vor zwei Jahren", "three days ago", "in drei Wochen", "two weeks from tomorrow"."""
    if scan.has(at, "ago") or scan.has(at, "ahead"):
        return _counted(scan, at, at + 1, -1 if scan.has(at, "ago") else 1)
    found = _amount(scan, at)
    if found is None:
        return None
    unit, count, cursor, approximate = found
    sign = -1 if scan.has(cursor, "ago_after") else 1 if scan.has(cursor, "ahead_after") else 0
    if sign:
        return Wording(
            first=at, last=cursor + 1, kind="away", unit=unit, count=sign * count,
            approximate=approximate,
        )  # fmt: skip
    if scan.has(cursor, "later"):
        return Wording(
            first=at, last=cursor + 1, kind="away", unit=unit, count=count, anaphoric=True
        )
    direction = (
        1 if scan.has(cursor, "counted_on") else -1 if scan.has(cursor, "counted_back") else 0
    )
    if not direction:
        return None
    base = _point(scan, cursor + 1)
    if base is None:
        return None
    return Wording(
        first=at, last=base.last, kind="away", unit=unit, count=direction * count, base=base
    )


def _point(scan: Scan, at: int) -> Wording | None:
    """Read the day a distance is counted from."""
    for read in (read_deictic, read_shifted, read_weekday, read_date, read_holiday):
        found = read(scan, at)
        if found is not None and found.kind in {"deictic", "weekday", "date", "holiday"}:
            return found
    return None


def _counted(scan: Scan, at: int, cursor: int, sign: int) -> Wording | None:
    """Return the distance whose preposition stands at `at`."""
    found = _amount(scan, cursor)
    if found is not None:
        unit, count, last, approximate = found
        if scan.has(last, "later") or scan.has(last, "ago_after"):
            return None
        return Wording(
            first=at, last=last, kind="away", unit=unit, count=sign * count, approximate=approximate
        )
    if scan.has(cursor, "several") and scan.has(cursor + 1, "unit") and sign < 0:
        return Wording(first=at, last=cursor + 2, kind="vague")
    if sign < 0 and scan.has(cursor, "plural") and scan.has(cursor, "unit"):
        return Wording(first=at, last=cursor + 1, kind="vague")
    return None


def _amount(scan: Scan, at: int) -> tuple[str, int, int, bool] | None:
    """Return (unit, count, end, approximate) of "drei Tagen", "etwa zwei Jahren"."""
    approximate = False
    for _ in range(2):
        if scan.has(at, "about") or scan.has(at, "nearly") or scan.has(at, "exactly"):
            approximate = approximate or not scan.has(at, "exactly")
            at += 1
    found = read_count(scan, at)
    if found is None:
        return None
    count, cursor = found
    unit = scan.get(cursor, "unit")
    if unit == "weekend" or unit not in _PLAIN or count > 900:
        return None
    return unit, count, cursor + 1, approximate
