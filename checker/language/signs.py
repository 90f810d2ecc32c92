"""Values below zero: -3, minus five, $-99, five degrees below zero, 10 Minusgrade.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace

from checker.language import never
from checker.language.compounds import CompoundReader
from checker.language.modifiers import modifier_before
from checker.language.parts import SIGNS, WORD, Part
from checker.model import Kind

_DASHES = ("-", "−")


class SignReader(CompoundReader):
    """Reads the sign of a number, before it and behind its unit."""

    def _signed(self, text: str, part: Part) -> Part:
        """Return the part with a minus before or "below zero" behind it taken in."""
        if part.vague or part.few is not None:
            return part
        if part.kind is Kind.TEMPERATURE and (told := self._told_below(text, part)):
            return told
        start = self._minus_start(text, part)
        return negated(part, start) if start < part.start else self._inner_minus(text, part)

    def _sign_at(self, text: str, at: int) -> tuple[int, int]:
        """Return the sign written at `at` (1, -1, or 0 for none) and where its number begins."""
        sign = {"-": -1, "−": -1, "+": 1}.get(text[at : at + 1], 0)
        if sign and (text[at + 1 : at + 2].isdecimal() or text[at + 1 : at + 2] in SIGNS):
            return sign, at + 1
        word = WORD.match(text, at)
        if word is None or not text[word.end() : word.end() + 1].isspace():
            return 0, at
        told = -1 if word[0].lower() in self.minus else int(word[0].lower() in self.plus)
        return told, word.end() + 1 if told else at

    def _minus_start(self, text: str, part: Part) -> int:
        """Return where a minus sign or word before the part begins, its start if there is none."""
        start = part.start
        before = never.word_before(text, start).lower()
        if (
            before in self.minus
            and text[start - 1 : start].isspace()
            and not self._either_sign(text, start)
            and modifier_before(text, start, self.modifiers) is None
        ):
            return never.start_of(text, before, start)
        if not start or (
            text[start - 1] not in _DASHES
            and not (text[start - 1] == " " and start > 1 and text[start - 2] in _DASHES)
        ):
            return start
        if text[start - 1] in _DASHES:
            return start - 1 if start == 1 or text[start - 2] in " (<>=\n\u00a0" else start
        lone = start == 2 or (part.kind is Kind.TEMPERATURE and text[start - 3].isspace())
        return start - 2 if lone else start

    def _either_sign(self, text: str, at: int) -> bool:
        """Return whether "minus" before the number is the end of "plus or minus"."""
        near = text[max(0, at - 24) : at].lower().rstrip()
        return near.endswith(self.plus_minus)

    def _inner_minus(self, text: str, part: Part) -> Part:
        """Return an amount with its minus behind the currency sign: $-99."""
        sign = part.numeral.start - 1
        tied = part.start < sign and text[sign] in _DASHES and text[sign - 1] in SIGNS
        return negated(part, part.start) if tied and part.low == part.high else part

    def _told_below(self, text: str, part: Part) -> Part | None:
        """Return a temperature told from zero: 5 degrees below zero, 5 Grad minus, Minusgrade."""
        if part.written.lower() in self.below_units:
            return negated(part, part.start)
        near = text[part.end : part.end + 24].lower()
        for wording in self.below_zero + self.above_zero:
            end = part.end + 1 + len(wording)
            if near[1 : len(wording) + 1] != wording or not near[0].isspace():
                continue
            rest = text[end : end + 12].split()
            number = bool(rest) and (rest[0][:1].isdecimal() or self.numbers.sense(rest[0]))
            if text[end : end + 1].isalnum() or number:
                continue
            told = replace(part, end=end)
            return negated(told, part.start) if wording in self.below_zero else told
        return None


def negated(part: Part, start: int) -> Part:
    """Return the part below zero, with its sign at `start`."""
    return replace(part, start=start, low=-part.high, high=-part.low)
