"""`--diff BASE` and `--diff-file FILE`: report only what an edit brought and what it cleared.

The whole corpus is checked twice, before and after, with the same settings and the same cache:
a conflict has two ends, and one of them is mostly in a file nobody touched.  In `check run`::

    with edit(paths, settings, base=diff, diff_file=diff_file, exact=diff_exact) as before:
        report = checked(paths, settings, ...)
        if before is not None:
            was = state_before(report, before, lambda paths: checked(paths, settings, ...))
            report = only_edit(was, after_edit(was, report, settings))

Floor 6 (cli).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError, SettingsError
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.gate.before import Before
    from checker.model import Report


@contextmanager
def edit(
    paths: Sequence[Path],
    settings: Settings,
    *,
    base: str | None = None,
    diff_file: str | None = None,
    exact: bool = False,
) -> Iterator[Before | None]:
    """Lay out the files as they were before an edit; they are gone when the block ends.

    Args:
        paths: Files and folders as the user named them.
        settings: Which files are read.
        base: Revision the work tree is held against, from where HEAD left it.
        diff_file: A unified diff instead, ``-`` for stdin.
        exact: Take `base` as it is.

    Yields:
        The state before, or None if neither `base` nor `diff_file` is given.

    Raises:
        SettingsError: If both are given.
        InputError: If the state before cannot be known: no git, no repository, no such revision,
            a shallow clone, a diff that does not fit.
    """
    if base is not None and diff_file is not None:
        raise SettingsError(
            "want --diff or --diff-file, not both", remedy="leave one out", code="E205"
        )
    if base is None and diff_file is None:
        if exact:
            raise SettingsError(
                "--diff-exact without --diff", remedy="name a revision: --diff main", code="E205"
            )
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="checker-before-") as folder:
        into = Path(folder)
        if base is not None:
            yield _from_git(paths, settings, into, base, exact=exact)
        else:
            yield _from_diff(paths, settings, into, diff_file or "-")


def state_before(
    after: Report, before: Before, check: Callable[[Sequence[Path]], Report]
) -> Report | None:
    """Return the report on the files as they were, None if there was nothing to read.

    Args:
        after: The report on the files as they are.
        before: From `edit`.
        check: Checks paths with the settings and the cache of `after`.
    """
    if before.same:  # nothing that is read has changed
        return after
    return check(before.paths) if before.paths else None


def only_edit(was: Report | None, after: Report) -> Report:
    """Return the report reduced to what the edit brought and what it cleared.

    Args:
        was: From `state_before`.
        after: The report on the files as they are, accepted findings marked.
    """
    from checker.gate.compare import compare, reduced

    return reduced(after, compare(was, after))


def _from_git(
    paths: Sequence[Path], settings: Settings, into: Path, base: str, *, exact: bool
) -> Before:
    from checker.gate.before import before_commit
    from checker.gate.git import repository

    found = repository(paths[0] if paths and paths[0].exists() else Path.cwd())
    return before_commit(found, found.base(base, exact=exact), paths, into, settings)


def _from_diff(paths: Sequence[Path], settings: Settings, into: Path, place: str) -> Before:
    from checker.gate.before import before_patches
    from checker.gate.diff import parse_diff
    from checker.gate.git import repository

    name = "stdin" if place == "-" else place
    try:
        raw = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read the diff: {error.strerror or error}",
            where=name,
            remedy="name a file, or - for stdin: git diff main | check PATH --diff-file -",
        ) from error
    try:
        root = repository(Path.cwd()).root
    except InputError:  # a diff needs no git; then its names are relative to where we are
        root = Path.cwd()
    return before_patches(root, parse_diff(raw, name), paths, into, settings)
