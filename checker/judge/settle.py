"""Weigh who says it and when, before a conflict becomes an alarm.

Two named parties who disagree are disputed: both texts may be right.  A later count that
says it moved on supersedes the earlier one.  A headline against its own body is a
self-conflict.  None of these is hidden; each is labelled.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from checker.compare import Conflict, lexicon
from checker.compare._words import bare
from checker.judge.candidates import Candidate, by_comparer, lower
from checker.judge.rules import Rule
from checker.model import Claim, Level, Phrase, Source

#: Types in which a later statement may replace an earlier one.
_GROWING = {"figure-conflict"}
#: Types two named parties may disagree on.
_DISPUTABLE = {"figure-conflict", "polarity-conflict", "role-conflict", "time-conflict",
               "place-conflict"}  # fmt: skip
#: How wordings begin that say as of when something was counted.
_AS_OF = ("bis ", "by ")
#: Precision of a time as of which something is counted.
_HOURLY = {"minute", "hour", "daypart"}
#: Letters by which parts of the day are told apart ("mittag", "mittwochabend").
_DAYPART = 5
#: Topics that may grow: counts, and counts of a part.
_COUNTS = {"count", "part"}
_ALARMS = {Level.ERROR, Level.WARNING}


def settle(
    candidates: Sequence[Candidate], sources: Mapping[str, Source], rules: Sequence[Rule]
) -> list[Candidate]:
    """Return the candidates with type, rule and level as attribution and time ask for."""
    words = by_comparer(rules)
    moved = _moved_on(candidates, sources)
    sharper = _sharper(candidates)
    found = []
    for candidate in candidates:
        settled = _sharpened(candidate, sharper)
        if settled.type in _GROWING and settled.level in _ALARMS:
            settled = _superseded(settled, sources, words.get("superseded"), moved)
        if settled.conflict.topic == "part" and settled.type != "superseded":
            continue
        if settled.type in _DISPUTABLE and settled.level in _ALARMS:
            settled = _disputed(settled, words.get("disputed"))
        if settled.level in _ALARMS:
            settled = _within(settled)
        found.append(settled)
    rivals = _rivals(found)
    return [_uncontested(c, rivals) for c in found]


def _sharper(candidates: Sequence[Candidate]) -> dict[tuple[str, str, str], Candidate]:
    """Return (claim, other source, measure) -> the conflict of a precise figure with the claim."""
    found: dict[tuple[str, str, str], Candidate] = {}
    for candidate in candidates:
        conflict = candidate.conflict
        if candidate.type != "figure-conflict" or len(conflict.sides) != 2:
            continue
        for mine, other in (conflict.sides, conflict.sides[::-1]):
            found.setdefault((mine.claim.id, other.claim.source, conflict.about), candidate)
    return found


def _sharpened(
    candidate: Candidate, sharper: Mapping[tuple[str, str, str], Candidate]
) -> Candidate:
    """Return a tension as a conflict if the vague side's own source is precise elsewhere.

    "Mehr als eine Stunde" agrees with two and a half hours; but where the same text puts the
    call at 75 minutes, its "more than an hour" means those.
    """
    conflict = candidate.conflict
    if candidate.type != "vaguer" or conflict.topic != "tension" or len(conflict.sides) != 2:
        return candidate
    for mine, other in (conflict.sides, conflict.sides[::-1]):
        precise = sharper.get((mine.claim.id, other.claim.source, conflict.about))
        if precise is None or mine.claim.source == other.claim.source:
            continue
        # the vague side and the precise one stand in one source; the other source is `mine`
        own = [
            words.de
            for side, (_, words) in zip(
                precise.conflict.sides,
                [(k, w) for k, w in precise.conflict.slots if k in {"left", "right"}],
                strict=False,
            )
            if side.claim.source == other.claim.source
        ]
        slots = dict(conflict.slots)
        left, right = slots["left"], slots["right"]
        remark = Phrase(
            f"{other.claim.source} nennt an anderer Stelle genauer: {', '.join(own)}",
            f"{other.claim.source} is more precise elsewhere: {', '.join(own)}",
        )
        return replace(
            candidate,
            rule=precise.rule,
            type=precise.type,
            level=lower(precise.level, Level.WARNING),
            remarks=(*candidate.remarks, remark),
            missing=precise.missing,
            conflict=replace(
                conflict, slots=(*precise.conflict.slots, ("left", left), ("right", right))
            ),
        )
    return candidate


def _rivals(found: Sequence[Candidate]) -> dict[str, set[str]]:
    """Return claim id -> keys of the parties that contradict it."""
    rivals: dict[str, set[str]] = {}
    for candidate in found:
        if candidate.type not in _DISPUTABLE | {"disputed"} or len(candidate.conflict.sides) != 2:
            continue
        if candidate.level not in _ALARMS and candidate.type != "disputed":
            continue
        first, last = candidate.first.claim, candidate.last.claim
        for claim, other in ((first, last), (last, first)):
            if party(other):
                rivals.setdefault(claim.id, set()).add(party(other))
    return rivals


def _uncontested(candidate: Candidate, rivals: Mapping[str, set[str]]) -> Candidate:
    """Return a lost attribution as a mere remark if no other party disputes the statement."""
    if candidate.type != "attribution-lost" or candidate.conflict.topic == "firm":
        return candidate
    own = {party(s.claim) for s in candidate.conflict.sides if party(s.claim)}
    free = [s.claim for s in candidate.conflict.sides if not party(s.claim)]
    if any(rivals.get(claim.id, set()) - own for claim in free):
        return candidate
    remark = Phrase(
        "keine andere Seite bestreitet die Aussage; deshalb nur ein Hinweis",
        "no other party disputes the statement; hence only a remark",
    )
    return replace(
        candidate,
        level=lower(candidate.level, Level.INFO),
        remarks=(*candidate.remarks, remark),
    )


def _disputed(candidate: Candidate, rule: Rule | None) -> Candidate:
    """Return the candidate as disputed if two different named parties vouch for its sides."""
    if len(candidate.conflict.sides) != 2:
        return candidate
    first, last = candidate.first.claim, candidate.last.claim
    if not differ(first, last):
        return candidate
    remark = Phrase(
        f"{_speaker(first)} sagt das eine, {_speaker(last)} das andere",
        f"{_speaker(first)} says the one, {_speaker(last)} the other",
    )
    measured = candidate.conflict.topic == "quantity" and not (_guessed(first) and _guessed(last))
    if measured or rule is None or rule.level is None:
        # what was measured does not depend on who tells it, so a person must look
        level = lower(candidate.level, Level.WARNING)
        return replace(candidate, level=level, remarks=(*candidate.remarks, remark))
    return replace(
        candidate,
        rule=rule,
        type=rule.type,
        level=rule.level,
        remarks=(*candidate.remarks, remark),
        conflict=replace(candidate.conflict, slots=_speakers(candidate.conflict, first, last)),
    )


def _guessed(claim: Claim) -> bool:
    """Return whether a claim estimates, or tells what would have been, instead of measuring."""
    words = {w for t in claim.tokens for w in (t.text.casefold(), t.lemma.casefold())}
    return bool(words & lexicon.words(claim.lang, "estimating"))


def _speakers(conflict: Conflict, first: Claim, last: Claim) -> tuple[tuple[str, Phrase], ...]:
    who, other = _speaker(first), _speaker(last)
    return (
        *conflict.slots,
        ("speaker", Phrase(who, who)),
        ("other", Phrase(other, other)),
    )


def _speaker(claim: Claim) -> str:
    return bare(claim.attribution.speaker or claim.attribution.key or claim.subject or "?")


def differ(first: Claim, last: Claim) -> bool:
    """Return whether two different named parties vouch for two claims."""
    one, two = party(first), party(last)
    return bool(one and two) and one != two


def party(claim: Claim) -> str:
    """Return a key of who vouches for a claim, empty for the outlet itself.

    "Die Bergwacht zählt zwei Verletzte" names its party as the subject of a verb of counting.
    """
    attribution = claim.attribution
    if attribution.kind != "outlet":
        return attribution.key or attribution.speaker.casefold() or attribution.kind
    if claim.verb.casefold() in lexicon.words(claim.lang, "tallying") and claim.subject:
        subject = claim.subject.casefold()
        return subject if any(t.lemma.casefold() == subject for t in claim.tokens) else ""
    return ""


def _within(candidate: Candidate) -> Candidate:
    """Return the candidate as self-conflict if a headline disagrees with its own body."""
    if len(candidate.conflict.sides) != 2 or not candidate.within:
        return candidate
    parts = {candidate.first.claim.part, candidate.last.claim.part}
    if parts & {"headline", "teaser"} and len(parts) == 2:
        return replace(candidate, type="self-conflict")
    return candidate


def _superseded(
    candidate: Candidate,
    sources: Mapping[str, Source],
    rule: Rule | None,
    moved: Mapping[tuple[str, str], set[str]],
) -> Candidate:
    """Return the candidate as superseded if the later side says that the count moved on."""
    ordered = in_time(candidate, sources)
    if ordered is None or rule is None or rule.level is None:
        return candidate
    earlier, later = ordered
    first, last = candidate.conflict.sides[earlier].claim, candidate.conflict.sides[later].claim
    cue = grown(last) if candidate.conflict.topic in _COUNTS else ""
    before = grown(first)
    if cue.startswith(_AS_OF) and before.startswith(_AS_OF):
        other_hour = first.lang == last.lang and cue[-_DAYPART:] != before[-_DAYPART:]
        if not (other_hour and _grew(candidate.conflict, earlier, later)):
            return candidate  # both only say as of when they count, and it is the same hour
    if not cue and _grew(candidate.conflict, earlier, later):
        cue = lexicon.has_phrase(first.quote, first.lang, "unfinished")
    values = candidate.conflict.values
    known = moved.get((_story_key(candidate), candidate.conflict.about), set())
    counted = candidate.conflict.topic in _COUNTS
    if not cue and not (counted and values and values[later] in known):
        return candidate
    remark = Phrase(
        f"{last.source} spricht später und zeigt mit „{cue or 'neuer Stand'}“, dass gezählt wurde",
        f"{last.source} speaks later and shows by “{cue or 'a newer count'}” that the count moved",
    )
    return replace(
        candidate,
        rule=rule,
        type=rule.type,
        level=rule.level,
        remarks=(*candidate.remarks, remark),
        conflict=replace(
            candidate.conflict,
            slots=(
                *candidate.conflict.slots,
                ("earlier", _slot(candidate.conflict, earlier)),
                ("later", _slot(candidate.conflict, later)),
            ),
        ),
        missing=Phrase("", "") if first.source != last.source else candidate.missing,
    )


def _grew(conflict: Conflict, earlier: int, later: int) -> bool:
    """Return whether the later figure is the larger one."""
    old, new = conflict.sides[earlier].bar, conflict.sides[later].bar
    return old is not None and new is not None and new.hard.low > old.hard.low


def _slot(conflict: Conflict, index: int) -> Phrase:
    slots = dict(conflict.slots)
    return slots["left" if index == 0 else "right"]


def _story_key(candidate: Candidate) -> str:
    return ""


def _moved_on(
    candidates: Sequence[Candidate], sources: Mapping[str, Source]
) -> dict[tuple[str, str], set[str]]:
    """Return, per measure, the values that a later text says replaced an earlier one."""
    found: dict[tuple[str, str], set[str]] = {}
    for candidate in candidates:
        if candidate.type not in _GROWING or candidate.conflict.topic not in _COUNTS:
            continue
        ordered = in_time(candidate, sources)
        if ordered is None:
            continue
        later = ordered[1]
        if grown(candidate.conflict.sides[later].claim) and candidate.conflict.values:
            key = (_story_key(candidate), candidate.conflict.about)
            found.setdefault(key, set()).add(candidate.conflict.values[later])
    return found


def in_time(candidate: Candidate, sources: Mapping[str, Source]) -> tuple[int, int] | None:
    """Return (index of the earlier side, index of the later) by time of statement, or None."""
    if len(candidate.conflict.sides) != 2:
        return None
    spans = [
        (s.published_low, s.published_high)
        for s in (sources[side.claim.source] for side in candidate.conflict.sides)
    ]
    if _before(spans[0], spans[1]):
        return 0, 1
    if _before(spans[1], spans[0]):
        return 1, 0
    return None


def _before(
    first: tuple[datetime | None, datetime | None], last: tuple[datetime | None, datetime | None]
) -> bool:
    """Return whether the first surely lies before the last."""
    if first[0] is None or last[0] is None or first[1] is None:
        return False
    return first[0] < last[0]


def grown(claim: Claim) -> str:
    """Return the words by which a claim shows that a count has moved on, or empty.

    "Bis zum Sonntagmorgen", whatever the day: it says as of when.
    """
    phrase = lexicon.has_phrase(claim.quote, claim.lang, "grown")
    if phrase:
        return phrase
    of = _AS_OF[claim.lang != "de"]
    times = (m for m in claim.moments if m.role == "until" and m.precision in _HOURLY)
    return next((of + m.text.casefold().removeprefix(of) for m in times), "")
