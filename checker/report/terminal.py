"""The report for a terminal: first what was checked, then the findings, then the sum.

A finding has six parts, always in this order: headline, sides with carets, reckoning,
origins, limits, question.  Nothing from an article is ever read as markup.

Floor 4 (report); one of the two doors to rich.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from typing import IO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.model import Finding, Level, Report, Side
from checker.report.options import Options
from checker.report.safe import console_text
from checker.report.view import BRIEF, View, clip, clipped
from checker.report.wrap import carets, cells, wrap_cells, wrap_text

_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.INFO: "bold blue"}
_FAINT = "dim"
_BRIEF_ROWS = 8
#: Characters of a quote; what is beyond stands in the full text.
_LONGEST = 700
#: Nobody reads more than this in a terminal; the rest is counted.
_MOST = 200
#: A quote shorter than this is shown with its surroundings, so that it can be understood.
_SHORT = 64
#: Reach of the surroundings on both sides, in code points.
_REACH = 40


def render(report: Report, options: Options) -> str:
    """Return the report as text for a terminal of `options.width` columns."""
    return render_terminal(
        report,
        width=options.width,
        colour=options.colour,
        show=options.show,
        accept=options.accept,
    )


def render_terminal(
    report: Report,
    *,
    width: int = 100,
    colour: bool = False,
    show: Level = Level.INFO,
    accept: str = Options().accept,
) -> str:
    """Return the report as text for a terminal.

    Args:
        report: What to show.
        width: Columns; lines are broken to fit, down to 40.
        colour: Whether to use ANSI colours.
        show: Lowest level to show; what is hidden is counted.
        accept: Command that accepts a finding.
    """
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    _print(report, console, show, accept)
    return out.getvalue()


def print_report(
    report: Report, file: IO[str], *, show: Level = Level.INFO, accept: str = Options().accept
) -> None:
    """Print the report; width and colour (``NO_COLOR``) follow the terminal behind `file`."""
    console = Console(file=file, markup=False, highlight=False, emoji=False)
    if not console.is_terminal and console.width == 80:
        console = Console(file=file, width=100, markup=False, highlight=False, emoji=False)
    _print(report, console, show, accept)


def _print(report: Report, console: Console, show: Level, accept: str) -> None:
    view = View(report)
    width = console.width

    def put(line: Text) -> None:
        console.print(line, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

    for line in _head(view, width):
        put(line)
    shown = view.shown(show)
    brief = [f for f in shown if f.type in BRIEF]
    long = [f for f in shown if f.type not in BRIEF]
    for finding in long[:_MOST]:
        for line in _finding(finding, view, width, accept):
            put(line)
    if len(long) > _MOST:
        put(Text(f"… {view.count(len(long) - _MOST)} {view.word('more-in-report')}\n", "bold"))
    for line in _briefly(brief, view, width):
        put(line)
    for line in _resolved(view, width):
        put(line)
    console.print(_sum(view))
    for line in _foot(view, show, width):
        put(line)


def _head(view: View, width: int) -> Iterator[Text]:
    report = view.report
    read = " · ".join(
        (
            view.counted(len(report.sources), "source"),
            view.counted(report.coverage.claims, "claim"),
            view.counted(report.coverage.figures, "figure"),
            view.counted(report.coverage.compared, "pair"),
        )
    )
    for i, line in enumerate(wrap_text(read, width)):
        yield Text(line, "bold" if i == 0 else "")
    found = [
        Text(view.counted(view.by_level[level], level.value), _loud(level, view)) for level in Level
    ]
    if view.accepted:
        found.append(Text(f"{view.count(view.accepted)} {view.word('accepted')}"))
    joined = Text(" · ").join(found)
    yield from (joined,) if joined.cell_len <= width else tuple(found)
    remarks = "; ".join(view.not_checked())
    if remarks:
        for line in wrap_text(f"{view.word('not-checked')}: {remarks}", width):
            yield Text(line, _FAINT)
    for record in view.unread:
        text = f"{view.word(record.state.value)}: {record.path}: {record.reason}"
        for line in wrap_text(text, width - 2):
            yield Text("  " + line, _FAINT)
    yield Text()


def _loud(level: Level, view: View) -> str:
    return _STYLES[level] if view.by_level[level] else ""


def _finding(finding: Finding, view: View, width: int, accept: str) -> Iterator[Text]:
    style = _STYLES[finding.level]
    tag = f"{finding.level.value}[{console_text(finding.rule)}]"
    if finding.status == "accepted":
        style, tag = _FAINT, f"{tag} ({view.word('accepted')})"
    rows = wrap_text(f"{tag}: {finding.message.get(view.lang)}", width)
    first = Text(rows[0], "bold")
    first.stylize(style, 0, min(len(tag), len(rows[0])))
    yield first
    for row in rows[1:]:
        yield Text(row, "bold")
    gutter = max(len(str(view.place(side)[0])) for side in finding.sides)
    for side in finding.sides:
        yield from _side(side, view, width, gutter, style)
    pad = " " * (gutter + 2)
    reckoning = "; ".join(step.get(view.lang) for step in finding.reckoning)
    yield from _note(view.word("reckoning"), reckoning, pad, width)
    if finding.missing.get(view.lang):
        yield from _note(view.word("missing"), finding.missing.get(view.lang), pad, width)
    origins = view.origins(finding)
    yield from _note(
        view.word("origins"),
        f"{view.count(len(origins))} ({', '.join(origins)})",
        pad,
        width,
        style=_FAINT,
    )
    if finding.limits.get(view.lang):
        yield from _note(
            view.word("limits-short"), finding.limits.get(view.lang), pad, width, style=_FAINT
        )
    yield from _note(view.word("remedy-short"), view.question(finding), pad, width, sign=" ")
    if finding.status == "accepted":
        yield from _note(view.word("because"), finding.because, pad, width, sign=" ")
    else:
        command = f'{accept} {finding.fingerprint} --because "…"'
        yield Text(f"{pad}  {view.word('accept-with')}: {command}", _FAINT)
    yield Text()


def _note(
    name: str, text: str, pad: str, width: int, *, sign: str = "=", style: str = ""
) -> Iterator[Text]:
    rows = wrap_text(f"{name}: {text}", width - len(pad) - 2)
    line = Text(f"{pad}{sign} {rows[0]}", style)
    line.stylize("bold", len(pad) + 2, len(pad) + 2 + len(name))
    yield line
    for row in rows[1:]:
        yield Text(f"{pad}  {row}", style)


def _side(side: Side, view: View, width: int, gutter: int, style: str) -> Iterator[Text]:
    line, column = view.place(side)
    source = view.source_by_id.get(side.source)
    date = view.published(source) if source is not None else ""
    place = f"{console_text(side.source)}:{line}:{column}"
    arrow = Text(" " * gutter + "--> ", _FAINT)
    arrow.append(place, "cyan")
    arrow.append(f"  {console_text(date) or view.word('no-date')}", _FAINT)
    yield arrow
    excerpt = view.excerpt(side, _REACH if len(side.quote) < _SHORT else 0)
    pieces = [
        ("… " if excerpt.cut_before else "", False),
        (excerpt.before, False),
        *clipped(excerpt.quote, _LONGEST),
        (excerpt.after, False),
        (" …" if excerpt.cut_after else "", False),
    ]
    said = [console_text(side.reading.get(view.lang)), console_text(view.voice(side))]
    if side.as_of:
        said.append(f"{view.word('as-of')} {console_text(view.as_of(side))}")
    reading = " · ".join(part for part in said if part)
    rows = wrap_cells(cells(pieces), width - gutter - 4)
    last = max((i for i, row in enumerate(rows) if carets(row)), default=-1)
    bar = Text(" " * (gutter + 1) + " |", _FAINT)
    yield bar
    for i, row in enumerate(rows):
        text = Text(f"{line if i == 0 else '':>{gutter}}  | ", _FAINT)
        for mark, run in groupby(row, key=lambda cell: cell[1]):
            text.append("".join(char for char, _ in run), style if mark else "none")
        yield text
        under = carets(row)
        if under:
            drawn = Text(" " * (gutter + 1) + " | ", _FAINT)
            drawn.append(under, style)
            room = width - gutter - 5 - cell_len(under) - cell_len(reading)
            if i == last and room >= 0:
                drawn.append(" " + reading, "none")
                reading = ""
            yield drawn
    for row_text in wrap_text(reading, width - gutter - 4) if reading else ():
        drawn = Text(" " * (gutter + 1) + " | ", _FAINT)
        drawn.append(row_text, "none")
        yield drawn


def _briefly(findings: list[Finding], view: View, width: int) -> Iterator[Text]:
    """List findings that rest on one place or repeat another, one line each."""
    for kind in sorted({f.type for f in findings}):
        group = [f for f in findings if f.type == kind]
        yield Text(f"{view.word(kind)}: {view.count(len(group))}", "bold")
        for finding in group[:_BRIEF_ROWS]:
            side = finding.sides[0]
            line, column = view.place(side)
            others = "".join(f" = {console_text(s.source)}" for s in finding.sides[1:])
            place = f"{console_text(side.source)}:{line}:{column}{others}"
            room = max(width - cell_len(place) - 6, 16)
            quote = wrap_text(clip(side.quote, 4 * width), room)
            row = Text("  ")
            row.append(place, "cyan")
            row.append("  " + quote[0] + (" …" if len(quote) > 1 else ""), "none")
            yield row
        if len(group) > _BRIEF_ROWS:
            more = view.count(len(group) - _BRIEF_ROWS)
            yield Text(f"  … {more} {view.word('more-in-report')}", _FAINT)
        yield Text()


def _resolved(view: View, width: int) -> Iterator[Text]:
    if not view.report.resolved:
        return
    yield Text(f"{view.word('resolved')}: {view.count(len(view.report.resolved))}", "bold")
    for finding in view.report.resolved:
        for row in wrap_text(f"{finding.rule} {finding.message.get(view.lang)}", width - 2):
            yield Text("  " + row)
    yield Text()


def _sum(view: View) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(Text(view.word("type")))
    for level in Level:
        table.add_column(Text(view.word(level.value + "s")), justify="right")
    kinds = sorted({f.type for f in view.report.findings if f.status == "open"})
    for kind in kinds:
        of = [f.level for f in view.report.findings if f.type == kind and f.status == "open"]
        row = [Text(view.word(kind))]
        for level in Level:
            number = of.count(level)
            row.append(Text(view.count(number) if number else "·", "" if number else _FAINT))
        table.add_row(*row)
    row = [Text(view.word("total"), "bold")]
    row.extend(Text(view.count(view.by_level[level]), "bold") for level in Level)
    table.add_row(*row)
    return table


def _foot(view: View, show: Level, width: int) -> Iterator[Text]:
    hidden = len(view.report.findings) - len(view.shown(show))
    if hidden:
        yield Text(f"{view.counted(hidden, 'finding')} {view.word('hidden')}", _FAINT)
    yield Text()
    for row in wrap_text(view.word("verdict-note"), width):
        yield Text(row, _FAINT)
