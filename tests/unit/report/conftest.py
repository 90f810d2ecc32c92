"""A small invented newsroom day, built by hand, that every form has to show."""

from __future__ import annotations

import pytest

from checker.model import Report
from tests.unit.report.building import Day, flood_day


@pytest.fixture
def day() -> Day:
    """The builder."""
    return flood_day()


@pytest.fixture
def report(day: Day) -> Report:
    """The report on the invented flood."""
    return day.report()
