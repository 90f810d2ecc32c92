"""`check claims PATH --pairs`: which claims are held together, and on what grounds.

Floor 6 (cli).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from rich.text import Text

from checker.cli.checking import cache_folder
from checker.cli.common import dump_lines
from checker.cli.tables import console_for
from checker.report.safe import safe_text
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.model import Claim, Pair, Source

_GROUNDS = ("event", "participants", "time", "measure", "scope")


def print_pairs(
    sources: Sequence[Source], claims: Sequence[Claim], file: TextIO, *, jsonl: bool
) -> None:
    """Print every pair with what nominated it and its five grounds, and who met nobody."""
    from checker.corpus.encoder import open_encoder
    from checker.corpus.relate import relate

    related = relate(sources, claims, open_encoder(Settings(cache=cache_folder())))
    if jsonl:
        dump_lines(_rows(related.pairs))
        return
    lang = "de" if sum(s.lang == "de" for s in sources) * 2 >= len(sources) else "en"
    console = console_for(file)
    for pair in related.pairs:
        console.print(Text(safe_text(f"{pair.left.source}: {pair.left.quote}"), style="bold"))
        console.print(Text(safe_text(f"{pair.right.source}: {pair.right.quote}"), style="bold"))
        console.print(Text(f"  nominated by {pair.nominated}, similarity {pair.similarity}"))
        for name in _GROUNDS:
            ground = getattr(pair, name)
            console.print(Text(safe_text(f"  {name}: {ground.standing}, {ground.why.get(lang)}")))
    met = {c.id for p in related.pairs for c in (p.left, p.right)}
    console.print(
        Text(
            f"{len(related.pairs)} pairs in {len(related.stories)} stories; "
            f"{sum(c.id not in met for c in claims)} of {len(claims)} claims met no other; "
            f"{related.capped} pairs dropped by a cap"
        )
    )


def _rows(pairs: Sequence[Pair]) -> Iterator[Mapping[str, Any]]:
    """Yield pairs as JSON objects."""
    for pair in pairs:
        yield {
            "left": pair.left.id,
            "right": pair.right.id,
            "nominated": pair.nominated,
            "similarity": pair.similarity,
            **{
                name: {
                    "standing": getattr(pair, name).standing.value,
                    "why": getattr(pair, name).why.en,
                }
                for name in _GROUNDS
            },
        }
