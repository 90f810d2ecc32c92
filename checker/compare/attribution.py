"""An attribution, a hedge or a modality that one source has and the other lost.

"X soll einen Sportwagen gekauft haben, laut Anklage" has become "X kaufte einen Sportwagen".
Most attributions may go when a fact is established; what must not go is a hedge, an
allegation, or the author of a figure that somebody else disputes (the judge knows that).

Floor 3 (compare).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading, SharedWords
from checker.compare._bonds import bond
from checker.compare._intervals import Stand, agree
from checker.compare._matches import matches
from checker.compare._shares import parts_of
from checker.compare._stances import words as opposed
from checker.compare._stems import overlap, related
from checker.compare._words import plain, say
from checker.compare.polarity import carriers
from checker.language.names import fold
from checker.language.once import once
from checker.model import Claim, Cue, Figure, Kind, Pair, Phrase

_PLAIN_MODALITY = "fact"
_NO_STATEMENT = {"question", "condition", "demand"}
#: People from which a number is a crowd's, not a handful that anything can have.
_CROWD = 100
#: Letters a word needs to be looked for at the end of compounds.
_COMPOUND = 5
#: Likeness, weight of shared words and their share of the poorer claim from which it says no more.
_LIKE, _MUCH, _MOST = 0.65, 1.3, 0.7
_AGREES = {Stand.EQUAL, Stand.ROUNDING, Stand.COMPATIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(SharedWords):
    """Settings of the comparer."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """What a claim has that the other lost; `firm` if it may never be dropped."""

    what: Phrase
    marks: tuple[tuple[int, int], ...]
    firm: bool


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return that one claim dropped who vouches, or how sure it is."""
    left, right = pair.left, pair.right
    if left.polarity != right.polarity and bool(left.negations) != bool(right.negations):
        return ()
    if pair.within and {left.part, right.part} != {"headline", "body"}:
        return ()
    if left.modality in _NO_STATEMENT or right.modality in _NO_STATEMENT:
        return ()
    for bound, free in ((left, right), (right, left)):
        lost = _lost(bound, free)
        if lost is None:
            continue
        if _same_statement(pair, settings) or _says_no_more(pair, bound, free):
            return (_conflict(pair, bound, free, lost),)
    return ()


def _lost(bound: Claim, free: Claim) -> _Lost | None:
    """Return what `bound` has and `free` lost, or None."""
    if free.attribution.kind != "outlet" or free.hedges or free.modality != _PLAIN_MODALITY:
        return None
    if lexicon.has_phrase(free.quote, free.lang, "corrections"):
        return None
    if _believed_by(free) or (free.subject and free.verb.casefold() in _tallying(free.lang)):
        return None
    if bound.part == "headline" and bound.source == free.source:
        return None
    if free.part == "headline" and bound.source != free.source:
        # headlines leave out who says so; what counts is whether their own body does
        return None
    attribution = bound.attribution
    hedge = _hedge(bound)
    if hedge is not None:
        return _Lost(
            say(f"die Einschränkung „{hedge.text}“", f'the hedge "{hedge.text}"'),
            ((hedge.start, hedge.end),),
            firm=True,
        )
    provisional = lexicon.has_phrase(bound.quote, bound.lang, "provisional")
    if provisional and not lexicon.has_phrase(free.quote, free.lang, "provisional"):
        return _Lost(
            say(f"die Einschränkung „{provisional}“", f'the hedge "{provisional}"'), (), firm=True
        )
    rival = _two_accounts(bound)
    if rival is not None and free.part != "headline":
        return _Lost(
            say(f"dass „{rival.text}“ dagegensteht", f'that "{rival.text}" stands against it'),
            ((rival.start, rival.end),),
            firm=True,
        )
    if free.part == "headline" or attribution.stance == "denies":
        return None
    return _vouched(bound)


def _vouched(claim: Claim) -> _Lost | None:
    """Return who vouches for a claim; firm if it is one side's word or a mere estimate."""
    attribution = claim.attribution
    seen = {w for t in claim.tokens for w in (t.text.casefold(), t.lemma.casefold())}
    believed = bool(seen & opposed(claim.lang, "believing"))
    own = lexicon.has_phrase(claim.quote, claim.lang, "own_account")
    if attribution.kind == "outlet":
        return _believed_by(claim) or counted_by(claim)
    cue = attribution.cue
    if any(f.start < cue.end and cue.start < f.end for f in claim.figures) if cue else False:
        return None  # what was read as the one who speaks is what is counted
    who = own or attribution.speaker or (cue.text if cue else attribution.key)
    words = {w.casefold() for w in attribution.speaker.split()} | {attribution.key}
    partial = _partial(words, claim.lang)
    return _Lost(
        say(f"die Quellenangabe „{who}“", f'the attribution to "{who}"'),
        _speaker_marks(claim),
        firm=bool(believed or own or partial),
    )


def _believed_by(claim: Claim) -> _Lost | None:
    """Return the verb by which somebody believes what a claim says ("vermuten, dass")."""
    verb = claim.verb.casefold()
    if verb not in opposed(claim.lang, "believing") or claim.figures:
        return None
    token = next((t for t in claim.tokens if t.lemma.casefold() == verb), None)
    if token is None or not any(t.pos == "SCONJ" for t in claim.tokens if t.start > token.start):
        return None
    return _Lost(
        say(f"die Einschränkung „{token.text}“", f'the hedge "{token.text}"'),
        ((token.start, token.end),),
        firm=True,
    )


def _tallying(lang: str) -> frozenset[str]:
    return lexicon.words(lang, "tallying")


def counted_by(claim: Claim) -> _Lost | None:
    """Return the party that is the subject of a verb of counting ("Die Veranstalter zählten")."""
    subject = claim.subject.casefold()
    if claim.verb.casefold() not in lexicon.words(claim.lang, "tallying") or not claim.figures:
        return None
    token = next((t for t in claim.tokens if t.lemma.casefold() == subject and subject), None)
    if token is None or not _partial({subject}, claim.lang):
        return None
    return _Lost(
        say(f"die Quellenangabe „{token.text}“", f'the attribution to "{token.text}"'),
        ((token.start, token.end),),
        firm=True,
    )


def _partial(words: set[str], lang: str) -> bool:
    """Return whether a speaker speaks for one side ("Gewerkschaft", "Pflegegewerkschaft")."""
    sides = opposed(lang, "partial")
    return any(w == s or (len(s) > _COMPOUND and w.endswith(s)) for w in words for s in sides)


def _speaker_marks(claim: Claim) -> tuple[tuple[int, int], ...]:
    """Return where the speaker stands, else the words that show that somebody speaks."""
    speaker, cue = claim.attribution.speaker, claim.attribution.cue
    at = claim.quote.find(speaker) if speaker else -1
    if at >= 0:
        return ((claim.start + at, claim.start + at + len(speaker)),)
    inside = cue is not None and claim.start <= cue.start < claim.end
    return ((cue.start, cue.end),) if cue is not None and inside else ()


@once
def _two_accounts(claim: Claim) -> Figure | None:
    """Return the second of two counts of one thing that a claim gives from two parties."""
    verbs = lexicon.words(claim.lang, "tallying")
    if not any(t.lemma.casefold() in verbs or t.text.casefold() in verbs for t in claim.tokens):
        return None
    counts = [f for f in claim.figures if f.kind is Kind.COUNT and f.hard.is_point and f.of.noun]
    for i, one in enumerate(counts):
        for other in counts[i + 1 :]:
            parts = one.of.part_of or other.of.part_of or parts_of(claim)
            if one.of.noun == other.of.noun and not parts and not agree(one, other):
                return other
    return None


@once
def _hedge(claim: Claim) -> Cue | None:
    """Return the word that weakens a whole claim, None if none does."""
    figures = [(f.start, f.end) for f in claim.figures]
    for cue in claim.hedges:
        if any(start <= cue.start < end for start, end in figures) or _narrow(claim, cue):
            continue
        return cue
    return None


def _narrow(claim: Claim, cue: Cue) -> bool:
    """Return whether a hedge is an attribute of one noun ("suspected network")."""
    behind = [t for t in claim.tokens if t.start >= cue.end]
    inflected = cue.text.casefold() not in {t.lemma.casefold() for t in claim.tokens} or (
        claim.lang == "en"
    )
    adverb = cue.text.casefold().endswith("ly")
    return bool(behind) and behind[0].pos in {"NOUN", "ADJ"} and inflected and not adverb


def _same_statement(pair: Pair, settings: Settings) -> bool:
    """Return whether two claims state the same apart from who vouches."""
    left, right = pair.left, pair.right
    found = [m for m in matches(pair) if m.strength >= 2]
    if any(m.stand is Stand.CONFLICT for m in found):
        return False
    if any(m.stand in _AGREES and _middle(m.left) == _middle(m.right) for m in found):
        return True
    if _same_crowd(left, right):
        return True
    if left.figures and right.figures and not found:
        return False
    if left.lang != right.lang:
        return False
    first, second = statement(left), statement(right)
    if not _same_predicate(left, right) or _other_times(left, right):
        return False
    common = overlap(first, second, pair.left.lang)
    fewer = min(len(first), len(second))
    nouns = {t.lemma.casefold() for t in left.tokens if t.pos == "NOUN"}
    if len(common) < settings.least or not common & nouns:
        return False
    needed = settings.shared if len(common) < 3 else settings.shared * Decimal("0.8")
    return Decimal(len(common)) / fewer >= needed


def _says_no_more(pair: Pair, bound: Claim, free: Claim) -> bool:
    """Return whether a claim says hardly anything but what the other vouches for or hedges.

    What it says may stand in other words there, as long as most of it does.
    """
    if free.part == "headline" or pair.similarity < _LIKE or _other_times(bound, free):
        return False
    speaker = {fold(w) for w in bound.attribution.speaker.split() if w[:1].isupper()}
    if speaker & {fold(t.text) for t in free.tokens}:
        return False  # "nannte", "sprach von": it still says who
    values = [{(f.kind, f.unit, f.hard) for f in c.figures} for c in (bound, free)]
    if all(values) and not values[0] & values[1]:
        return False
    shared = bond(bound, free, pair.setting)
    return shared.shared >= _MUCH and shared.share >= _MOST and shared.right <= shared.left


def _same_crowd(left: Claim, right: Claim) -> bool:
    """Return whether two claims count as many people, though not by one noun."""
    counts = [
        {
            _middle(f)
            for f in c.figures
            if f.kind is Kind.COUNT and f.hard.low >= _CROWD and not f.of.part_of and f.of.noun
        }
        for c in (left, right)
    ]
    return bool(counts[0] & counts[1] - {None})


def _same_predicate(left: Claim, right: Claim) -> bool:
    """Return whether two claims have one main verb, or one holds all that the other is about."""
    one, other = left.verb.casefold(), right.verb.casefold()
    if one and other and (related(one, other) or lexicon.alike(one, other, left.lang)):
        return not _other_objects(left, right)
    nouns = [{t.lemma.casefold() for t in c.tokens if t.pos == "NOUN"} for c in (left, right)]
    words = [{t.lemma.casefold() for t in c.tokens} | {c.verb.casefold()} for c in (left, right)]
    for mine, verb, theirs in ((nouns[0], one, words[1]), (nouns[1], other, words[0])):
        held = mine & statement(left if mine is nouns[0] else right)
        if (
            verb in theirs
            and held
            and held <= overlap(frozenset(held), frozenset(theirs), left.lang)
        ):
            return True
    return False


def _other_objects(left: Claim, right: Claim) -> bool:
    """Return whether one preposition leads to other things ("in the kitchen", "in the barn")."""
    mine, theirs = _led(left), _led(right)
    shared = [
        any(related(a, b) or lexicon.alike(a, b, left.lang) for a in mine[p] for b in theirs[p])
        for p in mine
        if p in theirs
    ]
    return bool(shared) and not any(shared)


def _led(claim: Claim) -> dict[str, set[str]]:
    """Return preposition -> the nouns it leads to, names and times left out."""
    found: dict[str, set[str]] = {}
    aside = [(m.start, m.end) for m in claim.moments]
    if claim.attribution.cue is not None:
        aside.append((claim.attribution.cue.start, claim.attribution.cue.end))
    for at, token in enumerate(claim.tokens):
        if token.pos != "ADP" or any(start <= token.start < end for start, end in aside):
            continue
        for behind in claim.tokens[at + 1 : at + 4]:
            if behind.pos == "NOUN" and not any(s <= behind.start < e for s, e in aside):
                found.setdefault(token.lemma.casefold(), set()).add(behind.lemma.casefold())
            if behind.pos not in {"DET", "ADJ", "NUM"}:
                break
    return found


def _other_times(left: Claim, right: Claim) -> bool:
    """Return whether two claims name clock times or days that differ."""
    clocks = [{m.clock for m in c.moments if m.clock is not None} for c in (left, right)]
    days = [{m.low for m in c.moments if m.low is not None} for c in (left, right)]
    return any(all(both) and not both[0] & both[1] for both in (clocks, days))


def _middle(figure: Figure) -> Decimal | None:
    """Return the value a wording is about ("some 3,200": 3,200), None if it has none."""
    soft = figure.soft
    return (soft.low + soft.high) / 2 if soft.high.is_finite() else None


@once
def statement(claim: Claim) -> frozenset[str]:
    """Return the base forms of what is stated, without who vouches and how surely."""
    aside = [(c.start, c.end) for c in claim.hedges]
    if claim.attribution.cue is not None:
        aside.append((claim.attribution.cue.start, claim.attribution.cue.end))
    words = set(carriers(claim))
    for token in claim.tokens:
        if any(start <= token.start < end for start, end in aside):
            words.discard(token.lemma.casefold())
            words.discard(token.text.casefold())
    speaker = claim.attribution.speaker.casefold().split()
    return frozenset(w for w in words if w not in speaker)


def _conflict(pair: Pair, bound: Claim, free: Claim, lost: _Lost) -> Conflict:
    readings = {
        bound.id: Reading(claim=bound, reads=lost.what, marks=lost.marks),
        free.id: Reading(
            claim=free, reads=say("ohne Einschränkung als Tatsache", "told as fact, unqualified")
        ),
    }
    return Conflict(
        sides=(readings[pair.left.id], readings[pair.right.id]),
        reckoning=(
            say("beide Texte machen dieselbe Aussage", "both texts make the same statement"),
            say(
                f"der eine hat {lost.what.de}, der andere nicht",
                f"one has {lost.what.en}, the other not",
            ),
        ),
        slots=(("lost", lost.what), ("source", plain(free.source))),
        certainty="hard" if lost.firm else "soft",
        about=f"attribution:{bound.attribution.key}",
        topic="firm" if lost.firm else "bound",
    )


COMPARER: Final = Comparer(
    name="attribution", settings=Settings, slots=("lost", "source"), pair=compare
)
