"""The repository is looked into, never touched; what cannot be known is said."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.gate.before import Before, before_commit, before_patches
from checker.gate.diff import parse_diff
from checker.gate.git import prefix
from checker.gate.git import repository as open_repository
from checker.settings import Settings

Commit = Callable[[dict[str, str | None]], str]
Git = Callable[..., str]
SETTINGS = Settings()


@pytest.fixture
def before(repository: Path, tmp_path: Path) -> Callable[..., tuple[Before, dict[str, str]]]:
    """Lay out what was there and return it with its texts by name."""

    def lay_out(
        *paths: str, base: str = "HEAD", exact: bool = False
    ) -> tuple[Before, dict[str, str]]:
        into = tmp_path / "before"
        into.mkdir()
        repo = open_repository(repository)
        commit = repo.base(base, exact=exact)
        named = [repository / p for p in paths or ("articles",)]
        found = before_commit(repo, commit, named, into, SETTINGS)
        return found, texts(into / repository.name)

    return lay_out


def texts(top: Path) -> dict[str, str]:
    return {
        p.relative_to(top).as_posix(): p.read_text(encoding="utf-8")
        for p in sorted(top.rglob("*"))
        if p.is_file()
    }


def state(root: Path) -> dict[str, bytes]:
    """Everything in a folder, the repository's own files included."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_dirty_new_and_deleted_files(
    repository: Path, commit: Commit, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """The work tree as it is counts as after, the commit as before."""
    commit({"articles/a b.txt": "alt\n", "articles/über.txt": "ü\n", "articles/weg.md": "weg\n"})
    (repository / "articles/a b.txt").write_text("neu\n", encoding="utf-8")
    (repository / "articles/neu.txt").write_text("ganz anders hier\n", encoding="utf-8")
    (repository / "articles/weg.md").unlink()
    (repository / "articles/code.py").write_text("x\n", encoding="utf-8")

    found, there = before()

    assert there == {
        "articles/a b.txt": "alt\n",
        "articles/über.txt": "ü\n",
        "articles/weg.md": "weg\n",
    }
    assert [p.name for p in found.paths] == ["articles"]
    assert not found.same


def test_merge_base_is_where_the_branch_left(
    commit: Commit, git: Git, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """What others changed on the base since then is not held against this branch."""
    commit({"articles/a.txt": "eins\n"})
    git("switch", "-q", "-c", "branch")
    commit({"articles/b.txt": "zwei\n"})
    git("switch", "-q", "main")
    commit({"articles/a.txt": "später\n"})
    git("switch", "-q", "--detach", "branch")

    _, there = before(base="main")

    assert there == {"articles/a.txt": "eins\n"}


def test_exact_takes_the_revision_itself(
    commit: Commit, git: Git, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """On request the base is taken as it stands."""
    commit({"articles/a.txt": "eins\n"})
    git("switch", "-q", "-c", "branch")
    git("switch", "-q", "main")
    commit({"articles/a.txt": "später\n"})
    git("switch", "-q", "branch")

    assert before(base="main", exact=True)[1] == {"articles/a.txt": "später\n"}


def test_merge_commit_is_compared_with_its_first_side(
    commit: Commit, git: Git, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """The merged branch is the change, as in a pull request's test merge."""
    commit({"articles/a.txt": "eins\n"})
    git("switch", "-q", "-c", "branch")
    commit({"articles/b.txt": "zwei\n"})
    git("switch", "-q", "main")
    commit({"articles/c.txt": "drei\n"})
    git("tag", "base")
    git("merge", "-q", "--no-ff", "-m", "merge", "branch")

    assert set(before(base="base")[1]) == {"articles/a.txt", "articles/c.txt"}


@pytest.mark.parametrize("edit", ["", " Und ein Satz mehr."], ids=["pure", "edited"])
def test_renamed_file_lies_under_its_new_name(
    repository: Path,
    commit: Commit,
    before: Callable[..., tuple[Before, dict[str, str]]],
    edit: str,
) -> None:
    """Its claims are held against themselves."""
    words = "Der Rat tagte am Montag. Der Haushalt wurde mit sieben zu drei Stimmen beschlossen."
    commit({"articles/alt.txt": words, "articles/other.txt": "Etwas ganz anderes stand hier."})
    (repository / "articles/alt.txt").unlink()
    (repository / "articles/neu name.txt").write_text(words + edit, encoding="utf-8")

    found, there = before()

    assert there["articles/neu name.txt"] == words
    assert "articles/alt.txt" not in there
    assert found.renames == (("articles/alt.txt", "articles/neu name.txt"),)


def test_a_file_moved_in_from_outside_is_new(
    commit: Commit, repository: Path, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """It was not among the sources, so what it contradicts is new."""
    commit({"drafts/a.txt": "eins zwei drei\n", "articles/b.txt": "vier\n"})
    (repository / "drafts/a.txt").rename(repository / "articles/a.txt")

    found, there = before()

    assert set(there) == {"articles/b.txt"}
    assert found.renames == ()


def test_ignored_files_are_taken_as_unchanged(
    commit: Commit, repository: Path, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """Git knows nothing about them; calling them new would report everything."""
    commit({".gitignore": "articles/feed/\n", "articles/a.txt": "eins\n"})
    (repository / "articles/feed").mkdir()
    (repository / "articles/feed/b.txt").write_text("zwei\n", encoding="utf-8")

    found, there = before()

    assert there == {"articles/a.txt": "eins\n", "articles/feed/b.txt": "zwei\n"}
    assert found.same


def test_nothing_there_before(
    commit: Commit, repository: Path, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """A folder that is new as a whole was empty before."""
    commit({"README.md": "x\n"})
    (repository / "articles").mkdir()
    (repository / "articles/a.txt").write_text("eins\n", encoding="utf-8")

    assert before()[0].paths == ()


def test_nothing_is_touched(commit: Commit, repository: Path, git: Git, tmp_path: Path) -> None:
    """No checkout, no stash, no lock, not even a refreshed index."""
    commit({"articles/a.txt": "eins\n"})
    (repository / "articles/a.txt").write_text("zwei\n", encoding="utf-8")
    (repository / "articles/b.txt").write_text("drei\n", encoding="utf-8")
    git("add", "articles/b.txt")
    was = state(repository)
    repo = open_repository(repository / "articles")

    before_commit(repo, repo.base("HEAD"), [repository], tmp_path / "x", SETTINGS)

    assert state(repository) == was


def test_links_that_lead_out_are_not_made(
    commit: Commit, repository: Path, before: Callable[..., tuple[Before, dict[str, str]]]
) -> None:
    """A link in a commit is a stranger's word."""
    (repository / "articles").mkdir()
    (repository / "articles/out.txt").symlink_to("../../../etc/passwd")
    (repository / "articles/abs.txt").symlink_to("/etc/passwd")
    (repository / "articles/in.txt").symlink_to("a.txt")
    commit({"articles/a.txt": "eins\n"})

    assert set(before()[1]) == {"articles/a.txt", "articles/in.txt"}


def test_shallow_clone_is_told(commit: Commit, repository: Path, git: Git, tmp_path: Path) -> None:
    """Neither everything nor nothing is reported: the job could not be done."""
    commit({"articles/a.txt": "eins\n"})
    git("switch", "-q", "-c", "branch")
    commit({"articles/a.txt": "zwei\n"})
    git("switch", "-q", "main")
    commit({"articles/b.txt": "drei\n"})
    clone = tmp_path / "clone"
    url = repository.as_uri()
    git("clone", "-q", "--depth", "1", "--no-single-branch", "-b", "branch", url, str(clone))
    repo = open_repository(clone)

    with pytest.raises(InputError, match="shallow") as caught:
        repo.base("origin/main")
    assert "fetch-depth: 0" in caught.value.remedy
    with pytest.raises(InputError, match="shallow"):
        repo.base("HEAD~1")


@pytest.mark.parametrize(
    "revision", ["nope", "--help", "-x", "", "HEAD:articles", "a\nb"], ids=repr
)
def test_unknown_revisions_are_errors(commit: Commit, repository: Path, revision: str) -> None:
    """A misspelt base is not a gate that reports nothing."""
    commit({"articles/a.txt": "eins\n"})

    with pytest.raises(InputError, match="no revision"):
        open_repository(repository).base(revision)


def test_a_base_that_is_only_at_the_remote_is_suggested(
    commit: Commit, git: Git, repository: Path
) -> None:
    """The usual state of a build machine."""
    head = commit({"a.txt": "x\n"})
    git("update-ref", "refs/remotes/origin/trunk", head)

    with pytest.raises(InputError) as caught:
        open_repository(repository).base("trunk")
    assert "origin/trunk" in caught.value.remedy


def test_no_common_past_and_no_commit_are_errors(
    commit: Commit, git: Git, repository: Path
) -> None:
    """Both have a sentence of their own."""
    with pytest.raises(InputError, match="no commit yet"):
        open_repository(repository).base("HEAD")
    commit({"a.txt": "x\n"})
    git("switch", "-q", "--orphan", "other")
    commit({"b.txt": "y\n"})
    with pytest.raises(InputError, match="no common past"):
        open_repository(repository).base("main")


def test_no_repository_and_no_git_are_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remedy names the way without git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError) as caught:
        open_repository(tmp_path)
    assert "--diff-file" in caught.value.remedy
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="not installed"):
        open_repository(tmp_path)


def test_a_diff_gives_the_same_before(
    commit: Commit, repository: Path, git: Git, tmp_path: Path
) -> None:
    """What `git diff` printed leads back to what was there."""
    long = "".join(f"Zeile {i}\n" for i in range(30))
    was = {
        "articles/a b.txt": long,
        "articles/über.txt": "ohne Zeilenende",
        "articles/weg.md": "weg\n",
        "articles/alt.txt": long + "mehr\n",
        "articles/same.txt": "bleibt\n",
    }
    commit(dict(was))
    lines = long.splitlines(keepends=True)
    (repository / "articles/a b.txt").write_text(
        "".join(["vorn\n", *lines[:10], *lines[12:20], "neu\n", *lines[20:]]), encoding="utf-8"
    )
    (repository / "articles/über.txt").write_text("mit Zeilenende\n", encoding="utf-8")
    (repository / "articles/weg.md").unlink()
    (repository / "articles/alt.txt").rename(repository / "articles/neu ü.txt")
    (repository / "articles/dazu.txt").write_text("dazu\n", encoding="utf-8")
    git("add", "-A")
    for number, context in enumerate(["-U3", "-U0", "-U0 -c core.quotePath=false"]):
        words = context.split()
        raw = subprocess.run(
            ["git", *words[1:], "diff", "--cached", "-M", words[0]],
            cwd=repository,
            capture_output=True,
            check=True,
        ).stdout
        into = tmp_path / f"into{number}"
        into.mkdir()

        found = before_patches(
            repository, parse_diff(raw, "-"), [repository / "articles"], into, SETTINGS
        )

        there = texts(into / repository.name)
        assert there.pop("articles/neu ü.txt") == was["articles/alt.txt"]
        assert there == {k: v for k, v in was.items() if k != "articles/alt.txt"}
        assert found.renames == (("articles/alt.txt", "articles/neu ü.txt"),)


def test_source_ids_become_paths_from_the_root(
    commit: Commit, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Review tools look for the file where the repository has it."""
    commit({"desk/articles/a.txt": "x\n", "desk/articles/b.txt": "y\n"})
    desk = repository / "desk"
    articles = desk / "articles"

    assert prefix([articles]) == "desk/articles/"
    assert prefix([articles / "a.txt", articles / "b.txt"]) == "desk/articles/"
    assert prefix([repository]) == ""
    assert prefix([articles, desk]) == ""
    monkeypatch.chdir(desk)
    assert prefix([Path("articles")]) == "desk/articles/"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    assert prefix([Path("plain")]) == "plain/"
