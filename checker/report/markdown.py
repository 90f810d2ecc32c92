"""The report as Markdown for pull requests and wikis.

Article text may hold anything: mentions, issue numbers, images that track, HTML.
`plain` takes the meaning from all of it on GitHub and GitLab: punctuation is
escaped, angle brackets become entities, and a zero-width space breaks what these
sites link on their own (mentions, issues, commits, addresses).

Floor 4 (report).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Finding, Level, Report, Side
from checker.report.options import Options
from checker.report.safe import one_line
from checker.report.view import BRIEF, View, clipped

_ZWSP = "\u200b"
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()#!|~^$]")
#: What would make a line a list, a heading's underline or a rule.
_LEADING = re.compile(r"(?<!.)(?:\d+(?=[.)])|(?=[-+=:>]))")
#: What GitHub and GitLab turn into links although nobody wrote a link.
_LINKED = re.compile(
    r"(?<=[@#!$%~&^])(?=[\w\"{*])"  # @team #12 !12 $12 %"goal" ~label &12
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)"  # addresses
    r"|(?<=\bGH)(?=-\d)|(?<=\bgh)(?=-\d)"
    r"|(?<=\b[0-9a-f]{3})(?=[0-9a-f]{4,61}\b)"  # commits
    r"|(?<=:)(?=\w{1,40}:)"  # :emoji:
)
_REACH = 160
_MARKS = {Level.ERROR: "🔴", Level.WARNING: "🟠", Level.INFO: "🔵"}
#: GitHub cuts a comment at 65 536 characters and a file preview far later; a report that is
#: longer than this names what it left out.
_MAX_FINDINGS = 250
#: Characters of a quote that is listed in brief.
_LONGEST = 300
#: Characters of a quote that is shown in full.
_LONGEST_QUOTE = 1500


def plain(text: str) -> str:
    """Return the text as one line of Markdown that shows exactly these characters."""
    broken = _LINKED.sub(_ZWSP, one_line(text))
    escaped = _PUNCTUATION.sub(r"\\\g<0>", broken.translate(_ENTITIES))
    return _LEADING.sub(r"\g<0>\\", escaped, count=1)


def code(text: str) -> str:
    """Return the text as a code span, whatever back-ticks it holds."""
    line = one_line(text).replace("|", "\u2502")
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def render(report: Report, options: Options) -> str:
    """Return the report as Markdown, findings at or above ``options.show``."""
    view = View(report)
    lines = [*_head(view), *_overview(view)]
    shown = view.shown(options.show)
    for level in Level:
        group = [f for f in shown if f.level is level and f.type not in BRIEF]
        if not group:
            continue
        lines += [f"## {view.word(level.value + 's')} ({view.count(len(group))})", ""]
        for finding in group[:_MAX_FINDINGS]:
            lines += _finding(finding, view, options)
        if len(group) > _MAX_FINDINGS:
            more = view.count(len(group) - _MAX_FINDINGS)
            lines += [f"… {more} {view.word('more-in-report')}", ""]
    for kind, title in (("unsupported", "unsupported-title"), ("copied", "copied-title")):
        lines += _briefly([f for f in shown if f.type == kind], view.word(title), view)
    hidden = len(report.findings) - len(shown)
    if hidden:
        lines += [f"{view.counted(hidden, 'finding')} {view.word('hidden')}", ""]
    if report.resolved:
        lines += [f"## {view.word('resolved')} ({view.count(len(report.resolved))})", ""]
        lines += [f"- {code(f.rule)} {plain(view.headline(f))}" for f in report.resolved]
        lines += [""]
    lines += [*_coverage(view), *_families(view), *_provenance(view)]
    return "\n".join(lines).rstrip() + "\n"


def _head(view: View) -> Iterator[str]:
    yield f"# {view.word('report')}"
    yield ""
    counts = ", ".join(view.counted(view.by_level[level], level.value) for level in Level)
    accepted = f", {view.count(view.accepted)} {view.word('accepted')}" if view.accepted else ""
    yield (
        f"**{counts}{accepted}** – {view.counted(len(view.report.sources), 'source')}, "
        f"{view.counted(view.report.coverage.claims, 'claim')}, "
        f"{view.counted(view.report.coverage.compared, 'pair')}."
    )
    yield ""
    remarks = "; ".join(view.not_checked())
    if remarks:
        yield f"**{view.word('not-checked')}:** {plain(remarks)}"
        yield ""
    yield f"_{view.word('verdict-note')}_"
    yield ""


def _overview(view: View) -> Iterator[str]:
    names = [view.word(k) for k in ("source", "published", "claims", "findings")]
    yield "| | " + " | ".join(names) + " |"
    yield "|---|---|---|--:|--:|"
    claims: dict[str, int] = {}
    for claim in view.report.claims:
        claims[claim.source] = claims.get(claim.source, 0) + 1
    found: dict[str, int] = {}
    for finding in view.report.findings:
        if finding.level is not Level.INFO:
            for source_id in {side.source for side in finding.sides}:
                found[source_id] = found.get(source_id, 0) + 1
    for source in view.report.sources:
        yield (
            f"| {view.badge[source.id]} | {plain(view.title(source))} ({code(source.id)}) "
            f"| {plain(view.published(source)) or view.word('unknown')} "
            f"| {view.count(claims.get(source.id, 0))} | {view.count(found.get(source.id, 0))} |"
        )
    yield ""


def _finding(finding: Finding, view: View, options: Options) -> Iterator[str]:
    lang = view.lang
    state = f" ({view.word('accepted')})" if finding.status == "accepted" else ""
    message = plain(view.headline(finding))
    yield f"### {_MARKS[finding.level]} {code(finding.rule)} {message}{state}"
    yield ""
    for side in finding.sides:
        yield from _side(side, view)
    yield f"**{view.word('remedy')}:** {plain(view.question(finding))}"
    yield ""
    yield "<details>"
    yield f"<summary>{view.word('reckoning')}</summary>"
    yield ""
    for i, step in enumerate(finding.reckoning, 1):
        yield f"{i}. {plain(step.get(lang))}"
    for name, ground in finding.grounds:
        yield (
            f"- {view.word(name)}: **{view.word(ground.standing.value)}** "
            f"{plain(ground.why.get(lang))}"
        )
    if finding.missing.get(lang):
        yield f"- {view.word('missing')}: {plain(finding.missing.get(lang))}"
    origins = view.origins(finding)
    yield f"- {view.word('origins')}: {len(origins)} ({', '.join(code(o) for o in origins)})"
    if finding.limits.get(lang):
        yield f"- {view.word('limits')}: {plain(finding.limits.get(lang))}"
    if finding.status == "accepted":
        yield f"- {view.word('because')}: {plain(finding.because)}"
    else:
        command = f'{options.accept} {finding.fingerprint} --because "…"'
        yield f"- {view.word('accept-with')} {code(command)}"
    yield ""
    yield "</details>"
    yield ""


def _briefly(findings: list[Finding], title: str, view: View) -> Iterator[str]:
    """List findings that rest on one place or repeat another, one line each, folded."""
    if not findings:
        return
    yield f"## {title} ({view.count(len(findings))})"
    yield ""
    yield "<details>"
    yield f"<summary>{view.word('show')}</summary>"
    yield ""
    for finding in findings[:_MAX_FINDINGS]:
        places = [code(f"{s.source}:{view.place(s)[0]}") for s in finding.sides]
        quote = " ".join(finding.sides[0].quote.split())
        short = quote if len(quote) <= _LONGEST else quote[:_LONGEST].rpartition(" ")[0] + " …"
        yield f"- {' = '.join(places)} {plain(short)}"
    if len(findings) > _MAX_FINDINGS:
        yield f"- … {view.count(len(findings) - _MAX_FINDINGS)} {view.word('more-in-report')}"
    yield ""
    yield "</details>"
    yield ""


def _side(side: Side, view: View) -> Iterator[str]:
    line, column = view.place(side)
    source = view.source_by_id.get(side.source)
    date = view.published(source) if source is not None else ""
    said = [
        code(f"{side.source}:{line}:{column}"),
        plain(date) or view.word("no-date"),
        plain(view.voice(side)),
        f"**{plain(side.reading.get(view.lang))}**" if side.reading.get(view.lang) else "",
    ]
    yield f"**{view.badge.get(side.source, '?')}** " + " · ".join(part for part in said if part)
    yield ""
    excerpt = view.excerpt(side, _REACH)
    quoted = clipped(excerpt.quote, _LONGEST_QUOTE)
    quote = "".join(_bold(text) if mark else _spaced(text) for text, mark in quoted)
    before = ("… " if excerpt.cut_before else "") + _spaced(excerpt.before)
    after = _spaced(excerpt.after) + (" …" if excerpt.cut_after else "")
    yield f"> {(before + quote + after).strip()}"
    yield ""


def _spaced(text: str) -> str:
    """Return `plain` with one space kept where the text begins or ends with white space."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{plain(text)}{right}"


def _bold(text: str) -> str:
    return f"<b>{plain(text)}</b>"


def _coverage(view: View) -> Iterator[str]:
    coverage = view.report.coverage
    yield f"## {view.word('coverage')}"
    yield ""
    for value, key in (
        (coverage.characters, "character"),
        (coverage.furniture, "furniture-character"),
        (coverage.claims, "claim"),
        (coverage.figures, "figure"),
        (coverage.compared, "pair"),
        (coverage.not_comparable, "not-compared"),
        (coverage.capped, "capped"),
    ):
        yield f"- {view.counted(value, key)}"
    for key, value in view.support_counts.items():
        yield f"- {view.counted(value, 'claim')} {view.word(key)}"
    for record in view.unread:
        yield (
            f"- {code(record.path)}: **{view.word(record.state.value)}** – "
            f"{plain(record.reason)} {plain(record.help)}"
        )
    for note in view.notes():
        yield f"- {plain(note)}"
    yield ""


def _families(view: View) -> Iterator[str]:
    if not view.report.families:
        return
    yield f"## {view.word('copies')}"
    yield ""
    for family in view.report.families:
        members = ", ".join(code(member) for member in family.members)
        yield f"- {view.word(family.kind)}: {members} ({family.share * 100:.0f} %)"
    yield ""


def _provenance(view: View) -> Iterator[str]:
    yield "<details>"
    yield f"<summary>{view.word('provenance')}</summary>"
    yield ""
    for key in sorted(view.report.run):
        yield f"- {plain(str(key))}: {code(str(view.report.run[key]))}"
    yield ""
    yield "</details>"
