"""Read unified diffs, and take them back: from the text after to the text before.

Everything is bytes, because a diff does not know the encoding of what it changes.  What does not
fit raises; guessing would compare with a text that never was.

Floor 4 (gate).
Sources: "diff format for merges" and "generating patch text with -p", git-diff(1).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from checker.errors import InputError

_HUNK: Final = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED: Final = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_ESCAPES: Final = {
    b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r",
    b'"': b'"', b"\\": b"\\",
}  # fmt: skip
#: What git puts before the names of the two sides (a/ b/, or i/ w/ c/ o/ on request).
_PREFIX: Final = re.compile(rb"[abciow12]/")
_NOTHING: Final = b"/dev/null"


@dataclass(frozen=True, slots=True)
class Hunk:
    """One stretch of a diff.

    Attributes:
        line: 1-based line of its head in the diff.
        at: 0-based line in the text after where it begins.
        before: Lines before, line feeds kept.
        after: Lines after.
    """

    line: int
    at: int
    before: tuple[bytes, ...]
    after: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """What a diff does to one file.

    Attributes:
        old: Its path before, None if it is new.
        new: Its path after, None if it is deleted.
        hunks: In order; empty if only the name or nothing changed.
        binary: Whether the diff does not show the content.
    """

    old: str | None
    new: str | None
    hunks: tuple[Hunk, ...] = ()
    binary: bool = False


def parse_diff(raw: bytes, where: str) -> tuple[Patch, ...]:
    """Return the patches in a unified diff, as `git diff` or `diff -u` writes it.

    Args:
        raw: The diff; nothing at all is a diff without changes.
        where: Its name, for messages.

    Raises:
        InputError: If it holds no diff, is cut off, or joins more than two sides (``@@@``).
    """
    reader = _Reader(raw.split(b"\n"), where)
    patches = tuple(reader.patches())
    if not patches and raw.strip():
        raise reader.fault(1, "no unified diff")
    return patches


def take_back(content: bytes, patch: Patch, where: str) -> bytes:
    """Return the bytes a file had before a patch.

    Args:
        content: The bytes it has now; empty if the patch deleted it.
        patch: What was done to it.
        where: Its name, for messages.

    Raises:
        InputError: If the patch does not fit the content.
    """
    lines = _lines(content)
    done: list[bytes] = []
    at = 0
    for hunk in patch.hunks:
        there = lines[hunk.at : hunk.at + len(hunk.after)]
        if hunk.at < at or [_bare(x) for x in there] != [_bare(x) for x in hunk.after]:
            raise InputError(
                f"the diff does not fit the file (hunk at line {hunk.line} of the diff)",
                where=f"{where}:{hunk.at + 1}",
                remedy="make the diff again from the files as they are now",
                code="E131",
            )
        done += lines[at : hunk.at]
        done += hunk.before
        at = hunk.at + len(hunk.after)
    return b"".join([*done, *lines[at:]])


def _lines(content: bytes) -> list[bytes]:
    """Split at line feeds only; a lone carriage return is part of a line."""
    lines = [line + b"\n" for line in content.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _bare(line: bytes) -> bytes:
    return line.rstrip(b"\r\n")


class _Reader:
    """Walks over the lines of a diff; hunks are taken by count, never by looks."""

    def __init__(self, lines: list[bytes], where: str) -> None:
        self.lines, self.where, self.at = lines, where, 0

    def fault(self, line: int, message: str) -> InputError:
        return InputError(
            message,
            where=f"{self.where}:{line}",
            remedy="make it with: git diff BASE > change.diff",
            code="E130",
        )

    def patches(self) -> Iterator[Patch]:
        """Yield the patches, one per file."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.startswith(b"diff --git "):
                yield self._git_patch(line)
            elif self._names_ahead():
                old, new = self._names()
                yield Patch(old, new, self._hunks())
            elif line.startswith((b"diff --cc ", b"diff --combined ", b"@@@ ")):
                raise self.fault(self.at + 1, "a diff of a merge with more than two sides")
            elif line.startswith(b"@@ "):
                raise self.fault(self.at + 1, "changes without the name of a file")
            else:
                self.at += 1

    def _names_ahead(self) -> bool:
        return (
            self.lines[self.at].startswith(b"--- ")
            and self.lines[self.at + 1 : self.at + 2] != []
            and self.lines[self.at + 1].startswith(b"+++ ")
        )

    def _git_patch(self, head: bytes) -> Patch:
        """Return the patch under a ``diff --git`` line."""
        old, new = _twins(head.removeprefix(b"diff --git ").rstrip(b"\r"))
        self.at += 1
        binary = copied = False
        while self.at < len(self.lines):
            line = self.lines[self.at].rstrip(b"\r")
            if line.startswith((b"diff --", b"@@@ ", b"@@ ")):
                break
            if self._names_ahead():
                old, new = self._names()
                return Patch(None if copied else old, new, self._hunks())
            if line.startswith(b"new file mode"):
                old = None
            elif line.startswith(b"deleted file mode"):
                new = None
            elif line.startswith(b"copy from "):
                copied = True  # the file it was copied from is still there
            elif line.startswith(b"rename from "):
                old = _name(line.split(b" ", 2)[2], strip=False)
            elif line.startswith((b"rename to ", b"copy to ")):
                new = _name(line.split(b" ", 2)[2], strip=False)
            elif line.startswith((b"Binary files ", b"GIT binary patch")):
                binary = True
            self.at += 1
        return Patch(None if copied else old, new, (), binary)

    def _names(self) -> tuple[str | None, str | None]:
        old, new = (self.lines[self.at + i][4:].rstrip(b"\r") for i in (0, 1))
        self.at += 2
        return _name(old), _name(new)

    def _hunks(self) -> tuple[Hunk, ...]:
        found = []
        while self.at < len(self.lines) and self.lines[self.at].startswith(b"@@ "):
            found.append(self._hunk())
        if not found:
            raise self.fault(self.at, "the name of a file without changes")
        return tuple(found)

    def _hunk(self) -> Hunk:
        """Return the hunk at hand: exactly as many lines as its head says."""
        line = self.at + 1
        head = _HUNK.match(self.lines[self.at])
        if head is None:
            raise self.fault(line, "the head of a hunk that cannot be read")
        counts = [int(head[i]) if head[i] is not None else 1 for i in (2, 4)]
        sides: tuple[list[bytes], list[bytes]] = ([], [])
        self.at += 1
        while len(sides[0]) < counts[0] or len(sides[1]) < counts[1]:
            if self.at >= len(self.lines):
                raise self.fault(line, "a hunk that is cut off")
            row = self.lines[self.at]
            sign, rest = row[:1] or b" ", row[1:] + b"\n"
            if sign not in (b" ", b"-", b"+"):
                raise self.fault(self.at + 1, "a hunk that is shorter than its head says")
            if sign in (b" ", b"-"):
                sides[0].append(rest)
            if sign in (b" ", b"+"):
                sides[1].append(rest)
            self.at += 1
            if self.at < len(self.lines) and self.lines[self.at].startswith(b"\\ "):
                for side, signs in zip(sides, ((b" ", b"-"), (b" ", b"+")), strict=True):
                    if sign in signs:
                        side[-1] = side[-1][:-1]
                self.at += 1
        if [len(side) for side in sides] != counts:
            raise self.fault(line, "a hunk that is longer than its head says")
        start = int(head[3]) - 1 if counts[1] else int(head[3])
        return Hunk(line, start, tuple(sides[0]), tuple(sides[1]))


def _name(raw: bytes, *, strip: bool = True) -> str | None:
    """Return a file name from a diff: unquoted, without the prefix of its side."""
    quoted = raw.startswith(b'"')
    raw = _unquoted(raw[1 : raw.rfind(b'"')]) if quoted else raw.partition(b"\t")[0]
    if raw == _NOTHING:
        return None
    if strip and _PREFIX.match(raw):
        raw = raw[2:]
    return os.fsdecode(raw)


def _unquoted(raw: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        word = match[1]
        return _ESCAPES[word] if word in _ESCAPES else bytes([int(word, 8) & 255])

    return _ESCAPED.sub(one, raw)


def _twins(raw: bytes) -> tuple[str | None, str | None]:
    """Return the two names of a ``diff --git`` line; they differ only where a rename says so."""
    if raw.startswith(b'"'):
        first, _, second = raw[1:].partition(b'" ')
        return _name(b'"' + first + b'"'), _name(second)
    half = len(raw) // 2
    return _name(raw[:half]), _name(raw[half + 1 :])
