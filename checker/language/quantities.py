"""Read every figure of a text that is no date: counts, measures, money, shares, durations, ages.

One pass over the words of the text; whatever is no number word costs a dictionary access.  At a
number the reader takes, in this order, the numeral, its unit, further parts (eine Stunde und 15
Minuten), a second number (zwei bis drei Stunden), and the words that bound it (mehr als).

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from checker.language import never
from checker.language.data import language_data, languages
from checker.language.measured import measured
from checker.language.modifiers import (
    bounds,
    modifier_after,
    modifier_before,
    modifier_words,
    words_before,
)
from checker.language.number_words import number_words
from checker.language.numerals import LUMP, Numeral, next_word, numeral_at
from checker.language.units import BLANKS, Unit, hundredth, unit_at, unit_words
from checker.model import INFINITY, Figure, Interval, Kind, Token

_ONE: Final = Decimal(1)
_SCAN: Final = re.compile(r"\d+|[^\W\d_]+|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_DASH: Final = re.compile(r"[ \u00a0\u202f]?(?:[-–—‐‑~]|\.\.\.?)[ \u00a0\u202f]?~?(?=[\w.,½¼¾])")
_SIGNS: Final = "$€£¥₹₿₽₺₴₪₩₫฿₾"
_AGES: Final = (Kind.DURATION,)
_COMPOUND: Final = frozenset({Kind.DURATION, Kind.DISTANCE, Kind.MASS, Kind.MONEY, Kind.VOLUME})
_SKIP: Final = frozenset({"point", "minus", "article", "none", "many", "whole"})
_CLOCK_UNITS: Final = {"hour": Decimal(60), "minute": Decimal(60)}


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its unit, before modifiers.

    Attributes:
        start: First code point.
        end: One past the last.
        low: Stated value in the written unit, or the least the wording allows.
        high: The greatest.
        place: Place value of the last stated digit, written unit.
        kind: Its dimension.
        unit: The unit, None for bare numbers.
        numeral: The numeral it was read from.
        written: The unit as written.
        vague: Whether it is a vague plural (hard from `low`, soft from twice that).
        few: Soft value of "ein paar".
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    place: Decimal
    kind: Kind
    unit: Unit | None
    numeral: Numeral
    written: str = ""
    vague: bool = False
    few: Decimal | None = None


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


class QuantityReader:
    """Reads the figures of one language."""

    def __init__(self, lang: str) -> None:
        """Compile the words of the language."""
        self.lang = lang
        self.data = language_data(lang)["figures"]
        self.numbers = number_words(lang)
        self.units = unit_words(lang)
        self.modifiers = modifier_words(lang)
        self.never = never.never_words(lang)
        ranges, ordinals, ages = self.data["ranges"], self.data["ordinals"], self.data["ages"]
        self.between = frozenset(ranges["between"])
        self.between_join = frozenset(ranges["between_join"])
        self.range_from = frozenset(ranges["from"])
        self.range_to = frozenset(ranges["to"])
        self.range_or = frozenset(ranges["or"])
        self.plus_minus = tuple(ranges["plus_minus"])
        self.change = frozenset(ranges["change"])
        self.age_after = frozenset(ages["after"])
        self.age_before = tuple(tuple(w.split()) for w in ages["before"])
        self.age_plain = frozenset(ages.get("plain", ()))
        self.age_duration = frozenset(ages.get("duration_nouns", ()))
        self.fillers = frozenset(self.data["words"]["fillers"])
        self.of = frozenset(self.data["fractions"].get("of", ()))
        self.articles = frozenset(self.data["words"]["articles"])
        self.every = frozenset(self.data["fractions"]["every"])
        self.out_of = tuple(tuple(w.split()) for w in self.data["fractions"]["out_of"])
        self.dot = bool(ordinals.get("dot"))
        self.suffixes = tuple(ordinals.get("suffixes", ()))
        self.determiners = frozenset(ordinals.get("determiners", ()))
        self.ordinal_never = frozenset(ordinals.get("never", ()))
        self.times_words = frozenset(ordinals["times"])
        self.group_after = frozenset(ordinals.get("group_after", ()))
        self.before_ends = frozenset(sign[-1] for sign in self.units.before)
        self.cues = frozenset(self.data["scores"]["cues"])
        self.fraction_articles = frozenset(self.data["fractions"].get("articles", ()))
        self.minus = tuple(self.data["words"]["minus"])
        self.million_m = Decimal(self.data.get("million_m", 0))
        self.once_after = frozenset(self.data["times"].get("allow_once_after", ()))
        self.few_counts = frozenset(self.data["words"].get("few_counts", ()))
        self.joints = frozenset(w for w in (self.data.get("joint"),) if w)
        self.calendar = frozenset(self.data.get("calendar", ()))
        self.ambiguous = self.data.get("ambiguous", {})
        self.over = frozenset(self.data["fractions"].get("over", ()))
        self.age_parts: dict[str, tuple[int, int]] = {
            word: (low, high) for word, (low, high) in ages.get("parts", {}).items()
        }
        self.age_alone = frozenset(ages.get("alone", ()))
        self.age_owner = frozenset(ages.get("owner", ()))
        self.decade_digits = ages.get("decade_digits", "")
        self.decade_number = bool(ages.get("decade_number"))
        one = self.data.get("one", {})
        self.one_before = frozenset(one.get("before", ()))
        self.one_after = frozenset(one.get("after", ()))
        self.one_words = frozenset(one.get("words", ()))
        self.not_before = tuple(ordinals.get("not_before", ()))
        self.rates = bool(self.data.get("article_rates"))
        self.ranks = frozenset(ordinals.get("ranks", ()))
        self.rank_labels = frozenset(ordinals.get("labels", ()))
        self.shared = frozenset(ranges.get("shared", ()))
        self.article_nouns = frozenset(self.data.get("article_nouns", {}).get("words", ()))
        self.elided = tuple(self.data.get("elided", ()))
        self.persons = frozenset(ages.get("persons", ()))
        self.person_joints = frozenset(ages.get("person_joints", ()))
        self.merge = frozenset(ranges.get("merge", ()))
        self.old_joined = tuple(ages.get("joined", ()))

    def read(self, text: str) -> tuple[Figure, ...]:
        """Return the figures of a text."""
        sense, after = self.numbers.sense, 0
        found: list[Figure] = []
        for match in _SCAN.finditer(text):
            at = match.start()
            if at < after:
                continue
            first = match[0]
            if first[0].isalpha() and sense(first) is None:
                continue
            part, after = self._part(text, at, after)
            if part is None:
                continue
            figure = self._figure(text, part, found[-1].end if found else 0)
            after = max(after, figure.end)
            if found and (merged := self._merged(text, found[-1], figure)) is not None:
                found[-1] = merged
            else:
                found.append(figure)
        return tuple(found)

    def _merged(self, text: str, first: Figure, second: Figure) -> Figure | None:
        """Return one figure for "more than 20 and less than 30", None if they are two."""
        lower, upper = {"over", "at-least"}, {"under", "at-most"}
        if second.modifier not in lower | upper or first.modifier not in lower | upper:
            return None
        if first.kind is not second.kind or first.unit != second.unit:
            return None
        if text[first.end : second.start].strip(" ,").lower() not in self.merge:
            return None
        low, high = (first, second) if first.modifier in lower else (second, first)
        if low.modifier not in lower or high.modifier not in upper:
            return None
        if first.kind is Kind.ORDINAL and (low.modifier, high.modifier) != ("over", "under"):
            return None
        if not low.hard.low < high.hard.high:
            return None
        both = Interval(low.hard.low, high.hard.high, low.hard.low_open, high.hard.high_open)
        return replace(
            second, start=first.start, text=text[first.start : second.end], hard=both, soft=both,
            modifier="range",
        )  # fmt: skip

    # --- a number with its unit ----------------------------------------------------------------

    def _part(self, text: str, at: int, since: int) -> tuple[Part | None, int]:
        """Return what stands at `at` and where to go on."""
        if text[at].isdecimal():
            at, stop = self._literal_start(text, at)
            if stop > at:
                return None, stop
        numeral = numeral_at(text, at, self.lang)
        if numeral is None:
            lump = LUMP.match(text, at) if text[at].isdecimal() else None
            return None, lump.end() if lump else at + 1
        part = self._measured(text, numeral)
        if part is None:
            return None, numeral.end
        part = self._compound(text, part)
        return self._ranged(text, part), part.end

    def _literal_start(self, text: str, at: int) -> tuple[int, int]:
        """Return where digits at `at` begin (with a leading point) and, if > that, what to skip."""
        end = never.serial_at(text, at)
        if end == at and at and text[at - 1] == "+" and (end := never.serial_at(text, at - 1)) < at:
            end = at
        if end > at:
            return at, end
        lump = LUMP.match(text, at)
        stop = lump.end() if lump else at + 1
        point = self.data["decimal"]
        if at and text[at - 1] == point and (at == 1 or not text[at - 2].isalnum()):
            return at, at
        if never.glued_before(text, at) and not self._code_before(text, at):
            return at, stop
        if stop - at > 24 or (text[at] == "0" and stop - at > 4 and text[at:stop].isdecimal()):
            return at, stop
        if (link := never.in_link(text, at)) > at:
            return at, link
        return at, at

    def _measured(self, text: str, numeral: Numeral) -> Part | None:
        """Return the numeral with its unit, None if it is no figure."""
        form = numeral.form
        if form in {"measure", "mid"}:
            return self._carried(text, numeral)
        if form == "score":
            return self._clock_or_score(text, numeral)
        if form in {"ord", "group"}:
            return self._ordinal(text, numeral)
        if form in {"times", "factor"}:
            kind = Kind.TIMES if form == "times" else Kind.FACTOR
            return _plain(numeral, kind)
        if form == "vague" and numeral.unit:
            plural = self.units.ids[numeral.unit]
            whole = _plain(replace(numeral, unit=""), plural.kind)
            return replace(
                whole, unit=plural, vague=True, written=text[numeral.start : numeral.end]
            )
        if form == "decade":
            return self._decade(text, numeral)
        if numeral.digits and (found := self._attached(text, numeral)):
            return found
        if numeral.digits and (money := self._money_before(text, numeral)):
            return money
        unit = self._unit_after(text, numeral)
        if unit is not None:
            return self._with_unit(text, numeral, *unit)
        return self._bare(text, numeral)

    def _carried(self, text: str, numeral: Numeral) -> Part | None:
        """Return a word that carries its unit: zweistündig, siebzigjährig, Mittdreißiger."""
        if numeral.form == "mid":
            return Part(
                numeral.start, numeral.end, numeral.low or numeral.value,
                numeral.high or numeral.value, _ONE, Kind.AGE, None, numeral,
            )  # fmt: skip
        return self._by_adjective(text, numeral, numeral.unit, numeral.end)

    def _decade(self, text: str, numeral: Numeral) -> Part | None:
        """Return an age told by its decade: mid-thirties, in her 40s, Mitte 30."""
        low, high = numeral.value, numeral.value + 9
        start = numeral.start
        before = text[max(0, start - 30) : start].replace("-", " ").split()
        word = before[-1].lower() if before else ""
        if word in self.age_parts:
            low, high = (numeral.value + step for step in self.age_parts[word])
            start = text.lower().rindex(word, 0, start)
            before = before[:-1]
        if word not in self.age_alone and (not before or before[-1].lower() not in self.age_owner):
            return None
        return Part(start, numeral.end, low, high, _ONE, Kind.AGE, None, numeral)

    def _by_adjective(self, text: str, numeral: Numeral, unit_id: str, end: int) -> Part | None:
        """Return a number whose unit is part of an adjective (90-minütig, 79-Jährige)."""
        numeral = replace(numeral, end=end)
        if unit_id == "persons":
            return _plain(numeral, Kind.COUNT)
        if unit_id == "year" and self._is_age(text, numeral):
            return replace(_plain(numeral, Kind.AGE), written=text[numeral.start : end])
        unit = self.units.ids[unit_id]
        return Part(
            numeral.start, end, numeral.value, numeral.value, numeral.place, unit.kind, unit,
            numeral, written=text[numeral.start : end],
        )  # fmt: skip

    def _is_age(self, text: str, numeral: Numeral) -> bool:
        """Return whether "-jährig" tells an age and not how long something lasted."""
        if text[numeral.start : numeral.end].rsplit("-", 1)[-1][:1].isupper():
            return True
        for word in text[numeral.end : numeral.end + 80].split()[:4]:
            bare = word.strip(never._STOP)
            if (
                bare.lower() in self.age_duration
                or bare.split("-")[-1].lower() in self.age_duration
            ):
                return False
            if bare[:1].isupper():
                return True
        return True

    def _attached(self, text: str, numeral: Numeral) -> Part | None:
        """Return digits with a word tied to them: 90-minütig, 3-fach, 5mal, 79-Jährige, 21st."""
        at = numeral.end
        after = text[at : at + 1]
        if after in "-‐‑" and after:
            at += 1
        elif not after.isalpha():
            return self._dotted(text, numeral)
        word = _LETTERS.match(text, at)
        if word is None:
            return None
        lower = word[0].lower()
        tail = self.numbers.tails.get(lower)
        if tail is not None:
            role, _, argument = tail
            if role == "measure":
                return self._by_adjective(text, numeral, argument, word.end())
            if role in {"times", "factor"}:
                kind = Kind.TIMES if role == "times" else Kind.FACTOR
                return _plain(replace(numeral, end=word.end()), kind)
        if at == numeral.end and lower == self.decade_digits and numeral.value % 10 == 0:
            return (
                self._decade(text, replace(numeral, end=word.end()))
                if numeral.value < 100
                else None
            )
        if at == numeral.end and lower in self.suffixes and numeral.value == int(numeral.value):
            return self._ordinal(text, replace(numeral, end=word.end(), form="ord"))
        return None

    def _dotted(self, text: str, numeral: Numeral) -> Part | None:
        """Return a German ordinal with its full stop (73. Geburtstag), None if it is none."""
        if not self.dot or not text.startswith(".", numeral.end) or numeral.form != "card":
            return None
        if numeral.value > 999 or numeral.value != int(numeral.value) or numeral.scale != 1:
            return None
        span = next_word(text, numeral.end + 1)
        if span is None or not text[numeral.end + 1].isspace():
            return None
        word = text[span[0] : span[1]]
        before = never.word_before(text, numeral.start).lower().strip('(„“"')
        if word.lower() in self.never.months:
            return None
        known = before in self.determiners
        if not known and (word.lower() in self.never.starts or not word[0].isupper()):
            return None
        if not known and not before[-1:].isalpha():  # the number of a list
            return None
        return self._ordinal(text, replace(numeral, end=numeral.end + 1, form="ord"))

    def _ordinal(self, text: str, numeral: Numeral) -> Part | None:
        """Return an ordinal, "jeder fünfte" as a share, "zum dritten Mal" with its noun."""
        before = never.word_before(text, numeral.start).lower().strip("(„“\"'")
        word = text[numeral.start : numeral.end]
        if numeral.form == "group" and before not in self.group_after:
            return None
        if before in self.every and not numeral.digits and numeral.value > 1:
            start = numeral.start - len(before) - 1
            share = _ONE / numeral.value
            found = replace(numeral, start=start, value=share, place=share, form="ratio")
            return _plain(found, Kind.RATIO)
        if word in self.ordinal_never and before not in self.determiners:
            return None
        span = next_word(text, numeral.end)
        after = text[span[0] : span[1]].lower() if span else ""
        if after in self.never.months or text.startswith(self.not_before, numeral.end):
            return None
        return _plain(replace(numeral, form="ord", place=_ONE), Kind.ORDINAL)

    def _clock_or_score(self, text: str, numeral: Numeral) -> Part | None:
        """Return 1:15 Stunden as a duration, 3:1 as a score; None for a clock time."""
        raw = text[numeral.start : numeral.end]
        parts = [Decimal(p) for p in raw.split(":")]
        unit = self._unit_after(text, numeral)
        if unit is not None and unit[0].id in {"hour", "minute"}:
            value, step = Decimal(0), _ONE
            for piece in parts:
                value, step = value + piece / step, step * 60
            place = _ONE / 60 ** (len(parts) - 1)
            clock = replace(numeral, value=value, place=place, form="card")
            return self._with_unit(text, clock, *unit)
        if len(parts) != 2 or unit is not None or (raw[0] == "0" and len(raw) > 3):
            return None
        span = next_word(text, numeral.end)
        if span and text[span[0] : span[1]].lower() in self.never.clock:
            return None
        clockish = len(raw.split(":")[1]) == 2 and parts[0] <= 24 and parts[1] < 60
        if clockish and not self._score_cue(text, numeral):
            return None
        found = _plain(numeral, Kind.SCORE)
        return replace(found, written=raw)

    def _score_cue(self, text: str, numeral: Numeral) -> bool:
        """Return whether a word nearby tells that 24:22 is a score and no clock time."""
        near = text[max(0, numeral.start - 60) : numeral.start].split()[-5:]
        near += text[numeral.end : numeral.end + 40].split()[:2]
        return any(w.strip(never._STOP).lower() in self.cues for w in near)

    def _money_before(self, text: str, numeral: Numeral) -> Part | None:
        """Return an amount with its currency before it: $5, EUR 20, hk $ 10 billion."""
        at = numeral.start
        gap = at
        while gap and text[gap - 1] in BLANKS and at - gap < 1:
            gap -= 1
        if not gap or text[gap - 1] not in self.before_ends:
            return None
        for length in range(min(6, gap), 0, -1):
            sign = text[gap - length : gap]
            unit = self.units.before.get(sign) or self.units.before.get(
                sign.lower() if sign[-1] in _SIGNS else ""
            )
            if unit is None or (
                sign[0].isalpha() and gap > length and text[gap - length - 1].isalnum()
            ):
                continue
            start = gap - length
            found = self._thousands(text, numeral)
            end = found.end
            again = self._unit_after(text, found)
            if (
                again
                and again[0].canonical == unit.canonical
                and again[0].kind is Kind.MONEY
                and not again[0].minor
            ):
                end = again[2]
            return Part(
                start, end, found.value, found.value, found.place, Kind.MONEY, unit, found,
                written=sign,
            )  # fmt: skip
        return None

    def _code_before(self, text: str, at: int) -> bool:
        """Return whether a currency code is tied to the digits at `at` (USD3.14)."""
        begin = at
        while begin and at - begin < 4 and text[begin - 1].isalpha():
            begin -= 1
        return text[begin:at] in self.units.before and not text[begin - 1 : begin].isalnum()

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

    # --- units ---------------------------------------------------------------------------------

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
                    numeral = _scaled(numeral, Decimal(1000000))
                unit = self._meant(text, numeral, unit, at, end)
                if unit.kind is Kind.MONEY and (late := self._late_magnitude(text, numeral, end)):
                    return unit, at, late.end, late
                if self._unit_fits(text, numeral, unit, at, end, joined=joined):
                    return unit, at, end, numeral
                return None
            word = _WORDS.match(text, at)
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
        return replace(_scaled(numeral, sense.value), end=span[1])

    def _meant(self, text: str, numeral: Numeral, unit: Unit, at: int, end: int) -> Unit:
        """Return the unit a word with two meanings has here: Pfund, Grad, pounds."""
        row = self.ambiguous.get(text[at:end].lower())
        if row is None:
            return unit
        after = {w.strip(never._STOP).lower() for w in text[end : end + 30].split()[:2]}
        before = {w.lower() for w in words_before(text, numeral.start, 3)}
        cued = after & set(row.get("after", ())) or before & set(row.get("before", ()))
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

    def _with_unit(
        self, text: str, numeral: Numeral, unit: Unit, at: int, end: int, read: Numeral
    ) -> Part | None:
        """Return a number with the unit that follows; `read` is the number with late magnitude."""
        if read.scale != numeral.scale:
            numeral = read
        value, place, vague = numeral.value, numeral.place, numeral.form == "vague"
        low = numeral.low if numeral.low is not None else value
        high = numeral.high if numeral.high is not None else value
        kind = unit.kind
        few = value if numeral.form == "few" else None
        if numeral.form == "none" or (numeral.form == "many" and kind is not Kind.TIMES):
            return None
        if numeral.form in {"only", "both"}:
            return _plain(numeral, Kind.COUNT)
        if numeral.form == "many":
            vague, low, high, value = True, _ONE, _ONE, _ONE
        if numeral.form == "article" and not self._article_counts(text, numeral, at, end):
            return None
        start = numeral.start
        if text[at:end].lower() in self.never.clock and (
            self._before(text, start) in self.never.clock_before
        ):
            return None
        part = Part(
            start, end, low, high, place, kind, unit, numeral, text[at:end], vague=vague, few=few
        )
        if kind is Kind.DURATION:
            return self._aged(text, part)
        return part

    def _article_counts(self, text: str, numeral: Numeral, at: int, end: int) -> bool:
        """Return whether an article with a unit is one of it: an hour, but not 5 tons a year."""
        word = text[at:end].lower()
        if not text[at].isalpha() or word in self.data["words"].get("article_never", ()):
            return False
        ordinal = self.numbers.sense(word)
        if ordinal is not None and ordinal.role == "ord":
            after = never.word_after(text, end).lower()
            return not after or not text.startswith(" ", end) or after in self.never.starts
        if self.rates:
            near = text[max(0, numeral.start - 60) : numeral.start]
            clause = re.split(r"[,;.:!?] |\n", near)[-1]
            return not any(c.isdigit() or c in _SIGNS for c in clause) and not any(
                (s := self.numbers.sense(w)) and s.role in {"card", "mag", "times", "frac", "dozen"}
                for w in clause.split()
            )
        return True

    def _aged(self, text: str, part: Part) -> Part:
        """Return a duration that tells an age as such: 79 Jahre alt, im Alter von 3 Jahren."""
        end = part.end
        word = next_word(text, end)
        after = text[word[0] : word[1]].lower() if word else ""
        joined = next((s for s in self.old_joined if text.startswith(s, end)), "")
        unit = part.unit
        if unit is None:
            return part
        old = 0
        if joined:
            old = end + len(joined)
        elif word and after in self.age_after:
            old = word[1]
        elif self._age_cue(text, part.start):
            old = end
        if not old:
            return part
        if unit.id != "year":
            return replace(part, end=old)
        return replace(part, end=old, kind=Kind.AGE, unit=None)

    def _age_cue(self, text: str, at: int) -> bool:
        """Return whether the words before `at` announce an age."""
        near = [w.lower() for w in words_before(text, at, 6)]
        joined = len(near) > 1 and near[-1] in self.person_joints
        if joined and near[-2].strip(never._STOP) in self.persons:
            return True
        for size in (0, 1, 2):
            tail = near[: len(near) - size] if size else near
            if size and not self._is_modifier(near[len(near) - size :]):
                continue
            for wording in self.age_before:
                if tuple(tail[-len(wording) :]) == wording:
                    return True
        return False

    def _is_modifier(self, words: list[str]) -> bool:
        return tuple(words) in self.modifiers.before

    # --- bare numbers --------------------------------------------------------------------------

    def _bare(self, text: str, numeral: Numeral) -> Part | None:
        """Return a number without a unit, None where it is no figure."""
        form = numeral.form
        if form == "none":
            return self._none(text, numeral)
        if form == "article" and self._before_noun(text, numeral):
            return _plain(replace(numeral, form="card"), Kind.COUNT)
        if form == "article" and (first := self._one_to(text, numeral)) is not None:
            return first
        if form in {"article", "many", "whole", "minus", "point", "fraction", "foreign"}:
            return None
        if form == "half":
            if not self.data["fractions"].get("half_alone"):
                return None
            return _plain(replace(numeral, form="ratio"), Kind.RATIO)
        if form == "few":
            word = text[numeral.start : numeral.end].rsplit(maxsplit=1)[-1].lower()
            if word not in self.few_counts:
                return None
            low, high = numeral.low or numeral.value, numeral.high or numeral.value
            return Part(
                numeral.start, numeral.end, low, high, _ONE, Kind.COUNT, None, numeral,
                few=numeral.value,
            )  # fmt: skip
        if form == "ratio":
            return self._share(text, numeral)
        if form in {"both", "only"}:
            return _plain(numeral, Kind.COUNT)
        if form == "vague":
            return replace(_plain(numeral, Kind.COUNT), vague=True)
        if (elliptic := self._elliptic(text, numeral)) is not None:
            return elliptic
        numeral = self._thousand_m(text, numeral)
        if self._is_name(text, numeral) or self._is_pronoun(text, numeral):
            return None
        tens = self.decade_number and numeral.value % 10 == 0 and 20 <= numeral.value <= 90
        decade = self._decade(text, numeral) if tens else None
        if decade is not None:
            return decade
        if (share := self._out_of(text, numeral)) is not None:
            return share
        if self._age_cue(text, numeral.start) and numeral.value < 120:
            return _plain(numeral, Kind.AGE)
        if numeral.digits and self._bracket_age(text, numeral):
            return _plain(numeral, Kind.AGE)
        before = self._before(text, numeral.start)
        if before in self.ranks or before in self.rank_labels:
            return _plain(numeral, Kind.ORDINAL if before in self.ranks else Kind.OTHER)
        if (shared := self._shared(text, numeral)) is not None:
            return shared
        if numeral.value != int(numeral.value) and not never.counts_something(
            text, numeral.end, self.never
        ):
            return _plain(numeral, Kind.OTHER)
        return _plain(numeral, Kind.COUNT)

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
        second = numeral_at(text, span[1] + 1, self.lang)
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
        return _plain(replace(numeral, form="card"), Kind.COUNT)

    def _before(self, text: str, at: int) -> str:
        """Return the word before `at`, bare and lower-case."""
        return never.word_before(text, at).lower().strip("(„“\"'»«")

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

    def _is_pronoun(self, text: str, numeral: Numeral) -> bool:
        """Return whether "one" stands for a thing and counts nothing."""
        word = text[numeral.start : numeral.end].lower()
        if word not in self.one_words:
            return False
        before = never.word_before(text, numeral.start).lower().strip(never._STOP)
        after = next_word(text, numeral.end)
        return before in self.one_before or (
            after is not None and text[after[0] : after[1]].lower() in self.one_after
        )

    def _none(self, text: str, numeral: Numeral) -> Part | None:
        """Return "keine einzige" as 0."""
        span = next_word(text, numeral.end)
        sense = self.numbers.sense(text[span[0] : span[1]]) if span else None
        if span and sense and sense.role == "only":
            return _plain(replace(numeral, end=span[1]), Kind.COUNT)
        return None

    def _share(self, text: str, numeral: Numeral) -> Part | None:
        """Return a fraction as a share, its article included: die Hälfte, ein Drittel."""
        if numeral.value >= 1 and numeral.digits and "/" in text[numeral.start : numeral.end]:
            return _plain(numeral, Kind.COUNT)
        kind = Kind.RATIO if numeral.value <= 1 else Kind.COUNT
        before = never.word_before(text, numeral.start)
        if before.lower() in self.fraction_articles and not numeral.digits:
            inside = text[numeral.start : numeral.end].lower()
            if self.numbers.sense(inside) is not None:
                start = numeral.start - len(before) - 1
                return _plain(replace(numeral, start=start), kind)
        return _plain(numeral, kind)

    def _is_name(self, text: str, numeral: Numeral) -> bool:
        """Return whether a bare number names something or tells a date or time."""
        start, end = numeral.start, numeral.end
        after = text[end : end + 1]
        if after == "." and text[end + 1 : end + 2] in set(")/,;"):  # the 80th minute: (80.)
            return True
        if numeral.digits and (
            after.isalpha() or (after in "-‐‑" and after and text[end + 1 : end + 2].isalpha())
        ):
            return True
        if not numeral.digits and after in "-‐‑" and after and text[end + 1 : end + 2].isalpha():
            return True
        span = next_word(text, end)
        word = text[span[0] : span[1]].lower() if span else ""
        if word in self.never.clock:
            return True
        if word in self.never.months and numeral.value <= 31:
            return True
        if text.startswith(".", end) and numeral.digits and numeral.value <= 31:
            dotted = next_word(text, end + 1)
            if dotted and text[dotted[0] : dotted[1]].lower() in self.never.months:
                return True
        if self._clock_like(text, numeral):
            return True
        if not numeral.digits and self._is_surname(text, numeral):
            return True
        if not numeral.digits:
            return False
        if self._is_year(text, numeral):
            return True
        if self._before(text, start) in self.ranks | self.rank_labels:
            return False
        before = self._before(text, start)
        if before in self.between or before in self.modifiers.last:
            return False
        if never.is_label(text, start, end, self.never):
            return True
        return self._is_postcode(text, numeral)

    def _is_surname(self, text: str, numeral: Numeral) -> bool:
        """Return whether a capitalised number word ends a name: Claudia Tausend."""
        before = never.word_before(text, numeral.start)
        if not (text[numeral.start].isupper() and before[:1].isupper() and before[-1:].isalpha()):
            return False
        if before.lower() in self.never.starts or before.lower() in self.modifiers.last:
            return False
        return not never.counts_something(text, numeral.end, self.never, 1)

    def _clock_like(self, text: str, numeral: Numeral) -> bool:
        """Return whether a small number tells the time: um sechs, at seven, 8 bis 16 Uhr."""
        if not 0 <= numeral.value <= 24:
            return False
        span = _TO_CLOCK.match(text, numeral.end)
        if span and span[1].lower() in self.never.clock:
            return True
        if self._before(text, numeral.start) not in self.never.clock_before:
            return False
        return not never.counts_something(text, numeral.end, self.never)

    def _is_year(self, text: str, numeral: Numeral) -> bool:
        """Return whether four digits are a year: nothing counted follows, or a date word leads."""
        raw = text[numeral.start : numeral.end]
        if len(raw) != 4 or not raw.isdecimal() or not 1000 <= numeral.value <= 2100:
            return False
        before = never.word_before(text, numeral.start).lower().strip("(„“\"'")
        if before in self.never.year_before or before.rstrip(".") in self.never.months:
            return True
        if numeral.value < 1400 or text.strip() == raw:
            return False
        if text.startswith("\n", numeral.end):
            return True
        after = never.word_after(text, numeral.end).lower()
        reach = 2 if after in self.fillers else 1
        return not never.counts_something(text, numeral.end, self.never, reach)

    def _is_postcode(self, text: str, numeral: Numeral) -> bool:
        """Return whether five digits after a comma lead to a place name: 14191 Berlin."""
        raw = text[numeral.start : numeral.end]
        if len(raw) != 5 or not raw.isdecimal():
            return False
        before = never.word_before(text, numeral.start)
        return before.endswith(",") and before[:-1].isdecimal()

    def _out_of(self, text: str, numeral: Numeral) -> Part | None:
        """Return "drei von zehn" as a share of round wholes."""
        rest = text[numeral.end : numeral.end + 16].split(None, 3)
        lower = [w.lower() for w in rest]
        for wording in self.out_of:
            if tuple(lower[: len(wording)]) != wording:
                continue
            at = numeral.end
            for word in wording:
                at = text.lower().index(word, at, at + 20) + len(word)
            whole = numeral_at(text, at + 1, self.lang) if text[at : at + 1] == " " else None
            if whole is None or whole.form != "card" or whole.value not in _WHOLES:
                continue
            if not 0 < numeral.value < whole.value or self._unit_after(text, whole):
                continue
            if numeral.value > 1 and whole.value == 2:
                continue
            share = numeral.value / whole.value
            return _plain(
                replace(numeral, end=whole.end, value=share, place=_ONE / whole.value), Kind.RATIO
            )
        return None

    def _bracket_age(self, text: str, numeral: Numeral) -> bool:
        """Return whether a number in brackets after two names is an age: Anna Meier (57)."""
        start, end = numeral.start, numeral.end
        if not (text[start - 1 : start] == "(" and text[end : end + 1] == ")" and start > 1):
            return False
        if not 5 <= numeral.value <= 105:
            return False
        names = text[max(0, start - 60) : start - 1].split()[-2:]
        return len(names) == 2 and all(
            n[:1].isupper() and n[1:2].islower() and n[-1].isalpha() for n in names
        )

    # --- several parts and ranges ---------------------------------------------------------------

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
        at = self._over_joint(text, part.end)
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
            return None
        if (lesser.minor and not unit.minor) or lesser.id == "CENT":
            lesser = hundredth(unit)
        if lesser.canonical != unit.canonical:
            return None
        if not lesser.factor < unit.factor:
            return None
        if unit.id in self.calendar:
            day = self.units.ids["day"]
            exact = part.low * unit.factor / day.factor, numeral.value * lesser.factor / day.factor
            total, place = exact[0] + exact[1], numeral.place * lesser.factor / day.factor
            return replace(part, end=end, low=total, high=total, place=place, unit=day)
        return _sum(part, unit, numeral, lesser, end)

    def _over_joint(self, text: str, at: int) -> int | None:
        """Return where the next part may begin after a blank, comma or "und"."""
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
        step = {Kind.MONEY: 100, Kind.DURATION: 60, Kind.DISTANCE: 100}.get(part.kind)
        if (
            step is None
            or unit.minor
            or (unit.id not in {"hour", "minute", "metre"} and part.kind is not Kind.MONEY)
        ):
            return None
        at = part.end
        joined = at < len(text) and text[at].isdecimal()
        if not joined:
            begin = self._over_joint(text, at)
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
        if raw.isdecimal() and len(raw) != 2:
            return None
        end, after = numeral.end, text[numeral.end : numeral.end + 1]
        if joined and after in {"m", "'"}:
            end += 1
        elif (
            after.isalnum()
            or (after in "-%€$" and after)
            or text[end : end + 2].strip()[:1] in set("€$£%(")
        ) or ((worded or not joined) and never.counts_something(text, end, self.never)):
            return None
        if self._unit_after(text, numeral) and not joined:
            return None
        return _sum(part, unit, numeral, self._lesser(unit), end)

    def _lesser(self, unit: Unit) -> Unit:
        """Return the unit a bare second number counts: minutes after hours, cents after euros."""
        lesser = {"hour": "minute", "minute": "second", "metre": "centimetre"}.get(unit.id)
        return self.units.ids[lesser] if lesser else hundredth(unit)

    def _ranged(self, text: str, part: Part) -> Part:
        """Return a part joined with a second one to a range: zwei bis drei Stunden, 30–40."""
        if part.vague or part.kind in {Kind.ORDINAL, Kind.SCORE} or part.few is not None:
            return part
        joint = self._range_joint(text, part)
        if joint is None:
            return part
        at, start, loose = joint
        if text[at : at + 1].isdecimal() and never.serial_at(text, part.start) > part.end:
            return part
        money = None
        if text[at : at + 1] in _SIGNS and text[at : at + 1]:
            money, at = self.units.before.get(text[at]), at + 1
        numeral = numeral_at(text, at, self.lang)
        if numeral is None or numeral.form not in {"card", "article", "ratio"}:
            return part
        second = self._measured(text, numeral)
        if second is None or second.vague:
            return part
        if money is not None and second.kind is not Kind.MONEY:
            return part
        return self._joined(part, second, start, loose=loose) or part

    def _range_joint(self, text: str, part: Part) -> tuple[int, int, bool] | None:
        """Return where the second number begins, where the range begins, and if it is an "or"."""
        start = part.start
        dash = _DASH.match(text, part.end)
        if dash is not None:
            if (
                not (text[dash.end()].isdecimal() or text[dash.end()] in ".,")
                and dash[0].strip() != dash[0]
            ):
                return None
            return dash.end(), start, False
        span = next_word(text, part.end)
        if span is None or text[part.end : part.end + 1] == "-":
            return None
        word = text[span[0] : span[1]].lower()
        before = never.word_before(text, start).lower().strip('(„“"')
        if word in self.between_join and before in self.between:
            start = text.lower().rindex(before, 0, start)
        elif word in self.range_to:
            if before in self.range_from:
                if self._changes(text, start):
                    return None
                start = text.lower().rindex(before, 0, start)
            elif before in self.between:
                start = text.lower().rindex(before, 0, start)
        elif word in self.range_or:
            return self._second(text, span[1]), start, True
        else:
            return None
        return self._second(text, span[1]), start, False

    def _second(self, text: str, at: int) -> int:
        """Return where the second number of a range begins, past a modifier before it."""
        begin = at
        for _ in range(3):
            while begin < len(text) and text[begin].isspace() and begin - at < 40:
                begin += 1
            word = _WORDS.match(text, begin)
            if word is None or (word[0].lower(),) not in self.modifiers.before:
                break
            begin = word.end()
        if text[begin : begin + 1] == "~":
            begin += 1
        return begin

    def _changes(self, text: str, at: int) -> bool:
        """Return whether a verb of change stands before "from": rose from 5 to 10 is no range."""
        sentence = re.split(r"[.!?;] |\n", text[max(0, at - 100) : at])[-1]
        return any(w.strip(never._STOP).lower() in self.change for w in sentence.split())

    def _joined(self, first: Part, second: Part, start: int, *, loose: bool) -> Part | None:
        """Return the range of two parts, None if they make none."""
        low, unit, kind = first, first.unit, second.kind
        if first.unit is None and second.unit is not None and first.kind is Kind.COUNT:
            unit = second.unit
        elif first.unit is None and second.kind is Kind.AGE and first.kind is Kind.COUNT:
            unit = None
        elif first.kind is not second.kind:
            if not (second.unit is None and second.kind is Kind.COUNT and first.kind is Kind.MONEY):
                return None
            kind = first.kind
        value, place = low.low, low.place
        scale = second.numeral.scale
        if scale > 1 and first.numeral.scale == 1 and value < second.low / scale:
            value, place = value * scale, place * scale
        other = second.unit or unit
        high = second.high
        if unit is not None and other is not None and unit is not other:
            if unit.canonical != other.canonical:
                return None
            value = value * unit.factor / other.factor
            unit = other
        if not value < high or (loose and high > 2 * value):
            return None
        if second.unit is not None or second.kind is Kind.AGE:
            unit, written = second.unit, second.written
        else:
            written = first.written
        if kind is Kind.COUNT and _year_like(first) and _year_like(second):
            return None
        return Part(
            start, second.end, value, high, min(place, second.place), kind, unit, second.numeral,
            written,
        )  # fmt: skip

    # --- bounds --------------------------------------------------------------------------------

    def _figure(self, text: str, part: Part, since: int) -> Figure:
        """Return the figure of a part with the words that bound it."""
        start, end, modifier = part.start, part.end, ""
        low, high = part.low, part.high
        start, low, high = self._signed(text, part, start, low, high)
        lead = start
        if part.kind in {Kind.ORDINAL, Kind.RATIO}:
            article = never.word_before(text, start).lower()
            if article in self.fraction_articles:
                lead = start - len(article) - 1
        found = modifier_before(text, lead, self.modifiers)
        if found and lead != start and found[0] in {"at-least", "at-most"}:
            found = None
        if found is None and part.numeral.form == "article" and part.kind is Kind.DURATION:
            word = never.word_before(text, start)
            if (key := self.modifiers.article.get(word.lower())) is not None:
                found = key, start - len(word) - 1
        if found and found[1] >= since:
            modifier, start = found
        elif inside := self._inflected(text, part):
            modifier = inside
        after = modifier_after(text, end, self.modifiers)
        if after and modifier in {"", "exactly", "about"}:
            modifier, end = after
        floor = self._floor(text, part)
        if part.vague:
            hard, soft, modifier = _vague(low, modifier)
        elif part.few is not None:
            hard, soft = Interval(low, high), Interval.point(part.few)
            modifier = modifier or "vague"
        else:
            hard, soft = bounds(low, high, part.place, modifier, floor=floor)
            if not modifier and low != high:
                modifier = "range"
        hard, soft, unit, place = _canonical(part, hard, soft)
        discrete = part.kind in _DISCRETE and part.low == part.low.to_integral_value()
        return Figure(
            start=start, end=end, text=text[start:end], kind=part.kind, hard=hard, soft=soft,
            unit=unit, written=part.written, granularity=place, modifier=modifier,
            discrete=discrete,
        )  # fmt: skip

    def _signed(
        self, text: str, part: Part, start: int, low: Decimal, high: Decimal
    ) -> tuple[int, Decimal, Decimal]:
        """Return start and bounds with a minus sign or word before the number taken in."""
        before = never.word_before(text, start).lower()
        if (
            before in self.minus
            and text[start - 1 : start].isspace()
            and modifier_before(text, start, self.modifiers) is None
        ):
            return text.lower().rindex(before, 0, start), -high, -low
        if not start or (
            text[start - 1] not in "-−"
            and not (text[start - 1] == " " and start > 1 and text[start - 2] in "-−")
        ):
            return start, low, high
        if text[start - 1] in "-−":
            if start == 1 or text[start - 2] in " (<>=\n\u00a0":
                return start - 1, -high, -low
        elif start == 2 or (part.kind is Kind.TEMPERATURE and text[start - 3].isspace()):
            return start - 2, -high, -low
        return start, low, high

    def _inflected(self, text: str, part: Part) -> str:
        """Return the modifier between article and unit: eine gute Stunde."""
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


_TO_CLOCK: Final = re.compile(
    r"\s?(?:[-–]|[^\W\d_]{2,8})\s?\d{1,2}(?:[.:]\d{2})?\s?([^\W\d_]{1,9})"
)
_WORDS: Final = re.compile(r"[^\W\d_]+\.?")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WHOLES: Final = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000))
_DISCRETE: Final = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.SCORE})


def _plain(numeral: Numeral, kind: Kind) -> Part:
    value = numeral.value
    return Part(numeral.start, numeral.end, value, value, numeral.place, kind, None, numeral)


def _sum(part: Part, unit: Unit, numeral: Numeral, lesser: Unit, end: int) -> Part:
    """Return a part with a smaller one added, counted in the smaller unit so that it is exact."""
    ratio = unit.factor / lesser.factor
    low, high = part.low * ratio + numeral.value, part.high * ratio + numeral.value
    return replace(part, end=end, low=low, high=high, place=numeral.place, unit=lesser)


def _scaled(numeral: Numeral, factor: Decimal) -> Numeral:
    value, place = numeral.value * factor, numeral.place * factor
    return replace(numeral, value=value, place=place, scale=factor)


def _year_like(part: Part) -> bool:
    return part.numeral.scale == 1 and 1800 <= part.low <= 2099 and part.place < 1000


def _vague(base: Decimal, modifier: str) -> tuple[Interval, Interval, str]:
    """Return the intervals of a vague plural: more than one of its base, rather two and more."""
    soft = Interval(2 * base, INFINITY, False, True)
    return Interval(base, INFINITY, False, True), soft, modifier or "vague"


def _canonical(
    part: Part, hard: Interval, soft: Interval
) -> tuple[Interval, Interval, str, Decimal]:
    """Return the intervals in the canonical unit, the unit, and the place value in it."""
    unit = part.unit
    if unit is None:
        canonical = "year" if part.kind is Kind.AGE else "1"
        return hard, soft, canonical, abs(part.place)
    factors = (unit.low, unit.high) if hard.low >= 0 else (unit.factor, unit.factor)
    wide = Interval(
        hard.low * factors[0], hard.high * factors[1] if hard.high.is_finite() else hard.high,
        hard.low_open and hard.low * factors[0] != hard.high, hard.high_open,
    )  # fmt: skip
    return wide, soft.scaled(unit.factor), unit.canonical, part.place * unit.factor
