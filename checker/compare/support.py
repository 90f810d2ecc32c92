"""Claims that only one origin makes; found by the judge, which knows the others.

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare._base import Comparer


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        least: Check-worthiness from which a lone claim is listed, 0..1.
        most: Most lone claims listed per story.
    """

    least: Decimal = Decimal("0.3")
    most: int = 40

    def __post_init__(self) -> None:
        if not 0 <= self.least <= 1:
            raise ValueError(f"least is a share, 0 <= least <= 1, got {self.least}")
        if self.most < 0:
            raise ValueError(f"most must not be negative, got {self.most}")


COMPARER: Final = Comparer(name="support", settings=Settings, slots=("source",), judged=True)
