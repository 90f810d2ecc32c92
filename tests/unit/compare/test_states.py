"""Negation turns a state round by its scope, never by being somewhere in the sentence."""

from __future__ import annotations

import pytest

from checker.compare._states import states
from checker.compare._stems import related
from checker.read import source_from_text
from checker.read.claims import read_claims


def asserted(text: str, lang: str) -> dict[str, bool]:
    claims = read_claims(source_from_text(text, id="a", lang=lang))
    return {s.key: s.side for c in claims for s in states(c)}


@pytest.mark.parametrize(
    ("text", "lang", "key", "side"),
    [
        pytest.param("Das Urteil ist rechtskräftig.", "de", "judgment-final", True, id="final"),
        pytest.param(
            "Das Urteil ist noch nicht rechtskräftig.", "de", "judgment-final", False, id="not-yet"
        ),
        pytest.param(
            "Einsturzgefahr bestehe nicht, hieß es.", "de", "collapse-danger", False, id="behind"
        ),
        pytest.param("The suspect is still on the run.", "en", "caught", False, id="at-large"),
        pytest.param("No further talks are planned.", "en", "talks-on", False, id="own-negation"),
    ],
)
def test_asserts(text: str, lang: str, key: str, side: bool) -> None:
    """A claim asserts one side of an opposition."""
    assert asserted(text, lang)[key] is side


def test_a_negation_beyond_a_comma_does_not_count() -> None:
    """What another clause denies is its own affair."""
    assert asserted("Das Urteil ist rechtskräftig, Revision gab es nicht.", "de")["judgment-final"]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        pytest.param("Brücke", "Talbrücke", True, id="end-of-a-compound"),
        pytest.param("Flasche", "Flaschenwurf", True, id="start-of-a-compound"),
        pytest.param("Einsturzgefahr", "einsturzgefährdet", True, id="family"),
        pytest.param("Stadtrat", "Stadion", False, id="chance-beginning"),
    ],
)
def test_relates(first: str, second: str, one: bool) -> None:
    """German builds compounds; a shared beginning by chance is none."""
    assert related(first, second) is one
    assert related(second, first) is one
