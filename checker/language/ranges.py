"""Ranges: zwei bis drei, between two and three, 30–40, more than 20 and less than 30.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.numeral import next_word
from checker.language.numerals import numeral_at
from checker.language.parts import SIGNS, WORD, Part
from checker.language.signs import SignReader, negated
from checker.language.units import hundredth
from checker.model import Kind

_DASH: Final = re.compile(
    r"[ \u00a0\u202f]?(?:[-–—‐‑~]|\.\.\.?)[ \u00a0\u202f]?~?(?=[\w.,½¼¾$€£¥₹])"
)

_TWO: Final = Decimal(2)
#: Forms of the second number of a range.
_SECOND: Final = frozenset({"card", "article", "ratio", "half"})
#: A number with its comma, before another: "10, 20 or 30".
_ENUMERATED: Final = re.compile(r"\d, $")
#: Kinds of a number that takes the unit of the second.
_BARE: Final = frozenset({Kind.COUNT, Kind.OTHER})


class RangeReader(SignReader):
    """Joins two numbers to a range."""

    def _ranged(self, text: str, part: Part) -> Part:
        """Return a part joined with a second one to a range: zwei bis drei Stunden, 30–40."""
        if part.kind is Kind.ORDINAL:
            return self._ordinal_range(text, part) or part
        if part.vague or part.kind is Kind.SCORE or part.few is not None:
            return part
        if (around := self._plus_minus(text, part)) is not None:
            return around
        begin = self._minus_start(text, part)
        first = negated(part, begin) if begin < part.start else part
        joint = self._range_joint(text, first)
        if joint is None:
            return part
        at, start, loose = joint
        sign, at = self._sign_at(text, at)
        if self._both_below(text, first, part, start) and not sign:
            first, start = part, part.start
        if text[at : at + 1].isdecimal() and never.serial_at(text, part.start) > part.end:
            return part
        money = None
        if text[at : at + 1] in SIGNS and text[at : at + 1]:
            money, at = self.units.before.get(text[at]), at + 1
        numeral = numeral_at(text, at, self.lang)
        cut = text[part.end - 1] == "-"  # zwei- bis dreimal
        if numeral is None or (numeral.form not in _SECOND and not cut):
            return part
        second = self._measured(text, numeral)
        if second is None or second.vague:
            return part
        if money is not None and second.kind is not Kind.MONEY:
            return part
        if sign < 0:
            second = negated(second, second.start)
        return self._joined(first, second, start, loose=loose) or part

    def _both_below(self, text: str, first: Part, part: Part, start: int) -> bool:
        """Return whether one "minus" is meant for both numbers: minus 5 bis 10 Grad.

        A sign at the digits, a unit of its own or "between" before it keep it to the first.
        """
        worded = first.start < part.start and text[first.start].isalpha()
        return worded and start == first.start and part.end == part.numeral.end

    def _range_joint(self, text: str, part: Part) -> tuple[int, int, bool] | None:
        """Return where the second number begins, where the range begins, and if it is an "or"."""
        start = part.start
        dash = _DASH.match(text, part.end)
        if dash is not None:
            if (
                not (text[dash.end()].isdecimal() or text[dash.end()] in f".,{SIGNS}")
                and dash[0].strip() != dash[0]
            ):
                return None
            return dash.end(), start, False
        if (second := self._next_but_one(text, part)) is not None:
            return second, start, True
        span = next_word(text, part.end)
        if span is None or text[part.end : part.end + 1] == "-":
            return None
        word = text[span[0] : span[1]].lower()
        before, lead = self._opening(text, start)
        if word in self.between_join and before in self.between:
            return self._second(text, span[1]), lead, False
        if word in self.between_join and self._between_ages(text, part):
            return self._second(text, span[1]), start, False
        if (to := self._to(text, span)) is not None:
            if before in self.range_from and self._changes(text, lead):
                return None
            if before in self.change and not self._shares_unit(text, part, to):
                return None
            opened = before in self.range_from or before in self.between
            return self._second(text, to), lead if opened else start, False
        if word in self.range_or and not _ENUMERATED.search(text[max(0, start - 6) : start]):
            return self._second(text, span[1]), start, True
        return None

    def _between_ages(self, text: str, part: Part) -> bool:
        """Return whether an age opens a range of ages: between the ages of 25 and 35."""
        near = text[max(0, part.start - 24) : part.start].lower()
        return part.kind is Kind.AGE and near.endswith(self.age_between)

    def _shares_unit(self, text: str, part: Part, at: int) -> bool:
        """Return whether the second number has the unit of both: rose 5 to 10 percent.

        "Fell 88.81 to 7,182.08" and "rose 0.1% to 3.4%" tell the change and the new value.
        """
        if part.end != part.numeral.end:
            return False
        second = numeral_at(text, self._second(text, at), self.lang)
        return second is not None and self._unit_after(text, second) is not None

    def _opening(self, text: str, at: int) -> tuple[str, int]:
        """Return the word before a range and its start: "between", also in "between about 5"."""
        before = self._before(text, at)
        lead = never.start_of(text, before, at)
        if (before,) in self.modifiers.before and lead < at:
            further = self._before(text, lead)
            if further in self.between or further in self.range_from:
                return further, never.start_of(text, further, lead)
        return before, lead

    def _to(self, text: str, span: tuple[int, int]) -> int | None:
        """Return the end of the word or the two words that lead to the end of a range."""
        word = text[span[0] : span[1]].lower()
        more = next_word(text, span[1]) if word in self.to_first else None
        if more and f"{word} {text[more[0] : more[1]].lower()}" in self.range_to:
            return more[1]
        return span[1] if word in self.range_to else None

    def _plus_minus(self, text: str, part: Part) -> Part | None:
        """Return a value with its error to either side: 100 ± 5, 5 % plus/minus 1 %."""
        at = part.end + text.startswith(" ", part.end)
        sign = next((s for s in self.plus_minus if text[at : at + 16].lower().startswith(s)), "")
        if not sign or (part.unit is not None and part.unit.id in self.calendar):
            return None
        at += len(sign)
        error = numeral_at(text, at + text.startswith(" ", at), self.lang)
        second = self._measured(text, error) if error else None
        if second is None or second.low != second.high or second.low > abs(part.low):
            return None
        bare = part.unit is None and part.kind in _BARE
        same = second.unit is part.unit or (second.unit is None and second.kind in _BARE)
        if not same and not bare:
            return None
        merged = second if bare else replace(part, end=second.end)
        return replace(
            merged, start=part.start, low=part.low - second.low, high=part.high + second.low
        )

    def _next_but_one(self, text: str, part: Part) -> int | None:
        """Return where the second of two neighbouring numbers begins: zwei, drei Tage."""
        if part.unit is not None or part.numeral.digits or not text.startswith(", ", part.end):
            return None
        if text[max(0, part.start - 2) : part.start] == ", ":
            return None  # drei, vier, fünf
        second = numeral_at(text, part.end + 2, self.lang)
        return part.end + 2 if second and self._follows_on(text, part.low, second) else None

    def _ordinal_range(self, text: str, part: Part) -> Part | None:
        """Return two ordinals as a range: between the tenth and the fifteenth, 3rd to 5th."""
        span = next_word(text, part.end)
        if span is None:
            return None
        start, before = part.start, self._before(text, part.start)
        if before in self.ordinal_articles:
            start = never.start_of(text, before, start)
            before = self._before(text, start)
        word = text[span[0] : span[1]].lower()
        joined = word in self.between_join and before in self.between
        if not joined and (word not in self.range_to or self._changes(text, start)):
            return None
        begin = self._second(text, span[1])
        article = WORD.match(text, begin)
        if article and article[0].lower() in self.ordinal_articles:
            begin = article.end() + 1
        numeral = numeral_at(text, begin, self.lang)
        second = self._measured(text, numeral) if numeral else None
        if second is None or second.kind is not Kind.ORDINAL or not part.low < second.low:
            return None
        if joined or before in self.range_from:
            start = never.start_of(text, before, start)
        return replace(second, start=start, low=part.low)

    def _second(self, text: str, at: int) -> int:
        """Return where the second number of a range begins, past a modifier before it."""
        begin = at
        for _ in range(3):
            while begin < len(text) and text[begin].isspace() and begin - at < 40:
                begin += 1
            word = WORD.match(text, begin)
            if word is None:
                break
            more = next_word(text, word.end())
            pair = (word[0].lower(), text[more[0] : more[1]].lower() if more else "")
            if more and self.modifiers.before.get(pair) == "at-most":
                begin = more[1]
            elif pair[:1] in self.modifiers.before:
                begin = word.end()
            else:
                break
        if text[begin : begin + 1] == "~":
            begin += 1
        return begin

    def _changes(self, text: str, at: int) -> bool:
        """Return whether a verb of change stands before "from": rose from 5 to 10 is no range."""
        sentence = re.split(r"[.!?;] |\n", text[max(0, at - 100) : at])[-1]
        return any(w.strip(never.STOP).lower() in self.change for w in sentence.split())

    def _joined(self, first: Part, second: Part, start: int, *, loose: bool) -> Part | None:
        """Return the range of two parts, None if they make none."""
        second = _as_aged(first, second)
        low, unit, kind = first, first.unit, second.kind
        if first.unit is None and second.unit is not None and first.kind in _BARE:
            unit = second.unit
        elif first.unit is None and second.kind is Kind.AGE and first.kind in _BARE:
            unit = None
        elif first.kind in _BARE and second.kind in _BARE:
            kind = second.kind
        elif first.kind is not second.kind:
            aged = first.kind is Kind.AGE and second.kind is Kind.COUNT and second.low < 120
            pair = loose and second.unit is None and first.low == 1 and second.low == _TWO
            cheap = second.kind is Kind.COUNT and first.kind is Kind.MONEY
            if not pair and not (second.unit is None and (cheap or aged)):
                return None
            kind = first.kind
        value, place = low.low, low.place
        scale = second.numeral.scale
        if scale > 1 and first.numeral.scale == 1 and value < second.low / scale:
            value, place = value * scale, place * scale
        other = second.unit or unit
        high = second.high
        if unit is not None and other is not None and unit is not other:
            if unit.id == "CENT" and other.kind is Kind.MONEY:  # 50 cents to 2 dollars
                unit = hundredth(other)
            if unit.canonical != other.canonical:
                return None
            value = value * unit.factor / other.factor
            unit = other
        if high < value < 0:  # minus 5 bis minus 10
            value, high = high, value
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


def _as_aged(first: Part, second: Part) -> Part:
    """Return years behind an age as one: "Kinder zwischen sechs und elf Jahren"."""
    years = second.unit is not None and second.unit.id == "year"
    return replace(second, kind=Kind.AGE, unit=None) if years and first.kind is Kind.AGE else second


def year_like(part: Part) -> bool:
    """Return whether a number could be a year."""
    return part.numeral.scale == 1 and 1800 <= part.low <= 2099 and part.place < 1000
