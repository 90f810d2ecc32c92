"""Weigh words and parts of words by how telling they are inside one story.

Measured on news: TF-IDF over character 3-5-grams, fitted on the claims of a story alone,
finds same-fact pairs more than twice as well as the embedded model does in German, and a
weighting learnt elsewhere is worse.  So it is fitted anew for each story.

Floor 3 (corpus).  Heavy imports are lazy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from checker.corpus.mask import masked
from checker.model import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_KEEP: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"})
_WORD: Final = re.compile(r"\w\w+")
#: Lengths of the runs of characters that are counted.
_GRAMS: Final = (3, 4, 5)


def lemmas(claim: Claim) -> tuple[str, ...]:
    """Return the base forms of a claim's content words, lower case, in order."""
    if not claim.tokens:
        return tuple(w.lower() for w in _WORD.findall(claim.quote))
    return tuple(t.lemma.lower() for t in claim.tokens if t.pos in _KEEP and len(t.text) > 1)


class Lexical:
    """Lexical vectors of the claims of one story.

    Args:
        claims: The claims of one story.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.characters = _fitted([masked(c) for c in claims], characters=True)
        self.words = _fitted([" ".join(lemmas(c)) for c in claims], characters=False)

    def similar(self, rows: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return the similarity of some claims to all, 0..1: mean of the two weightings."""
        import numpy as np

        total = np.zeros((len(rows), self.characters.shape[0]), dtype=np.float32)
        for matrix in (self.characters, self.words):
            total += (matrix[list(rows)] @ matrix.T).toarray().astype(np.float32)
        total /= 2
        return total


def _fitted(texts: Sequence[str], *, characters: bool) -> Any:
    """Return the TF-IDF matrix of texts, one unit row each (or a zero row).

    The weights are those of scikit-learn's TfidfVectorizer with sublinear term frequency
    (sources: its user guide, "Tf-idf term weighting"); importing that takes longer than a whole
    run whose vectors are kept.
    """
    import numpy as np

    counted = [Counter(grams(t) if characters else t.split()) for t in texts]
    often = np.fromiter((n for row in counted for n in row.values()), np.float64)
    return by_rarity(counted, np.log(often) + 1)


def by_rarity(bags: Sequence[Mapping[str, object]], weights: npt.NDArray[np.float64]) -> Any:
    """Return bags of terms as unit rows, each term weighted by how rare it is among them.

    Args:
        bags: The terms of each row.
        weights: The weight of each term of each row, all in one line.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    spread = Counter(term for row in bags for term in row)
    columns = {term: number for number, term in enumerate(sorted(spread))}
    starts = np.cumsum([0, *(len(row) for row in bags)])
    place = np.fromiter((columns[t] for row in bags for t in row), np.int32, starts[-1])
    among = np.fromiter((spread[t] for t in columns), np.float64, len(columns))
    rarity = np.log((1 + len(bags)) / (1 + among)) + 1
    matrix = csr_matrix(
        (weights * rarity[place], place, starts), shape=(len(bags), max(1, len(columns)))
    )
    matrix.sort_indices()
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    matrix.data /= np.repeat(np.sqrt(squares), np.diff(starts))
    return matrix.astype(np.float32)


def grams(text: str) -> Iterator[str]:
    """Yield the runs of 3 to 5 characters of each word, a blank on either side of it."""
    for word in text.lower().split():
        padded = f" {word} "
        for size in _GRAMS:
            if len(padded) <= size:
                yield padded  # a short word counts once, as a whole
                break
            for at in range(len(padded) - size + 1):
                yield padded[at : at + size]
