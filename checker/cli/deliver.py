"""Bring a report to where it is read: the terminal, files, a review.

Floor 6 (cli).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.common import complain
from checker.cli.output import write_whole

if TYPE_CHECKING:
    from checker.model import Report

#: Forms that go to stdout, because their reader listens there.
STREAMED = frozenset({"terminal", "github"})


def deliver(
    report: Report,
    forms: Sequence[str],
    folder: Path,
    *,
    show: str,
    base: str = "",
    quiet: bool = False,
) -> None:
    """Write the report in every form asked for; say on stderr where, and what was not read.

    Args:
        report: What to deliver.
        forms: Keys of `checker.report.FORMS`.
        folder: Where files go; it exists.
        show: Lowest level shown on the terminal, in Markdown and in reviews.
        base: From `checker.gate.git.prefix`.
        quiet: No diagnostics.
    """
    from checker.model import Level, State
    from checker.report import FORMS, Options, render

    options = Options(show=Level(show), base=base)
    written = []
    for form in forms:
        if form == "terminal":
            from checker.report.terminal import print_report

            print_report(report, sys.stdout, show=options.show)
        elif form in STREAMED:
            sys.stdout.write(render(report, form, options))
        else:
            target = folder / FORMS[form]
            write_whole(target, render(report, form, options))
            written.append(target)
    if "github" in forms:
        _summarise(render(report, "md", options))
    if quiet:
        return
    for record in report.coverage.inputs:
        if record.state is not State.READ:
            remedy = f" ({record.help})" if record.help else ""
            complain(f"{record.state}: {record.path}: {record.reason}{remedy}")
    for target in written:
        complain(f"wrote {target.as_posix()}")


def _summarise(markdown: str) -> None:
    """Append the report to the summary of a GitHub step, if there is one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    try:
        with Path(place).open("a", encoding="utf-8", errors="replace") as file:
            file.write(markdown)
    except OSError as error:
        complain(f"cannot write the step summary: {error.strerror or error}")
