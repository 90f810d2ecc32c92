"""The terminal form fits its width and obeys nobody but us."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from checker.model import Report
from checker.report.terminal import print_report, render_terminal
from checker.report.wrap import carets, cells, wrap_cells, wrap_text
from tests.unit.report.building import Day, both, hostile_day

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_six_parts_in_order(report: Report) -> None:
    """Headline, sides with carets, reckoning, origins, limits, question."""
    text = render_terminal(report)
    first = text[text.index("error[FIG01]") : text.index("warning[POL01]")]
    parts = [
        "error[FIG01]: Quellen nennen sieben",
        "--> altenau/kurier.txt:3:53",
        "^^^^^^ genau 7 · die Polizei · Stand 2.6.2025",
        "--> altenau/tagblatt.txt:2:33",
        "= Rechenweg: [7; 7] und [9; ∞)",
        "= Ursprünge: 2 (",
        "= Grenzen: Weiß nicht",
        "Frage: Welche Zahl",
        "hinnehmen mit: check baseline accept",
    ]
    places = [first.index(part) for part in parts]
    assert places == sorted(places)


def test_carets_stand_under_the_mark(report: Report) -> None:
    """The caret begins in the column of the figure."""
    lines = render_terminal(report).splitlines()
    at = next(i for i, line in enumerate(lines) if "Sieben Menschen" in line)
    column = lines[at].index("Sieben")
    assert lines[at + 1][column : column + 6] == "^^^^^^"
    assert lines[at + 1][:column].strip(" |") == ""


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_width_is_kept(report: Report, width: int) -> None:
    """No line of a finding is wider than the terminal."""
    text = render_terminal(report, width=width)
    for line in text[: text.index("Art  ")].splitlines():
        assert cell_len(line) <= width or ".txt:" in line or "accept" in line


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_articles_send_no_control(colour: bool) -> None:
    """The only controls that reach the screen are our own colours."""
    text = ANSI.sub("", render_terminal(hostile_day().report(), colour=colour))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", text)
    assert "␛[2J" in text
    assert "[red]rot[/red]" in text


def test_hostile_articles_give_no_command() -> None:
    """No line of the output is a command for a build server."""
    for line in render_terminal(hostile_day().report(), width=60).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def test_no_colour_without_terminal(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets plain text, and so does NO_COLOR."""
    out = io.StringIO()
    print_report(report, out)
    assert "\x1b" not in out.getvalue()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    print_report(report, out)
    assert "\x1b[31m" not in out.getvalue()
    assert "\x1b[1;31m" not in out.getvalue()


def test_wide_characters_keep_carets_in_place() -> None:
    """A character of two cells moves the caret by two."""
    row = cells([("東京で ", False), ("三人", True)])
    assert carets(row) == " " * 7 + "^^^^"


def test_long_words_are_broken() -> None:
    """A word longer than the line does not run over it."""
    assert wrap_text("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrap_text("ein langes Wort", 8) == ["ein", "langes", "Wort"]


def test_wrapping_loses_nothing() -> None:
    """The lines joined are the text."""
    text = "Am Abend war der Damm gebrochen und das Wasser kam schnell"
    rows = wrap_cells(cells([(text, False)]), 13)
    assert " ".join("".join(char for char, _ in row) for row in rows) == text


def test_thousands_are_counted_not_printed() -> None:
    """After two hundred findings the rest is a number."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    day.source("b.txt", "Titel\nEs waren 9.\n")
    sides = day.side("a.txt", "Es waren 7."), day.side("b.txt", "Es waren 9.")
    for i in range(230):
        day.finding(*sides, ordinal=i, message=both(f"Befund {i}"))
    text = render_terminal(day.report())
    assert text.count("error[FIG01]") == 200
    assert "… 30 weitere im HTML-Bericht" in text
