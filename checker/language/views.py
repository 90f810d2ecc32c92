"""One sentence as the reader of discourse sees it, and what of it stands in quotation marks.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.language.clauses import Clause
from checker.language.phrases import Phrase
from checker.language.quotations import Quotation
from checker.language.speech_words import Tag
from checker.model import Token

#: A stretch in quotation marks is speech from this many words on, or with a finite verb.
_WORDS_OF_SPEECH = 5


@dataclass(frozen=True, slots=True)
class View:
    """One sentence as the reader of discourse sees it.

    Attributes:
        start: Offset in the paragraph.
        end: Its end.
        tokens: Its words, offsets in the sentence.
        clauses: Its clauses.
        part: headline, teaser, caption, subhead, body.
        phrases: Its noun phrases.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    part: str = "body"
    phrases: tuple[Phrase, ...] = ()


def quoted(view: View, quotes: Sequence[Quotation]) -> list[bool]:
    """Return for each token whether it stands inside one of the quotations."""
    spans = [
        (q.start - view.start, q.end - view.start)
        for q in quotes
        if q.start < view.end and view.start < q.end
    ]
    if not spans:
        return [False] * len(view.tokens)
    spans.sort()
    marks: list[bool] = []
    at = 0
    for token in view.tokens:
        while at < len(spans) - 1 and spans[at][1] <= token.start:
            at += 1
        marks.append(spans[at][0] <= token.start and token.end <= spans[at][1])
    return marks


def share(view: View, marks: Sequence[bool]) -> float:
    """Return how much of a sentence stands in quotation marks, from 0 to 1."""
    words = [m for t, m in zip(view.tokens, marks, strict=True) if t.pos != "PUNCT"]
    return sum(words) / len(words) if words else 0.0


def is_speech(quote: Quotation, views: Sequence[View]) -> bool:
    """Return whether a quotation is a statement rather than a word in quotation marks."""
    words = 0
    for view in views:
        if view.end <= quote.start or quote.end <= view.start:
            continue
        for token in view.tokens:
            if quote.start <= view.start + token.start < quote.end and token.pos != "PUNCT":
                words += 1
                if token.tag[-3:] == "FIN" or token.tag in {"VVD", "VVZ", "VBZ", "VBD", "VM0"}:
                    return True
    return words >= _WORDS_OF_SPEECH


def tag_beside(found: Tag, view: View, quote: Quotation) -> bool:
    """Return whether the verb of saying stands outside the quotation, in a sentence it touches."""
    at = view.start + found.cue.start
    touches = quote.start < view.end and view.start <= quote.end
    return touches and not quote.start <= at < quote.end


def opens_quotation(view: View, marks: Sequence[bool]) -> bool:
    """Return whether a colon ties a short opening to a quotation ("Petra Kolb: „…“")."""
    colon = next((i for i, t in enumerate(view.tokens) if t.text == ":"), -1)
    return 0 < colon < len(marks) - 1 and marks[colon + 1] and not any(marks[:colon])
