"""Find words that weaken a statement: offenbar, mutmaßlich, "soll … haben", allegedly.

Words that make a *number* approximate (rund, etwa, about) are no hedges of the statement; they
belong to the figure.

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.model import Cue, Token


@cache
def _lists(
    lang: str,
) -> tuple[frozenset[str], re.Pattern[str] | None, frozenset[str], frozenset[str]]:
    data = language_data(lang).get("hedges", {}) if lang in languages() else {}
    phrases = sorted(data.get("phrases", ()), key=len, reverse=True)
    pattern = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return (
        frozenset(data.get("words", ())),
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None,
        frozenset(data.get("verbs", ())),
        frozenset(data.get("hearsay", ())),
    )


def hedges(
    text: str, tokens: Sequence[Token], clauses: Sequence[Clause], lang: str
) -> tuple[Cue, ...]:
    """Return the weakening words of a sentence; offsets are those of `text` and its tokens."""
    words, phrases, verbs, hearsay = _lists(lang)
    found: list[Cue] = []
    if phrases is not None:
        found += [Cue(m.start(), m.end(), m[0]) for m in phrases.finditer(text)]
    found += [
        Cue(t.start, t.end, t.text)
        for t in tokens
        if t.text.lower() in words and not any(c.start <= t.start < c.end for c in found)
    ]
    for clause in clauses:
        if clause.main_verb >= 0 and clause.verb in verbs and clause.kind == "main":
            verb = tokens[clause.main_verb]
            found.append(Cue(verb.start, verb.end, verb.text))
        if reported(tokens, clause, hearsay):
            modal = tokens[clause.finite]
            found.append(Cue(modal.start, modal.end, modal.text))
    unique = {(c.start, c.end): c for c in found}
    return tuple(unique[key] for key in sorted(unique))


def hearsay(tokens: Sequence[Token], clause: Clause, lang: str) -> bool:
    """Return whether a clause tells what others say ("soll … gestohlen haben")."""
    return reported(tokens, clause, _lists(lang)[3])


def reported(tokens: Sequence[Token], clause: Clause, hearsay: frozenset[str]) -> bool:
    """Return whether a clause is hearsay: present "soll" with a perfect infinitive."""
    if clause.finite < 0 or tokens[clause.finite].lemma.lower() not in hearsay:
        return False
    if tokens[clause.finite].text.lower() not in {"soll", "sollen"}:
        return False
    words = [tokens[i] for i in range(clause.first, clause.last) if tokens[i].pos != "PUNCT"]
    participle = any(t.tag in {"VVPP", "VAPP"} for t in words)
    return participle and any(t.text.lower() in {"haben", "sein"} for t in words)
