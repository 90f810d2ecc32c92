"""The way of the data, told on one page; the only place that knows every stage.

    paths ─ read_sources ─▶ Sources ─ read_claims ─▶ Claims ─ encode, relate ─▶ stories, pairs
        ─ judge ─▶ findings, support ─▶ Report

Each stage is a function from values to values; nothing flows back.

Floor 5 (pipeline).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.model import (
    Claim,
    Coverage,
    Finding,
    InputRecord,
    Pair,
    Report,
    Source,
    State,
)
from checker.resources import rules_dir
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.corpus.encoder import Encoder
    from checker.corpus.relate import Related
    from checker.judge.rules import Rule

#: Told of (stage, done, total) while a run goes on.
Progress = Callable[[str, int, int], None]


def check(
    paths: Sequence[str | Path],
    settings: Settings | None = None,
    *,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return the report on the articles under `paths`.

    Args:
        paths: Files and folders; their order does not matter.
        settings: How to check; None for the defaults.
        stdin: A name and the bytes of one more source, None for none.
        progress: Told of stages; None for silence.

    Raises:
        CheckerError: If the job cannot be done: nothing to read, a broken rule file, no model.
    """
    from checker.corpus.encoder import open_encoder
    from checker.corpus.relate import relate
    from checker.judge.findings import judge
    from checker.judge.rules import load_rules
    from checker.judge.suppressions import apply
    from checker.read import read_sources
    from checker.read.claims import read_claims
    from checker.read.keep import kept_claims

    settings = settings or Settings()
    tell = progress or _silent
    rules = load_rules(settings)
    sources, records = read_sources(
        [Path(p) for p in paths],
        settings,
        stdin=stdin,
        progress=lambda done, total: tell("read", done, total),
    )
    claims: list[Claim] = []
    state = f"{_version()} {_reader_digest()} {rules_digest(settings)} {settings.include_furniture}"
    read = partial(read_claims, include_furniture=settings.include_furniture)
    for done, source in enumerate(sources):
        tell("claims", done, len(sources))
        claims += kept_claims(source, settings.cache, state, read)
    tell("claims", len(sources), len(sources))
    encoder = open_encoder(settings)
    related = relate(sources, claims, encoder, progress=progress)
    judged, support = judge(sources, claims, related, rules, settings)
    unasked = 0
    if settings.judge is not None:
        judged, unasked = _second_reading(
            settings, related.pairs, judged, rules, sources, progress=progress
        )
    suppressed = apply(judged, sources)
    return Report(
        run=_provenance(settings, encoder),
        coverage=_coverage(sources, records, claims, related, suppressed.notes, unasked),
        sources=tuple(sources),
        claims=tuple(claims),
        findings=suppressed.findings,
        origins=related.origins,
        families=related.families,
        stories=related.stories,
        support=support,
        ui_lang=settings.ui_lang or _majority_language(sources),
    )


def after_edit(before: Report | None, after: Report, settings: Settings) -> Report:
    """Return the report after an edit, with what the edit takes back of what others still say.

    A check of one state sees two sentences; an edit shows what a sentence said before, and so
    which places it agreed with.

    Args:
        before: The state before the edit, None if there was nothing to read.
        after: The state after it.
        settings: Those of both.
    """
    from checker.gate.departures import departures
    from checker.judge.departures import witnessed
    from checker.judge.rules import load_rules
    from checker.judge.suppressions import apply

    found = witnessed(departures(before, after), after, load_rules(settings))
    allowed = apply(found, after.sources).findings
    findings = sorted((*after.findings, *allowed), key=lambda f: f.order)
    return replace(after, findings=tuple(findings))


def _second_reading(
    settings: Settings,
    pairs: Sequence[Pair],
    found: Sequence[Finding],
    rules: Sequence[Rule],
    sources: Sequence[Source],
    *,
    progress: Progress | None,
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings with those of the optional NLI model, and how many pairs it skipped."""
    from checker.corpus.second_reader import open_second_reader
    from checker.judge.second_opinion import second_opinion

    reader = open_second_reader(settings)
    if reader is None:
        return tuple(found), 0
    heard, unasked = second_opinion(pairs, found, rules, sources, reader, progress=progress)
    return tuple(sorted((*found, *heard), key=lambda f: f.order)), unasked


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _coverage(
    sources: Sequence[Source],
    records: Sequence[InputRecord],
    claims: Sequence[Claim],
    related: Related,
    said: Sequence[tuple[str, str]],
    unasked: int,
) -> Coverage:
    """Return the ledger of what was and was not checked."""
    met = {c.id for pair in related.pairs for c in (pair.left, pair.right)}
    notes = [*said, *related.remarks]
    if len(sources) == 1:
        notes.append(("one-source", sources[0].id))
    for source in sources:
        notes += [("reading", f"{source.id}: {notice}") for notice in source.notices]
        if source.lang not in {"de", "en"}:
            notes.append(("language", f"{source.id}: {source.lang}"))
    return Coverage(
        inputs=tuple(sorted(records, key=lambda r: r.path)),
        characters=sum(len(s.text) for s in sources),
        furniture=sum(f.end - f.start for s in sources for f in s.furniture),
        claims=len(claims),
        figures=sum(len(c.figures) for c in claims),
        compared=len(related.pairs),
        not_comparable=sum(c.id not in met for c in claims),
        capped=related.capped + unasked,
        notes=tuple(notes),
    )


def _provenance(settings: Settings, encoder: Encoder) -> Mapping[str, Any]:
    """Return what the run rests on: versions, digests, settings; no clock, no absolute path."""
    return {
        "tool": "checker",
        "version": _version(),
        "model": dict(encoder.identity),
        "judge": None if settings.judge is None else Path(settings.judge).name,
        "rules": rules_digest(settings),
        "lang": settings.lang,
        "levels": dict(sorted(settings.levels.items())),
        "include_furniture": settings.include_furniture,
    }


def _version() -> str:
    """Return the version of the tool."""
    from checker import __version__

    return __version__


@cache
def _reader_digest() -> str:
    """Return the sha256 over the code that reads claims: kept ones must not outlive it."""
    here = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for floor in ("language", "model", "read"):
        for path in sorted((here / floor).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def rules_digest(settings: Settings) -> str:
    """Return the sha256 over all rule and language files in force, in order of name."""
    digest = hashlib.sha256()
    for folder in (rules_dir(), *settings.rules):
        for path in sorted(folder.rglob("*.toml")):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _majority_language(sources: Sequence[Source]) -> str:
    """Return de or en, whichever more sources are written in; German when even."""
    german = sum(s.lang == "de" for s in sources)
    return "de" if 2 * german >= len(sources) else "en"


def unread(report: Report) -> tuple[InputRecord, ...]:
    """Return the inputs that were not (wholly) read."""
    return tuple(r for r in report.coverage.inputs if r.state is not State.READ)
