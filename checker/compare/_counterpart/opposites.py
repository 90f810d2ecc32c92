"""The opposite said of the same thing: formed and disbanded in one year, a profit and a loss.

Two texts of one event need not say the rest in the same words: a date or a sum that both give to
the two deeds binds them, too.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict, Reading
from checker.compare._content import base
from checker.compare._counterpart.dates import dates
from checker.compare._counterpart.deeds import deed_at
from checker.compare._counterpart.statement import asserts, brief, share_held
from checker.compare._counterpart.subjects import is_meant, said_of_another
from checker.compare._intervals import agree
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.model import Claim, Kind, Phrase, Token

#: Share of what the second text says, the word left out, that the first must hold: with nothing
#: else to bind them, with a date or a figure that both give.
_HELD: Final = Decimal("0.75")
_HELD_BOUND: Final = Decimal("0.4")
#: Sorts of words: what is done, and what something is like.
_SORT: Final = {"VERB": "does", "ADJ": "of", "ADV": "of"}
#: Letters of a noun that may end a German compound ("Nettogewinn").
_TAIL: Final = 5


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield a word of the second text whose opposite the first says of the same thing."""
    for said in (c for c in right if asserts(c)):
        for told in (c for c in left if asserts(c) and c.lang == said.lang):
            for token, other in _opposed(told, said):
                if _has(told, other) or _has(said, token):
                    continue  # one of the texts says both
                share = share_held(said, [told], [(other.start, other.end)])
                why = _bound(told, token, said, other)
                needed = _HELD if why is None else _HELD_BOUND
                if share < needed or said_of_another(told, said):
                    continue
                bare = why is None
                if bare and not (brief(left) and _one_bearer(told, token, said, other)):
                    continue
                if bare and _counted(told, token) and _counted(said, other):
                    continue  # "852 died", "137 survived": each is said of others
                yield _conflict(told, token, said, other, why)
                return


def _opposed(told: Claim, said: Claim) -> Iterator[tuple[Token, Token]]:
    for other in said.tokens:
        mine = _sides(other, said.lang)
        if not mine:
            continue
        turned = {(number, not side) for number, side in mine}
        for token in told.tokens:
            if _sides(token, told.lang) & turned:
                yield token, other


def _one_bearer(told: Claim, token: Token, said: Claim, other: Token) -> bool:
    """Return whether two words are of one sort and said of one noun: the nearest beside each."""
    if _SORT.get(token.pos) != _SORT.get(other.pos) or token.pos == "NOUN":
        return False
    mine, theirs = _beside(told, token), _beside(said, other)
    if mine is None or theirs is None:
        return False
    if mine.pos == "PRON" or (is_meant(told) and mine.pos == "NOUN" and token.pos == "VERB"):
        return True
    return related(base(mine), base(theirs)) or lexicon.alike(base(mine), base(theirs), told.lang)


def _counted(claim: Claim, token: Token) -> bool:
    """Return whether a figure says of how many a word is told."""
    return any(f.kind is Kind.COUNT and _of(claim, token, f.start) for f in claim.figures)


def _beside(claim: Claim, token: Token) -> Token | None:
    """Return the noun a word is said of: an adjective's is behind it, a verb's before it."""
    nouns = [t for t in claim.tokens if t.pos in {"NOUN", "PROPN", "PRON"} and t is not token]
    before = [t for t in nouns if t.end <= token.start]
    behind = [t for t in nouns if t.start >= token.end]
    if _SORT.get(token.pos) == "of":
        return next(iter((*behind[:1], *before[-1:])), None)
    # a name that a tagger took for an adjective: "the Cretaceous began"
    at = claim.tokens.index(token)
    named = [t for t in claim.tokens[at - 1 : at] if t.pos == "ADJ" and t.text[:1].isupper()]
    return next(iter((*named, *before[-1:], *behind[:1])), None)


def _has(claim: Claim, word: Token) -> bool:
    """Return whether a claim has a word of the same side of an opposition."""
    own = _sides(word, claim.lang)
    return any(_sides(t, claim.lang) & own for t in claim.tokens)


def _sides(token: Token, lang: str) -> frozenset[tuple[int, bool]]:
    """Return the oppositions a word stands in, of a German compound those of its last part."""
    if token.pos not in {"VERB", "NOUN", "ADJ", "ADV"}:
        return frozenset()
    known = lexicon.turned(lang)
    word = base(token)
    found = known.get(word) or known.get(token.text.casefold())
    if found or lang != "de" or token.pos != "NOUN":
        return found or frozenset()
    tails = (word[cut:] for cut in range(3, len(word) - _TAIL + 1))
    return next((known[t] for t in tails if t in known), frozenset())


def _bound(told: Claim, token: Token, said: Claim, other: Token) -> Phrase | None:
    """Return by which date or figure two deeds are bound to each other, None if by none."""
    for mine in (d.moment for d in dates(told)):
        for theirs in (d.moment for d in dates(said)):
            if not (mine.resolved and theirs.resolved) or mine.meets(theirs) is not True:
                continue
            if _of(told, token, mine.start) and _of(said, other, theirs.start):
                return say(f"beide gelten: {theirs.text}", f"both are of: {theirs.text}")
    for one in told.figures:
        for two in said.figures:
            if (one.kind, one.unit) != (two.kind, two.unit) or not agree(one, two):
                continue
            if _of(told, token, one.start) and _of(said, other, two.start):
                return say(f"beide gelten: {two.text}", f"both are of: {two.text}")
    return None


def _of(claim: Claim, token: Token, start: int) -> bool:
    """Return whether a date or a figure is of a deed, or of the noun just beside it."""
    if token.pos != "NOUN":
        return deed_at(claim, start) == token
    if token.start > start:
        figure = next((f for f in claim.figures if f.start == start), None)
        return figure is not None and 0 <= token.start - figure.end <= 1
    between = [t for t in claim.tokens if token.end <= t.start < start]
    return all(t.pos in {"ADP", "DET", "ADV"} for t in between)


def _conflict(told: Claim, token: Token, said: Claim, other: Token, why: Phrase | None) -> Conflict:
    steps = [
        say(f"„{token.text}“ ist das Gegenteil von „{other.text}“",
            f'"{token.text}" is the opposite of "{other.text}"'),
        why or say("sonst sagen beide dasselbe", "otherwise both say the same"),
    ]  # fmt: skip
    return Conflict(
        sides=(
            Reading(claim=told, reads=plain(token.text), marks=((token.start, token.end),)),
            Reading(claim=said, reads=plain(other.text), marks=((other.start, other.end),)),
        ),
        reckoning=tuple(steps),
        slots=(("left", plain(token.text)), ("right", plain(other.text))),
        certainty="soft",
        about=f"opposite:{base(other)}",
        values=(base(token), base(other)),
    )
