"""Find negating words, what they negate, and whether a sentence as a whole denies.

"Nicht nur" negates nothing; "nicht alle" denies the whole and leaves a part standing; "keiner"
leaves nothing.  A verb can deny by itself (dementierte, verzichtet).

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.model import Cue, Token


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word.

    Attributes:
        cue: The word, in the offsets of the tokens.
        token: Its index.
        clause: Index of the clause it belongs to, -1 if clauses were not given.
        strength: whole ("keiner"), part ("nicht alle"), without ("ohne"), verb ("verzichtet"),
            denial ("dementierte").
    """

    cue: Cue
    token: int
    clause: int
    strength: str


@dataclass(frozen=True, slots=True)
class _Words:
    whole: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    without: frozenset[str]
    cancelled: frozenset[str]
    part: frozenset[str]
    verbs: frozenset[str]
    denials: frozenset[str]
    more: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data = language_data(lang).get("negation", {}) if lang in languages() else {}
    names = ("words", "determiners", "pronouns", "prepositions", "cancelled_by_next", "part")
    sets = [frozenset(data.get(name, ())) for name in (*names, "verbs", "denials", "and_more")]
    return _Words(*sets)


def negating_verbs(lang: str) -> frozenset[str]:
    """Return verbs that say that something does not happen ("verzichten", "vermeiden")."""
    return _words(lang).verbs


def turns_round(text: str, base: str, lang: str) -> bool:
    """Return whether a word by itself turns a statement round: it negates, refrains or denies.

    Args:
        text: The word as written.
        base: Its base form, the particle of a separable verb joined to it.
        lang: Its language.
    """
    words, low = _words(lang), text.lower().replace("’", "'")
    small = words.whole | words.determiners | words.pronouns | words.without
    return low in small or low.endswith("n't") or base in words.verbs or base in words.denials


def negations(
    tokens: Sequence[Token], clauses: Sequence[Clause], lang: str
) -> tuple[Negation, ...]:
    """Return the negating words of a sentence, in order."""
    words = _words(lang)
    found: list[Negation] = []
    for i, token in enumerate(tokens):
        strength = _strength(tokens, i, words)
        if strength and not _paired(tokens, i):
            found.append(_negation(token, i, clauses, strength))
    for clause in clauses:
        if clause.main_verb < 0:
            continue
        verbs = {clause.verb, _phrasal(tokens, clause)}
        if strength := (
            "verb" if verbs & words.verbs else "denial" if verbs & words.denials else ""
        ):
            token = tokens[clause.main_verb]
            found.append(_negation(token, clause.main_verb, clauses, strength))
    return tuple(sorted(found, key=lambda n: n.token))


def _paired(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a "nor" only goes on with a "neither"."""
    before = (t.text.lower() for t in tokens[:i])
    return tokens[i].text.lower() == "nor" and "neither" in before


def _phrasal(tokens: Sequence[Token], clause: Clause) -> str:
    """Return the verb with the particle behind it ("rule out")."""
    at = clause.main_verb + 1
    return f"{clause.verb} {tokens[at].text.lower()}" if at < len(tokens) else clause.verb


def taken_back(following: str, lang: str) -> bool:
    """Return whether the word after a negation takes it back ("nicht nur", "not merely")."""
    return following.lower() in _words(lang).more


def _negation(token: Token, at: int, clauses: Sequence[Clause], strength: str) -> Negation:
    clause = next((k for k, c in enumerate(clauses) if c.first <= at < c.last), -1)
    return Negation(Cue(token.start, token.end, token.text), at, clause, strength)


def _strength(tokens: Sequence[Token], i: int, words: _Words) -> str:
    """Return how a word negates, empty if it does not."""
    low = tokens[i].text.lower().replace("’", "'")
    after = [t.text.lower() for t in tokens[i + 1 : i + 3] if t.pos != "PUNCT"]
    if low in words.whole:
        if after and (after[0] in words.cancelled or " ".join(after) in words.cancelled):
            return ""
        return "part" if after and after[0] in words.part else "whole"
    if low in words.determiners and " ".join(after) in words.cancelled:
        return ""  # "no fewer than 20"
    if low in words.pronouns or low in words.determiners:
        # "no" as an answer and "No. 5" negate nothing; a determiner needs something behind it.
        return "whole" if after or low in words.pronouns else ""
    return "without" if low in words.without else ""


def denies(found: Sequence[Negation], clauses: Sequence[Clause], content: Sequence[int]) -> bool:
    """Return whether the statement in the clauses numbered `content` is a denial.

    Two negations in one clause cancel out; "ohne" and negations in relative clauses or in
    conditions narrow a statement but do not turn it round.
    """
    for k in content:
        inside = [n for n in found if n.clause == k and n.strength != "without"]
        if len(inside) % 2 == 1:
            return True
    mains = [n for n in found if clauses[n.clause].kind == "main"]
    taken = {n.clause for n in mains if n.strength in {"whole", "part"}}
    return any(n.strength == "denial" and n.clause not in taken for n in mains)
