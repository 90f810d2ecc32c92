"""`check baseline write|accept|list|prune`: findings a desk has decided to live with.

Floor 6 (cli).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.checking import whole
from checker.errors import BaselineError, InputError

if TYPE_CHECKING:
    from checker.judge.baseline import Applied, Baseline, Entry
    from checker.judge.decisions import Decision
    from checker.model import Report
    from checker.settings_file import Effective

Paths = Annotated[list[Path], typer.Argument(help="Files or folders, as for check run.")]
File = Annotated[
    Path | None,
    typer.Option("--baseline", help="File of accepted findings [checker-baseline.json]."),
]
Config = Annotated[Path | None, typer.Option("--config", help="Settings file.")]

commands = typer.Typer(
    help="Accept findings with a reason, so that only new ones fail.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Least(StrEnum):
    """Lowest level that is recorded."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(commands, name="baseline")


@commands.command("write")
def write(
    paths: Paths,
    level: Annotated[Least, typer.Option(help="Lowest level recorded.")] = Least.WARNING,
    file: File = None,
    config: Config = None,
) -> None:
    """Record all findings as they are now; decisions made before are kept."""
    from checker.judge.baseline import refreshed
    from checker.model import Level

    chosen = _chosen(file, config)
    known = _read(chosen)
    report = _checked(paths, chosen)
    after = refreshed(report.findings, known, whole(report), level=Level(level.value))
    _write(chosen, after)
    old, new = {e.id for e in known}, {e.id for e in after}
    _say(f"{len(new - old)} new, {len(new & old)} known, {len(old - new)} resolved and dropped")


@commands.command("accept")
def accept(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Finding ids, or beginnings of them that fit one.")
    ] = None,
    because: Annotated[str | None, typer.Option(help="The reason.")] = None,
    author: Annotated[str | None, typer.Option(help="Who decides [git's user.name].")] = None,
    decisions: Annotated[
        Path | None, typer.Option(help="Decisions exported from the HTML report instead.")
    ] = None,
    reports: Annotated[
        Path | None, typer.Option("--report", help="report.json, or a folder of reports [reports].")
    ] = None,
    file: File = None,
    config: Config = None,
) -> None:
    """Accept findings of the last reports, each with a reason."""
    from checker.judge.baseline import accepted
    from checker.judge.decisions import Decision, read_decisions

    if bool(ids) == bool(decisions):
        raise BaselineError(
            "want ids or --decisions, not both or neither",
            remedy='check baseline accept 3f9c2a7b --because "…"',
        )
    if ids and not (because and because.strip()):
        raise BaselineError("a decision needs a reason", remedy='add --because "…"', code="E406")
    chosen = _chosen(file, config)
    known = _read(chosen)
    wanted: Sequence[Decision] = (
        read_decisions(decisions)
        if decisions
        else [Decision(i.removeprefix("F-"), because or "", author or "") for i in ids or ()]
    )
    entries = list(_entries(wanted, author, reports or chosen.output))
    _write(chosen, accepted(known, entries))
    for entry in entries:
        _say(_line(entry))


@commands.command("list")
def listed(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Check these to tell which entries are stale.")
    ] = None,
    file: File = None,
    config: Config = None,
) -> None:
    """Show accepted findings with reason, author and day."""
    from checker.judge.baseline import apply

    chosen = _chosen(file, config)
    known = _read(chosen)
    applied = None
    if paths:
        report = _checked(paths, chosen)
        applied = apply(report.findings, known, whole(report))
    marks = _marks(applied)
    for entry in known:
        _say(_line(entry) + marks.get(entry.id, ""))
        for source, quote in entry.sides:
            _say(f"    {source}: {quote}")
    _say(f"{len(known)} accepted in {chosen.baseline.name}")


@commands.command("prune")
def prune(
    paths: Paths,
    gone: Annotated[
        bool, typer.Option("--gone", help="Drop entries about sources that are not read as well.")
    ] = False,
    file: File = None,
    config: Config = None,
) -> None:
    """Drop entries whose finding is gone; each is shown with its reason."""
    from checker.judge.baseline import apply, pruned

    chosen = _chosen(file, config)
    known = _read(chosen)
    report = _checked(paths, chosen)
    applied = apply(report.findings, known, whole(report))
    after = pruned(applied, known, gone=gone)
    _write(chosen, after)
    kept = {entry.id for entry in after}
    for entry in known:
        if entry.id not in kept:
            _say(f"dropped {_line(entry)}")
    left = "" if gone or not applied.absent else f", {len(applied.absent)} about sources not read"
    _say(f"{len(known) - len(after)} dropped, {len(after)} kept{left}")


def _chosen(file: Path | None, config: Path | None) -> Effective:
    from checker.cli.checking import cache_folder
    from checker.settings_file import effective

    given = {"baseline": None if file is None else str(file)}
    return effective(given, start=Path.cwd(), config=config, cache=cache_folder())


def _checked(paths: list[Path], chosen: Effective) -> Report:
    from checker.cli.checking import checked

    return checked(paths, chosen.settings)


def _read(chosen: Effective) -> Baseline:
    from checker.judge.baseline_file import read_baseline

    return read_baseline(chosen.baseline)


def _write(chosen: Effective, baseline: Baseline) -> None:
    from checker.cli.output import write_whole
    from checker.judge.baseline_file import dump_baseline

    write_whole(chosen.baseline, dump_baseline(baseline))


def _entries(decisions: Sequence[Decision], author: str | None, place: Path) -> Iterator[Entry]:
    """Yield the entries for decisions about findings of the reports at a place.

    Raises:
        BaselineError: If a decision names no finding of them, or more than one.
    """
    found = _findings(place)
    for decision in decisions:
        fits = sorted(ident for ident in found if ident.startswith(decision.id))
        if len(fits) != 1 or len(decision.id) < 4:
            names = f"{len(fits)} findings" if fits else "no finding"
            raise BaselineError(
                f"{decision.id!r} names {names} in {len(found)} findings of the reports",
                where=str(place),
                remedy="run check on the sources first, then give the id as the report prints it; "
                "--report names another place",
                code="E407",
            )
        rule, sides = found[fits[0]]
        yield _entry(fits[0], rule, sides, decision, author or decision.author or _whoever())


def _entry(
    ident: str, rule: str, sides: list[tuple[str, str]], decision: Decision, author: str
) -> Entry:
    from checker.judge.baseline import entry_from

    entry = entry_from(
        rule,
        sides,
        ident,
        because=" ".join(decision.because.split()),
        author=author,
        date=datetime.now().astimezone().date().isoformat(),
    )
    if entry is None:
        raise BaselineError(
            f"the report's words do not belong to {ident}",
            remedy="run check again, then accept",
            code="E404",
        )
    return entry


def _findings(place: Path) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Return rule and sides of every finding in the reports at a place, by id."""
    import json

    reports = sorted(place.rglob("report.json")) if place.is_dir() else [place]
    found = {}
    for path in reports:
        try:
            document = json.loads(path.read_bytes())
            for row in document["findings"]:
                sides = [(side["source"], side["quote"]) for side in row["sides"]]
                found[row["id"]] = (row["rule"], sides)
        except OSError as error:
            raise InputError(
                f"cannot read the report: {error.strerror or error}",
                where=str(path),
                remedy="run check on the sources first: check PATH",
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                "no report of ours", where=str(path), remedy="run check again to write it anew"
            ) from error
    return found


def _whoever() -> str:
    """Return the name git knows the user by, else the name of the account."""
    import getpass

    from checker.gate.git import user_name

    return user_name(Path.cwd()) or getpass.getuser()


def _marks(applied: Applied | None) -> dict[str, str]:
    if applied is None:
        return {}
    marks = {entry.id: "  [stale: the finding is gone]" for entry in applied.stale}
    return marks | {entry.id: "  [a source was not read]" for entry in applied.absent}


def _line(entry: Entry) -> str:
    who = ", ".join(part for part in (entry.author, entry.date) if part)
    why = entry.because or "recorded without a reason"
    return f"{entry.id}  {entry.rule}  {why}" + (f"  ({who})" if who else "")


def _say(text: str) -> None:
    from checker.report.safe import safe_text

    sys.stdout.write(safe_text(text) + "\n")
