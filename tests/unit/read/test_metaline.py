"""By-lines and datelines are told from headings by being made of nothing else."""

from __future__ import annotations

import pytest

from checker.read.metaline import read_meta


@pytest.mark.parametrize(
    ("line", "author", "agencies"),
    [
        ("Von Mirjam Dössel, Altwieden", "Mirjam Dössel", ""),
        ("von Thomas", "Thomas", ""),
        ("*Porträt. Donnerstag, 26. März 2026. Von Lioba Stenzel*", "Lioba Stenzel", ""),
        ("*By Transport Correspondent Ellis Quennell, 10 June 2026*", "Ellis Quennell", ""),
        ("16. Februar 2026 | Von unserem Reporter Xaver Hölzl", "Xaver Hölzl", ""),
        ("Aus dem Gerichtssaal berichtet Hannelore Zwick", "Hannelore Zwick", ""),
        ("By Lucinda Farrow in Bad Ehrenthal", "Lucinda Farrow", ""),
        ("10 September 2026, by our health editor Odile Ransome", "Odile Ransome", ""),
        ("Text: Valentin M. Oberhuber", "Valentin M. Oberhuber", ""),
        ("dpa | 10. März 2026, 9.15 Uhr", "", "DPA"),
        ("AFP, Altwieden, May 13, 2026, 09:30", "", "AFP"),
        ("15.02.2026, 18:40 Uhr | Quelle: dpa", "", "DPA"),
        ("Harkensiel, Dienstag (dpa)", "", "DPA"),
        ("Stand: 10. März 2026, 18.30 Uhr", "", ""),
        ("Verkehrsblatt, 15. Oktober 2026, Kürzel: sto", "", ""),
    ],
)
def test_is_meta(line: str, author: str, agencies: str) -> None:
    """Pieces of a dateline are recognised in any order."""
    meta = read_meta(line)

    assert meta is not None
    if author:
        assert meta.author == author
    assert ",".join(credit.agency for credit in meta.credits) == agencies


@pytest.mark.parametrize(
    "line",
    [
        "Bundestagswahl am 23. Februar 2025",
        "Von Berlin nach Paris in acht Stunden",
        "Von Angst getrieben",
        "Putin warnt vor irreparablen Schäden",
        "Am 16. Februar 2026 blieb die Bahn stehen.",
        "By train to the sea",
        "Eine komplizierte Beziehung",
        "Was am Montag wichtig wird",
    ],
)
def test_is_content(line: str) -> None:
    """A piece too many makes the line content: a heading lost is worse than a by-line kept."""
    assert read_meta(line) is None
