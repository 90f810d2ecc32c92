"""The doors of reading: paths in, sources and a record of every input out.

One bad file never stops the others: what cannot be read is recorded with its reason.  What the
user named and does not exist, and a folder with nothing to read, are errors.

Floor 3 (read).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr
from dataclasses import replace
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Final

from checker.errors import InputError
from checker.model import Furniture, InputRecord, Known, Part, Source, State
from checker.read.clock import TimeUp, time_limit
from checker.read.dateline import estimate, local_wall_clock, read_imprint, read_instant
from checker.read.decode import normalise
from checker.read.formats import open_format, sniff
from checker.read.frontmatter import read_sidecar
from checker.read.furniture import mark_furniture
from checker.read.parts import find_parts
from checker.read.reading import Line, Reading, Unreadable, cut_lines
from checker.read.repeats import mark_repeated
from checker.read.tongue import language_of
from checker.read.walk import Input, find_inputs, form_of
from checker.settings import Settings

#: Called with the number of files done and the number of all.
Progress = Callable[[int, int], None]

#: Years around the dated sources of a run within which an undated one is looked for.
_NEAR: Final = 3
#: So many reasons are named when nothing at all could be read.
_NAMED: Final = 3


def read_sources(
    paths: Sequence[Path],
    settings: Settings,
    *,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Source, ...], tuple[InputRecord, ...]]:
    """Return all sources, sorted by id, and what became of every input, sorted by path.

    Args:
        paths: Files and folders.
        settings: Limits, language, patterns.
        stdin: Name and bytes of what came on standard input, None if nothing did.
        progress: Told after every file.

    Raises:
        InputError: If a path does not exist, or nothing at all could be read.
    """
    inputs, records = find_inputs(paths, settings) if paths or not stdin else ((), ())
    sources: list[Source] = []
    ended = list(records)
    for number, item in enumerate(inputs, 1):
        read, record = _read_input(item, settings)
        sources += read
        ended.append(record)
        if progress is not None:
            progress(number, len(inputs))
    if stdin is not None:
        name, data = stdin
        read, record = _read_bytes(data, name, form_of(name), settings)
        sources += read
        ended.append(record)
    ended.sort(key=lambda record: record.path)
    if not sources:
        raise InputError(
            f"nothing could be read of {len(ended)} inputs",
            remedy="; ".join(f"{r.path}: {r.reason}" for r in ended[:_NAMED]) or "name a file",
        )
    sources.sort(key=lambda source: source.id)
    return _estimate_dates(mark_repeated(_number_copies(sources))), tuple(ended)


def plan_inputs(paths: Sequence[Path], settings: Settings) -> tuple[InputRecord, ...]:
    """Return what would be read (state read, reason: the format) and what not, and why.

    Raises:
        InputError: As `read_sources`.
    """
    inputs, records = find_inputs(paths, settings)
    planned = [
        InputRecord(path=item.id, state=State.READ, reason=item.form or "text") for item in inputs
    ]
    return tuple(sorted([*planned, *records], key=lambda record: record.path))


def source_from_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the name of the field
    lang: str | None = None,
    published: datetime | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    furniture: bool = False,
) -> Source:
    r"""Return a source for a text that a caller holds in hands.

    Args:
        text: Any text; offsets refer to its normal form (NFC, ``\n`` only).
        id: Unique within the run.
        lang: ISO 639-1 code, None to detect.
        published: When it was published, None if unknown.
        publisher: Who published it.
        title: Its headline.
        url: Its address.
        furniture: Whether furniture, headline and dateline are looked for as in a file; else all
            of it is body.
    """
    decoded = normalise(text)
    given = {"publisher": publisher, "title": title, "url": url}
    facts = {name: Known(value, "caller") for name, value in given.items() if value}
    if published is not None:
        value = published if isinstance(published, str) else published.isoformat()
        facts["published"] = Known(value, "caller")
    lines = cut_lines(decoded.text)
    if not furniture:
        lines = tuple(replace(line, kind="body") for line in lines if not line.reason)
    reading = Reading(text=decoded.text, lines=lines, facts=facts, notices=decoded.notices)
    digest = hashlib.sha256(decoded.text.encode()).hexdigest()
    return _assemble(reading, id, digest, lang, marked=furniture)


def _read_input(item: Input, settings: Settings) -> tuple[list[Source], InputRecord]:
    """Read one file; whatever happens ends in its record."""
    try:
        data = _load(item.path, settings.max_file_size)
    except Unreadable as stop:
        return [], _stopped(item.id, stop)
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        remedy = "grant the right to read it" if isinstance(error, PermissionError) else ""
        return [], InputRecord(
            path=item.id, state=State.FAILED, reason=f"cannot be opened: {why}", help=remedy
        )
    facts, notices = read_sidecar(item.path)
    return _read_bytes(data, item.id, item.form, settings, facts=facts, notices=notices)


def _load(path: Path, limit: int) -> bytes:
    """Return the bytes of a file, never more than the limit."""
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
        if len(data) > limit:
            size = path.stat().st_size
            raise Unreadable(
                f"too large: {size} bytes, the limit is {limit}",
                "split the file, or raise max_file_size",
                skipped=True,
            )
    return data


def _read_bytes(
    data: bytes,
    name: str,
    form: str,
    settings: Settings,
    *,
    facts: Mapping[str, Known] = MappingProxyType({}),
    notices: tuple[str, ...] = (),
) -> tuple[list[Source], InputRecord]:
    try:
        with time_limit(settings.timeout_per_file):
            real, remark = sniff(data, form)
            readings = _parse(data, real, name)
            digest = hashlib.sha256(data).hexdigest()
            sources = [
                _finish(reading, name, digest, settings, facts=facts, notices=(remark, *notices))
                for reading in readings
            ]
    except Unreadable as stop:
        return [], _stopped(name, stop)
    except TimeUp:
        return [], InputRecord(
            path=name,
            state=State.FAILED,
            reason=f"not read within {settings.timeout_per_file:g} s",
            help="raise timeout_per_file, or save the article as .txt",
        )
    except (RecursionError, MemoryError) as error:
        return [], InputRecord(
            path=name,
            state=State.FAILED,
            reason=f"too deep or too large to read ({type(error).__name__})",
            help="save the article as .txt",
        )
    return sources, _record(name, readings, sources)


def _parse(data: bytes, form: str, name: str) -> tuple[Reading, ...]:
    """Return the readings of a file; whatever a parser raises becomes a reason."""
    try:
        with _hushed():
            return open_format(form).read(data, name=name)
    except (Unreadable, MemoryError, RecursionError):
        raise
    except ImportError as error:
        package = {"docx": "python-docx"}.get(str(error.name), error.name)
        raise Unreadable(
            f"reading {form} needs {package}", f"python -m pip install {package}"
        ) from error
    except Exception as error:
        raise Unreadable(
            f"not readable as {form}: {type(error).__name__}", "save the article as .txt"
        ) from error


class _Nowhere(io.TextIOBase):
    """A stream that forgets what is written to it."""

    def write(self, text: str, /) -> int:
        return len(text)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep parsers from printing: their warnings quote the file, and logs of a CI obey lines."""
    with warnings.catch_warnings(), redirect_stderr(_Nowhere()):
        warnings.simplefilter("ignore")
        yield


def _record(name: str, readings: Sequence[Reading], sources: Sequence[Source]) -> InputRecord:
    partial = next((reading.partial for reading in readings if reading.partial), "")
    remarks = sorted({notice for source in sources for notice in source.notices})
    lossy = any(n.startswith(("replaced-", "removed-")) for n in remarks)
    return InputRecord(
        path=name,
        state=State.PARTLY if partial or lossy else State.READ,
        reason=partial or "; ".join(remarks),
        help="save the file as UTF-8" if lossy and not partial else "",
    )


def _stopped(name: str, stop: Unreadable) -> InputRecord:
    state = State.SKIPPED if stop.skipped else State.FAILED
    return InputRecord(path=name, state=state, reason=stop.reason, help=stop.help)


def _finish(
    reading: Reading,
    name: str,
    digest: str,
    settings: Settings,
    *,
    facts: Mapping[str, Known],
    notices: tuple[str, ...],
) -> Source:
    """Assemble a source and apply what sidecar and settings say."""
    known = {**reading.facts, **facts}
    for pattern, publisher in sorted(settings.publishers.items()):
        if fnmatchcase(name, pattern):
            known["publisher"] = Known(publisher, "settings")
    reading = replace(
        reading, facts=known, notices=tuple(n for n in (*notices, *reading.notices) if n)
    )
    identity = f"{name}#{reading.name}" if reading.name else name
    source = _assemble(reading, identity, digest, settings.lang, marked=True)
    if any(fnmatchcase(name, pattern) for pattern in settings.drafts):
        source = replace(source, draft=True)
    return source


def _assemble(
    reading: Reading, identity: str, digest: str, lang: str | None, *, marked: bool
) -> Source:
    """Return the source a reading amounts to."""
    lines = reading.lines
    reasons = mark_furniture(lines) if marked else tuple("" for _ in lines)
    structure = find_parts(lines, reasons)
    facts = dict(reading.facts)
    code = lang or (facts["lang"].value[:2].lower() if "lang" in facts else "")
    if not code:
        code = language_of("\n".join(reading.text[p.start : p.end] for p in structure.parts))
    if "published" in facts:
        value = facts["published"].value
        local = local_wall_clock(value, code)
        bounds = read_instant(local)
        if bounds is not None and local != value:
            facts["published"] = replace(facts["published"], value=local)
    imprint = read_imprint(lines, reasons, facts, name=identity)
    furniture = [
        Furniture(line.start, line.end, reason)
        for line, reason in zip(lines, reasons, strict=True)
        if reason
    ]
    furniture += [Furniture(start, end, "dateline") for start, end in structure.leads]
    articles = max((part.article for part in structure.parts), default=0)
    notices = reading.notices + imprint.notices
    if articles:
        notices += (f"articles-in-one-file: {articles + 1}",)
    return Source(
        id=identity,
        text=reading.text,
        lang=code,
        sha256=digest,
        title=_title(facts.get("title"), structure.parts, lines, reasons),
        publisher=imprint.publisher,
        author=imprint.author,
        url=facts.get("url"),
        published=imprint.published,
        published_low=imprint.low,
        published_high=imprint.high,
        agencies=imprint.agencies,
        furniture=tuple(sorted(furniture, key=lambda f: (f.start, f.end))),
        parts=structure.parts,
        pages=reading.pages,
        places=reading.places,
        notices=notices,
    )


def _title(
    given: Known | None, parts: Sequence[Part], lines: Sequence[Line], reasons: Sequence[str]
) -> Known | None:
    """Return the title given, else the headline, else the label a page bears instead of one."""
    if given is not None:
        return given
    by_start = {line.start: line for line in lines}
    for part in parts:
        if part.kind == "headline":
            return Known(by_start[part.start].text.strip("*_ "), "text", part.start, part.end)
    for line, reason in zip(lines, reasons, strict=True):
        if reason == "heading-label":
            return Known(line.text.rstrip(": "), "text", line.start, line.end)
        if not reason:
            return None
    return None


def _number_copies(sources: Sequence[Source]) -> list[Source]:
    """Return the sources with unique ids (two articles of one archive may bear one address)."""
    seen: dict[str, int] = {}
    result = []
    for source in sources:
        count = seen[source.id] = seen.get(source.id, 0) + 1
        result.append(replace(source, id=f"{source.id}~{count}") if count > 1 else source)
    return result


def _estimate_dates(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give undated sources an estimate, where the dated ones leave a single year."""
    known = [s.published_low.year for s in sources if s.published_low is not None]
    if not known:
        return tuple(sources)
    years = (min(known) - _NEAR, max(known) + _NEAR)
    result = []
    for source in sources:
        found = None
        if source.published is None:
            found = estimate(source.text, years=years)
        if found is not None:
            known_date, low, high = found
            source = replace(  # noqa: PLW2901
                source, published=known_date, published_low=low, published_high=high
            )
        result.append(source)
    return tuple(result)
