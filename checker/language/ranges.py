"""Ranges: zwei bis drei, between two and three, 30–40, more than 20 and less than 30.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from checker.language import never
from checker.language.compounds import CompoundReader
from checker.language.numeral import next_word
from checker.language.numerals import numeral_at
from checker.language.parts import SIGNS, WORD, Part
from checker.model import Figure, Interval, Kind

_DASH: Final = re.compile(r"[ \u00a0\u202f]?(?:[-–—‐‑~]|\.\.\.?)[ \u00a0\u202f]?~?(?=[\w.,½¼¾])")

#: Kinds of a number that takes the unit of the second.
_BARE: Final = frozenset({Kind.COUNT, Kind.OTHER})


class RangeReader(CompoundReader):
    """Joins two numbers to a range."""

    def _ranged(self, text: str, part: Part) -> Part:
        """Return a part joined with a second one to a range: zwei bis drei Stunden, 30–40."""
        if part.vague or part.kind in {Kind.ORDINAL, Kind.SCORE} or part.few is not None:
            return part
        joint = self._range_joint(text, part)
        if joint is None:
            return part
        at, start, loose = joint
        if text[at : at + 1].isdecimal() and never.serial_at(text, part.start) > part.end:
            return part
        money = None
        if text[at : at + 1] in SIGNS and text[at : at + 1]:
            money, at = self.units.before.get(text[at]), at + 1
        numeral = numeral_at(text, at, self.lang)
        if numeral is None or numeral.form not in {"card", "article", "ratio"}:
            return part
        second = self._measured(text, numeral)
        if second is None or second.vague:
            return part
        if money is not None and second.kind is not Kind.MONEY:
            return part
        return self._joined(part, second, start, loose=loose) or part

    def _range_joint(self, text: str, part: Part) -> tuple[int, int, bool] | None:
        """Return where the second number begins, where the range begins, and if it is an "or"."""
        start = part.start
        dash = _DASH.match(text, part.end)
        if dash is not None:
            if (
                not (text[dash.end()].isdecimal() or text[dash.end()] in ".,")
                and dash[0].strip() != dash[0]
            ):
                return None
            return dash.end(), start, False
        span = next_word(text, part.end)
        if span is None or text[part.end : part.end + 1] == "-":
            return None
        word = text[span[0] : span[1]].lower()
        before = never.word_before(text, start).lower().strip('(„“"')
        if word in self.between_join and before in self.between:
            start = never.start_of(text, before, start)
        elif word in self.range_to:
            if before in self.range_from:
                if self._changes(text, start):
                    return None
                start = never.start_of(text, before, start)
            elif before in self.between:
                start = never.start_of(text, before, start)
        elif word in self.range_or:
            return self._second(text, span[1]), start, True
        else:
            return None
        return self._second(text, span[1]), start, False

    def _second(self, text: str, at: int) -> int:
        """Return where the second number of a range begins, past a modifier before it."""
        begin = at
        for _ in range(3):
            while begin < len(text) and text[begin].isspace() and begin - at < 40:
                begin += 1
            word = WORD.match(text, begin)
            if word is None or (word[0].lower(),) not in self.modifiers.before:
                break
            begin = word.end()
        if text[begin : begin + 1] == "~":
            begin += 1
        return begin

    def _changes(self, text: str, at: int) -> bool:
        """Return whether a verb of change stands before "from": rose from 5 to 10 is no range."""
        sentence = re.split(r"[.!?;] |\n", text[max(0, at - 100) : at])[-1]
        return any(w.strip(never.STOP).lower() in self.change for w in sentence.split())

    def _joined(self, first: Part, second: Part, start: int, *, loose: bool) -> Part | None:
        """Return the range of two parts, None if they make none."""
        low, unit, kind = first, first.unit, second.kind
        if first.unit is None and second.unit is not None and first.kind in _BARE:
            unit = second.unit
        elif first.unit is None and second.kind is Kind.AGE and first.kind in _BARE:
            unit = None
        elif first.kind in _BARE and second.kind in _BARE:
            kind = second.kind
        elif first.kind is not second.kind:
            if not (second.unit is None and second.kind is Kind.COUNT and first.kind is Kind.MONEY):
                return None
            kind = first.kind
        value, place = low.low, low.place
        scale = second.numeral.scale
        if scale > 1 and first.numeral.scale == 1 and value < second.low / scale:
            value, place = value * scale, place * scale
        other = second.unit or unit
        high = second.high
        if unit is not None and other is not None and unit is not other:
            if unit.canonical != other.canonical:
                return None
            value = value * unit.factor / other.factor
            unit = other
        if not value < high or (loose and high > 2 * value):
            return None
        if second.unit is not None or second.kind is Kind.AGE:
            unit, written = second.unit, second.written
        else:
            written = first.written
        if kind is Kind.COUNT and year_like(first) and year_like(second):
            return None
        return Part(
            start, second.end, value, high, min(place, second.place), kind, unit, second.numeral,
            written,
        )  # fmt: skip

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


def year_like(part: Part) -> bool:
    """Return whether a number could be a year."""
    return part.numeral.scale == 1 and 1800 <= part.low <= 2099 and part.place < 1000
