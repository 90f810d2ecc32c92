"""Whether a claim tells what would have been ("ohne sie hätten wir zehn Tote").

In indirect speech German uses the same forms for what somebody says is so; there they tell nothing.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare import _lexicon as lexicon
from checker.language.once import once
from checker.model import Claim


@once
def unreal(claim: Claim) -> bool:
    """Return whether a claim's own words put it into the unreal mood."""
    if claim.attribution.mode == "indirect":
        return False
    forms = lexicon.words(claim.lang, "unreal")
    return any(t.text.casefold() in forms for t in claim.tokens)
