"""Rank how much a sentence is worth checking, from what stands in it.

A sum of plain reasons, no model and no probability: figures, names, times and told events raise
the rank; questions, judgements, prophecies and first persons lower it.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

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
    """

    figures: int
    names: int
    moments: int
    modality: str
    mode: str
    verb: bool


@cache
def _words(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    data = language_data(lang).get("worth", {}) if lang in languages() else {}
    return frozenset(data.get("opinion", ())), frozenset(data.get("first_person", ()))


_MODALITY = {
    "fact": 0.0, "plan": -0.08, "possibility": -0.15, "condition": -0.15, "question": -0.35,
    "demand": -0.15,
}  # fmt: skip


def worth(tokens: Sequence[Token], reasons: Reasons, lang: str) -> float:
    """Return the rank of a sentence, 0..1, in steps of 0.01."""
    opinion, first_person = _words(lang)
    words = [t.text.lower() for t in tokens if t.pos != "PUNCT"]
    judged = sum(w in opinion for w in words)
    personal = any(w in first_person for w in words)
    loud = any(t.text in {"!", "?", "…"} for t in tokens)
    score = 0.35
    score += min(reasons.figures, 2) * 0.14 + min(reasons.names, 3) * 0.08
    score += min(reasons.moments, 1) * 0.1
    score += _MODALITY.get(reasons.modality, 0.0)
    score -= min(judged, 3) * 0.08 + 0.12 * personal + 0.1 * loud
    score -= 0.1 * (not reasons.verb) + 0.05 * (reasons.mode == "direct")
    score -= 0.1 * (len(words) < 5)
    return round(min(1.0, max(0.0, score)), 2)
