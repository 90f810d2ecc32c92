"""What an expression of time means.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An expression of time with the interval it denotes.

    All datetimes are naive local newspaper time.

    Attributes:
        start: First code point, in the text it was read from.
        end: One past the last code point.
        text: The words as written ("am Donnerstag (7. November)").
        kind: ``date`` (days or longer), ``time`` (clock time or part of a day without a known
            day), ``datetime`` (clock time or part of a day on a known day).
        low: First instant, None if unknown or unbounded ("bis Freitag").
        high: First instant *after* it, None if unknown or unbounded ("seit Juni").
        precision: minute, hour, daypart, day, weekend, week, month-part, month, quarter, half,
            season, year, decade, century or vague.
        role: ``point`` (when it happened), ``span`` (from .. to), ``since``, ``until``,
            ``set`` (recurring, "jeden Montag"), ``now`` (the very moment, "right now").
        relative: Whether the wording needs an anchor ("gestern", "am Donnerstag", "7. Oktober").
        anchor: What it was resolved against, None if not needed or not known.
        resolved: Whether low/high are known; a vague or unanchored wording is not, and then
            low and high are None.
        weekday: Monday = 0 .. Sunday = 6 if the wording names a single weekday, else None.
        month: 1..12 if the wording names a month, else None; known even without an anchor.
        day: Day of the month if named, else None.
        clock: Minutes since midnight (low, high) if a clock time is named, else None.
        approximate: Whether the wording hedges ("gegen 14 Uhr", "kurz vor sieben", "um den 3.").
        modifier: about, before, after, since, until, between or empty.
        mismatch: True if a weekday was named that does not fit its date.
        named: First instant of the period the span itself names and the instant after it, where
            a word outside of the span opens it: "Juni" in "seit Juni"; None if nothing does.
        slack: How far off the wording may be on either side though its ends are stated: "vor
            zwei Jahren" half a year, "gegen 14 Uhr" a quarter of an hour; not part of low, high.
        halves: Spans of the two ends of "14 bis 18 Uhr" and of "1943 bis 1945" in languages that
            name them as two times; empty else.
        core: Where "zwei Jahren" begins in "vor zwei Jahren", in languages whose prepositions stand
            outside of a time; None if nothing stands before it.
        length: Units and their number of what recurs ("alle zwei Wochen"), and of a window so
            long that its days are not meant where a language says it so ("in den letzten fünf
            Jahren"); empty else.
    """

    start: int
    end: int
    text: str
    kind: str
    low: datetime | None = None
    high: datetime | None = None
    precision: str = "day"
    role: str = "point"
    relative: bool = False
    anchor: datetime | None = None
    resolved: bool = True
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    approximate: bool = False
    modifier: str = ""
    mismatch: bool = False
    named: tuple[datetime, datetime] | None = None
    slack: timedelta = timedelta(0)
    halves: tuple[tuple[int, int], ...] = ()
    core: int | None = None
    length: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span must be 0 <= start < end, got {self.start}..{self.end}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low must not be after high, got {self.low} > {self.high}")

    def meets(self, other: Moment) -> bool | None:
        """Return whether the two can mean the same time; None if either is unresolved.

        The slack of both counts: "vor zwei Jahren" can be any day of some months.
        """
        if not (self.resolved and other.resolved):
            return None
        slack = self.slack + other.slack
        for one, two in ((self, other), (other, self)):
            if one.high is None or two.low is None:
                continue
            if one.high + slack < two.low:
                return False
            if one.high + slack == two.low and not one.low == one.high == two.low:
                return False
        return True

    def moved(self, offset: int) -> Moment:
        """Return the same moment with its span shifted by `offset` code points."""
        halves = tuple((low + offset, high + offset) for low, high in self.halves)
        return replace(self, start=self.start + offset, end=self.end + offset, halves=halves)
