"""Two bounds that make one figure: more than 20 and less than 30, 45 (forty-five).

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace

from checker.language.ranges import RangeReader
from checker.model import Figure, Interval, Kind


class BoundReader(RangeReader):
    """Joins two figures to one."""

    def _merged(self, text: str, first: Figure, second: Figure) -> Figure | None:
        """Return one figure for "more than 20 and less than 30", None if they are two."""
        lower, upper = {"over", "at-least"}, {"under", "at-most"}
        if self._repeats(text, first, second):
            return replace(first, end=second.end + 1, text=text[first.start : second.end + 1])
        if second.modifier not in lower | upper or first.modifier not in lower | upper:
            return None
        if first.kind is not second.kind or first.unit != second.unit:
            return None
        if text[first.end : second.start].strip(" ,").lower() not in self.merge:
            return None
        low, high = (first, second) if first.modifier in lower else (second, first)
        if low.modifier not in lower or high.modifier not in upper:
            return None
        if first.kind is Kind.ORDINAL and (low.modifier, high.modifier) != ("over", "under"):
            return None
        if not low.hard.low < high.hard.high:
            return None
        both = Interval(low.hard.low, high.hard.high, low.hard.low_open, high.hard.high_open)
        return replace(
            second, start=first.start, text=text[first.start : second.end], hard=both, soft=both,
            modifier="range",
        )  # fmt: skip

    def _repeats(self, text: str, first: Figure, second: Figure) -> bool:
        """Return whether brackets say the number again in the other notation: 45 (forty-five)."""
        if text[first.end : second.start] != " (" or not text.startswith(")", second.end):
            return False
        same = first.kind is second.kind is Kind.COUNT and first.hard == second.hard
        return same and first.text[0].isdigit() != second.text[0].isdigit()
