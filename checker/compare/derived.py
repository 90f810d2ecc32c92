"""Figures that follow from what a text says: clock spans, shares of a whole, years of birth.

Each derivation is printed step by step, so that a reader can redo it.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._bonds import UNDER
from checker.compare._bound import CLOCK, figures
from checker.compare._evidence import total
from checker.compare._intervals import allowed
from checker.compare._measure import same_measure
from checker.compare._persons import same_person
from checker.compare._scope import SUM, sums_up
from checker.compare._signs import around, signs
from checker.compare._words import amount, bar, interval, number, plain, reading, say
from checker.compare.figure import about, of, side
from checker.language.once import each_once
from checker.model import (
    Claim,
    Figure,
    Ground,
    Interval,
    Kind,
    Measured,
    Moment,
    Pair,
    Phrase,
    Standing,
)

_DAY_MINUTES = 24 * 60
#: A clock time is given to this many minutes unless it is not round.
_ROUND = Decimal(60)
#: A computed figure and a printed one that differ by more than this factor are of two things.
_REACH = Decimal(5)
#: Strength from which words name one measure, and the sum of signs that does as well.
_NAMED, _SPEAKING = 2, 0.5
#: Items whose sum is held against a total; more are seldom all that there are.
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure computed from the words of a claim.

    Attributes:
        figure: The result, its span that of the words it was computed from.
        step: The computation.
        marks: Spans of the words it was computed from.
    """

    figure: Figure
    step: Phrase
    marks: tuple[tuple[int, int], ...]


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return figures of one claim that what follows from the other excludes."""
    found: list[Conflict] = []
    for first, second, flipped in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        for derived in (*clock_spans(first), *_shares(first), *_sum(first, second)):
            for figure in second.figures:
                conflict = _against(pair, first, derived, second, figure, flipped=flipped)
                if conflict is not None:
                    found.append(conflict)
    return tuple(found[:1])


def _against(
    pair: Pair, first: Claim, derived: Derived, second: Claim, figure: Figure, *, flipped: bool
) -> Conflict | None:
    computed = derived.figure
    if figure.kind is not computed.kind or figure.unit != computed.unit:
        return None
    if allowed(figure).meets(computed.hard) or not _commensurate(figure, computed):
        return None
    if computed.of.concept == "duration" and not _of_one_event(pair):
        return None
    order = (figure, computed) if flipped else (computed, figure)
    ground, strength = same_measure(pair, *order)
    if ground.standing is Standing.EXCLUDED or not _enough(pair, order, ground, strength):
        return None
    a, b = interval(computed.hard, computed.unit), interval(allowed(figure), figure.unit)
    mine = Reading(
        claim=first,
        reads=reading(replace(computed, modifier="")),
        marks=derived.marks,
        bar=bar(computed, computed.hard),
    )
    theirs = side(second, figure)
    return Conflict(
        sides=(theirs, mine) if flipped else (mine, theirs),
        reckoning=(
            derived.step,
            say(f"„{figure.text}“ lässt zu: {b.de}", f'"{figure.text}" allows {b.en}'),
            say(f"{a.de} und {b.de} treffen sich nicht", f"{a.en} and {b.en} do not meet"),
        ),
        slots=(
            ("left", plain(order[0].text)),
            ("right", plain(order[1].text)),
            ("of", of(*order)),
        ),
        measure=ground,
        about=about(*order),
        topic="quantity",
        values=(str(order[0].hard.low), str(order[1].hard.low)),
    )


def _enough(pair: Pair, order: tuple[Figure, Figure], ground: Ground, strength: int) -> bool:
    """Return whether the words name one measure, or enough other signs speak for it."""
    if strength >= _NAMED:
        return True
    return strength > 0 and total(signs(pair, *order, ground, strength)) >= _SPEAKING


def _of_one_event(pair: Pair) -> bool:
    """Return whether a length and two clock times are told of one thing that happened.

    Every story has clock times and lengths; that something lasted is not yet the same thing.
    """
    if pair.event.standing is not Standing.ESTABLISHED:
        return False
    lasting = lexicon.words(pair.left.lang, "lasting") | lexicon.words(pair.right.lang, "lasting")
    return any(
        likeness >= UNDER and not {one, other} & lasting
        for one, other, likeness in around(pair).words
    )


def _commensurate(first: Figure, second: Figure) -> bool:
    """Return whether two figures are near enough to be of one thing at all."""
    low, high = sorted((first.hard.low, second.hard.low))
    return low > 0 and high / low <= _REACH


@each_once
def clock_spans(claim: Claim) -> Iterator[Derived]:
    """Yield how long something took whose beginning and end are given as clock times."""
    clocks = [m for m in claim.moments if m.clock is not None and m.clock[0] == m.clock[1]]
    if len(clocks) == 2 and not _same_day_apart(*clocks):
        begin, end = clocks
        low, high = begin.clock, end.clock
        assert low is not None
        assert high is not None
        minutes = (high[0] - low[0]) % _DAY_MINUTES
        if minutes > _DAY_MINUTES // 2:
            # "schloss um 21 Uhr, was er um 14 Uhr eröffnet hatte": the end is told first
            begin, end, minutes = end, begin, _DAY_MINUTES - minutes
        if minutes:
            yield _span(claim, begin, end, minutes)
    for moment in claim.moments:
        if moment.role == "span" and moment.clock and moment.clock[0] != moment.clock[1]:
            minutes = (moment.clock[1] - moment.clock[0]) % _DAY_MINUTES
            yield _span(claim, moment, moment, minutes)


def _same_day_apart(begin: Moment, end: Moment) -> bool:
    """Return whether two clock times belong to different days."""
    return (
        begin.low is not None
        and end.low is not None
        and begin.kind == "datetime"
        and end.kind == "datetime"
        and abs((end.low - begin.low).total_seconds()) > 86400
    )


def _span(claim: Claim, begin: Moment, end: Moment, minutes: int) -> Derived:
    """Return the duration between two clock times; a break that is named may be taken off."""
    seconds = Decimal(minutes * 60)
    pauses = sum(
        (f.hard.low for f in claim.figures if f.kind is Kind.DURATION and f.hard.is_point),
        start=Decimal(0),
    )
    room = Decimal(60 * 5) * (begin.approximate + end.approximate)
    low = max(Decimal(0), seconds - pauses - room)
    span = Interval(low, seconds + room)
    length = amount(seconds, "s")
    step = (
        say(f"„{begin.text}“ bis „{end.text}“ sind {length.de}",
            f'"{begin.text}" to "{end.text}" is {length.en}')
        if begin is not end
        else say(f"„{begin.text}“ sind {length.de}", f'"{begin.text}" is {length.en}')
    )  # fmt: skip
    figure = Figure(
        start=begin.start,
        end=begin.end,
        text=f"{begin.text} - {end.text}" if begin is not end else begin.text,
        kind=Kind.DURATION,
        hard=span,
        soft=span,
        unit="s",
        written=CLOCK,
        granularity=_ROUND,
        of=Measured(concept="duration"),
    )
    return Derived(figure, step, tuple({(begin.start, begin.end), (end.start, end.end)}))


@each_once
def _shares(claim: Claim) -> Iterator[Derived]:
    """Yield the count that a share of a whole in the same claim comes to."""
    ratios = [f for f in claim.figures if f.kind in {Kind.RATIO, Kind.PERCENT} and f.hard.is_point]
    wholes = [f for f in claim.figures if f.kind is Kind.COUNT and f.hard.is_point]
    if len(ratios) != 1 or len(wholes) != 1 or wholes[0].start < ratios[0].end:
        return
    ratio, whole = ratios[0], wholes[0]
    if not _joined(claim, ratio, whole):
        return
    share = ratio.hard.low / (100 if ratio.kind is Kind.PERCENT else 1)
    value = share * whole.hard.low
    room = max(value * Decimal("0.05"), Decimal(1))
    yield Derived(
        Figure(
            start=ratio.start,
            end=whole.end,
            text=claim.quote[ratio.start - claim.start : whole.end - claim.start],
            kind=Kind.COUNT,
            hard=Interval(max(Decimal(0), value - room), value + room),
            soft=Interval(value, value),
            unit="1",
            discrete=True,
            of=whole.of,
        ),
        say(
            f"{ratio.text} von {number(whole.hard.low, 'de')} sind {number(value, 'de')}",
            f"{ratio.text} of {number(whole.hard.low, 'en')} is {number(value, 'en')}",
        ),
        ((ratio.start, ratio.end), (whole.start, whole.end)),
    )


def _sum(claim: Claim, other: Claim) -> Iterator[Derived]:
    """Yield the sum of the items one claim lists, if the other says that it sums up.

    "310 Betten bringt die Kreisklinik ein, 240 das Stift": together they have 550.
    """
    if not sums_up(other) or sums_up(claim):
        return
    items = [f for f in claim.figures if f.kind is Kind.COUNT and f.of.noun]
    if len(items) != _PARTS or len(items) != len([f for f in claim.figures if f.unit == "1"]):
        return
    first, last = items
    same = first.of.noun == last.of.noun or _elided(claim, last)
    if not same or not (first.hard.is_point and last.hard.is_point):
        return
    total = first.hard.low + last.hard.low
    point = Interval.point(total)
    yield Derived(
        replace(first, hard=point, soft=point, text=f"{first.text} + {last.text}", written=SUM),
        say(
            f"{first.text} + {last.text} = {number(total, 'de')}",
            f"{first.text} + {last.text} = {number(total, 'en')}",
        ),
        ((first.start, first.end), (last.start, last.end)),
    )


def _elided(claim: Claim, figure: Figure) -> bool:
    """Return whether a count leaves its noun to an earlier one ("240 das Stift")."""
    behind = [t for t in claim.tokens if t.start >= figure.end][:1]
    return not behind or behind[0].pos in {"DET", "PUNCT", "ADP"}


def _joined(claim: Claim, ratio: Figure, whole: Figure) -> bool:
    """Return whether the share is one of the whole ("jeder Vierte der 2.000 Betriebe")."""
    between = claim.quote[ratio.end - claim.start : whole.start - claim.start].casefold().split()
    return 0 < len(between) <= 3 and any(w in lexicon.words(claim.lang, "of") for w in between)


def dated(
    pair: Pair, settings: NoSettings, left: datetime | None, right: datetime | None
) -> tuple[Conflict, ...]:
    """Return an age that a year of birth in the other claim excludes.

    Args:
        pair: The claims.
        settings: None are needed.
        left: When the left claim was published, None if unknown.
        right: When the right one was.
    """
    for first, second, when, flipped in (
        (pair.left, pair.right, left, False),
        (pair.right, pair.left, right, True),
    ):
        if when is None:
            continue
        for age in figures(first):
            if age.kind is not Kind.AGE or not age.hard.is_point:
                continue
            if same_person(pair)[1] < 2:
                continue
            for born in _births(second):
                conflict = _age(first, second, age, born, when, flipped=flipped)
                if conflict is not None:
                    return (conflict,)
    return ()


@each_once
def _births(claim: Claim) -> Iterator[Moment]:
    """Yield the years (or days) of birth a claim names."""
    words = {t.text.casefold() for t in claim.tokens}
    if not words & lexicon.words(claim.lang, "birth"):
        return
    for moment in claim.moments:
        if moment.low is not None and moment.precision in {"year", "month", "day"}:
            yield moment


def _age(
    first: Claim, second: Claim, age: Figure, born: Moment, when: datetime, *, flipped: bool
) -> Conflict | None:
    assert born.low is not None
    oldest = when.year - born.low.year
    youngest = oldest - 1
    if born.precision in {"month", "day"}:
        passed = (when.month, when.day) >= (born.low.month, born.low.day)
        if born.precision == "day" or when.month != born.low.month:
            youngest = oldest = oldest if passed else oldest - 1
    value = int(age.hard.low)
    if youngest <= value <= oldest:
        return None
    mine, theirs = (
        side(first, age),
        Reading(
            claim=second,
            reads=say(f"{youngest} oder {oldest} Jahre alt", f"{youngest} or {oldest} years old")
            if youngest != oldest
            else say(f"{oldest} Jahre alt", f"{oldest} years old"),
            marks=((born.start, born.end),),
        ),
    )
    return Conflict(
        sides=(theirs, mine) if flipped else (mine, theirs),
        reckoning=(
            say(f"{when.year} - {born.low.year} = {oldest}; vor dem Geburtstag {youngest}",
                f"{when.year} - {born.low.year} = {oldest}; before the birthday {youngest}"),
            say(f"genannt sind {value} Jahre", f"{value} years are named"),
        ),
        slots=(
            ("left", plain(born.text if flipped else age.text)),
            ("right", plain(age.text if flipped else born.text)),
            ("of", say("das Alter", "the age")),
        ),
        about="age",
        topic="quantity",
        values=(born.text, age.text) if flipped else (age.text, born.text),
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="derived",
    settings=NoSettings,
    slots=("left", "right", "of"),
    pair=compare,
    dated=dated,
)
