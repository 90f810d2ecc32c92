"""The findings a desk has decided to live with, each with its reason.

An entry is known by the fingerprint of its words, so moving a paragraph changes nothing and
editing either quote opens the finding again.  How the list is kept in a file stands in
`baseline_file`.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from checker.model import NOTHING, Finding, Level, Side

#: The file looked for when none is named.
DEFAULT_NAME: Final = "checker-baseline.json"
#: Findings with the same quotes in the same sources that are told apart by their ordinal.
_ORDINALS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One accepted finding.

    Attributes:
        id: Fingerprint of the finding.
        rule: Its rule.
        sides: (source id, quote with single blanks) of each side, sorted.
        because: Reason given by a person, empty if the finding was only recorded.
        author: Who decided, empty if only recorded.
        date: Day of the decision, ISO 8601, empty if only recorded.
    """

    id: str
    rule: str
    sides: tuple[tuple[str, str], ...]
    because: str = ""
    author: str = ""
    date: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: sources, rule, quotes, id."""
        return (tuple(s for s, _ in self.sides), self.rule, self.sides, self.id)

    @property
    def quotes(self) -> tuple[str, tuple[str, ...]]:
        """What stays when a file is renamed: the rule and the words."""
        return self.rule, tuple(sorted(quote for _, quote in self.sides))


#: A baseline is its entries, sorted, each id once.
Baseline = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """Findings seen through a baseline.

    Attributes:
        findings: As given, known ones with status accepted and their reason; same order.
        matched: Fingerprint of a finding -> the entry that covers it.
        stale: Entries whose sources were all read, but the finding is gone.
        absent: Entries that name a source this run did not read; nothing is known about them.
    """

    findings: tuple[Finding, ...]
    matched: Mapping[str, Entry]
    stale: Baseline
    absent: Baseline


def entry_of(finding: Finding, *, because: str = "", author: str = "", date: str = "") -> Entry:
    """Return the entry that covers a finding."""
    return Entry(
        id=finding.fingerprint,
        rule=finding.rule,
        sides=_normal((side.source, side.quote) for side in finding.sides),
        because=" ".join(because.split()),
        author=" ".join(author.split()),
        date=date,
    )


def entry_from(
    rule: str, sides: Iterable[tuple[str, str]], ident: str, **decision: str
) -> Entry | None:
    """Return the entry for a finding known by its content; None if `ident` is not its name."""
    normal = _normal(sides)
    if not normal or ident not in _names(rule, normal):
        return None
    return Entry(id=ident, rule=rule, sides=normal, **decision)


def apply(findings: Sequence[Finding], baseline: Baseline, read: Collection[str]) -> Applied:
    """Return the findings with what the baseline says of them.

    A renamed file opens nothing again: where an entry names a source that is gone, a finding with
    the same rule and the same words takes its place.

    Args:
        findings: Of one run.
        baseline: What was accepted.
        read: Ids of the sources wholly read in this run.
    """
    by_id = {entry.id: entry for entry in baseline}
    matched = {f.fingerprint: by_id[f.fingerprint] for f in findings if f.fingerprint in by_id}
    taken = {entry.id for entry in matched.values()}
    moved: dict[tuple[str, tuple[str, ...]], list[Entry]] = {}
    for entry in sorted(baseline, key=lambda e: e.order):
        if entry.id not in taken and any(source not in read for source, _ in entry.sides):
            moved.setdefault(entry.quotes, []).append(entry)
    for finding in findings:
        mark = finding.fingerprint
        if mark in matched or not moved:
            continue
        own = entry_of(finding)
        for entry in moved.get(own.quotes, ()):
            if _renamed(entry, own, read):
                matched[mark] = entry
                taken.add(entry.id)
                moved[own.quotes].remove(entry)
                break
    left = [entry for entry in baseline if entry.id not in taken]
    return Applied(
        findings=tuple(_seen(f, matched.get(f.fingerprint)) for f in findings),
        matched=matched,
        stale=tuple(e for e in left if all(source in read for source, _ in e.sides)),
        absent=tuple(e for e in left if any(source not in read for source, _ in e.sides)),
    )


def _seen(finding: Finding, entry: Entry | None) -> Finding:
    if entry is None:
        return finding
    return replace(finding, status="accepted", because=entry.because)


def _renamed(entry: Entry, own: Entry, read: Collection[str]) -> bool:
    """Return whether the two differ only by sources that are no longer there."""
    free = list(own.sides)
    gone = []
    for source, quote in entry.sides:
        if (source, quote) in free:
            free.remove((source, quote))
        elif source in read:
            return False
        else:
            gone.append(quote)
    return sorted(gone) == sorted(quote for _, quote in free)


def refreshed(
    findings: Sequence[Finding],
    baseline: Baseline,
    read: Collection[str],
    *,
    level: Level = Level.WARNING,
) -> Baseline:
    """Return the baseline after recording all findings at or above `level`.

    Decisions stay with their findings; an entry a person gave a reason for is kept even when its
    finding is gone (`pruned` removes it), and so is one about sources that were not read.
    """
    seen = apply(findings, baseline, read)
    entries = [*seen.absent, *(e for e in seen.stale if e.because)]
    for finding in findings:
        known = seen.matched.get(finding.fingerprint)
        if known is not None:
            entries.append(
                entry_of(finding, because=known.because, author=known.author, date=known.date)
            )
        elif finding.level.rank <= level.rank:
            entries.append(entry_of(finding))
    return sorted_entries(entries)


def pruned(applied: Applied, baseline: Baseline, *, gone: bool = False) -> Baseline:
    """Return the baseline without stale entries.

    Args:
        applied: What `apply` said of this baseline.
        baseline: The entries.
        gone: Also drop entries that name a source this run did not read.
    """
    drop = {e.id for e in applied.stale}
    if gone:
        drop |= {e.id for e in applied.absent}
    return tuple(e for e in baseline if e.id not in drop)


def accepted(baseline: Baseline, entries: Iterable[Entry]) -> Baseline:
    """Return the baseline with decisions added; a new decision replaces the old one of its id."""
    by_id = {entry.id: entry for entry in baseline}
    by_id.update({entry.id: entry for entry in entries})
    return sorted_entries(by_id.values())


def _names(rule: str, sides: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Yield the fingerprints a finding with this content can have, one per ordinal."""
    finding = Finding(
        rule=rule,
        name="",
        type="",
        level=Level.INFO,
        scope="",
        sides=tuple(Side(source=s, start=0, end=len(q), quote=q) for s, q in sides),
        message=NOTHING,
        reckoning=(NOTHING,),
        remedy=NOTHING,
    )
    for ordinal in range(_ORDINALS):
        yield replace(finding, ordinal=ordinal).fingerprint


def _normal(sides: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((source, " ".join(quote.split())) for source, quote in sides))


def sorted_entries(entries: Iterable[Entry]) -> Baseline:
    """Return entries in the order of the file."""
    return tuple(sorted(entries, key=lambda entry: entry.order))
