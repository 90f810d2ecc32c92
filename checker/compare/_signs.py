"""The signs that two figures measure one thing, or that they do not, as numbers.

Each sign is something a reader can see: the same noun, a shared verb, a value that stands in
the other text as well, one of them a part or a change, nothing but a stretch of minutes on both
sides.  `_evidence` weighs them; nothing here decides.

Floor 3 (compare).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare._bonds import COUSIN, ONE_THING, SAME, UNDER, Bond, bond, measured, words_alike
from checker.compare._intervals import agree
from checker.compare._kinship import clause, digits
from checker.compare._scope import sums_up
from checker.compare._shares import explained
from checker.compare._unreal import unreal
from checker.language.meanings import exclude, meanings
from checker.model import Claim, Figure, Ground, Kind, Pair, Standing

#: Stretches of time that can be those of one event of a day, in seconds.
_HOURS: Final = Decimal(86400)
_MINUTES: Final = Decimal(300)
#: Factor up to which two values can be slips or estimates of one.
_NEAR: Final = Decimal("3.2")
#: Digits from which the same ones set otherwise are a slip of the pen.
_TELLING: Final = 2
#: Factor up to which two values with the same digits are of one magnitude.
_MAGNITUDE: Final = Decimal(10)
#: Sentences of an article that count as its lead.
_LEAD: Final = 3
_EXTENTS: Final = frozenset(
    {Kind.DISTANCE, Kind.MASS, Kind.SPEED, Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME}
)
_FAMILY: Final = {
    Kind.COUNT: "count", Kind.MONEY: "money", Kind.DURATION: "duration", Kind.PERCENT: "percent",
    Kind.ORDINAL: "ordinal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against one thing measured: sign -> how much of it there is.

    Attributes:
        values: Sign -> 0 or 1, or a weight; absent ones are 0.
        shared: What the sentences share besides figures and times.
    """

    values: dict[str, float]
    shared: Bond


def signs(pair: Pair, left: Figure, right: Figure, ground: Ground, strength: int) -> Signs:
    """Return the signs for two figures of one kind and unit.

    Args:
        pair: The claims they stand in.
        left: Figure of the left claim.
        right: Figure of the right one.
        ground: What the words alone say, see `_measure.same_measure`.
        strength: How surely they say it, 0..3.
    """
    shared = around(pair)
    found = {
        name: float(value)
        for name, value in (
            *_of_words(pair, left, right, shared),
            *_of_values(pair, left, right),
            *_of_claims(pair, left, right),
            ("excluded", ground.standing is Standing.EXCLUDED),
            ("strength-2", strength == 2),
            ("strength-3", strength == 3),
        )
        if value
    }
    return Signs(found, shared)


def around(pair: Pair) -> Bond:
    """Return what two claims share besides their figures and times."""
    return bond(
        pair.left, pair.right, pair.setting, without=(measured(pair.left), measured(pair.right))
    )


def _of_words(pair: Pair, left: Figure, right: Figure, shared: Bond) -> Iterator[tuple[str, float]]:
    near = bond(
        pair.left,
        pair.right,
        pair.setting,
        spans=(clause(pair.left, left), clause(pair.right, right)),
        without=(measured(pair.left), measured(pair.right)),
    )
    yield "shared", min(shared.shared, 2.0)
    yield "shared-in-clause", min(near.shared, 1.5)
    yield "share", shared.share
    more = max(shared.left, shared.right)
    yield "share-of-longer", round(shared.shared / more, 3) if more else 0.0
    verbs = words_alike(left.of.verb, pair.left.lang, right.of.verb, pair.right.lang)
    yield "verb", (verbs or 0.0) >= ONE_THING
    yield "verbs-exclude", opposed(pair.left, left, pair.right, right)
    nouns = words_alike(left.of.noun, pair.left.lang, right.of.noun, pair.right.lang)
    missing = not (left.of.noun and right.of.noun)
    yield "noun-same", nouns == SAME
    yield "noun-kin", nouns is not None and ONE_THING <= nouns < SAME
    yield "noun-under", nouns is not None and UNDER <= nouns < ONE_THING
    yield "noun-cousin", nouns is not None and COUSIN <= nouns < UNDER
    yield "noun-other", nouns is not None and nouns < COUSIN
    yield "noun-unknown", nouns is None and not missing
    concepts = {left.of.concept, right.of.concept}
    yield "concept-same", len(concepts) == 1 and "" not in concepts
    yield "concept-other", len(concepts) == 2 and "" not in concepts
    yield "concept-one", len(concepts) == 2 and "" in concepts
    yield "qualifiers", left.of.qualifiers != right.of.qualifiers
    yield "part", left.of.part_of != right.of.part_of


def _of_values(pair: Pair, left: Figure, right: Figure) -> Iterator[tuple[str, float]]:
    low, high = sorted((abs(value(left)), abs(value(right))))
    ratio = math.log10(float(high / low)) if low > 0 and high.is_finite() else 3.0
    slipped = reset(left, right)
    if not slipped:  # a point moved by one place explains how far apart they are
        yield "ratio", round(min(ratio, 1.5), 3)
        yield "far", ratio > 0.7
    family = "extent" if left.kind in _EXTENTS else _FAMILY.get(left.kind, "")
    if family:
        yield f"kind-{family}", 1.0
    if slipped:
        yield "reset", 1.0
        yield "reset-3", len(set(digits(low))) > _TELLING
    yield "elsewhere", elsewhere(pair, left, right)
    yield "explained", explained(pair.left, right) or explained(pair.right, left)
    yield "sum", sums_up(pair.left) != sums_up(pair.right)
    rivals = _rivals(pair, pair.left.source, right) * _rivals(pair, pair.right.source, left)
    yield "alone", rivals <= 1
    yield "rivals", round(min(math.log(max(rivals, 1)), 4.0), 3)
    if left.kind is Kind.DURATION:
        yield "hours", all(_MINUTES <= f.soft.low < _HOURS for f in (left, right))
        yield (
            "hours-alone",
            rivals <= 1 and all(_MINUTES <= f.soft.low < _HOURS for f in (left, right)),
        )


def _of_claims(pair: Pair, left: Figure, right: Figure) -> Iterator[tuple[str, float]]:
    one, other = pair.left, pair.right
    for name in ("event", "participants", "time", "scope"):
        yield f"{name}-open", getattr(pair, name).standing is not Standing.ESTABLISHED
    yield "other-language", one.lang != other.lang
    yield "headline", "headline" in {one.part, other.part}
    yield "not-both-facts", not one.modality == other.modality == "fact"
    yield "plan-and-fact", {one.modality, other.modality} == {"plan", "fact"}
    yield "polarity", one.polarity != other.polarity
    yield "unreal", unreal(one) != unreal(other)
    yield "dated", dated(one) != dated(other)
    yield "lead", one.sentence <= _LEAD and other.sentence <= _LEAD
    yield "similar", max(0.0, pair.similarity)
    yield "hedged", bool(left.modifier) or bool(right.modifier)
    yield (
        "names",
        bool(one.names and other.names)
        and not ({n.key for n in one.names} & {n.key for n in other.names}),
    )
    yield "one-figure", len(one.figures) == 1 and len(other.figures) == 1


def reset(left: Figure, right: Figure) -> bool:
    """Return whether two values have the same digits in another order or with the point moved.

    In another order they are of one magnitude; a point is moved by one place.
    """
    low, high = sorted((value(left), value(right)))
    if low <= 0 or not high.is_finite() or len(set(digits(low))) < _TELLING:
        return False
    if digits(low) == digits(high):
        return high / low == _MAGNITUDE
    return sorted(digits(low)) == sorted(digits(high)) and high / low < _MAGNITUDE


def value(figure: Figure) -> Decimal:
    """Return the value a wording is about."""
    span = figure.hard if figure.hard.is_point else figure.soft
    if not span.low.is_finite():
        return span.high
    return (span.low + span.high) / 2 if span.high.is_finite() else span.low


def elsewhere(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether either value stands in the other source as well, said of something else."""
    known = pair.setting.figures
    return any(
        other.start != own.start
        and (figure.kind, figure.unit) == (other.kind, other.unit)
        and agree(figure, other)
        for figure, own, source in (
            (left, right, pair.right.source),
            (right, left, pair.left.source),
        )
        for other in known.get(source, ())
    )


def commensurate(left: Figure, right: Figure) -> bool:
    """Return whether two values are near enough to be of one thing."""
    low, high = sorted(abs(f.soft.low) for f in (left, right))
    return low > 0 and high.is_finite() and high / low <= _NEAR


def _rivals(pair: Pair, source: str, other: Figure) -> int:
    """Return how many different figures of a source can be that of another text."""
    own = [
        f
        for f in pair.setting.figures.get(source, ())
        if f.kind is other.kind and f.unit == other.unit and commensurate(f, other)
    ]
    return len({(f.hard.low, f.hard.high) for f in own})


def dated(claim: Claim) -> bool:
    """Return whether a claim names a day, or says that it often happens."""
    return any(m.weekday is not None or m.day is not None or m.role == "set" for m in claim.moments)


def opposed(left: Claim, one: Figure, right: Claim, other: Figure) -> bool:
    """Return whether the verbs that govern two figures exclude each other ("fuhren", "standen")."""
    if not one.of.verb or not other.of.verb:
        return False
    return exclude(
        meanings(one.of.verb.casefold(), left.lang), meanings(other.of.verb.casefold(), right.lang)
    )
