"""Finding inputs: every path ends as something to read or with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.read import plan_inputs
from checker.read.walk import find_inputs
from checker.settings import Settings

PLAIN = Settings()


def write(path: Path, text: str = "Ein Satz.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folder_is_read_in_order_and_the_rest_is_named(tmp_path: Path) -> None:
    """Articles are read sorted; hidden, unknown and excluded files are listed with a reason."""
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden.txt", "gold.json", "old/x.txt"):
        write(tmp_path / name)
    inputs, records = find_inputs([tmp_path], Settings(exclude=("old",)))

    assert [i.id for i in inputs] == ["a.md", "b.txt", "sub/c.html"]
    assert {r.path: r.reason for r in records} == {
        ".hidden.txt": "hidden",
        "gold.json": "unknown kind of file (.json)",
        "old/": "excluded by old",
    }


def test_ids_do_not_depend_on_order_or_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files of one name are told apart by their folders, whoever is named first."""
    one, two = write(tmp_path / "mon" / "a.txt"), write(tmp_path / "tue" / "a.txt")
    three = write(tmp_path / "b.txt")
    forwards = find_inputs([one, two, three], PLAIN)[0]
    monkeypatch.chdir(tmp_path)
    backwards = find_inputs([Path("b.txt"), Path("tue/a.txt"), Path("mon/a.txt")], PLAIN)[0]

    assert [i.id for i in forwards] == ["b.txt", "mon/a.txt", "tue/a.txt"]
    assert [i.id for i in backwards] == [i.id for i in forwards]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """Naming a folder and a file in it gives one source."""
    path = write(tmp_path / "a.txt")

    assert len(find_inputs([tmp_path, path], PLAIN)[0]) == 1


def test_unknown_kind_is_read_when_named(tmp_path: Path) -> None:
    """In a folder an odd suffix is passed over; named by itself it is meant."""
    path = write(tmp_path / "notes.log")

    assert [i.id for i in find_inputs([path], PLAIN)[0]] == ["notes.log"]


def test_sidecar_is_no_input_of_its_own(tmp_path: Path) -> None:
    """Metadata belongs to its article; without one it is named."""
    write(tmp_path / "a.txt")
    write(tmp_path / "a.meta.json", "{}")
    write(tmp_path / "b.meta.json", "{}")
    inputs, records = find_inputs([tmp_path], PLAIN)

    assert [i.id for i in inputs] == ["a.txt"]
    assert [(r.path, r.reason) for r in records] == [
        ("b.meta.json", "metadata without its article")
    ]


def test_missing_path_and_empty_folder_are_errors(tmp_path: Path) -> None:
    """What cannot be done is said with the path and what to do."""
    with pytest.raises(InputError, match="no such file or folder"):
        find_inputs([tmp_path / "nowhere"], PLAIN)
    with pytest.raises(InputError, match="nothing to read"):
        find_inputs([tmp_path], PLAIN)


def test_too_many_files_stop_before_reading(tmp_path: Path) -> None:
    """A wrong folder is noticed before an hour has passed."""
    for number in range(5):
        write(tmp_path / f"{number}.txt")

    with pytest.raises(InputError, match="more than 3 files"):
        find_inputs([tmp_path], Settings(max_files=3))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_links_and_pipes_are_named_and_never_opened(tmp_path: Path) -> None:
    """Links out of the folder, in circles, to nowhere, and pipes: each gets its reason."""
    inside = tmp_path / "in"
    write(inside / "a.txt")
    outside = write(tmp_path / "secret.txt")
    (inside / "out.txt").symlink_to(outside)
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "gone.txt").symlink_to(inside / "nothing.txt")
    (inside / "up").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe.txt")
    inputs, records = find_inputs([inside], PLAIN)

    reasons = {r.path: r.reason for r in records}
    assert [i.id for i in inputs] == ["a.txt"]
    assert reasons["out.txt"] == "link that leaves the folder"
    assert reasons["loop.txt"].startswith("link that leads nowhere")
    assert reasons["gone.txt"].startswith("link that leads nowhere")
    assert reasons["up"] == "link that leaves the folder"
    assert reasons["pipe.txt"].startswith("no plain file")


def test_plan_says_what_would_be_read(tmp_path: Path) -> None:
    """The plan opens no file and names the format of each."""
    write(tmp_path / "a.txt")
    write(tmp_path / "b.json")

    assert [(r.path, r.state.value, r.reason) for r in plan_inputs([tmp_path], PLAIN)] == [
        ("a.txt", "read", "text"),
        ("b.json", "skipped", "unknown kind of file (.json)"),
    ]
