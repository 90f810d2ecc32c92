r"""What a format module makes of one article, before it becomes a `Source`.

Every format ends in the same shape: a text, its lines, what the format itself already knows
about them (a markup heading, a navigation bar), and facts from markup.  All later stages
(furniture, parts, dateline) then work alike for every format.

Floor 3 (read).  Values only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from checker.model import Known

#: A file that wraps its lines has nearly all of them below this width.
_WRAP: Final = 100
_BLANK: Final = re.compile(r"\s*\Z")
_BULLET: Final = re.compile(r"(?:[-*•▪►‣·–]|\d{1,2}[.)])\s+")


class Unreadable(Exception):  # noqa: N818 - a state of an input, not a mistake of the program
    """An input that yields no article: why, and what the user can do about it.

    Args:
        reason: What is the matter, lower case, no full stop.
        help: What to do, imperative; empty if nothing can be done.
        skipped: True if the input is not ours to read (binary, too large), False if it should
            have been readable and was not.
    """

    def __init__(self, reason: str, help: str = "", *, skipped: bool = False) -> None:  # noqa: A002
        super().__init__(reason)
        self.reason, self.help, self.skipped = reason, help, skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, heading or other unit of text that is marked as a whole.

    Attributes:
        start: First code point of the words (markup signs such as ``# `` lie outside).
        end: One past the last.
        text: ``whole[start:end]``.
        kind: What the format knows: headline, subhead, teaser, caption, list, body; "" if
            nothing.
        reason: Furniture reason the format knows, "" if none.
        block: Running number of the group of lines without a blank line between them.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    reason: str = ""
    block: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    r"""One article as a format module understood it.

    Attributes:
        text: NFC, ``\\n`` only.
        lines: In order, without overlap.
        facts: title, publisher, author, published, url, agency, lang, each with evidence.
        pages: Offsets where pages begin (PDF).
        places: Where words stand in the file, as `Source.places`.
        notices: Remarks as ``key: detail``.
        partial: Why the input was not wholly read, "" if it was.
        name: Tells apart several articles of one file; "" if there is only one.
    """

    text: str
    lines: tuple[Line, ...]
    facts: Mapping[str, Known] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    places: tuple[tuple[int, int, int], ...] = ()
    notices: tuple[str, ...] = ()
    partial: str = ""
    name: str = ""


def cut_lines(text: str, *, start: int = 0) -> tuple[Line, ...]:
    r"""Return the lines of a plain text, wrapped ones joined into paragraphs.

    A line of nothing but blanks is kept as furniture (a no-break space on a line of its own is
    still something in the file); an empty line is nothing.

    Args:
        text: NFC, ``\n`` only.
        start: Offset from which on lines are wanted (behind front matter).
    """
    raw = _raw_lines(text, start)
    if _wrapped(raw):
        raw = _unwrap(text, raw)
    return tuple(raw)


def _raw_lines(text: str, start: int) -> list[Line]:
    """Return one `Line` per physical line that holds at least one character."""
    lines: list[Line] = []
    position, block, gap = start, 0, True
    for physical in text[start:].split("\n"):
        end = position + len(physical)
        if _BLANK.match(physical):
            if physical and not physical.strip(" \t"):
                pass  # trailing spaces show nothing
            elif physical:
                lines.append(
                    Line(start=position, end=end, text=physical, reason="blank", block=block)
                )
            gap = True
        else:
            if gap:
                block += 1
                gap = False
            left = position + len(physical) - len(physical.lstrip())
            right = position + len(physical.rstrip())
            bullet = _BULLET.match(text, left, right)
            kind = "list" if bullet and not bullet.group()[0].isdigit() else ""
            if kind and bullet:
                left = bullet.end()
            lines.append(Line(start=left, end=right, text=text[left:right], kind=kind, block=block))
        position = end + 1
    return lines


def _wrapped(lines: list[Line]) -> bool:
    """Return whether the file breaks its lines at a fixed width.

    Newspaper text that is one paragraph a line has lines of several hundred characters; a
    wrapped file has none, and most of its lines go on in lower case or without a full stop.
    """
    full = [line for line in lines if not line.reason]
    if len(full) < 6 or max(len(line.text) for line in full) > _WRAP:
        return False
    going_on = sum(
        1
        for line, after in itertools.pairwise(full)
        if line.block == after.block and len(line.text) > _WRAP // 2 and line.text[-1] not in ".!?"
    )
    return going_on >= len(full) // 3


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    """Join the lines of each block, except short ones that stand at its head."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is None
            or last.block != line.block
            or line.reason
            or last.reason
            or line.kind
            or (len(last.text) < _WRAP // 2 and "\n" not in last.text)
        ):
            joined.append(line)
            continue
        joined[-1] = Line(
            start=last.start,
            end=line.end,
            text=text[last.start : line.end],
            kind=last.kind,
            block=last.block,
        )
    return joined
