"""What a claim can be found by besides likeness: what its figures measure, who, when, which event.

Floor 3 (corpus).
"""

from __future__ import annotations

from typing import Final

from checker.corpus.event_words import kinds_named, topics
from checker.language.data import languages
from checker.language.units import unit_words
from checker.model import Claim, Kind

#: Kinds that state a share: "28 Prozent" may meet "gut ein Viertel".
_SHARES: Final = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.FACTOR})
#: Seconds from which a duration may be an age (ten years).
_YEARS: Final = 315_360_000
_LONG: Final = frozenset({"year", "decade", "century"})


def keys(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Return what a claim can be found by besides likeness, sorted."""
    found: set[tuple[str, ...]] = set()
    for figure in claim.figures:
        if figure.of.concept:
            found.add(("of", figure.of.concept))
        if figure.of.noun:
            found.add(("noun", figure.kind.value, figure.of.noun.lower()))
        if figure.kind is not Kind.OTHER:
            found.add(("kind", "share" if figure.kind in _SHARES else figure.kind.value))
        if figure.kind is Kind.COUNT and _lasts(figure.of.noun, claim.lang):
            found.add(("kind", Kind.DURATION.value))
        if figure.kind is Kind.AGE or (figure.kind is Kind.DURATION and figure.hard.low >= _YEARS):
            found.add(("topic", "age"))
    if sum(m.clock is not None for m in claim.moments) > 1:
        found.add(("kind", Kind.DURATION.value))
    for moment in claim.moments:
        if moment.clock is not None:
            found.add(("clock",))
        elif moment.low is not None and moment.precision in _LONG:
            found.add(("when", f"{moment.low:%Y}"))
        elif moment.low is not None:
            found.add(("when", f"{moment.low:%Y-%m}"))
    names = sorted({n.key for n in claim.names})
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            found.add(("names", one, other))
    if claim.attribution.key and claim.attribution.mode == "direct":
        found.add(("speaker", claim.attribution.key))
    found |= {("event", kind) for kind in kinds_named(claim)}
    found |= {("topic", topic) for topic in topics(claim)}
    return tuple(sorted(found))


def _lasts(noun: str, lang: str) -> bool:
    """Return whether what is counted are units of time: "ten working days"."""
    unit = unit_words(lang).words.get(noun.lower()) if lang in languages() else None
    return unit is not None and unit.kind is Kind.DURATION
