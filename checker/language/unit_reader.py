"""The unit behind a number, and what a word with two meanings means here.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.modifiers import words_before
from checker.language.numeral import Numeral, next_word
from checker.language.parts import WORD, Lexicon, scaled_by
from checker.language.units import BLANKS, Unit, hundredth, unit_at
from checker.model import Kind

#: A single quotation mark that opens.
_OPENING: Final = re.compile(r"(?:^|[\s(])['‘]")


class UnitReader(Lexicon):
    """Finds the unit of a number."""

    def _unit_after(self, text: str, numeral: Numeral) -> tuple[Unit, int, int, Numeral] | None:
        """Return the unit after a number, its span, and the number (a magnitude may come late)."""
        at = numeral.end
        joined = False
        if at < len(text) and text[at] in BLANKS:
            at += 1
            if at < len(text) and text[at] in BLANKS:
                at += 1
        elif text.startswith("\n", at):
            at += 1
        elif at < len(text) and text[at] in "-‐‑":
            at, joined = at + 1, True
        if self.elided and (numeral.scale > 1 or numeral.form in {"vague", "ratio", "card"}):
            at += next((len(e) for e in self.elided if text.startswith(e, at)), 0)
        for _ in range(4):
            found = unit_at(text, at, self.units) or self._million_code(text, at)
            if found is not None:
                unit, end = found
                if (
                    text[at] == "M"
                    and unit.kind is Kind.MONEY
                    and text[at:end] not in self.units.symbols
                ):
                    numeral = scaled_by(numeral, Decimal(1000000))
                unit = self._meant(text, numeral, unit, at, end)
                if unit.kind is Kind.MONEY and (late := self._late_magnitude(text, numeral, end)):
                    return unit, at, late.end, late
                if self._unit_fits(text, numeral, unit, at, end, joined=joined):
                    return unit, at, end, numeral
                return None
            word = WORD.match(text, at)
            if word is None:
                return self._bracketed(text, numeral, at)
            lower = word[0].lower()
            share = numeral.form in {"ratio", "half", "fraction"} or numeral.value != int(
                numeral.value
            )
            if lower not in self.fillers and not (
                share and (lower in self.of or lower in self.articles)
            ):
                return None
            blank = word.end()
            if blank >= len(text) or not text[blank].isspace():
                return None
            at = blank + 1
        return None

    def _million_code(self, text: str, at: int) -> tuple[Unit, int] | None:
        """Return the currency of "MUSD"."""
        code = text[at + 1 : at + 4] if text.startswith("M", at) else ""
        unit = self.units.before.get(code) if len(code) == 3 and code.isupper() else None
        return (unit, at + 4) if unit and not text[at + 4 : at + 5].isalnum() else None

    def _late_magnitude(self, text: str, numeral: Numeral, end: int) -> Numeral | None:
        """Return the number with a magnitude behind the currency: 75 USD million."""
        span = next_word(text, end) if numeral.digits and numeral.scale == 1 else None
        sense = self.numbers.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role != "mag" or sense.vague is not None:
            return None
        return replace(scaled_by(numeral, sense.value), end=span[1])

    def _meant(self, text: str, numeral: Numeral, unit: Unit, at: int, end: int) -> Unit:
        """Return the unit a word with two meanings has here: Pfund, Grad, pounds."""
        row = self.ambiguous.get(text[at:end].lower())
        if row is None:
            return unit
        after = {w.strip(never.STOP).lower() for w in text[end : end + 30].split()[:2]}
        before = {w.lower() for w in words_before(text, numeral.start, 3)}
        cued = after & set(row.get("after", ())) or before & set(row.get("before", ()))
        joined = row.get("joined", False)
        if text[at - 1] in "-‐‑" and (joined is True or (joined and numeral.value in joined)):
            return self.units.ids[row["unit"]]
        large = "from" in row and numeral.value >= row["from"]
        return self.units.ids[row["unit"]] if cued or large else unit

    def _bracketed(
        self, text: str, numeral: Numeral, at: int
    ) -> tuple[Unit, int, int, Numeral] | None:
        """Return a unit in brackets: 20 (kg)."""
        if text[at : at + 1] not in "({" or not text[at : at + 1]:
            return None
        found = unit_at(text, at + 1, self.units)
        closing = {"(": ")", "{": "}"}[text[at]]
        if found and text.startswith(closing, found[1]):
            return found[0], at + 1, found[1] + 1, numeral
        return None

    def _unit_fits(
        self, text: str, numeral: Numeral, unit: Unit, at: int, end: int, *, joined: bool
    ) -> bool:
        """Return whether the unit word means a unit here."""
        if text.startswith("-", end) and text[end + 1 : end + 2].isalpha() and not joined:
            return False
        written = text[at:end]
        if written == "'" and _OPENING.search(text, max(0, at - 200), at):
            return False
        if written == '"' and text.count('"', max(0, at - 400), at) % 2:
            return False
        if written == "in" and text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum():
            feet = never.word_before(text, numeral.start).lower()
            return feet in {"ft", "feet", "foot", "'"}
        if len(written) == 1 and written.isalpha() and at != numeral.end and not numeral.digits:
            return False
        if joined and text.startswith("-", end):
            tail = never.word_after(text, end + 1).lower()
            if any(tail.endswith(name) for name in self.never.names):
                return False
        return not (self.million_m and written == "m" and self._is_million(text, numeral, end))

    def _is_million(self, text: str, numeral: Numeral, end: int) -> bool:
        """Return whether "5m" means five million: a plural noun follows."""
        after = never.word_after(text, end)
        return bool(
            text[end : end + 1] == " "
            and after.endswith("s")
            and after.islower()
            and len(after) > 3
            and numeral.digits
        )

    def _thousands(self, text: str, numeral: Numeral) -> Numeral:
        """Return money with an attached "m" read as million."""
        at = numeral.end
        if self.million_m and text.startswith("m", at) and not text[at + 1 : at + 2].isalpha():
            scale = self.million_m
            return replace(
                numeral, end=at + 1, value=numeral.value * scale, place=numeral.place * scale,
                scale=scale,
            )  # fmt: skip
        return numeral

    def _lesser(self, unit: Unit) -> Unit:
        """Return the unit a bare second number counts: minutes after hours, cents after euros."""
        lesser = {"hour": "minute", "minute": "second", "metre": "centimetre"}.get(unit.id)
        return self.units.ids[lesser] if lesser else hundredth(unit)
