"""What the readers of turned and exchanged words share: the witness's word, and the conflict.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.compare._base import Conflict, Reading
from checker.compare._bonds import ONE_THING, words_alike
from checker.compare._departure.sentence import Departure, Sentence, spans
from checker.compare._words import plain, say
from checker.language.telling import told
from checker.model import Claim, Phrase, Token

#: Last steps: the witness makes the statement itself, or speaks of its matter and knows no change.
SAID_SO: Final = say(
    "vor der Änderung sagten beide Stellen dasselbe",
    "before the edit both places said the same",
)
MATTER: Final = say(
    "die andere Stelle handelt von derselben Sache und wurde nicht geändert",
    "the other place is about the same matter and was not changed",
)


def exchanged(gone: str, fresh: str) -> Phrase:
    """Return the step that says what an edit put for what."""
    return say(
        f"vor der Änderung stand hier „{gone}“, jetzt „{fresh}“",
        f'before the edit this said "{gone}", now "{fresh}"',
    )


def there(word: str) -> Phrase:
    """Return the step that says which word another place has."""
    return say(f"an der anderen Stelle steht „{word}“", f'the other place says "{word}"')


def saying(
    token: Token | None, sentence: Sentence, witness: Claim, least: float = ONE_THING
) -> Token | None:
    """Return the witness's word for a word of a sentence, None if it has none."""
    if token is None:
        return None
    for other in witness.tokens:
        if other.text.casefold() == token.text.casefold() and token.pos != "ADP":
            return other
    for sense in told(witness):
        alike = words_alike(sentence.base(token), sentence.lang, sense.base, witness.lang) or 0.0
        if alike >= least and (sense.token.pos == token.pos or alike >= ONE_THING):
            return sense.token
    return None


def conflict(
    departure: Departure,
    witness: Claim,
    mine: Sequence[Token],
    theirs: Sequence[Token],
    steps: tuple[Phrase, ...],
    kind: str,
    instead: str = "",
) -> Conflict:
    """Return the conflict of an edited sentence and a witness.

    Args:
        departure: The edited sentence.
        witness: The place that still says what it said.
        mine: Changed words as they are now, empty if words were only taken away.
        theirs: Words of the witness that they are held against, empty for the whole claim.
        steps: The reckoning.
        kind: polarity or role.
        instead: What stood in the sentence before, where the witness has no word for it.
    """
    claim = departure.new.holding(mine[0].start if mine else departure.new.tokens[0].start)
    now = " ".join(t.text for t in mine) or claim.quote
    said = " ".join(t.text for t in theirs) or instead or witness.quote
    slots: tuple[tuple[str, Phrase], ...] = (("left", plain(now)), ("right", plain(said)))
    if kind == "role":
        slots += (("verb", plain(claim.verb or "…")),)
    return Conflict(
        sides=(
            Reading(claim=claim, reads=plain(now), marks=spans(mine)),
            Reading(claim=witness, reads=plain(said), marks=spans(_standing(theirs, witness))),
        ),
        reckoning=steps,
        slots=slots,
        about=f"{kind}:edited",
        values=(now.casefold(), said.casefold()),
        cap="warning",
    )


def aside(found: Conflict) -> bool:
    """Return whether a witness only speaks of the matter, and has no word for what was changed."""
    return MATTER in found.reckoning


def _standing(tokens: Sequence[Token], claim: Claim) -> list[Token]:
    """Return the words that stand in a claim; what its pronoun means stands elsewhere."""
    return [t for t in tokens if claim.quote[t.start - claim.start : t.end - claim.start] == t.text]
