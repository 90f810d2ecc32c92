"""The figure of the second text that the first gives otherwise for the same thing.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import parts
from checker.compare._base import Conflict, Reading
from checker.compare._bound import figures
from checker.compare._content import base
from checker.compare._counterpart.deeds import deed_at, one_deed
from checker.compare._counterpart.statement import asserts, share_held
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._intervals import agree, allowed
from checker.compare._kinship import both_folk, kin_nouns
from checker.compare._stems import related
from checker.compare._words import bar, interval, plain, reading, say
from checker.model import Claim, Figure, Kind, Phrase

#: Share of what the second text says that the first must hold: where the counted thing or the deed
#: binds the figures, where both do.
_HELD: Final = Decimal("0.6")
_HELD_BOTH: Final = Decimal("0.4")
#: Two values as near as this share of the greater are roundings of one.
_NEAR: Final = Decimal("0.05")
#: Values up to which counts are not rounded.
_SMALL: Final = Decimal(100)
#: Factor above which two figures are of two things.
_FAR: Final = Decimal(50)
_LEFT_OUT: Final = frozenset({Kind.SCORE, Kind.OTHER, Kind.RATIO, Kind.FACTOR, Kind.POINTS})
_COUNTED: Final = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.TIMES})


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    figure: Figure


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield the figures of the second text for whose thing the first gives only others."""
    told = [_Told(c, f) for c in left if asserts(c) for f in figures(c)]
    known = [f for c in left for f in c.figures]
    for claim in right:
        if not asserts(claim):
            continue
        for figure in figures(claim):
            one = _Told(claim, figure)
            if figure.kind in _LEFT_OUT:
                continue
            if stands(figure, known) or _printed(figure, left):
                found = _bound_elsewhere(one, told, left)
            else:
                found = _counterpart(one, told, left)
            if found is not None:
                yield _conflict(*found, one)
                return


def stands(figure: Figure, known: Sequence[Figure]) -> bool:
    """Return whether figures of a text give a value, or two of them let one work it out."""
    ordinal = figure.kind is Kind.ORDINAL
    points = [f for f in known if f.hard.low.is_finite() and (f.kind is Kind.ORDINAL) == ordinal]
    if any(_one_value(figure, f) for f in points):
        return True
    alike = [f for f in points if f.unit == figure.unit]
    values = {f.soft.low for f in alike}
    return not ordinal and any(
        _within(figure, v) for a, b in combinations(sorted(values), 2) for v in _results(a, b)
    )


def _results(low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """Yield what two values make; of small ones only their sum, the rest is chance."""
    yield low + high
    if low > 0 and high > _SMALL:
        yield from (high - low, low * high, high / low)


def _printed(figure: Figure, left: Sequence[Claim]) -> bool:
    """Return whether the first text prints the numeral, whatever it was read as."""
    written = {w for w in figure.text.casefold().split() if w[:1].isdigit()}
    return any(t.text.casefold() in written for c in left for t in c.tokens)


def _one_value(one: Figure, other: Figure) -> bool:
    if one.unit == other.unit and one.kind is other.kind:
        if agree(one, other):
            return True
        ends = {one.hard.low, one.hard.high} & {other.hard.low, other.hard.high}
        if any(e.is_finite() for e in ends):
            return True
    low, high = sorted((abs(one.soft.low), abs(other.soft.low)))
    if low == high:
        return True
    return low > _SMALL and (high - low) <= high * _NEAR


def _within(figure: Figure, value: Decimal) -> bool:
    span = allowed(figure)
    return span.low <= value <= span.high


def _counterpart(
    one: _Told, told: Sequence[_Told], left: Sequence[Claim]
) -> tuple[_Told, Phrase] | None:
    """Return the figure of the first text that stands where `one` stands, and why it does."""
    figure = one.figure
    share = share_held(one.claim, left, [(figure.start, figure.end)])
    for other in told:
        if (other.figure.kind, other.figure.unit) != (figure.kind, figure.unit):
            continue
        if not _commensurate(figure, other.figure) or said_of_another(other.claim, one.claim):
            continue
        thing, deed = _one_thing(one, other), _done_alike(one, other)
        needed = _HELD_BOTH if thing and deed else _HELD
        if not (thing or (deed and figure.kind not in _COUNTED)) or share < needed:
            continue
        return other, _why(one, other, thing=bool(thing))
    return None


def _bound_elsewhere(
    one: _Told, told: Sequence[_Told], left: Sequence[Claim]
) -> tuple[_Told, Phrase] | None:
    """Return the count the first text gives for a noun whose count it gives for another one."""
    noun, lang = one.figure.of.noun, one.claim.lang
    alike = [t for t in told if t.figure.kind is one.figure.kind and t.claim.lang == lang]
    equal = [t for t in alike if _one_value(one.figure, t.figure)]
    if one.figure.kind is not Kind.COUNT or not noun or not equal:
        return None
    if any(not t.figure.of.noun or _may_be_one(t.figure.of.noun, noun, lang) for t in equal):
        return None
    others = [t for t in alike if t not in equal and lexicon.alike(t.figure.of.noun, noun, lang)]
    if len(others) != 1 or others[0].figure.of.part_of or one.figure.of.part_of:
        return None
    if share_held(one.claim, left, [(one.figure.start, one.figure.end)]) < _HELD:
        return None
    return others[0], say(
        f"„{equal[0].figure.text}“ steht im ersten Text bei „{equal[0].figure.of.noun}“",
        f'"{equal[0].figure.text}" stands with "{equal[0].figure.of.noun}" in the first text',
    )


def _may_be_one(first: str, other: str, lang: str) -> bool:
    """Return whether two nouns may count one thing after all."""
    return (
        lexicon.alike(first, other, lang)
        or related(first, other)
        or kin_nouns(first, other, lang)
        or {first.casefold(), other.casefold()} & lexicon.words(lang, "people") != set()
    )


def _commensurate(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(one.soft.low), abs(other.soft.low)))
    return low == 0 or high / low <= _FAR


def _one_thing(one: _Told, other: _Told) -> bool:
    """Return whether two figures count or measure one thing, by their nouns or concepts."""
    a, b, lang = one.figure.of, other.figure.of, one.claim.lang
    if lang != other.claim.lang or a.part_of != b.part_of:
        return False
    mine, theirs = _governing(one), _governing(other)
    if mine and theirs:
        return lexicon.alike(mine, theirs, lang) or related(mine, theirs)
    if a.noun and b.noun:
        return (
            lexicon.alike(a.noun, b.noun, lang)
            or both_folk(a.noun, b.noun, lang)
            or kin_nouns(a.noun, b.noun, lang)
            or related(a.noun, b.noun)
            or _grouped(one, other)
            or _grouped(other, one)
        )
    return bool(a.concept) and a.concept == b.concept


def _governing(told: _Told) -> str:
    """Return the noun of which a figure is ("a population of 240,000"), empty if there is none."""
    before = [t for t in told.claim.tokens if t.end <= told.figure.start][-2:]
    of = lexicon.words(told.claim.lang, "measure_of")
    if len(before) < 2 or before[1].text.casefold() not in of or before[0].pos != "NOUN":
        return ""
    return base(before[0])


def _grouped(one: _Told, other: _Told) -> bool:
    """Return whether one counts people and names the group that the other counts beside them.

    "With 1000 people one of the largest contingents of troops", "730 troops".
    """
    lang, noun = one.claim.lang, one.figure.of.noun
    if noun.casefold() not in lexicon.words(lang, "people"):
        return False
    start = one.figure.start
    part = next((p for p in parts(one.claim) if p[0].start <= start < p[-1].end), ())
    return any(
        t.pos == "NOUN" and related(base(t), other.figure.of.noun)
        for t in part
        if t.start >= one.figure.end
    )


def _done_alike(one: _Told, other: _Told) -> bool:
    mine, theirs = (deed_at(t.claim, t.figure.start) for t in (one, other))
    return one_deed(one.claim, mine, other.claim, theirs)


def _why(one: _Told, other: _Told, *, thing: bool) -> Phrase:
    if thing:
        noun = one.figure.of.noun or other.figure.of.noun
        return say(
            f"der erste Text gibt für „{noun}“ keine andere Zahl, die dazu passt",
            f'the first text gives no figure for "{noun}" that fits',
        )
    return say("beide Angaben stehen bei derselben Tat", "both figures are of the same deed")


def _conflict(told: _Told, why: Phrase, said: _Told) -> Conflict:
    one, other = told.figure, said.figure
    a, b = interval(allowed(one), one.unit), interval(allowed(other), other.unit)
    sides = tuple(
        Reading(
            claim=t.claim,
            reads=reading(t.figure),
            marks=((t.figure.start, t.figure.end),),
            bar=bar(t.figure, allowed(t.figure)),
        )
        for t in (told, said)
    )
    noun = one.of.noun or other.of.noun
    return Conflict(
        sides=sides,
        reckoning=(
            say(f"„{one.text}“ lässt zu: {a.de}", f'"{one.text}" allows {a.en}'),
            say(f"„{other.text}“ lässt zu: {b.de}", f'"{other.text}" allows {b.en}'),
            why,
        ),
        slots=(
            ("left", plain(one.text)),
            ("right", plain(other.text)),
            ("of", plain(noun) if noun else say("dieselbe Sache", "the same thing")),
        ),
        certainty="soft",
        about="figure:texts",
        topic="quantity",
        values=(str(one.hard), str(other.hard)),
    )
