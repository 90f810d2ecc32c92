"""The same happening at two places: two squares, or north against south.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._base import Comparer, Conflict, Reading
from checker.compare._bonds import UNDER, words_alike
from checker.compare._content import base
from checker.compare._counterpart import places
from checker.compare._stems import overlap, related
from checker.compare._words import plain, say
from checker.compare.polarity import carriers
from checker.language.once import each_once, once
from checker.model import Claim, Name, Pair, Token

#: Letters a name has before the end that says what place it is.
_BEFORE: Final = 3


#: Nouns right after "nach" and "in" that are no place.
_NOWHERE: Final = frozenset(
    {
        "betrieb",
        "kraft",
        "haft",
        "kontakt",
        "gefahr",
        "haus",
        "hause",
        "rechts",
        "links",
        "angabe",
        "angaben",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the comparer.

    Attributes:
        shared: Base forms both claims must share besides the place, a share of the fewer, 0..1.
    """

    shared: Decimal = Decimal("0.25")

    def __post_init__(self) -> None:
        if not 0 < self.shared <= 1:
            raise ValueError(f"shared is a share, 0 < shared <= 1, got {self.shared}")


def compare(pair: Pair, settings: Settings) -> tuple[Conflict, ...]:
    """Return the places that cannot both be those of one thing."""
    left, right = pair.left, pair.right
    if left.lang != right.lang:
        return ()
    for found in (
        *_directions(left, right),
        *_flanks(left, right),
        *_squares(left, right, settings),
        *_one_house(left, right),
        *_moved(left, right),
    ):
        return (found,)
    return ()


def texts(
    left: Sequence[Claim], right: Sequence[Claim], settings: Settings
) -> tuple[Conflict, ...]:
    """Return a state of the second text for whose deed the first names others only."""
    return tuple(places.compare(left, right))


def _directions(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if opposite directions qualify the same noun."""
    mine, theirs = dict(_directed(left)), dict(_directed(right))
    for noun in sorted(set(mine) & set(theirs)):
        (token, way), (other, against) = mine[noun], theirs[noun]
        if way == against or not _opposed(way, against, left.lang):
            continue
        if noun in _also(left, against) or noun in _also(right, way):
            continue
        yield Conflict(
            sides=(_reading(left, token), _reading(right, other)),
            reckoning=(
                say(f"beide sprechen von: {noun}", f"both speak of: {noun}"),
                say(f"„{token.text}“ und „{other.text}“ schließen einander aus",
                    f'"{token.text}" and "{other.text}" exclude each other'),
            ),
            slots=(("left", plain(token.text)), ("right", plain(other.text))),
            about=f"direction:{noun}",
            values=(str(way), str(against)),
        )  # fmt: skip


@each_once
def _directed(claim: Claim) -> Iterator[tuple[str, tuple[Token, int]]]:
    """Yield noun -> (direction word, group) for attributes before a noun."""
    groups = lexicon.groups(claim.lang, "directions")
    tokens = claim.tokens
    for token, following in pairwise(tokens):
        group = groups.get(base(token)) or groups.get(_stem(token))
        if group and following.pos == "NOUN":
            yield base(following), (token, min(group))


def _flanks(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if opposite sides of one thing are named ("Osthang", "Westflanke")."""
    if not _common_name(left, right):
        return
    for token, way, end in _sided(left):
        for other, against, tail in _sided(right):
            same = end == tail or (end in _sides_of(left.lang) and tail in _sides_of(left.lang))
            if not same or not _opposed(way, against, left.lang) or way == against:
                continue
            if {w for _, w, _ in _sided(left)} & {w for _, w, _ in _sided(right)}:
                return
            yield Conflict(
                sides=(_reading(left, token), _reading(right, other)),
                reckoning=(
                    say(f"beide nennen {_common_name(left, right)}",
                        f"both name {_common_name(left, right)}"),
                    say(f"„{token.text}“ und „{other.text}“ liegen einander gegenüber",
                        f'"{token.text}" and "{other.text}" lie opposite each other'),
                ),
                slots=(("left", plain(token.text)), ("right", plain(other.text))),
                certainty="soft",
                about=f"flank:{end}",
                values=(str(way), str(against)),
            )  # fmt: skip
            return


def _sided(claim: Claim) -> tuple[tuple[Token, int, str], ...]:
    """Return (word, direction, the rest) of compounds and attributes with a direction."""
    groups = lexicon.groups(claim.lang, "directions")
    found = []
    for token, following in pairwise((*claim.tokens, *claim.tokens[-1:])):
        group = groups.get(base(token)) or groups.get(_stem(token))
        if group and following.pos == "NOUN" and following.start > token.start:
            found.append((token, min(group), base(following)))
            continue
        word = base(token)
        for way, numbers in groups.items():
            rest = word.removeprefix(way)
            if token.pos in {"NOUN", "PROPN"} and rest != word and rest in _sides_of(claim.lang):
                found.append((token, min(numbers), rest))
                break
    return tuple(found)


def _sides_of(lang: str) -> frozenset[str]:
    return lexicon.words(lang, "sides")


def _common_name(left: Claim, right: Claim) -> str:
    """Return a name both claims give, empty if there is none."""
    for one, other in ((left, right), (right, left)):
        words = {_bare(base(t)) for t in other.tokens if t.pos in {"NOUN", "PROPN"}}
        found = next((n.text for n in one.names if {_bare(w) for w in n.key.split()} & words), "")
        if found:
            return found
    return ""


def _bare(word: str) -> str:
    """Return a word without a genitive ending."""
    return word.removesuffix("s")


def _one_house(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one thing with a definite article stands in two streets or squares."""
    for noun, token, kind in _housed(left):
        for same, other, other_kind in _housed(right):
            if base(noun) != base(same) or kind != other_kind:
                continue
            if related(base(token), base(other)):
                return
            yield Conflict(
                sides=(_reading(left, token), _reading(right, other)),
                reckoning=(
                    say(f"beide sprechen von „{noun.text}“ als der einen, die der Leser kennt",
                        f'both speak of "{noun.text}" as the one the reader knows'),
                    say(f"einmal „{token.text}“, einmal „{other.text}“",
                        f'once "{token.text}", once "{other.text}"'),
                ),
                slots=(("left", plain(token.text)), ("right", plain(other.text))),
                certainty="soft",
                about=f"house:{base(noun)}",
                values=(base(token), base(other)),
            )  # fmt: skip
            return


def _housed(claim: Claim) -> Iterator[tuple[Token, Token, str]]:
    """Yield (noun, place, kind) of "die Filiale in der Mühlstraße": an article, a noun, a place."""
    near = lexicon.words(claim.lang, "at")
    definite = lexicon.words(claim.lang, "definite")
    tokens = claim.tokens
    for token, kind in _located(claim):
        at = tokens.index(token)
        back = tokens[max(0, at - 4) : at]
        cut = next((i for i, t in enumerate(back) if t.text.casefold() in near), None)
        if cut is None or cut == 0 or back[cut - 1].pos != "NOUN":
            continue
        noun = back[cut - 1]
        before = tokens[tokens.index(noun) - 1] if tokens.index(noun) else None
        if before is not None and before.text.casefold() in definite:
            yield noun, token, kind


def _moved(left: Claim, right: Claim) -> Iterator[Conflict]:
    """Yield a conflict if one thing stays here in one text and moves there in the other."""
    for first, second in ((left, right), (right, left)):
        stay, go = _placed(first, "staying"), _placed(second, "moving")
        if stay is None or go is None or not first.subject or first.polarity != second.polarity:
            continue
        subject = first.subject.casefold()
        if subject != second.subject.casefold() or base(stay) == base(go):
            continue
        one, two = (stay, go) if first is left else (go, stay)
        yield Conflict(
            sides=(_reading(left, one), _reading(right, two)),
            reckoning=(
                say(f"beide sprechen von: {first.subject}", f"both speak of: {first.subject}"),
                say(f"einmal bleibt es in {stay.text}, einmal zieht es nach {go.text}",
                    f"once it stays in {stay.text}, once it moves to {go.text}"),
            ),
            slots=(("left", plain(one.text)), ("right", plain(two.text))),
            certainty="soft",
            about=f"moved:{subject}",
            values=(base(one), base(two)),
        )  # fmt: skip
        return


def _placed(claim: Claim, verbs: str) -> Token | None:
    """Return the place name after a preposition in a claim that says stay or move, or None."""
    if claim.verb.casefold() not in lexicon.words(claim.lang, verbs):
        return None
    before = lexicon.words(claim.lang, verbs + "_at")
    times = [(m.start, m.end) for m in claim.moments]
    for token, following in pairwise(claim.tokens):
        if token.text.casefold() not in before or not following.text[:1].isupper():
            continue
        if any(start <= following.start < end for start, end in times):
            continue
        if following.pos in {"NOUN", "PROPN"} and base(following) not in _NOWHERE:
            return following
    return None


def _stem(token: Token) -> str:
    """Return an adjective without its ending ("nördlichen" -> "nördlich")."""
    text = token.text.casefold()
    for ending in ("en", "er", "es", "em", "e"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


def _opposed(way: int, against: int, lang: str) -> bool:
    """Return whether two groups stand next to each other as opposites in the lexicon."""
    return way // 2 == against // 2


def _also(claim: Claim, way: int) -> set[str]:
    return {noun for noun, (_, group) in _directed(claim) if group == way}


def _squares(left: Claim, right: Claim, settings: Settings) -> Iterator[Conflict]:
    """Yield a conflict if one happening, at one stage, is put at two named places of one kind."""
    if stage(left) != stage(right):
        return
    mine, theirs = list(_located(left)), list(_located(right))
    if len(mine) != 1 or len(theirs) != 1:
        return
    (token, kind), (other, other_kind) = mine[0], theirs[0]
    alike = words_alike(base(token), left.lang, base(other), right.lang) or 0.0
    if kind != other_kind or related(base(token), base(other)) or alike >= UNDER:
        return
    first = carriers(left) - {base(token)}
    second = carriers(right) - {base(other)}
    common = overlap(first, second, left.lang)
    fewer = min(len(first), len(second))
    enough = len(common) >= (1 if stage(left) else 2)
    needed = settings.shared / 2 if stage(left) else settings.shared
    if not enough or Decimal(len(common)) / fewer < needed:
        return
    what = ", ".join(sorted(common)[:4])
    yield Conflict(
        sides=(_reading(left, token), _reading(right, other)),
        reckoning=(
            say(f"beide sprechen von: {what}", f"both speak of: {what}"),
            say(
                f"einmal „{token.text}“, einmal „{other.text}“",
                f'once "{token.text}", once "{other.text}"',
            ),
        ),
        slots=(("left", plain(token.text)), ("right", plain(other.text))),
        about=f"place:{kind}",
        values=(base(token), base(other)),
    )


@once
def stage(claim: Claim) -> str:
    """Return whether a claim tells of the opening or the close of something, or empty."""
    words = {t.text.casefold() for t in claim.tokens} | {base(t) for t in claim.tokens}
    if words & lexicon.words(claim.lang, "closing"):
        return "closing"
    return "opening" if words & lexicon.words(claim.lang, "opening") else ""


@each_once
def _located(claim: Claim) -> Iterator[tuple[Token, str]]:
    """Yield words that name a place after a preposition of place, with the kind of place."""
    near = lexicon.words(claim.lang, "at")
    for i, token in enumerate(claim.tokens):
        if token.pos not in {"NOUN", "PROPN"} or not token.text[:1].isupper():
            continue
        kind = place_kind(token.text.casefold(), base(token), claim.lang)
        before = {t.text.casefold() for t in claim.tokens[max(0, i - 3) : i]}
        if kind and before & near:
            yield token, kind


def place_kind(word: str, lemma: str, lang: str) -> str:
    """Return the end that makes a word the name of a place ("markt" in "Holzmarkt"), or empty."""
    ends, sizes = _ends(lang)
    found = [
        ends[form[-size:]]
        for form in (word, lemma)
        for size in sizes
        if len(form) >= size + _BEFORE and form[-size:] in ends
    ]
    return lexicon.phrases(lang, "places")[min(found)] if found else ""


@cache
def _ends(lang: str) -> tuple[Mapping[str, int], tuple[int, ...]]:
    """Return end -> its number in the list, and the lengths of ends."""
    numbers: dict[str, int] = {}
    for number, end in enumerate(lexicon.phrases(lang, "places")):
        numbers.setdefault(end.casefold(), number)
    return numbers, tuple(sorted({len(end) for end in numbers}))


def _reading(claim: Claim, token: Token | Name) -> Reading:
    return Reading(claim=claim, reads=plain(token.text), marks=((token.start, token.end),))


COMPARER: Final = Comparer(
    name="place", settings=Settings, slots=("left", "right"), pair=compare, texts=texts
)
