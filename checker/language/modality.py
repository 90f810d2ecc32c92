"""Say in which way a sentence speaks: fact, plan, possibility, condition, question, demand.

Read from the clause that carries the statement, not from the one that says who said it.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.language.hedges import reported
from checker.model import Token


@dataclass(frozen=True, slots=True)
class _Words:
    possible_words: frozenset[str]
    possible_verbs: frozenset[str]
    planned_verbs: frozenset[str]
    planned_words: frozenset[str]
    wanting: frozenset[str]
    future: frozenset[str]
    should: frozenset[str]
    must: frozenset[str]
    conditions: frozenset[str]
    demanding: frozenset[str]
    toll: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data: dict[str, Any] = language_data(lang).get("modality", {}) if lang in languages() else {}
    return _Words(**{name: frozenset(data.get(name, ())) for name in _Words.__slots__})


def modality(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    content: Sequence[int],
    lang: str,
    *,
    stance: str = "says",
    told: bool = False,
) -> str:
    """Return the modality of a statement.

    Args:
        tokens: The sentence.
        clauses: Its clauses.
        content: Indices of the clauses that carry the statement.
        lang: Language of the sentence.
        stance: What the verb of saying does; one that demands makes a demand.
        told: Whether somebody else than the outlet says it; then "sollte" demands.
    """
    words = _words(lang)
    last = next((t.text for t in reversed(tokens) if t.text not in "\"'“”’»«)"), "")
    if last == "?" or stance == "asks":
        return "question"
    if stance == "demands":
        return "demand"
    carrying = [clauses[k] for k in content]
    if any(c.opener in words.conditions and c.kind == "sub" for c in clauses) and any(
        c.mood == "second" for c in carrying
    ):
        return "condition"
    for k, clause in zip(content, carrying, strict=True):
        if _inverted_condition(tokens, clauses, k, words):
            return "condition"
        found = _of_clause(tokens, clause, words, told)
        if found != "fact":
            return found
    return "fact"


def _of_clause(tokens: Sequence[Token], clause: Clause, words: _Words, told: bool) -> str:
    inside = [tokens[i] for i in range(clause.first, clause.last)]
    forms = {
        t.text.lower()
        for i, t in enumerate(inside, clause.first)
        if i == clause.main_verb or not _reduced(tokens, i)
    }
    forms |= {f"{a.text.lower()} {b.text.lower()}" for a, b in pairwise(inside) if b.tag != "PRP"}
    lemma = tokens[clause.finite].lemma.lower() if clause.finite >= 0 else ""
    form = tokens[clause.finite].text.lower() if clause.finite >= 0 else ""
    taken = any(t.lemma.lower() in words.toll for t in inside)
    if clause.verb in words.demanding and clause.kind == "main" and not taken:
        return "demand"
    if forms & words.possible_words:
        return "possibility"
    if lemma in words.possible_verbs or form in words.possible_verbs:
        if clause.mood == "second" or form in {"mag", "may", "might", "could"}:
            return "possibility"
        return "fact"
    if lemma in words.should or form in words.should:
        if reported(tokens, clause, words.should):
            return "fact"
        wanted = (told and clause.mood == "second") or form in {"should", "ought"}
        return "demand" if wanted else "plan"
    if (lemma in words.must or form in words.must) and form[:6] not in {"musste", "mussten"}:
        return "demand"
    if lemma in words.wanting or form in words.wanting:
        return "plan"
    if _future(inside, clause, lemma, form, words):
        return "plan"
    if clause.verb in words.planned_verbs or forms & words.planned_words:
        return "plan"
    return "fact"


def _reduced(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a participle only describes ("the operations planned", "as planned")."""
    if i > 0 and tokens[i - 1].text.lower() in {"wie", "as"}:
        return True
    return tokens[i].tag == "VVN" and i > 0 and tokens[i - 1].pos in {"NOUN", "PROPN"}


def _future(inside: Sequence[Token], clause: Clause, lemma: str, form: str, words: _Words) -> bool:
    """Return whether the finite verb is a future auxiliary with an infinitive."""
    if form in words.future and lemma != "werden":
        return True
    infinitive = any(t.tag in {"VVINF", "VAINF", "VMINF"} for t in inside)
    participle = any(t.tag == "VVPP" for t in inside)
    if lemma not in words.future or form in {"wurde", "wurden"} or clause.mood == "second":
        return False
    passive = any(t.text.lower() == "werden" and t.tag == "VAINF" for t in inside)
    return infinitive and (not participle or passive)


def _inverted_condition(
    tokens: Sequence[Token], clauses: Sequence[Clause], k: int, words: _Words
) -> bool:
    """Return whether the clause opens with its verb as a condition ("Sollte er kommen, …").

    Behind an insertion a verb only takes up its sentence again ("Viele, die kamen, hätten …").
    """
    clause = clauses[k]
    if k > 0 and (clauses[k - 1].kind != "main" or clauses[k - 1].finite < 0):
        return False
    first = next((i for i in range(clause.first, clause.last) if tokens[i].pos != "PUNCT"), -1)
    opens = clause.mood == "second" or tokens[first].text.lower() in words.conditions
    return first == clause.finite >= 0 and opens and (k > 0 or clause.last < len(tokens))
