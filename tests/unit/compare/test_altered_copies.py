"""A copy that changed a hedged figure is found; honest roundings and other groups are not."""

from __future__ import annotations

import pytest

from checker.compare.figure import Settings, compare
from checker.corpus.relate import relate_two
from checker.read import source_from_text
from checker.read.claims import read_claims


@pytest.mark.parametrize(
    ("lang", "left", "right", "conflicts"),
    [
        pytest.param(
            "de",
            "Rund 6800 Menschen mussten zuvor ihre Wohnungen verlassen, wie die Stadt mitteilte.",
            "Rund 8600 Menschen mussten zuvor ihre Wohnungen verlassen, wie die Stadt mitteilte.",
            1,
            id="de-digits-in-another-order",
        ),
        pytest.param(
            "en",
            "About 1,200 residents had to leave their homes before noon, the council said.",
            "About 1,500 residents had to leave their homes before noon, the council said.",
            1,
            id="en-another-digit",
        ),
        pytest.param(
            "de",
            "Rund 6800 Menschen mussten zuvor ihre Wohnungen verlassen.",
            "Etwa 7000 Anwohner kamen am Nachmittag bei Freunden und in Turnhallen unter.",
            0,
            id="de-other-words",
        ),
        pytest.param(
            "en",
            "Two firefighters were treated for smoke inhalation.",
            "By dusk 140 firefighters were strung out along the eastern edge.",
            0,
            id="en-two-groups",
        ),
    ],
)
def test_altered(lang: str, left: str, right: str, conflicts: int) -> None:
    """What "rund" allows does not matter where one text was taken from the other."""
    first, second = (
        read_claims(source_from_text(text, id=name, lang=lang))
        for name, text in (("left", left), ("right", right))
    )

    found = [c for p in relate_two(first, second) for c in compare(p, Settings())]

    assert len(found) == conflicts
