"""Small tables for people: what was read from a sentence or an article.

Floor 6 (cli).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.language.figures import figures_json, read_figures
from checker.model import Claim, Source
from checker.report.safe import safe_text


def console_for(file: TextIO) -> Console:
    """Return a console that takes nothing for markup."""
    width = None if file.isatty() else 120
    return Console(file=file, width=width, markup=False, highlight=False, emoji=False)


def interval_text(row: Mapping[str, Any], *, soft: bool = False) -> str:
    """Return the bounds of a figure object as people write intervals: ``[60, ∞)``."""
    low, high = (row["soft_low"], row["soft_high"]) if soft else (row["low"], row["high"])
    left = "(" if low is None or (row["low_open"] and not soft) else "["
    right = ")" if high is None or (row["high_open"] and not soft) else "]"
    if low is not None and low == high:
        return f"{low}"
    return f"{left}{'-∞' if low is None else low}, {'∞' if high is None else high}{right}"


def print_figures(text: str, lang: str, reference: datetime | None, file: TextIO) -> None:
    """Print what was read from `text`: words, kind, bounds, unit, what is measured."""
    rows = figures_json(*read_figures(text, lang, reference))
    console = console_for(file)
    if not rows:
        console.print(Text(f"no figures read ({lang})"))
        return
    table = Table(box=None, pad_edge=False)
    for head in ("words", "kind", "excludes all but", "suggests", "unit", "of"):
        table.add_column(head, overflow="fold")
    for row in rows:
        cells = (
            str(row["text"]),
            str(row["kind"]) + (f" ({row['modifier']})" if row["modifier"] else ""),
            interval_text(row),
            interval_text(row, soft=True),
            str(row["unit"]),
            _measured(row["of"]),
        )
        table.add_row(*(Text(safe_text(c)) for c in cells))
    console.print(table)


def _measured(of: object) -> str:
    """Return what a figure measures, shortly."""
    if not isinstance(of, Mapping):
        return ""
    words = [*of["qualifiers"], of["noun"] or of["verb"]]
    concept = f" ({of['concept']})" if of["concept"] else ""
    return " ".join(w for w in words if w) + concept


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the JSON object of a claim; every offset refers to the text of its source."""
    return {
        "id": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "part": "body" if claim.part == "subhead" else claim.part,
        "speaker": claim.attribution.speaker,
        "mode": claim.attribution.mode,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "hedges": [c.text for c in claim.hedges],
        "moments": list(figures_json((), claim.moments)),
        "figures": list(figures_json(claim.figures, ())),
        "worth": round(claim.worth, 3),
    }


def print_claims(claims: Sequence[Claim], sources: Sequence[Source], file: TextIO) -> None:
    """Print claims by source: line, speaker, words, what was read."""
    console = console_for(file)
    for source in sources:
        table = Table(box=None, pad_edge=False, title_justify="left")
        for head in ("line", "worth", "who", "claim", "figures"):
            table.add_column(head, overflow="fold")
        for claim in (c for c in claims if c.source == source.id):
            line, _ = source.line_column(claim.start)
            flags = [f for f in (claim.modality, claim.polarity) if f not in ("fact", "affirmed")]
            words = claim.quote + (f"  [{', '.join(flags)}]" if flags else "")
            read = "; ".join(f.text for f in claim.figures)
            cells = (str(line), f"{claim.worth:.2f}", claim.attribution.speaker, words, read)
            table.add_row(*(Text(safe_text(c)) for c in cells))
        console.print(Text(safe_text(source.id), style="bold"))
        console.print(table)
