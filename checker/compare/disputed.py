"""Two named parties who disagree; labelled by the judge, which knows who speaks.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, NoSettings

COMPARER: Final = Comparer(
    name="disputed", settings=NoSettings, slots=("speaker", "other"), judged=True
)
