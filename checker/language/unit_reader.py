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
from checker.language.parts import SIGNS, WORD, Lexicon, scaled_by
from checker.language.units import BLANKS, Unit, hundredth, unit_at
from checker.model import Kind

#: What a bare second number counts.
_LESSER: Final = {"hour": "minute", "minute": "second", "metre": "centimetre", "foot": "inch"}
_INCHES: Final = ('"', "″", "''")
_INITIAL: Final = re.compile(r"\. ?[^\W\d_a-z]")
#: A single quotation mark that opens.
_OPENING: Final = re.compile(r"(?:^|[\s(])['‘]")


class UnitReader(Lexicon):
    """Finds the unit of a number."""

    def _unit_after(self, text: str, numeral: Numeral) -> tuple[Unit, int, int, Numeral] | None:
        """Return the unit after a number, its span, and the number (a magnitude may come late)."""
        at = numeral.end
        joined = False
        if numeral.unit == "?" and not text.startswith(" of ", at):
            return None  # "a third day" is no share of a day
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
            found = unit_at(text, at, self.units)
            if found is None and (code := self._scaled_code(text, at)):
                numeral, found = scaled_by(numeral, code[2]), code[:2]
            if found is not None:
                unit, end = found
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
            if (
                lower not in self.fillers
                and not (share and (lower in self.of or lower in self.articles))
                and not self._describes_time(text, word)
            ):
                return None
            blank = word.end()
            if blank >= len(text) or not text[blank].isspace():
                return None
            at = blank + 1
        return None

    def _describes_time(self, text: str, word: re.Match[str]) -> bool:
        """Return whether an adjective stands before a length of time: 360 freiwillige Stunden."""
        if not word[0].islower() or not word[0].endswith(self.filler_ends):
            return False
        found = unit_at(text, word.end() + 1, self.units)
        whole = found is not None and text[word.end() + 1].isupper()
        return whole and found is not None and found[0].kind is Kind.DURATION

    def _scaled_code(self, text: str, at: int) -> tuple[Unit, int, Decimal] | None:
        """Return the currency, its end and the magnitude of "MUSD", "TEUR" and "T€"."""
        scale = self.code_scales.get(text[at : at + 1])
        if scale is None:
            return None
        end = at + 2 if text[at + 1 : at + 2] in SIGNS else at + 4
        code = text[at + 1 : end]
        unit = self.units.before.get(code) if not code.isalpha() or code.isupper() else None
        if unit is None or text[end : end + 1].isalnum():
            return None
        return unit, end, Decimal(scale)

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
        if after & set(row.get("unless", ())):
            return unit
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
        if text[numeral.start : end] in self.idioms or self._is_other(text, numeral, at, end):
            return False
        alone = unit.id in self.alone_units and not joined and written[-1] != "s"
        if alone and never.counts_something(text, end, self.never, 1):
            return False  # two stone lions, a night club
        if written in SIGNS and text[end : end + 1].isdecimal():
            return False  # "some $1.5 billion": the sign belongs to the next number
        if written == "s" and numeral.value >= 1000 and at == numeral.end:
            return False  # the 1960s
        if written == "'" and _OPENING.search(text, max(0, at - 200), at):
            return False
        if written == '"' and text.count('"', max(0, at - 400), at) % 2:
            return False
        if written in {"In", "IN"}:
            return False
        if written == "in" and text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum():
            feet = never.word_before(text, numeral.start).lower()
            sized = never.word_after(text, end).lower() in self.sizes
            return feet in {"ft", "feet", "foot", "'"} or (sized and numeral.digits)
        if len(written) == 1 and written.isalpha() and at != numeral.end and not numeral.digits:
            return False
        if joined and text.startswith("-", end):
            tail = never.word_after(text, end + 1).lower()
            if any(tail.endswith(name) for name in self.never.names):
                return False
        return not (self.million_m and written == "m" and self._is_million(text, numeral, end))

    def _is_other(self, text: str, numeral: Numeral, at: int, end: int) -> bool:
        """Return whether unit letters are an initial, a quotation mark, or begin a name."""
        written = text[at:end]
        if written in _INCHES:
            return at != numeral.end or not numeral.digits or numeral.value >= 1000
        letter = len(written) == 1 and at == numeral.end and numeral.digits
        if letter and self._before(text, numeral.start) in self.never.labels:  # iPhone 6s
            return True
        if len(written) == 1 and written.isupper():  # 310 N. Elm, J. J. Doe
            return bool(_INITIAL.match(text, end))
        capital = text[at - 1] == " " and written[0].isupper() and not written.isupper()
        return capital and written.lower() in self.capital_names

    def _is_million(self, text: str, numeral: Numeral, end: int) -> bool:
        """Return whether "5m" means five million: a currency, or what is counted, follows."""
        if text[end : end + 1] != " " or not numeral.digits:
            return False
        found = unit_at(text, end + 1, self.units)
        if found is not None:
            return found[0].kind is Kind.MONEY
        after = never.word_after(text, end)
        if after in self.metre_nouns:
            return False
        plural = after.endswith("s") and after.islower() and len(after) > 3
        return plural or after in self.million_nouns

    def _thousands(self, text: str, numeral: Numeral) -> Numeral:
        """Return money with an "m" behind it read as million."""
        at = numeral.end
        at += text.startswith(" m ", at)
        if self.million_m and text.startswith("m", at) and not text[at + 1 : at + 2].isalpha():
            scale = self.million_m
            return replace(
                numeral, end=at + 1, value=numeral.value * scale, place=numeral.place * scale,
                scale=scale,
            )  # fmt: skip
        return numeral

    def _lesser(self, unit: Unit) -> Unit:
        """Return the unit a bare second number counts: minutes after hours, cents after euros."""
        lesser = _LESSER.get(unit.id)
        return self.units.ids[lesser] if lesser else hundredth(unit)
