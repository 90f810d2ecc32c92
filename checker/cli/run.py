"""`check run PATH...`: check articles, write reports, set the exit status.

Floor 6 (cli).
"""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.checking import cache_folder, checked, read_baseline, through_baseline
from checker.cli.common import complain
from checker.cli.deliver import STREAMED, deliver
from checker.cli.output import prepare_folder, report_name
from checker.errors import SettingsError
from checker.settings import Settings

if TYPE_CHECKING:
    pass


class FailOn(StrEnum):
    """Lowest level that fails the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class UiLang(StrEnum):
    """Languages of the interface."""

    DE = "de"
    EN = "en"


class Show(StrEnum):
    """Lowest level that is shown on the terminal and in Markdown."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("run")(run)


def run(
    paths: Annotated[
        list[Path], typer.Argument(help="Files or folders to compare; - reads one text from stdin.")
    ],
    output: Annotated[Path | None, typer.Option(help="Folder for reports [reports].")] = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="Comma-separated: terminal, html, md, json, csv, sarif, github, gitlab, rdjson, "
            "webannotation, claimreview [terminal,html,md,json].",
        ),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Lowest level that fails [error].")] = None,
    show: Annotated[
        Show | None, typer.Option(help="Lowest level shown on the terminal and in Markdown.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="sentence-transformers model: path or hub name.")
    ] = None,
    revision: Annotated[str | None, typer.Option(help="Revision of a hub model.")] = None,
    judge: Annotated[
        str | None, typer.Option(help="NLI cross-encoder for a second reading: path or hub name.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language of all sources: de, en.")] = None,
    ui_lang: Annotated[
        UiLang | None, typer.Option(help="Language of the reports [most of the sources].")
    ] = None,
    rules: Annotated[list[Path] | None, typer.Option(help="Folder with further rules.")] = None,
    drafts: Annotated[
        list[str] | None, typer.Option("--draft", help="Pattern of files under review.")
    ] = None,
    exclude: Annotated[list[str] | None, typer.Option(help="Pattern of paths not to read.")] = None,
    furniture: Annotated[
        bool | None,
        typer.Option("--furniture/--no-furniture", help="Read marked furniture for claims."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="File of accepted findings [checker-baseline.json].")
    ] = None,
    fail_stale: Annotated[
        bool | None,
        typer.Option("--fail-stale/--no-fail-stale", help="Fail on stale baseline entries."),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(help="Report only what changed since this revision (from the merge base)."),
    ] = None,
    diff_file: Annotated[
        str | None, typer.Option(help="Report only what this unified diff changed; - is stdin.")
    ] = None,
    diff_exact: Annotated[
        bool, typer.Option("--diff-exact", help="Take --diff as it is, without a merge base.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(help="Settings file [checker.toml or pyproject.toml upward].")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Embed everything anew.")] = False,
    jobs: Annotated[
        int | None, typer.Option(help="Threads for embedding; 0: all cores.", min=0)
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no diagnostics.")
    ] = False,
    list_files: Annotated[
        bool, typer.Option("--list-files", help="Show what would be read, and stop.")
    ] = False,
    stdin_name: Annotated[
        str, typer.Option(help="What to call the text read from stdin.")
    ] = "stdin.txt",
) -> None:
    """Check that the claims of several sources can stand together."""
    from checker.cli.diff import edit, only_edit, state_before
    from checker.gate.git import prefix
    from checker.gate.policy import exit_status, threshold
    from checker.judge.weights import weighed
    from checker.pipeline import after_edit
    from checker.settings_file import effective

    given = {
        "output": None if output is None else str(output),
        "formats": None if formats is None else parse_forms(formats),
        "fail-on": fail_on,
        "show": show,
        "model": model,
        "revision": revision,
        "judge": judge,
        "lang": lang,
        "ui-lang": ui_lang,
        "rules": tuple(map(str, rules)) if rules else None,
        "drafts": tuple(drafts) if drafts else None,
        "exclude": tuple(exclude) if exclude else None,
        "include-furniture": furniture,
        "baseline": None if baseline is None else str(baseline),
        "fail-stale": fail_stale,
        "jobs": jobs,
    }
    chosen = effective(given, start=Path.cwd(), config=config, cache=cache_folder())
    settings = replace(chosen.settings, cache=None) if no_cache else chosen.settings
    forms = parse_forms(",".join(chosen.formats))
    stdin = None
    if Path("-") in paths:
        paths = [p for p in paths if p != Path("-")]
        stdin = (stdin_name, sys.stdin.buffer.read())
    if list_files:
        print_inputs(paths, settings)
        return
    folder = chosen.output / (report_name(paths) if paths else Path(stdin_name).stem)
    if any(f not in STREAMED for f in forms):
        prepare_folder(folder)
    known = read_baseline(chosen.baseline)
    with edit(paths, settings, base=diff, diff_file=diff_file, exact=diff_exact) as before:
        report, was = checked(paths, settings, stdin=stdin, quiet=quiet), None
        if before is not None:
            was = state_before(
                report, before, lambda paths: checked(list(paths), settings, quiet=True)
            )
            report = after_edit(was, report, settings)
        report = replace(report, findings=weighed(report.findings, chosen.weights))
        report, stale = through_baseline(report, known)
        if before is not None:
            stale = ()  # an edit is no full run: what it does not show may still be there
            report = only_edit(was, report)
    deliver(report, forms, folder, show=chosen.show, base=prefix(paths), quiet=quiet)
    for entry in stale if not quiet else ():
        complain(f"stale in {chosen.baseline.name}: {entry.id} {entry.rule} (check baseline prune)")
    raise typer.Exit(
        exit_status(
            report,
            threshold(chosen.fail_on),
            stale=len(stale),
            fail_stale=chosen.fail_stale,
        )
    )


def parse_forms(formats: str) -> tuple[str, ...]:
    """Return the forms asked for, in order, each once.

    Raises:
        SettingsError: If one is unknown.
    """
    from checker.report import FORMS

    known = list(FORMS)
    forms = tuple(dict.fromkeys(f.strip() for f in formats.split(",") if f.strip()))
    for form in forms:
        if form not in known:
            from difflib import get_close_matches

            near = get_close_matches(form, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
            raise SettingsError(f"no format named {form!r}", remedy=hint, code="E204")
    if not forms:
        raise SettingsError("no format named", remedy=f"choose from {', '.join(known)}")
    return forms


def print_inputs(paths: list[Path], settings: Settings) -> None:
    """Print what would be read, and why the rest would not."""
    from checker.read import plan_inputs
    from checker.report.safe import safe_text

    for record in plan_inputs(paths, settings):
        reason = f"  ({record.reason})" if record.reason else ""
        sys.stdout.write(safe_text(f"{record.state}  {record.path}{reason}") + "\n")
