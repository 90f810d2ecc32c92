"""Numerals of several words: zwei Millionen dreihunderttausend, one hundred and six.

A small machine: a group below a thousand grows word by word, a magnitude closes it.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from checker.language.number_fractions import Fractions
from checker.language.number_words import Sense
from checker.language.numeral import ONE, Numeral, next_word, place_of, times


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
        if role == "few":
            return self._few(text, start, end, sense)
        if role == "vague":
            if sense.unit:
                return Numeral(start, end, ONE, ONE, form="vague", unit=sense.unit)
            return self._vague(text, start, end, sense.value)
        return Numeral(start, end, sense.value, ONE, form=role, low=sense.low, high=sense.high)

    def _sequence(self, text: str, start: int, end: int, sense: Sense) -> Numeral | None:
        """Return the longest numeral of words that begins with `sense`."""
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
        return self._extended(text, found)

    def _extended(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with what may follow: magnitude, dozen, fraction, half, ordinal."""
        span = self._after(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None:
            return self._mixed(text, found)
        if sense.role in {"mag", "dozen"} or (sense.role == "hundred" and found.value < 100):
            return self._more(text, times(found, sense.value, self._dot(text, span[1])))
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
        if self.plural_fraction and word.endswith("s") and word not in self.words.values:
            return self._portion(text, found, Sense("frac", sense.value), span)
        value, below = found.value, found.value % 100
        if sense.value >= 100 and value < 1000:
            return replace(found, end=span[1], value=value * sense.value, form="ord", place=ONE)
        fits = (below >= 20 and below % 10 == 0 and sense.value < 10) or (
            below == 0 and sense.value < 100
        )
        if fits and value > 0:
            return replace(found, end=span[1], value=value + sense.value, form="ord", place=ONE)
        if self.plural_fraction and value == 1 and sense.value > 2:
            return self._portion(text, found, Sense("frac", sense.value), span)
        return found

    def _vague(self, text: str, start: int, end: int, base: Decimal) -> Numeral:
        """Return a vague plural, with another one behind it: hundreds of thousands."""
        span = next_word(text, end)
        if span and text[span[0] : span[1]].lower() in self.of:
            span = next_word(text, span[1])
            sense = self.words.sense(text[span[0] : span[1]]) if span else None
            if span and sense and sense.vague is not None:
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
            span = self._after(text, found.end, joint=True)
            if span is None:
                break
            tail = self._below(text, span, last)
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
        return self._mixed(text, found)

    def _raise(self, text: str, found: Numeral) -> Numeral | None:
        """Return a magnitude with a greater one behind it: tausend Milliarden, lakh crore."""
        span = next_word(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role != "mag" or sense.value <= found.scale:
            return None
        return times(found, sense.value, self._dot(text, span[1]))

    def _below(self, text: str, span: tuple[int, int], limit: Decimal) -> Numeral | None:
        """Return a numeral of words below `limit` that continues a greater one."""
        sense = self.words.sense(text[span[0] : span[1]])
        if sense is None or sense.role not in {"card", "hundred", "mag"}:
            return None
        if sense.value != int(sense.value):
            return None
        tail = self._sequence(text, span[0], span[1], sense)
        return tail if tail and tail.value < limit and tail.form == "card" else None
