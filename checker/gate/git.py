"""Look into a git repository without touching it.

Only plumbing that reads objects is called: no checkout, no stash, no filter, no hook, no lock, no
network.  The names of files are taken apart at NUL bytes, so blanks, umlauts and line feeds in
them are safe.

Floor 4 (gate).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checker.errors import InputError

#: Set by git for its own hooks; they would point away from the folder asked about.
_FOREIGN: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_QUIET: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_LINK: Final = "120000"
_LFS: Final = b"version https://git-lfs.github.com/spec/v1\n"
#: Seconds after which git is given up.
_PATIENCE: Final = 300
#: Objects asked for at once; bounds the memory.
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Blob:
    """A file at a revision.

    Attributes:
        path: Relative to the root of the repository, with ``/``.
        oid: Name of its content.
        link: Whether it is a symbolic link (its content is where it leads).
        size: Bytes.
    """

    path: str
    oid: str
    link: bool
    size: int


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree.

    Attributes:
        root: Its top folder, links resolved.
    """

    root: Path

    def resolve(self, revision: str) -> str:
        """Return the commit a revision names.

        Raises:
            InputError: If there is none, or a shallow clone hides it.
        """
        looks_odd = revision.startswith("-")
        found = not looks_odd and self._try("rev-parse", "--verify", "-q", f"{revision}^{{commit}}")
        if found:
            return found
        if revision == "HEAD":
            raise InputError(
                "there is no commit yet to compare with",
                where=str(self.root),
                remedy="commit once, or leave --diff out",
                code="E122",
            )
        if self.shallow:
            raise self._too_shallow(revision)
        near = f"origin/{revision}"
        known = not looks_odd and self._try("rev-parse", "--verify", "-q", near)
        raise InputError(
            f"no revision named {revision!r}",
            where=str(self.root),
            remedy=f"did you mean {near!r}?" if known else f"git fetch origin {revision}",
            code="E122",
        )

    def base(self, revision: str, *, exact: bool = False) -> str:
        """Return the commit that edits are held against.

        Args:
            revision: A branch, tag or commit.
            exact: Take it as it is instead of where HEAD left it.

        Raises:
            InputError: If there is none; in a shallow clone it says so instead of guessing.
        """
        commit = self.resolve(revision)
        head = self.resolve("HEAD")
        if exact:
            return commit
        found = self._try("merge-base", commit, head)
        if found:
            return found
        if self.shallow:
            raise self._too_shallow(revision)
        raise InputError(
            f"HEAD and {revision!r} have no common past",
            where=str(self.root),
            remedy="name another revision, or compare with it as it is: --diff-exact",
            code="E124",
        )

    @property
    def shallow(self) -> bool:
        """Whether the clone holds only the last commits."""
        return self._try("rev-parse", "--is-shallow-repository") == "true"

    def blobs(self, commit: str) -> tuple[Blob, ...]:
        """Return all files at a commit, sorted by path; submodules hold none of ours."""
        found = []
        for row in _rows(self._run("ls-tree", "-r", "-l", "-z", "--full-tree", commit)):
            about, _, path = row.partition(b"\t")
            mode, kind, oid, size = about.decode("ascii").split()
            if kind == "blob":
                found.append(Blob(os.fsdecode(path), oid, mode == _LINK, int(size)))
        return tuple(sorted(found, key=lambda blob: blob.path))

    def contents(self, blobs: Sequence[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """Yield the bytes of files, in order.

        Raises:
            InputError: If an object is not here (a partial clone); nothing is fetched.
        """
        for first in range(0, len(blobs), _AT_ONCE):
            some = blobs[first : first + _AT_ONCE]
            asked = "".join(f"{blob.oid}\n" for blob in some).encode()
            out = self._run("cat-file", "--batch", feed=asked)
            at = 0
            for blob in some:
                end = out.index(b"\n", at)
                head = out[at:end].split()
                if head[-1] == b"missing":
                    raise InputError(
                        f"the content of {blob.path} at that revision is not in this clone",
                        where=str(self.root),
                        remedy="git fetch --refetch --filter=blob:limit=1g",
                        code="E125",
                    )
                start, at = end + 1, end + 1 + int(head[2]) + 1
                yield blob, self._inflated(blob, out[start : at - 1])

    def versioned(self) -> frozenset[str]:
        """Return the files of the work tree that git follows, or would if they were added."""
        out = self._run("ls-files", "-z", "--cached", "--others", "--exclude-standard")
        return frozenset(os.fsdecode(path) for path in _rows(out))

    def _inflated(self, blob: Blob, content: bytes) -> bytes:
        """Return what a pointer of Git LFS stands for; other contents as they are."""
        if not content.startswith(_LFS):
            return content
        words = content.split()
        oid = next((w[7:].decode("ascii") for w in words if w.startswith(b"sha256:")), "")
        common = Path(self._run("rev-parse", "--git-common-dir").decode().strip())
        place = self.root / common / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
        try:
            return place.read_bytes()
        except OSError as error:
            raise InputError(
                f"the content of {blob.path} at that revision lies in Git LFS, not in this clone",
                where=str(self.root),
                remedy="git lfs fetch --all",
                code="E125",
            ) from error

    def _too_shallow(self, revision: str) -> InputError:
        return InputError(
            f"this is a shallow clone: its history does not reach where HEAD left {revision!r}",
            where=str(self.root),
            remedy="git fetch --unshallow  (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)",
            code="E123",
        )

    def _try(self, *args: str) -> str:
        """Return what git says, empty if it refuses."""
        done = _git(self.root, *args)
        return os.fsdecode(done.stdout).strip() if done.returncode == 0 else ""

    def _run(self, *args: str, feed: bytes = b"") -> bytes:
        done = _git(self.root, *args, feed=feed)
        if done.returncode:
            raise InputError(
                f"git {args[0]} ended with {done.returncode}: {_first_line(done.stderr)}",
                where=str(self.root),
                remedy="look at the repository with: git fsck",
                code="E121",
            )
        return done.stdout


def repository(start: Path) -> Repository:
    """Return the repository a folder or file lies in.

    Raises:
        InputError: If git is not installed, or there is no repository with a work tree.
    """
    folder = start if start.is_dir() else start.parent
    done = _git(folder, "rev-parse", "--show-toplevel")
    root = os.fsdecode(done.stdout).removesuffix("\n")
    if done.returncode or not root:
        raise InputError(
            f"no git work tree to compare with: {_first_line(done.stderr)}",
            where=str(folder),
            remedy="run it inside the repository, or hand over the change with --diff-file",
            code="E121",
        )
    return Repository(Path(os.path.realpath(root)))


def prefix(paths: Sequence[Path]) -> str:
    """Return what makes a path from the root of the repository out of a source id.

    Review tools place a remark by such a path.  Source ids are relative to the folder named, so
    one folder, or files of one folder, have one prefix; without a repository the working folder
    is the root.

    Returns:
        A path that ends with ``/``, or nothing: no prefix needed, or none that fits all.
    """
    folders = {path if path.is_dir() else path.parent for path in paths}
    if len(folders) != 1:
        return ""
    folder = Path(os.path.realpath(folders.pop()))
    try:
        root = repository(folder).root
    except InputError:
        root = Path(os.path.realpath(Path.cwd()))
    if folder == root or not folder.is_relative_to(root):
        return ""
    return folder.relative_to(root).as_posix() + "/"


def user_name(folder: Path) -> str:
    """Return the name git would write into a commit made here, empty if it knows none."""
    try:
        done = _git(folder, "config", "user.name")
    except InputError:
        return ""
    return os.fsdecode(done.stdout).strip() if done.returncode == 0 else ""


def _git(folder: Path, *args: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git and return what came of it."""
    env = {k: v for k, v in os.environ.items() if k not in _FOREIGN} | _QUIET
    # a repository may name programs to run in its configuration; none of these calls needs one
    command = ("git", "-c", "core.fsmonitor=false", *args)
    try:
        return subprocess.run(  # noqa: S603 - fixed words; revisions never begin with a dash
            command,
            cwd=folder,
            env=env,
            input=feed,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError as error:
        raise InputError(
            "git is not installed, so there is nothing to compare with",
            remedy="install git, or hand over the change with --diff-file",
            code="E120",
        ) from error
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"git {args[0]} took more than {_PATIENCE} s",
            where=str(folder),
            remedy="look at the repository with: git fsck",
            code="E121",
        ) from error


def _rows(out: bytes) -> list[bytes]:
    return [row for row in out.split(b"\0") if row]


def _first_line(stderr: bytes) -> str:
    return os.fsdecode(stderr).strip().partition("\n")[0].removeprefix("fatal: ") or "no reason"
