"""Another party was put into a sentence, and a witness has the one it had before.

Words of one meaning are no change, and neither is a name for what its bearer is called in the
story.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from checker.compare._acts import classes, kin
from checker.compare._base import Conflict
from checker.compare._bonds import ONE_THING, UNDER, measured, words_alike
from checker.compare._content import base
from checker.compare._departure.names import named
from checker.compare._departure.parties import acts
from checker.compare._departure.sentence import Departure, Sentence
from checker.compare._departure.telling import MATTER, conflict, exchanged, saying, there
from checker.compare._stems import related
from checker.compare._words import say
from checker.language.meanings import meanings, narrower
from checker.language.names import fold
from checker.model import Claim, Setting, Token

#: Weight of shared words from which a witness says the same.
_SAME: Final = 0.4
#: Words between a name and what its bearer is called ("die Bürgermeisterin, Petra Kuhn").
_BESIDE: Final = 3
#: Parts of speech that say what happened.
_SAYS: Final = frozenset({"NOUN", "VERB", "ADJ"})
#: Kinds of attribution with somebody who speaks.
_SPEAKING: Final = frozenset({"person", "body", "anonymous"})


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now says of somebody else what a witness says."""
    shared = departure.bond(witness, setting).shared
    close = departure.close(witness, setting)
    if not close and not departure.near(witness, setting, _SAME):
        return
    found = _other_party(departure, witness, close=close) or _other_speaker(departure, witness)
    if found is not None:
        yield "role", found, shared


def _other_party(departure: Departure, witness: Claim, *, close: bool) -> Conflict | None:
    """Return the conflict if a party gave way to another and the witness has the first."""
    old, new = departure.old, departure.new
    for one, other in _exchanged(departure, witness):
        theirs = saying(one, old, witness, UNDER)
        if _one_party(one, other, departure, theirs):
            continue
        if theirs is None and not (close and _told_apart(one, other, departure)):
            continue
        if saying(other, new, witness) is not None:
            continue
        known = () if theirs is None else (theirs,)
        steps = (
            exchanged(one.text, other.text),
            there(theirs.text) if theirs is not None else MATTER,
        )
        return conflict(departure, witness, (other,), known, steps, "role", one.text)
    return None


def _exchanged(departure: Departure, witness: Claim) -> Iterator[tuple[Token, Token]]:
    """Yield the parties that gave way, each with the one that stands there now.

    Those that may be one party, reworded, are paired off first; a sentence that was written anew
    exchanges nothing.
    """
    old, new = departure.old, departure.new
    fresh = [t for t in parties(departure.fresh, new, departure) if not _anybody(t, new.lang)]
    gone = [t for t in parties(departure.gone, old, departure) if not _anybody(t, old.lang)]
    gone = [t for t in gone if not _titled(t, departure)] or _of_a_party(departure, witness)
    names = named(departure.gone, old, departure.names)
    for one in tuple(gone):
        same = next((o for o in fresh if _one_party(one, o, departure, None)), None)
        if same is not None and narrower(base(one), old.lang) <= narrower(base(same), old.lang):
            gone.remove(one)
            fresh.remove(same)
    own = {*gone, *fresh}
    if _anew(departure, own) or _turned_round(departure):
        return
    nouns = [t for t in fresh if acts(t, new.lang)]
    for one in gone:
        others = nouns if one in names else nouns or fresh
        if others:
            yield one, others[0]


def _anybody(token: Token, lang: str) -> bool:
    """Return whether a word may stand for anybody ("Menschen", "people")."""
    return "persons" in meanings(base(token), lang)


def _titled(token: Token, departure: Departure) -> bool:
    """Return whether a name is gone, but what its bearer is called still stands there."""
    tokens = departure.old.tokens
    at = tokens.index(token)
    before = [t for t in tokens[max(0, at - 2) : at] if acts(t, departure.old.lang)]
    return token.pos == "PROPN" and any(
        base(t) == base(n) for t in before for n in departure.new.tokens
    )


def _anew(departure: Departure, parties_: set[Token]) -> bool:
    """Return whether more than a party was exchanged: what happened is told in other words."""
    lost = [t for t in departure.gone if t.pos in _SAYS and t not in parties_]
    come = [t for t in departure.fresh if t.pos in _SAYS and t not in parties_]
    lang = departure.old.lang
    if not lost or not come:
        return len(lost) > 1
    pairs = [
        (a, b)
        for a in lost
        for b in come
        if (words_alike(base(a), lang, base(b), lang) or 0.0) >= UNDER
    ]
    kept = len({a for a, _ in pairs}), len({b for _, b in pairs})
    return len(lost) - kept[0] > 1 or len(come) - kept[1] > 1


def _turned_round(departure: Departure) -> bool:
    """Return whether a negation came or went: "never a woman" says "always men"."""
    counts = [
        sum(s.negates(t) for t in words)
        for words, s in ((departure.gone, departure.old), (departure.fresh, departure.new))
    ]
    return counts[0] != counts[1]


def _of_a_party(departure: Departure, witness: Claim) -> list[Token]:
    """Return the adjectives that are gone and stand for a party the witness names by its noun."""
    found = []
    for token in departure.gone:
        theirs = saying(token, departure.old, witness, ONE_THING) if token.pos == "ADJ" else None
        if theirs is not None and acts(theirs, witness.lang):
            found.append(token)
    return found


def _other_speaker(departure: Departure, witness: Claim) -> Conflict | None:
    """Return the conflict if somebody else now says what the sentence quotes."""
    old = next((c for c in departure.old.claims if c.attribution.kind in _SPEAKING), None)
    new = next((c for c in departure.new.claims if c.attribution.kind in _SPEAKING), None)
    theirs = witness.attribution
    if old is None or new is None or theirs.kind not in _SPEAKING:
        return None
    mine, was = new.attribution, old.attribution
    if mine.key in {was.key, theirs.key} or was.mode != "direct":
        return None
    fresh = [t for t in departure.fresh if t.text in mine.speaker.split()]
    spoken = [t for t in departure.old.tokens if t.text in was.speaker.split()]
    if not fresh or any(_called(a, b, departure) for a in spoken for b in fresh):
        return None
    steps = (
        say(
            f"vor der Änderung sagte es hier „{was.speaker}“, jetzt „{mine.speaker}“",
            f'before the edit "{was.speaker}" said this here, now "{mine.speaker}"',
        ),
        say(
            f"an der anderen Stelle sagt es „{theirs.speaker}“",
            f'at the other place "{theirs.speaker}" says it',
        ),
    )
    return conflict(departure, witness, fresh[:1], (), steps, "role")


def parties(tokens: Sequence[Token], sentence: Sentence, departure: Departure) -> list[Token]:
    """Return the words that name somebody who can act; "June" in a date is nobody."""
    timed = [span for claim in sentence.claims for span in measured(claim)]
    tokens = [t for t in tokens if not any(start <= t.start < end for start, end in timed)]
    places = [n for c in sentence.claims for n in c.names if n.kind == "place"]
    names = [
        t
        for t in named(tokens, sentence, departure.names)
        if not any(p.start <= t.start < p.end for p in places)
    ]
    return [t for t in tokens if acts(t, sentence.lang) or t in names]


def _one_party(one: Token, other: Token, departure: Departure, theirs: Token | None) -> bool:
    """Return whether two words may name one party.

    Args:
        one: The word that is gone.
        other: The one that came.
        departure: The edited sentence.
        theirs: The witness's word for the first, None if it has none.
    """
    lang = departure.old.lang
    if other.text.casefold() == one.text.casefold() or _called(one, other, departure):
        return True
    first, second = base(one), base(other)
    alike = words_alike(first, lang, second, lang) or 0.0
    classed, under = classes(first, lang), classes(second, lang)
    if classed and under and not kin(classed, under, lang):
        return alike >= ONE_THING
    if theirs is not None and ONE_THING > alike >= UNDER and narrower(first, lang):
        # a mountain rescuer and a firefighter both rescue; the witness knows which
        return (words_alike(base(theirs), lang, second, lang) or 0.0) >= ONE_THING
    return alike >= UNDER


def _told_apart(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether both words are known, and so known to mean two things."""
    lang = departure.old.lang
    return all(classes(base(t), lang) or meanings(base(t), lang) for t in (one, other))


def _called(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether the story calls the bearer of a name by the other word."""
    words = {fold(one.text), fold(other.text)}
    for claims in departure.beside.values():
        for claim in claims:
            forms = [fold(t.text) for t in claim.tokens]
            for at, form in enumerate(forms):
                if form not in words:
                    continue
                near = forms[at + 1 : at + 2 + _BESIDE]
                rest = words - {form}
                if any(n in rest or any(related(n, w) for w in rest) for n in near):
                    return True
    return False
