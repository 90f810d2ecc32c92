"""Turn what an edit takes back into findings: the edited sentence against its witnesses.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from checker.compare import Departure, aside, departed, forget
from checker.judge.build import findings as build
from checker.judge.candidates import Candidate, by_comparer, lower
from checker.judge.rules import Rule
from checker.language.names import fold
from checker.language.telling import setting
from checker.model import Claim, Finding, Level, Report

#: Witnesses a changed word is held against, the best bound ones.
_WITNESSES: Final = 6
_ALARMS: Final = frozenset({Level.ERROR, Level.WARNING})


def witnessed(
    departures: Sequence[Departure], after: Report, rules: Sequence[Rule]
) -> tuple[Finding, ...]:
    """Return the findings of edited sentences that depart from what other places still say.

    Args:
        departures: Edited sentences as they were and as they are.
        after: The report after the edit; pairs that it already raises are not told twice.
        rules: The rules in force; each departure is told by the rule of its kind.
    """
    try:
        return _witnessed(departures, after, rules)
    finally:
        forget()


def _witnessed(
    departures: Sequence[Departure], after: Report, rules: Sequence[Rule]
) -> tuple[Finding, ...]:
    words = by_comparer(rules)
    told = _told(after.findings)
    published = {s.id: s.anchor for s in after.sources if s.anchor is not None}
    found: list[Candidate] = []
    for plain in departures:
        claims = _together(plain.new.claims[0].source, after)
        known = setting(claims)
        edited = {(c.source, c.sentence) for c in plain.new.claims}
        departure = replace(
            plain, names=_name_words(claims), beside=_sentences(claims), published=published
        )
        heard = [
            (weight, name, conflict)
            for witness in claims
            if (witness.source, witness.sentence) not in edited
            for name, conflict, weight in departed(departure, witness, known)
            if name in words
            and _family(words[name].id)
            not in told.get((conflict.sides[0].claim.id, witness.id), ())
        ]
        heard.sort(key=lambda h: (-h[0], h[2].sides[1].claim.id, h[1]))
        saying = {name for _, name, conflict in heard if not aside(conflict)}
        kept: dict[str, int] = {}
        for _, name, conflict in heard:
            rule = words[name]
            if rule.level is None or (name in saying and aside(conflict)):
                continue
            kept[name] = kept.get(name, 0) + 1
            if kept[name] > _WITNESSES:
                continue
            level = lower(rule.level, Level(conflict.cap))
            found.append(
                Candidate(rule=rule, conflict=conflict, pair=None, level=level, type=rule.type)
            )
    sources = {s.id: s for s in after.sources}
    return tuple(replace(f, ordinal=0) for f in build(found, sources))


def _together(source: str, report: Report) -> list[Claim]:
    """Return the claims of a source and of all that tell its stories."""
    members = {source} | {s for story in report.stories if source in story for s in story}
    return [c for c in report.claims if c.source in members]


def _sentences(claims: Sequence[Claim]) -> Mapping[tuple[str, int], tuple[Claim, ...]]:
    """Return the claims of each sentence."""
    found: dict[tuple[str, int], tuple[Claim, ...]] = {}
    for claim in claims:
        key = claim.source, claim.sentence
        found[key] = (*found.get(key, ()), claim)
    return found


def _name_words(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the words of all names, folded."""
    return frozenset(fold(w) for c in claims for n in c.names for w in n.text.split())


def _told(findings: Sequence[Finding]) -> Mapping[tuple[str, str], set[str]]:
    """Return claim ids of two sides -> families of rules ("FIG") that have an alarm for them."""
    found: dict[tuple[str, str], set[str]] = {}
    for finding in findings:
        if finding.level in _ALARMS:
            ids = [side.claim for side in finding.sides]
            for one in ids:
                for other in ids:
                    found.setdefault((one, other), set()).add(_family(finding.rule))
    return found


def _family(rule: str) -> str:
    """Return the letters of a rule's id: what it is about."""
    return rule.rstrip("0123456789")
