"""Numbers without a unit of their own: counts, shares, and units told by a neighbour.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.numeral import Numeral, next_word
from checker.language.numerals import numeral_at
from checker.language.parts import Part, plain
from checker.language.unit_parts import UnitPartReader
from checker.model import Kind

_ONE: Final = Decimal(1)
_WHOLES: Final = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000))


class BarePartReader(UnitPartReader):
    """Reads numbers that have no unit behind them."""

    def _bare(self, text: str, numeral: Numeral) -> Part | None:
        """Return a number without a unit, None where it is no figure."""
        form = numeral.form
        counts = form == "none" or (form == "article" and self.article_counts)
        if counts and self._says_all(text, numeral):
            return plain(replace(numeral, form="card"), Kind.COUNT)
        if form == "none":
            return self._none(text, numeral)
        if form == "article" and self._before_noun(text, numeral):
            return plain(replace(numeral, form="card"), Kind.COUNT)
        if form == "article" and (first := self._one_to(text, numeral)) is not None:
            return first
        if form in {"article", "many", "whole", "minus", "point", "fraction", "foreign"}:
            return None
        if form == "half":
            if not self.data["fractions"].get("half_alone"):
                return None
            return plain(replace(numeral, form="ratio"), Kind.RATIO)
        if form == "ratio" and text[numeral.start : numeral.end] in self.idioms:
            return None
        if form == "few":
            parts = text[numeral.start : numeral.end].split()
            tied = len(parts) > 1 or text.strip() == parts[0]
            if parts[-1].lower() not in self.few_counts or not tied:
                return None
            low, high = numeral.low or numeral.value, numeral.high or numeral.value
            return Part(
                numeral.start, numeral.end, low, high, _ONE, Kind.COUNT, None, numeral,
                few=numeral.value,
            )  # fmt: skip
        if form == "ratio":
            return self._share(text, numeral)
        if form in {"both", "only"}:
            return plain(numeral, Kind.COUNT)
        if form == "vague":
            return replace(plain(numeral, Kind.COUNT), vague=True)
        if (elliptic := self._elliptic(text, numeral)) is not None:
            return elliptic
        numeral = self._thousand_m(text, numeral)
        if self._is_name(text, numeral) or self._is_pronoun(text, numeral):
            return None
        tens = self.decade_number and numeral.value % 10 == 0 and 20 <= numeral.value <= 90
        decade = self._decade(text, numeral) if tens else None
        if decade is not None:
            return decade
        share = self._out_of(text, numeral) or (self._divided(text, numeral) if self.over else None)
        if share is not None:
            return share
        if self._age_cue(text, numeral.start) and numeral.value < 120:
            return plain(numeral, Kind.AGE)
        if numeral.digits and self._told_age(text, numeral):
            return plain(numeral, Kind.AGE)
        before = self._before(text, numeral.start)
        if before in self.ranks or before in self.rank_labels:
            return plain(numeral, Kind.ORDINAL if before in self.ranks else Kind.OTHER)
        if (shared := self._shared(text, numeral)) is not None:
            return shared
        if numeral.value != int(numeral.value) and not never.counts_something(
            text, numeral.end, self.never
        ):
            return plain(numeral, Kind.OTHER)
        return plain(numeral, Kind.COUNT)

    def _says_all(self, text: str, numeral: Numeral) -> bool:
        """Return whether the text is nothing but this word, so that it can only count."""
        rest = len(text) - (numeral.end - numeral.start)
        return (
            rest < 4 and not text[: numeral.start].strip() and not text[numeral.end :].strip(" .")
        )

    def _before_noun(self, text: str, numeral: Numeral) -> bool:
        """Return whether an article counts its noun: "ein Toter" is one dead."""
        span = next_word(text, numeral.end)
        if span is None or not text[span[0]].isupper():
            return False
        return text[span[0] : span[1]].lower() in self.article_nouns

    def _shared(self, text: str, numeral: Numeral) -> Part | None:
        """Return a number whose unit stands with the next one: 100 statt 150 Euro."""
        span = next_word(text, numeral.end)
        if span is None or text[span[0] : span[1]].lower() not in self.shared:
            return None
        at = span[1] + text.startswith(".", span[1])
        second = numeral_at(text, at + 1, self.lang)
        if second is None or second.form != "card" or numeral.scale != 1:
            return None
        unit = self._unit_after(text, second)
        if unit is None:
            return None
        part = self._with_unit(text, second, *unit)
        if part is None:
            return None
        value, place = numeral.value, numeral.place
        if second.scale > 1 and value < 1000 and value * 100 > second.value / second.scale:
            value, place = value * second.scale, place * second.scale
        return replace(
            part, start=numeral.start, end=numeral.end, low=value, high=value, place=place,
            numeral=numeral,
        )  # fmt: skip

    def _one_to(self, text: str, numeral: Numeral) -> Part | None:
        """Return the 1 of "ein bis drei Prozent"."""
        span = next_word(text, numeral.end)
        if span is None or text[span[0] : span[1]].lower() not in self.range_to:
            return None
        second = numeral_at(text, span[1] + 1, self.lang)
        if second is None or second.form != "card" or not second.value > 1:
            return None
        return plain(replace(numeral, form="card"), Kind.COUNT)

    def _elliptic(self, text: str, numeral: Numeral) -> Part | None:
        """Return the first half of "14- bis 29-Jährige": it has the unit of the second."""
        if not text.startswith("- ", numeral.end):
            return None
        span = next_word(text, numeral.end + 1)
        word = text[span[0] : span[1]].lower() if span else ""
        if span is None or word not in self.range_to | self.range_or | self.joints:
            return None
        second = numeral_at(text, span[1] + 1, self.lang)
        part = self._measured(text, second) if second else None
        if second is None or part is None or part.kind is Kind.COUNT:
            return None
        value = numeral.value
        return replace(
            part, start=numeral.start, end=numeral.end + 1, low=value, high=value, numeral=numeral
        )

    def _thousand_m(self, text: str, numeral: Numeral) -> Numeral:
        attached = self.million_m and numeral.digits and text.startswith("m", numeral.end)
        if attached and self._is_million(text, numeral, numeral.end + 1):
            return self._thousands(text, numeral)
        return numeral

    def _none(self, text: str, numeral: Numeral) -> Part | None:
        """Return "keine einzige" and "keine Verletzten" as 0."""
        span = next_word(text, numeral.end)
        sense = self.numbers.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role == "only":
            return plain(replace(numeral, end=span[1]), Kind.COUNT)
        if span and text[span[0] : span[1]].lower() in self.article_nouns:
            return plain(numeral, Kind.COUNT)
        return None

    def _share(self, text: str, numeral: Numeral) -> Part | None:
        """Return a fraction as a share, its article included: die Hälfte, ein Drittel."""
        if numeral.value >= 1 and numeral.digits and "/" in text[numeral.start : numeral.end]:
            return plain(numeral, Kind.COUNT)
        kind = Kind.RATIO if numeral.value <= 1 else Kind.COUNT
        before = never.word_before(text, numeral.start)
        if before.lower() in self.fraction_articles and not numeral.digits:
            inside = text[numeral.start : numeral.end].lower()
            if self.numbers.sense(inside) is not None:
                start = numeral.start - len(before) - 1
                return plain(replace(numeral, start=start), kind)
        return plain(numeral, kind)

    def _divided(self, text: str, numeral: Numeral) -> Part | None:
        """Return "one over twenty" as a share, if nothing follows it."""
        span = next_word(text, numeral.end)
        if span is None or text[span[0] : span[1]].lower() not in self.over:
            return None
        below = numeral_at(text, span[1] + 1, self.lang)
        if below is None or below.form != "card" or not below.value:
            return None
        if text[below.end : below.end + 1].strip(".,;)") or text[below.end :].strip()[:1].isalpha():
            return None
        value = numeral.value / below.value
        kind = Kind.RATIO if value <= 1 else Kind.COUNT
        return plain(replace(numeral, end=below.end, value=value, place=_ONE / below.value), kind)

    def _out_of(self, text: str, numeral: Numeral) -> Part | None:
        """Return "drei von zehn" as a share of round wholes."""
        rest = text[numeral.end : numeral.end + 16].split(None, 3)
        lower = [w.lower() for w in rest]
        for wording in self.out_of:
            if tuple(lower[: len(wording)]) != wording:
                continue
            at = numeral.end
            for word in wording:
                at += text[at : at + 24].lower().index(word) + len(word)
            whole = numeral_at(text, at + 1, self.lang) if text[at : at + 1] == " " else None
            if whole is None or whole.form != "card":
                continue
            if whole.value not in _WHOLES and (len(wording) < 2 or whole.value % 100):
                continue
            if not 0 < numeral.value < whole.value or self._unit_after(text, whole):
                continue
            if numeral.value > 1 and whole.value == 2:
                continue
            share = numeral.value / whole.value
            return plain(
                replace(numeral, end=whole.end, value=share, place=_ONE / whole.value), Kind.RATIO
            )
        return None
