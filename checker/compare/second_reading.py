"""What an optional NLI model reads as a contradiction; asked by the judge, not computed here.

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checker.compare._base import Comparer


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        most: Most pairs the model reads, nearest first; the rest is counted.
    """

    most: int = 2000

    def __post_init__(self) -> None:
        if self.most < 0:
            raise ValueError(f"most must not be negative, got {self.most}")


COMPARER: Final = Comparer(name="second_reading", settings=Settings, slots=("model",), judged=True)
