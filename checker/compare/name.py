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

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, NoSettings, Reading
from checker.compare._words import plain, say
from checker.language.names import fold, is_title
from checker.model import Claim, Pair, Phrase, Token

#: Likeness of two parts of a name from which one may be a slip for the other, 0..100.
_NEAR = 74
#: The same for first names, of which forms in another language are shorter alike.
_NEAR_FIRST = 60
#: Likeness of a word and an office from which it is a slip for it, 0..100, and its least length.
_SLIP = 88
_TITLE = 6
#: Base forms two statements share to be the same but for a name, and their share of the shorter.
_SAID = 1
_ALIKE = 0.6
#: Base forms of verbs that link an office with its holder.
_LINKS = {"sein", "werden", "bleiben", "heißen", "be", "become"}
#: Spellings of one sound in transliterations, in the order they are looked for.
_SOUNDS = (("tsch", "ch"), ("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("zh", "s"),
           ("ts", "z"), ("tz", "z"), ("y", "i"), ("j", "i"), ("w", "v"), ("ph", "f"), ("ie", "i"),
           ("ck", "k"))  # fmt: skip
#: Endings a family name takes; any other letter more makes it another name ("Behrendt").
_ENDINGS = frozenset({"s", "es", "er", "ern", "e", "n", "en", "in", "sch", "sche", "schen"})
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
            slip = near(key, other)
            why = slip or _in_office(found[key], found[other])
            if why is None or (slip is None and _together(found[key], found[other])):
                continue
            conflicts += _between(found[key], found[other], why)
    return tuple(conflicts)


def _together(mine: Sequence[Full], theirs: Sequence[Full]) -> bool:
    """Return whether one source has both names: then it means two persons."""
    return bool({n.claim.source for n in mine} & {n.claim.source for n in theirs})


def _in_office(mine: Sequence[Full], theirs: Sequence[Full]) -> Phrase | None:
    """Return why two names are of one office: one office, and first or family name the same.

    A mayor, a captain, a director: one at a time, so two names of them are hardly two persons.
    """
    one, two = mine[0], theirs[0]
    same_first, same_family = one.first == two.first, one.family == two.family
    if same_first == same_family or _inflected(one, two, same_first=same_first):
        return None
    office = _office(mine, theirs)
    if not office:
        return None
    kept = one.text.split()[0 if same_first else -1]
    return say(f"beide heißen „{kept}“ und haben dasselbe Amt: {office}",
               f'both are called "{kept}" and hold the same office: {office}')  # fmt: skip


def _inflected(one: Full, two: Full, *, same_first: bool) -> bool:
    """Return whether the parts that differ are one name inflected, shortened or transliterated."""
    a, b = (one.family, two.family) if same_first else (one.first, two.first)
    return a.startswith(b) or b.startswith(a) or _sound(a) == _sound(b)


def _office(mine: Sequence[Full], theirs: Sequence[Full]) -> str:
    """Return the office both names are given with, empty if there is none."""
    shared = {
        max(a, b, key=len)
        for a in {n.title for n in mine} - {""}
        for b in {n.title for n in theirs} - {""}
        if one_office(a, b, mine[0].claim.lang)
    }
    return min(shared, default="")


def one_office(first: str, second: str, lang: str) -> bool:
    """Return whether two nouns name one office ("Insolvenzverwalterin", "Verwalterin")."""
    a, b = first.casefold(), second.casefold()
    offices = lexicon.words(lang, "offices")
    if not any(a.endswith(o) for o in offices) or not any(b.endswith(o) for o in offices):
        return False
    return a == b or (lang == "de" and (a.endswith(b) or b.endswith(a)))


def compare(pair: Pair, settings: NoSettings) -> tuple[Conflict, ...]:
    """Return that one office is given to two persons in what is else the same statement."""
    left, right = pair.left, pair.right
    if left.lang != right.lang or left.source == right.source:
        return ()
    for one in full_names(left):
        for two in full_names(right):
            if one.family == two.family or one.first == two.first:
                continue  # `story` looks at these
            if one.title.casefold() != two.title.casefold() or not one.title:
                continue
            if not one_office(one.title, two.title, left.lang):
                continue
            first, second = _said(left, one), _said(right, two)
            common = first & second
            if len(common) < _SAID or len(common) < _ALIKE * min(len(first), len(second)):
                continue
            return (_held(one, two),)
    return ()


def _said(claim: Claim, name: Full) -> frozenset[str]:
    """Return the base forms of what a claim says, the name and its office left out."""
    return frozenset(
        t.lemma.casefold()
        for t in claim.tokens
        if t.pos in {"NOUN", "PROPN", "VERB", "ADJ"}
        and not name.start <= t.start < name.end
        and t.text != name.title
    )


def _held(one: Full, two: Full) -> Conflict:
    return Conflict(
        sides=(_reading(one), _reading(two)),
        reckoning=(
            say(f"beide Quellen sagen dasselbe von: {one.title}",
                f"both sources say the same of: {one.title}"),
            say(f"die eine nennt {one.text}, die andere {two.text}",
                f"one names {one.text}, the other {two.text}"),
        ),
        slots=(("left", plain(one.text)), ("right", plain(two.text))),
        certainty="soft",
        about="office:" + one.title.casefold(),
        values=(" ".join(one.key), " ".join(two.key)),
        cap="warning",
    )  # fmt: skip


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
        if _misspelt_title(first.text, claim.lang):
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
    """Return the noun by which a name's office is known: before it, or before "is" and it."""
    before = [t for t in claim.tokens if t.end <= first.start][-2:]
    if before and (before[-1].pos == "NOUN" or _misspelt_title(before[-1].text, claim.lang)):
        return before[-1].text
    linked = len(before) == 2 and before[-1].lemma.casefold() in _LINKS
    return before[0].text if linked and before[0].pos == "NOUN" else ""


def _misspelt_title(word: str, lang: str) -> bool:
    """Return whether a word is an office but for a slip ("Präsidnt"): it is no first name."""
    from rapidfuzz import fuzz

    low = word.casefold()
    return len(low) >= _TITLE and any(
        fuzz.ratio(low, office) >= _SLIP for office in lexicon.words(lang, "offices")
    )


def _sound(part: str) -> str:
    """Return a part of a name without what transliterations write in several ways."""
    for spelt, heard in _SOUNDS:
        part = part.replace(spelt, heard)
    return "".join(c for c, before in zip(part, " " + part, strict=False) if c != before)


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

    if _sound(one[0]) == _sound(other[0]) and _sound(one[1]) == _sound(other[1]):
        return None
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
        if long.startswith(short) and long[len(short) :] in _ENDINGS:
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


COMPARER: Final = Comparer(
    name="name", settings=NoSettings, slots=("left", "right"), pair=compare, story=story
)
