"""What words mean, across wordings and languages: a news thesaurus.

"Schlepper", "Bugsierer" and "tug" are one thing, "freiziehen" and "pull free" one deed, and
"zustimmen" excludes "ablehnen".  No similarity of letters finds that, and the embedded model
finds little of it in German.  The meanings are data, ``rules/meanings/*.toml``: one line each,
with the words of every language, broader meanings (`is`) and those it excludes (`not`).

A meaning nominates and binds; it never is the disagreement itself, except where two meanings
exclude each other.

Floor 2 (language).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from checker.errors import SettingsError
from checker.model import Token
from checker.resources import rules_dir

#: Letters the last part of a German compound needs to be looked up.
_TAIL: Final = 4
#: Letters that must stand before it.
_BEFORE: Final = 3
#: Keys of a meaning that hold no words.
_RELATIONS: Final = frozenset({"is", "not"})
#: Endings that a tagger may have left on an English word.
_ENGLISH: Final = ("s", "es", "d", "ed", "ing")
#: Endings of several women in German, and what a tagger leaves of them ("Lettinn").
_WOMEN: Final = ("innen", "inn")
_CARRIES: Final = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "X"})
_NOTHING: Final[frozenset[str]] = frozenset()
#: File whose words are names, and so never the last part of another word ("Lette", "Toilette").
_NAMES: Final = "nations"
#: A row on a line of its own, as all of them are, and a key inside it.
_ROW: Final = re.compile(r"([a-z0-9-]+) = (\{.*\})")
_KEY: Final = re.compile(r"\b([a-z]+) = \[")


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The meanings of all files.

    Attributes:
        words: Language -> word -> meanings.
        tails: Language -> words that the last part of a compound can be.
        phrases: Language -> first word -> (all words, meaning), longest first.
        broader: Meaning -> all meanings it falls under, itself left out.
        excludes: Meaning -> meanings that cannot hold beside it.
    """

    words: Mapping[str, Mapping[str, frozenset[str]]]
    tails: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]
    broader: Mapping[str, frozenset[str]]
    excludes: Mapping[str, frozenset[str]]


@cache
def thesaurus() -> Thesaurus:
    """Return the meanings of all files under ``rules/meanings``; none if there are no files.

    Raises:
        SettingsError: If a file is not TOML or names a meaning nobody defines.
    """
    words: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    up: dict[str, set[str]] = defaultdict(set)
    against: dict[str, set[str]] = defaultdict(set)
    tails: dict[str, set[str]] = defaultdict(set)
    for path in sorted((rules_dir() / "meanings").glob("*.toml")):
        names = path.stem == _NAMES
        for key, row in rows(path).items():
            up[key] |= set(row.get("is", ()))
            for other in row.get("not", ()):
                against[key].add(other)
                against[other].add(key)
            for lang, entries in row.items():
                if lang in _RELATIONS:
                    continue
                for entry in entries:
                    parts = tuple(entry.casefold().split())
                    if len(parts) == 1:
                        words[lang][parts[0]].add(key)
                        if not names:
                            tails[lang].add(parts[0])
                    else:
                        phrases[lang][parts[0]].append((parts, key))
    return Thesaurus(
        words={lang: {w: frozenset(k) for w, k in own.items()} for lang, own in words.items()},
        tails={lang: frozenset(own) for lang, own in tails.items()},
        phrases={
            lang: {w: tuple(sorted(p, key=lambda x: (-len(x[0]), x))) for w, p in own.items()}
            for lang, own in phrases.items()
        },
        broader={key: _closure(key, up) for key in sorted(up)},
        excludes={key: frozenset(others) for key, others in against.items()},
    )


def rows(path: Path) -> dict[str, dict[str, list[str]]]:
    """Return the rows of a file by their key.

    They stand on one line each, which needs no reader of all TOML: JSON's is ten times faster.
    What is written otherwise is read as TOML, slowly.

    Raises:
        SettingsError: If the file is not TOML.
    """
    text = path.read_text(encoding="utf-8")
    found = [_ROW.fullmatch(line) for line in text.splitlines() if line[:1] not in {"", "#"}]
    plain = ",".join([f'"{row[1]}": {row[2]}' for row in found if row])
    for key in sorted({*_KEY.findall(plain)}):
        plain = plain.replace(f"{key} = [", f'"{key}": [')
    try:
        table: dict[str, Any] = json.loads("{" + plain + "}")
        if len(table) == len(found):
            return table
    except json.JSONDecodeError:
        pass
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"not TOML: {error}", where=str(path), remedy="mend the line named"
        ) from error


def _closure(key: str, up: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    left = list(up.get(key, ()))
    while left:
        one = left.pop()
        if one not in found and one != key:
            found.add(one)
            left += up.get(one, ())
    return frozenset(found)


@lru_cache(maxsize=1 << 17)
def meanings(word: str, lang: str) -> frozenset[str]:
    """Return what a word means; of a German compound, what its last part means.

    Args:
        word: A base form or a form as written.
        lang: Its language.
    """
    known = thesaurus().words.get(lang)
    if not known:
        return _NOTHING
    word = word.casefold()
    if word in known:
        return known[word]
    if lang == "en":
        stems = (word.removesuffix(e) for e in _ENGLISH if word.endswith(e) and len(word) > 3)
        return next((known[s] for s in stems if s in known), _NOTHING)
    if lang == "de":
        one = word[: word.rindex("inn") + 2] if word.endswith(_WOMEN) else word
        man = one[:-2] if one.endswith("in") else one
        if one in known or man in known:
            return known.get(one) or known[man]
        tail = word.rsplit("-", 1)[-1]
        if tail != word and tail in known:
            return known[tail]
        tails = thesaurus().tails.get(lang, _NOTHING)
        for cut in range(_BEFORE, len(word) - _TAIL + 1):
            if word[cut:] in tails:
                return known[word[cut:]]
    return _NOTHING


def broader(key: str) -> frozenset[str]:
    """Return the meanings that one falls under."""
    return thesaurus().broader.get(key, _NOTHING)


def narrower(word: str, lang: str) -> bool:
    """Return whether a word is only known by its last part, and so says more than that part."""
    return word.casefold() not in thesaurus().words.get(lang, {})


def exclude(first: frozenset[str], second: frozenset[str]) -> bool:
    """Return whether a meaning of one word cannot hold beside a meaning of the other."""
    known = thesaurus().excludes
    return any(known.get(a, _NOTHING) & second for a in first)


@dataclass(frozen=True, slots=True)
class Sense:
    """A word (or a phrase) of a claim with what it means.

    Attributes:
        token: The word; of a phrase, its first.
        base: Base form, the particle of a separable verb joined to it.
        keys: What it means, empty if no file says.
        last: Index of the last token of a phrase, the token's own for a word.
    """

    token: Token
    base: str
    keys: frozenset[str]
    last: int


def senses(tokens: Sequence[Token], lang: str) -> tuple[Sense, ...]:
    """Return the content words of a claim with what they mean, in order.

    A phrase ("Sicherheit bringen") is one sense besides those of its words.
    """
    bases = [_base(t, tokens, at, lang) for at, t in enumerate(tokens)]
    found: list[Sense] = []
    starts = thesaurus().phrases.get(lang, {})
    forms = [{b, t.text.casefold()} for b, t in zip(bases, tokens, strict=True)]
    for at, token in enumerate(tokens):
        if token.pos in _CARRIES and len(token.text) > 1:
            keys = meanings(bases[at], lang) or meanings(token.text, lang)
            found.append(Sense(token, bases[at], keys, at))
        for form in sorted(forms[at]):
            for parts, key in starts.get(form, ()):
                end = _follows(parts, forms, at, lang)
                if end is not None:
                    found.append(Sense(token, " ".join(parts), frozenset({key}), end))
    return tuple(found)


#: Words that may stand between two words of an English phrase.
_GAP: Final = 3
#: How far apart the words of a German phrase may stand, in either order.
_SPREAD: Final = 12


def _follows(parts: Sequence[str], forms: Sequence[set[str]], at: int, lang: str) -> int | None:
    """Return where a phrase that begins at `at` ends, None if its words are not there.

    German has them in either order: "in Sicherheit bringen", "brachte in Sicherheit".
    """
    here = at
    for part in parts[1:]:
        ahead = _SPREAD if lang == "de" else _GAP + 1
        reach = [*range(here + 1, min(len(forms), here + 1 + ahead))]
        if lang == "de":
            reach += range(at - 1, max(-1, at - 1 - _SPREAD), -1)
        following = next((i for i in reach if part in forms[i]), None)
        if following is None:
            return None
        here = max(here, following)
    return here


def _base(token: Token, tokens: Sequence[Token], at: int, lang: str) -> str:
    """Return a base form, with the particle that stands apart from a German verb."""
    base = (token.lemma or token.text).casefold()
    if lang != "de" or token.tag not in {"VVFIN", "VVIMP"}:
        return base
    for later in tokens[at + 1 :]:
        if later.tag == "PTKVZ":
            return later.text.casefold() + base
        if later.pos == "PUNCT" or later.tag in {"VVFIN", "VAFIN", "VMFIN"}:
            break
    return base
