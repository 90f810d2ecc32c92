"""Evidence that two figures measure one thing where neither nouns nor concepts say so.

"Die Begegnung war für 27 Minuten unterbrochen" and "Eine Dreiviertelstunde ruhte der Ball" share
no word; but each is the only stretch of minutes its article gives of that day.  "Rund 1900
Anleger" and "2900 Geschädigte" share none either, but the sentences around them do.  And nobody
writes 187,000 and 1.87 million of two things in one story by accident.  Such evidence makes a
warning, never an error: what is missing is said.

Floor 3 (compare).
Sources: which signs tell, and from where on, was read off annotated stories of our own
(tests/gate), by cross-validation over stories.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from checker.compare._bonds import ONE_THING, UNDER, Bond, bond, words_alike
from checker.compare._intervals import agree
from checker.compare._kinship import digits
from checker.compare._scope import sums_up
from checker.compare._words import say
from checker.language.meanings import exclude, meanings
from checker.model import Claim, Figure, Ground, Kind, Pair, Standing

#: Kinds of which one text seldom gives two of different things in one sentence.
_MEASURED: Final = frozenset({
    Kind.DURATION, Kind.MONEY, Kind.PERCENT, Kind.DISTANCE, Kind.MASS, Kind.SPEED,
    Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME,
})  # fmt: skip
#: Stretches of time that can be those of one event of a day.
_HOURS: Final = Decimal(86400)
_MINUTES: Final = Decimal(300)
#: Factor up to which two values can be slips or estimates of one.
_NEAR: Final = Decimal("3.2")
#: Digits from which the same ones set otherwise are a slip of the pen, and from which they are
#: one whatever the words say.
_TELLING, _SURE = 2, 3
#: Weight of shared words: for digits set otherwise, for other measures, and where nouns differ.
_LITTLE, _MUCH, _MOST = 0.3, 0.9, 1.5
#: Share of the shorter sentence that has to be in the other as well.
_HALF: Final = 0.5
#: Factor up to which two values with the same digits are of one magnitude.
_MAGNITUDE: Final = Decimal(10)


def slip(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return why two values are hardly of two things: one has the digits of the other, reset.

    187,000 and 1.87 million cars, 84.000 and 48.000 euros; of small counts (14 and 41) chance
    makes too many such pairs.
    """
    if not reset(left, right) or pair.event.standing is Standing.EXCLUDED:
        return None
    shared = around(pair)
    distinct = len(set(digits(_value(left))))
    known = words_alike(left.of.noun, pair.left.lang, right.of.noun, pair.right.lang)
    if left.kind in _MEASURED:
        enough = shared.shared >= _LITTLE
    elif distinct >= _SURE:
        enough = shared.shared >= _LITTLE or known is None or known > 0
    else:
        enough = bool(known) or shared.shared >= _MOST
    if left.kind is Kind.COUNT and distinct < _SURE and sums_up(pair.left) != sums_up(pair.right):
        return None  # "vierzehn Festnahmen", "insgesamt 41": one may be a part of the other
    if _tenth(pair):
        return None
    if not enough or opposed(pair.left, left, pair.right, right):
        return None
    return _ground(
        Standing.ESTABLISHED if shared.shared >= _MUCH else Standing.POSSIBLE,
        "dieselben Ziffern, anders gesetzt",
        "the same digits, set otherwise",
        shared,
    )


def evidence(pair: Pair, left: Figure, right: Figure) -> Ground | None:
    """Return why two figures of one kind probably measure one thing, None if little says so."""
    if pair.event.standing is not Standing.ESTABLISHED or _elsewhere(pair, left, right):
        return None
    if opposed(pair.left, left, pair.right, right):
        return None
    nouns = words_alike(left.of.noun, pair.left.lang, right.of.noun, pair.right.lang)
    shared = around(pair)
    if not _commensurate(left, right):
        return None
    apart = nouns is not None and nouns < UNDER
    if left.kind is Kind.DURATION and not apart and _lone_stretch(pair, left, right):
        return _possible(
            "jeder der beiden Texte nennt für das Ereignis nur diese eine Dauer",
            "each of the two texts gives this one duration of the event only",
            shared,
        )
    measured = left.kind in _MEASURED and left.kind is not Kind.DURATION
    if measured and _may_be_one(nouns, shared, _MUCH) and shared.share >= _HALF:
        return _possible(
            "die Sätze handeln von derselben Sache", "the sentences are about one matter", shared
        )
    if left.kind is Kind.COUNT and shared.shared >= _MOST and _one_verb(pair, left, right):
        return _possible(
            "die Sätze handeln von derselben Sache", "the sentences are about one matter", shared
        )
    return None


def around(pair: Pair) -> Bond:
    """Return what two claims share besides their figures and times."""
    left, right = (
        (*((f.start, f.end) for f in c.figures), *((m.start, m.end) for m in c.moments))
        for c in (pair.left, pair.right)
    )
    return bond(pair.left, pair.right, pair.setting, without=(left, right))


def reset(left: Figure, right: Figure) -> bool:
    """Return whether two values have the same digits in another order or with the point moved.

    In another order they are of one magnitude; a point is moved by one place.
    """
    low, high = sorted((_value(left), _value(right)))
    if low <= 0 or not high.is_finite() or len(set(digits(low))) < _TELLING:
        return False
    if digits(low) == digits(high):
        return high / low == _MAGNITUDE
    return sorted(digits(low)) == sorted(digits(high)) and high / low < _MAGNITUDE


def _tenth(pair: Pair) -> bool:
    """Return whether a claim takes a percentage of something, so that digits repeat."""
    return any(f.kind is Kind.PERCENT for c in (pair.left, pair.right) for f in c.figures) and any(
        f.kind is Kind.MONEY for c in (pair.left, pair.right) for f in c.figures
    )


def _value(figure: Figure) -> Decimal:
    """Return the value a wording is about."""
    span = figure.hard if figure.hard.is_point else figure.soft
    return (span.low + span.high) / 2 if span.high.is_finite() else span.low


def _may_be_one(nouns: float | None, shared: Bond, least: float) -> bool:
    """Return whether nothing says that two things are counted, and enough that it is one."""
    if nouns is not None and nouns < ONE_THING:
        return shared.shared >= _MOST
    return shared.shared >= least or bool(nouns)


def _elsewhere(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether either value stands in the other source as well, said of something else."""
    known = pair.setting.figures
    return any(
        other.start != own.start and _agrees(figure, other)
        for figure, own, source in (
            (left, right, pair.right.source),
            (right, left, pair.left.source),
        )
        for other in known.get(source, ())
    )


def _agrees(one: Figure, other: Figure) -> bool:
    return (one.kind, one.unit) == (other.kind, other.unit) and agree(one, other)


def _commensurate(left: Figure, right: Figure) -> bool:
    low, high = sorted(abs(f.soft.low) for f in (left, right))
    return low > 0 and high.is_finite() and high / low <= _NEAR


def _lone_stretch(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether both durations are the only ones of their size, hours or minutes, of a deed.

    Whoever names the day of the one speaks perhaps of another deed.
    """
    if pair.left.modality != pair.right.modality or _dated(pair.left) or _dated(pair.right):
        return False
    return all(
        _MINUTES <= own.soft.low < _HOURS and _alike(pair, source, other) == 1
        for own, other, source in (
            (left, right, pair.left.source),
            (right, left, pair.right.source),
        )
    )


def _dated(claim: Claim) -> bool:
    """Return whether a claim names a day, or says that it often happens."""
    return any(m.weekday is not None or m.day is not None or m.role == "set" for m in claim.moments)


def _alike(pair: Pair, source: str, other: Figure) -> int:
    """Return how many different durations of a source can be that of another text."""
    own = [
        f
        for f in pair.setting.figures.get(source, ())
        if f.kind is Kind.DURATION and _commensurate(f, other)
    ]
    return len({(f.hard.low, f.hard.high) for f in own})


def _one_verb(pair: Pair, left: Figure, right: Figure) -> bool:
    likeness = words_alike(left.of.verb, pair.left.lang, right.of.verb, pair.right.lang)
    return (likeness or 0.0) >= ONE_THING


def opposed(left: Claim, one: Figure, right: Claim, other: Figure) -> bool:
    """Return whether the verbs that govern two figures exclude each other ("fuhren", "standen")."""
    if not one.of.verb or not other.of.verb:
        return False
    return exclude(
        meanings(one.of.verb.casefold(), left.lang), meanings(other.of.verb.casefold(), right.lang)
    )


def _possible(de: str, en: str, shared: Bond) -> Ground:
    return _ground(Standing.POSSIBLE, de, en, shared)


def _ground(standing: Standing, de: str, en: str, shared: Bond) -> Ground:
    words = ", ".join(dict.fromkeys(a for a, _, _ in shared.words[:3]))
    if words:
        return Ground(standing, say(f"{de}; gemeinsam: {words}", f"{en}; in common: {words}"))
    return Ground(standing, say(de, en))
