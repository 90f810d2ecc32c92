"""Read what needs an anchor, and parts of a period: yesterday, last week, the third quarter.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_amounts import UNITS, read_amount
from checker.language.moments_dates import read_month_day, read_weekday
from checker.language.moments_numbers import (
    read_count,
    read_ordinal,
    read_stated_year,
    read_year_pair,
)
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording
from checker.language.moments_years import read_decade, read_year

_DASHES: Final = frozenset("-–—")
#: From here on, two digits behind a season are a year of the last century.
_PAST: Final = 40
#: "Ende der ersten Woche des Jahres": further in nobody reads.
_DEEPEST: Final = 3
#: "The last year" is the twelve months before, "last year" one of the calendar.
_LONG: Final = frozenset({"year", "decade", "century"})
#: A season that ends after the last of these is of two years.
_MONTHS: Final = 13
#: Units that are parts of a year, so that the year need not be said.
_OF_YEAR: Final = frozenset({"quarter", "half"})


def read_deictic(scan: Scan, at: int) -> Wording | None:
    """Read "gestern", "heute früh", "tomorrow", "am heutigen Samstag"."""
    shift = scan.get(at, "deictic")
    if shift is not None:
        if scan.has(at, "daypart") and (scan.has(at - 1, "on") or scan.has(at - 1, "det")):
            return None
        if scan.has(at - 1, "daypart_cue"):  # "am morgen" is no tomorrow
            return None
        return Wording(first=at, last=at + 1, kind="deictic", shift=shift)
    both = scan.get(at, "day_part")
    if both is not None:
        return Wording(first=at, last=at + 1, kind="deictic", shift=both[0], daypart=both[1])
    shift = scan.get(at, "deictic_adjective")
    if shift is None:
        return None
    day = read_weekday(scan, at + 1)
    if day is not None and day.kind == "weekday":
        return replace(day, kind="deictic", shift=shift)
    if day is not None:
        return day
    if scan.has(at + 1, "daypart"):
        part = scan.get(at + 1, "daypart")
        return Wording(first=at, last=at + 2, kind="deictic", shift=shift, daypart=part)
    if scan.get(at + 1, "unit") == "day":
        return Wording(first=at, last=at + 2, kind="deictic", shift=shift)
    if shift:
        return Wording(first=at, last=at + 1, kind="deictic", shift=shift)
    return Wording(first=at, last=at + 1, kind="vague")


def read_shifted(scan: Scan, at: int) -> Wording | None:
    """Read "vergangene Woche", "den letzten fünf Tagen", "next Monday", "Vorjahr"."""
    single = scan.get(at, "shifted")
    if single is not None:
        unit, shift = single
        return Wording(first=at, last=at + 1, kind="unit", unit=unit, shift=shift)
    cursor, count = at, None
    if (found := read_count(scan, cursor)) and found[0] > 1:
        count, cursor = found
    shift = scan.get(cursor, "shift")
    if shift is None:
        return None
    cursor += 1
    if scan.has(cursor, "shift"):  # "this past Wednesday"
        shift = shift or scan.get(cursor, "shift")
        cursor += 1
    if count is None and (found := read_count(scan, cursor)):
        count, cursor = found
    counted = count is not None or scan.has(cursor, "several")
    if counted and scan.has(at, "also_verb") and scan.has(at - 1, "auxiliary"):
        return None  # "it will last two years"
    if count is None and scan.has(cursor, "several"):
        return _several(scan, at, cursor)
    unit = scan.get(cursor, "unit")
    first = at - 1 if scan.has(at - 1, "det") else at
    if unit is not None:
        return _shifted_unit(scan, first, cursor, unit, shift, count)
    if count is not None:
        return None
    return _shifted_day(scan, first, cursor, shift)


def _several(scan: Scan, first: int, at: int) -> Wording | None:
    if scan.has(at + 1, "unit"):
        return Wording(first=first, last=at + 2, kind="vague")
    return None


def _shifted_unit(
    scan: Scan, first: int, at: int, unit: str, shift: int, count: int | None
) -> Wording | None:
    """Return a shifted unit; the days of "letzten Woche im Juli" are counted in July."""
    made = Wording(first=first, last=at + 1, kind="unit", unit=unit, shift=shift)
    owner = scan.word(at + 1) == "' s"
    if owner and unit == "year" and (part := read_nth(scan, at + 2)):  # "last year's third quarter"
        whole = part.base is None and part.unit in _OF_YEAR
        return replace(part, first=first, base=made) if whole else made
    if shift == -1 and (base := read_inside(scan, at + 1, needed=True)):
        return replace(
            made, kind="nth", index=-1, count=count, shift=None, base=base, last=base.last
        )
    rolling = scan.has(at - 1, "rolling") and unit not in {"weekend", "day"}
    if unit in _LONG and scan.has(at - 1, "rolling_the") and scan.has(at - 2, "det"):
        rolling = True
    if count is None and rolling:
        count = None if scan.has(at, "plural") else 1
    if count is not None:
        return _longer(scan, replace(made, count=count)) if shift else None
    if scan.has(at, "plural") and unit not in {"weekend"}:
        return Wording(first=first, last=at + 1, kind="vague")
    if unit in {"minute", "hour"}:
        return None
    if unit == "day":
        return replace(made, anaphoric=True)
    linked = scan.has(at + 1, "on") or owner
    after = read_weekday(scan, at + 2 if linked else at + 1, cued=True)
    if unit == "week" and after is not None and after.kind == "weekday":
        return replace(after, first=first, base=made)
    return made


def _longer(scan: Scan, made: Wording) -> Wording:
    """Return a counted window with the smaller units told after it: "zwei Jahren und drei Monaten".

    Where these are counted from now on their own ("and 2 days ago") they are no part of it.
    """
    at = made.last
    rest = read_amount(scan, at + 1 if scan.has(at, "and") or scan.word(at) == "," else at)
    if rest is None or rest.approximate or made.unit not in UNITS:
        return made
    if UNITS.index(rest.parts[0][0]) <= UNITS.index(made.unit):
        return made
    if any(scan.has(rest.last, c) for c in ("ago_after", "ahead_after", "later")):
        return made
    *more, (unit, count) = ((made.unit, made.count or 1), *rest.parts)
    return replace(made, unit=unit, count=count, more=tuple(more), last=rest.last)


def _shifted_day(scan: Scan, first: int, at: int, shift: int) -> Wording | None:
    """Return a shifted weekday, month, season, part of the day or feast."""
    if shift == -1 and scan.has(at, "weekday"):
        last = _nth_weekday(scan, first, at, -1)
        if last is not None and last.base is not None:
            return last
    day = read_weekday(scan, at)
    if day is not None:
        found = replace(day, first=first)
        if day.kind == "date":
            return found
        if scan.has(at - 1, "told_weekday") and day.kind == "weekday":
            return replace(found, anaphoric=True)
        nearest = scan.has(at - 1, "nearest") or scan.has(at - 2, "nearest")
        return replace(found, shift=shift, name="nearest" if nearest else "")
    month = scan.get(at, "month")
    verb = scan.has(at, "risky_verbs") and not scan.capital(at) and scan.word(at + 1).isalpha()
    if month is not None and not verb:
        return Wording(first=first, last=at + 1, kind="month", month=month, shift=shift)
    season = scan.get(at, "season")
    if season is not None:
        return Wording(first=first, last=at + 1, kind="season", name=season, shift=shift)
    part = scan.get(at, "daypart")
    if part is not None:
        if shift == 1:
            return Wording(first=first, last=at + 1, kind="unit", unit="day", anaphoric=True)
        if shift in {0, -1} and scan.has(at - 1, "shift"):
            return Wording(first=first, last=at + 1, kind="deictic", shift=shift, daypart=part)
    feast = scan.get(at, "holiday")
    if feast is not None:
        return Wording(first=first, last=at + 1, kind="holiday", name=feast, shift=shift)
    return None


def read_inside(scan: Scan, at: int, *, needed: bool = False, link: str = "of") -> Wording | None:
    """Read what something is part of: "des Jahres", "2025", "of last year", "im Juli".

    With `needed`, a linking word has to stand before it; `link` is the category it is of.
    """
    cursor = scan.skip(at, link, "the")
    if (needed and cursor == at) or scan.depth >= _DEEPEST:
        return None
    scan.depth += 1
    found = _whole(scan, cursor, linked=cursor > at)
    scan.depth -= 1
    return found


def _whole(scan: Scan, cursor: int, *, linked: bool) -> Wording | None:
    """Read the period itself that something is part of."""
    if scan.word(cursor) in {"'", "‘"} and scan.digits(cursor + 1) == 2:  # "the late '80s"
        cursor += 1
    unit = scan.get(cursor, "unit")
    if linked and unit in {"week", "month", "year", "quarter", "century", "decade", "half"}:
        stated = read_stated_year(scan, cursor + 1) if unit == "year" else None
        if stated:
            return Wording(first=cursor, last=stated[1], kind="year", year=stated[0])
        return Wording(
            first=cursor, last=cursor + 1, kind="unit", unit=unit, shift=0, name="implied"
        )
    if scan.digits(cursor) == 4:
        return read_year(scan, cursor) or _plain_year(scan, cursor)
    if scan.has(cursor, "month"):
        month = read_month_day(scan, cursor, cued=True)
        if month is None or month.kind != "month" or month.to is not None:
            return None
        year = read_base(scan, month.last) if month.year is None else None
        return replace(month, base=year, last=year.last) if year and year.unit == "year" else month
    for read in (read_shifted, read_nth, read_season):
        if (found := read(scan, cursor)) and found.kind in {"unit", "nth", "season", "century"}:
            return None if found.anaphoric or found.count else found
    if scan.number(cursor) >= 0 or scan.has(cursor, "decade_word"):
        found = read_century(scan, cursor) or read_year(scan, cursor) or read_decade(scan, cursor)
        return found if found is not None and found.kind in {"decade", "century"} else None
    return None


def _plain_year(scan: Scan, at: int) -> Wording | None:
    year = read_stated_year(scan, at)
    return year and Wording(first=at, last=year[1], kind="year", year=year[0])


def read_base(scan: Scan, at: int) -> Wording | None:
    """Read the year or larger period that stands right behind a month, season or weekday."""
    cursor = at
    cursor = scan.skip(cursor, "of", "the", most=2)
    if scan.get(cursor, "unit") == "year" and cursor > at:
        if stated := read_stated_year(scan, cursor + 1):  # "im Herbst des Jahres 1989"
            year, last = stated
            return Wording(first=cursor, last=last, kind="year", unit="year", year=year)
        return Wording(first=cursor, last=cursor + 1, kind="unit", unit="year", shift=0)
    found = read_shifted(scan, cursor)
    if found is not None and found.kind == "unit" and found.unit in {"year", "week", "month"}:
        return None if found.count or found.anaphoric else found
    return None


def read_part(scan: Scan, at: int) -> Wording | None:
    """Read "Mitte August", "Ende des Monats", "early 2024", "mid-November"."""
    if scan.has(at, "rest"):
        return _rest(scan, at)
    if scan.has(at, "part_word"):
        return _part_word(scan, at)
    name = scan.get(at, "part")
    adjective = scan.get(at, "part_adjective")
    if name is None and adjective is None:
        return None
    cursor = at + 1
    if scan.word(cursor) in {"-", "–", "‑"} and scan.touches(cursor):
        cursor += 1
    if name is not None and scan.has(cursor, "to") and scan.has(cursor + 1, "part"):
        return _parts(scan, at, cursor + 1)
    cursor = scan.skip(cursor, "part", most=1)
    base = read_inside(scan, cursor, link="part_of")
    if base is None or (base.kind == "unit" and base.unit == "week" and name is None):
        return None
    if base.kind == "part" or base.role == "span":
        return None
    first = at - 1 if scan.has(at - 1, "the") and name is None else at
    return Wording(
        first=first, last=base.last, kind="part", name=name or adjective or "", base=base
    )


def _parts(scan: Scan, at: int, second: int) -> Wording | None:
    """Read "Mitte bis Ende Juni": both parts are of the period told once."""
    end = read_part(scan, second)
    if end is None or end.kind != "part" or end.base is None:
        return None
    name = str(scan.get(at, "part"))
    return Wording(
        first=at, last=end.last, kind="part", name=name, base=end.base, to=end, head=at + 1,
        role="span",
    )  # fmt: skip


def _part_word(scan: Scan, at: int) -> Wording:
    """Read "Jahresende", "Jahresbeginn 2014", "year-end"."""
    name, unit = scan.terms[at]["part_word"]
    base = Wording(first=at, last=at + 1, kind="unit", unit=unit, shift=0, name="implied")
    if unit == "year" and (year := read_stated_year(scan, at + 1)):
        base = Wording(first=at + 1, last=year[1], kind="year", year=year[0])
    return Wording(first=at, last=base.last, kind="part", name=name, base=base)


def _rest(scan: Scan, at: int) -> Wording | None:
    """Read "earlier this month", "rest of the year": up to today, or from today on."""
    found = read_shifted(scan, at + 1) or read_inside(scan, at + 1, needed=True, link="part_of")
    if found is None or found.kind != "unit" or found.shift != 0 or found.count:
        return None
    name = str(scan.get(at, "rest"))
    return Wording(first=at, last=found.last, kind="part", name=name, base=found)


def read_nths(scan: Scan, at: int) -> tuple[Wording, ...]:
    """Read "zweiten und dritten Quartal 2013", "the 16th to 18th centuries": one noun for both.

    Neighbours of a year that is not said are one span: each by itself might fall into another.
    """
    ordinal = read_ordinal(scan, at)
    if ordinal is None:
        return ()
    index, end = ordinal
    dashed = scan.word(end) in _DASHES
    if not (dashed or scan.has(end, "and") or scan.has(end, "to")):
        return ()
    begin = scan.skip(end + 1, "det", "on", most=2)
    other = read_nth(scan, begin, many=True)
    if other is None or other.unit == "weekday" or other.count or not index < (other.index or 0):
        return ()
    first = at - 1 if scan.has(at - 1, "det") else at
    one = replace(other, first=first, last=end, index=index)
    open_year = other.kind == "nth" and other.base is None
    if open_year and scan.has(end, "and") and index + 1 != other.index:
        return ()
    if scan.has(end, "and") and not open_year:
        return one, replace(other, first=begin)
    return (replace(one, last=other.last, to=other, head=end, role="span"),)


def read_nth(scan: Scan, at: int, *, many: bool = False) -> Wording | None:
    """Read "dritten Quartal 2014", "first half of 2025", "the last week of July", "Q3".

    With `many` its noun may be of several: "second and third quarters".
    """
    sign = scan.get(at, "nth_sign")
    if sign is not None:
        return _signed(scan, at, sign)
    ordinal = read_ordinal(scan, at)
    if ordinal is None:
        return None
    index, cursor = ordinal
    if scan.get(cursor, "shift") == -1 and scan.has(cursor + 1, "unit"):  # "second last week"
        index, cursor = -index, cursor + 1
    count = None
    if found := read_count(scan, cursor):
        count, cursor = found
    if scan.has(cursor, "weekday"):
        return _nth_weekday(scan, at, cursor, index)
    unit = scan.get(cursor, "unit")
    if unit is None or (scan.has(cursor, "plural") and count is None and not many):
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    if unit == "century":
        return Wording(first=first, last=cursor + 1, kind="century", index=index)
    named = unit in _OF_YEAR and not scan.has(cursor, "half_of_what")
    if named and read_year_pair(scan, cursor + 1):  # of a year of business nobody knows
        return None
    base = read_inside(scan, cursor + 1, needed=not named)
    if base is None and not (named or scan.word(at - 1) == "' s"):
        return None
    if (
        not 1
        <= abs(index)
        <= {"quarter": 4, "half": 2, "month": 12, "week": 53, "day": 366}.get(unit, 10)
    ):
        return None
    last = base.last if base else cursor + 1
    return Wording(
        first=first, last=last, kind="nth", unit=unit, index=index, count=count, base=base
    )


def read_owned(scan: Scan, at: int) -> Wording | None:
    """Read "2014's first quarter"."""
    if scan.digits(at) != 4 or scan.word(at + 1) != "' s":
        return None
    part, year = read_nth(scan, at + 2), _plain_year(scan, at)
    if part is None or year is None or part.base is not None or part.unit not in _OF_YEAR:
        return None
    return replace(part, first=at, base=year)


def _nth_weekday(scan: Scan, first: int, at: int, index: int) -> Wording | None:
    """Read "ersten Samstag im Mai", "first Monday of next month"; 6. Montag is none."""
    if not (1 <= index <= 5 or index == -1) or scan.has(at, "risky_weekdays"):
        return None
    if scan.number(first) >= 0 and scan.word(first + 1) == ".":
        return None
    base = read_inside(scan, at + 1, needed=True)
    fits = base is not None and (base.kind == "month" or base.unit == "month")
    return Wording(
        first=first,
        last=base.last if base is not None and fits else at + 1,
        kind="nth",
        unit="weekday",
        weekday=scan.get(at, "weekday"),
        index=index,
        base=base if fits else None,
        anaphoric=not fits,
    )


def _signed(scan: Scan, at: int, unit: str) -> Wording | None:
    """Read "Q3 2014", "2017 Q1", "H2-2019", "KW 42"."""
    spaced = not scan.touches(at + 1)
    index = scan.number(at + 1)
    if unit == "week" and scan.has(at, "unit") and not read_inside(scan, at + 2, needed=True):
        return None  # "week 3" of a season
    if index < 1 or index > {"quarter": 4, "half": 2}.get(unit, 53) or (spaced and unit != "week"):
        return None
    year_at = at + 3 if scan.word(at + 2) in {"-", "/"} else at + 2
    base = _plain_year(scan, year_at) or read_inside(scan, at + 2, needed=True)
    first, last = at, base.last if base else at + 2
    if base is None and scan.touches(at) and scan.digits(at - 1) == 4:  # "2018Q4"
        base, first = Wording(first=at - 1, last=at, kind="year", year=scan.number(at - 1)), at - 1
    if base is None and scan.digits(before := at - (2 if scan.word(at - 1) == "-" else 1)) == 4:
        base, first = _plain_year(scan, before), before
    if unit == "half" and base is None:
        return None
    return Wording(first=first, last=last, kind="nth", unit=unit, index=index, base=base)


def read_century(scan: Scan, at: int) -> Wording | None:
    """Read "15. Jahrhundert", "the 19th century"."""
    found = read_nth(scan, at)
    return found if found is not None and found.kind == "century" else None


def read_season(scan: Scan, at: int) -> Wording | None:
    """Read "Sommer 2024", "im Herbst", "spring"."""
    season = scan.get(at, "season")
    if season is None:
        return None
    found = Wording(first=at, last=at + 1, kind="season", name=season)
    month, months = scan.words.seasons[season]
    pair = read_year_pair(scan, at + 2 if scan.has(at + 1, "part_of") else at + 1)
    if month + months > _MONTHS and pair:  # "Winter 2015/16", "the winter of 2015-16"
        return replace(found, year=pair[0] + 1, index=-1, last=pair[1])
    year = read_stated_year(scan, at + 1) or _short_year(scan, at + 1)
    if year:
        return replace(found, year=year[0], last=year[1])
    if base := read_base(scan, at + 1):
        return replace(found, base=base, last=base.last)
    asked = scan.has(at - 1, "season_cue") or (
        scan.has(at - 1, "the") and scan.has(at - 2, "season_cue")
    )
    return found if asked else None


def _short_year(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return (year, end) of "68" in "Sommer 68", where nothing behind it can be counted."""
    year, end = scan.number(at), scan.word(at + 1) in {"", ".", ",", ";", "!", "?", ")"}
    goes_on = scan.number(at + 2) >= 0 and scan.touches(at + 2)
    if not scan.words.ordinal_dot or scan.digits(at) != 2 or year < _PAST or not end or goes_on:
        return None
    return 1900 + year, at + 1
