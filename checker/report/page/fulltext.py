"""Cut a source into the pieces that the page marks: claims, furniture, the rest.

Claims may lie inside one another (a clause in its sentence); every character belongs
to the shortest claim that covers it, so that the pieces join to the text again.

Floor 4 (report).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Claim, Finding, Furniture, Source
from checker.report.view import View

_LOOKS = {"corroborated": "co", "contested": "ct", "single-origin": "so"}
#: How a claim stands to its counterpart, where it does not contradict it.
_SIGNS = {"copied": "=", "vaguer": "\u2248", "superseded": "\u2192"}


@dataclass(frozen=True, slots=True)
class Link:
    """From a claim to a counterpart."""

    href: str
    sign: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look.

    Attributes:
        text: Verbatim.
        kind: corroborated, contested, single-origin, not-checkable, furniture or empty.
        anchor: Where links to the claim arrive, empty if this is not its first piece.
        title: What a reader sees on asking.
        links: To the counterparts, only on the last piece of a claim.
    """

    text: str
    kind: str
    anchor: str = ""
    title: str = ""
    links: tuple[Link, ...] = ()

    @property
    def look(self) -> str:
        """Short class name of the state of support; a page names it thousands of times."""
        return _LOOKS.get(self.kind, "nc")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the source.

    Attributes:
        number: 1-based line in the file.
        kind: headline, teaser, subhead, caption, body or furniture.
        pieces: In order.
    """

    number: int
    kind: str
    pieces: tuple[Piece, ...]


class FullText:
    """The sources of a report as marked paragraphs."""

    def __init__(self, view: View, anchors: Mapping[str, str]) -> None:
        self.view = view
        self.anchors = anchors
        self.claims: dict[str, list[Claim]] = {}
        for claim in view.report.claims:
            self.claims.setdefault(claim.source, []).append(claim)
        self.findings: dict[str, list[Finding]] = {}
        for finding in view.report.findings:
            if finding.type != "unsupported":
                for side in finding.sides:
                    if side.claim:
                        self.findings.setdefault(side.claim, []).append(finding)

    def paragraphs(self, source: Source) -> tuple[Paragraph, ...]:
        """Return the lines of a source that are not empty."""
        owners = self._owners(source)
        found = []
        at = 0
        for count, line in enumerate(source.text.split("\n"), 1):
            end = at + len(line)
            if line.strip():
                pieces = self._pieces(source, owners, at, end)
                number = source.line_column(at)[0] if source.places else count
                found.append(Paragraph(number, _kind(source, at, end, pieces), pieces))
            at = end + 1
        return tuple(found)

    def _owners(self, source: Source) -> list[tuple[int, int, Claim | Furniture | None]]:
        """Return (start, end, owner) stretches that cover the text without overlap."""
        spans: list[tuple[int, int, Claim | Furniture]] = [
            (c.start, c.end, c) for c in self.claims.get(source.id, ())
        ]
        spans += [(f.start, f.end, f) for f in source.furniture]
        cuts = sorted({0, len(source.text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
        opening: dict[int, list[tuple[int, int, Claim | Furniture]]] = {}
        for span in spans:
            opening.setdefault(span[0], []).append(span)
        alive: list[tuple[int, int, Claim | Furniture]] = []
        owners: list[tuple[int, int, Claim | Furniture | None]] = []
        for start, end in pairwise(cuts):
            alive = [span for span in alive if span[1] > start]
            alive += [span for span in opening.get(start, ()) if span[1] > start]
            best = min(alive, key=_rank, default=None)
            owners.append((start, end, best[2] if best else None))
        return owners

    def _pieces(
        self,
        source: Source,
        owners: list[tuple[int, int, Claim | Furniture | None]],
        first: int,
        last: int,
    ) -> tuple[Piece, ...]:
        pieces = []
        for start, end, owner in _within(owners, first, last):
            text = source.text[max(start, first) : min(end, last)]
            if isinstance(owner, Claim):
                pieces.append(self._claim_piece(owner, text, start, end))
            elif isinstance(owner, Furniture):
                reason = self.view.word(f"furniture-{owner.reason}")
                pieces.append(Piece(text, "furniture", title=reason))
            else:
                pieces.append(Piece(text, ""))
        return tuple(pieces)

    def _claim_piece(self, claim: Claim, text: str, start: int, end: int) -> Piece:
        support = self.view.report.support.get(claim.id)
        status = support.status if support else "not-checkable"
        return Piece(
            text=text,
            kind=status,
            anchor=self.anchors[claim.id] if start == claim.start else "",
            title=self.view.word(status) if status != "single-origin" else "",
            links=self._links(claim) if end == claim.end else (),
        )

    def _links(self, claim: Claim) -> tuple[Link, ...]:
        view = self.view
        links = []
        for finding in self.findings.get(claim.id, ()):
            others = dict.fromkeys(
                view.badge.get(side.source, "?") for side in finding.sides if side.claim != claim.id
            )
            sign = _SIGNS.get(finding.type, "\u2260")
            links.append(
                Link(
                    f"#F-{finding.fingerprint}",
                    sign + "".join(others),
                    finding.level.value,
                    finding.message.get(view.lang),
                )
            )
        links += self._supporting(claim)
        return tuple(links)

    def _supporting(self, claim: Claim) -> list[Link]:
        """Return one link per source that says the same, to the first such claim in it."""
        view = self.view
        support = view.report.support.get(claim.id)
        by_source: dict[str, list[Claim]] = {}
        for other_id in support.by if support else ():
            other = view.claim_by_id.get(other_id)
            if other is not None:
                by_source.setdefault(other.source, []).append(other)
        return [
            Link(
                f"#{self.anchors[others[0].id]}",
                "=" + view.badge.get(source_id, "?"),
                "ok",
                f"{view.word('corroborated')}: {others[0].quote[:160]}"
                + (f" (+{len(others) - 1})" if len(others) > 1 else ""),
            )
            for source_id, others in sorted(by_source.items())
        ]


def _rank(span: tuple[int, int, Claim | Furniture]) -> tuple[int, int, int]:
    """Shortest first; a claim before furniture of the same length."""
    start, end, owner = span
    return end - start, isinstance(owner, Furniture), start


def _within(
    owners: list[tuple[int, int, Claim | Furniture | None]], first: int, last: int
) -> list[tuple[int, int, Claim | Furniture | None]]:
    at = max(bisect_right(owners, first, key=lambda o: o[0]) - 1, 0)
    found = []
    while at < len(owners) and owners[at][0] < last:
        if owners[at][1] > first:
            found.append(owners[at])
        at += 1
    return found


def _kind(source: Source, start: int, end: int, pieces: tuple[Piece, ...]) -> str:
    if all(piece.kind == "furniture" or not piece.text.strip() for piece in pieces):
        return "furniture"
    for part in source.parts:
        if part.start < end and start < part.end:
            return part.kind
    return "body"
