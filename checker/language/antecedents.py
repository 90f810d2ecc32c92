"""Guess what a pronoun subject stands for, from the sentence before.

"Uschakow bestätigte das Gespräch. Es habe 2,5 Stunden gedauert": gender and number of the
pronoun pick the last noun phrase that fits.  Only context, never put into a quote.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.language.phrases import Phrase, noun_phrases
from checker.model import Token


@cache
def _words(lang: str) -> dict[str, frozenset[str]]:
    data: dict[str, Any] = language_data(lang).get("antecedents", {}) if lang in languages() else {}
    return {name: frozenset(words) for name, words in data.items()}


def antecedent(
    tokens: Sequence[Token],
    clause: Clause | None,
    before: Sequence[Sequence[Token]],
    lang: str,
) -> str:
    """Return the noun phrase the subject of a clause stands for, empty if none is needed.

    Args:
        tokens: The sentence.
        clause: The clause that carries its content.
        before: The sentences before, the nearest first.
        lang: Language of the text.
    """
    words = _words(lang)
    if clause is None or clause.subject is None or not words:
        return ""
    subject = tokens[clause.subject.first : clause.subject.last]
    low = subject[0].text.lower()
    if len(subject) > 1 or clause.verb in words["expletive_verbs"]:
        return ""
    genders = [
        gender
        for gender, pronoun in (("neuter", "es"), ("masculine", "er"), ("feminine", "sie"))
        if low in words[pronoun]
    ]
    if not genders or (low in words["es"] and _announces(tokens, clause)):
        return ""
    following = tokens[clause.finite + 1 : clause.finite + 3]
    if clause.verb in {"sein", "be"} and any(t.pos == "NUM" for t in following):
        return ""  # "Es waren zwölf"
    plural = tokens[clause.finite].text.lower().endswith("n")
    for earlier in before[:3]:
        found = _last_fitting(earlier, words[genders[0]], genders[0], lang, plural=plural)
        if found:
            return found
    return ""


def _announces(tokens: Sequence[Token], clause: Clause) -> bool:
    """Return whether "es" only announces a clause ("Es ist unklar, wer anrief")."""
    following = tokens[clause.last : clause.last + 1]
    verb = tokens[clause.finite].lemma.lower() if clause.finite >= 0 else ""
    return bool(following) and clause.verb in {"sein", "be", verb} and following[0].pos in {
        "SCONJ", "PRON", "ADV",
    }  # fmt: skip


def _last_fitting(
    tokens: Sequence[Token], articles: frozenset[str], gender: str, lang: str, *, plural: bool
) -> str:
    phrases = [p for p in noun_phrases(tokens, lang) if tokens[p.head].pos in {"NOUN", "PROPN"}]
    if lang != "de":
        people = gender != "neuter"
        fit = [p for p in phrases if (tokens[p.head].pos == "PROPN") == people]
    else:
        fit = [p for p in phrases if _agrees(tokens, p, articles, gender)]
        if gender == "feminine":
            fit = [p for p in fit if _plural(tokens, p) == plural]
    free = [p for p in fit if p.preposition < 0]
    chosen = (free or fit)[-1:] if gender == "neuter" else free[:1]
    return _text(tokens, chosen[0]) if chosen else ""


def _plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether the form of a head differs from its base form as a plural does."""
    head = tokens[phrase.head]
    return head.pos == "NOUN" and head.text.lower() != head.lemma.lower()


def _agrees(tokens: Sequence[Token], phrase: Phrase, articles: frozenset[str], gender: str) -> bool:
    """Return whether the article of a phrase fits the gender of the pronoun."""
    first = tokens[phrase.first]
    if first.pos == "PROPN" or tokens[phrase.head].pos == "PROPN":
        return gender != "neuter"
    if phrase.preposition >= 0 and first.pos != "DET":
        first = tokens[phrase.preposition]
    low = first.text.lower()
    if low not in articles:
        return False
    clash = {"der": phrase.case != "" and gender == "masculine", "ein": False}
    return not clash.get(low, False)


def _text(tokens: Sequence[Token], phrase: Phrase) -> str:
    text = ""
    inside = tokens[phrase.first : phrase.head + 1]
    for token in inside:
        text += " " * (token.start - inside[0].start - len(text)) + token.text
    return text
