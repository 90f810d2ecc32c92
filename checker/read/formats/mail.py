"""Read an e-mail: subject, sender, date and the one body a reader would see.

Attachments are counted and named, not read: a mail may hold anything, also itself.

Floor 3 (read).
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from checker.model import Known
from checker.read.decode import Decoded, decode, normalise
from checker.read.formats.html import read_page
from checker.read.reading import Line, Reading, Unreadable, cut_lines

_PARTS: Final = 300
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one text of a mail.

    Raises:
        Unreadable: If it has no header or no body.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise Unreadable("no mail: it has no header", "save the text as .txt")
    body, attached = _find_body(message)
    subject = " ".join(normalise(_header(message, "subject")).text.split())
    if body is None:
        raise Unreadable(
            f"mail without text ({attached} attachments)", "save the attachment by itself"
        )
    reading = _read_body(body, name)
    partial = reading.partial or (f"{attached} attachments not read" if attached else "")
    return (_headed(reading, subject, _facts(message), partial),)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text, "" if it is missing or cannot be parsed."""
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, UnicodeError, RecursionError):
        return ""


def _find_body(message: EmailMessage) -> tuple[EmailMessage | None, int]:
    """Return the plain text part, else the HTML part, and the number of other parts."""
    plain: EmailMessage | None = None
    page: EmailMessage | None = None
    attached = 0
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        inline = part.get_content_disposition() != "attachment"
        if inline and kind == "text/plain" and plain is None:
            plain = part
        elif inline and kind == "text/html" and page is None:
            page = part
        else:
            attached += 1
    return (plain if plain is not None else page), attached


def _read_body(part: EmailMessage, name: str) -> Reading:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    decoded = decode(data, declared=charset)
    if part.get_content_type() == "text/html":
        return read_page(decoded, name=name)
    if not decoded.text.strip():
        raise Unreadable("mail without text", "save the attachment by itself")
    return Reading(text=decoded.text, lines=_plain_lines(decoded), notices=decoded.notices)


def _plain_lines(decoded: Decoded) -> tuple[Line, ...]:
    """Return the lines of a plain body; quoted mail and the signature are furniture."""
    signature = None
    for match in _SIGNATURE.finditer(decoded.text):
        signature = match.start()
    lines = []
    for line in cut_lines(decoded.text):
        reason = line.reason
        if line.text.startswith(">"):
            reason = "quoted-mail"
        elif signature is not None and line.start >= signature:
            reason = "signature"
        lines.append(
            Line(
                start=line.start, end=line.end, text=line.text, kind=line.kind, reason=reason,
                block=line.block,
            )
        )  # fmt: skip
    return tuple(lines)


def _headed(reading: Reading, subject: str, facts: dict[str, Known], partial: str) -> Reading:
    """Return a reading with the subject as its headline, before the body."""
    if not subject:
        return Reading(
            text=reading.text, lines=reading.lines, facts={**reading.facts, **facts},
            notices=reading.notices, partial=partial,
        )  # fmt: skip
    shift = len(subject) + 2
    lines = [Line(start=0, end=len(subject), text=subject, kind="headline")]
    lines += [
        Line(
            start=line.start + shift,
            end=line.end + shift,
            text=line.text,
            kind="subhead" if line.kind == "headline" else line.kind,
            reason=line.reason,
            block=line.block + 1,
        )
        for line in reading.lines
    ]
    return Reading(
        text=f"{subject}\n\n{reading.text}",
        lines=tuple(lines),
        facts={**{k: v for k, v in reading.facts.items() if v.start < 0}, **facts},
        notices=reading.notices,
        partial=partial,
    )


def _facts(message: EmailMessage) -> dict[str, Known]:
    facts: dict[str, Known] = {}
    sender, address = parseaddr(_header(message, "from"))
    if sender or address:
        facts["author"] = Known(" ".join((sender or address).split())[:200], "header")
    try:
        sent = parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return facts
    facts["published"] = Known(sent.isoformat(timespec="minutes"), "header")
    return facts
