"""What scripts rely on: the exit status, and what the gate lets through and why."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = "Kanzlerin Berg telefoniert mit Oduya\n16. Februar 2026\n\n"
CALL = "Das Telefonat von Kanzlerin Berg mit Präsident Oduya am Montag dauerte {} Minuten."
MORE = "\n\nBerg sprach danach im Bundestag. Die Debatte war lang."

MAIN = "from checker.cli.app import main; main()"

Check = Callable[..., int]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two articles that agree; the working folder is in it."""
    for name in [n for n in os.environ if n.startswith(("GIT_", "GITHUB_", "CHECKER_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    root = tmp_path / "desk"
    (root / "articles").mkdir(parents=True)
    monkeypatch.chdir(root)
    tell(root, a=75, b=75)
    git("init", "-q", "-b", "main")
    git("config", "user.name", "Erika Muster")
    git("config", "user.email", "erika@example.org")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    return root


def tell(root: Path, **minutes: int) -> None:
    """Write articles that give the length of the call."""
    for name, length in minutes.items():
        text = HEAD + CALL.format(length) + MORE + "\n"
        (root / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")


def git(*args: str) -> str:
    return subprocess.run(["git", *args], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def check() -> Check:
    """Run the command line in this process and return its exit status."""

    def run(*args: str) -> int:
        from checker.cli.app import main

        with pytest.raises(SystemExit) as caught:
            main(args)
        status = caught.value.code
        assert status is None or isinstance(status, int)
        return status or 0

    return run


def findings(root: Path, level: str = "error") -> list[dict[str, object]]:
    """Return the findings of the last report."""
    report = json.loads((root / "reports/articles/report.json").read_text(encoding="utf-8"))
    return [f for f in report["findings"] if f["level"] == level]


def test_clean_is_0_and_findings_are_1(desk: Path, check: Check) -> None:
    """The two statuses a gate lives on."""
    assert check("articles") == 0
    tell(desk, b=150)
    assert check("articles") == 1
    assert [f["type"] for f in findings(desk)] == ["figure-conflict"]


def test_own_reports_are_no_sources(desk: Path, check: Check) -> None:
    """Checking the folder they lie in twice gives the same report."""
    tell(desk, b=150)

    assert check(".") == 1
    first = (desk / "reports/desk/report.json").read_bytes()
    assert check(".") == 1
    assert (desk / "reports/desk/report.json").read_bytes() == first


def test_never_reports_and_lets_through(desk: Path, check: Check) -> None:
    """Except for a job that could not be done."""
    tell(desk, b=150)

    assert check("articles", "--fail-on", "never") == 0
    assert findings(desk)
    assert check("nowhere", "--fail-on", "never") == 2


def test_show_has_no_say_in_the_status(
    desk: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is shown and what fails are two questions."""
    tell(desk, b=150)

    assert check("articles", "--show", "error", "--format", "terminal") == 1
    assert "150" in capsys.readouterr().out
    (desk / "checker.toml").write_text('[levels]\nFIG01 = "info"\n')
    assert check("articles", "--show", "error", "--fail-on", "info", "--format", "terminal") == 1


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["nowhere"], id="no-such-path"),
        pytest.param(["empty"], id="empty-folder"),
        pytest.param(["articles", "--fail-on", "loud"], id="unknown-level"),
        pytest.param(["articles", "--no-such-option"], id="unknown-option"),
        pytest.param(["articles", "--format", "xml"], id="unknown-form"),
        pytest.param(["articles", "--config", "none.toml"], id="no-settings-file"),
        pytest.param(["articles", "--model", "./none"], id="no-model"),
        pytest.param(["articles", "--diff", "nope"], id="unknown-revision"),
        pytest.param(["articles", "--diff-file", "none.diff"], id="no-diff"),
        pytest.param(["articles", "--diff", "HEAD", "--diff-file", "x"], id="two-bases"),
        pytest.param(["articles", "--output", "articles/a.txt"], id="output-is-a-file"),
        pytest.param(["run"], id="no-paths"),
        pytest.param(["baseline", "accept", "0123456789abcdef"], id="no-reason"),
        pytest.param(["baseline", "accept", "0123", "--because", "x"], id="no-such-finding"),
    ],
)
def test_a_job_that_cannot_be_done_is_2(
    desk: Path, check: Check, args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told on stderr, and outranks findings."""
    (desk / "empty").mkdir()
    tell(desk, b=150)

    assert check(*args) == 2
    printed = capsys.readouterr()
    assert printed.err.strip()
    assert "Traceback" not in printed.err


def test_a_crash_is_2(desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """An internal error never looks like findings."""

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("checker.pipeline.check", broken)

    assert check("articles") == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("<<<<<<< HEAD\n", 1, id="conflict-markers"),
        pytest.param('{\n "schema": "checker-baseline",\n', 3, id="broken"),
        pytest.param('{"schema": "checker-baseline", "version": 99}', 1, id="newer"),
    ],
)
def test_a_broken_baseline_is_2_and_names_the_line(
    desk: Path, check: Check, text: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is never taken for an empty one."""
    (desk / "checker-baseline.json").write_text(text)

    assert check("articles") == 2
    assert f"checker-baseline.json:{line}" in capsys.readouterr().err


def test_broken_settings_are_2_and_name_the_line(
    desk: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the nearest name."""
    (desk / "checker.toml").write_text('\nfail_on = "error"\n')

    assert check("articles") == 2
    said = capsys.readouterr().err
    assert "checker.toml:2" in said
    assert "fail-on" in said


def test_settings_file_decides_and_the_command_line_overrides(desk: Path, check: Check) -> None:
    """`check config` shows which of them won."""
    tell(desk, b=150)
    (desk / "checker.toml").write_text('fail-on = "never"\n')

    assert check("articles") == 0
    assert check("articles", "--fail-on", "error") == 1


def test_config_and_init(desk: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    """A commented file is written once, and every value says where it comes from."""
    assert check("init") == 0
    assert check("init") == 2
    assert check("init", "--force") == 0
    with (desk / "checker.toml").open("a") as file:
        file.write('"wire-*" = "Wire"\n')
    capsys.readouterr()

    assert check("config") == 0
    said = capsys.readouterr().out
    assert 'fail-on = "error"' in said
    assert "# default" in said
    assert 'publishers = { "wire-*" = { "name" = "Wire" } }' in said


def test_an_accepted_finding_passes_until_a_quote_is_edited(desk: Path, check: Check) -> None:
    """The decision is about the words."""
    tell(desk, b=150)
    assert check("articles") == 1
    ident = str(findings(desk)[0]["id"])

    assert check("baseline", "accept", ident, "--because", "zwei Telefonate") == 0
    assert check("articles") == 0
    assert [(f["status"], f["because"]) for f in findings(desk)] == [
        ("accepted", "zwei Telefonate")
    ]
    written = (desk / "checker-baseline.json").read_text(encoding="utf-8")
    assert "Erika Muster" in written
    assert str(desk) not in written

    moved = HEAD + MORE.strip() + "\n\nEin Absatz davor.\n\n" + CALL.format(150) + "\n"
    (desk / "articles/b.txt").write_text(moved, encoding="utf-8")
    assert check("articles") == 0
    assert check("baseline", "write", "articles") == 0
    assert (desk / "checker-baseline.json").read_text(encoding="utf-8") == written

    tell(desk, b=151)
    assert check("articles") == 1


def test_stale_entries_fail_only_when_asked(
    desk: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are listed apart; pruning drops them."""
    tell(desk, b=150)
    assert check("baseline", "write", "articles") == 0
    assert check("articles") == 0
    tell(desk, b=75)

    assert check("articles") == 0
    assert "stale" in capsys.readouterr().err
    assert check("articles", "--fail-stale") == 1
    assert check("articles/a.txt", "--fail-stale") == 0
    assert check("baseline", "prune", "articles") == 0
    assert check("articles", "--fail-stale") == 0


def test_decisions_of_the_report_are_imported(desk: Path, check: Check) -> None:
    """What was exported from the page is what the gate knows."""
    tell(desk, b=150)
    assert check("articles") == 1
    ident = findings(desk)[0]["id"]
    rows = [{"id": ident, "decision": "accept", "because": "geklärt", "author": "EM"}]
    document = {"schema": "checker-decisions", "version": 1, "decisions": rows}
    (desk / "decisions.json").write_text(json.dumps(document), encoding="utf-8")

    assert check("baseline", "accept", "--decisions", "decisions.json") == 0
    assert check("articles") == 0


def test_only_what_an_edit_brings_fails(desk: Path, check: Check) -> None:
    """The old conflict is there, in other files; the edit did not bring it."""
    tell(desk, b=150)
    git("commit", "-qam", "a conflict goes in")
    text = (desk / "articles/a.txt").read_text(encoding="utf-8")
    (desk / "articles/a.txt").write_text(text + "\nEin harmloser Satz.\n", encoding="utf-8")

    assert check("articles") == 1
    assert check("articles", "--diff", "HEAD") == 0
    tell(desk, a=20)
    assert check("articles", "--diff", "HEAD") == 1
    assert [f["sides"][0]["source"] for f in findings(desk)] == ["a.txt"]  # type: ignore[index]


def test_a_diff_does_as_well_as_a_revision(
    desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also without git, also from stdin."""
    tell(desk, b=150)
    patch = git("diff") + "\n"
    (desk / "change.diff").write_text(patch, encoding="utf-8")
    assert check("articles", "--diff-file", "change.diff") == 1

    (desk / ".git").rename(desk / "no-git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    assert check("articles", "--diff-file", "change.diff") == 1
    assert check("articles", "--diff", "HEAD") == 2
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "articles", "--diff-file", "-"],
        input=patch.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    (desk / "change.diff").write_text(patch.replace("150", "140"), encoding="utf-8")
    assert check("articles", "--diff-file", "change.diff") == 2


def test_an_exception_counts_in_a_draft_only(desk: Path, check: Check) -> None:
    """The same comment in a source has no effect."""
    comment = "<!-- check: allow FIG01 because zwei Telefonate -->\n\n"
    text = HEAD + comment + CALL.format(150) + MORE
    (desk / "articles/b.txt").write_text(text, encoding="utf-8")

    assert check("articles") == 1
    assert check("articles", "--draft", "b.txt") == 0
    assert [f["because"] for f in findings(desk)] == ["zwei Telefonate"]


def test_ctrl_c_is_130_and_leaves_no_report(
    desk: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted run is neither clean, nor has it found anything."""

    def interrupted(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.pipeline.check", interrupted)

    assert check("articles") == 130
    assert not list((desk / "reports").rglob("report.*"))
