"""What a user must not wait for: help, version and usage errors load nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "polars", "sklearn", "trafilatura")


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["run", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    """`check --help` answers at once because no heavy package is imported."""
    code = (
        "import sys\nfrom checker.cli.app import main\n"
        f"try:\n    main({args!r})\nexcept SystemExit as e:\n    assert not e.code, e.code\n"
        f"print('HEAVY', [m for m in {(*HEAVY, 'HanTa', 'numpy', 'rich')!r} if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("HEAVY []")


def test_importing_the_package_loads_nothing_heavy() -> None:
    """A script may import `checker` without paying for the model."""
    code = f"import sys, checker; print([m for m in {HEAVY!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_exports_are_what_was_promised() -> None:
    """The public surface cannot change by accident."""
    import checker

    assert sorted(checker.__all__) == [
        "CheckerError",
        "Finding",
        "Report",
        "Settings",
        "__version__",
        "check",
        "figures",
    ]
    for name in checker.__all__:
        assert getattr(checker, name) is not None
