"""Count, for each pair of sources, where they support and where they contradict each other.

Floor 4 (report).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from checker.model import Level
from checker.report.view import View

#: Beyond this many sources a table of all pairs is unreadable; the strongest pairs are listed.
MOST_SOURCES = 16
MOST_PAIRS = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """What two sources have to do with each other."""

    row: str
    column: str
    agreements: int
    errors: int
    warnings: int

    @property
    def conflicts(self) -> int:
        """Findings at level possible or above."""
        return self.errors + self.warnings


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture of all sources.

    Attributes:
        ids: Source ids in order; empty if there are too many for a table.
        cells: (row id, column id) -> cell, both ways; only pairs that touch.
        pairs: The pairs that touch, strongest first.
    """

    ids: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    pairs: tuple[Cell, ...]


def matrix(view: View) -> Matrix:
    """Return the matrix of a report."""
    report = view.report
    agreements: Counter[tuple[str, str]] = Counter()
    claims = view.claim_by_id
    met: set[tuple[str, str]] = set()
    for claim_id, support in report.support.items():
        for other_id in support.by:
            one, other = claims.get(claim_id), claims.get(other_id)
            if one is None or other is None or one.source == other.source:
                continue
            link = (min(claim_id, other_id), max(claim_id, other_id))
            if link not in met:
                met.add(link)
                agreements[_key(one.source, other.source)] += 1
    found: Counter[tuple[tuple[str, str], Level]] = Counter()
    for finding in report.findings:
        if finding.level is Level.INFO or finding.status != "open":
            continue
        for pair in combinations(sorted({side.source for side in finding.sides}), 2):
            found[pair, finding.level] += 1
    touched = sorted({*agreements, *(pair for pair, _ in found)})
    pairs = [
        Cell(
            one,
            other,
            agreements[one, other],
            found[(one, other), Level.ERROR],
            found[(one, other), Level.WARNING],
        )
        for one, other in touched
    ]
    cells: dict[tuple[str, str], Cell] = {}
    for cell in pairs:
        cells[cell.row, cell.column] = cell
        cells[cell.column, cell.row] = cell
    pairs.sort(key=lambda c: (-c.errors, -c.warnings, -c.agreements, c.row, c.column))
    few = len(report.sources) <= MOST_SOURCES
    ids = tuple(source.id for source in report.sources) if few else ()
    return Matrix(ids, cells, tuple(pairs[:MOST_PAIRS]))


def _key(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
