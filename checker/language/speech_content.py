"""Find the clauses that hold what is said.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.language.clauses import Clause
from checker.language.speech_subject import verb_first
from checker.language.speech_words import THAT, SpeechWords, has_word_beside, is_saying
from checker.model import Token

#: What leads to the number somebody gives.
_AMOUNTS: Final = frozenset({"auf", "mit", "von", "at", "as"})
_INDEFINITE: Final = frozenset({"einem", "einer"})


def content_of(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    quoted: Sequence[bool],
    k: int,
    words: SpeechWords,
) -> tuple[int, ...]:
    """Return the clauses that say what is said by clause `k`, empty if there are none."""
    that = [i for i in range(k + 1, len(clauses)) if clauses[i].opener in THAT]
    others = [
        i
        for i, c in enumerate(clauses)
        if i != k
        and c.kind == "main"
        and c.finite >= 0
        and (quoted[c.finite] or not _also_says(tokens, clauses, i, k, words))
    ]
    if clauses[k].kind == "sub":  # "wie X mitteilte" vouches for the main clauses
        return tuple(others)
    inside = [i for i in others if quoted[clauses[i].finite]]
    if not inside and k + 1 in others and tokens[clauses[k].last - 1].text == ":":
        return tuple(i for i in others if i > k)
    inverted = verb_first(tokens, clauses[k], quoted) and tokens[clauses[k].first].pos != "CCONJ"
    inverted = inverted or trails(tokens, clauses, k)
    told = [i for i in others if (i < k and inverted) or (i > k and clauses[i].mood)]
    if inside:
        return tuple(sorted({*inside, *told}))
    if that and that[0] <= k + 3 and not told:
        return tuple(i for i in that if clauses[i].opener == clauses[that[0]].opener)
    if told:
        return tuple(told)
    wished = [i for i in range(k + 1, min(k + 4, len(clauses))) if clauses[i].kind == "infinitive"]
    if wished:
        return (k, wished[0])
    if inverted and k > 0 and not others and all(c.kind == "fragment" for c in clauses[:k]):
        return tuple(range(k))
    light = has_word_beside(tokens, clauses[k], words)
    wishing = light or clauses[k].verb in words.thinks | words.demands
    if wishing and any(tokens[i].tag == "TO0" for i in range(clauses[k].finite, clauses[k].last)):
        return (k,)  # "expects the bridge to open"
    if light or clauses[k].verb in words.says | words.thinks:
        near = [i for i in others if _right_behind(tokens, clauses, k, i)]
        if near:
            return tuple(near)
        if any(quoted) and clauses[k].verb in words.says:
            return (k,)
    return ()


def _also_says(
    tokens: Sequence[Token], clauses: Sequence[Clause], i: int, k: int, words: SpeechWords
) -> bool:
    """Return whether clause `i` is another clause of saying beside clause `k`."""
    if not is_saying(tokens, clauses[i], words):
        return False
    return i < k or tokens[clauses[i].first].pos == "CCONJ"


def _right_behind(tokens: Sequence[Token], clauses: Sequence[Clause], k: int, other: int) -> bool:
    """Return whether a clause follows the verb of saying without "und" ("X said it was")."""
    first = clauses[other].first
    before, verb = tokens[first - 1], clauses[k].main_verb
    tied = before.text in {",", ":"} or first - 1 == verb
    tied = tied or (first - 2 == verb and before.pos in {"NOUN", "PRON"})  # "told reporters it …"
    return other == k + 1 and tied and tokens[first].pos != "CCONJ"


def trails(tokens: Sequence[Token], clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a clause of saying hangs at the end (", police said.")."""
    clause = clauses[k]
    if k == 0 or clause.kind != "main" or clause.subject is None:
        return False
    if tokens[clause.finite].tag.endswith("FIN"):
        return False  # German puts the verb first there
    behind = [i for i in range(clause.main_verb + 1, clause.last) if tokens[i].pos != "PUNCT"]
    comma = any(tokens[i].text == "," for i in range(max(0, clause.first - 2), clause.first + 1))
    later = any(c.kind == "main" for c in clauses[k + 1 :])
    joined = tokens[clause.first].pos in {"CCONJ", "SCONJ"}
    return comma and not joined and not later and len(behind) <= 6 and clause.first > 0


def counts(tokens: Sequence[Token], clause: Clause) -> bool:
    """Return whether a clause puts a number on something ("schätzt den Schaden auf 5000 Euro").

    "Sprach von einem Fehler", "geht von Brandstiftung aus" are told in the same way.
    """
    for i in range(clause.first, clause.last - 1):
        if tokens[i].pos == "ADP" and tokens[i].text.lower() in _AMOUNTS:
            behind = [t for t in tokens[i + 1 : min(i + 5, clause.last)] if t.pos != "PUNCT"]
            if behind and behind[0].text.lower() in _INDEFINITE:
                return True
            if behind and behind[0].pos == "NOUN" and tokens[i].text == "von":
                return True
            if any(t.pos == "NUM" for t in behind):
                return True
    return False
