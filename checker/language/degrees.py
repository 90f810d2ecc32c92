"""Temperatures told by a bare letter: highs of 30C, a fever of 98.6 F.

Floor 2 (language).
"""

from __future__ import annotations

from checker.language import never
from checker.language.name_test import NameTest
from checker.language.numeral import Numeral
from checker.language.parts import Part


class DegreeReader(NameTest):
    """Tells degrees from seats and labels."""

    def _degrees(self, text: str, numeral: Numeral, letter: str, end: int) -> Part | None:
        """Return "30C" as a temperature, None where a label stands before it: Seat 12C."""
        tied = end - len(letter) == numeral.end
        told = numeral.value != int(numeral.value) or self._warm(text, numeral.start)
        if not tied and not told and self._before(text, numeral.start) not in self.never.starts:
            return None
        if numeral.scale != 1 or never.is_label(text, numeral.start, end, self.never):
            return None
        named = never.word_after(text, end).lower() not in self.degree_cues
        if named and never.counts_something(text, end, self.never, 1):
            return None  # a 13F filing
        unit = self.units.ids[self.degree_letters[letter]]
        value = numeral.value
        return Part(
            numeral.start, end, value, value, numeral.place, unit.kind, unit, numeral,
            written=letter,
        )  # fmt: skip

    def _warm(self, text: str, at: int) -> bool:
        """Return whether a word of heat or cold stands shortly before `at`."""
        near = text[max(0, at - 60) : at].lower().split()[-8:]
        return any(w.strip(never.STOP) in self.degree_cues for w in near)
