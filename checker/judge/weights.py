"""How early findings are shown, by how much a desk relies on the sources they rest on.

A weight orders, it never decides: no finding is raised, dropped, or made louder by it.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from checker.model import Finding


def weighed(findings: Sequence[Finding], weights: Mapping[str, float]) -> tuple[Finding, ...]:
    """Return the findings with weights of sources taken into account, in the order of a report.

    A conflict with a source nobody relies on can wait, so the least weight among the sides counts.

    Args:
        findings: Of one run.
        weights: Pattern of source ids -> 0..1; the first that fits counts, 1 where none does.
    """
    if not weights:
        return tuple(findings)
    found = [
        replace(f, weight=round(f.weight * min(_weight(s.source, weights) for s in f.sides), 3))
        for f in findings
    ]
    return tuple(sorted(found, key=lambda f: f.order))


def _weight(source: str, weights: Mapping[str, float]) -> float:
    for pattern, weight in weights.items():
        if fnmatchcase(source, pattern):
            return weight
    return 1.0
