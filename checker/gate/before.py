"""Lay out the files as they were before an edit, in a folder outside of the work tree.

The folder mirrors the work tree, so ids of sources are the same on both sides.  A renamed file
lies there under its new name: its claims are held against themselves, not reported as new.  What
git knows nothing about (ignored files, files outside of the repository) is taken to be unchanged.

Floor 4 (gate).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rapidfuzz.distance import Indel

from checker.errors import InputError
from checker.gate.diff import Patch, take_back
from checker.gate.git import Blob, Repository
from checker.read.walk import SIDECAR, find_inputs, form_of
from checker.settings import Settings

#: Share of words two files must have in common to be one renamed file; git's default for lines.
_ALIKE: Final = 0.5
#: Pairs of files looked into in search of renames; above it only equal bytes count.
_MOST_LOOKS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Before:
    """The files before an edit.

    Attributes:
        paths: What to read instead of the paths named; empty if nothing was there.
        same: Whether every file is as it is now.
        renames: (old, new) paths relative to the root, sorted.
    """

    paths: tuple[Path, ...]
    same: bool
    renames: tuple[tuple[str, str], ...] = ()


def before_commit(
    repository: Repository, commit: str, paths: Sequence[Path], into: Path, settings: Settings
) -> Before:
    """Write the files below `paths` as they were at a commit.

    Args:
        repository: Where the commit is.
        commit: Resolved.
        paths: Files and folders as the user named them.
        into: An empty folder outside of the work tree.
        settings: Which files are read at all.

    Raises:
        InputError: If there is nothing to read now, or a content is not in this clone.
    """
    mirror = _Mirror(repository.root, into, settings)
    wanted = [b for b in repository.blobs(commit) if mirror.covers(b.path, paths)]
    large = [blob for blob in wanted if blob.size > settings.max_file_size]
    for blob in large:  # would be skipped before, as now: only the size counts
        mirror.write_hollow(blob.path, settings.max_file_size + 1)
    for blob, content in repository.contents([b for b in wanted if b not in large]):
        mirror.write_blob(blob, content)
    followed = repository.versioned()
    for name, path in mirror.files_now(paths):
        if name not in followed:
            mirror.write(name, path.read_bytes())
    return mirror.finished(paths)


def before_patches(
    root: Path, patches: Sequence[Patch], paths: Sequence[Path], into: Path, settings: Settings
) -> Before:
    """Write the files below `paths` as they were before a diff.

    Args:
        root: Folder the names in the diff are relative to.
        patches: The diff.
        paths: As in `before_commit`.
        into: As in `before_commit`.
        settings: As in `before_commit`.

    Raises:
        InputError: If the diff does not fit the files, or hides the content of one.
    """
    mirror = _Mirror(Path(os.path.realpath(root)), into, settings)
    touched = {patch.new for patch in patches if patch.new is not None}
    for name, path in mirror.files_now(paths):
        if name not in touched:
            mirror.write(name, path.read_bytes())
    renames = {}
    for patch in patches:
        name = patch.new or patch.old or ""
        if not mirror.covers(name, paths):
            continue
        content = _content_now(mirror.root / name, patch)
        if patch.binary:
            raise InputError(
                "the diff does not show what changed in this file",
                where=name,
                remedy="compare with a revision instead: --diff BASE",
                code="E132",
            )
        if patch.old is not None:
            mirror.write(patch.old, take_back(content, patch, name))
            if patch.new is not None and patch.new != patch.old:
                renames[patch.old] = patch.new
    return mirror.finished(paths, renames)


def _content_now(path: Path, patch: Patch) -> bytes:
    if patch.new is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            "the diff changes a file that is not here",
            where=patch.new,
            remedy="run it where the diff was made, with its changes in place",
            code="E131",
        ) from error


class _Mirror:
    """A copy of part of a folder tree."""

    def __init__(self, root: Path, into: Path, settings: Settings) -> None:
        self.root, self.settings = root, settings
        # named like the original: a source may be called after the folder it lies in
        self.top = Path(os.path.realpath(into)) / (root.name or "root")
        self.written: set[str] = set()

    def covers(self, name: str, paths: Sequence[Path]) -> bool:
        """Return whether a file is named by the user, or is an article in a folder that is."""
        for path in paths:
            inside = self.name(path)
            if name == inside:
                return True
            if inside is not None and (not inside or name.startswith(inside + "/")):
                return bool(form_of(name)) or name.endswith(SIDECAR)
        return False

    def name(self, path: Path) -> str | None:
        """Return a path relative to the root, with ``/``; None if it lies outside."""
        return _relative(path, self.root)

    def files_now(self, paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
        """Yield the files that are read now, with their sidecars, by their names."""
        inputs, _ = find_inputs(paths, self.settings)
        for found in inputs:
            for path in (found.path, *_sidecars(found.path)):
                name = self.name(path)
                if name is not None and path.is_file():
                    yield name, path

    def write(self, name: str, content: bytes) -> None:
        """Write one file."""
        place = self._place(name)
        if place is not None:
            place.write_bytes(content)
            self.written.add(name)

    def write_hollow(self, name: str, size: int) -> None:
        """Write a file of a size without content."""
        place = self._place(name)
        if place is not None:
            place.touch()
            os.truncate(place, size)
            self.written.add(name)

    def write_blob(self, blob: Blob, content: bytes) -> None:
        """Write a file of a commit; a link only if it cannot lead out."""
        if not blob.link:
            self.write(blob.path, content)
            return
        target = os.fsdecode(content)
        place = self._place(blob.path)
        goal = os.path.normpath(os.path.join(os.path.dirname(blob.path), target))  # noqa: PTH118, PTH120
        if place is not None and not (Path(target).is_absolute() or goal.startswith(os.pardir)):
            place.symlink_to(target)
            self.written.add(blob.path)

    def finished(self, paths: Sequence[Path], renames: Mapping[str, str] | None = None) -> Before:
        """Return what to read, renamed files under their new names."""
        now = dict(self.files_now(paths))
        then = self._read_before(paths)
        if renames is None:
            gone = {n: p for n, p in then.items() if n not in now}
            come = {n: p for n, p in now.items() if n not in then}
            renames = _renames(gone, come)
        same = not renames and now.keys() == then.keys() and all(map(_alike, *_both(now, then)))
        for old, new in sorted(renames.items()):
            if old in self.written and old in then:
                self._rename(old, new)
        found = tuple(self._as_before(path) for path in paths)
        there = tuple(path for path in found if path.exists())
        outside = [path for path in paths if self.name(path) is None]
        return Before(
            paths=there if then or outside else (),
            same=same,
            renames=tuple(sorted(renames.items())),
        )

    def _read_before(self, paths: Sequence[Path]) -> dict[str, Path]:
        """Return the files that were read before, by their names then."""
        places = [p for p in map(self._as_before, paths) if p.exists()]
        try:
            inputs, _ = find_inputs(places, self.settings)
        except InputError:  # nothing was there
            return {}
        return {
            name: path
            for found in inputs
            for path in (found.path, *_sidecars(found.path))
            if (name := _relative(path, self.top)) is not None and path.is_file()
        }

    def _as_before(self, path: Path) -> Path:
        """Return where a path the user named lies in the mirror; itself if outside of it."""
        name = self.name(path)
        return path if name is None else self.top / name

    def _rename(self, old: str, new: str) -> None:
        place = self._place(new)
        if place is not None and not place.exists():
            (self.top / old).rename(place)

    def _place(self, name: str) -> Path | None:
        """Return where a file goes, its folder made; None if the name leads out."""
        if not name or name.startswith("/") or ".." in name.split("/"):
            return None
        place = self.top / name
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


def _relative(path: Path, root: Path) -> str | None:
    try:
        relative = os.path.relpath(os.path.realpath(path), root)
    except ValueError:  # another drive
        return None
    if relative == os.curdir:
        return ""
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    return None if outside else Path(relative).as_posix()


def _both(now: Mapping[str, Path], then: Mapping[str, Path]) -> tuple[list[Path], list[Path]]:
    names = sorted(now.keys() & then.keys())
    return [now[n] for n in names], [then[n] for n in names]


def _alike(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _sidecars(path: Path) -> tuple[Path, ...]:
    return (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR))


def _renames(gone: Mapping[str, Path], come: Mapping[str, Path]) -> dict[str, str]:
    """Return which vanished file is which new one: same bytes, else most words in common."""
    old = {name: path.read_bytes() for name, path in sorted(gone.items())}
    new = {name: path.read_bytes() for name, path in sorted(come.items())}
    few = len(old) * len(new) <= _MOST_LOOKS
    scored = []
    for before, one in old.items():
        for after, other in new.items():
            share = 1.0 if one == other else _share(one, other) if few else 0.0
            if share >= _ALIKE and before.endswith(SIDECAR) == after.endswith(SIDECAR):
                same_name = before.rpartition("/")[2] == after.rpartition("/")[2]
                scored.append((-round(share, 3), not same_name, before, after))
    found: dict[str, str] = {}
    for _, _, before, after in sorted(scored):
        if before not in found and after not in found.values():
            found[before] = after
    return found


def _share(one: bytes, other: bytes) -> float:
    """Return how much two texts have in common, 0..1, by their words."""
    small, large = sorted((len(one), len(other)))
    if not small or large > small / _ALIKE * 2:
        return 0.0
    return float(Indel.normalized_similarity(one.split(), other.split(), score_cutoff=_ALIKE))
