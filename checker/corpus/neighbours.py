"""Find the claims whose vectors are nearest to each.

Up to some fifty thousand claims of one story everything is held against everything, in
blocks; that is exact.  Above, an index (`nearest_index`) proposes neighbours and their
similarity is worked out exactly, so that only a neighbour can be missed, never a number be
wrong.  The index is an extra: without it the exact search goes on, slower, and the ledger says
which of the two it was.

Floor 3 (corpus).  Heavy imports are lazy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int64]

#: Claims of one story up to which all are held against all.
EXACT: Final = 50_000
#: Neighbours per claim and the least similarity.
CLOSE: Final = (12, 0.40)
#: Nearest in each other article, whatever the likeness, and how many in all.
ELSEWHERE: Final = (3, 24)


@dataclass(frozen=True, slots=True)
class Near:
    """What lies near to the claims of one block.

    Attributes:
        pairs: (row, neighbour), the row from the block.
        similarity: The similarity of a row of the block to any row, quantised to 1/1000.
    """

    pairs: list[tuple[int, int]]
    similarity: Callable[[int, int], float]


class Search(Protocol):
    """A way to find neighbours."""

    def near(self, block: range) -> Near:
        """Return the neighbours of the rows of a block, those in other sources among them."""
        ...


class Blocks:
    """Holds every vector against every other.

    Args:
        vectors: One unit row per claim.
        source: Number of the source of each claim.
    """

    def __init__(self, vectors: Floats, source: Numbers) -> None:
        self._vectors, self._source = vectors, source

    def near(self, block: range) -> Near:
        """Return the exact neighbours of the rows of a block."""
        import numpy as np

        similar = np.round(self._vectors[block.start : block.stop] @ self._vectors.T, 3)
        pairs = nearest(similar, *CLOSE, block.start)
        pairs += nearest_of_each(similar, *ELSEWHERE, self._source, block.start)
        return Near(pairs, lambda a, b: float(similar[a - block.start, b]))


def search(vectors: Floats, source: Numbers, *, exact: int = EXACT) -> Search:
    """Return what finds neighbours among so many vectors.

    Args:
        vectors: One unit row per claim.
        source: Number of the source of each claim.
        exact: Number of claims up to which all are held against all.
    """
    if _way(len(vectors), exact) == "index":
        from checker.corpus.nearest_index import Index

        return Index(vectors, source)
    return Blocks(vectors, source)


def remarks(sizes: Sequence[int], *, exact: int = EXACT) -> tuple[tuple[str, str], ...]:
    """Return what the ledger has to say on the search, as (key, detail).

    Args:
        sizes: Numbers of claims that were searched together.
        exact: Number of claims up to which all are held against all.
    """
    widest = max(sizes, default=0)
    key = {"index": "neighbours-by-index", "no index": "neighbours-without-index"}
    way = _way(widest, exact)
    return ((key[way], str(widest)),) if way in key else ()


def _way(count: int, exact: int) -> str:
    """Return how so many claims are searched: all, index, or all for want of an index."""
    if count <= exact:
        return "all"
    return "index" if find_spec("usearch") else "no index"


def nearest(similar: Floats, k: int, least: float, start: int) -> list[tuple[int, int]]:
    """Return (row, column) of the k nearest of each row at or above `least`, not itself."""
    import numpy as np

    count, width = similar.shape
    order = ranks(similar)
    order[np.arange(count), np.arange(start, start + count)] = np.iinfo(np.int64).min + 1
    take = min(k, width)
    columns = np.argpartition(-order, take - 1, axis=1)[:, :take].ravel()
    rows = np.repeat(np.arange(count), take)
    keep = (similar[rows, columns] >= np.float32(least)) & (columns != rows + start)
    return [(int(r) + start, int(c)) for r, c in zip(rows[keep], columns[keep], strict=True)]


def nearest_of_each(
    similar: Floats, k: int, most: int, source: Numbers, start: int
) -> list[tuple[int, int]]:
    """Return (row, column) of the k nearest of each row in each other source, at most `most`."""
    import numpy as np

    count, width = similar.shape
    order = ranks(similar)
    least = np.iinfo(np.int64).min + 1
    order[source[start : start + count, None] == source] = least
    kept = np.full_like(order, least)
    for one in range(int(source.max()) + 1):
        columns = np.flatnonzero(source == one)
        take = min(k, len(columns))
        near = columns[np.argpartition(-order[:, columns], take - 1, axis=1)[:, :take]]
        np.put_along_axis(kept, near, np.take_along_axis(order, near, axis=1), axis=1)
    take = min(most, width)
    columns = np.argpartition(-kept, take - 1, axis=1)[:, :take].ravel()
    rows = np.repeat(np.arange(count), take)
    keep = kept[rows, columns] > least
    return [(int(r) + start, int(c)) for r, c in zip(rows[keep], columns[keep], strict=True)]


def ranks(similar: Floats) -> Numbers:
    """Return whole numbers that are all different in a row: of equals the first is nearer.

    So that the nearest are the same on any machine.
    """
    import numpy as np

    width = similar.shape[1]
    scaled: Numbers = np.rint(similar * 1000).astype(np.int64) * width - np.arange(width)
    return scaled
