"""Cut a sentence into the stretches that make a claim each.

Most sentences are one.  A main clause with a verb and a subject of its own is another ("A war B,
und Y war C"), and so is one that has a teller of its own ("A zählte 50, B sprach von 90").

Floor 3 (read).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from checker.language.clauses import Clause
from checker.language.discourse import Heard
from checker.model import Token

#: Fewest words of a main clause that becomes a claim of its own.
_FEWEST_WORDS = 4


def pieces_of(
    words: Sequence[Token], found: Sequence[Clause], heard: Heard
) -> list[tuple[int, int]]:
    """Return spans of tokens that make a claim each; most sentences are one."""
    turns = {turn.clause for turn in heard.turns}
    cuts = [0]
    cuts += [
        c.first
        for k, c in enumerate(found)
        if k in turns or (k in heard.content[1:] and _independent(words, found, k))
    ]
    bounds = [*cuts, len(words)]
    pieces = list(itertools.pairwise(bounds))
    return pieces if all(_worded(words, a, b) for a, b in pieces) else [(0, len(words))]


def _worded(words: Sequence[Token], a: int, b: int) -> bool:
    return sum(t.pos != "PUNCT" for t in words[a:b]) >= _FEWEST_WORDS


def _independent(words: Sequence[Token], found: Sequence[Clause], k: int) -> bool:
    """Return whether clause `k` is a main clause that can stand without the ones before it."""
    clause = found[k]
    before = next((c for c in reversed(found[:k]) if c.kind != "fragment"), None)
    if clause.kind != "main" or before is None or clause.subject is None:
        return False
    lead = next(i for i in range(clause.first, clause.last) if words[i].pos != "PUNCT")
    opens = (
        words[lead + 1] if words[lead].pos == "CCONJ" and lead + 1 < clause.last else words[lead]
    )
    if opens.start >= words[clause.finite].start:
        return False  # the verb comes first: the main clause of the one before it
    if clause.subject.first < clause.first or clause.main_verb < 0:
        return False
    if clause.mood == "first" and before.mood != "first":
        return False  # what the clause before tells of ("im Glauben, es sei Gold")
    if words[lead].text.lower() in {"desto", "umso"} or _verb_last(words, clause):
        return False
    if words[clause.first].pos == "CCONJ" and words[clause.first].text.lower() in {"denn", "for"}:
        return False
    if before.passive and _shares_passive(words, clause):
        return False
    ahead = next((i for i in range(before.first, before.last) if words[i].pos != "PUNCT"), -1)
    if ahead == before.finite:
        return False  # "Should the slope hold, …": a condition
    mains = [c for c in found[:k] if c.kind == "main"]
    previous = words[clause.first - 1].text
    joined = words[lead].pos == "CCONJ"
    return (
        bool(mains)
        and (joined or previous in {";", ",", "–", "—", "‒"})
        and not (before.kind in {"sub", "relative", "infinitive"} and not joined)
    )


def _verb_last(words: Sequence[Token], clause: Clause) -> bool:
    """Return whether the verbs stand together at the end, which no German main clause has."""
    behind = any(t.pos != "PUNCT" for t in words[clause.finite + 1 : clause.last])
    return not behind and words[clause.finite - 1].tag in {"VVPP", "VAPP", "VVINF", "VAINF"}


def _shares_passive(words: Sequence[Token], clause: Clause) -> bool:
    """Return whether a participle only looks finite ("four were killed and 20 injured")."""
    behind = words[clause.finite + 1 : clause.finite + 2]
    bare = not behind or behind[0].pos not in {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    return words[clause.finite].tag == "VVD" and clause.main_verb == clause.finite and bare


def trimmed(words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the span of a piece without the conjunction and the marks that join it."""
    joins = {",", ";", "–", "—", "‒"}
    while first < last - 1 and words[first].text in joins:
        first += 1
    while last > first + 1 and words[last - 1].text in joins:
        last -= 1
    return words[first].start, words[last - 1].end
