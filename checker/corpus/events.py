"""Say of each claim which occurrence it tells of.

An article has one main event and speaks of others on the way: last year's figures, the first
round, what happened "bereits im Januar".  Those are what look-alikes are made of.  So each
claim is placed: it tells of the article's main event, of an earlier one, of another stage of
the matter, or of what is still ahead; a plain sentence without time of its own belongs to the
main event.  Nothing here compares claims; `grounds` does.

Floor 3 (corpus).  The words live in ``rules/language/*.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from checker.corpus.event_words import WORD, find, kinds_named, markers, topics
from checker.corpus.main_event import COARSE, ELSEWHEN, Main, day_after, day_of
from checker.language.data import language_data, languages
from checker.model import Claim, Moment

#: The stage of a matter at which somebody asks for something.
DEMAND: Final = "demand"
#: Fine tags of past participles, STTS and C5.
_PARTICIPLES: Final = frozenset({"VVPP", "VAPP", "VMPP", "VVN", "VBN", "VHN", "VDN"})

#: Times that, behind "aus" or "of", say how old a thing is: "Münzen aus dem 14. Jahrhundert".
_OF_A_THING: Final = frozenset({"year", "decade", "century"})
#: Fine tags of relative pronouns, STTS.
_RELATIVES: Final = frozenset({"PRELS", "PRELAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Which occurrence a claim tells of.

    Attributes:
        kinds: Kinds of event the claim's words name.
        low: First day the claim itself states for it, None if it states none that is known.
        high: Day after the last.
        words: The claim's expression of time, empty if none.
        earlier: Words that place it before the main event, empty if none do.
        marked: Whether words alone do so ("im Vorjahr", "damals"), not a date.
        ahead: Whether it lies clearly after the main event.
        stage: Stage of the matter (draft, first-round, rehearsal ...), empty if none is named.
        stage_words: Words that name the stage.
        counting: Words that show a count still going on, empty if none.
        birth: Whether the time is somebody's birth or the building of something.
        weekday: Weekday of its day (Monday = 0), None if it is no single day.
        date: Month and day of its day, known even if the year is not.
    """

    kinds: frozenset[str] = frozenset()
    low: datetime | None = None
    high: datetime | None = None
    words: str = ""
    earlier: str = ""
    marked: bool = False
    ahead: bool = False
    stage: str = ""
    stage_words: str = ""
    counting: str = ""
    birth: bool = False
    weekday: int | None = None
    date: tuple[int, int] | None = None

    @property
    def dated(self) -> bool:
        """Whether the claim states a time of its own that is known."""
        return self.low is not None or self.high is not None


def told(claims: Sequence[Claim], mains: Mapping[tuple[str, int], Main]) -> tuple[Told, ...]:
    """Return what each claim tells of, in the order of `claims`.

    Args:
        claims: Claims of any number of sources.
        mains: As `main_events` returns them; articles that are missing have no main event.
    """
    order = sorted(range(len(claims)), key=lambda i: (claims[i].source, claims[i].start))
    found: dict[int, Told] = {}
    before: Claim | None = None
    before_told = Told()
    for i in order:
        claim = claims[i]
        main = mains.get((claim.source, claim.article), Main())
        one = _placed(claim, main)
        if before is not None and not one.earlier and _goes_on(claim, before, one, before_told):
            one = replace(one, earlier=before_told.earlier, marked=before_told.marked)
        found[i] = one
        before, before_told = claim, one
    return tuple(found[i] for i in range(len(claims)))


def _goes_on(claim: Claim, before: Claim, one: Told, last: Told) -> bool:
    """Return whether a claim still speaks of the earlier occurrence just told."""
    if not last.earlier or (claim.source, claim.paragraph) != (before.source, before.paragraph):
        return False
    if one.dated or one.weekday is not None or one.birth:
        return False
    if claim.sentence == before.sentence:
        return not find(markers(claim.lang, "now"), claim.quote)
    if claim.sentence > before.sentence + 1:
        return False
    first = next((t for t in claim.tokens if t.pos != "PUNCT"), None)
    return (
        first is not None
        and first.pos in {"PRON", "ADV"}
        and first.text.lower() in markers(claim.lang, "goes_on")
    )


def _placed(claim: Claim, main: Main) -> Told:
    """Return what a claim by itself says about its occurrence."""
    kinds = kinds_named(claim)
    moment = _own(claim)
    birth = _birth(claim, moment)
    moment = None if birth else moment
    stage, stage_words = _stage(claim)
    low, high, words, weekday, date = None, None, "", None, None
    if moment is not None:
        words, weekday = moment.text, moment.weekday
        if moment.month is not None and moment.day is not None:
            date = (moment.month, moment.day)
        if moment.resolved and moment.role in {"point", "span"}:
            low, high = day_of(moment.low), day_after(moment.high)
            if low is not None and high == low + timedelta(days=1):
                weekday = low.weekday()
    earlier, marked = ("", False) if birth else _earlier(claim, moment, main)
    ahead = bool(low and main.high and low - main.high >= ELSEWHEN)
    return Told(
        kinds=kinds,
        low=low,
        high=high,
        words=words,
        earlier=earlier,
        marked=marked,
        ahead=ahead,
        stage=stage,
        stage_words=stage_words,
        counting=find(markers(claim.lang, "counting"), claim.quote) if claim.figures else "",
        birth=birth,
        weekday=weekday,
        date=date,
    )


def _own(claim: Claim) -> Moment | None:
    """Return the moment of the claim's event, None if its time is only compared with."""
    moment = claim.moment
    if moment is None or moment.role in {"since", "until", "set"}:
        return None
    text = moment.text.lower()
    if text.startswith(markers(claim.lang, "windows")):
        return None
    if moment.precision == "season" and text.startswith(markers(claim.lang, "this")):
        return None
    if _aside(claim, moment.start):
        return None
    before = _word_before(claim, moment)
    if before in markers(claim.lang, "of_year") and moment.precision in _OF_A_THING:
        return moment if _pluperfect(claim) else None
    return None if before in markers(claim.lang, "against") else moment


def _word_before(claim: Claim, moment: Moment) -> str:
    """Return the word before a time, or before the first of several ("nach 2004 und 2013")."""
    at = moment.start
    for other in sorted(claim.moments, key=lambda m: -m.start):
        between = claim.quote[max(0, other.end - claim.start) : max(0, at - claim.start)]
        if other.end <= at and between.strip(" ,").lower() in markers(claim.lang, "and"):
            at = other.start
    words: list[str] = WORD.findall(claim.quote[: max(0, at - claim.start)].lower())
    return words[-1] if words else ""


def _aside(claim: Claim, at: int) -> bool:
    """Return whether a place lies in a relative clause that holds no figure.

    "Der Betrieb, der 2011 in einer Garage anfing, ist drei Milliarden wert": the year places
    the beginning, not the worth.
    """
    opened = -1
    for token in claim.tokens:
        if token.start >= at:
            break
        if token.tag in _RELATIVES or token.text.lower() in markers(claim.lang, "relative"):
            opened = token.start
        elif token.text == ",":
            opened = -1
    if opened < 0:
        return False
    closed = next((t.start for t in claim.tokens if t.start > at and t.text == ","), claim.end)
    return not any(opened <= f.start < closed for f in claim.figures)


def _birth(claim: Claim, moment: Moment | None) -> bool:
    """Return whether a claim's time is a birth or a building ("1968 eröffnete Brücke")."""
    if moment is not None and moment.precision not in COARSE:
        return False
    stems = markers(claim.lang, "birth")
    if moment is not None:
        stems += markers(claim.lang, "built")
    return any(w.startswith(stems) for w in WORD.findall(claim.quote.lower()))


def _earlier(claim: Claim, moment: Moment | None, main: Main) -> tuple[str, bool]:
    """Return the words that place a claim before the main event, and whether words alone do.

    Empty if nothing places it there.
    """
    marker = find(markers(claim.lang, "earlier"), claim.quote)
    place = claim.start + claim.quote.lower().find(marker)
    if marker and not _only_compared(claim, marker) and not _aside(claim, place):
        return marker, True
    if moment is None or moment.role not in {"point", "span"}:
        return find(markers(claim.lang, "back"), claim.quote), False
    coarse = moment.precision in COARSE
    if moment.resolved and moment.high is not None and main.low is not None:
        gap = main.low - moment.high
        before = gap >= (timedelta(0) if coarse else ELSEWHEN)
        return (moment.text if before else ""), False
    last = WORD.findall(claim.quote[: moment.start - claim.start].lower())[-2:]
    now = find(markers(claim.lang, "this"), claim.quote[: moment.end - claim.start])
    past = _pluperfect(claim) and not now
    named = moment.month is not None or moment.precision in {"year", "season"}
    already = any(w in markers(claim.lang, "already") for w in last)
    return (moment.text if coarse and ((past and named) or already) else ""), False


def _pluperfect(claim: Claim) -> bool:
    """Return whether a claim speaks of the past before the past ("hatte ... gegeben")."""
    auxiliaries = markers(claim.lang, "pluperfect")
    return any(t.text.lower() in auxiliaries for t in claim.tokens) and any(
        t.tag in _PARTICIPLES for t in claim.tokens
    )


def _only_compared(claim: Claim, marker: str) -> bool:
    """Return whether a marker stands in a comparison ("anders als im Vorjahr")."""
    at = claim.quote.lower().find(marker)
    before = WORD.findall(claim.quote[:at].lower())[-1:]
    now = find(markers(claim.lang, "now"), claim.quote)
    return bool(now) or bool(before and before[0] in markers(claim.lang, "against"))


def _stage(claim: Claim) -> tuple[str, str]:
    """Return the stage of the matter a claim names, and the words that name it."""
    if claim.lang not in languages():
        return "", ""
    for stage, phrases in language_data(claim.lang).get("event_stages", {}).items():
        words = find(tuple(phrases), claim.quote)
        if words and not (stage == DEMAND and _no_demand(claim)):
            return stage, words
    return "", ""


def _no_demand(claim: Claim) -> bool:
    """Return whether "fordern" asks for nothing: it cost lives, or told people what to do."""
    told_to = any(t.tag == "PTKVZ" and t.text.lower() == "auf" for t in claim.tokens)
    return told_to or "dead" in topics(claim)
