"""Tell the language of a text.

Function words decide where they can, which is nearly always and costs nothing; the trained
identifier is asked only about the rest.  A short text that shows nothing is given the language
its caller expects.

Floor 3 (read).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from checker.read.words import words

_WORD: Final = re.compile(r"[^\W\d_]+")
#: Languages the identifier may answer; one it does not know better is "und".
_CANDIDATES: Final = (
    "de", "en", "fr", "it", "es", "nl", "pl", "pt", "da", "sv", "no", "fi", "cs", "hu", "ro",
    "tr", "ru", "uk", "hr", "el", "ar", "zh", "ja",
)  # fmt: skip
_SAMPLE: Final = 6000
#: Below so many characters a rare language is not believed against a function word.
_SENTENCE: Final = 200
#: Fewer letters tell the identifier nothing.
_SHORT: Final = 24


def language_of(text: str, *, expected: str = "de") -> str:
    """Return the ISO 639-1 code of a text, `expected` if it is too short to tell."""
    sample = text[:_SAMPLE]
    counts = _function_words(sample)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = len(_WORD.findall(sample))
    if ranked and ranked[0][1] >= 3:
        second = ranked[1][1] if len(ranked) > 1 else 0
        if ranked[0][1] >= 2 * second and ranked[0][1] * 5 >= total:
            return ranked[0][0]
    if sum(map(str.isalpha, sample)) < _SHORT:
        return ranked[0][0] if ranked and ranked[0][1] else expected
    found = str(_identifier().classify(sample)[0])
    if found not in counts and len(sample) < _SENTENCE and ranked and ranked[0][1]:
        return ranked[0][0]  # a sentence of names and one small word is no Hungarian
    return found


def guess_short(text: str, expected: str) -> str:
    """Return the language of a caption or heading; `expected` unless another is plain.

    Names make up most of such a line, so the identifier alone is not believed: the line must
    also hold no function word of the expected language.
    """
    if _function_words(text).get(expected, 0) or len(_WORD.findall(text)) < 4:
        return expected
    return str(_identifier().classify(text)[0])


def _function_words(text: str) -> dict[str, int]:
    found = [word.lower() for word in _WORD.findall(text)]
    return {
        lang: sum(1 for word in found if word in known)
        for lang, known in sorted(words().function_words.items())
        if known
    }


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_CANDIDATES))
    return identifier
