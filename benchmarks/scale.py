"""How time and memory of each stage grow with the number of claims.

    python benchmarks/scale.py ARTICLES.jsonl [--sizes 10000,20000,50000] [--embed 2000]

ARTICLES holds one ``{"text": ..., "lang": ...}`` a line.  Articles are used again and again,
under other names and with their names and words altered, until there are as many claims as
asked for.  Some claims are encoded, which gives the rate of the encoder, beside the machine's
own matrix product in the same run (0.91 GFLOP per German news sentence).  All others borrow:
their vectors are mixtures of two encoded ones, so that neighbours are as near as real ones.

Times are processor time, so that other work on the machine counts less; read ratios, not
absolutes.  Memory is the peak of the process so far, which is why sizes should rise.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np

from checker.corpus.encoder import Encoder, open_encoder
from checker.corpus.mask import masked
from checker.corpus.neighbours import search
from checker.corpus.relate import relate
from checker.model import Claim, Source
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.settings import Settings

#: Work per German news sentence for the embedded model, in floating point operations.
WORK = 0.91e9
#: Claims whose ten nearest are looked up both ways.
ASKED = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", default="10000,20000,50000")
    parser.add_argument("--embed", type=int, default=2000)
    parser.add_argument("--index", type=int, default=0, metavar="N", help="search among N vectors")
    args = parser.parse_args()
    read, took = timed(lambda: read_all(args.articles))
    claims = [c for _, own in read for c in own]
    print(f"read {len(read)} articles, {len(claims)} claims: {took:.0f} s")
    sample = sorted({masked(c) for c in claims}, key=digest)[: args.embed]
    encoder = open_encoder(Settings())
    encoder.encode(sample[:8])
    vectors, spent = timed(lambda: encoder.encode(sample))
    each, most = spent / len(sample), 1 / ceiling()
    print(
        f"embedding: {each * 1e3:.1f} ms a claim, {most / each:.2f} of what the matrix product does"
    )
    if args.index:
        index(Lent(vectors).encode([str(n) for n in range(args.index)]))
    before = None
    for size in map(int, args.sizes.split(",")):
        sources, some = enlarged(read, size)
        lent = Lent(vectors)
        related, took = timed(lambda s=sources, c=some, v=lent: relate(s, c, cast(Encoder, v)))
        took -= lent.took
        growth = ""
        if before:
            exponent = np.log(took / before[1]) / np.log(len(some) / before[0])
            growth = f", n^{exponent:.2f}"
        before = before or (len(some), took)
        print(
            f"{len(sources)} articles, {len(some)} claims: all but embedding {took:.0f} s, "
            f"{took / (len(some) * each):.2f} of embedding{growth}; "
            f"{len(related.pairs)} pairs, {related.capped} capped, {len(related.stories)} stories; "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB",
            flush=True,
        )


class Lent:
    """Vectors that cost next to nothing: mixtures of real ones, told from the text alone."""

    def __init__(self, vectors: Any) -> None:
        self._vectors = vectors
        self.took = 0.0

    def encode(self, texts: Sequence[str], progress: object = None) -> Any:
        """Return one unit row per text."""
        start = time.process_time()
        drawn = np.array([digest(t) for t in texts], dtype=np.uint64).reshape(-1, 3)
        one, other = (drawn[:, i] % np.uint64(len(self._vectors)) for i in (0, 1))
        part = (0.05 + 0.3 * (drawn[:, 2:] % 1000) / 1000).astype(np.float32)
        rows = (1 - part) * self._vectors[one] + part * self._vectors[other]
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        self.took += time.process_time() - start
        return rows


def digest(text: str) -> tuple[int, ...]:
    """Return three numbers that only hang on the text."""
    raw = hashlib.sha256(text.encode()).digest()
    return tuple(int.from_bytes(raw[at : at + 8], "big") for at in (0, 8, 16))


def index(vectors: Any) -> None:
    """Print what the index costs and finds beside the exact search."""
    source = np.arange(len(vectors)) // 24
    exact, quick = search(vectors, source, exact=len(vectors)), None
    quick, filling = timed(lambda: search(vectors, source, exact=0))
    found, times = [], []
    for way in (exact, quick):
        near, took = timed(lambda w=way: [w.near(range(a, a + 100)) for a in range(0, ASKED, 100)])
        best: dict[int, list[tuple[float, int]]] = {row: [] for row in range(ASKED)}
        for block in near:
            for row, other in set(block.pairs):
                best[row].append((-block.similarity(row, other), other))
        found.append({(row, o) for row, own in best.items() for _, o in sorted(own)[:10]})
        times.append(took / ASKED * len(vectors))
    print(
        f"neighbours of {len(vectors)} claims: all against all {times[0]:.0f} s; index "
        f"{filling:.0f} s to fill, {times[1]:.0f} s to ask, "
        f"recall@10 {len(found[0] & found[1]) / len(found[0]):.3f}",
        flush=True,
    )


def timed(action: Any) -> tuple[Any, float]:
    start = time.process_time()
    value = action()
    return value, time.process_time() - start


def ceiling() -> float:
    """Return claims per second of processor time if it did nothing but the matrix product."""
    import torch

    a, b = torch.rand(2560, 384), torch.rand(384, 1536)
    for _ in range(3):
        a @ b
    _, spent = timed(lambda: [a @ b for _ in range(40)])
    return float(40 * 2 * 2560 * 384 * 1536 / spent / WORK)


def read_all(path: Path) -> list[tuple[Source, tuple[Claim, ...]]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        source = source_from_text(row["text"], id=f"{number:06}.txt", lang=row.get("lang"))
        found.append((source, read_claims(source)))
    return found


def enlarged(
    read: Sequence[tuple[Source, tuple[Claim, ...]]], size: int
) -> tuple[list[Source], list[Claim]]:
    """Return about `size` claims; repeated articles get other names of people and places."""
    sources: list[Source] = []
    claims: list[Claim] = []
    turn = 0
    while len(claims) < size:
        for source, own in read:
            if len(claims) >= size:
                break
            name = f"{turn:03}-{source.id}"
            sources.append(replace(source, id=name, text=disguised(source.text, turn)))
            claims += [other(c, name, turn) for c in own]
        turn += 1
    return sources, claims


def disguised(text: str, turn: int) -> str:
    """Return a text of the same length that is no copy: its letters moved on by `turn`."""
    vowels, others = "aeiouäöü", "bdfgklmnprst"
    step, more = turn % len(vowels), turn // len(vowels) % len(others)
    return text.translate(
        str.maketrans(
            vowels + others,
            vowels[step:] + vowels[:step] + others[more:] + others[:more],
        )
    )


def other(claim: Claim, source: str, turn: int) -> Claim:
    """Return a claim of another source whose names and words are not those of the first."""
    if not turn:
        return replace(claim, source=source, id=f"{source}#{claim.start}-{claim.end}")
    names = tuple(replace(n, key=f"{n.key}{turn}") for n in claim.names)
    tokens = tuple(
        replace(t, lemma=f"{t.lemma}{chr(97 + turn)}") if t.pos in {"NOUN", "PROPN"} else t
        for t in claim.tokens
    )
    return replace(
        claim,
        source=source,
        id=f"{source}#{claim.start}-{claim.end}",
        quote=disguised(claim.quote, turn),
        names=names,
        tokens=tokens,
    )


if __name__ == "__main__":
    main()
