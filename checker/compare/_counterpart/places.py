"""The state in which the second text says it was, where the first names others only.

Whether a town lies in a region needs a map; that one state is not another does not.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict, Reading
from checker.compare._counterpart.deeds import deed_at, one_deed
from checker.compare._counterpart.statement import asserts, share_held
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._words import plain, say
from checker.language.once import each_once
from checker.language.things import Thing, apart, nations
from checker.model import Claim, Token

#: Share of what the second text says, its place left out, that the first must hold.
_HELD: Final = Decimal("0.5")
#: Words between a preposition and the state it governs.
_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True)
class _Placed:
    """A deed and the state it was done in; no deed for what is in a state."""

    claim: Claim
    deed: Token | None
    thing: Thing

    @property
    def span(self) -> tuple[int, int]:
        """Where the words for the state stand."""
        return self.thing.tokens[0].start, self.thing.tokens[-1].end


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield a state of the second text for whose deed the first names others only."""
    told = [p for c in left if asserts(c) for p in _placed(c)]
    known = {n.key for c in left for n in nations(c.tokens, c.lang)}
    for said in (p for c in right if asserts(c) for p in _placed(c)):
        if not apart(said.thing.key, known):
            continue
        if share_held(said.claim, left, [said.span]) < _HELD:
            continue
        for other in told:
            if not apart(said.thing.key, [other.thing.key]):
                continue
            if _one_place(other, said) and not said_of_another(other.claim, said.claim):
                yield _conflict(other, said)
                return


def _one_place(told: _Placed, said: _Placed) -> bool:
    if told.deed is None or said.deed is None:
        return told.deed is said.deed
    return one_deed(told.claim, told.deed, said.claim, said.deed)


@each_once
def _placed(claim: Claim) -> Iterator[_Placed]:
    """Yield the states behind a preposition, with the deed before them and that of a "where"."""
    at = lexicon.words(claim.lang, "at") | lexicon.words(claim.lang, "from")
    at |= lexicon.words(claim.lang, "moving_at") | lexicon.words(claim.lang, "measure_of")
    where = lexicon.words(claim.lang, "where")
    for thing in nations(claim.tokens, claim.lang):
        before = [t for t in claim.tokens if t.end <= thing.tokens[0].start]
        near = [t for t in before[-_BETWEEN:] if t.pos == "ADP"]
        if not near or near[-1].text.casefold() not in at or _adjective(claim, thing):
            continue
        yield _Placed(claim, deed_at(claim, thing.tokens[0].start), thing)
        behind = [t for t in claim.tokens if t.start >= thing.tokens[-1].end][:2]
        if any(t.text.casefold() in where for t in behind):
            rest = [t for t in claim.tokens if t.start > behind[-1].start and t.pos == "VERB"]
            if rest:
                yield _Placed(claim, rest[0], thing)


def _adjective(claim: Claim, thing: Thing) -> bool:
    """Return whether the words only describe the noun behind them ("in American films")."""
    behind = next((t for t in claim.tokens if t.start >= thing.tokens[-1].end), None)
    if thing.tokens[-1].pos == "ADJ":
        return behind is not None and behind.pos in {"NOUN", "ADJ", "PROPN"}
    return behind is not None and behind.pos == "NOUN" and claim.lang == "en"


def _conflict(told: _Placed, said: _Placed) -> Conflict:
    one, two = told.thing.text, said.thing.text
    deed = said.deed.text if said.deed is not None else ""
    return Conflict(
        sides=tuple(
            Reading(claim=p.claim, reads=plain(p.thing.text), marks=(p.span,)) for p in (told, said)
        ),
        reckoning=(
            say(f"als Ort von „{deed}“ nennt der erste Text „{one}“, der zweite „{two}“",
                f'as the place of "{deed}" the first text names "{one}", the second "{two}"'),
            say(f"„{two}“ kommt im ersten Text nicht vor",
                f'"{two}" does not occur in the first text'),
        ),
        slots=(("left", plain(one)), ("right", plain(two))),
        certainty="soft",
        about="place:texts",
        values=(told.thing.key, said.thing.key),
    )  # fmt: skip
