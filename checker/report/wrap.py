"""Lay marked text out in columns of a terminal, with carets under the marks.

Widths are terminal cells, not code points: a Chinese character takes two, a
combining accent none.

Floor 4 (report).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import get_character_cell_size

from checker.report.safe import COMMAND, safe_text

_SPACES = re.compile(r"\s+")
#: One visible character and whether it is marked.
Cell = tuple[str, bool]


def cells(pieces: Iterable[tuple[str, bool]]) -> list[Cell]:
    """Return pieces as safe characters on one line; runs of white space become one space."""
    found: list[Cell] = []
    for text, mark in pieces:
        line = safe_text(_SPACES.sub(" ", text))
        if line.startswith(" ") and (not found or found[-1][0] == " "):
            line = line[1:]
        found.extend((char, mark) for char in line)
    while found and found[-1][0] == " ":
        found.pop()
    joined = "".join(char for char, _ in found)
    for match in reversed(list(COMMAND.finditer(joined))):
        found.insert(match.end(), (" ", found[match.start()][1]))
    return found


def wrap_cells(row: Sequence[Cell], width: int) -> list[list[Cell]]:
    """Return the characters in lines of at most `width` cells, broken at spaces if possible."""
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    used = gap = 0  # cells used; index just after the last space, 0 if none
    for cell in row:
        size = get_character_cell_size(cell[0])
        if used + size > width and line:
            rest = line[gap:] if gap else []
            lines.append(line[: gap - 1] if gap else line)
            line, gap = list(rest), 0
            used = sum(get_character_cell_size(char) for char, _ in line)
        if cell[0] == " " and not line:
            continue
        line.append(cell)
        used += size
        if cell[0] == " ":
            gap = len(line)
    if line:
        lines.append(line)
    return lines


def carets(line: Sequence[Cell]) -> str:
    """Return the line that underlines what is marked; empty if nothing is."""
    drawn = "".join(("^" if mark else " ") * get_character_cell_size(char) for char, mark in line)
    return drawn.rstrip()


def wrap_text(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` cells, made safe for a terminal."""
    rows = wrap_cells(cells([(text, False)]), max(width, 8))
    return ["".join(char for char, _ in row) for row in rows] or [""]
