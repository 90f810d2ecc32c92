"""How long reading figures takes, as a ratio to a compiled digit regex over the same sentences.

    python benchmarks/figures.py [FILE ...]

Without files it reads the articles in ``seeds/``.  A ratio in one run does not depend on the
machine; the aim is at most 60.  Hostile inputs are read at two sizes: twice the length may take
about twice as long, never four times.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from checker.language.moments import read_moments
from checker.language.quantities import read_quantities

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NOW = datetime(2025, 10, 17)
HOSTILE = {
    "one long number": "1",
    "numbers and blanks": "1 ",
    "separators": "1.",
    "groups of three": "1 000",
    "telephone dashes": "1-",
    "nested ranges": "zwischen 1 bis ",
    "open ranges": "1 bis ",
    "number words": "zwei und ",
    "modifiers": "mehr als ",
    "one long word": "ein",
    "quotes": '"5" ',
    "compound quantities": "1 Stunde ",
}


def sentences(paths: Sequence[Path]) -> list[str]:
    text = " ".join(p.read_text(encoding="utf-8") for p in paths)
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if len(s) > 20]


def seconds(read: Callable[[str], object], texts: Sequence[str], rounds: int = 5) -> float:
    """Return the least processor time of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - begin)
    return best


def main(arguments: Sequence[str]) -> int:
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    paths = [Path(a) for a in arguments] or sorted(seeds.glob("*.txt"))
    texts = sentences(paths)
    base = seconds(DIGITS.findall, texts, 20)
    figures = seconds(lambda t: read_quantities(t, "de"), texts)
    # Moments are remembered per text, so only the first round reads.
    read_moments("Am 1. Mai.", "de", NOW)
    moments = seconds(lambda t: read_moments(t, "de", NOW), texts, 1)
    count = len(texts)
    print(f"{count} sentences, {sum(map(len, texts)) / count:.0f} characters each")
    print(f"{'reader':12s} {'µs/sentence':>12s} {'x regex':>8s}")
    for name, spent in (("regex", base), ("figures", figures), ("moments", moments)):
        print(f"{name:12s} {spent / count * 1e6:12.1f} {spent / base:8.1f}")
    print(
        f"{'both':12s} {(figures + moments) / count * 1e6:12.1f} {(figures + moments) / base:8.1f}"
    )
    for name, piece in HOSTILE.items():
        short, long = piece * (50_000 // len(piece)), piece * (100_000 // len(piece))
        first = seconds(lambda t: read_quantities(t, "de"), [short], 1)
        second = seconds(lambda t: read_quantities(t, "de"), [long], 1)
        print(f"{name:22s} 50 kB {first:6.3f} s   100 kB {second:6.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
