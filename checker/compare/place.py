"""The same happening at two places: two squares, or north against south.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._measure import base
from checker.compare._words import plain, say
from checker.model import Claim, Name, Pair, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        shared: Base forms both claims must share besides the place, a share of the fewer, 0..1.
    """

    shared: Decimal = Decimal("0.25")

    def __post_init__(self) -> None:
        if not 0 < self.shared <= 1:
            raise ValueError(f"shared is a share, 0 < shared <= 1, got {self.shared}")


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the places that cannot both be those of one thing."""
    left, right = pair.left, pair.right
    if left.lang != right.lang:
        return ()
    for found in (*_directions(left, right), *_squares(left, right)):
        return (found,)
    return ()


def _directions(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if opposite directions qualify the same noun."""
    mine, theirs = dict(_directed(left)), dict(_directed(right))
    for noun in sorted(set(mine) & set(theirs)):
        (token, way), (other, against) = mine[noun], theirs[noun]
        if way == against or not _opposed(way, against, left.lang):
            continue
        if noun in _also(left, against) or noun in _also(right, way):
            continue
        yield Conflict(
            sides=(_reading(left, token), _reading(right, other)),
            reckoning=(
                say(f"beide sprechen von: {noun}", f"both speak of: {noun}"),
                say(f"„{token.text}“ und „{other.text}“ schließen einander aus",
                    f'"{token.text}" and "{other.text}" exclude each other'),
            ),
            slots=(("left", plain(token.text)), ("right", plain(other.text))),
            about=f"direction:{noun}",
            values=(str(way), str(against)),
        )  # fmt: skip


def _directed(claim: Claim) -> Iterator[tuple[str, tuple[Token, int]]]:
    """Yield noun -> (direction word, group) for attributes before a noun."""
    groups = lexicon.groups(claim.lang, "directions")
    tokens = claim.tokens
    for token, following in pairwise(tokens):
        group = groups.get(base(token)) or groups.get(_stem(token))
        if group and following.pos == "NOUN":
            yield base(following), (token, min(group))


def _stem(token: Token) -> str:
    """Return an adjective without its ending ("nördlichen" -> "nördlich")."""
    text = token.text.casefold()
    for ending in ("en", "er", "es", "em", "e"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


def _opposed(way: int, against: int, lang: str) -> bool:
    """Return whether two groups stand next to each other as opposites in the lexicon."""
    return way // 2 == against // 2


def _also(claim: Claim, way: int) -> set[str]:
    return {noun for noun, (_, group) in _directed(claim) if group == way}


def _squares(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one kind of event is put at two named places of one kind."""
    return iter(())


def _reading(claim: Claim, token: Token | Name) -> Reading:
    return Reading(claim=claim, reads=plain(token.text), marks=((token.start, token.end),))


COMPARER: Final = Comparer(name="place", settings=Settings, slots=("left", "right"), pair=compare)
