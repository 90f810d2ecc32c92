"""Nothing in an article acts on the screen or the build that shows it."""

from __future__ import annotations

import re

import pytest

from checker.report.safe import console_text, one_line, safe_text, storable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mrot", "␛[31mrot", id="escape"),
        pytest.param("\x1b]52;c;AAAA\x07", "␛]52;c;AAAA␇", id="clipboard-osc-52"),
        pytest.param("\x9b2J", "⟦U+009B⟧2J", id="c1-csi"),
        pytest.param("50\u200b000", "50⟦U+200B⟧000", id="zero-width-in-a-figure"),
        pytest.param("\u202e52", "⟦U+202E⟧52", id="right-to-left-override"),
        pytest.param("a\x00b", "a␀b", id="nul"),
        pytest.param("\x7f", "␡", id="delete"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab-and-line-feed-stay"),
        pytest.param("\udcff.txt", "\\xff.txt", id="file-name-that-is-not-utf-8"),
        pytest.param("\ud83d", "⟦U+D83D⟧", id="lone-surrogate"),
        pytest.param("Straße „Grün“ 😀", "Straße „Grün“ 😀", id="plain-text-unchanged"),
        pytest.param("\U000e0041", "⟦U+E0041⟧", id="tag-character"),
    ],
)
def test_controls_become_signs(text: str, shown: str) -> None:
    """What cannot be seen, or acts, is shown as a visible sign."""
    assert safe_text(text) == shown


@pytest.mark.parametrize(
    "text",
    ["::error::x", "  ::add-mask::50", "a ::stop-commands::x", "##[add-matcher]x", "##vso[task]x"],
)
def test_console_text_is_no_command(text: str) -> None:
    """A build server finds no command, even where a line is broken before it."""
    shown = console_text(text)
    assert not re.search(r"(?<!\S)::[a-z]", shown)
    assert not shown.startswith("::")
    assert "##[" not in shown
    assert "##vso[" not in shown


def test_times_and_ratios_stay() -> None:
    """Ordinary colons are not touched."""
    assert console_text("um 12:30 Uhr, 3:1, a::1") == "um 12:30 Uhr, 3:1, a::1"


def test_one_line_keeps_words_apart() -> None:
    """Line breaks become single spaces."""
    assert one_line(" a\r\n  b\t c ") == "a b c"


def test_storable_touches_only_surrogates() -> None:
    """Text that UTF-8 can hold is left alone."""
    assert storable("\x1bä\u202e") == "\x1bä\u202e"
    assert storable("\ud800") == "⟦U+D800⟧"
