"""Which claims are held together, and on what grounds: `check claims PATH --pairs`.

Floor 6 (cli).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TextIO

from rich.text import Text

from checker.cli.checking import cache_folder
from checker.cli.common import dump_lines
from checker.cli.tables import console_for
from checker.model import Standing
from checker.report.safe import safe_text
from checker.report.strings import word
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.corpus.relate import Related
    from checker.model import Claim, Pair, Source

_GROUNDS: Final = ("event", "participants", "time", "measure", "scope")


def print_pairs(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    file: TextIO,
    *,
    jsonl: bool,
    about: Sequence[str] = (),
) -> None:
    """Print pairs with their grounds, who met nobody, and why.

    Args:
        sources: All sources.
        claims: Their claims.
        file: Where to.
        jsonl: One JSON object a line instead of words for people.
        about: Only pairs in which each of these stands, the first two in different claims.
    """
    related = related_of(sources, claims)
    shown = [p for p in related.pairs if _speaks_of(p, about)]
    if jsonl:
        dump_lines(_rows(shown))
        return
    lang = "de" if sum(s.lang == "de" for s in sources) * 2 >= len(sources) else "en"
    console = console_for(file)

    def say(text: str, style: str = "") -> None:
        console.print(Text(safe_text(text), style=style))

    for pair in shown:
        for claim in (pair.left, pair.right):
            say(f"{claim.source}:{claim.start}: {claim.quote}", "bold")
        for line in grounds_of(pair, lang):
            say(f"  {line}")
    met = {c.id for p in related.pairs for c in (p.left, p.right)}
    lone = [c for c in claims if c.id not in met and all(a in c.quote for a in about)]
    for claim in lone:
        say(f"{claim.source}:{claim.start}: {claim.quote}", "bold")
        say(f"  {word('met-nobody', lang)}")
    if not shown and len(about) > 1:
        for line in _why_apart(claims, related, about, lang):
            say(line)
    counts = {
        "pairs-shown": f"{len(shown)}/{len(related.pairs)}",
        "stories": str(len(related.stories)),
        "met-no-other": f"{sum(c.id not in met for c in claims)}/{len(claims)}",
        "capped-pairs": str(related.capped),
    }
    say("; ".join(f"{word(key, lang)}: {count}" for key, count in counts.items()))


def related_of(sources: Sequence[Source], claims: Sequence[Claim]) -> Related:
    """Return what belongs together among claims, with the embedded model."""
    from checker.corpus.encoder import open_encoder
    from checker.corpus.relate import relate

    return relate(sources, claims, open_encoder(Settings(cache=cache_folder())))


def grounds_of(pair: Pair, lang: str) -> Iterator[str]:
    """Yield whether two claims were held against each other, why, and how they came to meet."""
    by_standing = {s: [n for n in _GROUNDS if getattr(pair, n).standing is s] for s in Standing}
    # a measure that differs leaves the words to be compared, so it alone keeps nothing apart
    apart = [n for n in by_standing[Standing.EXCLUDED] if n != "measure"]
    held = "kept-apart" if apart else "held-unsettled" if _unsettled(by_standing) else "held"
    yield word(held, lang)
    for standing in (Standing.EXCLUDED, Standing.POSSIBLE, Standing.ESTABLISHED):
        for name in by_standing[standing]:
            why = getattr(pair, name).why.get(lang)
            yield f"{word(name, lang)} {word(standing.value, lang)}: {why}"
    yield f"{word('met-by', lang)}: {pair.nominated}, {pair.similarity}"


def _unsettled(by_standing: Mapping[Standing, Sequence[str]]) -> bool:
    return bool(by_standing[Standing.POSSIBLE] or by_standing[Standing.EXCLUDED])


def _speaks_of(pair: Pair, about: Sequence[str]) -> bool:
    """Return whether each text stands in the pair, the first two on different sides."""
    quotes = (pair.left.quote, pair.right.quote)
    if len(about) > 1:
        one, other = about[:2]
        if not any(one in a and other in b for a, b in (quotes, quotes[::-1])):
            return False
    return all(any(text in quote for quote in quotes) for text in about)


def _why_apart(
    claims: Sequence[Claim], related: Related, about: Sequence[str], lang: str
) -> Iterator[str]:
    """Yield why no pair of claims with these two texts was looked at."""
    sides = [[c for c in claims if text in c.quote] for text in about[:2]]
    for text, found in zip(about, sides, strict=False):
        if not found:
            yield f"{word('no-claim-says', lang)}: {text}"
    if not all(sides):
        return
    stories = [{s for s in related.stories if c.source in s} for side in sides for c in side]
    apart = {c.source for c in sides[0]}.isdisjoint(c.source for c in sides[1])
    alike = any(a & b for a in stories[: len(sides[0])] for b in stories[len(sides[0]) :])
    yield word("no-common-story" if apart and not alike else "nothing-near", lang)


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
