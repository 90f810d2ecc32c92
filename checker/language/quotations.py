"""Find quotations, however they are set: „…“ “…” "…" «…» »…« ‚…‘ ‘…’ ‹…›.

News pages mix conventions and lose marks.  An opening mark without its partner holds to the end
of the paragraph; of two openings with one closing mark the inner one gets it and the outer one
ends there too, unless a later mark closes it.

Floor 2 (language).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_PAIRS: Final = {"„": '“”"', "‚": "‘’'", "«": "»", "‹": "›", "»": "«", "›": "‹", "“": "”", "‘": "’"}
#: Deeper nesting is damage, not quotation.
_DEEPEST: Final = 3
_OUTER: Final = frozenset('„“«»"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: One past the closing mark, or the end of the paragraph.
        inner_start: First code point after the opening mark.
        inner_end: Offset of the closing mark, or the end of the paragraph.
        closed: Whether a closing mark was found.
        depth: 0 outside of any other quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    depth: int


def quotations(text: str) -> tuple[Quotation, ...]:
    r"""Return all quotations of a text in order of their start; paragraphs end at ``\\n``."""
    found: list[Quotation] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found += _paragraph(text, start, start + len(line.rstrip("\n")))
        start += len(line)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    last_close = -1
    for at in range(start, end):
        char = text[at]
        if char not in '„“”"«»‚‘’‹›':
            continue
        if char in "‘’" and _apostrophe(text, at, end):
            continue
        if stack and _closes(stack, char):
            while char not in (_PAIRS.get(stack[-1][0]) or stack[-1][0]):
                stack.pop()  # an inner mark that never closed
            opener = stack.pop()[1]
            last_close = at
            found.append(Quotation(opener, at + 1, opener + 1, at, True, len(stack)))
        elif (char in _PAIRS or char == '"') and _opens(text, at, start):
            del stack[_DEEPEST:]
            stack.append((char, at))
    for depth, (mark, opener) in enumerate(stack):
        if mark not in _OUTER:
            continue
        stop = last_close if last_close > opener else end
        found.append(Quotation(opener, stop, opener + 1, stop, False, depth))
    return found


def _closes(stack: list[tuple[str, int]], char: str) -> bool:
    return any(char in (_PAIRS.get(mark) or mark) for mark, _ in stack)


def _opens(text: str, at: int, start: int) -> bool:
    """Return whether a mark stands before a word rather than after one."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return (
        not before.isalnum() and before not in ".,!?" and bool(after.strip()) and after not in ",;."
    ) or text[at] == "„"


def _apostrophe(text: str, at: int, end: int) -> bool:
    """Return whether a single mark stands inside a word ("Putin’s")."""
    return 0 < at < end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
