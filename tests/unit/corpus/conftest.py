"""Short ways to make sources and claims."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest

from checker.language.tokens import tokens
from checker.model import Claim, Figure, Interval, Kind, Measured, Moment, Name, Source

MakeClaim = Callable[..., Claim]


def make_claim(
    quote: str,
    *,
    source: str = "a.txt",
    start: int = 0,
    lang: str = "de",
    sentence: int = 0,
    paragraph: int = 0,
    part: str = "body",
    names: str = "",
    moment: tuple[str, str, str] | None = None,
    figure: tuple[str, Kind, str] | None = None,
    concept: str = "",
) -> Claim:
    """Return a claim; `moment` is (words, first day, precision), `figure` (words, kind, value)."""
    end = start + len(quote)
    moments: tuple[Moment, ...] = ()
    if moment is not None:
        words, day, precision = moment
        at = quote.index(words) + start
        low = datetime.fromisoformat(day) if day else None
        days = {"day": 1, "month": 28, "year": 365}[precision]
        moments = (
            Moment(
                start=at,
                end=at + len(words),
                text=words,
                kind="date",
                low=low,
                high=datetime.fromordinal(low.toordinal() + days) if low else None,
                precision=precision,
                resolved=low is not None,
            ),
        )
    figures: tuple[Figure, ...] = ()
    if figure is not None:
        text, kind, value = figure
        at = quote.index(text) + start
        point = Interval.point(Decimal(value))
        figures = (
            Figure(
                start=at,
                end=at + len(text),
                text=text,
                kind=kind,
                hard=point,
                soft=point,
                unit="1",
                of=Measured(concept=concept),
            ),
        )
    found = tuple(
        Name(quote.index(n) + start, quote.index(n) + start + len(n), n, n.lower())
        for n in names.split(",")
        if n
    )
    return Claim(
        id=f"{source}#{start}-{end}",
        source=source,
        start=start,
        end=end,
        quote=quote,
        lang=lang,
        part=part,
        sentence=sentence,
        paragraph=paragraph,
        sentence_start=start,
        sentence_end=end,
        figures=figures,
        moments=moments,
        moment=moments[0] if moments else None,
        names=found,
        tokens=tokens(quote, lang),
    )


@pytest.fixture
def claim() -> MakeClaim:
    return make_claim


@pytest.fixture
def source() -> Callable[..., Source]:
    def make(id_: str, text: str = "", day: str = "") -> Source:
        low = datetime.fromisoformat(day) if day else None
        return Source(
            id=id_, text=text, lang="de", sha256="0" * 64, published_low=low, published_high=low
        )

    return make
