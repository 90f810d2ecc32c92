"""The dates of a text: those it writes out, bare years, and the two ends of a life.

"(10 February 1894 – 29 December 1986)" behind a name gives a birth and a death; "her 1979 album"
gives a year that no preposition announces.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from checker.compare._counterpart.deeds import deed_at, family
from checker.compare._words import say
from checker.language.once import each_once
from checker.model import Claim, Moment, Phrase, Token

#: Years that stand alone in an article are of these centuries.
_FIRST, _LAST = 1000, 2100
_DIGITS: Final = 4
_BORN, _DIED = "born", "die"
_DAY: Final = timedelta(days=1)
#: Words up to which a bracket behind a name may hold other things before the dates.
_BRACKET: Final = 12
_NARROW: Final = frozenset({"day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a claim and what it is the date of.

    Attributes:
        claim: The claim.
        moment: The date; of a life, the end of it that is meant.
        deed: The word that names what was done then, None if none does.
        key: The family of deeds it is of, empty if not known.
        fixed: Whether the deed was done on that date, rather than during, since or until it.
        attribute: Whether a bare year only tells which thing is meant ("the 2005 film").
    """

    claim: Claim
    moment: Moment
    deed: Token | None
    key: str
    fixed: bool = True
    attribute: bool = False

    @property
    def of(self) -> Phrase:
        """What the date is of, in words."""
        if self.key == _BORN:
            return say("Geburt", "birth")
        if self.key == _DIED:
            return say("Tod", "death")
        text = self.deed.text if self.deed is not None else ""
        return say(text or "dieselbe Sache", text or "the same thing")


@each_once
def dates(claim: Claim) -> Iterator[Dated]:
    """Yield the dates of a claim that name a year, or a month with or without its day."""
    for moment in claim.moments:
        if not _dated(moment):
            continue
        life = _life(claim, moment)
        if life:
            yield from life
            continue
        deed = deed_at(claim, moment.start)
        yield Dated(
            claim, moment, deed, family(claim, deed), fixed=moment.role in {"point", "span"}
        )
    for token in _bare_years(claim):
        year = int(token.text)
        low, high = datetime(year, 1, 1), datetime(year + 1, 1, 1)
        moment = Moment(
            start=token.start, end=token.end, text=token.text, kind="date",
            low=low, high=high, precision="year",
        )  # fmt: skip
        if _describes(claim, token):
            yield Dated(claim, moment, None, "", attribute=True)
        else:
            deed = deed_at(claim, token.start)
            yield Dated(claim, moment, deed, family(claim, deed))


def _dated(moment: Moment) -> bool:
    return (
        moment.role != "set"
        and moment.clock is None
        and (
            (moment.low is not None and not moment.relative)
            or (moment.high is not None and not moment.relative)
            or moment.month is not None
        )
    )


def _life(claim: Claim, moment: Moment) -> Sequence[Dated]:
    """Return the birth and the death that dates in a bracket give; empty if they give none."""
    before = [t for t in claim.tokens if t.end <= moment.start][-_BRACKET:]
    opened = [i for i, t in enumerate(before) if t.text == "("]
    if not opened or any(t.text == ")" for t in before[opened[-1] :]):
        return ()
    if moment.role == "span" and moment.low is not None and moment.high is not None:
        if moment.high - moment.low < 3650 * _DAY or not _narrow(moment):
            return ()
        ends = (_edge(moment, moment.low), _edge(moment, moment.high - _DAY))
        return tuple(
            Dated(claim, m, None, key) for m, key in zip(ends, (_BORN, _DIED), strict=True)
        )
    inside = before[opened[-1] + 1 :]
    if moment.role in {"point", "since"} and any(_says_born(claim, t) for t in inside):
        return (Dated(claim, replace(moment, role="point"), None, _BORN),)
    return ()


def _narrow(moment: Moment) -> bool:
    return moment.precision in _NARROW


def _says_born(claim: Claim, token: Token) -> bool:
    return family(claim, token) == _BORN or token.text in {"*", "b."}


def _edge(moment: Moment, day: datetime) -> Moment:
    """Return the day, month or year in which a span begins or ends."""
    if moment.precision == "year":
        low, high = day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1)
    elif moment.precision == "month":
        low = day.replace(day=1)
        high = (low + 32 * _DAY).replace(day=1)
    else:
        low, high = day, day + _DAY
    named = {"month": day.month, "day": day.day} if moment.precision == "day" else {}
    return replace(
        moment, low=low, high=high, role="point",
        month=named.get("month"), day=named.get("day"),
    )  # fmt: skip


def _describes(claim: Claim, year: Token) -> bool:
    """Return whether a year only tells which thing is meant: no "in" before it, or a noun behind.

    German needs no "in": "wurde 1843 geboren".
    """
    at = claim.tokens.index(year)
    behind = claim.tokens[at + 1 : at + 2]
    said = claim.lang == "de" or (at > 0 and claim.tokens[at - 1].pos == "ADP")
    return not said or any(t.pos in {"NOUN", "ADJ"} for t in behind)


def _bare_years(claim: Claim) -> Iterator[Token]:
    """Yield numerals that can only be years and that nobody has read as a date or a figure."""
    taken = [(m.start, m.end) for m in claim.moments] + [(f.start, f.end) for f in claim.figures]
    for token in claim.tokens:
        if len(token.text) != _DIGITS or not token.text.isdigit():
            continue
        if not _FIRST <= int(token.text) <= _LAST:
            continue
        if not any(a <= token.start < b for a, b in taken):
            yield token
