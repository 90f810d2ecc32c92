"""Pair each edited sentence with what it was before the edit.

Floor 4 (gate).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.compare import Departure, Sentence
from checker.gate.sentences import edits
from checker.model import Claim, Report


def departures(before: Report | None, after: Report) -> tuple[Departure, ...]:
    """Return the sentences that an edit changed, as they were and as they are.

    A sentence that is new, and one that only moved, is none of them.
    """
    if before is None:
        return ()
    changes = edits(before, after)
    old, new = _sentences(before), _sentences(after)
    found = []
    for source, own in sorted(new.items()):
        edit = changes[source]
        came: dict[tuple[str, ...], list[Claim]] = {}
        for words, claims in own.items():
            earlier = () if edit.before.hold(words) else edit.earlier(words)
            if earlier:
                came.setdefault(_joined(came, earlier), []).extend(claims)
        for earlier, claims in came.items():
            was = [c for words in earlier for c in old.get(source, {}).get(words, ())]
            if was:
                found.append(Departure(Sentence(tuple(was)), Sentence(tuple(claims))))
    return tuple(found)


def _joined(
    came: Mapping[tuple[str, ...], Sequence[Claim]], earlier: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the sentences before the edit that another new sentence shares, else these.

    A sentence cut in two is one sentence edited: what stands in the other half is not gone.
    """
    return next((known for known in came if set(known) & set(earlier)), earlier)


def _sentences(report: Report) -> Mapping[str, Mapping[str, Sequence[Claim]]]:
    """Return source -> sentence, blanks made single -> its claims in order."""
    texts = {source.id: source.text for source in report.sources}
    found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(report.claims, key=lambda c: (c.source, c.start, c.end)):
        start, end = claim.sentence_start, claim.sentence_end
        if end <= start:
            start, end = claim.start, claim.end
        found[claim.source][" ".join(texts[claim.source][start:end].split())].append(claim)
    return found
