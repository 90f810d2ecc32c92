"""Ages: 79 Jahre alt, aged 45, Mitte 30, Anna Meier (57).

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from checker.language import never
from checker.language.modifiers import words_before
from checker.language.numeral import Numeral, next_word
from checker.language.parts import Part
from checker.language.unit_reader import UnitReader
from checker.model import Kind

_ONE: Final = Decimal(1)


class AgeReader(UnitReader):
    """Tells ages from durations and counts."""

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
        elif word and after in self.age_after and not self._attributed(part, after):
            old = word[1]
        elif (
            self._age_cue(text, part.start)
            or self._from_age(text, part)
            or self._at_age(text, part)
        ):
            old = end
        if not old:
            return part
        if unit.id != "year":
            return replace(part, end=old)
        return replace(part, end=old, kind=Kind.AGE, unit=None)

    def _attributed(self, part: Part, after: str) -> bool:
        """Return whether "alt" or "jung" is said of what follows: "an sechs Tagen junge Leute"."""
        return after in self.age_inflected and part.written.lower() in self.age_after_never

    def _at_age(self, text: str, part: Part) -> bool:
        """Return whether "mit 14 Jahren" tells an age: no noun follows that lasts so long."""
        if part.unit is None or part.unit.id != "year" or not 5 <= part.low <= 105:
            return False
        if self._before(text, part.start) not in self.age_at:
            return False
        return not never.counts_something(text, part.end, self.never, 1)

    def _age_cue(self, text: str, at: int) -> bool:
        """Return whether the words before `at` announce an age."""
        near = [w.lower() for w in words_before(text, at, 6)]
        joined = len(near) > 1 and near[-1] in self.person_joints
        if joined and near[-2].strip(never.STOP) in self.persons:
            return True
        for size in (0, 1, 2):
            tail = near[: len(near) - size] if size else near
            if size and not self._is_modifier(near[len(near) - size :]):
                continue
            if any(tuple(tail[-len(w) :]) == w for w in self.age_before):
                return True
        linked = len(near) > 2 and near[-1] in self.shared | self.between_join | self.range_to
        if linked and near[-3] in self.last_of_age:
            return any(tuple(near[-2 - len(w) : -2]) == w for w in self.age_before)
        return False

    def _from_age(self, text: str, part: Part) -> bool:
        """Return whether an age bounds who is meant: "Wahlberechtigte ab 16 Jahren"."""
        near = words_before(text, part.start, 2)
        if len(near) < 2 or near[1].lower() not in self.age_from:
            return False
        after = never.word_after(text, part.end)
        return (
            near[0][:1].isupper()
            and near[0].isalpha()
            and not self._lasts(near[0])
            and not (after[:1].isupper() and self._lasts(after))
        )

    def _lasts(self, noun: str) -> bool:
        """Return whether a noun names what has a length, in one or several."""
        forms = (noun.lower(), *(noun.lower().removesuffix(e) for e in ("en", "n", "e")))
        return any(f in self.age_duration or f.endswith(self.lasting_ends) for f in forms)

    def _is_modifier(self, words: list[str]) -> bool:
        return tuple(words) in self.modifiers.before

    def _decade(self, text: str, numeral: Numeral) -> Part | None:
        """Return an age told by its decade: mid-thirties, in her 40s, Mitte 30."""
        low, high = numeral.value, numeral.value + 9
        start = numeral.start
        before = text[max(0, start - 30) : start].replace("-", " ").split()
        word = before[-1].lower() if before else ""
        if word in self.age_parts:
            low, high = (numeral.value + step for step in self.age_parts[word])
            start = never.start_of(text, word, start)
            before = before[:-1]
        if word not in self.age_alone and (not before or before[-1].lower() not in self.age_owner):
            return None
        return Part(start, numeral.end, low, high, _ONE, Kind.AGE, None, numeral)

    def _is_age(self, text: str, numeral: Numeral) -> bool:
        """Return whether "-jährig" tells an age and not how long something lasted."""
        if text[numeral.start : numeral.end].rsplit("-", 1)[-1][:1].isupper():
            return True
        for word in text[numeral.end : numeral.end + 80].split()[:4]:
            bare = word.strip(never.STOP)
            if bare.lower().endswith(self.lasting_ends) or bare.lower() in self.age_duration:
                return False
            if bare[:1].isupper():
                return True
        return True

    def _turned(self, text: str, numeral: Numeral) -> bool:
        """Return whether a bare number says how old a person is: she is 45, he turned 18."""
        start, end = numeral.start, numeral.end
        if not 5 <= numeral.value <= 110 or numeral.value != int(numeral.value):
            return False
        near = [w.lower().strip(never.STOP) for w in words_before(text, start, 4)]
        if near and near[-1] in self.age_adverbs:
            near.pop()
        pair = set(near[-2:])
        told = bool(pair & self.age_being) and bool(pair & self.age_pronouns)
        if not told and not (near and near[-1] in self.age_turning):
            return False
        rank = self.dot and numeral.digits and text.startswith(".", end)
        if rank and (numeral.value < 16 or text[end + 1 : end + 3].strip()[:1].islower()):
            return False  # "wurde 5." is a placing
        after = never.word_after(text, end).lower()
        return after not in self.age_not_after and not never.counts_something(
            text, end, self.never, 1
        )

    def _apposed(self, text: str, start: int, end: int) -> bool:
        """Return whether a number between commas follows a name: "Hollis, 58, says"."""
        tail = text[end : end + 3]
        if not (tail[:2] in {", ", "—"} or tail[:1] == "—") or not tail[-1:].islower():
            return False
        near = text[max(0, start - 40) : start].split()
        if near and near[-1].lower() in self.age_adverbs:
            near.pop()
        name = near[-1] if near else ""
        word = name.rstrip(",.")
        named = name.endswith(",") and word[:1].isupper() and word[1:2].islower()
        return named and word.lower() not in self.never.starts | self.never.months

    def _told_age(self, text: str, numeral: Numeral) -> bool:
        """Return whether a bare number is an age: Anna Meier (57), Tom Reed, 61, died at 90."""
        start, end = numeral.start, numeral.end
        if not 1 <= numeral.value <= 110 or numeral.value != int(numeral.value):
            return False
        after = text[end : end + 1]
        near = text[max(0, start - 60) : start].split()
        if len(near) > 1 and near[-1].lower() == "at" and near[-2].lower() in self.dying:
            return after in {"", ".", ",", ":", ";"}
        if self._apposed(text, start, end):
            return True
        closed = after == ")" and not text[end + 1 : end + 2].isalnum()
        bracket = text[start - 1 : start] == "(" and closed
        listed = after == "," and text[end + 1 : end + 3].strip()[:1].isdecimal()
        comma = text[start - 2 : start] == ", " and after in {"", ",", "."} and start > 2
        if listed or not (bracket or comma):
            return False
        names = text[max(0, start - 60) : start - (1 if bracket else 2)].split()[-2:]
        if names and names[-1].lower() in self.persons:
            return True
        return len(names) == 2 and all(
            n[:1].isupper()
            and n[1:2].islower()
            and n[-1].isalpha()
            and n.lower() not in self.never.starts
            for n in names
        )
