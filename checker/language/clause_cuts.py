"""Cut a tagged sentence into the stretches that can hold a clause each.

Commas and conjunctions cut, and in English subordinators and verbs of saying; brackets only where
a verb stands in them.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from checker.language.data import language_data
from checker.model import Token

_BREAKS: Final = frozenset({",", ";", ":", "-", "–", "—", "‒", "(", ")", "|", "…"})
_FINITE: Final = frozenset({
    "VVFIN", "VAFIN", "VMFIN", "VAIMP", "VVIMP",
    "VM0", "VVB", "VVD", "VVZ", "VBB", "VBD", "VBZ", "VDB", "VDD", "VDZ", "VHB", "VHD", "VHZ",
})  # fmt: skip
#: Words that open an English clause inside a sentence, with or without a comma.
ENGLISH_OPENERS: Final = frozenset({
    "when", "whenever", "while", "because", "although", "though", "whereas", "unless", "who",
    "whom", "whose", "which",
})  # fmt: skip
_LONGEST_REMARK: Final = 8
#: Digits of a day and of a year.
_DAY, _YEAR = 2, 4
_OBJECTS: Final = frozenset({"us", "me", "him", "them", "reporters", "reuters", "journalists"})


def is_finite(token: Token) -> bool:
    """Return whether a token is a finite verb."""
    return token.tag in _FINITE


def segments(tokens: Sequence[Token], lang: str) -> list[tuple[int, int]]:
    """Return stretches between breaks; a conjunction breaks if verbs stand on both sides."""
    cuts = [
        i + 1
        for i, t in enumerate(tokens)
        if t.text in _BREAKS
        and not (t.text in "()" and _bracketed(tokens, i))
        and not (lang == "en" and _dates(tokens, i))
    ]
    bounds = [0, *cuts, len(tokens)]
    found: list[tuple[int, int]] = []
    for a, b in pairwise(bounds):
        start = a
        for i in range(a, b):
            if (
                i > start
                and (tokens[i].pos == "CCONJ" or (lang == "en" and _english_cut(tokens, i)))
                and any(is_finite(t) for t in tokens[start:i])
                and (any(is_finite(t) for t in tokens[i + 1 : b]) or _wished(tokens, i, b))
                and not (tokens[i].pos == "CCONJ" and _joins_words(tokens, i, b, lang))
                and not (lang == "de" and _shares_verbs(tokens, start, i, b))
            ):
                found.append((start, i))
                start = i
        if start < b:
            found.append((start, b))
    return _joined(tokens, found)


def _joins_words(tokens: Sequence[Token], i: int, b: int, lang: str) -> bool:
    """Return whether a conjunction joins two words though a verb stands behind it.

    "Candidates and lawmakers who mention it": the verb is that of "who".  "Tests and masks and
    came to the end": the verb belongs to the second conjunction.
    """
    for j in range(i + 2, b):
        if is_finite(tokens[j]):
            return tokens[j - 1].pos == "CCONJ"
        opens = tokens[j].pos == "SCONJ" or tokens[j].text.lower() in ENGLISH_OPENERS
        if lang == "en" and opens:
            return tokens[j - 1].pos in {"NOUN", "PROPN", "NUM"}
    return False


def _shares_verbs(tokens: Sequence[Token], start: int, i: int, b: int) -> bool:
    """Return whether the verbs at the end belong to a modal before the conjunction.

    "Ihm sollen der Minister und der Chef des Rats gratuliert haben."
    """
    end = [t for t in tokens[i + 1 : b] if t.pos != "PUNCT"][-2:]
    if len(end) < 2 or end[0].tag not in {"VVPP", "VVINF"} or end[1].pos != "AUX":
        return False
    return any(t.tag == "VMFIN" for t in tokens[start : i - 1])


def _dates(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a comma parts a day from its year ("on June 4, 1992 after")."""
    around = tokens[max(0, i - 1) : i + 2]
    if tokens[i].text != "," or [t.pos for t in around] != ["NUM", "PUNCT", "NUM"]:
        return False
    day, _, year = (t.text for t in around)
    return day.isdigit() and year.isdigit() and len(day) <= _DAY and len(year) == _YEAR


def _bracketed(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a bracket belongs to a remark without a verb ("die Bank (EZB) teilte")."""
    step, mate = (1, ")") if tokens[i].text == "(" else (-1, "(")
    j = i + step
    while 0 <= j < len(tokens) and abs(j - i) <= _LONGEST_REMARK:
        if tokens[j].text == mate:
            return True
        if is_finite(tokens[j]) or tokens[j].text in ":;":
            return False
        j += step
    return False


def _english_cut(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a clause begins here without a comma, as English allows.

    Before a subordinator ("injured when a train ran"), and behind a verb of saying ("said it").
    """
    before = tokens[i - 1]
    if tokens[i].pos == "SCONJ" or tokens[i].text.lower() in ENGLISH_OPENERS:
        return True
    nominal = tokens[i].pos in {"PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ"}
    verb = tokens[i - 2] if i > 1 and before.text.lower() in _OBJECTS else before
    said = verb.pos == "VERB" and verb.lemma.lower() in saying_verbs()
    return said and nominal and tokens[i].text.lower() not in _OBJECTS


def _wished(tokens: Sequence[Token], i: int, b: int) -> bool:
    """Return whether "that" opens a wish, whose verb has no ending ("that it be closed")."""
    wish = any(t.tag in {"VBI", "VVI", "VVB"} for t in tokens[i + 1 : b])
    return wish and tokens[i].tag == "CJT" and not any(t.tag == "TO0" for t in tokens[i:b])


@cache
def saying_verbs() -> frozenset[str]:
    """Return the English verbs that say something."""
    return frozenset(language_data("en").get("speech", {}).get("says", ()))


def _joined(tokens: Sequence[Token], pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces, those that hold nothing but a mark joined to the one before."""
    found: list[tuple[int, int]] = []
    for a, b in pieces:
        if found and all(t.pos == "PUNCT" for t in tokens[a:b]):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found
