"""Find again in the file of a web page where the words of its text stand.

The text of a page is not the file: tags are gone, blanks collapsed.  So that a person can find a
claim in the file, its words are looked up there one after the other, tags masked.  Words come in
the same order, so a cursor that only moves forward suffices.

Floor 3 (read).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from checker.read.reading import Line

_TAG: Final = re.compile(r"<(script|style|head)\b[^<>]*>(?:[^<]|<(?!/\1))*|<[^<>]*>", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
#: A word that is not found within so many characters is written with an entity; it is passed over.
_NEAR: Final = 3_000
#: The second word of a line stands within so many characters of the first, tags included.
_CLOSE: Final = 400
#: A first word is looked up so many times.
_TRIES: Final = 200


def find_places(page: str, lines: Sequence[Line]) -> tuple[tuple[int, int, int], ...]:
    """Return (offset in the text, line, column in the file) wherever the two drift apart.

    Every word of the article is followed, of furniture only the first.

    Args:
        page: The file as decoded.
        lines: Lines of the extracted text, in the order of the page.
    """
    masked = _TAG.sub(lambda match: "\0" * len(match.group()), page)
    breaks = [match.start() for match in re.finditer("\n", page)]
    places: list[tuple[int, int, int]] = []
    cursor = 0
    for line in lines:
        drift: int | None = None
        words = list(_WORD.finditer(line.text))
        for number, word in enumerate(words):
            if drift is None:
                after = words[number + 1].group() if number + 1 < len(words) else ""
                found = _first(masked, word.group(), after, cursor)
            else:
                found = masked.find(word.group(), cursor, cursor + _NEAR)
            if found < 0:
                continue
            offset = line.start + word.start()
            cursor = found + len(word.group())
            row = bisect_right(breaks, found - 1)
            if drift is None or found - offset != drift or row + 1 != places[-1][1]:
                start = line.start if drift is None else offset
                column = found - (breaks[row - 1] + 1 if row else 0) + 1 - (offset - start)
                places.append((start, row + 1, max(1, column)))
                drift = found - offset
            if line.reason:
                break
    return tuple(places)


def _first(masked: str, word: str, after: str, cursor: int) -> int:
    """Return where a line begins: its first word with the second close behind, -1 if nowhere."""
    found = masked.find(word, cursor)
    for _ in range(_TRIES):
        if found < 0:
            return -1
        end = found + len(word)
        whole = not masked[end : end + 1].isalnum() and not masked[found - 1 : found].isalnum()
        if whole and (not after or masked.find(after, end, end + _CLOSE) >= 0):
            return found
        found = masked.find(word, end)
    return -1
