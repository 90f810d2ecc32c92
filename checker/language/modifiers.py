"""Words that widen or bound a number, and the intervals they make.

"Mehr als", "knapp", "bis zu" stand before the number, "oder mehr" after it; the longest wording
wins ("nicht mehr als" is an upper bound, "mehr als" a lower one).

Floor 2 (language).
Sources: the factors are proposals of this project: hard is what the wording excludes with
certainty, soft what it suggests; they were chosen so that wordings of one value meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from checker.language.data import language_data
from checker.model import INFINITY, Interval

#: Share of the value "etwa" may be off, soft; hard is twice that.
ABOUT: Final = Decimal("0.1")
#: The slack of a round figure ("etwa 1000") reaches its last stated digit, but no more than this.
ROUND: Final = Decimal("0.25")
_TWO: Final = Decimal(2)
_LONGEST: Final = 5
_EDGES: Final = "(„“\"'»«‚‘[–—,;"


@dataclass(frozen=True, slots=True)
class ModifierWords:
    """The modifiers of a language, as tuples of lower-case words.

    Attributes:
        before: Wording before the number to modifier.
        last: Last words of those wordings, to rule most words out at once.
        after: Wording after the number to modifier.
        first: First words of those.
        inflected: Form between article and unit to modifier ("gute").
        article: Modifier that is one only before an article ("an einem Tag").
        never: Modifier to words before it after which it is none.
    """

    before: Mapping[tuple[str, ...], str]
    last: frozenset[str]
    after: Mapping[tuple[str, ...], str]
    first: frozenset[str]
    inflected: Mapping[str, str]
    never: Mapping[str, frozenset[str]]
    article: Mapping[str, str]


@cache
def modifier_words(lang: str) -> ModifierWords:
    """Return the compiled modifiers of a language."""
    data = language_data(lang)["figures"]

    def wordings(table: Mapping[str, list[str]]) -> dict[tuple[str, ...], str]:
        return {tuple(w.split()): name for name, words in table.items() for w in words}

    before, after = wordings(data["modifiers"]), wordings(data["modifiers_after"])
    inflected = {w: name for name, ws in data.get("modifiers_inflected", {}).items() for w in ws}
    return ModifierWords(
        before,
        frozenset(w[-1] for w in before),
        after,
        frozenset(w[0] for w in after),
        inflected,
        {w: frozenset(ws) for w, ws in data.get("modifiers_never", {}).items()},
        data.get("modifiers_article", {}),
    )


def words_before(text: str, at: int, count: int = _LONGEST) -> list[str]:
    """Return up to `count` blank-separated words before `at`, the nearest last."""
    return text[max(0, at - 48) : at].rsplit(None, count)[-count:]


def modifier_before(text: str, at: int, words: ModifierWords) -> tuple[str, int] | None:
    """Return the modifier that ends right before `at` and its start, None if there is none."""
    if at and text[at - 1] in "~≈<>≤≥±":
        sign = at - 1
        if sign and text[sign - 1] in "<>=":
            sign -= 1
        found = words.before.get((text[sign:at],))
        return (found, sign) if found else None
    if not at or not (text[at - 1].isspace() or text[at - 1] in "'’"):
        return None
    near = words_before(text, at)
    last = near[-1].lower().lstrip(_EDGES).replace("’", "'") if near else ""
    if last not in words.last:
        return None
    lower = [w.lower().replace("’", "'") for w in near]
    for count in range(min(_LONGEST, len(lower)), 0, -1):
        wording = lower[-count:]
        wording[0] = wording[0].lstrip(_EDGES)
        found = words.before.get(tuple(wording))
        if found is not None:
            if count == 1 and len(lower) > 1 and lower[-2] in words.never.get(wording[0], ()):
                return None
            return found, _start_of(text, at, near[-count:], len(wording[0]))
    return None


def _start_of(text: str, at: int, wording: list[str], first: int) -> int:
    """Return where the wording that ends before `at` begins; `first` is its first word's length."""
    end = at
    for word in reversed(wording):
        while text[end - 1].isspace():
            end -= 1
        end -= len(word)
    return end + len(wording[0]) - first


def modifier_after(text: str, at: int, words: ModifierWords) -> tuple[str, int] | None:
    """Return the modifier that begins after the figure that ends at `at`, and its end."""
    if text.startswith("+", at) and not text[at + 1 : at + 2].isalnum():
        found = words.after.get(("+",))
        return (found, at + 1) if found else None
    if not text.startswith(" ", at):
        return None
    near = text[at : at + 40].split(None, 4)[:4]
    if not near or near[0].lower().rstrip(".,;:!?)") not in words.first:
        return None
    lower = [w.lower() for w in near]
    for count in range(len(lower), 0, -1):
        wording = lower[:count]
        wording[-1] = wording[-1].rstrip('.,;:!?)“”"')
        found = words.after.get(tuple(wording))
        if found is not None:
            end = at
            for index, word in enumerate(near[:count]):
                end = text.index(word, end) + len(wording[index])
            follows = (
                near[count].lower()
                if count < len(near) and near[count - 1] == lower[count - 1]
                else ""
            )
            if follows[:1].isdecimal() or follows in {"than", "als"}:
                return None
            return found, end
    return None


def bounds(
    low: Decimal, high: Decimal, place: Decimal, modifier: str, *, floor: Decimal
) -> tuple[Interval, Interval]:
    """Return the hard and the soft interval of a wording.

    Args:
        low: Stated value, or the lower one of a range.
        high: Stated value, or the upper one of a range.
        place: Place value of the last stated digit, same unit.
        modifier: Key of the modifier, empty for none.
        floor: Least value that makes sense: 0 for what cannot be negative, else -Infinity.
    """
    size = max(abs(low), abs(high))
    if modifier == "over":
        return Interval(low, INFINITY, True, True), _open(low, max(_TWO * low, low + size))
    if modifier == "at-least":
        soft = Interval(low, max(_TWO * low, low + size))
        return Interval(low, INFINITY, False, True), soft
    if modifier == "under":
        least = min(floor, high)
        if least == high:
            return Interval.point(high), Interval.point(high)
        return Interval(least, high, least != floor or floor.is_infinite(), True), Interval(
            high - size / 2, high, False, bool(size)
        )
    if modifier == "at-most":
        least = min(floor, high)
        return Interval(least, high, least.is_infinite(), False), Interval(high - size / 2, high)
    if modifier == "nearly":
        return _below(high, size, Decimal("0.2")), _below(high, size, Decimal("0.1"))
    if modifier == "most-of":
        return _below(high, size, Decimal("0.5"), open_=True), _below(
            high, size, Decimal("0.5"), open_=True
        )
    if modifier == "good":
        return Interval(low, high + size / 2), Interval(low, high + size / 4)
    if modifier == "about":
        slack = max(ABOUT * size, min(place, ROUND * size))
        hard = Interval(max(low - 2 * slack, min(floor, low)), high + 2 * slack)
        if low != high:
            return hard, Interval(low, high)
        return hard, Interval(max(low - slack, min(floor, low)), high + slack)
    return Interval(low, high), Interval(low, high)


def _open(low: Decimal, high: Decimal) -> Interval:
    if low == high:
        return Interval(low, INFINITY, True, True)
    return Interval(low, high, True, False)


def _below(value: Decimal, size: Decimal, share: Decimal, *, open_: bool = False) -> Interval:
    if not size:
        return Interval.point(value)
    return Interval(value - share * size, value, open_, True)
