"""Laws of reading that hold for any input."""

from __future__ import annotations

import datetime
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Source
from checker.read import source_from_text
from checker.read.decode import decode, normalise
from checker.read.formats.markdown import cut_markdown
from checker.read.metaline import read_meta
from checker.read.reading import Unreadable, cut_lines
from checker.read.stamps import find_stamps

PIECES = st.sampled_from(
    [
        "Der Rat sperrt die Brücke.", "Lesen Sie auch", "Von Anna Lenz", "12. März 2026, 18 Uhr",
        "(dpa)", "©", "Foto: x", "# ", "> ", "- ", "```", "---", "\n", "\n\n", "\u00a0", "…", ": ",
        "Altenau (dpa) - ", "Moskau – ", "„Zitat“", "|", "*", "1. ", "<!-- x -->", "ä\u0308",
        "\u200b", "\u202e", "2026-03-12", "By Ann Lee", "Monday, 8 June 2026, 7pm", " ", "\t",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=25).map("".join))


def check_source(source: Source) -> None:
    """Spans lie inside, in order, apart; furniture lies in no part."""
    spans = [(p.start, p.end) for p in source.parts]
    marks = [(f.start, f.end) for f in source.furniture]
    for start, end in spans + marks:
        assert 0 <= start < end <= len(source.text)
    everything = sorted(spans + marks)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(everything))
    for known in (source.title, source.author, source.published, *source.agencies):
        if known is not None and known.start >= 0:
            assert source.text[known.start : known.end].strip()


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_of_any_text_are_sound(text: str) -> None:
    """Whatever is read, its offsets hold."""
    check_source(source_from_text(text, id="a", lang="de", furniture=True))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_all_visible_text_is_part_or_furniture(text: str) -> None:
    """Nothing is silently dropped: every letter lies in a part or is marked."""
    source = source_from_text(text, id="a", lang="de", furniture=True)
    covered = bytearray(len(source.text))
    spans = [(p.start, p.end) for p in source.parts]
    spans += [(f.start, f.end) for f in source.furniture]
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)

    assert all(covered[i] for i, char in enumerate(source.text) if char.isalnum())


@given(st.binary(max_size=600))
@settings(max_examples=200, deadline=None)
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    """No bytes break decoding; what comes out is valid, normal text."""
    try:
        text = decode(data).text
    except Unreadable:
        return

    assert "\r" not in text
    assert "\0" not in text
    assert text.encode("utf-8").decode("utf-8") == text


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_normal_form_is_stable(text: str) -> None:
    """Normalising twice changes nothing more."""
    once = normalise(text).text

    assert normalise(once).text == once


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_lines_are_verbatim(text: str) -> None:
    """A line's text is what stands at its offsets, in plain text and in Markdown."""
    clean = normalise(text).text
    for line in (*cut_lines(clean), *cut_markdown(clean)):
        assert clean[line.start : line.end] == line.text


@given(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2099, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_dates_written_out_are_read_back(day: datetime.date) -> None:
    """Formatting and reading back is identity, in three notations."""
    months = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    for text in (
        day.isoformat(),
        f"{day.day}. {months[day.month - 1]} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ):
        assert [s.low.date() for s in find_stamps(text)] == [day]
        assert read_meta(text) is not None
