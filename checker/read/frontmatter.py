"""Read what a person wrote about an article: front matter, and the sidecar beside a file.

Both override every guess.  Front matter is the block between two lines of ``---`` at the head of
a file; of YAML only ``key: value`` and simple lists are read, which is all that metadata needs
and cannot execute anything.

Floor 3 (read).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from checker.model import Known
from checker.read.reading import Line
from checker.read.walk import SIDECAR

#: Key as people write it -> name of the fact.
_KEYS: Final = {
    "title": "title", "titel": "title", "headline": "title", "publisher": "publisher",
    "herausgeber": "publisher", "medium": "publisher", "site": "publisher",
    "published": "published", "date": "published", "datum": "published", "url": "url",
    "link": "url", "author": "author", "autor": "author", "authors": "author",
    "agency": "agency", "agencies": "agency", "agentur": "agency", "agenturen": "agency",
    "lang": "lang", "language": "lang", "sprache": "lang",
}  # fmt: skip
_PAIR: Final = re.compile(r"(?P<key>[A-Za-z_]{2,20})\s*:(?:\s+(?P<value>.*))?\Z")
_LONGEST: Final = 60
#: A sidecar is small; a larger one is not read.
_SIDECAR_SIZE: Final = 100_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Facts from front matter, its lines as furniture, and where the article begins."""

    facts: Mapping[str, Known] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    end: int = 0
    notices: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text; empty if it has none."""
    if not text.startswith("---\n"):
        return FrontMatter()
    facts: dict[str, Known] = {}
    lines: list[Line] = [Line(start=0, end=3, text="---", reason="front-matter")]
    position, last = 4, ""
    for count, physical in enumerate(text[4:].split("\n")):
        end = position + len(physical)
        if physical.strip():
            lines.append(Line(start=position, end=end, text=physical, reason="front-matter"))
        if physical.rstrip() in {"---", "..."}:
            return FrontMatter(facts, tuple(lines), min(end + 1, len(text)))
        if count > _LONGEST:
            return FrontMatter()
        pair = _PAIR.match(physical)
        item = physical.strip()
        if pair:
            last = _KEYS.get(pair["key"].lower(), "")
            _note(facts, last, pair["value"] or "", position)
        elif item.startswith("- ") and last:
            _note(facts, last, item[2:], position)
        elif item and not physical.startswith((" ", "#", "\t")):
            return FrontMatter()  # a thematic break, not metadata
        position = end + 1
    return FrontMatter()


def read_sidecar(path: Path) -> tuple[dict[str, Known], tuple[str, ...]]:
    """Return facts from ``<name>.meta.json`` beside a file, and notices about it."""
    for place in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
        try:
            if not place.is_file():
                continue
            if place.stat().st_size > _SIDECAR_SIZE:
                return {}, (f"sidecar-unread: larger than {_SIDECAR_SIZE} bytes",)
            found = json.loads(place.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            return {}, (f"sidecar-unread: {type(error).__name__}",)
        if not isinstance(found, dict):
            return {}, ("sidecar-unread: no JSON object",)
        return _facts(found), ()
    return {}, ()


def _facts(found: Mapping[str, object]) -> dict[str, Known]:
    facts: dict[str, Known] = {}
    for key, value in found.items():
        name = _KEYS.get(str(key).lower(), "")
        written = value if isinstance(value, str | int | float) else ""
        if isinstance(value, list):
            written = ", ".join(str(entry) for entry in value)
        if name and str(written).strip():
            facts.setdefault(name, Known(" ".join(str(written).split()), "sidecar"))
    return facts


def _note(facts: dict[str, Known], name: str, value: str, line: int) -> None:
    """Add a value; a list adds to what is there."""
    value = value.strip().strip("\"'").strip("[]")
    if not name or not value:
        return
    if name in facts:
        value = f"{facts[name].value}, {value}"
    facts[name] = Known(value, "front-matter", line, line + 1)
