"""A diff is read exactly or refused; it never widens or empties the gate in silence."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.gate.before import before_patches
from checker.gate.diff import Hunk, Patch, parse_diff, take_back
from checker.settings import Settings

PLAIN = b"""\
Von: Schlussredaktion
--- a/x y.txt\t2026-02-01 10:00:00
+++ b/x y.txt\t2026-02-02 10:00:00
@@ -1,3 +1,3 @@ heading
 eins
--- zwei
+++ drei
 vier
"""


def test_hunks_are_taken_by_count_not_by_looks() -> None:
    """A line that looks like the head of a file is a line of the text."""
    (patch,) = parse_diff(PLAIN, "-")

    assert (patch.old, patch.new) == ("x y.txt", "x y.txt")
    assert take_back(b"eins\n++ drei\nvier\n", patch, "x") == b"eins\n-- zwei\nvier\n"


def test_carriage_returns_do_not_keep_a_diff_from_fitting() -> None:
    """Tools on the way drop or add them."""
    (patch,) = parse_diff(PLAIN, "-")

    assert take_back(b"eins\r\n++ drei\r\nvier\r\n", patch, "x") == b"eins\n-- zwei\nvier\n"


@pytest.mark.parametrize(
    ("raw", "old", "new"),
    [
        pytest.param(
            b'diff --git "a/\\303\\274.txt" "b/\\303\\274.txt"\nold mode 100644\nnew mode 100755\n',
            "ü.txt",
            "ü.txt",
            id="quoted",
        ),
        pytest.param(
            b"diff --git a/a b.txt b/a b.txt\nnew file mode 100644\nindex 0..0\n",
            None,
            "a b.txt",
            id="empty-new-file",
        ),
        pytest.param(
            b"diff --git a/x b/x\ndeleted file mode 100644\nindex 1..0\n", "x", None, id="deleted"
        ),
        pytest.param(
            b"diff --git a/x b/y z\nsimilarity index 100%\nrename from x\nrename to y z\n",
            "x",
            "y z",
            id="renamed",
        ),
        pytest.param(
            b"diff --git a/x b/y\nsimilarity index 100%\ncopy from x\ncopy to y\n",
            None,
            "y",
            id="copied",
        ),
        pytest.param(
            b"--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+neu\n\\ No newline at end of file\n",
            None,
            "x",
            id="new",
        ),
        pytest.param(
            b"diff --git i/x w/x\n--- i/x\n+++ w/x\n@@ -1 +0,0 @@\n-alt\n", "x", "x", id="mnemonic"
        ),
        pytest.param(b"--- x\n+++ x\n@@ -1 +1 @@\n-a\n+b\n", "x", "x", id="no-prefix"),
    ],
)
def test_names(raw: bytes, old: str | None, new: str | None) -> None:
    """Names as git and diff write them."""
    (patch,) = parse_diff(raw, "-")

    assert (patch.old, patch.new) == (old, new)


@pytest.mark.parametrize("raw", [b"", b"\n", b" \r\n"], ids=repr)
def test_nothing_is_a_diff_without_changes(raw: bytes) -> None:
    """`git diff` prints nothing where nothing changed."""
    assert parse_diff(raw, "-") == ()


@pytest.mark.parametrize(
    ("raw", "says", "line"),
    [
        pytest.param(b"fatal: bad revision\n", "no unified diff", 1, id="an-error-message"),
        pytest.param(b"--- a/x\n+++ b/x\n", "without changes", 2, id="names-only"),
        pytest.param(b"--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n a\n", "cut off", 3, id="cut-off"),
        pytest.param(b"--- a/x\n+++ b/x\n@@ x @@\n", "cannot be read", 3, id="odd-head"),
        pytest.param(
            b"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\ndiff --git a/y b/y\n", "shorter", 5, id="short"
        ),
        pytest.param(
            b"--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n-a\n-b\n-c\n+d\n+e\n", "longer", 3, id="long"
        ),
        pytest.param(b"@@ -1 +1 @@\n-a\n+b\n", "without the name", 1, id="no-name"),
        pytest.param(
            b"diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n", "merge", 1,
            id="combined",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error(raw: bytes, says: str, line: int) -> None:
    """The line is named."""
    with pytest.raises(InputError, match=says) as caught:
        parse_diff(raw, "change.diff")
    assert f"change.diff:{line}" in str(caught.value)


def test_a_diff_that_does_not_fit_is_an_error() -> None:
    """Made from other files, it says nothing about these."""
    (patch,) = parse_diff(PLAIN, "-")

    with pytest.raises(InputError, match="does not fit"):
        take_back(b"eins\nzwei\nvier\n", patch, "x")


def test_hidden_content_and_missing_files_are_errors(tmp_path: Path) -> None:
    """The gate cannot say what was there before."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    cases = {
        "does not show": b"diff --git a/a.pdf b/a.pdf\nBinary files a/a.pdf and b/a.pdf differ\n",
        "not here": b"--- a/b.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-a\n+b\n",
    }
    for says, raw in cases.items():
        with pytest.raises(InputError, match=says):
            before_patches(tmp_path, parse_diff(raw, "-"), [tmp_path], tmp_path / says, Settings())


LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"\xfc\r\n", b"--- x\n", b"@@ -1 +1 @@\n"]))


@given(LINES, LINES, LINES, LINES)
def test_taking_back_undoes_any_change(
    head: list[bytes], old: list[bytes], new: list[bytes], tail: list[bytes]
) -> None:
    """Whatever stood there before stands there again."""
    patch = Patch("x", "x", (Hunk(1, len(head), tuple(old), tuple(new)),))

    assert take_back(b"".join(head + new + tail), patch, "x") == b"".join(head + old + tail)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    """Whatever comes, it is patches or an error of ours."""
    with contextlib.suppress(InputError):
        parse_diff(b"diff --git a/x b/x\n" + raw, "-")
