"""Nearly the same full name in several sources: one person misspelt, or another person.

Transliterations of one name agree ("Malikow", "Malikov"); "Lindqvist" and "Lundqvist" do
not.  A first name in another language's form ("Wolodymyr", "Wladimir") is shown as such.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._words import plain, say
from checker.language.names import fold, is_title
from checker.model import Claim, Phrase, Token

#: Likeness of two parts of a name from which one may be a slip for the other, 0..100.
_NEAR = 74
#: The same for first names, of which forms in another language are shorter alike.
_NEAR_FIRST = 60
#: Likeness of two family names of one title and first name, 0..100.
_NEAR_OFFICE = 55
#: Letters a part must have before a slip is likelier than another name.
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Full:
    """A full name where it stands: first name, family name, and both folded."""

    claim: Claim
    start: int
    end: int
    text: str
    first: str
    family: str
    person: bool
    title: str

    @property
    def key(self) -> tuple[str, str]:
        """Folded first and family name."""
        return self.first, self.family


def story(claims: Sequence[Claim], settings: NoSettings) -> tuple[Conflict, ...]:
    """Return names of one story that are nearly, but not, the same; one per two sources."""
    found: dict[tuple[str, str], list[Full]] = {}
    for claim in claims:
        for name in full_names(claim):
            found.setdefault(name.key, []).append(name)
    conflicts: list[Conflict] = []
    keys = sorted(found)
    for i, key in enumerate(keys):
        for other in keys[i + 1 :]:
            why = near(key, other) or _in_office(found[key], found[other])
            if why is not None:
                conflicts += _between(found[key], found[other], why)
    return tuple(conflicts)


def _in_office(mine: Sequence[Full], theirs: Sequence[Full]) -> Phrase | None:
    """Return why two names are one office's: same title and first name, like family names."""
    from rapidfuzz import fuzz

    one, two = mine[0], theirs[0]
    titles = {n.title for n in mine} & {n.title for n in theirs} - {""}
    if not titles or one.first != two.first or one.family[:1] != two.family[:1]:
        return None
    if fuzz.ratio(one.family, two.family) < _NEAR_OFFICE:
        return None
    title = sorted(titles)[0]
    return say(f"beide heißen „{title} {mine[0].text.split()[0]}“",
               f'both are called "{title} {mine[0].text.split()[0]}"')  # fmt: skip


def full_names(claim: Claim) -> Iterator[Full]:
    """Yield first name and family name where a claim has both side by side."""
    spans = [(n.start, n.end, n.kind) for n in claim.names if n.kind in {"person", ""}]
    tokens = claim.tokens
    for first, family in pairwise(tokens):
        if not (_part(first) and _part(family)) or family.start - first.end != 1:
            continue
        kinds = [k for s, e, k in spans if s < family.end and first.start < e]
        if not kinds or "-" in first.text:
            continue
        if is_title(first.text, claim.lang) or is_title(family.text, claim.lang):
            continue
        text = claim.quote[first.start - claim.start : family.end - claim.start]
        yield Full(
            claim,
            first.start,
            family.end,
            text,
            _plain(first.text),
            _plain(family.text),
            "person" in kinds,
            _title(claim, first),
        )


def _title(claim: Claim, first: Token) -> str:
    """Return the noun right before a name, by which its office is known ("Trainer")."""
    before = [t for t in claim.tokens if t.end <= first.start][-1:]
    return before[0].text if before and before[0].pos == "NOUN" else ""


def _part(token: Token) -> bool:
    text = token.text
    return (
        text[:1].isupper()
        and not text.isupper()
        and len(text) > 2
        and "." not in text
        and token.pos in {"PROPN", "NOUN", "X", "VERB", "ADJ"}
    )


def _plain(text: str) -> str:
    """Return a part of a name folded; "x" and "ks" are one sound in two transliterations."""
    return fold(text).replace("x", "ks")


def near(one: tuple[str, str], other: tuple[str, str]) -> Phrase | None:
    """Return how two names differ by a slip in one part, None if they do not."""
    from rapidfuzz import fuzz

    if one[1] == other[1] and one[0] != other[0]:
        a, b = one[0], other[0]
        if a.startswith(b) or b.startswith(a):
            return None  # "Boston Gardner", "Bostoner Gardner": an inflection
        if a[:1] == b[:1] and fuzz.ratio(a, b) >= _NEAR_FIRST and min(len(a), len(b)) >= _LETTERS:
            return say("der Familienname ist gleich, der Vorname nicht",
                       "the family name is the same, the first name is not")  # fmt: skip
    if one[0] == other[0] and one[1] != other[1]:
        a, b = one[1], other[1]
        short, long = sorted((a, b), key=len)
        if long.startswith(short):
            return None
        if fuzz.ratio(a, b) >= _NEAR and min(len(a), len(b)) >= _LETTERS:
            return say("der Vorname ist gleich, der Familienname nicht",
                       "the first name is the same, the family name is not")  # fmt: skip
    return None


def _between(mine: Sequence[Full], theirs: Sequence[Full], why: Phrase) -> Iterator[Conflict]:
    """Yield one conflict per two sources that spell a name differently."""
    first: dict[str, Full] = {}
    for name in mine:
        first.setdefault(name.claim.source, name)
    second: dict[str, Full] = {}
    for name in theirs:
        second.setdefault(name.claim.source, name)
    for source, name in sorted(first.items()):
        for against, other in sorted(second.items()):
            if source != against and (source in second or against in first):
                continue
            if source == against and not (name.person and other.person):
                continue
            ordered = (name, other) if source <= against else (other, name)
            yield _conflict(*ordered, why)


def _conflict(name: Full, other: Full, why: Phrase) -> Conflict:
    return Conflict(
        sides=(_reading(name), _reading(other)),
        reckoning=(
            say(f"„{name.text}“ und „{other.text}“ gleichen einander bis auf wenige Buchstaben",
                f'"{name.text}" and "{other.text}" are alike but for a few letters'),
            why,
            say("die übliche Umschrift aus einer anderen Sprache erklärt den Unterschied nicht",
                "the usual transliteration from another language does not explain it"),
        ),
        slots=(("left", plain(name.text)), ("right", plain(other.text))),
        about="name:" + "/".join(sorted((" ".join(name.key), " ".join(other.key)))),
        values=(" ".join(name.key), " ".join(other.key)),
    )  # fmt: skip


def _reading(name: Full) -> Reading:
    return Reading(claim=name.claim, reads=plain(name.text), marks=((name.start, name.end),))


COMPARER: Final = Comparer(name="name", settings=NoSettings, slots=("left", "right"), story=story)
