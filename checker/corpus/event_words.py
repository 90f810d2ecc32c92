"""What the words of a claim name: kinds of event, topics, and marks of time and place.

Whole words and beginnings of words, as the language files list them; nothing is weighed here.

Floor 3 (corpus).  The words live in ``rules/language/*.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from checker.language.data import language_data, languages
from checker.model import Claim

WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")


def kinds_named(claim: Claim) -> frozenset[str]:
    """Return the kinds of event a claim names; its antecedent counts if its own words do not."""
    if claim.lang not in languages():
        return frozenset()
    found: set[str] = set()
    nouns, verbs = _lexicon(claim.lang)
    for token in claim.tokens:
        word = token.lemma.lower()
        if token.pos in {"NOUN", "PROPN", "X"}:
            found |= _noun_kinds(word, claim.lang) or _noun_kinds(token.text.lower(), claim.lang)
        elif token.pos in {"VERB", "ADJ"}:
            found |= verbs.get(word, frozenset())
    if not claim.tokens:
        for text in WORD.findall(claim.quote.lower()):
            found |= nouns.get(text, frozenset()) | verbs.get(text, frozenset())
    if not found and claim.antecedent:
        for text in WORD.findall(claim.antecedent.lower()):
            found |= _noun_kinds(text, claim.lang)
    return frozenset(found)


@cache
def _noun_kinds(word: str, lang: str) -> frozenset[str]:
    """Return the kinds a noun names, whole or as the last part of a compound."""
    nouns, _ = _lexicon(lang)
    if word in nouns:
        return nouns[word]
    if lang != "de" or len(word) < 8:
        return frozenset()
    for cut in range(3, len(word) - 4):
        if word[cut:] in nouns:
            return nouns[word[cut:]]
    return frozenset()


@cache
def _lexicon(lang: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return kinds by noun and by verb, lower case."""
    nouns: dict[str, set[str]] = defaultdict(set)
    verbs: dict[str, set[str]] = defaultdict(set)
    for kind, words in language_data(lang).get("events", {}).items():
        for noun in words.get("nouns", ()):
            nouns[noun.lower()].add(kind)
        for verb in words.get("verbs", ()):
            verbs[verb.lower()].add(kind)
    return (
        {w: frozenset(k) for w, k in nouns.items()},
        {w: frozenset(k) for w, k in verbs.items()},
    )


def topics(claim: Claim) -> frozenset[str]:
    """Return what a claim is about besides events: the dead, the injured, money, consent."""
    if claim.lang not in languages():
        return frozenset()
    found: set[str] = set()
    for token in claim.tokens:
        found |= _topics_of(token.lemma.lower(), claim.lang)
        found |= _topics_of(token.text.lower(), claim.lang)
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def _topics_of(word: str, lang: str) -> frozenset[str]:
    """Return the topics a word names by its beginning."""
    topics = language_data(lang).get("event_topics", {})
    return frozenset(topic for topic, stems in topics.items() if word.startswith(tuple(stems)))


@cache
def territories(lang: str) -> frozenset[str]:
    """Return first parts of compounds that narrow a noun to a place ("insel", "landes")."""
    return frozenset(markers(lang, "territories"))


@cache
def markers(lang: str, name: str) -> tuple[str, ...]:
    """Return a list of markers, lower case; empty for a language without data."""
    if lang not in languages():
        return ()
    return tuple(w.lower() for w in language_data(lang).get("event_markers", {}).get(name, ()))


def find(phrases: Sequence[str], text: str) -> str:
    """Return the first phrase that stands in a text as whole words, empty if none does."""
    lower = text.lower()
    for phrase in phrases:
        at = lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            left = at == 0 or not (lower[at - 1].isalnum() or lower[at - 1] == "-")
            right = end == len(lower) or not (lower[end].isalnum() or lower[end] == "-")
            if left and right:
                return phrase
            at = lower.find(phrase, at + 1)
    return ""
