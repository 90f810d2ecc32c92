"""The settings in force: the command line over a settings file over the defaults.

The file is looked for upward from the folder the tool is called in, up to the root of the
repository: never beside the sources, because a source may not change how it is checked.  For
every value it is known where it comes from (`check config` prints it).

Floor 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from checker.errors import SettingsError
from checker.settings import Settings
from checker.settings_keys import KEYS, template
from checker.settings_toml import OWN_NAME, Loaded, beside, find_file, load

DEFAULT: Final = "default"
COMMAND_LINE: Final = "command line"
_BASELINE: Final = "checker-baseline.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """What is in force for a run.

    Attributes:
        settings: For the pipeline.
        fail_on: Lowest level that fails: error, warning, info, never.
        show: Lowest level shown.
        formats: Forms of report.
        output: Folder for reports.
        baseline: File of accepted findings; it need not exist.
        fail_stale: Whether stale entries of the baseline fail.
        weights: Source pattern -> 0..1, how early findings about it are shown.
        values: Key -> value, in the order of the commented file.
        origins: Key -> ``default``, ``command line`` or ``checker.toml:12``.
        file: The settings file, None if there is none.
    """

    settings: Settings
    fail_on: str
    show: str
    formats: tuple[str, ...]
    output: Path
    baseline: Path
    fail_stale: bool
    weights: Mapping[str, float]
    values: Mapping[str, object]
    origins: Mapping[str, str]
    file: Path | None


def effective(
    given: Mapping[str, object],
    *,
    start: Path,
    config: Path | None = None,
    cache: Path | None = None,
) -> Effective:
    """Return what is in force: the command line over the file over the defaults.

    Args:
        given: Key -> value from the command line; None means that nothing was said.
        start: Folder to look for a settings file from.
        config: A file named by the user instead.
        cache: Cache folder where nothing is said.

    Raises:
        SettingsError: If the file cannot be read, or holds an unknown key or a value that does
            not fit; names the line.
    """
    if config is not None and not config.is_file():
        raise SettingsError(
            "no such settings file",
            where=str(config),
            remedy="check init writes a commented one",
            code="E211",
        )
    file = config or find_file(start)
    loaded = load(file, start) if file else Loaded({}, {})
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for pattern, key in KEYS.items():
        name = pattern.removesuffix(".*")
        said, kept = given.get(name), loaded.values.get(name)
        values[name] = key.default
        origins[name] = DEFAULT
        if kept is not None or name in loaded.values:
            values[name], origins[name] = kept, loaded.origins[name]
        if said is None:
            continue
        if key.adds and kept:
            values[name] = (*cast("tuple[str, ...]", kept), *cast("tuple[str, ...]", said))
            origins[name] += f", {COMMAND_LINE}"
        else:
            values[name], origins[name] = said, COMMAND_LINE
    if origins["cache"] == DEFAULT:
        values["cache"] = cache
    if values["baseline"] is None:
        values["baseline"] = beside(file, start, _BASELINE)
    return _assembled(values, origins, file)


def _assembled(values: Mapping[str, Any], origins: dict[str, str], file: Path | None) -> Effective:
    """Return the values in the shapes the pipeline and the command line want."""
    publishers = values["publishers"]
    cache = values["cache"]
    settings = Settings(
        model=values["model"],
        revision=values["revision"],
        judge=values["judge"],
        lang=values["lang"],
        ui_lang=values["ui-lang"],
        rules=tuple(Path(p) for p in values["rules"]),
        levels=dict(values["levels"]),
        drafts=tuple(values["drafts"]),
        exclude=(*values["exclude"], *_own_reports(values["output"])),
        include_furniture=values["include-furniture"],
        max_file_size=values["limits.max-file-size"],
        max_files=values["limits.max-files"],
        timeout_per_file=values["limits.timeout-per-file"],
        cache=None if cache is None else Path(cache),
        jobs=values["jobs"],
        publishers={p: str(who["name"]) for p, who in publishers.items() if "name" in who},
    )
    return Effective(
        settings=settings,
        fail_on=str(values["fail-on"]),
        show=str(values["show"]),
        formats=tuple(values["formats"]),
        output=Path(values["output"]),
        baseline=Path(values["baseline"]),
        fail_stale=bool(values["fail-stale"]),
        weights={p: float(who["weight"]) for p, who in publishers.items() if "weight" in who},
        values=values,
        origins=origins,
        file=file,
    )


def _own_reports(output: str) -> tuple[str, ...]:
    """Return the pattern of our own reports: quoting every source, they are none themselves."""
    folder = Path(output)
    if folder.is_absolute() or ".." in folder.parts or folder == Path():
        return ()
    return (f"{folder.as_posix()}/*",)


__all__ = ["COMMAND_LINE", "DEFAULT", "OWN_NAME", "Effective", "effective", "find_file", "template"]
