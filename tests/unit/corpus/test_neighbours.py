"""Which vectors are near: exactly, and by the optional index."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.corpus import neighbours
from checker.corpus.encoder import open_encoder
from checker.corpus.nearest_index import Index
from checker.corpus.neighbours import Blocks, ranks, remarks, search
from checker.settings import Settings

GATE = Path(__file__).resolve().parents[2] / "gate"


@pytest.fixture(scope="module")
def real() -> Any:
    """Return 9,000 vectors as news makes them: sentences encoded, and mixtures of two of them.

    Never random ones: those have no neighbours, and no index finds any.
    """
    texts = sorted(
        {
            " ".join(sentence.split())
            for place in sorted(GATE.glob("*/*/*.txt"))
            for sentence in re.split(r"(?<=[.!?])\s+", place.read_text(encoding="utf-8"))
            if len(sentence) > 40
        }
    )[:600]
    return enlarged(open_encoder(Settings()).encode(texts), 9_000)


def enlarged(vectors: Any, size: int) -> Any:
    """Return `size` vectors: real ones, then each moved towards another, and a little besides."""
    random = np.random.default_rng(5)
    parts = [vectors]
    while sum(map(len, parts)) < size:
        part = random.uniform(0.05, 0.35, (len(vectors), 1))
        mixed = (1 - part) * vectors + part * vectors[random.permutation(len(vectors))]
        mixed += random.normal(0, 0.01, vectors.shape)
        parts.append((mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32))
    return np.concatenate(parts)[:size]


@pytest.mark.model
def test_index_finds_what_holding_all_against_all_finds(real: Any) -> None:
    """Recall among the ten nearest is at least .98, and no similarity is wrong."""
    apart = np.arange(len(real))
    asked = range(600)
    truth = nearest_ten(real, asked)

    near = Index(real, apart).near(asked)

    found: dict[int, set[int]] = {row: set() for row in asked}
    for row, other in near.pairs:
        found[row].add(other)
    share = np.mean([len(found[row] & truth[row]) / 10 for row in asked])
    assert share >= 0.98
    for row, other in near.pairs[::97]:
        assert near.similarity(row, other) == pytest.approx(real[row] @ real[other], abs=6e-4)


@pytest.mark.model
def test_index_is_the_same_each_time(real: Any) -> None:
    """Filled twice it gives the same neighbours in the same order."""
    some, source = real[:3000], np.arange(3000) % 40

    assert Index(some, source).near(range(50)).pairs == Index(some, source).near(range(50)).pairs


@pytest.mark.model
def test_both_ways_choose_alike(real: Any) -> None:
    """Where nothing is missed the index and the blocks nominate the same pairs."""
    some, source = real[:80], np.arange(80) % 4
    block = range(80)

    by_index, by_blocks = Index(some, source).near(block), Blocks(some, source).near(block)

    assert sorted(set(by_index.pairs)) == sorted(set(by_blocks.pairs))
    for row, other in by_blocks.pairs:
        assert by_index.similarity(row, other) == pytest.approx(by_blocks.similarity(row, other))


def test_index_is_used_above_a_size_only() -> None:
    """Up to fifty thousand claims the search is exact."""
    vectors, source = np.eye(8, dtype=np.float32), np.arange(8)

    assert isinstance(search(vectors, source, exact=8), Blocks)
    assert isinstance(search(vectors, source, exact=7), Index)
    assert remarks([3, 8], exact=8) == ()
    assert remarks([3, 8], exact=7) == (("neighbours-by-index", "8"),)


def test_without_the_extra_the_search_is_exact_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is lost but time, and the ledger names the remedy."""
    monkeypatch.setattr(neighbours, "find_spec", lambda name: None)
    vectors, source = np.eye(8, dtype=np.float32), np.arange(8)

    assert isinstance(search(vectors, source, exact=7), Blocks)
    assert remarks([8], exact=7) == (("neighbours-without-index", "8"),)


def nearest_ten(vectors: Any, asked: range) -> dict[int, set[int]]:
    order = ranks(np.round(vectors[asked.start : asked.stop] @ vectors.T, 3))
    order[np.arange(len(asked)), asked] = np.iinfo(np.int64).min + 1
    best = np.argpartition(-order, 9, axis=1)[:, :10]
    return dict(zip(asked, map(set, best.tolist()), strict=True))
