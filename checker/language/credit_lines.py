"""Tell the credit at the end of a paragraph from its text: "(dpa/red)", "dpa", "(lis/AFP)".

Floor 2 (language).
"""

from __future__ import annotations

import re
from typing import Final

from checker.language.speakers import lists

_TAIL: Final = re.compile(r"[\s(]([A-Za-z]{2,12}(?:[/,+] ?[A-Za-z]{2,12}){0,4})\)?$")
_ALSO: Final = frozenset({"red", "pm", "eb", "lby", "dw"})


def text_end(text: str, lang: str) -> int:
    """Return where the text of a paragraph ends, without a credit of agencies behind it."""
    kept = text.rstrip()
    found = _TAIL.search(kept[-80:])
    if found is None:
        return len(kept)
    start = len(kept) - len(kept[-80:]) + found.start()
    names = [part.strip().lower() for part in re.split(r"[/,+]", found[1])]
    bracketed = kept.endswith(")")
    known = lists(lang).media_names | _ALSO
    credit = all(n in known for n in names) or (bracketed and any(n in known for n in names))
    ended = kept[:start].rstrip()
    return len(ended) if credit and ended[-1:] in set('.!?“”"«»') else len(kept)
