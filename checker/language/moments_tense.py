"""Hear from the words around an expression of time whether it lies ahead or behind.

Only the clause counts: in "Trump sagte am Donnerstag, er werde reisen" the future belongs to
the journey, not to the Thursday.

Floor 2 (language).
"""

from __future__ import annotations

from typing import Final

from checker.language.moments_scan import Scan

_EDGES: Final = frozenset(',;:!?()[]{}«»„“”"‚‘–—…|')
_FARTHEST: Final = 14
#: Words that can stand before a time at the head of a sentence: "Only on Monday".
_FRONT: Final = 3
#: Shorter words with the ending of a past tense are other words ("red", "alte").
_SHORTEST: Final = 5


def tense_around(scan: Scan, first: int, last: int) -> str | None:
    """Return past or future by the nearest verb of the clause, None if no cue is there."""
    if scan.has(first - 1, "for_day") and scan.has(first - 2, "future"):
        return "future"  # "set for Friday"
    best: tuple[int, str] | None = None
    hint: str | None = None
    after = last + 1 if scan.word(last) == "," and _fronted(scan, first) else last
    for direction, start in ((-1, first - 1), (1, after)):
        at = start
        for distance in range(_FARTHEST):
            if not 0 <= at < scan.size or _edge(scan, at):
                break
            cue = _cue(scan, at)
            if scan.has(at, "future_else"):
                hint = "future"
            if cue and (best is None or distance < best[0]):
                best = distance, cue
            if cue:
                break
            at += direction
    if best is not None:
        return best[1]
    return hint or ("future" if _is_then(scan, first, last) else None)


def _is_then(scan: Scan, first: int, last: int) -> bool:
    """Return whether a plain "is" puts it there, as in "Die Wahl ist am 26. September".

    With more behind it, the word may help another verb ("ist am Montag gestorben").
    """
    ends = scan.word(last) in {"", ".", "!", "?", ";"}
    return ends and scan.has(first - 1, "on") and scan.has(first - 2, "is_then")


def _fronted(scan: Scan, first: int) -> bool:
    """Return whether the sentence begins with it: "On Monday, he left" is one clause."""
    for before in range(first - 1, first - 1 - _FRONT, -1):
        if before < 0 or scan.word(before) in {".", "!", "?"} or scan.breaks(before + 1):
            return True
        if _edge(scan, before):
            return False
    return False


def looks_ahead(scan: Scan, first: int, heard: str | None) -> bool:
    """Return whether "in drei Wochen" is a time to come and not how long something took.

    "Der zweite Unfall in acht Monaten" counts back; only a verb of the future or a place at the
    head of the clause makes a moment of the words.
    """
    if heard is not None:
        return heard == "future"
    before = first - 2 if scan.has(first - 1, "and") else first - 1
    if before < 0 or _edge(scan, before) or scan.has(before, "is_then"):
        return True
    return scan.words.ordinal_dot and not scan.capital(before) and not scan.lower[before].isdigit()


def _edge(scan: Scan, at: int) -> bool:
    """Return whether a clause ends at this token."""
    word = scan.lower[at]
    if word == ".":
        return scan.number(at - 1) < 0 and (at + 1 >= scan.size or scan.capital(at + 1))
    return word in _EDGES or scan.has(at, "clause_edge")


def _cue(scan: Scan, at: int) -> str | None:
    term = scan.terms[at]
    if "month" in term and scan.capital(at):
        return None  # May
    if "future" in term:
        return "future"
    if scan.has(at, "owns") and scan.has(at + 1, "until"):
        return "future"  # "has until Friday"
    if scan.has(at - 1, "is_then") and scan.lower[at].endswith(scan.words.running):
        return "future"  # "they are meeting on Monday"
    if scan.has(at - 1, "passive_be"):
        return None  # "will be held"
    if "past_tense" in term:  # "geschehen werde" is still to come
        return "future" if scan.has(at + 1, "future") else "past"
    word = scan.lower[at]
    if term or len(word) < _SHORTEST or scan.capital(at):
        return None
    past = word.endswith(scan.words.past_endings) and not word.endswith(scan.words.not_past)
    return "past" if past else None
