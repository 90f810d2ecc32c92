"""What most events have in common sets no two of them against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.compare import comparers
from checker.compare.polarity import Settings
from checker.judge.entail import relate_texts
from checker.model import NOTHING, Ground, Standing

HARM = ("Bei dem Brand wurden drei Menschen verletzt.", "Bei dem Brand wurde niemand verletzt.")


@pytest.mark.parametrize(
    ("standing", "fires"), [(Standing.ESTABLISHED, True), (Standing.POSSIBLE, False)]
)
def test_harm_to_nobody_is_compared_within_one_event(standing: Standing, fires: bool) -> None:
    _, _, pairs = relate_texts(*HARM, "de")
    compare = comparers()["polarity"].pair
    assert compare is not None
    found = [
        c
        for p in pairs
        if not p.within
        for c in compare(replace(p, event=Ground(standing, NOTHING)), Settings())
        if c.about.startswith("harm:")
    ]
    assert bool(found) is fires
