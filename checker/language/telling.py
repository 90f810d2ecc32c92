"""What the words of a claim mean, and how telling each is inside one story.

In a story about a fire every sentence speaks of the fire; that two of them share it shows
nothing.  That both speak of a ladder does.  So each meaning weighs by how few claims of the story
have it, and a German and an English claim weigh by meanings, not by letters.

Floor 2 (language).
Sources: inverse document frequency, Spärck Jones 1972, scaled to 0..1 by its greatest value.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from checker.language.data import language_data, languages
from checker.language.meanings import Sense, meanings, senses
from checker.language.once import once
from checker.model import Claim, Figure, Moment, Setting, Token

#: Weight of a word by its part of speech: what is done and to whom tells more than how.
_BY_POS: Final = {"NOUN": 1.0, "PROPN": 0.9, "VERB": 0.8, "ADJ": 0.6}
_OTHER_POS: Final = 0.5
#: Least weight of a word, however common it is in the story.
_LEAST: Final = 0.1
#: Letters up to which a word of an antecedent is an article.
_SHORT: Final = 3


def weight(setting: Setting, sense: Sense, lang: str) -> float:
    """Return how telling a word of a claim is in its story, 0..1, quantised to 1/1000."""
    told = setting.words.get((lang, sense.base), 1.0)
    told = min([told, *(setting.keys.get(k, 1.0) for k in sense.keys)])
    return round(told * _BY_POS.get(sense.token.pos, _OTHER_POS), 3)


@once
def told(claim: Claim) -> tuple[Sense, ...]:
    """Return the content words of a claim that say something, with what they mean."""
    empty = _empty(claim.lang)
    own = tuple(s for s in senses(claim.tokens, claim.lang) if s.base not in empty)
    return own + tuple(_meant(claim))


def _meant(claim: Claim) -> Iterator[Sense]:
    """Yield the nouns a claim's pronoun stands for; they stand where the claim begins."""
    for word in claim.antecedent.split():
        if len(word) > _SHORT and (claim.lang != "de" or word[:1].isupper()):
            base = word.casefold()
            token = Token(word, claim.start, claim.start + 1, "NOUN", "", base)
            yield Sense(token, base, meanings(base, claim.lang), 0)


def setting(claims: Sequence[Claim]) -> Setting:
    """Return what the claims of one story show about it."""
    words: Counter[tuple[str, str]] = Counter()
    keys: Counter[str] = Counter()
    figures: dict[str, dict[int, Figure]] = {}
    moments: dict[str, dict[int, Moment]] = {}
    for claim in claims:
        own = told(claim)
        words.update({(claim.lang, s.base) for s in own})
        keys.update({k for s in own for k in s.keys})
        figures.setdefault(claim.source, {}).update({f.start: f for f in claim.figures})
        moments.setdefault(claim.source, {}).update({m.start: m for m in claim.moments})
    most = math.log(len(claims) + 1) or 1.0

    def rare(count: int) -> float:
        return round(max(_LEAST, math.log((len(claims) + 1) / count) / most), 3)

    return Setting(
        {word: rare(n) for word, n in words.items()},
        {key: rare(n) for key, n in keys.items()},
        {s: tuple(found[at] for at in sorted(found)) for s, found in figures.items()},
        {s: tuple(found[at] for at in sorted(found)) for s, found in moments.items()},
    )


def _empty(lang: str) -> frozenset[str]:
    """Return verbs that say nothing by themselves, and those of saying."""
    if lang not in languages():
        return frozenset()
    acts = language_data(lang).get("acts", {})
    measuring = frozenset(language_data(lang).get("verdicts", {}).get("lasting", ()))
    return frozenset((*acts.get("light", ()), *acts.get("saying", ()))) - measuring
