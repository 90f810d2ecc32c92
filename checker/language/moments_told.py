"""Say what of the text a time belongs to: an hour to its day, a month to the year it is told of.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from checker.language.moments_anchor import Anchor
from checker.language.moments_calendar import DAY, Period, around, shifted
from checker.language.moments_resolve import resolve
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording

#: Hours between which a night belongs to one day.
_EVENING: Final = 18
_MORNING: Final = 8
#: Characters between times that belong together.
_NEAR: Final = 300
#: Kinds of wordings that name a year or a part of one.
_PERIODS: Final = frozenset({"year", "month", "nth", "season", "part"})
#: From so many years back on, a tale keeps its year: "Im Mai 1945 ... Im Juli kam er."
_LONG_AGO: Final = 5
#: Words a sentence can have before the year it is told of: "Erst im Jahr 1991".
_HEAD: Final = 3
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”“»)’']{0,2}\s+(?=[\"„“»(]?[A-ZÄÖÜ])|\n")


def day_of_hour(
    scan: Scan, wordings: list[Wording], days: list[Period | None], index: int
) -> Period | None:
    """Return the day a clock time belongs to: the nearest one named in its sentence."""
    here = wordings[index]
    for step, indices in ((-1, range(index - 1, -1, -1)), (1, range(index + 1, len(days)))):
        for other in indices:
            left, right = (wordings[other], here) if step < 0 else (here, wordings[other])
            if _apart(scan, left, right):
                break
            period = _at_hour(days[other], wordings[other], here)
            over = wordings[other].role == "until" and not _tied(scan, left, right)
            if period is not None and wordings[other].to is None and not over:
                return period
            if wordings[other].kind in {"weekday", "date", "deictic"}:
                break
    return None


def _tied(scan: Scan, left: Wording, right: Wording) -> bool:
    """Return whether a day and its hour stand side by side: "bis Sonntag, 18 Uhr"."""
    gap = range(left.last, right.first)
    return len(gap) <= 2 and all(scan.word(at) == "," or scan.has(at, "clock_cue") for at in gap)


def _apart(scan: Scan, left: Wording, right: Wording) -> bool:
    """Return whether another sentence begins between two wordings, or much stands there."""
    start, end = scan.ends[left.last - 1], scan.starts[right.first]
    return end - start > _NEAR or bool(_SENTENCE_END.search(scan.text[start : end + 1]))


def told_from(
    scan: Scan, wordings: list[Wording], days: list[Period | None], index: int
) -> Period | None:
    """Return the day, month or year told from the last one named before it.

    "Am Montag kam er, am Tag zuvor sie"; "1991 zog er um.  Zwei Jahre später starb er."  That
    is one of the same sentence or of the one before; "zwei Tage früher als geplant" is no time.
    """
    here = wordings[index]
    if here.kind == "away" and (here.more or scan.has(here.last, "compared")):
        return None
    if here.kind == "away" and scan.has(here.first - 1, "det"):
        return None  # "in den sechs Jahren davor": all of them
    for other in range(index - 1, -1, -1):
        left = wordings[other]
        if _sentences_between(scan, left, here) > 1:
            return None
        told = _named(left, days[other])
        if told is not None:
            same = left.to is None and left.role not in {"since", "until"}
            if not same or here.unit != told[0]:
                return None
            return shifted(told[1][0], here.unit, here.shift or here.count or 0)
        if left.kind not in {"clock", "daypart", "vague", "set"}:
            return None
    return None


def _named(left: Wording, day: Period | None) -> tuple[str, Period] | None:
    """Return the unit and the period of a day, or of a month or year whose year is said."""
    if left.kind in {"date", "weekday", "deictic", "holiday"}:
        return ("day", day) if day is not None and day[1] - day[0] == DAY else None
    if left.kind not in {"month", "year"} or left.year is None or left.anaphoric:
        return None
    return left.kind, around(datetime(left.year, left.month or 1, 1), left.kind)


def _sentences_between(scan: Scan, left: Wording, right: Wording) -> int:
    """Return how many sentences end between two wordings; many where a paragraph does."""
    start, end = scan.ends[left.last - 1], scan.starts[right.first]
    between = scan.text[start : end + 1]
    if end - start > _NEAR or "\n" in between:
        return end - start + 2
    return len(_SENTENCE_END.findall(between))


def _at_hour(day: Period | None, named: Wording, here: Wording) -> Period | None:
    """Return the day of an hour within a night: 23.30 in "der Nacht auf Montag" is Sunday.

    An hour after midnight of "Freitagnacht" may be of either day.
    """
    if day is None or here.clock is None:
        return day
    hour = here.clock // 3600
    if named.daypart == "night_to" and hour >= _EVENING:
        return day[0] - DAY, day[0]
    return None if named.daypart == "night" and hour < _MORNING else day


def in_told_year(scan: Scan, wordings: list[Wording], index: int, anchor: Anchor) -> Wording:
    """Return a bare month or day with the year a tale of long ago has just named.

    "Im Mai 1945 endete der Krieg.  Im Juli kam er": of that year if it comes later in it; else
    it stays open, for it may be of the next.  A tale begins its sentence with the year: "Der
    1964 geborene Minister ging im Mai" and "das Urteil vom 3. Mai 2005" tell of none.
    """
    here = wordings[index]
    if anchor.tense != "past" or anchor.reference is None or not _open_year(here):
        return here
    for other in range(index - 1, -1, -1):
        left = wordings[other]
        if _sentences_between(scan, left, here) > 1:
            return here
        if left.kind in {"clock", "daypart", "vague", "set"}:
            continue
        year = left.year
        plain = left.kind in {"date", "month", "year"} and left.to is None and left.role == "point"
        if not plain or year is None or anchor.reference.year - year < _LONG_AGO:
            return here
        if not _at_head(scan, left.first):
            return here
        if left.kind == "year":
            return replace(here, year=year)
        told, now = (left.month or 0, left.day or 0), (here.month or 0, here.day or 31)
        return replace(here, year=year) if told < now else replace(here, anaphoric=True)
    return here


def _open_year(here: Wording) -> bool:
    """Return whether a month or a day of it is named and nothing that tells its year."""
    bare = here.year is None and here.base is None and here.shift is None and here.to is None
    return here.kind in {"month", "date"} and bare and not here.anaphoric and here.weekday is None


def _at_head(scan: Scan, first: int) -> bool:
    """Return whether a sentence begins right before the token, and not with what it is said of."""
    for before in range(first - 1, first - 2 - _HEAD, -1):
        if scan.has(before, "det"):
            return False
        if before < 0 or scan.word(before) in {".", "!", "?"} or scan.breaks(before + 1):
            return True
    return False


def compared_with(
    scan: Scan, wordings: list[Wording], index: int, anchors: list[Anchor]
) -> Period | None:
    """Return what "Vorjahr" is when its sentence names the year, month or quarter it comes before.

    "Im vergangenen Jahr stieg er gegenüber dem Vorjahr": that is two years ago.  "2014 waren es
    drei, im Vorjahr vier" compares nothing, and is told from the day of writing.
    """
    here = wordings[index]
    if not scan.has(here.first, "before_told") or here.kind != "unit" or here.base is not None:
        return None
    if scan.has(here.first - 1, "in") and not scan.has(here.first - 2, "compared"):
        return None
    against = any(scan.has(at, "against") for at in range(here.first - _HEAD, here.first))
    behind = range(index + 1, len(wordings)) if against else ()
    for others in (range(index - 1, -1, -1), behind):
        for other in others:
            pair = sorted((other, index))
            if _sentences_between(scan, wordings[pair[0]], wordings[pair[1]]):
                break
            period = _told_period(scan, wordings[other], anchors[other])
            if period is not None and _holds(here.unit, period):
                return shifted(period[0], here.unit, -1)
    return None


def _told_period(scan: Scan, named: Wording, anchor: Anchor) -> Period | None:
    """Return the year, month or quarter a wording names, or a part of one."""
    fits = named.kind in _PERIODS or (named.kind == "unit" and named.count is None)
    if not fits or named.to is not None or named.role != "point":
        return None
    if scan.has(named.first, "before_told"):
        return None
    return resolve(named, anchor, scan.words).period


def _holds(unit: str, period: Period) -> bool:
    """Return whether the period lies within a single unit of that length, and is no day."""
    low, high = around(period[0], unit)
    return period[1] - period[0] > DAY and low <= period[0] and period[1] <= high
