"""Tell headline, teaser, caption, sub-heading and body apart, and two articles in one file.

A headline claims in the desk's words what the body claims in the reporter's; a caption may be
years older than its article.  So each stretch says what it is.  Furniture lies in no part.

Floor 3 (read).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checker.model import Part
from checker.read.credits import dateline_end
from checker.read.furniture import is_caption, is_heading, is_paragraph
from checker.read.metaline import read_meta
from checker.read.reading import Line

#: A second article begins after so many paragraphs of the first at the earliest.
_BEFORE: Final = 2
#: So many lines of an article are looked at for how it calls its persons.
_LOOKED_AT: Final = 40
#: A standfirst is at most so many characters long.
_TEASER: Final = 400
_GIVEN: Final = r"[A-ZÄÖÜ][a-zäöüßéèóáíščž-]{2,20}"
#: Two capitalised words in a row, overlapping ("Präsident Wladimir", "Wladimir Putin").
_FULL_NAME: Final = re.compile(rf"\b(?=({_GIVEN}) ((?:van |von |de |der |al-)?{_GIVEN})\b)")
_CAPITALISED: Final = re.compile(r"\b[A-ZÄÖÜ][\w-]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The parts of a text and the datelines that had to be cut off its paragraphs.

    Attributes:
        parts: In order, one per paragraph.
        leads: Spans such as "Kaltegg (dpa) - " at the head of a paragraph.
    """

    parts: tuple[Part, ...]
    leads: tuple[tuple[int, int], ...] = ()


def find_parts(lines: Sequence[Line], reasons: Sequence[str]) -> Structure:
    """Return what each line that is no furniture is."""
    content = [i for i in range(len(lines)) if not reasons[i]]
    starts = _article_starts(lines, reasons, content)
    parts: list[Part] = []
    leads: list[tuple[int, int]] = []
    bounds = [*starts, len(lines)]
    for article, (low, high) in enumerate(itertools.pairwise(bounds)):
        chosen = [i for i in content if low <= i < high]
        kinds = _kinds(lines, reasons, chosen)
        first = True
        for index in chosen:
            line, kind = lines[index], kinds[index]
            start = line.start
            if kind == "body":
                rest = " ".join(lines[i].text for i in chosen if i != index) if first else ""
                cut = dateline_end(line.text, first=first, rest=rest)
                first = False
                if cut and line.start + cut < line.end:
                    start = line.start + cut
                    leads.append((line.start, start))
            parts.append(Part(start=start, end=line.end, kind=kind, article=article))
    return Structure(parts=tuple(parts), leads=tuple(leads))


def _kinds(lines: Sequence[Line], reasons: Sequence[str], chosen: Sequence[int]) -> dict[int, str]:
    """Return the kind of each content line of one article."""
    kinds = {i: _own_kind(lines, reasons, i) for i in chosen}
    texts = [i for i in chosen if kinds[i] not in {"caption"}]
    headline = _headline(lines, reasons, texts, kinds)
    if headline is not None:
        kinds[headline] = "headline"
    _mark_teaser(lines, reasons, texts, kinds, headline)
    for place, index in enumerate(texts):
        if kinds[index]:
            continue
        after = texts[place + 1] if place + 1 < len(texts) else None
        heads = after is not None and (is_paragraph(lines[after].text) or kinds[after] == "list")
        before_headline = headline is not None and index < headline
        no_end = not re.search(r"[.!][\"“”»«'’)*_]*\s*\Z", lines[index].text)
        kinds[index] = (
            "subhead"
            if is_heading(lines[index].text) and no_end and (heads or before_headline)
            else "body"
        )
    return {i: "body" if kind == "list" else kind for i, kind in kinds.items()}


def _own_kind(lines: Sequence[Line], reasons: Sequence[str], index: int) -> str:
    if lines[index].kind:
        return lines[index].kind
    return "caption" if is_caption(lines, reasons, index) else ""


def _headline(
    lines: Sequence[Line],
    reasons: Sequence[str],
    texts: Sequence[int],
    kinds: dict[int, str],
) -> int | None:
    """Return the line that is the headline, None if the text has none."""
    marked = [i for i in texts if kinds[i] == "headline"]
    if marked:
        return marked[0]
    if any(kinds[i] in {"subhead", "body", "teaser"} for i in texts[:1]):
        return None
    head: list[int] = []
    for index in texts:
        if is_paragraph(lines[index].text) or kinds[index]:
            break
        head.append(index)
    if not head and len(texts) > 2 and is_heading(lines[texts[1]].text) and not kinds[texts[1]]:
        return texts[1]  # a standfirst above its headline
    candidates = [i for i in head[:3] if is_heading(lines[i].text)]
    if not candidates or (len(head) > 3 and len(head) == len(texts)):
        first = texts[0] if texts else None
        if first is not None and _short_sentence_as_title(lines, reasons, first):
            return first
        return candidates[0] if candidates else None
    by_meta = [i for i in candidates if _meta_follows(lines, reasons, i)]
    if len(texts) == len(candidates) == 1:
        return None if re.search(r"[.!]\W*\Z", lines[candidates[0]].text) else candidates[0]
    if by_meta:
        return by_meta[0]
    # A kicker above is shorter than its headline, a standfirst below is longer than it.
    first, *others = candidates
    for other in others:
        if len(lines[first].text.split()) <= 4 < len(lines[other].text.split()):
            return other
    return first


def _short_sentence_as_title(lines: Sequence[Line], reasons: Sequence[str], index: int) -> bool:
    return len(lines[index].text) <= 120 and _meta_follows(lines, reasons, index)


def _meta_follows(lines: Sequence[Line], reasons: Sequence[str], index: int) -> bool:
    return index + 1 < len(lines) and reasons[index + 1] in {"byline", "dateline"}


def _mark_teaser(
    lines: Sequence[Line],
    reasons: Sequence[str],
    texts: Sequence[int],
    kinds: dict[int, str],
    headline: int | None,
) -> None:
    """Mark standfirsts: above the headline, or between it and a by-line or dateline."""
    if headline is None:
        return
    for index in texts:
        if index < headline and not kinds[index] and is_paragraph(lines[index].text):
            kinds[index] = "teaser"
    below = [i for i in texts if i > headline]
    if len(below) < 2 or kinds[below[0]] or len(lines[below[0]].text) > _TEASER:
        return
    first, second = below[0], below[1]
    signed = any(reasons[i] in {"byline", "dateline"} for i in range(first + 1, second))
    placed = dateline_end(lines[second].text, first=True) > 0
    boxed = any(reasons[i] == "teaser" for i in range(first + 1, second))
    if is_paragraph(lines[first].text) and (signed or placed or boxed):
        kinds[first] = "teaser"


def _article_starts(
    lines: Sequence[Line], reasons: Sequence[str], content: Sequence[int]
) -> list[int]:
    """Return the indices of the lines at which articles begin; the first is 0."""
    starts = [0]
    paragraphs, begun = 0, 0
    for place, index in enumerate(content):
        line = lines[index]
        enough = paragraphs >= _BEFORE
        paragraphs += is_paragraph(line.text)
        if not enough or (line.kind and line.kind != "headline") or not is_heading(line.text):
            continue
        lead = next((i for i in content[place + 1 : place + 7] if is_paragraph(lines[i].text)), 0)
        if not lead or lead > index + 6:
            continue
        if (
            line.kind == "headline"
            or _dated_between(lines, reasons, index, lead)
            or _introduces_again(
                lines, content[begun : min(place, begun + _LOOKED_AT)], index, lead
            )
        ):
            starts.append(index)
            paragraphs, begun = 0, place
    return starts


def _dated_between(lines: Sequence[Line], reasons: Sequence[str], index: int, lead: int) -> bool:
    """Return whether a by-line or full date stands between a heading and its paragraph."""
    for i in range(index + 1, lead):
        meta = read_meta(lines[i].text) if reasons[i] in {"byline", "dateline"} else None
        if meta is not None and (meta.stamps or meta.author):
            return True
    return False


def _introduces_again(lines: Sequence[Line], since: Sequence[int], heading: int, lead: int) -> bool:
    """Return whether a paragraph introduces in full two persons already introduced in full.

    A newspaper gives a person's full name once and the surname from then on.  Where two main
    persons come with full names again, under a heading that shares words with the first
    headline, another article has begun.
    """
    opening = " ".join(lines[i].text[:1000] for i in since[:3])
    again = set(_FULL_NAME.findall(opening)) & set(_FULL_NAME.findall(lines[lead].text[:400]))
    if len(again) < 2:
        return False
    between = " ".join(lines[i].text[:2000] for i in since[3:_LOOKED_AT])
    surnames_only = sum(
        1
        for first, last in again
        if last in between and between.count(f"{first} {last}") * 2 <= between.count(last)
    )
    title = set(_CAPITALISED.findall(lines[since[0]].text))
    shared = title & set(_CAPITALISED.findall(lines[heading].text))
    return len(shared) >= 2 and surnames_only >= 1
