"""What tells two congratulations apart.

The same people congratulate one another again and again: on a birthday, on a victory, on an
agreement; one denies that it is planned, a day later it is done.  What tells one from the next
is the occasion, who takes part, and whether it is told as done, as planned, or as what is
usual.

Floor 3 (corpus).  The words live in ``rules/language/*.toml``.
"""

from __future__ import annotations

from typing import Final

from checker.corpus.event_words import find, markers
from checker.corpus.participants import shared_names
from checker.corpus.view import View, ground, which
from checker.model import Claim, Ground, Standing

#: The kind of event this is about.
CONGRATULATION: Final = "congratulation"
#: Parts of speech that may stand between "zu" and the occasion, and those that end it.
_ON_THE_WAY: Final = frozenset({"DET", "PRON", "ADJ", "NUM", "ADP", "PUNCT", "PROPN", "X"})


def told_apart(left: View, right: View, found: Ground) -> Ground:
    """Return why two claims on congratulations may be on two, else what was found before.

    Args:
        left: The claim that comes first.
        right: The other.
        found: What their articles say on whether they tell of one occurrence.
    """
    usual = [find(markers(v.claim.lang, "usual"), v.claim.quote) for v in (left, right)]
    if bool(usual[0]) != bool(usual[1]):
        which_de, which_en = which(bool(usual[0]))
        return ground(
            Standing.POSSIBLE,
            f"{which_de} spricht von dem, was üblich ist („{usual[0] or usual[1]}“)",
            f"{which_en} tells of what is usual (“{usual[0] or usual[1]}”)",
        )
    one, other = _occasion(left.claim), _occasion(right.claim)
    if one and other and left.claim.lang == right.claim.lang and not _meet(one, other):
        return ground(
            Standing.POSSIBLE,
            f"die Aussagen nennen verschiedene Anlässe („{one[0]}“, „{other[0]}“)",
            f"the claims name different occasions (“{one[0]}”, “{other[0]}”)",
        )
    planned = [_planned(v.claim) for v in (left, right)]
    if bool(planned[0]) != bool(planned[1]):
        which_de, which_en = which(bool(planned[0]))
        return ground(
            Standing.POSSIBLE,
            f"nur {which_de} spricht von einem Vorhaben („{planned[0] or planned[1]}“)",
            f"only {which_en} tells of a plan (“{planned[0] or planned[1]}”)",
        )
    others = _others_taking_part(left, right)
    return others if others and found.standing is Standing.ESTABLISHED else found


def _occasion(claim: Claim) -> tuple[str, ...]:
    """Return the nouns of what is congratulated on ("zu seinem Sieg bei der US-Wahl")."""
    times = [(m.start, m.end) for m in claim.moments]
    heads = markers(claim.lang, "occasion")
    for at, token in enumerate(claim.tokens):
        if token.pos != "ADP" or token.text.lower() not in heads:
            continue
        found: list[str] = []
        for word in claim.tokens[at + 1 :]:
            if word.pos == "NOUN" and not any(a <= word.start < b for a, b in times):
                found.append(word.lemma)
            elif word.pos not in _ON_THE_WAY or word.text in {",", ".", "–"}:
                break
        if found:
            return tuple(found)
    return ()


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two occasions share a noun or the end of one ("Wahl", "US-Wahl")."""
    return any(
        a.lower().endswith(b.lower()) or b.lower().endswith(a.lower()) for a in one for b in other
    )


def _planned(claim: Claim) -> str:
    """Return the word that shows that it is only planned, empty if none does."""
    words = markers(claim.lang, "planned")
    return next((t.text for t in claim.tokens if t.lemma.lower() in words), "")


def _others_taking_part(left: View, right: View) -> Ground | None:
    """Return that one claim names somebody the other does not, if they share a name at all."""
    one, other = _taking_part(left), _taking_part(right)
    if not shared_names(one, other):
        return None
    extra = sorted(set(one) - shared_names(one, other))
    more = sorted(set(other) - shared_names(other, one))
    if not extra and not more:
        return None
    name = one[extra[0]] if extra else other[more[0]]
    return ground(
        Standing.POSSIBLE,
        f"nur eine der Aussagen nennt {name}",
        f"only one of the claims names {name}",
    )


def _taking_part(view: View) -> dict[str, str]:
    """Return the names in a claim without that of whoever says it."""
    speaker = view.claim.attribution.key
    return {k: n for k, n in view.names.items() if not speaker or not shared_names({k}, {speaker})}
