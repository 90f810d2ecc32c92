"""Which number word may follow which: twenty two, vingt et un, quatre-vingt-dix.

Floor 2 (language).
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.number_words import NumberWords, add
from checker.language.numeral import next_word, place_of
from checker.language.units import forms


class Follow:
    """The words of one language, and how they join to one numeral."""

    def __init__(self, words: NumberWords) -> None:
        """Compile the separators of the language."""
        self.words = words
        data = words.data
        point = re.escape(data["decimal"])
        groups = "".join(re.escape(g) for g in data["groups"])
        other = "," if data["decimal"] == "." else "."
        self.grouped = re.compile(rf"\d{{1,3}}(?:([{groups}])\d{{3}})(?:\1\d{{3}})*(?:{point}\d+)?")
        self.foreign = re.compile(
            rf"\d{{1,3}}(?:(?:\{data['decimal']}\d{{3}}){{2,}}(?:\{other}\d+)?|\{data['decimal']}\d{{3}}\{other}\d+)"
        )
        self.indian = re.compile(rf"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:{point}\d+)?")
        self.decimal = re.compile(rf"\d+{point}\d+")
        self.foreign_decimal = re.compile(rf"\d{{1,3}}\{other}\d{{1,2}}")
        self.decimals = re.compile(rf"{point}\d+(?![\d.,])")
        self.foot_mark = "'" in data["units"].get("foot", ())
        self.ordinal_ends = frozenset(data["ordinals"].get("suffixes", ()))
        self.percent = frozenset(f for n in data["units"].get("percent", ()) for f in forms(n))
        self.comma = bool(data.get("comma_between"))
        self.ones_first = bool(data.get("unit_before_ten"))
        self.spoken_joint = data.get("joint", "") if self.ones_first else ""
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
        self.periods = frozenset(data["fractions"].get("periods", ()))
        self.plural_fraction = bool(data["fractions"].get("from_ordinals"))
        self.few_after = frozenset(data["words"].get("few_after_article", ()))
        self.detached = frozenset(data.get("detached", ()))
        self.starts = frozenset(data.get("starts", ()))
        self.over = frozenset(data["fractions"].get("over", ()))

    def _follower(self, text: str, span: tuple[int, int], group: int) -> tuple[Decimal, int] | None:
        """Return the number with the next word added, and its end: twenty two, one hundred."""
        word = text[span[0] : span[1]]
        sense = self.words.sense(word)
        if sense is not None and sense.role in {"card", "hundred"}:
            value = int(sense.value)
            if 0 < sense.value < 1 and 0 < group < 100:
                return group + sense.value, span[1]  # zwei dreiviertel
            if sense.value != value or value > 100 or group >= 1000:
                return None
            if (group, value) == self.score:
                return Decimal(group * value), span[1]
            if self.ones_first and group % 100 >= 20 and value < 10:
                return None  # "zwanzig zwei" are two numbers
            total = add(group, value, joined=False, adds=self.adds)
            return (Decimal(total), span[1]) if total is not None else None
        if self.inner and word.lower() == self.inner and 20 <= group < 100 and group % 10 == 0:
            return self._inner(text, span[1], group)
        if self.spoken_joint and word.lower() == self.spoken_joint:
            return self._tens_after(text, span[1], group)
        if self.joint and word.lower() == self.joint and group >= 100 and group % 100 == 0:
            after = next_word(text, span[1])
            s = self.words.sense(text[after[0] : after[1]]) if after else None
            if after and s and s.role == "card" and s.value < 100 and s.value == int(s.value):
                return group + s.value, after[1]
        return None

    def _tens_after(self, text: str, at: int, group: int) -> tuple[Decimal, int] | None:
        """Return "zwei und vierzig" as dictated, written apart; None if it is a list."""
        span = next_word(text, at)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.role != "card" or not 0 < group % 100 < 10:
            return None
        tens = 20 <= sense.value < 100 and sense.value % 10 == 0
        return (group + sense.value, span[1]) if tens else None

    def _inner(self, text: str, at: int, group: int) -> tuple[Decimal, int] | None:
        """Return "vingt et un": a ten with one or eleven behind its joint."""
        span = next_word(text, at)
        sense = self.words.sense(text[span[0] : span[1]]) if span else None
        if span is None or sense is None or sense.value not in {1, 11}:
            return None
        return (group + sense.value, span[1]) if sense.role in {"card", "article"} else None

    def _place(self, value: Decimal) -> Decimal:
        return place_of(value) if value == int(value) else Decimal("0.5")

    def _dot(self, text: str, end: int) -> int:
        """Return the end of an abbreviated magnitude with its full stop ("Mio.")."""
        start = end
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        if text.startswith(".", end) and (text[start:end].lower() + ".") in self.words.senses:
            return end + 1
        return end

    def _after(self, text: str, end: int, *, joint: bool = False) -> tuple[int, int] | None:
        """Return the span of the next word; with `joint`, "and" is stepped over."""
        span = next_word(text, end)
        if span and joint and self.joint and text[span[0] : span[1]].lower() == self.joint:
            span = next_word(text, span[1])
        return span
