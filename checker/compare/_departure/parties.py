"""Which words name somebody who can act: an authority, a company, a person by what he is.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._acts import classes
from checker.compare._content import base
from checker.language.meanings import broader, meanings
from checker.model import Token

#: Meanings under which somebody can act.
_ACTING: Final = frozenset(
    {"person", "people", "organisation", "authority", "official", "helper", "company", "group"}
)


def acts(token: Token, lang: str) -> bool:
    """Return whether a noun names somebody who can act."""
    if token.pos != "NOUN":
        return False
    if classes(base(token), lang):
        return True
    keys = meanings(base(token), lang)
    return any(k in _ACTING or broader(k) & _ACTING for k in keys)
