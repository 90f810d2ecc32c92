"""The hash by which GitHub recognises an alert after lines have moved.

For every line: a polynomial hash (base 37, 64 bits) of the 100 characters that follow
its start, blanks and tabs left out, then ``:`` and how often that hash was met so far.

Floor 4 (report).
Sources: described in github/codeql-action, ``src/fingerprints.ts``; checked against its
published test vectors.
"""

from __future__ import annotations

from collections import Counter

_BLOCK = 100
_BASE = 37
_BITS = (1 << 64) - 1
_TOP = pow(_BASE, _BLOCK, 1 << 64)
_END = 0xFFFF


def line_hashes(text: str) -> tuple[str, ...]:
    """Return the hash of every line, first line first."""
    units: list[int] = []  # what is hashed, UTF-16 code units
    starts: list[int] = []  # index into `units` where each line begins
    fresh = True
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for char in plain:
        if char in " \t":
            continue
        if fresh:
            starts.append(len(units))
        fresh = char == "\n"
        code = ord(char)
        if code > 0xFFFF:
            code -= 0x10000
            units += (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
        else:
            units.append(code)
    if fresh:
        starts.append(len(units))
    units.append(_END)
    units += [0] * _BLOCK
    hashes: list[str] = []
    seen: Counter[str] = Counter()
    # the window that holds units[start : start + 100] has rolled over everything before it
    rolled = at = 0
    for start in starts:
        while at < start + _BLOCK:
            begin = units[at - _BLOCK] if at >= _BLOCK else 0
            rolled = (_BASE * rolled + units[at] - _TOP * begin) & _BITS
            at += 1
        value = f"{rolled:x}"
        seen[value] += 1
        hashes.append(f"{value}:{seen[value]}")
    return tuple(hashes)
