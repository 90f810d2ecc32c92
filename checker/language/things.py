"""Which state a word stands for, and what kind of thing a noun names.

"American", "the United States" and "US" are of one state; a film is no book.  The words are data,
``rules/things/*.toml``, each with the words of every language.

Floor 2 (language).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.errors import SettingsError
from checker.model import Token
from checker.resources import rules_dir

#: Words of the longest entry.
_LONGEST: Final = 3
_CONTINENT: Final = "continent-"
#: Letters of a noun that may end a German compound, and of what stands before it.
_TAIL, _BEFORE = 4, 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Words of a text that stand for a state.

    Attributes:
        key: The state.
        tokens: The words.
    """

    key: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words as written."""
        return " ".join(t.text for t in self.tokens)


@cache
def _table(name: str) -> Mapping[str, Any]:
    path = rules_dir() / "things" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"not a readable list of things: {error}", where=str(path), remedy="install again"
        ) from error


@cache
def _words(name: str, lang: str) -> Mapping[str, str]:
    return {word: key for key, row in _table(name).items() for word in row.get(lang, ())}


def nations(tokens: Sequence[Token], lang: str) -> Iterator[Thing]:
    """Yield the states that words stand for, nouns and adjectives, the longest wording first."""
    known = _words("nations", lang)
    at = 0
    while at < len(tokens):
        for size in range(_LONGEST, 0, -1):
            some = tokens[at : at + size]
            key = known.get(" ".join(t.text for t in some).casefold()) if len(some) == size else ""
            if not key and size == 1:
                key = known.get((some[0].lemma or some[0].text).casefold())
            if key and (some[0].text[:1].isupper() or lang == "de"):
                yield Thing(key, tuple(some))
                at += size - 1
                break
        at += 1


def apart(key: str, others: Iterable[str]) -> bool:
    """Return whether a state is none of some others, nor part of one, nor the other way round.

    A continent is held against continents only.
    """
    known = {k for k in others if k.startswith(_CONTINENT) == key.startswith(_CONTINENT)}
    wide = frozenset[str]().union(*(whole_nation(k) for k in known))
    return bool(known) and key not in wide and not whole_nation(key) & known


def whole_nation(key: str) -> frozenset[str]:
    """Return a state and those it is part of."""
    return frozenset({key, *_table("nations").get(key, {}).get("in", ())})


def kind(tokens: Sequence[Token], lang: str) -> str:
    """Return the kind of thing that the noun at the end of some words names, empty if unknown."""
    known = _words("kinds", lang)
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        words = [t.text.casefold() for t in tokens[-size:]]
        last = (tokens[-1].lemma or tokens[-1].text).casefold()
        for text in (" ".join(words), " ".join([*words[:-1], last])):
            if text in known:
                return known[text]
    if lang != "de" or not tokens:
        return ""
    noun = (tokens[-1].lemma or tokens[-1].text).casefold()
    tails = (noun[cut:] for cut in range(_BEFORE, len(noun) - _TAIL + 1))
    return next((known[t] for t in tails if t in known), "")
