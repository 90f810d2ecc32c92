"""Take the values out of a claim before its meaning is embedded.

"Zwei Menschen starben" and "Drei Menschen starben" are about one thing and differ in what
matters; an embedding of the plain words says either "near" or "far" for the wrong reason.
With the figures masked by kind, similarity is about the statement, and the comparers look at
the values.

Floor 3 (corpus).
"""

from __future__ import annotations

from typing import Final

from checker.model import Claim

#: Part of the key of every cached vector; raise it when the masks change.
MASK_VERSION: Final = "1"

_WORDS: Final = {"date": "<DATE>", "time": "<TIME>", "datetime": "<DATE>"}


def masked(claim: Claim) -> str:
    """Return the words of a claim with figures and moments replaced by their kind.

    "Das Gespräch dauerte mehr als eine Stunde" becomes "Das Gespräch dauerte <DURATION>".
    Where spans overlap the first, longest one wins.  White space is folded.
    """
    spans = [(f.start, f.end, f"<{f.kind.value.upper()}>") for f in claim.figures]
    spans += [(m.start, m.end, _WORDS.get(m.kind, "<DATE>")) for m in claim.moments]
    spans.sort(key=lambda s: (s[0], -s[1]))
    parts: list[str] = []
    at = claim.start
    for start, end, word in spans:
        if start < at or end > claim.end:
            continue
        parts += [claim.quote[at - claim.start : start - claim.start], word]
        at = end
    parts.append(claim.quote[at - claim.start :])
    return " ".join("".join(parts).split())
