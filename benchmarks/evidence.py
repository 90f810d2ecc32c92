"""Read off annotated stories what each sign weighs, and write ``rules/evidence/figures.toml``.

    python benchmarks/evidence.py FOLDER [FOLDER ...] [--write]

A set is a folder of stories as for ``quality.py``.  Each pair of figures of one kind that do not
agree is a case: right if the story's gold calls it a conflict, left out if it calls it superseded
or disputed, wrong otherwise.  Weights are those of a logistic regression, rounded to tenths.
Precision and recall printed are those of cross-validation over stories: what to expect of stories
nobody fitted on.  Needs scikit-learn (extra ``test``).
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.compare._intervals import Stand
from checker.compare._matches import rivals
from checker.compare._signs import signs
from checker.corpus.encoder import open_encoder
from checker.corpus.relate import relate
from checker.model import Claim, Standing
from checker.read import read_sources
from checker.read.claims import read_claims
from checker.settings import Settings

#: Story, the two quotes, the signs, whether the gold calls it a conflict.
Case = tuple[str, tuple[str, str], dict[str, float], bool]
LOUD = {"figure-conflict", "self-conflict"}
#: Items that say that two figures measure one thing and need not conflict.
ASIDE = {"superseded", "disputed"}
#: Precision asked of cross-validation; what the judge labels afterwards makes the real one higher.
WANTED = 0.7
FOLDS = 10
FILE = Path(__file__).resolve().parents[1] / "rules" / "evidence" / "figures.toml"


def says(claim: Claim, want: dict[str, str]) -> bool:
    """Return whether a claim is (part of) a wanted quote."""
    if Path(claim.source).name != want["file"]:
        return False
    mine, wanted = " ".join(claim.quote.split()), " ".join(want["quote"].split())
    return mine in wanted or wanted in mine


def label(left: Claim, right: Claim, items: Sequence[dict[str, Any]]) -> str:
    """Return the type of the item two claims are, loud ones first, empty if none."""
    types = {
        e["type"]
        for e in items
        if (says(left, e["a"]) and says(right, e["b"]))
        or (says(left, e["b"]) and says(right, e["a"]))
    }
    return min(types, key=lambda t: (t not in LOUD, t), default="")


def cases(folders: Sequence[Path]) -> Iterator[Case]:
    """Yield (story, claims, signs, whether the gold calls it a conflict)."""
    settings = Settings()
    encoder = open_encoder(settings)
    for path in sorted(p for folder in folders for p in folder.rglob("gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        sources, _ = read_sources([path.parent / s["file"] for s in gold["sources"]], settings)
        claims = [c for s in sources for c in read_claims(s)]
        for pair in relate(sources, claims, encoder).pairs:
            if pair.event.standing is Standing.EXCLUDED or not pair.left.figures:
                continue
            if pair.within and pair.left.part == pair.right.part:
                continue
            kind = label(pair.left, pair.right, gold["expected"])
            if kind in ASIDE:
                continue
            for match in rivals(pair):
                if match.stand is not Stand.CONFLICT:
                    continue
                found = signs(pair, match.left, match.right, match.ground, match.strength)
                yield (
                    path.parent.name,
                    (pair.left.quote, pair.right.quote),
                    found.values,
                    kind in LOUD,
                )


def fitted(table: Any, right: Any) -> tuple[Any, float]:
    """Return the weight of each sign in its own unit, and where the sum starts."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    scale = table.std(axis=0) + 1e-9
    model = LogisticRegression(C=0.15, max_iter=5000).fit(table / scale, right)
    return np.round(model.coef_[0] / scale, 1), round(float(model.intercept_[0]), 1)


def ranking(name: str, rows: Sequence[Case], scores: Any) -> float:
    """Print precision and recall down the ranking; return the score at which it is too low."""
    best: dict[tuple[str, tuple[str, str]], tuple[float, bool]] = {}
    for (story, quotes, _, hit), score in zip(rows, scores, strict=True):
        before = best.get((story, quotes), (-99.0, False))
        best[story, quotes] = (max(before[0], float(score)), before[1] or hit)
    ranked = sorted(best.values(), reverse=True)
    wanted = sum(hit for _, hit in ranked)
    print(f"{name}: {wanted} conflicts of claims")
    line, found = 99.0, 0
    for count, (score, hit) in enumerate(ranked, 1):
        found += hit
        if count >= FOLDS and found / count >= WANTED:
            line = score
        if count in {10, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200}:
            share, recall = found / count, found / wanted
            print(f"first {count:3d}: precision {share:.2f} recall {recall:.2f} {score:.2f}")
    return line


def main() -> None:
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="Write rules/evidence/figures.toml.")
    arguments = parser.parse_args()
    rows = list(cases(arguments.folders))
    names = sorted({name for _, _, found, _ in rows for name in found})
    table = np.array([[found.get(name, 0.0) for name in names] for _, _, found, _ in rows])
    right = np.array([hit for *_, hit in rows])
    stories = sorted({story for story, *_ in rows})
    fold = np.array([stories.index(story) % FOLDS for story, *_ in rows])
    scores = np.zeros(len(rows))
    for number in range(FOLDS):
        weights, start = fitted(table[fold != number], right[fold != number])
        scores[fold == number] = table[fold == number] @ weights + start
    print(f"{len(stories)} stories, {len(rows)} pairs of figures")
    named = [any(found.get(f"strength-{n}") for n in (2, 3)) for _, _, found, _ in rows]
    line = ranking("all", rows, scores)
    kept = [i for i, hit in enumerate(named) if hit]
    ranking("words name one measure", [rows[i] for i in kept], [scores[i] for i in kept])
    weights, start = fitted(table, right)
    print(f"line {line:.1f}, start {start}")
    for weight, name in sorted(zip(weights, names, strict=True)):
        print(f"{weight:6.1f}  {name}")
    if arguments.write:
        write(dict(zip(names, map(float, weights), strict=True)), start, round(line, 1))


def write(weights: dict[str, float], start: float, line: float) -> None:
    """Write the file of weights; the words for readers are kept."""
    words = tomllib.loads(FILE.read_text(encoding="utf-8"))["words"] if FILE.exists() else {}
    lines = [
        "# What each sign weighs that two figures measure one thing.",
        "# Written by benchmarks/evidence.py; only [words] is written by hand.",
        f"start = {start}",
        f"line = {line}",
        "",
        "[weights]",
        *(f'"{name}" = {weight}' for name, weight in sorted(weights.items()) if weight),
        "",
        "[words]",
        *(
            f'"{name}" = {{de = "{row["de"]}", en = "{row["en"]}"}}'
            for name, row in sorted(words.items())
        ),
    ]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
