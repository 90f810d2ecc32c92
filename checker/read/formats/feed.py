"""Read RSS and Atom: one source per entry.

A broken feed still gives the entries before the fault; that it is broken is said.

Floor 3 (read).
"""

from __future__ import annotations

import io
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, Final

from checker.model import Known
from checker.read.decode import normalise
from checker.read.formats.blocks import cut_blocks
from checker.read.reading import Line, Reading, Unreadable

_ENTRIES: Final = 5_000
#: An address longer than this names no entry.
_LONGEST: Final = 300


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return one reading per entry.

    Raises:
        Unreadable: If there is no entry with text, or the XML defines entities.
    """
    if b"<!ENTITY" in data:
        raise Unreadable(
            "XML with entities of its own", "remove the DOCTYPE from the feed", skipped=True
        )
    import feedparser

    found = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    partial = ""
    if found.get("bozo"):
        partial = f"broken feed: {type(found.get('bozo_exception')).__name__}"
    entries = list(found.get("entries") or ())
    if len(entries) > _ENTRIES:
        partial = f"only {_ENTRIES} of {len(entries)} entries"
    site = " ".join(str(found.get("feed", {}).get("title") or "").split())
    readings = []
    for number, entry in enumerate(entries[:_ENTRIES], 1):
        reading = _read_entry(entry, number, site, partial)
        if reading is not None:
            readings.append(reading)
    if not readings:
        raise Unreadable(partial or "feed without entries", "check the feed's address")
    return tuple(readings)


def _read_entry(entry: Any, number: int, site: str, partial: str) -> Reading | None:
    """Return the reading of one entry, None if it has no text."""
    title = " ".join(normalise(str(entry.get("title") or "")).text.split())
    pieces = [(title, "headline")] if title else []
    contents = [str(c.get("value") or "") for c in entry.get("content") or ()]
    body = max([*contents, str(entry.get("summary") or "")], key=len)
    pieces += [(text, "") for text in _paragraphs(body) if text != title]
    text = ""
    lines: list[Line] = []
    for piece, kind in pieces:
        text += "\n\n" if text else ""
        start = len(text)
        text += piece
        lines.append(Line(start=start, end=len(text), text=piece, kind=kind, block=len(lines)))
    if not lines:
        return None
    return Reading(
        text=text,
        lines=tuple(lines),
        facts=_facts(entry, site),
        partial=partial,
        name=_name(entry, number),
    )


def _paragraphs(markup: str) -> list[str]:
    from lxml import etree, html

    clean = normalise(markup).text
    if "<" not in clean:
        return [" ".join(line.split()) for line in clean.split("\n") if line.strip()]
    try:
        tree = html.document_fromstring(f"<body>{clean}</body>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return [block.text for block in cut_blocks(tree)]


def _facts(entry: Any, site: str) -> dict[str, Known]:
    facts: dict[str, Known] = {}
    values = {"author": entry.get("author"), "url": entry.get("link"), "publisher": site}
    for name, value in values.items():
        short = " ".join(str(value or "").split())[:400]
        if short:
            facts[name] = Known(short, "feed")
    published = str(entry.get("published") or "")
    with suppress(ValueError, TypeError, IndexError):
        published = parsedate_to_datetime(published).isoformat(timespec="minutes")
    if published:
        facts["published"] = Known(published[:60], "feed")
    return facts


def _name(entry: Any, number: int) -> str:
    """Return what an entry is called by: its address, else its number."""
    link = str(entry.get("link") or entry.get("id") or "")
    if link.isprintable() and 0 < len(link) <= _LONGEST:
        return link
    return str(number)
