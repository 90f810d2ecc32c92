"""The furniture words of all languages, compiled once.

A page often mixes languages (an English footer under a German article), so notices are looked up
in all languages at once; only by-lines and datelines depend on the article's own.

Floor 3 (read).  Sources: ``rules/language/<code>*.toml``, table ``furniture``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.language.data import language_data, languages

#: Reasons whose tables hold whole / start / anywhere / end phrases, in the order they are tried.
NOTICES: Final = (
    "cookie-notice", "ad-blocker", "subscription", "ai-notice", "teaser", "share", "contact",
    "footer", "credit", "note", "navigation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notices:
    """Phrases of one reason, lower case; `leads` are the starts without their colons."""

    reason: str
    whole: frozenset[str]
    start: tuple[str, ...]
    leads: tuple[str, ...]
    end: tuple[str, ...]
    anywhere: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Furniture words of all languages together."""

    notices: tuple[Notices, ...]
    site_strong: frozenset[str]
    site_weak: frozenset[str]
    site_self: tuple[str, ...]
    address: frozenset[str]
    picture_agencies: tuple[str, ...]
    caption_start: tuple[str, ...]
    caption_credit: tuple[str, ...]
    byline_start: tuple[str, ...]
    byline_inside: tuple[str, ...]
    between: frozenset[str]
    roles: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    labels: frozenset[str]
    updated: frozenset[str]
    function_words: Mapping[str, frozenset[str]]


@cache
def words() -> Words:
    """Return the furniture words of all known languages."""
    tables = [(lang, _furniture(lang)) for lang in languages()]
    tables = [(lang, table) for lang, table in tables if table]
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for _, table in tables:
        date = table.get("dateline", {})
        months |= _numbered(date.get("months", ()), first=1) | _numbered(
            date.get("short", ()), first=1
        )
        weekdays |= _numbered(date.get("weekdays", ()), first=0)
    return Words(
        notices=tuple(_notices(reason, [table for _, table in tables]) for reason in NOTICES),
        site_strong=_all(tables, "site", "strong"),
        site_weak=_all(tables, "site", "weak"),
        site_self=tuple(sorted(_all(tables, "site", "self"))),
        address=_all(tables, "site", "address"),
        picture_agencies=tuple(sorted(_all(tables, "credit", "agencies"))),
        caption_start=tuple(sorted(_all(tables, "caption", "start"))),
        caption_credit=tuple(sorted(_all(tables, "caption", "credit"), key=lambda w: (-len(w), w))),
        byline_start=tuple(sorted(_all(tables, "byline", "start"), key=lambda w: (-len(w), w))),
        byline_inside=tuple(sorted(_all(tables, "byline", "inside"))),
        between=_all(tables, "byline", "between"),
        roles=_all(tables, "byline", "roles"),
        months=months,
        weekdays=weekdays,
        labels=_all(tables, "dateline", "labels"),
        updated=_all(tables, "dateline", "updated"),
        function_words={lang: frozenset(table.get("function_words", ())) for lang, table in tables},
    )


def fold(text: str) -> str:
    """Return a line as phrases are compared: lower case, single blanks, straight apostrophes."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("\u00ad", "")).strip().lower()


def _furniture(lang: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = language_data(lang).get("furniture", {})
    return table


def _all(tables: list[tuple[str, Mapping[str, Any]]], table: str, key: str) -> frozenset[str]:
    return frozenset(word for _, data in tables for word in data.get(table, {}).get(key, ()))


def _notices(reason: str, tables: list[Mapping[str, Any]]) -> Notices:
    found = [table.get(reason, {}) for table in tables]

    def phrases(key: str) -> tuple[str, ...]:
        return tuple(sorted({word for table in found for word in table.get(key, ())}))

    return Notices(
        reason,
        frozenset(phrases("whole")),
        phrases("start"),
        tuple(sorted({phrase.rstrip(":") for phrase in phrases("start")})),
        phrases("end"),
        phrases("anywhere"),
    )


def _numbered(names: list[str], *, first: int) -> dict[str, int]:
    """Return name -> number; an entry may carry its own number ("sept=9")."""
    plain = [name for name in names if "=" not in name]
    result = {name: number for number, name in enumerate(plain, first)}
    for entry in names:
        name, equals, own = entry.partition("=")
        if equals:
            result[name] = int(own)
    return result
