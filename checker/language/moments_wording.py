"""What an expression of time says, before any day is known that it is seen from.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An expression as read: its tokens and what they name.

    Attributes:
        first: Index of its first token.
        last: One past its last token.
        kind: date (a day of a month), month, year, years, weekday, deictic (gestern), unit
            (vergangene Woche), away (vor zwei Jahren), nth (drittes Quartal), part (Mitte
            August), season, holiday, decade, century, daypart, clock, set, vague, ignore.
        year: As stated.
        month: 1..12.
        day: Day of the month.
        weekday: Monday = 0.
        unit: Of unit, away and nth.
        shift: Distance in units or days from the anchor's own (0); None if not said.
        count: How many units the period takes, or how many lie between for "away".
        more: Larger units of a distance, with their count ("zwei Jahre und drei Monate").
        index: Which one, for nth; -1 is the last.
        name: Of a season, a holiday or a part (begin, middle, end); implied, for a unit whose
            own moment nobody says ("Ende des Jahres").
        base: What it is a part of ("des vergangenen Jahres"), or what it is counted from.
        daypart: Part of the day.
        clock: Seconds since midnight.
        precise: Whether minutes were named.
        half: Whether the hour may be one of the afternoon as well ("at three").
        to: Where a span ends.
        head: One past the last token of the end a span begins with; 0 if it is no span.
        joined: Whether it is read together with the day beside it.
        role: point, span, since, until, set, now.
        modifier: about, before, after, since, until, between.
        opens: Whether its span holds the word for since, until, before or after.
        approximate: Whether it is hedged.
        anaphoric: Whether it is seen from another moment of the text ("am Tag darauf"), by
            `shift` days where that is said.
    """

    first: int
    last: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    shift: int | None = None
    count: int | None = None
    more: tuple[tuple[str, int], ...] = ()
    index: int | None = None
    name: str = ""
    base: Wording | None = None
    daypart: str = ""
    clock: int | None = None
    precise: bool = False
    half: bool = False
    to: Wording | None = None
    head: int = 0
    joined: bool = False
    role: str = "point"
    modifier: str = ""
    opens: bool = False
    approximate: bool = False
    anaphoric: bool = False
