"""A sentence was turned round, or another party put into it, and a witness says what it said.

A negation added or taken away, a word exchanged for its opposite, a party for another one, two
names for each other.  Words of one meaning are no change.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import classes, kin
from checker.compare._base import Conflict, Reading
from checker.compare._bonds import ONE_THING, UNDER, words_alike
from checker.compare._content import base
from checker.compare._departure.names import named
from checker.compare._departure.sentence import Departure, Sentence, spans
from checker.compare._words import plain, say
from checker.language.meanings import broader, exclude, meanings
from checker.language.names import fold
from checker.language.negation import negating_verbs
from checker.language.telling import told
from checker.model import Claim, Phrase, Setting, Token

#: Weight of shared words from which a witness says the same: for a turned sense, for a party.
_TURNED: Final = 0.45
_PARTY: Final = 0.4
#: Meanings under which somebody can act.
_ACTING: Final = frozenset(
    {"person", "people", "organisation", "authority", "official", "helper", "company", "group"}
)


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now denies, or says of somebody else, what a witness says."""
    bound = departure.bond(witness, setting)
    if bound.shared >= _TURNED:
        turned = _turned(departure, witness)
        if turned is not None:
            yield "polarity", turned, bound.shared
    if bound.shared >= _PARTY:
        other = _other_party(departure, witness) or _swapped(departure, witness)
        if other is not None:
            yield "role", other, bound.shared


def _turned(departure: Departure, witness: Claim) -> Conflict | None:
    """Return the conflict if the edit negates, affirms or reverses what the witness says."""
    gone, fresh = _negators(departure.gone, departure), _negators(departure.fresh, departure)
    if len(gone) != len(fresh):
        denied = bool(_negators(witness.tokens, departure))
        if denied == (len(gone) > len(fresh)):
            words = gone or fresh
            step = say(
                f"die Änderung {'nimmt' if gone else 'setzt'} „{words[0].text}“ "
                f"{'weg' if gone else 'hinzu'}",
                f"the edit {'takes away' if gone else 'adds'} “{words[0].text}”",
            )
            return _conflict(departure, witness, fresh, (), step, "polarity")
        return None
    for one in departure.gone:
        for other in departure.fresh:
            bases = departure.old.base(one), departure.new.base(other)
            if not opposite(*bases, departure.old.lang) and not _reverse(one, other, departure):
                continue
            theirs = _saying(one, departure.old, witness)
            if theirs is None and not _turns_round(one, other, departure.old.lang, witness):
                continue
            step = say(
                f"die Änderung ersetzt „{one.text}“ durch „{other.text}“, das Gegenteil",
                f'the edit puts "{other.text}" for "{one.text}", its opposite',
            )
            said = () if theirs is None else (theirs,)
            return _conflict(departure, witness, (other,), said, step, "polarity")
    return None


def opposite(first: str, second: str, lang: str) -> bool:
    """Return whether two base forms are opposites."""
    if second == f"un{first}" or first == f"un{second}":
        return True
    if exclude(meanings(first, lang), meanings(second, lang)):
        return True
    sides = lexicon.opposites(lang)
    return any((n, not s) in sides.get(second, ()) for n, s in sides.get(first, ()))


def _reverse(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether two small words turn each other round ("für", "gegen")."""
    words = frozenset({one.text.casefold(), other.text.casefold()})
    return words in _reversing(departure.old.lang)


def _turns_round(one: Token, other: Token, lang: str, witness: Claim) -> bool:
    """Return whether a small word turns a sentence round, and the witness has it not."""
    words = frozenset({one.text.casefold(), other.text.casefold()})
    return words in _reversing(lang) and all(
        t.text.casefold() != other.text.casefold() for t in witness.tokens
    )


@cache
def _reversing(lang: str) -> frozenset[frozenset[str]]:
    """Return pairs of small words of which one turns the other round ("für", "gegen")."""
    return frozenset(frozenset(p.split()) for p in lexicon.phrases(lang, "reversing"))


def _negators(tokens: Sequence[Token], departure: Departure) -> list[Token]:
    lang = departure.old.lang
    words, verbs = lexicon.words(lang, "negators"), negating_verbs(lang)
    return [t for t in tokens if t.text.casefold() in words or base(t) in verbs]


def _saying(
    token: Token, sentence: Sentence, witness: Claim, least: float = ONE_THING
) -> Token | None:
    """Return the witness's word for a word of a sentence, None if it has none."""
    for other in witness.tokens:
        if other.text.casefold() == token.text.casefold() and token.pos != "ADP":
            return other
    for sense in told(witness):
        alike = words_alike(sentence.base(token), sentence.lang, sense.base, witness.lang) or 0.0
        if alike >= least and (sense.token.pos == token.pos or alike >= ONE_THING):
            return sense.token
    return None


def _other_party(departure: Departure, witness: Claim) -> Conflict | None:
    """Return the conflict if a party gave way to another and the witness has the first."""
    old, new = departure.old, departure.new
    gone = [t for t in departure.gone if _acts(t, old.lang)]
    fresh = [t for t in departure.fresh if _acts(t, new.lang)]
    fresh += named(departure.fresh, new) if not fresh else []
    for one in gone:
        if any(not _rivals(one, other, old.lang) for other in fresh) or not fresh:
            continue
        theirs = _saying(one, old, witness, UNDER)
        if theirs is None:
            continue
        step = say(
            f"vor der Änderung stand hier „{one.text}“, an der anderen Stelle „{theirs.text}“",
            f'before the edit this said "{one.text}", the other place says "{theirs.text}"',
        )
        return _conflict(departure, witness, (fresh[0],), (theirs,), step, "role")
    return None


def _rivals(one: Token, other: Token, lang: str) -> bool:
    """Return whether two words name two parties: of no common meaning, nor one under the other."""
    alike = words_alike(base(one), lang, base(other), lang) or 0.0
    first, second = classes(base(one), lang), classes(base(other), lang)
    if first and second:
        return alike < ONE_THING and not kin(first, second, lang)
    return alike < 0.5 and other.text.casefold() != one.text.casefold()


def _acts(token: Token, lang: str) -> bool:
    """Return whether a noun names somebody who can act."""
    if token.pos != "NOUN":
        return False
    if classes(base(token), lang):
        return True
    keys = meanings(base(token), lang)
    return any(k in _ACTING or broader(k) & _ACTING for k in keys)


def _swapped(departure: Departure, witness: Claim) -> Conflict | None:
    """Return the conflict if two names changed places around one verb and both are the witness's.

    "Putin gratulierte Trump" became "Trump gratulierte Putin"; a sentence that only begins with
    another part keeps who comes first of the two.
    """
    if departure.gone or departure.fresh:
        return None
    old, new = _order(departure.old), _order(departure.new)
    if len(old) != 2 or old != new[::-1]:
        return None
    theirs = {fold(t.text): t for t in witness.tokens}
    if not all(name in theirs for name in old):
        return None
    first = next(t for t in departure.new.tokens if fold(t.text) == new[0])
    step = say(
        "die Änderung vertauscht die beiden Namen und sonst nichts",
        "the edit swaps the two names and nothing else",
    )
    return _conflict(departure, witness, (first,), (theirs[old[0]],), step, "role")


def _order(sentence: Sentence) -> list[str]:
    """Return the names of a sentence in order, each once."""
    return list(dict.fromkeys(fold(t.text) for t in named(sentence.tokens, sentence)))


def _conflict(
    departure: Departure,
    witness: Claim,
    mine: Sequence[Token],
    theirs: Sequence[Token],
    step: Phrase,
    kind: str,
) -> Conflict:
    claim = departure.new.holding(mine[0].start if mine else departure.new.tokens[0].start)
    now = " ".join(t.text for t in mine) or claim.quote
    said = " ".join(t.text for t in theirs) or witness.quote
    slots: tuple[tuple[str, Phrase], ...] = (("left", plain(now)), ("right", plain(said)))
    if kind == "role":
        slots += (("verb", plain(claim.verb or "…")),)
    return Conflict(
        sides=(
            Reading(claim=claim, reads=plain(now), marks=spans(mine)),
            Reading(claim=witness, reads=plain(said), marks=spans(theirs)),
        ),
        reckoning=(
            step,
            say("vor der Änderung sagten beide Stellen dasselbe",
                "before the edit both places said the same"),
        ),
        slots=slots,
        about=f"{kind}:edited",
        values=(now.casefold(), said.casefold()),
        cap="warning",
    )  # fmt: skip
