"""An attribution, a hedge or a modality that one source has and the other lost.

"X soll einen Sportwagen gekauft haben, laut Anklage" has become "X kaufte einen Sportwagen".
Most attributions may go when a fact is established; what must not go is a hedge, an
allegation, or the author of a figure that somebody else disputes (the judge knows that).

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._intervals import Stand, agree
from checker.compare._measure import matches
from checker.compare._once import once
from checker.compare._stems import overlap
from checker.compare._words import plain, say
from checker.compare.polarity import carriers
from checker.model import Claim, Cue, Figure, Kind, Pair, Phrase

_PLAIN_MODALITY = "fact"
_NO_STATEMENT = {"question", "condition", "demand"}
_AGREES = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}


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


@dataclass(frozen=True, slots=True)
class _Lost:
    """What a claim has that the other lost; `firm` if it may never be dropped."""

    what: Phrase
    marks: tuple[tuple[int, int], ...]
    firm: bool


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return that one claim dropped who vouches, or how sure it is."""
    left, right = pair.left, pair.right
    if left.polarity != right.polarity:
        return ()
    if pair.within and {left.part, right.part} != {"headline", "body"}:
        return ()
    if left.modality in _NO_STATEMENT or right.modality in _NO_STATEMENT:
        return ()
    for bound, free in ((left, right), (right, left)):
        lost = _lost(bound, free)
        if lost is not None and _same_statement(pair, settings):
            return (_conflict(pair, bound, free, lost),)
    return ()


def _lost(bound: Claim, free: Claim) -> _Lost | None:
    """Return what `bound` has and `free` lost, or None."""
    if free.attribution.kind != "outlet" or free.hedges or free.modality != _PLAIN_MODALITY:
        return None
    if lexicon.has_phrase(free.quote, free.lang, "corrections"):
        return None
    if bound.part == "headline" and bound.source == free.source:
        return None
    if free.part == "headline" and bound.source != free.source:
        # headlines leave out who says so; what counts is whether their own body does
        return None
    attribution = bound.attribution
    hedge = _hedge(bound)
    if hedge is not None:
        return _Lost(
            say(f"die Einschränkung „{hedge.text}“", f'the hedge "{hedge.text}"'),
            ((hedge.start, hedge.end),),
            firm=True,
        )
    provisional = lexicon.has_phrase(bound.quote, bound.lang, "provisional")
    if provisional and not lexicon.has_phrase(free.quote, free.lang, "provisional"):
        return _Lost(
            say(f"die Einschränkung „{provisional}“", f'the hedge "{provisional}"'), (), firm=True
        )
    rival = _two_accounts(bound)
    if rival is not None and free.part != "headline":
        return _Lost(
            say(f"dass „{rival.text}“ dagegensteht", f'that "{rival.text}" stands against it'),
            ((rival.start, rival.end),),
            firm=True,
        )
    if attribution.kind == "outlet" or free.part == "headline":
        return None
    if attribution.stance == "denies":
        return None
    cue = attribution.cue
    who = attribution.speaker or (cue.text if cue else attribution.key)
    return _Lost(
        say(f"die Quellenangabe „{who}“", f'the attribution to "{who}"'),
        ((cue.start, cue.end),) if cue else (),
        firm=False,
    )


@once
def _two_accounts(claim: Claim) -> Figure | None:
    """Return the second of two counts of one thing that a claim gives from two parties."""
    verbs = lexicon.words(claim.lang, "tallying")
    if not any(t.lemma.casefold() in verbs or t.text.casefold() in verbs for t in claim.tokens):
        return None
    counts = [f for f in claim.figures if f.kind is Kind.COUNT and f.hard.is_point and f.of.noun]
    for i, one in enumerate(counts):
        for other in counts[i + 1 :]:
            if one.of.noun == other.of.noun and not other.of.part_of and not agree(one, other):
                return other
    return None


@once
def _hedge(claim: Claim) -> Cue | None:
    """Return the word that weakens a whole claim, None if none does."""
    figures = [(f.start, f.end) for f in claim.figures]
    for cue in claim.hedges:
        if not any(start <= cue.start < end for start, end in figures):
            return cue
    return None


def _same_statement(pair: Pair, settings: Settings) -> bool:
    """Return whether two claims state the same apart from who vouches."""
    left, right = pair.left, pair.right
    found = [m for m in matches(pair) if m.strength >= 2]
    if any(m.stand is Stand.CONFLICT for m in found):
        return False
    if any(m.stand in _AGREES and _middle(m.left) == _middle(m.right) for m in found):
        return True
    if left.figures and right.figures and not found:
        return False
    if left.lang != right.lang:
        return False
    first, second = statement(left), statement(right)
    common = overlap(first, second, pair.left.lang)
    fewer = min(len(first), len(second))
    nouns = {t.lemma.casefold() for t in left.tokens if t.pos == "NOUN"}
    if len(common) < settings.least or not common & nouns:
        return False
    needed = settings.shared if len(common) < 3 else settings.shared * Decimal("0.8")
    return Decimal(len(common)) / fewer >= needed


def _middle(figure: Figure) -> Decimal | None:
    """Return the value a wording is about ("some 3,200": 3,200), None if it has none."""
    soft = figure.soft
    return (soft.low + soft.high) / 2 if soft.high.is_finite() else None


@once
def statement(claim: Claim) -> frozenset[str]:
    """Return the base forms of what is stated, without who vouches and how surely."""
    aside = [(c.start, c.end) for c in claim.hedges]
    if claim.attribution.cue is not None:
        aside.append((claim.attribution.cue.start, claim.attribution.cue.end))
    words = set(carriers(claim))
    for token in claim.tokens:
        if any(start <= token.start < end for start, end in aside):
            words.discard(token.lemma.casefold())
            words.discard(token.text.casefold())
    speaker = claim.attribution.speaker.casefold().split()
    return frozenset(w for w in words if w not in speaker)


def _conflict(pair: Pair, bound: Claim, free: Claim, lost: _Lost) -> Conflict:
    readings = {
        bound.id: Reading(claim=bound, reads=lost.what, marks=lost.marks),
        free.id: Reading(
            claim=free, reads=say("ohne Einschränkung als Tatsache", "told as fact, unqualified")
        ),
    }
    return Conflict(
        sides=(readings[pair.left.id], readings[pair.right.id]),
        reckoning=(
            say("beide Texte machen dieselbe Aussage", "both texts make the same statement"),
            say(
                f"der eine hat {lost.what.de}, der andere nicht",
                f"one has {lost.what.en}, the other not",
            ),
        ),
        slots=(("lost", lost.what), ("source", plain(free.source))),
        certainty="hard" if lost.firm else "soft",
        about=f"attribution:{bound.attribution.key}",
        topic="firm" if lost.firm else "bound",
    )


COMPARER: Final = Comparer(
    name="attribution", settings=Settings, slots=("lost", "source"), pair=compare
)
