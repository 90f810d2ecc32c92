"""How well each ingredient finds pairs of claims that state the same fact.

    python benchmarks/similarity.py NEWSROOM... [--model MODEL] [--cache DIR] [--seed FOLDER GOLD]

Each NEWSROOM is a folder of stories; a story is a folder of articles with a ``gold.json`` whose
``expected`` and ``corroborated`` lists name pairs of quotes.  Printed are average precision and
recall among the 20 nearest per claim, for every representation alone and for the union with
each ingredient removed in turn, German and English apart, and the share of all pairs that the
union nominates.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from checker.corpus.candidates import candidates
from checker.corpus.encoder import open_encoder
from checker.corpus.keys import keys
from checker.corpus.lexical import Lexical
from checker.corpus.mask import masked
from checker.corpus.meaning import Meaning
from checker.model import Claim
from checker.read import read_sources
from checker.read.claims import read_claims
from checker.settings import Settings

NEAREST = 20


@dataclass(frozen=True)
class Story:
    """Claims of one story, the rows of gold pairs, and the language most are in."""

    claims: tuple[Claim, ...]
    gold: frozenset[tuple[int, int]]
    lang: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("newsroom", nargs="+", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    encoder = open_encoder(Settings(model=args.model, cache=args.cache))
    stories = [s for folder in args.newsroom for s in read_stories(folder)]
    scores: dict[str, dict[str, list[tuple[float, float, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for story in stories:
        vectors = encoder.encode([masked(c) for c in story.claims])
        plain = encoder.encode([c.quote for c in story.claims])
        for name, similar in representations(story.claims, vectors, plain):
            scores[name][story.lang].append((*judged(similar, story), 1.0))
    print(f"{'ingredient':34}" + "".join(f"{lang + ' AP':>9}{'R@20':>7}" for lang in LANGS))
    for name, by_lang in scores.items():
        print(f"{name:34}" + "".join(cell(by_lang.get(lang, [])) for lang in LANGS))
    found = total = pairs = possible = 0
    for story in stories:
        vectors = encoder.encode([masked(c) for c in story.claims])
        nominated, _ = candidates(story.claims, vectors, [range(len(story.claims))])
        have = {(c.left, c.right) for c in nominated}
        found, total = found + len(have & story.gold), total + len(story.gold)
        pairs, possible = pairs + len(have), possible + len(story.claims) ** 2 // 2
    print(f"union as shipped: {found}/{total} gold pairs, {pairs / possible:.0%} of all pairs")


LANGS = ("de", "en", "mixed")


def cell(values: Sequence[tuple[float, float, float]]) -> str:
    if not values:
        return f"{'-':>9}{'-':>7}"
    return f"{np.mean([v[0] for v in values]):9.3f}{np.mean([v[1] for v in values]):7.2f}"


def representations(claims: Sequence[Claim], vectors: Any, plain: Any) -> Iterator[tuple[str, Any]]:
    """Yield names and similarity matrices: alone, then the union without each ingredient."""
    lexical = Lexical(claims)
    everything = range(len(claims))
    parts = {
        "characters": (lexical.characters @ lexical.characters.T).toarray(),
        "words": (lexical.words @ lexical.words.T).toarray(),
        "embedding, masked": vectors @ vectors.T,
        "meaning": Meaning(claims).similar(everything),
        "keys": keyed(claims),
    }
    yield "embedding, figures left in", plain @ plain.T
    yield from parts.items()
    yield "lexical (characters + words)", lexical.similar(everything)
    yield "union of all", union(parts.values())
    for name in parts:
        yield f"union without {name}", union(p for n, p in parts.items() if n != name)


def union(parts: Any) -> Any:
    """Return the best rank of a pair in any representation, as a similarity."""
    ranked = []
    for similar in parts:
        order = np.argsort(np.argsort(-similar, axis=1, kind="stable"), axis=1, kind="stable")
        ranked.append(1.0 / (1.0 + np.minimum(order, order.T)) * (similar > 0))
    return np.sum(ranked, axis=0)


def keyed(claims: Sequence[Claim]) -> Any:
    """Return the number of shared keys, rarer keys counting more."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, claim in enumerate(claims):
        for key in keys(claim):
            groups[key].append(row)
    shared = np.zeros((len(claims), len(claims)), dtype=np.float32)
    for rows in groups.values():
        shared[np.ix_(rows, rows)] += 1.0 / len(rows)
    return shared


def judged(similar: Any, story: Story) -> tuple[float, float]:
    """Return average precision over cross pairs and recall among the nearest per claim."""
    claims, count = story.claims, len(story.claims)
    left, right = np.triu_indices(count, 1)
    apart = np.array(
        [claims[i].source != claims[j].source for i, j in zip(left, right, strict=True)]
    )
    left, right = left[apart], right[apart]
    gold = np.array([(i, j) in story.gold for i, j in zip(left, right, strict=True)])
    if not gold.any():
        return 0.0, 0.0
    order = np.argsort(-np.round(similar[left, right], 3), kind="stable")
    hits = gold[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    matrix = np.array(similar, dtype=float)
    for i in range(count):
        matrix[i, [j for j in range(count) if claims[j].source == claims[i].source]] = -2
    nearest = np.argsort(-matrix, axis=1, kind="stable")[:, :NEAREST]
    near = {(min(i, int(j)), max(i, int(j))) for i in range(count) for j in nearest[i]}
    cross = {(int(i), int(j)) for i, j, g in zip(left, right, gold, strict=True) if g}
    return float((precision * hits).sum() / hits.sum()), len(near & cross) / len(cross)


def read_stories(folder: Path) -> Iterator[Story]:
    """Yield the stories of a newsroom folder."""
    for place in sorted(folder.glob("*/gold.json")):
        gold = json.loads(place.read_text(encoding="utf-8"))
        files = [place.parent / s["file"] for s in gold["sources"]]
        sources, _ = read_sources(files, Settings())
        texts = {Path(s.id).name: s for s in sources}
        claims = tuple(c for s in sources for c in read_claims(s))
        pairs: set[tuple[int, int]] = set()
        for pair in [*gold["expected"], *gold["corroborated"]]:
            sides = [rows(claims, texts, pair[side]) for side in ("a", "b")]
            pairs |= {(min(i, j), max(i, j)) for i in sides[0] for j in sides[1] if i != j}
        yield Story(claims, frozenset(pairs), gold["lang"])


def rows(claims: Sequence[Claim], texts: dict[str, Any], side: dict[str, str]) -> list[int]:
    """Return the rows of the claims that overlap a gold quote."""
    source = texts.get(side["file"])
    if source is None:
        return []
    words = r"\s+".join(re.escape(w) for w in side["quote"].split())
    match = re.search(words, source.text)
    if match is None:
        return []
    return [
        i
        for i, c in enumerate(claims)
        if c.source == source.id and c.start < match.end() and match.start() < c.end
    ]


if __name__ == "__main__":
    main()
