"""What a claim says was done: the deed, the words it stands with, the times bound to it.

A deed is a verb, or the family of verbs and nouns that name the same ("öffnen", "Eröffnung"),
with those who take part.  Two claims with one deed tell of one happening; two deeds never do.

Floor 3 (compare).  The families live in ``rules/language/*.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.compare import _lexicon as lexicon
from checker.compare._content import base
from checker.compare._stems import overlap
from checker.errors import SettingsError
from checker.language.data import language_data
from checker.language.once import once
from checker.model import Claim, Moment, Token

_STOPS: Final = frozenset({",", ";", ":", "–", "—", "(", ")"})
_THINGS: Final = frozenset({"NOUN", "PROPN"})
#: Letters a compound must have beyond the noun it ends in.
_BEFORE: Final = 3
#: Letters of a noun that may end the name of a party.
_END: Final = 5
#: Characters between a noun and the time that belongs to it.
_BESIDE: Final = 5
#: Families that happen once in a story, so that nobody need be named besides.
ONCE: Final = frozenset({"accident", "explode", "quake", "fire", "alarm"})
#: Key of what is only said to take place; the noun says what.
HAPPENING: Final = "happening"
#: Deeds that are done to one thing once: a shared participant is enough.
_DONE: Final = ONCE | frozenset({
    "begin", "end", "open", "resume", "continue", "close", "suspend", "cancel", "elect", "sign",
    "terminate", "sentence", "rule", "die", "born", "marry", "take-office", "resign", "dismiss",
    "collapse", "found", "demolish", "force", "expire", "bury", "appoint", "evacuate", "arrest",
    "find", "vanish", "steal", "release", "build", "publish", "approve", "decide", "launch", "move",
    "depart", "arrive", "extinguish", "break-in", "flood", HAPPENING,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One deed of a claim.

    Attributes:
        key: The family's key, or the verb itself if it stands in none.
        token: The word that names it.
        things: Base forms of the nouns and names in its part of the sentence.
        moments: The times bound to it.
        ranks: Words of order beside its nouns ("second").
        span: Start and end of its part of the sentence.
        again: Whether words beside it tell of one more deed of the kind, or of a habit.
    """

    key: str
    token: Token
    things: frozenset[str]
    moments: tuple[Moment, ...]
    ranks: frozenset[str]
    span: tuple[int, int]
    again: bool = False


@cache
def _table(lang: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = language_data(lang).get("acts", {})
    except SettingsError:
        return {}
    return found


@cache
def _words(lang: str, key: str) -> frozenset[str]:
    return frozenset(_table(lang).get(key, ()))


@cache
def families(lang: str, kind: str) -> Mapping[str, str]:
    """Return word -> key of its family, for verbs, nouns or phrases; the first one wins."""
    found: dict[str, str] = {}
    for key, family in _table(lang).get("families", {}).items():
        for word in family.get(kind, ()):
            found.setdefault(_fold(word), key)
    return found


def _fold(word: str) -> str:
    """Return a word as lemmas of either spelling write it ("schliessen")."""
    return word.replace("ß", "ss")


def classes(word: str, lang: str) -> str:
    """Return the class of party a noun names, in German also as the end of a compound."""
    ends = _parties(lang)
    if word in ends:
        return ends[word]
    if lang != "de":
        return ""
    found = [e for e in ends if len(e) >= _END and word.endswith(e)]
    return ends[max(found, key=lambda e: (len(e), e))] if found else ""


@cache
def _parties(lang: str) -> Mapping[str, str]:
    return {w: key for key, ends in _table(lang).get("parties", {}).items() for w in ends}


def kin(first: str, second: str, lang: str) -> bool:
    """Return whether one party can be of both classes: a police officer is police."""
    groups = _table(lang).get("one_party", ())
    return first == second or any(first in g and second in g for g in groups)


def empty(lang: str) -> frozenset[str]:
    """Return verbs that name no deed of their own: the noun beside them does ("stattfinden")."""
    return _words(lang, "light") | _words(lang, "happening")


def known(lang: str) -> bool:
    """Return whether the families of a language are known."""
    return bool(_table(lang))


@once
def acts(claim: Claim) -> tuple[Act, ...]:
    """Return the deeds a claim tells of, in order; empty for a language without families."""
    if not known(claim.lang):
        return ()
    return tuple(a for part in parts(claim) for a in _of_part(claim, part))


def same_act(left: Claim, right: Claim, one: Act, other: Act) -> frozenset[str]:
    """Return what two deeds share besides the deed, empty if they may be two happenings.

    A deed done once to its thing needs that thing; one that comes again (a win, a visit, a rise)
    needs two things in common.  If each side names somebody the other does not, there are two
    happenings, unless it is the doer who is named in two ways.
    """
    if one.key != other.key or one.ranks != other.ranks:
        return frozenset()
    if one.again or other.again or _other_values(left, right, one, other):
        return frozenset()
    shared = shared_things(one.things, other.things, left.lang)
    if not shared:
        nameless = not (one.things and other.things)
        bare = one.key in ONCE and nameless and not (_new(left, one) or _new(right, other))
        meant = one.key in ONCE and (_meant(left, one) or _meant(right, other))
        return frozenset({base(one.token)}) if bare or meant else frozenset()
    if not _subjects_fit(left, right, one, other):
        return frozenset()
    apart = _left_over(one, other, left.lang), _left_over(other, one, left.lang)
    if all(apart) and (one.key not in _DONE or len(shared) < 2 * max(len(a) for a in apart)):
        return frozenset()
    return shared if one.key in _DONE or len(shared) > 1 else frozenset()


def _meant(claim: Claim, act: Act) -> bool:
    """Return whether a deed is the one the reader knows: "das Unglück ereignete sich"."""
    before = [t for t in claim.tokens if t.end <= act.token.start][-1:]
    return act.token.pos == "NOUN" and any(
        t.text.casefold() in lexicon.words(claim.lang, "definite") for t in before
    )


def _new(claim: Claim, act: Act) -> bool:
    """Return whether a noun with an indefinite article brings in a deed of its own."""
    before = [t for t in claim.tokens if t.end <= act.token.start][-1:]
    return act.token.pos == "NOUN" and any(
        t.text.casefold().startswith("ein") or t.text.casefold() in {"a", "an"} for t in before
    )


def shared_things(first: frozenset[str], second: frozenset[str], lang: str) -> frozenset[str]:
    """Return the nouns of `first` that have a relative or a namesake in `second`."""
    return overlap(first, second, lang) | _one_thing(first, second, lang)


def _left_over(one: Act, other: Act, lang: str) -> frozenset[str]:
    """Return the things of a deed that have no relative in the other."""
    return one.things - shared_things(one.things, other.things, lang)


def _one_thing(first: frozenset[str], second: frozenset[str], lang: str) -> frozenset[str]:
    """Return the words of `first` that stand in one group of namesakes with a word of `second`."""
    groups = _table(lang).get("namesakes", ())
    return frozenset(a for a in first for g in groups if a in g and any(b in g for b in second))


def _other_values(left: Claim, right: Claim, one: Act, other: Act) -> bool:
    """Return whether both deeds carry figures, and other ones: two rises, two payments."""
    mine, theirs = _values(left, one), _values(right, other)
    return bool(mine and theirs and not mine & theirs)


def _values(claim: Claim, act: Act) -> set[str]:
    return {str(f.hard.low) for f in claim.figures if act.span[0] <= f.start < act.span[1]}


def _subjects_fit(left: Claim, right: Claim, one: Act, other: Act) -> bool:
    """Return whether the nouns that act (or suffer) can be one and the same."""
    mine, theirs = _subject(left, one), _subject(right, other)
    if not mine or not theirs or mine == theirs:
        return True
    return any(
        overlap(frozenset({noun}), things, left.lang)
        or _one_thing(frozenset({noun}), things, left.lang)
        for noun, things in ((mine, other.things), (theirs, one.things))
    )


def _subject(claim: Claim, act: Act) -> str:
    """Return the noun that is the claim's subject if it stands in the deed's part."""
    subject = claim.subject.casefold()
    return subject if subject in act.things else ""


def parts(claim: Claim) -> tuple[tuple[Token, ...], ...]:
    """Return the parts of a claim between commas, split at "and" where both sides have a verb."""
    found: list[tuple[Token, ...]] = []
    run: list[Token] = []
    for token in claim.tokens:
        stop = token.text in _STOPS and (bool(found) or _finite(run))
        joined = token.pos == "CCONJ" and _finite(run) and _finite(_rest(claim, token))
        if stop or joined:
            found.append(tuple(run))
            run = []
        else:
            run.append(token)
    found.append(tuple(run))
    return tuple(p for p in found if p)


def _rest(claim: Claim, token: Token) -> list[Token]:
    """Return the tokens after one, up to the next stop."""
    run: list[Token] = []
    for following in claim.tokens:
        if following.start < token.end:
            continue
        if following.text in _STOPS:
            break
        run.append(following)
    return run


def _finite(tokens: Sequence[Token]) -> bool:
    return any(t.pos in {"VERB", "AUX"} for t in tokens)


def _of_part(claim: Claim, part: Sequence[Token]) -> Iterator[Act]:
    """Yield the deeds of one part of a claim."""
    lang = claim.lang
    times = [m for m in claim.moments if part[0].start <= m.start < part[-1].end]
    inside = [t for t in part if not any(m.start <= t.start < m.end for m in times)]
    named = list(_named(inside, lang))
    for token, key, own in named:
        if key in {"", "say"}:
            continue
        bound = tuple(m for m in times if _bound(m, token, named, lang))
        things = frozenset(
            base(t) for t in inside if t.pos in _THINGS and t not in own and len(t.text) > 2
        )
        if not things:
            things = _lent(claim, part, token)
        yield Act(
            key,
            token,
            things,
            bound,
            frozenset(t.text.casefold() for t in inside) & _words(lang, "ranks"),
            (part[0].start, part[-1].end),
            again=_again(claim, inside, key),
        )


def _again(claim: Claim, part: Sequence[Token], key: str) -> bool:
    """Return whether words tell of one more deed of a kind, or of a habit."""
    cues = _words(claim.lang, "again") | _words(claim.lang, "daily")
    if key in {"resume", "continue"}:
        cues -= _words(claim.lang, "anew")
    return any(t.text.casefold() in cues for t in part) or any(
        m.role == "set" for m in claim.moments
    )


def _lent(claim: Claim, part: Sequence[Token], token: Token) -> frozenset[str]:
    """Return the nouns a part without any borrows: those before it, or the antecedent's."""
    before = {
        base(t)
        for t in claim.tokens
        if t.pos in _THINGS
        and t.end <= part[0].start
        and len(t.text) > 2
        and not any(m.start <= t.start < m.end for m in claim.moments)
    }
    said = {w.casefold() for w in claim.antecedent.split() if w[:1].isupper()}
    return frozenset(before or said)


def _named(part: Sequence[Token], lang: str) -> Iterator[tuple[Token, str, tuple[Token, ...]]]:
    """Yield (word, key, words used) for each verb of a part; nouns count beside light verbs."""
    verbs, nouns = families(lang, "verbs"), families(lang, "nouns")
    lemmas = {_fold(base(t)) for t in part} | {_fold(t.text.casefold()) for t in part}
    lemmas |= {_fold(whole(t, part, lang)) for t in part if t.pos == "VERB"}
    for phrase, key in families(lang, "phrases").items():
        words = phrase.split()
        if all(w in lemmas for w in words) and words:
            used = tuple(
                t
                for t in part
                if {_fold(base(t)), _fold(t.text.casefold()), _fold(whole(t, part, lang))}
                & set(words)
            )
            yield next((t for t in used if t.pos == "VERB"), used[-1]), key, used
            return
    anew = bool(_words(lang, "anew") & {t.text.casefold() for t in part})
    heavy = happens = done = False
    for token in part:
        if token.pos not in {"VERB", "ADJ"}:
            continue
        word = whole(token, part, lang)
        key = verbs.get(_fold(word), "") or verbs.get(_fold(token.text.casefold()), "")
        if not key and token.pos == "ADJ":
            key = next((verbs[w] for w in _verbs_of(word) if w in verbs), "")
        if not key and token.pos == "ADJ":
            continue
        if word in _words(lang, "saying"):
            yield token, "say", (token,)
            continue
        happens = happens or (not key and word in _words(lang, "happening"))
        if not key and (happens or word in _words(lang, "light") or not word.isalpha()):
            continue
        heavy = True
        yield token, _renewed(key or word, anew), (token,)
    for at, token in enumerate(part):
        if token.pos == "NOUN" and (not heavy or _dated(part, at)):
            word = _fold(base(token))
            key = named_by(word, nouns, lang)
            if key:
                done = True
                yield token, _renewed(key, anew), (token,)
    if happens and not heavy and not done:
        noun = next((t for t in part if t.pos == "NOUN"), None)
        if noun is not None:
            yield noun, HAPPENING, ()


def _verbs_of(participle: str) -> Iterator[str]:
    """Yield the verbs a German participle used as an adjective may come from ("eröffnet")."""
    word = _fold(participle)
    for ending in ("et", "t"):
        if word.endswith(ending):
            stem = word[: -len(ending)] + "en"
            yield stem
            yield stem.replace("ge", "", 1)


def _renewed(key: str, anew: bool) -> str:
    """Return the deed that is the same one once more: to open again is to reopen."""
    if key in {"reopen", "resume"} or (anew and key in {"open", "begin"}):
        return "resume"
    return key


def named_by(word: str, nouns: Mapping[str, str], lang: str) -> str:
    """Return the family of a noun, in German also of the noun it ends in; empty if it has none."""
    if word in nouns or lang != "de":
        return nouns.get(word, "")
    for cut in range(_BEFORE, len(word) - _BEFORE):
        if word[cut:] in nouns:
            return nouns[word[cut:]]
    return ""


def whole(token: Token, part: Sequence[Token], lang: str) -> str:
    """Return a verb's base form with the particle that stands apart from it ("nimmt ... auf")."""
    word = base(token)
    particle = [t for t in part if t.tag == "PTKVZ" and t.start > token.start]
    if lang == "de" and particle and token.tag == "VVFIN":
        return particle[0].text.casefold() + word
    if lang == "en":
        behind = [t for t in part if t.tag == "AVP" and 0 <= t.start - token.end <= 1]
        if behind and token.text.casefold() in {"step", "stepped", "steps"}:
            return word
    return word


def _dated(part: Sequence[Token], at: int) -> bool:
    """Return whether a time follows a noun at once ("der Tod am 5. März"); times are cut out."""
    following = part[at + 1 : at + 2]
    return (
        bool(following)
        and following[0].tag in {"APPRART", "APPR", "PRP"}
        and (at + 2 >= len(part) or part[at + 2].start - following[0].end > 1)
    )


def _bound(
    moment: Moment,
    token: Token,
    named: Sequence[tuple[Token, str, tuple[Token, ...]]],
    lang: str,
) -> bool:
    """Return whether a time is of this deed and not of the saying or the noun beside it.

    English puts a time behind its verb; a German time belongs to its part of the sentence, but
    not where somebody says something in it.
    """
    others = [t for t, _, _ in named]
    if len(others) < 2:
        return True
    beside = [t for t in others if t.pos == "NOUN" and 0 <= moment.start - t.end <= _BESIDE]
    if beside:
        return beside[-1] is token
    verbs = [t for t in others if t.pos != "NOUN"]
    if lang == "de":
        return token.pos != "NOUN" and not any(key == "say" for _, key, _ in named)
    near = verbs or others
    before = [t for t in near if t.end <= moment.start]
    nearest = before[-1] if before else near[0]
    return nearest is token
