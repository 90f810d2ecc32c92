"""Read every figure of a text that is no date: counts, measures, money, shares, durations, ages.

One pass over the words of the text; whatever is no number word costs a dictionary access.  At a
number the reader takes, in this order, the numeral, its unit, further parts (eine Stunde und 15
Minuten), a second number (zwei bis drei Stunden), and the words that bound it (mehr als).

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from checker.language import never
from checker.language.dashed import DashedReader
from checker.language.data import language_data, languages
from checker.language.measured import measured
from checker.language.modifiers import bounds, modifier_after, modifier_before
from checker.language.numeral import Numeral
from checker.language.numerals import LUMP, numeral_at
from checker.language.parts import Part, plain
from checker.model import INFINITY, Figure, Interval, Kind, Token

_SCAN: Final = re.compile(r"\d+|[^\W\d_]+|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)
#: Kinds whose last digit is always meant: 80 years old is not 75.
_STEPS: Final = frozenset({Kind.AGE, Kind.TIMES, Kind.ORDINAL})
_DISCRETE: Final = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.SCORE})


def read_quantities(
    text: str, lang: str, *, tokens: Sequence[Token] | None = None
) -> tuple[Figure, ...]:
    """Return the figures of a text in order of their place; spans never overlap.

    Args:
        text: Any text; a sentence or a whole article.
        lang: Code of a language with a ``figures`` table; without one nothing is read.
        tokens: The words of the text with their readings; from them comes what is counted
            (`Figure.of`), never the numbers. Without them `of` stays empty.
    """
    if lang not in languages() or "figures" not in language_data(lang):
        return ()
    figures = _reader(lang).read(text)
    return measured(figures, tokens, lang) if tokens else figures


@cache
def _reader(lang: str) -> QuantityReader:
    return QuantityReader(lang)


class QuantityReader(DashedReader):
    """Reads the figures of one language."""

    def read(self, text: str) -> tuple[Figure, ...]:
        """Return the figures of a text."""
        sense, after = self.numbers.sense, 0
        found: list[Figure] = []
        for match in _SCAN.finditer(text):
            at = match.start()
            if at < after:
                continue
            first = match[0]
            if first[0].isalpha() and sense(first) is None and (at or not self._leads(first)):
                continue
            last = found[-1].end if found else 0
            part, after = self._part(text, at, after)
            if part is None or part.start < last:
                continue
            figure = self._figure(text, part, last)
            after = max(after, figure.end)
            if found and (merged := self._merged(text, found[-1], figure)) is not None:
                found[-1] = merged
            else:
                found.append(figure)
        return tuple(found)

    def _leads(self, word: str) -> bool:
        """Return whether a text may begin with this word and decimals: "point 77"."""
        return word.lower() in self.point_words

    def _part(self, text: str, at: int, since: int) -> tuple[Part | None, int]:
        """Return what stands at `at` and where to go on."""
        if text[at].isdecimal():
            at, stop = self._literal_start(text, at)
            if stop > at:
                return None, stop
            if (result := self._result(text, at)) is not None:
                return result
        numeral = numeral_at(text, at, self.lang)
        if numeral is None:
            lump = LUMP.match(text, at) if text[at].isdecimal() else None
            return None, lump.end() if lump else at + 1
        part = self._measured(text, numeral)
        if part is None or (part.kind is not Kind.AGE and self._joined_bound(text, part.start)):
            return None, numeral.end
        part = self._compound(text, part)
        return self._ranged(text, part), part.end

    def _measured(self, text: str, numeral: Numeral) -> Part | None:
        """Return the numeral with its unit, None if it is no figure."""
        odd = next((w for w in self.tied_about if text.startswith(w, numeral.end)), "")
        if odd and numeral.form == "card":
            numeral = replace(numeral, end=numeral.end + len(odd))
        form = numeral.form
        if form in {"measure", "mid", "part"}:
            return self._carried(text, numeral)
        if form == "score":
            return self._clock_or_score(text, numeral)
        if form in {"ord", "group"}:
            return self._ordinal(text, numeral)
        if form in {"times", "factor"}:
            kind = Kind.TIMES if form == "times" else Kind.FACTOR
            return plain(numeral, kind)
        if form == "vague" and numeral.unit:
            plural = self.units.ids[numeral.unit]
            whole = plain(replace(numeral, unit=""), plural.kind)
            return replace(
                whole, unit=plural, vague=True, written=text[numeral.start : numeral.end]
            )
        if form == "decade":
            return self._decade(text, numeral)
        tied = numeral.digits or text.startswith(("-", "‐", "‑"), numeral.end)
        if tied and (found := self._attached(text, numeral)):
            return found
        if numeral.digits and (money := self._money_before(text, numeral)):
            return money
        numeral = self._thousand_m(text, numeral)
        unit = self._unit_after(text, numeral)
        if unit is not None:
            return self._with_unit(text, numeral, *unit)
        return self._tied_noun(text, numeral) or self._bare(text, numeral)

    def _figure(self, text: str, part: Part, since: int) -> Figure:
        """Return the figure of a part with the words that bound it."""
        signed = self._signed(text, part)
        part = signed if signed.start >= since else part
        start, end, modifier = part.start, part.end, ""
        low, high = part.low, part.high
        lead = start
        if part.kind in {Kind.ORDINAL, Kind.RATIO}:
            article = never.word_before(text, start).lower()
            if article in self.fraction_articles:
                lead = start - len(article) - 1
        found = modifier_before(text, lead, self.modifiers) or self._joined_bound(text, start)
        if found and lead != start and found[0] in {"at-least", "at-most"}:
            found = None
        reach = text[found[1] : lead].strip().lower() if found else ""
        if found and reach in self.reaching and part.kind is Kind.TEMPERATURE and high < 0:
            found = "at-least", found[1]  # "up to minus 20 degrees" is no colder than that
        if found and not self._hedges(reach, part):
            found = None
        if reach in self.through and never.word_after(text, end).lower() in self.through[reach]:
            found = None
        if found is None and part.numeral.form == "article" and part.kind is Kind.DURATION:
            word = never.word_before(text, start)
            if (key := self.modifiers.article.get(word.lower())) is not None:
                found = key, start - len(word) - 1
        if found and found[1] >= since:
            modifier, start = found
        elif inside := self._inflected(text, part):
            modifier = inside
        term = reach in self.whole_terms and modifier == "at-most" and part.kind is Kind.DURATION
        if term:  # "innerhalb von" stands outside, as any preposition of a time
            start = part.start
        after = modifier_after(text, end, self.modifiers)
        if after and modifier in {"", "exactly", "about"}:
            modifier, end = after
        floor = self._floor(text, part)
        if part.vague:
            hard, soft, modifier = _vague(low, modifier)
        elif part.few is not None:
            hard = Interval(low, high)
            several = high > 3 * part.few
            soft = Interval(low, 3 * part.few) if several else Interval.point(part.few)
            modifier = modifier or "vague"
        else:
            hard, soft = bounds(low, high, part.place, modifier, floor=floor)
            if term:
                soft = Interval.point(high)
            if not modifier and low != high:
                modifier = "range"
        hard, soft, unit, place = _canonical(part, hard, soft, loose=modifier == "about")
        if part.kind in _STEPS:
            place = _ONE
        discrete = part.kind in _DISCRETE and part.low == part.low.to_integral_value()
        return Figure(
            start=start, end=end, text=text[start:end], kind=part.kind, hard=hard, soft=soft,
            unit=unit, written=part.written, granularity=place, modifier=modifier,
            discrete=discrete,
        )  # fmt: skip

    def _hedges(self, wording: str, part: Part) -> bool:
        """Return whether a wording that hedges round numbers does so here: not "gegen vier"."""
        if wording not in self.round_only:
            return True
        measured = part.unit is not None and wording in self.round_or_measured
        return measured or (part.low >= _TEN and part.low % _TEN == 0)

    def _inflected(self, text: str, part: Part) -> str:
        """Return the modifier between article and unit: eine gute Stunde."""
        if text[part.numeral.start : part.numeral.end].endswith(self.tied_about):
            return "about"
        if part.numeral.form not in {"article", "half", "ratio", "card"} or part.unit is None:
            return ""
        inside = text[part.numeral.start : part.end].split()
        return next((m for w in inside[1:-1] if (m := self.modifiers.inflected.get(w.lower()))), "")

    def _floor(self, text: str, part: Part) -> Decimal:
        """Return the least value that makes sense: 0 for what is counted or cannot be negative."""
        if part.unit is not None:
            return -INFINITY if part.unit.signed and part.kind is Kind.TEMPERATURE else Decimal(0)
        if part.kind is Kind.COUNT and not never.counts_something(text, part.end, self.never):
            return -INFINITY
        return Decimal(0)


def _vague(base: Decimal, modifier: str) -> tuple[Interval, Interval, str]:
    """Return the intervals of a vague plural: more than one of its base, rather two and more."""
    soft = Interval(2 * base, INFINITY, False, True)
    return Interval(base, INFINITY, False, True), soft, modifier or "vague"


def _canonical(
    part: Part, hard: Interval, soft: Interval, *, loose: bool
) -> tuple[Interval, Interval, str, Decimal]:
    """Return the intervals in the canonical unit, the unit, and the place value in it.

    A hedge is `loose`: its slack is wider than the days by which months and years differ.
    """
    unit = part.unit
    if unit is None:
        canonical = "year" if part.kind is Kind.AGE else "1"
        return hard, soft, canonical, abs(part.place)
    exact = loose or hard.low < 0
    factors = (unit.factor, unit.factor) if exact else (unit.low, unit.high)
    wide = Interval(
        hard.low * factors[0], hard.high * factors[1] if hard.high.is_finite() else hard.high,
        hard.low_open and hard.low * factors[0] != hard.high, hard.high_open,
    )  # fmt: skip
    return wide, soft.scaled(unit.factor), unit.canonical, part.place * unit.factor
