"""Two figures of one thing whose wordings exclude each other.

Agreement is about what the wordings allow, not about digits.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._bound import concept
from checker.compare._circles import one_circle
from checker.compare._content import nearly_equal
from checker.compare._counterpart import counts, lives
from checker.compare._evidence import told, total, weights
from checker.compare._exchanged import exchanged
from checker.compare._intervals import Stand, allowed
from checker.compare._kinship import digits
from checker.compare._matches import Match, matches, rivals
from checker.compare._measure import PART
from checker.compare._shares import explained
from checker.compare._signs import Signs, reset, signs
from checker.compare._unreal import unreal
from checker.compare._words import amount, bar, interval, measure, plain, reading, say
from checker.model import NOTHING, Claim, Figure, Ground, Kind, Pair, Phrase, Standing

#: Strength from which words alone show that two figures measure one thing.
_ENOUGH: Final = 2
#: How far above the line the signs settle it.
_SURELY: Final = 1.5
#: How far below the line the words settle it where they name one measure.
_NAMED: Final = 1.8
#: Factor from which two limits are two.
_LIMITS_APART = Decimal("1.1")
#: Factor from which two round counts are not roundings of one.
_ROUNDED_APART = Decimal("1.4")
#: The same for counts from here on, one of which is told to two digits or more.
_FINE_APART, _MANY, _FINE = Decimal("1.15"), 1000, 2
_HEDGED = {"about", "nearly", "good"}
_ONE_SIDED = {"over", "at-least", "under", "at-most"}
#: Factor above which counts of two events that may be two are of two.
_FAR_APART = Decimal(5)
#: The same where both seem to be of one thing.
_VERY_FAR = Decimal(30)
#: Kinds whose "up to" names the greatest extent of one thing.
_EXTENTS = {Kind.DISTANCE, Kind.SPEED, Kind.MASS, Kind.TEMPERATURE, Kind.AREA, Kind.VOLUME}
#: Letters of a noun from which a compound that ends in it is a narrower one.
_LETTERS = 5
#: Factors a slip between Million, Milliarde, Billion or thousand makes.
_SLIPS = (Decimal(1000), Decimal(1_000_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        tolerance: Gap that still counts as agreement, a share of the smaller figure, 0 <= t < 1.
    """

    tolerance: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if not 0 <= self.tolerance < 1:
            raise ValueError(f"tolerance is a share, 0 <= tolerance < 1, got {self.tolerance}")


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the conflicts between figures of one thing."""
    if not pair.left.figures or not pair.right.figures:
        return ()
    found = []
    for match, faint in _told_of_one(pair):
        if _tolerated(match, settings.tolerance):
            continue
        rounded = rounded_apart(match) or altered(pair, match)
        if match.stand is not Stand.CONFLICT and not (rounded or limits_differ(pair, match)):
            continue
        if _shortened(pair, match) or _far(pair, match) or _otherwise(pair, match):
            continue
        one = conflict(pair, match)
        found.append(replace(one, cap="info") if faint else one)
    if not any(c.cap != "info" for c in found) and pair.event.standing is not Standing.EXCLUDED:
        found = [conflict(pair, match) for match in exchanged(pair)] or found
    return _swapped(found)


def texts(
    left: Sequence[Claim], right: Sequence[Claim], settings: Settings
) -> tuple[Conflict, ...]:
    """Return the figures of the second text for whose thing the first gives only others."""
    return (*counts.compare(left, right), *lives.compare(left, right))


def _told_of_one(pair: Pair) -> Iterator[tuple[Match, bool]]:
    """Yield figures that measure one thing, and whether that is too faint for an alarm.

    Of two texts told to be of one event the words decide; inside a story all signs are weighed,
    and each figure is held against the one of the other claim that most speaks for.
    """
    if pair.setting.together:
        yield from ((m, False) for m in matches(pair) if m.strength >= _ENOUGH)
        return
    line = weights().line
    held = [
        (total(s), m, s)
        for m in rivals(pair)
        for s in (signs(pair, m.left, m.right, m.ground, m.strength),)
    ]
    best: dict[tuple[str, int], tuple[int, float]] = {}
    for score, m, _ in held:
        for end in (("left", m.left.start), ("right", m.right.start)):
            best[end] = max(best.get(end, (0, score)), (m.strength, score))
    for score, m, s in held:
        if (m.strength, score) < max(best["left", m.left.start], best["right", m.right.start]):
            continue
        if score >= line or (m.strength >= _ENOUGH and score >= line - _NAMED):
            yield _grounded(m, s, sure=score >= line + _SURELY), False
        elif m.strength >= _ENOUGH:
            yield m, True


def _grounded(match: Match, found: Signs, *, sure: bool) -> Match:
    """Return the match with the ground its signs give it, where words alone give none."""
    if match.strength >= _ENOUGH and match.ground.standing is Standing.ESTABLISHED:
        return match
    standing = Standing.ESTABLISHED if sure else Standing.POSSIBLE
    ground = Ground(standing, told(found))
    return replace(match, ground=ground, strength=max(match.strength, _ENOUGH))


def _swapped(found: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Return the conflicts of one pair, two that only swap their values as one."""
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            if one.values == tuple(reversed(other.values)):
                rest = [c for c in found if c is not one and c is not other]
                return (_joined(one, other), *rest)
    return tuple(found)


def _joined(one: Conflict, other: Conflict) -> Conflict:
    sides = tuple(
        replace(a, marks=tuple(sorted({*a.marks, *b.marks})))
        for a, b in zip(one.sides, other.sides, strict=True)
    )
    remark = say(
        "dieselben beiden Werte stehen vertauscht: gleiche Summe, andere Zuordnung",
        "the same two values are swapped: same total, other things",
    )
    return replace(
        one,
        sides=sides,
        reckoning=tuple(dict.fromkeys((*one.reckoning, *other.reckoning, remark))),
        about="/".join(sorted((one.about, other.about))),
    )


def limits_differ(pair: Pair, match: Match) -> bool:
    """Return whether both wordings name a limit of the same kind, and name it differently.

    "Bis zu 58 Meter" and "bis zu 85 Meter" can both be true of one pier, but both name its
    greatest height; "Lastwagen mit mehr als 7,5 Tonnen" and "mit mehr als 3,5 Tonnen" name
    two classes.  Counts are left alone: "mehr als 2000" and "mehr als 4000" agree.
    """
    left, right = match.left, match.right
    if left.modifier != right.modifier or left.kind is Kind.COUNT:
        return False
    a, b = _limit(left), _limit(right)
    if a is None or b is None or min(a, b) <= 0 or max(a, b) / min(a, b) < _LIMITS_APART:
        return False
    if left.modifier == "at-most" and left.kind in _EXTENTS:
        return True
    return _limits_class(pair.left, left) and _limits_class(pair.right, right)


def rounded_apart(match: Match) -> bool:
    """Return whether two round counts of one thing are too far apart for one round count.

    "Rund 600" can be 650 and "rund 900" 850, but nobody rounds one count to both; and whoever
    writes "rund 8600" knows it to the hundred.
    """
    left, right = match.left, match.right
    if left.kind is not Kind.COUNT or not {left.modifier, right.modifier} <= _HEDGED:
        return False
    low, high = sorted((f.soft.low + f.soft.high) / 2 for f in (left, right))
    if match.strength < 3 or low <= 0:
        return False
    fine = low >= _MANY and any(len(digits(_named(f))) >= _FINE for f in (left, right))
    return high / low >= (_FINE_APART if fine else _ROUNDED_APART)


def _named(figure: Figure) -> Decimal:
    """Return the value a hedged wording names."""
    if figure.modifier == "nearly":
        return figure.hard.high
    return figure.hard.low if figure.modifier == "good" else figure.soft.low + figure.soft.high


def altered(pair: Pair, match: Match) -> bool:
    """Return whether a copy changed a figure: the same words but for the value, hedged alike.

    "Rund 6800 Menschen mussten ihre Wohnungen verlassen" and the same sentence with 8600: what
    "rund" allows does not matter, because one text was taken from the other.
    """
    left, right = match.left, match.right
    if {left.modifier, right.modifier} != {"about"}:
        return False
    low, high = sorted((f.soft.low + f.soft.high) / 2 for f in (left, right))
    return low > 0 and high / low >= _LIMITS_APART and nearly_equal(pair, left, right)


def _limit(figure: Figure) -> Decimal | None:
    """Return the value a one-sided wording names, None for other wordings."""
    if figure.modifier in {"at-most", "under"}:
        return figure.hard.high
    if figure.modifier in {"over", "at-least"}:
        return figure.hard.low
    return None


def _limits_class(claim: Claim, figure: Figure) -> bool:
    """Return whether a figure says which things are meant ("Lastwagen mit mehr als 3,5 t")."""
    before = [t for t in claim.tokens if t.end <= figure.start][-2:]
    return (
        len(before) == 2
        and before[0].pos in {"NOUN", "PROPN"}
        and before[1].text.casefold() in lexicon.words(claim.lang, "class")
    )


def _tolerated(match: Match, tolerance: Decimal) -> bool:
    gap = match.left.hard.gap(match.right.hard)
    least = min(abs(match.left.hard.low), abs(match.right.hard.low))
    return tolerance > 0 and 0 < gap <= tolerance * least


def conflict(pair: Pair, match: Match) -> Conflict:
    """Return the conflict of two figures with every step of its reckoning."""
    left, right = match.left, match.right
    sides = (side(pair.left, left), side(pair.right, right))
    unit = left.unit
    a, b = interval(allowed(left), unit), interval(allowed(right), unit)
    steps = [
        say(f"„{left.text}“ lässt zu: {a.de}", f'"{left.text}" allows {a.en}'),
        say(f"„{right.text}“ lässt zu: {b.de}", f'"{right.text}" allows {b.en}'),
        _meeting(left, right, a, b),
        match.ground.why,
    ]
    slip = _slip(left, right)
    if slip is not None:
        steps.append(slip)
    return Conflict(
        sides=sides,
        reckoning=tuple(steps),
        slots=(
            ("left", plain(left.text)),
            ("right", plain(right.text)),
            ("of", of(left, right)),
        ),
        certainty="hard"
        if match.stand is Stand.CONFLICT or altered(pair, match) or not rounded_apart(match)
        else "soft",
        measure=match.ground,
        about=about(left, right, concept(pair.left, left), concept(pair.right, right)),
        alike=nearly_equal(pair, left, right),
        topic=_topic(match),
        values=(str(left.hard), str(right.hard)),
        missing=match.ground.why if match.ground.standing is Standing.POSSIBLE else NOTHING,
    )


def _far(pair: Pair, match: Match) -> bool:
    """Return whether two counts are too far apart where event or measure may not be the same.

    Two firefighters treated and 140 deployed are two groups, not two counts of one.
    """
    sure = (pair.event.standing, match.ground.standing) == (Standing.ESTABLISHED,) * 2
    if match.left.kind is not Kind.COUNT or reset(match.left, match.right):
        return False
    low, high = sorted((match.left.soft.low, match.right.soft.low))
    if low == 0:
        return not sure
    return high / low > (_VERY_FAR if sure and low.is_finite() else _FAR_APART)


def _otherwise(pair: Pair, match: Match) -> bool:
    """Return whether another reason explains that two figures of one thing differ.

    One follows from the counts of the other claim; one is of what would have been; one is what
    may not be exceeded, said with a "not".
    """
    left, right = pair.left, pair.right
    if explained(left, match.right) or explained(right, match.left):
        return True
    if unreal(left) != unreal(right) or _part_of_them(pair, match) or _circle(pair, match):
        return True
    if any(lexicon.has_phrase(c.quote, c.lang, "peak") for c in (left, right)):
        return True  # the greatest number there was is that of another hour
    one_sided = {match.left.modifier, match.right.modifier} & _ONE_SIDED
    return bool(one_sided) and left.polarity != right.polarity


def _part_of_them(pair: Pair, match: Match) -> bool:
    """Return whether fewer of a narrower sort are counted: 19 "Leichtverletzte", 22 "Verletzte"."""
    left, right = match.left, match.right
    if left.kind is not Kind.COUNT:
        return False
    few, many = sorted((left, right), key=lambda f: f.soft.low)
    narrow, broad = few.of.noun.casefold(), many.of.noun.casefold()
    sort = narrow.removesuffix(broad)
    return len(broad) >= _LETTERS and sort in lexicon.words(pair.left.lang, "narrowing_sorts")


def _circle(pair: Pair, match: Match) -> bool:
    """Return whether one is the radius, the other the diameter of one circle."""
    left, right = pair.left, pair.right
    return one_circle(match.left, left.tokens, left.lang, match.right, right.tokens, right.lang)


def _shortened(pair: Pair, match: Match) -> bool:
    """Return whether a headline only left out "more than" or "fewer than"."""
    if "headline" not in {pair.left.part, pair.right.part}:
        return False
    bounds = {match.left.hard.low, match.left.hard.high}
    return bool(bounds & {match.right.hard.low, match.right.hard.high})


def _topic(match: Match) -> str:
    """Return what sort of thing the figures are: a part, a count, or something measured."""
    if match.ground.why == PART:
        return "part"
    return "count" if match.left.kind is Kind.COUNT else "quantity"


def side(claim: Claim, figure: Figure) -> Reading:
    """Return the reading of one figure of a claim."""
    return Reading(
        claim=claim,
        reads=reading(figure),
        marks=((figure.start, figure.end),),
        bar=bar(figure, allowed(figure)),
    )


def of(left: Figure, right: Figure) -> Phrase:
    """Return what both figures are of: the measure in words, else the noun of the left one."""
    known = measure(left.of.concept or right.of.concept)
    if known is not None:
        return known
    name = left.of.noun or right.of.noun
    return plain(name) if name else say("dieselbe Sache", "the same thing")


def about(left: Figure, right: Figure, mine: str = "", other: str = "") -> str:
    """Return a key of the measure, the same for both orders; concepts go before nouns."""
    names = sorted(
        {mine or left.of.concept or left.of.noun, other or right.of.concept or right.of.noun}
    )
    return f"{left.kind}:{'/'.join(names).casefold()}"


def _meeting(left: Figure, right: Figure, a: Phrase, b: Phrase) -> Phrase:
    gap = allowed(left).gap(allowed(right))
    if allowed(left).meets(allowed(right)) and left.modifier == "about":
        return say(
            "beides sind gerundete Angaben; dieselbe Zahl rundet niemand auf beide",
            "both are round figures; nobody rounds one number to both",
        )
    if allowed(left).meets(allowed(right)):
        return say(
            "beide nennen die Grenze, und nennen sie verschieden",
            "both name the limit, and name it differently",
        )
    if gap == 0:
        return say(
            f"{a.de} und {b.de} haben keinen gemeinsamen Wert",
            f"{a.en} and {b.en} have no value in common",
        )
    distance = amount(gap, left.unit)
    return say(
        f"{a.de} und {b.de} treffen sich nicht; dazwischen liegen {distance.de}",
        f"{a.en} and {b.en} do not meet; {distance.en} lie between them",
    )


def _slip(left: Figure, right: Figure) -> Phrase | None:
    """Return a remark if only the scale word differs (Milliarden, Billionen)."""
    low, high = sorted((left.hard.low, right.hard.low))
    if low > 0 and high / low in _SLIPS:
        return say(
            f"die Ziffern sind dieselben, die Größenordnung weicht um das {high / low:f}-Fache ab",
            f"the digits are the same, the scale differs by a factor of {high / low:f}",
        )
    return None


COMPARER: Final = Comparer(
    name="figure", settings=Settings, slots=("left", "right", "of"), pair=compare, texts=texts,
    alike=True,
)  # fmt: skip
