"""Read Markdown without moving a character: the text is the file itself.

Rendering would lose the offsets, and the tokens of Markdown libraries know only lines, not
columns.  Signs of markup at the head of a line (``# ``, ``> ``, ``- ``) lie outside its span;
marks inside a sentence stay in it, because a quote is verbatim.

Floor 3 (read).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from checker.read.decode import decode
from checker.read.frontmatter import read_front_matter
from checker.read.reading import Line, Reading, Unreadable
from checker.read.stamps import find_stamps

_HEAD: Final = re.compile(r"(?P<sign>#{1,6})[ \t]+")
_TAIL: Final = re.compile(r"[ \t]+#+[ \t]*\Z")
_UNDERLINE: Final = re.compile(r"(?:=+|-{2,})[ \t]*\Z")
_RULE: Final = re.compile(r"(?:[-*_][ \t]*){3,}\Z")
_QUOTE: Final = re.compile(r"(?:>[ \t]?)+")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_FENCE: Final = re.compile(r"(?:`{3,}|~{3,})")
_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)[ \t]*\Z")
_LINK_ONLY: Final = re.compile(r"\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\)[ \t]*\Z")
_REFERENCE: Final = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S+")
_TABLE_RULE: Final = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*\Z")
_COMMENT: Final = re.compile(r"<!--")
_TAG_LINE: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>[ \t]*\Z")

#: Longer lines are paragraphs of their own, whatever Markdown says.
_WRAP: Final = 120


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one article of a Markdown file.

    Raises:
        Unreadable: If it is empty or no text.
    """
    decoded = decode(data)
    if not decoded.text.strip(" \t\n\r\ufeff"):
        raise Unreadable("empty", "nothing to do if that is meant", skipped=True)
    front = read_front_matter(decoded.text)
    lines = cut_markdown(decoded.text, start=front.end)
    return (
        Reading(
            text=decoded.text,
            lines=(*front.lines, *lines),
            facts=front.facts,
            notices=decoded.notices + front.notices,
        ),
    )


def cut_markdown(text: str, *, start: int = 0) -> tuple[Line, ...]:
    """Return headings, paragraphs, items and markup of a Markdown text, each with its span."""
    cutter = _Cutter(text)
    position = start
    for physical in text[start:].split("\n"):
        cutter.take(position, physical)
        position += len(physical) + 1
    return cutter.finish()


def _goes_on(text: str) -> bool:
    """Return whether a line is wrapped: not a paragraph's length, not a by-line in italics."""
    physical = text[text.rfind("\n") + 1 :]
    return len(physical) <= _WRAP and not (text[0] in "*_" and text[-1] in "*_")


def _dated(text: str) -> bool:
    """Return whether a line begins with a date ("19. April 2026") and not with a number."""
    return any(stamp.start == 0 for stamp in find_stamps(text[:40]))


class _Cutter:
    """Goes down a Markdown text line by line; remembers what is open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[Line] = []
        self._block = 0
        self._fence = ""
        self._comment = False
        self._open = False  # whether the next plain line goes on with the paragraph
        self._headed = False

    def take(self, start: int, physical: str) -> None:
        body = physical.strip()
        start += len(physical) - len(physical.lstrip())
        end = start + len(body)
        if not body:
            self._open = False
            self._block += 1
        elif self._fence or _FENCE.match(body):
            self._take_fence(start, end, body)
        elif self._comment or _COMMENT.match(body):
            self._comment = "-->" not in body
            self._add(start, end, reason="comment")
        elif self._open and _UNDERLINE.match(body) and "\n" not in self._lines[-1].text:
            self._lines[-1] = replace(self._lines[-1], kind=self._heading(1))
            self._add(start, end, reason="markup")
        elif _RULE.match(body) or _TABLE_RULE.match(body):
            self._add(start, end, reason="separator")
        elif head := _HEAD.match(body):
            tail = _TAIL.search(body)
            self._add(
                start + head.end(),
                start + (tail.start() if tail else len(body)),
                kind=self._heading(len(head["sign"])),
            )
        elif _IMAGE.match(body):
            self._add(start, end, reason="image")
        elif _REFERENCE.match(body) or _TAG_LINE.match(body):
            self._add(start, end, reason="markup")
        else:
            self._take_words(start, end, body)

    def finish(self) -> tuple[Line, ...]:
        return tuple(line for line in self._lines if line.start < line.end)

    def _heading(self, level: int) -> str:
        """Return headline for the first heading and each further one of the first level."""
        headline = level == 1 or not self._headed
        self._headed = self._headed or headline
        return "headline" if headline else "subhead"

    def _take_fence(self, start: int, end: int, body: str) -> None:
        if self._fence:
            if body.startswith(self._fence):
                self._fence = ""
        else:
            self._fence = body[:3]
        self._add(start, end, reason="code")

    def _take_words(self, start: int, end: int, body: str) -> None:
        quote = _QUOTE.match(body)
        if quote:
            start += quote.end()
            body = body[quote.end() :]
        item = _ITEM.match(body)
        if item and not (item.group()[0].isdigit() and _dated(body)):
            self._add(start + item.end(), end, kind="list")
            if _LINK_ONLY.match(body[item.end() :]):
                self._lines[-1] = replace(self._lines[-1], reason="teaser", kind="")
            self._open = True
            return
        last = self._lines[-1] if self._lines else None
        if self._open and last is not None and not quote and _goes_on(last.text):
            self._lines[-1] = replace(last, end=end, text=self._text[last.start : end])
            return
        self._add(start, end)
        self._open = True

    def _add(self, start: int, end: int, *, kind: str = "", reason: str = "") -> None:
        self._open = False
        if start < end:
            self._lines.append(
                Line(
                    start=start,
                    end=end,
                    text=self._text[start:end],
                    kind=kind,
                    reason=reason,
                    block=self._block,
                )
            )
