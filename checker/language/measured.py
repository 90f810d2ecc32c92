"""What a figure counts or measures: its noun, its verb, what narrows it, and a shared key.

"Zwei Menschen starben", "zwei Tote" and "two people were killed" count one thing in three
wordings; the concepts of the language file give it one key.  A noun that is no more than people
("Menschen") narrows nothing, any other ("Polizisten") becomes a qualifier.

Floor 2 (language).  Reads tagged tokens; the tags are right in 19 of 20 cases, so a missing noun
is left empty rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Final

from checker.language.data import language_data
from checker.model import Figure, Kind, Measured, Token

#: How many words may stand between a number and its noun.
_REACH: Final = 6
#: How many words a clause is followed to either side; hostile texts have no stops.
_FAR: Final = 60
_COUNTED: Final = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.RATIO, Kind.FACTOR, Kind.OTHER})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_ENDS: Final = frozenset(".!?;:")
#: A noun tied to its number: 12-story.
_TIED: Final = re.compile(r"\d\S*-([a-z]{3,})$")


@dataclass(frozen=True, slots=True)
class Concept:
    """A measure every desk knows.

    Attributes:
        key: Its name, the same in every language.
        kinds: Kinds of figures it can be.
        nouns: Lemmas of nouns that name it.
        endings: Ends of compound nouns that name it.
        verbs: Lemmas of verbs that tell it of people.
        phrases: Wordings in the clause that tell it.
        strong: Whether its verbs win over the noun ("Polizisten wurden verletzt").
    """

    key: str
    kinds: frozenset[Kind]
    nouns: frozenset[str]
    endings: tuple[str, ...]
    verbs: frozenset[str]
    phrases: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The compiled words of a language.

    Attributes:
        concepts: In the order of the file; the first that fits wins.
        people: Nouns for people.
        plain: Those that narrow nothing ("Mensch").
        joints: Words between a number and its noun ("von", "of the").
        parts: Words that name a part ("darunter").
        whole: Articles behind a number that make it a part ("der" in "31 der 60 Stimmen").
        adjectives: Adjective after a measure to concept ("lang").
        narrow: Word to qualifier ("schwer").
        prefixes: Beginning of a compound noun to qualifier ("schwer" in Schwerverletzte).
        before: Prepositions between a noun and its measure ("von" in "Schaden von").
        points: Words by which a span of time is no duration of anything ("vor", "ago").
        lasting: Words by which it is one ("for", "lang").
        endings: Ends of compound nouns for people ("arbeiter").
    """

    concepts: tuple[Concept, ...]
    people: frozenset[str]
    plain: frozenset[str]
    joints: frozenset[str]
    parts: frozenset[str]
    whole: frozenset[str]
    adjectives: Mapping[str, str]
    narrow: Mapping[str, str]
    prefixes: Mapping[str, str]
    before: frozenset[str]
    points: frozenset[str]
    lasting: frozenset[str]
    endings: frozenset[str]


@cache
def measure_words(lang: str) -> MeasureWords | None:
    """Return the compiled words of a language, None if its file has no concepts."""
    data = language_data(lang)
    if "concepts" not in data or "measured" not in data:
        return None
    table: Mapping[str, Any] = data["measured"]
    return MeasureWords(
        concepts=tuple(_concept(key, row) for key, row in data["concepts"].items()),
        people=frozenset((*table["people"], *table["plain"])),
        plain=frozenset(table["plain"]),
        joints=frozenset(table["joints"]),
        parts=frozenset(table["parts"]),
        whole=frozenset(table["whole"]),
        adjectives=table.get("adjectives", {}),
        narrow=table.get("narrow", {}),
        prefixes=table.get("prefixes", {}),
        before=frozenset(table["before"]),
        points=frozenset(table["points"]),
        lasting=frozenset(table["lasting"]),
        endings=frozenset(table["endings"]),
    )


def _concept(key: str, row: Mapping[str, Any]) -> Concept:
    return Concept(
        key,
        frozenset(Kind(k) for k in row.get("kinds", ["count"])),
        frozenset(row.get("nouns", ())),
        tuple(row.get("endings", ())),
        frozenset(row.get("verbs", ())),
        tuple(row.get("phrases", ())),
        bool(row.get("strong", False)),
    )


def measured(figures: Sequence[Figure], tokens: Sequence[Token], lang: str) -> tuple[Figure, ...]:
    """Return the figures with what they count or measure, as far as the words tell."""
    words = measure_words(lang)
    if words is None or not figures or not tokens:
        return tuple(figures)
    return _Reader(words, tokens).read(figures)


class _Reader:
    """Reads what is measured in one text."""

    def __init__(self, words: MeasureWords, tokens: Sequence[Token]) -> None:
        self.words = words
        self.tokens = tokens
        self.starts = [t.start for t in tokens]
        self.last: tuple[int, Measured] | None = None
        self.taken: set[int] = set()

    def read(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        found = []
        self.spans = [(f.start, f.end) for f in figures]
        for figure in figures:
            of = self._of(figure)
            found.append(replace(figure, of=of))
            self.last = (figure.end, of)
            if figure.kind is Kind.COUNT and of.start >= 0:
                self.taken.add(of.start)
        return tuple(found)

    def _of(self, figure: Figure) -> Measured:
        first = bisect_left(self.starts, figure.start + 1) - 1
        after = bisect_left(self.starts, figure.end)
        first = max(first, 0)
        low, high = self._clause(first, after)
        if figure.kind is Kind.COUNT and (tied := _TIED.search(figure.text)):
            start = figure.start + tied.start(1)
            return Measured(noun=tied[1], start=start, end=start + len(tied[1]))
        if figure.kind is Kind.AGE:
            return self._age(figure, after, high)
        noun, part = self._noun(figure, first, after, high)
        verb, verb_at = self._verb(first, after, low, high)
        part = part or self._is_part(first, after)
        own = self._lemma(noun) if noun is not None else ""
        inherited = not own and figure.kind is Kind.COUNT
        if inherited and self.last and figure.start - self.last[0] < 120:
            own = self.last[1].noun
        qualifiers = self._qualifiers(first, after, noun, verb_at)
        concept = self._concept(figure, own, verb, low, high, noun, first)
        concept, qualifiers = self._settled(concept, own, qualifiers)
        start, end = (-1, -1) if noun is None else (noun.start, noun.end)
        return Measured(
            noun=own, verb=verb, qualifiers=qualifiers, concept=concept, part_of=part,
            start=start, end=end,
        )  # fmt: skip

    def _lemma(self, token: Token) -> str:
        return token.lemma or token.text

    # --- the stretch of text a figure speaks in ---------------------------------------------

    def _clause(self, first: int, after: int) -> tuple[int, int]:
        """Return the span of tokens between the commas and stops around a figure."""
        low = first
        while low > 0 and first - low < _FAR and not self._stops(self.tokens[low - 1]):
            low -= 1
        high = after
        most = min(len(self.tokens), after + _FAR)
        while high < most and not self._stops(self.tokens[high]):
            high += 1
        return low, high

    def _sentence(self, first: int, after: int) -> tuple[int, int]:
        low, high = first, after
        while low > 0 and self.tokens[low - 1].text[-1:] not in _ENDS and first - low < 40:
            low -= 1
        most = min(len(self.tokens), after + _FAR)
        while high < most and self.tokens[high].text[-1:] not in _ENDS:
            high += 1
        return low, high

    def _stops(self, token: Token) -> bool:
        return token.pos == "PUNCT" and token.text in {",", ".", ";", ":", "!", "?", "–", "—"}

    # --- head noun ---------------------------------------------------------------------------

    def _noun(self, figure: Figure, first: int, after: int, high: int) -> tuple[Token | None, bool]:
        """Return the noun a figure belongs to, and whether the wording names a part."""
        hyphen = self._hyphened(first, after, figure)
        if hyphen is not None:
            return hyphen, False
        if figure.kind in _COUNTED or self._is_attribute(figure):
            return self._following(after, high)
        if figure.kind is Kind.TIMES:
            return None, False
        before = self._preceding(first)
        if before is not None:
            return before, False
        following, part = self._following(after, min(high, after + 3))
        if following is not None and self._is_tied(after, following):
            return following, part
        return self._subject(first, after), False

    def _hyphened(self, first: int, after: int, figure: Figure) -> Token | None:
        """Return the token that goes on after the figure with a hyphen: 5-Euro-Schein."""
        token = self.tokens[first]
        if token.end > figure.end and token.pos in _NOUNS:
            tail = token.lemma.rsplit("-", 1)[-1] or token.text
            return replace(token, lemma=tail, start=figure.start)
        return None

    def _is_attribute(self, figure: Figure) -> bool:
        """Return whether the figure is an adjective: 75-minütig, two-hour."""
        if figure.kind is not Kind.DURATION:
            return False
        if "-" in figure.text.split()[-1]:
            return True
        last = bisect_left(self.starts, figure.end) - 1
        return last >= 0 and self.tokens[last].pos == "ADJ"

    def _following(self, after: int, high: int) -> tuple[Token | None, bool]:
        """Return the first noun behind a number, past its attributes."""
        part = False
        for index in range(after, min(high, after + _REACH)):
            token = self.tokens[index]
            lower = token.text.lower()
            if token.pos in _NOUNS:
                return self._last_of(index, high), part
            if lower in self.words.whole:
                part = True
                continue
            if token.pos == "NUM" and part:
                continue
            if token.pos not in {"ADJ", "DET", "ADV", "X"} and lower not in self.words.joints:
                return None, part
            if token.pos == "ADV" and index > after + 1:
                return None, part
        return None, part

    def _last_of(self, index: int, high: int) -> Token:
        """Return the last noun of an English compound: train passengers."""
        while index + 1 < high and self.tokens[index].tag.startswith("NN"):
            following = self.tokens[index + 1]
            if not following.tag.startswith(("NN1", "NN2", "NN0")) or following.pos != "NOUN":
                break
            if following.start != self.tokens[index].end + 1:
                break
            index += 1
        return self.tokens[index]

    def _preceding(self, first: int) -> Token | None:
        """Return the noun before "von 5 Millionen Euro", past preposition and adverbs."""
        index = first - 1
        tied = False
        while index >= 0 and first - index < 6:
            token = self.tokens[index]
            if token.text.lower() in self.words.before:
                tied = True
            elif token.pos == "NOUN":
                return token if tied and token.start not in self.taken else None
            elif token.pos not in {"ADV", "ADJ", "ADP"} or self._stops(token):
                return None
            index -= 1
        return None

    def _is_tied(self, after: int, noun: Token) -> bool:
        """Return whether a noun behind a measure belongs to it: 28 Kilometer Umweg."""
        between = [t for t in self.tokens[after : after + 3] if t.start < noun.start]
        return all(
            t.pos in {"ADJ", "DET"} or t.text.lower() in self.words.whole | self.words.joints
            for t in between
        )

    def _subject(self, first: int, after: int) -> Token | None:
        """Return the likely subject: the last noun before the verb, else the first after it."""
        low, high = self._clause(first, after)
        verb = next((i for i in range(low, high) if self.tokens[i].pos in _VERBS), None)
        if verb is None:
            return None
        before = [
            self.tokens[i] for i in range(low, min(verb, first)) if self._can_be_subject(i, low)
        ]
        if before:
            return before[0]
        for i in range(verb + 1, first):
            if self._can_be_subject(i, verb):
                return self.tokens[i]
        return None

    def _can_be_subject(self, index: int, low: int) -> bool:
        """Return whether a noun is counted by no figure and hangs on no preposition."""
        token = self.tokens[index]
        free = token.pos == "NOUN" and token.start not in self.taken
        return free and not self._in_phrase(index, low)

    def _in_phrase(self, index: int, low: int) -> bool:
        """Return whether a noun hangs on a preposition."""
        for i in range(index - 1, max(low - 1, index - 4), -1):
            pos = self.tokens[i].pos
            if pos == "ADP":
                return True
            if pos not in {"DET", "ADJ", "NUM", "PROPN"}:
                return False
        return False

    # --- verb --------------------------------------------------------------------------------

    def _verb(self, first: int, after: int, low: int, high: int) -> tuple[str, int]:
        """Return the lemma of the governing verb and its place, -1 if none was found."""
        segments = self._segments(low, high)
        own = next((s for s in segments if s[0] <= first < s[1]), (low, high))
        later = [s for s in segments if s[0] >= own[1]]
        earlier = [s for s in reversed(segments) if s[1] <= own[0]]
        for segment in (own, *later, *earlier):
            found = self._main_verb(*segment)
            if found is not None:
                if self.tokens[found].pos == "AUX":
                    found = self._participle(high) or found
                return self._lemma(self.tokens[found]), found
        sentence = self._sentence(first, after)
        around = ((sentence[0], low), (high, sentence[1]))
        best: int | None = None
        for begin, end in around:
            found = self._main_verb(begin, end)
            if found is None:
                continue
            if self.tokens[found].pos == "VERB":
                return self._lemma(self.tokens[found]), found
            best = found if best is None else best
        return (self._lemma(self.tokens[best]), best) if best is not None else ("", -1)

    def _participle(self, at: int) -> int | None:
        """Return a participle that an auxiliary before an apposition waits for."""
        for index in range(at, min(len(self.tokens), at + 25)):
            token = self.tokens[index]
            if token.tag in {"VVPP", "VVN"}:
                return index
            if token.pos in _VERBS or token.text[-1:] in _ENDS or token.pos == "SCONJ":
                return None
        return None

    def _segments(self, low: int, high: int) -> list[tuple[int, int]]:
        """Return a clause cut at its coordinating conjunctions."""
        cuts = [i for i in range(low, high) if self.tokens[i].pos == "CCONJ"]
        edges = [low, *cuts, high]
        return [(a, b) for a, b in pairwise(edges) if a < b]

    def _main_verb(self, low: int, high: int) -> int | None:
        """Return the last full verb of a stretch, else its auxiliary."""
        full = [i for i in range(low, high) if self.tokens[i].pos == "VERB"]
        if full:
            finite = [i for i in full if self.tokens[i].tag in {"VVPP", "VVN", "VVINF", "VVIZU"}]
            return (finite or full)[-1] if len(full) > 1 else full[0]
        return next((i for i in range(low, high) if self.tokens[i].pos == "AUX"), None)

    # --- qualifiers and concept --------------------------------------------------------------

    def _is_part(self, first: int, after: int) -> bool:
        """Return whether the words name a part: darunter fünf Kinder, sechs von ihnen."""
        near = {t.text.lower() for t in self.tokens[max(0, first - 3) : first]}
        behind = " ".join(t.text.lower() for t in self.tokens[after : after + 3])
        return bool(near & self.words.parts) or any(
            behind.startswith(p) for p in self.words.parts if p
        )

    def _qualifiers(
        self, first: int, after: int, noun: Token | None, verb_at: int
    ) -> tuple[str, ...]:
        """Return the words that narrow what is counted: schwer, leicht, lang."""
        found = set()
        stop = max(after + 4, verb_at + 1)
        for token in self.tokens[max(0, first - 2) : stop]:
            if (
                self._stops(token)
                and token.start >= self.tokens[min(after, len(self.tokens) - 1)].start
            ):
                break
            narrow = self.words.narrow.get(token.text.lower())
            if narrow is not None:
                found.add(narrow)
        if noun is not None:
            lower = noun.text.lower()
            found |= {q for prefix, q in self.words.prefixes.items() if lower.startswith(prefix)}
        return tuple(sorted(found))

    def _concept(
        self, figure: Figure, noun: str, verb: str, low: int, high: int,
        token: Token | None, first: int,
    ) -> str:  # fmt: skip
        """Return the key of what is measured, empty if the lexicon knows none."""
        lower = noun.lower()
        clause = "".join(f" {t.text.lower()}" for t in self.tokens[low:high])
        fitting = [c for c in self.words.concepts if figure.kind in c.kinds]
        if figure.kind is Kind.DURATION:
            return self._duration(figure, fitting, lower, verb, clause, first)
        surface = token.text.lower() if token is not None else lower
        strong = [c for c in fitting if c.strong]
        for concept in strong:
            if lower not in self.words.people and self._names(concept, lower, surface):
                return concept.key
        people = self._is_people(lower)
        if people:
            key = self._told(strong, verb, self._segment(first, low, high), clause)
            if key:
                return key
        for concept in fitting:
            if self._names(concept, lower, surface):
                return concept.key
        for concept in fitting:
            told = verb in concept.verbs or any(f" {p}" in clause for p in concept.phrases)
            if (
                told
                and not concept.strong
                and (people or not lower or figure.kind is not Kind.COUNT)
            ):
                return concept.key
        return self.words.adjectives.get(self._adjective(figure), "")

    def _told(self, strong: Sequence[Concept], verb: str, near: str, clause: str) -> str:
        """Return the concept told by the verb, else by words near it, else in the clause."""
        for concept in strong:
            if verb in concept.verbs:
                return concept.key
        for stretch in (near, clause):
            for concept in strong:
                if any(f" {p}" in stretch for p in concept.phrases):
                    return concept.key
        return ""

    def _segment(self, first: int, low: int, high: int) -> str:
        """Return the words between the conjunctions around a figure."""
        for begin, end in self._segments(low, high):
            if begin <= first < end:
                return "".join(f" {t.text.lower()}" for t in self.tokens[begin:end])
        return ""

    def _names(self, concept: Concept, noun: str, surface: str) -> bool:
        if not noun:
            return False
        return (
            noun in concept.nouns
            or surface in concept.nouns
            or (bool(concept.endings) and noun.endswith(concept.endings))
        )

    def _is_people(self, noun: str) -> bool:
        """Return whether a noun can stand for people; an unknown one with no noun can."""
        if not noun:
            return True
        return noun in self.words.people or noun.endswith(tuple(self.words.endings))

    def _adjective(self, figure: Figure) -> str:
        """Return the word right after a measure: 1800 Meter *lang*."""
        after = bisect_left(self.starts, figure.end)
        return self.tokens[after].text.lower() if after < len(self.tokens) else ""

    def _duration(
        self, figure: Figure, fitting: Sequence[Concept], noun: str, verb: str, clause: str,
        first: int,
    ) -> str:  # fmt: skip
        """Return what a span of time tells: how long something lasted, a sentence, a delay."""
        others = [c for c in fitting if c.key != "duration"]
        for concept in others:
            if self._names(concept, noun, noun):
                return concept.key
        for concept in others:
            if verb in concept.verbs or any(f" {p}" in clause for p in concept.phrases):
                return concept.key
        before = self.tokens[first - 1].text.lower() if first > 0 else ""
        begins = figure.text.split()[0].lower()
        if before in self.words.lasting or self._adjective(figure) in self.words.lasting:
            return "duration"
        if self._adjective(figure) in self.words.points:
            return ""
        if before in self.words.points or begins in self.words.points:
            ended = next((c for c in fitting if c.key == "duration"), None)
            if ended is None or not any(f" {p}" in clause for p in ended.phrases):
                return ""
        return "duration"

    def _settled(
        self, concept: str, noun: str, qualifiers: tuple[str, ...]
    ) -> tuple[str, tuple[str, ...]]:
        """Return concept and qualifiers with the group of people the noun names."""
        found = set(qualifiers)
        if "dead" in found:  # tödlich verletzt
            found.discard("dead")
            concept = "dead" if concept == "injured" else concept
        key = next((c for c in self.words.concepts if c.key == concept), None)
        if key is not None and key.strong and noun:
            lower = noun.lower()
            if lower not in self.words.plain and not self._names(key, lower, lower):
                found.add(lower)
        return concept, tuple(sorted(found))

    def _age(self, figure: Figure, after: int, high: int) -> Measured:
        """Return whose age it is, as far as a noun follows."""
        noun, _ = self._following(after, high)
        if noun is None:
            return Measured(concept="age")
        return Measured(noun=self._lemma(noun), concept="age", start=noun.start, end=noun.end)
