"""How each ingredient of likeness does on sets that were made for something else.

    python benchmarks/guards.py FOLDER [--model MODEL] [--cache DIR] [--most 1000]

FOLDER holds ``sts_stsb_de_dev.jsonl``, ``sts_stsb_en_dev.jsonl`` and ``sts_pawsx_de_dev.jsonl``
(``a``, ``b``, ``score``) and ``clusters_checkthat25_claims_de.jsonl`` (``claim``, ``text``,
``cluster``); what is missing is left out.  Printed per ingredient: Spearman's rank correlation on
the first two; average precision on PAWS-X, whose sentences share their words and differ in who
does what to whom (so it guards against bags of words: beside it stands what guessing gives); and
on posts and the claims they make average precision and recall among the 20 nearest.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import rankdata, spearmanr

from checker.corpus.encoder import open_encoder
from checker.corpus.keys import keys
from checker.corpus.lexical import Lexical
from checker.corpus.mask import masked
from checker.corpus.meaning import Meaning
from checker.model import Claim
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.settings import Settings

NEAREST = 20
GRADED = ("sts_stsb_de_dev", "sts_stsb_en_dev")
REORDERED = "sts_pawsx_de_dev"
CLUSTERS = "clusters_checkthat25_claims_de"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--most", type=int, default=1000, help="rows of each set")
    args = parser.parse_args()
    encoder = open_encoder(Settings(model=args.model, cache=args.cache))
    for name in (*GRADED, REORDERED, CLUSTERS):
        place = args.folder / f"{name}.jsonl"
        if not place.is_file():
            continue
        rows = [json.loads(line) for line in place.read_text(encoding="utf-8").splitlines()]
        rows = rows[: args.most]
        sides = ("claim", "text") if name == CLUSTERS else ("a", "b")
        claims = [whole(row[side], row["lang"]) for side in sides for row in rows]
        print(f"{name}, {len(rows)} rows{guess(name, rows)}", flush=True)
        for ingredient, similar in likenesses(claims, encoder):
            print(f"  {ingredient:30}{judged(name, rows, similar)}", flush=True)


def guess(name: str, rows: Sequence[dict[str, Any]]) -> str:
    """Return what a guess would reach, where that is not nothing."""
    if name != REORDERED:
        return ""
    return f" (guessing: {np.mean([row['score'] for row in rows]):.3f})"


def judged(name: str, rows: Sequence[dict[str, Any]], similar: Any) -> str:
    """Return the figures of one ingredient; the first half of its rows are one side."""
    count = len(rows)
    across = np.round(similar[:count, count:], 3)
    if name == CLUSTERS:
        cluster = np.array([row["cluster"] for row in rows])
        gold = cluster[:, None] == cluster[None, :]
        near = np.argsort(-across, axis=1, kind="stable")[:, :NEAREST]
        found = np.take_along_axis(gold, near, axis=1).sum() / gold.sum()
        return f"AP {precision(across.ravel(), gold.ravel()):.3f}  R@{NEAREST} {found:.2f}"
    pairs, score = np.diagonal(across), np.array([row["score"] for row in rows])
    if name == REORDERED:
        return f"AP {precision(pairs, score > 0):.3f}"
    return f"Spearman {spearmanr(pairs, score).statistic:.3f}"


def precision(similar: Any, gold: Any) -> float:
    """Return average precision; of equals the worse order counts."""
    order = np.lexsort((gold, -similar))
    hits = gold[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / hits.sum())


def likenesses(claims: Sequence[Claim], encoder: Any) -> Iterator[tuple[str, Any]]:
    """Yield names and similarity matrices of every ingredient alone, and of all together."""
    lexical = Lexical(claims)
    plain = encoder.encode([c.quote for c in claims])
    vectors = encoder.encode([masked(c) for c in claims])
    parts = {
        "characters": (lexical.characters @ lexical.characters.T).toarray(),
        "words": (lexical.words @ lexical.words.T).toarray(),
        "embedding, masked": vectors @ vectors.T,
        "meaning": Meaning(claims).similar(range(len(claims))),
        "keys": keyed(claims),
    }
    yield "embedding, figures left in", plain @ plain.T
    yield from parts.items()
    yield "lexical (characters + words)", (parts["characters"] + parts["words"]) / 2
    ranks = [rankdata(np.round(p, 3)).reshape(p.shape) / p.size for p in parts.values()]
    yield "all, by mean rank", np.mean(ranks, axis=0)


def keyed(claims: Sequence[Claim]) -> Any:
    """Return the share of keys two claims have in common, rarer keys counting more."""
    own = [keys(c) for c in claims]
    spread = Counter(key for found in own for key in found)
    column = {key: at for at, key in enumerate(sorted(spread))}
    marks = np.zeros((len(claims), max(1, len(column))), dtype=np.float32)
    for row, found in enumerate(own):
        for key in found:
            marks[row, column[key]] = np.log((1 + len(claims)) / spread[key])
    marks /= np.maximum(np.linalg.norm(marks, axis=1, keepdims=True), 1e-9)
    return marks @ marks.T


def whole(text: str, lang: str) -> Claim:
    """Return a text as one claim, however many it makes."""
    source = source_from_text(text, id="text", lang=lang)
    read = sorted(read_claims(source), key=lambda c: c.start)
    if not read:
        end = len(source.text)
        return Claim(id="text", source="text", start=0, end=end, quote=source.text, lang=lang)
    return replace(
        read[0],
        start=0,
        end=len(source.text),
        quote=source.text,
        tokens=tuple(t for c in read for t in c.tokens),
        figures=tuple(f for c in read for f in c.figures),
        moments=tuple(m for c in read for m in c.moments),
        names=tuple(n for c in read for n in c.names),
    )


if __name__ == "__main__":
    main()
