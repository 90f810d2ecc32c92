"""A figure was changed, and a witness still has the old one, printed or to be worked out.

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
from checker.compare._circles import one_circle
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._intervals import Stand, allowed, stand
from checker.compare._kinship import digits
from checker.compare._words import interval, plain, say
from checker.compare.derived import clock_spans
from checker.model import Claim, Figure, Kind, Phrase, Setting

_AGREES: Final = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}
_PARTED: Final = {Stand.CONFLICT, Stand.TENSION}
_PRECISE: Final = {Stand.EQUAL, Stand.ROUNDING}
#: Two values as near as this share are one value, hedged in one place ("knapp 90", 88); from the
#: other on they are two, however vague the hedge.
_NEAR, _FAR = Decimal("0.05"), Decimal("0.15")
#: Wordings that print the value itself; the others print a bound.
_CENTRED: Final = frozenset({"", "about", "exactly"})
#: Kinds of which a story has many.
_EVERYWHERE: Final = frozenset({Kind.COUNT, Kind.PERCENT, Kind.ORDINAL})
#: Digits from which one value in two places is hardly an accident.
_TELLING: Final = 2
#: Places with one value up to which it tells a thing of the story.
_FEW: Final = 4
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
            if not _was_this(change, figure) or not _is_not(change, figure):
                continue
            precise = stand(change.gone, figure) in _PRECISE or near(change.gone, figure)
            if bound.shared >= _needed(change, figure, witness, departure, precise=precise):
                yield "figure", conflict(change, witness, figure), bound.shared


@each_departure
def changes(departure: Departure) -> tuple[Change, ...]:
    """Return the figures that gave way to others of their kind, in order."""
    if departure.misspelt:
        return ()
    old, new = every(departure.old), every(departure.new)
    gone = [(c, f) for c, f in old if not any(_one(f, g) for _, g in new)]
    fresh = [(c, f) for c, f in new if not any(_one(f, g) for _, g in old)]
    found = []
    for claim, figure in gone:
        fits = [x for x in fresh if (x[1].kind, x[1].unit) == (figure.kind, figure.unit)]
        if not fits:
            continue
        best = min(fits, key=lambda x: (x[1].of.noun != figure.of.noun, x[1].start))
        fresh.remove(best)
        if _restated(figure, best[1], [f for _, f in old if f.start != figure.start]):
            continue
        sides = departure.old, departure.new
        if one_circle(
            figure, sides[0].tokens, sides[0].lang, best[1], sides[1].tokens, sides[1].lang
        ):
            continue
        found.append(Change(figure, best[1], claim, best[0]))
    return tuple(found)


def _restated(gone: Figure, fresh: Figure, kept: Sequence[Figure]) -> bool:
    """Return whether a part gave way to its total or the other way round: "17 zu elf", "von 28"."""
    if not (gone.hard.is_point and fresh.hard.is_point):
        return False
    low, high = sorted((gone.hard.low, fresh.hard.low))
    return any(
        (part.kind, part.unit) == (gone.kind, gone.unit)
        and part.hard.is_point
        and part.hard.low == high - low
        for part in kept
    )


def every(sentence: Sentence) -> list[tuple[Claim, Figure]]:
    """Return the figures of a sentence with their claims, each once, in order."""
    seen: dict[int, tuple[Claim, Figure]] = {}
    for claim in sentence.claims:
        for figure in figures(claim):
            seen.setdefault(figure.start, (claim, figure))
    return [seen[start] for start in sorted(seen)]


def _one(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one sentence can be one, reworded or rounded."""
    if (one.kind, one.unit) != (other.kind, other.unit) or stand(one, other) not in _AGREES:
        return False
    return not far(one, other)


def _was_this(change: Change, figure: Figure) -> bool:
    return stand(change.gone, figure) in _AGREES or near(change.gone, figure)


def _is_not(change: Change, figure: Figure) -> bool:
    return stand(change.fresh, figure) in _PARTED or far(change.fresh, figure)


def _needed(
    change: Change, figure: Figure, witness: Claim, departure: Departure, *, precise: bool
) -> float:
    """Return the weight of shared words at which both values are of one thing."""
    kin = words_alike(change.gone.of.noun, change.old.lang, figure.of.noun, witness.lang)
    telling = precise and _digits(change.gone) >= _TELLING
    if kin is not None and kin < UNDER:
        if telling and _only(change, departure):
            return 0.0
        rare = change.gone.kind not in _EVERYWHERE and _only(change, departure)
        return _SOME if telling or rare else _MUCH
    if kin is not None:
        return 0.0 if telling else _LITTLE
    if telling:
        return 0.0
    if not _only(change, departure):
        return _SOME
    return _LITTLE if change.gone.kind in _EVERYWHERE else 0.0


def _only(change: Change, departure: Departure) -> bool:
    """Return whether few places of the story have the old value, and none has the new one."""
    kind, had = (change.gone.kind, change.gone.unit), 0
    for claims in departure.elsewhere():
        for figure in (f for c in claims for f in c.figures):
            if (figure.kind, figure.unit) != kind:
                continue
            if stand(change.fresh, figure) in _PRECISE:
                return False
            had += stand(change.gone, figure) in _PRECISE
    return had <= _FEW


def near(one: Figure, other: Figure) -> bool:
    """Return whether what two wordings are about is nearly one value."""
    return _gap(one, other) <= _NEAR


def far(one: Figure, other: Figure) -> bool:
    """Return whether two wordings print two values, however vague their hedges make them."""
    centred = one.modifier in _CENTRED and other.modifier in _CENTRED
    return centred and _gap(one, other) >= _FAR


def _gap(one: Figure, other: Figure) -> Decimal:
    """Return by which share of the greater two wordings are about two values."""
    low, high = sorted(
        (f.soft.low + f.soft.high) / 2 if f.soft.high.is_finite() else f.soft.low
        for f in (one, other)
    )
    return (high - low) / high if low > 0 else Decimal(1)


def _digits(figure: Figure) -> int:
    """Return the digits of a value without zeros at its end."""
    value = figure.hard.low if figure.hard.is_point else figure.soft.low
    return len(digits(value)) if value.is_finite() else 0


def conflict(
    change: Change, witness: Claim, figure: Figure, steps: tuple[Phrase, ...] = ()
) -> Conflict:
    """Return the conflict of a changed figure and one of a witness.

    Args:
        change: The figure before and after the edit.
        witness: The place that still says what was said.
        figure: Its figure.
        steps: How the one follows from the other, empty if both are printed.
    """
    a = interval(allowed(change.fresh), change.fresh.unit)
    b = interval(allowed(figure), figure.unit)
    printed = (
        say(f"vor der Änderung stand hier „{change.gone.text}“, was zu „{figure.text}“ passt",
            f'before the edit this said "{change.gone.text}", which fits "{figure.text}"'),
        say(f"jetzt lässt „{change.fresh.text}“ zu: {a.de}",
            f'now "{change.fresh.text}" allows {a.en}'),
        say(f"„{figure.text}“ lässt zu: {b.de}",
            f'"{figure.text}" allows {b.en}'),
    )  # fmt: skip
    return Conflict(
        sides=(comparer.side(change.new, change.fresh), comparer.side(witness, figure)),
        reckoning=steps or printed,
        slots=(
            ("left", plain(change.fresh.text)),
            ("right", plain(figure.text)),
            ("of", comparer.of(change.fresh, figure)),
        ),
        about=comparer.about(change.fresh, figure),
        topic="quantity",
        values=(str(change.fresh.hard), str(figure.hard)),
        cap="warning",
    )
