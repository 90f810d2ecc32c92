"""One number, two currencies: "1,8 Millionen Pfund" in one text, "1,8 Millionen Dollar" in another.

No rate of exchange leaves the digits as they are, so the currency was mistaken or the amount
was never converted.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings
from checker.compare._kinship import digits
from checker.compare._words import plain, say
from checker.compare.figure import of, side
from checker.model import NOTHING, Claim, Figure, Kind, Pair, Standing

#: Digits, zeros at the end aside, from which one number in two currencies is no accident.
_TELLING: Final = 2


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return that two claims give one number as two sums of money."""
    if pair.event.standing is Standing.EXCLUDED:
        return ()
    for one in pair.left.figures:
        for other in pair.right.figures:
            if not _one_number(one, other):
                continue
            if _gives(pair, pair.left, other) or _gives(pair, pair.right, one):
                continue
            return (_conflict(pair, one, other),)
    return ()


def _one_number(one: Figure, other: Figure) -> bool:
    return (
        one.kind is other.kind is Kind.MONEY
        and one.unit != other.unit
        and one.hard == other.hard
        and one.hard.is_point
        and len(digits(one.hard.low)) >= _TELLING
    )


def _gives(pair: Pair, claim: Claim, figure: Figure) -> bool:
    """Return whether the source of a claim names sums in the other currency as well."""
    own = (*claim.figures, *pair.setting.figures.get(claim.source, ()))
    return any(f.kind is Kind.MONEY and f.unit == figure.unit for f in own)


def _conflict(pair: Pair, one: Figure, other: Figure) -> Conflict:
    possible = pair.event.standing is Standing.POSSIBLE
    return Conflict(
        sides=(side(pair.left, one), side(pair.right, other)),
        reckoning=(
            say(f"dieselbe Zahl, einmal in {one.unit}, einmal in {other.unit}",
                f"the same number, once in {one.unit}, once in {other.unit}"),
            say("kein Wechselkurs lässt die Ziffern, wie sie sind",
                "no rate of exchange leaves the digits as they are"),
        ),
        slots=(("left", plain(one.text)), ("right", plain(other.text)), ("of", of(one, other))),
        about="currency",
        topic="quantity",
        values=(one.text, other.text),
        missing=pair.event.why if possible else NOTHING,
        cap="warning",
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="currency", settings=NoSettings, slots=("left", "right", "of"), pair=compare
)
