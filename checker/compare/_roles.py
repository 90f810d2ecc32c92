"""Who does what to whom, as far as word order, voice and case show it.

A likely subject is a hint, never a fact: in German the object may come first, and only a
masculine article shows it.  Passives turn the roles round.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._content import base
from checker.language.once import once
from checker.model import Claim, Token

_HEADS: Final = {"NOUN", "PROPN"}
_INSIDE: Final = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "X"}
_OBJECT_ARTICLES: Final = frozenset({"den", "einen", "keinen", "ihren", "seinen", "diesen"})
_SUBJECT_ARTICLES: Final = frozenset({"der"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words and the preposition before it."""

    tokens: tuple[Token, ...]
    preposition: str

    @property
    def article(self) -> str:
        """The first word in lower case."""
        return self.tokens[0].text.casefold()

    @property
    def heads(self) -> tuple[Token, ...]:
        """Nouns and names in it."""
        return tuple(t for t in self.tokens if t.pos in _HEADS)

    @property
    def text(self) -> str:
        """Its nouns and names as written."""
        return " ".join(t.text for t in self.heads)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who (agent) does it (verb) to whom (patient); either may be missing."""

    verb: Token
    agent: Phrase | None
    patient: Phrase | None
    passive: bool


@once
def roles(claim: Claim) -> Roles | None:
    """Return the roles around a claim's main verb, None if it has none."""
    verb = _verb(claim)
    if verb is None:
        return None
    phrases = noun_phrases(claim.tokens)
    passive = _passive(claim, verb)
    if passive:
        by = lexicon.words(claim.lang, "by")
        agent = next((p for p in phrases if p.preposition in by), None)
        patient = next((p for p in phrases if not p.preposition), None)
        return Roles(verb, agent, patient, passive=True)
    bare = [p for p in phrases if not p.preposition]
    if not bare:
        return Roles(verb, None, None, passive=False)
    if claim.lang == "de":
        return _german(verb, bare)
    before = [p for p in bare if p.tokens[0].start < verb.start]
    behind = [p for p in bare if p.tokens[0].start > verb.start]
    return Roles(verb, before[-1] if before else None, behind[0] if behind else None, passive=False)


def _german(verb: Token, bare: Sequence[Phrase]) -> Roles:
    first, rest = bare[0], bare[1:]
    if first.article in _OBJECT_ARTICLES and rest:
        return Roles(verb, rest[0], first, passive=False)
    if rest and rest[0].article in _SUBJECT_ARTICLES and first.article not in _SUBJECT_ARTICLES:
        return Roles(verb, rest[0], first, passive=False)
    return Roles(verb, first, rest[0] if rest else None, passive=False)


def _verb(claim: Claim) -> Token | None:
    verbs = [t for t in claim.tokens if t.pos == "VERB"]
    wanted = claim.verb.casefold()
    return next((t for t in verbs if base(t) == wanted), verbs[-1] if verbs else None)


def _passive(claim: Claim, verb: Token) -> bool:
    if verb.tag not in {"VVPP", "VVN", "VVD", "VBN"} and not verb.text.endswith(("ed", "t", "en")):
        return False
    auxiliaries = {base(t) for t in claim.tokens if t.pos in {"AUX", "VERB"} and t is not verb}
    if claim.lang == "de":
        if claim.part == "headline" and verb.tag == "VVPP" and not auxiliaries:
            return True  # "Schafe getötet": headlines leave the "wurden" out
        return "werden" in auxiliaries or "worden" in {t.text for t in claim.tokens}
    if verb.tag not in {"VVN", "VBN"} and not verb.text.endswith("ed"):
        return False
    return bool(auxiliaries & {"be", "was", "were", "been", "is", "are"})


def noun_phrases(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a claim with the preposition before each."""
    found: list[Phrase] = []
    run: list[Token] = []
    preposition = ""
    for token in (*tokens, None):
        if token is not None and token.pos in _INSIDE and not _new(run, token):
            run.append(token)
            continue
        if any(t.pos in _HEADS for t in run):
            found.append(Phrase(tuple(run), preposition))
            preposition = ""
        run = []
        if token is None:
            break
        if token.pos == "ADP":
            preposition = base(token)
        elif token.pos in _INSIDE:
            run = [token]
        elif token.pos != "ADV":
            preposition = ""
    return tuple(found)


def _new(run: Sequence[Token], token: Token) -> bool:
    """Return whether a determiner opens another phrase."""
    return token.pos == "DET" and any(t.pos in _HEADS for t in run)
