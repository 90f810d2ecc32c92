"""Weigh what the words of the claims of one story mean, by how telling a meaning is in it.

"Lotse" and "pilot" share no letter and "zustimmen" is near to "ablehnen" in any embedding; the
thesaurus knows both.  A word counts as what it means, and less as what that falls under.

Floor 3 (corpus).  The words live in ``rules/meanings/*.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from checker.corpus.lexical import by_rarity
from checker.language.meanings import broader, senses
from checker.model import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

#: What a broader meaning weighs ("vehicle", of a bus); a narrow one weighs 1.
_BROADER: Final = 0.5


class Meaning:
    """Vectors of meanings of the claims of one story.

    Args:
        claims: The claims of one story, in any languages.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        import numpy as np

        bags = [_meant(claim) for claim in claims]
        weights = np.fromiter((w for bag in bags for w in bag.values()), np.float64)
        self._rows = by_rarity(bags, weights)

    def similar(self, rows: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return the similarity of some claims to all, 0..1."""
        import numpy as np

        return np.asarray((self._rows[list(rows)] @ self._rows.T).toarray(), dtype=np.float32)


def _meant(claim: Claim) -> dict[str, float]:
    """Return the meanings of a claim's words with their weights, in order of name."""
    exact = {key for sense in senses(claim.tokens, claim.lang) for key in sense.keys}
    found = {up: _BROADER for key in exact for up in broader(key)} | dict.fromkeys(exact, 1.0)
    return dict(sorted(found.items()))
