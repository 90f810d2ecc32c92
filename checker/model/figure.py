"""A numeral as written and what it means.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from checker.model.interval import Interval


class Kind(StrEnum):
    """The dimension of a figure; figures of different kinds never compare directly."""

    COUNT = "count"
    ORDINAL = "ordinal"
    TIMES = "times"  # sechsmal: how often
    FACTOR = "factor"  # verdreifacht, doppelt so viel
    RATIO = "ratio"  # ein Drittel, jeder Fünfte, drei von zehn: 0..1, unit "1"
    SCORE = "score"  # 3:1
    PERCENT = "percent"
    POINTS = "percentage-point"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"
    DISTANCE = "distance"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a figure counts or measures (the `of`), read from the words around it.

    Attributes:
        noun: Lemma of the head noun as the language writes it ("Kind", "Verletzter", "train"),
            empty if none.
        verb: Lemma of the governing verb ("dauern", "verletzen", "kill"), empty if none.
        qualifiers: Lower-case lemmas of attributes that narrow the noun ("leicht verletzt",
            "registered"), sorted.
        concept: Language-free key from the lexicon for measures every desk knows ("dead",
            "injured", "arrested", "duration", "participants", "passengers" ...), empty if the
            lexicon knows none.
        part_of: True if the wording names a part ("darunter fünf Kinder", "davon", "of whom").
        start: Offset of the head noun in the text, or -1.
        end: Its end, or -1.
    """

    noun: str = ""
    verb: str = ""
    qualifiers: tuple[str, ...] = ()
    concept: str = ""
    part_of: bool = False
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with its span, its bounds and what it measures.

    Attributes:
        start: First code point, in the text it was read from.
        end: One past the last code point; ``text == whole[start:end]``.
        text: The words as written, modifier included ("mehr als eine Stunde").
        kind: Its dimension.
        hard: What the wording excludes, in `unit`, before any slack for rounding; a plain
            figure is a point.
        soft: What a reader expects; lies within `hard`.
        unit: Canonical unit: s, m, m2, m3, g, m/s, degC, degF, K, J, W, byte, ISO 4217, %, pp,
            year (ages), 1.
        written: The unit as written ("Stunden"), empty for bare counts.
        granularity: Place value of the last stated digit, in `unit`, > 0.
        modifier: about, over, at-least, under, at-most, nearly, good, range, plus-minus, vague,
            exactly; empty if none.
        discrete: Whether only whole numbers make sense (people, ordinals, times, ages).
        of: What is counted or measured.
    """

    start: int
    end: int
    text: str
    kind: Kind
    hard: Interval
    soft: Interval
    unit: str
    written: str = ""
    granularity: Decimal = Decimal(1)
    modifier: str = ""
    discrete: bool = False
    of: Measured = field(default_factory=Measured)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span must be 0 <= start < end, got {self.start}..{self.end}")
        if self.granularity <= 0:
            raise ValueError(f"granularity must be positive, got {self.granularity}")

    def moved(self, offset: int) -> Figure:
        """Return the same figure with its spans shifted by `offset` code points."""
        of = self.of
        if of.start >= 0:
            of = replace(of, start=of.start + offset, end=of.end + offset)
        return replace(self, start=self.start + offset, end=self.end + offset, of=of)
