"""Say who a noun phrase names as a speaker: a person, a body, a medium, or nobody in particular.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checker.language.data import language_data, languages
from checker.language.names import fold, is_place, is_title
from checker.language.phrases import Phrase
from checker.model import Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as a phrase names one.

    Attributes:
        text: As written.
        start: Offset of the phrase in the sentence.
        end: Its end.
        key: Folded family name or body.
        kind: person, body, medium, anonymous.
        role: Lower-case title without the name ("kreml-sprecher"), empty if none.
        pronoun: he, she, they (a body), it, or role ("der Sprecher") if the phrase stands for
            somebody named elsewhere, else empty.
        female: True or False if the words tell, else None.
    """

    text: str
    start: int
    end: int
    key: str
    kind: str
    role: str = ""
    pronoun: str = ""
    female: bool | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """The data file's table ``[speakers]``."""

    anonymous: frozenset[str]
    named: frozenset[str]
    medium: frozenset[str]
    media_names: frozenset[str]
    spokes: frozenset[str]
    body: frozenset[str]
    seats: frozenset[str]
    they: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    it: frozenset[str]
    female: frozenset[str]


@cache
def lists(lang: str) -> Lists:
    """Return the speakers' words of a language."""
    data: dict[str, Any] = language_data(lang).get("speakers", {}) if lang in languages() else {}
    return Lists(**{name: frozenset(data.get(name, ())) for name in Lists.__slots__})


@lru_cache(maxsize=100_000)
def ends_in(word: str, endings: frozenset[str]) -> bool:
    """Return whether a word is one of `endings` or a compound of one ("Kreml-Quellen")."""
    if word in endings:
        return True
    tail = word.rpartition("-")[2]
    return tail in endings or any(len(e) > 4 and word.endswith(e) for e in endings)


def speaker(tokens: Sequence[Token], phrase: Phrase, lang: str) -> Speaker:
    """Return whom a noun phrase names."""
    known = lists(lang)
    inside = tokens[phrase.first : phrase.last]
    start, end = inside[0].start, inside[-1].end
    text = _text(inside)
    low = text.lower()
    if len(inside) == 1 and inside[0].pos in {"PRON", "DET"}:
        return _pronoun(text, start, end, low, known)
    name = _name_tokens(tokens, phrase)
    head = tokens[phrase.head]
    lemma = head.lemma.lower()
    role = _role(inside)
    female = _female(role, lang)
    noun = role.rpartition(" ")[2]
    paper = ends_in(lemma, known.medium) or ends_in(noun, known.medium)
    if paper or _names_medium(inside, known):
        key = fold(name[-1].text if name else lemma)
        return Speaker(text, start, end, key, "medium", role)
    if name:
        return _named(text, start, end, name, role, female, lang, known)
    genitive = tokens[phrase.head + 1 : phrase.last]
    if ends_in(lemma, known.spokes):
        return _spokesman(text, start, end, lemma, genitive, female, known)
    if ends_in(lemma, known.anonymous):
        return Speaker(text, start, end, fold(lemma), "anonymous", role)
    if ends_in(lemma, known.body):
        return Speaker(text, start, end, fold(lemma), "body", role)
    if is_title(lemma, lang):
        return Speaker(text, start, end, fold(lemma), "person", role, "role", female)
    return Speaker(text, start, end, fold(lemma), "body" if not genitive else "person", role)


def can_speak(who: Speaker, lang: str) -> bool:
    """Return whether a speaker is somebody who can be quoted, and no thing ("die Chancen")."""
    if who.kind != "body" or not who.role:
        return who.kind in {"person", "body", "anonymous"}
    known, noun = lists(lang), who.role.rpartition(" ")[2]
    return ends_in(noun, known.body) or ends_in(noun, known.spokes) or who.key != fold(noun)


def _names_medium(inside: Sequence[Token], known: Lists) -> bool:
    """Return whether a phrase names a medium ("die Zeit"; "einige Zeit" does not)."""
    found = [n for n, t in enumerate(inside) if t.text.lower() in known.media_names]
    if not found or any(inside[n].pos == "PROPN" for n in found):
        return bool(found)
    return not any(t.pos in {"ADJ", "PRON", "NUM"} or t.tag == "PIAT" for t in inside[: found[0]])


def _text(inside: Sequence[Token]) -> str:
    text = ""
    for token in inside:
        text += " " * (token.start - inside[0].start - len(text)) + token.text
    return text.strip('„“”"«»‚‘ ')


def _role(inside: Sequence[Token]) -> str:
    """Return the title in a phrase with its attributes ("russisch präsident")."""
    words: list[str] = []
    for token in inside:
        if token.pos == "ADJ":
            words.append(token.lemma.lower())
        elif token.pos == "NOUN":
            return " ".join([*words, token.lemma.lower()])
    return ""


def _pronoun(text: str, start: int, end: int, low: str, known: Lists) -> Speaker:
    if low in known.anonymous:
        return Speaker(text, start, end, low, "anonymous")
    for kind, words in (
        ("they", known.they),
        ("he", known.he),
        ("she", known.she),
        ("it", known.it),
    ):
        if low in words:
            return Speaker(text, start, end, "", "person", "", kind, _SEX.get(kind))
    return Speaker(text, start, end, "", "person", "", "it")


_SEX = {"he": False, "she": True}


def _name_tokens(tokens: Sequence[Token], phrase: Phrase) -> list[Token]:
    """Return the words of the name in a phrase: the run that ends at its head."""
    run: list[Token] = []
    for i in range(phrase.head, phrase.first - 1, -1):
        token = tokens[i]
        title_before = i > phrase.first and tokens[i - 1].pos in {"NOUN", "PROPN"}
        if token.pos == "PROPN" or (token.pos == "NOUN" and i == phrase.head and title_before):
            run.append(token)
        elif token.text not in '„“”"':
            break
    return run[::-1]


def _female(role: str, lang: str) -> bool | None:
    role = role.rpartition(" ")[2]
    if role in {"frau", "mrs", "ms"} or (lang == "de" and role.endswith("in") and len(role) > 5):
        return True
    return False if role and is_title(role, lang) else None


def _named(
    text: str,
    start: int,
    end: int,
    name: list[Token],
    role: str,
    female: bool | None,
    lang: str,
    known: Lists,
) -> Speaker:
    low = name[-1].text.lower()
    key = fold(name[-1].text)
    if low in known.seats or (len(name) == 1 and not role and is_place(name[0].text, lang)):
        return Speaker(text, start, end, key, "body", role)
    if not role and len(name) == 1 and name[0].text.isupper() and len(low) > 1:
        return Speaker(text, start, end, key, "body", role)
    noun = role.rpartition(" ")[2]
    if noun and ends_in(noun, known.body) and not is_title(noun, lang):
        return Speaker(text, start, end, key, "body", role)
    return Speaker(text, start, end, key, "person", role, "", female)


def _spokesman(
    text: str,
    start: int,
    end: int,
    lemma: str,
    genitive: Sequence[Token],
    female: bool | None,
    known: Lists,
) -> Speaker:
    """Return the body that an unnamed spokesperson speaks for."""
    nouns = [t for t in genitive if t.pos in {"NOUN", "PROPN"}]
    if nouns:
        return Speaker(text, start, end, fold(nouns[0].lemma), "body", lemma, "", female)
    for spoke in known.spokes:
        front = lemma.removesuffix(spoke).rstrip("-")
        if front and front != lemma:
            return Speaker(text, start, end, fold(front), "body", lemma, "", female)
    return Speaker(text, start, end, fold(lemma), "body", lemma, "role", female)
