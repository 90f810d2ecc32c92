"""Other words in quotation marks from the same speaker on the same occasion.

Trimmed quotations agree: what one text leaves out, the other need not contradict.  Across
languages words cannot be compared; a translation is left alone.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._words import plain, say
from checker.language.once import each_once
from checker.language.quotations import quotations
from checker.model import Claim, Pair

_WORDS_AT_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        least: Likeness from which two quotations are the same sentence, 0..1.
        same: Likeness from which a difference is only spelling, 0..1.
    """

    least: Decimal = Decimal("0.55")
    same: Decimal = Decimal("0.97")

    def __post_init__(self) -> None:
        if not 0 < self.least < self.same <= 1:
            raise ValueError(f"least lies below same, got {self.least} and {self.same}")


@dataclass(frozen=True, slots=True)
class _Quoted:
    start: int
    end: int
    text: str


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the quotations of one speaker that differ in their words."""
    left, right = pair.left, pair.right
    if left.lang != right.lang or not _same_speaker(left, right):
        return ()
    if pair.within and not {left.part, right.part} & {"headline", "teaser"}:
        # two sentences of one speaker in one article are two sentences
        return ()
    for mine in _quoted(left):
        for other in _quoted(right):
            like = _likeness(mine.text, other.text)
            if not settings.least <= like < settings.same or _trimmed(mine.text, other.text):
                continue
            return (_conflict(left, right, mine, other),)
    return ()


def _same_speaker(left: Claim, right: Claim) -> bool:
    a, b = left.attribution, right.attribution
    if a.key and a.key == b.key:
        return True
    shared = {n.key for n in left.names} & {n.key for n in right.names}
    return bool(shared) and a.kind != "outlet" and b.kind != "outlet"


@each_once
def _quoted(claim: Claim) -> Iterator[_Quoted]:
    """Yield the quotations of three words and more that stand in a claim."""
    for q in quotations(claim.quote):
        text = claim.quote[q.start : q.end].strip("„“”\"'»«‚‘’›‹ ,.!?…")
        if len(text.split()) >= _WORDS_AT_LEAST:
            yield _Quoted(claim.start + q.start, claim.start + q.end, text)
    if claim.attribution.mode == "direct" and not quotations(claim.quote):
        text = claim.quote.strip("„“”\"'»«‚‘’›‹ ,.!?…")
        if len(text.split()) >= _WORDS_AT_LEAST:
            yield _Quoted(claim.start, claim.end, text)


def _likeness(first: str, other: str) -> Decimal:
    from rapidfuzz import fuzz

    return Decimal(round(fuzz.ratio(_folded(first), _folded(other)))) / 100


def _folded(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _trimmed(first: str, other: str) -> bool:
    """Return whether one quotation is a part of the other."""
    a, b = sorted((_folded(first), _folded(other)), key=len)
    return a in b


def _conflict(left: Claim, right: Claim, mine: _Quoted, other: _Quoted) -> Conflict:
    speaker = left.attribution.speaker or left.attribution.key
    like = _likeness(mine.text, other.text)
    return Conflict(
        sides=(
            Reading(claim=left, reads=plain(mine.text), marks=((mine.start, mine.end),)),
            Reading(claim=right, reads=plain(other.text), marks=((other.start, other.end),)),
        ),
        reckoning=(
            say(f"beide Texte legen {speaker} Worte in Anführungszeichen in den Mund",
                f"both texts put words in quotation marks into the mouth of {speaker}"),
            say(f"die Wortlaute gleichen sich zu {like * 100:.0f} Prozent, gleich sind sie nicht",
                f"the wordings are alike to {like * 100:.0f} per cent, but not the same"),
        ),
        slots=(
            ("speaker", plain(speaker)),
            ("left", plain(mine.text)),
            ("right", plain(other.text)),
        ),
        about=f"quotation:{left.attribution.key}",
        values=(_folded(mine.text), _folded(other.text)),
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="quotation", settings=Settings, slots=("speaker", "left", "right"), pair=compare
)
