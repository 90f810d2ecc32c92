"""Read the text of a PDF and put its lines together to paragraphs again.

A PDF knows no paragraphs, only lines on pages.  Lines are joined, words broken by a hyphen at a
line's end are healed, and heads and feet that recur on the pages are furniture.  `Reading.pages`
says where each page begins, so a claim can be found again on paper.

Floor 3 (read).
Sources: pypdf's documented limits for filters; our own for pages and characters.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from checker.model import Known
from checker.read.decode import normalise
from checker.read.reading import Line, Reading, Unreadable

#: A newspaper page or a study, not a library.
_PAGES: Final = 1000
_CHARACTERS: Final = 10_000_000
_END: Final = re.compile(r"[.!?:][\"“”»«'’)]*\Z")
_DIGITS: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(
    r"(?:(?:Seite|Page|S\.|p\.)\s*)?[-–]?\s*\d{1,4}\s*(?:(?:/|von|of)\s*\d{1,4})?\s*[-–]?\Z",
    re.IGNORECASE,
)
_HYPHEN: Final = re.compile(r"[^\W\d_][-\u00ad\u2010]\Z")
#: A line shorter than this share of the page's width may end a paragraph.
_SHORT: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    text: str
    edge: bool


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one text of a PDF.

    Raises:
        Unreadable: If it is encrypted, broken, a scan without text, or past a limit.
    """
    pages, facts, partial = _extract(data)
    rows = _rows(pages)
    if not any(row.text for row in rows):
        raise Unreadable(
            f"no text on {len(pages)} pages (a scan?)", "run OCR on it first", skipped=True
        )
    layout = _Layout(_recurring(rows, len(pages)), _width(rows))
    for row in rows:
        layout.take(row)
    text, lines, starts = layout.finish(len(pages))
    clean = normalise(text)
    if clean.text != text:
        raise Unreadable("text that cannot be normalised", "save the article as .txt")
    return (
        Reading(
            text=text, lines=lines, facts=facts, pages=starts, notices=clean.notices,
            partial=partial,
        ),
    )  # fmt: skip


def _extract(data: bytes) -> tuple[list[str], dict[str, Known], str]:
    """Return the text of each page, facts, and why not all of it was read."""
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted", "save a copy without a password", skipped=True)
        count = len(reader.pages)
    except Unreadable:
        raise
    except DependencyError as error:
        raise Unreadable("encrypted", "save a copy without a password", skipped=True) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise Unreadable(f"broken PDF: {type(error).__name__}", "open and save it again") from error
    pages: list[str] = []
    partial = f"only {_PAGES} of {count} pages" if count > _PAGES else ""
    size = 0
    for number in range(min(count, _PAGES)):
        try:
            text = reader.pages[number].extract_text() or ""
        except RecursionError:
            raise
        except Exception as error:  # any fault of one page leaves the others
            partial = partial or f"page {number + 1}: {type(error).__name__}"
            text = ""
        size += len(text)
        if size > _CHARACTERS:
            partial = f"stopped at page {number + 1}, {_CHARACTERS} characters"
            break
        pages.append(unicodedata.normalize("NFC", normalise(text).text))
    return pages, _facts(reader), partial


def _facts(reader: Any) -> dict[str, Known]:
    """Return title and author from the document's own properties.

    Its date of creation is when someone pressed "print", not when the article appeared.
    """
    try:
        meta = reader.metadata or {}
        values = {"title": meta.get("/Title"), "author": meta.get("/Author")}
    except Exception:  # properties are a courtesy; a broken one is none
        return {}
    return {
        name: Known(" ".join(str(value).split())[:300], "markup")
        for name, value in values.items()
        if isinstance(value, str) and " " in value.strip() and not value.startswith("Microsoft ")
    }


def _rows(pages: Sequence[str]) -> list[_Row]:
    rows = []
    for number, page in enumerate(pages):
        texts = [" ".join(line.split()) for line in page.split("\n")]
        filled = [i for i, text in enumerate(texts) if text]
        edges = set(filled[:2] + filled[-2:])
        rows += [_Row(number, text, i in edges) for i, text in enumerate(texts)]
    return rows


def _recurring(rows: Sequence[_Row], pages: int) -> frozenset[str]:
    """Return heads and feet: edge lines that recur, their page numbers aside, on most pages."""
    seen: Counter[str] = Counter()
    for key, _ in {(_DIGITS.sub("#", row.text), row.page) for row in rows if row.edge}:
        seen[key] += 1
    return frozenset(
        key for key, count in seen.items() if count >= 3 or (pages == count == 2 and len(key) < 80)
    )


def _width(rows: Sequence[_Row]) -> int:
    """Return the width of a full line: that of the longest tenth of them."""
    lengths = sorted(len(row.text) for row in rows if row.text)
    return lengths[len(lengths) * 9 // 10]


class _Layout:
    """Joins rows to paragraphs and keeps where pages begin."""

    def __init__(self, recurring: frozenset[str], width: int) -> None:
        self._recurring = recurring
        self._width = width
        self._gap = False
        self._text = ""
        self._lines: list[Line] = []
        self._starts: dict[int, int] = {}
        self._open: list[_Row] = []
        self._waiting: list[_Row] = []

    def take(self, row: _Row) -> None:
        """Add one row; an empty one ends the paragraph unless a sentence goes on."""
        if not row.text:
            self._gap = True
            return
        key = _DIGITS.sub("#", row.text)
        if row.edge and (key in self._recurring or _NUMBER.match(row.text)):
            self._waiting.append(row)
            return
        if self._open and self._ends(self._open[-1], row):
            self._close()
        self._open.append(row)
        self._gap = False

    def finish(self, pages: int) -> tuple[str, tuple[Line, ...], tuple[int, ...]]:
        self._close()
        starts = []
        last = 0
        for number in range(pages):
            last = self._starts.get(number, last)
            starts.append(last)
        return self._text, tuple(self._lines), tuple(starts)

    def _ends(self, last: _Row, after: _Row) -> bool:
        """Return whether a paragraph ends with a row."""
        short = self._gap or len(last.text) < self._width * _SHORT
        if _broken(last.text, after.text):
            return False
        return short and (bool(_END.search(last.text)) or not after.text[0].islower())

    def _close(self) -> None:
        rows, self._open = self._open, []
        if rows:
            start = self._put()
            for number, row in enumerate(rows):
                before = rows[number - 1].text if number else ""
                if number and _broken(before, row.text):
                    self._text = self._text[:-1]
                elif number:
                    self._text += " "
                self._starts.setdefault(row.page, len(self._text))
                self._text += row.text
            self._note(start, "")
        waiting, self._waiting = self._waiting, []
        for row in waiting:
            start = self._put()
            self._starts.setdefault(row.page, start)
            self._text += row.text
            self._note(start, "page-header")

    def _put(self) -> int:
        if self._text:
            self._text += "\n\n"
        return len(self._text)

    def _note(self, start: int, reason: str) -> None:
        self._lines.append(
            Line(
                start=start, end=len(self._text), text=self._text[start:], reason=reason,
                block=len(self._lines),
            )
        )  # fmt: skip


def _broken(before: str, after: str) -> bool:
    """Return whether a word is broken between two rows ("Gondel-" / "bahn")."""
    return bool(_HYPHEN.search(before)) and after[:1].islower()
