"""Find out which texts are one witness.

Three papers that print one agency report are one origin, not three.  Texts are compared
sentence by sentence with their figures masked, so that a copy in which somebody altered a
number is still seen as a copy; the altered passages are kept, because that is a finding.

Candidates come from shared runs of words (an inverted index, no pairwise pass), the close
look is edit distance between sentences.

Floor 3 (corpus).
Sources: shingling after Broder 1997; thresholds by looking at invented agency copies: cut
short, with a local addition, and with one figure changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from checker.model import Claim, Family, Source

#: Words of a shingle, and number of texts in which it may occur before it is a commonplace.
_RUN: Final = 5
_COMMONPLACE: Final = 40
#: Shared runs that make two texts worth a close look.
_NOMINATED: Final = 4
#: Likeness (0..100) from which two sentences are one, and the least length of such a sentence.
_ONE: Final = 88
_LEAST: Final = 30
#: Sources above which a single sentence is stock ("Der Volltext steht nicht zur Verfügung").
_STOCK: Final = 3
#: Share of the smaller text from which it is a copy; or, if both credit one agency, from it.
_COPY: Final = 0.5
_AGENCY: Final = 0.2

#: An odd number that spreads small ones over 64 bits (2**64 divided by the golden ratio).
_SPREAD: Final = 0x9E3779B97F4A7C15

_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that two sources share.

    Attributes:
        left: Id of the first source (smaller id).
        left_start: Start of the sentence in its text.
        left_end: Its end.
        right: Id of the other.
        right_start: Start of the sentence in its text.
        right_end: Its end.
        altered: Whether the sentences differ in more than white space and punctuation.
    """

    left: str
    left_start: int
    left_end: int
    right: str
    right_start: int
    right_end: int
    altered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Which sources are one witness, and the passages that show it."""

    families: tuple[Family, ...]
    origins: dict[str, str]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    folded: str
    masked: str


def lineage(sources: Sequence[Source], claims: Sequence[Claim]) -> Lineage:
    """Return families of copies, the origin of every source, and the shared passages.

    Args:
        sources: All sources.
        claims: Their claims; sentences and figures are taken from them.
    """
    by_id = {s.id: s for s in sources}
    sentences = _sentences(by_id, claims)
    printed = Counter(text for own in sentences.values() for text in {s.masked for s in own})
    passages: list[Passage] = []
    links: list[tuple[str, str, str, float]] = []
    for left, right in _nominated(sentences):
        shared = _shared(left, sentences[left], right, sentences[right])
        if _stock(shared, sentences[left], printed):
            continue
        share = _share(shared, sentences[left], sentences[right])
        agency = _agencies(by_id[left]) & _agencies(by_id[right])
        kind = "copy" if share >= _COPY else "agency" if agency and share >= _AGENCY else ""
        if kind:
            links.append((left, right, kind, share))
            passages += shared
    families = _families(links, by_id)
    origins = {s.id: s.id for s in sources}
    for family in families:
        origins |= dict.fromkeys(family.members, family.origin)
    return Lineage(families=families, origins=origins, passages=tuple(passages))


def _sentences(by_id: dict[str, Source], claims: Sequence[Claim]) -> dict[str, list[_Sentence]]:
    """Return the sentences of each source, in order, headlines left out."""
    figures: dict[tuple[str, int, int], set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        if claim.part == "headline" or claim.source not in by_id:
            continue
        start, end = claim.sentence_start, claim.sentence_end
        if start >= end:
            start, end = claim.start, claim.end
        spans = figures[claim.source, start, end]
        spans |= {(f.start, f.end) for f in claim.figures}
    found: dict[str, list[_Sentence]] = {s: [] for s in sorted(by_id)}
    for (source, start, end), spans in sorted(figures.items()):
        text = by_id[source].text[start:end]
        found[source].append(_Sentence(start, end, _folded(text), _masked(text, start, spans)))
    return found


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _masked(text: str, offset: int, spans: set[tuple[int, int]]) -> str:
    """Return the folded sentence with a mark for each figure."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start - offset < at:
            continue
        parts += [text[at : start - offset], " # "]
        at = end - offset
    parts.append(text[at:])
    return " ".join(re.findall(r"\w+|#", _DIGITS.sub("#", "".join(parts).lower())))


def _nominated(sentences: dict[str, list[_Sentence]]) -> list[tuple[str, str]]:
    """Return the pairs of sources that share enough runs of words, sorted."""
    sources = sorted(sentences)
    counted: Counter[tuple[int, int]] = Counter()
    for group in _holders([[w for s in sentences[i] for w in s.masked.split()] for i in sources]):
        for i, one in enumerate(group):
            counted.update((one, other) for other in group[i + 1 :])
    return sorted((sources[a], sources[b]) for (a, b), n in counted.items() if n >= _NOMINATED)


def _holders(texts: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Yield for each run of words that several texts share, but not too many, which they are.

    Runs are numbers here, not strings: a corpus has millions.
    """
    import numpy as np

    known: dict[str, int] = {}
    runs, holder = [], []
    for number, words in enumerate(texts):
        if len(words) < _RUN:
            continue
        ids = np.array([known.setdefault(w, len(known)) for w in words], dtype=np.uint64)
        ids = (ids + np.uint64(1)) * np.uint64(_SPREAD)
        ids ^= ids >> np.uint64(29)
        run = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
        for at in range(_RUN):
            run = run * np.uint64(_SPREAD) + ids[at : at + len(run)]
        run = np.unique(run)
        runs.append(run)
        holder.append(np.full(len(run), number, dtype=np.int32))
    if not runs:
        return
    every, whose = np.concatenate(runs), np.concatenate(holder)
    order = np.argsort(every, kind="stable")
    every, whose = every[order], whose[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(every)])))
    for group in np.flatnonzero((sizes > 1) & (sizes <= _COMMONPLACE)).tolist():
        yield whose[starts[group] : starts[group] + sizes[group]].tolist()


def _shared(
    left: str, one: Sequence[_Sentence], right: str, other: Sequence[_Sentence]
) -> list[Passage]:
    """Return the sentences two sources share, each used once."""
    from rapidfuzz import fuzz, process

    found = []
    free = {i: s.masked for i, s in enumerate(other) if len(s.folded) >= _LEAST}
    for sentence in one:
        if len(sentence.folded) < _LEAST:
            continue
        hit = process.extractOne(
            sentence.masked, free, scorer=fuzz.ratio, processor=None, score_cutoff=_ONE
        )
        if hit is None:
            continue
        match = other[hit[2]]
        del free[hit[2]]
        found.append(
            Passage(
                left=left,
                left_start=sentence.start,
                left_end=sentence.end,
                right=right,
                right_start=match.start,
                right_end=match.end,
                altered=sentence.folded != match.folded,
            )
        )
    return found


def _stock(shared: Sequence[Passage], one: Sequence[_Sentence], printed: Counter[str]) -> bool:
    """Return whether two texts share but one sentence, and half the world prints it too."""
    if len(shared) != 1:
        return not shared
    at = {s.start: s.masked for s in one}
    return printed[at[shared[0].left_start]] > _STOCK


def _share(
    shared: Sequence[Passage], one: Sequence[_Sentence], other: Sequence[_Sentence]
) -> float:
    """Return the share of the smaller text that the other holds, 0..1, to 1/100."""
    totals = [sum(s.end - s.start for s in side) for side in (one, other)]
    held = [
        sum(p.left_end - p.left_start for p in shared),
        sum(p.right_end - p.right_start for p in shared),
    ]
    smaller = 0 if totals[0] <= totals[1] else 1
    return round(held[smaller] / totals[smaller], 2) if totals[smaller] else 0.0


def _agencies(source: Source) -> set[str]:
    return {a.value.upper() for a in source.agencies}


def _families(
    links: Sequence[tuple[str, str, str, float]], by_id: dict[str, Source]
) -> tuple[Family, ...]:
    """Return the connected groups of linked sources."""
    group: dict[str, set[str]] = {}
    for left, right, _, _ in links:
        joined = group.get(left, {left}) | group.get(right, {right})
        for member in joined:
            group[member] = joined
    found = []
    for members in sorted({tuple(sorted(g)) for g in group.values()}):
        inside = [link for link in links if link[0] in members]
        kind = "copy" if any(link[2] == "copy" for link in inside) else "agency"
        share = min(link[3] for link in inside)
        found.append(
            Family(
                origin=_origin([by_id[m] for m in members]),
                members=members,
                kind=kind,
                share=share,
            )
        )
    return tuple(found)


def _origin(members: Sequence[Source]) -> str:
    """Return the key of the origin: an agency all credits agree on, or the earliest source."""
    credited = [_agencies(m) for m in members if m.agencies]
    common = set.intersection(*credited) if credited else set()
    if common:
        return min(common)
    return min(members, key=lambda m: (m.published_low or datetime.max, m.id)).id
