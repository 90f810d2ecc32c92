"""What a rule says about one or more claims; cannot be built without an explanation.

Floor 0 (model).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from checker.model.interval import Interval
from checker.model.pair import Ground
from checker.model.phrase import NOTHING, Phrase


class Level(StrEnum):
    """How loudly a rule speaks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return ("error", "warning", "info").index(self.value)


@dataclass(frozen=True, slots=True)
class Bar:
    """What a number line draws for one side.

    Attributes:
        hard: What the wording excludes, in `unit`, slack for rounding included.
        soft: What it suggests.
        unit: Canonical unit.
        label: The figure as written.
    """

    hard: Interval
    soft: Interval
    unit: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One place a finding rests on.

    Attributes:
        source: Id of the source.
        start: First code point of `Source.text`.
        end: One past the last.
        quote: ``source.text[start:end]``.
        claim: Id of the claim, empty if none.
        line: 1-based.
        column: 1-based, code points.
        reading: What was read from it ("exactly 75 min", "denied").
        marks: Spans in `Source.text` to underline (the figure, the name, the negation).
        bar: What the number line draws, None if nothing numeric.
        speaker: Who vouches, empty for the outlet.
        as_of: When the statement holds or was made, as text; empty if unknown.
    """

    source: str
    start: int
    end: int
    quote: str
    claim: str = ""
    line: int = 0
    column: int = 0
    reading: Phrase = NOTHING
    marks: tuple[tuple[int, int], ...] = ()
    bar: Bar | None = None
    speaker: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Claims that do not stand together, or one that stands alone.

    Attributes:
        rule: Rule id ("FIG01").
        name: Rule name ("conflicting-figure").
        type: figure-conflict, time-conflict, polarity-conflict, role-conflict, place-conflict,
            name-conflict, quote-conflict, attribution-lost, disputed, superseded, vaguer,
            copied, unsupported, self-conflict.
        level: error, warning, info.
        scope: cross-source or within-source.
        sides: The places concerned: one if unsupported, two or more otherwise.
        message: One sentence for a reader who sees nothing else.
        reckoning: Each step from the quotes to the verdict, checkable by hand.
        remedy: What would clear the finding, or the question to ask.
        limits: What this finding cannot know.
        grounds: (name, ground) for event, participants, time, measure, scope; may be empty.
        missing: What is not settled, empty wordings if nothing.
        weight: For ordering inside a level, larger first, 0..1, quantised.
        status: open or accepted.
        because: Reason given when accepted or suppressed.
        ordinal: 0, or 1.. if the same quotes occur again in the same sources.
    """

    rule: str
    name: str
    type: str
    level: Level
    scope: str
    sides: tuple[Side, ...]
    message: Phrase
    reckoning: tuple[Phrase, ...]
    remedy: Phrase
    limits: Phrase = NOTHING
    grounds: tuple[tuple[str, Ground], ...] = ()
    missing: Phrase = NOTHING
    weight: float = 0.0
    status: str = "open"
    because: str = ""
    ordinal: int = 0

    def __post_init__(self) -> None:
        if not self.sides or not self.reckoning:
            raise ValueError(f"{self.rule}: a finding needs a side and a reckoning")

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that survive moved lines but not changed words."""
        sides = sorted(f"{s.source}\t{' '.join(s.quote.split())}" for s in self.sides)
        content = [self.rule, *sides, *([str(self.ordinal)] if self.ordinal else [])]
        return hashlib.sha256("\n".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: level, weight, place, rule."""
        first = self.sides[0]
        return (
            self.level.rank,
            -self.weight,
            first.source,
            first.start,
            self.rule,
            self.fingerprint,
        )
