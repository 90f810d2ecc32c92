"""Weigh the signs that two figures measure one thing.

No single sign is enough: the same noun counts two things in one story, and one thing is told
without a word in common.  So each sign has a weight in ``rules/evidence/figures.toml``,
read off annotated stories by ``benchmarks/evidence.py``.  The sum is no probability and is not
shown; the signs that carried it are.

Floor 3 (compare).
Sources: logistic regression, weights rounded to tenths; cross-validation over stories chose
where the line lies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.compare._signs import Signs
from checker.compare._words import say
from checker.errors import SettingsError
from checker.model import Phrase
from checker.resources import rules_dir


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs.

    Attributes:
        start: Where the sum starts.
        line: Sum from which figures are held against each other.
        signs: Sign -> weight; a sign that is missing weighs nothing.
        words: Sign -> what to call it, in German and English.
    """

    start: float
    line: float
    signs: Mapping[str, float]
    words: Mapping[str, Phrase]


@cache
def weights() -> Weights:
    """Return the weights of the data file.

    Raises:
        SettingsError: If the file is missing or not TOML.
    """
    path = rules_dir() / "evidence" / "figures.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Weights(
            float(data["start"]),
            float(data["line"]),
            {name: float(weight) for name, weight in data["weights"].items()},
            {name: Phrase(row["de"], row["en"]) for name, row in data["words"].items()},
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise SettingsError(
            f"not a readable file of weights: {error}",
            where=str(path),
            remedy="install again, or write it anew: python benchmarks/evidence.py",
        ) from error


def total(found: Signs) -> float:
    """Return the sum of the weights of all signs, quantised to 1/1000."""
    known = weights()
    parts = (known.signs.get(name, 0.0) * held for name, held in sorted(found.values.items()))
    return round(known.start + sum(parts), 3)


def told(found: Signs) -> Phrase:
    """Return the signs that speak loudest for one thing, in words, and the words in common."""
    known = weights()
    carried = sorted(
        (
            (known.signs.get(name, 0.0) * held, name)
            for name, held in found.values.items()
            if name in known.words
        ),
        reverse=True,
    )
    loud = [known.words[name] for weight, name in carried if weight > 0][:3]
    common = ", ".join(dict.fromkeys(a for a, _, _ in found.shared.words[:3]))
    de, en = [w.de for w in loud], [w.en for w in loud]
    if common:
        de.append(f"gemeinsam: {common}")
        en.append(f"in common: {common}")
    if not de:
        return say("die Umstände legen dieselbe Sache nahe", "the circumstances suggest one thing")
    return say("; ".join(de), "; ".join(en))
