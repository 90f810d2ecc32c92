"""Read each claim once, however many pairs it stands in.

A claim of a story meets dozens of others, and what a comparer reads from it (its states, the
base forms it is about, what it puts first) hangs on that claim alone.  Claims are frozen, so
the reading may be kept; they are told apart by identity, because comparing two of them costs
more than most readings.  The kept claim is held, so an identity never comes to mean another.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Final, TypeVar

from checker.model import Claim

T = TypeVar("T")

#: Readings of one kind above which all of that kind are dropped; bounds memory in a long run.
_MOST: Final = 20_000
#: The readings kept, one table per function; `forget` empties them.
_KEPT: Final[list[dict[int, Any]]] = []


def once(read: Callable[[Claim], T]) -> Callable[[Claim], T]:
    """Return `read` so that each claim is read once; what it returns must be immutable."""
    kept: dict[int, tuple[Claim, T]] = {}
    _KEPT.append(kept)

    @wraps(read)
    def known(claim: Claim) -> T:
        found = kept.get(id(claim))
        if found is not None and found[0] is claim:
            return found[1]
        value = read(claim)
        if len(kept) >= _MOST:
            kept.clear()
        kept[id(claim)] = (claim, value)
        return value

    return known


def each_once(read: Callable[[Claim], Iterable[T]]) -> Callable[[Claim], tuple[T, ...]]:
    """Return `read`, which yields, so that each claim is read once and to its end."""

    @once
    @wraps(read)
    def whole(claim: Claim) -> tuple[T, ...]:
        return tuple(read(claim))

    return whole


def forget() -> None:
    """Drop every reading; called when a run is over."""
    for kept in _KEPT:
        kept.clear()
