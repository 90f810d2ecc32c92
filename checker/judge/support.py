"""Count who else says so, in origins, never in copies.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.compare._intervals import Stand
from checker.compare._measure import matches
from checker.judge.candidates import excluded
from checker.model import Claim, Finding, Level, Pair, Support

#: Check-worthiness below which a claim is nothing anybody could check.
CHECKABLE = 0.15
#: Similarity from which two claims without a figure say the same.
_SAME = 0.62
_AGREES = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}


def agrees(pair: Pair) -> bool:
    """Return whether one claim of a pair supports the other.

    With figures, a figure of the same measure must agree and none may disagree; without,
    the wording must be near and the polarity the same.
    """
    if excluded(pair):
        return False
    left, right = pair.left, pair.right
    if left.polarity != right.polarity or left.modality == "question":
        return False
    found = [m for m in matches(pair) if m.strength >= 2]
    if any(m.stand is Stand.CONFLICT for m in found):
        return False
    if any(m.stand in _AGREES for m in found):
        return True
    return not (left.figures and right.figures) and pair.similarity >= _SAME


def weigh(
    claims: Sequence[Claim],
    pairs: Iterable[Pair],
    findings: Sequence[Finding],
    origins: Mapping[str, str],
) -> dict[str, Support]:
    """Return the support of every claim, by claim id."""
    by: dict[str, set[str]] = {}
    for pair in pairs:
        left, right = pair.left, pair.right
        if origins.get(left.source, left.source) == origins.get(right.source, right.source):
            continue
        if agrees(pair):
            by.setdefault(left.id, set()).add(right.id)
            by.setdefault(right.id, set()).add(left.id)
    contested = {
        s.claim
        for f in findings
        if (f.level in {Level.ERROR, Level.WARNING} and f.scope == "cross-source")
        or f.type == "disputed"
        for s in f.sides
    }
    found = {}
    for claim in claims:
        supporters = tuple(sorted(by.get(claim.id, ())))
        if claim.id in contested:
            status = "contested"
        elif supporters:
            status = "corroborated"
        elif claim.worth >= CHECKABLE:
            status = "single-origin"
        else:
            status = "not-checkable"
        found[claim.id] = Support(status, supporters)
    return found
