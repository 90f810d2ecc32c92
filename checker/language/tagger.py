"""HanTa, made several times faster without changing an answer.

HanTa asks for every stretch of every unknown word whether it is a morpheme of every class.
Most stretches are none; an index from morpheme to classes finds those that are at once.
Answers per word are kept, because words repeat.

Floor 2 (language).  The only module that knows the tagger's inside; if a later release looks
different inside, its own slower methods are used.
"""

from __future__ import annotations

import contextlib
import math
from functools import cache, lru_cache
from typing import Any, Final

_MODELS: Final = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_NEEDED: Final = (
    "LP_m_t", "LP_hapax_t", "LP_s_t", "LP_len_t", "Int_t", "LP_trans_nonfinal", "LP_trans_final",
    "reachability", "strict", "LP_trans_word", "_tag_word",
)  # fmt: skip
#: The tagger's own constants: no score below this, the first morpheme's state, its penalty for
#: taking a whole word for one unknown morpheme.
_FLOOR: Final = -1e6
_ANY: Final = 0
_END_OF_SENTENCE: Final = 2
_BEGIN: Final = (0, 1)
_UNKNOWN: Final = [(3, 0)]
_WHOLE: Final = 4.6
#: Endings remembered; a text of garbage cannot fill the memory.
_MOST_TAILS: Final = 100_000
_NOTHING: Final[dict[int, float]] = {}


def has_model(lang: str) -> bool:
    """Return whether there is a tagger for a language."""
    return lang in _MODELS


@cache
def tagger(lang: str) -> Any:
    """Return the tagger of a language; `lang` must be one that `has_model` knows."""
    from HanTa.HanoverTagger import HanoverTagger

    class Quick(HanoverTagger):  # type: ignore[misc]
        """HanTa with an index of morphemes and a memory for words."""

        def __init__(self, model: str) -> None:
            super().__init__(model)
            forward, best = super().analyze_forward, super().analyze_viterbi
            sequence = super().tag_sent_viterbi
            if all(hasattr(self, name) for name in _NEEDED) and not self.strict:
                with contextlib.suppress(LookupError, TypeError, AttributeError):
                    index = _Index(self)
                    forward, best, sequence = index.forward, index.best, self._sequence
            self.analyze_forward: Any = lru_cache(maxsize=200_000)(forward)
            self.analyze_viterbi: Any = best
            self.tag_sent_viterbi: Any = sequence
            self._analyze: Any = lru_cache(maxsize=200_000)(super()._analyze)
            self._readings: Any = lru_cache(maxsize=200_000)(self._likely)

        def _likely(self, word: str, cased: bool) -> dict[int, float]:
            """Return the parts of speech worth a look, with the likelihood of the word in each."""
            found = dict(self._tag_word(word, cutoff=5, casesensitive=cased, conditional=True))
            return {} if set(found) == {_UNKNOWN[0][0]} else found

        def _sequence(self, sent: list[str], casesensitive: bool = True) -> list[int]:
            """Return the tags of a sentence; as HanTa does, but only looking at what can be."""
            words = [self._readings(w, casesensitive and n > 0) for n, w in enumerate(sent)]
            return _sequence(words, self.LP_trans_word)

    return Quick(_MODELS[lang])


def _sequence(words: list[dict[int, float]], follows: Any) -> list[int]:
    """Return the likeliest tags of the words of a sentence, given what each can be."""
    row: dict[tuple[int, int], float] = {_BEGIN: 0.0}
    back: list[dict[tuple[int, int], tuple[int, int]]] = []
    for word in words:
        bound = sorted(row.values(), reverse=True)[5] - 1 if len(row) > 5 else _FLOOR
        new: dict[tuple[int, int], float] = {}
        came: dict[tuple[int, int], tuple[int, int]] = {}
        for state, before in row.items():
            if before < bound:
                continue
            moves = follows[state]
            for tag in word or moves:
                if tag not in moves or tag == _END_OF_SENTENCE:
                    continue
                total = before + moves[tag] + word.get(tag, 0)
                into = (state[1], tag)
                if total > _FLOOR and (into not in new or total > new[into]):
                    new[into] = total
                    came[into] = state
        row = new
        back.append(came)
    last = {s: score + follows[s].get(_END_OF_SENTENCE, -math.inf) for s, score in row.items()}
    state = max(last, key=lambda s: last[s])
    tags = []
    for came in reversed(back):
        tags.append(state[1])
        state = came[state]
    return tags[::-1]


#: Score so far, the state entered, the state left.
_Step = tuple[float, tuple[int, int], tuple[int, int]]


class _Index:
    """The tagger's tables, turned round: which classes can a stretch of letters belong to?"""

    def __init__(self, model: Any) -> None:
        self.known: dict[str, dict[int, float]] = {}
        for tag, morphemes in model.LP_m_t.items():
            for morpheme, score in morphemes.items():
                self.known.setdefault(morpheme, {})[tag] = score
        self.open = {
            tag: [model.Int_t + model.LP_hapax_t[tag] + model.LP_len_t[tag][n] for n in range(25)]
            for tag in model.LP_m_t
            if tag in model.LP_hapax_t and tag in model.LP_s_t
        }
        self.endings: dict[str, dict[int, float]] = {}
        for tag in self.open:
            for ending, score in model.LP_s_t[tag].items():
                self.endings.setdefault(ending, {})[tag] = score
        self.tails: dict[str, dict[int, float]] = {}
        self.next = model.LP_trans_nonfinal
        self.last = model.LP_trans_final
        self.reachable = model.reachability
        self.moves: dict[int, dict[tuple[int, int], list[tuple[tuple[int, int], float]]]] = {}
        self.first: dict[int, dict[int, list[_Step]]] = {}

    def forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech of a word with their scores, best first."""
        table = self._filled(word, strict=False)[0]
        ends: dict[tuple[int, int], float] = {}
        for state, score in table[-1].items():
            for tag, move in self.last.get(state, ()):
                end, total = (state[1], tag), score + move
                if total > _FLOOR and total > ends.get(end, -math.inf):
                    ends[end] = total
        results: dict[int, float] = {}
        for (_, tag), score in ends.items():
            results[-tag] = _added(results[-tag], score) if -tag in results else score
        return sorted(results.items(), key=lambda item: item[1], reverse=True) or list(_UNKNOWN)

    def best(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return the morphemes of a word as (class, end), given its part of speech."""
        length = len(word)
        for strict in (True, False):
            table, back = self._filled(word, strict=strict, target=target)
            ends: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {}
            for state, score in table[-1].items():
                move = next((m for tag, m in self.last.get(state, ()) if tag == target), None)
                if move is None:
                    continue
                end, total = (state[1], target), score + move
                if total > max(_FLOOR, ends[end][0] if end in ends else -math.inf):
                    ends[end] = (total, state)
            if ends:
                break
        else:
            return [(3, length), (-3, length + 1)]
        final = max(ends, key=lambda end: ends[end][0])
        path = [(final[1], length + 1)]
        state, at = ends[final][1], length
        while at > 0:
            path.append((state[1], at))
            state, at = back[at][state]
        return path[::-1]

    def _filled(
        self, word: str, *, strict: bool, target: int = _ANY
    ) -> tuple[list[dict[tuple[int, int], float]], list[dict[tuple[int, int], Any]]]:
        """Return the best score of each state at each letter, and where it came from.

        Args:
            word: In lower case.
            strict: Whether known morphemes alone may make up the word.
            target: The part of speech it has, `_ANY` if that is asked.
        """
        length = len(word)
        table: list[dict[tuple[int, int], float]] = [{} for _ in range(length + 1)]
        back: list[dict[tuple[int, int], Any]] = [{} for _ in range(length + 1)]
        table[0][_BEGIN] = 0
        known, tails = self.known, self.tails
        for i in range(length):
            steps = self._steps(table[i], target) if i else self._opening(target)
            if not steps:
                continue
            free = [] if strict else [(t, self.open[t], steps[t]) for t in steps if t in self.open]
            for j in range(i + 1, length + 1):
                hits = known.get(word[i:j], _NOTHING)
                reached, came = table[j], back[j]
                for tag, score in hits.items():
                    for value, new, state in steps.get(tag, ()):
                        total = value + score
                        if total > _FLOOR and (new not in reached or total > reached[new]):
                            reached[new] = total
                            came[new] = (state, i)
                size = j - i
                if not free or (length >= 4 and size <= 2):
                    continue
                ending = word[max(i + 1, j - 4) : j]
                tail = tails[ending] if ending in tails else self._tail(ending)
                for tag, by_size, ways in free:
                    if tag in hits:
                        continue
                    score = by_size[size if size < 24 else 24] + tail[tag]
                    if size == length:
                        score -= _WHOLE
                    for value, new, state in ways:
                        total = value + score
                        if total > _FLOOR and (new not in reached or total > reached[new]):
                            reached[new] = total
                            came[new] = (state, i)
        return table, back

    def _opening(self, target: int) -> dict[int, list[_Step]]:
        """Return the ways into the first morpheme, the same for every word."""
        if target not in self.first:
            self.first[target] = self._steps({_BEGIN: 0}, target)
        return self.first[target]

    def _tail(self, ending: str) -> dict[int, float]:
        """Return what the last letters of an unknown morpheme tell for each open class."""
        if not ending:
            return self.endings[""]
        found = {**self._tail(ending[1:]), **self.endings.get(ending, _NOTHING)}
        if len(self.tails) < _MOST_TAILS:
            self.tails[ending] = found
        return found

    def _steps(self, row: dict[tuple[int, int], float], target: int) -> dict[int, list[_Step]]:
        """Return, for each class that can follow here, the best ways into it.

        As in the tagger itself, only the best three states and those close behind go on.
        """
        moves = self._moves(target)
        bound = sorted(row.values(), reverse=True)[3] - 1 if len(row) > 3 else _FLOOR
        best: dict[tuple[int, int], _Step] = {}
        for state, value in row.items():
            if value < bound:
                continue
            for new, move in moves.get(state, ()):
                total = value + move
                if new not in best or total > best[new][0]:
                    best[new] = (total, new, state)
        steps: dict[int, list[_Step]] = {}
        for step in best.values():
            tag = step[1][1]
            if tag in steps:
                steps[tag].append(step)
            else:
                steps[tag] = [step]
        return steps

    def _moves(self, target: int) -> dict[tuple[int, int], list[tuple[tuple[int, int], float]]]:
        """Return the states after each state, for a part of speech only those that lead to it."""
        if target not in self.moves:
            classes = self.reachable.get(target, frozenset()) if target else None
            self.moves[target] = {
                state: [
                    ((state[1], tag), move)
                    for tag, move in ways
                    if classes is None or tag in classes
                ]
                for state, ways in self.next.items()
            }
        return self.moves[target]


def _added(one: float, other: float) -> float:
    """Return the logarithm of the sum of two likelihoods."""
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))
