"""Two states of one corpus: which findings did the edit bring, and which did it clear?

A finding is new if it rests on a sentence the edit touched and says something that was not said
before.  A typo mended in a sentence that was in conflict already changes its words, and so its
fingerprint, but not the conflict: same kind, same sentence, same reading on each side.

Floor 4 (gate).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from checker.gate.figures import Figures, alike
from checker.gate.sentences import Edit, edits
from checker.model import Finding, Report, Side

#: Sides up to which every way of matching them is tried.
_FEW = 5


@dataclass(frozen=True, slots=True)
class Delta:
    """What an edit did to the findings.

    Attributes:
        new: Brought by it, the changed side first; in the order of a report.
        resolved: Cleared by it; sides as before the edit.
        old: Were there before, whether the edit touched them or not.
        elsewhere: Not found before, but not brought by the edit either: on sentences nobody
            touched, or on figures that only got other words around them; not reported, only
            counted.
    """

    new: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    old: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]


def compare(before: Report | None, after: Report) -> Delta:
    """Return what happened to the findings between two states.

    Args:
        before: The state before the edit, None if there was nothing to read.
        after: The state after it.
    """
    changes = edits(before, after)
    figures = Figures(before, after, changes)
    were = before.findings if before else ()
    marks = {finding.fingerprint: finding for finding in were}
    left = {f.fingerprint for f in were} - {f.fingerprint for f in after.findings}
    gone = [finding for finding in were if finding.fingerprint in left]
    new: list[Finding] = []
    old: list[Finding] = []
    elsewhere: list[Finding] = []
    carried: set[str] = set()
    for finding in after.findings:
        known = marks.get(finding.fingerprint)
        touched = [side for side in finding.sides if changes[side.source].changed(side)]
        if known is not None and not (touched and finding.level.rank < known.level.rank):
            old.append(finding)
        elif not touched:
            elsewhere.append(finding)
        elif (earlier := _said_before(finding, were, gone, changes)) is not None:
            carried.add(earlier.fingerprint)
            old.append(finding)
        elif figures.kept(touched):
            elsewhere.append(finding)
        else:
            rest = [side for side in finding.sides if side not in touched]
            new.append(replace(finding, sides=(*touched, *rest)))
    resolved = [
        finding
        for finding in gone
        if finding.fingerprint not in carried
        and any(changes[side.source].vanished(side) for side in finding.sides)
        and not any(_shrunk(finding, other) for other in (*elsewhere, *old))
    ]
    return Delta(
        new=tuple(sorted(new, key=lambda f: f.order)),
        resolved=tuple(sorted(resolved, key=lambda f: f.order)),
        old=tuple(old),
        elsewhere=tuple(elsewhere),
    )


def reduced(after: Report, delta: Delta) -> Report:
    """Return the report on an edit: only what it brought and what it cleared."""
    notes = (
        ("unchanged-findings", str(len(delta.old))),
        ("findings-beside-the-edit", str(len(delta.elsewhere))),
    )
    coverage = replace(after.coverage, notes=(*after.coverage.notes, *notes))
    return replace(after, findings=delta.new, resolved=delta.resolved, coverage=coverage)


def _said_before(
    finding: Finding,
    were: Sequence[Finding],
    gone: Sequence[Finding],
    changes: Mapping[str, Edit],
) -> Finding | None:
    """Return the finding before the edit that said the same, None if none did.

    Either of the same sentences, or of the edited one beside another witness with the same value:
    which of several is named beside a sentence may turn on its wording.
    """
    alike = [e for e in were if e.type == finding.type and e.level.rank <= finding.level.rank]
    for earlier in alike:
        if earlier in gone and _sides_agree(earlier.sides, finding.sides, changes):
            return earlier
    for earlier in alike:
        if all(_has_counterpart(side, earlier, changes) for side in finding.sides):
            return earlier
    return None


def _sides_agree(
    before: Sequence[Side], after: Sequence[Side], changes: Mapping[str, Edit]
) -> bool:
    """Return whether the sides can be matched: same sentence, same reading."""
    orders = permutations(after) if len(after) <= _FEW else [tuple(after)]
    return len(before) == len(after) and any(
        all(_same_side(old, new, changes) for old, new in zip(before, order, strict=True))
        for order in orders
    )


def _same_side(old: Side, new: Side, changes: Mapping[str, Edit]) -> bool:
    return (
        old.source == new.source and _same_reading(old, new) and changes[new.source].same(old, new)
    )


def _same_reading(old: Side, new: Side) -> bool:
    """Return whether two sides were read alike; "75 Minuten" is "eine Stunde und 15 Minuten"."""
    if old.bar is None or new.bar is None:
        return old.bar is new.bar and old.reading == new.reading
    return old.bar.unit == new.bar.unit and alike(old.bar.hard, new.bar.hard)


def _has_counterpart(side: Side, earlier: Finding, changes: Mapping[str, Edit]) -> bool:
    for old in earlier.sides:
        if not _same_reading(old, side) or (side.bar is None and not side.reading.en):
            continue
        if not changes[side.source].changed(side) or _same_side(old, side, changes):
            return True
    return False


def _shrunk(earlier: Finding, now: Finding) -> bool:
    """Return whether a finding goes on between fewer of its sides."""
    words = {(side.source, side.quote) for side in earlier.sides}
    return earlier.type == now.type and all((s.source, s.quote) in words for s in now.sides)
