"""Per cent where the other text has percentage points.

"Um 1,5 Prozentpunkte" and "um 1,5 Prozent" share their digits and are two different changes.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings
from checker.compare._bound import part_played
from checker.compare._content import surroundings
from checker.compare._words import number, plain, say
from checker.compare.figure import of, side
from checker.model import Claim, Figure, Ground, Kind, Pair, Phrase, Standing


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return the changes one text gives in per cent and the other in percentage points."""
    found = []
    for points, percent, flipped in _candidates(pair):
        if points.hard.low != percent.hard.low or not points.hard.is_point:
            continue
        found.append(_conflict(pair, points, percent, flipped=flipped))
    for difference, percent, flipped in _differences(pair):
        found.append(_derived(pair, difference, percent, flipped=flipped))
    return tuple(found[:1])


def _candidates(pair: Pair) -> Iterator[tuple[Figure, Figure, bool]]:
    for first, second, flipped in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        for points in first.figures:
            if points.kind is not Kind.POINTS:
                continue
            for percent in second.figures:
                if percent.kind is Kind.PERCENT and not _also_points(second, points):
                    yield points, percent, flipped


def _also_points(claim: Claim, points: Figure) -> bool:
    """Return whether a claim gives the same change in points as well."""
    return any(f.kind is Kind.POINTS and f.hard.low == points.hard.low for f in claim.figures)


def _differences(pair: Pair) -> Iterator[tuple[tuple[Figure, Figure], Figure, bool]]:
    """Yield two shares of one claim whose difference the other claim gives in per cent."""
    for first, second, flipped in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        shares = _shares(first)
        if len(shares) != 2 or any(f.kind is Kind.POINTS for f in first.figures):
            continue
        gap = abs(shares[0].hard.low - shares[1].hard.low)
        for percent in second.figures:
            if percent.kind is not Kind.PERCENT or not percent.hard.is_point or gap == 0:
                continue
            if percent.hard.low == gap and min(s.hard.low for s in shares) != 100:
                yield (shares[0], shares[1]), percent, flipped


def _shares(claim: Claim) -> list[Figure]:
    """Return the shares a claim gives; a bare number after "from" is one as well."""
    shares = [f for f in claim.figures if f.kind is Kind.PERCENT and f.hard.is_point]
    if len(shares) == 1:
        shares += [
            replace(f, kind=Kind.PERCENT, unit="%")
            for f in claim.figures
            if f.kind is Kind.COUNT and f.hard.is_point and part_played(claim, f) == "from"
        ]
    return shares


def _conflict(pair: Pair, points: Figure, percent: Figure, *, flipped: bool) -> Conflict:
    left, right = (percent, points) if flipped else (points, percent)
    return Conflict(
        sides=(side(pair.left, left), side(pair.right, right)),
        reckoning=(
            say("dieselben Ziffern, einmal in Prozentpunkten, einmal in Prozent",
                "the same digits, once in percentage points, once in per cent"),
            say("ein Prozentpunkt ist eine Differenz zweier Anteile, ein Prozent ein Hundertstel "
                "des Ausgangswerts",
                "a percentage point is a difference of two shares, a per cent a hundredth of the "
                "starting value"),
        ),
        slots=_slots(points, percent, left, right),
        measure=_ground(pair, left, right),
        about="points",
        topic="quantity",
        values=(left.text, right.text),
        cap="warning",
    )  # fmt: skip


def _derived(
    pair: Pair, shares: tuple[Figure, Figure], percent: Figure, *, flipped: bool
) -> Conflict:
    high, low = sorted(shares, key=lambda f: -f.hard.low)
    gap = high.hard.low - low.hard.low
    ratio = round(gap / low.hard.low * 100, 1) if low.hard.low else gap
    first, second = (percent, shares[0]) if flipped else (shares[0], percent)
    return Conflict(
        sides=(side(pair.left, first), side(pair.right, second)),
        reckoning=(
            _subtraction(high, low),
            say(f"bezogen auf {low.text} sind das {number(ratio, 'de')} Prozent",
                f"against {low.text} that is {number(ratio, 'en')} per cent"),
            say(f"„{percent.text}“ nennt die Differenz als Prozent",
                f'"{percent.text}" gives the difference as per cent'),
        ),
        slots=_slots(shares[0], percent, first, second),
        measure=_ground(pair, first, second),
        about="points",
        topic="quantity",
        values=(first.text, second.text),
        cap="warning",
    )  # fmt: skip


def _subtraction(high: Figure, low: Figure) -> Phrase:
    gap = high.hard.low - low.hard.low
    return say(
        f"{number(high.hard.low, 'de')} - {number(low.hard.low, 'de')} = "
        f"{number(gap, 'de')} Prozentpunkte",
        f"{number(high.hard.low, 'en')} - {number(low.hard.low, 'en')} = "
        f"{number(gap, 'en')} percentage points",
    )


def _slots(
    points: Figure, percent: Figure, left: Figure, right: Figure
) -> tuple[tuple[str, Phrase], ...]:
    return (
        ("left", plain(left.text)),
        ("right", plain(right.text)),
        ("of", of(points, percent)),
    )


def _ground(pair: Pair, left: Figure, right: Figure) -> Ground:
    if surroundings(pair, left, right) >= 0.3:
        return Ground(
            Standing.ESTABLISHED,
            say("die Worte um beide Angaben sind dieselben", "the words around both are the same"),
        )
    return Ground(
        Standing.POSSIBLE,
        say("gleiche Ziffern legen dieselbe Veränderung nahe",
            "the same digits suggest the same change"),
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="points", settings=NoSettings, slots=("left", "right", "of"), pair=compare
)
