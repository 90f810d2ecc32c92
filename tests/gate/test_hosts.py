"""Where reviews happen: each host's file is run as the host would run it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / ".github/actions/checker"
HEAD = "Kanzlerin Berg telefoniert mit Oduya\n16. Februar 2026\n\n"
CALL = "Das Telefonat von Kanzlerin Berg mit Präsident Oduya am Montag dauerte {} Minuten.\n"
#: Stands in for the installed program where only the scripts around it are tested.
MAIN = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from checker.cli.app import main; main()"


def yaml(path: Path) -> Any:
    """Return what a YAML file says."""
    module = pytest.importorskip("yaml", reason="PyYAML is not installed")
    return module.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a repository with a branch that brings a conflict."""
    root = tmp_path / "desk"
    (root / "die artikel").mkdir(parents=True)
    for name in "ab":
        tell(root, name, 75)
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Erika Muster")
    git(root, "config", "user.email", "erika@example.org")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "first")
    git(root, "switch", "-q", "-c", "branch")
    tell(root, "b", 150)
    git(root, "commit", "-q", "-am", "second")
    return root


def tell(root: Path, name: str, minutes: int) -> None:
    (root / "die artikel" / f"{name}.txt").write_text(HEAD + CALL.format(minutes), encoding="utf-8")


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """Return an environment without what this machine would put in."""
    foreign = ("GIT_", "GITHUB_", "CHECKER_", "PIP_", "PRE_COMMIT", "PYTHON", "VIRTUAL_ENV")
    env = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return env | {"CHECKER_CACHE": str(tmp_path / "cache")} | more


def git(root: Path, *args: str) -> str:
    return subprocess.run(
        ["git", "-C", str(root), *args], check=True, capture_output=True, text=True
    ).stdout.strip()


def program(folder: Path) -> Path:
    """Put a program named check into a folder, as an installation would."""
    folder.mkdir(parents=True)
    target = folder / "check"
    target.write_text(f"#!{sys.executable}\n{MAIN}\n", encoding="utf-8")
    target.chmod(0o755)
    return target


def action_step(name: str) -> Mapping[str, Any]:
    steps = yaml(ACTION / "action.yml")["runs"]["steps"]
    return next(step for step in steps if step["name"] == name)


def run_step(name: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does: its shell, its environment, nothing pasted in."""
    step = action_step(name)
    assert "${{" not in step["run"]
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=cwd,
        env={**env, "GITHUB_ACTION_PATH": str(ACTION)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_pastes_no_input_into_a_script_and_calls_nobody() -> None:
    """Inputs reach the scripts as variables; there is nothing to pin."""
    action = yaml(ACTION / "action.yml")

    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"]
        assert all(v.startswith("${{ inputs.") for v in step["env"].values())
    for pin in re.findall(r"uses: actions/\S+", (ACTION / "action.yml").read_text("utf-8")):
        assert re.search(r"@[0-9a-f]{40}$", pin)


@pytest.mark.skipif(os.name != "posix", reason="the steps are run with this machine's bash")
def test_the_action_fails_a_pull_request_that_brings_a_conflict(desk: Path, tmp_path: Path) -> None:
    """As in a pull request: a test merge is checked out, the base is a commit."""
    program(tmp_path / "runner/checker/bin")
    outputs = tmp_path / "outputs"
    env = environment(
        tmp_path,
        RUNNER_TEMP=str(tmp_path / "runner"),
        GITHUB_OUTPUT=str(outputs),
        GITHUB_ACTIONS="true",
        CHECKER_PATHS="die artikel\n",
        CHECKER_BASE=git(desk, "rev-parse", "main"),
        CHECKER_FORMATS="github,json",
        CHECKER_OUTPUT="out",
        CHECKER_FAIL_ON="",
    )

    done = run_step("Check", desk, env)

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=")
    assert outputs.read_text(encoding="utf-8") == "status=1\n"
    assert (desk / "out/die-artikel/report.json").is_file()
    assert run_step("Check", desk, {**env, "CHECKER_FAIL_ON": "never"}).returncode == 0
    assert run_step("Check", desk, {**env, "CHECKER_BASE": "0" * 40}).returncode == 2
    harmless = {**env, "CHECKER_BASE": "HEAD", "CHECKER_PATHS": "--help\ndie artikel"}
    assert run_step("Check", desk, harmless).returncode == 2  # a path, never an option


@pytest.mark.skipif(os.name != "posix", reason="the script is run with this machine's shell")
@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_gitlab_job_fails_a_merge_request_that_brings_a_conflict(
    desk: Path, tmp_path: Path, shell: str
) -> None:
    """Its script lines joined, as the runner joins them."""
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    job = yaml(ROOT / ".gitlab/checker.yml")["checker"]
    variables = {k: str(v) for k, v in job["variables"].items()}
    bin_folder = program(tmp_path / "bin").parent
    env = environment(tmp_path, **variables)
    env |= {"PATH": f"{bin_folder}{os.pathsep}{env['PATH']}", "CHECKER_PATHS": "die artikel"}
    env |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(desk, "rev-parse", "main")}

    done = subprocess.run(
        [shell, "-e", "-c", "\n".join(job["script"])],
        cwd=desk,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    after = subprocess.run(
        [shell, "-e", "-c", "\n".join(job["after_script"])], cwd=desk, env=env, check=False
    )

    assert done.returncode == 1, done.stderr
    assert after.returncode == 0
    assert (desk / job["artifacts"]["reports"]["codequality"]).is_file()


def test_the_hook_reads_the_whole_set() -> None:
    """A conflict lies between two files, so no names are passed."""
    (hook,) = yaml(ROOT / ".pre-commit-hooks.yaml")

    assert hook["id"] == "checker"
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    assert hook["stages"] == ["pre-commit", "pre-merge-commit", "pre-push", "manual"]
    assert re.search(hook["files"], "articles/über uns.md")
    assert re.search(hook["files"], "checker-baseline.json")
    assert not re.search(hook["files"], "checker/cli/app.py")


def dependencies(folder: Path) -> Path:
    """Return a folder with the packages of this environment, without this project and pip.

    The hook's own environment finds them in place, so that nothing large is downloaded.
    """
    folder.mkdir()
    own = ("cross_source_checker", "__editable__", "_editable", "pip", "checker")
    for place in Path(sysconfig.get_path("purelib")).iterdir():
        if not place.name.startswith(own) and place.suffix != ".pth":
            (folder / place.name).symlink_to(place)
    return folder


@pytest.mark.install
def test_the_hook_works_from_a_clean_clone(desk: Path, tmp_path: Path) -> None:
    """`pre-commit try-repo` installs the hook from this repository and runs it."""
    if importlib.util.find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    env = environment(
        tmp_path,
        PRE_COMMIT_HOME=str(tmp_path / "pre-commit"),
        PYTHONPATH=str(dependencies(tmp_path / "dependencies")),
    )
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "checker", "--all-files"]

    done = subprocess.run(command, cwd=desk, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "150" in done.stdout
    assert "FIG01" in done.stdout


@pytest.mark.install
@pytest.mark.skipif(os.name != "posix", reason="the steps are run with this machine's bash")
def test_the_action_installs_the_commit_it_is_at(tmp_path: Path) -> None:
    """No version on an index is needed; the program lies where the next step looks for it."""
    env = environment(
        tmp_path,
        RUNNER_TEMP=str(tmp_path / "runner"),
        CHECKER_PYTHON=sys.executable,
        CHECKER_VERSION="",
        PYTHONPATH=str(dependencies(tmp_path / "dependencies")),
    )
    (tmp_path / "runner").mkdir()

    done = run_step("Install checker", tmp_path, env)

    assert done.returncode == 0, done.stderr
    said = subprocess.run(
        [tmp_path / "runner/checker/bin/check", "--version"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.startswith("checker ")
