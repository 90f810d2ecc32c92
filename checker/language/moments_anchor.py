"""From where an expression of time is seen, what was found, and which of several days it means.

The convention is that of news: it looks back more than ahead.  What cannot be known stays
unresolved.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from checker.language.moments_calendar import DAY, Period, around

_CLOSE: Final = 60 * DAY
_FAR: Final = 200 * DAY
_LONG: Final = 7 * DAY


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is seen.

    Attributes:
        reference: When the text speaks; None if unknown.
        tense: past, future or None if the clause does not say.
        certain: Whether the tense is known, not only heard from a verb nearby.
        exact: Whether the hour of the reference is known even if it is midnight.
    """

    reference: datetime | None
    tense: str | None = None
    certain: bool = False
    exact: bool = False

    @property
    def timed(self) -> bool:
        """Return whether the hour is known; midnight stands for "not known"."""
        at = self.reference
        return at is not None and (self.exact or (at.hour, at.minute, at.second) != (0, 0, 0))


@dataclass(frozen=True, slots=True)
class Found:
    """The period found, or that none can be.

    Attributes:
        period: First instant and the instant after the last; None if unknown.
        precision: As of `Moment.precision`.
        slack: How far the wording may be off on either side.
        mismatch: Whether a weekday does not fit its date.
    """

    period: Period | None
    precision: str
    slack: timedelta = timedelta(0)
    mismatch: bool = False


def nearest(periods: list[Period], anchor: Anchor, reference: datetime) -> Period | None:
    """Return the period the tense points to, else the one nearest to the reference."""
    today = around(reference, "day")[0]

    def distance(period: Period) -> tuple[timedelta, bool]:
        if period[0] <= today < period[1]:
            return timedelta(0), False
        if period[1] <= today:
            return today - period[1], False
        return (period[0] - today) * 3 // 2, True  # news looks back more than ahead

    nearest = min(periods, key=distance, default=None)
    meant = nearest
    if anchor.tense == "past":
        meant = max((p for p in periods if p[0] <= today), default=None)
    elif anchor.tense == "future":
        meant = min((p for p in periods if p[1] > today), default=None)
    if nearest is None or meant is None:
        return None
    if anchor.tense is None and len(periods) > 1:
        near, next_best = sorted(distance(p)[0] for p in periods)[:2]
        long = periods[0][1] - periods[0][0] > _LONG
        if long and near > _CLOSE and next_best < near * 8 // 5:
            return None  # a month half a year away, either way: the words do not tell
    # "Der Termin wurde auf den 3. November verlegt": the verb tells of the change, not the date
    if not anchor.certain and distance(nearest)[0] < _CLOSE and distance(meant)[0] > _FAR:
        return None if nearest[1] - nearest[0] > _LONG else nearest
    return meant
