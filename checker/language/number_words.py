"""What a single word says about a number: zwölf, zweieinhalb, siebenmal, Viertel, zweistündig.

A word is looked up among the explicit forms of the language file; a word that begins with a
numeral is taken apart (dreiundzwanzigjährig = 3 + 20 + jährig).  Both answers are kept, so a
text costs one dictionary access per word.

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Final

from checker.language.data import language_data
from checker.language.units import forms

_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
#: Longer words are hostile or URLs, no numeral of a newspaper reaches it.
_LONGEST: Final = 90
_REMEMBERED: Final = 50_000


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word contributes.

    Attributes:
        role: card, mag (thousand and up), hundred, dozen, ord, frac, half, article, few, many,
            both, only, none, times, factor, measure, part, mid, point or minus.
        value: Its value; the denominator for ``frac``; the base for ``vague``.
        vague: Base of the vague plural it can be ("Millionen"), None if it is none.
        unit: Unit id the word carries (``measure``).
        low: Least value it allows (``few``, ``mid``).
        high: Greatest.
    """

    role: str
    value: Decimal
    vague: Decimal | None = None
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The compiled number words of a language.

    Attributes:
        data: The ``figures`` table of the language file.
        senses: Explicit form to sense.
        morphemes: Matches one numeral inside a word.
        values: Value per numeral.
        tails: What may follow the numerals inside a word, to role, argument.
        joint: "und" inside words.
        glued: Whether numerals are written together.
        halves: What adds a share to the numerals before it (zweieinhalb).
        never: Words that look like a number and are none (einmal).
        known: Answers already given; a cache, emptied when full.
    """

    data: Mapping[str, Any]
    senses: Mapping[str, Sense]
    morphemes: re.Pattern[str]
    values: Mapping[str, int]
    tails: Mapping[str, tuple[str, Decimal, str]]
    joint: str
    glued: bool
    halves: tuple[tuple[str, Decimal], ...]
    never: frozenset[str]
    known: dict[str, Sense | None] = field(default_factory=dict)

    def sense(self, word: str) -> Sense | None:
        """Return what a word (as written) contributes, None if it is no number word."""
        try:
            return self.known[word]
        except KeyError:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            found = self.known[word] = self._read(word.lower())
            return found

    def _read(self, word: str) -> Sense | None:
        explicit = self.senses.get(word)
        if explicit is not None or len(word) > _LONGEST or word in self.never:
            return explicit
        value, at = self._numerals(word)
        if at:
            return self._tail(Decimal(value), word[at:])
        return self._multiplied(word) or self._middle(word)

    def _numerals(self, word: str) -> tuple[int, int]:
        """Return the value of the numerals a word begins with and where they end."""
        total, group, at, joined = 0, -1, 0, False
        while match := self.morphemes.match(word, at):
            value = self.values[match[0]]
            if value >= 1000:
                if total and total < value:
                    break
                total += (1 if group < 0 else group) * value
                group = -1
            elif (sum_ := add(group, value, joined=joined)) is None:
                break
            else:
                group = sum_
            at = match.end()
            joined = word.startswith(self.joint, at) if self.joint else False
            if joined and self.morphemes.match(word, at + len(self.joint)):
                at += len(self.joint)
            elif not self.glued and not (20 <= group < 100 and group % 10 == 0):
                break
        return total + max(group, 0), at

    def _tail(self, value: Decimal, rest: str) -> Sense | None:
        """Return the sense of numerals worth `value` followed by `rest`."""
        for half, share in self.halves:
            if rest.startswith(half):
                value, rest = value + share, rest[len(half) :]
                scale = self.values.get(rest, 0)  # dreieinhalb + tausend
                value, rest = (value * scale, "") if scale >= 100 else (value, rest)
                break
        if not rest:
            return _cardinal(value)
        tail = self.tails.get(rest)
        if tail is None:
            if value % 100 == 0 and self.joint and rest.startswith(self.joint):
                rest = rest[len(self.joint) :]  # hundertunderste
            last = self.senses.get(rest)  # hundert + dritte
            fits = value % 100 == 0 or (value % 10 == 0 and value % 100 > 10)
            whole = last is not None and last.role == "ord" and fits and value % 100 > -1
            return Sense("ord", value + last.value) if whole and last else None
        role, factor, argument = tail
        if role in {"times", "factor"} and value == 1:  # einmalig, einfach
            return None
        if role == "ord" and argument == "long" and value < 20:  # "dreiste" is no ordinal
            return None
        if role == "ord" and argument == "short" and not value < 20 and value % 100 not in _TEENS:
            return None
        return Sense(role, value * factor, unit=argument if role == "measure" else "")

    def _multiplied(self, word: str) -> Sense | None:
        """Return the sense of a verb like verdreifacht."""
        verbs = self.data.get("factors", {}).get("verbs", {})
        prefix = verbs.get("prefix", "")
        if not prefix or not word.startswith(prefix):
            return None
        value, at = self._numerals(word[len(prefix) :])
        if at and value > 1 and word[len(prefix) + at :] in verbs["suffixes"]:
            return Sense("factor", Decimal(value))
        return None

    def _middle(self, word: str) -> Sense | None:
        """Return the sense of a word like Mittdreißiger: 34 to 36."""
        mid = self.data.get("ages", {}).get("mid", {})
        for prefix in mid.get("prefix", ()):
            if word.startswith(prefix):
                value, at = self._numerals(word[len(prefix) :])
                if at and 20 <= value <= 90 and word[len(prefix) + at :] in mid["suffixes"]:
                    return Sense(
                        "mid",
                        Decimal(value + 5),
                        low=Decimal(value + 4),
                        high=Decimal(value + 6),
                    )
        return None


_TEENS: Final = frozenset(range(20))


def add(
    group: int, value: int, *, joined: bool, adds: Mapping[int, int] | None = None
) -> int | None:
    """Return a number below a thousand with one more numeral, None if that is no number.

    Args:
        group: The number so far, -1 for none.
        value: The next numeral, 0..100.
        joined: Whether "und" stands between them (einundzwanzig).
        adds: Base to the greatest number that may follow it (soixante-dix-neuf: 60 to 19).
    """
    if group < 0:
        return value
    if value == 100:
        return group * 100 if 0 < group < 100 else None
    if value == 0:
        return None
    below = group % 100
    if adds and value <= adds.get(below, -1):
        return group + value
    if below == 0 and group > 0:
        return group + value
    if joined:
        return group + value if below < 10 and value >= 20 and value % 10 == 0 else None
    return group + value if below >= 20 and below % 10 == 0 and value < 10 else None


def _cardinal(value: Decimal) -> Sense:
    if value == 100:
        return Sense("hundred", value)
    if value == 1000:
        return Sense("mag", value)
    return Sense("card", value)


def _spread(table: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Return every form of a table whose keys are in the "stunde/n" notation."""
    for notation, value in table.items():
        for form in forms(notation):
            yield form, value


@cache
def number_words(lang: str) -> NumberWords:
    """Return the compiled number words of a language."""
    data: Mapping[str, Any] = language_data(lang)["figures"]
    values = {form: int(v) for form, v in _spread(data["cardinals"])}
    pattern = "|".join(re.escape(m) for m in sorted(values, key=lambda m: (-len(m), m)))
    return NumberWords(
        data=data,
        senses=_explicit(data),
        morphemes=re.compile(pattern),
        values=values,
        tails=_tails(data),
        joint=data.get("joint", "") if data.get("unit_before_ten") else "",
        glued=bool(data.get("glued")),
        halves=tuple((k, Decimal(v)) for k, v in data["fractions"].get("suffixes", {}).items()),
        never=frozenset((*data["times"].get("never", ()), *data["factors"].get("never", ()))),
    )


def _explicit(data: Mapping[str, Any]) -> dict[str, Sense]:
    """Return the senses of all forms the file lists as such; later tables win."""
    words, fractions = data["words"], data["fractions"]
    senses = {form: _cardinal(Decimal(v)) for form, v in _spread(data["cardinals"])}
    senses |= {form: Sense("mag", Decimal(v)) for form, v in _spread(data["magnitudes"])}
    senses |= {form: Sense("hundred", Decimal(v)) for form, v in _spread(data.get("hundreds", {}))}
    senses |= {form: Sense("dozen", Decimal(v)) for form, v in _spread(data["dozens"])}
    for form, unit in _spread(data.get("vague_units", {})):
        senses[form] = Sense("vague", _ONE, unit=unit)
    for form, value in _spread(data.get("decades", {})):
        senses[form] = Sense("decade", Decimal(value))
    for form, base in _spread(data["vague"]):
        known = senses.get(form, Sense("vague", Decimal(base)))
        senses[form] = Sense(known.role, known.value, vague=Decimal(base))
    ordinals = data["ordinals"]
    senses |= {form: Sense("ord", Decimal(v)) for form, v in _spread(ordinals["irregular"])}
    senses |= {form: Sense("group", Decimal(v)) for form, v in _spread(ordinals.get("group", {}))}
    senses |= {form: Sense("frac", Decimal(v)) for form, v in _spread(fractions["words"])}
    senses |= {form: Sense("card", Decimal(v)) for form, v in _spread(fractions["words_value"])}
    senses |= {form: Sense("half", _HALF) for form in fractions["halves"]}
    for role, key in (("both", "both"), ("only", "only")):
        senses |= {form: Sense(role, Decimal(v)) for form, v in _spread(words.get(key, {}))}
    senses |= {form: Sense("article", _ONE) for form in words["articles"]}
    senses |= {form: Sense("none", Decimal(0)) for form in words.get("none", ())}
    senses |= {form: Sense("many", Decimal(2)) for form in words.get("many", ())}
    for form, bounds in _spread(words.get("few", {})):
        low, value, high = (Decimal(b) for b in bounds.split())
        senses[form] = Sense("few", value, low=low, high=high)
    senses |= {form: Sense("whole", _ONE) for form in words.get("whole", ())}
    times, factors = data["times"], data["factors"]
    senses |= {form: Sense("times", Decimal(v)) for form, v in _spread(times.get("words", {}))}
    senses |= {form: Sense("factor", Decimal(v)) for form, v in _spread(factors.get("words", {}))}
    verbs = factors.get("verbs", {}).get("words", {})
    senses |= {form: Sense("factor", Decimal(v)) for form, v in _spread(verbs)}
    senses |= {form: Sense("minus", _ONE) for form in words["minus"]}
    for form, (value, unit) in _spread(data.get("measures", {})):
        senses[form] = Sense("measure", Decimal(value), unit=unit)
    for prefix, share in data.get("prefixes", {}).items():
        for form, value in data["magnitudes"].items():
            if value >= 1_000_000:
                senses[prefix + forms(form)[0]] = Sense("mag", Decimal(share) * value)
        for unit, notations in data["units"].items():
            for notation in notations:
                senses[prefix + forms(notation)[0]] = Sense("part", Decimal(share), unit=unit)
    for stem, value in data.get("adjectives", {}).get("halves", {}).items():
        for unit, names in _adjectives(data):
            senses |= {stem + name: Sense("measure", Decimal(value), unit=unit) for name in names}
    return senses


def _adjectives(data: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    """Return unit id and adjective forms: hour, stündig, stündige ..."""
    table = data.get("adjectives", {})
    endings = table.get("endings", [""])
    for unit, stems in table.items():
        if unit not in {"endings", "halves"}:
            yield unit, [stem + ending for stem in stems for ending in endings]


def _tails(data: Mapping[str, Any]) -> dict[str, tuple[str, Decimal, str]]:
    """Return what may follow numerals inside a word."""
    tails: dict[str, tuple[str, Decimal, str]] = {}
    for unit, names in _adjectives(data):
        tails |= dict.fromkeys(names, ("measure", _ONE, unit))
    long = set(data["ordinals"].get("long", ()))
    for ending in data["ordinals"]["endings"]:
        length = "long" if ending in long else "short" if long else ""
        tails[ending] = ("ord", _ONE, length)
    for ending in data["fractions"]["endings"]:
        tails[ending] = ("frac", _ONE, "")
    tails |= dict.fromkeys(data["times"].get("suffixes", ()), ("times", _ONE, ""))
    tails |= dict.fromkeys(data["factors"].get("suffixes", ()), ("factor", _ONE, ""))
    for suffix, value in data.get("tails", {}).items():
        tails[suffix] = ("card", Decimal(value), "")
    return tails
