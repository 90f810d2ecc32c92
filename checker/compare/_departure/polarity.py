"""A sentence was turned round, and a witness says what it said before.

A negation added or taken away, a word exchanged for its opposite.  Two turns make none: "nicht
geschlossen" may become "offen".

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Conflict
from checker.compare._bonds import ONE_THING, UNDER, measured, words_alike
from checker.compare._departure.sentence import Departure, Sentence, each_departure
from checker.compare._departure.telling import MATTER, SAID_SO, conflict, saying
from checker.compare._words import say
from checker.language.meanings import exclude, meanings
from checker.model import Claim, Phrase, Setting, Token

#: Weight of shared words from which a witness says the same.
_SAME: Final = 0.45
#: Tags of words that say what is done or how it is; parts of speech that can stand for them.
_PREDICATES: Final = frozenset({"ADJD", "VVPP", "JJ", "VBN", "VBD"})
#: Tag of an adjective before its noun, which says nothing that is done.
_ATTRIBUTE: Final = "ADJA"
_LOOSE: Final = frozenset({"ADP", "ADV"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Turn:
    """How an edit turned a sentence round.

    Attributes:
        gone: The word that did it and is gone, None if one was only added.
        fresh: The word that does it now.
        negates: Whether a negation came (True) or went (False); None for an opposite.
        sure: Whether nothing else of what the sentence says was changed.
        step: The change in words.
    """

    gone: Token | None
    fresh: Token | None
    negates: bool | None
    sure: bool
    step: Phrase


def departed(
    departure: Departure, witness: Claim, setting: Setting
) -> Iterator[tuple[str, Conflict, float]]:
    """Yield that a sentence now denies what a witness says."""
    turn = _turn(departure)
    if turn is None or not turn.sure:
        return
    shared = departure.bond(witness, setting).shared
    close = departure.close(witness, setting)
    if not close and not departure.near(witness, setting, _SAME):
        return
    theirs = saying(turn.gone, departure.old, witness) if turn.negates is None else None
    if turn.negates is None:
        sides = theirs is not None or _left_alone(turn, departure, witness)
    else:
        sides = _denies(witness) is not turn.negates
    if not sides and (not close or _with_the_new(departure, witness)):
        return
    mine = () if turn.fresh is None else (turn.fresh,)
    said = () if theirs is None else (theirs,)
    last = SAID_SO if sides else MATTER
    yield (
        "polarity",
        conflict(departure, witness, mine, said, (turn.step, last), "polarity"),
        shared,
    )


@each_departure
def _turn(departure: Departure) -> Turn | None:
    """Return how an edit turned a sentence round, None if it did not (or did so twice)."""
    lang = departure.old.lang
    lost, come = _worded(departure.gone, departure.old), _worded(departure.fresh, departure.new)
    gone = [t for t in lost if departure.old.negates(t)]
    fresh = [t for t in come if departure.new.negates(t)]
    rest = [t for t in lost if t not in gone]
    left = [t for t in come if t not in fresh]
    swaps: list[tuple[Token, Token]] = []
    for one in rest:
        other = next((o for o in left if _reverses(one, o, departure)), None)
        if other is not None:
            swaps.append((one, other))
            left.remove(other)
    if (len(gone) + len(fresh) + len(swaps)) % 2 == 0:
        return None if swaps else _other_clause(departure)
    if len(fresh) != len(gone) and _until(lost if len(gone) > len(fresh) else come, lang):
        return None  # "not until Friday" is "on Friday"
    if _hidden(rest if len(fresh) > len(gone) else left, lang) and len(fresh) != len(gone):
        return None
    if swaps and _rearranged(departure):
        return None  # "A before B" is "B after A"
    swapped = [one for one, _ in swaps]
    lost, come = _without_shared(
        [t for t in rest if t not in swapped and t.pos in _CONTENT and not _of(t, swapped)],
        [t for t in left if t.pos in _CONTENT],
        departure,
    )
    sure = _same_rest(lost, come, departure)
    if len(swaps) == 1 and not sure:
        sure = _alone_in_clause(*swaps[0], departure)
    if len(gone) != len(fresh):
        came = len(fresh) > len(gone)
        word = (fresh if came else gone)[0].text
        step = say(
            f"die Änderung {'setzt' if came else 'nimmt'} „{word}“ {'hinzu' if came else 'weg'}",
            f"the edit {'adds' if came else 'takes away'} “{word}”",
        )
        return Turn(
            gone=None if came else gone[0],
            fresh=fresh[0] if came else None,
            negates=came,
            sure=sure and not swaps,
            step=step,
        )
    if not swaps:
        return None
    one, other = swaps[0]
    step = say(
        f"die Änderung ersetzt „{one.text}“ durch „{other.text}“, das Gegenteil",
        f'the edit puts "{other.text}" for "{one.text}", its opposite',
    )
    return Turn(one, other, None, sure and lang == departure.new.lang, step)


def _other_clause(departure: Departure) -> Turn | None:
    """Return the turn if a negation moved from one deed of a sentence to another, else None."""
    old, new = (_denied(s) for s in (departure.old, departure.new))
    both = sorted(old.keys() & new.keys())
    if len(both) < 2 or any(old[verb] is new[verb] for verb in both):
        return None
    came = new[both[0]]
    verb = both[0]
    step = say(
        f"die Änderung {'verneint' if came else 'bejaht'} „{verb}“ und das andere umgekehrt",
        f'the edit {"denies" if came else "affirms"} "{verb}" and turns the other round',
    )
    return Turn(gone=None, fresh=None, negates=came, sure=True, step=step)


def _denied(sentence: Sentence) -> Mapping[str, bool]:
    """Return the verbs of a sentence's clauses, each with whether it is denied."""
    found: dict[str, bool] = {}
    clause: list[Token] = []
    for token in (*sentence.tokens, None):
        if token is not None and token.pos not in {"PUNCT", "CCONJ"}:
            clause.append(token)
            continue
        verbs = [t for t in clause if t.pos == "VERB"]
        if len(verbs) == 1:
            negations = sum(sentence.negates(t) for t in clause)
            found[sentence.base(verbs[0])] = negations % 2 == 1
        clause = []
    return found


def _of(token: Token, words: Sequence[Token]) -> bool:
    """Return whether a word only says how much of another one ("leicht verletzt")."""
    return token.pos in {"ADJ", "ADV"} and any(0 <= w.start - token.end <= 1 for w in words)


def _alone_in_clause(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether the clause of an exchanged word is otherwise as it was."""
    old, new = (
        [t.text.casefold() for t in _clause(token, sentence) if t is not token]
        for token, sentence in ((one, departure.old), (other, departure.new))
    )
    return len(old) > 1 and old == new


def _clause(token: Token, sentence: Sentence) -> list[Token]:
    """Return the words between the marks of punctuation around one."""
    found: list[Token] = []
    for other in sentence.tokens:
        if other.pos == "PUNCT":
            if token in found:
                break
            found = []
        else:
            found.append(other)
    return found


def _without_shared(
    gone: Sequence[Token], fresh: Sequence[Token], departure: Departure
) -> tuple[list[Token], list[Token]]:
    """Return changed words without those that only have another ending now."""
    old, new = ([s.base(t) for t in words] for words, s in (
        (gone, departure.old), (fresh, departure.new)
    ))  # fmt: skip
    return (
        [t for t, word in zip(gone, old, strict=True) if word not in new],
        [t for t, word in zip(fresh, new, strict=True) if word not in old],
    )


def _until(tokens: Sequence[Token], lang: str) -> bool:
    """Return whether a word that came or went with a negation limits it ("not until")."""
    return any(t.text.casefold() in lexicon.words(lang, "until") for t in tokens)


def _rearranged(departure: Departure) -> bool:
    """Return whether words that stayed stand in another order now."""
    changed = {id(t) for t in (*departure.gone, *departure.fresh)}
    old, new = (
        [t.text.casefold() for t in s.tokens if id(t) not in changed and t.pos != "PUNCT"]
        for s in (departure.old, departure.new)
    )
    return old != new and sorted(old) == sorted(new)


def _worded(tokens: Sequence[Token], sentence: Sentence) -> list[Token]:
    """Return the words that are no part of a figure or a time, which have readers of their own.

    A "no" counts though it is read as a figure as well ("no encore").
    """
    spans = [span for claim in sentence.claims for span in measured(claim)]
    return [
        t
        for t in tokens
        if sentence.negates(t) or not any(start <= t.start < end for start, end in spans)
    ]


def _hidden(tokens: Sequence[Token], lang: str) -> bool:
    """Return whether a word carries its negation inside ("Untätigkeit", "helpless")."""
    heads, tails = lexicon.phrases(lang, "un"), lexicon.phrases(lang, "less")
    seeming = lexicon.phrases(lang, "no_un")
    words = [t.text.casefold() for t in tokens if t.pos in {"NOUN", "ADJ", "ADV", "VERB"}]
    return any(
        w.endswith(tails) or (w.startswith(heads) and not w.startswith(seeming)) for w in words
    )


def _denies(witness: Claim) -> bool:
    sentence = Sentence((witness,))
    return any(sentence.negates(t) for t in witness.tokens)


def _same_rest(gone: Sequence[Token], fresh: Sequence[Token], departure: Departure) -> bool:
    """Return whether what else was exchanged leaves the statement as it was.

    Words may be left out or put in; but what is done, or how it is, must not have given way to a
    word that may be its opposite ("geöffnet", "nicht zu").
    """
    light = lexicon.words(departure.old.lang, "existing")
    gone = [t for t in gone if departure.old.base(t) not in light]
    lost = [t for t in gone if t.tag in _PREDICATES or t.pos == "VERB"]
    done = [
        t
        for t in fresh
        if t.pos in {"VERB", "ADJ"} and t.tag != _ATTRIBUTE and departure.new.base(t) not in light
    ]
    if lost and not done:
        return all(t.pos not in _LOOSE for t in departure.fresh)
    return not gone or all(any(_one_word(a, b, departure) for a in gone) for b in done)


def _one_word(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether two words mean one thing, or one what falls under the other."""
    old, new = departure.old, departure.new
    alike = words_alike(old.base(one), old.lang, new.base(other), new.lang)
    return (alike or 0.0) >= UNDER


def _with_the_new(departure: Departure, witness: Claim) -> bool:
    """Return whether a witness makes the very statement, and so as it is now."""
    own = {departure.old.base(t) for t in departure.old.tokens if t.pos in {"VERB", "ADJ"}} | {
        c.verb.casefold() for c in departure.old.claims if c.verb
    }
    sentence = Sentence((witness,))
    return any(
        (words_alike(word, departure.old.lang, sentence.base(t), witness.lang) or 0.0) >= ONE_THING
        for word in own
        for t in witness.tokens
        if t.pos in {"VERB", "ADJ"}
    )


def _reverses(one: Token, other: Token, departure: Departure) -> bool:
    """Return whether one word says the opposite of another."""
    lang = departure.old.lang
    if frozenset({one.text.casefold(), other.text.casefold()}) in _small(lang):
        return True
    return opposite(departure.old.base(one), departure.new.base(other), lang)


def opposite(first: str, second: str, lang: str) -> bool:
    """Return whether two base forms are opposites."""
    if second == f"un{first}" or first == f"un{second}":
        return True
    own, others = meanings(first, lang), meanings(second, lang)
    if own & others:
        return False  # "ausgehen" is to end, and to start from somebody
    if exclude(own, others):
        return True
    sides = lexicon.opposites(lang)
    return any((n, not s) in sides.get(second, ()) for n, s in sides.get(first, ()))


def _left_alone(turn: Turn, departure: Departure, witness: Claim) -> bool:
    """Return whether a small word turned the sentence, and the witness has it not."""
    if turn.gone is None or turn.fresh is None:
        return False
    words = frozenset({turn.gone.text.casefold(), turn.fresh.text.casefold()})
    now = turn.fresh.text.casefold()
    return words in _small(departure.old.lang) and all(
        t.text.casefold() != now for t in witness.tokens
    )


@cache
def _small(lang: str) -> frozenset[frozenset[str]]:
    """Return pairs of small words of which one turns the other round ("für", "gegen")."""
    return frozenset(frozenset(p.split()) for p in lexicon.phrases(lang, "reversing"))
