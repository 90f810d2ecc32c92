"""When a figure that an edit changed is still the one that was in conflict before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.gate.figures import alike
from checker.model import Interval


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high), high == "Infinity", high == "Infinity")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(("147", "153"), ("150", "150"), True, id="rounded-otherwise"),
        pytest.param(("60", "Infinity"), ("60", "90"), True, id="over-an-hour-a-good-hour"),
        pytest.param(("60", "Infinity"), ("120", "Infinity"), False, id="an-open-end-moved"),
        pytest.param(("60", "90"), ("30", "60"), False, id="another-value"),
    ],
)
def test_alike(one: tuple[str, str], other: tuple[str, str], *, same: bool) -> None:
    assert alike(interval(*one), interval(*other)) is same
    assert alike(interval(*other), interval(*one)) is same
