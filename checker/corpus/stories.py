"""Group articles by what they report.

Two articles tell one story if they share names and telling words well beyond what articles
of the same batch share anyway.  An article may belong to more than one story.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from checker.corpus.lexical import lemmas
from checker.model import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: Similarity of articles from which they tell one story; chosen on 514 unrelated articles.
LINK: Final = 0.13


def stories(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Return the source ids of each story of two or more sources, sorted.

    Args:
        claims: Claims of all sources, in any order.
    """
    ids, similar = article_similarity(claims)
    links: dict[int, set[int]] = defaultdict(set)
    for i in range(len(ids)):
        for j in range(i + 1, len(ids)):
            if similar[i, j] >= LINK:
                links[i].add(j)
                links[j].add(i)
    seen: set[int] = set()
    found: list[tuple[str, ...]] = []
    for start in range(len(ids)):
        if start in seen or not links[start]:
            continue
        group, frontier = {start}, [start]
        while frontier:
            for other in links[frontier.pop()]:
                if other not in group:
                    group.add(other)
                    frontier.append(other)
        seen |= group
        found.append(tuple(sorted(ids[i] for i in group)))
    return tuple(sorted(found))


def article_similarity(claims: Sequence[Claim]) -> tuple[list[str], npt.NDArray[np.float32]]:
    """Return source ids, sorted, and the similarity of each two sources, 0..1, quantised."""
    import numpy as np
    from scipy.sparse import csr_matrix

    bags: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        bag = bags[claim.source]
        bag.update(w for w in lemmas(claim) if len(w) > 3)
        bag.update({f"={n.key}": 2 for n in claim.names})
    ids = sorted(bags)
    spread: Counter[str] = Counter(w for i in ids for w in bags[i])
    columns = {w: c for c, w in enumerate(sorted(spread))}
    data, row, column = [], [], []
    for r, i in enumerate(ids):
        for word, count in bags[i].items():
            data.append((1 + np.log(count)) * np.log((len(ids) + 30) / (spread[word] + 0.5)))
            row.append(r)
            column.append(columns[word])
    matrix = csr_matrix((data, (row, column)), shape=(len(ids), max(1, len(columns))))
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    similar = (matrix @ matrix.T).toarray() / np.maximum(np.outer(norms, norms), 1e-9)
    return ids, np.round(similar, 3).astype(np.float32)
