"""X against not X: a negation, an opposite word, or states that exclude each other.

Negation counts by scope, never by substring, and double negation affirms.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading, SharedWords
from checker.compare._content import base
from checker.compare._counterpart import denials, identity, opposites
from checker.compare._negators import negating
from checker.compare._shares import parts_of
from checker.compare._stances import agents, bearer, harmed, same_acts, stances
from checker.compare._stances import words as words_of
from checker.compare._states import State, states
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.language.names import is_title
from checker.language.once import once
from checker.model import Claim, Pair, Phrase, Standing, Token

_CARRIERS = {"NOUN", "VERB", "ADJ"}
#: Statements that assert nothing, or not yet.
_OPEN = {"question", "condition", "possibility", "demand"}
_UNTOLD = {"question", "condition"}
#: Words before a state in which a question word asks for it.
_ASKING = 2
#: The state whose one side says that somebody has still to agree.
_PENDING = "state:approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(SharedWords):
    """Settings of the comparer."""

    shared: Decimal = Decimal("0.75")


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return that one claim affirms what the other denies, if it does."""
    left, right = pair.left, pair.right
    if left.modality in _OPEN or right.modality in _OPEN:
        # what must still happen is a fact about now, whatever the mood of its verb
        if left.modality in _UNTOLD or right.modality in _UNTOLD:
            return ()
        return tuple(f for f in _by_state(left, right) if f.about == _PENDING)[:1]
    # that nobody was hurt, or a minister refused, is true of most other events
    one_event = pair.event.standing is Standing.ESTABLISHED
    for found in (
        *_by_state(left, right),
        *(_by_harm(left, right) if one_event else ()),
        *(_by_stance(left, right, sure=pair.setting.together) if one_event else ()),
        *_by_opposite(left, right, settings),
        *_by_negation(left, right, settings),
    ):
        return (found,)
    return ()


def texts(
    left: Sequence[Claim], right: Sequence[Claim], settings: Settings
) -> tuple[Conflict, ...]:
    """Return what the second text says to be or to happen though the first excludes it."""
    return (
        *denials.compare(left, right),
        *opposites.compare(left, right),
        *identity.compare(left, right),
    )


def _by_state(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if the claims assert states that exclude each other."""
    mine = states(left)
    if not mine or parts_of(left) or parts_of(right):
        return  # of five found and one missing, each is said of others
    theirs = {s.key: s for s in states(right)}
    for state in mine:
        other = theirs.get(state.key)
        if other is None or other.side == state.side or not _one_bearer(left, right, state):
            continue
        if _asked(left, state) or _asked(right, other) or _resumed(left, right):
            continue
        words, others = _words(left, state), _words(right, other)
        yield Conflict(
            sides=(_reading(left, state), _reading(right, other)),
            reckoning=(
                say(f"„{words}“ und „{others}“ schließen einander aus",
                    f'"{words}" and "{others}" exclude each other'),
                _scope(state, other),
            ),
            slots=_slots(words, others),
            about=f"state:{state.key}",
            values=(str(state.side), str(other.side)),
        )  # fmt: skip


def _asked(claim: Claim, state: State) -> bool:
    """Return whether a claim asks for a state ("Was offen bleibt") instead of asserting it."""
    before = [t.text.casefold() for t in claim.tokens if t.start < state.start][-_ASKING:]
    return bool(lexicon.words(claim.lang, "asking") & set(before))


def _resumed(left: Claim, right: Claim) -> bool:
    """Return whether one claim plans to end what the other says is so ("soll wieder …")."""
    return any(
        plan.modality == "plan"
        and fact.modality == "fact"
        and any(t.text.casefold() in lexicon.words(plan.lang, "resuming") for t in plan.tokens)
        for plan, fact in ((left, right), (right, left))
    )


def _one_bearer(left: Claim, right: Claim, state: State) -> bool:
    """Return whether two claims say a state of one thing or one person."""
    if left.lang != right.lang:
        return True
    of = bearer(left.lang, state.key)
    if not of:
        return True
    who = agents(left, right)
    if of == "person":
        return who != "other"
    if who == "same":
        return True
    mine, theirs = _things(left), _things(right)
    return any(related(a, b) or lexicon.alike(a, b, left.lang) for a in mine for b in theirs)


def _things(claim: Claim) -> frozenset[str]:
    """Return the nouns of a claim that tell what it is about."""
    nouns = {base(t) for t in claim.tokens if t.pos == "NOUN"}
    return (carriers(claim) & nouns) - words_of(claim.lang, "idle")


def _by_harm(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one claim says of nobody what the other says of somebody."""
    mine, theirs = harmed(left), harmed(right)
    for key, (some, start, end) in sorted(mine.items()):
        if key not in theirs or theirs[key][0] == some:
            continue
        _, begin, stop = theirs[key]
        words = left.quote[start - left.start : end - left.start]
        others = right.quote[begin - right.start : stop - right.start]
        yield Conflict(
            sides=(
                Reading(claim=left, reads=plain(words), marks=((start, end),)),
                Reading(claim=right, reads=plain(others), marks=((begin, stop),)),
            ),
            reckoning=(
                say("die eine Aussage sagt es von niemandem, die andere von jemandem",
                    "one claim says it of nobody, the other of somebody"),
            ),
            slots=_slots(words, others),
            about=f"harm:{key}",
            values=(str(some), str(not some)),
        )  # fmt: skip


def _by_stance(left: Claim, right: Claim, *, sure: bool) -> Iterator[Conflict]:
    """Yield a conflict if one party pursues and drops, or accepts and refuses, one act.

    Args:
        left: A claim.
        right: Another.
        sure: Whether both must name the party, or one points back to it: that all is of one event
            is told, not shown.
    """
    if left.lang != right.lang:
        return
    if left.attribution.mode == right.attribution.mode == "direct":
        return  # what somebody is quoted as saying is for the one who compares quotations
    if bool(negating(left)) != bool(negating(right)):
        return  # "Kündigungen ausgeschlossen", "niemandem darf gekündigt werden": the same
    theirs = stances(right)
    for mine in stances(left):
        for other in theirs:
            if mine.key != other.key or mine.side == other.side:
                continue
            acts = same_acts(mine.acts, other.acts, left.lang)
            who = agents(left, right, acts)
            if not acts or who == "other":
                continue
            if sure and who != "same" and not (_points_back(left) or _points_back(right)):
                continue
            words = left.quote[mine.start - left.start : mine.end - left.start]
            others = right.quote[other.start - right.start : other.end - right.start]
            yield Conflict(
                sides=(
                    Reading(claim=left, reads=plain(words), marks=((mine.start, mine.end),)),
                    Reading(claim=right, reads=plain(others), marks=((other.start, other.end),)),
                ),
                reckoning=(
                    say(f"„{words}“ und „{others}“ gelten einer Sache und schließen einander aus",
                        f'"{words}" and "{others}" are about one matter and exclude each other'),
                ),
                slots=_slots(words, others),
                certainty="hard" if who == "same" else "soft",
                about=f"state:{mine.key}",
                values=(str(mine.side), str(other.side)),
            )  # fmt: skip
            return


def _points_back(claim: Claim) -> bool:
    """Return whether a pronoun is the subject of a claim."""
    subject = claim.subject.casefold()
    return any(t.pos == "PRON" and subject in {t.text.casefold(), base(t)} for t in claim.tokens)


def _by_opposite(left: Claim, right: Claim, settings: Settings) -> Iterator[Conflict]:
    """Yield a conflict if opposite words are said of the same thing."""
    if left.lang != right.lang:
        return
    known = lexicon.opposites(left.lang)
    mine = [(t, known[base(t)]) for t in left.tokens if base(t) in known]
    theirs = [(t, known[base(t)]) for t in right.tokens if base(t) in known]
    for token, sides in mine:
        for other, opposed in theirs:
            if not any((n, not s) in opposed for n, s in sides):
                continue
            if (left.polarity == "denied") != (right.polarity == "denied"):
                continue
            if token.pos != other.pos or not _same_subject(left, token, right, other):
                continue
            if not _same_rest(left, right, {base(token), base(other)}, settings):
                continue
            yield Conflict(
                sides=(_word(left, token), _word(right, other)),
                reckoning=(
                    say(f"„{token.text}“ ist das Gegenteil von „{other.text}“",
                        f'"{token.text}" is the opposite of "{other.text}"'),
                    _common(left, right),
                ),
                slots=_slots(token.text, other.text),
                about=f"opposite:{base(token)}",
                values=(base(token), base(other)),
            )  # fmt: skip
            return


def _same_subject(left: Claim, token: Token, right: Claim, other: Token) -> bool:
    """Return whether two words are said of one noun: the nearest before each, else after."""
    one, two = _nearest(left, token), _nearest(right, other)
    if one is None or two is None:
        return False
    return related(base(one), base(two)) or lexicon.alike(base(one), base(two), left.lang)


def _nearest(claim: Claim, token: Token) -> Token | None:
    nouns = [t for t in claim.tokens if t.pos in {"NOUN", "PROPN"} and t is not token]
    before = [t for t in nouns if t.end <= token.start]
    behind = [t for t in nouns if t.start >= token.end]
    return before[-1] if before else behind[0] if behind else None


def _by_negation(left: Claim, right: Claim, settings: Settings) -> Iterator[Conflict]:
    """Yield a conflict if one claim denies what the other affirms in the same words."""
    if left.lang != right.lang or left.polarity == right.polarity:
        return
    if not _same_rest(left, right, set(), settings):
        return
    denied, affirmed = (left, right) if left.polarity == "denied" else (right, left)
    if lexicon.has_phrase(denied.quote, denied.lang, "first_time"):
        return  # what never happened before happens now
    if not denied.negations or not _predicate_shared(denied, affirmed):
        return
    if denied.figures or {n.key for n in denied.names} - {n.key for n in affirmed.names}:
        return  # what is denied may be the figure, or somebody the other claim does not name
    cues = {c.text.casefold() for c in denied.negations} | lexicon.words(left.lang, "negators")
    if any(t.text.casefold() in cues for t in affirmed.tokens):
        return  # the same word stands in both; its scope was read differently
    cue = denied.negations[0]
    readings = {
        denied.id: Reading(
            claim=denied, reads=say("verneint", "denied"), marks=((cue.start, cue.end),)
        ),
        affirmed.id: Reading(claim=affirmed, reads=say("bejaht", "affirmed")),
    }
    yield Conflict(
        sides=(readings[left.id], readings[right.id]),
        reckoning=(
            say(f"„{cue.text}“ verneint die eine Aussage", f'"{cue.text}" denies the one claim'),
            _common(left, right),
        ),
        slots=_slots(left.quote, right.quote),
        about="negation:" + "/".join(sorted(carriers(left) & carriers(right))),
        values=(left.polarity, right.polarity),
    )


def _predicate_shared(denied: Claim, affirmed: Claim) -> bool:
    """Return whether what is denied of something is what the other says of it."""
    verb = denied.verb.casefold()
    if not verb:
        return False
    said = {base(t) for t in affirmed.tokens}
    if verb in lexicon.words(denied.lang, "copulas"):
        adjectives = {base(t) for t in denied.tokens if t.pos in {"ADJ", "NOUN"}}
        predicate = {base(t) for t in affirmed.tokens if t.pos in {"ADJ", "NOUN"}}
        return bool(adjectives) and adjectives <= predicate | {verb}
    return any(related(verb, word) for word in said)


def _same_rest(left: Claim, right: Claim, apart: set[str], settings: Settings) -> bool:
    """Return whether two claims say the same apart from some words."""
    first, second = carriers(left) - apart, carriers(right) - apart
    common = first & second
    fewer = min(len(first), len(second))
    if len(common) < settings.least or not fewer:
        return False
    return Decimal(len(common)) / fewer >= settings.shared


@once
def carriers(claim: Claim) -> frozenset[str]:
    """Return the base forms that say what a claim is about.

    Names are left out: all claims of a story share them, so they tell nothing apart.
    """
    named = [(n.start, n.end) for n in claim.names]
    return frozenset(
        base(t)
        for t in claim.tokens
        if _carries(t)
        and not any(start <= t.start < end for start, end in named)
        and not is_title(t.text, claim.lang)
        and not is_title(t.lemma, claim.lang)
    )


def _carries(token: Token) -> bool:
    return token.pos in _CARRIERS and len(token.text) > 1


def _reading(claim: Claim, state: State) -> Reading:
    words = _words(claim, state)
    reads = say(f"verneint: {words}", f"denied: {words}") if state.negated else plain(words)
    return Reading(claim=claim, reads=reads, marks=((state.start, state.end),))


def _word(claim: Claim, token: Token) -> Reading:
    return Reading(claim=claim, reads=plain(base(token)), marks=((token.start, token.end),))


def _words(claim: Claim, state: State) -> str:
    return claim.quote[state.start - claim.start : state.end - claim.start]


def _slots(left: str, right: str) -> tuple[tuple[str, Phrase], ...]:
    return ("left", plain(left)), ("right", plain(right))


def _common(left: Claim, right: Claim) -> Phrase:
    common = ", ".join(sorted(carriers(left) & carriers(right))[:6])
    return say(f"beide Aussagen handeln von: {common}", f"both claims are about: {common}")


def _scope(state: State, other: State) -> Phrase:
    if state.negated or other.negated:
        return say(
            "eine Verneinung steht im selben Satzteil und kehrt den Sinn um",
            "a negation in the same clause turns the sense round",
        )
    return say("keine Verneinung kehrt eines davon um", "no negation turns either of them round")


COMPARER: Final = Comparer(
    name="polarity", settings=Settings, slots=("left", "right"), pair=compare, texts=texts
)
