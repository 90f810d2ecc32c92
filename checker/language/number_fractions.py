"""Shares and mixed numbers: zwei Drittel, half a million, one and a half, drei Komma zwei.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language.number_follow import Follow
from checker.language.number_words import Sense
from checker.language.numeral import JOINT, ONE, Numeral, next_word, times

_DIGITS: Final = re.compile(r"\d{1,18}(?!\d)")


class Fractions(Follow):
    """Reads numerals that are not whole."""

    def _portion(self, text: str, found: Numeral, sense: Sense, span: tuple[int, int]) -> Numeral:
        """Return "zwei Drittel": a share, or with a magnitude or unit behind it a number."""
        part = ONE / sense.value
        value = found.value / sense.value
        share = replace(found, end=span[1], value=value, place=part, form="ratio")
        return self._of(text, share)

    def _of(self, text: str, share: Numeral) -> Numeral:
        """Return a share times the magnitude that follows ("half a million")."""
        end = share.end
        for _ in range(3):
            span = self._after(text, end)
            if span is None:
                return share
            word = text[span[0] : span[1]]
            sense = self.words.sense(word)
            if sense is not None and sense.role in {"mag", "dozen", "hundred"}:
                if sense.vague is not None and self.of and word.lower() not in self.words.values:
                    pass
                return replace(times(share, sense.value, self._dot(text, span[1])), form="card")
            if word.lower() not in self.of and word.lower() not in self.articles:
                return share
            end = span[1]
        return share

    def _half(self, text: str, start: int, end: int, begin: int) -> Numeral:
        half = Numeral(begin, end, Decimal("0.5"), Decimal("0.5"), form="half")
        return self._of(text, half)

    def _mixed(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with "und eine halbe", "and three quarters" added."""
        span = next_word(text, found.end)
        if span is None or text[span[0] : span[1]].lower() not in self.fraction_and:
            return found
        span = next_word(text, span[1])
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role == "ord":
            return self._and_ordinal(text, found, sense, span)
        count = ONE
        if (
            span
            and sense
            and (sense.role == "article" or (sense.role == "card" and sense.value < 10))
        ):
            count = sense.value
            span = next_word(text, span[1])
            sense = self.words.sense(text[span[0] : span[1]]) if span else None
            if sense is not None and sense.role == "half" and count != 1:
                return found
        if span is None or sense is None:
            return found
        if sense.role == "half":
            part = Decimal("0.5")
        elif sense.role == "frac" or (
            sense.role == "ord" and self.plural_fraction and sense.value > 2
        ):
            part = ONE / sense.value
        else:
            return found
        return self._with_part(text, found, part * count, part, span[1])

    def _and_ordinal(
        self, text: str, found: Numeral, sense: Sense, span: tuple[int, int]
    ) -> Numeral:
        """Return "two hundred and fifth": the ordinal ends a number of hundreds."""
        whole = found.form == "card" and not found.digits and found.value == int(found.value)
        hundreds = whole and found.value % 100 == 0 and found.value > 0
        word = text[span[0] : span[1]].lower()
        if not (self.joint and hundreds and sense.value < 100) or word.endswith("s"):
            return found
        return replace(found, end=span[1], value=found.value + sense.value, form="ord", place=ONE)

    def _with_part(
        self, text: str, found: Numeral, share: Decimal, part: Decimal, end: int
    ) -> Numeral:
        """Return the numeral plus a share of its magnitude, or of the one that follows."""
        span = self._after(text, end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role == "mag":
            if found.scale > sense.value:
                value = found.value + share * sense.value
                return replace(found, end=span[1], value=value, place=part * sense.value)
            if found.scale == 1:
                value = (found.value + share) * sense.value
                place = part * sense.value
                return replace(found, end=span[1], value=value, place=place, scale=sense.value)
        value = found.value + share * found.scale
        return replace(found, end=end, value=value, place=part * found.scale, form="card")

    def _spoken(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with decimals said aloud: drei Komma zwei, nine point nought four."""
        span = next_word(text, found.end)
        if span is None or text[span[0] : span[1]].lower() not in self.point_words:
            return found
        decimals = self._decimals(text, span[1])
        if decimals is None:
            return found
        digits, end = decimals
        place = ONE.scaleb(-len(digits))
        return replace(found, end=end, value=found.value + Decimal("0." + digits), place=place)

    def _decimals(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the digits after a spoken point and their end."""
        digits, end = "", at
        while len(digits) < 12:
            joint = JOINT.match(text, end)
            begin = joint.end() if joint else end
            if literal := _DIGITS.match(text, begin):
                return (digits + literal[0], literal.end()) if not digits else (digits, end)
            span = next_word(text, end)
            sense = self.words.sense(text[span[0] : span[1]]) if span else None
            if span is None or sense is None or sense.role != "card" or sense.value >= 100:
                break
            value, stop = int(sense.value), span[1]
            if (
                value >= 20
                and value % 10 == 0
                and (more := self._follower_digit(text, stop, value))
            ):
                value, stop = more
            digits, end = digits + str(value), stop
            if value >= 10:
                break
        return (digits, end) if digits else None

    def _follower_digit(self, text: str, at: int, value: int) -> tuple[int, int] | None:
        span = next_word(text, at)
        found = self._follower(text, span, value) if span else None
        return (int(found[0]), found[1]) if found else None

    def _point(self, text: str, start: int, end: int) -> Numeral | None:
        """Return a decimal that begins with its point: "point 77"."""
        if text[start:end].lower() not in self.point_words or start:
            return None
        decimals = self._decimals(text, end)
        if decimals is None:
            return None
        place = ONE.scaleb(-len(decimals[0]))
        return Numeral(start, decimals[1], Decimal("0." + decimals[0]), place)
