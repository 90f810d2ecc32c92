"""Write reports so that a reader never meets half a file.

A report is written beside its target and moved over it in one step; a full disk leaves
the old report as it was.

Floor 6 (cli).
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checker.errors import InputError


def report_name(paths: Sequence[Path]) -> str:
    """Return the folder name for the report on `paths`: the folder's own, or the common one."""
    if not paths:
        return "report"
    resolved = [p.resolve() for p in paths]
    common = resolved[0] if len(resolved) == 1 else Path(os.path.commonpath(resolved))
    name = common.stem if common.is_file() else common.name
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "report"


def prepare_folder(folder: Path) -> None:
    """Make sure `folder` can take reports, before any work is done.

    Raises:
        InputError: If it is a file or cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(
            f"cannot write reports: {error.strerror or error}",
            where=str(folder),
            remedy="name another folder with --output",
            code="E110",
        ) from error


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path` in one step.

    Raises:
        InputError: If the disk is full or the folder cannot be written to.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(
            f"cannot write the report: {error.strerror or error}",
            where=str(path),
            remedy="free some space or name another folder with --output",
            code="E111",
        ) from error
