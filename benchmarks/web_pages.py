"""Compare what `checker` reads from web pages with what trafilatura alone reads.

Usage::

    python benchmarks/web_pages.py PAGES.jsonl [--worst N]

Each line of PAGES.jsonl is ``{"id", "page", "title", "date", "paragraphs"}``; `page` is the path
of a ``.html`` or ``.html.gz`` relative to the file.  Printed are, for both readers: words of the
body found and words too many (precision, recall, F1 over word counts), titles and days that
agree, and the time taken.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """Sums over all pages for one reader."""

    found: int = 0
    read: int = 0
    wanted: int = 0
    titles: int = 0
    days: int = 0
    wrong_days: int = 0
    seconds: float = 0.0
    scores: dict[str, tuple[float, float]] = field(default_factory=dict)


def words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))


def key(text: str | None) -> str:
    return re.sub(r"\W+", "", text or "").lower()


def read_ours(data: bytes, name: str) -> tuple[str, str, str]:
    """Return body, title and day as `checker` reads them."""
    from checker.read.sources import _read_bytes
    from checker.settings import Settings

    sources, _ = _read_bytes(data, name, "html", Settings())
    if not sources:
        return "", "", ""
    source = sources[0]
    kinds = {"body", "subhead", "teaser"}
    body = "\n".join(source.text[p.start : p.end] for p in source.parts if p.kind in kinds)
    day = source.published_low.date().isoformat() if source.published_low else ""
    return body, source.title.value if source.title else "", day


def read_theirs(data: bytes, name: str) -> tuple[str, str, str]:
    """Return body, title and day as trafilatura alone reads them."""
    import trafilatura

    body = trafilatura.extract(data, fast=True, include_comments=False) or ""
    meta = trafilatura.extract_metadata(data)
    title = getattr(meta, "title", "") or ""
    return body, title, (getattr(meta, "date", "") or "")[:10]


def days_of(gold: str) -> set[str]:
    """Return the days an instant can be, in UTC or in Germany."""
    from checker.read.dateline import local_wall_clock

    iso = gold.replace(" ", "T")
    return {gold[:10], local_wall_clock(iso, "de")[:10]}


def add(tally: Tally, row: dict[str, Any], result: tuple[str, str, str]) -> None:
    body, title, day = result
    have, want = words(body), words("\n".join(row["paragraphs"]))
    both = sum((have & want).values())
    tally.found += both
    tally.read += sum(have.values())
    tally.wanted += sum(want.values())
    total = max(1, sum(have.values()))
    tally.scores[row["id"]] = (both / total, both / max(1, sum(want.values())))
    left, right = key(title), key(row["title"])
    tally.titles += bool(left) and (left == right or (len(left) > 15 and left in right)
                                    or (len(right) > 15 and right in left))  # fmt: skip
    right_day = day in days_of(str(row["date"]))
    tally.days += right_day
    tally.wrong_days += bool(day) and not right_day


def main(argv: Sequence[str] | None = None) -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="also name the N worst pages")
    options = parser.parse_args(argv)
    rows = [json.loads(line) for line in options.pages.read_text("utf-8").splitlines() if line]
    tallies = {"checker": Tally(), "trafilatura": Tally()}
    readers = {"checker": read_ours, "trafilatura": read_theirs}
    for row in rows:
        path = options.pages.parent / row["page"]
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for name, reader in readers.items():
            begun = time.perf_counter()
            result = reader(data, row["id"])
            tallies[name].seconds += time.perf_counter() - begun
            add(tallies[name], row, result)
    print(f"{len(rows)} pages   precision  recall     F1  titles   days  wrong days  seconds")
    for name, tally in tallies.items():
        precision = tally.found / max(1, tally.read)
        recall = tally.found / max(1, tally.wanted)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{name:12} {precision:9.3f} {recall:7.3f} {score:6.3f} {tally.titles:7} {tally.days:6}"
            f" {tally.wrong_days:11} {tally.seconds:8.1f}"
        )
    scores = tallies["checker"].scores
    for identity in sorted(scores, key=lambda i: (sum(scores[i]), i))[: options.worst]:
        ours, theirs = scores[identity], tallies["trafilatura"].scores[identity]
        print(f"  {identity}: {_pair(ours)}  trafilatura {_pair(theirs)}")


def _pair(score: tuple[float, float]) -> str:
    return f"{score[0]:.2f}/{score[1]:.2f}"


if __name__ == "__main__":
    main()
