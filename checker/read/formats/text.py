"""Read plain text.

Floor 3 (read).
"""

from __future__ import annotations

from checker.read.decode import decode
from checker.read.frontmatter import read_front_matter
from checker.read.reading import Reading, Unreadable, cut_lines


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one article of a plain text file.

    Raises:
        Unreadable: If it is empty or no text.
    """
    decoded = decode(data)
    if not decoded.text.strip(" \t\n\r\ufeff"):
        raise Unreadable("empty", "nothing to do if that is meant", skipped=True)
    front = read_front_matter(decoded.text)
    return (
        Reading(
            text=decoded.text,
            lines=(*front.lines, *cut_lines(decoded.text, start=front.end)),
            facts=front.facts,
            notices=decoded.notices + front.notices,
        ),
    )
