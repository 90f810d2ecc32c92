"""Read the web pages in a WARC archive.

A truncated archive looks to its library like an empty one.  So the file is unpacked here, with
a limit, and it is said if its last member or record is cut off.

Floor 3 (read).
"""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

from checker.model import Known
from checker.read.decode import decode
from checker.read.formats.html import read_page
from checker.read.reading import Reading, Unreadable

_UNPACKED: Final = 200_000_000
_RECORDS: Final = 10_000
_PAGE: Final = 20_000_000


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return one reading per web page in the archive.

    Raises:
        Unreadable: If no page with an article is in it.
    """
    whole, partial = _unpack(data)
    readings: list[Reading] = []
    pages, more = _pages(whole)
    partial = partial or more
    refused = 0
    for address, body in pages:
        try:
            page = read_page(decode(body), name=address)
        except Unreadable:
            refused += 1
            continue
        facts = {**page.facts, "url": Known(address[:400], "archive")}
        readings.append(
            Reading(
                text=page.text, lines=page.lines, facts=facts, notices=page.notices,
                name=address if address.isprintable() else str(len(readings) + 1),
            )
        )  # fmt: skip
    if refused:
        partial = partial or f"{refused} pages without an article"
    if not readings:
        raise Unreadable(partial or "archive without web pages", "name another archive")
    first = readings[0]
    readings[0] = Reading(
        text=first.text, lines=first.lines, facts=first.facts, notices=first.notices,
        name=first.name, partial=partial,
    )  # fmt: skip
    return tuple(readings)


def _unpack(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of an archive and why they are not all there."""
    if not data.startswith(b"\x1f\x8b"):
        return data, ""
    pieces: list[bytes] = []
    size, rest = 0, data
    while rest:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            piece = member.decompress(rest, _UNPACKED - size + 1)
        except zlib.error:
            return b"".join(pieces), f"broken after {size} bytes"
        pieces.append(piece)
        size += len(piece)
        if size > _UNPACKED:
            return b"".join(pieces), f"stopped after {_UNPACKED} bytes"
        if not member.eof:
            return b"".join(pieces), f"cut off after {size} bytes"
        rest = member.unused_data.lstrip(b"\0")
    return b"".join(pieces), ""


def _pages(whole: bytes) -> tuple[list[tuple[str, bytes]], str]:
    """Return address and body of every HTML response, and why not of all."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    pages: list[tuple[str, bytes]] = []
    partial = ""
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(whole))):
            if number >= _RECORDS:
                partial = f"only {_RECORDS} records"
                break
            body = _body(record)
            if body is None:
                continue
            if len(body) > _PAGE:
                partial = partial or "a page past the size limit"
                continue
            pages.append((str(record.rec_headers.get_header("WARC-Target-URI") or ""), body))
    except (ArchiveLoadFailed, EOFError, ValueError, zlib.error, OSError) as error:
        partial = f"broken archive: {type(error).__name__}"
    return pages, partial or _cut_off(whole)


def _body(record: Any) -> bytes | None:
    """Return the body of a record that is a web page, None for any other."""
    if record.rec_type not in {"response", "resource"}:
        return None
    headers = record.http_headers
    if headers is not None:
        if not str(headers.get_statuscode() or "").startswith("2"):
            return None
        kind = str(headers.get_header("Content-Type") or "")
    else:
        kind = str(record.rec_headers.get_header("Content-Type") or "")
    if "html" not in kind.lower():
        return None
    body: bytes = record.content_stream().read(_PAGE + 1)
    return body


def _cut_off(whole: bytes) -> str:
    """Return a remark if the last record promises more bytes than there are."""
    start = whole.rfind(b"WARC/1.")
    head, blank, body = whole[start:].partition(b"\r\n\r\n")
    if start < 0 or not blank:
        return "cut off in a record's header" if start >= 0 else ""
    for line in head.split(b"\r\n"):
        key, _, value = line.partition(b":")
        if key.strip().lower() == b"content-length" and value.strip().isdigit():
            wanted = int(value)
            if len(body) < wanted:
                return f"cut off after {len(whole)} bytes"
    return ""
