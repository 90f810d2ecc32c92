"""Tests whether a bare number names something, or tells a year or an hour.

Floor 2 (language).
"""

from __future__ import annotations

import re
from typing import Final

from checker.language import never
from checker.language.age_reader import AgeReader
from checker.language.modifiers import words_before
from checker.language.numeral import Numeral, next_word
from checker.language.numerals import LUMP, numeral_at
from checker.model import Kind

#: The full stop of a row number, and the name behind it.
_LISTED: Final = re.compile(r"\. [^\W\d_a-zäöü]")
_HYPHENS: Final = ("-", "‐", "‑")
_HYPHEN: Final = re.compile("[-‐‑]")
#: The quarter of a town behind a house number: 310 N. Elm St.
_HOUSE: Final = re.compile(r" [NSEW]\. [A-Z]")
#: The numbers of notes behind a bracket: [1], [2,3].
_NOTE: Final = re.compile(r"\d{1,3}(?:[,;–-] ?\d{1,3}){0,9}\]")
_TO_CLOCK: Final = re.compile(
    r"\s?(?:[-–]|[^\W\d_]{2,8})\s?\d{1,2}(?:[.:]\d{2})?\s?([^\W\d_]{1,9})"
)


class NameTest(AgeReader):
    """Tells figures from names."""

    def _literal_start(self, text: str, at: int) -> tuple[int, int]:
        """Return where digits at `at` begin (with a leading point) and, if > that, what to skip."""
        end = never.serial_at(text, at)
        if end == at and at and text[at - 1] == "+" and (end := never.serial_at(text, at - 1)) < at:
            end = at
        if end > at:
            return at, end
        if text[at - 1 : at] == "[" and (note := _NOTE.match(text, at)):
            return at, note.end()
        lump = LUMP.match(text, at)
        stop = lump.end() if lump else at + 1
        point = self.data["decimal"]
        if at and text[at - 1] == point and (at == 1 or not text[at - 2].isalnum()):
            return at, at
        glued = never.glued_before(text, at) and not self._joined_bound(text, at)
        glued = glued or text[max(0, at - 6) : at].endswith(self.tied_joints)  # 4-of-8
        if glued and not self._code_before(text, at):
            return at, stop
        if stop - at > 24 or (text[at] == "0" and stop - at > 4 and text[at:stop].isdecimal()):
            return at, stop
        if (link := never.in_link(text, at)) > at:
            return at, link
        return at, at

    def _joined_bound(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the bound tied to digits by a hyphen, and its start: the over-65s."""
        if text[at - 1 : at] not in _HYPHENS:
            return None
        begin = at - 1
        while begin and at - begin < 12 and text[begin - 1].isalpha():
            begin -= 1
        name = self.joined_bounds.get(text[begin : at - 1].lower())
        tied = text[begin - 1 : begin] in _HYPHENS if begin else False
        return (name, begin) if name and not tied else None

    def _bounded_group(self, text: str, numeral: Numeral) -> bool:
        """Return whether "65s" are people past an age: the over-65s, the under 25s."""
        at = numeral.start
        if self._joined_bound(text, at):
            return True
        before = words_before(text, at, 2)
        told = bool(before) and before[-1].lower() in self.joined_bounds and numeral.value >= 16
        return told and not (len(before) > 1 and before[0].lower() in self.age_not_before)

    def _code_before(self, text: str, at: int) -> bool:
        """Return whether a currency code is tied to the digits at `at` (USD3.14)."""
        begin = at
        while begin and at - begin < 4 and text[begin - 1].isalpha():
            begin -= 1
        return text[begin:at] in self.units.before and not text[begin - 1 : begin].isalnum()

    def _is_name(self, text: str, numeral: Numeral) -> bool:
        """Return whether a bare number names something or tells a date or time."""
        start, end = numeral.start, numeral.end
        after = text[end : end + 1]
        if after == "." and text[end + 1 : end + 2] in set(")/,;"):  # the 80th minute: (80.)
            return True
        if after == "." and _LISTED.match(text, end) and self._opens(text, start):
            return True
        cut_off = after == "." and numeral.digits and not text[end + 1 :].strip()
        if cut_off and numeral.value <= 31:  # "am 7." without its month
            before = self._before(text, start)
            if before in self.determiners or not text[:start].strip():
                return True
        if numeral.digits and (
            after.isalpha() or (after in "-‐‑" and after and text[end + 1 : end + 2].isalpha())
        ):
            return True
        if not numeral.digits and text[start - 1 : start] in _HYPHENS and text[start - 2].isalnum():
            piece = _HYPHEN.split(never.word_before(text, start - 1))[-1]
            if self.numbers.sense(piece) is None:  # sub-zero
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
        if text[start] == "0" and text[start:end].isdecimal() and numeral.value > 0:
            return True  # Mainz 05
        if _HOUSE.match(text, end) or never.is_house(text, end, self.never):
            return True
        if self._is_year(text, numeral):
            return True
        phone = text[start:end] in self.never.phones
        if phone and not never.counts_something(text, end, self.never, 1):
            return True
        if self._before(text, start) in self.ranks | self.rank_labels:
            return False
        before = self._before(text, start)
        if before in self.between or before in self.modifiers.last:
            return False
        if never.is_label(text, start, end, self.never):
            return True
        return self._is_postcode(text, numeral)

    def _opens(self, text: str, at: int) -> bool:
        """Return whether a number stands where a list numbers its rows: "1. Arnaud Demare"."""
        before = never.word_before(text, at)
        return not before or before[-1] in ":–—-,;)"

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
        if self._leads_to_unit(text, numeral.end):  # um 10 bis 20 Prozent
            return False
        return not never.counts_something(text, numeral.end, self.never)

    def _leads_to_unit(self, text: str, at: int) -> bool:
        """Return whether a word of a range and a number with its unit follow."""
        span = next_word(text, at)
        if span is None or text[span[0] : span[1]].lower() not in self.range_to:
            return False
        second = numeral_at(text, span[1] + 1, self.lang)
        found = self._unit_after(text, second) if second else None
        return found is not None and found[0].kind is not Kind.DURATION

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
        if self._names_year(text, numeral, after):
            return True
        reach = 2 if after in self.fillers else 1
        return not never.counts_something(text, numeral.end, self.never, reach)

    def _names_year(self, text: str, numeral: Numeral, after: str) -> bool:
        """Return whether the noun behind is of a year: a 2017 comedy, the 1988 genocide.

        English counts a plural, and sets a comma into thousands; German is told by other signs.
        """
        if self.never.cased_nouns or not 1800 <= numeral.value <= 2060:
            return False
        plural = after.endswith("s") or after in self.million_nouns or after in self.fillers
        return after[:1].isalpha() and not plural

    def _is_postcode(self, text: str, numeral: Numeral) -> bool:
        """Return whether five digits after a comma lead to a place name: 14191 Berlin."""
        raw = text[numeral.start : numeral.end]
        if len(raw) != 5 or not raw.isdecimal():
            return False
        before = never.word_before(text, numeral.start)
        return before.endswith(",") and before[:-1].isdecimal()

    def _is_pronoun(self, text: str, numeral: Numeral) -> bool:
        """Return whether "one" stands for a thing and counts nothing."""
        word = text[numeral.start : numeral.end].lower()
        if word not in self.one_words:
            return False
        before = never.word_before(text, numeral.start).lower().strip(never.STOP)
        after = next_word(text, numeral.end)
        return before in self.one_before or (
            after is not None and text[after[0] : after[1]].lower() in self.one_after
        )
