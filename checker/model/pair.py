"""Two claims near enough to be compared, and why that is fair.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.claim import Claim
from checker.model.phrase import Phrase
from checker.model.setting import ANYWHERE, Setting


class Standing(StrEnum):
    """How sure it is that two claims share something."""

    ESTABLISHED = "established"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground (event, participants, time, measure or scope) and why it stands so.

    Attributes:
        standing: Established, possible or excluded.
        why: For a reader.
        days: Whether nothing but the days the claims name speaks against it.
    """

    standing: Standing
    why: Phrase
    days: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims that may be held together.

    Attributes:
        left: The claim that comes first by (source id, start).
        right: The other.
        similarity: Best similarity that nominated the pair, -1..1, quantised to 1/1000.
        nominated: What proposed the pair: embedding, lexical, meaning, key, joined by "+".
        event: Same kind of occurrence, and the same one?
        participants: Same people or bodies?
        time: Same time?
        measure: Same measured quantity (for claims with figures)?
        scope: Same whole or part, same population?
        setting: What is known of the story both stand in.
    """

    left: Claim
    right: Claim
    similarity: float
    nominated: str
    event: Ground
    participants: Ground
    time: Ground
    measure: Ground
    scope: Ground
    setting: Setting = field(default=ANYWHERE, compare=False, repr=False)

    @property
    def within(self) -> bool:
        """Whether both claims stand in one source."""
        return self.left.source == self.right.source
