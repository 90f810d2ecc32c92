"""Numerals of several words: zwei Millionen dreihunderttausend, one hundred and six.

A small machine: a group below a thousand grows word by word, a magnitude closes it.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language.number_fractions import Fractions
from checker.language.number_words import Sense
from checker.language.numeral import ONE, Numeral, next_word, place_of, times

#: Digits behind a magnitude, with the word that may join them.
_LESSER: Final = re.compile(r" ([a-z]{2,4} )?(\d{1,3})(?![\d.,:/])")


class Phrases(Fractions):
    """Reads numerals that are written in words."""

    def _words(self, text: str, start: int, end: int) -> Numeral | None:
        sense = self.words.sense(text[start:end])
        if sense is None:
            return self._point(text, start, end)
        role = sense.role
        if role in {"card", "hundred", "mag"}:
            if sense.vague is not None and role == "mag":
                return self._vague(text, start, end, sense.vague)
            return self._sequence(text, start, end, sense)
        if role == "dozen":
            if sense.vague is not None:
                return self._vague(text, start, end, sense.vague)
            form = "card"
            return Numeral(start, end, sense.value, ONE, form=form)
        if role == "article":
            return self._article(text, start, end)
        if role == "half":
            return self._half(text, start, end, start)
        if role == "frac":
            whole = text[start:end].lower() in self.noun
            form = "ratio" if whole else "fraction"
            value = ONE / sense.value
            return self._of(text, Numeral(start, end, value, value, form=form))
        if role in {"measure", "mid"}:
            place = place_of(sense.value) if sense.value == int(sense.value) else Decimal("0.5")
            unit = sense.unit or "age"
            return Numeral(
                start, end, sense.value, place if role == "measure" else ONE,
                form=role, unit=unit, low=sense.low, high=sense.high,
            )  # fmt: skip
        if role == "part":
            return self._unit_part(start, end, sense)
        if role == "few":
            return self._few(text, start, end, sense)
        if role == "vague":
            if sense.unit:
                return Numeral(start, end, ONE, ONE, form="vague", unit=sense.unit)
            return self._vague(text, start, end, sense.value)
        return Numeral(start, end, sense.value, ONE, form=role, low=sense.low, high=sense.high)

    def _sequence(
        self, text: str, start: int, end: int, sense: Sense, limit: Decimal | None = None
    ) -> Numeral | None:
        """Return the longest numeral of words that begins with `sense`.

        A magnitude of `limit` and more ends the reading: the caller needs less, and a text of
        nothing but "one thousand" would be read to its end.
        """
        if sense.role == "mag":
            word = text[start:end].lower()
            if word in self.words.senses and word not in self.starts:
                return None
            found = Numeral(start, end, sense.value, sense.value, scale=sense.value)
            return self._more(text, found)
        group = sense.value
        while group == int(group):
            span = self._after(text, end)
            if span is None:
                break
            follower = self._follower(text, span, int(group))
            if follower is None:
                break
            group, end = follower
        found = Numeral(start, end, group, self._place(group))
        found = self._spoken(text, found)
        return self._extended(text, found, limit)

    def _extended(self, text: str, found: Numeral, limit: Decimal | None = None) -> Numeral:
        """Return the numeral with what may follow: magnitude, dozen, fraction, half, ordinal."""
        span = self._after(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None:
            return self._mixed(text, found)
        if below := self._denominator(text, found, span, sense):
            return self._portion(text, found, *below)
        if sense.role in {"mag", "dozen"} or (sense.role == "hundred" and found.value < 100):
            raised = times(found, sense.value, self._dot(text, span[1]))
            return self._more(text, raised) if limit is None or raised.value < limit else raised
        if sense.role == "frac" and found.value == int(found.value):
            return self._portion(text, found, sense, span)
        if sense.role == "half" and found.value > 1 and not self.of:  # drei halbe
            return replace(
                found, end=span[1], value=found.value / 2, place=Decimal("0.5"), form="ratio"
            )
        if sense.role == "ord" and found.value == int(found.value):
            return self._ordinal(text, found, sense, span)
        return self._mixed(text, found)

    def _ordinal(self, text: str, found: Numeral, sense: Sense, span: tuple[int, int]) -> Numeral:
        """Return twenty + fifth, one hundred + millionth, or two + fifths as a fraction."""
        word = text[span[0] : span[1]].lower()
        value, below = found.value, found.value % 100
        if self._is_plural(word):
            if value > below >= 20 and below % 10 == 0 and sense.value < 10:
                above = replace(found, value=value - below)  # one hundred thirty-fifths
                return self._portion(text, above, Sense("frac", below + sense.value), span)
            return self._portion(text, found, Sense("frac", sense.value), span)
        if sense.value >= 100 and value < 1000:
            return replace(found, end=span[1], value=value * sense.value, form="ord", place=ONE)
        tens = below >= 20 and below % 10 == 0 and sense.value < 10 and not self.ones_first
        fits = tens or (below == 0 and sense.value < 100)
        if fits and value > 0:
            return replace(found, end=span[1], value=value + sense.value, form="ord", place=ONE)
        if self.plural_fraction and value == 1 and sense.value > 2:
            return self._portion(text, found, Sense("frac", sense.value), span)
        return found

    def _is_plural(self, word: str) -> bool:
        """Return whether an ordinal in the plural names a share: fifths, millionths."""
        return self.plural_fraction and word.endswith("s") and word not in self.words.values

    def _denominator(
        self, text: str, found: Numeral, span: tuple[int, int], sense: Sense
    ) -> tuple[Sense, tuple[int, int]] | None:
        """Return a compound denominator behind its numerator: three twenty-firsts."""
        tens = sense.value
        if sense.role != "card" or not 20 <= tens < 100 or tens % 10 or found.scale != 1:
            return None
        last = next_word(text, span[1])
        ones = self.words.sense(text[last[0] : last[1]]) if last else None
        if last is None or ones is None or ones.role != "ord" or ones.value >= 10:
            return None
        if not self._is_plural(text[last[0] : last[1]].lower()):
            return None
        return Sense("frac", tens + ones.value), last

    def _vague(self, text: str, start: int, end: int, base: Decimal) -> Numeral:
        """Return a vague plural, with another one behind it: hundreds of thousands."""
        span = next_word(text, end)
        linked = span is not None and text[span[0] : span[1]].lower() in self.of
        if span and linked:
            span = next_word(text, span[1])
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.vague is not None and (linked or sense.vague >= 10**6):
            base, end = base * sense.vague, span[1]
        if base == 10:
            return Numeral(start, end, base, base, form="many")
        return Numeral(start, end, base, base, form="vague")

    def _article(self, text: str, start: int, end: int) -> Numeral:
        """Return what an article begins: eine Million, ein Drittel, eine halbe; else a bare 1."""
        plain = Numeral(start, end, ONE, ONE, form="article")
        span = self._after(text, end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None:
            return plain
        word = text[span[0] : span[1]]
        if sense.role in {"mag", "hundred", "dozen"}:
            return self._more(
                text, replace(times(plain, sense.value, self._dot(text, span[1])), form="card")
            )
        if sense.role == "frac":
            return replace(self._portion(text, plain, sense, span), start=start)
        if sense.role == "part":
            return self._unit_part(start, span[1], sense)
        if sense.role == "half":
            return self._half(text, span[0], span[1], start)
        if sense.role == "few" and word.lower() in self.few_after:
            return replace(self._few(text, span[0], span[1], sense), start=start)
        if sense.role == "ord" and self.plural_fraction and sense.value > 2:
            share = self._portion(text, plain, Sense("frac", sense.value), span)
            return replace(share, form="ratio" if share.form == "ratio" else share.form, unit="?")
        if sense.role == "card" and sense.value != int(sense.value):
            tail = self._sequence(text, span[0], span[1], sense)
            return replace(tail, start=start) if tail else plain
        if sense.role == "card" and word.lower() in self.words.data["words"].get(
            "after_article", ()
        ):
            tail = self._sequence(text, span[0], span[1], sense)
            return replace(tail, start=start) if tail else plain
        return plain

    def _unit_part(self, start: int, end: int, sense: Sense) -> Numeral:
        """Return a word for a share of a unit: Vierteljahr, Dreiviertelstunde."""
        return Numeral(start, end, sense.value, sense.value, form="part", unit=sense.unit)

    def _few(self, text: str, start: int, end: int, sense: Sense) -> Numeral:
        """Return "ein paar" or, with a magnitude, the vague "ein paar Dutzend"."""
        plain = Numeral(start, end, sense.value, ONE, form="few", low=sense.low, high=sense.high)
        span = self._after(text, end)
        if span and text[span[0] : span[1]].lower() in self.of:
            span = self._after(text, span[1])
        follower = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and follower and follower.role in {"mag", "hundred", "dozen", "vague"}:
            base = follower.vague or follower.value
            return Numeral(start, span[1], base, base, form="vague")
        return plain

    def _more(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with smaller parts added ("Millionen zweihunderttausend")."""
        last = found.scale
        while last > 1:
            raised = self._raise(text, found)
            if raised is not None:
                found, last = raised, raised.scale
                continue
            tail = self._lesser_digits(text, found, last)
            if tail is None:
                span = self._after(text, found.end, joint=True)
                tail = self._below(text, span, last) if span else None
            if tail is None:
                tail = self._past_comma(text, found.end, last)
            if tail is None:
                break
            found = replace(
                found,
                end=tail.end,
                value=found.value + tail.value,
                place=tail.place,
                scale=tail.scale,
            )
            last = tail.scale if tail.scale < last else ONE
        span = self._after(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role == "ord" and found.form == "card":
            word = text[span[0] : span[1]].lower()
            if self._is_plural(word):  # a hundred thousand trillionths
                return self._portion(text, found, Sense("frac", sense.value), span)
        return self._mixed(text, found)

    def _lesser_digits(self, text: str, found: Numeral, limit: Decimal) -> Numeral | None:
        """Return digits that continue a number begun in digits: 4 thousand 3 hundred and 21."""
        if not found.digits:
            return None
        digits = _LESSER.match(text, found.end)
        if digits is None or (digits[1] and digits[1].strip() != self.joint):
            return None
        value, end = Decimal(digits[2]), digits.end()
        span = next_word(text, end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role in {"mag", "hundred"} and sense.vague is None:
            tail = Numeral(digits.start(2), end, value, ONE, digits=True)
            tail = times(tail, sense.value, self._dot(text, span[1]))
            return tail if tail.value < limit else None
        if digits[1] and limit == 100 and value < 100:
            return Numeral(digits.start(2), end, value, ONE, digits=True)
        return None

    def _raise(self, text: str, found: Numeral) -> Numeral | None:
        """Return a magnitude with a greater one behind it: tausend Milliarden, lakh crore."""
        span = next_word(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role != "mag" or sense.value <= found.scale:
            return None
        return times(found, sense.value, self._dot(text, span[1]))

    def _past_comma(self, text: str, at: int, limit: Decimal) -> Numeral | None:
        """Return the hundreds behind a comma: "one thousand, two hundred and four"."""
        if not self.comma or not text.startswith(", ", at):
            return None
        span = next_word(text, at + 1)
        tail = self._below(text, span, limit) if span else None
        return tail if tail and tail.value >= 100 else None

    def _below(self, text: str, span: tuple[int, int], limit: Decimal) -> Numeral | None:
        """Return a numeral of words below `limit` that continues a greater one."""
        sense = self.words.sense(text[span[0] : span[1]])
        if sense is None or sense.role not in {"card", "hundred", "mag"}:
            return None
        if sense.value != int(sense.value):
            return None
        if sense.role == "mag" and sense.value >= limit:
            return None
        tail = self._sequence(text, span[0], span[1], sense, limit)
        return tail if tail and tail.value < limit and tail.form == "card" else None
