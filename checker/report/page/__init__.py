"""The report as one self-contained HTML file.

Everything is in the markup, so the page reads without JavaScript; the script only adds
filters, keys and the noting of decisions.  Every string that reaches the template passes
`safe_text` and is escaped by jinja2; there is no embedded data for a script to parse.

Floor 4 (report); the one door to jinja2.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from checker.model import Finding, Known, Level, Report, Side, Source
from checker.report.options import Options
from checker.report.page.fulltext import FullText
from checker.report.page.matrix import matrix
from checker.report.page.numberline import number_line
from checker.report.page.timeline import timeline
from checker.report.safe import safe_text, storable
from checker.report.view import BRIEF, Excerpt, View, clipped, marked

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
#: Up to so many sources are shown unfolded.
_UNFOLDED = 6
#: Quotes longer than this are shown around their marks; the full text has the rest.
_LONGEST_QUOTE = 2000
#: So many findings are shown at length; a page of thousands has to stay below ten megabytes.
_AT_LENGTH = 300
#: Characters beside a mark on the first screen.
_GLIMPSE = 52


def render(report: Report, options: Options) -> str:
    """Return the report as a page."""
    page = Page(report, options)
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            view=page.view,
            report=report,
            w=page.view.word,
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )
    return storable(html) + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if isinstance(value, str) and not isinstance(value, Markup):
            return safe_text(value)
        return value

    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["verbatim"] = Markup  # only for the package's own style and script
    # a number stays with its noun when a headline is broken
    environment.filters["together"] = lambda text: re.sub(r"(?<=\d) ", "\u00a0", text)
    return environment


def _policy(style: str, script: str) -> str:
    """Return a policy under which only this page's own style and script have any effect."""

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; "
        f"script-src 'sha256-{digest(script)}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


class Page:
    """What the template asks for."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.options = options
        self.view = View(report)
        self.anchors = {claim.id: f"c{i}" for i, claim in enumerate(report.claims, 1)}
        self.source_anchor = {source.id: f"S{i}" for i, source in enumerate(report.sources, 1)}
        self.full = FullText(self.view, self.anchors)
        self.matrix = matrix(self.view)
        self.timeline = timeline(self.view)
        self.main = tuple(f for f in report.findings if f.type not in BRIEF)
        self.unsupported = tuple(f for f in report.findings if f.type == "unsupported")
        self.copied = tuple(f for f in report.findings if f.type == "copied")
        self.unfolded = len(report.sources) <= _UNFOLDED
        #: Whether the page is so long that it is told in brief after its first part.
        self.steady = len(self.main) > _AT_LENGTH
        ordered = [f.fingerprint for _, group in self.groups for f in group]
        self.brief = frozenset(ordered[_AT_LENGTH:]) if self.steady else frozenset()
        self.reach = 90 if self.steady else 180
        self._advice: dict[tuple[str, str, str], str] = {}

    # -- the run ---------------------------------------------------------------

    @property
    def title(self) -> str:
        """The headline of the report."""
        view, counts = self.view, self.view.by_level
        sources = view.counted(len(self.report.sources), "source")
        within = view.word("in")
        if counts[Level.ERROR]:
            return f"{view.counted(counts[Level.ERROR], 'error')} {within} {sources}"
        if counts[Level.WARNING]:
            possible = view.counted(counts[Level.WARNING], "warning")
            return f"{view.word('no-conflict')}, {possible} {within} {sources}"
        found = view.counted(sum(counts.values()), "finding")
        claims = view.counted(self.report.coverage.claims, "claim")
        return f"{found} {within} {sources}, {claims}"

    @property
    def groups(self) -> tuple[tuple[Level, tuple[Finding, ...]], ...]:
        """The findings of the main list by level, accepted ones behind open ones."""
        grouped = []
        for level in Level:
            of = [f for f in self.main if f.level is level]
            of.sort(key=lambda f: f.status != "open")
            if of:
                grouped.append((level, tuple(of)))
        return tuple(grouped)

    @property
    def front(self) -> tuple[Finding, ...]:
        """What the first screen shows."""
        open_ = [f for f in self.main if f.status == "open"]
        loud = [f for f in open_ if f.level is not Level.INFO]
        return tuple(open_[: max(3, min(len(loud), 8))])

    @property
    def types(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Type -> open findings per level, most severe types first."""
        counted = Counter((f.type, f.level) for f in self.report.findings if f.status == "open")
        rows = [
            (kind, tuple(counted[kind, level] for level in Level))
            for kind in {kind for kind, _ in counted}
        ]
        return tuple(sorted(rows, key=lambda row: (tuple(-n for n in row[1]), row[0])))

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """Rules that fired, with their names."""
        return tuple(sorted({(f.rule, f.name) for f in self.report.findings}))

    @property
    def all_types(self) -> tuple[str, ...]:
        """Types that occur."""
        return tuple(sorted({f.type for f in self.report.findings}))

    @property
    def provenance(self) -> tuple[tuple[str, str], ...]:
        """The run, flattened to (name, value)."""
        return tuple(_flat("", self.report.run))

    # -- a source --------------------------------------------------------------

    def evidence(self, known: Known | None) -> str:
        """Return where a value comes from, in words."""
        return self.view.word(f"evidence-{known.evidence}") if known is not None else ""

    def link(self, source: Source) -> str:
        """Return the address of a source if it is one a browser may follow, else nothing."""
        if source.url is None:
            return ""
        try:
            parts = urlsplit(source.url.value)
        except ValueError:
            return ""
        return source.url.value if parts.scheme in {"http", "https"} and parts.netloc else ""

    def original(self, side: Side) -> str:
        """Return the address of a quote in the original, as a text fragment; empty if none."""
        source = self.source(side)
        if source is None or not (address := self.link(source)) or "#" in address:
            return ""
        words = side.quote.split()
        first, last = " ".join(words[:4]), " ".join(words[-4:])
        parts = (first,) if len(words) <= 8 else (first, last)
        return f"{address}#:~:text=" + ",".join(_fragment(part) for part in parts)

    def support(self, source: Source) -> tuple[tuple[str, int], ...]:
        """Return how many claims of a source stand in which state of support."""
        counts: dict[str, int] = {}
        for claim in self.full.claims.get(source.id, ()):
            support = self.report.support.get(claim.id)
            status = support.status if support else "not-checkable"
            counts[status] = counts.get(status, 0) + 1
        order = ("corroborated", "contested", "single-origin", "not-checkable")
        return tuple((key, counts[key]) for key in order if key in counts)

    # -- a finding -------------------------------------------------------------

    def excerpt(self, side: Side) -> Excerpt:
        """Return a side's quote in its surroundings, cut to what a column holds."""
        found = self.view.excerpt(side, self.reach)
        return replace(found, quote=clipped(found.quote, _LONGEST_QUOTE))

    def glimpse(self, side: Side) -> tuple[tuple[str, bool], ...]:
        """Return the words around the first mark of a side, as (text, marked) pieces."""
        pieces = marked(side)
        at = next((i for i, (_, mark) in enumerate(pieces) if mark), 0)
        before = "".join(text for text, _ in pieces[:at])
        after = "".join(text for text, _ in pieces[at + 1 :])
        if len(before) > _GLIMPSE:
            before = "… " + before[-_GLIMPSE:].partition(" ")[2]
        if len(after) > _GLIMPSE:
            after = after[:_GLIMPSE].rpartition(" ")[0] + " …"
        text, mark = pieces[at]
        if len(text) > 4 * _GLIMPSE:
            text = text[: 4 * _GLIMPSE].rpartition(" ")[0] + " …"
        return (before, False), (text, mark), (after, False)

    def source(self, side: Side) -> Source | None:
        """Return the source of a side."""
        return self.view.source_by_id.get(side.source)

    def target(self, side: Side) -> str:
        """Return the anchor of a side in the full text."""
        return self.anchors.get(side.claim) or self.source_anchor.get(side.source, "sources")

    def badges(self, finding: Finding) -> tuple[str, ...]:
        """Return the signs of the sources of a finding, each once."""
        badges = self.view.badge
        return tuple(dict.fromkeys(badges.get(side.source, "?") for side in finding.sides))

    def number_line(self, finding: Finding) -> Any:
        """Return what the number line draws, None if nothing."""
        return number_line(finding, self.view)

    def witnesses(self, finding: Finding) -> str:
        """Return how many origins stand behind a finding, and which copies are not counted."""
        origins = self.view.origins(finding)
        names = ", ".join(self.view.badge.get(origin, origin) for origin in origins)
        return f"{self.view.counted(len(origins), 'origin')} ({names})"

    def advice(self, finding: Finding) -> str:
        """Return the anchor under which question and limits of a finding stand once for all."""
        lang = self.view.lang
        key = (finding.rule, self.view.question(finding), finding.limits.get(lang))
        return self._advice.setdefault(key, f"R{len(self._advice) + 1}")

    @property
    def advices(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return what `advice` pointed to, as (anchor, rule, question, limits)."""
        return tuple((anchor, *key) for key, anchor in self._advice.items())

    def command(self, finding: Finding) -> str:
        """Return the command that accepts a finding."""
        return f'{self.options.accept} {finding.fingerprint} --because "…"'


def _fragment(words: str) -> str:
    """Return words as part of a text fragment, in which ``-`` and ``,`` have a meaning."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")


def _flat(prefix: str, value: object) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        rows: list[tuple[str, str]] = []
        for key in sorted(value, key=str):
            rows += _flat(f"{prefix}.{key}" if prefix else str(key), value[key])
        return rows
    if isinstance(value, (list, tuple)):
        return [(prefix, ", ".join(str(item) for item in value))]
    return [(prefix, "" if value is None else str(value))]
