"""The door of the command line: declares, dispatches, sets the exit status.

``check PATH...`` is ``check run PATH...``.  Exit status: 0 nothing at or above the level
asked for, 1 findings, 2 the job could not be done, 130 on Ctrl-C.  A crash is never
"findings": whatever goes wrong ends in 2.

Floor 6 (cli).
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from checker.cli import baseline, batch, config, inspect, run
from checker.cli.common import EXIT_ERROR, complain
from checker.errors import CheckerError

app = typer.Typer(
    name="check",
    help="Read several articles about the same events and show where they cannot all be right.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Examples:  check seeds/   |   check draft.md sources/ --fail-on warning   |   "
    'check figures "Das Telefonat dauerte mehr als eine Stunde."   |   check explain FIG01',
)

run.register(app)
batch.register(app)
inspect.register(app)
baseline.register(app)
config.register(app)


def _version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from checker import __version__

        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read several articles about the same events and show where they cannot all be right."""


def command_names() -> frozenset[str]:
    """Return the names of all sub-commands."""
    names = {c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands}
    names |= {g.name for g in app.registered_groups if g.name}
    return frozenset(names)


#: Options that belong to the program, not to ``check run``.
_OWN_OPTIONS = frozenset({"--help", "-h", "--version", "--install-completion", "--show-completion"})


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line; the console script ``check`` enters here.

    Args:
        argv: Arguments without the program's name; None for the process's own.
    """
    _force_utf8()
    args = list(sys.argv[1:] if argv is None else argv)
    if args and args[0] not in _OWN_OPTIONS and args[0] not in command_names():
        args.insert(0, "run")
    try:
        app(args, prog_name="check")
    except CheckerError as error:
        complain(str(error))
        raise SystemExit(EXIT_ERROR) from error
    except KeyboardInterrupt as error:
        raise SystemExit(130) from error
    except BrokenPipeError as error:
        _swallow_pipe()
        raise SystemExit(EXIT_ERROR) from error
    except Exception as error:  # a crash is not "findings"
        if os.environ.get("CHECKER_DEBUG"):
            raise SystemExit(_traceback()) from error
        from checker import __version__

        complain(
            f"error[E900]: {type(error).__name__}: {error}\n"
            f"  help: this is a bug in checker {__version__}, please report it; "
            "CHECKER_DEBUG=1 shows the traceback"
        )
        raise SystemExit(EXIT_ERROR) from error


def _traceback() -> int:
    """Print the traceback and return the status of a failed job."""
    import traceback

    traceback.print_exc()
    return EXIT_ERROR


def _force_utf8() -> None:
    """Make both streams UTF-8; what cannot be said is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _swallow_pipe() -> None:
    """Keep the interpreter from complaining about a closed pipe on its way out."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
