"""Can these claims stand together? One comparer a file, discovered by being there.

Floor 3 (compare).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from checker.compare import _lexicon as lexicon
from checker.compare._base import Certainty, Comparer, Conflict, NoSettings, Reading
from checker.compare._bound import concept
from checker.compare._counterpart.counts import stands
from checker.compare._departure import Departure, Sentence, aside, departed
from checker.compare._intervals import agree
from checker.language.once import forget

__all__ = [
    "Certainty",
    "Comparer",
    "Conflict",
    "Departure",
    "NoSettings",
    "Reading",
    "Sentence",
    "agree",
    "aside",
    "comparers",
    "concept",
    "departed",
    "forget",
    "lexicon",
    "stands",
]


@cache
def comparers() -> Mapping[str, Comparer[Any]]:
    """Return every comparer in this package by name, in order of name."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        if not module.name.startswith("_"):
            comparer: Comparer[Any] = importlib.import_module(f"{__name__}.{module.name}").COMPARER
            found[comparer.name] = comparer
    return MappingProxyType(found)
