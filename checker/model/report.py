"""Everything a report shows; a value, so every form of report shows the same.

Floor 0 (model).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.claim import Claim
from checker.model.finding import Finding, Level
from checker.model.source import InputRecord, Source


@dataclass(frozen=True, slots=True)
class Support:
    """Who else says so.

    Attributes:
        status: corroborated, contested, single-origin, not-checkable.
        by: Ids of supporting claims from independent origins.
    """

    status: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Sources that are one witness.

    Attributes:
        origin: Key of the origin (source id of the earliest, or agency name).
        members: Source ids, sorted.
        kind: copy or agency.
        share: Share of the smaller text found in the other, 0..1, quantised to 1/100.
    """

    origin: str
    members: tuple[str, ...]
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was and what was not checked, counted.

    Attributes:
        inputs: One record per input, sorted by path.
        characters: Characters in all sources read.
        furniture: Characters marked as furniture.
        claims: Claims read.
        figures: Figures read.
        compared: Pairs held together.
        not_comparable: Claims that met no other claim.
        capped: Pairs dropped because a cap was reached, 0 if none.
        notes: Further remarks as (key, detail).
    """

    inputs: tuple[InputRecord, ...]
    characters: int = 0
    furniture: int = 0
    claims: int = 0
    figures: int = 0
    compared: int = 0
    not_comparable: int = 0
    capped: int = 0
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a run.

    Attributes:
        run: Provenance: tool version, model name, digest, rules digest, settings (JSON values);
            no clock, no absolute path.
        coverage: The ledger.
        sources: Sorted by id.
        claims: Sorted by (source, start, end).
        origins: Source id -> origin key.
        families: Copies and shared agency text.
        stories: Source ids per story.
        support: Claim id -> support.
        findings: In fixed order (`Finding.order`).
        ui_lang: Language of the interface, de or en.
        resolved: Findings of the state before an edit that the edit has cleared; empty unless
            two states were compared, and then `findings` are only those the edit brought.
    """

    run: Mapping[str, object]
    coverage: Coverage
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    origins: Mapping[str, str] = field(default_factory=dict)
    families: tuple[Family, ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    support: Mapping[str, Support] = field(default_factory=dict)
    ui_lang: str = "de"
    resolved: tuple[Finding, ...] = ()

    def reaches(self, level: Level | None) -> bool:
        """Return whether an open finding is at or above `level`; None is never reached."""
        return level is not None and any(
            f.status == "open" and f.level.rank <= level.rank for f in self.findings
        )
