"""Two parties of a sentence changed places, and a witness has them as they were.

"Putin gratulierte Trump" became "Trump gratulierte Putin".  A sentence that only begins with
another part keeps its prepositions, its articles and the verb each party stands at; the passive
turns the order round and the voice with it; "A und B" has no order.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict
from checker.compare._content import base
from checker.compare._departure.roles import parties
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._departure.telling import MATTER, SAID_SO, conflict
from checker.compare._stems import related
from checker.compare._words import say
from checker.language.names import fold
from checker.model import Claim, Setting, Token

#: Weight of shared words from which a witness says the same.
_SAME: Final = 0.4
#: Words before a party in which its preposition or article stands.
_MARKED: Final = 3
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A party's part in a sentence.

    Attributes:
        token: Its first word.
        order: Its place among the words.
        mark: Its preposition, else its article, empty if it has neither.
        behind: Whether it stands behind a preposition.
        verb: Base form of the nearest verb of its clause.
    """

    token: Token
    order: int
    mark: str
    behind: bool
    verb: str


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that two parties of a sentence stand the other way round than a witness has them."""
    shared = departure.bond(witness, setting).shared
    close = departure.close(witness, setting)
    if not close and not departure.near(witness, setting, _SAME):
        return
    turned = _turned(departure)
    if turned is None:
        return
    first, second = turned
    theirs = {fold(t.text): t for t in witness.tokens}
    both = first in theirs and second in theirs
    if not both and not close:
        return
    step = say(
        "die Änderung vertauscht, wer es war und wen es traf",
        "the edit swaps who did it and to whom",
    )
    said = (theirs[first],) if first in theirs else ()
    new = _parts(departure.new, departure)
    mine = min((new[key].token for key in turned), key=lambda t: t.start)
    steps = (step, SAID_SO if both else MATTER)
    yield "role", conflict(departure, witness, (mine,), said, steps, "role"), shared


@each_departure
def _turned(departure: Departure) -> tuple[str, str] | None:
    """Return two parties that changed places, None if none did."""
    changed = [*departure.gone, *departure.fresh]
    if any(t.pos in _CONTENT and not _kept(t, departure) for t in changed):
        return None
    old, new = _parts(departure.old, departure), _parts(departure.new, departure)
    both = [key for key in old if key in new]
    if _voice(departure.old) is not _voice(departure.new):
        parts = (old, new) if _voice(departure.new) else (new, old)
        return _unturned(*parts, departure.old.lang)
    for first, second in combinations(both, 2):
        if _coordinated(old[first].token, old[second].token, departure.old):
            continue
        if _exchanged(old[first], old[second], new[first], new[second]):
            return first, second
    return None


def _unturned(
    active: Mapping[str, _Part], passive: Mapping[str, _Part], lang: str
) -> tuple[str, str] | None:
    """Return two parties if the passive was put without turning them: who did it now suffers it."""
    by = lexicon.words(lang, "by")
    objects = lexicon.words(lang, "object_articles")
    agent = next((k for k, part in passive.items() if part.mark in by and k in active), None)
    if agent is None or active[agent].mark in by:
        return None
    before = sorted(active.items(), key=lambda item: item[1].order)
    bare = [(k, part) for k, part in before if not part.behind]
    subject = next((k for k, part in bare if part.mark not in objects), None)
    if subject in {None, agent} or subject not in passive or passive[subject].mark in by:
        return None
    return subject, agent


def _exchanged(first: _Part, second: _Part, now: _Part, then: _Part) -> bool:
    """Return whether two parties have each other's part."""
    if first.verb != second.verb:
        told = first.verb and second.verb  # none in a list that a comma cuts off
        return bool(told) and (now.verb, then.verb) == (second.verb, first.verb)
    if first.mark != second.mark or now.mark != then.mark:
        return first.mark != now.mark and second.mark != then.mark
    if first.token.pos != "PROPN" or second.token.pos != "PROPN":
        return False  # "im Juni kamen …": what stands first is no sign without a name
    return (first.order < second.order) is not (now.order < then.order)


def _parts(sentence: Sentence, departure: Departure) -> dict[str, _Part]:
    """Return the parties of a sentence in order, names before nouns, each with its part in it.

    A name of several words, and the title before it, are one party.
    """
    tokens = sentence.tokens
    runs: list[list[Token]] = []
    for token in parties(tokens, sentence, departure):
        last = tokens.index(runs[-1][-1]) if runs else -2
        if _is_name(token, departure) and tokens.index(token) == last + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    named = [run for run in runs if _is_name(run[-1], departure)]
    found: dict[str, _Part] = {}
    for run in named if len({fold(r[-1].text) for r in named}) > 1 else runs:
        at, token = tokens.index(run[0]), run[-1]
        key = base(run[0])
        if _is_name(token, departure):  # whatever the tagger takes it for here
            key, token = fold(token.text), replace(token, pos="PROPN")
        mark, behind = _mark(tokens[max(0, at - _MARKED) : at])
        found.setdefault(key, _Part(token, at, mark, behind, _verb(at, sentence)))
    return found


def _is_name(token: Token, departure: Departure) -> bool:
    """Return whether a word is a name here, or (part of) one elsewhere in the story."""
    return token.pos == "PROPN" or fold(token.text) in departure.names


def _verb(at: int, sentence: Sentence) -> str:
    """Return the verb a word stands nearest to without a comma or a full stop between them.

    An auxiliary counts where the clause has no other: "habe … gedankt" is one verb.
    """
    tokens = sentence.tokens
    nearest: list[tuple[bool, int, str]] = []
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(tokens) and tokens[here].pos != "PUNCT":
            if tokens[here].pos in {"VERB", "AUX"}:
                helps = tokens[here].pos == "AUX"
                nearest.append((helps, abs(here - at), sentence.base(tokens[here])))
            here += step
    return min(nearest, default=(False, 0, ""))[2]


def _mark(before: Sequence[Token]) -> tuple[str, bool]:
    """Return the preposition of a party, else its article or nothing, and whether it is the one."""
    article = ""
    for token in reversed(before):
        if token.pos in {"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"}:
            break
        if token.pos == "ADP":
            return token.text.casefold(), True
        if token.pos == "DET" and not article:
            article = token.text.casefold()
    return article, False


def _coordinated(one: Token, other: Token, sentence: Sentence) -> bool:
    """Return whether two parties stand in one list ("A, B und C") and so have one part in it."""
    low, high = sorted((one.start, other.start))
    between = [t for t in sentence.tokens if low < t.start < high]
    if any(t.pos in {"VERB", "AUX"} for t in between):
        return False
    if any(t.pos == "CCONJ" or t.text == "&" for t in between):
        return True
    return bool(between) and all(t.pos in {"PUNCT", "ADJ"} for t in between)


def _kept(token: Token, departure: Departure) -> bool:
    """Return whether a word stands on the other side in another form."""
    words = departure.old.tokens if token in departure.fresh else departure.new.tokens
    return any(related(base(token), base(t)) or base(token) == base(t) for t in words)


def _voice(sentence: Sentence) -> bool:
    """Return whether a sentence is in the passive."""
    return any(base(t) in lexicon.words(sentence.lang, "passive") for t in sentence.tokens)
