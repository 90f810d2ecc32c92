"""One text denies what the other says in the same words, figures and names included.

Across two articles a "not" may deny the figure, or be of somebody else.  Of two texts told to be
of one event that need not be feared where the one says nothing that the other does not.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import parts
from checker.compare._base import Conflict, Reading
from checker.compare._content import EMPTY, base
from checker.compare._counterpart.counts import stands
from checker.compare._counterpart.deeds import deed_at
from checker.compare._counterpart.statement import brief, share_held, stem, words
from checker.compare._counterpart.subjects import said_of_another
from checker.compare._stems import overlap
from checker.compare._words import say
from checker.language.names import fold
from checker.model import Claim, Token

#: Share of what the second text says that the claim of the first must hold.
_HELD: Final = Decimal("0.8")
#: Content words the second text needs.
_LEAST: Final = 2
#: How many times the content words of the second text the sentence of the first may have.
_MORE: Final = 3
_AIMS: Final = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_OPEN: Final = frozenset({"question", "condition", "possibility", "demand"})


def compare(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield that one text denies what the other affirms; a long text may deny anything."""
    if not brief(left):
        return
    for said in right:
        if said.modality in _OPEN or len(words([said])) < _LEAST:
            continue
        without = _undone(said)
        told = max(left, key=lambda c: (share_held(said, [c], without), -c.start), default=None)
        if told is None or told.modality in _OPEN or _denied(told) == _denied(said):
            continue
        if share_held(said, [told], without) < _HELD or not _same_predicate(told, said):
            continue
        if len(words([told])) > _MORE * len(words([said])):
            continue  # the longer sentence says more, and may deny something of that
        if said_of_another(told, said) or not _values_held(told, said):
            continue
        yield _conflict(told, said)
        return


def _denied(claim: Claim) -> bool:
    return claim.polarity == "denied" or bool(_wording(claim))


def _wording(claim: Claim) -> str:
    """Return the words by which a claim says that something did not happen ("has yet to")."""
    return lexicon.has_phrase(claim.quote, claim.lang, "undone")


def _undone(claim: Claim) -> list[tuple[int, int]]:
    """Return where the words stand that deny without a "not"."""
    wording = _wording(claim)
    at = claim.quote.casefold().find(wording) if wording else -1
    return [(claim.start + at, claim.start + at + len(wording))] if at >= 0 else []


def _same_predicate(told: Claim, said: Claim) -> bool:
    """Return whether what is denied in one claim is what the other affirms.

    The verb stands in both, the "not" in its part of the sentence; of "no sons" the sons count.
    """
    without = _undone(said)
    verbs = [
        t
        for t in said.tokens
        if t.pos == "VERB"
        and base(t) not in EMPTY
        and not any(a <= t.start < b for a, b in without)
    ]
    named = frozenset(stem(t, said.lang) for t in verbs)
    held = words([told])
    if len(overlap(named, held, said.lang)) < len(named):
        return False
    if not verbs and said.verb.casefold() != told.verb.casefold():
        return False
    denied, other = (told, said) if _denied(told) else (said, told)
    return all(_aimed(denied, c.start, c.end, other) for c in denied.negations[:1])


def _aimed(denied: Claim, start: int, end: int, other: Claim) -> bool:
    """Return whether a negating word is aimed at what the other claim says."""
    lang = denied.lang
    part = next((p for p in parts(denied) if p[0].start <= start < p[-1].end), denied.tokens)
    here, said = frozenset(stem(t, lang) for t in part), words([other])
    if 2 * len(overlap(said, here, lang)) < len(said) and len(here) < len(denied.tokens):
        return False
    behind = next((t for t in part if t.start >= end and t.pos in _AIMS), None)
    if behind is not None and behind.pos == "VERB":
        aim: Token | None = behind
    elif any(t.pos == "VERB" and base(t) not in EMPTY for t in part):
        deed = deed_at(denied, start)
        aim = deed if behind is None or lang == "de" else behind
    else:
        aim = behind
    if aim is None:
        return True
    return bool(overlap(frozenset({stem(aim, lang)}), said, lang))


def _values_held(told: Claim, said: Claim) -> bool:
    named = {fold(t.text) for t in told.tokens}
    own = (fold(n.text.split()[-1]) for n in said.names if n.start > said.start)
    return all(stands(f, told.figures) for f in said.figures) and named.issuperset(own)


def _conflict(told: Claim, said: Claim) -> Conflict:
    denied = said if _denied(said) else told
    cue = denied.negations[0].text if denied.negations else _wording(denied)
    spans = {c.id: tuple((n.start, n.end) for n in c.negations[:1]) for c in (told, said)}
    return Conflict(
        sides=tuple(
            Reading(
                claim=c,
                reads=say("verneint", "denied") if c is denied else say("bejaht", "affirmed"),
                marks=spans[c.id] if c is denied else (),
            )
            for c in (told, said)
        ),
        reckoning=(
            say(f"„{cue}“ verneint die eine Aussage", f'"{cue}" denies the one claim'),
            say("was der zweite Text sagt, steht sonst ganz im ersten",
                "all else the second text says stands in the first"),
        ),
        slots=(
            ("left", say(told.quote, told.quote)),
            ("right", say(said.quote, said.quote)),
        ),
        certainty="soft",
        about="negation:texts",
        values=("denied" if denied is told else "affirmed",
                "denied" if denied is said else "affirmed"),
    )  # fmt: skip
