"""What is known of the story that two claims stand in.

Floor 0 (model).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.figure import Figure
from checker.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Setting:
    """How telling words are in one story, and which figures and times its sources give.

    Attributes:
        words: (language, base form) -> weight, 0..1; a word nobody counted weighs 1.
        keys: Meaning -> weight, 0..1.
        figures: Source id -> its figures, in order.
        moments: Source id -> its times, in order.
        together: Whether the caller vouches that both texts tell of one event (`check pairs`).
    """

    words: Mapping[tuple[str, str], float] = field(default_factory=dict)
    keys: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    moments: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    together: bool = False


ANYWHERE = Setting()
