"""Merge what repeats and turn candidates into findings.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checker.compare import Reading
from checker.judge.candidates import Candidate, grounds
from checker.model import Finding, Phrase, Side, Source

#: Most places one finding shows.
_MOST_SIDES = 8


def findings(candidates: Sequence[Candidate], sources: Mapping[str, Source]) -> list[Finding]:
    """Return the findings, repetitions merged, in their fixed order."""
    found = [_finding(group, sources) for group in merged(candidates)]
    return sorted(_numbered(found), key=lambda f: f.order)


def merged(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return groups of candidates that say the same about the same two sources.

    One fact repeated in a headline, a teaser and a body is one disagreement.
    """
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in sorted(candidates, key=_place):
        conflict = candidate.conflict
        sides = conflict.sides
        if len(sides) != 2 or not conflict.values:
            key: tuple[object, ...] = (candidate.rule.id, *(s.claim.id for s in sides))
        else:
            ends = tuple((s.claim.source, v) for s, v in zip(sides, conflict.values, strict=True))
            key = (candidate.type, conflict.about, tuple(sorted(ends)))
        groups.setdefault(key, []).append(candidate)
    return [sorted(g, key=_strength) for g in groups.values()]


def _strength(candidate: Candidate) -> tuple[object, ...]:
    return (candidate.level.rank, bool(candidate.missing.de), *_place(candidate))


def _place(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.rule.id,
        *((s.claim.source, s.claim.start, s.claim.end, s.marks) for s in candidate.conflict.sides),
    )


def _finding(group: Sequence[Candidate], sources: Mapping[str, Source]) -> Finding:
    """Return one finding for a group; the strongest candidate speaks."""
    best = group[0]
    conflict = best.conflict
    readings: dict[tuple[str, int, int], Reading] = {}
    for candidate in group:
        for reading in candidate.conflict.sides:
            key = (reading.claim.source, *_span(reading))
            readings.setdefault(key, reading)
    sides = tuple(side(r, sources) for r in list(readings.values())[:_MOST_SIDES])
    reckoning = tuple(dict.fromkeys((*conflict.reckoning, *best.remarks)))
    return Finding(
        rule=best.rule.id,
        name=best.rule.name,
        type=best.type,
        level=best.level,
        scope="within-source" if len({s.source for s in sides}) == 1 else "cross-source",
        sides=sides,
        message=best.rule.says(conflict.slots),
        reckoning=reckoning,
        remedy=best.rule.remedy,
        limits=best.rule.limits,
        grounds=() if best.pair is None else grounds(best.pair, conflict),
        missing=best.missing,
        weight=_weight(best),
    )


def _weight(candidate: Candidate) -> float:
    if candidate.weight is not None:
        return candidate.weight
    worth = max(s.claim.worth for s in candidate.conflict.sides)
    settled = 0.0 if candidate.missing.de else 0.5
    return round(settled + worth / 2, 3)


def _span(reading: Reading) -> tuple[int, int]:
    if reading.start >= 0:
        return reading.start, reading.end
    return reading.claim.start, reading.claim.end


def side(reading: Reading, sources: Mapping[str, Source]) -> Side:
    """Return a reading as a place in its source."""
    claim, source = reading.claim, sources[reading.claim.source]
    start, end = _span(reading)
    line, column = source.line_column(start)
    return Side(
        source=claim.source,
        start=start,
        end=end,
        quote=source.text[start:end],
        claim=claim.id,
        line=line,
        column=column,
        reading=reading.reads,
        marks=reading.marks,
        bar=reading.bar,
        speaker=claim.attribution.speaker,
        as_of="" if source.published is None else source.published.value,
    )


def _numbered(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings with ordinals where two would have one fingerprint."""
    seen: dict[str, int] = {}
    numbered = []
    for finding in found:
        count = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = count + 1
        numbered.append(replace(finding, ordinal=count) if count else finding)
    return numbered


def joined(parts: Sequence[Phrase], *, de: str = "; ", en: str = "; ") -> Phrase:
    """Return several phrases as one."""
    return Phrase(de.join(p.de for p in parts), en.join(p.en for p in parts))
