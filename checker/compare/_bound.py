"""What a figure is bound to in its own claim: a concept, a thing, an age, a part in a change.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.compare import _lexicon as lexicon
from checker.compare._content import base
from checker.compare._kinship import clause, paired
from checker.language.measured import measure_words
from checker.model import Claim, Figure, Interval, Kind

#: How a figure computed from clock times is marked.
CLOCK = "clock"
#: Kinds that stretch or weigh something: the nearest noun of the clause is the thing.
EXTENTS = {Kind.DISTANCE, Kind.SPEED, Kind.MASS, Kind.AREA, Kind.VOLUME}
#: Concepts so common that they name no single thing of a story.
LOOSE = {"duration", "price", "length", "height", "width", "depth", "distance", "weight"}
_YEAR = Decimal(365 * 86400)
_GROWN_UP, _OLDEST = 10, 115
_HUNDRED = Decimal(100)
#: What a fraction may be off by on either side is half of this, in percentage points.
_ROUGH = Decimal(6)


def figures(claim: Claim) -> Iterator[Figure]:
    """Yield a claim's figures, "mit 54 Jahren ist sie ..." as an age, "ein Drittel" as a share."""
    for figure in claim.figures:
        if figure.text.casefold() not in lexicon.words(claim.lang, "both"):
            yield paired(as_share(as_age(claim, figure)), claim.figures, claim.tokens)


def as_share(figure: Figure) -> Figure:
    """Return a fraction ("jeder Vierte", "ein Drittel") as the per cent it is, others as they are.

    Who says a quarter or a third does not mean it to the per cent.
    """
    if figure.kind is not Kind.RATIO or not 0 <= figure.soft.low <= figure.soft.high <= 1:
        return figure
    return replace(
        figure, kind=Kind.PERCENT, unit="%", hard=figure.hard.scaled(_HUNDRED),
        soft=figure.soft.scaled(_HUNDRED), granularity=_ROUGH,
    )  # fmt: skip


def as_age(claim: Claim, figure: Figure) -> Figure:
    """Return years after "mit" (or "at") as an age, any other figure as it is."""
    if figure.kind is not Kind.DURATION or not figure.soft.is_point:
        return figure
    years = figure.soft.low / _YEAR
    before = [t.text.casefold() for t in claim.tokens if t.end <= figure.start][-1:]
    if years != int(years) or not _GROWN_UP <= years <= _OLDEST:
        return figure
    if not before or before[0] not in lexicon.words(claim.lang, "aged"):
        return figure
    point = Interval.point(years)
    return replace(
        figure, kind=Kind.AGE, hard=point, soft=point, unit="year", granularity=Decimal(1),
        discrete=True,
    )  # fmt: skip


def concept(claim: Claim, figure: Figure) -> str:
    """Return the concept a figure is of; if its own words name none, that of its claim.

    "Die Zahl der Toten ist auf vier gestiegen": the noun stands apart, but the claim has one
    figure and speaks of one thing that such a figure can count.
    """
    own = figure.of.concept
    if own and own not in LOOSE:
        return own
    if sum(f.kind is figure.kind for f in claim.figures) > 1:
        return own or _hinted_beside(claim, figure)
    found = _spoken_of(claim, figure.kind) - LOOSE
    return next(iter(found)) if len(found) == 1 else own


def _hinted_beside(claim: Claim, figure: Figure) -> str:
    """Return the concept that wordings in the figure's own clause show, empty if none do."""
    low, high = clause(claim, figure)
    if sum(f.kind is figure.kind and low <= f.start < high for f in claim.figures) > 1:
        return ""
    text = "".join(f" {t.text.casefold()}" for t in claim.tokens if low <= t.start < high)
    found = [
        key
        for key, wordings in lexicon.hints(claim.lang, figure.kind.value).items()
        if any(f" {w}" in text for w in wordings)
    ]
    return found[0] if len(found) == 1 else ""


def _spoken_of(claim: Claim, kind: Kind) -> set[str]:
    words = measure_words(claim.lang)
    if words is None:
        return set()
    forms = {t.text.casefold() for t in claim.tokens} | {base(t) for t in claim.tokens}
    text = "".join(f" {t.text.casefold()}" for t in claim.tokens)
    hinted = {
        key
        for key, wordings in lexicon.hints(claim.lang, kind.value).items()
        if any(f" {w}" in text for w in wordings)
    }
    return hinted | {
        c.key
        for c in words.concepts
        if kind in c.kinds
        and (
            forms & c.nouns
            or any(f.endswith(e) for f in forms for e in c.endings)
            or (kind is not Kind.COUNT and any(f" {p}" in text for p in c.phrases))
        )
    }


def part_played(claim: Claim, figure: Figure) -> str:
    """Return whether a figure is a change ("by"), a start ("from"), a target ("to") or neither.

    "Von 3 um 1,5 auf 4,5 Prozent" names three figures of one kind, and none is another.
    """
    if figure.kind in {Kind.ORDINAL, Kind.TIMES, Kind.AGE} or figure.written == CLOCK:
        return ""
    before = [t for t in claim.tokens if t.end <= figure.start][-5:]
    held = False  # "der bisherige Satz von 430": what stands before the noun holds for the figure
    for token in reversed(before):
        word = token.text.casefold()
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            break
        if token.pos in {"NOUN", "PROPN"}:
            if not held:
                break
            held = False
            continue
        held = held or word in lexicon.words(claim.lang, "of")
        for part in ("by", "from", "to"):
            if word in lexicon.words(claim.lang, f"change_{part}"):
                return part
    return ""


def thing(claim: Claim, figure: Figure) -> str:
    """Return the noun a figure belongs to; for an extent, the nearest one in its clause."""
    if figure.of.noun or figure.kind not in EXTENTS:
        return figure.of.noun
    low, high = clause(claim, figure)
    near = [t for t in claim.tokens if t.pos == "NOUN" and low <= t.start < high]
    near = [t for t in near if not figure.start <= t.start < figure.end]
    if not near:
        return ""
    best = min(near, key=lambda t: (abs(t.start - figure.start), t.start))
    return best.lemma or best.text
