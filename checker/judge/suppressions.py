"""Exceptions a desk writes into its own draft, each with its reason.

    <!-- check: allow FIG01 because the museum has confirmed the larger figure -->

On a line of its own the comment speaks of the paragraph below it, at the end of a line of the
paragraph it stands in.  It counts only in files under review: a source can never silence what is
found about it, whatever it says about itself.  What has no effect is told, so that no exception
outlives its reason.

Floor 4 (judge).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from checker.model import Finding, Side, Source

_OPEN: Final = "<!--"
_CLOSE: Final = "-->"
_OURS: Final = re.compile(r"\s*check\s*:\s*")
_ALLOW: Final = re.compile(r"allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:\s(?:because|weil)\s+(.*))?\Z")

#: Keys of the notes, for the report's list of what else there is to say.
UNUSED: Final = "unused-suppression"
UNREADABLE: Final = "unreadable-suppression"
NOT_A_DRAFT: Final = "suppression-in-source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One exception in a draft.

    Attributes:
        source: Id of the draft.
        at: Offset of the comment in its text.
        start: Where the paragraph begins that it speaks of.
        end: One past its end.
        rules: Ids or names of rules, at least one.
        because: The reason, empty if none was given; then it has no effect.
    """

    source: str
    at: int
    start: int
    end: int
    rules: tuple[str, ...]
    because: str

    def covers(self, finding: Finding) -> bool:
        """Return whether it allows a finding: the rule, and a side in its paragraph."""
        named = finding.rule in self.rules or finding.name in self.rules
        return bool(self.because) and named and any(self._holds(s) for s in finding.sides)

    def _holds(self, side: Side) -> bool:
        return side.source == self.source and side.start < self.end and self.start < side.end


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Findings seen through the exceptions of the drafts.

    Attributes:
        findings: As given, allowed ones with status accepted and the reason; same order.
        notes: (key, detail) for what had no effect, in order of place.
    """

    findings: tuple[Finding, ...]
    notes: tuple[tuple[str, str], ...]


def apply(findings: Sequence[Finding], sources: Sequence[Source]) -> Suppressed:
    """Return the findings with the exceptions of all drafts, and what had no effect."""
    notes: list[tuple[str, str]] = []
    valid: list[Suppression] = []
    for source in sources:
        for at, words in comments(source.text):
            where = f"{source.id}:{source.line_column(at)[0]}"
            read = _read(source, at, words)
            if not source.draft:
                notes.append((NOT_A_DRAFT, f"{where}: {_short(words)}"))
            elif read is None or not read.because:
                notes.append((UNREADABLE, f"{where}: {_short(words)}"))
            else:
                valid.append(read)
    used: set[tuple[str, int]] = set()
    seen = []
    for finding in findings:
        covering = [s for s in valid if s.covers(finding)]
        used |= {(s.source, s.at) for s in covering}
        if covering and finding.status == "open":
            seen.append(replace(finding, status="accepted", because=covering[0].because))
        else:
            seen.append(finding)
    by_id = {source.id: source for source in sources}
    for unused in (s for s in valid if (s.source, s.at) not in used):
        line = by_id[unused.source].line_column(unused.at)[0]
        detail = f"{unused.source}:{line}: META01 {', '.join(unused.rules)}: {unused.because}"
        notes.append((UNUSED, detail))
    return Suppressed(tuple(seen), tuple(notes))


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and words of every comment addressed to us; an open one has no words."""
    at = text.find(_OPEN)
    while at >= 0:
        end = text.find(_CLOSE, at)
        inner = text[at + len(_OPEN) : end if end >= 0 else None]
        if ours := _OURS.match(inner):
            yield at, " ".join(inner[ours.end() :].split()) if end >= 0 else ""
        if end < 0:
            return
        at = text.find(_OPEN, end)


def _read(source: Source, at: int, words: str) -> Suppression | None:
    """Return the exception a comment states, None if it states none."""
    match = _ALLOW.match(words)
    if match is None:
        return None
    start, end = _paragraph(source.text, at)
    return Suppression(
        source=source.id,
        at=at,
        start=start,
        end=end,
        rules=tuple(rule.strip() for rule in match[1].split(",")),
        because=(match[2] or "").strip(),
    )


def _paragraph(text: str, at: int) -> tuple[int, int]:
    """Return the paragraph a comment speaks of: the one it stands in, or else the next one."""
    bare = _without_comments(text)
    line_start = bare.rfind("\n", 0, at) + 1
    close = text.find(_CLOSE, at) + len(_CLOSE)
    line_end = _line_end(bare, close)
    if not bare[line_start:line_end].strip():
        rest = bare[line_end:]
        line_start = len(bare) - len(rest.lstrip())
    start, end = bare.rfind("\n", 0, line_start) + 1, _line_end(bare, line_start)
    while start > 0 and (above := bare.rfind("\n", 0, start - 1) + 1) < start:
        if not bare[above : start - 1].strip():
            break
        start = above
    while end < len(bare) and bare[end + 1 : (below := _line_end(bare, end + 1))].strip():
        end = below
    return start, end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _without_comments(text: str) -> str:
    """Return the text with comments as blanks, every other character in its place."""
    parts, done = [], 0
    while (at := text.find(_OPEN, done)) >= 0 and (end := text.find(_CLOSE, at)) >= 0:
        parts += [text[done:at], re.sub(r"[^\n]", " ", text[at : end + len(_CLOSE)])]
        done = end + len(_CLOSE)
    return "".join([*parts, text[done:]])


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:79] + "…"
