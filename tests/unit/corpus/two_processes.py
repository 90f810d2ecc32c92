"""What each of two processes does to a cache that they share; run as a script by its test.

    python two_processes.py FOLDER NUMBER ARTICLE...

Tells "ready", waits for a line, then stores and loads as fast as it can.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from checker.corpus.cache import VectorCache
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.read.keep import kept_claims

#: Rounds of storing: enough for shards to be joined several times.
ROUNDS = 90
#: Texts of a round; every second round both processes store the same ones.
TEXTS = 3


def texts(number: int, turn: int) -> list[str]:
    who = number if turn % 2 else "both"
    return [f"Satz {who} {turn} {i}" for i in range(TEXTS)]


def vectors(some: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return what belongs to each text, told from the text alone."""
    made = [[float(sum(t.encode())), float(len(t)), float(int(t.split()[2]))] for t in some]
    return np.array(made, dtype=np.float32)


def main() -> None:
    folder, number = Path(sys.argv[1]), int(sys.argv[2])
    articles = [Path(a) for a in sys.argv[3:]]
    sources = [source_from_text(a.read_text(encoding="utf-8"), id=a.name) for a in articles]
    cache = VectorCache(folder, "model", 3)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    kept = [kept_claims(s, folder, "state", read_claims) for s in sources]
    for turn in range(ROUNDS):
        mine = texts(number, turn)
        cache.store(mine, vectors(mine))
        found = cache.load(mine)
        for text, right in zip(mine, vectors(mine), strict=True):
            assert text in found, text
            assert found[text].tolist() == right.tolist(), text
    again = [kept_claims(s, folder, "state", read_claims) for s in sources]
    assert again == kept
    sys.stdout.write(f"claims {sum(len(own) for own in kept)}\n")


if __name__ == "__main__":
    main()
