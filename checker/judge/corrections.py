"""Read correction notices: which values are withdrawn, and what holds instead.

"In einer früheren Fassung hieß es, die Beteiligung habe 43,1 Prozent betragen; richtig sind
41,3 Prozent."  The first value holds for nobody; the second is of what the first was of.
Whoever still prints the first is in conflict with the second.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker.compare import concept, lexicon
from checker.model import Claim, Figure


@dataclass(frozen=True, slots=True)
class Corrections:
    """What correction notices do to the claims of a run.

    Attributes:
        withdrawn: Ids of claims that hold for nobody.
        mended: Claim id -> the claim with only the figures that hold.
    """

    withdrawn: frozenset[str] = frozenset()
    mended: Mapping[str, Claim] = field(default_factory=dict)


def corrections(claims: Iterable[Claim]) -> Corrections:
    """Return the claims that notices withdraw and those that they put in their place."""
    withdrawn: set[str] = set()
    mended: dict[str, Claim] = {}
    opened: tuple[str, int] | None = None
    old: list[tuple[Claim, Figure]] = []
    for claim in claims:
        begins = bool(lexicon.has_phrase(claim.quote, claim.lang, "withdrawn"))
        if begins:
            opened, old = (claim.source, claim.sentence), []
        elif opened is None or not _near(opened, claim):
            opened = None
            continue
        cue = lexicon.has_phrase(claim.quote, claim.lang, "corrected")
        at = claim.quote.casefold().find(cue) if cue else -1
        if at < 0:
            if claim.sentence == opened[1]:
                withdrawn.add(claim.id)
                old += [(claim, f) for f in claim.figures]
            continue
        old += [(claim, f) for f in claim.figures if f.start < claim.start + at]
        held = [f for f in claim.figures if f.start >= claim.start + at]
        mended[claim.id] = replace(claim, figures=tuple(_heir(claim, f, old) for f in held))
        opened = None
    return Corrections(frozenset(withdrawn), mended)


def _near(opened: tuple[str, int], claim: Claim) -> bool:
    """Return whether a claim stands in the sentence of a notice or the one after it."""
    return claim.source == opened[0] and 0 <= claim.sentence - opened[1] <= 1


def _heir(claim: Claim, figure: Figure, old: Iterable[tuple[Claim, Figure]]) -> Figure:
    """Return a corrected figure as one of what the withdrawn figure was of."""
    if concept(claim, figure):
        return figure
    for before, former in old:
        same = former.kind is figure.kind and former.unit == figure.unit
        if same or (former.unit == figure.unit == "1" and not figure.of.noun):
            of = replace(former.of, concept=concept(before, former))
            return replace(figure, kind=former.kind, of=of)
    return figure
