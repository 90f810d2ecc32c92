"""The baseline as a file, made to be reviewed and merged.

Sorted, one readable line per finding, no line numbers, counts, times of generation or absolute
paths.  What cannot be read is an error that names the line, never an empty list: an empty list
would let everything old fail, or, worse, everything be recorded anew without its reasons.

Floor 4 (judge).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from checker.errors import BaselineError
from checker.judge.baseline import Baseline, Entry, entry_from, sorted_entries

SCHEMA: Final = "checker-baseline"
VERSION: Final = 1
_MARKERS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def read_baseline(path: Path) -> Baseline:
    """Return the entries of a baseline file; empty if there is no such file.

    Raises:
        BaselineError: If it cannot be read, holds conflict markers, broken JSON or entries that do
            not fit, or comes from a newer version; names the line.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BaselineError(
            f"cannot read the baseline: {error.strerror or error}",
            where=str(path),
            remedy="make it readable, or name another with --baseline",
        ) from error
    return parse_baseline(raw, str(path))


def parse_baseline(raw: bytes, where: str) -> Baseline:
    """Return the entries in the bytes of a baseline file.

    Args:
        raw: The bytes.
        where: Path for error messages.

    Raises:
        BaselineError: As `read_baseline`.
    """
    document = parse_document(raw, where, SCHEMA, VERSION)
    text = raw.decode("utf-8-sig")
    rows = document.get("findings")
    if not isinstance(rows, list):
        raise _broken("want a list under 'findings'", f"{where}:{_line_of(text, 'findings')}")
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows, start=1):
        entry = _entry(row, number, text, where)
        known = entries.get(entry.id)
        if known is not None and _decision(known) != _decision(entry):
            raise BaselineError(
                f"{entry.id} stands here twice with different decisions",
                where=f"{where}:{_line_of(text, entry.id, last=True)}",
                remedy="keep the line that is right, delete the other",
                code="E405",
            )
        entries[entry.id] = entry
    return sorted_entries(entries.values())


def parse_document(raw: bytes, where: str, schema: str, version: int) -> Mapping[str, Any]:
    """Return a JSON object of ours after looking at its envelope.

    Raises:
        BaselineError: If it is not UTF-8 JSON of that schema, or of a newer version.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _broken(f"not UTF-8: byte 0x{raw[error.start]:02X}", f"{where}:{line}") from error
    for count, words in enumerate(text.split("\n"), start=1):
        if words.startswith(_MARKERS):
            raise BaselineError(
                "a merge conflict was left in the file",
                where=f"{where}:{count}",
                remedy="keep the lines of both sides, delete the markers, then run it again",
                code="E401",
            )
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        raise _broken(f"not JSON: {error.msg.lower()}", place) from error
    except RecursionError as error:
        raise _broken("not JSON of ours: nested too deeply", where) from error
    if not isinstance(document, dict) or document.get("schema") != schema:
        raise _broken(f'want an object with "schema": "{schema}"', f"{where}:1")
    found = document.get("version")
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        place = f"{where}:{_line_of(text, 'version')}"
        raise _broken(f"want a whole number under 'version', got {str(found)[:20]}", place)
    if found > version:
        raise BaselineError(
            f"written by a newer version: schema {found}, this one reads up to {version}",
            where=f"{where}:{_line_of(text, 'version')}",
            remedy="update the checker: python -m pip install --upgrade cross-source-checker",
            code="E403",
        )
    return document


def dump_baseline(baseline: Baseline) -> str:
    """Return the file: sorted, one line per finding, line feed at the end."""
    rows = [
        json.dumps(_row(entry), ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
        for entry in sorted_entries(baseline)
    ]
    body = "[]" if not rows else "[\n  " + ",\n  ".join(rows) + "\n ]"
    return f'{{\n "schema": "{SCHEMA}",\n "version": {VERSION},\n "findings": {body}\n}}\n'


def _row(entry: Entry) -> dict[str, object]:
    row: dict[str, object] = {
        "id": entry.id,
        "rule": entry.rule,
        "sides": [{"source": source, "quote": quote} for source, quote in entry.sides],
    }
    row.update({key: value for key, value in _decision(entry).items() if value})
    return row


def _decision(entry: Entry) -> dict[str, str]:
    return {"because": entry.because, "author": entry.author, "date": entry.date}


def _entry(row: object, number: int, text: str, where: str) -> Entry:
    """Return one entry after checking its fields and that its id is the name of its words."""
    ident = row.get("id") if isinstance(row, dict) else None
    line = _line_of(text, ident) if isinstance(ident, str) and ident else None
    place = f"{where}:{line}" if line else where
    if not isinstance(row, dict) or not isinstance(ident, str):
        raise _broken(f"entry {number} is no object with an 'id'", place)
    try:
        rule = row["rule"]
        sides = [(side["source"], side["quote"]) for side in row["sides"]]
        decision = {key: row.get(key, "") for key in ("because", "author", "date")}
    except (KeyError, TypeError) as error:
        raise _broken(f"entry {ident} lacks a rule, a source or a quote", place) from error
    words = [rule, *decision.values(), *(word for side in sides for word in side)]
    if not all(isinstance(word, str) for word in words):
        raise _broken(f"entry {ident} holds something other than text", place)
    entry = entry_from(rule, sides, ident, **decision)
    if entry is None:
        raise BaselineError(
            f"{ident} is not the name of the words beside it",
            where=place,
            remedy="delete the line and accept the finding again: check baseline accept ID",
            code="E404",
        )
    return entry


def _line_of(text: str, word: str, *, last: bool = False) -> int:
    """Return the 1-based line a word stands in; 1 if it does not."""
    at = text.rfind(f'"{word}"') if last else text.find(f'"{word}"')
    return text.count("\n", 0, max(at, 0)) + 1


def _broken(message: str, where: str) -> BaselineError:
    return BaselineError(
        message,
        where=where,
        remedy="take the file from version control again, or mend the line",
        code="E402",
    )
