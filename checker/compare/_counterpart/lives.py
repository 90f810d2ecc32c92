"""The age at which somebody died, where the first text gives the two ends of the life.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._counterpart.dates import Dated, dates
from checker.compare._counterpart.deeds import deed_at, family
from checker.compare._counterpart.statement import asserts
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._words import plain, reading, say
from checker.model import Claim, Figure, Kind

#: Years by which an age may be off where a birth or a death is only given to the year.
_ROOM: Final = 1


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield an age at death that does not follow from the dates of birth and death."""
    for told in (c for c in left if asserts(c)):
        ends = {d.key: d for d in dates(told)}
        if "born" not in ends or "die" not in ends:
            continue
        span = _years(ends["born"], ends["die"])
        for said in (c for c in right if asserts(c) and not said_of_another(told, c)):
            for figure in said.figures:
                dying = family(said, deed_at(said, figure.start)) == "die"
                if span is None or figure.kind is not Kind.AGE or not dying:
                    continue
                if span[0] <= figure.hard.high and figure.hard.low <= span[1]:
                    continue
                yield _conflict(ends["born"], ends["die"], said, figure, span)
                return


def _years(born: Dated, died: Dated) -> tuple[int, int] | None:
    """Return the least and the greatest number of years between a birth and a death."""
    first, last = born.moment.low, died.moment.low
    if first is None or last is None or first >= last:
        return None
    if "day" not in {born.moment.precision} & {died.moment.precision}:
        years = last.year - first.year
        return years - _ROOM, years
    years = last.year - first.year - (_of_year(last) < _of_year(first))
    return years, years


def _of_year(day: datetime) -> tuple[int, int]:
    return day.month, day.day


def _conflict(
    born: Dated, died: Dated, said: Claim, figure: Figure, span: tuple[int, int]
) -> Conflict:
    marks = tuple((d.moment.start, d.moment.end) for d in (born, died))
    years = str(span[1]) if span[0] == span[1] else f"{span[0]}–{span[1]}"
    return Conflict(
        sides=(
            Reading(
                claim=born.claim,
                reads=say(f"{years} Jahre", f"{years} years"),
                marks=tuple(sorted(set(marks))),
            ),
            Reading(claim=said, reads=reading(figure), marks=((figure.start, figure.end),)),
        ),
        reckoning=(
            say(f"zwischen Geburt und Tod liegen {years} Jahre",
                f"{years} years lie between birth and death"),
            say(f"der zweite Text sagt „{figure.text}“", f'the second text says "{figure.text}"'),
        ),
        slots=(
            ("left", plain(years)),
            ("right", plain(figure.text)),
            ("of", say("Alter", "age")),
        ),
        about="age:texts",
        topic="quantity",
        values=(years, str(figure.hard)),
    )  # fmt: skip
