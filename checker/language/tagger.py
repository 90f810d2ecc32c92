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
    "reachability", "strict",
)  # fmt: skip
#: The tagger's own constants: no score below this, the first morpheme's state, its penalty for
#: taking a whole word for one unknown morpheme.
_FLOOR: Final = -1e6
_BEGIN: Final = (0, 1)
_UNKNOWN: Final = [(3, 0)]
_WHOLE: Final = 4.6
_ENDINGS: Final = (4, 3, 2, 1)
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
            if all(hasattr(self, name) for name in _NEEDED) and not self.strict:
                with contextlib.suppress(LookupError, TypeError, AttributeError):
                    index = _Index(self)
                    forward, best = index.forward, index.best
            self.analyze_forward: Any = lru_cache(maxsize=200_000)(forward)
            self.analyze_viterbi: Any = best
            self._analyze: Any = lru_cache(maxsize=200_000)(super()._analyze)

    return Quick(_MODELS[lang])


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
            tag: (
                [model.Int_t + model.LP_hapax_t[tag] + model.LP_len_t[tag][n] for n in range(25)],
                model.LP_s_t[tag],
            )
            for tag in model.LP_m_t
            if tag in model.LP_hapax_t and tag in model.LP_s_t
        }
        self.next = model.LP_trans_nonfinal
        self.last = model.LP_trans_final
        self.reachable = model.reachability

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
        allowed = self.reachable.get(target, frozenset())
        for strict in (True, False):
            table, back = self._filled(word, strict=strict, allowed=allowed)
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
        self, word: str, *, strict: bool, allowed: frozenset[int] | None = None
    ) -> tuple[list[dict[tuple[int, int], float]], list[dict[tuple[int, int], Any]]]:
        """Return the best score of each state at each letter, and where it came from."""
        length = len(word)
        table: list[dict[tuple[int, int], float]] = [{} for _ in range(length + 1)]
        back: list[dict[tuple[int, int], Any]] = [{} for _ in range(length + 1)]
        table[0][_BEGIN] = 0
        known = self.known
        for i in range(length):
            steps = self._steps(table[i], allowed)
            if not steps:
                continue
            free = [] if strict else [(t, self.open[t]) for t in steps if t in self.open]
            for j in range(i + 1, length + 1):
                hits = known.get(word[i:j], _NOTHING)
                target, came = table[j], back[j]
                for tag, score in hits.items():
                    for value, new, state in steps.get(tag, ()):
                        total = value + score
                        if total > _FLOOR and (new not in target or total > target[new]):
                            target[new] = total
                            came[new] = (state, i)
                size = j - i
                if not free or (length >= 4 and size <= 2):
                    continue
                for tag, (by_size, endings) in free:
                    if tag in hits:
                        continue
                    score = by_size[size if size < 24 else 24]
                    for n in _ENDINGS:
                        if size > n and (ending := word[j - n : j]) in endings:
                            score += endings[ending]
                            break
                    else:
                        score += endings[""]
                    if size == length:
                        score -= _WHOLE
                    for value, new, state in steps[tag]:
                        total = value + score
                        if total > _FLOOR and (new not in target or total > target[new]):
                            target[new] = total
                            came[new] = (state, i)
        return table, back

    def _steps(
        self, row: dict[tuple[int, int], float], allowed: frozenset[int] | None
    ) -> dict[int, list[_Step]]:
        """Return, for each class that can follow here, the best way into it.

        As in the tagger itself, only the best three states and those close behind go on.
        """
        bound = sorted(row.values(), reverse=True)[3] - 1 if len(row) > 3 else _FLOOR
        best: dict[int, dict[tuple[int, int], _Step]] = {}
        for state, value in row.items():
            if value < bound:
                continue
            for tag, move in self.next.get(state, ()):
                if allowed is not None and tag not in allowed:
                    continue
                into, new, total = best.setdefault(tag, {}), (state[1], tag), value + move
                if new not in into or total > into[new][0]:
                    into[new] = (total, new, state)
        return {tag: list(into.values()) for tag, into in best.items()}


def _added(one: float, other: float) -> float:
    """Return the logarithm of the sum of two likelihoods."""
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))
