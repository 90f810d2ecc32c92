"""An attribution, a hedge or a modality that one source has and the other lost.

"X soll einen Sportwagen gekauft haben, laut Anklage" has become "X kaufte einen Sportwagen".

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._intervals import Stand
from checker.compare._measure import matches
from checker.compare._words import plain, say
from checker.compare.polarity import carriers
from checker.model import Claim, Pair, Phrase

_PLAIN_MODALITY = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        shared: Base forms both claims must share, a share of the fewer, 0..1.
        least: Fewest base forms they must share.
    """

    shared: Decimal = Decimal("0.6")
    least: int = 2

    def __post_init__(self) -> None:
        if not 0 < self.shared <= 1:
            raise ValueError(f"shared is a share, 0 < shared <= 1, got {self.shared}")


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return that one claim dropped who vouches, or how sure it is."""
    left, right = pair.left, pair.right
    if left.polarity != right.polarity:
        return ()
    for bound, free in ((left, right), (right, left)):
        lost = _lost(bound, free)
        if lost is None:
            continue
        if not _same_statement(pair, settings):
            return ()
        return (_conflict(pair, bound, free, *lost),)
    return ()


def _lost(bound: Claim, free: Claim) -> tuple[Phrase, tuple[tuple[int, int], ...]] | None:
    """Return what `bound` has and `free` lost, with the words that show it, or None."""
    if free.attribution.kind != "outlet" or free.hedges or free.modality != _PLAIN_MODALITY:
        return None
    if bound.hedges:
        hedge = bound.hedges[0]
        return (
            say(f"die Einschränkung „{hedge.text}“", f'the hedge "{hedge.text}"'),
            ((hedge.start, hedge.end),),
        )
    attribution = bound.attribution
    if attribution.kind != "outlet" and attribution.cue is not None:
        cue = attribution.cue
        who = attribution.speaker or cue.text
        return (
            say(f"die Quellenangabe „{who}“", f'the attribution to "{who}"'),
            ((cue.start, cue.end),),
        )
    return None


def _same_statement(pair: Pair, settings: Settings) -> bool:
    """Return whether two claims state the same apart from who vouches."""
    left, right = pair.left, pair.right
    found = [m for m in matches(pair) if m.strength >= 2]
    if any(m.stand is Stand.CONFLICT for m in found):
        return False
    if any(m.stand in {Stand.EQUAL, Stand.ROUNDING} for m in found):
        return True
    first, second = carriers(left), carriers(right)
    common = first & second
    fewer = min(len(first), len(second))
    return len(common) >= settings.least and Decimal(len(common)) / fewer >= settings.shared


def _conflict(
    pair: Pair, bound: Claim, free: Claim, lost: Phrase, marks: tuple[tuple[int, int], ...]
) -> Conflict:
    readings = {
        bound.id: Reading(claim=bound, reads=lost, marks=marks),
        free.id: Reading(
            claim=free, reads=say("ohne Einschränkung als Tatsache", "told as fact, unqualified")
        ),
    }
    return Conflict(
        sides=(readings[pair.left.id], readings[pair.right.id]),
        reckoning=(
            say("beide Texte machen dieselbe Aussage", "both texts make the same statement"),
            say(f"der eine hat {lost.de}, der andere nicht", f"one has {lost.en}, the other not"),
        ),
        slots=(("lost", lost), ("source", plain(free.source))),
        about=f"attribution:{bound.attribution.key}",
        values=("bound", "free") if pair.left.id == bound.id else ("free", "bound"),
    )


COMPARER: Final = Comparer(
    name="attribution", settings=Settings, slots=("lost", "source"), pair=compare
)
