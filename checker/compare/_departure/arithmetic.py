"""A figure was changed that a witness lets one work out: a sum, a difference, a share.

"Vierzehn wurden festgenommen, weitere 27 in Gewahrsam genommen" bears out "insgesamt 41"; "um ein
Drittel" bears out "100 statt 150 Euro".  The arithmetic is printed.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from checker.compare._base import Conflict
from checker.compare._bound import figures
from checker.compare._departure.figures import Change, changes, conflict, every
from checker.compare._departure.sentence import Departure
from checker.compare._departure.telling import exchanged
from checker.compare._kinship import digits
from checker.compare._words import amount, number, say
from checker.model import Claim, Figure, Kind, Phrase, Setting

#: Weight of shared words from which two places speak of one sum.
_SOME: Final = 0.3
#: Digits of a value that two others come to by accident at most seldom.
_TELLING: Final = 2
#: How far a share as told ("ein Drittel") may be off the quotient.
_SHARE: Final = Decimal("0.02")
_SHARES: Final = {Kind.RATIO: Decimal(1), Kind.PERCENT: Decimal(100)}
_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A computation over figures of one kind: its result and how it is printed."""

    result: Decimal
    step: Phrase


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield a figure that could be worked out before the edit and no longer can."""
    shared = departure.bond(witness, setting).shared
    if shared < _SOME:
        return
    whole = departure.beside.get((witness.source, witness.sentence), (witness,))
    known = [f for c in whole for f in figures(c)]
    if not known or known[0].start < witness.start or known[0].start >= witness.end:
        return  # told once for a sentence, at the claim that has its first figure
    for change in changes(departure):
        found = _worked_out(change, departure, known)
        if found is not None:
            yield "figure", conflict(change, witness, found[0], found[1]), shared


def _worked_out(
    change: Change, departure: Departure, known: Sequence[Figure]
) -> tuple[Figure, tuple[Phrase, ...]] | None:
    """Return the figure of the witness that bears out the old value, and the arithmetic."""
    kept = [f for _, f in every(departure.old) if f.start != change.gone.start]
    for one, other in _same_kind(change.gone, known):
        for before in _sums(one, other):
            if _exactly(before, change.gone) and not _exactly(before, change.fresh):
                return one, (before.step, exchanged(change.gone.text, change.fresh.text))
    for figure in known:
        if (figure.kind, figure.unit) == (change.gone.kind, change.gone.unit):
            for part in kept:
                if (part.kind, part.unit) != (figure.kind, figure.unit):
                    continue
                before, after = _total(change.gone, part), _total(change.fresh, part)
                if _exactly(before, figure) and not _exactly(after, figure):
                    return figure, (before.step, after.step)
        if figure.kind in _SHARES:
            for part in kept:
                was, now = _shares(change.gone, part), _shares(change.fresh, part)
                fits = next((s for s in was if _about(s, figure)), None)
                if fits is not None and not any(_about(s, figure) for s in now):
                    return figure, (fits.step, *(s.step for s in now[:1]))
    for share in (f for f in known if f.kind in _SHARES):
        for part in (f for f in known if (f.kind, f.unit) == (change.gone.kind, change.gone.unit)):
            for whole in (True, False):
                step = _share_of(share, change.gone, part, whole=whole)
                if step and not _share_of(share, change.fresh, part, whole=whole):
                    return part, (step, exchanged(change.gone.text, change.fresh.text))
    if change.gone.kind is Kind.POINTS:
        percents = [f for f in known if f.kind is Kind.PERCENT and f.hard.is_point]
        for one, other in combinations(percents, 2):
            less = _sums(one, other)[1]
            if _exactly(less, change.gone) and not _exactly(less, change.fresh):
                return one, (less.step, exchanged(change.gone.text, change.fresh.text))
    if change.gone.kind in _SHARES:
        for one, other in combinations([f for f in known if f.kind not in _SHARES], 2):
            fits = next((s for s in _shares(one, other) if _about(s, change.gone)), None)
            if fits is not None and not any(_about(s, change.fresh) for s in _shares(one, other)):
                return one, (fits.step, exchanged(change.gone.text, change.fresh.text))
    return None


def _same_kind(gone: Figure, known: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    alike = [f for f in known if (f.kind, f.unit) == (gone.kind, gone.unit) and f.hard.is_point]
    if gone.hard.is_point and len(digits(gone.hard.low)) >= _TELLING:
        yield from combinations(alike, 2)


def _sums(one: Figure, other: Figure) -> tuple[_Sum, ...]:
    low, high = sorted((one, other), key=lambda f: f.hard.low)
    less = high.hard.low - low.hard.low
    result = amount(less, one.unit)
    return (
        _total(one, other),
        _Sum(
            less,
            say(
                f"{high.text} - {low.text} = {result.de}", f"{high.text} - {low.text} = {result.en}"
            ),
        ),
    )


def _total(one: Figure, other: Figure) -> _Sum:
    total = (
        one.hard.low + other.hard.low if one.hard.is_point and other.hard.is_point else Decimal()
    )
    result = amount(total, one.unit)
    text = f"{one.text} + {other.text}"
    return _Sum(total, say(f"{text} = {result.de}", f"{text} = {result.en}"))


def _exactly(found: _Sum, figure: Figure) -> bool:
    return found.result > 0 and figure.hard.is_point and found.result == figure.hard.low


def _shares(one: Figure, other: Figure) -> tuple[_Sum, ...]:
    """Return which part of the greater value the smaller one is, and what is left of it."""
    if (one.kind, one.unit) != (other.kind, other.unit):
        return ()
    if not (one.hard.is_point and other.hard.is_point):
        return ()
    low, high = sorted((one, other), key=lambda f: f.hard.low)
    if not 0 < low.hard.low < high.hard.low:
        return ()
    part = low.hard.low / high.hard.low
    percent = [number(round(100 * p, 1), "de") for p in (part, _ONE - part)]
    english = [number(round(100 * p, 1), "en") for p in (part, _ONE - part)]
    return (
        _Sum(part, say(f"{low.text} von {high.text} sind {percent[0]} Prozent",
                       f"{low.text} of {high.text} is {english[0]} per cent")),
        _Sum(_ONE - part, say(f"von {high.text} auf {low.text} sind {percent[1]} Prozent weniger",
                              f"{high.text} to {low.text} is {english[1]} per cent less")),
    )  # fmt: skip


def _share_of(share: Figure, one: Figure, other: Figure, *, whole: bool) -> Phrase | None:
    """Return the computation if one value is the share of the other, None if it is not.

    Args:
        share: The share.
        one: A value.
        other: Another of its kind.
        whole: Whether the first is the whole and the second the part.
    """
    total, part = (one, other) if whole else (other, one)
    if not (total.hard.is_point and part.hard.is_point and share.hard.is_point):
        return None
    result = total.hard.low * share.hard.low / _SHARES[share.kind]
    if result <= 0 or abs(result - part.hard.low) > result * _SHARE:
        return None
    value = amount(part.hard.low, part.unit)
    return say(f"{share.text} von {total.text} sind {value.de}",
               f"{share.text} of {total.text} is {value.en}")  # fmt: skip


def _about(found: _Sum, share: Figure) -> bool:
    span = share.hard if share.hard.is_point else share.soft
    scale = _SHARES[share.kind]
    return span.low / scale - _SHARE <= found.result <= span.high / scale + _SHARE
