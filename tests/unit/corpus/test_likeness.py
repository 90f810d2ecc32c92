"""How like articles are to one another."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from checker.corpus import likeness
from checker.corpus.likeness import Likeness
from checker.model import Claim

MakeClaim = Callable[..., Claim]

WORDS = ("Lagerhaus", "Hafen", "Feuer", "Brücke", "Gericht", "Urteil", "Schnee", "Lawine")


def batch(claim: MakeClaim, count: int) -> list[Claim]:
    return [
        claim(
            f"Das {WORDS[i % 8]} und das {WORDS[i * 3 % 8]} von Ort{i % 3}.",
            source=f"{i:03}.txt",
            names=f"Ort{i % 3}",
        )
        for i in range(count)
    ]


def test_blocks_change_nothing(claim: MakeClaim, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are the same, in the same order, however many rows are looked at together."""
    like = Likeness(batch(claim, 20))
    whole = list(like.pairs(0.3, 0.1))
    monkeypatch.setattr(likeness, "_BLOCK", 3)

    assert list(like.pairs(0.3, 0.1)) == whole
    assert whole == sorted(whole)
    full = like.among(range(20))
    for one, other, similar, _ in whole:
        assert one < other
        assert similar == pytest.approx(full[one, other])


def test_mean_likeness_to_a_group(claim: MakeClaim) -> None:
    """It is the mean of the likenesses to its members."""
    like = Likeness(batch(claim, 12))
    full = like.among(range(12))

    for row, means in like.to_groups([4, 9], [(0, 1, 2), (5, 8)]):
        assert means == pytest.approx([np.mean(full[row, :3]), np.mean(full[row, [5, 8]])])
