"""Read expressions that need an anchor: yesterday, last week, the third quarter, in two years.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace

from checker.language.moments_dates import (
    read_date,
    read_month_day,
    read_ordinal,
    read_stated_year,
    read_weekday,
    read_year,
)
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

#: Units a distance from the anchor can have.
_PLAIN = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})
#: "Ende der ersten Woche des Jahres": further in nobody reads.
_DEEPEST = 3
#: "The last year" is the twelve months before, "last year" one of the calendar.
_LONG = frozenset({"year", "decade", "century"})
#: Units that are parts of a year, so that the year need not be said.
_OF_YEAR = frozenset({"quarter", "half"})


def read_deictic(scan: Scan, at: int) -> Wording | None:
    """Read "gestern", "heute früh", "tomorrow", "am heutigen Samstag"."""
    shift = scan.get(at, "deictic")
    if shift is not None:
        if scan.has(at, "daypart") and (scan.has(at - 1, "on") or scan.has(at - 1, "det")):
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
    if shift == -1 and (base := _base(scan, at + 1, needed=True)):
        return replace(
            made, kind="nth", index=-1, count=count, shift=None, base=base, last=base.last
        )
    rolling = scan.has(at - 1, "rolling") and unit not in {"weekend", "day"}
    if unit in _LONG and scan.has(at - 1, "rolling_the") and scan.has(at - 2, "det"):
        rolling = True
    if count is None and rolling:
        count = None if scan.has(at, "plural") else 1
    if count is not None:
        return replace(made, count=count) if shift else None
    if scan.has(at, "plural") and unit not in {"weekend"}:
        return Wording(first=first, last=at + 1, kind="vague")
    if unit in {"minute", "hour"}:
        return None
    if unit == "day":
        return replace(made, anaphoric=True)
    linked = scan.has(at + 1, "on") or scan.word(at + 1) == "' s"
    after = read_weekday(scan, at + 2 if linked else at + 1, cued=True)
    if unit == "week" and after is not None and after.kind == "weekday":
        return replace(after, first=first, base=made)
    return made


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
        nearest = scan.has(at - 1, "nearest") or scan.has(at - 2, "nearest")
        return replace(found, shift=shift, name="nearest" if nearest else "")
    month = scan.get(at, "month")
    if month is not None:
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


def _base(scan: Scan, at: int, *, needed: bool = False, link: str = "of") -> Wording | None:
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
    unit = scan.get(cursor, "unit")
    if linked and unit in {"week", "month", "year", "quarter", "century", "decade", "half"}:
        stated = read_stated_year(scan, cursor + 1) if unit == "year" else None
        if stated:
            return Wording(first=cursor, last=stated[1], kind="year", year=stated[0])
        return Wording(first=cursor, last=cursor + 1, kind="unit", unit=unit, shift=0)
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
        return Wording(first=cursor, last=cursor + 1, kind="unit", unit="year", shift=0)
    found = read_shifted(scan, cursor)
    if found is not None and found.kind == "unit" and found.unit in {"year", "week", "month"}:
        return None if found.count or found.anaphoric else found
    return None


def read_part(scan: Scan, at: int) -> Wording | None:
    """Read "Mitte August", "Ende des Monats", "early 2024", "mid-November"."""
    if scan.has(at, "rest"):
        return _rest(scan, at)
    name = scan.get(at, "part")
    adjective = scan.get(at, "part_adjective")
    if name is None and adjective is None:
        return None
    cursor = at + 1
    if scan.word(cursor) in {"-", "–", "‑"} and scan.touches(cursor):
        cursor += 1
    cursor = scan.skip(cursor, "part", most=1)
    base = _base(scan, cursor, link="part_of")
    if base is None or (base.kind == "unit" and base.unit == "week" and name is None):
        return None
    if base.kind == "part" or base.role == "span":
        return None
    first = at - 1 if scan.has(at - 1, "the") and name is None else at
    return Wording(
        first=first, last=base.last, kind="part", name=name or adjective or "", base=base
    )


def _rest(scan: Scan, at: int) -> Wording | None:
    """Read "earlier this month", "later this year": up to today, or from today on."""
    found = read_shifted(scan, at + 1)
    if found is None or found.kind != "unit" or found.shift != 0 or found.count:
        return None
    name = str(scan.get(at, "rest"))
    return Wording(first=at, last=found.last, kind="part", name=name, base=found)


def read_nth(scan: Scan, at: int) -> Wording | None:
    """Read "dritten Quartal 2014", "first half of 2025", "the last week of July", "Q3"."""
    sign = scan.get(at, "nth_sign")
    if sign is not None:
        return _signed(scan, at, sign)
    ordinal = read_ordinal(scan, at)
    if ordinal is None:
        return None
    index, cursor = ordinal
    count = None
    if found := read_count(scan, cursor):
        count, cursor = found
    if scan.has(cursor, "weekday"):
        return _nth_weekday(scan, at, cursor, index)
    unit = scan.get(cursor, "unit")
    if unit is None or (scan.has(cursor, "plural") and count is None):
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    if unit == "century":
        return Wording(first=first, last=cursor + 1, kind="century", index=index)
    base = _base(scan, cursor + 1, needed=unit not in _OF_YEAR)
    if base is None and unit not in _OF_YEAR:
        return None
    if (
        not 1
        <= index
        <= {"quarter": 4, "half": 2, "month": 12, "week": 53, "day": 366}.get(unit, 10)
    ):
        return None
    last = base.last if base else cursor + 1
    return Wording(
        first=first, last=last, kind="nth", unit=unit, index=index, count=count, base=base
    )


def _nth_weekday(scan: Scan, first: int, at: int, index: int) -> Wording | None:
    """Read "ersten Samstag im Mai", "first Monday of next month"; 6. Montag is none."""
    if not (1 <= index <= 5 or index == -1) or scan.has(at, "risky_weekdays"):
        return None
    if scan.number(first) >= 0 and scan.word(first + 1) == ".":
        return None
    base = _base(scan, at + 1, needed=True)
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
    if unit == "week" and scan.has(at, "unit") and not _base(scan, at + 2, needed=True):
        return None  # "week 3" of a season
    if index < 1 or index > {"quarter": 4, "half": 2}.get(unit, 53) or (spaced and unit != "week"):
        return None
    year_at = at + 3 if scan.word(at + 2) in {"-", "/"} else at + 2
    base = _plain_year(scan, year_at) or _base(scan, at + 2, needed=True)
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


def read_decade(scan: Scan, at: int) -> Wording | None:
    """Read a decade in words: "Neunzigerjahre", "the nineties"."""
    decade = scan.get(at, "decade_word")
    if decade is None:
        return None
    end = at + 1
    if scan.word(end) == "-":
        end += 1
    if scan.get(end, "unit") == "year":
        end += 1
    elif not scan.has(at, "decade_alone"):
        return None
    else:
        end = at + 1
    return Wording(first=at, last=end, kind="decade", year=1900 + int(decade))


def read_season(scan: Scan, at: int) -> Wording | None:
    """Read "Sommer 2024", "im Herbst", "spring"."""
    season = scan.get(at, "season")
    if season is None:
        return None
    found = Wording(first=at, last=at + 1, kind="season", name=season)
    year = read_stated_year(scan, at + 1)
    if year:
        return replace(found, year=year[0], last=year[1])
    if base := read_base(scan, at + 1):
        return replace(found, base=base, last=base.last)
    asked = scan.has(at - 1, "season_cue") or (
        scan.has(at - 1, "the") and scan.has(at - 2, "season_cue")
    )
    return found if asked else None


def read_holiday(scan: Scan, at: int) -> Wording | None:
    """Read "Karfreitag", "Ostern 2018", "christmas eve last year"."""
    name = scan.get(at, "holiday")
    if name is None:
        return None
    found = Wording(first=at, last=at + 1, kind="holiday", name=name)
    year = read_stated_year(scan, at + 1)
    if year:
        return replace(found, year=year[0], last=year[1])
    if base := read_base(scan, at + 1):
        return replace(found, base=base, last=base.last)
    return found


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
    if unit == "weekend" or unit not in _PLAIN | {"fortnight", "quarter", "half"} or count > 900:
        return None
    return unit, count, cursor + 1, approximate


def read_week_of(scan: Scan, at: int) -> Wording | None:
    """Read "the week of October 7", "Woche vom 7. Oktober": the week that holds the day."""
    if scan.get(at, "unit") != "week" or not scan.has(at + 1, "week_of"):
        return None
    cursor = at + 3 if scan.has(at + 2, "the") else at + 2
    day = read_date(scan, cursor, cued=True) or read_weekday(scan, cursor)
    if day is None or day.kind != "date" or day.to is not None:
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    return Wording(first=first, last=day.last, kind="unit", unit="week", base=day)


def read_day_of_month(scan: Scan, at: int) -> Wording | None:
    """Read "the 20th of next month", "20. des kommenden Monats"."""
    day = read_ordinal(scan, at)
    if day is None or not 1 <= day[0] <= 31:
        return None
    month = _base(scan, day[1], needed=True)
    if month is None or month.kind != "unit" or month.unit != "month":
        return None
    if scan.has(month.first, "unit"):  # "the 5th of the month" may be any month
        return None
    return Wording(first=at, last=month.last, kind="date", day=day[0], base=month)


def read_set(scan: Scan, at: int) -> Wording | None:
    """Read what recurs: "jeden Montag", "every two weeks", "täglich"."""
    if scan.has(at, "sets"):
        return Wording(first=at, last=at + 1, kind="set", role="set")
    if not scan.has(at, "each"):
        return None
    cursor = at + 1
    if found := read_count(scan, cursor) or read_ordinal(scan, cursor):
        cursor = found[1]
    cursor = scan.skip(cursor, "shift", "each_other", most=1)
    named = ("unit", "weekday", "weekday_part", "daypart", "month", "season", "holiday")
    if not any(scan.has(cursor, c) for c in named) or scan.has(cursor, "risky_months"):
        return None
    return Wording(first=at, last=cursor + 1, kind="set", role="set")
