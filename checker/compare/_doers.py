"""Who is said to have done a deed: from cleft sentences, passives, sources and party nouns.

"Es war der Verein, der kündigte" and "von der Stadt eingebracht" name the doer beyond doubt.  In
a plain German sentence either noun may be the subject; there a doer is only taken if one noun
alone can act (a council, a customer) or an article shows which is the object.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import Act, acts, classes, kin
from checker.compare._content import base
from checker.compare._roles import Phrase, noun_phrases
from checker.compare._stems import related
from checker.language.once import once
from checker.model import Claim, Token

_COPULAS: Final = frozenset({"sein", "be"})
_IT: Final = frozenset({"es", "it"})
_RELATIVES: Final = frozenset({"der", "die", "das", "who", "that", "which", "welche", "welcher"})
_OBJECTS: Final = frozenset({"den", "einen", "keinen", "ihren", "seinen", "diesen", "dem", "einem"})
#: Characters between a noun and the clause about it.
_BESIDE: Final = 3


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did a deed.

    Attributes:
        act: The deed.
        phrase: The noun phrase.
        kind: Class of party ("police", "customer"), empty if unknown.
        told: Whether the sentence is built to name the doer (cleft, passive, source).
        another: Whether an indefinite article shows that its thing was not spoken of before.
    """

    act: Act
    phrase: Phrase
    kind: str
    told: bool
    another: bool = False


@once
def doers(claim: Claim) -> tuple[Doer, ...]:
    """Return the doers a claim names, in order of the deeds."""
    found = (_doer(claim, act) for act in acts(claim))
    return tuple(replace(d, another=_another(claim, d)) for d in found if d is not None)


def _another(claim: Claim, doer: Doer) -> bool:
    """Return whether an indefinite noun stands beside a doer: a thing not spoken of before."""
    own = {t.start for t in doer.phrase.tokens}
    return any(
        t.tag in {"ART", "AT0"} and t.text.casefold().startswith(("ein", "a"))
        for t in claim.tokens
        if doer.act.span[0] <= t.start < doer.act.span[1] and t.start not in own
    )


def rivals(one: Doer, other: Doer, lang: str) -> bool:
    """Return whether two doers of one deed are two parties and cannot be one."""
    if _same(one.phrase, other.phrase):
        return False
    if one.kind and other.kind:
        return not kin(one.kind, other.kind, lang)
    return _beside(one, other) or _beside(other, one)


def _beside(one: Doer, other: Doer) -> bool:
    """Return whether the doer of one text stands beside the other text's doer, told as such."""
    if not other.told:
        return False
    things = other.act.things - {base(t) for t in other.phrase.heads}
    return any(base(t) in things for t in one.phrase.heads)


def _same(first: Phrase, second: Phrase) -> bool:
    return any(related(base(a), base(b)) for a in first.heads for b in second.heads)


def _doer(claim: Claim, act: Act) -> Doer | None:
    part = [t for t in claim.tokens if act.span[0] <= t.start < act.span[1]]
    cleft = _cleft(claim, act) or _relative(claim, part)
    if cleft is not None:
        return Doer(act, cleft, _kind(cleft, claim.lang), told=True)
    source = _source(part, claim.lang)
    if source is not None:
        return Doer(act, source, _kind(source, claim.lang), told=True)
    if act.token.pos == "NOUN":
        return None
    phrases = noun_phrases(part)
    if _passive(part, act.token, claim.lang):
        by = lexicon.words(claim.lang, "by")
        agent = next((p for p in phrases if p.preposition in by), None)
        known = _kind(agent, claim.lang) if agent else ""
        return Doer(act, agent, known, told=True) if agent and known else None
    return _active(claim, act, [p for p in phrases if not p.preposition])


def _cleft(claim: Claim, act: Act) -> Phrase | None:
    """Return X of "es war X, der ..." and "it was X who ..." where the deed follows."""
    tokens = claim.tokens
    for i, token in enumerate(tokens[:-1]):
        pair = {token.text.casefold(), tokens[i + 1].text.casefold()}
        copula = any(base(t) in _COPULAS for t in tokens[i : i + 2])
        if not (pair & _IT and copula) or token.start > act.token.start:
            continue
        relative = next(
            (
                j
                for j in range(i + 2, len(tokens))
                if tokens[j].text.casefold() in _RELATIVES
                and tokens[j].pos in {"PRON", "DET"}
                and (claim.lang == "en" or tokens[j - 1].text == ",")
            ),
            None,
        )
        if relative is None or tokens[relative].start > act.token.start:
            continue
        behind = [p for p in noun_phrases(tokens[i + 2 : relative]) if not p.preposition]
        ahead = [p for p in noun_phrases(tokens[:i]) if not p.preposition]
        found = behind or ahead[-1:]
        if found:
            return found[0]
    return None


def _relative(claim: Claim, part: Sequence[Token]) -> Phrase | None:
    """Return X of "X, der den Alarm auslöste": the article of the object shows who acts."""
    if claim.lang != "de" or not part or part[0].tag != "PRELS":
        return None
    if not any(p.article in _OBJECTS and not p.preposition for p in noun_phrases(part[1:])):
        return None
    before = [p for p in noun_phrases(claim.tokens) if p.tokens[-1].end < part[0].start]
    near = before and part[0].start - before[-1].tokens[-1].end <= _BESIDE
    return before[-1] if near else None


def _source(part: Sequence[Token], lang: str) -> Phrase | None:
    """Return X of "der Anstoß kam von X", "the tip came from X"."""
    verbs = lexicon.words(lang, "stems_from")
    if not any(base(t) in verbs for t in part):
        return None
    by = lexicon.words(lang, "from")
    found = [p for p in noun_phrases(part) if p.preposition in by]
    return found[0] if len(found) == 1 else None


def _passive(part: Sequence[Token], verb: Token, lang: str) -> bool:
    if lang == "de":
        return verb.tag == "VVPP" and any(base(t) == "werden" or t.text == "worden" for t in part)
    return verb.tag in {"VVN", "VBN", "VVD"} and any(
        base(t) == "be" and t.start < verb.start for t in part
    )


def _active(claim: Claim, act: Act, bare: Sequence[Phrase]) -> Doer | None:
    """Return the doer of a plain sentence if nothing else in it can be that."""
    if claim.lang == "en":
        before = [p for p in bare if p.tokens[0].start < act.token.start]
        if not before or len(before) > 1:
            return None
        return Doer(act, before[0], _kind(before[0], claim.lang), told=False)
    free = [p for p in bare if p.article not in _OBJECTS]
    parties = [p for p in free if _kind(p, claim.lang)]
    if len(parties) == 1:
        return Doer(act, parties[0], _kind(parties[0], claim.lang), told=False)
    if len(free) == 1 and len(bare) > 1:
        return Doer(act, free[0], _kind(free[0], claim.lang), told=False)
    return None


def _kind(phrase: Phrase, lang: str) -> str:
    """Return the class of party a noun phrase names, empty if none or not known."""
    return next(iter(_kinds(phrase, lang)), "")


def _kinds(phrase: Phrase, lang: str) -> Iterator[str]:
    for token in phrase.heads:
        found = classes(base(token), lang) or classes(token.text.casefold(), lang)
        if found:
            yield found
