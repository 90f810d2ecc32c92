"""Words that a headline puts into quotation marks and its article does not.

Trump "versteht sich gut" in the headline, where the article has him say that he gets on "sehr
gut": quotation marks promise the wording, and the wording stands nowhere in the text.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._content import base
from checker.compare._stems import related
from checker.compare._words import plain, say
from checker.compare.quotation import wording
from checker.language.quotations import quotations
from checker.model import Claim, Source, Token

#: Words from which a quotation states something; a shorter one is a name or a catchword.
_WORDS: Final = 2
#: Share of its content words that one sentence of the article has, from which that tells the same.
_HELD: Final = 0.6
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_VERBS: Final = frozenset({"VERB", "AUX"})


def compare(source: Source, claims: Sequence[Claim], settings: NoSettings) -> tuple[Conflict, ...]:
    """Return quotations of a headline that its article tells in other words."""
    return tuple(_of_headline(claims))


def _of_headline(claims: Sequence[Claim]) -> Iterator[Conflict]:
    quoted = [(c, words) for c in claims if c.part == "headline" for words in _quoted(c)]
    if not quoted:
        return
    body = [c for c in claims if c.part != "headline"]
    text = f" {' '.join(wording(c.quote) for c in body)} "
    for claim, words in quoted:
        said = wording(claim.quote[words[0].start - claim.start : words[-1].end - claim.start])
        nearest = _nearest(words, body) if f" {said} " not in text else None
        if nearest is not None:
            yield _conflict(claim, words, nearest)


def _quoted(claim: Claim) -> Iterator[Sequence[Token]]:
    """Yield the words of each quotation of a claim that states something."""
    for quotation in quotations(claim.quote):
        start, end = claim.start + quotation.start, claim.start + quotation.end
        words = [t for t in claim.tokens if start <= t.start < end and t.pos != "PUNCT"]
        if len(words) >= _WORDS and any(t.pos in _VERBS for t in words):
            yield words


def _nearest(words: Sequence[Token], body: Sequence[Claim]) -> Claim | None:
    """Return the sentence of the article that holds most of a quotation's words."""
    content = [base(t) for t in words if t.pos in _CONTENT]
    if not content:
        return None
    held = [(_held(content, c), -c.start, c) for c in body]
    share, _, claim = max(held, key=lambda h: h[:2], default=(0.0, 0, None))
    return claim if share >= _HELD else None


def _held(content: Sequence[str], claim: Claim) -> float:
    own = {base(t) for t in claim.tokens}
    return sum(any(w == o or related(w, o) for o in own) for w in content) / len(content)


def _conflict(claim: Claim, words: Sequence[Token], other: Claim) -> Conflict:
    marks = ((words[0].start, words[-1].end),)
    quoted = claim.quote[marks[0][0] - claim.start : marks[0][1] - claim.start]
    return Conflict(
        sides=(
            Reading(claim=claim, reads=plain(quoted), marks=marks),
            Reading(claim=other, reads=say("derselbe Sachverhalt in anderen Worten",
                                           "the same matter in other words")),
        ),
        reckoning=(
            say(f"die Überschrift zitiert „{quoted}“", f'the headline quotes "{quoted}"'),
            say("dieser Wortlaut steht nirgends im Artikel",
                "this wording stands nowhere in the article"),
        ),
        slots=(("left", plain(quoted)), ("right", plain(other.quote))),
        about="headline-quote",
        topic="word",
        values=(quoted.casefold(), other.quote.casefold()),
        cap="warning",
    )  # fmt: skip


COMPARER: Final = Comparer(
    name="headline_quote", settings=NoSettings, slots=("left", "right"), source=compare
)
