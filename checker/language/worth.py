"""Rank how much a sentence is worth checking, from what stands in it.

A sum of plain reasons, no model and no probability: figures, names, times, told events and named
sources raise the rank; questions, judgements, prophecies, hedges and first persons lower it.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.language.data import language_data, languages
from checker.model import Token


@dataclass(frozen=True, slots=True)
class Reasons:
    """What counts for or against checking a sentence.

    Attributes:
        figures: Number of figures.
        names: Number of distinct names.
        moments: Number of expressions of time.
        modality: fact, plan, possibility, condition, question, demand.
        mode: direct, indirect, or empty for the outlet's own voice.
        verb: Whether there is a main verb.
        hedges: Number of hedges.
    """

    figures: int
    names: int
    moments: int
    modality: str
    mode: str
    verb: bool
    hedges: int


@dataclass(frozen=True, slots=True)
class _Words:
    opinion: frozenset[str]
    first_person: frozenset[str]
    connectives: frozenset[str]
    past: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data: dict[str, Any] = language_data(lang).get("worth", {}) if lang in languages() else {}
    return _Words(**{name: frozenset(data.get(name, ())) for name in _Words.__slots__})


_MODALITY = {
    "fact": 0.0, "plan": -0.08, "possibility": -0.15, "condition": -0.15, "question": -0.35,
    "demand": -0.15,
}  # fmt: skip


def worth(tokens: Sequence[Token], reasons: Reasons, lang: str) -> float:
    """Return the rank of a sentence, 0..1, in steps of 0.01."""
    known = _words(lang)
    words = [t.text.lower() for t in tokens if t.pos != "PUNCT"]
    judged = sum(w in known.opinion for w in words)
    personal = any(w in known.first_person for w in words)
    loud = any(t.text in {"!", "?", "…"} for t in tokens)
    adverbs = sum(t.pos == "ADV" for t in tokens) / max(1, len(words))
    score = 0.35
    score += min(reasons.figures, 2) * 0.12 + min(reasons.names, 3) * 0.06
    score += min(reasons.moments, 1) * 0.12 + 0.08 * _tells(tokens, known)
    score += 0.1 * (reasons.mode == "indirect") + _MODALITY.get(reasons.modality, 0.0)
    score -= min(judged, 3) * 0.08 + 0.12 * personal + 0.1 * loud
    score -= 0.1 * bool(words and words[0] in known.connectives) + 0.12 * bool(reasons.hedges)
    score -= min(0.1, adverbs * 0.5)
    score -= 0.1 * (not reasons.verb) + 0.1 * (len(words) < 5)
    return round(min(1.0, max(0.0, score)), 2)


def _tells(tokens: Sequence[Token], known: _Words) -> bool:
    """Return whether a verb tells of something past: an event, not a judgement."""
    return any(
        t.tag in {"VVPP", "VVD"}
        or t.text.lower() in known.past
        or (t.tag == "VVFIN" and t.text.endswith(("te", "ten")))
        for t in tokens
    )
