"""Numerals in running text: digits in both conventions, words, mixed fractions, magnitudes.

The trap of the domain is the separator: 1.200 is a thousand and two hundred in German and one
and a fifth in English; what fits neither convention (12.05.2024, 1.2.3) is no numeral at all.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final

from checker.language.number_words import NumberWords, Sense, add, number_words
from checker.language.units import BLANKS

_ONE: Final = Decimal(1)
#: Digits with everything that may be part of one numeral, date, clock time or score.
LUMP: Final = re.compile(r"\d+(?:[.,:/'’]\d+)*")
_GROUPS: Final = re.compile(r"(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINT: Final = re.compile(r"[ ]?[-\u2010\u2011—][ ]?|[ \u00a0\u202f\u2009]{1,3}|\n")
_POWER: Final = re.compile(r"[xX×]10\^([+-]?\d{1,2})(?!\d)|[eE]([+-]?\d{1,2})(?!\d)")
_EXPONENT: Final = re.compile(r"\^([+-]?\d{1,2})(?!\d)")
_DIGITS: Final = re.compile(r"\d{1,18}(?!\d)")
VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "1/6", "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral with its place.

    Attributes:
        start: First code point.
        end: One past the last.
        value: Its value.
        place: Place value of the last stated digit, > 0.
        form: card, ord, ratio, times, factor, vague, few, many, both, only, none, article,
            measure, mid, score, clock or half.
        digits: Whether it begins with digits.
        unit: Id of the unit it carries ("zweistündig"), empty if none.
        low: Least value, if the word allows several.
        high: Greatest, ditto.
        scale: Magnitude its last word multiplied by (1 if none).
    """

    start: int
    end: int
    value: Decimal
    place: Decimal
    form: str = "card"
    digits: bool = False
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = _ONE


def place_of(value: Decimal) -> Decimal:
    """Return the place value of the last digit that is not zero; 1 for zero."""
    if not value:
        return _ONE
    exponent = value.normalize().as_tuple().exponent
    return _ONE.scaleb(exponent) if isinstance(exponent, int) else _ONE


def next_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the word after the blank or hyphen at `at`, None if there is none."""
    joint = _JOINT.match(text, at)
    word = _WORD.match(text, joint.end() if joint else at)
    return word.span() if word and (joint or at == 0) else None


def numeral_at(text: str, at: int, lang: str) -> Numeral | None:
    """Return the numeral that begins exactly at `at`, None if there is none."""
    return _reader(lang).read(text, at)


@cache
def _reader(lang: str) -> Reader:
    return Reader(number_words(lang))


class Reader:
    """Reads numerals of one language."""

    def __init__(self, words: NumberWords) -> None:
        """Compile the separators of the language."""
        self.words = words
        data = words.data
        point = re.escape(data["decimal"])
        groups = "".join(re.escape(g) for g in data["groups"])
        other = "," if data["decimal"] == "." else "."
        self.grouped = re.compile(rf"\d{{1,3}}(?:([{groups}])\d{{3}})(?:\1\d{{3}})*(?:{point}\d+)?")
        self.foreign = re.compile(rf"\d{{1,3}}(?:\{data['decimal']}\d{{3}}){{2,}}(?:\{other}\d+)?")
        self.indian = re.compile(rf"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:{point}\d+)?")
        self.decimal = re.compile(rf"\d+{point}\d+")
        self.foreign_decimal = re.compile(rf"\d{{1,3}}\{other}\d{{1,2}}")
        self.decimals = re.compile(rf"{point}\d+(?![\d.,])")
        self.adds = {int(base): most for base, most in data.get("adds", {}).items()}
        self.score = tuple(data.get("score", ()))
        self.inner = data.get("inner_joint", "")
        self.separator = re.compile(f"[{groups}]")
        self.point = data["decimal"]
        self.other = other
        self.fraction_and = frozenset(data["fractions"]["and"])
        self.articles = frozenset(data["words"]["articles"])
        self.joint = data.get("joint", "") if data.get("and_between") else ""
        self.point_words = frozenset(data["words"]["point"])
        self.attached: dict[str, int] = data.get("attached", {})
        self.of = frozenset(data["fractions"].get("of", ()))
        self.noun = frozenset(data["fractions"]["noun"])
        self.plural_fraction = bool(data["fractions"].get("from_ordinals"))
        self.detached = frozenset(data.get("detached", ()))
        self.starts = frozenset(data.get("starts", ()))
        self.over = frozenset(data["fractions"].get("over", ()))

    def read(self, text: str, at: int) -> Numeral | None:
        """Return the numeral that begins at `at`."""
        first = text[at : at + 1]
        if first.isdecimal():
            return self._digits(text, at)
        if first in VULGAR:
            value = _vulgar(first)
            return Numeral(at, at + 1, value, value, form="ratio", digits=True)
        word = _WORD.match(text, at)
        return self._words(text, word.start(), word.end()) if word else None

    # --- digits -------------------------------------------------------------------------------

    def _digits(self, text: str, at: int) -> Numeral | None:
        lump = LUMP.match(text, at)
        if lump is None or lump.end() - at > 40:
            return None
        raw, end = lump[0], lump.end()
        if self._leads(text, at) and raw.isdecimal():
            raw, at = f"0{self.point}{raw}", at - 1
        grouped = _GROUPS.match(text, end) if len(raw) <= 3 and raw.isdecimal() else None
        if grouped:
            raw, end = raw + grouped[0], grouped.end()
            if tail := self.decimals.match(text, end):
                raw, end = raw + tail[0], tail.end()
        read = self._literal(raw, text, end)
        if read is None:
            return None
        value, place, form = read
        found = Numeral(at, end, value, place, form=form, digits=True)
        if form != "card":
            return found
        if text[end : end + 1] in VULGAR and text[end : end + 1]:
            extra = _vulgar(text[end])
            found = replace(found, end=end + 1, value=value + extra, place=extra)
        elif power := _POWER.match(text, end) or _EXPONENT.match(text, end):
            return _raised(found, power)
        elif half := self._slash(text, end):
            found = replace(found, end=half[1], value=value + half[0], place=half[0])
        return self._scaled(text, found)

    def _leads(self, text: str, at: int) -> bool:
        """Return whether a decimal point leads the digits at `at` (.75)."""
        return text[at - 1 : at] == self.point and (at == 1 or text[at - 2] in " -(~<>$\n")

    def _literal(self, raw: str, text: str, end: int) -> tuple[Decimal, Decimal, str] | None:
        """Return value, place and form of a lump of digits and separators."""
        if raw.isdecimal():
            value = Decimal(raw)
            return value, place_of(value), "card"
        if self.grouped.fullmatch(raw):
            plain = self.separator.sub("", raw).replace(self.point, ".")
            whole = Decimal(plain)
            return whole, _stated(plain), "card"
        if self.decimal.fullmatch(raw):
            plain = raw.replace(self.point, ".")
            return Decimal(plain), _stated(plain), "card"
        if self.foreign.fullmatch(raw):
            plain = raw.replace(self.point, "").replace(self.other, ".")
            return Decimal(plain), _stated(plain), "card"
        if self.indian.fullmatch(raw):
            plain = raw.replace(",", "")
            return Decimal(plain), _stated(plain), "card"
        if raw.count("/") == 1 and (fraction := _fraction(raw)):
            return fraction, fraction, "ratio"
        if raw.count(":") in (1, 2) and set(raw) <= set("0123456789:"):
            first, second = raw.split(":")[:2]
            if len(first) <= 3 and len(second) <= 3:
                place = Decimal("0.001")
                return Decimal(first) + Decimal(second).scaleb(-3), place, "score"
        if self.foreign_decimal.fullmatch(raw):
            plain = raw.replace(self.other, ".")
            return Decimal(plain), _stated(plain), "foreign"
        return None

    def _slash(self, text: str, end: int) -> tuple[Decimal, int] | None:
        """Return a fraction after a whole number ("2 1/4") and its end."""
        at = end
        while at < len(text) and text[at] in BLANKS and at - end < 2:
            at += 1
        if at == end or not text[at : at + 1].isdecimal():
            return None
        lump = LUMP.match(text, at)
        if lump is None or lump[0].count("/") != 1 or len(lump[0]) > 5:
            return None
        fraction = _fraction(lump[0])
        return (fraction, lump.end()) if fraction else None

    def _scaled(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with a magnitude behind it: 5 Mio., 100K, 3 dozen, 4 hundred."""
        end = found.end
        letters = _WORD.match(text, end)
        if (
            letters
            and letters[0] in self.attached
            and found.digits
            != (letters[0] == "G" and found.value < 10 and found.value == int(found.value))
        ):
            scale = Decimal(self.attached[letters[0]])
            return _times(found, scale, letters.end())
        alone = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if alone and alone[0] in self.detached:
            return _times(found, Decimal(self.attached[alone[0]]), alone.end())
        if alone and alone[0].lower() in self.point_words:
            found = self._spoken(text, found)
        return self._continue(text, found)

    def _continue(self, text: str, found: Numeral) -> Numeral:
        """Return the digits joined with number words that follow ("4 thousand 3 hundred")."""
        span = self._after(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if (
            span is None
            or sense is None
            or sense.role not in {"mag", "hundred", "dozen", "half", "frac"}
        ):
            if False:
                return found
            return self._mixed(text, found)
        if sense.role == "frac":
            if sense.value > 100 or text[found.end : span[0]].strip():
                return found
            return self._portion(text, replace(found, form="card"), sense, span)
        if sense.role == "half":
            return found
        end = self._dot(text, span[1])
        result = _times(found, sense.value, end)
        return self._more(text, result)

    def _dot(self, text: str, end: int) -> int:
        """Return the end of an abbreviated magnitude with its full stop ("Mio.")."""
        start = end
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        if text.startswith(".", end) and (text[start:end].lower() + ".") in self.words.senses:
            return end + 1
        return end

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
            last = tail.scale if tail.scale < last else _ONE
        return self._mixed(text, found)

    def _raise(self, text: str, found: Numeral) -> Numeral | None:
        """Return a magnitude with a greater one behind it: tausend Milliarden, lakh crore."""
        span = next_word(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role != "mag" or sense.value <= found.scale:
            return None
        return _times(found, sense.value, self._dot(text, span[1]))

    def _below(self, text: str, span: tuple[int, int], limit: Decimal) -> Numeral | None:
        """Return a numeral of words below `limit` that continues a greater one."""
        sense = self.words.sense(text[span[0] : span[1]])
        if sense is None or sense.role not in {"card", "hundred", "mag"}:
            return None
        if sense.value != int(sense.value):
            return None
        tail = self._sequence(text, span[0], span[1], sense)
        return tail if tail and tail.value < limit and tail.form == "card" else None

    def _after(self, text: str, end: int, *, joint: bool = False) -> tuple[int, int] | None:
        """Return the span of the next word; with `joint`, "and" is stepped over."""
        span = next_word(text, end)
        if span and joint and self.joint and text[span[0] : span[1]].lower() == self.joint:
            span = next_word(text, span[1])
        return span

    # --- words --------------------------------------------------------------------------------

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
            return Numeral(start, end, sense.value, _ONE, form=form)
        if role == "article":
            return self._article(text, start, end)
        if role == "half":
            return self._half(text, start, end, start)
        if role == "frac":
            whole = text[start:end].lower() in self.noun
            form = "ratio" if whole else "fraction"
            value = _ONE / sense.value
            return self._of(text, Numeral(start, end, value, value, form=form))
        if role in {"measure", "mid"}:
            place = place_of(sense.value) if sense.value == int(sense.value) else Decimal("0.5")
            unit = sense.unit or "age"
            return Numeral(
                start, end, sense.value, place if role == "measure" else _ONE,
                form=role, unit=unit, low=sense.low, high=sense.high,
            )  # fmt: skip
        if role == "few":
            return self._few(text, start, end, sense)
        if role == "vague":
            if sense.unit:
                return Numeral(start, end, _ONE, _ONE, form="vague", unit=sense.unit)
            return self._vague(text, start, end, sense.value)
        return Numeral(start, end, sense.value, _ONE, form=role, low=sense.low, high=sense.high)

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

    def _sequence(self, text: str, start: int, end: int, sense: Sense) -> Numeral | None:
        """Return the longest numeral of words that begins with `sense`."""
        if sense.role == "mag":
            if text[start:end].lower() not in self.starts:
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

    def _follower(self, text: str, span: tuple[int, int], group: int) -> tuple[Decimal, int] | None:
        """Return the number with the next word added, and its end: twenty two, one hundred."""
        word = text[span[0] : span[1]]
        sense = self.words.sense(word)
        if sense is not None and sense.role in {"card", "hundred"}:
            value = int(sense.value)
            if sense.value != value or value > 100 or group >= 1000:
                return None
            if (group, value) == self.score:
                return Decimal(group * value), span[1]
            total = add(group, value, joined=False, adds=self.adds)
            return (Decimal(total), span[1]) if total is not None else None
        if self.inner and word.lower() == self.inner and 20 <= group < 100 and group % 10 == 0:
            return self._inner(text, span[1], group)
        if self.joint and word.lower() == self.joint and group >= 100 and group % 100 == 0:
            after = next_word(text, span[1])
            s = self.words.sense(text[after[0] : after[1]]) if after else None
            if after and s and s.role == "card" and s.value < 100 and s.value == int(s.value):
                return group + s.value, after[1]
        return None

    def _inner(self, text: str, at: int, group: int) -> tuple[Decimal, int] | None:
        """Return "vingt et un": a ten with one or eleven behind its joint."""
        span = next_word(text, at)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.value not in {1, 11}:
            return None
        return (group + sense.value, span[1]) if sense.role in {"card", "article"} else None

    def _place(self, value: Decimal) -> Decimal:
        return place_of(value) if value == int(value) else Decimal("0.5")

    def _extended(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with what may follow: magnitude, dozen, fraction, half, ordinal."""
        span = self._after(text, found.end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None:
            return self._mixed(text, found)
        if sense.role in {"mag", "dozen"} or (sense.role == "hundred" and found.value < 100):
            return self._more(text, _times(found, sense.value, self._dot(text, span[1])))
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
            return replace(found, end=span[1], value=value * sense.value, form="ord", place=_ONE)
        fits = (below >= 20 and below % 10 == 0 and sense.value < 10) or (
            below == 0 and sense.value < 100
        )
        if fits and value > 0:
            return replace(found, end=span[1], value=value + sense.value, form="ord", place=_ONE)
        if self.plural_fraction and value == 1 and sense.value > 2:
            return self._portion(text, found, Sense("frac", sense.value), span)
        return found

    def _portion(self, text: str, found: Numeral, sense: Sense, span: tuple[int, int]) -> Numeral:
        """Return "zwei Drittel": a share, or with a magnitude or unit behind it a number."""
        part = _ONE / sense.value
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
                return replace(_times(share, sense.value, self._dot(text, span[1])), form="card")
            if word.lower() not in self.of and word.lower() not in self.articles:
                return share
            end = span[1]
        return share

    def _half(self, text: str, start: int, end: int, begin: int) -> Numeral:
        half = Numeral(begin, end, Decimal("0.5"), Decimal("0.5"), form="half")
        return self._of(text, half)

    def _article(self, text: str, start: int, end: int) -> Numeral:
        """Return what an article begins: eine Million, ein Drittel, eine halbe; else a bare 1."""
        plain = Numeral(start, end, _ONE, _ONE, form="article")
        span = self._after(text, end)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None:
            return plain
        word = text[span[0] : span[1]]
        if sense.role in {"mag", "hundred", "dozen"}:
            return self._more(
                text, replace(_times(plain, sense.value, self._dot(text, span[1])), form="card")
            )
        if sense.role == "frac":
            return replace(self._portion(text, plain, sense, span), start=start)
        if sense.role == "half":
            return self._half(text, span[0], span[1], start)
        if sense.role == "few":
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
        plain = Numeral(start, end, sense.value, _ONE, form="few", low=sense.low, high=sense.high)
        span = self._after(text, end)
        if span and text[span[0] : span[1]].lower() in self.of:
            span = self._after(text, span[1])
        follower = self.words.sense(text[span[0] : span[1]]) if span else None
        if span and follower and follower.role in {"mag", "hundred", "dozen", "vague"}:
            base = follower.vague or follower.value
            return Numeral(start, span[1], base, base, form="vague")
        return plain

    def _mixed(self, text: str, found: Numeral) -> Numeral:
        """Return the numeral with "und eine halbe", "and three quarters" added."""
        span = next_word(text, found.end)
        if span is None or text[span[0] : span[1]].lower() not in self.fraction_and:
            return found
        span = next_word(text, span[1])
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        count = _ONE
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
            part = _ONE / sense.value
        else:
            return found
        return self._with_part(text, found, part * count, part, span[1])

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
        place = _ONE.scaleb(-len(digits))
        return replace(found, end=end, value=found.value + Decimal("0." + digits), place=place)

    def _decimals(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the digits after a spoken point and their end."""
        digits, end = "", at
        while len(digits) < 12:
            joint = _JOINT.match(text, end)
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
        place = _ONE.scaleb(-len(decimals[0]))
        return Numeral(start, decimals[1], Decimal("0." + decimals[0]), place)


def _times(found: Numeral, factor: Decimal, end: int) -> Numeral:
    scale = factor if found.scale == 1 else found.scale * factor
    return replace(
        found, end=end, value=found.value * factor, place=found.place * factor, scale=scale
    )


def _stated(plain: str) -> Decimal:
    """Return the place value of the last stated digit: 0.1 for "2.0", 100 for "1200"."""
    whole, dot, decimals = plain.partition(".")
    return _ONE.scaleb(-len(decimals)) if dot else place_of(Decimal(whole))


def _fraction(raw: str) -> Decimal | None:
    """Return the value of "3/4"; None for a date, a season or a round-the-clock 24/7."""
    try:
        above, below = (int(part) for part in raw.split("/"))
    except ValueError:
        return None
    if not 0 < above < below <= 1000 or (below > 31 and below % 10):
        return None
    return Decimal(above) / Decimal(below)


def _vulgar(sign: str) -> Decimal:
    above, _, below = VULGAR[sign].partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)


def _raised(found: Numeral, power: re.Match[str]) -> Numeral:
    """Return the numeral with an exponent: 1.3x10^6, 12e+14, 2.5^-1."""
    exponent = next(g for g in power.groups() if g is not None)
    try:
        if power.re is _EXPONENT:
            value = found.value ** int(exponent)
        else:
            value = found.value.scaleb(int(exponent))
    except InvalidOperation:
        return found
    return replace(found, end=power.end(), value=value, place=place_of(value))
