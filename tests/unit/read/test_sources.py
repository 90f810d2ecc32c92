"""The doors of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import State
from checker.read import read_sources, source_from_text
from checker.settings import Settings

GERMAN = "Der Rat hat die Brücke am Donnerstag gesperrt, weil sie nicht mehr sicher ist."
ENGLISH = "The council has closed the bridge on Thursday because it is no longer safe."


def test_every_input_ends_in_one_state_and_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    """Read, partly read, skipped and failed add up to the inputs."""
    (tmp_path / "good.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "part.txt").write_bytes((GERMAN * 40).encode() + b"\xff")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "big.txt").write_bytes(b"x" * 6000)
    sources, records = read_sources([tmp_path], Settings(max_file_size=5000))

    assert [s.id for s in sources] == ["good.txt", "part.txt"]
    assert {r.path: r.state for r in records} == {
        "big.txt": State.SKIPPED,
        "blank.txt": State.SKIPPED,
        "broken.pdf": State.FAILED,
        "empty.txt": State.SKIPPED,
        "good.txt": State.READ,
        "part.txt": State.PARTLY,
        "picture.txt": State.SKIPPED,
    }
    assert all(r.reason for r in records if r.state is not State.READ)


def test_order_of_paths_is_irrelevant(tmp_path: Path) -> None:
    """Files named backwards give the same sources and records."""
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.md")]
    for path in paths:
        path.write_text(f"Titel von {path.stem}\n\n{GERMAN}", encoding="utf-8")

    assert read_sources(paths, Settings()) == read_sources(paths[::-1], Settings())


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    """ "0 findings" over nothing read would be a lie."""
    (tmp_path / "empty.txt").write_bytes(b"")

    with pytest.raises(InputError, match=r"nothing could be read of 1 input"):
        read_sources([tmp_path], Settings())


def test_standard_input_is_a_source() -> None:
    """What comes through a pipe is called by the name given."""
    sources, records = read_sources([], Settings(), stdin=("draft.md", b"# Titel\n\nEin Satz."))

    assert [s.id for s in sources] == ["draft.md"]
    assert [r.state for r in records] == [State.READ]


@pytest.mark.parametrize(
    ("text", "given", "lang"),
    [
        pytest.param(GERMAN, None, "de", id="german"),
        pytest.param(ENGLISH, None, "en", id="english"),
        pytest.param(ENGLISH, "de", "de", id="told"),
        pytest.param("Drei Tote", None, "de", id="too-short-to-tell"),
        pytest.param(
            "Le conseil municipal a fermé le pont jeudi, faute de sécurité suffisante.",
            None,
            "fr",
            id="french",
        ),
    ],
)
def test_language(text: str, given: str | None, lang: str) -> None:
    """The language is read from the text unless it is told."""
    assert source_from_text(text, id="a", lang=given).lang == lang


def test_settings_name_drafts_and_publishers(tmp_path: Path) -> None:
    """Patterns say which files are under review and whose they are."""
    for name in ("draft-1.txt", "bote-1.txt"):
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    settings = Settings(drafts=("draft-*",), publishers={"bote-*": "Altenauer Bote"})
    sources, _ = read_sources([tmp_path], settings)

    assert [(s.id, s.draft) for s in sources] == [("bote-1.txt", False), ("draft-1.txt", True)]
    assert sources[0].publisher is not None
    assert sources[0].publisher.evidence == "settings"


def test_undated_source_is_estimated_only_beside_dated_ones(tmp_path: Path) -> None:
    """A weekday with its date fits one year near the others; alone it fits too many."""
    undated = f"Titel der Meldung\n\nDas sagte er am Donnerstag (7. November). {GERMAN}"
    (tmp_path / "a.txt").write_text(undated, encoding="utf-8")
    (alone,), _ = read_sources([tmp_path], Settings())
    (tmp_path / "b.txt").write_text(f"Titel\n12.03.2025, 18:40 Uhr\n\n{GERMAN}", encoding="utf-8")
    (beside, _), _ = read_sources([tmp_path], Settings())

    assert alone.published is None
    assert beside.published is not None
    assert (beside.published.value, beside.published.evidence) == ("2024-11-07", "estimate")
    assert beside.anchor is None


def test_wrapped_text_is_joined_to_paragraphs() -> None:
    """A file with fixed line width has paragraphs all the same; its text stays as it is."""
    words = ("Der Rat hat die Brücke gesperrt, weil sie nicht mehr sicher ist. " * 12).split()
    rows, row = [], ""
    for word in words:
        if len(row) + len(word) > 70:
            rows.append(row.strip())
            row = ""
        row += f" {word}"
    rows.append(row.strip())
    text = "Brücke gesperrt\n\n" + "\n".join(rows) + "\n\n" + "\n".join(rows[:4])
    source = source_from_text(text, id="a", furniture=True)

    assert source.text == text
    assert [p.kind for p in source.parts] == ["headline", "body", "body"]


def test_lines_of_the_site_are_marked_across_its_articles(tmp_path: Path) -> None:
    """A line under every article is the site's; copies of one text share lines and lose none."""
    for number in range(3):
        text = f"Meldung {number} des Tages\n\n{GERMAN} Das war Nummer {number}, hieß es dazu."
        (tmp_path / f"{number}.txt").write_text(f"{text}\n\nBote am Abend\n\n{text}")
    sources, _ = read_sources([tmp_path], Settings())
    assert {f.reason for s in sources for f in s.furniture} == {"repeated"}

    for number in range(3):
        text = f"Meldung des Tages\n\n{GERMAN} Das hieß es dazu im Rathaus der Stadt am Abend."
        (tmp_path / f"{number}.txt").write_text(f"{text}\n\nBote am Abend\n\n{text}")
    sources, _ = read_sources([tmp_path], Settings())
    assert {f.reason for s in sources for f in s.furniture} == set()
