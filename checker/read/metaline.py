"""Tell a by-line or dateline from a heading, and read what it says.

"Samstag, 18. April 2026, 20.10 Uhr", "Von Mirjam Dössel, Altwieden", "AFP - June 8, 2026, 08:30":
such a line is made of few kinds of pieces.  It is taken apart; if every piece is a date, an
agency, a role, a by-line or a bare name, the line speaks about the article and is furniture, and
what it says is evidence.  A line with one piece too many ("Bundestagswahl am 23. Februar 2025")
stays content.

Floor 3 (read).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checker.read.credits import Credit, find_credits
from checker.read.stamps import Stamp, find_stamps
from checker.read.words import fold, words

_LONGEST: Final = 180
_EDGE: Final = " \t\u00a0*_|•·,;:–—-/()[]"
_SPLIT: Final = re.compile(r"\s*(?:[|•·*_()\[\]]|,\s|\s[–—-]+\s|\s/\s|[.:;](?=\s|\Z))\s*")
_INITIAL: Final = re.compile(r"(?<![\w-])[^\W\d_]\Z")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.&-]*|\d+|\S")
#: Bare names a metadata line may hold beside its date ("Kaltegg", "Union Voice").
_BARE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What a by-line or dateline says; spans are offsets into the line.

    Attributes:
        stamps: Dates in order.
        credits: Agencies.
        author: Name as written, "" if none.
        author_span: Where it stands.
        bare: Names that may be a place, a publisher or an author.
        weekday: Whether a weekday stands alone ("Harkensiel, Dienstag (dpa)").
        updated: Whether the first date is called an update.
    """

    stamps: tuple[Stamp, ...] = ()
    credits: tuple[Credit, ...] = ()
    author: str = ""
    author_span: tuple[int, int] = (-1, -1)
    bare: tuple[str, ...] = ()
    weekday: bool = False
    updated: bool = False

    @property
    def reason(self) -> str:
        """Which kind of furniture the line is."""
        return "dateline" if self.stamps or self.weekday or not self.author else "byline"


@lru_cache(maxsize=4096)
def read_meta(line: str) -> Meta | None:
    """Return what a line says about its article; None if it is content."""
    if not line.strip(_EDGE) or len(line) > _LONGEST:
        return None
    stamps = find_stamps(line)
    credited = find_credits(line, meta=True)
    pieces = _pieces(line, stamps, credited)
    if pieces is None:
        return None
    bare, author, weekday, role, updated = pieces
    if not (stamps or author or credited or role or weekday):
        return None
    if not stamps and not author and len(bare) + role > 2:
        return None
    if weekday and not (stamps or credited or author):
        return None
    if len(bare) > _BARE or (not stamps and not author and not credited and bare):
        return None
    name, span = author or ("", (-1, -1))
    return Meta(
        stamps=stamps,
        credits=credited,
        author=name,
        author_span=span,
        bare=tuple(bare),
        weekday=weekday,
        updated=updated,
    )


_Pieces = tuple[list[str], tuple[str, tuple[int, int]] | None, bool, bool, bool]


def _pieces(line: str, stamps: tuple[Stamp, ...], credited: tuple[Credit, ...]) -> _Pieces | None:
    """Return bare names, author, and whether a weekday, a role, an update is among the pieces."""
    known = words()
    covered = [(s.start, s.end) for s in stamps] + [(c.start, c.end) for c in credited]
    bare: list[str] = []
    author: tuple[str, tuple[int, int]] | None = None
    weekday = role = updated = False
    for start, end in _segments(line, sorted(covered)):
        piece = line[start:end]
        parts = _WORD.findall(piece)
        folded = [part.lower() for part in parts]
        if any(word.rstrip(":") in known.updated for word in folded) and stamps:
            updated = updated or start < stamps[0].start
        if all(word in known.labels or word.isdigit() or not word[0].isalnum() for word in folded):
            continue
        if all(word.rstrip(".") in known.weekdays or word in known.labels for word in folded):
            weekday = True
            continue
        named = _author(piece)
        if named is not None:
            author = author or (piece[named[0] : named[1]], (start + named[0], start + named[1]))
            continue
        if _is_role(piece, folded):
            role = True
            continue
        if len(parts) <= 4 and all(p[0].isupper() or p.lower() in known.between for p in parts):
            bare.append(piece)
            continue
        if "kürzel" in bare[-1:] or len(piece) <= 4:
            continue
        return None
    return bare, author, weekday, role, updated


def _segments(line: str, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches between dates, agencies and separators."""
    segments: list[tuple[int, int]] = []
    position = 0
    for left, right in [*covered, (len(line), len(line))]:
        if left > position:
            segments += _split(line, position, left)
        position = max(position, right)
    return segments


def _split(line: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start]
    for match in _SPLIT.finditer(line, start, end):
        if match.group().strip() == "." and _INITIAL.search(line, start, match.start()):
            continue  # "Von M. Dössel"
        if match.group().strip() == ":" and fold(line[cuts[-1] : match.start() + 1]) in (
            words().byline_start
        ):
            continue  # "Text: Valentin Oberhuber"
        cuts += [match.start(), match.end()]
    cuts.append(end)
    spans = []
    for left, right in zip(cuts[0::2], cuts[1::2], strict=True):
        text = line[left:right]
        first = left + len(text) - len(text.lstrip(_EDGE))
        last = left + len(text.rstrip(_EDGE))
        if first < last:
            spans.append((first, last))
    return spans


def _author(piece: str) -> tuple[int, int] | None:
    """Return the span of the name in "Von unserem Reporter Xaver Hölzl"."""
    known = words()
    lower = piece.lower()
    for cue in known.byline_start:
        if lower.startswith(cue) and not lower[len(cue) : len(cue) + 1].isalnum():
            rest = piece[len(cue) :]
            left = len(cue) + len(rest) - len(rest.lstrip(_EDGE))
            if not rest.strip(_EDGE):
                return None  # "Aus der Redaktion" names nobody
            return _trimmed(piece, left) if _names(piece[left:]) else None
    for cue in known.byline_inside:
        before, found, after = piece.partition(f" {cue} ")
        if found and len(before.split()) <= 4 and _names(after):
            return len(piece) - len(after), len(piece)
    return None


def _trimmed(piece: str, left: int) -> tuple[int, int]:
    """Return the span of the name without its bearer's role before and place behind it.

    "our health editor Odile Ransome", "Lucinda Farrow in Bad Ehrenthal".
    """
    known = words()
    right = len(piece)
    parts = list(_WORD.finditer(piece, left))
    for number, part in enumerate(parts[:-1]):
        if part.group().lower() in known.roles and parts[number + 1].group()[0].isupper():
            left = parts[number + 1].start()
    for number, part in enumerate(parts[:-1]):
        if part.start() > left and number and part.group() in {"in", "aus", "at", "from"}:
            right = parts[number - 1].end()
            break
    return left, right


def _names(text: str) -> bool:
    """Return whether a text is one to eight names with nothing but small words between."""
    between = words().between
    parts = _WORD.findall(text)
    if not 1 <= len(parts) <= 12 or not any(part[0].isupper() for part in parts):
        return False
    return all(
        part[0].isupper() or part.lower() in between or part in "&-,." for part in parts
    ) and not any(part.isdigit() for part in parts)


def _is_role(piece: str, folded: list[str]) -> bool:
    roles = words().roles
    if " ".join(folded) in words().byline_start and len(folded) > 1:
        return True
    return (
        len(folded) <= 4
        and piece[0].isupper()
        and (
            any(word.strip(":") in roles or word.split("-")[-1] in roles for word in folded)
            or " ".join(folded) in roles
        )
    )
