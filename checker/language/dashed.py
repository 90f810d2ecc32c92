"""Numbers tied by a hyphen to another or to a noun: won 5-3, a 12-story building.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.bounded import BoundReader
from checker.language.numeral import Numeral
from checker.language.numerals import numeral_at
from checker.language.parts import SIGNS, Part, plain
from checker.model import Kind

_PAIR: Final = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\w%°]|[-–.,:/]\d|[-–]\w)")
_TIED: Final = re.compile(r"[-‐‑]([a-z]{3,})(?![\w-])")


class DashedReader(BoundReader):
    """Reads results with a hyphen, and nouns tied to their number."""

    def _result(self, text: str, at: int) -> tuple[Part | None, int] | None:
        """Return a result ("5-3") and its end, no part where nothing tells what it is of.

        A pair that falls is no range; one that rises is a result where a word of winning,
        losing or voting stands by it and it counts nothing.
        """
        pair = _PAIR.match(text, at)
        if pair is None or text[at - 1 : at] in (*SIGNS, "-", "–", "−"):
            return None
        second = numeral_at(text, pair.start(2), self.lang)
        if second is None or second.scale != 1 or self._unit_after(text, second) is not None:
            return None
        one, other = Decimal(pair[1]), Decimal(pair[2])
        value = one + other.scaleb(-3)
        whole = Numeral(at, pair.end(), value, Decimal("0.001"), form="score", digits=True)
        cued = self._score_cue(text, whole)
        counted = never.counts_something(text, pair.end(), self.never, 1)
        if one < other and (not cued or (counted and not self._names_result(text, pair.end()))):
            return None
        part = replace(plain(whole, Kind.SCORE), written=pair[0]) if cued else None
        return part, pair.end()

    def _names_result(self, text: str, end: int) -> bool:
        """Return whether the noun behind a pair is one of winning or voting: a 4-5 loss."""
        return never.word_after(text, end).lower() in self.cues

    def _tied_noun(self, text: str, numeral: Numeral) -> Part | None:
        """Return "12-story" as a count of what is tied to the number."""
        tied = _TIED.match(text, numeral.end) if self.tied_nouns and numeral.digits else None
        if tied and tied[1] in self.scales:
            return plain(numeral, Kind.OTHER)
        if tied is None or numeral.form != "card" or tied[1] in self.tied_never:
            return None
        if self.numbers.sense(tied[1]) is not None or tied[1].endswith("ing"):
            return None
        return plain(replace(numeral, end=tied.end()), Kind.COUNT)
