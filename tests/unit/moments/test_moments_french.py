"""French is one data file; the code knows nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Le 7 octobre 2025", ["7 octobre 2025 = 2025-10-07"], id="date"),
        pytest.param("le 1er mai 2024", ["1er mai 2024 = 2024-05-01"], id="first"),
        pytest.param("le 07/10/2025", ["07/10/2025 = 2025-10-07"], id="day-first"),
        pytest.param(
            "Du 12 au 15 mai 2024", ["12 au 15 mai 2024 = 2024-05-12 / 2024-05-15"], id="span"
        ),
        pytest.param("Jeudi 16 octobre", ["Jeudi 16 octobre = 2025-10-16"], id="weekday"),
        pytest.param("il y a deux ans", ["il y a deux ans = 2023-10-17"], id="ago"),
        pytest.param(
            "la semaine prochaine", ["la semaine prochaine = 2025-10-20 / 2025-10-26"], id="week"
        ),
        pytest.param("mi-août", ["mi-août = 2025-08-11 / 2025-08-20"], id="part"),
        pytest.param(
            "au troisième trimestre 2024",
            ["troisième trimestre 2024 = 2024-07-01 / 2024-09-30"],
            id="quarter",
        ),
        pytest.param(
            "jeudi à 14h30", ["jeudi = 2025-10-16", "14h30 = 2025-10-16T14:30"], id="clock"
        ),
        pytest.param("il marche et mars est loin", [], id="no-month"),
    ],
)
def test_reads_french(read: Callable[..., list[str]], text: str, want: list[str]) -> None:
    """Dates, weekdays, distances and hours."""
    assert read(text, "fr") == want
