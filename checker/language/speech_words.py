"""The words that name sources: verbs of saying, prepositions, nouns of account.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.language.speakers import Speaker
from checker.model import Cue, Token

THAT: Final = frozenset({"dass", "daß", "ob", "that", "whether"})
QUOTES: Final = frozenset("\"„“”‚‘’«»‹›'")


@dataclass(frozen=True, slots=True)
class Tag:
    """An attribution as one sentence shows it.

    Attributes:
        speaker: Who; its pronoun is not yet resolved.
        cue: The word that shows it.
        stance: says, denies, confirms, demands, asks, thinks.
        content: Indices of the clauses that are attributed.
        outer: Speakers between the outlet and this one, outermost first.
        nested: Whether the saying itself is told in Konjunktiv I, so that whoever spoke before
            vouches for it ("Putin habe betont, dass …").
        token: Index of the cue.
        strong: Whether what is said stands in the sentence; if not, the sentence only tells
            that somebody spoke.
    """

    speaker: Speaker
    cue: Cue
    stance: str
    content: tuple[int, ...]
    outer: tuple[str, ...] = ()
    nested: bool = False
    token: int = -1
    strong: bool = True


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The data file's table ``[speech]``; what each list is for is said there."""

    says: frozenset[str]
    light: frozenset[str]
    counts: frozenset[str]
    shows: frozenset[str]
    reports: frozenset[str]
    confirms: frozenset[str]
    denies: frozenset[str]
    demands: frozenset[str]
    asks: frozenset[str]
    thinks: frozenset[str]
    account_nouns: frozenset[str]
    documents: frozenset[str]
    findings: frozenset[str]
    account_prepositions: frozenset[str]
    prepositions: frozenset[str]
    postpositions: frozenset[str]
    so: frozenset[str]
    how: frozenset[str]
    it_says: frozenset[str]
    continuing: frozenset[str]
    cited_by: frozenset[str]
    according: frozenset[str]
    views: frozenset[str]
    view_prepositions: frozenset[str]
    emerges: frozenset[str]
    own: frozenset[str]

    def stance(self, verb: str) -> str:
        """Return what a verb of saying does."""
        for name in ("denies", "confirms", "demands", "asks", "thinks"):
            if verb in getattr(self, name):
                return name
        return "says"

    def speaks(self, verb: str) -> bool:
        """Return whether a verb can introduce what somebody said."""
        more = self.thinks | self.asks | self.demands
        return verb in self.says or self.vouches(verb) or verb in more

    def vouches(self, verb: str) -> bool:
        """Return whether a verb attributes even without a clause of content."""
        return verb in self.reports or verb in self.confirms | self.denies


def is_saying(tokens: Sequence[Token], clause: Clause, words: SpeechWords) -> bool:
    """Return whether the verb of a clause says something, alone or with a word beside it.

    "Sie machte deutlich, dass …", "he made clear that …": the verb alone says nothing.
    """
    sayings = words.speaks(clause.verb) or clause.verb in words.counts | words.shows
    return sayings or has_word_beside(tokens, clause, words)


def has_word_beside(tokens: Sequence[Token], clause: Clause, words: SpeechWords) -> bool:
    """Return whether a verb has the word beside it that makes it say something."""
    if clause.finite < 0 or not words.light:
        return False
    verbs = {clause.verb, tokens[clause.finite].lemma.lower()}
    beside = {t.text.lower() for t in tokens[clause.first : clause.last]}
    if beside & {"nicht", "not", "n't"}:
        return False
    return any(f"{word} {verb}" in words.light for verb in verbs for word in beside)


@cache
def speech_words(lang: str) -> SpeechWords:
    """Return the words of a language, all lists empty for an unknown one."""
    data: dict[str, Any] = language_data(lang).get("speech", {}) if lang in languages() else {}
    return SpeechWords(**{name: frozenset(data.get(name, ())) for name in SpeechWords.__slots__})
