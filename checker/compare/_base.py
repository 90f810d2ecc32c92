"""What a comparer is and what it may say.

A comparer answers one question about two claims (or one claim, or the claims of one
source): can this stand together?  It never sees a vector: similarity chooses candidates,
it is never evidence.  How loudly to speak is the judge's business.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from checker.model import NOTHING, Bar, Claim, Ground, Pair, Phrase, Source

S = TypeVar("S")

#: hard: the words exclude each other; soft: they only suggest it; hint: the reading itself
#: rests on a guess (word order, a likely subject).
Certainty = Literal["hard", "soft", "hint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a comparer read from one claim.

    Attributes:
        claim: The claim.
        reads: What its words were taken to mean ("exactly 75 min", "denied").
        marks: Spans of `Source.text` the reading rests on.
        bar: What a number line draws, None if nothing numeric.
        start: Where the quote begins if it is not the whole claim, or -1.
        end: Its end, or -1.
    """

    claim: Claim
    reads: Phrase
    marks: tuple[tuple[int, int], ...] = ()
    bar: Bar | None = None
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """That claims cannot (or may not) stand together, and how that was found.

    Attributes:
        sides: One reading per place, two unless the comparer looks at one claim alone.
        reckoning: Each step from the quotes to the verdict; not empty.
        slots: Values for the slots of the rule's message, by name.
        certainty: hard, soft or hint.
        measure: The comparer's own ground for "the same measured thing"; replaces the pair's,
            None to keep that.
        about: Key of what the sides disagree about ("duration", "dead"), to merge repetitions.
        topic: quantity (measured), count (depends on who counts), word (everything else).
        missing: What is not settled, empty wordings if nothing.
        values: What each side says, as sortable text, to find who agrees with whom.
        alike: Whether the two sentences are the same but for what they disagree on.
        cap: Highest level this may reach: error, warning or info.
    """

    sides: tuple[Reading, ...]
    reckoning: tuple[Phrase, ...]
    slots: tuple[tuple[str, Phrase], ...] = ()
    certainty: Certainty = "hard"
    measure: Ground | None = None
    about: str = ""
    topic: str = "word"
    missing: Phrase = NOTHING
    values: tuple[str, ...] = ()
    alike: bool = False
    cap: str = "error"

    def __post_init__(self) -> None:
        if not self.sides or not self.reckoning:
            raise ValueError("a conflict needs a side and a reckoning")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """Settings of a comparer that asks how many words two claims share.

    Attributes:
        shared: Base forms both claims must share, a share of the fewer, 0..1.
        least: Fewest base forms they must share.
    """

    shared: Decimal = Decimal("0.6")
    least: int = 2

    def __post_init__(self) -> None:
        if not 0 < self.shared <= 1:
            raise ValueError(f"shared is a share, 0 < shared <= 1, got {self.shared}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSettings:
    """Settings of a comparer that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparer(Generic[S]):
    """A named decision with typed settings.

    Attributes:
        name: What ``comparer =`` in a rule file says; equals the module's name.
        settings: Frozen dataclass the rule's ``[settings]`` table is read into.
        slots: Names the rule's message may use.
        pair: Returns the conflicts between the two claims of a pair; None if it looks at none.
        dated: The same for a comparer that needs to know when each claim was published.
        single: The same for one claim alone.
        texts: The same for the claims of two short texts told to be about one event.
        source: The same for all claims of one source.
        story: The same for all claims of the sources that tell one story.
        own: Grounds the comparer decides itself ("time" for a comparer of times).
        alike: Whether its conflicts may be `Conflict.alike`; two sentences of one body are only
            held together by such a comparer.
        judged: Whether the verdict needs the whole run (support, copies) and is the judge's.
    """

    name: str
    settings: type[S]
    slots: tuple[str, ...] = ()
    pair: Callable[[Pair, S], tuple[Conflict, ...]] | None = None
    dated: Callable[[Pair, S, datetime | None, datetime | None], tuple[Conflict, ...]] | None = None
    single: Callable[[Claim, S], tuple[Conflict, ...]] | None = None
    texts: Callable[[Sequence[Claim], Sequence[Claim], S], tuple[Conflict, ...]] | None = None
    source: Callable[[Source, Sequence[Claim], S], tuple[Conflict, ...]] | None = None
    story: Callable[[Sequence[Claim], S], tuple[Conflict, ...]] | None = None
    own: tuple[str, ...] = ()
    alike: bool = False
    judged: bool = False
