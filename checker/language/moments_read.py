"""Read all expressions of time of a text as wordings: first each alone, then together.

Together means spans ("3. Mai bis 7. Juni", "between August and October"), a day with its part
or hour ("gestern Abend", "tomorrow at 8"), and the words before them that say since or until.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from checker.language.moments_away import read_away, read_beside, read_eve
from checker.language.moments_clock import read_clock
from checker.language.moments_dates import (
    read_date,
    read_day_alone,
    read_day_month,
    read_day_span,
    read_month_day,
    read_month_days,
    read_weekday,
)
from checker.language.moments_join import SINGLE, joined_up
from checker.language.moments_named import (
    read_day_of_month,
    read_holiday,
    read_set,
    read_week_of,
)
from checker.language.moments_numbers import read_ordinal, read_spoken_year
from checker.language.moments_numeric import read_numeric, read_slashed_span
from checker.language.moments_rates import read_rate
from checker.language.moments_relative import (
    read_base,
    read_century,
    read_deictic,
    read_nth,
    read_nths,
    read_owned,
    read_part,
    read_season,
    read_shifted,
)
from checker.language.moments_scan import Scan
from checker.language.moments_wording import Wording
from checker.language.moments_years import (
    read_decade,
    read_era,
    read_named_year,
    read_two_years,
    read_year,
)

_DASHES: Final = frozenset("-–—‐‑−~")
_TOLD_YEARS: Final = frozenset({("year", -1), ("year", 0), ("year", 1)})


def read_wordings(scan: Scan) -> list[Wording]:
    """Return all expressions of time in order, without overlaps."""
    found: list[Wording] = []
    for wording in _alone(scan):
        while found and found[-1].last > wording.first:  # "2019" in "2019-H2"
            found.pop()
        found.append(wording)
    found = joined_up(scan, found)
    return [_with_role(scan, w) for w in found if w.kind != "now"]


def _alone(scan: Scan) -> Iterator[Wording]:
    at = 0
    while at < scan.size:
        if scan.numbers[at] < 0 and not scan.terms[at].get("starts"):
            at += 1
            continue
        best = () if _grown(scan, at) else _longest(scan, at)
        if not best:
            at += 1
            continue
        for wording in best:
            if wording.kind != "ignore":
                yield _extended(scan, wording)
        at = max(at + 1, _extended(scan, best[-1]).last)


def _grown(scan: Scan, at: int) -> bool:
    """Return whether a hyphen makes the word part of another: "Winter-Biathlon", "MIP-Montag"."""
    if scan.numbers[at] >= 0:
        return False
    for sign, other in ((at, at - 2), (at + 1, at + 2)):
        tied = scan.touches(sign) and scan.touches(sign + 1)
        dash = scan.word(at - 1) if sign == at else scan.word(sign)
        if sign == at:
            tied = scan.touches(at) and scan.touches(at - 1)
        if tied and dash in _DASHES and scan.word(other).isalpha():
            known = scan.terms[other]
            if not (known.get("starts") or "decade" in known or "about" in known):
                return True
    return False


def _longest(scan: Scan, at: int) -> tuple[Wording, ...]:
    """Return what the reader that gets farthest makes of the place."""
    best: tuple[Wording, ...] = ()
    last = at
    term = scan.terms[at]
    if "ignore" in term:
        return (Wording(first=at, last=at + 1, kind="ignore"),)
    categories = ("number",) if scan.numbers[at] >= 0 else term
    order = sorted({place for category in categories for place in _PLACES.get(category, ())})
    for place in order:
        found = _READERS[place][1](scan, at)
        many = found if isinstance(found, tuple) else () if found is None else (found,)
        if many and many[-1].last > last:
            best, last = many, many[-1].last
    return best


def _read_spoken(scan: Scan, at: int) -> Wording | None:
    """Read a year in words where a word before it asks for one: "in nineteen ninety six"."""
    found = read_spoken_year(scan, at)
    if found is None or not scan.has(at - 1, "year_cue"):
        return None
    return Wording(first=at, last=found[1], kind="year", year=found[0])


def _read_now(scan: Scan, at: int) -> Wording | None:
    """Read "now" where it may end a span; alone it says no day ("now a senator").

    At the end of a clause it is the very moment: "Let's go now."
    """
    begins = scan.has(at - 1, "between") and scan.has(at + 1, "and")
    if begins or any(scan.has(at - 1, c) for c in ("and", "to", "until")):
        return Wording(first=at, last=at + 1, kind="now", shift=0)
    return _read_present(scan, at)


def _read_present(scan: Scan, at: int) -> Wording | None:
    """Read "right now", "at this moment" at the end of a clause: the moment of speaking.

    "Now, she left" and "for now" only lead on.
    """
    ends = scan.word(at + 1) in {"", ".", ",", "!", "?", ";", ")"}
    fronted = not scan.word(at - 1).isalpha() and scan.size > at + 2
    present = ends and not fronted and scan.has(at, "present") and not scan.has(at - 1, "for_day")
    return Wording(first=at, last=at + 1, kind="vague", role="now") if present else None


def _read_vague(scan: Scan, at: int) -> Wording:
    return Wording(first=at, last=at + 1, kind="vague")


def _read_anaphoric(scan: Scan, at: int) -> Wording:
    return Wording(first=at, last=at + 1, kind="unit", unit="day", anaphoric=True)


def _read_told(scan: Scan, at: int) -> Wording:
    unit, shift = scan.terms[at]["told"]
    return Wording(first=at, last=at + 1, kind="unit", unit=unit, shift=shift, anaphoric=True)


def _read_weekend(scan: Scan, at: int) -> Wording | None:
    """Read "am Wochenende"; "ein Wochenende" is a duration."""
    if scan.terms[at]["unit"] != "weekend" or scan.has(at, "plural"):
        return None
    if not (scan.has(at - 1, "on") or scan.has(at - 1, "the") or scan.has(at - 1, "weekend_cue")):
        return None
    found = Wording(first=at, last=at + 1, kind="unit", unit="weekend")
    if scan.has(at + 1, "part_of") or scan.has(at + 1, "week_of"):  # "the weekend of May 3-4"
        day = (read_day_span(scan, at + 2) or (read_date(scan, at + 2, cued=True),))[0]
        if day is not None and day.kind == "date":
            return replace(found, base=replace(day, to=None), last=day.last)
    base = read_base(scan, at + 1)
    return (
        found
        if base is None or base.unit != "week"
        else replace(found, shift=base.shift, last=base.last)
    )


def _read_daypart(scan: Scan, at: int) -> Wording | None:
    """Read a part of a day that is not said: "am Nachmittag", "abends"."""
    name = scan.terms[at]["daypart"]
    if scan.has(at - 1, "cardinal"):
        return None
    inside = scan.has(at - 1, "det") and scan.has(at - 2, "in")
    cued = inside or scan.has(at, "daypart_alone") or scan.has(at - 1, "daypart_cue")
    return Wording(first=at, last=at + 1, kind="daypart", daypart=name) if cued else None


def _read_daypart_of(scan: Scan, at: int) -> Wording | None:
    """Read "Morgen des 15. Februar", "the evening of 3 May": the part of a dated day."""
    if not scan.has(at + 1, "part_of"):
        return None
    found = read_date(scan, at + 2, cued=True)
    if found is None or found.kind != "date" or found.to is not None:
        return None
    return replace(found, first=at, daypart=scan.terms[at]["daypart"])


def _read_night(scan: Scan, at: int) -> Wording | None:
    """Read "Nacht zum Sonntag", "Nacht auf den 28. Juli": it begins on the day before."""
    cursor = scan.skip(at + 1, "det", most=1)
    if scan.has(at, "night_from"):  # "Nacht von Sonntag auf Montag"
        begun = read_weekday(scan, cursor) or read_date(scan, cursor, cued=True)
        if begun is None and (day := read_ordinal(scan, cursor)):  # "vom 9. auf den 10. Mai"
            begun = Wording(first=cursor, last=day[1], kind="ignore")
        if begun is None or not scan.has(begun.last, "night_onto"):
            named = begun is not None and begun.kind != "ignore"
            return replace(begun, first=at, daypart="night") if begun and named else None
        cursor = scan.skip(begun.last + 1, "det", most=1)
    for read in (read_weekday, read_day_month, read_numeric, read_holiday, read_deictic):
        found = read(scan, cursor)
        if found is not None and found.kind in SINGLE and not found.daypart:
            return replace(found, first=at, name=found.name or "night_to", daypart="night_to")
    return None


_Reader = Callable[[Scan, int], Wording | tuple[Wording, ...] | None]
_READERS: Final[tuple[tuple[str, _Reader], ...]] = (
    ("number", read_slashed_span), ("number", read_day_span),
    ("ordinal", read_day_span), ("cardinal", read_day_span),
    ("number", read_numeric), ("number", read_day_month), ("ordinal", read_day_month),
    ("cardinal", read_day_month), ("month", read_month_day), ("month", read_month_days),
    ("weekday", read_weekday), ("weekday", read_beside), ("unit", read_beside),
    ("told", read_beside),
    ("weekday_part", read_weekday), ("night_to", _read_night), ("night_from", _read_night),
    ("deictic", read_deictic),
    ("day_part", read_deictic), ("deictic_adjective", read_deictic),
    ("shifted", read_shifted), ("shift", read_shifted),
    ("number", read_shifted), ("cardinal", read_shifted), ("part", read_part),
    ("part_adjective", read_part), ("part_word", read_part),
    ("rest", read_part), ("number", read_nth), ("number", read_owned),
    ("number", read_nths), ("ordinal", read_nths),
    ("ordinal", read_nth), ("cardinal", read_nth), ("nth_sign", read_nth),
    ("cardinal", _read_spoken), ("number", read_century), ("decade_word", read_decade),
    ("season", read_season), ("holiday", read_holiday), ("eve", read_eve),
    ("ago", read_away), ("ahead", read_away),
    ("number", read_away), ("cardinal", read_away), ("halved", read_away), ("half_of", read_away),
    ("span", read_away),
    ("about", read_away), ("nearly", read_away), ("exactly", read_away),
    ("number", read_year), ("number", read_era),
    ("number", read_day_alone), ("number", read_day_of_month), ("ordinal", read_day_of_month),
    ("unit", read_week_of), ("week_commencing", read_week_of),
    ("unit", read_named_year), ("season_noun", read_two_years), ("number", read_two_years),
    ("unit", read_rate), ("unit", _read_weekend),
    ("sets", read_set), ("each", read_set),
    ("daypart", _read_daypart), ("daypart", _read_daypart_of),
    ("anaphoric", _read_anaphoric), ("told", _read_told),
    ("now", _read_now), ("present", _read_present), ("vague", _read_vague), ("number", read_clock),
    ("cardinal", read_clock), ("half_to", read_clock), ("half_past", read_clock),
    ("quarter_to", read_clock), ("quarter_past", read_clock), ("quarter_of", read_clock),
    ("noon", read_clock), ("midnight", read_clock),
)  # fmt: skip
#: Where the readers of a category stand; the first of those that get as far is believed.
_PLACES: Final = {
    category: tuple(place for place, (known, _) in enumerate(_READERS) if known == category)
    for category in {known for known, _ in _READERS}
}


def _told(scan: Scan, wording: Wording) -> bool:
    """Return whether another moment of the story decides: "am Samstag zuvor", "that week"."""
    if wording.kind not in {"weekday", "unit", "month", "season", "holiday"}:
        return False
    if wording.year is not None or wording.base is not None:
        return False
    before = wording.first - 1
    indefinite = wording.kind == "weekday" and scan.get(before, "cardinal") == 1
    return indefinite or scan.has(before, "narrative") or _told_by(scan, wording)


def _told_by(scan: Scan, wording: Wording) -> bool:
    """Return whether the word behind tells it from another day: "am Samstag zuvor".

    "Darauf" and "davor" may belong to a verb ("wies am Montag darauf hin") but where the sentence
    begins: "Am Montag darauf kam er."
    """
    if scan.has(wording.last, "told_by"):
        return True
    head = wording.first - 1
    begins = head == 0 or scan.word(head - 1) in {".", "!", "?"} or scan.breaks(head)
    led = scan.has(head, "on_day") or scan.has(head, "in")
    return begins and led and scan.has(wording.last, "told_front")


def _bare(wording: Wording) -> bool:
    """Return whether a weekday or month is named and nothing else."""
    if wording.kind not in {"weekday", "month"} or wording.daypart or wording.to is not None:
        return False
    return wording.year is None and wording.shift is None and wording.base is None


def _after_next(scan: Scan, at: int) -> bool:
    """Return whether "Friday after next" goes on so: "months after next Friday" does not."""
    return scan.has(at, "after") and scan.get(at + 1, "shift") == 1 and not _named(scan, at + 2)


def _before_last(scan: Scan, at: int) -> bool:
    """Return whether "the Friday before last" goes on so."""
    return scan.has(at, "before") and scan.get(at + 1, "shift") == -1 and not _named(scan, at + 2)


def _named(scan: Scan, at: int) -> bool:
    """Return whether a word that can be shifted stands at `at`."""
    return any(scan.has(at, c) for c in ("unit", "weekday", "month", "season", "holiday"))


def _extended(scan: Scan, wording: Wording) -> Wording:
    """Return the wording with the part of the day, year or week that follows it."""
    if _told(scan, wording):
        more = _told_by(scan, wording)
        return replace(wording, last=wording.last + more, anaphoric=True)
    if _bare(wording) and scan.has(wording.first - 1, "det") and _before_last(scan, wording.last):
        return replace(wording, last=wording.last + 2, shift=-2)
    if _bare(wording) and _after_next(scan, wording.last):
        return replace(wording, last=wording.last + 2, shift=2, name="nearest")
    if (
        wording.kind in {"weekday", "date", "deictic", "holiday"}
        and not wording.daypart
        and wording.to is None
    ):
        at = wording.last
        part = scan.get(at, "daypart_after")
        if part is not None:
            wording = replace(wording, daypart=part, last=at + 1)
    needs_year = (
        wording.kind in {"month", "date"} and wording.year is None and wording.shift is None
    )
    open_season = wording.kind in {"season", "holiday"} and wording.year is wording.shift is None
    if (needs_year or open_season) and wording.base is None and wording.to is None:
        told = scan.skip(wording.last, "of", "the", most=2)
        if scan.get(told, "told") in _TOLD_YEARS:  # "im Mai desselben Jahres"
            return replace(wording, base=_read_told(scan, told), last=told + 1)
    if (needs_year or wording.kind == "weekday") and wording.base is None and wording.to is None:
        base = read_base(scan, wording.last)
        fits = base is not None and base.unit == ("week" if wording.kind == "weekday" else "year")
        if base is not None and fits and not base.anaphoric:
            wording = replace(wording, base=base, last=base.last)
    return wording


def _with_role(scan: Scan, wording: Wording) -> Wording:
    """Return the wording with what the words before it make of it."""
    at = wording.first - 1
    approximate, modifier = wording.approximate, wording.modifier
    for _ in range(3):
        if (
            scan.has(at, "det")
            or scan.has(at, "in")
            or scan.word(at) in {"„", "("}
            or (scan.has(at, "on_day") and scan.has(at - 1, "until"))
        ):
            at -= 1
    shortly = scan.has(at - 1, "shortly")
    if wording.kind == "clock" or wording.clock is not None:
        if scan.has(at, "about"):
            approximate, modifier = True, "about"
    elif scan.has(at, "roughly") and not any(
        scan.has(between, "in") for between in range(at + 1, wording.first)
    ):
        approximate, modifier = True, "about"
    apart = "\n" in scan.text[scan.starts[max(at, 0)] : scan.starts[wording.first]]
    if wording.role != "point" or apart or wording.kind in {"away", "vague", "ignore"}:
        return replace(wording, approximate=approximate, modifier=modifier)
    role = wording.role
    before = at
    if role == "point" and scan.has(wording.last, "or_later"):
        wording = replace(
            wording, last=wording.last + 1, role="since", modifier="since", opens=True
        )
        return replace(wording, approximate=approximate)
    if shortly and (scan.has(at, "before") or scan.has(at, "after")):
        approximate, modifier = True, "before" if scan.has(at, "before") else "after"
    elif scan.has(at, "since") or (scan.has(at, "from") and scan.has(wording.last, "from_on")):
        role, modifier = "since", "since"
    elif scan.has(at, "until"):
        role, modifier = "until", "until"
    elif scan.has(at, "before"):
        role, modifier = "until", "before"
    elif scan.has(at, "after") and wording.kind != "weekday":
        role, modifier = "since", "after"
    wording = replace(wording, role=role, modifier=modifier, approximate=approximate)
    if role in {"since", "until"} and scan.words.spans_role:
        return replace(wording, first=before, opens=True)
    return wording
