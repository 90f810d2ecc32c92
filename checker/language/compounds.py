"""Quantities of several parts: eine Stunde und 15 Minuten, 5 Euro 20, an hour and a half.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.bare_parts import BarePartReader
from checker.language.numeral import Numeral, next_word
from checker.language.numerals import numeral_at
from checker.language.parts import Part
from checker.language.units import BLANKS, Unit, hundredth, unit_at
from checker.model import Kind

_ONE: Final = Decimal(1)
_STEPS: Final = {Kind.MONEY: 100, Kind.DURATION: 60, Kind.DISTANCE: 100}
#: The unit of years and months added up, to which days may be added.
_DAYS: Final = "days"
_HYPHENS: Final = ("-", "‐", "‑")
_COMPOUND: Final = frozenset({Kind.DURATION, Kind.DISTANCE, Kind.MASS, Kind.MONEY, Kind.VOLUME})


class CompoundReader(BarePartReader):
    """Adds the parts of a quantity up."""

    def _compound(self, text: str, part: Part) -> Part:
        """Return a quantity with its smaller parts added: eine Stunde und 15 Minuten, 5 Euro 20."""
        while part.kind in _COMPOUND and part.unit and not part.vague and part.few is None:
            minor = self._next_part(text, part) or self._bare_minor(text, part)
            if minor is None:
                return part
            part = minor
        return part

    def _next_part(self, text: str, part: Part) -> Part | None:
        unit = part.unit
        if unit is None:
            return None
        at = self._over_joint(text, part.end, hyphen=_hyphened(text, part))
        if at is None:
            return None
        numeral = numeral_at(text, at, self.lang)
        if numeral is None or numeral.form not in {"card", "article", "half", "ratio"}:
            return self._and_half(text, part)
        found = self._unit_after(text, numeral)
        if found is None:
            return self._and_half(text, part)
        lesser, _, end, _ = found
        if lesser.kind is not part.kind:
            lesser, unit = self._clock_units(text, part, unit, lesser, end)
            part = replace(part, kind=unit.kind)
        if lesser.kind is not part.kind:
            return None
        if (lesser.minor and not unit.minor) or lesser.id == "CENT":
            lesser = hundredth(unit)
        if lesser.canonical != unit.canonical:
            return None
        if not (lesser.factor < unit.factor or (unit.id == _DAYS and lesser.id == "day")):
            return None
        if unit.id in self.calendar:
            day = self.units.ids["day"]
            exact = part.low * unit.factor / day.factor, numeral.value * lesser.factor / day.factor
            total, place = exact[0] + exact[1], numeral.place * lesser.factor / day.factor
            unit = replace(day, id=_DAYS)
            return replace(part, end=end, low=total, high=total, place=place, unit=unit)
        return summed(part, unit, numeral, lesser, end)

    def _clock_units(
        self, text: str, part: Part, unit: Unit, lesser: Unit, end: int
    ) -> tuple[Unit, Unit]:
        """Return both units as their neighbour tells: 2h 30m, 1m 30s, 7 pounds 3 ounces."""
        minute = self.units.ids["minute"]
        if part.kind is Kind.DURATION and lesser.id == "metre" and text[end - 1] == "m":
            return minute, unit
        if unit.canonical == "GBP" and lesser.id == "ounce":  # 7 pounds and 3 ounces
            return lesser, self.units.ids["pound"]
        if part.written == "m" and lesser.id == "second":
            return lesser, minute
        return lesser, unit

    def _over_joint(self, text: str, at: int, *, hyphen: bool = False) -> int | None:
        """Return where the next part may begin after a blank, comma or "und"."""
        if hyphen and text[at : at + 1] in _HYPHENS and text[at + 1 : at + 2].isalnum():
            return at + 1
        if text[at : at + 2] == ", ":
            at += 1
        if at < len(text) and text[at].isdecimal():
            return at
        if not text[at : at + 1].isspace():
            return None
        span = next_word(text, at)
        if span and text[span[0] : span[1]].lower() in self.joints:
            at = span[1]
        begin = at + 1
        while begin < len(text) and text[begin] in BLANKS and begin < at + 3:
            begin += 1
        return begin if text[at : at + 1].isspace() else None

    def _and_half(self, text: str, part: Part) -> Part | None:
        """Return "an hour and a half": a share of the unit itself."""
        span = next_word(text, part.end)
        if span is None or text[span[0] : span[1]].lower() not in self.data["fractions"]["and"]:
            return None
        span = next_word(text, span[1])
        if span and text[span[0] : span[1]].lower() in self.articles:
            span = next_word(text, span[1])
        sense = self.numbers.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role not in {"half", "frac"}:
            return None
        share = sense.value if sense.role == "half" else _ONE / sense.value
        follows = next_word(text, span[1])
        if follows and unit_at(text, follows[0], self.units):
            return None
        if part.low != int(part.low):
            return None
        return replace(part, end=span[1], low=part.low + share, high=part.high + share, place=share)

    def _bare_minor(self, text: str, part: Part) -> Part | None:
        """Return "5 Euro 20", "1 m 80", "1h15": two digits that count the next smaller unit."""
        unit = part.unit
        if unit is None or part.low != int(part.low) or part.numeral.scale != 1:
            return None
        step = 12 if unit.id == "foot" else _STEPS.get(part.kind)
        if (
            step is None
            or unit.minor
            or (unit.id not in {"hour", "minute", "metre", "foot"} and part.kind is not Kind.MONEY)
        ):
            return None
        at = part.end
        joined = at < len(text) and text[at].isdecimal()
        if not joined:
            begin = self._over_joint(text, at, hyphen=step == 12 and _hyphened(text, part))
            if begin is None or text[at : at + 1] == ",":
                return None
            worded = text[at:begin].strip() != ""
            at = begin
        else:
            worded = False
        numeral = numeral_at(text, at, self.lang)
        if numeral is None or numeral.form != "card" or not 0 < numeral.value < step:
            return None
        if numeral.value != int(numeral.value) or numeral.scale != 1:
            return None
        raw = text[numeral.start : numeral.end]
        if raw.isdecimal() and len(raw) != 2 and step != 12:
            return None
        end, after = numeral.end, text[numeral.end : numeral.end + 1]
        if (joined and after in {"m", "'"}) or self._minor_letter(text, part, end):
            end += 1
        elif (
            after.isalnum()
            or (after in "-%€$" and after)
            or text[end : end + 2].strip()[:1] in set("€$£%(")
        ) or ((worded or not joined) and never.counts_something(text, end, self.never)):
            return None
        if end == numeral.end and self._unit_after(text, numeral) and not joined:
            return None
        return summed(part, unit, numeral, self._lesser(unit), end)

    def _minor_letter(self, text: str, part: Part, at: int) -> bool:
        """Return whether the letter at `at` says hundredths of a currency: 20 dollars and 43c."""
        letter = part.kind is Kind.MONEY and text[at : at + 1] in self.minor_letters
        return letter and bool(text[at : at + 1]) and not text[at + 1 : at + 2].isalnum()


def _hyphened(text: str, part: Part) -> bool:
    """Return whether a hyphen ties the unit to its number, so that one may tie on more."""
    return text[part.numeral.end : part.numeral.end + 1] in _HYPHENS


def summed(part: Part, unit: Unit, numeral: Numeral, lesser: Unit, end: int) -> Part:
    """Return a part with a smaller one added, counted in the smaller unit so that it is exact."""
    ratio = unit.factor / lesser.factor
    low, high = part.low * ratio + numeral.value, part.high * ratio + numeral.value
    return replace(part, end=end, low=low, high=high, place=numeral.place, unit=lesser)
