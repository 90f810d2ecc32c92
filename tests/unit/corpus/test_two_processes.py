"""Two runs at the same time on one cache: nothing is lost, nothing is misread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.corpus.cache import VectorCache
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.read.keep import kept_claims
from tests.unit.corpus import two_processes as each

STORY = Path(__file__).resolve().parents[2] / "gate" / "newsroom" / "21-lawine-trogkopf"
ARTICLES = [STORY / "dpa-lage.txt", STORY / "tourenfreund.md"]
RUNS = ("one", "two", "warm")


def started(*command: str, cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CHECKER_CACHE": str(cache)},
    )


def ended(runs: Sequence[subprocess.Popen[str]]) -> list[tuple[str, str, int]]:
    said = [run.communicate("go\n", timeout=300) for run in runs]
    return [(out, err, run.returncode) for (out, err), run in zip(said, runs, strict=True)]


def test_two_processes_fill_one_cache(tmp_path: Path) -> None:
    """Both store, load and join shards at once; afterwards all is there and right."""
    files = [str(a) for a in ARTICLES]
    runs = [started(str(each.__file__), str(tmp_path), n, *files, cache=tmp_path) for n in "12"]
    for run in runs:
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
    for run in runs:  # both are let go at once, before either is waited for
        assert run.stdin is not None
        run.stdin.write("go\n")
        run.stdin.flush()
    done = ended(runs)

    assert [code for *_, code in done] == [0, 0], done
    assert done[0][0] == done[1][0]
    stored = {t for n in (1, 2) for turn in range(each.ROUNDS) for t in each.texts(n, turn)}
    found = VectorCache(tmp_path, "model", 3).load(sorted(stored))
    assert set(found) == stored
    for text, row in found.items():
        assert row.tolist() == each.vectors([text])[0].tolist()
    for place in ARTICLES:
        source = source_from_text(place.read_text(encoding="utf-8"), id=place.name)
        read = tuple(read_claims(source))
        assert kept_claims(source, tmp_path, "state", lambda _: ()) == read
    assert not [p for p in tmp_path.rglob("*") if p.suffix == ".part" or p.name.startswith(".")]


@pytest.mark.model
def test_two_checks_at_once_make_one_report(tmp_path: Path) -> None:
    """The command run twice at the same time, cold, and once more, warm: the same bytes."""
    cache = tmp_path / "cache"

    def check(name: str) -> subprocess.Popen[str]:
        words = ["run", str(STORY), "--output", str(tmp_path / name), "--format", "json"]
        words += ["--quiet", "--fail-on", "never"]
        code = f"from checker.cli.app import main; main({words!r})"
        return started("-c", code, cache=cache)

    done = ended([check("one"), check("two")]) + ended([check("warm")])

    assert [code for *_, code in done] == [0, 0, 0], done
    reports = [(tmp_path / n / STORY.name / "report.json").read_bytes() for n in RUNS]
    assert reports[0] == reports[1] == reports[2]
    assert json.loads(reports[0])["claims"]
