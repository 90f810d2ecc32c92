"""Find noun phrases in a tagged sentence: article, attributes, head, names, a genitive behind.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from checker.model import Token

_HEADS: Final = frozenset({"NOUN", "PROPN"})
_ATTRIBUTES: Final = frozenset({"ADJ", "NUM"})
_PRONOUNS: Final = {
    "er": "nominative", "sie": "", "es": "", "wir": "nominative", "ich": "nominative",
    "man": "nominative", "he": "nominative", "she": "nominative", "it": "", "they": "nominative",
    "i": "nominative", "we": "nominative", "niemand": "nominative", "jemand": "nominative",
    "dies": "", "das": "", "dieser": "nominative", "diese": "", "einige": "", "viele": "",
    "beide": "", "you": "", "nobody": "", "everyone": "", "someone": "", "this": "", "that": "",
}  # fmt: skip
_CASES: Final = {
    "der": "", "die": "", "das": "", "den": "oblique", "dem": "oblique", "des": "genitive",
    "ein": "", "eine": "", "einen": "oblique", "einem": "oblique", "einer": "oblique",
    "eines": "genitive", "kein": "", "keine": "", "keinen": "oblique", "keinem": "oblique",
    "keiner": "", "dieser": "", "diesen": "oblique", "diesem": "oblique", "dieses": "",
    "seinen": "oblique", "seinem": "oblique", "seiner": "oblique", "seines": "genitive",
    "ihren": "oblique", "ihrem": "oblique", "ihrer": "oblique", "ihres": "genitive",
    "jeden": "oblique", "jedem": "oblique", "allen": "oblique", "vielen": "oblique",
}  # fmt: skip
_GENITIVES: Final = frozenset(
    {"des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer"}
)
_QUOTES: Final = frozenset("\"„“”‚‘’«»‹›'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; indices of tokens.

    Attributes:
        first: First token (article or attribute).
        last: One past the last (a genitive or a name behind the head included).
        head: Index of the head noun; of a name its last word.
        preposition: Index of the preposition that governs it, -1 if none.
        case: nominative, oblique, genitive, or empty if the form does not tell.
    """

    first: int
    last: int
    head: int
    preposition: int
    case: str


def noun_phrases(tokens: Sequence[Token], lang: str) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence, left to right, not overlapping."""
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        phrase = _at(tokens, i, lang)
        if phrase is None:
            i += 1
        else:
            found.append(_governed(tokens, phrase, found, lang))
            i = phrase.last
    return tuple(found)


def _governed(
    tokens: Sequence[Token], phrase: Phrase, found: Sequence[Phrase], lang: str
) -> Phrase:
    """Return the phrase with the preposition it shares ("für Anna und ihre Tochter").

    An English one before a verb is its subject: "closed on Monday and the council said".
    """
    if not found or phrase.preposition >= 0 or found[-1].preposition < 0:
        return phrase
    if lang == "en" and any(
        t.pos in {"VERB", "AUX"} for t in tokens[phrase.last : phrase.last + 1]
    ):
        return phrase
    between = [t.text.lower() for t in tokens[found[-1].last : phrase.first]]
    joined = between in (["und"], ["oder"], ["sowie"], ["and"], ["or"])
    return replace(phrase, preposition=found[-1].preposition) if joined else phrase


def _at(tokens: Sequence[Token], i: int, lang: str) -> Phrase | None:
    """Return the phrase that begins at `i`, None if none does."""
    token = tokens[i]
    low = token.text.lower()
    if token.pos == "PRON" or (token.pos == "DET" and low in _PRONOUNS):
        head = _head(tokens, i + 1) if token.pos == "DET" else -1
        if head < 0 and low in _PRONOUNS:
            return Phrase(i, i + 1, i, _governor(tokens, i), _PRONOUNS[low])
        if head < 0:
            return None
    if token.pos not in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
        return None
    head = _head(tokens, i)
    if head < 0:
        return None
    last = _behind(tokens, head + 1, lang)
    case = _CASES.get(low, "") if token.pos == "DET" and lang == "de" else ""
    if case == "" and low == "der" and i > 0 and tokens[i - 1].pos == "PRON":
        case = "genitive"  # "eine der Kabinen"
    return Phrase(i, last, head, _governor(tokens, i), case)


def _head(tokens: Sequence[Token], i: int) -> int:
    """Return the last noun or name of the run that begins at `i`, -1 if there is none."""
    head = -1
    j = i
    while j < len(tokens):
        token = tokens[j]
        if token.pos in _HEADS:
            if token.pos == "NOUN" and _ends_name(tokens, head):
                break  # "fühlt Putin Straflosigkeit": two phrases
            head = j
        elif token.text in _QUOTES or token.tag == "POS" or (token.pos == "DET" and j == i):
            pass
        elif token.text == "&" and head == j - 1 >= 0 and tokens[j + 1 : j + 2]:
            pass  # Vale & Western
        elif (head >= 0 or token.pos not in _ATTRIBUTES) and not _measured(tokens, j, head):
            break
        j += 1
    return head


def _measured(tokens: Sequence[Token], j: int, head: int) -> bool:
    """Return whether an adjective with its measure goes on to a noun ("52 Jahre alte Juristin")."""
    return (
        head == j - 1 > 0
        and tokens[j].pos == "ADJ"
        and tokens[j].text.endswith(("e", "en", "er", "es", "em"))
        and tokens[head - 1].pos == "NUM"
        and j + 1 < len(tokens)
        and tokens[j + 1].pos in _HEADS
    )


def _ends_name(tokens: Sequence[Token], head: int) -> bool:
    """Return whether a name stands at `head` that is no genitive ("Trumps Berater")."""
    if head < 0 or tokens[head].pos != "PROPN" or tokens[head].tag != "NE":
        return False
    return tokens[head].text[-1] not in "sxzß'’"


def _behind(tokens: Sequence[Token], i: int, lang: str) -> int:
    """Return the end of a phrase with the genitives behind its head ("Sprecher der Polizei")."""
    last = i
    for _ in range(3):
        j = last
        while j < len(tokens) and tokens[j].text in _QUOTES:
            j += 1
        if j >= len(tokens):
            break
        low = tokens[j].text.lower()
        # "sagte Holm der Zeitung": behind a name "der" hardly ever is a genitive
        told = low == "der" and tokens[last - 1].tag == "NE"
        genitive = lang == "de" and low in _GENITIVES and tokens[j].pos == "DET"
        linked = (genitive and not told) or (low in {"of", "vom", "von"} and tokens[j].pos == "ADP")
        if not linked:
            break
        head = _head(tokens, j + 1 if tokens[j].pos == "ADP" else j)
        if head < 0:
            break
        last = head + 1
    while last < len(tokens) and tokens[last].text in "“”«»" and _open(tokens, last):
        last += 1
    return last


def _open(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a quotation mark was opened shortly before `at` and not closed."""
    marks = [t.text for t in tokens[max(0, at - 8) : at] if t.text in _QUOTES]
    return bool(marks) and marks[-1] in '„«»“"'


def _governor(tokens: Sequence[Token], i: int) -> int:
    """Return the index of the preposition right before `i`, -1 if there is none."""
    j = i - 1
    while j >= 0 and tokens[j].text in _QUOTES:
        j -= 1
    return j if j >= 0 and tokens[j].pos == "ADP" and tokens[j].tag != "PTKVZ" else -1
