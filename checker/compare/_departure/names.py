"""A name was changed, and a witness still has the old one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from checker.compare._base import Conflict, Reading
from checker.compare._departure.parties import acts
from checker.compare._departure.sentence import Departure, Sentence, spans
from checker.compare._words import plain, say
from checker.language.names import fold, is_title
from checker.model import Claim, Setting, Token

#: Weight of shared words, names apart, from which both speak of one matter.
_SOME: Final = 0.5
#: Places that are told of a change, the nearest ones, where no place of the story has the new name.
_NEAREST: Final = 3
#: Likeness (0..100) from which two words are one name in two spellings.
_SPELT: Final = 80
#: Letters a name needs.
_LETTERS: Final = 3
_QUOTES: Final = frozenset("\"„“”«»‚‘’'")


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield the name in a sentence that a witness gives as it was before."""
    gone = named(departure.gone, departure.old, departure.names)
    fresh = named(departure.fresh, departure.new) or _in_place(departure, gone)
    if not gone or not fresh:
        return
    said = [t for t in (_same(g, witness) for g in gone) if t is not None]
    if not said or _has_new(fresh, said, gone, witness):
        return
    bound = departure.bond(witness, setting)
    names = {t.text.casefold() for t in (*gone, *fresh, *said)} | {fold(t.text) for t in gone}
    apart = sum(1 for a, _, _ in bound.words if a not in names)
    tied = bound.shared >= _SOME and (apart or len(said) > 1)
    if tied or witness.id in _nearest(departure, gone, fresh, setting):
        claim = departure.new.holding(fresh[0].start)
        yield "name", _conflict(claim, gone, fresh, witness, said), bound.shared


def _in_place(departure: Departure, gone: Sequence[Token]) -> list[Token]:
    """Return the bare words that stand where a name stood, and name nobody by what he is."""
    for old, new in departure.blocks:
        if len(old) != len(new) or not any(t in gone for t in old):
            continue
        if all(t.text[:1].isupper() and not acts(t, departure.new.lang) for t in new):
            return list(new)
    return []


def _same(token: Token, claim: Claim) -> Token | None:
    """Return where a claim has a name, perhaps spelt otherwise ("Olexandr", "Oleksandr")."""
    own = fold(token.text)
    best = None
    for other in claim.tokens:
        if not other.text[:1].isupper():
            continue
        if fold(other.text) == own:
            return other
        if fuzz.ratio(own, fold(other.text)) >= _SPELT:
            best = best or other
    return best


def _has_new(
    fresh: Sequence[Token], said: Sequence[Token], gone: Sequence[Token], witness: Claim
) -> bool:
    """Return whether a witness has the new name; one written like the old has that alone.

    "Dietz" is near enough to "Tietz" to be a spelling of it, but not where "Tietz" stands.
    """
    old = {fold(t.text) for t in gone}
    exact = {t.start for t in said if fold(t.text) in old}
    return any(
        found is not None and (found.start not in exact or fold(found.text) == fold(token.text))
        for token in fresh
        for found in (_same(token, witness),)
    )


def _nearest(
    departure: Departure, gone: Sequence[Token], fresh: Sequence[Token], setting: Setting
) -> tuple[str, ...]:
    """Return the claims nearest to the sentence that have the old name, if none has the new one."""
    key = f"name:{gone[0].start}"
    if key in departure.found:
        return departure.found[key]
    having: list[tuple[float, str]] = []
    alone = True
    for claims in departure.elsewhere():
        for claim in claims:
            said = [t for t in (_same(g, claim) for g in gone) if t is not None]
            alone = alone and not _has_new(fresh, said, gone, claim)
            if said:
                having.append((-departure.bond(claim, setting).shared, claim.id))
    found = tuple(ident for _, ident in sorted(having)[:_NEAREST]) if alone else ()
    departure.found[key] = found
    return found


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
        english = sentence.lang == "en" and token is not sentence.tokens[0]
        if inside or elsewhere or token.pos == "PROPN" or english or _quoted(token, sentence):
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
