"""An attribution, a hedge or a "planned" was cut, and a witness still has one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict, Reading
from checker.compare._bonds import ONE_THING, bond, words_alike
from checker.compare._content import base
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.compare.attribution import counted_by
from checker.language.names import fold
from checker.model import Claim, Phrase, Setting, Token

#: Weight of shared words from which a witness makes the same statement.
_SOME: Final = 0.4
#: Letters from which two words of one stem are one word.
_LETTERS: Final = 5
_UNREAL: Final = frozenset({"plan", "possibility", "condition"})
#: Modalities that leave open whether something happens at all.
_LEFT_OPEN: Final = frozenset({"condition", "possibility"})
#: By how many words of leaving open a sentence must be poorer to be firmer, whoever speaks.
_CLEARLY: Final = 2
#: What the same deed in both adds to it, and from which likeness two verbs are one deed.
_DEED: Final = 0.5
#: What one value in both adds to it.
_FIGURE: Final = 0.5


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now states as a fact what it and a witness qualified."""
    lost = _lost(departure)
    if lost is None:
        return
    old, now, before = lost
    close = departure.close(witness, setting)
    theirs = qualified(witness) or (_open(witness) if close else None)
    if theirs is None:
        return
    shared = bond(old, witness, setting).shared + _FIGURE * _one_value(old, witness)
    deeds = (words_alike(c.verb, c.lang, witness.verb, witness.lang) for c in departure.old.claims)
    deed = max((d or 0.0 for d in deeds), default=0.0) >= ONE_THING
    shared += _DEED * deed
    if close or (shared >= _SOME and (deed or departure.near(witness, setting, 0.0))):
        yield "attribution", _conflict(now, before, witness, theirs), shared


@each_departure
def _lost(departure: Departure) -> tuple[Claim, Claim, Phrase] | None:
    """Return a claim that was qualified, the one that no longer is, and by what it was."""
    for old in departure.old.claims:
        before = qualified(old)
        if before is None or not _taken(old, departure):
            continue
        now = max(departure.new.claims, key=lambda c: (bond(old, c).shared, -c.start))
        loosened = _firmer(old, now, departure)
        if loosened is not None:
            return old, now, loosened
        if qualified(now) is not None and not _cut(old, departure):
            continue
        if _still_named(old, departure) and any(
            _tentative(t, departure.new) for t in departure.fresh
        ):
            continue  # "kündigte an", "stellte in Aussicht"
        return old, now, before
    if any(c.polarity == "denied" for c in departure.new.claims):
        return None  # who contradicts a rumour tells it as one
    gone = [t for t in departure.gone if _tentative(t, departure.old)]
    left = [t for t in departure.new.tokens if _tentative(t, departure.new)]
    if not gone or left or any(_hedged(c) for c in departure.new.claims):
        return None
    word = gone[0].text
    old = departure.old.holding(gone[0].start)
    now = max(departure.new.claims, key=lambda c: (bond(old, c).shared, -c.start))
    return old, now, say(f"die Einschränkung „{word}“", f'the qualification "{word}"')


def _firmer(old: Claim, now: Claim, departure: Departure) -> Phrase | None:
    """Return the words that left open what is now told as done or settled, None if it is not.

    Whoever is quoted in both may still have been made to say more: "could, if" became "will".
    """
    if not (old.hedges or old.modality in _LEFT_OPEN) or now.hedges or now.modality in _LEFT_OPEN:
        return None
    lost, come = (
        [t.text for t in words if _tentative(t, side)]
        for words, side in ((departure.gone, departure.old), (departure.fresh, departure.new))
    )
    if len(lost) < len(come) + _CLEARLY:
        return None
    words = " … ".join(lost[:3])
    return say(f"die Einschränkung „{words}“", f'the qualification "{words}"')


def _hedged(claim: Claim) -> bool:
    """Return whether a claim has a hedge, or tells of what is not a fact (yet)."""
    return bool(claim.hedges) or claim.modality in _UNREAL


def _tentative(token: Token, sentence: Sentence) -> bool:
    words = lexicon.words(sentence.lang, "tentative")
    return not words.isdisjoint({token.text.casefold(), sentence.base(token), base(token)})


def _open(witness: Claim) -> Phrase | None:
    """Return the word by which a claim leaves its matter open, None if it has none."""
    sentence = Sentence((witness,))
    word = next((t.text for t in witness.tokens if _tentative(t, sentence)), None)
    return None if word is None else say(f"es ist offen („{word}“)", f'it is open ("{word}")')


def _taken(old: Claim, departure: Departure) -> bool:
    """Return whether the edit took away words by which a claim was qualified.

    A full stop put in can end the reach of an attribution; that takes nothing away.
    """
    gone = {t.text.casefold() for t in departure.gone if not _inflected(t, departure.fresh)}
    cue = old.attribution.cue
    speaker = "" if _still_named(old, departure) else old.attribution.speaker
    said = f"{cue.text if cue else ''} {speaker}".casefold().split()
    hedged = [w for h in old.hedges for w in h.text.casefold().split()]
    if said or hedged:
        return bool(gone.intersection(said + hedged))
    return bool(gone)


def _still_named(old: Claim, departure: Departure) -> bool:
    """Return whether the sentence still has the family name of who spoke."""
    key = old.attribution.key
    return bool(key) and key in {fold(t.text) for t in departure.new.tokens}


def _inflected(token: Token, fresh: Sequence[Token]) -> bool:
    """Return whether a word has only another ending now."""
    return len(token.text) >= _LETTERS and any(
        related(token.text.casefold(), t.text.casefold()) for t in fresh
    )


def _cut(old: Claim, departure: Departure) -> bool:
    """Return whether the edit took the speaker's own words away, whoever seems to speak now."""
    speaker = {w.casefold() for w in old.attribution.speaker.split() if w[:1].isupper()}
    return bool(speaker) and speaker <= {
        t.text.casefold() for t in departure.gone if not _inflected(t, departure.fresh)
    }


def _one_value(one: Claim, other: Claim) -> bool:
    """Return whether two claims give one value of one kind."""
    mine, theirs = ({(f.kind, f.unit, f.hard) for f in c.figures} for c in (one, other))
    return bool(mine & theirs)


def qualified(claim: Claim) -> Phrase | None:
    """Return by what a claim is less than the outlet's own word, None if by nothing."""
    attribution = claim.attribution
    if attribution.kind != "outlet":
        who = attribution.speaker or (attribution.cue.text if attribution.cue else attribution.key)
        return say(f"die Quellenangabe „{who}“", f'the attribution to "{who}"')
    if claim.hedges:
        word = claim.hedges[0].text
        return say(f"die Einschränkung „{word}“", f'the hedge "{word}"')
    provisional = lexicon.has_phrase(claim.quote, claim.lang, "provisional")
    if provisional:
        return say(f"die Einschränkung „{provisional}“", f'the hedge "{provisional}"')
    party = counted_by(claim)
    if party is not None:
        return party.what
    if claim.modality in _UNREAL:
        return say("dass es noch nicht geschehen ist", "that it has not happened yet")
    return None


def _conflict(claim: Claim, before: Phrase, witness: Claim, theirs: Phrase) -> Conflict:
    return Conflict(
        sides=(
            Reading(
                claim=claim,
                reads=say("ohne Einschränkung als Tatsache", "told as fact, unqualified"),
            ),
            Reading(claim=witness, reads=theirs),
        ),
        reckoning=(
            say(f"vor der Änderung: {before.de}; jetzt ohne",
                f"before the edit: {before.en}; now without"),
            say(f"an der anderen Stelle: {theirs.de}", f"at the other place: {theirs.en}"),
        ),
        slots=(("lost", before), ("source", plain(claim.source))),
        about="attribution:edited",
        topic="firm",
        cap="warning",
    )  # fmt: skip
