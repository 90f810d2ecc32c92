"""Decide whether two figures measure the same thing.

In 30 of 38 real contradictions with numbers, every number of one text stands in the other
as well, bound to another thing.  So a figure is first bound to what it counts, and only
then compared.

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.compare import _lexicon as lexicon
from checker.compare._bound import CLOCK, EXTENTS, LOOSE, concept, part_played, thing
from checker.compare._content import EMPTY, base, nearly_equal, surroundings
from checker.compare._grounds import UNSETTLED, established, excluded
from checker.compare._intervals import SCALE
from checker.compare._kinship import (
    both_folk,
    governed_alike,
    kin_nouns,
    scale,
    shifted,
    transposed,
)
from checker.compare._persons import same_person
from checker.compare._scope import scopes_differ
from checker.compare._stems import related
from checker.compare._words import measure, say
from checker.model import Claim, Figure, Ground, Kind, Pair, Phrase, Standing

#: Kinds of which one text seldom gives two of different things in one sentence.
_TELLING = {
    Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.DISTANCE, Kind.MASS, Kind.SPEED,
    Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME, Kind.ENERGY, Kind.POWER, Kind.DATA,
}  # fmt: skip
_COUNTED = {Kind.COUNT, Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.RATIO, Kind.FACTOR, Kind.SCORE,
            Kind.OTHER}  # fmt: skip
_TOLLS = {"dead", "injured", "missing", "damage"}
#: Kinds that what governs them binds: a share needs to be known of what.
_GOVERNED = {Kind.MONEY, *EXTENTS}
#: Factor above which two figures of a common concept are of two things.
_COMMENSURATE = Decimal(8)
#: The same for what is measured otherwise.
_FAR = Decimal(50)
#: Concepts that belong to a body or a place: two bodies have two of them.
_OWNED = {"employees", "inhabitants", "revenue", "profit", "loss", "debt", "jobs", "households"}
#: Why two counts that differ need not conflict.
PART = say(
    "die kleinere Gruppe kann in der größeren enthalten sein",
    "the smaller group may be part of the larger",
)
#: Shared base forms around two figures that make "the same measure" likely, of the fewer.
_SHARED = 0.5
#: Strength where the words show two measures (a part, a change, a demand), whatever else tells.
NEVER = -1


def same_measure(pair: Pair, left: Figure, right: Figure) -> tuple[Ground, int]:
    """Return whether two figures of one kind and unit measure one thing, and how surely."""
    if _anchored(pair, left, right):
        return established(
            say("dieselbe Menge, in verschiedener Zeit", "the same amount, in another time")
        ), 3
    apart = _parts(left, right) or _in_roles(pair, left, right) or _demanded(pair, left, right)
    if apart is not None:
        return apart, NEVER
    wholes = scopes_differ(pair.left, left, pair.right, right)
    if wholes is not None:
        return excluded(wholes), NEVER
    if left.kind is Kind.AGE:
        return same_person(pair)
    scaled = _scaled(pair, left, right)
    if scaled is not None:
        return scaled
    a, b = concept(pair.left, left), concept(pair.right, right)
    if a and b:
        if a != b:
            return excluded(say(f"{a} gegen {b}", f"{a} against {b}")), 0
        return _same_concept(pair, left, right, a)
    if slipped(left, right):
        return Ground(
            Standing.ESTABLISHED,
            say("dieselben Ziffern mit anderem Größenwort", "the same digits, another scale word"),
        ), 2
    if (transposed(left, right) or shifted(left, right)) and governed_alike(pair, left, right):
        return established(
            say("dieselben Ziffern anders gesetzt, in Sätzen über dasselbe",
                "the same digits set otherwise, in sentences about the same")
        ), 3  # fmt: skip
    return _same_noun(pair, left, right)


def _anchored(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether both claims give one amount and, alone beside it, the time it took.

    "92 Millimeter Regen in 24 Stunden" and "92 Millimeter in zwölf Stunden".
    """
    if left.kind is not Kind.DURATION:
        return False
    sides = [
        [f for f in c.figures if f.kind in EXTENTS or f.kind is Kind.MONEY]
        for c in (pair.left, pair.right)
    ]
    times = [sum(f.kind is Kind.DURATION for f in c.figures) for c in (pair.left, pair.right)]
    if times != [1, 1] or [len(s) for s in sides] != [1, 1]:
        return False
    one, other = sides[0][0], sides[1][0]
    if one.kind is not other.kind or one.unit != other.unit or one.hard != other.hard:
        return False
    return (
        kin_nouns(one.of.noun, other.of.noun, pair.left.lang)
        or surroundings(pair, one, other) >= _SHARED
    )


def _scaled(pair: Pair, left: Figure, right: Figure) -> tuple[Ground, int] | None:
    """Return the ground for two levels of a scale, None if neither figure is one."""
    one, other = scale(pair.left, left), scale(pair.right, right)
    if not one and not other:
        return None
    if one and other and (related(one, other) or lexicon.alike(one, other, pair.left.lang)):
        return established(say(f"beide nennen die {one.title()}", f"both name the {one}")), 3
    return excluded(say("nur eine Angabe ist eine Stufe", "only one figure is a level")), 0


def _demanded(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return an excluding ground if one claim tells what somebody asked for, the other what is.

    "Das Unglück forderte acht Tote" asks for nothing.
    """
    if {left.of.concept, right.of.concept} & _TOLLS:
        return None
    asked = [
        any(t.text.casefold() in words or base(t) in words for t in claim.tokens)
        for claim in (pair.left, pair.right)
        for words in (lexicon.words(claim.lang, "demanding"),)
    ]
    if asked[0] == asked[1]:
        return None
    return excluded(say("das eine ist eine Forderung", "one of them is a demand"))


def _owners_differ(pair: Pair) -> bool:
    """Return whether something that belongs to a body may belong to two of them here."""
    mine, theirs = ({n.key for n in c.names} for c in (pair.left, pair.right))
    return bool(mine or theirs) and not mine & theirs


def _same_concept(pair: Pair, left: Figure, right: Figure, name: str) -> tuple[Ground, int]:
    """Return the ground for two figures of one concept, by what narrows them."""
    known = measure(name)
    same = (
        say("beide messen dasselbe", "both measure one thing")
        if known is None
        else say(f"beide messen dasselbe: {known.de}", f"both measure one thing: {known.en}")
    )
    mine, other = _narrowed(pair.left, left), _narrowed(pair.right, right)
    if mine.severity != other.severity:
        grave = mine.severity or other.severity
        if not (mine.severity and other.severity) and grave == "light":
            pass
        else:
            return excluded(
                say(
                    "die eine Angabe meint nur die Schweren oder Leichten",
                    "one of the figures means the severe or the slight only",
                )
            ), 0
    if mine.group and other.group:
        if not any(lexicon.alike(x, y, pair.left.lang) for x in mine.group for y in other.group):
            return excluded(
                say("gezählt werden verschiedene Gruppen", "different groups are counted")
            ), 0
        return established(same), 3
    if mine.group or other.group:
        narrow, wide = (left, right) if mine.group else (right, left)
        if narrow.hard.low <= wide.hard.high and left.kind is Kind.COUNT:
            return Ground(Standing.POSSIBLE, PART), 2
    if name in _OWNED and _owners_differ(pair):
        return Ground(
            Standing.POSSIBLE,
            say(
                "ob beide denselben Eigner meinen, steht nicht fest",
                "whether both mean one owner is not settled",
            ),
        ), 1
    if left.kind in _TELLING and name in LOOSE:
        return _loose(pair, left, right, same)
    return established(same), 3


def _loose(pair: Pair, left: Figure, right: Figure, same: Phrase) -> tuple[Ground, int]:
    """Return the ground for concepts that many things in one story have (duration, price)."""
    if not _commensurate(left, right):
        return Ground(Standing.POSSIBLE, UNSETTLED), 1
    a, b, lang = left.of, right.of, pair.left.lang
    one, two = _lasting(pair.left, left) or a.noun, _lasting(pair.right, right) or b.noun
    if one and two and lang == pair.right.lang and lexicon.alike(one, two, lang):
        return established(same), 3
    if surroundings(pair, left, right) >= _SHARED:
        return established(same), 3
    if left.kind in EXTENTS and governed_alike(pair, left, right):
        return established(same), 3
    clocked = CLOCK in {left.written, right.written}
    if clocked and pair.left.subject and pair.left.subject == pair.right.subject:
        return established(same), 3  # "the call began at .. and ended at .." / "the call took .."
    if left.kind is Kind.DURATION and _lasts(pair.left, left) and _lasts(pair.right, right):
        return established(same), 3
    return Ground(Standing.POSSIBLE, UNSETTLED), 1


def _lasts(claim: Claim, figure: Figure) -> bool:
    """Return whether a claim says that something took as long as the figure ("dauerte")."""
    lasting = lexicon.words(claim.lang, "lasting")
    if figure.written == CLOCK:
        return True
    if figure.of.noun and figure.of.start >= figure.end:
        return False  # "20 Minuten Pause": it is the pause that lasts
    return any(base(t) in lasting or t.text.casefold() in lasting for t in claim.tokens)


def _lasting(claim: Claim, figure: Figure) -> str:
    """Return the noun right behind a duration, which is what lasts ("zwei Jahre Pause")."""
    behind = [t for t in claim.tokens if t.start >= figure.end][:1]
    return base(behind[0]) if behind and behind[0].pos == "NOUN" else ""


def _commensurate(left: Figure, right: Figure) -> bool:
    """Return whether two figures are near enough to be of one thing at all."""
    low, high = sorted((abs(left.soft.low), abs(right.soft.low)))
    if not (low.is_finite() and high.is_finite()) or low == 0:
        return left.kind is not Kind.DURATION
    if left.kind in {Kind.MONEY, Kind.PERCENT}:
        return high / low <= _FAR
    return high / low <= _COMMENSURATE


def _same_noun(pair: Pair, left: Figure, right: Figure) -> tuple[Ground, int]:
    """Return the ground for figures no concept covers, by their nouns, verbs, surroundings."""
    a, b, lang = left.of, right.of, pair.left.lang
    same_language = lang == pair.right.lang
    one, two = thing(pair.left, left), thing(pair.right, right)
    alike = bool(one and two and same_language and lexicon.alike(one, two, lang))
    folk = same_language and both_folk(a.noun, b.noun, lang)
    kin = same_language and left.kind is Kind.COUNT and kin_nouns(a.noun, b.noun, lang)
    alike = alike or folk
    compound = bool(one and two and same_language) and not alike and related(one, two)
    if compound and left.kind is Kind.COUNT:
        narrow, wide = (left, right) if len(one) > len(two) else (right, left)
        if narrow.hard.low <= wide.hard.high:
            return Ground(Standing.POSSIBLE, PART), 1
        alike = True
    named = bool(a.noun and b.noun) and same_language and left.kind is Kind.COUNT
    if (
        named
        and not alike
        and not kin
        and (not related(a.noun, b.noun) or _people(a.noun, b.noun, lang))
    ):
        return excluded(
            say(f"{a.noun} und {b.noun} sind zweierlei", f"{a.noun} is not {b.noun}")
        ), 0
    if left.kind in _TELLING and not _commensurate(left, right):
        return Ground(Standing.POSSIBLE, UNSETTLED), 1
    counted = say(f"beide zählen {a.noun}/{b.noun}", f"both count {a.noun}/{b.noun}")
    if nearly_equal(pair, left, right):
        return established(
            say(
                "beide Sätze sind bis auf die Zahl fast gleich",
                "both sentences are nearly the same but for the figure",
            )
        ), 3
    shared = surroundings(pair, left, right)
    if left.kind is Kind.SCORE:
        # a round of matches has many scores; only the same sentence speaks of the same match
        return Ground(Standing.POSSIBLE, UNSETTLED), 1
    if left.kind in _COUNTED:
        verbs = a.verb and b.verb and same_verb(a.verb, b.verb, lang)
        if kin and not alike and not verbs and shared < _SHARED:
            return Ground(Standing.POSSIBLE, UNSETTLED), 1
        if not (alike or kin) or not _counts(pair, left, right):
            return Ground(Standing.POSSIBLE, UNSETTLED), 1
        if _people(a.noun, b.noun, lang) and not verbs and shared < _SHARED:
            return Ground(Standing.POSSIBLE, UNSETTLED), 1
        if verbs or shared >= _SHARED:
            return established(counted), 3
        return Ground(Standing.POSSIBLE, counted), 2
    if alike and (left.kind is not Kind.DURATION or shared >= _SHARED):
        return established(counted), 3
    if left.kind in _GOVERNED and governed_alike(pair, left, right) and _single(pair, left):
        return established(
            say("die Wörter, die beide Angaben regieren, sind von einer Familie",
                "the words that govern both figures are of one family")
        ), 2  # fmt: skip
    if shared >= _SHARED:
        return established(
            say("die Worte um beide Angaben sind dieselben", "the words around both are the same")
        ), 2
    return Ground(Standing.POSSIBLE, UNSETTLED), 1


def same_verb(first: str, second: str, lang: str) -> bool:
    """Return whether two verbs are one, aliases, or of one family."""
    if first.casefold() in EMPTY and second.casefold() in EMPTY:
        return False
    return lexicon.alike(first, second, lang) or kin_nouns(first, second, lang)


def _single(pair: Pair, figure: Figure) -> bool:
    """Return whether each claim has one figure of a kind, so that there is nothing to mix up."""
    return all(sum(f.kind is figure.kind for f in c.figures) == 1 for c in (pair.left, pair.right))


def _counts(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether two ordinals count, rather than point at one of several things."""
    if left.kind is not Kind.ORDINAL:
        return left.kind is not Kind.RATIO or surroundings(pair, left, right) >= _SHARED
    return _indefinite(pair.left, left) and _indefinite(pair.right, right)


def _indefinite(claim: Claim, figure: Figure) -> bool:
    """Return whether an ordinal counts ("eine dritte Amtszeit", "zum dritten Mal")."""
    before = [t.text.casefold() for t in claim.tokens if t.end <= figure.start][-1:]
    return not before or before[0] in lexicon.words(claim.lang, "counting")


@dataclass(frozen=True, slots=True)
class _Narrow:
    """What narrows a figure: how bad it was, and which group is meant."""

    severity: str
    group: frozenset[str]


def _narrowed(claim: Claim, figure: Figure) -> _Narrow:
    severe = lexicon.words(claim.lang, "severe")
    light = lexicon.words(claim.lang, "light")
    words = set(figure.of.qualifiers)
    severity = "severe" if words & severe else "light" if words & light else ""
    people = lexicon.words(claim.lang, "people")
    group = frozenset(words - severe - light - people)
    return _Narrow(severity, group)


def slipped(left: Figure, right: Figure) -> bool:
    """Return whether only the scale word of two figures differs ("2,3 Milliarden/Billionen")."""
    if left.kind not in {Kind.MONEY, Kind.COUNT} or not shifted(left, right):
        return False
    low, high = sorted((f.soft.low + f.soft.high) / 2 for f in (left, right))
    return low >= SCALE and round(high / low, 6) in {Decimal(1000), Decimal(1_000_000)}


def _parts(left: Figure, right: Figure) -> Ground | None:
    """Return an excluding ground if one figure is a part of what the other counts, else None."""
    a, b = left.of, right.of
    part, whole = (left, right) if a.part_of else (right, left)
    if part.hard.low > whole.hard.high or part.soft.low == whole.soft.low:
        return None
    fewer = left.kind is Kind.COUNT and part.soft.high < whole.soft.low
    if a.part_of != b.part_of and (fewer or not (a.noun and a.noun == b.noun)):
        return excluded(say("die eine ist ein Teil der anderen", "one is a part of the other"))
    return None


def _in_roles(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return an excluding ground if one figure is a change, an old value or a target."""
    mine, other = part_played(pair.left, left), part_played(pair.right, right)
    if mine == other or {mine, other} == {"", "to"}:
        return None
    return excluded(
        say("die eine ist ein Wert, die andere eine Veränderung oder ein alter Wert",
            "one is a value, the other a change or a former value")
    )  # fmt: skip


def _people(first: str, second: str, lang: str) -> bool:
    """Return whether one of two nouns stands for people in general."""
    people = lexicon.words(lang, "people")
    return first.casefold() in people or second.casefold() in people
