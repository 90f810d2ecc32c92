"""Nominate the pairs of claims worth a closer look.

No similarity finds everything: words miss "sechsmal" against "siebenmal", embeddings miss
German.  So candidates are the union of four proposals, made inside a story or an article:
neighbours by lexical weight, by masked embedding and by what the thesaurus says the words
mean, and claims that share a key (what a figure measures, which names).  Besides, each claim
meets what comes nearest to it in every other article, however unlike: a paraphrase has few
words in common, but its article tells the same story.  Similarity proposes; it decides nothing.

Floor 3 (corpus).  Whole matrices, never a loop over all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.corpus.keys import keys
from checker.corpus.lexical import Lexical
from checker.corpus.meaning import Meaning
from checker.corpus.neighbours import nearest, search
from checker.model import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

#: Neighbours per claim and the least similarity, by representation.
LEXICAL: Final = (24, 0.05)
MEANING: Final = (6, 0.02)
#: Least similarity inside one source, where every sentence is about the same matter anyway.
_WITHIN: Final = {"lexical": 0.12, "embedding": 0.5, "key": 0.0}
#: Most rows of a block, and most cells (rows times all claims of a story): bounds memory.
_BLOCK: Final = 512
_CELLS: Final = 8_000_000
#: Members of a key above which only neighbours are paired.
_CROWD: Final = 40
#: Sentences that what "dies" means can lie back.
_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of claims by their rows, left first.

    Attributes:
        left: Row of the claim that comes first.
        right: Row of the other.
        similarity: Best similarity, 0..1, quantised to 1/1000.
        nominated: embedding, lexical, meaning, key, joined by "+".
    """

    left: int
    right: int
    similarity: float
    nominated: str


def candidates(
    claims: Sequence[Claim], vectors: Floats, groups: Iterable[Sequence[int]]
) -> tuple[tuple[Candidate, ...], int]:
    """Return the candidate pairs, sorted, and how many a cap dropped.

    Args:
        claims: All claims, sorted by (source, start).
        vectors: One row per claim; no columns if there is no embedding.
        groups: Rows of the claims that may meet: one group per story or article.
    """
    best: dict[tuple[int, int], tuple[float, set[str]]] = {}
    capped = 0
    for group in groups:
        rows = sorted(set(group))
        if len(rows) > 1:
            capped += _nominate(claims, vectors, rows, best)
    found = [
        Candidate(left, right, similarity, "+".join(sorted(by)))
        for (left, right), (similarity, by) in sorted(best.items())
    ]
    return tuple(found), capped


def _nominate(
    claims: Sequence[Claim],
    vectors: Floats,
    rows: Sequence[int],
    best: dict[tuple[int, int], tuple[float, set[str]]],
) -> int:
    """Add the candidates of one group to `best`; return how many were capped."""
    import numpy as np

    members = [claims[r] for r in rows]
    lexical = Lexical(members)
    names = sorted({c.source for c in members})
    source = np.array([names.index(c.source) for c in members])
    meaning = Meaning(members) if len(names) > 1 else None
    embedding = search(vectors[list(rows)], source) if vectors.shape[1] else None
    keyed, capped = _keyed(members)
    step = max(1, min(_BLOCK, _CELLS // len(rows)))
    for start in range(0, len(rows), step):
        block = range(start, min(start + step, len(rows)))
        by_words = np.round(lexical.similar(block), 3)
        top = {"lexical": nearest(by_words, *LEXICAL, start)}
        near = None if embedding is None else embedding.near(block)
        if near is not None:
            top["embedding"] = near.pairs
        if meaning is not None:
            by_sense = np.round(meaning.similar(block), 3)
            by_sense[source[list(block)][:, None] == source] = 0.0
            top["meaning"] = nearest(by_sense, *MEANING, start)
        top["key"] = [(a, b) for a in block for b in keyed.get(a, ())]
        for by, pairs in top.items():
            for a, b in pairs:
                if not _may_meet(members[a], members[b]):
                    continue
                words = float(by_words[a - start, b])
                sense = -1.0 if near is None else near.similarity(a, b)
                if members[a].source == members[b].source:
                    here = {"lexical": words, "embedding": sense}.get(by, 0.0)
                    if here < _WITHIN[by]:
                        continue
                score = max(words, sense)
                key = (rows[min(a, b)], rows[max(a, b)])
                before, how = best.get(key, (-1.0, set()))
                best[key] = (max(before, round(score, 3)), how | {by})
    return capped


def _keyed(members: Sequence[Claim]) -> tuple[dict[int, list[int]], int]:
    """Return partners by shared key for each member (only later ones), and how many were capped."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, claim in enumerate(members):
        for key in keys(claim):
            groups[key].append(at)
    partners: dict[int, set[int]] = defaultdict(set)
    capped = 0
    for a, claim in enumerate(members):
        for b in range(a + 1, len(members)):
            if not _follows(claim, members[b]):
                break
            partners[a].add(b)
    for _, group in sorted(groups.items()):
        for i, a in enumerate(group):
            later = group[i + 1 : i + 1 + _CROWD]
            capped += max(0, len(group) - i - 1 - _CROWD)
            partners[a].update(later)
    return {a: sorted(b) for a, b in partners.items()}, capped


def _follows(one: Claim, other: Claim) -> bool:
    """Return whether one claim comes shortly after another: "Der Kreml wies dies zurück"."""
    return (one.source, one.article) == (
        other.source,
        other.article,
    ) and other.sentence - one.sentence <= _NEAR


def _may_meet(one: Claim, other: Claim) -> bool:
    """Return whether two claims are two statements: not of one sentence, not the same span."""
    if one.source != other.source:
        return True
    return one.sentence != other.sentence and not (one.start < other.end and other.start < one.end)
