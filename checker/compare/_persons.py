"""Whether two claims that give an age speak of one person.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.compare._bound import figures
from checker.compare._grounds import UNSETTLED, established, excluded
from checker.compare._words import say
from checker.model import Claim, Figure, Ground, Kind, Name, Pair, Standing

#: Characters between a name and its age.
_BESIDE = 25


def same_person(pair: Pair) -> tuple[Ground, int]:
    """Return whether two claims that give an age speak of one person."""
    mine, theirs = _who(pair.left), _who(pair.right)
    if mine[0] & theirs[0]:
        return established(say("beide nennen dieselbe Person", "both name one person")), 3
    if mine[0] and theirs[0]:
        return excluded(say("verschiedene Personen", "different persons")), 0
    if pair.left.subject and pair.left.subject == pair.right.subject:
        return Ground(
            Standing.POSSIBLE,
            say(f"beide sprechen von: {pair.left.subject}", f"both speak of: {pair.left.subject}"),
        ), 2
    if (mine[0] & theirs[1]) or (mine[1] & theirs[0]):
        return Ground(
            Standing.POSSIBLE,
            say("der Satz davor nennt dieselbe Person", "the sentence before names the person"),
        ), 2
    return Ground(Standing.POSSIBLE, UNSETTLED), 1


def _who(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Return words of the persons an age may be of, and of its context that may name them.

    A name counts if it stands by the age or is the subject: "der 19-Jährige lobte Cam Newton"
    gives nobody's age but the first one's.
    """
    ages = [f for f in figures(claim) if f.kind is Kind.AGE]
    own = frozenset(
        w
        for n in claim.names
        if n.kind != "place" and (not ages or _beside(claim, n, ages))
        for w in n.text.casefold().split()
    )
    words = "".join(c if c.isalpha() or c == "-" else " " for c in claim.context).split()
    near = frozenset(w.casefold() for w in words if w[:1].isupper() and len(w) > 3)
    return own, near if claim.context else frozenset()


def _beside(claim: Claim, name: Name, ages: Sequence[Figure]) -> bool:
    """Return whether a name stands by an age or is the subject of its claim."""
    if claim.subject and claim.subject.casefold() in name.text.casefold():
        return True
    return any(name.start - f.end <= _BESIDE and f.start - name.end <= _BESIDE for f in ages)
