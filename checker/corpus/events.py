"""Say of each claim which occurrence it tells of.

An article has one main event and speaks of others on the way: last year's figures, the first
round, what happened "bereits im Januar".  Those are what look-alikes are made of.  So each
claim is placed: it tells of the article's main event, of an earlier one, of another stage of
the matter, or of what is still ahead; a plain sentence without time of its own belongs to the
main event.  Nothing here compares claims; `grounds` does.

Floor 3 (corpus).  The words live in ``rules/language/*.toml``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from checker.language.data import language_data, languages
from checker.model import Claim, Moment, Source

#: The stage of a matter at which somebody asks for something.
DEMAND: Final = "demand"
#: Days that make a time of day precision another occasion than the article's main event.
_ELSEWHEN: Final = timedelta(days=7)
#: How long before its publication an article's undated main event may lie.
_NEWS: Final = timedelta(days=3)
#: Wordings that name a stretch too long to be the day of a piece of news.
_COARSE: Final = frozenset(
    {"month-part", "month", "quarter", "half", "season", "year", "decade", "century"}
)
#: Fine tags of past participles, STTS and C5.
_PARTICIPLES: Final = frozenset({"VVPP", "VAPP", "VMPP", "VVN", "VBN", "VHN", "VDN"})
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
#: Sentences of the body that count as lead.
_LEAD: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """The main event of an article.

    Attributes:
        low: First day it can have been, None if the article carries no date.
        high: Day after the last.
        stated: Whether the lead names the day, not only the dateline.
        kinds: Kinds of event that headline and lead name, commonest first.
        names: Names anywhere in the article: key -> as first written.
    """

    low: datetime | None = None
    high: datetime | None = None
    stated: bool = False
    kinds: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


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

    @property
    def dated(self) -> bool:
        """Whether the claim states a time of its own that is known."""
        return self.low is not None or self.high is not None


def main_events(sources: Sequence[Source], claims: Sequence[Claim]) -> dict[tuple[str, int], Main]:
    """Return the main event of each article, by (source id, number of the article)."""
    by_id = {s.id: s for s in sources}
    grouped: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.source, claim.article].append(claim)
    return {key: _main(by_id.get(key[0]), grouped[key]) for key in sorted(grouped)}


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
        return not _find(_markers(claim.lang, "now"), claim.quote)
    if claim.sentence > before.sentence + 1:
        return False
    first = next((t for t in claim.tokens if t.pos != "PUNCT"), None)
    return (
        first is not None
        and first.pos in {"PRON", "ADV"}
        and first.text.lower() in _markers(claim.lang, "goes_on")
    )


def _placed(claim: Claim, main: Main) -> Told:
    """Return what a claim by itself says about its occurrence."""
    kinds = kinds_named(claim)
    moment = _own(claim)
    birth = _birth(claim, moment)
    moment = None if birth else moment
    stage, stage_words = _stage(claim)
    low, high, words, weekday = None, None, "", None
    if moment is not None:
        words, weekday = moment.text, moment.weekday
        if moment.resolved and moment.role in {"point", "span"}:
            low, high = _day(moment.low), _next_day(moment.high)
            if low is not None and high == low + timedelta(days=1):
                weekday = low.weekday()
    earlier, marked = ("", False) if birth else _earlier(claim, moment, main)
    ahead = bool(low and main.high and low - main.high >= _ELSEWHEN)
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
        counting=_find(_markers(claim.lang, "counting"), claim.quote) if claim.figures else "",
        birth=birth,
        weekday=weekday,
    )


def _own(claim: Claim) -> Moment | None:
    """Return the moment of the claim's event, None if its time is only compared with."""
    moment = claim.moment
    if moment is None or moment.role in {"since", "until", "set"}:
        return None
    text = moment.text.lower()
    if text.startswith(_markers(claim.lang, "windows")):
        return None
    if moment.precision == "season" and text.startswith(_markers(claim.lang, "this")):
        return None
    before = _WORD.findall(claim.quote[: max(0, moment.start - claim.start)].lower())[-1:]
    compared = bool(before) and before[0] in _markers(claim.lang, "against")
    return None if compared else moment


def _birth(claim: Claim, moment: Moment | None) -> bool:
    """Return whether a claim's time is a birth or a building ("1968 eröffnete Brücke")."""
    if moment is not None and moment.precision not in _COARSE:
        return False
    stems = _markers(claim.lang, "birth")
    if moment is not None:
        stems += _markers(claim.lang, "built")
    return any(w.startswith(stems) for w in _WORD.findall(claim.quote.lower()))


def _earlier(claim: Claim, moment: Moment | None, main: Main) -> tuple[str, bool]:
    """Return the words that place a claim before the main event, and whether words alone do.

    Empty if nothing places it there.
    """
    marker = _find(_markers(claim.lang, "earlier"), claim.quote)
    if marker and not _only_compared(claim, marker):
        return marker, True
    if moment is None or moment.role not in {"point", "span"}:
        back = _find(_markers(claim.lang, "back"), claim.quote)
        return back, bool(back)
    coarse = moment.precision in _COARSE
    if moment.resolved and moment.high is not None and main.low is not None:
        gap = main.low - moment.high
        before = gap >= (timedelta(0) if coarse else _ELSEWHEN)
        return (moment.text if before else ""), False
    last = _WORD.findall(claim.quote[: moment.start - claim.start].lower())[-2:]
    now = _find(_markers(claim.lang, "this"), claim.quote[: moment.end - claim.start])
    past = _pluperfect(claim) and not now
    named = moment.month is not None or moment.precision in {"year", "season"}
    already = any(w in _markers(claim.lang, "already") for w in last)
    return (moment.text if coarse and ((past and named) or already) else ""), False


def _pluperfect(claim: Claim) -> bool:
    """Return whether a claim speaks of the past before the past ("hatte ... gegeben")."""
    auxiliaries = _markers(claim.lang, "pluperfect")
    return any(t.text.lower() in auxiliaries for t in claim.tokens) and any(
        t.tag in _PARTICIPLES for t in claim.tokens
    )


def _only_compared(claim: Claim, marker: str) -> bool:
    """Return whether a marker stands in a comparison ("anders als im Vorjahr")."""
    at = claim.quote.lower().find(marker)
    before = _WORD.findall(claim.quote[:at].lower())[-1:]
    now = _find(_markers(claim.lang, "now"), claim.quote)
    return bool(now) or bool(before and before[0] in _markers(claim.lang, "against"))


def _stage(claim: Claim) -> tuple[str, str]:
    """Return the stage of the matter a claim names, and the words that name it."""
    if claim.lang not in languages():
        return "", ""
    for stage, phrases in language_data(claim.lang).get("event_stages", {}).items():
        words = _find(tuple(phrases), claim.quote)
        if words and not (stage == DEMAND and _no_demand(claim)):
            return stage, words
    return "", ""


def _no_demand(claim: Claim) -> bool:
    """Return whether "fordern" asks for nothing: it cost lives, or told people what to do."""
    told_to = any(t.tag == "PTKVZ" and t.text.lower() == "auf" for t in claim.tokens)
    return told_to or "dead" in topics(claim)


def _main(source: Source | None, claims: Sequence[Claim]) -> Main:
    """Return the main event of one article from its headline and lead."""
    ordered = sorted(claims, key=lambda c: c.start)
    body = sorted({c.sentence for c in ordered if c.part == "body"})[:_LEAD]
    head = [c for c in ordered if c.part in {"headline", "teaser"}]
    lead = head + [c for c in ordered if c.part == "body" and c.sentence in body]
    counted: Counter[str] = Counter()
    for claim in lead:
        counted.update(kinds_named(claim))
    kinds = tuple(sorted(counted, key=lambda k: (-counted[k], k)))
    names = {n.key: n.text for c in reversed(ordered) for n in reversed(c.names)}
    stated = _stated(source, lead)
    if stated is not None:
        return Main(low=stated[0], high=stated[1], stated=True, kinds=kinds, names=names)
    if source is None or source.published_low is None or source.published_high is None:
        return Main(kinds=kinds, names=names)
    low, high = _day(source.published_low), _next_day(source.published_high)
    assert low is not None
    return Main(low=low - _NEWS, high=high, kinds=kinds, names=names)


def _stated(source: Source | None, lead: Sequence[Claim]) -> tuple[datetime, datetime] | None:
    """Return the day the lead names for the news, None if it names none that fits the dateline."""
    low = _day(source.published_low) if source else None
    high = _next_day(source.published_high) if source else None
    for claim in lead:
        moment = claim.moment
        if moment is None or not moment.resolved or moment.role != "point":
            continue
        start, end = _day(moment.low), _next_day(moment.high)
        if start is None or end is None or moment.precision in _COARSE:
            continue
        if low is not None and start < low - _ELSEWHEN:
            continue
        if high is not None and end > high + timedelta(days=1):
            continue
        return start, end
    return None


def topics(claim: Claim) -> frozenset[str]:
    """Return what a claim is about besides events: the dead, the injured, money, consent."""
    if claim.lang not in languages():
        return frozenset()
    found: set[str] = set()
    for token in claim.tokens:
        found |= _topics_of(token.lemma.lower(), claim.lang)
        found |= _topics_of(token.text.lower(), claim.lang)
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def _topics_of(word: str, lang: str) -> frozenset[str]:
    """Return the topics a word names by its beginning."""
    topics = language_data(lang).get("event_topics", {})
    return frozenset(topic for topic, stems in topics.items() if word.startswith(tuple(stems)))


def kinds_named(claim: Claim) -> frozenset[str]:
    """Return the kinds of event a claim names; its antecedent counts if its own words do not."""
    if claim.lang not in languages():
        return frozenset()
    found: set[str] = set()
    nouns, verbs = _lexicon(claim.lang)
    for token in claim.tokens:
        word = token.lemma.lower()
        if token.pos in {"NOUN", "PROPN", "X"}:
            found |= _noun_kinds(word, claim.lang) or _noun_kinds(token.text.lower(), claim.lang)
        elif token.pos in {"VERB", "ADJ"}:
            found |= verbs.get(word, frozenset())
    if not claim.tokens:
        for text in _WORD.findall(claim.quote.lower()):
            found |= nouns.get(text, frozenset()) | verbs.get(text, frozenset())
    if not found and claim.antecedent:
        for text in _WORD.findall(claim.antecedent.lower()):
            found |= _noun_kinds(text, claim.lang)
    return frozenset(found)


@cache
def _noun_kinds(word: str, lang: str) -> frozenset[str]:
    """Return the kinds a noun names, whole or as the last part of a compound."""
    nouns, _ = _lexicon(lang)
    if word in nouns:
        return nouns[word]
    if lang != "de" or len(word) < 8:
        return frozenset()
    for cut in range(3, len(word) - 4):
        if word[cut:] in nouns:
            return nouns[word[cut:]]
    return frozenset()


@cache
def _lexicon(lang: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return kinds by noun and by verb, lower case."""
    nouns: dict[str, set[str]] = defaultdict(set)
    verbs: dict[str, set[str]] = defaultdict(set)
    for kind, words in language_data(lang).get("events", {}).items():
        for noun in words.get("nouns", ()):
            nouns[noun.lower()].add(kind)
        for verb in words.get("verbs", ()):
            verbs[verb.lower()].add(kind)
    return (
        {w: frozenset(k) for w, k in nouns.items()},
        {w: frozenset(k) for w, k in verbs.items()},
    )


@cache
def territories(lang: str) -> frozenset[str]:
    """Return first parts of compounds that narrow a noun to a place ("insel", "landes")."""
    return frozenset(_markers(lang, "territories"))


@cache
def _markers(lang: str, name: str) -> tuple[str, ...]:
    """Return a list of markers, lower case; empty for a language without data."""
    if lang not in languages():
        return ()
    return tuple(w.lower() for w in language_data(lang).get("event_markers", {}).get(name, ()))


def _find(phrases: Sequence[str], text: str) -> str:
    """Return the first phrase that stands in a text as whole words, empty if none does."""
    lower = text.lower()
    for phrase in phrases:
        at = lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            left = at == 0 or not (lower[at - 1].isalnum() or lower[at - 1] == "-")
            right = end == len(lower) or not (lower[end].isalnum() or lower[end] == "-")
            if left and right:
                return phrase
            at = lower.find(phrase, at + 1)
    return ""


def _day(moment: datetime | None) -> datetime | None:
    """Return the beginning of the day of an instant."""
    if moment is None:
        return None
    return moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)


def _next_day(moment: datetime | None) -> datetime | None:
    """Return the end of the day that an interval ending here still touches."""
    if moment is None:
        return None
    day = _day(moment)
    assert day is not None
    return day if day == moment.replace(tzinfo=None) else day + timedelta(days=1)
