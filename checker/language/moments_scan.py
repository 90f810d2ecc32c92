"""Cut a text into words and look each of them up, once.

Readers then walk over parallel lists; a text without any word of time costs one scan.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from checker.language.moments_words import TOKEN, Term, Words

_NONE: Final[Mapping[str, Any]] = {}
#: Longer digit strings are identifiers, never parts of a date.
_LONGEST_NUMBER: Final = 4


class Scan:
    """The words of a text with what they can mean.

    Attributes:
        text: The text.
        words: The language's words.
        starts: Where each token begins.
        ends: One past its end.
        lower: The token in lower case.
        terms: What it means by category; empty for most words.
        numbers: Value of a token of up to four digits, else -1.
        size: Number of tokens.
        depth: How many periods the one being read is part of.
    """

    __slots__ = ("depth", "ends", "lower", "numbers", "size", "starts", "terms", "text", "words")

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lower: list[str] = []
        self.terms: list[Term] = []
        self.numbers: list[int] = []
        self.depth = 0
        self._fill()
        self.size = len(self.starts)

    def _fill(self) -> None:
        exact, terms, phrases = self.words.exact, self.words.terms, self.words.phrases
        start, end = self.starts.append, self.ends.append
        written, meaning, number = self.lower.append, self.terms.append, self.numbers.append
        heads = []
        for at, match in enumerate(TOKEN.finditer(self.text)):
            word = match[0]
            first, last = match.span()
            start(first)
            end(last)
            if word.isdigit():
                written(word)
                meaning(_NONE)
                short = len(word) <= _LONGEST_NUMBER and word.isdecimal()
                number(int(word) if short else -1)
                continue
            lower = "'" if word == "’" else word.lower()
            written(lower)
            meaning(exact.get(word) or terms.get(lower) or _NONE)
            number(-1)
            if lower in phrases:
                heads.append(at)
        if heads:
            self._join(heads)

    def _join(self, heads: list[int]) -> None:
        """Make one token of every phrase, longest first, none within another."""
        joined = [(at, *found) for at in heads if (found := self._phrase(at))]
        if not joined:
            return
        columns: tuple[list[Any], ...] = (
            self.starts,
            self.ends,
            self.lower,
            self.terms,
            self.numbers,
        )
        kept: tuple[list[Any], ...] = tuple([] for _ in columns)
        done = 0
        for at, end, term in joined:
            if at < done:
                continue
            for column, part in zip(kept, columns, strict=True):
                column.extend(part[done : at + 1])
            kept[1][-1] = self.ends[end - 1]
            kept[2][-1] = " ".join(self.lower[at:end])
            kept[3][-1] = term
            done = end
        for column, part in zip(kept, columns, strict=True):
            column.extend(part[done:])
        self.starts, self.ends, self.lower, self.terms, self.numbers = kept

    def _phrase(self, at: int) -> tuple[int, Term] | None:
        """Return the end and meaning of the longest phrase that begins at `at`."""
        for rest, term in self.words.phrases[self.lower[at]]:
            end = at + 1 + len(rest)
            if tuple(self.lower[at + 1 : end]) == rest:
                return end, term
        return None

    def has(self, at: int, category: str) -> bool:
        """Return whether the token at `at` has a meaning of that category."""
        return 0 <= at < self.size and category in self.terms[at]

    def get(self, at: int, category: str) -> Any:
        """Return what the token at `at` means in that category, None if nothing."""
        return self.terms[at].get(category) if 0 <= at < self.size else None

    def skip(self, at: int, *categories: str, most: int = 3) -> int:
        """Return where the run of words of these categories ends, at most `most` on.

        A bound keeps a text of nothing but such words from costing the square of its length.
        """
        for end in range(at, at + most):
            if not 0 <= end < self.size or self.terms[end].keys().isdisjoint(categories):
                return end
        return at + most

    def word(self, at: int) -> str:
        """Return the token in lower case, empty outside of the text."""
        return self.lower[at] if 0 <= at < self.size else ""

    def number(self, at: int) -> int:
        """Return the value of a token of digits, else -1."""
        return self.numbers[at] if 0 <= at < self.size else -1

    def touches(self, at: int) -> bool:
        """Return whether nothing stands between the token at `at` and the one before."""
        return 0 < at < self.size and self.starts[at] == self.ends[at - 1]

    def breaks(self, at: int) -> bool:
        """Return whether a line ends before the token at `at`."""
        return 0 < at < self.size and "\n" in self.text[self.ends[at - 1] : self.starts[at]]

    def digits(self, at: int) -> int:
        """Return how many digits the number at `at` has, 0 for a word."""
        if not 0 <= at < self.size or not self.lower[at][0].isdigit():
            return 0
        return self.ends[at] - self.starts[at]

    def length(self, at: int) -> int:
        """Return how many characters the token at `at` has."""
        return self.ends[at] - self.starts[at] if 0 <= at < self.size else 0

    def capital(self, at: int) -> bool:
        """Return whether the token begins with a capital letter."""
        return 0 <= at < self.size and self.text[self.starts[at]].isupper()
