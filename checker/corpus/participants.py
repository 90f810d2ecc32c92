"""Whether two claims are about the same people, bodies and places.

A name in one claim and a pronoun in the other are no difference; two names are one only if
both articles know it.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from rapidfuzz import fuzz

from checker.corpus.view import View, ground
from checker.model import Claim, Ground, Kind, Standing

#: Letters from which a word of a name tells.
_STEM: Final = 5
#: Likeness (0..100) from which two spellings may be one name.
_LIKE: Final = 84


def participants(left: View, right: View, event: Ground, *, together: bool) -> Ground:
    """Return whether two claims are about the same people or bodies."""
    shared = sorted(shared_names(left.names, right.names))
    if shared:
        name = left.names[shared[0]]
        return ground(Standing.ESTABLISHED, f"beide nennen {name}", f"both name {name}")
    if left.names and right.names:
        return _other_names(left, right)
    if event.standing is Standing.ESTABLISHED:
        return ground(
            Standing.ESTABLISHED,
            "keine der Aussagen nennt andere Beteiligte des Ereignisses",
            "neither claim names other participants of the event",
        )
    if together or left.article == right.article or shared_names(left.main.names, right.main.names):
        return ground(
            Standing.ESTABLISHED,
            "die Beteiligten ergeben sich aus den Artikeln",
            "the participants follow from the articles",
        )
    return ground(
        Standing.POSSIBLE,
        "nicht beide Aussagen nennen Beteiligte",
        "not both claims name participants",
    )


def _other_names(left: View, right: View) -> Ground:
    """Return what it means that both claims name somebody, but nobody in common."""
    one, other = _subject(left.claim), _subject(right.claim)
    if one and other and fuzz.ratio(one, other) < _LIKE and _personal(left, right):
        return ground(
            Standing.EXCLUDED,
            "die Angaben gehören zu verschiedenen Namen",
            "the figures belong to different names",
        )
    for view, article in ((left, right), (right, left)):
        known = sorted(shared_names(view.names, article.main.names))
        if known and left.article != right.article:
            name = view.names[known[0]]
            return ground(
                Standing.ESTABLISHED,
                f"beide Artikel nennen {name}",
                f"both articles name {name}",
            )
    return ground(
        Standing.POSSIBLE,
        "die Aussagen nennen verschiedene Namen",
        "the claims name different names",
    )


def shared_names(one: Collection[str], other: Collection[str]) -> set[str]:
    """Return the keys of `one` that are in `other`, by whole key, family name or stem."""
    same = set(one) & set(other)
    if same:
        return same
    last = {k.split()[-1] for k in other if k}
    same = {k for k in one if k and k.split()[-1] in last}
    return same or {k for k in one if any(_derived(k, o) for o in other)}


def _derived(one: str, other: str) -> bool:
    """Return whether names share a word but for its ending ("Kaltegg", "Kaltegger Bahn")."""
    for a in one.split():
        for b in other.split():
            short, long = sorted((a, b), key=len)
            if len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= 2:
                return True
    return False


def _subject(claim: Claim) -> str:
    """Return the key of the name that is the claim's subject, empty if it is no name."""
    subject = claim.subject.lower()
    if not subject:
        return ""
    for name in claim.names:
        if subject in name.text.lower() or subject in name.key:
            return name.key
    return ""


def _personal(left: View, right: View) -> bool:
    """Return whether both claims give figures that belong to their subject (age, times, order)."""
    kinds = {Kind.AGE, Kind.ORDINAL, Kind.TIMES}
    return all(any(f.kind in kinds for f in v.claim.figures) for v in (left, right))
