"""A year was changed that a witness gives as an age or a length of time, or the other way round.

"Jahrgang 1978" and "der 47-Jährige", "seit 2018" and "acht Jahre lang", "von 14 bis 21 Uhr" and
"rund siebenstündig".

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from checker.compare import figure as comparer
from checker.compare._base import Conflict, Reading
from checker.compare._bound import figures
from checker.compare._departure.figures import changes as figures_changed
from checker.compare._departure.sentence import Departure, Sentence
from checker.compare._departure.telling import exchanged
from checker.compare._departure.times import changes as times_changed
from checker.compare._intervals import Stand, stand
from checker.compare._words import plain, say
from checker.compare.derived import Derived, clock_spans
from checker.model import Claim, Figure, Kind, Moment, Phrase, Setting

#: Weight of shared words from which a time and a length are of one thing.
_SOME: Final = 0.25
_YEAR: Final = Decimal(31_556_952)
#: Years off from which a length no longer fits.
_OFF: Final = Decimal("1.5")
#: Years below which nobody counts in years.
_LONG: Final = 1
_APART: Final = {Stand.CONFLICT, Stand.TENSION}


@dataclass(frozen=True, slots=True)
class _Years:
    """Full years between a time and the day an article was published."""

    low: Decimal
    high: Decimal
    step: Phrase


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence no longer fits the length of time a witness gives."""
    shared = departure.bond(witness, setting).shared
    close = shared >= _SOME or departure.close(witness, setting)
    for gone, fresh in _moved(departure):
        was = _since(gone, departure.old, departure.published)
        now = _since(fresh, departure.new, departure.published)
        for figure in figures(witness):
            told = _told(figure)
            if was is None or now is None or told is None:
                continue
            if not (close or figure.kind is Kind.AGE):
                continue
            if _fits(was, told, figure) and not _fits(now, told, figure):
                claim = departure.new.holding(fresh.start)
                mark = (fresh.start, fresh.end)
                mine = Reading(claim=claim, reads=plain(fresh.text), marks=(mark,))
                theirs = comparer.side(witness, figure)
                steps = (was.step, now.step)
                yield "figure", _made(mine, theirs, steps, figure.kind), shared
    if not close:
        return
    yield from _clocks(departure, witness, shared)
    for change in figures_changed(departure):
        before, after = _told(change.gone), _told(change.fresh)
        for moment in witness.moments:
            years = _since(moment, Sentence((witness,)), departure.published)
            if years is None or before is None or after is None:
                continue
            if _fits(years, before, change.gone) and not _fits(years, after, change.fresh):
                mine = comparer.side(change.new, change.fresh)
                theirs = Reading(
                    claim=witness, reads=plain(moment.text), marks=((moment.start, moment.end),)
                )
                steps = (years.step, exchanged(change.gone.text, change.fresh.text))
                yield "figure", _made(mine, theirs, steps, change.gone.kind), shared


def _moved(departure: Departure) -> Iterator[tuple[Moment, Moment]]:
    """Yield the times that gave way, spans of years with only one end changed among them."""
    yield from times_changed(departure)
    old = [m for c in departure.old.claims for m in c.moments if m.role == "span"]
    new = [m for c in departure.new.claims for m in c.moments if m.role == "span"]
    yield from (
        (a, b) for a, b in zip(old, new, strict=False) if (a.low, a.high) != (b.low, b.high)
    )


def _since(moment: Moment, sentence: Sentence, published: dict[str, datetime]) -> _Years | None:
    """Return the years from a time to the day of the article, or between the ends of a span."""
    when = published.get(sentence.claims[0].source)
    if moment.low is None or moment.precision not in {"year", "month", "season", "day"}:
        return None
    if moment.role == "span" and moment.high is not None and moment.precision == "year":
        low = Decimal(moment.high.year - moment.low.year - 2)
        step = say(f"„{moment.text}“ sind {low} bis {low + 1} volle Jahre",
                   f'"{moment.text}" is {low} to {low + 1} full years')  # fmt: skip
        return _Years(low, low + 1, step)
    if when is None or moment.role not in {"point", "since"} or moment.low >= when:
        return None
    end = moment.high if moment.role == "point" else None
    if end is None:
        end = moment.named[1] if moment.named else moment.low
    if moment.precision == "year":
        end = datetime(moment.low.year + 1, 1, 1)
    low, high = _between(end, when), _between(moment.low, when)
    if high < _LONG:
        return None
    span = f"{int(max(low, Decimal()))}–{int(high)}" if int(low) != int(high) else f"{int(high)}"
    step = say(f"von „{moment.text}“ bis zum Erscheinen sind es {span} volle Jahre",
               f'from "{moment.text}" to publication it is {span} full years')  # fmt: skip
    return _Years(max(low, Decimal()), high, step)


def _between(begin: datetime, end: datetime) -> Decimal:
    return Decimal(int((end - begin).total_seconds())) / _YEAR


def _told(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Return the years a figure gives, None if it gives none."""
    span = figure.hard if figure.hard.is_point else figure.soft
    if figure.kind is Kind.AGE:
        return (span.low, span.high)
    if figure.kind is Kind.DURATION and span.high >= _YEAR * _LONG:
        return (span.low / _YEAR, span.high / _YEAR)
    return None


def _fits(years: _Years, told: tuple[Decimal, Decimal], figure: Figure) -> bool:
    if figure.kind is Kind.AGE:
        return int(years.low) <= told[1] and told[0] <= int(years.high)
    off = min(_OFF, max(Decimal("0.3"), years.high / 10))
    return years.low - off <= told[1] and told[0] <= years.high + off


def _clocks(
    departure: Departure, witness: Claim, shared: float
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield a length that clock times of the sentence came to before and no longer do."""
    old, new = _spans(departure.old.claims), _spans(departure.new.claims)
    there = _spans(departure.beside.get((witness.source, witness.sentence), (witness,)))
    for was, now in zip(old, new, strict=False):
        if was.figure.hard == now.figure.hard:
            continue
        for figure in figures(witness):
            if figure.kind is Kind.DURATION and _parted(was.figure, now.figure, figure):
                claim = departure.new.holding(now.figure.start)
                mine = Reading(claim=claim, reads=plain(now.figure.text), marks=now.marks)
                theirs = comparer.side(witness, figure)
                steps = (was.step, now.step)
                yield "figure", _made(mine, theirs, steps, figure.kind), shared
    for change in figures_changed(departure):
        for span in there:
            inside = witness.start <= span.figure.start < witness.end
            if change.gone.kind is not Kind.DURATION or not inside:
                continue
            if _parted(change.gone, change.fresh, span.figure):
                mine = comparer.side(change.new, change.fresh)
                marks = tuple(m for m in span.marks if witness.start <= m[0] < witness.end)
                theirs = Reading(claim=witness, reads=plain(span.figure.text), marks=marks)
                steps = (span.step, exchanged(change.gone.text, change.fresh.text))
                yield "figure", _made(mine, theirs, steps, change.gone.kind), shared


def _parted(was: Figure, now: Figure, other: Figure) -> bool:
    return stand(was, other) not in _APART and stand(now, other) in _APART


def _spans(claims: Sequence[Claim]) -> tuple[Derived, ...]:
    """Return the lengths that the clock times of a whole sentence come to."""
    moments = {m.start: m for c in claims for m in c.moments}
    whole = replace(claims[0], moments=tuple(moments[at] for at in sorted(moments)), figures=())
    return tuple(clock_spans(whole))


def _made(mine: Reading, theirs: Reading, steps: tuple[Phrase, ...], kind: Kind) -> Conflict:
    of = say("das Alter", "the age") if kind is Kind.AGE else say("die Dauer", "the length of time")
    return Conflict(
        sides=(mine, theirs),
        reckoning=steps,
        slots=(("left", mine.reads), ("right", theirs.reads), ("of", of)),
        about="lapse:edited",
        topic="quantity",
        values=(mine.reads.en.casefold(), theirs.reads.en.casefold()),
        cap="warning",
    )
