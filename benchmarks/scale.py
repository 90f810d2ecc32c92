"""How time and memory of each stage grow with the number of claims.

    python benchmarks/scale.py ARTICLES.jsonl [--sizes 2500,5000,10000] [--embed 512] [--cache DIR]

ARTICLES holds one ``{"text": ..., "lang": ...}`` a line.  Articles are used again and again,
under other names and with their names altered, until there are as many claims as asked for.
The rate of the encoder is measured on some claims, beside the machine's own matrix product in
the same run (0.91 GFLOP per German news sentence); read ratios, not absolutes.
"""

from __future__ import annotations

import argparse
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
from checker.corpus.relate import relate
from checker.model import Claim, Source
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.settings import Settings

#: Work per German news sentence for the embedded model, in floating point operations.
WORK = 0.91e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", default="2500,5000,10000")
    parser.add_argument("--embed", type=int, default=512)
    args = parser.parse_args()
    read, took = timed(lambda: read_all(args.articles))
    claims = [c for _, own in read for c in own]
    print(f"read {len(read)} articles, {len(claims)} claims: {took:.1f} s")
    sample = [masked(c) for c in claims[: args.embed]]
    encoder = open_encoder(Settings())
    encoder.encode(sample[:8])
    _, spent = timed(lambda: encoder.encode(sample))
    rate = len(sample) / spent
    print(f"embedding: {rate:.0f} claims/s; ceiling by matrix product {ceiling():.0f} claims/s")
    before = None
    for size in map(int, args.sizes.split(",")):
        sources, some = enlarged(read, size)
        related, took = timed(lambda s=sources, c=some: relate(s, c, cast(Encoder, Drawn())))
        growth = ""
        if before:
            exponent = np.log(took / before[1]) / np.log(len(some) / before[0])
            growth = f", n^{exponent:.2f}"
        before = (len(some), took)
        print(
            f"{len(some)} claims: all but embedding {took:.1f} s "
            f"({took / (len(some) / rate):.2f} of embedding){growth}, "
            f"{len(related.pairs)} pairs, {related.capped} capped, "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GiB"
        )


class Drawn:
    """Vectors that cost nothing: words hashed to 384 columns, so that neighbours are real."""

    def encode(self, texts: Sequence[str], progress: object = None) -> Any:
        """Return one row per text."""
        from sklearn.feature_extraction.text import HashingVectorizer

        return HashingVectorizer(n_features=384).transform(texts).toarray().astype(np.float32)


def timed(action: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    value = action()
    return value, time.perf_counter() - start


def ceiling() -> float:
    """Return claims per second if the machine did nothing but the matrix product."""
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
    """Return a text of the same length that is no copy: its vowels moved on by `turn`."""
    vowels = "aeiouäöü"
    step = turn % len(vowels)
    return text.translate(str.maketrans(vowels, vowels[step:] + vowels[:step]))


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
