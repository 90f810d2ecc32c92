"""Evidence that two figures are of one measure though their words differ.

"380.000 Euro will die Stadt sparen" and "3,8 Millionen Euro verspricht sich die Stadt an
Ersparnis" share no noun: verb and noun are of one family.  What governs a figure binds it
more surely than the noun that happens to stand nearest.

Floor 3 (compare).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import product

from checker.compare import _measure_words as lexicon
from checker.model import Claim, Figure, Kind, Pair, Token

_HEADS = {"NOUN", "VERB", "ADJ"}
#: Kinds of which near-equal digits are no accident.
_PRINTED = {Kind.MONEY, Kind.DISTANCE, Kind.MASS, Kind.AREA, Kind.VOLUME, Kind.COUNT}
#: Endings of English words that a tagger may have left in place ("crested").
_ENDINGS = ("s", "d", "ed", "ing")
#: Digits from which the same ones in another order are a slip of the pen.
_DIGITS = 2


def governed_alike(pair: Pair, left: Figure, right: Figure) -> bool:
    """Return whether words of one family stand in the clauses of both figures."""
    if pair.left.lang != pair.right.lang:
        return False
    lang = pair.left.lang
    known = lexicon.families(lang, "amounts")
    first, second = (
        {w: known[w] for w in heads(claim, figure) if w in known}
        for claim, figure in ((pair.left, left), (pair.right, right))
    )
    return any(a & b for a, b in product(first.values(), second.values()))


def heads(claim: Claim, figure: Figure) -> frozenset[str]:
    """Return the base forms of nouns, verbs and adjectives in a figure's clause."""
    low, high = clause(claim, figure)
    near = {
        word
        for t in claim.tokens
        if low <= t.start < high and t.pos in _HEADS
        if not figure.start <= t.start < figure.end
        for word in _forms(t, claim.lang)
    }
    own = {figure.of.verb.casefold(), figure.of.noun.casefold()} - {""}
    return frozenset(near | own)


def clause(claim: Claim, figure: Figure) -> tuple[int, int]:
    """Return the span between the punctuation before and after a figure."""
    stops = [t for t in claim.tokens if t.pos == "PUNCT"]
    low = max((t.end for t in stops if t.end <= figure.start), default=claim.start)
    high = min((t.start for t in stops if t.start >= figure.end), default=claim.end)
    return low, high


def _forms(token: Token, lang: str) -> tuple[str, ...]:
    """Return a token's base form and its own; of English also what its ending leaves."""
    lemma, text = (token.lemma or token.text).casefold(), token.text.casefold()
    if lang != "en":
        return (lemma, text)
    return (lemma, text, *(text.removesuffix(e) for e in _ENDINGS if text.endswith(e)))


def kin_nouns(first: str, second: str, lang: str) -> bool:
    """Return whether two counted nouns are of one family ("Punkt", "Zähler")."""
    return bool(first and second) and lexicon.kin(first, second, lang)


def both_folk(first: str, second: str, lang: str) -> bool:
    """Return whether two nouns say no more than that people are counted."""
    folk = lexicon.words(lang, "folk")
    return first.casefold() in folk and second.casefold() in folk


def transposed(left: Figure, right: Figure) -> bool:
    """Return whether two figures have the same digits in another order (4,82 and 5,28)."""
    one, other = _printed(left), _printed(right)
    if one is None or other is None or one == other:
        return False
    first, second = digits(one), digits(other)
    return len(first) >= _DIGITS and Counter(first) == Counter(second) and first != second


def shifted(left: Figure, right: Figure) -> bool:
    """Return whether two figures have the same digits with the point elsewhere."""
    one, other = _printed(left), _printed(right)
    if one is None or other is None or one == other:
        return False
    first, second = digits(one), digits(other)
    return len(first) >= _DIGITS and first == second


def digits(value: Decimal) -> tuple[int, ...]:
    """Return the digits of a value without leading and trailing zeros."""
    return value.normalize().as_tuple().digits


def _printed(figure: Figure) -> Decimal | None:
    """Return the value a figure prints, None if it prints none or is no measure."""
    if figure.kind not in _PRINTED or not figure.soft.low.is_finite():
        return None
    point = figure.hard if figure.hard.is_point else figure.soft
    middle = (point.low + point.high) / 2
    return middle if middle > 0 and middle.is_finite() else None


def scale(claim: Claim, figure: Figure) -> str:
    """Return the noun of a level whose number follows it ("Warnstufe drei"), empty if none."""
    if figure.kind is not Kind.COUNT:
        return ""
    before = [t for t in claim.tokens if t.end <= figure.start][-1:]
    if not before or before[0].pos not in {"NOUN", "PROPN"}:
        return ""
    noun = (before[0].lemma or before[0].text).casefold()
    ends = tuple(lexicon.words(claim.lang, "scales"))
    return noun if noun.endswith(ends) else ""


def paired(figure: Figure, others: tuple[Figure, ...], tokens: tuple[Token, ...]) -> Figure:
    """Return a count with the noun of the one it is set against ("23 zu 18 Stimmen")."""
    if figure.kind is not Kind.COUNT or figure.of.noun:
        return figure
    later = next((f for f in others if f.start >= figure.end), None)
    if later is None or later.kind is not Kind.COUNT or not later.of.noun:
        return figure
    between = [t.text.casefold() for t in tokens if figure.end <= t.start < later.start]
    if len(between) != 1 or between[0] not in {"zu", "to", "gegen", "against", "-", "–"}:
        return figure
    return replace(figure, of=later.of)
