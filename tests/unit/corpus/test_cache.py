from __future__ import annotations

from pathlib import Path

import numpy as np

from checker.corpus.cache import VectorCache


def rows(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[v, -v] for v in values], dtype=np.float32)


def test_gives_back_what_was_stored(tmp_path: Path) -> None:
    """Another object on the same folder sees it: that is how two processes share."""
    VectorCache(tmp_path, "model", 2).store(["a", "ä\u200b"], rows(1, 2))
    found = VectorCache(tmp_path, "model", 2).load(["ä\u200b", "missing", "a"])

    assert {t: v.tolist() for t, v in found.items()} == {"a": [1, -1], "ä\u200b": [2, -2]}


def test_other_models_do_not_meet(tmp_path: Path) -> None:
    """A vector is named by what it was made of."""
    VectorCache(tmp_path, "one", 2).store(["a"], rows(1))

    assert not VectorCache(tmp_path, "other", 2).load(["a"])


def test_damaged_shards_are_passed_over(tmp_path: Path) -> None:
    """Half a file, a foreign file, numbers that are not finite: computed again."""
    cache = VectorCache(tmp_path, "model", 2)
    cache.store(["a"], rows(1))
    (shard,) = tmp_path.rglob("*.npz")
    whole = shard.read_bytes()
    shard.write_bytes(whole[: len(whole) // 2])
    (shard.parent / "foreign.npz").write_bytes(b"\x80\x04pickle?")
    cache.store(["b"], rows(float("nan")))

    assert not cache.load(["a", "b"])
    cache.store(["a"], rows(3))
    assert cache.load(["a"])["a"].tolist() == [3, -3]


def test_wrong_width_is_passed_over(tmp_path: Path) -> None:
    """Never mix vectors of two widths."""
    VectorCache(tmp_path, "model", 2).store(["a"], rows(1))

    assert not VectorCache(tmp_path, "model", 3).load(["a"])


def test_many_shards_become_one(tmp_path: Path) -> None:
    """A year of small runs must not mean thousands of files."""
    cache = VectorCache(tmp_path, "model", 2)
    for i in range(40):
        cache.store([f"text {i}"], rows(i))
    found = cache.load([f"text {i}" for i in range(40)])

    assert len(list(tmp_path.rglob("*.npz"))) < 33
    assert [found[f"text {i}"][0] for i in range(40)] == list(range(40))


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A cache makes a run faster; it never stops one."""
    (tmp_path / "vectors").write_text("a file where a folder should be", encoding="utf-8")
    cache = VectorCache(tmp_path, "model", 2)
    cache.store(["a"], rows(1))

    assert not cache.load(["a"])
