"""Laws of what forms do to text, whatever the text."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.report.github import escape_data, escape_property
from checker.report.locate import utf8, utf16
from checker.report.safe import console_text, safe_text, storable
from checker.report.table import cell
from checker.report.view import marked
from checker.report.wrap import carets, cells, wrap_cells
from tests.unit.report.building import Day

texts = st.text(max_size=80)
nasty = st.text(alphabet="ab 1:#[]%,\n\r\x1b\x9b\u202e\u200bä😀@=+-", max_size=60)


@given(st.one_of(texts, nasty, st.text(st.characters(categories=["Cs", "Cc", "Cf", "L"]))))
def test_safe_text_is_safe_and_settled(text: str) -> None:
    """No control is left, UTF-8 can hold it, and a second pass changes nothing."""
    shown = safe_text(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b-\u200f]", shown)
    shown.encode("utf-8")
    storable(text).encode("utf-8")
    assert safe_text(shown) == shown


@given(nasty)
def test_console_text_starts_no_command(text: str) -> None:
    """However lines are broken, none starts a command."""
    for width in (8, 20):
        for row in wrap_cells(cells([(console_text(text), False)]), width):
            line = "".join(char for char, _ in row).strip()
            assert not re.match(r"::[a-z]", line)
            assert "##[" not in line


@given(st.lists(st.tuples(nasty, st.booleans()), max_size=6), st.integers(8, 40))
def test_carets_and_text_agree(pieces: list[tuple[str, bool]], width: int) -> None:
    """No line is wider than asked, and a caret line is no longer than its text."""
    for row in wrap_cells(cells(pieces), width):
        text = "".join(char for char, _ in row)
        assert cell_len(text) <= width
        assert len(carets(row)) <= cell_len(text)


@given(texts)
def test_measures_agree_with_the_encodings(text: str) -> None:
    """Columns are what the encodings say."""
    assert utf16(text) == len(text.encode("utf-16-le")) // 2
    assert utf8(text) == len(text.encode("utf-8"))


@given(nasty)
def test_github_escapes_can_be_undone(text: str) -> None:
    """An escape holds one line, loses nothing and has no delimiter in a property."""
    data, value = escape_data(text), escape_property(text)
    assert not {"\n", "\r"} & set(data)
    assert not {"\n", "\r", ":", ","} & set(value)
    undone = data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert undone == text


@given(nasty)
def test_csv_cell_survives_the_round_trip(text: str) -> None:
    """One cell in, one cell out, and never a formula."""
    out = io.StringIO()
    csv.writer(out).writerow([cell(text)])
    (row,) = list(csv.reader(io.StringIO(out.getvalue(), newline=""))) or [[""]]
    assert row in ([cell(text)], [])
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_marked_pieces_join_to_the_quote(marks: list[tuple[int, int]]) -> None:
    """Marks that overlap, are empty or lie outside lose no character."""
    from dataclasses import replace

    day = Day()
    day.source("a.txt", "Titel\nSieben Menschen starben.\n")
    side = replace(day.side("a.txt", "Sieben Menschen starben."), marks=tuple(marks))
    assert "".join(text for text, _ in marked(side)) == side.quote
