"""Numerals in running text: digits in both conventions, words, mixed fractions, magnitudes.

The trap of the domain is the separator: 1.200 is a thousand and two hundred in German and one
and a fifth in English; what fits neither convention (12.05.2024, 1.2.3) is no numeral at all.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from math import gcd
from typing import Final

from checker.language.number_phrases import Phrases
from checker.language.number_words import Sense, number_words
from checker.language.numeral import ONE, WORD, Numeral, next_word, place_of, times
from checker.language.units import BLANKS

#: Digits with everything that may be part of one numeral, date, clock time or score.
LUMP: Final = re.compile(r"\d+(?:[.,:/'’]\d+)*")
_GROUPS: Final = re.compile(r"(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])")
_SPACED: Final = re.compile(r" \. (\d{1,4})(?!\d)")
#: The dash for no cents: 5,- Euro.
_PRICE: Final = re.compile(r"[.,][-–—]{1,2}(?= ?[€A-Z])")
_APOSTROPHE: Final = re.compile("['’]")
_POWER: Final = re.compile(r"[xX×]10\^([+-]?\d{1,2})(?!\d)|[eE]([+-]?\d{1,2})(?!\d)")
_EXPONENT: Final = re.compile(r"\^([+-]?\d{1,2})(?!\d)")
VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "1/6", "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875",
}  # fmt: skip


def numeral_at(text: str, at: int, lang: str) -> Numeral | None:
    """Return the numeral that begins exactly at `at`, None if there is none."""
    return _reader(lang).read(text, at)


@cache
def _reader(lang: str) -> Reader:
    return Reader(number_words(lang))


class Reader(Phrases):
    """Reads numerals of one language, in digits and in words."""

    def read(self, text: str, at: int) -> Numeral | None:
        """Return the numeral that begins at `at`."""
        first = text[at : at + 1]
        if first.isdecimal():
            return self._digits(text, at)
        if first in VULGAR:
            value = _vulgar(first)
            return Numeral(at, at + 1, value, value, form="ratio", digits=True)
        word = WORD.match(text, at)
        return self._words(text, word.start(), word.end()) if word else None

    def _digits(self, text: str, at: int) -> Numeral | None:
        lump = LUMP.match(text, at)
        if lump is None or lump.end() - at > 40:
            return None
        raw, end = lump[0], lump.end()
        if self.foot_mark and not self.grouped.fullmatch(raw):
            raw = _APOSTROPHE.split(raw, maxsplit=1)[0]
            end = at + len(raw)
        if self._leads(text, at) and raw.isdecimal():
            raw, at = f"0{self.point}{raw}", at - 1
        grouped = _GROUPS.match(text, end) if len(raw) <= 3 and raw.isdecimal() else None
        if grouped:
            raw, end = raw + grouped[0], grouped.end()
            if tail := self.decimals.match(text, end):
                raw, end = raw + tail[0], tail.end()
        if raw.isdecimal() and (spaced := self._spaced(text, raw, end)):
            raw, end = spaced
        read = self._literal(raw, text, end)
        if read is None:
            return None
        value, place, form = read
        found = Numeral(at, end, value, place, form=form, digits=True)
        if form == "ratio":
            return self._of(text, found)
        if form == "foreign":
            scaled = self._scaled(text, replace(found, form="card"))
            return scaled if scaled.scale > 1 else found  # 5.77 Milliarden, 1,5 million
        if form != "card":
            return found
        if price := _PRICE.match(text, end):
            return replace(found, end=price.end())
        if text[end : end + 1] in VULGAR and text[end : end + 1]:
            extra = _vulgar(text[end])
            found = replace(found, end=end + 1, value=value + extra, place=extra)
        elif power := _POWER.match(text, end) or _EXPONENT.match(text, end):
            return _raised(found, power)
        elif half := self._slash(text, end):
            found = replace(found, end=half[1], value=value + half[0], place=half[0])
        return self._scaled(text, found)

    def _spaced(self, text: str, raw: str, end: int) -> tuple[str, int] | None:
        """Return a decimal whose point stands apart ("6 . 2 %"), as tokenised texts write it.

        Only before a percent sign or a magnitude: elsewhere the full stop may end a sentence.
        """
        tail = _SPACED.match(text, end)
        if tail is None or len(raw) > 3 or self.point != ".":
            return None
        if not text[tail.end() : tail.end() + 2].strip().startswith("%"):
            span = next_word(text, tail.end())
            word = text[span[0] : span[1]].lower() if span else ""
            sense = self.words.sense(word) if word else None
            if word not in self.percent and (sense is None or sense.role != "mag"):
                return None
        return f"{raw}{self.point}{tail[1]}", tail.end()

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
            if WORD.match(text, end) and text[end : end + 2].lower() in self.ordinal_ends:
                return None  # the 2/28th Battalion
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
        letters = WORD.match(text, end)
        if (
            letters
            and letters[0] in self.attached
            and found.digits
            != (letters[0] == "G" and found.value < 10 and found.value == int(found.value))
        ):
            scale = Decimal(self.attached[letters[0]])
            return times(found, scale, letters.end())
        glued = self.words.sense(letters[0]) if letters and len(letters[0]) > 2 else None
        if letters and glued and glued.role == "mag" and glued.vague is None:  # 5tausend
            return self._more(text, times(found, glued.value, self._dot(text, letters.end())))
        alone = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if alone and alone[0] in self.detached and text[alone.end() : alone.end() + 1] != ".":
            return times(found, Decimal(self.attached[alone[0]]), alone.end())
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
            or sense.role not in {"mag", "hundred", "dozen", "half", "frac", "ord"}
        ):
            return self._mixed(text, found)
        if sense.role == "ord":  # 100 millionths
            if not self._is_plural(text[span[0] : span[1]].lower()) or sense.value < 3:
                return found
            return self._portion(text, found, Sense("frac", sense.value), span)
        if sense.role == "frac" and text[span[0] : span[1]].lower() in self.periods:
            after = next_word(text, span[1])
            if after is None or text[after[0] : after[1]].lower() not in self.of:
                return found  # "3 quarters" is nine months, "3 quarters of" a share
        if sense.role == "frac":
            if sense.value > 100 or text[found.end : span[0]].strip():
                return found
            return self._portion(text, replace(found, form="card"), sense, span)
        if sense.role == "half":
            return found
        end = self._dot(text, span[1])
        result = times(found, sense.value, end)
        return self._more(text, result)


def _stated(plain: str) -> Decimal:
    """Return the place value of the last stated digit: 0.1 for "2.0", 100 for "1200"."""
    whole, dot, decimals = plain.partition(".")
    return ONE.scaleb(-len(decimals)) if dot else place_of(Decimal(whole))


def _fraction(raw: str) -> Decimal | None:
    """Return the value of "3/4"; None for a date, a season or a round-the-clock 24/7."""
    try:
        above, below = (int(part) for part in raw.split("/"))
    except ValueError:
        return None
    if not 0 < above < below <= 1000 or (below > 31 and below % 10):
        return None
    if gcd(above, below) > 1 and below % 10:  # 15/30 and 2/14 are no shares, 8/10 may be one
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
