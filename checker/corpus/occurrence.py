"""Whether two claims tell of one occurrence, at one time.

* A claim about the article's main event and one about an earlier event are never the same
  occurrence, however alike their words.
* Calls and meetings of the same people happen again and again; without a date they are only
  possibly the same.  A derailment at a named place is not repeated: there the place suffices.
* Publication hours exclude nothing: a count that changes is the comparer's business.

Floor 3 (corpus).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from checker.corpus.congratulations import CONGRATULATION, told_apart
from checker.corpus.events import Told
from checker.corpus.lexical import lemmas
from checker.corpus.measures import WEAK, measures
from checker.corpus.participants import shared_names
from checker.corpus.view import View, ground, which
from checker.model import Claim, Ground, Standing

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
#: The kind of news that is about what happened before.
_TRIAL: Final = "ruling"
#: Ways of meeting that exclude one another: a call is no meeting.
_ENCOUNTERS: Final = frozenset({"call", "meeting"})
#: Stages whose figures hold for that stage alone.
_OTHER_STAGE: Final = frozenset({"draft", "first-round", "rehearsal"})
#: How far the main events of two articles may seem apart and still be one.
_SLACK: Final = timedelta(days=2)
_FAR: Final = timedelta(days=10)
#: How long before the news something is another matter.
_LONG: Final = timedelta(days=240)
#: Base forms that two sentences of one article share if they say much the same, and their share
#: of the shorter sentence.
_ALIKE_WORDS: Final = 3
_ALIKE: Final = 0.5
#: How a claim speaks of what has not happened.
_UNREAL: Final = frozenset({"plan", "possibility", "condition"})
#: Shared specific names that make an undated, unrepeatable event one and the same.
_ENOUGH_NAMES: Final = 2


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
        which_de, which_en = which(a.stage in stage)
        return ground(
            Standing.EXCLUDED,
            f"{which_de} spricht von einem anderen Abschnitt der Sache („{words}“)",
            f"{which_en} speaks of another stage of the matter (“{words}”)",
        )
    encounters = (a.kinds & _ENCOUNTERS, b.kinds & _ENCOUNTERS)
    if all(encounters) and not encounters[0] & encounters[1]:
        return ground(
            Standing.EXCLUDED,
            "die eine Aussage spricht von einem Telefonat, die andere von einem Treffen",
            "one claim speaks of a call, the other of a meeting",
        )
    days = _days_apart(a, b)
    if days is not None and days >= _again(a, b):
        repeated = (a.kinds | b.kinds) & _RECURRING
        announced = _to_come(left) and _to_come(right)
        open_still = announced or (together and not repeated)
        return ground(
            Standing.POSSIBLE if open_still else Standing.EXCLUDED,
            f"die Aussagen nennen Tage, die {days} Tage auseinanderliegen "
            f"(„{a.words}“, „{b.words}“)",
            f"the claims name days that are {days} days apart (“{a.words}”, “{b.words}”)",
            days=True,
        )
    if (days or (days is None and _other_date(a, b))) and (a.kinds | b.kinds) & _RECURRING:
        return ground(
            Standing.POSSIBLE,
            f"die Aussagen nennen verschiedene Tage („{a.words}“, „{b.words}“)",
            f"the claims name different days (“{a.words}”, “{b.words}”)",
        )
    undated = left.main.low is None or right.main.low is None
    if _other_weekday(a, b) and a.kinds & b.kinds & _RECURRING and undated and not together:
        return ground(
            Standing.EXCLUDED,
            f"verschiedene Wochentage: „{a.words}“ und „{b.words}“",
            f"different weekdays: “{a.words}” and “{b.words}”",
            days=True,
        )
    if together:
        return ground(
            Standing.ESTABLISHED,
            "beide Texte handeln von einem Ereignis",
            "both texts tell of one event",
        )
    within = left.article == right.article
    found = _within(left, right) if within else articles_agree(left, right)
    if CONGRATULATION in a.kinds & b.kinds and found.standing is not Standing.EXCLUDED:
        return told_apart(left, right, found)
    return found


def _one_earlier(left: View, right: View) -> Ground:
    """Return why a claim about the past is not about the news, or only perhaps.

    "Schon im April" can be a step of the matter itself if nothing is counted; last year's
    count never is this year's.
    """
    early, late = (left, right) if left.told.earlier else (right, left)
    words = early.told.earlier
    which_de, which_en = which(early is left)
    retold = (_of_a_trial(left) or _of_a_trial(right)) and _TRIAL not in late.told.kinds
    repeated = (early.told.kinds | late.told.kinds) & _RECURRING
    counted = _counted(left, right, surely=not repeated)
    if _long_ago(early) or (not retold and (counted or early.told.marked)):
        return ground(
            Standing.EXCLUDED,
            f"{which_de} spricht von einem früheren Ereignis („{words}“)",
            f"{which_en} speaks of an earlier event (“{words}”)",
        )
    return ground(
        Standing.POSSIBLE,
        f"{which_de} spricht von einem früheren Zeitpunkt („{words}“)",
        f"{which_en} speaks of an earlier time (“{words}”)",
    )


def _of_a_trial(view: View) -> bool:
    """Return whether the news of an article is a trial: it retells a deed long known."""
    return _TRIAL in view.main.kinds


def _to_come(view: View) -> bool:
    """Return whether a claim's day lies after the main event of its article."""
    return bool(view.told.low and view.main.high and view.told.low >= view.main.high)


def _counted(left: View, right: View, *, surely: bool = False) -> bool:
    """Return whether both claims give figures that can measure one thing, or surely do."""
    enough = {Standing.ESTABLISHED} if surely else {Standing.ESTABLISHED, Standing.POSSIBLE}
    return any(measures(f, g) in enough for f in left.claim.figures for g in right.claim.figures)


def _long_ago(view: View) -> bool:
    """Return whether a claim's time lies long before the main event of its article."""
    if view.told.high is None or view.main.low is None:
        return False
    return view.main.low - view.told.high >= _LONG


def _within(left: View, right: View) -> Ground:
    """Return whether two claims of one article tell of one occurrence.

    Whoever wrote an article knew all its figures: two that differ mostly count two things.
    So its sentences have to show that they mean the same; headlines mean what the text says.
    """
    a, b = left.told, right.told
    dated = _names_day(a) != _names_day(b)
    if dated and left.main.low is None and a.kinds & b.kinds & _RECURRING:
        words = a.words or b.words
        return ground(
            Standing.POSSIBLE,
            f"nur eine der Aussagen nennt einen Tag („{words}“), der Artikel trägt kein Datum",
            f"only one of the claims names a day (“{words}”), the article carries no date",
        )
    counted = _counted(left, right)
    measure = _same_measure_named(left, right)
    shown = int(bool(a.kinds & b.kinds)) + int(measure)
    alike = _same_words(left.claim, right.claim)
    summary = left.claim.part != right.claim.part and "body" in {left.claim.part, right.claim.part}
    if summary and (a.kinds & b.kinds or not (a.kinds and b.kinds)):
        return ground(
            Standing.ESTABLISHED,
            "derselbe Artikel fasst dasselbe Ereignis zusammen",
            "the same article sums up the same event",
        )
    if shown == 2 or (not counted and (shown or (alike and not a.kinds ^ b.kinds))):
        return ground(
            Standing.ESTABLISHED,
            "derselbe Artikel, dasselbe Ereignis",
            "the same article, the same event",
        )
    if measure or alike or not counted:
        return ground(
            Standing.POSSIBLE,
            "derselbe Artikel, aber vielleicht zwei Sachen",
            "the same article, but perhaps two things",
        )
    return ground(
        Standing.EXCLUDED,
        "derselbe Artikel hält die Angaben auseinander",
        "the same article keeps the figures apart",
    )


def _same_measure_named(left: View, right: View) -> bool:
    """Return whether both claims give a figure of one measure that tells the thing measured.

    Two ages in one article are two people's; two durations tell only if the event is one.
    """
    known = [{f.of.concept for f in v.claim.figures if f.of.concept} for v in (left, right)]
    shared = known[0] & known[1]
    return bool(shared - WEAK) or bool(shared and left.told.kinds & right.told.kinds)


def _same_words(left: Claim, right: Claim) -> bool:
    """Return whether two claims say much the same, figures aside."""
    one, other = set(lemmas(left)), set(lemmas(right))
    common = {w for w in one & other if not any(c.isdigit() for c in w)}
    return len(common) >= _ALIKE_WORDS and len(common) >= _ALIKE * min(len(one), len(other))


def _both_earlier(left: View, right: View) -> Ground:
    a, b = left.told, right.told
    days = _days_apart(a, b)
    if days is not None and days >= _again(a, b) and _counted(left, right):
        return ground(
            Standing.EXCLUDED,
            f"zwei frühere Ereignisse („{a.earlier}“, „{b.earlier}“)",
            f"two earlier events (“{a.earlier}”, “{b.earlier}”)",
        )
    if days == 0:
        return ground(
            Standing.ESTABLISHED,
            f"beide sprechen von demselben früheren Ereignis („{a.earlier}“)",
            f"both speak of the same earlier event (“{a.earlier}”)",
        )
    return ground(
        Standing.POSSIBLE,
        f"beide sprechen von einem früheren Ereignis („{a.earlier}“, „{b.earlier}“)",
        f"both speak of an earlier event (“{a.earlier}”, “{b.earlier}”)",
    )


def articles_agree(left: View, right: View) -> Ground:
    """Return whether two articles have one main event."""
    one, other = left.main, right.main
    shared = shared_names(one.names, other.names)
    kinds = set(one.kinds) & set(other.kinds)
    if one.low is None or other.low is None or one.high is None or other.high is None:
        recurring = (left.told.kinds | right.told.kinds | set(one.kinds[:2])) & _RECURRING
        if len(shared) >= _ENOUGH_NAMES and kinds and not recurring:
            return ground(
                Standing.ESTABLISHED,
                "dasselbe Ereignis an demselben Ort mit denselben Namen",
                "the same event at the same place with the same names",
            )
        if one.low is None and other.low is None:
            return ground(
                Standing.POSSIBLE,
                "keiner der beiden Artikel trägt ein Datum",
                "neither article carries a date",
            )
        de, en = ("der erste", "the first") if one.low is None else ("der zweite", "the second")
        return ground(
            Standing.POSSIBLE, f"{de} Artikel trägt kein Datum", f"{en} article carries no date"
        )
    gap = max(one.low - other.high, other.low - one.high)
    if gap > _FAR:
        return ground(
            Standing.POSSIBLE,
            f"die Artikel handeln von verschiedenen Tagen ({one.low:%d.%m.%Y}, "
            f"{other.low:%d.%m.%Y})",
            f"the articles tell of different days ({one.low:%Y-%m-%d}, {other.low:%Y-%m-%d})",
        )
    if gap <= _SLACK:
        return ground(
            Standing.ESTABLISHED,
            "beide Artikel handeln von demselben Ereignis",
            "both articles tell of the same event",
        )
    return ground(
        Standing.POSSIBLE,
        "ob beide Artikel dasselbe Ereignis meinen, ist offen",
        "whether both articles mean the same event is open",
    )


def same_time(left: View, right: View, event: Ground, *, together: bool) -> Ground:
    """Return whether two claims are about the same time."""
    a, b = left.told, right.told
    if event.standing is Standing.EXCLUDED and (a.earlier or b.earlier):
        return Ground(Standing.EXCLUDED, event.why)
    if (a.counting or b.counting) and not (a.earlier or b.earlier):
        words = a.counting or b.counting
        return ground(
            Standing.POSSIBLE,
            f"die Zahl kann sich geändert haben („{words}“)",
            f"the count may have changed (“{words}”)",
        )
    days = _days_apart(a, b)
    if days is not None:
        if days:
            return ground(
                Standing.EXCLUDED,
                f"verschiedene Zeiten: „{a.words}“ und „{b.words}“",
                f"different times: “{a.words}” and “{b.words}”",
            )
        return ground(
            Standing.ESTABLISHED,
            f"dieselbe Zeit: „{a.words}“ und „{b.words}“",
            f"the same time: “{a.words}” and “{b.words}”",
        )
    if _other_weekday(a, b):
        return ground(
            Standing.EXCLUDED,
            f"verschiedene Wochentage: „{a.words}“ und „{b.words}“",
            f"different weekdays: “{a.words}” and “{b.words}”",
        )
    if a.ahead != b.ahead and (a.dated and b.dated):
        words = a.words if a.ahead else b.words
        return ground(
            Standing.EXCLUDED,
            f"nur eine Aussage spricht von „{words}“",
            f"only one claim speaks of “{words}”",
        )
    unreal = [v.claim.modality in _UNREAL for v in (left, right)]
    if "fact" in {left.claim.modality, right.claim.modality} and any(unreal):
        which_de, which_en = which(unreal[0])
        return ground(
            Standing.POSSIBLE,
            f"{which_de} nennt einen Plan oder was sein könnte, die andere, was geschah",
            f"{which_en} tells of a plan or of what may be, the other of what happened",
        )
    if together or left.article == right.article:
        return ground(
            Standing.ESTABLISHED,
            "keine Aussage nennt eine andere Zeit",
            "neither claim names another time",
        )
    if event.standing is Standing.ESTABLISHED:
        return ground(
            Standing.ESTABLISHED,
            "beide gelten dem Tag desselben Ereignisses",
            "both hold for the day of the same event",
        )
    return Ground(Standing.POSSIBLE, event.why)


def _other_weekday(a: Told, b: Told) -> bool:
    """Return whether both name a weekday, and not the same."""
    return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


def _names_day(told: Told) -> bool:
    """Return whether a claim names a day, be it known which or not."""
    return told.dated or told.date is not None or told.weekday is not None


def _other_date(a: Told, b: Told) -> bool:
    """Return whether both name a day of the calendar, and not the same."""
    return a.date is not None and b.date is not None and a.date != b.date


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
