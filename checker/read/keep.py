"""Keep what was read from a source, so that an unchanged article is not read twice.

Claims are kept as JSON (never pickle: a cache is data, not code) under a name made from
everything they depend on: the frozen text with its marks, the dates, the language data and
the version of the tool.  A file that does not decode is read anew, never trusted.

Floor 3 (read).
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import types
import typing
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from checker.model import Claim, Source

#: Raised whenever the shape of what is kept, or the way claims are read, changes.
_FORMAT = 1


def kept_claims(
    source: Source, folder: Path | None, state: str, read: Callable[[Source], Sequence[Claim]]
) -> tuple[Claim, ...]:
    """Return the claims of a source, from `folder` if they are there, else by reading.

    Args:
        source: What to read.
        folder: Where claims are kept, None to keep nothing.
        state: Digest of all that reading depends on beside the source (rules, version).
        read: Reads the claims.
    """
    if folder is None:
        return tuple(read(source))
    place = folder / "claims" / f"{_name(source, state)}.json"
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, InvalidOperation):
        return tuple(_decoder(Claim)(row) for row in json.loads(place.read_bytes()))
    claims = tuple(read(source))
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        _write(place, json.dumps([_encoded(c) for c in claims], ensure_ascii=True))
    return claims


def _name(source: Source, state: str) -> str:
    """Return the digest of everything the claims of a source depend on."""
    digest = hashlib.sha256(f"{_FORMAT}\n{state}\n".encode())
    digest.update(json.dumps(_encoded(source), ensure_ascii=True).encode())
    return digest.hexdigest()


def _write(place: Path, text: str) -> None:
    """Write in one step, so that two runs may share the folder."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        Path(temporary).replace(place)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _encoded(value: object) -> Any:
    """Return a value of the model as JSON: a dataclass is the list of its fields."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, tuple):
        return [_encoded(v) for v in value]
    if is_dataclass(value):
        return [_encoded(getattr(value, f.name)) for f in fields(value)]
    raise TypeError(f"want a value of the model, got {type(value).__name__}")


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """Return what turns JSON back into a value of type `kind`."""
    if kind in (str, int, bool):
        return _as_is(kind)
    if kind is float:
        return float
    if kind is Decimal:
        return Decimal
    if kind is datetime:
        return datetime.fromisoformat
    if kind is timedelta:
        return lambda value: timedelta(seconds=value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        make = typing.cast("Callable[..., Any]", kind)
        hints = typing.get_type_hints(kind)
        names = tuple(f.name for f in fields(kind))
        parts = tuple(_decoder(hints[n]) for n in names)

        def whole(row: Any) -> Any:
            if len(row) != len(parts):
                raise ValueError(f"want {len(parts)} fields, got {len(row)}")
            values = (part(v) for part, v in zip(parts, row, strict=True))
            return make(**dict(zip(names, values, strict=True)))

        return whole
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType or origin is typing.Union:
        inner = _decoder(next(a for a in arguments if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _decoder(arguments[0])
        return lambda row: tuple(each(v) for v in row)
    if origin is tuple:
        every = tuple(_decoder(a) for a in arguments)
        return lambda row: tuple(d(v) for d, v in zip(every, row, strict=True))
    raise TypeError(f"want a type of the model, got {kind!r}")


def _as_is(kind: type) -> Callable[[Any], Any]:
    """Return what lets values of `kind` through and refuses others."""

    def same(value: Any) -> Any:
        if not isinstance(value, kind):
            raise TypeError(f"want {kind.__name__}, got {type(value).__name__}")
        return value

    return same
