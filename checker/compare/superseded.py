"""A later count that says it moved on; labelled by the judge, which knows the times.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, NoSettings

COMPARER: Final = Comparer(
    name="superseded", settings=NoSettings, slots=("earlier", "later", "of"), judged=True
)
