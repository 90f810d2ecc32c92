"""Find who a verb of saying has for its subject, around quotations and appositions.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from checker.language.clauses import Clause
from checker.language.names import is_title
from checker.language.phrases import Phrase
from checker.language.speakers import Speaker, ends_in, lists, speaker
from checker.model import Token

_NAMES: Final = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PRON"})


def subject_of(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    k: int,
    lang: str,
) -> Speaker | None:
    """Return the subject of a clause of saying, looked for outside of quotations."""
    clause = clauses[k]
    found = clause.subject
    if found is not None and quoted[found.head]:
        found = None
    fit = [
        p
        for p in phrases
        if clause.finite < p.first < clause.last and p.preposition < 0 and not quoted[p.head]
    ]
    after = next((p for p in fit if p.case in {"", "nominative"}), None)
    if tokens[clause.first].pos == "CCONJ" and verb_first(tokens, clause, quoted):
        # "X kam und sagte": the subject is the one of the clause before
        found = next((c.subject for c in reversed(clauses[:k]) if c.kind == "main"), after)
    elif found is not None and _taken_up(tokens, clauses, k, found, lang):
        pass  # "Dänemark, das die Insel besitzt, kritisierte den Plan"
    elif verb_first(tokens, clause, quoted) and _something_before(clauses, quoted, k):
        told = after if _inserted(tokens, clauses, k) else None
        found = told or _nearer(tokens, found, after, clause, lang)
    elif found is not None and after is not None and _thing(tokens, found, after, lang):
        found = after  # "Dies bestätigte Peskow", "Die Pläne bestätigte Peskow"
    if found is not None and clause.kind == "relative":
        heads = [p for p in phrases if p.last <= clause.first]
        found = heads[-1] if heads else None
    return _apposed(tokens, phrases, found, lang) if found is not None else None


def _apposed(
    tokens: Sequence[Token], phrases: Sequence[Phrase], found: Phrase, lang: str
) -> Speaker:
    """Return the speaker with the name behind a comma ("its secretary, Gwen Larkspur")."""
    who = speaker(tokens, found, lang)
    if who.kind == "anonymous" or any(t.pos == "PROPN" for t in tokens[found.first : found.last]):
        return who
    behind = next((p for p in phrases if p.first == found.last + 1), None)
    if behind is None or tokens[found.last].text != "," or tokens[behind.first].pos != "PROPN":
        return who
    if not (is_title(tokens[found.head].lemma, lang) or ends_in(who.role, lists(lang).spokes)):
        return who
    named = speaker(tokens, behind, lang)
    return replace(named, role=who.role, female=who.female, kind="person")


def verb_first(tokens: Sequence[Token], clause: Clause, quoted: Sequence[bool]) -> bool:
    """Return whether nothing but marks, adverbs and quotations precede the verb."""
    return all(
        quoted[i] or tokens[i].pos in {"PUNCT", "ADV", "CCONJ"}
        for i in range(clause.first, clause.finite)
    )


def _taken_up(
    tokens: Sequence[Token], clauses: Sequence[Clause], k: int, found: Phrase, lang: str
) -> bool:
    """Return whether a clause takes up a subject that an insertion parts from its verb."""
    if found.last > clauses[k].first or k == 0 or clauses[k - 1].first < found.last:
        return False
    if _inserted(tokens, clauses, k):
        return False
    known = lists(lang)
    lemma = tokens[found.head].lemma.lower()
    named = tokens[found.head].pos == "PROPN" or is_title(lemma, lang)
    return named or any(
        ends_in(lemma, some) for some in (known.body, known.spokes, known.medium, known.anonymous)
    )


def _inserted(tokens: Sequence[Token], clauses: Sequence[Clause], k: int) -> bool:
    """Return whether verb and speaker alone part a clause ("Trump, sagt Holm, sei …")."""
    behind = [i for i in range(clauses[k].finite + 1, clauses[k].last) if tokens[i].pos != "PUNCT"]
    alone = all(tokens[i].pos in _NAMES for i in behind)
    return bool(behind) and alone and k + 1 < len(clauses)


def _something_before(clauses: Sequence[Clause], quoted: Sequence[bool], k: int) -> bool:
    """Return whether what is said can stand before the verb of saying."""
    return k > 0 or any(quoted[: clauses[k].finite])


def _empty(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether a phrase is "dies", "das" or "es"."""
    return phrase.last - phrase.first == 1 and tokens[phrase.first].text.lower() in {
        "dies", "das", "es", "dieses", "this", "that", "it",
    }  # fmt: skip


def _thing(tokens: Sequence[Token], before: Phrase, after: Phrase, lang: str) -> bool:
    """Return whether the phrase before the verb is what is said, not who says it."""
    if _empty(tokens, before):
        return True
    if before.last > after.first or tokens[before.head].pos in {"PROPN", "PRON"}:
        return False
    known = lists(lang)
    lemma = tokens[before.head].lemma.lower()
    speaks = any(ends_in(lemma, some) for some in (known.body, known.medium, known.anonymous))
    named = tokens[after.head].pos == "PROPN" or ends_in(
        tokens[after.head].lemma.lower(), known.body | known.spokes
    )
    return named and not speaks and not ends_in(lemma, known.spokes) and not is_title(lemma, lang)


def _nearer(
    tokens: Sequence[Token],
    before: Phrase | None,
    after: Phrase | None,
    clause: Clause,
    lang: str,
) -> Phrase | None:
    """Return the speaker of an inverted tag: behind the verb, unless a medium stands there.

    „…“, Keith Holm, Gesandter der Regierung, sagte Fox News: the name before the verb speaks.
    """
    if after is None or before is None or before.last > clause.first:
        return after or before
    if lang == "en":
        return before
    if tokens[before.head].pos != "PROPN":
        return after
    full = before.last - before.first > 1
    return before if full or speaker(tokens, after, lang).kind == "medium" else after
