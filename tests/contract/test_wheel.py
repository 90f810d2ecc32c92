"""The wheel holds all it needs and works where the checkout is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.install


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and sdist; return their folder."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "-o", str(out), str(ROOT)], check=True)
    return out


def test_wheel_and_sdist_hold_rules_and_languages(built: Path) -> None:
    """No rule or language file is left behind."""
    rules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "rules").rglob("*.toml")}
    wheel = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        sdist = archive.getnames()

    assert rules
    assert {f"checker/_{r}" for r in rules} <= set(wheel)
    assert rules <= {n.split("/", 1)[1] for n in sdist if "/" in n}
    assert {n.split("/")[0] for n in wheel if ".dist-info" not in n} == {"checker"}


def test_installed_wheel_checks_articles(built: Path, tmp_path: Path) -> None:
    """Installed elsewhere, in an empty folder, `check` does its whole job."""
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    wheel = next(built.glob("*.whl"))
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True)
    # the dependencies of this environment, without its own copy of the project: a plain path
    # in a .pth file is added to sys.path, but the .pth files inside it are not read
    site = next(home.glob("lib/python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    work = tmp_path / "work"
    (work / "articles").mkdir(parents=True)
    for name, minutes in (("a", "75"), ("b", "150")):
        (work / "articles" / f"{name}.txt").write_text(
            "Kanzlerin Berg telefoniert mit Oduya\n16. Februar 2026\n\n"
            f"Das Telefonat von Kanzlerin Berg mit Präsident Oduya am Montag dauerte {minutes} "
            "Minuten.\n",
            encoding="utf-8",
        )
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    env["CHECKER_CACHE"] = str(tmp_path / "cache")

    done = subprocess.run(
        [home / "bin" / "check", "articles"],
        cwd=work,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stdout + done.stderr
    report = json.loads((work / "reports" / "articles" / "report.json").read_text("utf-8"))
    assert [f["type"] for f in report["findings"] if f["level"] == "error"] == ["figure-conflict"]
    where = subprocess.run(
        [python, "-c", "import checker; print(checker.__file__)"],
        env=env,
        cwd=work,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(home) in where
