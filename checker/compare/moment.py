"""The same happening at two times: days, weekdays, clock times.

Two times may also mean two happenings.  So the statements must be the same apart from the
time, or tell of the beginning or end of one state, before times are compared.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import Act, acts, known, same_act
from checker.compare._base import Comparer, Conflict, Reading, SharedWords
from checker.compare._content import base
from checker.compare._counterpart import times
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._stems import overlap
from checker.compare._time_slip import slip
from checker.compare._words import moment_reading, plain, say
from checker.compare.attribution import statement
from checker.language.once import once
from checker.model import NOTHING, Claim, Moment, Pair, Phrase, Standing

#: Days two beginnings of one state may lie apart before they are two states.
_NEAR_DAYS: Final = 21
#: Wordings too long to name the day something happened.
_COARSE = {"quarter", "half", "season", "decade", "century", "vague"}
#: Statements that assert nothing, or not yet.
_OPEN = {"question", "condition", "possibility", "demand"}
#: Minutes a clock time may lie before and after the one named, by how it is given.
_AROUND: Final = {"": (0, 0), "about": (20, 20), "before": (30, 5), "after": (5, 30)}
_WIDE: Final = (30, 30)
_HALF_DAY: Final = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(SharedWords):
    """Settings of the comparer."""


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the times that cannot both be those of one happening."""
    if not pair.left.moments or not pair.right.moments:
        return ()
    return _of_one_telling(pair, settings) or _slipped(pair)


def _of_one_telling(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the times of statements that are the same apart from them."""
    left, right = pair.left, pair.right
    if pair.setting.together and said_of_another(left, right):
        return ()
    if pair.event.standing is Standing.EXCLUDED:
        # that the days differ is no reason here: it is what two tellings of one deed disagree on
        return _of_one_act(pair, acts(left), acts(right)) if pair.event.days else ()
    started = _started(pair)
    if started is not None:
        return (started,)
    deeds = acts(left), acts(right)
    if any(deeds):
        return _of_one_act(pair, *deeds)
    if known(left.lang) and any(t.pos in {"VERB", "AUX"} for c in (left, right) for t in c.tokens):
        return ()
    if not _same_rest(left, right, settings):
        return ()
    for mine, other in _comparable(left, right):
        found = _apart(mine, other)
        if found is not None:
            return (_conflict(pair, mine, other, found),)
    return ()


def _slipped(pair: Pair) -> tuple[Conflict, ...]:
    """Return two times that differ in one part only, as one time written wrong does."""
    left, right = pair.left, pair.right
    if pair.event.standing is Standing.EXCLUDED and not pair.event.days:
        return ()
    if {left.modality, right.modality} & _OPEN or "denied" in {left.polarity, right.polarity}:
        return ()
    if _zoned(left) or _zoned(right):
        return ()
    for mine, other in product(left.moments, right.moments):
        why = _apart(mine, other) if _comparable_roles(mine, other) else None
        shared = slip(pair, mine, other) if why is not None else None
        if why is None or shared is None:
            continue
        missing = pair.event.why if pair.event.standing is Standing.POSSIBLE else NOTHING
        found = _conflict(pair, mine, other, why)
        return (replace(found, reckoning=(why, shared), certainty="soft", missing=missing),)
    return ()


def _of_one_act(pair: Pair, mine: Sequence[Act], theirs: Sequence[Act]) -> tuple[Conflict, ...]:
    """Return that one deed is told with two times: the same verb or its kin, the same things."""
    left, right = pair.left, pair.right
    if left.lang != right.lang or "denied" in {left.polarity, right.polarity}:
        return ()
    if {left.modality, right.modality} & _OPEN:
        return ()
    for one in mine:
        for other in theirs:
            shared = same_act(left, right, one, other)
            times = _times_apart(left, right, one, other) if shared else None
            if times is None:
                continue
            a, b, why = times
            sure = len(shared) > 1 or base(one.token) == base(other.token)
            settled = pair.event.standing is Standing.ESTABLISHED
            step = say(
                f"beide erzählen dasselbe: {one.token.text} ({', '.join(sorted(shared)[:4])})",
                f"both tell the same: {one.token.text} ({', '.join(sorted(shared)[:4])})",
            )
            found = _conflict(pair, a, b, why)
            return (
                replace(
                    found,
                    reckoning=(why, step),
                    certainty="hard" if sure and settled else "soft",
                    missing=pair.event.why if pair.event.standing is Standing.POSSIBLE else NOTHING,
                ),
            )
    return ()


def _times_apart(
    left: Claim, right: Claim, one: Act, other: Act
) -> tuple[Moment, Moment, Phrase] | None:
    """Return the times of one deed that exclude each other; None if there are none.

    If both day and clock time differ, there were rather two happenings.
    """
    if _zoned(left) != _zoned(right):
        return None
    mine, theirs = _split(left, one), _split(right, other)
    days = [(a, b, _apart(a, b)) for a in mine[0] for b in theirs[0] if _comparable_roles(a, b)]
    clocks = [(a, b, clocks_apart(a, b)) for a in mine[1] for b in theirs[1]]
    if len(mine[0]) > 1 or len(theirs[0]) > 1 or len(mine[1]) > 1 or len(theirs[1]) > 1:
        return None
    apart = [(a, b, why) for a, b, why in (*days, *clocks) if why is not None]
    if len(apart) != 1:
        return None
    a, b, why = apart[0]
    return a, b, why


def _comparable_roles(one: Moment, other: Moment) -> bool:
    return one.role == other.role and not _night_before(one, other)


def _split(claim: Claim, act: Act) -> tuple[list[Moment], list[Moment]]:
    """Return the days and the clock times bound to a deed; windows and habits are neither."""
    own = [m for m in act.moments if m.role in {"point", "since", "until"}]
    days = [m for m in own if m.clock is None or m.weekday is not None or m.day is not None]
    clocks = [m for m in own if m.clock is not None]
    return days, clocks


def _night_before(one: Moment, other: Moment) -> bool:
    """Return whether only one wording names a night, which belongs to two days."""
    nights = [any(w in m.text.casefold() for w in ("nacht", "night")) for m in (one, other)]
    if nights[0] == nights[1]:
        return False
    days = [_weekday(m) for m in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return (days[0] - days[1]) % 7 in {0, 1, 6}


def _weekday(moment: Moment) -> int | None:
    if moment.weekday is not None:
        return moment.weekday
    single = moment.low is not None and moment.precision in {"day", "daypart"}
    return moment.low.weekday() if single and moment.low is not None else None


@once
def _zoned(claim: Claim) -> bool:
    """Return whether a claim names the zone its clock times are in ("Ortszeit", "BST")."""
    return bool(lexicon.has_phrase(claim.quote, claim.lang, "time_zones"))


def texts(
    left: Sequence[Claim], right: Sequence[Claim], settings: Settings
) -> tuple[Conflict, ...]:
    """Return the dates of the second text that the first gives otherwise."""
    return tuple(times.compare(left, right))


def _started(pair: Pair) -> Conflict | None:
    """Return that one state began at two times: "since Tuesday" against "begins on Wednesday"."""
    for first, second, flipped in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        since = [m for m in first.moments if m.role == "since" and _day_known(m)]
        begun = [m for m in second.moments if m.role in {"point", "since"} and _day_known(m)]
        if len(since) != 1 or not begun or not _begins(second):
            continue
        mine, other = since[0], begun[0]
        if other.role == "since" and second.moment is not None and other is not second.moment:
            continue
        assert mine.low is not None
        assert other.low is not None
        gap = abs((mine.low.date() - other.low.date()).days)
        if not 0 < gap <= _NEAR_DAYS or not _same_state(first, second):
            continue
        one, two = (other, mine) if flipped else (mine, other)
        return _conflict(pair, one, two, _days(one, two))
    return None


def _day_known(moment: Moment) -> bool:
    return moment.low is not None and moment.precision in {"day", "daypart", "hour", "minute"}


def _begins(claim: Claim) -> bool:
    """Return whether a claim says that something begins."""
    begin = lexicon.words(claim.lang, "begin")
    if any(t.text.casefold() in lexicon.words(claim.lang, "resuming") for t in claim.tokens):
        return False
    return any(t.text.casefold() in begin or t.lemma.casefold() in begin for t in claim.tokens)


def _same_state(first: Claim, second: Claim) -> bool:
    """Return whether two claims share a noun that is no time."""
    nouns = [
        _prohibition(c)
        | frozenset(
            t.lemma.casefold()
            for t in c.tokens
            if t.pos == "NOUN" and not any(m.start <= t.start < m.end for m in c.moments)
        )
        for c in (first, second)
    ]
    return bool(overlap(nouns[0], nouns[1], first.lang))


def _prohibition(claim: Claim) -> frozenset[str]:
    """Return "verbot" for a claim that says somebody may not do something."""
    may = lexicon.words(claim.lang, "may")
    allowed = any(t.lemma.casefold() in may or t.text.casefold() in may for t in claim.tokens)
    return (
        frozenset(lexicon.words(claim.lang, "ban")) if allowed and claim.negations else frozenset()
    )


def _same_rest(left: Claim, right: Claim, settings: Settings) -> bool:
    """Return whether the claims state the same apart from their times."""
    if left.lang != right.lang:
        return False
    first, second = _without_times(left), _without_times(right)
    common = overlap(first, second, left.lang)
    fewer = min(len(first), len(second))
    return len(common) >= settings.least and Decimal(len(common)) / fewer >= settings.shared


@once
def _without_times(claim: Claim) -> frozenset[str]:
    times = [(m.start, m.end) for m in claim.moments]
    inside = {
        t.text.casefold()
        for t in claim.tokens
        if any(start <= t.start < end for start, end in times)
    }
    lemmas = {
        t.lemma.casefold()
        for t in claim.tokens
        if any(start <= t.start < end for start, end in times)
    }
    return statement(claim) - inside - lemmas


def _comparable(left: Claim, right: Claim) -> Iterator[tuple[Moment, Moment]]:
    """Yield pairs of times that may be of one happening: the claims' own times first."""
    mine = [m for m in _ordered(left) if m.role in {"point", "since", "until"}]
    theirs = [m for m in _ordered(right) if m.role in {"point", "since", "until"}]
    if len(mine) > 1 or len(theirs) > 1:
        # only the time of the claim's own event can be matched safely
        clocks = [[m for m in side if m.clock is not None] for side in (mine, theirs)]
        if len(clocks[0]) == 1 and len(clocks[1]) == 1 and _same_days(mine, theirs):
            yield clocks[0][0], clocks[1][0]
            return
        mine = [m for m in mine if m is left.moment or len(mine) == 1]
        theirs = [m for m in theirs if m is right.moment or len(theirs) == 1]
    for one in mine:
        for other in theirs:
            if one.role == other.role:
                yield one, other


def _same_days(mine: Sequence[Moment], theirs: Sequence[Moment]) -> bool:
    """Return whether the days two claims name are the same, or not named."""
    one = {m.text.casefold() for m in mine if m.clock is None}
    two = {m.text.casefold() for m in theirs if m.clock is None}
    return one == two or not one or not two


def _ordered(claim: Claim) -> tuple[Moment, ...]:
    return claim.moments


def _apart(mine: Moment, other: Moment) -> Phrase | None:
    """Return why two times exclude each other, None if they can be the same."""
    clocks = clocks_apart(mine, other)
    if clocks is not None:
        return clocks
    if mine.kind == "time" or other.kind == "time":
        return None
    if mine.precision in _COARSE or other.precision in _COARSE:
        return None
    if mine.resolved and other.resolved and mine.meets(other) is False:
        return _days(mine, other)
    if mine.resolved and other.resolved:
        return None
    if mine.day and other.day and mine.month and other.month:
        if (mine.day, mine.month) != (other.day, other.month):
            return _days(mine, other)
        return None
    if (
        mine.weekday is not None
        and other.weekday is not None
        and mine.weekday != other.weekday
        and not (mine.resolved or other.resolved)
    ):
        return _days(mine, other)
    return None


def clocks_apart(mine: Moment, other: Moment) -> Phrase | None:
    """Return why two clock times exclude each other, None if they can be one or one is missing."""
    if mine.clock is None or other.clock is None:
        return None
    if mine.low is not None and other.low is not None and mine.low.date() != other.low.date():
        return None
    first, second = _allowed(mine), _allowed(other)
    beyond = max(first[0] - second[1], second[0] - first[1])
    gap = max(mine.clock[0] - other.clock[1], other.clock[0] - mine.clock[1])
    if beyond <= 0 or (gap >= _HALF_DAY and beyond <= _HALF_DAY):
        return None  # "acht Uhr" may be 20 Uhr
    return say(
        f"zwischen „{mine.text}“ und „{other.text}“ liegen {gap} Minuten",
        f'{gap} minutes lie between "{mine.text}" and "{other.text}"',
    )


def _allowed(moment: Moment) -> tuple[int, int]:
    """Return the minutes of the day a clock time allows, hedges counted."""
    assert moment.clock is not None
    hedged = moment.approximate and not moment.modifier
    before, after = _AROUND["about"] if hedged else _AROUND.get(moment.modifier, _WIDE)
    return moment.clock[0] - before, moment.clock[1] + after


def _days(mine: Moment, other: Moment) -> Phrase:
    a, b = moment_reading(mine), moment_reading(other)
    return say(
        f"„{mine.text}“ ist {a.de}, „{other.text}“ ist {b.de}",
        f'"{mine.text}" is {a.en}, "{other.text}" is {b.en}',
    )


def _conflict(pair: Pair, mine: Moment, other: Moment, why: Phrase) -> Conflict:
    return Conflict(
        sides=(_reading(pair.left, mine), _reading(pair.right, other)),
        reckoning=(
            why,
            say("abgesehen von der Zeit sagen beide dasselbe",
                "apart from the time both say the same"),
        ),
        slots=(("left", plain(mine.text)), ("right", plain(other.text))),
        about="moment:" + ("clock" if mine.clock and other.clock else "day"),
        topic="quantity",
        values=(_key(mine), _key(other)),
    )  # fmt: skip


def _reading(claim: Claim, moment: Moment) -> Reading:
    return Reading(claim=claim, reads=moment_reading(moment), marks=((moment.start, moment.end),))


def _key(moment: Moment) -> str:
    if moment.clock is not None:
        return str(moment.clock)
    return moment.text if moment.low is None else moment.low.isoformat()


COMPARER: Final = Comparer(
    name="moment",
    settings=Settings,
    slots=("left", "right"),
    pair=compare,
    texts=texts,
    own=("time", "event", "scope"),
)
