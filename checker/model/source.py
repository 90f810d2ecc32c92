"""One text as published, frozen, and what is known about it.

Floor 0 (model).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """How an input ended; every input ends in exactly one of these."""

    READ = "read"
    PARTLY = "partly read"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRecord:
    """What became of one input.

    Attributes:
        path: As named to the user: relative POSIX path, or the name given to stdin.
        state: read, partly read, skipped, failed.
        reason: Why it was not (wholly) read, empty if read without remark.
        help: What the user can do about it, empty if nothing.
    """

    path: str
    state: State
    reason: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of text that is not part of the article, marked, never deleted.

    Attributes:
        start: First code point of `Source.text`.
        end: One past the last.
        reason: Key such as cookie-notice, navigation, teaser, credit, byline, dateline, price,
            footer, ai-notice, caption-foreign, heading-label; words for people are in the report.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """A value about a source with the evidence for it.

    Attributes:
        value: The value as text.
        evidence: Where it comes from: markup, text, sidecar, filename, estimate.
        start: Offset of the evidence in `Source.text`, or -1 if it is outside of it.
        end: Its end, or -1.
    """

    value: str
    evidence: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of one kind of text within an article.

    Attributes:
        start: First code point of `Source.text`.
        end: One past the last.
        kind: headline, teaser, caption, body (also sub-headings: subhead).
        article: 0 for the first article of the file, 1 for the second (two in one file).
    """

    start: int
    end: int
    kind: str
    article: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    r"""One text as published.

    Attributes:
        id: Relative POSIX path or URL, unique within a run.
        text: NFC, ``\n`` only; all offsets everywhere refer to it (code points, half open).
        lang: de, en or another ISO 639-1 code; "und" if unknown.
        sha256: Hex digest of the bytes read.
        title: Headline, None if none was found.
        publisher: Who published it.
        author: Who wrote it.
        url: Canonical address, text only (never fetched).
        published: Moment of publication with evidence; `published_low`/`published_high` give the
            days it can be (equal days if exact). None = unknown.
        published_low: First possible instant.
        published_high: Instant after the last possible one.
        agencies: Credited agencies, upper-cased short names ("DPA", "AFP").
        furniture: What is marked as not being the article.
        parts: Headline, teaser, body ... in order; furniture lies in no part.
        pages: Offsets in `text` where pages 1, 2 ... begin (PDF); empty otherwise.
        notices: Remarks on reading, as keys with detail ("replaced-bytes: 1").
        places: Where words stand in the file, as (offset, line, column), sorted by offset, where
            the text is not the file itself (a web page); empty if it is.
        draft: Whether this file is under review (suppressions are honoured only then).
    """

    id: str
    text: str
    lang: str
    sha256: str
    title: Known | None = None
    publisher: Known | None = None
    author: Known | None = None
    url: Known | None = None
    published: Known | None = None
    published_low: datetime | None = None
    published_high: datetime | None = None
    agencies: tuple[Known, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    parts: tuple[Part, ...] = ()
    pages: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    places: tuple[tuple[int, int, int], ...] = ()
    draft: bool = False

    @property
    def anchor(self) -> datetime | None:
        """The day relative expressions are resolved against; None if no exact day is known."""
        if self.published_low is None or self.published_high is None:
            return None
        if (self.published_high - self.published_low).total_seconds() > 86400:
            return None
        return self.published_low

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of an offset, in the file if known."""
        at = bisect_right(self.places, (offset, 1 << 60, 0)) - 1
        if at >= 0:
            start, line, column = self.places[at]
            return line, column + offset - start
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1
