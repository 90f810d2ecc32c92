"""What an article is mainly about, and on which days that can have been.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from checker.corpus.event_words import kinds_named
from checker.model import Claim, Source

#: Days that make a time of day precision another occasion than the article's main event.
ELSEWHEN: Final = timedelta(days=7)
#: How long before its publication an article's undated main event may lie.
_NEWS: Final = timedelta(days=3)
#: Wordings that name a stretch too long to be the day of a piece of news.
COARSE: Final = frozenset(
    {"month-part", "month", "quarter", "half", "season", "year", "decade", "century"}
)
#: Sentences of the body that count as lead.
_LEAD: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """The main event of an article.

    Attributes:
        low: First day it can have been, None if the article carries no date.
        high: Day after the last.
        stated: Whether the lead names the day, not only the dateline.
        kinds: Kinds of event that headline and lead name, commonest first.
        names: Names anywhere in the article: key -> as first written.
    """

    low: datetime | None = None
    high: datetime | None = None
    stated: bool = False
    kinds: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def main_events(sources: Sequence[Source], claims: Sequence[Claim]) -> dict[tuple[str, int], Main]:
    """Return the main event of each article, by (source id, number of the article)."""
    by_id = {s.id: s for s in sources}
    grouped: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.source, claim.article].append(claim)
    return {key: _main(by_id.get(key[0]), grouped[key]) for key in sorted(grouped)}


def _main(source: Source | None, claims: Sequence[Claim]) -> Main:
    """Return the main event of one article from its headline and lead."""
    ordered = sorted(claims, key=lambda c: c.start)
    body = sorted({c.sentence for c in ordered if c.part == "body"})[:_LEAD]
    head = [c for c in ordered if c.part in {"headline", "teaser"}]
    lead = head + [c for c in ordered if c.part == "body" and c.sentence in body]
    counted: Counter[str] = Counter()
    for claim in lead:
        counted.update(kinds_named(claim))
    kinds = tuple(sorted(counted, key=lambda k: (-counted[k], k)))
    names = {n.key: n.text for c in reversed(ordered) for n in reversed(c.names)}
    stated = _stated(source, lead)
    if stated is not None:
        return Main(low=stated[0], high=stated[1], stated=True, kinds=kinds, names=names)
    if source is None or source.published_low is None or source.published_high is None:
        return Main(kinds=kinds, names=names)
    low, high = day_of(source.published_low), day_after(source.published_high)
    assert low is not None
    return Main(low=low - _NEWS, high=high, kinds=kinds, names=names)


def _stated(source: Source | None, lead: Sequence[Claim]) -> tuple[datetime, datetime] | None:
    """Return the day the lead names for the news, None if it names none that fits the dateline."""
    low = day_of(source.published_low) if source else None
    high = day_after(source.published_high) if source else None
    for claim in lead:
        moment = claim.moment
        if moment is None or not moment.resolved or moment.role != "point":
            continue
        start, end = day_of(moment.low), day_after(moment.high)
        if start is None or end is None or moment.precision in COARSE:
            continue
        if low is not None and start < low - ELSEWHEN:
            continue
        if high is not None and end > high + timedelta(days=1):
            continue
        return start, end
    return None


def day_of(moment: datetime | None) -> datetime | None:
    """Return the beginning of the day of an instant."""
    if moment is None:
        return None
    return moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)


def day_after(moment: datetime | None) -> datetime | None:
    """Return the end of the day that an interval ending here still touches."""
    if moment is None:
        return None
    day = day_of(moment)
    assert day is not None
    return day if day == moment.replace(tzinfo=None) else day + timedelta(days=1)
