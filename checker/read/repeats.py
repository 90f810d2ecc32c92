"""Mark lines that several unrelated sources share: the site's, not the articles'.

"Mehr aus der Region" under every article of a paper is furniture whatever it says.  But copies of
an agency text share lines too, and those are content; so sources that have a whole paragraph in
common count as one, and only lines without a full stop are looked at.

Floor 3 (read).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from checker.model import Furniture, Source

#: So many unrelated sources make a line the site's.
_SOURCES: Final = 3
#: At most so many sources of one line are looked at.
_LOOKED_AT: Final = 12
_LONGEST: Final = 120
_PARAGRAPH: Final = 100
_END: Final = re.compile(r"[.!?…:][\"“”»«'’)\]*_]*\Z")
_KINDS: Final = frozenset({"subhead", "caption", "body"})


def mark_repeated(sources: Sequence[Source]) -> list[Source]:
    """Return the sources with lines that recur in unrelated ones moved to furniture."""
    where: dict[str, list[int]] = {}
    for number, source in enumerate(sources):
        for line in sorted({line for line, _, _ in _lines(source)}):
            where.setdefault(line, []).append(number)
    often = {line: seen for line, seen in where.items() if len(seen) >= _SOURCES}
    if not often:
        return list(sources)
    paragraphs = [_paragraphs(source) for source in sources]
    common = {line for line, seen in often.items() if _unrelated(seen, paragraphs) >= _SOURCES}
    return [_without(source, common) for source in sources]


def _lines(source: Source) -> list[tuple[str, int, int]]:
    """Return the short lines of a source that may be the site's."""
    found = []
    for part in source.parts:
        text = source.text[part.start : part.end]
        if part.kind in _KINDS and len(text) <= _LONGEST and not _END.search(text):
            found.append((text, part.start, part.end))
    return found


def _paragraphs(source: Source) -> frozenset[str]:
    return frozenset(
        source.text[p.start : p.end] for p in source.parts if p.end - p.start >= _PARAGRAPH
    )


def _unrelated(seen: Sequence[int], paragraphs: Sequence[frozenset[str]]) -> int:
    """Return how many of the sources share no paragraph with one counted before."""
    counted: list[int] = []
    for number in seen[:_LOOKED_AT]:
        if all(not paragraphs[number] & paragraphs[other] for other in counted):
            counted.append(number)
    return len(counted)


def _without(source: Source, common: set[str]) -> Source:
    marked = {(start, end) for line, start, end in _lines(source) if line in common}
    if not marked:
        return source
    furniture = [*source.furniture, *(Furniture(a, b, "repeated") for a, b in marked)]
    return replace(
        source,
        furniture=tuple(sorted(furniture, key=lambda f: (f.start, f.end))),
        parts=tuple(p for p in source.parts if (p.start, p.end) not in marked),
    )
