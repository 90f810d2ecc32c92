"""Two wordings of one figure that agree, one of them vaguer; or that only pull apart softly.

Floor 3 (compare).
"""

from __future__ import annotations

from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings
from checker.compare._bound import concept
from checker.compare._intervals import Stand, wider
from checker.compare._matches import Match, matches
from checker.compare._words import interval, plain, say
from checker.compare.figure import about, of, side
from checker.model import Pair


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return the figures of one thing that differ in wording but can both stand."""
    found = []
    for match in matches(pair):
        if match.stand in {Stand.EQUAL, Stand.CONFLICT}:
            continue
        if match.stand is Stand.ROUNDING and match.left.hard == match.right.hard:
            continue
        found.append(_vaguer(pair, match))
    return tuple(found)


def _vaguer(pair: Pair, match: Match) -> Conflict:
    left, right = match.left, match.right
    broad, narrow = (left, right) if wider(left, right) >= 0 else (right, left)
    a, b = interval(broad.hard, broad.unit), interval(narrow.hard, narrow.unit)
    steps = [
        say(f"„{broad.text}“ lässt zu: {a.de}", f'"{broad.text}" allows {a.en}'),
        say(f"„{narrow.text}“ lässt zu: {b.de}", f'"{narrow.text}" allows {b.en}'),
    ]
    if match.stand is Stand.TENSION:
        soft = interval(broad.soft, broad.unit)
        steps.append(
            say(
                f"beides kann stimmen; erwarten lässt „{broad.text}“ aber {soft.de}",
                f'both can hold; but "{broad.text}" leads one to expect {soft.en}',
            )
        )
    else:
        steps.append(say("beide Wortlaute können stimmen", "both wordings can hold"))
    return Conflict(
        sides=(side(pair.left, left), side(pair.right, right)),
        reckoning=(*steps, match.ground.why),
        slots=(
            ("broad", plain(broad.text)),
            ("narrow", plain(narrow.text)),
            ("of", of(left, right)),
            ("left", plain(left.text)),
            ("right", plain(right.text)),
        ),
        certainty="soft",
        measure=match.ground,
        about=about(left, right, concept(pair.left, left), concept(pair.right, right)),
        topic="tension" if match.stand is Stand.TENSION else "vaguer",
        values=(str(left.hard), str(right.hard)),
    )


COMPARER: Final = Comparer(
    name="wider", settings=NoSettings, slots=("broad", "narrow", "of"), pair=compare
)
