"""A name was changed, and a witness still has the old one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._departure.sentence import Departure, Sentence, spans
from checker.compare._words import plain, say
from checker.language.names import fold, is_title
from checker.model import Claim, Setting, Token

#: Weight of shared words, names apart, from which both speak of one matter.
_SOME: Final = 0.5
#: Letters a name needs.
_LETTERS: Final = 3
_QUOTES: Final = frozenset("\"„“”«»‚‘’'")


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the name in a sentence that a witness gives as it was before."""
    gone = named(departure.gone, departure.old, departure.names)
    fresh = named(departure.fresh, departure.new)
    if not gone or not fresh:
        return
    theirs = {fold(t.text): t for t in witness.tokens if t.text[:1].isupper()}
    kept = [t for t in gone if fold(t.text) in theirs]
    if not kept or any(fold(t.text) in theirs for t in fresh):
        return
    bound = departure.bond(witness, setting)
    names = {t.text.casefold() for t in (*gone, *fresh)} | {fold(t.text) for t in kept}
    apart = sum(1 for a, _, _ in bound.words if a not in names)
    if bound.shared < _SOME or (not apart and len(kept) < 2):
        return
    claim = departure.new.holding(fresh[0].start)
    said = [theirs[fold(t.text)] for t in kept]
    yield "name", _conflict(claim, gone, fresh, witness, said), bound.shared


def named(
    tokens: Sequence[Token], sentence: Sentence, known: frozenset[str] = frozenset()
) -> list[Token]:
    """Return the words that are (part of) a name: read as one here or elsewhere, or quoted."""
    spans = [(n.start, n.end) for c in sentence.claims for n in c.names]
    found = []
    for token in tokens:
        if not token.text[:1].isupper() or len(token.text) < _LETTERS:
            continue
        if is_title(token.text, sentence.lang):
            continue
        inside = any(start <= token.start < end for start, end in spans)
        elsewhere = fold(token.text) in known
        if inside or elsewhere or token.pos == "PROPN" or _quoted(token, sentence):
            found.append(token)
    return found


def _quoted(token: Token, sentence: Sentence) -> bool:
    """Return whether a word alone stands between quotation marks ("Spatzennest")."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start == token.start), 0)
    beside = [t.text for t in tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]]
    return len(beside) == 2 and all(text in _QUOTES for text in beside)


def _conflict(
    claim: Claim,
    gone: Sequence[Token],
    fresh: Sequence[Token],
    witness: Claim,
    theirs: Sequence[Token],
) -> Conflict:
    before, now = (" ".join(t.text for t in side) for side in (gone, fresh))
    said = " ".join(t.text for t in theirs)
    return Conflict(
        sides=(
            Reading(claim=claim, reads=plain(now), marks=spans(fresh)),
            Reading(claim=witness, reads=plain(said), marks=spans(theirs)),
        ),
        reckoning=(
            say(f"vor der Änderung stand hier „{before}“ wie an der anderen Stelle",
                f'before the edit this said "{before}", as the other place does'),
            say(f"jetzt steht hier „{now}“", f'now it says "{now}"'),
        ),
        slots=(("left", plain(now)), ("right", plain(said))),
        about="name:edited",
        values=(now.casefold(), said.casefold()),
        cap="warning",
    )  # fmt: skip
