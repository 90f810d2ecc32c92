"""Find proper names and fold them to keys that survive spelling.

A key is what two spellings of one name share: "Selenskyj", "Selenskij" and "Zelensky" have one
key, "Müller" and "Mueller" too; "Meier" and "Mayer" have two.  A person's key is the family name.

Floor 2 (language).
Sources: transliterations after DIN 1460, ISO 9 and the habits of German and English newsrooms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from checker.language.data import language_data, languages
from checker.model import Name, Token

_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "a", "ł": "l", "đ": "d"}
)
_SPELLINGS: Final = tuple(
    (re.compile(pattern), better)
    for pattern, better in (
        (r"schtsch|shch", "sq"),
        (r"tsch", "ch"),
        (r"sch", "sh"),
        (r"kh", "ch"),
        (r"w", "v"),
        (r"^y(?=[aeou])", "j"),
        (r"(?<=[bcdfghklmnprstv])y(?=[aeou])", "j"),
        (r"(?<=[aeiou])y(?=[aeou])", "j"),
        (r"off$", "ov"),
        (r"sk(?:ij|yj|yy|iy|yi|ii|i|y)$", "skij"),
        (r"^z(?=e\w+skij$)", "s"),
        (r"(?:ej|ey)$", "ei"),
        (r"(?<!sk)(?:ij|yj|iy|yi|ii|y)$", "i"),
    )
)
#: Places whose names differ by language or by politics.
_SAME: Final = {
    "kiev": "kiiv", "kyiv": "kiiv", "kyjiv": "kiiv", "moscov": "moskau", "moskva": "moskau",
    "munich": "muenchen", "cologne": "koeln", "vienna": "vien", "warsav": "varshau",
    "geneva": "genf", "brussels": "bruessel", "brussel": "bruessel", "germany": "deutshland",
    "russia": "russland", "france": "frankreich", "beijing": "peking", "kremlin": "kreml",
    "european union": "eu", "europaeishe union": "eu", "united states": "usa", "us": "usa",
    "u.s.": "usa", "u.s.a.": "usa", "vereinigte staaten": "usa", "united nation": "un", "uno": "un",
    "vereinte nationen": "un", "united kingdom": "uk", "grossbritannien": "uk",
}  # fmt: skip
_QUOTES: Final = frozenset("\"„“”‚‘’«»‹›'")


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    body_words: frozenset[str]
    place_before: frozenset[str]
    places: frozenset[str]
    particles: frozenset[str]
    never: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data = language_data(lang).get("names", {}) if lang in languages() else {}
    return _Words(**{name: frozenset(data.get(name, ())) for name in _Words.__slots__})


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the key of a name as written; of several words each is folded."""
    low = text.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    low = low.translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    words = [_spelling(w) for w in plain.replace("'", "").split()]
    key = " ".join(words)
    return _SAME.get(key, _SAME.get(plain, key))


def _spelling(word: str) -> str:
    if len(word) >= 5 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]  # a genitive, or always gone
    for pattern, better in _SPELLINGS:
        word = pattern.sub(better, word)
    return word


@lru_cache(maxsize=50_000)
def is_title(word: str, lang: str) -> bool:
    """Return whether a noun, or the end of a compound, announces a person's name."""
    low = word.lower().rstrip(".")
    titles = _words(lang).titles
    if low in titles:
        return True
    tail = low.rpartition("-")[2]
    if tail in titles:
        return True
    return lang == "de" and any(low[-size:] in titles for size in _tails(lang) if size <= len(low))


@cache
def _tails(lang: str) -> tuple[int, ...]:
    """Return the lengths of titles long enough to be the end of a compound."""
    return tuple(sorted({len(t) for t in _words(lang).titles if len(t) > 5}))


def is_place(word: str, lang: str) -> bool:
    """Return whether a word is a country or city that every desk knows."""
    known = _words(lang).places
    return word in known or word.removesuffix("s") in known


def names(
    tokens: Sequence[Token], lang: str, *, known: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """Return the proper names among the tokens, in order.

    Args:
        tokens: A sentence.
        lang: Its language.
        known: Words that are names elsewhere in the text, though the tagger sees nouns here.
    """
    words = _words(lang)
    if known:
        tokens = [
            replace(t, pos="PROPN") if t.pos == "NOUN" and t.text in known else t for t in tokens
        ]
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if not _starts(tokens, i, words, lang):
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and _continues(tokens, i, j, words):
            j += 1
        while tokens[j - 1].pos not in {"PROPN", "NOUN"}:
            j -= 1
        found.append(_name(tokens, i, j, words, lang))
        i = j
    return tuple(found)


def _named(token: Token, words: _Words) -> bool:
    """Return whether a token is part of a name by itself."""
    text = token.text
    if token.pos != "PROPN" or not (text[0].isupper() or text[0].isdigit()) or len(text) < 2:
        return False
    return text.rstrip(".") not in words.never and token.lemma not in words.never


def _starts(tokens: Sequence[Token], i: int, words: _Words, lang: str) -> bool:
    token = tokens[i]
    if _named(token, words):
        return token.text.lower() not in words.particles | words.place_before
    return (  # a noun that directly follows a title ("Bürgermeisterin Krug")
        token.pos == "NOUN"
        and i > 0
        and token.text[0].isupper()
        and token.text not in words.never
        and tokens[i - 1].pos == "NOUN"
        and is_title(tokens[i - 1].text, lang)
        and not is_title(token.text, lang)
    )


def _continues(tokens: Sequence[Token], i: int, j: int, words: _Words) -> bool:
    token = tokens[j]
    if _named(token, words) or (token.text[0].isupper() and token.text in words.body_words):
        return True
    if token.text.endswith(".") and len(token.text) == 2 and token.text[0].isupper():
        return j + 1 < len(tokens) and _named(tokens[j + 1], words)  # Donald J. Trump
    low = token.text
    if low in words.particles and low not in {"und", "and", "of", "the"}:
        return j + 1 < len(tokens) and _named(tokens[j + 1], words) and j - i <= 2
    return False


def _name(tokens: Sequence[Token], i: int, j: int, words: _Words, lang: str) -> Name:
    start, end = tokens[i].start, tokens[j - 1].end
    text = _written(tokens[i:j])
    kind = _kind(tokens, i, j, words, lang)
    parts = [t.text for t in tokens[i:j] if t.text not in words.body_words or j - i == 1]
    if parts and len(parts[-1]) == 2 and parts[-1].endswith(".") and len(parts) > 1:
        key = fold(" ".join(parts[-2:]).rstrip("."))  # Torsten W.
        kind = "person"
    elif kind == "person" or (kind == "" and j - i > 1):
        key = fold(parts[-1] if parts else text)
    else:
        key = fold(" ".join(parts) or text)
    return Name(start, end, text, key, kind)


def _written(tokens: Sequence[Token]) -> str:
    """Return the words with the gaps they have in the text."""
    text = ""
    for token in tokens:
        gap = token.start - tokens[0].start - len(text)
        text += " " * gap + token.text
    return text


def _kind(tokens: Sequence[Token], i: int, j: int, words: _Words, lang: str) -> str:
    """Return person, place or body as far as the neighbourhood tells, else empty."""
    run = [t.text for t in tokens[i:j]]
    before = next((t for t in reversed(tokens[max(0, i - 2) : i]) if t.text not in _QUOTES), None)
    if len(run) == 1 and is_place(run[0], lang):
        return "place"
    if any(w in words.body_words for w in run):
        return "body"
    if before is not None and before.pos in {"NOUN", "PROPN"} and is_title(before.text, lang):
        return "person"
    if is_title(run[0], lang) and len(run) > 1:
        return "person"
    if len(run) == 1 and run[0].isupper() and 2 <= len(run[0]) <= 6:
        return "body"
    if before is not None and before.text.lower() in words.place_before:
        return "place"
    if len(run) in {2, 3} and not any("-" in w and w.isupper() for w in run):
        return "person"
    return ""


def unify(found: Mapping[int, Sequence[Name]]) -> dict[int, tuple[Name, ...]]:
    """Return the names of a text's sentences with one kind per key.

    Whoever is a person once ("Anna Krug") is one where only the family name stands.
    """
    votes: dict[str, dict[str, int]] = {}
    for sentence in sorted(found):
        for name in found[sentence]:
            if name.kind:
                count = votes.setdefault(name.key, {})
                count[name.kind] = count.get(name.kind, 0) + 1
    best = {
        key: max(sorted(count), key=lambda kind: (count[kind], kind == "person"))
        for key, count in votes.items()
    }
    return {
        sentence: tuple(
            replace(n, kind=best[n.key]) if not n.kind and n.key in best else n for n in some
        )
        for sentence, some in found.items()
    }
