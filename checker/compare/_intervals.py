"""Which of five ways two figures of one thing stand to each other.

The trap is precision: "zwei Stunden" and "2h20" agree, because the first says nothing
about minutes; "12 Tote" and "13 Tote" do not, because the dead are counted one by one.
A figure's own granularity decides how much slack it earns.

Floor 3 (compare).  Sources: the table of verdicts in tests/unit/compare/test_intervals.py.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from checker.model import Figure, Interval, Kind

#: From here on newspapers round counts of people; smaller ones are counted one by one.
ROUNDED_FROM = Decimal(1000)
#: A count that names tens ("1930") was not rounded to them.
ROUNDED_TO = Decimal(100)
#: A round count ("9000") is meant to within this share at most.
ROUND_SHARE = Decimal("0.05")
#: Counts told in millions and above are always round.
SCALE = Decimal(1_000_000)
#: Two printings of one measured value in different units may differ by this share (38 m/s and
#: 137 km/h).
CONVERSION = Decimal("0.015")
#: "Knapp zweieinhalb Stunden" may be said of a value above by this share.
NEARLY = Decimal("0.005")


class Stand(StrEnum):
    """How two figures of one thing stand to each other."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    CONFLICT = "conflict"


def slack(figure: Figure) -> Decimal:
    """Return how far from its printed value a figure may lie, in its unit.

    Hedged and one-sided wordings carry their room in the hard interval already.
    """
    if not figure.hard.is_point or figure.modifier == "exactly":
        return Decimal(0)
    half = figure.granularity / 2
    if figure.kind in {Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.SCORE}:
        return Decimal(0)
    if not figure.discrete and figure.kind is not Kind.COUNT:
        return half
    value = abs(figure.hard.low)
    if figure.granularity >= SCALE:
        return half
    if value < ROUNDED_FROM or figure.granularity < ROUNDED_TO:
        return Decimal(0)
    return min(half, value * ROUND_SHARE / 2)


def allowed(figure: Figure) -> Interval:
    """Return what the wording allows once its rounding is granted."""
    room = slack(figure)
    low, high = figure.hard.low - room, figure.hard.high + room
    # a share or a count below zero is nonsense, not slack
    if figure.hard.low >= 0 > low:
        low = Decimal(0)
    return Interval(low, high, figure.hard.low_open, figure.hard.high_open)


def stand(left: Figure, right: Figure) -> Stand:
    """Return how two figures of the same thing, kind and unit stand to each other."""
    if left.hard == right.hard:
        return Stand.EQUAL
    first, second = allowed(left), allowed(right)
    if not first.meets(second) and not (_converted(left, right) or _nearly(left, right)):
        return Stand.CONFLICT
    if left.hard.is_point and right.hard.is_point:
        return Stand.ROUNDING
    if not _eased(left).meets(_eased(right)):
        return Stand.TENSION
    return Stand.COMPATIBLE


def agree(left: Figure, right: Figure) -> bool:
    """Return whether two figures of one kind and unit can both hold."""
    return allowed(left).meets(allowed(right))


def _eased(figure: Figure) -> Interval:
    """Return what a reader expects, rounding granted."""
    soft = figure.soft
    if soft.is_point and (figure.hard.is_point or not figure.modifier):
        # a plain value, or a month or year, whose length the calendar leaves open
        return allowed(figure)
    return soft


def _nearly(left: Figure, right: Figure) -> bool:
    """Return whether one says "nearly 300" and the other 300 or 301, which is rounding."""
    return any(
        vague.modifier == "nearly"
        and exact.hard.is_point
        and 0 <= exact.hard.low - vague.hard.high <= vague.hard.high * NEARLY
        for vague, exact in ((left, right), (right, left))
    )


def _converted(left: Figure, right: Figure) -> bool:
    """Return whether two units of one value explain the gap (62 mph, 100 km/h)."""
    if not left.written or not right.written or left.written == right.written:
        return False
    if left.kind in {Kind.COUNT, Kind.MONEY, Kind.DURATION, Kind.PERCENT, Kind.AGE}:
        return False
    a, b = (allowed(f) for f in (left, right))
    reach = max(abs(left.hard.low), abs(right.hard.low)) * CONVERSION
    return a.gap(b) <= reach


def wider(left: Figure, right: Figure) -> int:
    """Return 1 if the left wording is the vaguer one, -1 if the right is, 0 if neither."""
    a, b = (f.hard if f.modifier else allowed(f) for f in (left, right))
    width_a, width_b = a.high - a.low, b.high - b.low
    if width_a == width_b:
        return 0
    return 1 if width_a > width_b else -1
