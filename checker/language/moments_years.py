"""Read years that stand alone and decades: "2011", "das Jahr 2010", "1990er Jahre", "2014-2018".

Four digits are a year only where they can be nothing else: "2022 Menschen" is a count.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from checker.language.moments_numbers import continues, free, read_ordinal, read_stated_year
from checker.language.moments_numeric import year_first
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

_DASHES: Final = frozenset("-–—‐‑−~")
#: Years between the ends of a span, such as a life.
_LONGEST_SPAN: Final = 150


def read_year(scan: Scan, at: int) -> Wording | None:
    """Read a year that stands alone, a decade ("1990er Jahre") or a span "2014-2018"."""
    year = scan.number(at)
    if scan.digits(at) == 4 and scan.has(at + 1, "decade") and _tied(scan, at + 1):
        return _decade(scan, at, year) if year % 10 == 0 else None
    if scan.digits(at) == 2 and scan.touches(at + 1) and scan.has(at + 1, "decade"):
        named = scan.has(_after_decade(scan, at), "unit") or scan.words.lang == "en"
        named = named or scan.has(at + 1, "decade_alone")
        named = named or (scan.has(at - 1, "part_of") and scan.has(at - 2, "part"))
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
    if not (dashed or slashed) and not free(scan, at):
        return None
    tied = scan.touches(at) and scan.digits(at - 2) == 4 and scan.touches(at - 2)
    if _in_number(scan, at) or (dashed and tied and not free(scan, at - 2)):
        return None
    if continues(scan, at + 1) or not _year_stands(scan, at, year):
        return None
    return Wording(first=at, last=at + 1, kind="year", year=year)


def read_era(scan: Scan, at: int) -> Wording | None:
    """Read "300 v. Chr.", "79 AD": a year far off the calendar, and no count."""
    known = scan.digits(at) == 4 and not scan.has(at + 1, "era_before")  # "2014 A.D."
    if not scan.has(at + 1, "era") or known or scan.breaks(at + 1):
        return None
    return Wording(first=at, last=at + 2, kind="vague")


def _tied(scan: Scan, at: int) -> bool:
    """Return whether the sign of a decade belongs to the year: "1990s", "the 1990 s"."""
    return scan.touches(at) or (scan.has(at, "decade_apart") and scan.number(at - 1) % 10 == 0)


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
    both = year_first(scan, at + 1, "/") if scan.word(at + 2) == "/" else None
    if both is not None and both.kind == "year":
        return replace(both, first=first)
    if year is None or scan.word(at + 1) == ",":
        return None
    return Wording(first=first, last=year[1], kind="year", year=year[0])


def read_two_years(scan: Scan, at: int) -> Wording | None:
    """Read "die Saison 2013/14", "the 2013/14 season": two years are one with their noun."""
    after = scan.has(at, "season_noun")
    pair = year_first(scan, at + 1 if after else at, "/")
    if pair is None or pair.kind != "year" or not (after or scan.has(pair.last, "season_noun")):
        return None
    first = at - 1 if scan.has(at - 1, "det") else at
    return replace(pair, first=first, last=pair.last if after else pair.last + 1)


def _after_decade(scan: Scan, at: int) -> int:
    """Return where the noun of a decade stands: "1990er Jahre", "1990er-Jahre"."""
    return at + 3 if scan.word(at + 2) in _DASHES and scan.touches(at + 2) else at + 2


def _decade(scan: Scan, at: int, year: int) -> Wording:
    noun = _after_decade(scan, at)
    end = noun + 1 if scan.get(noun, "unit") == "year" else at + 2
    first = at - 1 if scan.has(at - 1, "det") else at
    return _of_century(scan, Wording(first=first, last=end, kind="decade", year=year))


def _of_century(scan: Scan, found: Wording) -> Wording:
    """Return a decade as of the century told behind it: "zwanziger Jahre des 19. Jahrhunderts"."""
    at = scan.skip(found.last, "part_of", "det", most=2)
    ordinal = read_ordinal(scan, at) if at > found.last else None
    if ordinal is None or scan.get(ordinal[1], "unit") != "century" or found.year is None:
        return found
    return replace(found, year=100 * (ordinal[0] - 1) + found.year % 100, last=ordinal[1] + 1)


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
    elif not _the_decade(scan, at):
        return None
    else:
        end = at + 1
    found = Wording(first=at, last=end, kind="decade", year=1900 + int(decade))
    return _of_century(scan, found)


def _the_decade(scan: Scan, at: int) -> bool:
    """Return whether the word alone is a decade: "in the nineties", not "her nineties"."""
    if scan.has(at, "decade_alone"):
        return True
    beside = any(scan.has(at - 1, c) for c in ("det", "part_adjective", "part"))
    return beside and scan.has(at, "decade_the")


def _year_stands(scan: Scan, at: int, year: int) -> bool:
    """Return whether four digits can be nothing but a year.

    They are one after a word that asks for a year, in brackets, as a pair, or where the next
    word is no noun; a count has its noun right behind ("2022 Menschen", "1800 Meter").
    """
    before, after = scan.word(at - 1), at + 1
    if any(scan.has(after, c) for c in ("unit_symbol", "time_zone")) or scan.has(
        at - 1, "never_year"
    ):
        return False
    if scan.has(after, "unit") or scan.word(after) in {"%", "€", "$", "£", "°"}:
        return False
    if scan.get(at - 1, "unit") == "year" or scan.has(at - 1, "season"):
        return True
    if before in {"(", "/"} and scan.word(after) in {")", ",", "-", "–", "/", ";"}:
        return True
    if _counted(scan, at):
        return False
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


def _counted(scan: Scan, at: int) -> bool:
    """Return whether the words around show a count: "2000 bis 3000 Grad", "und 1700 im Vorjahr"."""
    after = at + 1
    linked = scan.has(after, "to") or scan.word(after) in _DASHES
    linked = linked or (scan.has(at - 1, "between") and scan.has(after, "and"))
    if linked and scan.digits(after + 1) >= 4 and not 1000 <= scan.number(after + 1) <= 2199:
        return True
    dated = scan.has(after, "in") and scan.digits(after + 1) == 4
    if dated and not scan.has(at - 1, "year_cue"):
        return True  # "sold 2000 in 2015"
    return scan.has(at - 1, "and") and scan.has(after, "year_cue") and _timed(scan, after + 1)


def _function(scan: Scan, at: int) -> bool:
    """Return whether a word no count can have behind it stands at `at`."""
    return scan.has(at, "not_counted") or scan.has(at, "to") or scan.has(at, "and")


def _timed(scan: Scan, at: int) -> bool:
    """Return whether another expression of time begins at `at`: "davon 2000 im Jahr 2011"."""
    return any(scan.has(at, category) for category in ("unit", "shift", "shifted"))


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
