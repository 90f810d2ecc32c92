"""Whether two figures of one noun are of one whole, and not of a part, a sum or a longer time.

"Allein dem Finanzamt schuldet der Club 900.000 Euro" does not contradict "4,7 Millionen Euro
Schulden", nor do this winter's eleven dead contradict this avalanche's three.

Floor 3 (compare).
"""

from __future__ import annotations

from checker.compare import _measure_words as lexicon
from checker.compare._words import say
from checker.model import Claim, Figure, Kind, Phrase

#: Words to either side of a figure that count as beside it.
_BESIDE = 3
#: How a figure is marked that was added up from its items.
SUM = "sum"
#: Words of a phrase that names an owner ("of Northgrid").
_LEAST = 2
#: Counts for which "weitere" adds to another count ("ein Toter, zwölf weitere Verletzte").
_RELATIVE = {"injured", "missing", "arrested", "dead", "rescued"}
_PART = say(
    "die eine Angabe ist nur ein Teil der anderen", "one figure is only a part of the other"
)
_EACH = say("nur eine der Angaben gilt je Stück", "only one of the figures is for each one")
_MORE = say("nur eine der Angaben kommt zu anderen hinzu", "only one figure adds to others")
_SUM = say("die eine Angabe ist eine Summe, die andere ein Posten",
           "one figure is a sum, the other an item")  # fmt: skip
_LONGER = say("die eine Angabe zählt über längere Zeit oder ein größeres Gebiet",
              "one figure counts over a longer time or a wider area")  # fmt: skip
_SIDES = say("die eine Angabe zählt die dafür, die andere die dagegen",
             "one figure counts those in favour, the other those against")  # fmt: skip
_OWNERS = say(
    "das Gezählte gehört zu verschiedenen Namen", "what is counted belongs to other names"
)
_BODY = say("die eine Angabe ist die Größe der Gruppe, die andere ein Teil von ihr",
            "one figure is the size of the group, the other a part of it")  # fmt: skip


def scopes_differ(left: Claim, one: Figure, right: Claim, other: Figure) -> Phrase | None:
    """Return why two figures of one thing are of different wholes, None if nothing says so."""
    if SUM in {one.written, other.written}:
        return None
    if each(left) != each(right) and one.kind is not Kind.PERCENT:
        return _EACH
    if one.kind is Kind.COUNT and opposed(left, one) != opposed(right, other):
        return _SIDES
    if owned_apart(left, one, right) or owned_apart(right, other, left):
        return _OWNERS
    if one.of.concept not in _RELATIVE and more(left, one) != more(right, other):
        return _MORE
    if added(left, one) or added(right, other):
        return _MORE
    (small, part), (large, whole) = sorted(
        ((one, left), (other, right)), key=lambda side: side[0].soft.low
    )
    if small.hard.low > large.hard.high or small.soft.low == large.soft.low:
        return None
    named = small.of.part_of and small.of.noun == large.of.noun  # "darunter fünf Kinder": the five
    if is_part(part, small) and not is_part(whole, large) and not named:
        return _PART
    if body(whole, large) and not body(part, small):
        return _BODY
    if sums_up(whole) and not sums_up(part) and _listed(part, small):
        return _SUM
    if small.kind is Kind.COUNT and runs_on(whole, large) and not runs_on(part, small):
        return _LONGER
    return None


def opposed(claim: Claim, figure: Figure) -> bool:
    """Return whether a count is of those against something ("18 dagegen")."""
    words = lexicon.words(claim.lang, "against")
    behind = [t for t in claim.tokens if t.start >= figure.end][: _BESIDE + 1]
    return any(t.text.casefold() in words for t in behind)


def owned_apart(claim: Claim, figure: Figure, other: Claim) -> bool:
    """Return whether what is counted belongs to a name the other claim, naming others, lacks.

    "2.1 million customers of Northgrid" are not those that Brightmere lost.
    """
    if figure.of.end < 0 or not other.names:
        return False
    behind = [t for t in claim.tokens if t.start >= figure.of.end][:3]
    if len(behind) < _LEAST or behind[0].text.casefold() not in lexicon.words(
        claim.lang, "owned_by"
    ):
        return False
    named = {"PROPN"} if claim.lang == "de" else {"PROPN", "NOUN"}
    owner = next((t for t in behind[1:] if t.pos in named and t.text[:1].isupper()), None)
    return owner is not None and owner.text.casefold() not in lexicon.folded(other.quote)


def is_part(claim: Claim, figure: Figure) -> bool:
    """Return whether the words around a figure make it a part ("allein am Samstag 40").

    The word may follow: "auf vier Millionen beziffert der Betreiber allein die Schäden am Gleis".
    """
    if lexicon.stands(_before(claim, figure), claim.lang, "parts"):
        return True
    behind = [t for t in claim.tokens if t.start >= figure.end]
    stop = next((i for i, t in enumerate(behind) if t.pos == "PUNCT"), len(behind))
    return any(t.text.casefold() in lexicon.words(claim.lang, "alone") for t in behind[:stop])


def each(claim: Claim) -> bool:
    """Return whether a claim shares its figures out ("je 500 Euro")."""
    words = lexicon.folded(claim.quote)
    sharing, periods = lexicon.words(claim.lang, "each"), lexicon.words(claim.lang, "periods")
    following = (*words[1:], "")
    return any(
        w in sharing and after not in periods for w, after in zip(words, following, strict=True)
    )


def more(claim: Claim, figure: Figure) -> bool:
    """Return whether words beside a figure add it to another one ("vier weitere")."""
    words = lexicon.words(claim.lang, "more")
    before = [t for t in claim.tokens if t.end <= figure.start][-_BESIDE:]
    behind = [t for t in claim.tokens if t.start >= figure.end][:_BESIDE]
    inside = [t for t in claim.tokens if figure.start <= t.start < figure.end]
    return any(t.text.casefold() in words for t in (*before, *inside, *behind))


def added(claim: Claim, figure: Figure) -> bool:
    """Return whether a figure is added to a larger count of its claim ("two more, so five")."""
    return more(claim, figure) and any(
        f.kind is figure.kind and f.unit == figure.unit and f.soft.low > figure.soft.low
        for f in claim.figures
    )


def body(claim: Claim, figure: Figure) -> bool:
    """Return whether a figure is the size of a body ("der 44-köpfige Rat")."""
    ends = lexicon.words(claim.lang, "bodies")
    words = claim.quote[figure.start - claim.start :].split()[:1]
    return any("-" in w and w.rsplit("-", 1)[-1].strip(".,;:").casefold() in ends for w in words)


def runs_on(claim: Claim, figure: Figure) -> bool:
    """Return whether a count runs over a season, years, or a whole land."""
    lang = claim.lang
    if lexicon.stands(claim.quote, lang, "land"):
        return True
    if lexicon.stands(claim.quote, lang, "since") and figure.hard.is_point:
        return True
    if figure.of.concept not in _RELATIVE and not lexicon.stands(claim.quote, lang, "running"):
        return False  # "in diesem Jahr kamen 800 Gäste" may well be those of the event
    spans = lexicon.words(lang, "span")
    words = lexicon.folded(claim.quote)
    starts = lexicon.words(lang, "span_before")
    return any(
        w in spans and any(" ".join(words[max(0, i - n) : i]) in starts for n in (1, 2, 3))
        for i, w in enumerate(words)
    )


def sums_up(claim: Claim) -> bool:
    """Return whether a claim sums up ("zusammen")."""
    return lexicon.stands(claim.quote, claim.lang, "total")


def _listed(claim: Claim, figure: Figure) -> bool:
    """Return whether a claim lists several figures of the kind, so that each is an item."""
    return sum(f.kind is figure.kind and f.unit == figure.unit for f in claim.figures) > 1


def _before(claim: Claim, figure: Figure) -> str:
    """Return the words between the last comma or stop before a figure and the figure."""
    stops = [t.end for t in claim.tokens if t.pos == "PUNCT" and t.end <= figure.start]
    return claim.quote[max(stops, default=claim.start) - claim.start : figure.start - claim.start]
