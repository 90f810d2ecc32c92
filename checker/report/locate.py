"""Places as the tools around a review count them.

We count code points.  SARIF viewers count UTF-16 code units, reviewdog counts bytes
of UTF-8; "ä", "„" and emoji put the three apart.

Floor 4 (report).
Sources: ``proto/rdf/reviewdog.proto`` (1-based bytes, end exclusive); SARIF 2.1.0, 3.30
(columns 1-based, end exclusive, unit named by ``columnKind``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from checker.model import Side, Source

Measure = Callable[[str], int]
_FAR = 1 << 60


def points(text: str) -> int:
    """Return the length in code points."""
    return len(text)


def utf16(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def utf8(text: str) -> int:
    """Return the length in bytes of UTF-8."""
    return len(text.encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text; all four are 1-based, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(source: Source | None, side: Side, measure: Measure) -> Region:
    """Return where a side's quote stands, columns counted by `measure`."""
    if source is None:
        return Region(1, 1, 1, 1)
    line, column = _place(source, side.start, measure)
    end_line, end_column = _place(source, side.end, measure)
    if (end_line, end_column) < (line, column):  # words that markup has torn apart
        end_line, end_column = line, column + measure(side.quote)
    return Region(line, column, end_line, end_column)


def _place(source: Source, offset: int, measure: Measure) -> tuple[int, int]:
    """Return line and column in the file; before words in markup, columns are code points."""
    at = bisect_right(source.places, (offset, _FAR, 0)) - 1
    if at >= 0:
        start, line, column = source.places[at]
        return line, column + measure(source.text[start:offset])
    first = source.text.rfind("\n", 0, offset) + 1
    return source.text.count("\n", 0, offset) + 1, measure(source.text[first:offset]) + 1


def uri(base: str, source_id: str) -> str:
    """Return a source id as a relative URI; an address of the web stays what it is."""
    if source_id.startswith(("https://", "http://")):
        return quote(source_id.encode("utf-8", "surrogateescape"), safe="/:?#[]@!$&'()*+,;=%-._~")
    path = (base + source_id).removeprefix("./").replace("\\", "/")
    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~")
