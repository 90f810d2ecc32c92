"""How like articles are to one another: words and names, weighted by rarity in the batch.

Ten thousand articles have a hundred million pairs, nearly all of them of no interest.  So a
pair is only ever looked at in a block of rows, and only what lies above a floor is kept.

Floor 3 (corpus).  Heavy imports are lazy.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from checker.corpus.lexical import lemmas
from checker.model import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

#: Rows of a block; bounds memory to a block times all articles.
_BLOCK: Final = 256
#: Sources above which a sentence printed in all of them is nobody's news.
_STOCK: Final = 3


class Likeness:
    """The likeness of each two articles, worked out when it is asked for.

    Likeness is a cosine, 0..1, quantised to 1/1000.

    Args:
        claims: The claims of all articles, in any order.

    Attributes:
        ids: Source ids, sorted; rows are numbers in this order.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        words, names = _bags(claims)
        self.ids = sorted(words)
        self._words = _weighted([words[i] for i in self.ids])
        self._names = _marked([names[i] for i in self.ids])

    def pairs(self, least: float, least_named: float) -> Iterator[tuple[int, int, float, int]]:
        """Yield (row, later row, likeness, names they share) of two articles, in order.

        Args:
            least: Likeness from which a pair is of interest.
            least_named: The same for a pair that shares a name.
        """
        import numpy as np

        count = len(self.ids)
        for start in range(0, count, _BLOCK):
            stop = min(start + _BLOCK, count)
            similar = self._block(range(start, stop))
            shared = (self._names[start:stop] @ self._names.T).toarray()
            near = similar >= np.float32(least)
            near |= (similar >= np.float32(least_named)) & (shared > 0)
            near &= np.arange(start, stop)[:, None] < np.arange(count)
            for row, column in np.argwhere(near).tolist():
                found = float(similar[row, column]), int(shared[row, column])
                yield (row + start, column, *found)

    def among(self, rows: Sequence[int]) -> Floats:
        """Return the likeness of each two of a few articles."""
        import numpy as np

        product = (self._words[list(rows)] @ self._words[list(rows)].T).toarray()
        return np.asarray(np.round(product, 3), dtype=np.float64)

    def to_groups(
        self, rows: Sequence[int], groups: Sequence[Sequence[int]]
    ) -> Iterator[tuple[int, Floats]]:
        """Yield each row with its mean likeness to the members of every group."""
        import numpy as np
        from scipy.sparse import csr_matrix

        member = [(m, g, 1 / len(group)) for g, group in enumerate(groups) for m in group]
        place = ([m for m, _, _ in member], [g for _, g, _ in member])
        mean = csr_matrix(([s for *_, s in member], place), shape=(len(self.ids), len(groups)))
        for start in range(0, len(rows), _BLOCK):
            some = rows[start : start + _BLOCK]
            means = np.asarray(mean.T.dot(self._block(some).T.astype(np.float64))).T
            yield from zip(some, means, strict=True)

    def _block(self, rows: Sequence[int]) -> npt.NDArray[np.float32]:
        import numpy as np

        product = (self._words[list(rows)] @ self._words.T).toarray()
        return np.asarray(np.round(product, 3), dtype=np.float32)


def _weighted(bags: Sequence[Counter[str]]) -> Any:
    """Return a unit row per article (or a zero row): how often a word stands in it, and rarity."""
    import numpy as np
    from scipy.sparse import csr_matrix

    spread = Counter(word for bag in bags for word in bag)
    columns = {word: c for c, word in enumerate(sorted(spread))}
    data, row, column = [], [], []
    for r, bag in enumerate(bags):
        for word, count in sorted(bag.items()):
            rarity = math.log((len(bags) + 30) / (spread[word] + 0.5))
            data.append((1 + math.log(count)) * rarity)
            row.append(r)
            column.append(columns[word])
    matrix = csr_matrix((data, (row, column)), shape=(len(bags), max(1, len(columns))))
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    matrix.data /= np.repeat(np.maximum(norms, 1e-9), np.diff(matrix.indptr))
    return matrix


def _marked(named: Sequence[set[str]]) -> Any:
    """Return a row per article with a 1 for each name in it."""
    import numpy as np
    from scipy.sparse import csr_matrix

    known = {n: c for c, n in enumerate(sorted({n for own in named for n in own}))}
    cells = [(r, known[n]) for r, own in enumerate(named) for n in sorted(own)]
    place = ([c[0] for c in cells], [c[1] for c in cells])
    ones = np.ones(len(cells), dtype=np.int32)
    return csr_matrix((ones, place), shape=(len(named), max(1, len(known))))


def _bags(claims: Sequence[Claim]) -> tuple[dict[str, Counter[str]], dict[str, set[str]]]:
    """Return words (names count twice) and names of each source; stock sentences are left out."""
    printed: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        printed[claim.quote].add(claim.source)
    words: dict[str, Counter[str]] = {s: Counter() for s in sorted({c.source for c in claims})}
    names: dict[str, set[str]] = {s: set() for s in words}
    for claim in claims:
        if len(printed[claim.quote]) > _STOCK:
            continue
        words[claim.source].update(w for w in lemmas(claim) if len(w) > 3 and w.isalpha())
        for name in claim.names:
            words[claim.source][f"={name.key}"] += 2
            names[claim.source].add(name.key)
    return words, names
