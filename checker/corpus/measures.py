"""Whether figures of two claims can measure one thing, of one whole.

A hint per claim; which figure is held against which is the comparers' business.

Floor 3 (corpus).
"""

from __future__ import annotations

from typing import Final

from checker.corpus.event_words import territories
from checker.corpus.events import DEMAND
from checker.corpus.view import View, ground, which
from checker.model import Claim, Figure, Ground, Kind, Standing

#: Measures that many things in one article have.
WEAK: Final = frozenset(
    {"age", "price", "temperature", "duration", "distance", "length", "height", "wait", "delay"}
)
#: Measures that may be another one in plainer words: a sentence is a duration too.
_GENERIC: Final = frozenset({"duration", "distance", "length", "height", "price"})
#: Kinds that can speak of the same thing in different dimensions.
_KIN: Final = (
    frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.FACTOR, Kind.COUNT}),
    frozenset({Kind.COUNT, Kind.TIMES, Kind.ORDINAL, Kind.OTHER}),
    frozenset({Kind.AGE, Kind.DURATION}),
)


def same_measure(left: View, right: View) -> Ground:
    """Return whether figures of two claims can measure the same thing (a hint per claim)."""
    if not left.claim.figures or not right.claim.figures:
        return _age_and_birth(left, right) or _same_act(left, right)
    if (left.told.stage == DEMAND) != (right.told.stage == DEMAND):
        which_de, which_en = which(left.told.stage == DEMAND)
        words = left.told.stage_words if left.told.stage == DEMAND else right.told.stage_words
        return ground(
            Standing.EXCLUDED,
            f"{which_de} nennt eine Forderung („{words}“)",
            f"{which_en} gives a demand (“{words}”)",
        )
    best = max(
        (_measures(f, g, left, right) for f in left.claim.figures for g in right.claim.figures),
        key=(Standing.EXCLUDED, Standing.POSSIBLE, Standing.ESTABLISHED).index,
    )
    return {
        Standing.ESTABLISHED: ground(best, "beide messen dasselbe", "both measure the same thing"),
        Standing.POSSIBLE: ground(
            best,
            "ob beide dasselbe messen, sagen die Wörter nicht",
            "the words do not say whether both measure the same thing",
        ),
        Standing.EXCLUDED: ground(
            best, "die Angaben messen Verschiedenes", "the figures measure different things"
        ),
    }[best]


def _age_and_birth(left: View, right: View) -> Ground | None:
    """Return that one claim gives an age and the other a year of birth, None if not so."""
    aged = [any(f.kind is Kind.AGE for f in v.claim.figures) for v in (left, right)]
    if not (aged[0] and right.told.birth) and not (aged[1] and left.told.birth):
        return None
    return ground(
        Standing.POSSIBLE,
        "die eine Aussage nennt ein Alter, die andere ein Geburtsjahr",
        "one claim gives an age, the other a year of birth",
    )


def _same_act(left: View, right: View) -> Ground:
    """Return whether two claims without figures to compare give times of one act."""
    timed = [any(m.clock is not None for m in v.claim.moments) for v in (left, right)]
    if all(timed) and not _of_one(left, right):
        return ground(
            Standing.POSSIBLE,
            "ob beide Zeiten derselben Handlung gelten, sagen die Wörter nicht",
            "the words do not say whether both times are of one act",
        )
    return ground(
        Standing.ESTABLISHED, "keine Angaben zu vergleichen", "no figures to hold together"
    )


def _measures(one: Figure, other: Figure, left: View, right: View) -> Standing:
    """Return whether two figures can measure one thing, the words around them considered."""
    found = measures(one, other)
    common = found is Standing.ESTABLISHED and one.of.concept in WEAK
    return Standing.POSSIBLE if common and not _of_one(left, right) else found


def _of_one(left: View, right: View) -> bool:
    """Return whether two claims share a word that says what is measured, or a kind of event."""
    return bool(left.words & right.words or left.told.kinds & right.told.kinds)


def measures(one: Figure, other: Figure) -> Standing:
    """Return whether two figures can measure the same thing."""
    if one.kind is not other.kind:
        kin = any(one.kind in k and other.kind in k for k in _KIN)
        return Standing.POSSIBLE if kin else Standing.EXCLUDED
    a, b = one.of, other.of
    if a.concept and b.concept:
        if a.concept == b.concept:
            return Standing.ESTABLISHED
        return Standing.POSSIBLE if {a.concept, b.concept} & _GENERIC else Standing.EXCLUDED
    if a.noun and b.noun and _head(a.noun.lower(), b.noun.lower()):
        return Standing.ESTABLISHED
    return Standing.POSSIBLE


def _head(a: str, b: str) -> bool:
    """Return whether two nouns are one, or one is a compound of the other."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > 3 and long.endswith(short))


def same_scope(left: Claim, right: Claim) -> Ground:
    """Return whether two claims speak of the same whole."""
    for one in left.figures:
        for other in right.figures:
            if measures(one, other) is not Standing.ESTABLISHED:
                continue
            if one.of.part_of != other.of.part_of:
                return ground(
                    Standing.POSSIBLE,
                    "nur eine der Angaben meint einen Teil",
                    "only one of the figures means a part",
                )
            if one.of.noun != other.of.noun and (part := _territory(one, other, left.lang)):
                return ground(
                    Standing.POSSIBLE,
                    f"nur eine der Angaben gilt für „{part}“",
                    f"only one of the figures holds for “{part}”",
                )
            extra = set(one.of.qualifiers) ^ set(other.of.qualifiers)
            if extra:
                word = sorted(extra)[0]
                return ground(
                    Standing.POSSIBLE,
                    f"nur eine der Angaben ist eingeschränkt („{word}“)",
                    f"only one of the figures is narrowed (“{word}”)",
                )
    return ground(
        Standing.ESTABLISHED,
        "kein Unterschied im Umfang genannt",
        "no difference in scope is named",
    )


def _territory(one: Figure, other: Figure, lang: str) -> str:
    """Return the noun that narrows the other to a territory ("Inselhaushalt"), empty if none."""
    short, long = sorted((one.of.noun.lower(), other.of.noun.lower()), key=len)
    if not short or not long.endswith(short):
        return ""
    part = long.removesuffix(short)
    if part not in territories(lang):
        return ""
    return one.of.noun if len(one.of.noun) > len(short) else other.of.noun
