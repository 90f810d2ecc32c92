"""A figure was changed, and a witness still has the old one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import figure as comparer
from checker.compare._base import Conflict
from checker.compare._bonds import UNDER, words_alike
from checker.compare._bound import figures
from checker.compare._departure.sentence import Departure, Sentence
from checker.compare._intervals import Stand, allowed, stand
from checker.compare._kinship import digits
from checker.compare._words import amount, interval, plain, say
from checker.compare.derived import clock_spans
from checker.model import Claim, Figure, Kind, Phrase, Setting

_AGREES: Final = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}
_PARTED: Final = {Stand.CONFLICT, Stand.TENSION}
_PRECISE: Final = {Stand.EQUAL, Stand.ROUNDING}
#: Two values as near as this share are one value, hedged in one place ("knapp 90", 88).
_NEAR: Final = Decimal("0.05")
#: Digits from which one value in two places is hardly an accident.
_TELLING: Final = 2
#: Weight of shared words from which two figures of one value are of one thing: where the nouns
#: fit, where nothing is known of them, where they name two things.
_LITTLE, _SOME, _MUCH = 0.3, 0.5, 1.2


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that gave way to another, of one kind and unit."""

    gone: Figure
    fresh: Figure
    old: Claim
    new: Claim


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the figures of a sentence that a witness gives as they were before."""
    bound = departure.bond(witness, setting)
    known = [*figures(witness), *(d.figure for d in clock_spans(witness))]
    for change in changes(departure):
        for figure in known:
            if figure.kind is not change.gone.kind or figure.unit != change.gone.unit:
                continue
            before, now = stand(change.gone, figure), stand(change.fresh, figure)
            if before not in _AGREES or now not in _PARTED:
                continue
            precise = before in _PRECISE or _near(change.gone, figure)
            needed = _needed(change, figure, witness, precise=precise)
            if bound.shared >= needed:
                yield "figure", _conflict(change, witness, figure), bound.shared
    yield from _sums(departure, witness, known, bound.shared)


def changes(departure: Departure) -> tuple[Change, ...]:
    """Return the figures that gave way to others of their kind, in order."""
    old, new = _all(departure.old), _all(departure.new)
    gone = [(c, f) for c, f in old if not any(_one(f, g) for _, g in new)]
    fresh = [(c, f) for c, f in new if not any(_one(f, g) for _, g in old)]
    found = []
    for claim, figure in gone:
        fits = [x for x in fresh if (x[1].kind, x[1].unit) == (figure.kind, figure.unit)]
        if not fits:
            continue
        best = min(fits, key=lambda x: (x[1].of.noun != figure.of.noun, x[1].start))
        fresh.remove(best)
        found.append(Change(figure, best[1], claim, best[0]))
    return tuple(found)


def _all(sentence: Sentence) -> list[tuple[Claim, Figure]]:
    seen: dict[int, tuple[Claim, Figure]] = {}
    for claim in sentence.claims:
        for figure in figures(claim):
            seen.setdefault(figure.start, (claim, figure))
    return [seen[start] for start in sorted(seen)]


def _one(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one sentence can be one, reworded or rounded."""
    return (one.kind, one.unit) == (other.kind, other.unit) and stand(one, other) in _AGREES


def _needed(change: Change, figure: Figure, witness: Claim, *, precise: bool) -> float:
    """Return the weight of shared words at which both values are of one thing."""
    kin = words_alike(change.gone.of.noun, change.old.lang, figure.of.noun, witness.lang)
    telling = precise and _digits(change.gone) >= _TELLING
    if kin is not None and kin < UNDER:
        return _SOME if telling else _MUCH
    if kin is not None:
        return 0.0 if telling else _LITTLE
    return 0.0 if telling else _SOME


def _near(one: Figure, other: Figure) -> bool:
    """Return whether what two wordings are about is nearly one value."""
    low, high = sorted(
        (f.soft.low + f.soft.high) / 2 if f.soft.high.is_finite() else f.soft.low
        for f in (one, other)
    )
    return low > 0 and (high - low) / high <= _NEAR


def _digits(figure: Figure) -> int:
    """Return the digits of a value without zeros at its end."""
    value = figure.hard.low if figure.hard.is_point else figure.soft.low
    return len(digits(value)) if value.is_finite() else 0


def _sums(
    departure: Departure, witness: Claim, known: Sequence[Figure], weight: float
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield a total that the parts of a sentence came to before the edit, and no longer do."""
    old, new = _counts(departure.old), _counts(departure.new)
    if len(old) < 2 or len(new) != len(old) or weight < _LITTLE:
        return
    before = sum((f.hard.low for _, f in old), Decimal(0))
    now = sum((f.hard.low for _, f in new), Decimal(0))
    for figure in known:
        if figure.kind is not Kind.COUNT or not figure.hard.is_point:
            continue
        if figure.hard.low != before or before == now:
            continue
        changed = next((c, f) for (c, f), (_, g) in zip(new, old, strict=True) if f.hard != g.hard)
        change = Change(figure, changed[1], departure.old.claims[0], changed[0])
        step = say(
            f"vor der Änderung ergaben die Teile {amount(before, '1').de}, jetzt "
            f"{amount(now, '1').de}",
            f"before the edit the parts came to {amount(before, '1').en}, now to "
            f"{amount(now, '1').en}",
        )
        yield "figure", _conflict(change, witness, figure, step), weight


def _counts(sentence: Sentence) -> list[tuple[Claim, Figure]]:
    return [(c, f) for c, f in _all(sentence) if f.kind is Kind.COUNT and f.hard.is_point]


def _conflict(
    change: Change, witness: Claim, figure: Figure, step: Phrase | None = None
) -> Conflict:
    a = interval(allowed(change.fresh), change.fresh.unit)
    b = interval(allowed(figure), figure.unit)
    before = step or say(
        f"vor der Änderung stand hier „{change.gone.text}“, was zu „{figure.text}“ passt",
        f'before the edit this said "{change.gone.text}", which fits "{figure.text}"',
    )
    return Conflict(
        sides=(comparer.side(change.new, change.fresh), comparer.side(witness, figure)),
        reckoning=(
            before,
            say(f"jetzt lässt „{change.fresh.text}“ zu: {a.de}",
                f'now "{change.fresh.text}" allows {a.en}'),
            say(f"„{figure.text}“ lässt zu: {b.de}; beide treffen sich nicht",
                f'"{figure.text}" allows {b.en}; the two do not meet'),
        ),
        slots=(
            ("left", plain(change.fresh.text)),
            ("right", plain(figure.text)),
            ("of", comparer.of(change.fresh, figure)),
        ),
        about=comparer.about(change.fresh, figure),
        topic="quantity",
        values=(str(change.fresh.hard), str(figure.hard)),
        cap="warning",
    )  # fmt: skip
