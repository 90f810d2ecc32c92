"""The words that say what figures are of, read once per language from its data file.

Floor 3 (compare).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from checker.errors import SettingsError
from checker.language.data import language_data


@cache
def _table(lang: str) -> dict[str, Any]:
    """Return the table of measure words; empty for a language without one."""
    try:
        return dict(language_data(lang).get("measure", {}))
    except SettingsError:
        return {}


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """Return a flat list of the table as a set."""
    return frozenset(str(w) for w in _table(lang).get(key, ()))


@cache
def families(lang: str, key: str = "families") -> dict[str, frozenset[int]]:
    """Return base form -> numbers of the families it belongs to ("sparen", "Ersparnis").

    Args:
        lang: Language of the words.
        key: ``families`` for what counts are of, ``amounts`` for what money and extents are.
    """
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_table(lang).get(key, ())):
        for word in group:
            found.setdefault(str(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def kin(first: str, second: str, lang: str) -> bool:
    """Return whether two base forms are one word or of one family."""
    first, second = first.casefold(), second.casefold()
    if first == second:
        return True
    known = families(lang)
    return bool(known.get(first, frozenset()) & known.get(second, frozenset()))


def folded(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return "".join(c if c.isalnum() or c == "'" else " " for c in text.casefold()).split()


def stands(text: str, lang: str, key: str) -> bool:
    """Return whether a wording of a list stands in a text as whole words."""
    padded = f" {' '.join(folded(text))} "
    return any(f" {w} " in padded for w in words(lang, key))
