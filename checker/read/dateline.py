"""When, where and by whom an article was published, each with the evidence for it.

A wrong date is worse than none: it moves every "gestern" of the article.  So a date is taken
only from a sidecar, from markup, or from a line that is nothing but a dateline.  What can merely
be reasoned out from dated events is an estimate: it is shown with its range and anchors nothing.

Floor 3 (read).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from checker.model import Known
from checker.read.credits import find_credits
from checker.read.metaline import read_meta
from checker.read.reading import Line
from checker.read.stamps import FIRST_YEAR, LAST_YEAR, Stamp, find_stamps
from checker.read.words import words

_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?\s*"
    r"(?:all rights reserved|alle rechte vorbehalten)?[\s,.|:-]*(?P<who>[^\n|]{2,80})",
    re.IGNORECASE,
)
_NOT_WHO: Final = re.compile(r"(?:all rights|alle rechte|rights reserved|\d{4}).*", re.IGNORECASE)
_AI_AUTHOR: Final = re.compile(
    r"\bvon ((?:[A-ZÄÖÜ][\w.'’-]+ ){1,3}[A-ZÄÖÜ][\w.'’-]+)(?= (?:erstellt|verfasst|geschrieben))"
    r"|\b(?:written|created) by ((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+)"
)
_SIGNS: Final = re.compile(r"[\W\d_]+")
#: An article that names a weekday with its date speaks of the last days before it appeared.
_SOON: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who published a text when; every value with evidence, None where nothing shows it."""

    published: Known | None = None
    low: datetime | None = None
    high: datetime | None = None
    publisher: Known | None = None
    author: Known | None = None
    agencies: tuple[Known, ...] = ()
    notices: tuple[str, ...] = ()


def read_imprint(
    lines: Sequence[Line],
    reasons: Sequence[str],
    facts: Mapping[str, Known],
    *,
    name: str = "",
) -> Imprint:
    """Return the imprint of an article from its own lines and from what markup says.

    Args:
        lines: Lines of the text.
        reasons: Furniture reason per line.
        facts: Values with better evidence (sidecar, front matter, markup).
        name: Name of the file; a name in the dateline that it repeats is the publisher's.
    """
    notices: list[str] = []
    published, low, high = _published(lines, reasons, facts, notices)
    return Imprint(
        published=published,
        low=low,
        high=high,
        publisher=facts.get("publisher")
        or _publisher(lines, reasons)
        or _namesake(lines, reasons, name),
        author=facts.get("author") or _author(lines, reasons),
        agencies=_agencies(lines, reasons, facts),
        notices=tuple(notices),
    )


def read_instant(text: str) -> tuple[datetime, datetime] | None:
    """Return first instant and instant after the last of a date in ISO form or as in a dateline.

    An offset from UTC is dropped: the wall clock of the place of publication is what
    "gestern" means.  A bare "Z" is no place; see `local_wall_clock`.
    """
    stamps = find_stamps(text.strip())
    if len(stamps) != 1 or not stamps[0].plausible:
        return None
    return stamps[0].low, stamps[0].high


def local_wall_clock(text: str, lang: str) -> str:
    """Return an ISO instant in UTC as German wall clock if the article is German.

    Sources: Directive 2000/84/EC (summer time from the last Sunday in March, 01:00 UTC, to the
    last Sunday in October, 01:00 UTC).
    """
    match = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00)", text.strip()
    )
    if not match or lang != "de":
        return text
    try:
        instant = datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        return text
    summer = _last_sunday(instant.year, 3) <= instant < _last_sunday(instant.year, 10)
    return (instant + timedelta(hours=2 if summer else 1)).isoformat(timespec="minutes")


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    day = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(day.year, day.month, day.day, 1)


def _published(
    lines: Sequence[Line],
    reasons: Sequence[str],
    facts: Mapping[str, Known],
    notices: list[str],
) -> tuple[Known | None, datetime | None, datetime | None]:
    fact = facts.get("published")
    if fact is not None:
        bounds = read_instant(fact.value)
        if bounds is None:
            notices.append(f"date-not-read: {fact.value[:40]}")
            return fact, None, None
        return fact, *bounds
    found = _stamps_of_meta(lines, reasons)
    if not found:
        return None, None, None
    stamp, start = found
    known = Known(stamp.value, "text", start + stamp.start, start + stamp.end)
    if not stamp.fits:
        notices.append(f"date-weekday-mismatch: {stamp.value}")
        return known, stamp.low - timedelta(days=3), stamp.high + timedelta(days=3)
    if not stamp.plausible:
        notices.append(f"date-implausible: {stamp.value}")
        return known, None, None
    return known, stamp.low, stamp.high


def _stamps_of_meta(lines: Sequence[Line], reasons: Sequence[str]) -> tuple[Stamp, int] | None:
    """Return the first dateline's date; one called an update only if there is no other."""
    late: tuple[Stamp, int] | None = None
    for line, reason in zip(lines, reasons, strict=True):
        if reason not in {"dateline", "byline"}:
            continue
        meta = read_meta(line.text)
        if meta is None or not meta.stamps:
            continue
        if meta.updated:
            late = late or (meta.stamps[0], line.start)
            continue
        return meta.stamps[0], line.start
    return late


def _publisher(lines: Sequence[Line], reasons: Sequence[str]) -> Known | None:
    """Return who holds the copyright, if a footer says so."""
    for line, reason in zip(lines, reasons, strict=True):
        match = _COPYRIGHT.search(line.text) if reason == "footer" else None
        if match:
            who = _NOT_WHO.sub("", match["who"]).strip(" ,|-:")
            if len(who) > 1:
                start = line.start + match.start("who") + match["who"].index(who)
                return Known(who, "text", start, start + len(who))
    return None


def _namesake(lines: Sequence[Line], reasons: Sequence[str], name: str) -> Known | None:
    """Return the name in a dateline that the file bears too ("Union Voice", union-voice.md)."""
    stem = _SIGNS.sub("", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).lower()
    for line, reason in zip(lines, reasons, strict=True):
        meta = read_meta(line.text) if reason in {"byline", "dateline"} else None
        for bare in meta.bare if meta is not None else ():
            key = _SIGNS.sub("", bare).lower()
            if len(key) >= 5 and key == stem:
                start = line.start + line.text.index(bare)
                return Known(bare, "text", start, start + len(bare))
    return None


def _author(lines: Sequence[Line], reasons: Sequence[str]) -> Known | None:
    for line, reason in zip(lines, reasons, strict=True):
        if reason in {"byline", "dateline"}:
            meta = read_meta(line.text)
            if meta is not None and meta.author:
                low, high = meta.author_span
                return Known(meta.author, "text", line.start + low, line.start + high)
        if reason in {"ai-notice", "note"}:
            match = _AI_AUTHOR.search(line.text)
            if match:
                group = 1 if match[1] else 2
                low, high = match.span(group)
                return Known(match[group], "text", line.start + low, line.start + high)
    return None


def _agencies(
    lines: Sequence[Line], reasons: Sequence[str], facts: Mapping[str, Known]
) -> tuple[Known, ...]:
    """Return the agencies credited, the first place of each."""
    found: dict[str, Known] = {}
    fact = facts.get("agency")
    if fact is not None:
        for name in re.split(r"\s*[,/;]\s*", fact.value):
            if name:
                found.setdefault(name.upper(), Known(name.upper(), fact.evidence))
    for line, reason in zip(lines, reasons, strict=True):
        if reason in {"credit", "teaser", "navigation", "related", "subscription", "caption"}:
            continue
        for credit in find_credits(line.text, meta=reason in {"byline", "dateline"}):
            found.setdefault(
                credit.agency,
                Known(credit.agency, "text", line.start + credit.start, line.start + credit.end),
            )
    return tuple(found[name] for name in sorted(found))


@cache
def _weekday_and_day() -> re.Pattern[str]:
    """Return the form "am Donnerstag (7. November)", "Mittwoch, 11. März", "Monday, June 8"."""
    known = words()

    def names(entries: Mapping[str, int], longest: int) -> str:
        wanted = (re.escape(n) for n in entries if len(n) >= longest)
        return "|".join(sorted(wanted, key=lambda n: (-len(n), n)))

    weekday, month = names(known.weekdays, 5), names(known.months, 3)
    return re.compile(
        rf"\b(?P<w>{weekday})\b,?\s?\(?(?:de[nmr] |the )?(?:(?P<d>\d{{1,2}})(?:\.|th|st|nd|rd)?\s"
        rf"(?P<m>{month})\b|(?P<m2>{month})\s(?P<d2>\d{{1,2}})\b)(?!\.?,?\s?\d{{4}})",
        re.IGNORECASE,
    )


def dated_weekdays(text: str) -> tuple[tuple[int, int, int, int, int], ...]:
    """Return weekday, month, day and span of each weekday written with a date but no year."""
    found = []
    for match in _weekday_and_day().finditer(text):
        month = words().months[(match["m"] or match["m2"]).lower()]
        day = int(match["d"] or match["d2"])
        weekday = words().weekdays[match["w"].lower()]
        found.append((weekday, month, day, *match.span()))
    return tuple(found)


def estimate(text: str, *, years: tuple[int, int]) -> tuple[Known, datetime, datetime] | None:
    """Return about when a text was published, if weekdays with dates fit one year only.

    7 November was a Thursday in 2013, 2019 and 2024; which one, the text alone cannot tell.  So
    the caller says between which years the articles of a run lie, and there is an answer only
    if a single one of them fits all weekdays.

    Args:
        text: The article.
        years: First and last year that come into question.

    Returns:
        The estimate with the last such day, the first instant of that day, and the instant
        after the last day the article can be from.
    """
    days = dated_weekdays(text)
    if not days:
        return None
    fitting = [
        year
        for year in range(max(years[0], FIRST_YEAR), min(years[1], LAST_YEAR) + 1)
        if all(_falls_on(year, month, day, weekday) for weekday, month, day, _, _ in days)
    ]
    if len(fitting) != 1 or len({month for _, month, _, _, _ in days}) > 1:
        return None
    _, month, day, start, end = max(days, key=lambda d: (d[1], d[2], -d[3]))
    last = datetime(fitting[0], month, day)
    return Known(last.date().isoformat(), "estimate", start, end), last, last + _SOON


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False
