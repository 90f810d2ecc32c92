"""Laws of intervals."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Interval

decimals = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=1)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval, open or closed."""
    low, high = sorted((draw(decimals), draw(decimals)))
    if low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(intervals(), intervals())
def test_meeting_is_mutual(first: Interval, second: Interval) -> None:
    """A meets B exactly if B meets A."""
    assert first.meets(second) == second.meets(first)


@given(intervals())
def test_an_interval_meets_and_holds_itself(one: Interval) -> None:
    """No interval is at odds with itself."""
    assert one.meets(one)
    assert one.holds(one)
    assert one.gap(one) == 0


@given(intervals(), intervals())
def test_what_holds_also_meets(first: Interval, second: Interval) -> None:
    """Containment implies a common value."""
    if first.holds(second):
        assert first.meets(second)


@given(intervals(), intervals(), st.decimals(0, 50, places=1))
def test_slack_never_parts(first: Interval, second: Interval, slack: Decimal) -> None:
    """Widening one side can only bring two intervals together."""
    if first.meets(second):
        assert first.widened(slack).meets(second)


@given(intervals(), intervals(), st.decimals("0.1", 50, places=1))
def test_a_change_of_unit_changes_no_verdict(
    first: Interval, second: Interval, factor: Decimal
) -> None:
    """Hours or minutes: the verdict is the same."""
    assert first.meets(second) == first.scaled(factor).meets(second.scaled(factor))


@given(intervals(), intervals())
def test_a_gap_means_no_meeting(first: Interval, second: Interval) -> None:
    """A distance above zero and a common value exclude each other."""
    if first.gap(second) > 0:
        assert not first.meets(second)
