"""Whether two claims, though of one event, speak of two persons.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compare import _lexicon as lexicon
from checker.language.names import fold
from checker.language.once import each_once, once
from checker.language.things import Thing, nations
from checker.model import Claim, Name

#: Words between the beginning of a claim and the name that is its subject.
_OPENING = 3
#: Letters from which the beginning of a name may be its short form.
_SHORT = 3


def said_of_another(left: Claim, right: Claim) -> bool:
    """Return whether both claims begin with a person or both with a place, and not the same one.

    "Geneviève, niece of Charles, died in 2002" says nothing of the death of Charles.
    """
    if _states_apart(left, right):
        return True
    mine, theirs = subject(left), subject(right)
    if mine is None or theirs is None:
        return False
    kinds = {mine.kind, theirs.kind}
    if "person" not in kinds and kinds != {"place"}:
        return False
    if any(one_name(mine, n) for n in _aliases(right)):
        return False
    return not any(one_name(n, theirs) for n in (mine, *_aliases(left)))


def _states_apart(left: Claim, right: Claim) -> bool:
    """Return whether both claims begin with a state, and not with the same one."""
    mine, theirs = ({n.key for n in _first_states(c)} for c in (left, right))
    return bool(mine and theirs) and not mine & theirs


@each_once
def _first_states(claim: Claim) -> Iterator[Thing]:
    """Yield the states among the words that a claim begins with ("French account deficit")."""
    opening = list(claim.tokens[:_OPENING])
    if not any(t.pos in {"ADP", "VERB", "AUX", "PUNCT"} for t in opening[:1]):
        yield from nations(opening, claim.lang)


def is_meant(claim: Claim) -> bool:
    """Return whether a claim begins with what is named elsewhere ("it", "the film")."""
    first = next((t for t in claim.tokens if t.pos != "PUNCT"), None)
    if first is None:
        return False
    return first.pos == "PRON" or first.text.casefold() in lexicon.words(claim.lang, "definite")


def one_name(first: Name, other: Name) -> bool:
    """Return whether two names can be of one person: each word of one stands in the other.

    A short form counts ("Tim" of "Timothy").
    """
    a, b = _parts(first), _parts(other)
    return bool(a & b) and (_inside(a, b) or _inside(b, a))


def _inside(parts: frozenset[str], others: frozenset[str]) -> bool:
    return all(
        p in others or (len(p) >= _SHORT and any(o.startswith(p) for o in others)) for p in parts
    )


def _aliases(claim: Claim) -> tuple[Name, ...]:
    """Return the names by which a claim says its subject goes, too ("better known as")."""
    cues = lexicon.words(claim.lang, "known_as")
    found = []
    for name in claim.names:
        before = [t.text.casefold() for t in claim.tokens if t.end <= name.start]
        if cues.intersection(before[-1:]):
            found.append(name)
    return tuple(found)


@once
def subject(claim: Claim) -> Name | None:
    """Return the name a claim begins with, None if it begins otherwise."""
    first = claim.names[0] if claim.names else None
    if first is None:
        return None
    before = [t for t in claim.tokens if t.end <= first.start]
    if len(before) > _OPENING or any(t.pos in {"ADP", "VERB", "AUX", "PUNCT"} for t in before):
        return None
    return first


def _parts(name: Name) -> frozenset[str]:
    return frozenset(fold(w) for w in name.text.replace("-", " ").split() if len(w) > 1)
