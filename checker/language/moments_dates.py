"""Read absolute dates: days, months, years, decades, in digits and in words.

Each reader looks at the tokens from one place on and returns what it found there, or None.
Numbers are only dates beside a month, a weekday or a preposition, or in a form nothing else
has: "7.10." may be a section, "5/12" a fraction, "2022 Menschen" a count.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−~")
#: Years between the ends of a span, such as a life.
_LONGEST_SPAN: Final = 150
_SEPARATORS: Final = frozenset("./-–")
#: Signs before a number that make it part of something else.
_GLUED: Final = frozenset("/.,:-–_#§$€£@=+\\'&%")


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
    if scan.word(at) == "," or (scan.has(at, "of") and scan.number(at + 1) >= 0):
        at += 1
    if scan.digits(at) == 4 and 1000 <= scan.number(at) <= 2199 and not _continues(scan, at + 1):
        return scan.number(at), at + 1
    return None


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


def _continues(scan: Scan, at: int) -> bool:
    """Return whether the number before `at` goes on: "2014.5", "2014er", "2014/15"."""
    if not scan.touches(at):
        return False
    word = scan.word(at)
    if word.isalnum():
        return True
    if word == "/" and scan.digits(at + 1) == 4:
        return False
    return word in {".", ",", ":", "/"} and scan.digits(at + 1) > 0 and scan.touches(at + 1)


def _free(scan: Scan, at: int) -> bool:
    """Return whether the number at `at` does not go on to the left."""
    if not scan.touches(at):
        return True
    before = scan.word(at - 1)
    if before == ":":
        return scan.number(at - 2) < 0
    return before not in _GLUED and not before.isalnum()


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


def read_day_month(scan: Scan, at: int) -> Wording | None:
    """Read "7. Oktober 2025", "7th of October", "second of May"."""
    day = read_day_number(scan, at)
    if day is None or not _free(scan, at):
        return None
    cursor = day[1]
    if (scan.has(cursor, "of") and scan.has(cursor + 1, "month")) or (
        scan.word(cursor) in {"-", "/"} and scan.has(cursor + 1, "month")
    ):
        cursor += 1
    month = read_month(scan, cursor) or _counted_month(scan, at, cursor)
    if month is None or _surname(scan, cursor):
        return None
    return _with_year(
        scan, Wording(first=at, last=month[1], kind="date", day=day[0], month=month[0])
    )


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
    if len(days) < 2 or len(links) < len(days) - 1 or not _free(scan, at):
        return ()
    last = read_day_month(scan, days[-1][1])
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
    ) or scan.has(cursor, "the"):
        cursor += 1
    plain = scan.number(cursor) >= 0 and read_ordinal(scan, cursor) is None
    day = read_day_number(scan, cursor)
    if day and scan.words.ordinal_dot and not _month_first(scan, at, cursor):
        day = None
    if day and not (plain and _counts(scan, day[1])) and not _clockish(scan, day[1]):
        if plain and scan.has(at, "risky_verbs") and not scan.capital(at):
            return None
        head = Wording(first=at, last=day[1], kind="date", month=month[0], day=day[0])
        link = _link(scan, day[1])
        other = read_day_number(scan, link[1]) if link and link[0] == "to" else None
        if link and other and not scan.has(other[1], "month") and not _clockish(scan, other[1]):
            tail = _with_year(scan, replace(head, first=link[1], last=other[1], day=other[0]))
            return replace(head, year=tail.year, last=tail.last, to=tail, role="span")
        return _with_year(scan, head)
    alone = _with_year(scan, Wording(first=at, last=month[1], kind="month", month=month[0]))
    doubtful = alone.year is None and scan.has(at, "risky_months") and not cued
    if doubtful and not _supported(scan, at):
        return None
    return alone


def _month_first(scan: Scan, at: int, day_at: int) -> bool:
    """Return whether a day follows its month where it commonly stands before: "März 3, 2015".

    A year behind it or a weekday before it leaves no doubt.
    """
    dated = scan.has(at - 1, "weekday") or (
        scan.word(at - 1) == "," and scan.has(at - 2, "weekday")
    )
    noun = scan.word(day_at + 1).isalpha() or scan.word(day_at + 1) == "."
    return read_stated_year(scan, day_at + 1) is not None or (dated and not noun)


def _counts(scan: Scan, at: int) -> bool:
    """Return whether a number that ends at `at` counts something or goes on."""
    if _continues(scan, at):
        return True
    word = scan.word(at)
    if word in {"%", "-"} and scan.touches(at):
        return scan.number(at + 1) < 0
    return word in {"percent", "per", "million", "billion", "people", "years", "miles"}


def _clockish(scan: Scan, at: int) -> bool:
    """Return whether a number that ends at `at` is the hour of a clock time."""
    if scan.has(at, "am") or scan.has(at, "pm") or scan.has(at, "hour"):
        return True
    return scan.word(at) == ":" and scan.touches(at) and scan.number(at + 1) >= 0


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


def read_weekday(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read a weekday, with its date if one follows: "Donnerstag (7. November)".

    With `cued`, words before it leave no doubt about a short name ("next week Mon").
    """
    grown = scan.get(at, "weekday_part")
    if grown is not None:
        return Wording(first=at, last=at + 1, kind="weekday", weekday=grown[0], daypart=grown[1])
    weekday = scan.get(at, "weekday")
    if weekday is None:
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
    if scan.has(at, "risky_weekdays") and not cued:
        return None
    return Wording(first=at, last=end, kind="weekday", weekday=weekday)


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
    if scan.words.ordinal_dot or scan.number(at) < 0 or not scan.has(at - 1, "det"):
        return None
    found = read_ordinal(scan, at)
    if found is None or not 1 <= found[0] <= 31 or not scan.has(at - 2, "day_cue"):
        return None
    if scan.word(found[1]).isalnum() or scan.word(found[1]) in _GLUED - {".", ","}:
        return None
    return Wording(first=at - 1, last=found[1], kind="date", day=found[0])


def _alone(scan: Scan, at: int, cursor: int, end: int) -> bool:
    """Return whether an ordinal after a weekday is the day: "friday the 26th", "Tue 13th"."""
    if scan.words.ordinal_dot or (scan.number(cursor) < 0 and cursor == at + 1):
        return False
    return cursor > at + 1 or not (scan.has(end, "unit") or scan.word(end).isalpha())


def read_numeric(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read a date in digits: "07.10.2025", "7.10.", "2025-10-17", "10/7/2025", "12/2015"."""
    first, separator = scan.number(at), scan.word(at + 1)
    if first < 0 or separator not in _SEPARATORS or not _free_numeric(scan, at):
        return None
    if scan.digits(at) == 4:
        return _year_first(scan, at, separator)
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
        if 1 <= first <= 12 and 1500 <= second <= 2199 and not _continues(scan, second_at + 1):
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
        if year >= 0 and near and size in {2, 4} and not _continues(scan, year_at + 1):
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
    if scan.word(at + 1) == "/" and (cued or alone) and not _counts(scan, third):
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
    if scan.word(end) in {"%", "€", "$", "°"} or _continues(scan, end):
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


def _free_numeric(scan: Scan, at: int) -> bool:
    if not scan.touches(at):
        return True
    before = scan.word(at - 1)
    if scan.digits(at) == 4 and before in {"-", "/", "_"}:
        return not scan.word(at - 2).isdigit()
    return before in {"(", "„", "“", '"', "»", "«", "[", "–", "-", "~", ":", "|"} and not (
        before in {"-", "–", ":"} and scan.word(at - 2).isdigit() and scan.digits(at - 2) < 4
    )


def _year_first(scan: Scan, at: int, separator: str) -> Wording | None:
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
    if separator == "/" and next_year and not _continues(scan, second + 1):
        end = Wording(first=second, last=second + 1, kind="year", year=year + 1)
        return Wording(first=at, last=second + 1, kind="year", year=year, to=end, role="span")
    return None


def read_date(scan: Scan, at: int, *, cued: bool = False) -> Wording | None:
    """Read any absolute date of a single day or month that begins at `at`."""
    if scan.number(at) >= 0:
        return read_numeric(scan, at, cued=cued) or read_day_month(scan, at)
    if scan.has(at, "month"):
        return read_month_day(scan, at)
    if scan.has(at, "ordinal") or scan.has(at, "cardinal"):
        return read_day_month(scan, at)
    return None


def read_year(scan: Scan, at: int) -> Wording | None:
    """Read a year that stands alone, a decade ("1990er Jahre") or a span "2014-2018"."""
    year = scan.number(at)
    if scan.digits(at) == 4 and scan.touches(at + 1) and scan.has(at + 1, "decade"):
        return _decade(scan, at, year) if year % 10 == 0 else None
    if scan.digits(at) == 2 and scan.touches(at + 1) and scan.has(at + 1, "decade"):
        named = scan.has(_after_decade(scan, at), "unit") or scan.words.lang == "en"
        if (
            named
            and year % 10 == 0
            and year >= 20
            and scan.get(_after_decade(scan, at), "unit") in {"year", None}
        ):
            return _decade(scan, at, 1900 + year)
        return None
    if scan.digits(at) != 4 or not 1000 <= year <= 2199:
        return None
    dashed = scan.touches(at) and scan.word(at - 1) in _DASHES and scan.digits(at - 2) == 4
    slashed = scan.word(at - 1) == "/" and scan.number(at - 2) >= 1000
    if not (dashed or slashed) and not _free(scan, at):
        return None
    tied = scan.touches(at) and scan.digits(at - 2) == 4 and scan.touches(at - 2)
    if _in_number(scan, at) or (dashed and tied and not _free(scan, at - 2)):
        return None
    if _continues(scan, at + 1) or not _year_stands(scan, at, year):
        return None
    return Wording(first=at, last=at + 1, kind="year", year=year)


def _in_number(scan: Scan, at: int) -> bool:
    """Return whether dashes tie the number to others that are no years: a telephone number."""
    for step in (-1, 1):
        sign = at + step
        while scan.word(sign) in _DASHES and scan.digits(sign + step):
            if scan.digits(sign + step) != 4 or scan.number(sign + step) < 1000:
                return True
            sign += 2 * step
            if abs(sign - at) > 6:
                break
    return False


def read_named_year(scan: Scan, at: int) -> Wording | None:
    """Read "Jahr 2011", "the year 2008", "das Jahr 2010"."""
    if scan.get(at, "unit") != "year":
        return None
    year = read_stated_year(scan, at + 1)
    first = at - 1 if scan.has(at - 1, "det") else at
    both = _year_first(scan, at + 1, "/") if scan.word(at + 2) == "/" else None
    if both is not None and both.kind == "year":
        return replace(both, first=first)
    if year is None or scan.word(at + 1) == ",":
        return None
    return Wording(first=first, last=year[1], kind="year", year=year[0])


def _after_decade(scan: Scan, at: int) -> int:
    """Return where the noun of a decade stands: "1990er Jahre", "1990er-Jahre"."""
    return at + 3 if scan.word(at + 2) in _DASHES and scan.touches(at + 2) else at + 2


def _decade(scan: Scan, at: int, year: int) -> Wording:
    noun = _after_decade(scan, at)
    end = noun + 1 if scan.get(noun, "unit") == "year" else at + 2
    first = at - 1 if scan.has(at - 1, "det") else at
    return Wording(first=first, last=end, kind="decade", year=year)


def _year_stands(scan: Scan, at: int, year: int) -> bool:
    """Return whether four digits can be nothing but a year.

    They are one after a word that asks for a year, in brackets, as a pair, or where the next
    word is no noun; a count has its noun right behind ("2022 Menschen", "1800 Meter").
    """
    before, after = scan.word(at - 1), at + 1
    if scan.has(at - 1, "never_year") or scan.has(after, "unit_symbol"):
        return False
    if scan.has(after, "unit") or scan.word(after) in {"%", "€", "$", "£", "°"}:
        return False
    if scan.get(at - 1, "unit") == "year" or scan.has(at - 1, "season"):
        return True
    if before in {"(", "/"} and scan.word(after) in {")", ",", "-", "–", "/", ";"}:
        return True
    noun = scan.capital(after) if scan.words.ordinal_dot else not _function(scan, after)
    if _paired(scan, at, year):
        return not (noun and scan.word(after).isalpha()) or scan.has(at - 1, "to")
    if scan.has(at - 1, "year_since"):
        return year >= 1400
    ends = scan.breaks(after) or not (scan.word(after).isalpha() or scan.number(after) >= 0)
    function = _function(scan, after)
    if scan.has(at - 1, "year_cue"):
        return year >= 1400 and (ends or function or (scan.words.ordinal_dot and not noun))
    if scan.has(after, "year_cue") and _timed(scan, after + 1):
        return False
    if ends or function:
        return 1900 <= year <= 2099
    # German verbs are not capitalised, counted nouns are
    return scan.words.ordinal_dot and 1900 <= year <= 2099 and not noun


def _function(scan: Scan, at: int) -> bool:
    """Return whether a word no count can have behind it stands at `at`."""
    return scan.has(at, "not_counted") or scan.has(at, "to") or scan.has(at, "and")


def _timed(scan: Scan, at: int) -> bool:
    """Return whether another expression of time begins at `at`: "davon 2000 im Jahr 2011"."""
    return scan.has(at, "unit") or scan.has(at, "shift")


def _paired(scan: Scan, at: int, year: int) -> bool:
    """Return whether a link ties the year to another one: "1170-1230", "1943 bis 1945"."""
    for step in (-1, 1):
        if scan.word(at + step) in _DASHES or scan.has(at + step, "to"):
            other = scan.number(at + 2 * step) if scan.digits(at + 2 * step) == 4 else 0
            low, high = sorted((year, other))
            if 1000 <= low < high <= 2199 and high - low < _LONGEST_SPAN:
                behind = at + 2 * step + 1
                return step < 0 or not (
                    scan.has(behind, "unit_symbol")
                    or (
                        scan.words.ordinal_dot
                        and scan.word(behind).isalpha()
                        and scan.capital(behind)
                        and not scan.has(at + 1, "to")
                    )
                )
    return False
