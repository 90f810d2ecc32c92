"""One module per format; each turns the bytes of a file into readings.

Every module has one public function, ``read(data, *, name) -> tuple[Reading, ...]``, and raises
`Unreadable` with a reason and a remedy.  Libraries are imported inside, so that a run over plain
text loads none of them.

Floor 3 (read).
"""

from __future__ import annotations

import importlib
import re
from typing import Final, Protocol, cast

from checker.read.reading import Reading, Unreadable

_HEAD: Final = 4096
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS: Final = re.compile(
    rb"</(?:p|div|body|head|span|article|h1)>|<(?:p|div|br|a href)[ >/=]", re.IGNORECASE
)
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
#: So many tags in the head of a .txt make it a web page.
_MANY_TAGS: Final = 6


class Format(Protocol):
    """What a format module offers."""

    def read(self, data: bytes, *, name: str) -> tuple[Reading, ...]:
        """Return the articles a file holds, at least one.

        Raises:
            Unreadable: If it holds none.
        """
        ...


def sniff(data: bytes, form: str) -> tuple[str, str]:
    """Return the format of some bytes, and a notice if it is not what the name promises.

    Args:
        data: The whole file.
        form: Format after the file name, "" if the name says nothing.
    """
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    real = form
    if head.startswith(b"%PDF-"):
        real = "pdf"
    elif head.startswith(b"PK\x03\x04") and b"word/" in data[:200_000]:
        real = "docx"
    elif form in {"text", "", "feed"}:
        if _HTML.match(head):
            real = "html"
        elif _FEED.search(head) and head.startswith(b"<"):
            real = "feed"
        elif form == "feed":
            raise Unreadable(
                "XML that is no feed", "save the article as .html or .txt", skipped=True
            )
        elif len(_TAGS.findall(head)) >= _MANY_TAGS:
            real = "html"
        else:
            real = form or "text"
    return real, f"read-as: {real}" if form and real != form else ""


def open_format(form: str) -> Format:
    """Return the module that reads a format."""
    module: object = importlib.import_module(f"{__name__}.{form}")
    return cast(Format, module)
