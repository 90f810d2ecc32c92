"""Count who else says so, in origins, never in copies.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.compare._intervals import Stand
from checker.compare._matches import matches
from checker.compare._stems import overlap
from checker.judge.candidates import excluded
from checker.model import Claim, Finding, Level, Pair, Standing, Support

#: Check-worthiness below which a claim is nothing anybody could check.
CHECKABLE = 0.15
#: Claims without a figure to compare say the same only if half of the shorter one's content
#: words, and at least three, stand in the other, and the wording is near as well.  Names do not
#: count: a story repeats them in every sentence.  Read off the annotated stories: nearness alone
#: was right in one case of ten.
_NEAR, _SHARE, _WORDS = 0.55, 0.5, 3
#: Parts of speech that carry content.
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_AGREES = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}


def agrees(pair: Pair) -> bool:
    """Return whether one claim of a pair supports the other.

    With figures, a figure of the same measure must agree and none may disagree; without,
    the words must be largely the same, and the polarity.
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
    if (left.figures and right.figures) or pair.similarity < _NEAR:
        return False
    if pair.event.standing is not Standing.ESTABLISHED:
        return False
    first, second = _content(left), _content(right)
    shared = min(len(overlap(first, second, left.lang)), len(overlap(second, first, left.lang)))
    return shared >= _WORDS and shared >= _SHARE * min(len(first), len(second))


def _content(claim: Claim) -> frozenset[str]:
    """Return the base forms of a claim's content words."""
    names = [(n.start, n.end) for n in claim.names]
    return frozenset(
        t.lemma.casefold()
        for t in claim.tokens
        if t.pos in _CONTENT
        and len(t.lemma) > 2
        and not any(start < t.end and t.start < end for start, end in names)
    )


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
