"""Decide, for two claims, on what ground they may be held together.

Five grounds: the same occurrence, the same people, the same time, the same measured thing,
the same whole.  Each is established, possible or excluded, and says why in words; what is
missing is named, because that is what an editor has to find out.

* A claim about the article's main event and one about an earlier event are never the same
  occurrence, however alike their words.
* Calls and meetings of the same people happen again and again; without a date they are only
  possibly the same.  A derailment at a named place is not repeated: there the place suffices.
* Publication hours exclude nothing: a count that changes is the comparer's business.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from checker.corpus.events import Main, Told, territories
from checker.model import Claim, Figure, Ground, Kind, Phrase, Standing

#: Days after which the same people may well have another event of a kind, and for other kinds.
_AGAIN_ELSE: Final = 60
_AGAIN: Final = {
    "call": 2, "meeting": 2, "talk": 2, "visit": 3, "congratulation": 2, "performance": 2,
    "match": 2, "attack": 2, "demonstration": 6, "arrest": 3, "inspection": 14, "vote": 7,
    "strike": 14, "storm": 10,
}  # fmt: skip
#: Kinds that the same people go through again and again, so that a date is needed.
_RECURRING: Final = frozenset(
    {"call", "meeting", "talk", "visit", "congratulation", "performance", "match", "attack"}
)
#: Ways of meeting that exclude one another: a call is no meeting.
_ENCOUNTERS: Final = frozenset({"call", "meeting"})
#: Stages whose figures hold for that stage alone.
_DEMAND: Final = "demand"
_OTHER_STAGE: Final = frozenset({"draft", "first-round", "rehearsal"})
#: How far the main events of two articles may seem apart and still be one.
_SLACK: Final = timedelta(days=2)
_FAR: Final = timedelta(days=10)
#: How long before the news something is another matter.
_LONG: Final = timedelta(days=240)
#: Shared specific names that make an undated, unrepeatable event one and the same.
_ENOUGH_NAMES: Final = 2
#: Letters from which a word of a name tells.
_STEM: Final = 5
#: Likeness (0..100) from which two spellings may be one name.
_LIKE: Final = 84


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A claim with what is known about its occurrence.

    Attributes:
        claim: The claim.
        told: Which occurrence it tells of.
        main: The main event of its article.
        names: Names it speaks of (key -> as written), pronouns resolved as far as the context
            tells.
        article: (source id, number of the article).
    """

    claim: Claim
    told: Told
    main: Main
    names: Mapping[str, str]
    article: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The five grounds of a pair."""

    event: Ground
    participants: Ground
    time: Ground
    measure: Ground
    scope: Ground


def grounds(left: View, right: View, *, together: bool = False) -> Grounds:
    """Return the five grounds of two claims.

    Args:
        left: The claim that comes first.
        right: The other.
        together: Whether the caller vouches that both texts tell of one event (`check pairs`).
    """
    event = same_event(left, right, together=together)
    people = participants(left, right, event, together=together)
    if people.standing is Standing.EXCLUDED and event.standing is Standing.ESTABLISHED:
        event = _ground(
            Standing.POSSIBLE,
            "die Aussagen nennen verschiedene Beteiligte",
            "the claims name different participants",
        )
    return Grounds(
        event=event,
        participants=people,
        time=same_time(left, right, event, together=together),
        measure=same_measure(left, right),
        scope=same_scope(left.claim, right.claim),
    )


@lru_cache(maxsize=50_000)
def _ground(standing: Standing, de: str, en: str) -> Ground:
    return Ground(standing, Phrase(de, en))


def same_event(left: View, right: View, *, together: bool) -> Ground:
    """Return whether two claims tell of one occurrence."""
    a, b = left.told, right.told
    if a.earlier and b.earlier:
        return _both_earlier(left, right)
    if (a.earlier or b.earlier) and not (a.birth or b.birth):
        return _one_earlier(left, right)
    stage = {s for s in (a.stage, b.stage) if s in _OTHER_STAGE}
    if a.stage != b.stage and stage:
        words = a.stage_words if a.stage in stage else b.stage_words
        which_de, which_en = _which(a.stage in stage)
        return _ground(
            Standing.EXCLUDED,
            f"{which_de} spricht von einem anderen Abschnitt der Sache („{words}“)",
            f"{which_en} speaks of another stage of the matter (“{words}”)",
        )
    encounters = (a.kinds & _ENCOUNTERS, b.kinds & _ENCOUNTERS)
    if all(encounters) and not encounters[0] & encounters[1]:
        return _ground(
            Standing.EXCLUDED,
            "die eine Aussage spricht von einem Telefonat, die andere von einem Treffen",
            "one claim speaks of a call, the other of a meeting",
        )
    days = _days_apart(a, b)
    if days is not None and days >= _again(a, b):
        repeated = (a.kinds | b.kinds) & _RECURRING
        return _ground(
            Standing.POSSIBLE if together and not repeated else Standing.EXCLUDED,
            f"die Aussagen nennen Tage, die {days} Tage auseinanderliegen "
            f"(„{a.words}“, „{b.words}“)",
            f"the claims name days that are {days} days apart (“{a.words}”, “{b.words}”)",
        )
    if days and (a.kinds | b.kinds) & _RECURRING:
        return _ground(
            Standing.POSSIBLE,
            f"die Aussagen nennen verschiedene Tage („{a.words}“, „{b.words}“)",
            f"the claims name different days (“{a.words}”, “{b.words}”)",
        )
    undated = left.main.low is None or right.main.low is None
    if _other_weekday(a, b) and a.kinds & b.kinds & _RECURRING and undated and not together:
        return _ground(
            Standing.EXCLUDED,
            f"verschiedene Wochentage: „{a.words}“ und „{b.words}“",
            f"different weekdays: “{a.words}” and “{b.words}”",
        )
    if together:
        return _ground(
            Standing.ESTABLISHED,
            "beide Texte handeln von einem Ereignis",
            "both texts tell of one event",
        )
    if left.article == right.article:
        return _within(left, right)
    return articles_agree(left, right)


def _one_earlier(left: View, right: View) -> Ground:
    """Return why a claim about the past is not about the news, or only perhaps.

    "Schon im April" can be a step of the matter itself if nothing is counted; last year's
    count never is this year's.
    """
    early = left if left.told.earlier else right
    words = early.told.earlier
    which_de, which_en = _which(early is left)
    counted = bool(left.claim.figures and right.claim.figures)
    if counted or early.told.marked or _long_ago(early):
        return _ground(
            Standing.EXCLUDED,
            f"{which_de} spricht von einem früheren Ereignis („{words}“)",
            f"{which_en} speaks of an earlier event (“{words}”)",
        )
    return _ground(
        Standing.POSSIBLE,
        f"{which_de} spricht von einem früheren Zeitpunkt („{words}“)",
        f"{which_en} speaks of an earlier time (“{words}”)",
    )


def _long_ago(view: View) -> bool:
    """Return whether a claim's time lies long before the main event of its article."""
    if view.told.high is None or view.main.low is None:
        return False
    return view.main.low - view.told.high >= _LONG


def _within(left: View, right: View) -> Ground:
    """Return whether two claims of one article tell of one occurrence."""
    a, b = left.told, right.told
    if a.kinds & b.kinds or not (a.kinds and b.kinds):
        return _ground(
            Standing.ESTABLISHED,
            "derselbe Artikel, dasselbe Ereignis",
            "the same article, the same event",
        )
    return _ground(
        Standing.POSSIBLE,
        "derselbe Artikel, aber verschiedene Arten von Ereignis",
        "the same article, but different kinds of event",
    )


def _both_earlier(left: View, right: View) -> Ground:
    a, b = left.told, right.told
    days = _days_apart(a, b)
    if days is not None and days >= _again(a, b):
        return _ground(
            Standing.EXCLUDED,
            f"zwei frühere Ereignisse („{a.earlier}“, „{b.earlier}“)",
            f"two earlier events (“{a.earlier}”, “{b.earlier}”)",
        )
    if days == 0:
        return _ground(
            Standing.ESTABLISHED,
            f"beide sprechen von demselben früheren Ereignis („{a.earlier}“)",
            f"both speak of the same earlier event (“{a.earlier}”)",
        )
    return _ground(
        Standing.POSSIBLE,
        f"beide sprechen von einem früheren Ereignis („{a.earlier}“, „{b.earlier}“)",
        f"both speak of an earlier event (“{a.earlier}”, “{b.earlier}”)",
    )


def articles_agree(left: View, right: View) -> Ground:
    """Return whether two articles have one main event."""
    one, other = left.main, right.main
    shared = _shared(one.names, other.names)
    kinds = set(one.kinds) & set(other.kinds)
    if one.low is None or other.low is None or one.high is None or other.high is None:
        recurring = (left.told.kinds | right.told.kinds | set(one.kinds[:2])) & _RECURRING
        if len(shared) >= _ENOUGH_NAMES and kinds and not recurring:
            return _ground(
                Standing.ESTABLISHED,
                "dasselbe Ereignis an demselben Ort mit denselben Namen",
                "the same event at the same place with the same names",
            )
        if one.low is None and other.low is None:
            return _ground(
                Standing.POSSIBLE,
                "keiner der beiden Artikel trägt ein Datum",
                "neither article carries a date",
            )
        de, en = ("der erste", "the first") if one.low is None else ("der zweite", "the second")
        return _ground(
            Standing.POSSIBLE, f"{de} Artikel trägt kein Datum", f"{en} article carries no date"
        )
    gap = max(one.low - other.high, other.low - one.high)
    if gap > _FAR:
        return _ground(
            Standing.POSSIBLE,
            f"die Artikel handeln von verschiedenen Tagen ({one.low:%d.%m.%Y}, "
            f"{other.low:%d.%m.%Y})",
            f"the articles tell of different days ({one.low:%Y-%m-%d}, {other.low:%Y-%m-%d})",
        )
    if gap <= _SLACK:
        return _ground(
            Standing.ESTABLISHED,
            "beide Artikel handeln von demselben Ereignis",
            "both articles tell of the same event",
        )
    return _ground(
        Standing.POSSIBLE,
        "ob beide Artikel dasselbe Ereignis meinen, ist offen",
        "whether both articles mean the same event is open",
    )


def participants(left: View, right: View, event: Ground, *, together: bool) -> Ground:
    """Return whether two claims are about the same people or bodies."""
    shared = sorted(_shared(left.names, right.names))
    if shared:
        name = left.names[shared[0]]
        return _ground(Standing.ESTABLISHED, f"beide nennen {name}", f"both name {name}")
    if left.names and right.names:
        return _other_names(left, right)
    if event.standing is Standing.ESTABLISHED:
        return _ground(
            Standing.ESTABLISHED,
            "keine der Aussagen nennt andere Beteiligte des Ereignisses",
            "neither claim names other participants of the event",
        )
    if together or left.article == right.article or _shared(left.main.names, right.main.names):
        return _ground(
            Standing.ESTABLISHED,
            "die Beteiligten ergeben sich aus den Artikeln",
            "the participants follow from the articles",
        )
    return _ground(
        Standing.POSSIBLE,
        "nicht beide Aussagen nennen Beteiligte",
        "not both claims name participants",
    )


def _other_names(left: View, right: View) -> Ground:
    """Return what it means that both claims name somebody, but nobody in common."""
    one, other = _subject(left.claim), _subject(right.claim)
    if one and other and fuzz.ratio(one, other) < _LIKE and _personal(left, right):
        return _ground(
            Standing.EXCLUDED,
            "die Angaben gehören zu verschiedenen Namen",
            "the figures belong to different names",
        )
    for view, article in ((left, right), (right, left)):
        known = sorted(_shared(view.names, article.main.names))
        if known and left.article != right.article:
            name = view.names[known[0]]
            return _ground(
                Standing.ESTABLISHED,
                f"beide Artikel nennen {name}",
                f"both articles name {name}",
            )
    return _ground(
        Standing.POSSIBLE,
        "die Aussagen nennen verschiedene Namen",
        "the claims name different names",
    )


def same_time(left: View, right: View, event: Ground, *, together: bool) -> Ground:
    """Return whether two claims are about the same time."""
    a, b = left.told, right.told
    if event.standing is Standing.EXCLUDED and (a.earlier or b.earlier):
        return Ground(Standing.EXCLUDED, event.why)
    if (a.counting or b.counting) and not (a.earlier or b.earlier):
        words = a.counting or b.counting
        return _ground(
            Standing.POSSIBLE,
            f"die Zahl kann sich geändert haben („{words}“)",
            f"the count may have changed (“{words}”)",
        )
    days = _days_apart(a, b)
    if days is not None:
        if days:
            return _ground(
                Standing.EXCLUDED,
                f"verschiedene Zeiten: „{a.words}“ und „{b.words}“",
                f"different times: “{a.words}” and “{b.words}”",
            )
        return _ground(
            Standing.ESTABLISHED,
            f"dieselbe Zeit: „{a.words}“ und „{b.words}“",
            f"the same time: “{a.words}” and “{b.words}”",
        )
    if _other_weekday(a, b):
        return _ground(
            Standing.EXCLUDED,
            f"verschiedene Wochentage: „{a.words}“ und „{b.words}“",
            f"different weekdays: “{a.words}” and “{b.words}”",
        )
    if a.ahead != b.ahead and (a.dated and b.dated):
        words = a.words if a.ahead else b.words
        return _ground(
            Standing.EXCLUDED,
            f"nur eine Aussage spricht von „{words}“",
            f"only one claim speaks of “{words}”",
        )
    if together or left.article == right.article:
        return _ground(
            Standing.ESTABLISHED,
            "keine Aussage nennt eine andere Zeit",
            "neither claim names another time",
        )
    if event.standing is Standing.ESTABLISHED:
        return _ground(
            Standing.ESTABLISHED,
            "beide gelten dem Tag desselben Ereignisses",
            "both hold for the day of the same event",
        )
    return Ground(Standing.POSSIBLE, event.why)


def same_measure(left: View, right: View) -> Ground:
    """Return whether figures of two claims can measure the same thing (a hint per claim)."""
    if not left.claim.figures or not right.claim.figures:
        return _ground(
            Standing.ESTABLISHED, "keine Angaben zu vergleichen", "no figures to hold together"
        )
    if (left.told.stage == _DEMAND) != (right.told.stage == _DEMAND):
        which_de, which_en = _which(left.told.stage == _DEMAND)
        words = left.told.stage_words if left.told.stage == _DEMAND else right.told.stage_words
        return _ground(
            Standing.EXCLUDED,
            f"{which_de} nennt eine Forderung („{words}“)",
            f"{which_en} gives a demand (“{words}”)",
        )
    best = max(
        (_measures(f, g) for f in left.claim.figures for g in right.claim.figures),
        key=(Standing.EXCLUDED, Standing.POSSIBLE, Standing.ESTABLISHED).index,
    )
    return {
        Standing.ESTABLISHED: _ground(best, "beide messen dasselbe", "both measure the same thing"),
        Standing.POSSIBLE: _ground(
            best,
            "ob beide dasselbe messen, sagen die Wörter nicht",
            "the words do not say whether both measure the same thing",
        ),
        Standing.EXCLUDED: _ground(
            best, "die Angaben messen Verschiedenes", "the figures measure different things"
        ),
    }[best]


#: Measures that may be another one in plainer words: a sentence is a duration too.
_GENERIC: Final = frozenset({"duration", "distance", "length", "height", "price"})
#: Kinds that can speak of the same thing in different dimensions.
_KIN: Final = (
    frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.FACTOR, Kind.COUNT}),
    frozenset({Kind.COUNT, Kind.TIMES, Kind.ORDINAL, Kind.OTHER}),
    frozenset({Kind.AGE, Kind.DURATION}),
)


def _measures(one: Figure, other: Figure) -> Standing:
    """Return whether two figures can measure the same thing."""
    if one.kind is not other.kind:
        kin = any(one.kind in k and other.kind in k for k in _KIN)
        return Standing.POSSIBLE if kin else Standing.EXCLUDED
    a, b = one.of, other.of
    if a.concept and b.concept:
        if a.concept == b.concept:
            return Standing.ESTABLISHED
        return Standing.POSSIBLE if {a.concept, b.concept} & _GENERIC else Standing.EXCLUDED
    if a.noun and b.noun and _head(a.noun.lower(), b.noun.lower()):
        return Standing.ESTABLISHED
    return Standing.POSSIBLE


def _head(a: str, b: str) -> bool:
    """Return whether two nouns are one, or one is a compound of the other."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > 3 and long.endswith(short))


def same_scope(left: Claim, right: Claim) -> Ground:
    """Return whether two claims speak of the same whole."""
    for one in left.figures:
        for other in right.figures:
            if _measures(one, other) is not Standing.ESTABLISHED:
                continue
            if one.of.part_of != other.of.part_of:
                return _ground(
                    Standing.POSSIBLE,
                    "nur eine der Angaben meint einen Teil",
                    "only one of the figures means a part",
                )
            if one.of.noun != other.of.noun and (part := _territory(one, other, left.lang)):
                return _ground(
                    Standing.POSSIBLE,
                    f"nur eine der Angaben gilt für „{part}“",
                    f"only one of the figures holds for “{part}”",
                )
            extra = set(one.of.qualifiers) ^ set(other.of.qualifiers)
            if extra:
                word = sorted(extra)[0]
                return _ground(
                    Standing.POSSIBLE,
                    f"nur eine der Angaben ist eingeschränkt („{word}“)",
                    f"only one of the figures is narrowed (“{word}”)",
                )
    return _ground(
        Standing.ESTABLISHED,
        "kein Unterschied im Umfang genannt",
        "no difference in scope is named",
    )


def _territory(one: Figure, other: Figure, lang: str) -> str:
    """Return the noun that narrows the other to a territory ("Inselhaushalt"), empty if none."""
    short, long = sorted((one.of.noun.lower(), other.of.noun.lower()), key=len)
    if not short or not long.endswith(short):
        return ""
    part = long.removesuffix(short)
    if part not in territories(lang):
        return ""
    return one.of.noun if len(one.of.noun) > len(short) else other.of.noun


def _which(left: bool) -> tuple[str, str]:
    return (
        ("die erste Aussage", "the first claim")
        if left
        else ("die zweite Aussage", "the second claim")
    )


def _other_weekday(a: Told, b: Told) -> bool:
    """Return whether both name a weekday, and not the same."""
    return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _days_apart(a: Told, b: Told) -> int | None:
    """Return the days between two stated times, 0 if they meet, None if one is not stated."""
    if a.birth or b.birth or not (a.dated and b.dated):
        return None
    gap = max(_gap(a.low, b.high), _gap(b.low, a.high))
    return max(0, gap.days + 1) if gap >= timedelta(0) else 0


def _gap(low: datetime | None, high: datetime | None) -> timedelta:
    """Return how long `low` comes after `high`; negative if before, or not known."""
    if low is None or high is None:
        return timedelta(days=-1)
    return low - high


def _again(a: Told, b: Told) -> int:
    """Return the days after which two occurrences of these kinds are two."""
    kinds = (a.kinds & b.kinds) or (a.kinds | b.kinds)
    return min((_AGAIN.get(k, _AGAIN_ELSE) for k in kinds), default=_AGAIN_ELSE)


def _shared(one: Collection[str], other: Collection[str]) -> set[str]:
    """Return the keys of `one` that are in `other`, by whole key, family name or stem."""
    same = set(one) & set(other)
    if same:
        return same
    last = {k.split()[-1] for k in other if k}
    same = {k for k in one if k and k.split()[-1] in last}
    return same or {k for k in one if any(_derived(k, o) for o in other)}


def _derived(one: str, other: str) -> bool:
    """Return whether names share a word but for its ending ("Kaltegg", "Kaltegger Bahn")."""
    for a in one.split():
        for b in other.split():
            short, long = sorted((a, b), key=len)
            if len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= 2:
                return True
    return False


def _subject(claim: Claim) -> str:
    """Return the key of the name that is the claim's subject, empty if it is no name."""
    subject = claim.subject.lower()
    if not subject:
        return ""
    for name in claim.names:
        if subject in name.text.lower() or subject in name.key:
            return name.key
    return ""


def _personal(left: View, right: View) -> bool:
    """Return whether both claims give figures that belong to their subject (age, times, order)."""
    kinds = {Kind.AGE, Kind.ORDINAL, Kind.TIMES}
    return all(any(f.kind in kinds for f in v.claim.figures) for v in (left, right))
