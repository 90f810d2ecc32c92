"""Which congratulations are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.corpus.grounds import grounds
from checker.corpus.relate import views
from checker.model import Claim, Ground, Standing

MakeClaim = Callable[..., Claim]


def event(claim: MakeClaim, *quotes: tuple[str, str], lang: str = "de") -> Ground:
    """Return the ground of two claims of one undated article, each (words, names)."""
    made = [
        claim(words, names=names, start=1000 * i, sentence=9 * i, paragraph=i, lang=lang)
        for i, (words, names) in enumerate(quotes)
    ]
    left, right = views(made, {})
    return grounds(left, right).event


def test_one_congratulation_told_twice(claim: MakeClaim) -> None:
    """The same people, the same occasion in other words."""
    found = event(
        claim,
        ("Anders gratulierte Berg zum Sieg bei der Landtagswahl.", "Anders,Berg"),
        ("Anders hat Berg zu seiner Wahl gratuliert.", "Anders,Berg"),
    )

    assert found.standing is Standing.ESTABLISHED


@pytest.mark.parametrize(
    ("other", "names", "why"),
    [
        ("Anders gratulierte Berg zum Geburtstag.", "Anders,Berg", "verschiedene Anlässe"),
        ("Anders habe keine Pläne, Berg zu gratulieren.", "Anders,Berg", "einem Vorhaben"),
        ("Es ist üblich, dass Anders und Berg gratulieren.", "Anders,Berg", "was üblich ist"),
        ("Auch Cramer gratulierte Berg zum Sieg.", "Cramer,Berg", "nur eine der Aussagen nennt"),
    ],
)
def test_what_tells_two_apart(claim: MakeClaim, other: str, names: str, why: str) -> None:
    """Occasion, plan, custom and people; the ground names which."""
    found = event(
        claim, ("Anders gratulierte Berg zum Sieg bei der Wahl.", "Anders,Berg"), (other, names)
    )

    assert found.standing is Standing.POSSIBLE
    assert why in found.why.de


def test_english_occasions(claim: MakeClaim) -> None:
    """A birthday is no victory."""
    found = event(
        claim,
        ("Anders congratulated Berg on his victory.", "Anders,Berg"),
        ("Anders congratulated Berg on his birthday.", "Anders,Berg"),
        lang="en",
    )

    assert found.why.en == "the claims name different occasions (“victory”, “birthday”)"
