"""The one door to usearch, the optional index of neighbours (extra ``ann``).

The index holds the vectors as whole numbers of eight bits and multiplies them as such, and it
is filled by one thread in order of the rows: so it is the same graph on every machine.  It is
asked for more neighbours than are wanted, and those are ranked anew by the vectors themselves.

Floor 3 (corpus).  Heavy imports are lazy.
Sources: Malkov and Yashunin 2018 (the graph); its settings measured on sentences of newspaper
articles, see benchmarks/README.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.corpus.neighbours import CLOSE, ELSEWHERE, Near

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int64]

#: Edges per node, and how many nodes are looked at while it is filled and while it is asked.
_EDGES: Final = 16
_FILLING: Final = 100
_ASKING: Final = 160
#: Neighbours asked for: those wanted, and spare ones that are of the same source or less near.
_ASKED: Final = 96
#: Largest whole number of eight bits.
_BYTE: Final = 127


class Index:
    """Finds neighbours by a graph.

    Args:
        vectors: One unit row per claim.
        source: Number of the source of each claim.
    """

    def __init__(self, vectors: Floats, source: Numbers) -> None:
        import numpy as np
        from usearch.compiled import MetricKind
        from usearch.index import Index as Graph

        self._vectors, self._source = vectors, source
        scale = np.float32(_BYTE / max(float(np.abs(vectors).max()), 1e-6))
        self._whole = np.rint(vectors * scale).astype(np.int8)
        self._graph = Graph(
            ndim=vectors.shape[1],
            metric=MetricKind.IP,
            dtype="i8",
            connectivity=_EDGES,
            expansion_add=_FILLING,
            expansion_search=_ASKING,
        )
        self._graph.add(np.arange(len(vectors)), self._whole, threads=1)

    def near(self, block: range) -> Near:
        """Return neighbours of the rows of a block: nearly all there are, and exactly how near."""
        import numpy as np

        pairs: list[tuple[int, int]] = []
        asked = self._graph.search(
            self._whole[block.start : block.stop], min(_ASKED, len(self._vectors))
        )
        for row, found in zip(block, asked.keys, strict=True):
            others = np.unique(found.astype(np.int64))
            others = others[others != row]
            similar = np.round(self._vectors[others] @ self._vectors[row], 3)
            # nearest first, of equals the first row: the same on any machine
            order = np.lexsort((others, -similar))
            pairs += self._chosen(row, others[order], similar[order])
        return Near(pairs, self._similarity)

    def _chosen(self, row: int, others: Numbers, similar: Floats) -> list[tuple[int, int]]:
        """Return the pairs of a row, its neighbours in order of nearness."""
        (close, least), (each, most) = CLOSE, ELSEWHERE
        chosen = [int(o) for o in others[:close][similar[:close] >= least]]
        seen: dict[int, int] = {}
        far = 0
        for other in others.tolist():
            source = int(self._source[other])
            if far == most or source == self._source[row] or seen.get(source, 0) == each:
                continue
            seen[source] = seen.get(source, 0) + 1
            far += 1
            chosen.append(other)
        return [(row, other) for other in chosen]

    def _similarity(self, one: int, other: int) -> float:
        return round(float(self._vectors[one] @ self._vectors[other]), 3)
