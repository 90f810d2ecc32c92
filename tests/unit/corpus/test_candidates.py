"""Which claims are nominated for a closer look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from checker.corpus.candidates import candidates
from checker.corpus.keys import keys
from checker.model import Claim, Kind, Measured

MakeClaim = Callable[..., Claim]


def vectors(*rows: tuple[float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32).reshape(len(rows), 2 if rows else 0)


def nominated(claims: list[Claim], made: np.ndarray) -> dict[tuple[int, int], str]:
    found, _ = candidates(claims, made, [range(len(claims))])
    return {(c.left, c.right): c.nominated for c in found}


def test_one_meaning_in_two_languages_meets(claim: MakeClaim) -> None:
    """No letter and no name is shared, and no model is asked."""
    claims = [
        claim("Der Lotse war nicht an Bord."),
        claim("Die Sonne schien.", start=40, sentence=3),
        claim("The pilot had boarded in the evening.", source="b.txt", lang="en"),
        claim("Nobody knows.", source="b.txt", lang="en", start=40, sentence=3),
    ]

    found = nominated(claims, np.zeros((4, 0), dtype=np.float32))

    assert "meaning" in found[0, 2]
    assert (1, 3) not in found


def test_claim_meets_its_nearest_of_every_other_article(claim: MakeClaim) -> None:
    """However unlike: in every article of a story something comes nearest."""
    claims = [
        claim("Erst am Ende ging es gut."),
        claim("Niemand wusste weiter.", source="b.txt"),
        claim("Das Wasser sank.", source="c.txt"),
    ]

    found = nominated(claims, vectors((1.0, 0.0), (0.1, 0.99), (0.1, 0.99)))

    assert "embedding" in found[0, 1]
    assert "embedding" in found[0, 2]


def test_from_one_hour_to_another_meets_a_duration(claim: MakeClaim) -> None:
    """Two times of day are a duration in other words."""
    one = claim("Er betrat sie um 8.40 Uhr.", moment=("um 8.40 Uhr", "2026-05-02", "day"))
    (first,) = one.moments
    times = (replace(first, clock=(520, 520)), replace(first, clock=(545, 545)))
    one = replace(one, moments=times)
    other = claim(
        "Anderthalb Stunden bangten sie.", figure=("Anderthalb Stunden", Kind.DURATION, "5400")
    )

    assert ("kind", "duration") in set(keys(one)) & set(keys(other))


def test_counted_days_meet_a_duration(claim: MakeClaim) -> None:
    """Ten working days are a time as well."""
    one = claim("Idle for ten working days.", lang="en", figure=("ten", Kind.COUNT, "10"))
    (figure,) = one.figures
    one = replace(one, figures=(replace(figure, of=Measured(noun="day")),))

    assert ("kind", "duration") in keys(one)


def test_what_a_cap_drops_is_counted(claim: MakeClaim) -> None:
    """A cap is reported, never silent."""
    claims = [
        claim(f"Wort{i} {i} Tote.", source=f"{i:03}.txt", figure=(f"{i} Tote", Kind.COUNT, "1"))
        for i in range(60)
    ]

    _, capped = candidates(claims, np.zeros((60, 0), dtype=np.float32), [range(60)])

    assert capped > 0
