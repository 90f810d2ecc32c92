"""What several forms need to know about a report: lookups, counts, excerpts.

Floor 4 (report).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from checker.model import Claim, Finding, InputRecord, Level, Report, Side, Source, State
from checker.report.numbers import number
from checker.report.safe import one_line
from checker.report.strings import notice, noun, question, word

#: Types that stand alone or repeat another; forms list them in brief, apart from the conflicts.
BRIEF = frozenset({"unsupported", "copied"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote with what stands around it; the spans are verbatim.

    Attributes:
        before: Text before the quote, shortened at a word.
        quote: The quote, cut into (text, marked) pieces.
        after: Text after it.
        cut_before: Whether more of the paragraph stands before.
        cut_after: Whether more of it stands after.
    """

    before: str
    quote: tuple[tuple[str, bool], ...]
    after: str
    cut_before: bool
    cut_after: bool


class View:
    """A report with its lookups, made once per rendering."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.lang = report.ui_lang

    def word(self, key: str) -> str:
        """Return a label of the interface."""
        return word(key, self.lang)

    def count(self, value: int) -> str:
        """Return a count as the interface's language writes it."""
        return number(value, self.lang)

    def counted(self, value: int, key: str) -> str:
        """Return a count with its noun: "1 Quelle", "5 Quellen"."""
        return f"{self.count(value)} {noun(value, key, self.lang)}"

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.report.sources}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def badge(self) -> dict[str, str]:
        """Source id -> short sign: A, B, C for up to 26 sources, else 1, 2, 3."""
        few = len(self.report.sources) <= 26
        return {
            source.id: chr(ord("A") + i) if few else str(i + 1)
            for i, source in enumerate(self.report.sources)
        }

    @cached_property
    def by_level(self) -> dict[Level, int]:
        """Number of open findings per level."""
        counted = Counter(f.level for f in self.report.findings if f.status == "open")
        return {level: counted[level] for level in Level}

    @cached_property
    def accepted(self) -> int:
        """Number of accepted findings."""
        return sum(f.status == "accepted" for f in self.report.findings)

    @cached_property
    def support_counts(self) -> dict[str, int]:
        """Number of claims per state of support."""
        counted = Counter(s.status for s in self.report.support.values())
        return {
            key: counted[key]
            for key in ("corroborated", "contested", "single-origin", "not-checkable")
        }

    @cached_property
    def unread(self) -> tuple[InputRecord, ...]:
        """Inputs that were not wholly read."""
        return tuple(i for i in self.report.coverage.inputs if i.state is not State.READ)

    def shown(self, show: Level) -> tuple[Finding, ...]:
        """Return the findings at or above a level, in the report's order."""
        return tuple(f for f in self.report.findings if f.level.rank <= show.rank)

    def title(self, source: Source) -> str:
        """Return the headline of a source, its id if none is known."""
        return source.title.value if source.title is not None else source.id

    def published(self, source: Source) -> str:
        """Return when a source appeared, as the interface writes dates; empty if unknown."""
        low, high = source.published_low, source.published_high
        if low is None:
            return source.published.value if source.published is not None else ""
        if high is None or (high - low).total_seconds() <= 60:
            return self.moment(low)
        if (high - low).total_seconds() <= 86400:
            return self.date(low)
        return f"{self.date(low)} \u2013 {self.date(high - timedelta(days=1))}"

    def not_checked(self) -> tuple[str, ...]:
        """Return one remark per kind of thing that was not checked; none is left out."""
        coverage, remarks = self.report.coverage, []
        for value, key in (
            (len(self.unread), "unread"),
            (coverage.not_comparable, "not-compared"),
            (self.support_counts["single-origin"], "single-claim"),
            (self.support_counts["not-checkable"], "not-checkable-claim"),
            (coverage.furniture, "furniture-character"),
            (coverage.capped, "capped"),
        ):
            if value:
                remarks.append(self.counted(value, key))
        return tuple(remarks)

    def headline(self, finding: Finding) -> str:
        """Return the message as a headline: rules write it in the middle of a line."""
        message = finding.message.get(self.lang)
        return message[:1].upper() + message[1:]

    def question(self, finding: Finding) -> str:
        """Return what to ask, or what would clear the finding."""
        return question(finding.remedy, self.lang)

    def notice(self, remark: str) -> str:
        """Return a remark on reading in words."""
        return notice(remark, self.lang)

    def notes(self) -> tuple[str, ...]:
        """Return the ledger's further remarks in words, `source: remark`."""
        said = []
        for key, detail in self.report.coverage.notes:
            source, colon, remark = detail.partition(": ")
            if key == "reading" and colon:
                said.append(f"{source}: {self.notice(remark)}")
            else:
                said.append(f"{self.word(key)}: {detail}")
        return tuple(said)

    def as_of(self, side: Side) -> str:
        """Return when a statement holds, ISO dates written as the interface writes dates."""
        try:
            when = datetime.fromisoformat(side.as_of)
        except ValueError:
            return side.as_of
        return self.date(when) if len(side.as_of) <= 10 else self.moment(when)

    def date(self, when: datetime) -> str:
        """Return a day: 7.11.2024 or 2024-11-07."""
        if self.lang == "de":
            return f"{when.day}.{when.month}.{when.year}"
        return f"{when:%Y-%m-%d}"

    def moment(self, when: datetime) -> str:
        """Return a day with its time."""
        return f"{self.date(when)}, {when:%H:%M}" + (" Uhr" if self.lang == "de" else "")

    def origins(self, finding: Finding) -> tuple[str, ...]:
        """Return the distinct origins behind the sides of a finding, in order of the sides."""
        found = [self.report.origins.get(s.source, s.source) for s in finding.sides]
        return tuple(dict.fromkeys(found))

    def excerpt(self, side: Side, reach: int) -> Excerpt:
        """Return a side's quote with up to `reach` code points of its paragraph on each side."""
        source = self.source_by_id.get(side.source)
        if source is None or source.text[side.start : side.end] != side.quote:
            return Excerpt("", ((side.quote, False),), "", False, False)
        text = source.text
        first = text.rfind("\n", 0, side.start) + 1
        last = text.find("\n", side.end)
        last = len(text) if last < 0 else last
        before, after = text[first : side.start], text[side.end : last]
        if reach <= 0:
            return Excerpt("", marked(side), "", bool(before.strip()), bool(after.strip()))
        cut_before, cut_after = len(before) > reach, len(after) > reach
        if cut_before:
            before = before[len(before) - reach :].partition(" ")[2]
        if cut_after:
            after = after[:reach].rpartition(" ")[0]
        return Excerpt(before, marked(side), after, cut_before, cut_after)

    def place(self, side: Side) -> tuple[int, int]:
        """Return line and column (1-based, code points) of a side."""
        if side.line:
            return side.line, side.column
        source = self.source_by_id.get(side.source)
        return source.line_column(side.start) if source is not None else (1, 1)

    def voice(self, side: Side) -> str:
        """Return who vouches for a side; empty if its reading has just said so."""
        speaker = one_line(side.speaker)
        if speaker and speaker.casefold() in side.reading.get(self.lang).casefold():
            return ""
        return speaker or self.word("voice-outlet")


def marked(side: Side) -> tuple[tuple[str, bool], ...]:
    """Return the quote of a side cut into (text, marked) pieces; the pieces join to the quote."""
    pieces: list[tuple[str, bool]] = []
    at = side.start
    for start, end in sorted(side.marks):
        start, end = max(start, at), min(end, side.end)  # noqa: PLW2901
        if start >= end:
            continue
        if start > at:
            pieces.append((side.quote[at - side.start : start - side.start], False))
        pieces.append((side.quote[start - side.start : end - side.start], True))
        at = end
    if at < side.end or not pieces:
        pieces.append((side.quote[at - side.start :], False))
    return tuple(pieces)


def clipped(pieces: tuple[tuple[str, bool], ...], most: int) -> tuple[tuple[str, bool], ...]:
    """Return pieces shortened to about `most` characters; marks keep their surroundings."""
    if sum(len(text) for text, _ in pieces) <= most:
        return pieces
    room = max(most // len(pieces), 16)
    shortened = []
    for i, (text, mark) in enumerate(pieces):
        if len(text) <= room:
            short = text
        elif i == 0 and not mark and len(pieces) > 1:
            short = f"… {text[-room:]}"
        elif i == len(pieces) - 1 and not mark:
            short = f"{text[:room]} …"
        else:
            short = f"{text[: room // 2]} … {text[-room // 2 :]}"
        shortened.append((short, mark))
    return tuple(shortened)


def clip(text: str, most: int) -> str:
    """Return text cut to `most` characters, an ellipsis in place of the rest."""
    return text if len(text) <= most else f"{text[: most - 2]} …"
