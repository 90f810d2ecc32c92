"""The date of the second text that the first gives otherwise.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from checker.compare._acts import parts
from checker.compare._base import Conflict, Reading
from checker.compare._content import base
from checker.compare._counterpart.dates import Dated, dates
from checker.compare._counterpart.deeds import named_deeds, one_deed
from checker.compare._counterpart.statement import Span, asserts, brief, says_no_more, share_held
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._stems import overlap, related
from checker.compare._words import moment_reading, plain, say
from checker.model import Claim, Kind, Moment, Phrase, Token

#: Share of what the second text says that the first must hold before its dates are compared:
#: where nothing else binds them, where both are of one deed, where only one part is off.
_HELD: Final = Decimal("0.7")
_HELD_DEED: Final = Decimal("0.5")
_HELD_SLIP: Final = Decimal("0.3")
_COPULAS: Final = frozenset({"be", "sein"})
_THINGS: Final = frozenset({"NOUN", "PROPN"})
_YEAR: Final = Decimal(365 * 86400)
_BORN: Final = "born"
_LIFE: Final = frozenset({"born", "die"})
_EDGES: Final = frozenset({"begin", "end"})
_NARROW: Final = frozenset({"day", "month", "year"})
#: From the finest to the coarsest; a time is held against those at least as fine.
_PRECISION: Final = ("day", "month", "year", "decade", "century")
#: Words behind a year up to the noun that it tells apart ("a 2016 American horror film").
_NOUN_AFTER: Final = 6
#: Digits by which two years may differ and still be one slip of the pen.
_ONE_DIGIT: Final = 1


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield the dates of the second text that no date of the first allows.

    A date that agrees with none, though the first text gives one for the same deed, or one as
    precise while it tells the same, is another date.
    """
    told = [d for c in left if asserts(c) for d in dates(c)]
    if not told:
        return
    for claim in right:
        if not asserts(claim):
            continue
        for one in dates(claim):
            found = _described(one, told) if one.attribute else _counterpart(one, told, left, claim)
            if found is not None:
                other, why = found
                yield _conflict(other, one, why)
                return


def _described(one: Dated, told: Sequence[Dated]) -> tuple[Dated, Phrase] | None:
    """Return the year by which the first text tells apart what the second does by another.

    "Is a 2016 horror film", "is a 2014 film"; a year in brackets may be of another thing's name.
    """
    noun = _noun_of(one)
    if noun is None or any(_agree(d.moment, one.moment) for d in told):
        return None
    for other in (d for d in told if d.attribute):
        theirs = _noun_of(other)
        if theirs is None or said_of_another(other.claim, one.claim):
            continue
        if related(base(noun), base(theirs)):
            return other, say(
                f"beide Jahre stehen bei „{noun.text}“", f'both years stand with "{noun.text}"'
            )
    return None


def _noun_of(dated: Dated) -> Token | None:
    """Return the last noun of the predicate that a bare year belongs to, None if it has none."""
    tokens = dated.claim.tokens
    at = next(i for i, t in enumerate(tokens) if t.start == dated.moment.start)
    if not any(base(t) in _COPULAS for t in tokens[max(0, at - 3) : at]):
        return None
    nouns: list[Token] = []
    for token in tokens[at + 1 : at + 1 + _NOUN_AFTER]:
        if token.pos not in {"NOUN", "ADJ", "PROPN"}:
            break
        nouns.append(token)
    return next((t for t in reversed(nouns) if t.pos == "NOUN"), None)


def _counterpart(
    one: Dated, told: Sequence[Dated], left: Sequence[Claim], claim: Claim
) -> tuple[Dated, Phrase] | None:
    """Return the date of the first text that stands where `one` stands, and why it does."""
    agreeing = [d for d in told if _agree(d.moment, one.moment)]
    of_deed = [d for d in told if _one_deed(d, one)]
    if agreeing:
        return _bound_elsewhere(one, agreeing, of_deed)
    for other in told:
        if _before_birth(one, other) or _before_birth(other, one):
            return other, say(
                "niemand tut etwas vor seiner Geburt", "nobody does a thing before being born"
            )
    near = [
        d
        for d in told
        if _as_precise(d.moment, one.moment) and (one.key in _LIFE or d.key not in _LIFE)
    ]
    if not near or _worked_out(one, told, left):
        return None
    spans = [(d.moment.start, d.moment.end) for d in dates(claim)]
    share = share_held(claim, left, spans)
    same = [d for d in near if d in of_deed and not said_of_another(d.claim, claim)]
    if same and (one.key in _LIFE or _rest_held(one, spans, left) >= _HELD_DEED):
        best = max(same, key=lambda d: (_like(d.moment, one.moment), -d.moment.start))
        return best, say(f"beide Daten gelten: {best.of.de}", f"both dates are of: {best.of.en}")
    if (one.key in _LIFE and any(d.key in _LIFE for d in near)) or not brief(left):
        return None  # the other end of a life, or a text with dates of many things
    slips = [d for d in near if _slip(d.moment, one.moment) and _beside(d, claim)]
    pool = slips or near
    best = max(pool, key=lambda d: (_like(d.moment, one.moment), -d.moment.start))
    if share < (_HELD_SLIP if slips else _HELD) or said_of_another(best.claim, claim):
        return None
    return best, say(
        "kein Datum des ersten Textes passt zu dem des zweiten",
        "no date of the first text fits that of the second",
    )


def _rest_held(one: Dated, spans: Sequence[Span], left: Sequence[Claim]) -> Decimal:
    """Return the share of what a claim says besides its dates and the deed that the first holds.

    Where it says no more than of what ("Night Train came out in 2010"), the event is what is given.
    """
    deed = one.deed
    own = [*spans, *((f.start, f.end) for f in one.claim.figures)]
    if deed is not None:
        own.append((deed.start, deed.end))
    if deed is not None and says_no_more(one.claim, left, own):
        return Decimal(1)
    return max(share_held(one.claim, left, some) for some in (own, spans))


def _before_birth(deed: Dated, birth: Dated) -> bool:
    """Return whether a deed has a date before the birth of whom the other claim has do it."""
    if birth.key != _BORN or deed.key in _LIFE or deed.deed is None:
        return False
    high, low = deed.moment.high, birth.moment.low
    if high is None or low is None or high > low or said_of_another(deed.claim, birth.claim):
        return False
    return any(one_deed(deed.claim, deed.deed, birth.claim, t) for t in named_deeds(birth.claim))


def _bound_elsewhere(
    one: Dated, agreeing: Sequence[Dated], of_deed: Sequence[Dated]
) -> tuple[Dated, Phrase] | None:
    """Return the date the first text gives for a deed whose date it gives for another one.

    "The vote is set for 30 October", "he announced it on 14 July": the vote is not on 14 July.
    """
    if one.deed is None or any(_one_deed(d, one) for d in agreeing):
        return None
    day = all(d.moment.precision == "day" for d in (*agreeing, one))
    years = all(d.moment.precision in _NARROW for d in (*agreeing, one))
    if day and one.key != _BORN and all(d.key == _BORN for d in agreeing):
        return agreeing[0], say(
            f"an diesem Tag war die Geburt; „{_word(one)}“ war an einem anderen",
            f'that was the day of birth; "{_word(one)}" was on another',
        )
    others = [
        d
        for d in of_deed
        if d.fixed and _as_precise(d.moment, one.moment) and not _agree(d.moment, one.moment)
    ]
    if not years or not others or not one.fixed or not one.key:
        return None
    if any(d.deed is None for d in agreeing):
        return None
    found = others[0]
    return found, say(
        f"der erste Text gibt dieses Datum für „{_word(agreeing[0])}“, für „{_word(found)}“ ein"
        " anderes",
        f'the first text gives that date for "{_word(agreeing[0])}", and another for'
        f' "{_word(found)}"',
    )


def _word(dated: Dated) -> str:
    return dated.deed.text if dated.deed is not None else dated.of.en


def _one_deed(told: Dated, said: Dated) -> bool:
    if told.key and told.key == said.key:
        return True
    if told.moment.role == "span" and said.key in _EDGES and told.key not in _LIFE:
        return True  # what lasted from 1914 to 1918 began and ended then
    return one_deed(told.claim, told.deed, said.claim, said.deed)


def _beside(told: Dated, claim: Claim) -> bool:
    """Return whether something of what a claim is about stands in the same part as a date."""
    start = told.moment.start
    part = next((p for p in parts(told.claim) if p[0].start <= start < p[-1].end), ())
    nouns = frozenset(base(t) for t in part if t.pos in _THINGS) - _within(told.claim)
    own = frozenset(base(t) for t in claim.tokens if t.pos in _THINGS) - _within(claim)
    return not nouns or bool(overlap(nouns, own, claim.lang))


def _within(claim: Claim) -> frozenset[str]:
    """Return the base forms inside the dates of a claim."""
    return frozenset(
        base(t) for t in claim.tokens if any(m.start <= t.start < m.end for m in claim.moments)
    )


def _agree(one: Moment, other: Moment) -> bool:
    """Return whether two dates can be one; a month without a year needs another month for that."""
    if one.resolved and other.resolved:
        for edge, span in ((one, other), (other, one)):
            if span.role == "span" and edge.role in {"since", "until"}:
                return _edges_meet(edge, span)
        return one.meets(other) is not False
    if None in {one.month, other.month}:
        return False
    return one.month == other.month and (one.day == other.day or None in {one.day, other.day})


def _edges_meet(edge: Moment, span: Moment) -> bool:
    """Return whether a "since" or "until" names the year in which a span begins or ends."""
    if edge.role == "since":
        return edge.low is None or span.low is None or edge.low.year == span.low.year
    if edge.high is None or span.high is None:
        return True
    first, last = edge.high - timedelta(days=1), span.high - timedelta(days=1)
    return first.year == last.year


def _as_precise(told: Moment, said: Moment) -> bool:
    if not (told.resolved and said.resolved) and None in {told.month, said.month}:
        return False
    if told.precision in _PRECISION and said.precision in _PRECISION:
        return _PRECISION.index(told.precision) <= max(1, _PRECISION.index(said.precision))
    return told.precision in {"day", "month"} or told.precision == said.precision


def _slip(one: Moment, other: Moment) -> bool:
    """Return whether two dates share a part, or are years that differ in one digit."""
    return _like(one, other) > 0 or _one_off(one, other)


def _one_off(one: Moment, other: Moment) -> bool:
    """Return whether the years of two dates differ in a digit or only in the order of digits."""
    return any(
        sum(x != y for x, y in zip(a, b, strict=False)) == _ONE_DIGIT or sorted(a) == sorted(b)
        for a in _years(one)
        for b in _years(other)
    )


def _years(moment: Moment) -> set[str]:
    """Return the years in which a time begins and ends."""
    last = None if moment.high is None else moment.high - timedelta(days=1)
    return {str(day.year) for day in (moment.low, last) if day is not None}


def _like(one: Moment, other: Moment) -> int:
    """Return how many parts of a date two wordings share."""
    same_year = one.low is not None and other.low is not None and one.low.year == other.low.year
    return (
        same_year
        + (one.month is not None and one.month == other.month)
        + (one.day is not None and one.day == other.day)
    )


def _worked_out(one: Dated, told: Sequence[Dated], left: Sequence[Claim]) -> bool:
    """Return whether a year follows from one of the first text and a length it gives.

    "Still in 1994, 12 years after the defeat": the defeat was in 1982.
    """
    if one.moment.low is None:
        return False
    year = one.moment.low.year
    lengths = {
        int(f.hard.low / _YEAR) if f.kind is Kind.DURATION else int(f.hard.low)
        for c in left
        for f in c.figures
        if f.hard.low.is_finite()
    }
    years = {d.moment.low.year for d in told if d.moment.low is not None}
    return any(abs(year - y) in lengths - {0} for y in years)


def _conflict(told: Dated, said: Dated, why: Phrase) -> Conflict:
    a, b = moment_reading(told.moment), moment_reading(said.moment)
    sides = tuple(
        Reading(claim=d.claim, reads=r, marks=((d.moment.start, d.moment.end),))
        for d, r in ((told, a), (said, b))
    )
    return Conflict(
        sides=sides,
        reckoning=(
            say(f"„{told.moment.text}“ ist {a.de}, „{said.moment.text}“ ist {b.de}",
                f'"{told.moment.text}" is {a.en}, "{said.moment.text}" is {b.en}'),
            why,
        ),
        slots=(("left", plain(told.moment.text)), ("right", plain(said.moment.text))),
        about="moment:texts",
        topic="quantity",
        values=(_key(told.moment), _key(said.moment)),
    )  # fmt: skip


def _key(moment: Moment) -> str:
    return moment.text if moment.low is None else moment.low.isoformat()
