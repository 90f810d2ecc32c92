"""Other words in quotation marks from the same speaker on the same occasion.

Trimmed quotations agree: what one text leaves out, the other need not contradict.  On one
occasion (a press conference, a verdict) two wordings on one matter are two versions of one
sentence, however unlike; elsewhere only wordings that are nearly the same are.  A translation is
left alone unless it says the opposite.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._bonds import Bond, bond
from checker.compare._words import plain, say
from checker.language.meanings import exclude
from checker.language.once import each_once, once
from checker.language.quotations import quotations
from checker.language.telling import told
from checker.model import Claim, Pair

_WORDS_AT_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        least: Likeness from which two quotations are the same sentence, 0..1.
        matter: Weight of shared words from which two quotations of one occasion are on one matter.
        same: Likeness from which a difference is only spelling, 0..1.
    """

    least: Decimal = Decimal("0.55")
    same: Decimal = Decimal("0.97")
    matter: Decimal = Decimal("0.4")

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
    if not _same_speaker(left, right):
        return ()
    if pair.within and not {left.part, right.part} & {"headline", "teaser"}:
        # two sentences of one speaker in one article are two sentences
        return ()
    there = occasions(left) & occasions(right)
    for mine in _quoted(left):
        for other in _quoted(right):
            like = _likeness(mine.text, other.text)
            if like >= settings.same or _trimmed(mine.text, other.text):
                continue
            if left.lang != right.lang:
                if there and _turned(pair, mine, other, settings):
                    return (_conflict(left, right, mine, other, there),)
            elif like >= settings.least or (there and _one_matter(pair, mine, other, settings)):
                return (_conflict(left, right, mine, other, there),)
    return ()


@once
def occasions(claim: Claim) -> frozenset[str]:
    """Return the occasions a claim names outside of its quotations ("press", "speech")."""
    inside = [(claim.start + q.start, claim.start + q.end) for q in quotations(claim.quote)]
    words = {
        form
        for t in claim.tokens
        if not any(start <= t.start < end for start, end in inside)
        for form in (t.text.casefold(), t.lemma.casefold())
    }
    return frozenset(key for key, known in lexicon.occasions(claim.lang).items() if words & known)


def _one_matter(pair: Pair, mine: _Quoted, other: _Quoted, settings: Settings) -> bool:
    return Decimal(str(_bond(pair, mine, other).shared)) >= settings.matter


def _bond(pair: Pair, mine: _Quoted, other: _Quoted) -> Bond:
    spans = (mine.start, mine.end), (other.start, other.end)
    return bond(pair.left, pair.right, pair.setting, spans=spans)


def _turned(pair: Pair, mine: _Quoted, other: _Quoted, settings: Settings) -> bool:
    """Return whether a quotation in another language says the opposite of the same matter."""
    if not _one_matter(pair, mine, other, settings):
        return False
    sides = [
        [s for s in told(c) if q.start <= s.token.start < q.end and s.keys]
        for c, q in ((pair.left, mine), (pair.right, other))
    ]
    return any(exclude(a.keys, b.keys) for a in sides[0] for b in sides[1] if not a.keys & b.keys)


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

    return Decimal(round(fuzz.ratio(wording(first), wording(other)))) / 100


def wording(text: str) -> str:
    """Return the words of a text without case and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _trimmed(first: str, other: str) -> bool:
    """Return whether one quotation is a part of the other."""
    a, b = sorted((wording(first), wording(other)), key=len)
    return a in b


def _conflict(
    left: Claim, right: Claim, mine: _Quoted, other: _Quoted, there: frozenset[str]
) -> Conflict:
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
            say("beide nennen denselben Anlass, gleich sind die Wortlaute nicht",
                "both name the same occasion, the wordings are not the same")
            if there
            else say(
                f"die Wortlaute gleichen sich zu {like * 100:.0f} Prozent, gleich sind sie nicht",
                f"the wordings are alike to {like * 100:.0f} per cent, but not the same",
            ),
        ),
        slots=(
            ("speaker", plain(speaker)),
            ("left", plain(mine.text)),
            ("right", plain(other.text)),
        ),
        about=f"quotation:{left.attribution.key}",
        values=(wording(mine.text), wording(other.text)),
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="quotation", settings=Settings, slots=("speaker", "left", "right"), pair=compare
)
