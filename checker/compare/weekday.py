"""A weekday that does not fit its date, in one wording; which of them is wrong nobody knows.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._words import plain, say
from checker.model import Claim, Moment

_WEEKDAYS = (
    ("Montag", "Monday"), ("Dienstag", "Tuesday"), ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"), ("Freitag", "Friday"), ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
)  # fmt: skip


def single(claim: Claim, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return the wordings of a claim whose weekday does not fit the date."""
    return tuple(
        _conflict(claim, m)
        for m in claim.moments
        if m.mismatch and m.weekday is not None and m.low is not None
    )


def _conflict(claim: Claim, moment: Moment) -> Conflict:
    assert moment.low is not None
    assert moment.weekday is not None
    real, named = _WEEKDAYS[moment.low.weekday()], _WEEKDAYS[moment.weekday]
    day = moment.low.date().isoformat()
    reading = Reading(
        claim=claim,
        reads=say(f"{day} ist ein {real[0]}", f"{day} is a {real[1]}"),
        marks=((moment.start, moment.end),),
    )
    return Conflict(
        sides=(reading,),
        reckoning=(
            say(f"genannt ist {named[0]}, der {day} ist aber ein {real[0]}",
                f"{named[1]} is named, but {day} is a {real[1]}"),
        ),
        slots=(
            ("when", plain(moment.text)),
            ("named", say(*named)),
            ("real", say(*real)),
        ),
        about=f"weekday:{day}",
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="weekday", settings=NoSettings, slots=("when", "named", "real"), single=single
)
