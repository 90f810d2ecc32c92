"""Did an edit change the figure a finding rests on, or only the words around it?

A rewording can bring to light a conflict that was there all along: the sentence is easier to read
now.  The edit did not bring it, so the gate counts it and does not report it.

Floor 4 (gate).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.gate.sentences import Edit
from checker.model import Claim, Figure, Interval, Report, Side


class Figures:
    """The figures of two states, by source and sentence.

    Args:
        before: The state before the edit, None if there was none.
        after: The state after it.
        changes: What happened to each source.
    """

    def __init__(self, before: Report | None, after: Report, changes: Mapping[str, Edit]) -> None:
        self._changes = changes
        self._claims = {claim.id: claim for claim in after.claims}
        self._before: dict[tuple[str, str], list[tuple[Claim, Figure]]] = {}
        texts = {source.id: source.text for source in before.sources} if before else {}
        for claim in before.claims if before else ():
            key = claim.source, _sentence(claim, texts[claim.source])
            self._before.setdefault(key, []).extend((claim, f) for f in claim.figures)

    def kept(self, sides: Sequence[Side]) -> bool:
        """Return whether each side states a figure that its sentence stated before."""
        return bool(sides) and all(self._kept(side) for side in sides)

    def _kept(self, side: Side) -> bool:
        claim = self._claims.get(side.claim)
        if claim is None or side.bar is None:
            return False
        now = [f for f in claim.figures if f.text == side.bar.label]
        edit = self._changes[side.source]
        earlier = edit.earlier(edit.after.around(side))
        then = [
            figure
            for old in earlier
            for told, figure in self._before.get((side.source, old), ())
            if _told_alike(told, claim)
        ]
        return bool(now) and all(any(_same(f, g) for g in then) for f in now)


def _sentence(claim: Claim, text: str) -> str:
    start, end = claim.sentence_start, claim.sentence_end
    if end <= start:
        start, end = claim.start, claim.end
    return " ".join(text[start:end].split())


def _told_alike(one: Claim, other: Claim) -> bool:
    """Return whether the same voice says both, with the same firmness."""
    return (one.attribution.key, one.modality, one.polarity) == (
        other.attribution.key,
        other.modality,
        other.polarity,
    )


def _same(one: Figure, other: Figure) -> bool:
    """Return whether two figures say the same of the same thing, hedged in the same way."""
    same_thing = one.of.part_of == other.of.part_of and one.of.qualifiers == other.of.qualifiers
    if one.of.concept or other.of.concept:
        same_thing = same_thing and one.of.concept == other.of.concept
    else:
        names = [(figure.of.noun, figure.of.verb) for figure in (one, other)]
        same_thing = same_thing and names[0] == names[1]
    same_words = (one.unit, one.modifier) == (other.unit, other.modifier)
    return same_thing and same_words and alike(one.hard, other.hard)


def alike(one: Interval, other: Interval) -> bool:
    """Return whether two intervals are one figure, perhaps rounded in another way.

    "2,5 Stunden" and "zweieinhalb Stunden" differ only in how far they may be rounded, so one
    lies within the other; so does "gut eine Stunde" within "mehr als eine Stunde".  Where both are
    open, an end that moved is another statement.
    """
    ends = [all(end.is_finite() for end in (i.low, i.high)) for i in (one, other)]
    return one == other or (any(ends) and (_within(one, other) or _within(other, one)))


def _within(one: Interval, other: Interval) -> bool:
    """Return whether an interval lies within another, whether its ends belong to it or not."""
    return other.low <= one.low and one.high <= other.high
