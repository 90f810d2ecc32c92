"""Numbers with a unit: before them ($5), behind them, or within their word (90-minütig).

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.degrees import DegreeReader
from checker.language.numeral import Numeral, next_word
from checker.language.parts import SIGNS, Part, plain
from checker.language.units import BLANKS, Unit, hundredth
from checker.model import Kind

_ONE: Final = Decimal(1)
_DASHES: Final = ("-", "−")
_WORDLIKE: Final = re.compile(r"[\w-]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class UnitPartReader(DegreeReader):
    """Reads numbers that have a unit."""

    def _with_unit(
        self, text: str, numeral: Numeral, unit: Unit, at: int, end: int, read: Numeral
    ) -> Part | None:
        """Return a number with the unit that follows; `read` is the number with late magnitude."""
        if read.scale != numeral.scale:
            numeral = read
        value, place, vague = numeral.value, numeral.place, numeral.form == "vague"
        low = numeral.low if numeral.low is not None else value
        high = numeral.high if numeral.high is not None else value
        if text[at:end].lower() in self.times_alone and value <= 1:
            return None  # of all time, half-time, a one-time editor
        if unit.minor and unit.canonical == self.home:
            unit = self._cents(text, numeral.start, end, unit)
        kind = unit.kind
        few = value if numeral.form == "few" else None
        if few is not None and self.few_plural and text[end - 1] != "s" and unit.id != "foot":
            return None
        if numeral.form == "none" or (numeral.form == "many" and kind is not Kind.TIMES):
            return None
        if numeral.form in {"only", "both"}:
            return plain(numeral, Kind.COUNT)
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

    def _cents(self, text: str, start: int, end: int, unit: Unit) -> Unit:
        """Return the cents of the dollar where a sentence speaks of dollars and of no euros."""
        near = text[max(0, start - 100) : end + 100].lower()
        away = any(w in near for w in self.away_words)
        return (
            hundredth(self.units.ids["USD"])
            if away and "eur" not in near and "€" not in near
            else unit
        )

    def _article_counts(self, text: str, numeral: Numeral, at: int, end: int) -> bool:
        """Return whether an article with a unit is one of it: an hour, but not 5 tons a year."""
        word = text[at:end].lower()
        if text[end : end + 2].strip()[:1].isdigit():  # a US$4.7 billion deal
            return False
        if not text[at].isalpha() or word in self.data["words"].get("article_never", ()):
            return False
        ordinal = self.numbers.sense(word)
        if ordinal is not None and ordinal.role == "ord":
            return self._before(text, numeral.start) in self.article_second
        if self.rates:
            near = text[max(0, numeral.start - 60) : numeral.start]
            clause = re.split(r"[,;.:!?] |\n", near)[-1]
            if self._before(text, numeral.start) in self.rate_words:
                return False
            return not any(c.isdigit() or c in SIGNS for c in clause) and not any(
                (s := self.numbers.sense(w)) and s.role in {"card", "mag", "times", "frac", "dozen"}
                for w in clause.split()
            )
        return True

    def _money_before(self, text: str, numeral: Numeral) -> Part | None:
        """Return an amount with its currency before it: $5, EUR 20, hk $ 10 billion."""
        at = numeral.start
        if text[at - 1 : at] in _DASHES and text[at - 2 : at - 1] in SIGNS:  # $-99
            at -= at > 1
        gap = at
        while gap and text[gap - 1] in BLANKS and at - gap < 1:
            gap -= 1
        if not gap or text[gap - 1] not in self.before_ends:
            return None
        for length in range(min(8, gap), 0, -1):
            sign = text[gap - length : gap]
            unit = self.units.before.get(sign) or self.units.before.get(
                sign.lower() if sign[-1] in SIGNS else ""
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
                and text[again[1]].isalpha()
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

    def _carried(self, text: str, numeral: Numeral) -> Part | None:
        """Return a word that carries its unit: zweistündig, siebzigjährig, Mittdreißiger."""
        if numeral.form == "mid":
            return Part(
                numeral.start, numeral.end, numeral.low or numeral.value,
                numeral.high or numeral.value, _ONE, Kind.AGE, None, numeral,
            )  # fmt: skip
        if numeral.form == "part":
            unit, value = self.units.ids[numeral.unit], numeral.value
            written = text[numeral.start : numeral.end].rsplit(maxsplit=1)[-1]
            return Part(
                numeral.start, numeral.end, value, value, value, unit.kind, unit, numeral, written
            )
        return self._by_adjective(text, numeral, numeral.unit, numeral.end)

    def _by_adjective(self, text: str, numeral: Numeral, unit_id: str, end: int) -> Part | None:
        """Return a number whose unit is part of an adjective (90-minütig, 79-Jährige)."""
        numeral = replace(numeral, end=end)
        if unit_id == "persons":
            return plain(numeral, Kind.COUNT)
        if unit_id == "year" and self._is_age(text, numeral):
            return replace(plain(numeral, Kind.AGE), written=text[numeral.start : end])
        unit = self.units.ids[unit_id]
        return Part(
            numeral.start, end, numeral.value, numeral.value, numeral.place, unit.kind, unit,
            numeral, written=text[numeral.start : end],
        )  # fmt: skip

    def _attached(self, text: str, numeral: Numeral) -> Part | None:
        """Return digits with a word tied to them: 90-minütig, 3-fach, 5mal, 79-Jährige, 21st."""
        at = numeral.end
        after = text[at : at + 1]
        letter = text[at + 1 : at + 2] if after == " " else ""
        if after in "-‐‑" and after:
            at += 1
        elif letter in self.degree_letters and not _WORDLIKE.match(text, at + 2):
            return self._degrees(text, numeral, letter, at + 2)
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
            loose = len(lower) == 1 and at > numeral.end  # 624-X
            if (
                role in {"times", "factor"}
                and not loose
                and not text[word.end() : word.end() + 1].isalnum()
            ):
                kind = Kind.TIMES if role == "times" else Kind.FACTOR
                return plain(replace(numeral, end=word.end()), kind)
        if word[0] in self.degree_letters and text[word.end() : word.end() + 1] != "-":
            return self._degrees(text, numeral, word[0], word.end())
        group = at == numeral.end and lower == self.age_groups and numeral.value < 110
        if group and self._bounded_group(text, numeral):
            return plain(replace(numeral, end=word.end()), Kind.AGE)
        if at == numeral.end and lower == self.decade_digits and numeral.value % 10 == 0:
            return (
                self._decade(text, replace(numeral, end=word.end()))
                if numeral.value < 100
                else None
            )
        if at == numeral.end and self._ordinal_ending(numeral.value, lower):
            return self._ordinal(text, replace(numeral, end=word.end(), form="ord"))
        return None

    def _ordinal_ending(self, value: Decimal, ending: str) -> bool:
        """Return whether letters tied to a number make its ordinal: 21st, but 12th."""
        if ending not in self.suffixes or value != int(value):
            return False
        last = value % 100 if value % 100 in self.own_endings else value % 10
        return not self.own_endings or ending in {self.own_endings.get(last, ""), "th"}

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
        known = before in self.determiners or (before in self.placings and word[0].islower())
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
            return plain(found, Kind.RATIO)
        span = next_word(text, numeral.end)
        after = text[span[0] : span[1]].lower() if span else ""
        verb = word.lower() in self.ordinal_never and before not in self.determiners
        if verb and (span is None or after in self.never.starts or not text[span[0]].isupper()):
            return None
        if after in self.never.months or text.startswith(self.not_before, numeral.end):
            return None
        return plain(replace(numeral, form="ord", place=_ONE), Kind.ORDINAL)

    def _clock_or_score(self, text: str, numeral: Numeral) -> Part | None:
        """Return 1:15 Stunden as a duration, 3:1 as a score; None for a clock time."""
        raw = text[numeral.start : numeral.end]
        parts = [Decimal(p) for p in raw.split(":")]
        unit = self._unit_after(text, numeral)
        if unit is not None and unit[0].id in {"hour", "minute"}:
            value, read, at = Decimal(0), unit[0], unit[1:]
            for index, piece in enumerate(parts):
                value = value * 60 + piece
                read = self._lesser(read) if index else read
            clock = replace(numeral, value=value, place=_ONE, form="card")
            return self._with_unit(text, clock, read, *at)
        if len(parts) != 2 or unit is not None or (raw[0] == "0" and len(raw) > 3):
            return None
        span = next_word(text, numeral.end)
        if span and text[span[0] : span[1]].lower() in self.never.clock:
            return None
        clockish = len(raw.split(":")[1]) == 2 and parts[0] <= 24 and parts[1] < 60
        if clockish and not self._score_cue(text, numeral):
            return None
        found = plain(numeral, Kind.SCORE)
        return replace(found, written=raw)

    def _score_cue(self, text: str, numeral: Numeral) -> bool:
        """Return whether a word nearby tells that 24:22 is a score and no clock time."""
        near = text[max(0, numeral.start - 60) : numeral.start].split()[-5:]
        near += text[numeral.end : numeral.end + 40].split()[:2]
        return any(w.strip(never.STOP).lower() in self.cues for w in near)
