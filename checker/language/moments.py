"""Read every expression of time in a text, resolved against the moment it speaks from.

The door to the other modules of this name.  `moments_scan` looks words up; `moments_numbers`,
`moments_numeric`, `moments_dates`, `moments_years`, `moments_relative`, `moments_amounts`,
`moments_away`, `moments_named`, `moments_rates`, `moments_clock` and `moments_spoken` read one
kind of wording each; `moments_read` asks them and `moments_join` makes one of what belongs
together; `moments_tense` hears whether it lies ahead, `moments_told` says from which day of the
text it is told; `moments_found` and `moments_resolve` find the days, seen from
`moments_anchor`; `moments_rows` writes them out.

Floor 2 (language).  Linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from checker.language.moments_anchor import Anchor
from checker.language.moments_calendar import DAY, Period
from checker.language.moments_found import find_period
from checker.language.moments_read import read_wordings
from checker.language.moments_resolve import resolve
from checker.language.moments_scan import Scan
from checker.language.moments_tense import looks_ahead, tense_around
from checker.language.moments_told import compared_with, day_of_hour, in_told_year, told_from
from checker.language.moments_wording import Wording
from checker.language.moments_words import words_of
from checker.model import Moment

#: Kinds that mean the same day whoever says it.
_ABSOLUTE: Final = frozenset({"year", "decade", "century"})
#: "Gegen 14 Uhr", "kurz nach sieben".
_ABOUT_AN_HOUR: Final = timedelta(minutes=20)


@lru_cache(maxsize=4096)
def read_moments(
    text: str,
    lang: str,
    reference: datetime | None,
    *,
    tense: str | None = None,
    exact: bool = False,
) -> tuple[Moment, ...]:
    """Return the expressions of time of a text, in order, spans never overlapping.

    Args:
        text: Any stretch of running text.
        lang: Language of the text; one without words of time yields nothing.
        reference: When the text speaks; None leaves relative expressions unresolved.
        tense: past or future if known of the whole text; else heard from each clause.
        exact: Whether the hour of the reference is known even at midnight, which else stands
            for a day whose hour nobody said.
    """
    words = words_of(lang)
    if words is None:
        return ()
    scan = Scan(text, words)
    wordings = read_wordings(scan)
    return tuple(_moments(scan, wordings, reference, tense, exact=exact))


def _moments(
    scan: Scan,
    wordings: list[Wording],
    reference: datetime | None,
    tense: str | None,
    *,
    exact: bool,
) -> list[Moment]:
    wordings = [w for w in wordings if not _is_length(scan, w, tense)]
    found: list[Moment] = []
    days: list[Period | None] = [None] * len(wordings)
    anchors = [
        Anchor(reference, _tense(scan, w, tense), tense is not None or _gone(scan, w), exact)
        for w in wordings
    ]
    wordings = [in_told_year(scan, wordings, i, anchors[i]) for i in range(len(wordings))]
    for index, (wording, anchor) in enumerate(zip(wordings, anchors, strict=True)):
        if wording.kind in {"date", "weekday", "deictic", "holiday"}:
            period = resolve(replace(wording, to=None), anchor, scan.words).period
            days[index] = period
    for index, anchor in enumerate(anchors):
        wording, day = _from_text(scan, wordings, days, anchors, index)
        found.append(_moment(scan, wording, anchor, day))
    return [_listed(scan, wordings, anchors, found, index) for index in range(len(found))]


def _from_text(
    scan: Scan,
    wordings: list[Wording],
    days: list[Period | None],
    anchors: list[Anchor],
    index: int,
) -> tuple[Wording, Period | None]:
    """Return the wording and the period that other words of the text give it, if any do."""
    wording = wordings[index]
    if wording.kind in {"clock", "daypart"}:
        return wording, day_of_hour(scan, wordings, days, index)
    if wording.anaphoric and (wording.shift is not None or wording.kind == "away"):
        return wording, told_from(scan, wordings, days, index)
    if wording.base is not None and wording.base.anaphoric:
        told = replace(wording.base, first=wording.first)
        year = told_from(scan, [*wordings[:index], told], days, index)
        return (wording if year is None else replace(wording, base=None, year=year[0].year)), None
    if compared := compared_with(scan, wordings, index, anchors):
        return replace(wording, anaphoric=True), compared
    return wording, None


def _listed(
    scan: Scan, wordings: list[Wording], anchors: list[Anchor], found: list[Moment], index: int
) -> Moment:
    """Return an open month as of the year of the one told with it: "im Juli und August"."""
    wording, here = wordings[index], found[index]
    if index == 0 or here.resolved or wording.kind != "month" or wording.anaphoric:
        return here
    left, before = wordings[index - 1], found[index - 1]
    linked = left.last + 1 == wording.first and scan.has(left.last, "and")
    if not linked or left.kind != "month" or before.low is None or left.to is not None:
        return here
    later = (wording.month or 0) <= (left.month or 0)
    dated = replace(wording, year=before.low.year + later)
    return replace(_moment(scan, dated, anchors[index], None), relative=here.relative)


def _is_length(scan: Scan, wording: Wording, given: str | None) -> bool:
    """Return whether it says how long something took: "drei Tote in zwei Jahren"."""
    if wording.kind != "away" or (wording.count or 0) < 0 or wording.base is not None:
        return False
    if not scan.has(wording.first, "ahead"):
        return False
    heard = given or tense_around(scan, wording.first, wording.last)
    return not looks_ahead(scan, wording.first, heard)


def _tense(scan: Scan, wording: Wording, given: str | None) -> str | None:
    """Return the tense of the clause, or what since and until imply."""
    if wording.kind in {"clock", "vague", "set", *_ABSOLUTE} or wording.year is not None:
        return given
    if given is not None:
        return given
    heard = tense_around(scan, wording.first, wording.last)
    if _gone(scan, wording):
        return "past"
    if wording.modifier == "since" and wording.kind == "weekday":
        return heard or "future"
    if heard is None and _to_come(scan, wording):
        return "future"
    return heard


def _to_come(scan: Scan, wording: Wording) -> bool:
    """Return whether the word before it looks ahead where no verb says otherwise.

    "Bis Ostern", "vor dem Wochenende", "für Mittwoch" are told of what is still to come.
    """
    if wording.modifier == "before":
        return wording.unit == "weekend"
    ahead = wording.kind == "weekday" and scan.has(wording.first - 1, "for_day")
    return ahead or wording.modifier == "until"


def _gone(scan: Scan, wording: Wording) -> bool:
    """Return whether "seit" puts its beginning behind, whatever the verb."""
    return wording.modifier == "since" and not _starting(scan, wording)


def _starting(scan: Scan, wording: Wording) -> bool:
    """Return whether it begins only then: "ab Montag", not "seit Montag"."""
    at = wording.first if wording.opens else wording.first - 1
    return scan.has(at, "starting")


def _moment(scan: Scan, wording: Wording, anchor: Anchor, day: Period | None) -> Moment:
    start, end = scan.starts[wording.first], scan.ends[wording.last - 1]
    relative = _relative(wording)
    found = find_period(scan.words, wording, anchor, day)
    low, high = found.period or (None, None)
    timed = (
        wording.kind in {"clock", "daypart"} or wording.clock is not None or bool(wording.daypart)
    )
    kind = "date" if not timed else "time" if low is None and not _has_day(wording) else "datetime"
    if wording.kind in {"away", "unit"} and wording.unit in {"minute", "hour"}:
        kind = "datetime"
    if wording.role == "now" and anchor.timed:
        kind = "datetime"
    named = None
    if found.period is not None:
        low, high = _opened(wording, found.period)
        named = found.period if wording.role in {"since", "until"} and not wording.opens else None
    used = anchor.reference if relative or wording.role in {"since", "until", "now"} else None
    kept = low is not None or high is not None or wording.kind == "clock" or wording.role == "now"
    return Moment(
        start=start,
        end=end,
        text=scan.text[start:end],
        kind=kind,
        low=low,
        high=high,
        precision="vague" if wording.kind == "vague" else found.precision,
        role=wording.role,
        relative=relative,
        anchor=used if kept else None,
        resolved=found.period is not None,
        weekday=wording.weekday,
        month=wording.month,
        day=wording.day,
        clock=_clock(wording),
        approximate=wording.approximate or wording.kind == "part",
        modifier=wording.modifier,
        mismatch=found.mismatch,
        named=named,
        slack=max(found.slack, _hedge(wording)),
        halves=_halves(scan, wording),
        core=_core(scan, wording),
        length=_length(scan, wording),
    )


def _core(scan: Scan, wording: Wording) -> int | None:
    """Return where a distance begins behind its preposition, as "seit" stands outside as well."""
    led = scan.has(wording.first, "ago") or scan.has(wording.first, "ahead")
    if wording.kind != "away" or scan.words.spans_role or not led:
        return None
    return scan.starts[wording.first + 1]


def _length(scan: Scan, wording: Wording) -> tuple[tuple[str, int], ...]:
    """Return the units of "den letzten fünf Jahren", "vor zwei Jahren", told as a length.

    What recurs, "alle zwei Wochen", has the length of its units in every language.
    """
    if wording.kind == "set" and wording.unit:
        return ((wording.unit, wording.count or 1),)
    counted = wording.kind in {"unit", "away"} and wording.to is None and wording.base is None
    if not counted or wording.count is None or wording.unit not in scan.words.lengths:
        return ()
    if wording.anaphoric:
        return ()
    return tuple(
        (unit, abs(count)) for unit, count in (*wording.more, (wording.unit, wording.count))
    )


def _halves(scan: Scan, wording: Wording) -> tuple[tuple[int, int], ...]:
    """Return the spans of the two ends of hours, years and dated months, where they are two times.

    "Juni 2011 bis September 2012" names two months; "Juni bis September 2012" shares its year.
    """
    end = wording.to
    if not scan.words.ends_apart or end is None or not wording.head:
        return ()
    clocks = wording.kind == "clock" and end.kind == "clock"
    years = wording.kind == "year" and end.kind == "year"
    months = wording.kind == end.kind == "month" and None not in {wording.year, end.year}
    if not (clocks or years or months) or wording.opens:
        return ()
    return (
        (scan.starts[wording.first], scan.ends[wording.head - 1]),
        (scan.starts[end.first], scan.ends[end.last - 1]),
    )


def _hedge(wording: Wording) -> timedelta:
    """Return how far a hedged hour or day may be off."""
    if not wording.approximate:
        return timedelta(0)
    if wording.kind == "clock" or wording.clock is not None:
        return _ABOUT_AN_HOUR
    return 3 * DAY if wording.kind == "date" else timedelta(0)


def _has_day(wording: Wording) -> bool:
    return wording.kind not in {"clock", "daypart"}


def _relative(wording: Wording) -> bool:
    """Return whether the wording needs an anchor."""
    if wording.kind in _ABSOLUTE or wording.kind in {"vague", "set"}:
        return False
    if wording.base is not None:
        return _relative(wording.base)
    return wording.year is None and (wording.to is None or wording.to.year is None)


def _clock(wording: Wording) -> tuple[int, int] | None:
    """Return the minutes since midnight of a clock time, from and to."""
    if wording.clock is None:
        return None
    low = wording.clock // 60
    high = low if wording.to is None or wording.to.clock is None else wording.to.clock // 60
    return low, high


def _opened(wording: Wording, period: Period) -> tuple[datetime | None, datetime | None]:
    """Return the bounds after since, until, before and after."""
    low, high = period
    part = wording.name if wording.kind == "part" else ""
    if wording.modifier == "after" and wording.role == "since":
        return (low if part == "begin" else high), None
    if wording.modifier == "before" and wording.role == "until":
        return None, (high if part == "end" else low)
    if wording.role == "since":
        return low, None
    if wording.role == "until":
        return None, high
    return low, high
