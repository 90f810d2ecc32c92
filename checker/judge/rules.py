"""Read the rules: files that name a comparer, its settings, a level and the words.

A rule is data that speaks.  Whoever writes one should learn of every mistake in one run,
with the line it stands in, so faults are gathered before anything is raised.

Floor 4 (judge).
"""

from __future__ import annotations

import difflib
import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from checker.compare import Comparer, comparers
from checker.errors import SettingsError
from checker.model import NOTHING, Level, Phrase
from checker.resources import rules_dir
from checker.settings import Settings

#: The types a finding may have; `DESIGN` principle 4 and within-source headlines.
TYPES = (
    "attribution-lost", "copied", "disputed", "figure-conflict", "name-conflict",
    "place-conflict", "polarity-conflict", "quote-conflict", "role-conflict", "self-conflict",
    "superseded", "time-conflict", "unsupported", "vaguer",
)  # fmt: skip
_REQUIRED = ("id", "name", "comparer", "type", "level", "since", "message", "remedy", "why",
             "limits", "fires", "silent")  # fmt: skip
_OPTIONAL = ("settings",)
_PHRASES = ("message", "remedy", "why", "limits")
_EXAMPLE_REQUIRED = ("id", "lang", "left")
_EXAMPLE_OPTIONAL = ("right", "says", "left_published", "right_published", "form")
_ID = re.compile(r"[A-Z]{3}\d{2}")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: Fewest examples of each kind a rule brings.
EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Two texts a rule must (or must not) speak up about.

    Attributes:
        id: Reads as a fact ("call-of-two-lengths").
        lang: Language of both.
        left: First text, told of one event together with the second.
        right: Second text; empty for rules that look at one text alone.
        says: The message expected, in `lang`; empty if not compared.
        left_published: When the first was published (ISO 8601), empty if unknown.
        right_published: When the second was.
        form: ``article`` if headline and furniture are looked for as in a file, else empty.
    """

    id: str
    lang: str
    left: str
    right: str = ""
    says: str = ""
    left_published: str = ""
    right_published: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule in force.

    Attributes:
        id: Three capitals and two digits ("FIG01").
        name: Reads well after "allow" ("conflicting-figure").
        comparer: The code that decides.
        type: Type of its findings.
        level: How loudly it speaks when every ground is established; None if switched off.
        since: Version that brought it.
        settings: Settings of the comparer.
        message: One sentence with slots in braces.
        remedy: What to do or to ask.
        why: Why it matters.
        limits: What it cannot know.
        fires: Examples it must fire on.
        silent: Examples it must not fire on.
        path: Where it was read from.
    """

    id: str
    name: str
    comparer: Comparer[Any]
    type: str
    level: Level | None
    since: str
    settings: Any
    message: Phrase
    remedy: Phrase
    why: Phrase
    limits: Phrase
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    path: Path

    def says(self, slots: Iterable[tuple[str, Phrase]]) -> Phrase:
        """Return the message with its slots filled."""
        pairs = tuple(slots)
        return Phrase(
            self.message.de.format_map({k: v.de for k, v in pairs}),
            self.message.en.format_map({k: v.en for k, v in pairs}),
        )


def load_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the built-in rules and those of `settings.rules`, by id.

    Raises:
        SettingsError: If a file breaks the contract; names every fault found.
    """
    faults: list[SettingsError] = []
    rules: dict[str, Rule] = {}
    for folder in (rules_dir(), *settings.rules):
        if not folder.is_dir():
            faults.append(
                SettingsError(
                    f"no folder of rules {folder.name!r}",
                    where=folder.as_posix(),
                    remedy="name a folder with rule files such as ABC01.toml",
                )
            )
            continue
        for path in sorted(folder.glob("*.toml")):
            rule = _RuleFile(path, faults).read()
            if rule is None:
                continue
            if rule.id in rules:
                first = rules[rule.id].path
                faults.append(
                    SettingsError(
                        f"rule {rule.id} was already read from {first.as_posix()}",
                        where=path.as_posix(),
                        remedy="give it an id of its own",
                    )
                )
                continue
            rules[rule.id] = rule
    faults += _unknown_levels(settings.levels, rules)
    if faults:
        raise _gathered(faults)
    return tuple(_levelled(rules[key], settings.levels) for key in sorted(rules))


def _levelled(rule: Rule, levels: Mapping[str, str]) -> Rule:
    """Return the rule at the level the settings give it."""
    if rule.id not in levels:
        return rule
    wanted = levels[rule.id]
    values = {f.name: getattr(rule, f.name) for f in fields(Rule)}
    return Rule(**(values | {"level": None if wanted == "off" else Level(wanted)}))


def _unknown_levels(levels: Mapping[str, str], rules: Mapping[str, Rule]) -> list[SettingsError]:
    found = []
    for key, level in sorted(levels.items()):
        if key not in rules and rules:
            found.append(
                SettingsError(
                    f"no rule {key}; known are {', '.join(sorted(rules))}",
                    remedy=_hint(key, rules) or "check rules lists them",
                )
            )
        if level not in {"error", "warning", "info", "off"}:
            found.append(
                SettingsError(
                    f"level of {key} is error, warning, info or off, got {level!r}",
                    remedy=_hint(level, ("error", "warning", "info", "off")) or "choose one",
                )
            )
    return found


def _gathered(faults: list[SettingsError]) -> SettingsError:
    """Return one error that names all faults."""
    if len(faults) == 1:
        return faults[0]
    lines = [
        f"{f.message}" + (f"\n  --> {f.where}" if f.where else "") + f"\n  help: {f.remedy}"
        for f in faults[1:]
    ]
    first = faults[0]
    rest = "\n".join(lines)
    return SettingsError(
        f"{first.message} (first of {len(faults)} faults)",
        where=first.where,
        remedy=f"{first.remedy}\n{rest}",
    )


def _hint(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else ""


class _RuleFile:
    """One file under examination; faults go to the caller's list."""

    def __init__(self, path: Path, faults: list[SettingsError]) -> None:
        self.path = path
        self.faults = faults
        self.lines: list[str] = []
        self.broken = False

    def fault(self, message: str, *, at: str = "", remedy: str = "mend the line named") -> None:
        """Note a fault at the line that holds `at` (a key or a value)."""
        self.broken = True
        where = self.path.as_posix()
        line = next((n for n, text in enumerate(self.lines, 1) if at and _starts(text, at)), 0)
        line = line or next((n for n, text in enumerate(self.lines, 1) if at and at in text), 0)
        if line:
            column = self.lines[line - 1].find(at) + 1
            where += f":{line}:{column}"
        self.faults.append(SettingsError(message, where=where, remedy=remedy))

    def read(self) -> Rule | None:
        """Return the rule, or None if a fault was noted."""
        try:
            text = self.path.read_text(encoding="utf-8")
            self.lines = text.split("\n")
            data = tomllib.loads(text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.fault(f"not a readable rule file: {error}")
            return None
        self._keys(data, _REQUIRED, _OPTIONAL, "")
        if self.broken:
            return None
        self._word(data, "id", _ID, "three capitals and two digits such as FIG01")
        self._word(data, "name", _NAME, "small letters and hyphens")
        self._word(data, "since", re.compile(r"\d+\.\d+\.\d+"), "a version such as 0.1.0")
        self._choice(data, "type", TYPES)
        self._choice(data, "level", ("error", "warning", "info"))
        comparer = self._comparer(data)
        phrases = {key: self._phrase(data, key, comparer) for key in _PHRASES}
        settings = self._settings(data, comparer) if comparer else None
        fires, silent = self._examples(data, "fires"), self._examples(data, "silent")
        if self.broken or comparer is None:
            return None
        return Rule(
            id=data["id"],
            name=data["name"],
            comparer=comparer,
            type=data["type"],
            level=Level(data["level"]),
            since=data["since"],
            settings=settings,
            fires=fires,
            silent=silent,
            path=self.path,
            **phrases,
        )

    def _keys(
        self,
        table: Mapping[str, Any],
        required: tuple[str, ...],
        optional: tuple[str, ...],
        of: str,
    ) -> None:
        for key in table:
            if key not in required and key not in optional:
                self.fault(
                    f"no key {key!r}{of}; known are {', '.join(sorted(required + optional))}",
                    at=key,
                    remedy=_hint(key, required + optional) or "leave it out",
                )
        for key in required:
            if key not in table:
                self.fault(f"key {key!r} is missing{of}", remedy=f"add {key}")

    def _word(self, data: Mapping[str, Any], key: str, form: re.Pattern[str], want: str) -> None:
        value = data[key]
        if not isinstance(value, str) or not form.fullmatch(value):
            self.fault(f"{key} is {want}, got {value!r}", at=key, remedy=f"write {want}")

    def _choice(self, data: Mapping[str, Any], key: str, known: tuple[str, ...]) -> None:
        value = data[key]
        if value not in known:
            self.fault(
                f"{key} is one of {', '.join(known)}, got {value!r}",
                at=key,
                remedy=_hint(str(value), known) or "choose one of them",
            )

    def _comparer(self, data: Mapping[str, Any]) -> Comparer[Any] | None:
        name, known = data["comparer"], comparers()
        if name in known:
            return known[name]
        self.fault(
            f"no comparer named {name!r}; known are {', '.join(known)}",
            at="comparer",
            remedy=_hint(str(name), known) or "name one of them",
        )
        return None

    def _phrase(self, data: Mapping[str, Any], key: str, comparer: Comparer[Any] | None) -> Phrase:
        table = data[key]
        if not isinstance(table, dict):
            self.fault(f"[{key}] is a table with de and en", at=key)
            return NOTHING
        words: dict[str, str] = {}
        for lang in ("de", "en"):
            text = table.get(lang)
            if not isinstance(text, str) or not text.strip():
                self.fault(f"[{key}] has no wording in {lang!r}", at=f"[{key}]", remedy="write it")
                text = ""
            words[lang] = " ".join(text.split())
        for lang in sorted(set(table) - {"de", "en"}):
            self.fault(f"[{key}] knows de and en, got {lang!r}", at=lang, remedy="leave it out")
        if key == "message" and comparer is not None:
            self._slots(words, comparer)
        return Phrase(words["de"], words["en"])

    def _slots(self, words: Mapping[str, str], comparer: Comparer[Any]) -> None:
        used: dict[str, set[str]] = {}
        for lang, text in words.items():
            try:
                parts = [slot for _, slot, _, _ in string.Formatter().parse(text)]
            except ValueError as error:
                self.fault(f"message in {lang!r} has a stray brace: {error}", at=text[:20])
                return
            used[lang] = {slot for slot in parts if slot is not None}
            for slot in sorted(used[lang] - set(comparer.slots)):
                self.fault(
                    f"no slot {slot!r}; comparer {comparer.name!r} fills "
                    f"{', '.join(comparer.slots) or 'none'}",
                    at="{" + slot + "}",
                    remedy=_hint(slot, comparer.slots) or "leave it out",
                )

    def _settings(self, data: Mapping[str, Any], comparer: Comparer[Any]) -> Any:
        table = data.get("settings", {})
        known = {f.name: f for f in fields(comparer.settings)}
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                self.fault(
                    f"no setting {key!r}; comparer {comparer.name!r} has "
                    f"{', '.join(sorted(known)) or 'none'}",
                    at=key,
                    remedy=_hint(key, known) or "leave it out",
                )
                continue
            try:
                values[key] = _typed(value, str(known[key].type))
            except (ValueError, InvalidOperation):
                self.fault(f"{key} is a {known[key].type}, got {value!r}", at=key)
        try:
            return comparer.settings(**values)
        except ValueError as error:
            key = str(error).split(" ", 1)[0]
            self.fault(str(error), at=key)
            return None

    def _examples(self, data: Mapping[str, Any], key: str) -> tuple[Example, ...]:
        found: list[Example] = []
        tables = data[key]
        if not isinstance(tables, list) or len(tables) < EXAMPLES:
            self.fault(
                f"[[{key}]] has at least {EXAMPLES} examples",
                at=f"[[{key}]]",
                remedy="write examples of your own",
            )
            return ()
        for table in tables:
            before = len(self.faults)
            self._keys(table, _EXAMPLE_REQUIRED, _EXAMPLE_OPTIONAL, f" in [[{key}]]")
            if len(self.faults) > before:
                continue
            if not all(isinstance(v, str) for v in table.values()):
                self.fault(f"[[{key}]] holds texts in quotation marks", at=str(table["id"]))
                continue
            if table["id"] in {e.id for e in found}:
                self.fault(f"example {table['id']!r} stands twice in [[{key}]]", at=table["id"])
            found.append(Example(**table))
        return tuple(found)


def _starts(line: str, key: str) -> bool:
    """Return whether a line sets `key` or opens its table."""
    return re.match(rf"\s*(?:\[\[?)?{re.escape(key)}\s*(?:\]|=)", line) is not None


def _typed(value: Any, wanted: str) -> Any:
    """Return a TOML value as the type a settings field names.

    Raises:
        ValueError: If the value is of another type.
    """
    if wanted == "Decimal":
        if isinstance(value, str | int) and not isinstance(value, bool):
            return Decimal(value)
        raise ValueError(wanted)
    if wanted.startswith("tuple[str"):
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        raise ValueError(wanted)
    kinds: dict[str, type] = {"int": int, "bool": bool, "str": str, "float": float}
    kind = kinds[wanted]
    if isinstance(value, bool) != (kind is bool) or not isinstance(value, kind):
        raise ValueError(wanted)
    return value
