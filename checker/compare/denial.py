"""A report and, in the same text, its denial by the one concerned.

"Er soll siebenmal mit ihm gesprochen haben. Der Kreml wies dies zurück": both stand unresolved
side by side.  Whoever takes over the one must take over the other.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._content import base
from checker.compare._words import bare, plain, say
from checker.model import Claim, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        reach: Sentences before the denial among which the report may stand.
    """

    reach: int = 4

    def __post_init__(self) -> None:
        if self.reach < 1:
            raise ValueError(f"reach is at least 1, got {self.reach}")


def source(source: Source, claims: Sequence[Claim], settings: Settings) -> tuple[Conflict, ...]:
    """Return the reports of a text that the text itself says are denied."""
    found: list[Conflict] = []
    for at, claim in enumerate(claims):
        cue = _denies(claim)
        if cue:
            found += [_conflict(c, claim, cue) for c in _reported(claims[:at], claim, settings)]
    return tuple(found)


def _denies(claim: Claim) -> str:
    """Return the words by which a claim denies what was said before, or empty."""
    verbs = lexicon.words(claim.lang, "denying")
    said = {t.text.casefold() for t in claim.tokens}
    if said & lexicon.words(claim.lang, "negators") or claim.modality == "question":
        return ""
    if not said & lexicon.words(claim.lang, "the_report"):
        return ""
    if said & lexicon.words(claim.lang, "object_follows"):
        return ""  # what is denied stands in the same sentence
    for token in claim.tokens:
        if base(token) in verbs or token.text.casefold() in verbs:
            return token.text
    return claim.verb if claim.verb.casefold() in verbs else ""


def _reported(before: Sequence[Claim], denial: Claim, settings: Settings) -> Iterator[Claim]:
    """Yield the hearsay shortly before a denial, in the same article."""
    hearsay = lexicon.words(denial.lang, "hearsay")
    for claim in before:
        if claim.article != denial.article or claim.part != denial.part:
            continue
        if not 0 < denial.sentence - claim.sentence <= settings.reach:
            continue
        words = {t.text.casefold() for t in claim.tokens}
        told = words & hearsay
        perfect = words & lexicon.words(denial.lang, "perfect")
        if told - lexicon.words(denial.lang, "supposedly") or (told and perfect):
            yield claim


def _conflict(report: Claim, denial: Claim, cue: str) -> Conflict:
    who = bare(denial.attribution.speaker or denial.subject or "?")
    return Conflict(
        sides=(
            Reading(claim=report, reads=say("berichtet", "reported")),
            Reading(claim=denial, reads=say(f"{who} bestreitet es", f"{who} denies it")),
        ),
        reckoning=(
            say("die erste Aussage ist als Hörensagen gekennzeichnet",
                "the first claim is marked as hearsay"),
            say(f"„{cue}“ weist zurück, was davor steht", f'"{cue}" rejects what stands before'),
        ),
        slots=(("who", plain(who)),),
        certainty="soft",
        about=f"denial:{report.id}",
        cap="warning",
    )  # fmt: skip


COMPARER: Final = Comparer(name="denial", settings=Settings, slots=("who",), source=source)
