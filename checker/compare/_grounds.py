"""Grounds for and against one thing measured, as every comparison of figures gives them.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare._words import say
from checker.model import Ground, Phrase, Standing

#: Said where neither is known.
UNSETTLED = say(
    "dass beide Angaben dasselbe messen, steht nicht fest",
    "whether both figures measure the same is not settled",
)


def established(why: Phrase) -> Ground:
    """Return a ground that settles that both measure one thing."""
    return Ground(Standing.ESTABLISHED, why)


def excluded(why: Phrase) -> Ground:
    """Return a ground that settles that they measure two."""
    return Ground(Standing.EXCLUDED, why)
