"""Find the files to read, and say of each other one why it is not read.

A folder is hostile ground: links that lead out of it or in circles, pipes that never end, names
that are no text.  Nothing is opened here; what is no plain file is never opened at all.

Floor 3 (read).
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from checker.errors import InputError
from checker.model import InputRecord, State
from checker.settings import Settings

#: Suffix -> name of the format.
SUFFIXES: Final = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
    ".eml": "mail", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc",
    ".warc.gz": "warc",
}  # fmt: skip
SIDECAR: Final = ".meta.json"
_KNOWN: Final = ", ".join(sorted(SUFFIXES))


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    Attributes:
        id: Unique within the run; independent of order and of the working folder.
        path: Where it lies.
        form: Name of its format after its suffix; "" if only its content can tell.
    """

    id: str
    path: Path
    form: str


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    relative: str
    form: str = ""
    reason: str = ""
    help: str = ""


def find_inputs(
    paths: Sequence[Path], settings: Settings
) -> tuple[tuple[Input, ...], tuple[InputRecord, ...]]:
    """Return the files to read, sorted by id, and records of those that will not be read.

    Raises:
        InputError: If a path does not exist, a folder holds nothing to read, or there are more
            files than `settings.max_files`.
    """
    found: dict[str, _Found] = {}
    for path in paths:
        for item in _look_at(path, settings):
            known = found.get(key := _key(item.path))
            if known is None or (known.reason and not item.reason):
                found[key] = item
            if len(found) > settings.max_files:
                raise InputError(
                    f"more than {settings.max_files} files",
                    where=_shown(path),
                    remedy="name a smaller folder, or raise max_files",
                )
    items = sorted(found.values(), key=lambda item: (_printable(item.relative), _key(item.path)))
    names = _unique_names(items)
    wanted = [item for item in items if not item.reason]
    if not wanted:
        raise InputError(
            f"nothing to read in {', '.join(_shown(path) for path in paths) or 'no path'}",
            remedy=f"put articles there ({_KNOWN}), or name another folder",
        )
    inputs = tuple(sorted((Input(names[_key(i.path)], i.path, i.form) for i in wanted), key=_by_id))
    records = tuple(
        InputRecord(path=names[_key(i.path)], state=State.SKIPPED, reason=i.reason, help=i.help)
        for i in items
        if i.reason
    )
    return inputs, records


def form_of(name: str) -> str:
    """Return the format a file name promises, "" if none."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    return SUFFIXES.get(os.path.splitext(lower)[1], "")  # noqa: PTH122 - a name, not a path


def _by_id(item: Input) -> str:
    return item.id


def _key(path: Path) -> str:
    """Return what tells one file from another, links resolved."""
    return os.path.realpath(path)


def _look_at(path: Path, settings: Settings) -> Iterator[_Found]:
    """Yield what lies at a path the user named."""
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise InputError(
            "no such file or folder",
            where=_shown(path),
            remedy="check the spelling; quote names with blanks",
        ) from error
    except OSError as error:
        raise InputError(
            f"cannot be looked at: {_why(error)}",
            where=_shown(path),
            remedy="remove the link, or name the file it should lead to",
        ) from error
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(path, settings)
    elif stat.S_ISREG(status.st_mode):
        yield _Found(path, path.name, form=form_of(path.name))
    else:
        yield _special(path, path.name)


def _walk(root: Path, settings: Settings) -> Iterator[_Found]:
    """Yield everything below a folder in a fixed order, without following links to folders."""
    inside = os.path.realpath(root)
    waiting: list[Path] = [root]
    empty = True
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            if folder == root:
                raise InputError(
                    f"cannot be listed: {_why(error)}",
                    where=_shown(root),
                    remedy="grant the right to read it, or name another folder",
                ) from error
            name = folder.relative_to(root).as_posix()
            yield _Found(folder, name, reason=f"cannot be listed: {_why(error)}")
            continue
        below: list[Path] = []
        for entry in entries:
            path = folder / entry.name
            relative = path.relative_to(root).as_posix()
            empty = False
            if entry.is_dir(follow_symlinks=False):
                reason = _not_wanted(entry.name, relative, settings)
                if reason:
                    yield _Found(path, relative + "/", reason=reason[0], help=reason[1])
                else:
                    below.append(path)
                continue
            judged = _judge_file(path, relative, inside, settings)
            if judged is not None:
                yield judged
        waiting.extend(reversed(below))
    if empty:
        return


def _judge_file(path: Path, relative: str, inside: str, settings: Settings) -> _Found | None:
    """Return what is to be done with one entry; None for a sidecar of a file beside it."""
    unwanted = _not_wanted(path.name, relative, settings)
    if unwanted:
        return _Found(path, relative, reason=unwanted[0], help=unwanted[1])
    if path.is_symlink():
        reason = _bad_link(path, inside)
        if reason:
            return _Found(path, relative, reason=reason, help="name the file itself to read it")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _Found(path, relative, reason=f"cannot be looked at: {_why(error)}")
    if not stat.S_ISREG(mode):
        return _special(path, relative)
    if path.name.endswith(SIDECAR):
        if _has_owner(path):
            return None
        return _Found(path, relative, reason="metadata without its article")
    form = form_of(path.name)
    if not form:
        kind = path.suffix or "no suffix"
        return _Found(
            path,
            relative,
            reason=f"unknown kind of file ({kind})",
            help=f"known are {_KNOWN}; name the file itself to read it as text",
        )
    return _Found(path, relative, form=form)


def _not_wanted(name: str, relative: str, settings: Settings) -> tuple[str, str] | None:
    if name.startswith("."):
        return "hidden", "name it without the leading dot to read it"
    for pattern in settings.exclude:
        if fnmatchcase(relative, pattern) or fnmatchcase(name, pattern):
            return f"excluded by {pattern}", ""
    return None


def _bad_link(path: Path, inside: str) -> str:
    """Return why a link is not followed, "" if it may be."""
    try:
        target = os.path.realpath(path, strict=True)
    except OSError as error:
        return f"link that leads nowhere: {_why(error)}"
    if target != inside and not target.startswith(inside.rstrip(os.sep) + os.sep):
        return "link that leaves the folder"
    return "" if not Path(target).is_dir() else "link to a folder"


def _special(path: Path, relative: str) -> _Found:
    return _Found(path, relative, reason="no plain file (pipe, socket or device), never opened")


def _has_owner(path: Path) -> bool:
    stem = path.name[: -len(SIDECAR)]
    if form_of(stem):
        return (path.parent / stem).exists()
    return any((path.parent / (stem + suffix)).exists() for suffix in SUFFIXES)


def _unique_names(items: Sequence[_Found]) -> dict[str, str]:
    """Return an id per file: its relative name, lengthened by folders where two would be alike.

    Which folders are added depends on the files alone, so order and working folder do not
    matter.
    """
    full = {
        _key(item.path): tuple(_printable(part) for part in Path(_key(item.path)).parts)
        for item in items
    }
    names = {_key(item.path): _printable(item.relative) for item in items}
    taken = {key: len(Path(item.relative).parts) for item in items for key in [_key(item.path)]}
    for _ in range(64):
        groups: dict[str, list[str]] = {}
        for key, name in names.items():
            groups.setdefault(name, []).append(key)
        alike = [key for keys in groups.values() if len(keys) > 1 for key in keys]
        if not alike:
            return names
        for key in alike:
            taken[key] += 1
            names[key] = "/".join(full[key][-taken[key] :])
    for number, key in enumerate(sorted(names)):
        names[key] += f"~{number}"
    return names


def _printable(name: str) -> str:
    """Return a name as valid text: NFC, undecodable bytes as escapes."""
    safe = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", safe)


def _shown(path: Path) -> str:
    return _printable(path.as_posix()) + ("/" if path.is_dir() else "")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
