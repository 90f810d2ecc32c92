"""Compare words by their beginnings and ends where German builds compounds.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare._lexicon import alike

#: Letters two words must share at the beginning to be of one family.
_HEAD = 6
#: Letters of a word that may end a compound ("brücke" in "talbrücke").
_TAIL = 5


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
    return frozenset(
        a
        for a in first
        if a in second or any(related(a, b) or (lang and alike(a, b, lang)) for b in second)
    )
