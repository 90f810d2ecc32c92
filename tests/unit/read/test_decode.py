"""Bytes become the text they hold, and whatever was done for it is said."""

from __future__ import annotations

import pytest

from checker.read.decode import decode, normalise
from checker.read.reading import Unreadable

TEXT = "Das Gespräch dauerte „zwei Stunden“ – für 5 € mehr.\n"


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        pytest.param(TEXT.encode(), "", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), "", id="utf-8-with-mark"),
        pytest.param(TEXT.encode("cp1252"), "decoded-as: cp1252", id="windows-1252"),
        pytest.param(TEXT.encode("utf-16"), "decoded-as: utf-16-le", id="utf-16-with-mark"),
        pytest.param(TEXT.encode("utf-16-le"), "decoded-as: utf-16-le", id="utf-16-without-mark"),
        pytest.param(TEXT.encode("utf-16-be"), "decoded-as: utf-16-be", id="utf-16-big-endian"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), "", id="crlf"),
    ],
)
def test_right_text(data: bytes, notice: str) -> None:
    """Every encoding that occurs yields the same text, and is named if it is not UTF-8."""
    decoded = decode(data)

    assert decoded.text == TEXT
    assert decoded.notices == ((notice,) if notice else ())


def test_one_bad_byte_is_replaced_and_counted() -> None:
    """A single bad byte does not cost the file nor pass in silence."""
    decoded = decode(("Überall " * 30).encode() + b"\xff" + " Häuser".encode())

    assert decoded.text.endswith("\ufffd Häuser")
    assert decoded.notices == ("replaced-bytes: 1",)


def test_declared_encoding_is_believed_where_utf8_fails() -> None:
    """A page that names its encoding is read in it."""
    decoded = decode("Łódź ist größer".encode("iso8859-2"), declared="iso-8859-2")

    assert decoded.text == "Łódź ist größer"


def test_mojibake_is_repaired_and_reported() -> None:
    """Double encoding is mended, never in silence; German quotation marks stay curly."""
    broken = "Das Gespräch „war“ groß".encode().decode("cp1252", "replace")
    decoded = decode("GesprÃ¤ch in MÃ¼nchen".encode())

    assert decoded.text == "Gespräch in München"
    assert decoded.notices == ("mojibake-repaired: 2",)
    assert decode(broken.encode()).notices


@pytest.mark.parametrize(
    ("text", "clean", "notice"),
    [
        pytest.param("a\0b", "ab", "removed-nul: 1", id="nul"),
        pytest.param("a\ud800b", "a\ufffdb", "replaced-surrogates: 1", id="lone-surrogate"),
        pytest.param("u\u0308ber", "über", "normalised: NFC", id="decomposed"),
        pytest.param("50\u200b000", "50\u200b000", "zero-width: 1", id="zero-width-is-kept"),
        pytest.param("Sel\u0435nskyj", "Sel\u0435nskyj", "mixed-script: 1", id="cyrillic-letter"),
        pytest.param("\u202e12", "\u202e12", "bidi: 1", id="bidi-is-kept"),
        pytest.param("a\x1b[2Jb", "a\x1b[2Jb", "control: 1", id="escape-is-kept"),
        pytest.param("a\u2028b\rc\r\nd", "a\nb\nc\nd", "", id="line-ends"),
    ],
)
def test_normal_form(text: str, clean: str, notice: str) -> None:
    """Characters nobody sees are kept or removed as said, and always noticed."""
    decoded = normalise(text)

    assert decoded.text == clean
    assert decoded.notices == ((notice,) if notice else ())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), id="png"),
        pytest.param(b"\x7fELF" + bytes(64), id="elf"),
        pytest.param(bytes(range(32)) * 40, id="control-characters"),
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    """No claims are made of a picture's bytes."""
    with pytest.raises(Unreadable) as stop:
        decode(data)

    assert stop.value.skipped
    assert "binary" in stop.value.reason
