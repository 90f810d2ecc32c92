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
#: So many numbers share one unit at most.
_SERIES: Final = 5
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
            if text.startswith(self.half_as, numeral.end):
                return plain(replace(numeral, form="factor"), Kind.FACTOR)
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
        word = text[numeral.start : numeral.end].lower()
        alone = never.word_after(text, numeral.end).lower() not in self.vague_after
        if form == "vague" and word in self.vague_of and alone:
            return None  # film scores
        if form == "vague":
            return replace(plain(numeral, Kind.COUNT), vague=True)
        if (elliptic := self._elliptic(text, numeral)) is not None:
            return elliptic
        if (age := self._bare_age(text, numeral)) is not None:
            return age
        if self._is_name(text, numeral) or self._is_pronoun(text, numeral):
            return None
        tens = self.decade_number and numeral.value % 10 == 0 and 20 <= numeral.value <= 90
        decade = self._decade(text, numeral) if tens else None
        if decade is not None:
            return decade
        before = self._before(text, numeral.start)
        if before in self.ranks or before in self.rank_labels:
            return plain(numeral, Kind.ORDINAL if before in self.ranks else Kind.OTHER)
        share = self._out_of(text, numeral) or (self._divided(text, numeral) if self.over else None)
        if share is not None:
            return share
        if never.word_after(text, numeral.end).lower() in self.scales:
            return plain(numeral, Kind.OTHER)
        if (shared := self._shared(text, numeral)) is not None:
            return shared
        if numeral.value != int(numeral.value) and not never.counts_something(
            text, numeral.end, self.never
        ):
            return plain(numeral, Kind.OTHER)
        return plain(numeral, Kind.COUNT)

    def _bare_age(self, text: str, numeral: Numeral) -> Part | None:
        """Return an age that its surroundings tell: aged 45, she is 45, Anna Meier (45)."""
        after = text[numeral.end : numeral.end + 1]
        tied = after.isalpha() or (
            after in "-‐‑" and text[numeral.end + 1 : numeral.end + 2].isalpha()
        )
        if (after and tied) or numeral.value >= 120:
            return None
        row = self.dot and after == "." and text[numeral.end + 1 :].strip()  # "2. Ben Wulf"
        told = self._age_cue(text, numeral.start) or (
            numeral.digits and self._told_age(text, numeral)
        )
        if (told and not row) or self._turned(text, numeral):
            return plain(numeral, Kind.AGE)
        return None

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
        second = self._last_of_series(text, numeral)
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

    def _last_of_series(self, text: str, numeral: Numeral) -> Numeral | None:
        """Return the last of joined numbers: 100 statt 150, "250, 400 and 600"."""
        last = numeral
        for _ in range(_SERIES):
            if not (last.digits and text.startswith(", ", last.end)):
                break
            following = numeral_at(text, last.end + 2, self.lang)
            if following is None or not following.digits or following.form != "card":
                return None
            last = following
        found: Numeral | None = None
        for _ in range(_SERIES):
            span = next_word(text, last.end)
            if span is None or text[span[0] : span[1]].lower() not in self.shared:
                break
            at = span[1] + text.startswith(".", span[1])
            found = numeral_at(text, at + 1, self.lang)
            if found is None or found.form != "card":
                break
            last = found
        return found

    def _one_to(self, text: str, numeral: Numeral) -> Part | None:
        """Return the 1 of "ein bis drei Prozent"."""
        one = plain(replace(numeral, form="card"), Kind.COUNT)
        if text.startswith("- ", numeral.end):  # ein- bis zweimal
            return self._elliptic(text, replace(numeral, form="card"))
        if text.startswith(", ", numeral.end):
            near = numeral_at(text, numeral.end + 2, self.lang)
            return one if near and self._follows_on(text, _ONE, near) else None
        span = next_word(text, numeral.end)
        word = text[span[0] : span[1]].lower() if span else ""
        if span is None or word not in self.range_to | self.range_or:
            return None
        second = numeral_at(text, span[1] + 1, self.lang)
        if second is None or second.form != "card" or not second.value > 1:
            return None
        if word in self.range_or and not self._follows_on(text, _ONE, second):
            return None
        return one

    def _follows_on(self, text: str, value: Decimal, second: Numeral) -> bool:
        """Return whether the word `second` is the next number and counts something."""
        if second.form != "card" or second.digits or second.value != value + 1 or value > 12:
            return False
        counted = never.counts_something(text, second.end, self.never, 1)
        return counted or self._unit_after(text, second) is not None

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
        if second is None or part is None or (part.kind is Kind.COUNT and part.end == second.end):
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
        if numeral.unit == "?" and self._one_more(text, numeral.end):
            value = (_ONE / numeral.value).to_integral_value()
            return plain(replace(numeral, value=value, place=_ONE, form="ord"), Kind.ORDINAL)
        before = never.word_before(text, numeral.start)
        if self._half_of_two(text[numeral.start : numeral.end].lower(), before):
            return None
        if before.lower() in self.fraction_articles and not numeral.digits:
            inside = text[numeral.start : numeral.end].lower()
            if self.numbers.sense(inside) is not None:
                start = numeral.start - len(before) - 1
                return plain(replace(numeral, start=start), kind)
        return plain(numeral, kind)

    def _half_of_two(self, word: str, before: str) -> bool:
        """Return whether an adjective makes "Hälfte" one of two parts: die zweite Hälfte."""
        if word not in self.half_nouns or not before.islower() or len(before) < 5:
            return False
        if before in self.modifiers.last or before in self.fraction_articles:
            return False
        return (
            before.endswith(("en", "te", "re", "ne", "le", "ge", "ke", "te")) and before != "andere"
        )

    def _one_more(self, text: str, at: int) -> bool:
        """Return whether an ordinal with its article counts one more: a third term, a fifth day."""
        span = next_word(text, at)
        if span is None:
            return False
        word = text[span[0] : span[1]].lower()
        titled = text[span[0]].isupper() and text[at - 1].islower() and word not in self.of
        if titled and text[:at].rsplit(None, 1)[-1][:1].isupper():
            return True  # a headline: A Fourth Matrix Film
        unit = self.units.words.get(word)
        return word in self.ordinal_nouns or (unit is not None and unit.kind is Kind.DURATION)

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
        value, part = numeral.value / below.value, _ONE / below.value
        if value > 1:  # a blood pressure of 120 over 80
            return None
        return plain(replace(numeral, end=below.end, value=value, place=part), Kind.RATIO)

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
