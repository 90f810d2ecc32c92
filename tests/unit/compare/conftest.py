"""What the tests of comparers share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from checker.compare import comparers
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims


@pytest.fixture
def told() -> Callable[[str, str, str, str], Sequence[object]]:
    """Return a function: what a comparer says about two texts of one event."""
    return _told


def _told(name: str, lang: str, left: str, right: str) -> Sequence[object]:
    """Return what a comparer says about two texts of one event."""
    comparer = comparers()[name]
    sides = [
        read_claims(source_from_text(text, id=key, lang=lang))
        for key, text in (("left", left), ("right", right))
    ]
    found: list[object] = []
    if comparer.pair is not None:
        for pair in relate_two(*sides):
            found += comparer.pair(pair, comparer.settings())
    if comparer.story is not None:
        found += comparer.story([c for side in sides for c in side], comparer.settings())
    return found
