"""Show what a text carries without letting it act.

An article can hold escape sequences that move a terminal's cursor, bidirectional
overrides that make a figure read backwards, and invisible characters that split a
number.  None of them is dropped: each is shown as a visible sign, so that a reader
sees what the machine saw.

Floor 4 (report); standard library only.
"""

from __future__ import annotations

import re

#: Characters that change how their neighbours look, or cannot be seen at all: soft hyphen,
#: Arabic letter mark, zero-width and bidirectional controls, word joiner and kin, BOM.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_INVISIBLE}\ud800-\udfff]")
SURROGATE = re.compile("[\ud800-\udfff]")

#: What build servers take for a command: GitHub's `::name …::` and `##[name]`, Azure's `##vso[`.
COMMAND = re.compile(r":(?=:[a-zA-Z])|#(?=#(?:\[|vso\[))")


def _sign(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8 (PEP 383)
        return f"\\x{code - 0xDC00:02x}"
    return f"\u27e6U+{code:04X}\u27e7"


def safe_text(text: str) -> str:
    """Return the text with every control and invisible character made visible.

    Line feed and tab stay.  ESC becomes ``␛``, a right-to-left override ``⟦U+202E⟧``.
    The result is never markup and holds no lone surrogate; a form that has its own
    syntax (HTML, Markdown, CSV) escapes it in addition.
    """
    return _UNSAFE.sub(_sign, text)


def one_line(text: str) -> str:
    """Return `safe_text` on one line: every run of white space becomes one space."""
    return safe_text(" ".join(text.split()))


def console_text(text: str) -> str:
    """Return one line that neither a terminal nor a build server can take for a command."""
    return COMMAND.sub(lambda m: m.group() + " ", one_line(text))


def storable(text: str) -> str:
    """Return the text with lone surrogates replaced, so that it can be written as UTF-8."""
    return SURROGATE.sub(_sign, text)
