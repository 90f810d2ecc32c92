"""The table of verdicts on two figures of one thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.compare._intervals import Stand, stand, wider
from checker.model import Figure, Interval, Kind

D = Decimal
INF = D("Infinity")
H, M = D(3600), D(60)


def exact(value: str, kind: Kind = Kind.COUNT, grain: str = "1", unit: str = "1") -> Figure:
    return figure(value, value, value, value, kind=kind, grain=grain, unit=unit)


def figure(
    low: str,
    high: str,
    soft_low: str,
    soft_high: str,
    *,
    kind: Kind = Kind.COUNT,
    grain: str = "1",
    unit: str = "1",
    opened: tuple[bool, bool] = (False, False),
    modifier: str = "",
) -> Figure:
    discrete = kind in {Kind.COUNT, Kind.TIMES, Kind.ORDINAL, Kind.AGE}
    return Figure(
        start=0,
        end=1,
        text="x",
        kind=kind,
        hard=Interval(D(low), D(high), *opened),
        soft=Interval(D(soft_low), D(soft_high)),
        unit=unit,
        granularity=D(grain),
        modifier=modifier,
        discrete=discrete,
    )


def hours(value: str, grain: str) -> Figure:
    v = str(D(value) * H)
    return exact(v, Kind.DURATION, str(D(grain) * H), "s")


MINUTES_75 = exact(str(75 * M), Kind.DURATION, "60", "s")
OVER_AN_HOUR = figure(
    "3600", "Infinity", "3600", "7200",
    kind=Kind.DURATION, grain="3600", unit="s", opened=(True, True), modifier="over",
)  # fmt: skip
ABOUT_75 = figure(
    "3600", "5400", "4050", "4950", kind=Kind.DURATION, grain="60", unit="s", modifier="about"
)
NEARLY_TWO = figure(
    "5760", "7200", "6480", "7200",
    kind=Kind.DURATION, grain="3600", unit="s", opened=(False, True), modifier="nearly",
)  # fmt: skip
GOOD_HOUR = figure(
    "3600", "5400", "3600", "4500", kind=Kind.DURATION, grain="3600", unit="s", modifier="good"
)
FIVE_MILLION = exact("5000000", grain="1000000")
ABOUT_FIVE = figure("3000000", "7000000", "4000000", "6000000", grain="1000000", modifier="about")
UP_TO_SEVEN = figure("0", "7", "3.5", "7", kind=Kind.TIMES, modifier="at-most")
AT_LEAST_20 = figure("20", "Infinity", "20", "40", opened=(False, True), modifier="at-least")
DOZENS = figure("12", "Infinity", "24", "240", opened=(False, True), modifier="vague")
THOUSANDS = figure("1000", "Infinity", "2000", "20000", opened=(False, True), modifier="vague")
UNDER_100 = figure("0", "100", "50", "100", opened=(False, True), modifier="under")
UP_TO_100 = figure("0", "100", "50", "100", modifier="at-most")
TWO_TO_THREE = figure(
    "7200", "10800", "7200", "10800", kind=Kind.DURATION, grain="3600", unit="s", modifier="range"
)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(OVER_AN_HOUR, MINUTES_75, Stand.COMPATIBLE, id="over-an-hour-75-minutes"),
        pytest.param(hours("2.5", "0.1"), MINUTES_75, Stand.CONFLICT, id="2.5-hours-75-minutes"),
        pytest.param(ABOUT_75, OVER_AN_HOUR, Stand.COMPATIBLE, id="about-75-over-an-hour"),
        pytest.param(hours("2.5", "0.1"), OVER_AN_HOUR, Stand.TENSION, id="2.5-over-an-hour"),
        pytest.param(
            NEARLY_TWO, exact("6600", Kind.DURATION, "60", "s"), Stand.COMPATIBLE, id="nearly-110"
        ),
        pytest.param(NEARLY_TWO, hours("2", "1"), Stand.COMPATIBLE, id="nearly-two-two"),
        pytest.param(NEARLY_TWO, hours("2.5", "0.1"), Stand.CONFLICT, id="nearly-two-2.5"),
        pytest.param(GOOD_HOUR, MINUTES_75, Stand.COMPATIBLE, id="good-hour-75"),
        pytest.param(
            FIVE_MILLION, exact("4800000", grain="100000"), Stand.ROUNDING, id="5-million-4.8"
        ),
        pytest.param(
            ABOUT_FIVE, exact("4300000", grain="100000"), Stand.COMPATIBLE, id="about-5-million-4.3"
        ),
        pytest.param(
            FIVE_MILLION, exact("6200000", grain="100000"), Stand.CONFLICT, id="5-million-6.2"
        ),
        pytest.param(exact("6", Kind.TIMES), UP_TO_SEVEN, Stand.COMPATIBLE, id="6-up-to-7"),
        pytest.param(exact("8", Kind.TIMES), UP_TO_SEVEN, Stand.CONFLICT, id="8-up-to-7"),
        pytest.param(AT_LEAST_20, exact("23"), Stand.COMPATIBLE, id="at-least-20-23"),
        pytest.param(AT_LEAST_20, exact("18"), Stand.CONFLICT, id="at-least-20-18"),
        pytest.param(DOZENS, exact("18"), Stand.TENSION, id="dozens-18"),
        pytest.param(THOUSANDS, exact("4050", grain="10"), Stand.COMPATIBLE, id="thousands-4050"),
        pytest.param(
            hours("2", "1"), exact("8400", Kind.DURATION, "60", "s"), Stand.ROUNDING, id="2h-2h20"
        ),
        pytest.param(exact("73", Kind.AGE), exact("73", Kind.AGE), Stand.EQUAL, id="73-73-years"),
        pytest.param(UNDER_100, exact("100"), Stand.CONFLICT, id="under-100-100"),
        pytest.param(UNDER_100, exact("100", grain="100"), Stand.CONFLICT, id="under-round-100"),
        pytest.param(UP_TO_100, exact("100"), Stand.COMPATIBLE, id="up-to-100-100"),
        pytest.param(TWO_TO_THREE, hours("2.5", "0.1"), Stand.COMPATIBLE, id="2-to-3-2.5"),
    ],
)
def test_stands(left: Figure, right: Figure, verdict: Stand) -> None:
    """The order of the two never matters."""
    assert stand(left, right) == verdict
    assert stand(right, left) == verdict


def test_the_hedged_wording_is_the_wider_one() -> None:
    """Who is vaguer is told by the width of the interval."""
    assert wider(OVER_AN_HOUR, MINUTES_75) == 1
    assert wider(MINUTES_75, OVER_AN_HOUR) == -1
    assert wider(MINUTES_75, MINUTES_75) == 0
