"""What every command that checks articles needs: the check itself, its cache, its baseline.

Floor 6 (cli).
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.settings import Settings

if TYPE_CHECKING:
    from checker.judge.baseline import Baseline
    from checker.model import Report


def cache_folder() -> Path:
    """Return the user's cache folder (XDG_CACHE_HOME, LOCALAPPDATA or ~/.cache)."""
    import os

    for variable in ("CHECKER_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        if value := os.environ.get(variable):
            return Path(value) if variable == "CHECKER_CACHE" else Path(value) / "checker"
    return Path.home() / ".cache" / "checker"


def checked(
    paths: list[Path],
    settings: Settings,
    *,
    stdin: tuple[str, bytes] | None = None,
    quiet: bool = False,
) -> Report:
    """Return the report, with progress on stderr if that is a terminal."""
    from checker.pipeline import check

    if quiet or not sys.stderr.isatty():
        return check(paths, settings, stdin=stdin)
    from checker.cli.progress import shown_progress

    with shown_progress() as progress:
        return check(paths, settings, stdin=stdin, progress=progress)


def read_baseline(path: Path) -> Baseline:
    """Return the accepted findings; none if there is no such file."""
    from checker.judge.baseline_file import read_baseline as read

    return read(path)


def through_baseline(report: Report, known: Baseline) -> tuple[Report, Baseline]:
    """Return the report with accepted findings marked, and the stale entries."""
    from checker.judge.baseline import apply

    applied = apply(report.findings, known, whole(report))
    return replace(report, findings=applied.findings), applied.stale


def whole(report: Report) -> frozenset[str]:
    """Return the sources read without remark; of others it is not known what is gone."""
    from checker.model import State

    read = {record.path for record in report.coverage.inputs if record.state is State.READ}
    return frozenset(read & {source.id for source in report.sources})
