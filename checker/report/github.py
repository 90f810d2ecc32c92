"""Workflow commands, which GitHub shows as annotations on the lines of a change.

A step may set ten errors and ten warnings; what is beyond that is dropped by GitHub
without a word, so the rest is counted here.  Whatever quotes an article outside a
command stands between ``::stop-commands::`` and its token, and is never executed.

Floor 4 (report).
Sources: actions/toolkit, ``packages/core/src/command.ts`` (escapes); GitHub docs,
"Workflow commands".
"""

from __future__ import annotations

import secrets

from checker.model import Finding, Level, Report
from checker.report.locate import points, region
from checker.report.options import Options
from checker.report.safe import console_text, one_line
from checker.report.view import View, clip

PER_LEVEL = 10
#: Characters of a quote; an annotation holds 64 kB in all.
_LONGEST = 1000
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning"}


def escape_data(text: str) -> str:
    """Return text as the data of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return text as the value of a command's property."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def render(report: Report, options: Options) -> str:
    """Return annotations for errors and warnings, then the rest in brief."""
    view = View(report)
    lines: list[str] = []
    rest: list[Finding] = []
    for level in (Level.ERROR, Level.WARNING):
        group = [f for f in view.shown(options.show) if f.level is level and f.status == "open"]
        lines += [_command(f, view, options) for f in group[:PER_LEVEL]]
        rest += group[PER_LEVEL:]
    token = options.token or secrets.token_hex(16)
    lines.append(f"::stop-commands::{token}")
    lines.append(_counts(view))
    if rest:
        lines.append(view.counted(len(rest), "more-finding"))
        lines += [_brief(finding, view) for finding in rest]
    lines.append(f"::{token}::")
    return "\n".join(lines) + "\n"


def _counts(view: View) -> str:
    counts = ", ".join(view.counted(view.by_level[level], level.value) for level in Level)
    sources = view.counted(len(view.report.sources), "source")
    return f"{counts}; {sources}, {view.counted(view.report.coverage.claims, 'claim')}"


def _brief(finding: Finding, view: View) -> str:
    side = finding.sides[0]
    line, column = view.place(side)
    place = f"{console_text(side.source)}:{line}:{column}"
    message = console_text(finding.message.get(view.lang))
    return f"  {finding.level.value}[{finding.rule}] {place}: {message}"


def _command(finding: Finding, view: View, options: Options) -> str:
    primary = finding.sides[0]
    place = region(view.source_by_id.get(primary.source), primary, points)
    # bytes of a name that is not UTF-8 cannot be printed; any other name must stay exact
    path = (options.base + primary.source).removeprefix("./")
    path = path.encode("utf-8", "replace").decode()
    values = {
        "file": path,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "title": f"{finding.rule} {finding.name}",
    }
    if place.line == place.end_line:  # GitHub refuses columns over several lines
        values |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties = ",".join(f"{key}={escape_property(value)}" for key, value in values.items())
    text = [one_line(finding.message.get(view.lang))]
    for side in finding.sides:
        line, column = view.place(side)
        reading = one_line(side.reading.get(view.lang))
        text.append(
            f"{one_line(side.source)}:{line}:{column} „{clip(one_line(side.quote), _LONGEST)}“"
            + (f" – {reading}" if reading else "")
        )
    text += [f"= {one_line(step.get(view.lang))}" for step in finding.reckoning]
    text.append(f"{view.word('remedy-short')}: {one_line(view.question(finding))}")
    text.append(f'{options.accept} {finding.fingerprint} --because "…"')
    return f"::{_COMMANDS[finding.level]} {properties}::{escape_data(chr(10).join(text))}"
