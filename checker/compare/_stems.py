"""Compare words by their beginnings and ends where German builds compounds.

Floor 3 (compare).
"""

from __future__ import annotations

from functools import lru_cache

from checker.compare._lexicon import alike

#: Letters two words must share at the beginning to be of one family.
_HEAD = 6
#: Pairs of words whose kinship is kept; a story asks for the same ones again and again.
_KEPT = 1 << 17
#: Letters of a word that may end a compound ("brücke" in "talbrücke").
_TAIL = 5


@lru_cache(maxsize=_KEPT)
def related(first: str, second: str) -> bool:
    """Return whether two base forms are one word, a compound of the other, or of one family.

    "Flasche" and "Flaschenwurf", "Brücke" and "Talbrücke", "Einsturzgefahr" and
    "einsturzgefährdet" are; "Stadtrat" and "Stadion" are not.
    """
    first, second = first.casefold(), second.casefold()
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) >= _TAIL and (long.endswith(short) or long.startswith(short)):
        return True
    head = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        head += 1
    return head >= max(_HEAD, round(0.7 * len(short)))


def overlap(first: frozenset[str], second: frozenset[str], lang: str = "") -> frozenset[str]:
    """Return the words of `first` that have a relative (or, given `lang`, an alias) in `second`."""
    return frozenset(a for a in first if a in second or any(_akin(a, b, lang) for b in second))


@lru_cache(maxsize=_KEPT)
def _akin(first: str, second: str, lang: str) -> bool:
    return related(first, second) or bool(lang and alike(first, second, lang))
