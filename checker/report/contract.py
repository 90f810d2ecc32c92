"""``report.json``: the form that other people's scripts read.

Its shape is fixed by `report.schema.json` beside this file; a change of the shape
needs a new `SCHEMA_VERSION`.

Floor 4 (report).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from checker.model import Claim, Coverage, Finding, Report, Side, Source, Support
from checker.report.options import Options
from checker.report.safe import SURROGATE, storable
from checker.report.view import View

SCHEMA_VERSION = "1"


def render(report: Report, options: Options) -> str:
    """Return the report as JSON, UTF-8 safe, indented by one space."""
    return dump(as_json(report))


def dump(value: object) -> str:
    """Return JSON that can always be written as UTF-8, line feed at the end."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    # the sign for what UTF-8 cannot hold may itself need escaping inside a JSON string
    return SURROGATE.sub(lambda m: json.dumps(storable(m.group()))[1:-1], text) + "\n"


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values."""
    view = View(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "ui_lang": report.ui_lang,
        "run": _plain(report.run),
        "coverage": _coverage(report.coverage),
        "sources": [_source(source, report) for source in report.sources],
        "stories": [list(story) for story in report.stories],
        "families": [
            {"origin": f.origin, "kind": f.kind, "share": f.share, "members": list(f.members)}
            for f in report.families
        ],
        "claims": [_claim(claim, report.support.get(claim.id)) for claim in report.claims],
        "findings": [_finding(finding, view) for finding in report.findings],
        "resolved": [_finding(finding, view) for finding in report.resolved],
    }


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "inputs": [
            {"path": i.path, "state": i.state.value, "reason": i.reason, "help": i.help}
            for i in coverage.inputs
        ],
        "characters": coverage.characters,
        "furniture": coverage.furniture,
        "claims": coverage.claims,
        "figures": coverage.figures,
        "compared": coverage.compared,
        "not_comparable": coverage.not_comparable,
        "capped": coverage.capped,
        "notes": [{"key": key, "detail": detail} for key, detail in coverage.notes],
    }


def _source(source: Source, report: Report) -> dict[str, Any]:
    low, high = source.published_low, source.published_high
    evidence = {
        name: known.evidence
        for name in ("title", "publisher", "author", "url", "published")
        if (known := getattr(source, name)) is not None
    }
    return {
        "id": source.id,
        "title": source.title.value if source.title else None,
        "publisher": source.publisher.value if source.publisher else None,
        "author": source.author.value if source.author else None,
        "url": source.url.value if source.url else None,
        "published": source.published.value if source.published else None,
        "published_range": [low.isoformat() if low else None, high.isoformat() if high else None],
        "evidence": evidence,
        "lang": source.lang,
        "origin": report.origins.get(source.id, source.id),
        "agencies": [agency.value for agency in source.agencies],
        "sha256": source.sha256,
        "characters": len(source.text),
        "draft": source.draft,
        "notices": list(source.notices),
        "furniture": [
            {"start": f.start, "end": f.end, "reason": f.reason} for f in source.furniture
        ],
    }


def _claim(claim: Claim, support: Support | None) -> dict[str, Any]:
    return {
        "id": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "part": claim.part,
        "speaker": claim.attribution.speaker or None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "support": support.status if support else "not-checkable",
        "supported_by": list(support.by) if support else [],
    }


def _finding(finding: Finding, view: View) -> dict[str, Any]:
    lang = view.lang
    return {
        "id": finding.fingerprint,
        "rule": finding.rule,
        "name": finding.name,
        "type": finding.type,
        "level": finding.level.value,
        "scope": finding.scope,
        "status": finding.status,
        "because": finding.because or None,
        "weight": finding.weight,
        "message": finding.message.get(lang),
        "reckoning": [step.get(lang) for step in finding.reckoning],
        "grounds": [
            {"name": name, "standing": g.standing.value, "why": g.why.get(lang)}
            for name, g in finding.grounds
        ],
        "missing": finding.missing.get(lang) or None,
        "limits": finding.limits.get(lang) or None,
        "remedy": finding.remedy.get(lang),
        "origins": list(view.origins(finding)),
        "sides": [_side(side, view) for side in finding.sides],
    }


def _side(side: Side, view: View) -> dict[str, Any]:
    line, column = view.place(side)
    return {
        "source": side.source,
        "start": side.start,
        "end": side.end,
        "quote": side.quote,
        "line": line,
        "column": column,
        "reading": side.reading.get(view.lang),
        "claim": side.claim or None,
        "speaker": side.speaker or None,
        "as_of": side.as_of or None,
        "marks": [[start, end] for start, end in side.marks],
        "bar": _bar(side),
    }


def _bar(side: Side) -> dict[str, Any] | None:
    if side.bar is None:
        return None
    hard, soft = side.bar.hard, side.bar.soft
    return {
        "low": _bound(hard.low),
        "high": _bound(hard.high),
        "low_open": hard.low_open,
        "high_open": hard.high_open,
        "soft_low": _bound(soft.low),
        "soft_high": _bound(soft.high),
        "unit": side.bar.unit,
        "text": side.bar.label,
    }


def _bound(value: Any) -> int | float | None:
    if not value.is_finite():
        return None
    whole = int(value) if abs(value) < 10**15 else None
    return whole if whole is not None and whole == value else float(value)
