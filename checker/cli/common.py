"""What the commands share: statuses, complaints, reading JSON Lines.

Floor 6 (cli).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.report.safe import safe_text

#: The job could not be done; 0 and 1 are the gate's (checker.gate.policy).
EXIT_ERROR = 2


def complain(text: str) -> None:
    """Write a diagnostic to stderr; nothing in it can move the cursor or steer a CI runner."""
    lines = [safe_text(line) for line in text.split("\n")]
    # a CI runner obeys lines that begin with "::" or "##["
    lines = [f" {line}" if line.startswith(("::", "##[")) else line for line in lines]
    sys.stderr.write("\n".join(lines) + "\n")


def json_lines(place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (where, object) for every line of a JSON Lines file.

    Args:
        place: A path, or ``-`` for stdin.

    Raises:
        InputError: If the file cannot be read or a line is not a JSON object.
    """
    name = "stdin" if place == "-" else place
    try:
        raw = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            f"cannot read: {error.strerror or error}",
            where=name,
            remedy="name a file of JSON Lines, or - for stdin",
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8: byte 0x{raw[error.start]:02X} at offset {error.start}",
            where=name,
            remedy="save the file as UTF-8",
            code="E103",
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(
                f"not JSON: {error}", where=where, remedy="write one JSON object per line"
            ) from error
        if not isinstance(row, dict):
            raise InputError(
                f"want an object, got {type(row).__name__}",
                where=where,
                remedy="write one JSON object per line",
            )
        yield where, row


def wanted(row: Mapping[str, Any], key: str, where: str) -> str:
    """Return a text field of a row.

    Raises:
        InputError: If it is missing or not a string.
    """
    value = row.get(key)
    if not isinstance(value, str):
        raise InputError(
            f"want a string under {key!r}, got {'nothing' if value is None else repr(value)[:40]}",
            where=where,
            remedy=f'write {{"id": …, "{key}": "…"}}',
        )
    return value


def dump_lines(rows: Iterator[Mapping[str, Any]]) -> None:
    """Write one JSON object a line to stdout."""
    write: Callable[[str], object] = sys.stdout.write
    for row in rows:
        # lone surrogates in the input must not break the UTF-8 of the output
        text = json.dumps(row, ensure_ascii=False)
        write(text.encode("utf-8", "replace").decode("utf-8") + "\n")
