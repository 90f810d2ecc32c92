"""Open the data file of a language.

A language is one file, ``rules/language/<code>.toml``: its number words, units, hedges, verbs
of saying, negations, abbreviations.  Readers compile from it what they need, once.

Floor 2 (language).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from checker.errors import SettingsError
from checker.resources import rules_dir


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all known languages, sorted."""
    return tuple(sorted(p.stem for p in (rules_dir() / "language").glob("*.toml")))


@cache
def language_data(lang: str) -> Mapping[str, Any]:
    """Return the tables of a language's data file; treat them as read-only.

    Raises:
        SettingsError: If there is no such language or the file is not TOML.
    """
    if lang not in languages():
        raise SettingsError(
            f"no data for language {lang!r}; known are {', '.join(languages())}",
            remedy="add rules/language/<code>.toml or pass --lang",
        )
    path = rules_dir() / "language" / f"{lang}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"not TOML: {error}", where=str(path), remedy="mend the line named"
        ) from error
