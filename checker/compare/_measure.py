"""Decide whether two figures measure the same thing.

In 30 of 38 real contradictions with numbers, every number of one text stands in the other
as well, bound to another thing.  So a figure is first bound to what it counts, and only
then compared.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.compare import _lexicon as lexicon
from checker.compare._intervals import SCALE, Stand, stand
from checker.compare._kinship import (
    both_folk,
    clause,
    governed_alike,
    kin_nouns,
    paired,
    scale,
    shifted,
    transposed,
)
from checker.compare._scope import scopes_differ
from checker.compare._stems import overlap, related
from checker.compare._words import measure, say
from checker.language.measured import measure_words
from checker.model import Claim, Figure, Ground, Interval, Kind, Name, Pair, Phrase, Standing, Token

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
_EMPTY = {"be", "have", "do", "sein", "haben", "werden", "geben", "say", "sagen"}
#: Kinds of which one text seldom gives two of different things in one sentence.
_TELLING = {
    Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.DISTANCE, Kind.MASS, Kind.SPEED,
    Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME, Kind.ENERGY, Kind.POWER, Kind.DATA,
}  # fmt: skip
_YEAR = Decimal(365 * 86400)
#: Characters between a name and its age.
_BESIDE = 25
_GROWN_UP, _OLDEST = 10, 115
_COUNTED = {Kind.COUNT, Kind.ORDINAL, Kind.TIMES, Kind.AGE, Kind.RATIO, Kind.FACTOR, Kind.SCORE,
            Kind.OTHER}  # fmt: skip
_UNSETTLED = say(
    "dass beide Angaben dasselbe messen, steht nicht fest",
    "whether both figures measure the same is not settled",
)
#: How a figure computed from clock times is marked.
CLOCK = "clock"
_TOLLS = {"dead", "injured", "missing", "damage"}
_EXTENTS = {Kind.DISTANCE, Kind.SPEED, Kind.MASS, Kind.AREA, Kind.VOLUME}
#: Kinds that what governs them binds: a share needs to be known of what.
_GOVERNED = {Kind.MONEY, *_EXTENTS}
#: Concepts so common that they name no single thing of a story.
_LOOSE = {"duration", "price", "length", "height", "width", "depth", "distance", "weight"}
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
#: Fewest of them.
_LEAST = 2
#: Strength where the words show two measures (a part, a change, a demand), whatever else tells.
_NEVER = -1
#: Shared base forms, of the more, that make two sentences nearly equal.
_NEARLY = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that may measure one thing.

    Attributes:
        left: Figure of the left claim.
        right: Figure of the right claim.
        ground: Whether they do, and why.
        strength: 3 same counted thing, 2 same surroundings, 1 same kind only, 0 other nouns, -1 two
            measures for certain.
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


def rivals(pair: Pair) -> tuple[Match, ...]:
    """Return all figure pairs of one kind and unit that do not agree with each other.

    Figures that agree with one of the other claim, and are no better matched with another, are
    left out: "zwölf Erwachsene und fünf Kinder" does not agree with the same two swapped.
    What the words say of each pair is told by its ground; where they show two measures for certain,
    it is left out.
    """
    found = list(_held(pair))
    best: dict[tuple[str, int], int] = {}
    for m in found:
        for end in (("left", m.left.start), ("right", m.right.start)):
            best[end] = max(best.get(end, 0), m.strength)
    agreed: set[tuple[str, int]] = set()
    for m in found:
        ends = ("left", m.left.start), ("right", m.right.start)
        told_apart = m.ground.standing is Standing.EXCLUDED and best[ends[0]] + best[ends[1]] > 0
        if m.stand in {Stand.EQUAL, Stand.ROUNDING} and not told_apart:
            agreed |= {e for e in ends if m.strength >= best[e]} if m.strength else set(ends)
    return tuple(
        m
        for m in found
        if m.strength > _NEVER
        and ("left", m.left.start) not in agreed
        and ("right", m.right.start) not in agreed
    )


def _held(pair: Pair) -> Iterator[Match]:
    for left in figures(pair.left):
        for right in figures(pair.right):
            if left.kind is right.kind and left.unit == right.unit:
                ground, strength = same_measure(pair, left, right)
                yield Match(left, right, ground, strength, stand(left, right))


def _all(pair: Pair) -> Iterator[Match | None]:
    for match in _held(pair):
        if match.ground.standing is not Standing.EXCLUDED:
            yield match


def figures(claim: Claim) -> Iterator[Figure]:
    """Yield a claim's figures, "mit 54 Jahren ist sie ..." as the age it is."""
    for figure in claim.figures:
        if figure.text.casefold() not in lexicon.words(claim.lang, "both"):
            yield paired(as_age(claim, figure), claim.figures, claim.tokens)


def as_age(claim: Claim, figure: Figure) -> Figure:
    """Return years after "mit" (or "at") as an age, any other figure as it is."""
    if figure.kind is not Kind.DURATION or not figure.soft.is_point:
        return figure
    years = figure.soft.low / _YEAR
    before = [t.text.casefold() for t in claim.tokens if t.end <= figure.start][-1:]
    if years != int(years) or not _GROWN_UP <= years <= _OLDEST:
        return figure
    if not before or before[0] not in lexicon.words(claim.lang, "aged"):
        return figure
    point = Interval.point(years)
    return replace(
        figure, kind=Kind.AGE, hard=point, soft=point, unit="year", granularity=Decimal(1),
        discrete=True,
    )  # fmt: skip


def same_measure(pair: Pair, left: Figure, right: Figure) -> tuple[Ground, int]:
    """Return whether two figures of one kind and unit measure one thing, and how surely."""
    if _anchored(pair, left, right):
        return _established(
            say("dieselbe Menge, in verschiedener Zeit", "the same amount, in another time")
        ), 3
    apart = _parts(left, right) or _in_roles(pair, left, right) or _demanded(pair, left, right)
    if apart is not None:
        return apart, _NEVER
    wholes = scopes_differ(pair.left, left, pair.right, right)
    if wholes is not None:
        return _excluded(wholes), _NEVER
    if left.kind is Kind.AGE:
        return same_person(pair)
    scaled = _scaled(pair, left, right)
    if scaled is not None:
        return scaled
    a, b = concept(pair.left, left), concept(pair.right, right)
    if a and b:
        if a != b:
            return _excluded(say(f"{a} gegen {b}", f"{a} against {b}")), 0
        return _same_concept(pair, left, right, a)
    if slipped(left, right):
        return Ground(
            Standing.ESTABLISHED,
            say("dieselben Ziffern mit anderem Größenwort", "the same digits, another scale word"),
        ), 2
    if (transposed(left, right) or shifted(left, right)) and governed_alike(pair, left, right):
        return _established(
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
        [f for f in c.figures if f.kind in _EXTENTS or f.kind is Kind.MONEY]
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
        return _established(say(f"beide nennen die {one.title()}", f"both name the {one}")), 3
    return _excluded(say("nur eine Angabe ist eine Stufe", "only one figure is a level")), 0


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
    return _excluded(say("das eine ist eine Forderung", "one of them is a demand"))


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
            return _excluded(
                say(
                    "die eine Angabe meint nur die Schweren oder Leichten",
                    "one of the figures means the severe or the slight only",
                )
            ), 0
    if mine.group and other.group:
        if not any(lexicon.alike(x, y, pair.left.lang) for x in mine.group for y in other.group):
            return _excluded(
                say("gezählt werden verschiedene Gruppen", "different groups are counted")
            ), 0
        return _established(same), 3
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
    if left.kind in _TELLING and name in _LOOSE:
        return _loose(pair, left, right, same)
    return _established(same), 3


def _loose(pair: Pair, left: Figure, right: Figure, same: Phrase) -> tuple[Ground, int]:
    """Return the ground for concepts that many things in one story have (duration, price)."""
    if not _commensurate(left, right):
        return Ground(Standing.POSSIBLE, _UNSETTLED), 1
    a, b, lang = left.of, right.of, pair.left.lang
    one, two = _lasting(pair.left, left) or a.noun, _lasting(pair.right, right) or b.noun
    if one and two and lang == pair.right.lang and lexicon.alike(one, two, lang):
        return _established(same), 3
    if surroundings(pair, left, right) >= _SHARED:
        return _established(same), 3
    if left.kind in _EXTENTS and governed_alike(pair, left, right):
        return _established(same), 3
    clocked = CLOCK in {left.written, right.written}
    if clocked and pair.left.subject and pair.left.subject == pair.right.subject:
        return _established(same), 3  # "the call began at .. and ended at .." / "the call took .."
    if left.kind is Kind.DURATION and _lasts(pair.left, left) and _lasts(pair.right, right):
        return _established(same), 3
    return Ground(Standing.POSSIBLE, _UNSETTLED), 1


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
    one, two = _thing(pair.left, left), _thing(pair.right, right)
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
        return _excluded(
            say(f"{a.noun} und {b.noun} sind zweierlei", f"{a.noun} is not {b.noun}")
        ), 0
    if left.kind in _TELLING and not _commensurate(left, right):
        return Ground(Standing.POSSIBLE, _UNSETTLED), 1
    counted = say(f"beide zählen {a.noun}/{b.noun}", f"both count {a.noun}/{b.noun}")
    if nearly_equal(pair, left, right):
        return _established(
            say(
                "beide Sätze sind bis auf die Zahl fast gleich",
                "both sentences are nearly the same but for the figure",
            )
        ), 3
    shared = surroundings(pair, left, right)
    if left.kind is Kind.SCORE:
        # a round of matches has many scores; only the same sentence speaks of the same match
        return Ground(Standing.POSSIBLE, _UNSETTLED), 1
    if left.kind in _COUNTED:
        verbs = a.verb and b.verb and same_verb(a.verb, b.verb, lang)
        if kin and not alike and not verbs and shared < _SHARED:
            return Ground(Standing.POSSIBLE, _UNSETTLED), 1
        if not (alike or kin) or not _counts(pair, left, right):
            return Ground(Standing.POSSIBLE, _UNSETTLED), 1
        if _people(a.noun, b.noun, lang) and not verbs and shared < _SHARED:
            return Ground(Standing.POSSIBLE, _UNSETTLED), 1
        if verbs or shared >= _SHARED:
            return _established(counted), 3
        return Ground(Standing.POSSIBLE, counted), 2
    if alike and (left.kind is not Kind.DURATION or shared >= _SHARED):
        return _established(counted), 3
    if left.kind in _GOVERNED and governed_alike(pair, left, right) and _single(pair, left):
        return _established(
            say("die Wörter, die beide Angaben regieren, sind von einer Familie",
                "the words that govern both figures are of one family")
        ), 2  # fmt: skip
    if shared >= _SHARED:
        return _established(
            say("die Worte um beide Angaben sind dieselben", "the words around both are the same")
        ), 2
    return Ground(Standing.POSSIBLE, _UNSETTLED), 1


def same_verb(first: str, second: str, lang: str) -> bool:
    """Return whether two verbs are one, aliases, or of one family."""
    if first.casefold() in _EMPTY and second.casefold() in _EMPTY:
        return False
    return lexicon.alike(first, second, lang) or kin_nouns(first, second, lang)


def _single(pair: Pair, figure: Figure) -> bool:
    """Return whether each claim has one figure of a kind, so that there is nothing to mix up."""
    return all(sum(f.kind is figure.kind for f in c.figures) == 1 for c in (pair.left, pair.right))


def _thing(claim: Claim, figure: Figure) -> str:
    """Return the noun a figure belongs to; for an extent, the nearest one in its clause."""
    if figure.of.noun or figure.kind not in _EXTENTS:
        return figure.of.noun
    low, high = clause(claim, figure)
    near = [t for t in claim.tokens if t.pos == "NOUN" and low <= t.start < high]
    near = [t for t in near if not figure.start <= t.start < figure.end]
    if not near:
        return ""
    best = min(near, key=lambda t: (abs(t.start - figure.start), t.start))
    return best.lemma or best.text


def _counts(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether two ordinals count, rather than point at one of several things."""
    if left.kind is not Kind.ORDINAL:
        return left.kind is not Kind.RATIO or surroundings(pair, left, right) >= _SHARED
    return _indefinite(pair.left, left) and _indefinite(pair.right, right)


def _indefinite(claim: Claim, figure: Figure) -> bool:
    """Return whether an ordinal counts ("eine dritte Amtszeit", "zum dritten Mal")."""
    before = [t.text.casefold() for t in claim.tokens if t.end <= figure.start][-1:]
    return not before or before[0] in lexicon.words(claim.lang, "counting")


def same_person(pair: Pair) -> tuple[Ground, int]:
    """Return whether two claims that give an age speak of one person."""
    mine, theirs = _who(pair.left), _who(pair.right)
    if mine[0] & theirs[0]:
        return _established(say("beide nennen dieselbe Person", "both name one person")), 3
    if mine[0] and theirs[0]:
        return _excluded(say("verschiedene Personen", "different persons")), 0
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
    return Ground(Standing.POSSIBLE, _UNSETTLED), 1


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


def concept(claim: Claim, figure: Figure) -> str:
    """Return the concept a figure is of; if its own words name none, that of its claim.

    "Die Zahl der Toten ist auf vier gestiegen": the noun stands apart, but the claim has one
    figure and speaks of one thing that such a figure can count.
    """
    own = figure.of.concept
    if own and own not in _LOOSE:
        return own
    if sum(f.kind is figure.kind for f in claim.figures) > 1:
        return own or _hinted_beside(claim, figure)
    found = _spoken_of(claim, figure.kind) - _LOOSE
    return next(iter(found)) if len(found) == 1 else own


def _hinted_beside(claim: Claim, figure: Figure) -> str:
    """Return the concept that wordings in the figure's own clause show, empty if none do."""
    low, high = clause(claim, figure)
    if sum(f.kind is figure.kind and low <= f.start < high for f in claim.figures) > 1:
        return ""
    text = "".join(f" {t.text.casefold()}" for t in claim.tokens if low <= t.start < high)
    found = [
        key
        for key, wordings in lexicon.hints(claim.lang, figure.kind.value).items()
        if any(f" {w}" in text for w in wordings)
    ]
    return found[0] if len(found) == 1 else ""


def _spoken_of(claim: Claim, kind: Kind) -> set[str]:
    words = measure_words(claim.lang)
    if words is None:
        return set()
    forms = {t.text.casefold() for t in claim.tokens} | {base(t) for t in claim.tokens}
    text = "".join(f" {t.text.casefold()}" for t in claim.tokens)
    hinted = {
        key
        for key, wordings in lexicon.hints(claim.lang, kind.value).items()
        if any(f" {w}" in text for w in wordings)
    }
    return hinted | {
        c.key
        for c in words.concepts
        if kind in c.kinds
        and (
            forms & c.nouns
            or any(f.endswith(e) for f in forms for e in c.endings)
            or (kind is not Kind.COUNT and any(f" {p}" in text for p in c.phrases))
        )
    }


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
    if a.part_of != b.part_of and not (a.noun and a.noun == b.noun):
        return _excluded(say("die eine ist ein Teil der anderen", "one is a part of the other"))
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
    if figure.kind in {Kind.ORDINAL, Kind.TIMES, Kind.AGE} or figure.written == CLOCK:
        return ""
    before = [t for t in claim.tokens if t.end <= figure.start][-5:]
    held = False  # "der bisherige Satz von 430": what stands before the noun holds for the figure
    for token in reversed(before):
        word = token.text.casefold()
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            break
        if token.pos in {"NOUN", "PROPN"}:
            if not held:
                break
            held = False
            continue
        held = held or word in lexicon.words(claim.lang, "of")
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
    common = overlap(first, second, pair.left.lang)
    return len(common) / fewer if len(common) >= _LEAST else 0.0


def nearly_equal(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether two claims are the same but for the figures."""
    if pair.left.lang != pair.right.lang:
        return False
    first, second = content(pair.left, left), content(pair.right, right)
    more = max(len(first), len(second))
    return more >= _LEAST and len(overlap(first, second, pair.left.lang)) / more >= _NEARLY


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
