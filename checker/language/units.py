"""Units: what they measure, their factor, and how a language writes them.

The table of units belongs to no language (``rules/units/units.toml``); the words stand in the
language's own file.  A unit is looked up right where a number ends, so a lookup is a handful of
dictionary accesses and never a search.

Floor 2 (language).
Sources: SI brochure, 9th ed. (2019); NIST Handbook 44 (2024); ISO 4217.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Final

from checker.language.data import language_data
from checker.model import Kind
from checker.resources import rules_dir

#: Blanks that may stand between a number and its unit; a line break is none of them.
BLANKS: Final = " \u00a0\u202f\u2009"
#: A run of characters a unit may be written with; longer runs are none.
_CHUNK: Final = re.compile(
    r"[^\s\d,;:!?()\[\]{}\"„“”«»–—−+*=<>~&|\\]{1,32}(?:[²³]|(?:(?<=m)|(?<=m\^))[23](?![\d.,]\d|\d)|(?<=ft)2(?!\d))?|\"|&\S"
)
_TWO_DIGITS: Final = re.compile(r"\d{1,2}(?!\w)")
_TRAILING: Final = ".'’"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Attributes:
        id: Its key in the table ("hour", "EUR").
        kind: What it measures.
        canonical: The unit values are given in ("s").
        factor: Canonical units in one of it.
        low: Least canonical units in one of it (a month has 28 to 31 days).
        high: Most.
        signed: Whether values below zero make sense.
        minor: Whether it is the hundredth of a currency.
    """

    id: str
    kind: Kind
    canonical: str
    factor: Decimal
    low: Decimal
    high: Decimal
    signed: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How one language writes units.

    Attributes:
        words: Lower-case wording, one or several words, to unit.
        symbols: Wording to unit, case as given.
        longest: First word to the greatest number of words a wording has that begins with it.
        before: Currency signs and codes that may stand before an amount.
        ids: Unit per id.
    """

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    longest: Mapping[str, int]
    before: Mapping[str, Unit]
    ids: Mapping[str, Unit]
    cache: dict[str, tuple[Unit, int] | None] = field(default_factory=dict)


def forms(notation: str) -> tuple[str, ...]:
    """Return the word forms of "stunde/n/s": stunde, stunden, stundes."""
    stem, *endings = notation.split("/")
    return (stem, *(stem + ending for ending in endings))


@cache
def unit_table() -> Mapping[str, tuple[Unit, tuple[str, ...], tuple[str, ...]]]:
    """Return id -> unit, symbols, symbols of its hundredth, for all units of the table."""
    path = rules_dir() / "units" / "units.toml"
    table: dict[str, tuple[Unit, tuple[str, ...], tuple[str, ...]]] = {}
    for name, group in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for key, row in group["units"].items():
            factor = Decimal(row.get("factor", "1"))
            unit = Unit(
                key,
                Kind(name),
                row.get("canonical") or group.get("canonical", key),
                factor,
                Decimal(row.get("low", factor)),
                Decimal(row.get("high", factor)),
                signed=bool(group.get("signed", False)),
            )
            table[key] = (unit, tuple(row.get("symbols", ())), tuple(row.get("minor", ())))
    return table


def hundredth(unit: Unit) -> Unit:
    """Return the unit of a hundredth of a currency (cent of euro)."""
    part = unit.factor / 100
    return Unit(f"{unit.id}/100", unit.kind, unit.canonical, part, part, part, True, True)


@cache
def unit_words(lang: str) -> UnitWords:
    """Return how a language writes units, compiled from its data file."""
    data: Mapping[str, Any] = language_data(lang)["figures"]
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    ids: dict[str, Unit] = {}
    own: dict[str, Iterable[str]] = {**data.get("units", {}), **data.get("money", {})}
    for key, (unit, signs, minor) in unit_table().items():
        ids[key] = unit
        symbols |= dict.fromkeys(signs, unit)
        symbols |= dict.fromkeys(minor, hundredth(unit))
        for notation in own.get(key, ()):
            words |= dict.fromkeys(forms(notation), unit)
        if unit.kind is Kind.MONEY:
            before |= dict.fromkeys(signs, unit)
            for word in data.get("money_before", {}).get(key, ()):
                before[word] = unit
    words |= _national(data, ids)
    for key, notations in data.get("minor", {}).items():
        part = hundredth(ids[key]) if key != "CENT" else ids[key]
        for notation in notations:
            words |= dict.fromkeys(forms(notation), part)
    for key, row in data.get("coins", {}).items():
        whole = ids[row["currency"]]
        worth = whole.factor * row["hundredths"] / 100
        coin = Unit(key, whole.kind, whole.canonical, worth, worth, worth, True, True)
        for notation in row["words"]:
            words |= dict.fromkeys(forms(notation), coin)
    words |= {wording.replace(" ", "-"): unit for wording, unit in words.items()}
    for key, signs in data.get("symbols", {}).items():
        symbols |= dict.fromkeys(signs, ids[key])
    longest: dict[str, int] = {}
    for wording in (*words, *symbols):
        parts = wording.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return UnitWords(words, symbols, longest, before, ids)


def _national(data: Mapping[str, Any], ids: Mapping[str, Unit]) -> dict[str, Unit]:
    """Return the wordings of currencies with their nation: 100 japanische Yen, Polish zlotys.

    Only adjectives that fit the currency are listed: "namibische Dollar" are not the dollar.
    """
    endings = data.get("nation_endings", [""])
    return {
        f"{stem}{ending} {form}": ids[key]
        for key, stems in data.get("nations", {}).items()
        for notation in data["money"].get(key, ())
        if " " not in notation
        for form in forms(notation)
        for stem in stems
        for ending in endings
    }


def unit_at(text: str, at: int, lang: UnitWords) -> tuple[Unit, int] | None:
    """Return the unit written at `at` (no blank before it) and its end, None if there is none.

    The longest wording wins ("Grad Celsius" before "Grad"); a full stop is taken only if the
    wording has one.
    """
    match = _CHUNK.match(text, at)
    if match is None:
        return None
    first = match[0]
    for chunk in _shorter(first):
        count = lang.longest.get(chunk) or lang.longest.get(chunk.lower())
        if count is None:
            continue
        end = at + len(chunk)
        if count > 1 and (found := _several(text, at, end, count, lang)):
            return found
        unit = _named(chunk, lang)
        if unit is not None and not _runs_on(text, end, chunk):
            return unit, end
    return None


def _shorter(chunk: str) -> tuple[str, ...]:
    """Return the wordings that may be meant, longest first: without final stop, before hyphens."""
    found = [chunk]
    bare = chunk.rstrip(_TRAILING)
    if bare and bare != chunk:
        found.append(bare)
    cut = bare.rfind("-")
    while cut > 0 and len(found) < 5:
        found.append(bare[:cut])
        cut = bare.rfind("-", 0, cut)
    if "/" in bare[1:]:
        found.append(bare[: bare.index("/", 1)])
    return tuple(found)


def _named(wording: str, lang: UnitWords) -> Unit | None:
    return lang.symbols.get(wording) or lang.words.get(wording.lower())


def _runs_on(text: str, end: int, chunk: str) -> bool:
    """Return whether the word goes on, so that the unit is only its beginning."""
    after = text[end : end + 1]
    if after.isdigit() and chunk == "h":  # 1h15
        return False
    if chunk in {"m", "ft"} and _TWO_DIGITS.match(text, end):  # 1m80
        return False
    return (after.isalnum() and chunk[-1].isalnum()) or (after == "'" and chunk == "'")


def _several(text: str, at: int, end: int, count: int, lang: UnitWords) -> tuple[Unit, int] | None:
    """Return a unit of several words that begins at `at`, the longest one."""
    ends = [end]
    for _ in range(count - 1):
        if ends[-1] >= len(text) or text[ends[-1]] not in BLANKS:
            break
        match = _CHUNK.match(text, ends[-1] + 1)
        if match is None:
            break
        ends.append(match.end())
    for stop in reversed(ends[1:]):
        wording = " ".join(text[at:stop].split())
        for cut in (wording, wording.rstrip(_TRAILING)):
            unit = _named(cut, lang)
            if unit is not None:
                return unit, stop - (len(wording) - len(cut))
    return None
