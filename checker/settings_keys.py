"""Every key a settings file may hold: what it takes, its default, what it is for.

Values that do not fit raise `ValueError` with want and have; the place in the file is added by
`settings_file`.

Floor 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

LEVELS: Final = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        name: Dotted, as written ("limits.max-files"); a name that ends in ``.*`` stands for a
            table with keys of the user's own.
        read: Turns the value in the file into ours, or raises `ValueError`.
        default: The value where nothing is said.
        example: A value in TOML for the commented file.
        help: What it is for, one line.
        adds: Whether a value on the command line adds to the file's instead of replacing it.
    """

    name: str
    read: Callable[[object], object]
    default: object
    example: str
    help: str
    adds: bool = False


def shown(value: object) -> str:
    """Return a value as it may stand in TOML, shortened for a message."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def choice(*known: str) -> Callable[[object], object]:
    """Return a reader of one of several words."""

    def read(value: object) -> object:
        if value in known:
            return value
        raise ValueError(f"want one of {', '.join(known)}, got {shown(value)}")

    return read


def text(value: object) -> object:
    """Read a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f'want a text such as "…", got {shown(value)}')


def texts(value: object) -> object:
    """Read a list of texts; a single text is a list of one."""
    items = [value] if isinstance(value, str) else value
    if isinstance(items, list) and all(isinstance(i, str) and i.strip() for i in items):
        return tuple(items)
    raise ValueError(f'want a list of texts such as ["…"], got {shown(value)}')


def patterns(value: object) -> object:
    """Read a list of patterns of relative paths."""
    found = texts(value)
    assert isinstance(found, tuple)
    for pattern in found:
        pattern_of(pattern)
    return found


def pattern_of(pattern: str) -> str:
    """Return a pattern after looking for what can never match a relative POSIX path."""
    if pattern.startswith("/") or "\\" in pattern:
        raise ValueError(f"want a relative path with / in a pattern, got {shown(pattern)}")
    if pattern.count("[") > pattern.count("]"):
        raise ValueError(f"want a ] after [ in a pattern, got {shown(pattern)}")
    return pattern


def words(value: object) -> object:
    """Read a list of words, or one text with commas between them."""
    if isinstance(value, str):
        value = [word.strip() for word in value.split(",") if word.strip()]
    return texts(value)


def flag(value: object) -> object:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise ValueError(f"want true or false, got {shown(value)}")


def whole(least: int) -> Callable[[object], object]:
    """Return a reader of whole numbers from `least` on."""

    def read(value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        raise ValueError(f"want a whole number, {least} or more, got {shown(value)}")

    return read


def seconds(value: object) -> object:
    """Read a time span in seconds."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < 10**9:
        return float(value)
    raise ValueError(f"want seconds above 0, got {shown(value)}")


def folder_or_off(value: object) -> object:
    """Read a folder, or false for none."""
    return None if value is False else text(value)


def publisher(value: object) -> object:
    """Read who a source belongs to: a name, or a table with name and weight."""
    if isinstance(value, str):
        return {"name": text(value)}
    if not isinstance(value, Mapping) or not value:
        raise ValueError(f'want "Name" or {{ name = "Name", weight = 0.5 }}, got {shown(value)}')
    strange = sorted(set(value) - {"name", "weight"})
    if strange:
        raise ValueError(f"want name and weight, got {', '.join(strange)}")
    weight = value.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight <= 1:
        raise ValueError(f"want a weight from 0 to 1, got {shown(weight)}")
    found: dict[str, object] = {"weight": float(weight)} if "weight" in value else {}
    return found | ({"name": text(value["name"])} if "name" in value else {})


_ALL: Final = (
    Key(
        "fail-on",
        choice(*LEVELS, "never"),
        "error",
        '"error"',
        "lowest level that fails the gate: error, warning, info, never",
    ),
    Key(
        "show",
        choice(*LEVELS),
        "warning",
        '"warning"',
        "lowest level shown on the terminal and in Markdown; has no say in the exit status",
    ),
    Key(
        "formats",
        words,
        ("terminal", "html", "md", "json"),
        '["terminal", "html", "md", "json"]',
        "forms of report: also csv, sarif, github, gitlab, rdjson",
    ),
    Key("output", text, "reports", '"reports"', "folder for reports, relative to this file"),
    Key("lang", text, None, '"de"', "language of all sources; left out: read from each"),
    Key("ui-lang", choice("de", "en"), None, '"de"', "language of the reports: de, en"),
    Key(
        "drafts",
        patterns,
        (),
        '["drafts/*"]',
        "files under review; only there <!-- check: allow FIG01 because … --> counts",
        adds=True,
    ),
    Key("exclude", patterns, (), '["archive/*"]', "paths not to read", adds=True),
    Key("include-furniture", flag, False, "false", "whether marked furniture is read for claims"),
    Key("rules", texts, (), '["our-rules"]', "folders with rules of your own", adds=True),
    Key(
        "baseline",
        text,
        None,
        '"checker-baseline.json"',
        "accepted findings; left out: the file of this name beside this one, if there is one",
    ),
    Key(
        "fail-stale", flag, False, "false", "whether accepted findings that are gone fail the gate"
    ),
    Key(
        "model", text, None, '"./models/our-model"', "sentence-transformers model: path or hub name"
    ),
    Key("revision", text, None, '"86741b4"', "pinned revision of a hub model"),
    Key("judge", text, None, '"./models/our-judge"', "NLI cross-encoder for a second reading"),
    Key("cache", folder_or_off, None, '".checker-cache"', "folder for vectors, or false for none"),
    Key("jobs", whole(0), 0, "0", "threads for embedding; 0: all cores"),
    Key(
        "limits.max-file-size",
        whole(1),
        20_000_000,
        "20_000_000",
        "bytes; larger files are skipped",
    ),
    Key("limits.max-files", whole(1), 100_000, "100_000", "more files than this stop the run"),
    Key("limits.timeout-per-file", seconds, 60.0, "60", "seconds after which a file is given up"),
    Key("levels.*", choice(*LEVELS, "off"), {}, 'FIG01 = "warning"', "level of a rule, or off"),
    Key(
        "publishers.*",
        publisher,
        {},
        '"afp-*" = { name = "AFP", weight = 0.5 }',
        "who sources belong to (one name, one witness) and how early their findings are shown",
    ),
)

#: Name -> key, in the order of the commented file.
KEYS: Final[Mapping[str, Key]] = {key.name: key for key in _ALL}
#: Tables with keys of their own, or of the user's.
TABLES: Final = tuple(dict.fromkeys(k.partition(".")[0] for k in KEYS if "." in k))


def template() -> str:
    """Return a commented settings file in which every line is off and shows its default."""
    lines = [
        "# Settings of checker; every line shows a default or an example. `check config` prints",
        "# what is in force and where it comes from. In pyproject.toml: [tool.checker].",
        "",
    ]
    table = ""
    for key in _ALL:
        head, _, rest = key.name.rpartition(".")
        if head != table:
            table = head
            lines += ["", f"[{head}]"]
        name = "" if rest == "*" else f"{rest} = "
        lines += [f"# {key.help}", f"# {name}{key.example}"]
    return "\n".join(lines) + "\n"
