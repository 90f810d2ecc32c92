"""Numerals that are no figures: names, labels, addresses, telephone numbers, dates, clock times.

A wrong figure accuses a correct source, so what looks like a name is left alone.  Most tests are
about digits; number words need few of them.

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.language.data import language_data

#: Digits joined three and more times (telephone, date, version, ISBN) or with letters (A1B2).
SERIAL: Final = re.compile(
    r"\+?\d+(?:[-‐–/]\d+){2,}"
    r"|\+\d{1,3}[-\s/]\d[\d\s/-]*\d"
    r"|\d{4}-\d{1,2}(?!\d)(?=\D|$)"
    r"|(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:\.\d+){2,}(?!\d)(?:,\d+)?"
    r"|0\d{1,5}[ /-]\d[\d /-]{3,}\d"
)
_LINK: Final = re.compile(r"://|www\.|@|%\d|\.(?:de|com|org|net|pdf|html?)\b")
STOP: Final = ".,;:!?()\"'„“”»«[]–—"


@dataclass(frozen=True, slots=True)
class NeverWords:
    """Words that tell a name from a figure, lower-case."""

    months: frozenset[str]
    clock: frozenset[str]
    clock_before: frozenset[str]
    year_before: frozenset[str]
    labels: frozenset[str]
    streets: tuple[str, ...]
    names: frozenset[str]
    starts: frozenset[str]
    verbs: frozenset[str]
    phones: frozenset[str]
    addresses: frozenset[str]
    cased_nouns: bool


@cache
def never_words(lang: str) -> NeverWords:
    """Return the compiled words of a language."""
    data: Mapping[str, Any] = language_data(lang)["figures"]["never"]
    return NeverWords(
        months=frozenset(data["months"]),
        clock=frozenset(data["clock"]),
        clock_before=frozenset(data["clock_before"]),
        year_before=frozenset(data["year_before"]),
        labels=frozenset(data["labels"]),
        streets=tuple(data["streets"]),
        names=frozenset(data.get("names", ())),
        starts=frozenset(data["sentence_starts"]),
        phones=frozenset(data.get("phones", ())),
        addresses=frozenset(data.get("addresses", ())),
        verbs=frozenset(data.get("verbs", ())),
        cased_nouns=bool(data.get("cased_nouns", False)),
    )


def serial_at(text: str, at: int) -> int:
    """Return the end of a telephone number, date or version that begins at `at`, else `at`."""
    found = SERIAL.match(text, at)
    return found.end() if found else at


def in_link(text: str, at: int) -> int:
    """Return the end of the address or file name `at` lies in, else `at`."""
    start = max(text.rfind(" ", max(0, at - 200), at), text.rfind("\n", max(0, at - 200), at)) + 1
    end = at
    while end < len(text) and end - start < 600 and not text[end].isspace():
        end += 1
    chunk = text[start:end]
    return end if len(chunk) > 5 and _LINK.search(chunk) else at


def glued_before(text: str, at: int) -> bool:
    """Return whether digits at `at` are the tail of a name: A380, Covid-19, #7."""
    if not at:
        return False
    before = text[at - 1]
    if before.isalnum() or before in "_#@\\^":
        return True
    if before in "-‐‑/" and at > 1:
        begin = at - 1
        while begin and at - begin < 24 and (text[begin - 1].isalnum() or text[begin - 1] in "-‐‑"):
            begin -= 1
        return text[begin : begin + 1].isalpha()
    return before in ".,:" and at > 1 and text[at - 2].isalnum() and not text[at - 2].isalpha()


def word_before(text: str, at: int) -> str:
    """Return the blank-separated word before `at` as written, empty at a line's start."""
    line = text.rfind("\n", max(0, at - 60), at) + 1
    near = text[max(line, at - 60) : at].rsplit(None, 1)
    return near[-1] if near else ""


def start_of(text: str, word: str, at: int) -> int:
    """Return where a lower-case word begins that stands right before `at`; `at` if it does not.

    Only the words nearby are put in lower case: a long text may hold many numbers.
    """
    near = text[max(0, at - 80) : at].lower()
    found = near.rfind(word)
    return at if found < 0 else at - (len(near) - found)


def word_after(text: str, at: int) -> str:
    """Return the blank-separated word after `at`, without marks around it; empty if none."""
    near = text[at : at + 60].split(None, 1)
    return near[0].strip(STOP) if near else ""


def is_label(text: str, at: int, end: int, words: NeverWords) -> bool:
    """Return whether the bare number at `at`..`end` names a thing: Raum 12, § 5, Boeing 737.

    A capitalised word right before a number that nothing follows is a name; before a number with
    its noun ("In Berlin 12 Menschen") it is not.
    """
    before = word_before(text, at)
    bare = before.strip("\"'„“”»«(").lower()
    if not bare:
        return False
    if bare in words.labels or (bare.rstrip(".") in words.labels and not before.endswith(":")):
        return True
    if bare.endswith(words.streets) and bare not in words.starts:
        return True
    name = before.strip("\"'„“”»«(")
    if not any(c.isupper() for c in name[:3]) or before[-1] in STOP or bare in words.starts:
        return False
    if bare in words.verbs:  # a headline in capitals: Blast Kills 9
        return False
    return not counts_something(text, end, words)


def is_house(text: str, end: int, words: NeverWords) -> bool:
    """Return whether the name of a street follows a number: 10 Downing Street."""
    for word in text[end : end + 60].split()[:4]:
        bare = word.strip(STOP)
        if not bare[:1].isupper():
            return False
        if bare.lower() in words.addresses:
            return True
    return False


def counts_something(text: str, end: int, words: NeverWords, reach: int = 4) -> bool:
    """Return whether a counted noun follows, within `reach` words, a number that ends at `end`."""
    rest = text[end : end + 80]
    if not rest[:1].isspace():
        return False
    near = rest.split()
    for word in near[:reach]:
        bare = word.strip(STOP)
        if not bare or not bare[0].isalpha():
            return False
        if words.cased_nouns:
            if bare[0].isupper():
                return True
            if bare.lower() in words.starts:
                return False
        else:
            return (bare.lower() not in words.starts and bare[0].islower()) or bare[0].isupper()
        if word[-1] in STOP:
            return False
    return False
