"""How the tables of this folder write what was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from checker.language.moments import read_moments
from checker.language.moments_rows import moment_row

#: A Friday.
FRIDAY = datetime(2025, 10, 17, 12)

Reader = Callable[..., list[str]]


@pytest.fixture
def read() -> Reader:
    """Return a reader that writes each moment as "words = low / high"."""

    def reading(text: str, lang: str = "de", reference: datetime | None = FRIDAY) -> list[str]:
        found = []
        for moment in read_moments(text, lang, reference):
            row = moment_row(moment)
            low, high = row["low"], row["high"]
            ends = "?" if low is None and high is None else f"{low or ''} / {high or ''}"
            found.append(f"{moment.text} = {low if low == high and low else ends}")
        return found

    return reading
