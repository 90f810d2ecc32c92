"""Read a Word document, after a look at what it would unpack to.

A file of 144 kB can hold 60 MB of text and exhaust the machine; so the sizes the archive itself
declares are checked, and what is unpacked is counted, before any XML is parsed.

Floor 3 (read).
"""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from checker.model import Known
from checker.read.decode import normalise
from checker.read.reading import Line, Reading, Unreadable

_UNPACKED: Final = 60_000_000
#: Text packs about 10 : 1, XML of Word up to 40 : 1.
_RATIO: Final = 100
_MEMBERS: Final = 5_000
_BODY: Final = "word/document.xml"


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one text of a document.

    Raises:
        Unreadable: If it is no document, broken, or unpacks past a limit.
    """
    _refuse_bomb(data)
    document = _open(data)
    pieces: list[tuple[str, str]] = []
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                cells: list[str] = []
                for cell in row.cells:
                    if not cells or cells[-1] != cell.text:
                        cells.append(cell.text)
                pieces.append((" | ".join(" ".join(c.split()) for c in cells if c.strip()), "body"))
        else:
            style = str(getattr(item.style, "name", "") or "")
            pieces.append((item.text, _kind(style, str(item.style.style_id if item.style else ""))))
    text, lines, notices = _lay_out(pieces)
    if not lines:
        raise Unreadable("empty", "nothing to do if that is meant", skipped=True)
    return (Reading(text=text, lines=lines, facts=_facts(document), notices=notices),)


def _refuse_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MEMBERS:
                raise Unreadable(f"{len(members)} parts", "save it again", skipped=True)
            if _BODY not in archive.namelist():
                raise Unreadable("no Word document", "save the article as .docx or .txt")
            size = sum(member.file_size for member in members)
            if size > _UNPACKED or size > max(1_000_000, len(data)) * _RATIO:
                raise Unreadable(
                    f"unpacks to {size} bytes, the limit is {_UNPACKED}",
                    "save the article as .txt",
                    skipped=True,
                )
            for member in members:
                with archive.open(member) as stream:
                    _count(stream, member.file_size)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(
            f"broken archive: {type(error).__name__}", "open and save it again"
        ) from error


def _count(stream: Any, declared: int) -> None:
    """Unpack a member piecewise; refuse it if it holds more than it declares or an entity."""
    size = 0
    head = b""
    while piece := stream.read(1 << 16):
        size += len(piece)
        head = head or piece[:4096]
        if size > declared or size > _UNPACKED:
            raise Unreadable("unpacks to more than it declares", "save it again", skipped=True)
    if b"<!ENTITY" in head or b"<!DOCTYPE" in head:
        raise Unreadable("XML with entities of its own", "save the article as .txt", skipped=True)


def _open(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise Unreadable(
            f"broken document: {type(error).__name__}", "open and save it again"
        ) from error


def _kind(style: str, code: str) -> str:
    """Return the kind of a paragraph after its style; Word's ids stay English in German files."""
    name = f"{style} {code}".lower()
    if "caption" in name or "beschriftung" in name:
        return "caption"
    if name.startswith("title") or "heading 1" in name or "heading1" in name or "titel" in name:
        return "headline"
    if "heading" in name or "überschrift" in name or "subtitle" in name:
        return "subhead"
    return "list" if "list" in name else ""


def _lay_out(
    pieces: list[tuple[str, str]],
) -> tuple[str, tuple[Line, ...], tuple[str, ...]]:
    text = ""
    lines: list[Line] = []
    notices: set[str] = set()
    headed = False
    for raw, kind in pieces:
        clean = normalise(raw)
        notices |= set(clean.notices)
        for piece in clean.text.split("\n"):
            words = piece.strip()
            if not words:
                continue
            text += "\n\n" if text else ""
            start = len(text)
            text += words
            mine = "subhead" if kind == "headline" and headed else kind
            headed = headed or mine == "headline"
            lines.append(Line(start=start, end=len(text), text=words, kind=mine, block=len(lines)))
    return text, tuple(lines), tuple(sorted(notices))


def _facts(document: Any) -> dict[str, Known]:
    """Return title and author; when a file was made says nothing about publication."""
    try:
        core = document.core_properties
        values = {"title": core.title, "author": core.author}
    except Exception:  # properties are a courtesy; a broken one is none
        return {}
    return {
        name: Known(" ".join(value.split())[:300], "markup")
        for name, value in values.items()
        if value and value.strip() and value != "python-docx"
    }
