"""Who is said to have done it, where the second text names somebody the first never names.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict, Reading
from checker.compare._counterpart.dates import dates
from checker.compare._counterpart.deeds import deed_at, one_deed
from checker.compare._counterpart.statement import asserts
from checker.compare._counterpart.subjects import one_name, subject
from checker.compare._words import plain, say
from checker.language.names import fold
from checker.language.once import each_once
from checker.model import Claim, Name, Token

_CHAIN: Final = frozenset({"VERB", "CCONJ", "ADV", "PUNCT"})
_ENDS: Final = frozenset({"VERB", "AUX", "SCONJ"})
#: Words between "by" and the name: "by American singer ..."
_TITLE: Final = 5


@dataclass(frozen=True, slots=True)
class _Doer:
    """A deed and a name of who did it; no name where a word points back to names ("by both").

    `told` says whether "by" names the doer, rather than the place at the beginning.
    """

    claim: Claim
    deed: Token
    name: Name | None
    at: tuple[int, int]
    told: bool = True


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield a doer of the second text for whose deed the first names others only."""
    told = [d for c in left if asserts(c) for d in _doers(c)]
    named = frozenset(fold(t.text) for c in left for t in c.tokens)
    yield from _dated(left, right, named)
    for said in (d for c in right if asserts(c) for d in _doers(c)):
        if said.name is None or fold(said.name.text.split()[-1]) in named:
            continue
        for other in told:
            told_by = other.told or said.told
            if told_by and one_deed(other.claim, other.deed, said.claim, said.deed):
                yield _conflict(other, said)
                return


def _dated(
    left: Sequence[Claim], right: Sequence[Claim], named: frozenset[str]
) -> Iterator[Conflict]:
    """Yield a deed and its date that the first text gives to another person whom it names."""
    told = [
        (d, _Doer(d.claim, d.deed, name, (name.start, name.end)))
        for c in left
        if asserts(c)
        for d in dates(c)
        for name in (_who(c, d.deed) if d.deed is not None else None,)
        if d.deed is not None and name is not None
    ]
    for claim in (c for c in right if asserts(c)):
        own = subject(claim)
        if own is None or own.kind != "person" or fold(own.text.split()[-1]) not in named:
            continue
        for date in dates(claim):
            for other, doer in told:
                if doer.name is None or date.deed is None or one_name(doer.name, own):
                    continue
                if other.moment.meets(date.moment) and one_deed(
                    other.claim, other.deed, claim, date.deed
                ):
                    yield _conflict(doer, _Doer(claim, date.deed, own, (own.start, own.end)))
                    return


def _who(claim: Claim, deed: Token) -> Name | None:
    """Return the person a relative clause tells a deed of, None if it tells it of none."""
    relatives = lexicon.words(claim.lang, "relatives")
    before = [t for t in claim.tokens if t.end <= deed.start]
    for at in range(len(before) - 1, 0, -1):
        token = before[at]
        if token.pos in {"VERB", "AUX"}:
            return None
        if token.text.casefold() in relatives and before[at - 1].text == ",":
            near = [n for n in claim.names if n.end <= token.start]
            between = [t for t in before[:at] if near and t.start >= near[-1].end]
            if not near or any(t.pos in {"NOUN", "PROPN"} for t in between):
                return None
            return near[-1] if near[-1].kind != "place" else None
    return None


@each_once
def _doers(claim: Claim) -> Iterator[_Doer]:
    """Yield the doers that "by" names, and of a plain sentence the person it begins with."""
    by = lexicon.words(claim.lang, "by")
    tokens = claim.tokens
    passive = False
    for at, token in enumerate(tokens):
        if token.text.casefold() not in by or token.pos != "ADP":
            continue
        deeds = _deeds(claim, at)
        names = _names(claim, at)
        if not deeds or not names:
            continue
        passive = True
        for deed in deeds:
            for name, span in names:
                yield _Doer(claim, deed, name, span)
    if passive or claim.lang != "en":
        return
    first = claim.names[0] if claim.names else None
    if first is None or first.kind != "person":
        return
    verb = next((t for t in tokens if t.start >= first.end and t.pos in {"VERB", "AUX"}), None)
    between = [t for t in tokens if first.end <= t.start and verb and t.end <= verb.start]
    if verb is not None and verb.pos == "VERB" and not between:
        yield _Doer(claim, verb, first, (first.start, first.end), told=False)


def _deeds(claim: Claim, at: int) -> tuple[Token, ...]:
    """Return the participles before "by" ("directed and edited by"), or the one of the part."""
    if claim.lang == "de":
        deed = deed_at(claim, claim.tokens[at].start)
        return (deed,) if deed is not None and deed.pos == "VERB" else ()
    found: list[Token] = []
    for token in reversed(claim.tokens[:at]):
        if _in_time(claim, token):
            continue
        if token.pos not in _CHAIN:
            break
        if token.pos == "VERB":
            found.append(token)
    return tuple(found)


def _in_time(claim: Claim, token: Token) -> bool:
    """Return whether a word is of a time, or the preposition before one ("founded in 1976 by")."""
    behind = token.end + 1
    return any(m.start <= token.start < m.end or m.start == behind for m in claim.moments)


def _names(claim: Claim, at: int) -> list[tuple[Name | None, tuple[int, int]]]:
    """Return the names in the phrase after "by", with where they stand."""
    start = claim.tokens[at].end
    following = list(claim.tokens[at + 1 :])
    end = next((t.start for t in following if t.pos in _ENDS or t.text in ";()"), claim.end)
    found: list[tuple[Name | None, tuple[int, int]]] = [
        (n, (n.start, n.end)) for n in claim.names if start <= n.start < end and n.kind != "place"
    ]
    first = found[0][1][0] if found else end
    if sum(start <= t.start < first for t in following) > _TITLE:
        found = []
    back = following[0] if following else None
    if not found and back and back.text.casefold() in lexicon.words(claim.lang, "both"):
        return [(None, (back.start, back.end))]
    return found


def _conflict(told: _Doer, said: _Doer) -> Conflict:
    texts = [d.claim.quote[d.at[0] - d.claim.start : d.at[1] - d.claim.start] for d in (told, said)]
    one, two = texts
    return Conflict(
        sides=tuple(
            Reading(claim=d.claim, reads=plain(text), marks=(d.at, (d.deed.start, d.deed.end)))
            for d, text in zip((told, said), texts, strict=True)
        ),
        reckoning=(
            say(f"„{said.deed.text}“: der erste Text nennt „{one}“, der zweite „{two}“",
                f'"{said.deed.text}": the first text names "{one}", the second "{two}"'),
            say(f"von „{two}“ sagt der erste Text es nicht",
                f'the first text does not say it of "{two}"'),
        ),
        slots=(("left", plain(one)), ("right", plain(two)), ("verb", plain(said.deed.text))),
        certainty="hint",
        about="role:texts",
        values=(one.casefold(), two.casefold()),
    )  # fmt: skip
