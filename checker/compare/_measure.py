"""Decide whether two figures measure the same thing.

In 30 of 38 real contradictions with numbers, every number of one text stands in the other
as well, bound to another thing.  So a figure is first bound to what it counts, and only
then compared.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.compare import _lexicon as lexicon
from checker.compare._intervals import Stand, stand
from checker.compare._stems import overlap
from checker.compare._words import say
from checker.model import Claim, Figure, Ground, Kind, Pair, Phrase, Standing, Token

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
_EMPTY = {"be", "have", "do", "sein", "haben", "werden", "geben", "say", "sagen"}
#: Kinds of which one text seldom gives two of different things in one sentence.
_TELLING = {
    Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.DISTANCE, Kind.MASS, Kind.SPEED,
    Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME, Kind.ENERGY, Kind.POWER, Kind.DATA,
}  # fmt: skip
_COUNTED = {Kind.COUNT, Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.RATIO, Kind.FACTOR, Kind.SCORE,
            Kind.OTHER}  # fmt: skip
_UNSETTLED = say(
    "dass beide Angaben dasselbe messen, steht nicht fest",
    "whether both figures measure the same is not settled",
)
#: Shared base forms around two figures that make "the same measure" likely, of the fewer.
_SHARED = 0.5
#: Fewest of them.
_LEAST = 2
#: Shared base forms, of the more, that make two sentences nearly equal.
_NEARLY = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that may measure one thing.

    Attributes:
        left: Figure of the left claim.
        right: Figure of the right claim.
        ground: Whether they do, and why.
        strength: 3 same counted thing, 2 same surroundings, 1 same kind only.
        stand: How their values stand to each other.
    """

    left: Figure
    right: Figure
    ground: Ground
    strength: int
    stand: Stand


def matches(pair: Pair) -> tuple[Match, ...]:
    """Return figure pairs of one kind and unit that may measure one thing, best first.

    A figure is matched with its best counterparts only: "31 of the 60" meets "31" as
    the voters, and 60 is left alone.
    """
    found = [m for m in _all(pair) if m is not None]
    if not found:
        return ()
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    settled_left: set[int] = set()
    settled_right: set[int] = set()
    for m in found:
        best_left[m.left.start] = max(best_left.get(m.left.start, 0), m.strength)
        best_right[m.right.start] = max(best_right.get(m.right.start, 0), m.strength)
    for m in found:
        if m.stand in {Stand.EQUAL, Stand.ROUNDING} and m.strength >= max(
            best_left[m.left.start], best_right[m.right.start]
        ):
            settled_left.add(m.left.start)
            settled_right.add(m.right.start)
    kept = []
    for m in found:
        weak = m.strength < max(best_left[m.left.start], best_right[m.right.start])
        taken = m.left.start in settled_left or m.right.start in settled_right
        agrees = m.stand in {Stand.EQUAL, Stand.ROUNDING}
        if weak or (taken and not agrees):
            continue
        kept.append(m)
    return tuple(sorted(kept, key=lambda m: (-m.strength, m.left.start, m.right.start)))


def _all(pair: Pair) -> Iterator[Match | None]:
    for left in pair.left.figures:
        for right in pair.right.figures:
            if left.kind is not right.kind or left.unit != right.unit:
                continue
            ground, strength = same_measure(pair, left, right)
            if ground.standing is Standing.EXCLUDED:
                continue
            yield Match(left, right, ground, strength, stand(left, right))


def same_measure(pair: Pair, left: Figure, right: Figure) -> tuple[Ground, int]:
    """Return whether two figures of one kind and unit measure one thing, and how surely."""
    a, b, lang = left.of, right.of, pair.left.lang
    qualified = _qualifiers(pair, left, right) or _in_roles(pair, left, right)
    if qualified is not None:
        return qualified, 0
    if a.concept and b.concept:
        if a.concept == b.concept:
            return _established(
                say(f"beide messen dasselbe ({a.concept})", f"both measure one thing ({a.concept})")
            ), 3
        if a.concept != b.concept:
            return _excluded(
                say(f"{a.concept} gegen {b.concept}", f"{a.concept} against {b.concept}")
            ), 0
    if a.noun and b.noun and pair.left.lang == pair.right.lang:
        if lexicon.alike(a.noun, b.noun, lang):
            return _established(
                say(f"beide zählen {a.noun}/{b.noun}", f"both count {a.noun}/{b.noun}")
            ), 3
        if left.kind is Kind.COUNT and not _people(a.noun, b.noun, lang):
            return _excluded(
                say(f"{a.noun} und {b.noun} sind zweierlei", f"{a.noun} is not {b.noun}")
            ), 0
    shared = surroundings(pair, left, right)
    if left.kind in _COUNTED:
        # what is counted is named, or it is not the same; only a nearly equal sentence may
        # leave it to the reader
        if _nearly_equal(pair, left, right):
            return _established(
                say(
                    "beide Sätze sind bis auf die Zahl fast gleich",
                    "both sentences are nearly the same but for the figure",
                )
            ), 2
        return Ground(Standing.POSSIBLE, _UNSETTLED), 1
    if shared >= _SHARED:
        return _established(
            say("die Worte um beide Angaben sind dieselben", "the words around both are the same")
        ), 2
    if left.kind in _TELLING and pair.measure.standing is Standing.ESTABLISHED:
        return pair.measure, 2
    return Ground(Standing.POSSIBLE, _UNSETTLED), 1


def _qualifiers(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return an excluding ground if a word narrows one figure to another thing, else None."""
    a, b = left.of, right.of
    if a.part_of != b.part_of and not (a.noun and a.noun == b.noun):
        return _excluded(say("die eine ist ein Teil der anderen", "one is a part of the other"))
    if a.qualifiers != b.qualifiers and a.part_of and b.part_of:
        return _excluded(say("verschiedene Teile", "different parts"))
    return None


def _in_roles(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return an excluding ground if one figure is a change, an old value or a target."""
    mine, other = part_played(pair.left, left), part_played(pair.right, right)
    if mine == other or {mine, other} == {"", "to"}:
        return None
    return _excluded(
        say("die eine ist ein Wert, die andere eine Veränderung oder ein alter Wert",
            "one is a value, the other a change or a former value")
    )  # fmt: skip


def part_played(claim: Claim, figure: Figure) -> str:
    """Return whether a figure is a change ("by"), a start ("from"), a target ("to") or neither.

    "Von 3 um 1,5 auf 4,5 Prozent" names three figures of one kind, and none is another.
    """
    before = [t.text.casefold() for t in claim.tokens if t.end <= figure.start][-3:]
    for word in reversed(before):
        for part in ("by", "from", "to"):
            if word in lexicon.words(claim.lang, f"change_{part}"):
                return part
    return ""


def _people(first: str, second: str, lang: str) -> bool:
    """Return whether one of two nouns stands for people in general."""
    people = lexicon.words(lang, "people")
    return first.casefold() in people or second.casefold() in people


def surroundings(pair: Pair, left: Figure, right: Figure) -> float:
    """Return the share of base forms beside the figures that both claims have, 0..1."""
    if pair.left.lang != pair.right.lang:
        return 0.0
    first, second = content(pair.left, left), content(pair.right, right)
    fewer = min(len(first), len(second))
    common = overlap(first, second)
    return len(common) / fewer if len(common) >= _LEAST else 0.0


def _nearly_equal(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether two claims are the same but for the figures."""
    if pair.left.lang != pair.right.lang:
        return False
    first, second = content(pair.left, left), content(pair.right, right)
    more = max(len(first), len(second))
    return more >= _LEAST and len(overlap(first, second)) / more >= _NEARLY


def content(claim: Claim, without: Figure | None = None) -> frozenset[str]:
    """Return the base forms that carry the claim's meaning, a figure's own words left out."""
    found = set()
    for token in claim.tokens:
        if without is not None and without.start <= token.start < without.end:
            continue
        if token.pos in _CONTENT and len(token.text) > 1 and base(token) not in _EMPTY:
            found.add(base(token))
    return frozenset(found)


def base(token: Token) -> str:
    """Return a token's base form for comparison."""
    return (token.lemma or token.text).casefold()


def _established(why: Phrase) -> Ground:
    return Ground(Standing.ESTABLISHED, why)


def _excluded(why: Phrase) -> Ground:
    return Ground(Standing.EXCLUDED, why)
