"""Read a settings file: find it, parse it, and say of every fault which line it is in.

An unknown key is an error with the nearest name; a misspelt key that is ignored is a gate that is
open.  All faults of a file are told at once.

Floor 1.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from checker.errors import SettingsError
from checker.resources import rules_dir
from checker.settings_keys import KEYS, TABLES, Key, pattern_of

OWN_NAME: Final = "checker.toml"
PROJECT: Final = "pyproject.toml"
_PATHS: Final = ("output", "baseline", "cache", "rules")
#: Names that are a path only if they begin with a dot, else a model of a hub.
_MODELS: Final = ("model", "judge")
_HEADER: Final = re.compile(r"^\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_ENTRY: Final = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w.-])+)\s*=""")
_PART: Final = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file says.

    Attributes:
        values: Key -> value, read.
        origins: Key -> ``checker.toml:12``.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, str]


def find_file(start: Path) -> Path | None:
    """Return the settings file that counts for a folder, None if there is none.

    The nearest folder wins; `checker.toml` wins over `pyproject.toml` in the same one.  The
    search ends at the root of a repository.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / OWN_NAME).is_file():
            return folder / OWN_NAME
        project = folder / PROJECT
        if project.is_file() and _section(_parsed(project), project) is not None:
            return project
        if (folder / ".git").exists():
            return None
    return None


def load(file: Path, start: Path) -> Loaded:
    """Return the values of a file with their lines.

    Args:
        file: `checker.toml`, or `pyproject.toml` with a table ``[tool.checker]``.
        start: Working folder, which paths and places are told relative to.

    Raises:
        SettingsError: If the file cannot be read, or holds an unknown key or a value that does
            not fit; all faults in one.
    """
    document = _parsed(file)
    section = _section(document, file) if file.name == PROJECT else document
    prefix = "tool.checker." if file.name == PROJECT else ""
    lines = dict(_lines(file.read_text(encoding="utf-8-sig")))
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    faults: list[SettingsError] = []
    for name, value in _flat(section or {}):
        where = f"{_short(file, start)}:{_line(prefix + name, lines)}"
        try:
            key, own = _key(name, where)
            found = key.read(value)
            if name in _PATHS or name in _MODELS:
                found = _placed(found, file, start, exact=name in _PATHS)
        except ValueError as error:
            faults.append(SettingsError(f"{name}: {error}", where=where, remedy=_hint(name)))
        except SettingsError as error:
            faults.append(error)
        else:
            if own:
                table = key.name.removesuffix(".*")
                values[table] = values.get(table, {}) | {own: found}
                origins.setdefault(table, where)
            else:
                values[name], origins[name] = found, where
    faults += _unknown_rules(values, lines, prefix, file, start)
    if faults:
        first, *others = faults
        also = "".join(f"\n  also: {e.where}: {e.message}" for e in others)
        raise SettingsError(
            first.message, where=first.where, remedy=first.remedy + also, code=first.code
        )
    return Loaded(values, origins)


def _key(name: str, where: str) -> tuple[Key, str]:
    """Return the key of a name and, for a table of the user's own keys, the user's part."""
    if name in KEYS:
        return KEYS[name], ""
    table, _, own = name.partition(".")
    if own and f"{table}.*" in KEYS:
        if table == "publishers":
            pattern_of(own)
        return KEYS[f"{table}.*"], own
    known = [*(k for k in KEYS if not k.endswith(".*")), *TABLES]
    near = get_close_matches(name.replace("_", "-"), known, n=1, cutoff=0.5)
    raise SettingsError(
        f"no setting named {name!r}",
        where=where,
        remedy=f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}",
        code="E210",
    )


def _hint(name: str) -> str:
    key = KEYS.get(name) or KEYS.get(name.partition(".")[0] + ".*")
    return f"for example: {key.example}" if key else "check init writes a commented file"


def _unknown_rules(
    values: Mapping[str, Any], lines: Mapping[str, int], prefix: str, file: Path, start: Path
) -> list[SettingsError]:
    """Return a fault per level given to a rule that is not there."""
    folders = [rules_dir(), *(start / p for p in values.get("rules", ()))]
    known = sorted({p.stem for folder in folders for p in folder.glob("*.toml")})
    faults = []
    for rule in values.get("levels", {}):
        if known and rule not in known:
            near = get_close_matches(rule.upper(), known, n=1, cutoff=0.5)
            faults.append(
                SettingsError(
                    f"no rule named {rule!r}",
                    where=f"{_short(file, start)}:{_line(f'{prefix}levels.{rule}', lines)}",
                    remedy=f"did you mean {near[0]!r}?" if near else "check rules lists them",
                    code="E210",
                )
            )
    return faults


def _flat(section: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield dotted names and values; the tables of `TABLES` are opened, others are not."""
    for name, value in section.items():
        if name in TABLES and isinstance(value, dict):
            for below, inner in value.items():
                yield f"{name}.{below}", inner
        else:
            yield name, value


def _parsed(path: Path) -> Mapping[str, Any]:
    """Return the TOML of a file.

    Raises:
        SettingsError: If it cannot be read or is no TOML.
    """
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = f":{at[1]}:{at[2]}" if at else f":{text.rstrip().count(chr(10)) + 1}"
        message = re.sub(r"\s*\(at [^)]*\)$", "", str(error))
        raise SettingsError(
            f"not TOML: {message[:1].lower()}{message[1:]}",
            where=f"{path}{place}",
            remedy='mend the line; texts stand in "…", lists in [ ]',
            code="E212",
        ) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8 text that can be read as TOML"
        raise SettingsError(
            f"cannot read the settings: {why}",
            where=str(path),
            remedy="make it readable and save it as UTF-8, or name another with --config",
            code="E212",
        ) from error


def _section(document: Mapping[str, Any], path: Path) -> Mapping[str, Any] | None:
    tool = document.get("tool")
    section = tool.get("checker") if isinstance(tool, dict) else None
    if section is None or isinstance(section, dict):
        return section
    raise SettingsError(
        "want a table [tool.checker]", where=str(path), remedy="write [tool.checker]", code="E212"
    )


def _placed(value: object, file: Path, start: Path, *, exact: bool) -> object:
    """Return paths meant relative to the settings file, as seen from the working folder.

    Args:
        value: A path or several.
        file: The settings file.
        start: Working folder.
        exact: Whether every value is a path; else only those that begin with a dot are.
    """
    if isinstance(value, tuple):
        return tuple(_placed(item, file, start, exact=exact) for item in value)
    if not isinstance(value, str) or not (exact or value.startswith(".")):
        return value
    return str(beside(file, start, value))


def beside(file: Path | None, start: Path, name: str) -> Path:
    """Return a path meant relative to the settings file, as seen from the working folder."""
    folder = file.absolute().parent if file else start.absolute()
    if Path(name).is_absolute() or folder == start.absolute():
        return Path(name)
    try:
        return Path(os.path.relpath(folder / name, start))
    except ValueError:  # another drive
        return folder / name


def _short(file: Path, start: Path) -> str:
    return beside(file, start, file.name).as_posix()


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield dotted names with the line they stand in; for messages only."""
    table = ""
    seen = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _dotted(header[1]) + "."
            name = table[:-1]
        elif entry := _ENTRY.match(line):
            name = table + _dotted(entry[1])
        else:
            continue
        if name not in seen:
            seen.add(name)
            yield name, number


def _dotted(name: str) -> str:
    return ".".join(a or b or c for a, b, c in _PART.findall(name))


def _line(name: str, lines: Mapping[str, int]) -> int:
    """Return the line of a name, or of the nearest table around it."""
    while name not in lines and "." in name:
        name = name.rpartition(".")[0]
    return lines.get(name, 1)
