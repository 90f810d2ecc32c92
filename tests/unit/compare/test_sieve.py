"""The sieve before a pattern is matched never turns away what would match."""

from __future__ import annotations

import pytest

from checker.compare._sieve import sieve

SAID = sieve((("brücken", "brücke"), ("bleiben", "bleiben"), ("gesperrt", "sperren")))


@pytest.mark.parametrize(
    "pattern",
    [("brücke", "gesperrt"), ("gesperr*",), ("brü*", "bleiben"), ("br*",), ("b*", "sperren"), ()],
)
def test_words_that_are_there_may_match(pattern: tuple[str, ...]) -> None:
    assert SAID.may_match(pattern)


@pytest.mark.parametrize("pattern", [("tunnel",), ("brücke", "offen"), ("geöffn*",), ("brück",)])
def test_words_that_are_missing_cannot(pattern: tuple[str, ...]) -> None:
    assert not SAID.may_match(pattern)
