"""`check config` and `check init`: which settings are in force, and a file to write them in.

Floor 6 (cli).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from checker.errors import SettingsError


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("config")(config)
    app.command("init")(init)


def config(
    file: Annotated[
        Path | None, typer.Option("--config", help="Settings file instead of the one found.")
    ] = None,
) -> None:
    """Show every setting in force and where its value comes from."""
    from checker.cli.checking import cache_folder
    from checker.report.safe import safe_text
    from checker.settings_file import effective

    chosen = effective({}, start=Path.cwd(), config=file, cache=cache_folder())
    shown = chosen.file.as_posix() if chosen.file else "none found; check init writes one"
    lines = [f"# settings file: {shown}"]
    rows = [
        (f"{key} = {_toml(value)}", chosen.origins[key]) for key, value in chosen.values.items()
    ]
    width = max(len(row) for row, _ in rows)
    lines += [f"{row:<{min(width, 60)}}  # {origin}" for row, origin in rows]
    sys.stdout.write("".join(safe_text(line) + "\n" for line in lines))


def _toml(value: object) -> str:
    """Return a value as TOML writes it."""
    if value is None:
        return '""'
    if isinstance(value, Mapping):
        inner = ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {_toml(value[k])}" for k in value)
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return json.dumps(str(value), ensure_ascii=False)


def init(
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write a commented checker.toml into this folder."""
    from checker.cli.output import write_whole
    from checker.settings_file import OWN_NAME, template

    target = Path(OWN_NAME)
    if target.exists() and not force:
        raise SettingsError(
            "there is a settings file already",
            where=str(target),
            remedy="check config shows what is in force; check init --force replaces the file",
            code="E213",
        )
    write_whole(target, template())
    sys.stdout.write(f"wrote {target}\n")
