"""Decisions taken in the HTML report, on their way into the baseline.

The report has no server to talk to, so it hands its reader a file::

    {"schema": "checker-decisions", "version": 1,
     "decisions": [{"id": "…", "decision": "accept", "because": "…", "author": "…"}]}

Floor 4 (judge).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checker.errors import BaselineError
from checker.judge.baseline_file import parse_document

SCHEMA: Final = "checker-decisions"
VERSION: Final = 1
_KNOWN: Final = ("accept",)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one finding.

    Attributes:
        id: Fingerprint of the finding.
        because: The reason; never empty.
        author: Who decided, empty if not said.
    """

    id: str
    because: str
    author: str = ""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a file exported from the report, sorted by id.

    Raises:
        BaselineError: If the file cannot be read, is not of this form, or a decision gives no
            reason.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BaselineError(
            f"cannot read the decisions: {error.strerror or error}",
            where=str(path),
            remedy="name the file that the report's export button saved",
        ) from error
    rows = parse_document(raw, str(path), SCHEMA, VERSION).get("decisions")
    if not isinstance(rows, list):
        raise BaselineError(
            "want a list under 'decisions'", where=str(path), remedy="export the decisions again"
        )
    return tuple(sorted((_decision(row, n, str(path)) for n, row in enumerate(rows, 1)), key=_id))


def _id(decision: Decision) -> str:
    return decision.id


def _decision(row: object, number: int, where: str) -> Decision:
    fields = row if isinstance(row, dict) else {}
    ident, because, author = (fields.get(key) or "" for key in ("id", "because", "author"))
    if not (isinstance(ident, str) and isinstance(because, str) and isinstance(author, str)):
        raise BaselineError(
            f"decision {number} holds something other than text",
            where=where,
            remedy="export the decisions again",
        )
    if not ident or fields.get("decision") not in _KNOWN:
        raise BaselineError(
            f"decision {number} names no finding, or is not one of {', '.join(_KNOWN)}",
            where=where,
            remedy="export the decisions again",
        )
    if not because.strip():
        raise BaselineError(
            f"decision {number} about {ident} gives no reason",
            where=where,
            remedy='add "because": "…" to it',
            code="E406",
        )
    return Decision(ident.removeprefix("F-"), because, author)
