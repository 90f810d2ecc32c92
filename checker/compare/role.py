"""Another person in the same role: who called, who asked, who won, who left.

A role read from word order is a hint; the finding is never more than a warning.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare import _roles
from checker.compare._acts import shared_things
from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._content import base
from checker.compare._counterpart import agents
from checker.compare._doers import Doer, doers, rivals
from checker.compare._roles import roles
from checker.compare._sieve import sieve
from checker.compare._states import match
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.compare.polarity import carriers
from checker.language.once import each_once
from checker.model import Claim, Name, Pair, Token

#: Words up to which a claim is simple enough to read its roles.
_SHORT: Final = 16
#: Statements that assert nothing, or not yet.
_OPEN: Final = frozenset({"question", "condition", "possibility", "demand"})
#: Deeds that one party alone does first: who proposed, who tipped off, who called for help.
_FIRST: Final = frozenset({"propose", "tip", "alarm"})
#: Of them those a story has one of.
_CALLS: Final = frozenset({"tip", "alarm"})
#: Deeds of one party; others can be joint or mutual.
_SINGLE: Final = _FIRST | frozenset({
    "terminate", "order", "cancel", "file", "sue", "appeal", "dismiss", "ban", "close", "open",
    "suspend", "appoint", "evacuate", "find", "rescue", "sell", "buy", "pay", "found", "build",
    "demolish", "kill", "attack", "extinguish", "arrest", "launch", "restore", "end", "approve",
})  # fmt: skip


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return that the claims cast other people in one role."""
    left, right = pair.left, pair.right
    if left.polarity != right.polarity:
        return ()
    crossed = _reversed(pair, left, right) if left.lang == right.lang else iter(())
    for found in (*crossed, *_camps(pair, left, right), *_deeds(pair, left, right)):
        return (found,)
    return ()


def texts(
    left: Sequence[Claim], right: Sequence[Claim], settings: NoSettings
) -> tuple[Conflict, ...]:
    """Return a doer of the second text for whose deed the first names others only."""
    return tuple(agents.compare(left, right))


def _reversed(pair: Pair, left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one text has A do to B what the other has B do to A."""
    if not left.verb or not right.verb or max(len(left.tokens), len(right.tokens)) > _SHORT:
        return
    mine, other = roles(left), roles(right)
    if mine is None or other is None or base(mine.verb) != base(other.verb):
        return
    if mine.agent is None or mine.patient is None or other.agent is None or other.patient is None:
        return
    crossed = _same(mine.agent, other.patient) and _same(mine.patient, other.agent)
    straight = _same(mine.agent, other.agent) or _same(mine.patient, other.patient)
    if not crossed or straight:
        return
    yield _conflict(pair, mine.verb, other.verb, mine.agent, other.agent)


def _deeds(pair: Pair, left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one deed that one party does is said of two."""
    if left.lang != right.lang or {left.modality, right.modality} & _OPEN:
        return
    for one in doers(left):
        for other in doers(right):
            if one.act.key != other.act.key or one.act.key not in _SINGLE:
                continue
            if not (one.told or other.told) and one.act.key not in _FIRST:
                continue
            if not rivals(one, other, left.lang) or not _one_deed(one, other, left.lang):
                continue
            yield _conflict(pair, one.act.token, other.act.token, one.phrase, other.phrase)


def _one_deed(one: Doer, other: Doer, lang: str) -> bool:
    """Return whether two deeds of one kind are done to the same thing, the doers left aside."""
    if one.act.again or other.act.again:
        return False
    mine = one.act.things - {base(t) for t in one.phrase.heads}
    theirs = other.act.things - {base(t) for t in other.phrase.heads}
    return bool(shared_things(mine, theirs, lang)) or (
        one.act.key in _FIRST
        and (
            (not (mine and theirs) and not (one.another or other.another))
            or (one.told and other.told and one.act.key in _CALLS)
        )
    )


def _same(first: _roles.Phrase, second: _roles.Phrase) -> bool:
    """Return whether two noun phrases name one party."""
    return any(related(base(a), base(b)) for a in first.heads for b in second.heads)


def _camps(pair: Pair, left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if opposing camps are each said to have taken one and the same step."""
    for key, mine in _steps(left):
        for other_key, other in _steps(right):
            if key != other_key:
                continue
            one, two = _party(left, mine), _party(right, other)
            if one is None or two is None:
                yield from _persons(pair, mine, other)
                continue
            if one[1] == two[1]:
                continue
            if one[0] // 2 != two[0] // 2:
                continue
            yield _conflict(
                pair,
                mine,
                other,
                _roles.Phrase((one[2],), ""),
                _roles.Phrase((two[2],), ""),
            )


def _persons(pair: Pair, mine: Token, other: Token) -> Iterator[Conflict]:
    """Yield a conflict if different persons are each said to have taken one and the same step."""
    one = [n for n in pair.left.names if n.end <= mine.start and n.kind == "person"]
    two = [n for n in pair.right.names if n.end <= other.start and n.kind == "person"]
    keys = {n.key for n in pair.left.names} & {n.key for n in pair.right.names}
    if not one or not two or keys & {one[0].key, two[0].key}:
        return
    yield _conflict(pair, mine, other, _named(pair.left, one[0]), _named(pair.right, two[0]))


def _named(claim: Claim, name: Name) -> _roles.Phrase:
    """Return a name as the noun phrase it is."""
    tokens = tuple(t for t in claim.tokens if name.start <= t.start < name.end)
    return _roles.Phrase(tuple(replace(t, pos="PROPN") for t in tokens), "")


@each_once
def _steps(claim: Claim) -> Iterator[tuple[str, Token]]:
    """Yield the steps that only one side can have taken first (left the table, called)."""
    tokens = [t for t in claim.tokens if t.pos != "PUNCT"]
    forms = [(t.text.casefold(), base(t)) for t in tokens]
    quick = sieve(forms)
    for key, patterns in _patterns(claim.lang):
        for words in patterns:
            span = match(words, tokens, forms) if quick.may_match(words) else None
            if span is not None:
                yield key, next(t for t in tokens if t.start == span[0])
                break


@cache
def _patterns(lang: str) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Return the steps of a language with the words of their patterns."""
    return tuple(
        (str(table["key"]), tuple(tuple(pattern.split()) for pattern in table["words"]))
        for table in lexicon.steps(lang)
    )


def _party(claim: Claim, step: Token) -> tuple[int, int, Token] | None:
    """Return (camp, side, token) of the party nearest before a step, or None."""
    groups = lexicon.groups(claim.lang, "camps")
    for token in reversed([t for t in claim.tokens if t.start < step.start]):
        group = groups.get(base(token)) or groups.get(token.text.casefold())
        if group:
            number = min(group)
            return number, number % 2, token
    return None


def _conflict(
    pair: Pair, verb: Token, other: Token, agent: _roles.Phrase, rival: _roles.Phrase
) -> Conflict:
    who, whom = agent.text, rival.text
    common = ", ".join(sorted(carriers(pair.left) & carriers(pair.right))[:5])
    return Conflict(
        sides=(_reading(pair.left, verb, agent), _reading(pair.right, other, rival)),
        reckoning=(
            say(f"„{verb.text}“ sagt die eine Quelle von {who}, die andere von {whom}",
                f'one source says "{verb.text}" of {who}, the other of {whom}'),
            say(f"gemeinsam sind beiden: {common}", f"both share: {common}"),
            say("wer handelt, ist aus Satzbau und Genus verbi erschlossen",
                "who acts was read from word order and voice"),
        ),
        slots=(("left", plain(who)), ("right", plain(whom)), ("verb", plain(verb.text))),
        certainty="hint",
        about=f"role:{base(verb)}",
        values=(who, whom),
        cap="warning",
    )  # fmt: skip


def _reading(claim: Claim, verb: Token, agent: _roles.Phrase) -> Reading:
    marks = {(verb.start, verb.end), *((t.start, t.end) for t in agent.heads)}
    return Reading(
        claim=claim,
        reads=say(f"es handelt: {agent.text}", f"who acts: {agent.text}"),
        marks=tuple(sorted(marks)),
    )


COMPARER: Final = Comparer(
    name="role", settings=NoSettings, slots=("left", "right", "verb"), pair=compare, texts=texts
)
