"""Where the data files live: rules and languages.

A wheel carries them inside the package (`checker/_rules`), a checkout beside it
(`rules/`); an editable install has only the latter.

Floor 1.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checker.errors import SettingsError


@cache
def rules_dir() -> Path:
    """Return the folder of the built-in rules.

    Raises:
        SettingsError: If the installation lacks it.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "_rules", here.parent / "rules"):
        if (place / "language").is_dir():
            return place
    raise SettingsError(
        "the built-in rules are missing from this installation",
        where=str(here / "_rules"),
        remedy="install again: python -m pip install --force-reinstall cross-source-checker",
    )
