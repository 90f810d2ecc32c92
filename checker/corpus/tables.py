"""The tables of a run, each schema stated once, with units.

Inside one article values are objects; across a corpus they are columns, so that a sieve is one
expression and not a loop.  All tables can be written as Parquet and opened elsewhere.

Floor 3 (corpus).  polars is imported lazily.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from checker.model import Claim, Finding, Pair, Source

if TYPE_CHECKING:
    import polars as pl

#: Column -> (polars type by name, meaning and unit).
Schema = dict[str, tuple[str, str]]

SOURCES: Final[Schema] = {
    "source": ("String", "id: relative path or URL"),
    "lang": ("String", "ISO 639-1, und if unknown"),
    "title": ("String", "headline, null if none"),
    "publisher": ("String", "who published it, null if unknown"),
    "published_low": ("Datetime", "first instant it can have been published, null if unknown"),
    "published_high": ("Datetime", "instant after the last one"),
    "agencies": ("String", "credited agencies, joined by a space"),
    "origin": ("String", "key of the origin; equal keys are one witness"),
    "characters": ("Int64", "code points"),
    "sha256": ("String", "of the bytes read"),
}
CLAIMS: Final[Schema] = {
    "claim": ("String", "id"),
    "source": ("String", "id of the source"),
    "start": ("Int64", "first code point in the source's text"),
    "end": ("Int64", "one past the last"),
    "quote": ("String", "the exact words"),
    "lang": ("String", "ISO 639-1"),
    "part": ("String", "headline, teaser, caption, subhead, body"),
    "article": ("Int32", "number of the article in the file"),
    "paragraph": ("Int32", "number of the paragraph in the source"),
    "sentence": ("Int32", "number of the sentence in the source"),
    "speaker": ("String", "key of who vouches, empty for the outlet"),
    "polarity": ("String", "affirmed, denied"),
    "modality": ("String", "fact, plan, possibility, condition, question, demand"),
    "names": ("String", "keys of names, joined by a bar"),
    "moment_low": ("Datetime", "first instant of the claim's event, null if unknown"),
    "moment_high": ("Datetime", "instant after the last one"),
    "figures": ("Int32", "number of figures"),
    "worth": ("Float64", "rank of check-worthiness, 0..1"),
}
FIGURES: Final[Schema] = {
    "claim": ("String", "id of the claim"),
    "start": ("Int64", "first code point in the source's text"),
    "end": ("Int64", "one past the last"),
    "text": ("String", "as written"),
    "kind": ("String", "dimension"),
    "low": ("Float64", "hard bound, in unit; null if unbounded"),
    "high": ("Float64", "hard bound, in unit; null if unbounded"),
    "soft_low": ("Float64", "soft bound, in unit"),
    "soft_high": ("Float64", "soft bound, in unit"),
    "unit": ("String", "canonical unit"),
    "granularity": ("Float64", "place value of the last stated digit, in unit"),
    "modifier": ("String", "hedge of the figure, empty if none"),
    "noun": ("String", "what is counted, base form"),
    "concept": ("String", "language-free key of the measure, empty if unknown"),
}
_STANDING: Final = "established, possible, excluded"
PAIRS: Final[Schema] = {
    "left": ("String", "id of the claim that comes first by source and start"),
    "right": ("String", "id of the other"),
    "similarity": ("Float64", "best nominating similarity, -1..1, to 1/1000"),
    "nominated": ("String", "embedding, lexical, meaning, key, joined by +"),
    "within": ("Boolean", "both claims in one source"),
    "event": ("String", _STANDING),
    "participants": ("String", _STANDING),
    "time": ("String", _STANDING),
    "measure": ("String", _STANDING),
    "scope": ("String", _STANDING),
}
FINDINGS: Final[Schema] = {
    "fingerprint": ("String", "stable name"),
    "rule": ("String", "id of the rule"),
    "type": ("String", "what kind of finding"),
    "level": ("String", "error, warning, info"),
    "scope": ("String", "cross-source, within-source"),
    "sources": ("String", "ids of the sources, joined by a bar"),
    "message": ("String", "in English"),
    "status": ("String", "open, accepted"),
}


def frame(schema: Schema, rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    """Return rows as a table of a schema; a wrong type is an error here, not later.

    Args:
        schema: One of the schemas above.
        rows: Values in the order of the schema.
    """
    import polars as pl

    types: dict[str, Any] = {
        "Datetime": pl.Datetime("us"),
        "String": pl.String(),
        "Int64": pl.Int64(),
        "Int32": pl.Int32(),
        "Float64": pl.Float64(),
        "Boolean": pl.Boolean(),
    }
    columns = {name: types[kind] for name, (kind, _) in schema.items()}
    return pl.DataFrame(rows, schema=columns, orient="row")


class Tables(Mapping[str, "pl.DataFrame"]):
    """The tables of a run by name; each is made when it is asked for, and not kept.

    Args:
        sources: All sources.
        claims: Their claims.
        pairs: The pairs.
        origins: Source id -> key of its origin.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        pairs: Sequence[Pair],
        origins: Mapping[str, str],
    ) -> None:
        self._makers: dict[str, Callable[[], pl.DataFrame]] = {
            "sources": lambda: sources_table(sources, origins),
            "claims": lambda: claims_table(claims),
            "figures": lambda: figures_table(claims),
            "pairs": lambda: pairs_table(pairs),
        }

    def __getitem__(self, name: str) -> pl.DataFrame:
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def sources_table(sources: Sequence[Source], origins: Mapping[str, str]) -> pl.DataFrame:
    """Return the table of sources."""
    return frame(
        SOURCES,
        [
            (
                s.id,
                s.lang,
                s.title.value if s.title else None,
                s.publisher.value if s.publisher else None,
                s.published_low.replace(tzinfo=None) if s.published_low else None,
                s.published_high.replace(tzinfo=None) if s.published_high else None,
                " ".join(a.value for a in s.agencies),
                origins.get(s.id, s.id),
                len(s.text),
                s.sha256,
            )
            for s in sources
        ],
    )


def claims_table(claims: Sequence[Claim]) -> pl.DataFrame:
    """Return the table of claims."""
    return frame(
        CLAIMS,
        [
            (
                c.id,
                c.source,
                c.start,
                c.end,
                c.quote,
                c.lang,
                c.part,
                c.article,
                c.paragraph,
                c.sentence,
                c.attribution.key,
                c.polarity,
                c.modality,
                "|".join(sorted({n.key for n in c.names})),
                c.moment.low if c.moment else None,
                c.moment.high if c.moment else None,
                len(c.figures),
                c.worth,
            )
            for c in claims
        ],
    )


def figures_table(claims: Sequence[Claim]) -> pl.DataFrame:
    """Return the table of figures of all claims."""
    return frame(
        FIGURES,
        [
            (
                c.id,
                f.start,
                f.end,
                f.text,
                f.kind.value,
                _number(f.hard.low),
                _number(f.hard.high),
                _number(f.soft.low),
                _number(f.soft.high),
                f.unit,
                float(f.granularity),
                f.modifier,
                f.of.noun,
                f.of.concept,
            )
            for c in claims
            for f in c.figures
        ],
    )


def pairs_table(pairs: Sequence[Pair]) -> pl.DataFrame:
    """Return the table of pairs."""
    return frame(
        PAIRS,
        [
            (
                p.left.id,
                p.right.id,
                p.similarity,
                p.nominated,
                p.within,
                p.event.standing.value,
                p.participants.standing.value,
                p.time.standing.value,
                p.measure.standing.value,
                p.scope.standing.value,
            )
            for p in pairs
        ],
    )


def findings_table(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return the table of findings."""
    return frame(
        FINDINGS,
        [
            (
                f.fingerprint,
                f.rule,
                f.type,
                f.level.value,
                f.scope,
                "|".join(sorted({s.source for s in f.sides})),
                f.message.en,
                f.status,
            )
            for f in findings
        ],
    )


def _number(value: Decimal) -> float | None:
    """Return a bound as a number, None for unbounded."""
    return float(value) if value.is_finite() else None
