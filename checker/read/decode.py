"""Turn bytes into text, and say what had to be done for it.

German text is where guessing goes wrong: detectors call Windows-1252 „cp1250", and one bad byte
makes them give up UTF-8 altogether.  So the order is fixed: byte order mark, strict UTF-8, UTF-8
with few bad bytes (replaced and counted), and only then a detector that may choose among the few
encodings that occur.  Nothing is repaired in silence.

Floor 3 (read).
Sources: order and settings as measured with charset-normalizer 3.5 and ftfy 6.3.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from checker.read.reading import Unreadable

#: First bytes of what is certainly no text.
_MAGIC: Final = (
    b"\x89PNG", b"\x7fELF", b"GIF8", b"\xff\xd8\xff", b"%PDF", b"PK\x03\x04", b"PK\x05\x06",
    b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"MZ\x90", b"\xca\xfe\xba\xbe", b"OggS", b"ID3",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"RIFF", b"\x00\x00\x01\x00", b"\xfd7zXZ",
    b"(\xb5/\xfd",
)  # fmt: skip
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes a Windows-1252 text of a western language really uses above 0x7F.
_CP1252: Final = frozenset(
    "äöüßÄÖÜàáâãåæçèéêëìíîïñòóôõøùúûýÀÁÂÃÅÆÇÈÉÊËÍÎÑÓÔØÚ§°€‚„…‘’“”•–—«»·´ \u00a0".encode("cp1252")
)
#: Share of bad bytes up to which a text still counts as UTF-8.
_FEW: Final = 1000
#: Share (one in n) of control characters above which bytes are no text.
_BINARY: Final = 20
#: How much of a file the tests for binary and UTF-16 look at.
_HEAD: Final = 8192

_MOJIBAKE: Final = re.compile(
    'Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|â€[\u0080-\u00bf™œžš“”"]|Â[\u00a0-\u00bf]|Ãƒ[Â‚ƒ]'
)
_CONTROL: Final = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS: Final = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n",
                                "\u2029": "\n"})  # fmt: skip
_ZERO_WIDTH: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
#: Letters of two scripts in one word: a name that only looks like another.
_MIXED: Final = re.compile(
    "[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z\u00c0-\u024f]"
)
_NOTICED: Final = (
    ("zero-width", _ZERO_WIDTH), ("bidi", _BIDI), ("control", _CONTROL), ("mixed-script", _MIXED),
)  # fmt: skip
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what was done to get it, as ``key: detail``."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text that some bytes hold.

    Args:
        data: The whole file.
        declared: Encoding the file names itself (``<meta charset>``), tried if UTF-8 fails.

    Raises:
        Unreadable: If the bytes are no text.
    """
    text, notices = _to_text(data, declared)
    repaired = _mend_mojibake(text)
    if repaired is not None:
        text = repaired[0]
        notices.append(repaired[1])
    clean = normalise(text)
    return Decoded(clean.text, (*notices, *clean.notices))


def normalise(text: str) -> Decoded:
    r"""Return a text in NFC with ``\n`` only, and what is odd about its characters.

    Invisible characters are kept: they may be the very thing a reader has to know of.
    """
    notices: list[str] = []
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "")
        notices.append(f"removed-nul: {nuls}")
    text, surrogates = _SURROGATE.subn("\ufffd", text)
    if surrogates:
        notices.append(f"replaced-surrogates: {surrogates}")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        notices.append("normalised: NFC")
    for key, pattern in _NOTICED:
        if found := len(pattern.findall(text)):
            notices.append(f"{key}: {found}")
    return Decoded(text, tuple(notices))


def _to_text(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            text = body.decode(name, "replace")
            bad = text.count("\ufffd")
            notes = [] if name == "utf-8" else [f"decoded-as: {name}"]
            return text, notes + ([f"replaced-bytes: {bad}"] if bad else [])
    if data.startswith(_MAGIC):
        raise Unreadable("binary, not a text", "save the text as .txt or .html", skipped=True)
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, "replace"), [f"decoded-as: {wide}"]
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _eight_bit(data, declared)


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the byte order if every second byte of a text is mostly NUL."""
    head = data[:_HEAD]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    head = data[:_HEAD]
    control = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b")
    if control * _BINARY > len(head) and len(head) > _BINARY:
        raise Unreadable("binary, not a text", "save the text as .txt or .html", skipped=True)


def _eight_bit(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    """Decode bytes that are not strict UTF-8."""
    high = sum(1 for byte in data if byte > 0x7F)
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    good = sum(1 for char in replaced if ord(char) > 0x7F) - bad
    if bad <= max(1, len(data) // _FEW) and good >= bad:
        return replaced, [f"replaced-bytes: {bad}"]
    if declared:
        try:
            name = codecs.lookup(declared).name
            if name not in {"utf-8", "ascii"}:
                return data.decode(name), [f"decoded-as: {name}"]
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    western = sum(1 for byte in data if byte > 0x7F and byte in _CP1252)
    if western == high:
        return data.decode("cp1252"), ["decoded-as: cp1252"]
    if bad <= max(1, len(data) // _FEW):
        return replaced, [f"replaced-bytes: {bad}"]
    name = _detect(data)
    text = data.decode(name, "replace")
    notes = [f"decoded-as: {name}"]
    if lost := text.count("\ufffd"):
        notes.append(f"replaced-bytes: {lost}")
    return text, notes


def _detect(data: bytes) -> str:
    """Ask charset-normalizer, but only among encodings that occur."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=["cp1252", "mac_roman", "cp850", "latin_1"])
    found = best.best()
    return found.encoding if found is not None else "cp1252"


def _mend_mojibake(text: str) -> tuple[str, str] | None:
    """Return the repaired text and a notice if UTF-8 was once read as Windows-1252."""
    signs = len(_MOJIBAKE.findall(text))
    if not signs:
        return None
    try:
        import ftfy
    except ImportError:
        return text, f"mojibake-left: {signs}"
    fixed = "\n".join(ftfy.fix_encoding(line) for line in text.split("\n"))
    if fixed == text:
        return text, f"mojibake-left: {signs}"
    return fixed, f"mojibake-repaired: {signs}"
