"""The value of a numeral and how one word follows another.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

ONE: Final = Decimal(1)
WORD: Final = re.compile(r"[^\W\d_]+")
JOINT: Final = re.compile(r"[ ]?[-\u2010\u2011—][ ]?|[ \u00a0\u202f\u2009]{1,3}|\n")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral with its place.

    Attributes:
        start: First code point.
        end: One past the last.
        value: Its value.
        place: Place value of the last stated digit, > 0.
        form: card, ord, ratio, times, factor, vague, few, many, both, only, none, article,
            measure, mid, score, clock or half.
        digits: Whether it begins with digits.
        unit: Id of the unit it carries ("zweistündig"), empty if none.
        low: Least value, if the word allows several.
        high: Greatest, ditto.
        scale: Magnitude its last word multiplied by (1 if none).
    """

    start: int
    end: int
    value: Decimal
    place: Decimal
    form: str = "card"
    digits: bool = False
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = ONE


def place_of(value: Decimal) -> Decimal:
    """Return the place value of the last digit that is not zero; 1 for zero."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) else ONE


def next_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the word after the blank or hyphen at `at`, None if there is none."""
    joint = JOINT.match(text, at)
    word = WORD.match(text, joint.end() if joint else at)
    return word.span() if word and (joint or at == 0) else None


def times(found: Numeral, factor: Decimal, end: int) -> Numeral:
    """Return a numeral times a magnitude whose word ends at `end`."""
    scale = factor if found.scale == 1 else found.scale * factor
    return replace(
        found, end=end, value=found.value * factor, place=found.place * factor, scale=scale
    )
