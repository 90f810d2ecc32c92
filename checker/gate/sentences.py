"""Which sentences an edit touched, and which sentence became which.

Lines are no measure: a paragraph is often one line, and a moved paragraph is a changed line
though nobody changed a word.  So sentences are compared, by their words.

Floor 4 (gate).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz.distance import Indel

from checker.model import Report, Side

#: Share of its words a sentence must keep to be the same one, edited; half is what git asks of
#: the lines of a renamed file.
_KEPT: Final = 0.5
_WORD: Final = re.compile(r"\w+")
#: What may stand before a sentence of a text.
_OPENERS: Final = frozenset('.!?:;…\n“”"»«›‹)–—-*>#|')


class Sentences:
    """The sentences of one state of one source."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = tuple(sorted(set(spans)))
        self.words = tuple(_plain(text[start:end]) for start, end in self.spans)
        self.known = frozenset(self.words)
        self._lines = [_plain(line) for line in text.split("\n")]

    def around(self, side: Side) -> str:
        """Return the sentence a side stands in, blanks made single."""
        for (start, end), words in zip(self.spans, self.words, strict=True):
            if start <= side.start < end:
                return words
        return _plain(side.quote)

    def hold(self, sentence: str) -> bool:
        """Return whether this state has a sentence, wherever it stands."""
        if sentence in self.known:
            return True
        return any(_has(line, sentence) for line in self._lines)


class Edit:
    """What happened to one source between two states.

    Args:
        before: Its sentences before; None if it was not there.
        after: Its sentences after; None if it is gone.
    """

    def __init__(self, before: Sentences | None, after: Sentences | None) -> None:
        self.before = before or Sentences("", ())
        self.after = after or Sentences("", ())
        left = Counter(self.before.words) - Counter(self.after.words)
        gone = [
            w
            for w in self.before.words
            if w in left and (w in self.after.known or not self.after.hold(w))
        ]
        self._gone = {sentence: _bag(sentence) for sentence in gone}
        self._blocks = self._replaced()

    def changed(self, side: Side) -> bool:
        """Return whether the sentence of a side (of the state after) was not there before."""
        return not self.before.hold(self.after.around(side))

    def vanished(self, side: Side) -> bool:
        """Return whether the sentence of a side (of the state before) is no longer there."""
        return not self.after.hold(self.before.around(side))

    def same(self, before: Side, after: Side) -> bool:
        """Return whether two sides stand in one sentence, perhaps edited."""
        old, new = self.before.around(before), self.after.around(after)
        return old == new or old in self.earlier(new)

    def earlier(self, sentence: str) -> tuple[str, ...]:
        """Return the sentences before the edit that a changed sentence came from."""
        if self.before.hold(sentence):
            return ()
        words, stood_here = _bag(sentence), self._blocks.get(sentence, frozenset())
        return tuple(
            old
            for old, bag in self._gone.items()
            if old in stood_here or _kept(bag, words) >= _KEPT
        )

    def _replaced(self) -> Mapping[str, frozenset[str]]:
        """Return which sentences before stood where a new sentence stands now."""
        blocks: dict[str, frozenset[str]] = {}
        for op in _replacements(self.before.words, self.after.words):
            old = frozenset(self.before.words[op[0] : op[1]])
            for new in self.after.words[op[2] : op[3]]:
                blocks[new] = blocks.get(new, frozenset()) | old
        return blocks


def edits(before: Report | None, after: Report) -> Mapping[str, Edit]:
    """Return what happened to each source of either state, by id."""
    old = _sentences(before) if before else {}
    new = _sentences(after)
    return {name: Edit(old.get(name), new.get(name)) for name in sorted(old.keys() | new.keys())}


def _sentences(report: Report) -> dict[str, Sentences]:
    spans: dict[str, list[tuple[int, int]]] = {source.id: [] for source in report.sources}
    for claim in report.claims:
        whole = (claim.sentence_start, claim.sentence_end)
        spans[claim.source].append(whole if whole[1] > whole[0] else (claim.start, claim.end))
    return {source.id: Sentences(source.text, spans[source.id]) for source in report.sources}


def _replacements(
    old: tuple[str, ...], new: tuple[str, ...]
) -> Iterable[tuple[int, int, int, int]]:
    """Yield the stretches where something else stands now, as (old from, to, new from, to)."""
    from_old = from_new = 0
    for block in Indel.opcodes(old, new):
        if block.tag != "equal":
            continue
        if block.src_start > from_old and block.dest_start > from_new:
            yield from_old, block.src_start, from_new, block.dest_start
        from_old, from_new = block.src_end, block.dest_end
    if len(old) > from_old and len(new) > from_new:
        yield from_old, len(old), from_new, len(new)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _bag(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(sentence.casefold()))


def _kept(old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """Return the share of the shorter sentence's words found in the other, in order, 0..1."""
    if not old or not new:
        return 0.0
    common = (len(old) + len(new) - Indel.distance(old, new)) / 2
    return common / min(len(old), len(new))


def _has(line: str, sentence: str) -> bool:
    """Return whether a line holds words as a sentence of their own."""
    at = line.find(sentence)
    while at >= 0:
        head, tail = line[:at].rstrip(), line[at + len(sentence) :]
        if (not head or head[-1] in _OPENERS) and (
            not tail or sentence[-1:] in '.!?…“”"»«' or tail.lstrip()[:1] in _OPENERS
        ):
            return True
        at = line.find(sentence, at + 1)
    return False
