"""Sources that are one witness; found by the judge from the families of the run.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, NoSettings

COMPARER: Final = Comparer(
    name="copied", settings=NoSettings, slots=("copy", "origin", "share"), judged=True
)
