"""From where to where: the one shape for exact, open and ranged wordings.

"Zwölf", "mindestens zwölf" and "zwölf bis 14" are all intervals, so a comparer
needs a single path.  Decimal, never float: what a source prints is exact.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval in the unit of the figure it belongs to.

    Attributes:
        low: Least value; ``-Infinity`` if the wording sets none.
        high: Greatest value; ``Infinity`` for "mindestens".
        low_open: Whether `low` itself is out ("mehr als").
        high_open: Whether `high` itself is out ("weniger als").
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"low must not exceed high, got {self.low} > {self.high}")
        if self.low == self.high and (self.low_open or self.high_open):
            raise ValueError(f"a point is closed, got an open end at {self.low}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Return the interval that holds one value only."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether exactly one value lies in it."""
        return self.low == self.high

    def meets(self, other: Interval) -> bool:
        """Return whether one value lies in both; "weniger als 100" and 100 do not meet."""
        first, second = sorted((self, other), key=lambda i: (i.low, i.low_open))
        if first.high != second.low:
            return first.high > second.low
        return not (first.high_open or second.low_open)

    def holds(self, other: Interval) -> bool:
        """Return whether every value of `other` lies in this interval."""
        low = self.low < other.low or (
            self.low == other.low and (not self.low_open or other.low_open)
        )
        high = self.high > other.high or (
            self.high == other.high and (not self.high_open or other.high_open)
        )
        return low and high

    def gap(self, other: Interval) -> Decimal:
        """Return the distance between the two intervals; 0 if they touch or overlap."""
        return max(Decimal(0), self.low - other.high, other.low - self.high)

    def widened(self, slack: Decimal) -> Interval:
        """Return the interval with `slack` (same unit, >= 0) added at both ends.

        Open ends stay open unless slack makes a point's ends apart.
        """
        if slack < 0:
            raise ValueError(f"slack must not be negative, got {slack}")
        if slack == 0:
            return self
        return Interval(self.low - slack, self.high + slack, self.low_open, self.high_open)

    def scaled(self, factor: Decimal) -> Interval:
        """Return the interval in another unit; `factor` > 0."""
        if factor <= 0:
            raise ValueError(f"factor must be positive, got {factor}")
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)
