"""The words verdicts rest on, read once per language from its data file.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from checker.errors import SettingsError
from checker.language.data import language_data


@cache
def _table(lang: str) -> Mapping[str, Any]:
    """Return the table of verdict words; empty for a language without one."""
    try:
        table: Mapping[str, Any] = language_data(lang).get("verdicts", {})
    except SettingsError:
        return {}
    return table


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """Return a flat list of the table as a set."""
    return frozenset(str(w) for w in _table(lang).get(key, ()))


@cache
def phrases(lang: str, key: str) -> tuple[str, ...]:
    """Return a flat list of the table in its order."""
    return tuple(str(w) for w in _table(lang).get(key, ()))


@cache
def groups(lang: str, key: str) -> Mapping[str, frozenset[int]]:
    """Return word -> numbers of the groups it stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_table(lang).get(key, ())):
        for word in group:
            found.setdefault(str(word).casefold(), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def occasions(lang: str) -> Mapping[str, frozenset[str]]:
    """Return occasion -> words that name it ("press": "pressekonferenz", "reporter")."""
    table: Mapping[str, Any] = _table(lang).get("occasions", {})
    return {key: frozenset(str(w) for w in own) for key, own in table.items()}


@cache
def states(lang: str) -> tuple[Mapping[str, Any], ...]:
    """Return the states of affairs of a language: key, and patterns for one and other."""
    return tuple(_table(lang).get("states", ()))


@cache
def steps(lang: str) -> tuple[Mapping[str, Any], ...]:
    """Return the steps only one party can have taken: key, and word patterns."""
    return tuple(_table(lang).get("steps", ()))


@cache
def hints(lang: str, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return concept -> wordings that show a figure of `kind` is of it ("hinter gitter")."""
    return {
        str(table["concept"]): tuple(table["wordings"])
        for table in _table(lang).get("hints", ())
        if kind in table["kinds"]
    }


@cache
def opposites(lang: str) -> Mapping[str, frozenset[tuple[int, bool]]]:
    """Return base form -> (number of an opposition, which side)."""
    return _two_sided(lang, "opposites")


@cache
def turned(lang: str) -> Mapping[str, frozenset[tuple[int, bool]]]:
    """Return the same of words that only exclude each other where one event is given."""
    return _two_sided(lang, "turned")


def _two_sided(lang: str, key: str) -> Mapping[str, frozenset[tuple[int, bool]]]:
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, table in enumerate(_table(lang).get(key, ())):
        for side in ("one", "other"):
            for word in table[side]:
                found.setdefault(str(word), set()).add((number, side == "one"))
    return {word: frozenset(sides) for word, sides in found.items()}


def alike(first: str, second: str, lang: str) -> bool:
    """Return whether two base forms are one word or stand in one group of aliases."""
    first, second = first.casefold(), second.casefold()
    if first == second:
        return True
    known = groups(lang, "aliases")
    return bool(known.get(first, frozenset()) & known.get(second, frozenset()))


@lru_cache(maxsize=1 << 15)
def has_phrase(text: str, lang: str, key: str) -> str:
    """Return the first phrase of a list that stands in `text` as whole words, or empty."""
    folded = " " + "".join(c if c.isalnum() or c == "'" else " " for c in text.casefold()) + " "
    folded = " ".join(folded.split())
    padded = f" {folded} "
    return next((p for p in phrases(lang, key) if f" {p} " in padded), "")
