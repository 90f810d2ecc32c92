"""Put the words of a treebank back together: "-LRB- born 4 May 1950 -RRB- ," as it was printed.

Corpora of sentences often come cut into tokens, with brackets renamed and a blank before each
stop.  Read as they stand, a date is torn at its comma and a bracket is a word.

Floor 2 (language).
Sources: Penn Treebank tokenization, https://catalog.ldc.upenn.edu/docs/LDC95T7/cl93.html
"""

from __future__ import annotations

import re
from typing import Final

_BRACKETS: Final = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
#: A bracket by its name, or a word, a blank and a stop: no typesetter prints those.
_CUT: Final = re.compile(r"-[LR][RSC]B-|``|''|(?<=\w) [,.;](?: |$)|\w n't\b|\w 's\b")
_BRACKET: Final = re.compile("|".join(_BRACKETS))
_JOINS: Final = (
    (re.compile(r"``\s?|\s?''"), '"'),
    (re.compile(r"([(\[{])\s+"), r"\1"),
    (re.compile(r"\s+([)\]}])"), r"\1"),
    (re.compile(r"(?<=\S)\s+([,;:?!%]|\.(?!\w))"), r"\1"),
    (re.compile(r"\s+(n't|'s|'re|'ve|'ll|'d|'m|'(?=\s))", re.IGNORECASE), r"\1"),
    (re.compile(r"(?<=\d)\s+(?=(?:st|nd|rd|th)\b)"), ""),
    (re.compile(r"\$ (?=\d)"), "$"),
    (re.compile(r"\s--\s"), " – "),
)


def rejoined(text: str) -> str:
    """Return a text without the marks and blanks of a tokenizer; any other text as it is."""
    if not _CUT.search(text):
        return text
    text = _BRACKET.sub(lambda m: _BRACKETS[m[0]], text)
    for pattern, joined in _JOINS:
        text = pattern.sub(joined, text)
    return text
