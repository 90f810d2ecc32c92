"""When does the gate stay shut?

0: nothing at or above the level asked for.  1: findings.  2 is for a job that could not be done;
it is raised as an error and never decided here.

Floor 4 (gate).
"""

from __future__ import annotations

from typing import Final

from checker.model import Level, Report

EXIT_CLEAN: Final = 0
EXIT_FINDINGS: Final = 1
NEVER: Final = "never"


def threshold(fail_on: str) -> Level | None:
    """Return the level that fails the gate, None for ``never``."""
    return None if fail_on == NEVER else Level(fail_on)


def exit_status(
    report: Report, fail_on: Level | None, *, stale: int = 0, fail_stale: bool = False
) -> int:
    """Return the exit status of a run that did its job.

    Args:
        report: Its result; accepted findings never count.
        fail_on: Lowest level that fails, None for never.
        stale: Entries of the baseline whose finding is gone.
        fail_stale: Whether those fail; ``never`` is stronger.
    """
    if fail_on is None:
        return EXIT_CLEAN
    if report.reaches(fail_on) or (fail_stale and stale):
        return EXIT_FINDINGS
    return EXIT_CLEAN
