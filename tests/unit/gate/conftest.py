"""Findings, sources and reports made by hand, and scratch repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from checker.gate.compare import Delta, compare
from checker.model import Finding, Level, Phrase, Report, Side
from checker.pipeline import after_edit, check
from checker.settings import Settings

FindingMaker = Callable[..., Finding]
Git = Callable[..., str]
#: What an edit did to a story: the texts by file name, the file, the old words and the new ones.
Edited = Callable[[Mapping[str, str], str, str, str], Delta]


@pytest.fixture
def finding() -> FindingMaker:
    """Return a maker of findings: ``finding(("a.txt", "quote"), ("b.txt", "quote"))``."""

    def make(
        *sides: tuple[str, str], rule: str = "FIG01", level: str = "error", ordinal: int = 0
    ) -> Finding:
        return Finding(
            rule=rule,
            name="conflicting-figure",
            type="figure-conflict",
            level=Level(level),
            scope="cross-source",
            sides=tuple(Side(source=s, start=0, end=len(q), quote=q) for s, q in sides),
            message=Phrase("Quellen weichen ab", "sources differ"),
            reckoning=(Phrase("7 und 9 treffen sich nicht", "7 and 9 do not meet"),),
            remedy=Phrase("klären", "settle it"),
            ordinal=ordinal,
        )

    return make


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty repository that no setting of this machine reaches."""
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "Ablage mit Ümlaut"
    root.mkdir()
    run_git(root, "init", "-q", "-b", "main")
    run_git(root, "config", "user.name", "Erika Muster")
    run_git(root, "config", "user.email", "erika@example.org")
    return root


@pytest.fixture
def git(repository: Path) -> Git:
    """Return a way to run git in the repository."""

    def run(*args: str) -> str:
        return run_git(repository, *args)

    return run


def run_git(root: Path, *args: str) -> str:
    """Run git for real and return what it prints."""
    done = subprocess.run(
        ["git", "-C", str(root), *args], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def commit(repository: Path) -> Callable[[dict[str, str | None]], str]:
    """Return a way to write files (None deletes), commit all of it and get the revision."""

    def make(files: dict[str, str | None], paths: Sequence[str] = ("-A",)) -> str:
        for name, text in files.items():
            path = repository / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        run_git(repository, "add", *paths)
        run_git(repository, "commit", "-q", "-m", "change", "--allow-empty")
        return run_git(repository, "rev-parse", "HEAD")

    return make


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """Return a maker of edits: it checks a story as it is (once) and as it becomes."""
    settings = Settings(cache=tmp_path_factory.mktemp("cache"))
    known: dict[str, Report] = {}

    def checked(texts: Mapping[str, str]) -> Report:
        story = tmp_path_factory.mktemp("edit") / "story"
        story.mkdir()
        for name, text in texts.items():
            (story / name).write_text(text, encoding="utf-8")
        return check([story], settings)

    def make(texts: Mapping[str, str], name: str, old: str, new: str) -> Delta:
        assert texts[name].count(old) == 1
        if texts[name] not in known:
            known[texts[name]] = checked(texts)
        was = known[texts[name]]
        after = checked({**texts, name: texts[name].replace(old, new)})
        return compare(was, after_edit(was, after, settings))

    return make
