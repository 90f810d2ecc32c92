"""Read what a claim says is done about an act: pursued or dropped, accepted or refused.

"Einen Rücktritt lehnte er ab" and "trat zurück" share no verb; what they share is the act.
So a stance is a side of an opposition plus the acts it is taken to, and an act is known by its
nouns and its verbs alike.

Floor 3 (compare).  The words live in ``rules/language/*.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.compare import _lexicon as lexicon
from checker.compare._negators import negating
from checker.compare._sieve import sieve
from checker.compare._stems import related
from checker.errors import SettingsError
from checker.language.data import language_data
from checker.language.names import is_title
from checker.language.once import once
from checker.model import Claim, Token

#: Most words between the first and the last word of a pattern.
_REACH = 9
#: Letters from which the beginning of a compound may be left off ("Protest-Streik").
_TAIL = 5


@dataclass(frozen=True, slots=True)
class Stance:
    """A side taken to some acts.

    Attributes:
        key: Name of the opposition.
        side: True for the one side, False for the other.
        acts: Nouns and families of acts it is taken to.
        start: First code point of the words that show it.
        end: One past the last.
    """

    key: str
    side: bool
    acts: frozenset[str]
    start: int
    end: int


@cache
def table(lang: str) -> Mapping[str, Any]:
    """Return the opposites of a language; empty for a language without them."""
    try:
        found: Mapping[str, Any] = language_data(lang).get("opposites", {})
    except SettingsError:
        return {}
    return found


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """Return a flat list of the table as a set."""
    return frozenset(str(w).casefold() for w in table(lang).get(key, ()))


def bearer(lang: str, state: str) -> str:
    """Return what a state is said of: thing, person, or empty if of the matter as a whole."""
    return str(table(lang).get("bearers", {}).get(state, ""))


@cache
def _families(lang: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(w).casefold() for w in family) for family in table(lang).get("acts", ()))


@cache
def _sides(lang: str) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    return tuple(
        (str(entry["key"]), side == "one", tuple(pattern.casefold().split()))
        for entry in table(lang).get("stances", ())
        for side in ("one", "other")
        for pattern in entry[side]
    )


def forms(claim: Claim) -> tuple[tuple[Token, frozenset[str]], ...]:
    """Return each word with its forms: as written, base form, base form with its prefix."""
    tokens = [t for t in claim.tokens if t.pos != "PUNCT"]
    joined = with_prefix(claim)
    return tuple(
        (t, frozenset({t.text.casefold(), t.lemma.casefold(), joined.get(t.start, "")} - {""}))
        for t in tokens
    )


@once
def with_prefix(claim: Claim) -> dict[int, str]:
    """Return place of a finite verb -> its base form with the prefix left at the clause's end."""
    prefixes = words(claim.lang, "particles")
    found: dict[int, str] = {}
    tokens = claim.tokens
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        closed = behind is None or behind.pos in {"PUNCT", "CCONJ"}
        if token.text not in prefixes or not closed:
            continue
        verbs = [t for t in tokens[:at] if t.pos in {"VERB", "AUX"}]
        if verbs:
            found[verbs[-1].start] = token.text + verbs[-1].lemma.casefold()
    return found


def _span(
    pattern: tuple[str, ...], seen: tuple[tuple[Token, frozenset[str]], ...]
) -> tuple[int, int] | None:
    """Return first and last place of a pattern's words, near each other, or None."""
    places = []
    for word in pattern:
        at = [i for i, (_, known) in enumerate(seen) if _is(word, known)]
        if not at:
            return None
        places.append(at)
    chosen = [min(at, key=lambda i: abs(i - places[0][0])) for at in places]
    if len(set(chosen)) < len(chosen) or max(chosen) - min(chosen) > _REACH:
        return None
    return min(chosen), max(chosen)


def _is(word: str, known: frozenset[str]) -> bool:
    if word.endswith("*"):
        return any(k.startswith(word[:-1]) for k in known)
    return word in known


@once
def stances(claim: Claim) -> tuple[Stance, ...]:
    """Return the sides a claim takes to acts; those it takes both ways are left out."""
    seen = forms(claim)
    negators = lexicon.words(claim.lang, "negators")
    denied = bool(negating(claim))
    found: dict[tuple[str, bool], Stance] = {}
    quick = sieve(known for _, known in seen)
    for key, side, pattern in _sides(claim.lang):
        span = _span(pattern, seen) if quick.may_match(pattern) else None
        if span is None:
            continue
        own = any(word in negators for word in pattern)
        if denied and not own and not side:
            continue  # not to refuse is not to agree
        taken = {seen[i][0].start for i in range(span[0], span[1] + 1) if _hits(pattern, seen[i])}
        acts = _acts(claim, seen, taken)
        if acts:
            start, end = seen[span[0]][0].start, seen[span[1]][0].end
            reads = side and (own or not denied)
            found.setdefault((key, reads), Stance(key, reads, acts, start, end))
    if not any(k == "pursue" for k, _ in found) and claim.modality in {"fact", "plan"}:
        done = _done(claim, seen, denied=denied)
        if done is not None:
            found["pursue", done.side] = done
    return tuple(s for (key, side), s in found.items() if (key, not side) not in found)


def _hits(pattern: tuple[str, ...], word: tuple[Token, frozenset[str]]) -> bool:
    return any(_is(p, word[1]) for p in pattern)


def _acts(
    claim: Claim, seen: tuple[tuple[Token, frozenset[str]], ...], taken: set[int]
) -> frozenset[str]:
    """Return the nouns a claim holds besides subject, names, times, and families of acts."""
    idle = words(claim.lang, "idle")
    named = [(n.start, n.end) for n in claim.names if n.kind]
    passive = _subject_noun(claim)
    found: set[str] = set()
    rest = [(t, known) for t, known in seen if t.start not in taken]
    for token, _ in rest:
        lemma = token.lemma.casefold()
        if token.pos != "NOUN" or lemma in idle or lemma == passive:
            continue
        if any(start <= token.start < end for start, end in named):
            continue
        found.add(lemma)
    found |= _families_in(claim.lang, tuple(rest))
    return frozenset(found)


def _families_in(lang: str, seen: tuple[tuple[Token, frozenset[str]], ...]) -> set[str]:
    return {
        f"#{number}"
        for number, family in enumerate(_families(lang))
        if any(
            _span(tuple(word.split()), seen) is not None
            or any(
                t.pos == "NOUN" and len(word) >= _TAIL and t.lemma.casefold().endswith(word)
                for t, _ in seen
            )
            for word in family
        )
    }


def _subject_noun(claim: Claim) -> str:
    """Return the subject if it acts: what is refused in a passive is the act itself."""
    passive = any(t.lemma.casefold() in {"werden", "be"} for t in claim.tokens)
    return "" if passive else claim.subject.casefold()


def _done(
    claim: Claim, seen: tuple[tuple[Token, frozenset[str]], ...], *, denied: bool
) -> Stance | None:
    """Return that an act is done because a claim's own verb names it ("trat zurück")."""
    verbs = tuple((t, known) for t, known in seen if t.pos in {"VERB", "AUX", "ADP", "ADV", "PART"})
    for number, family in enumerate(_families(claim.lang)):
        for word in family:
            span = _span(tuple(word.split()), verbs)
            main = claim.verb.casefold()
            if span is None or (main and main not in word.split() and main != word):
                continue
            start, end = verbs[span[0]][0].start, verbs[span[1]][0].end
            return Stance("pursue", not denied, frozenset({f"#{number}"}), start, end)
    return None


def same_acts(one: frozenset[str], other: frozenset[str], lang: str) -> frozenset[str]:
    """Return the acts of one stance that the other is taken to as well."""
    families = {a for a in one if a in other and a.startswith("#")}
    nouns = {
        a
        for a in one
        for b in other
        if not a.startswith("#") and not b.startswith("#") and _same(a, b, lang)
    }
    return frozenset(families | nouns)


def _same(one: str, other: str, lang: str) -> bool:
    return one == other or related(one, other) or lexicon.alike(one, other, lang)


def agents(left: Claim, right: Claim, acts: frozenset[str] = frozenset()) -> str:
    """Return whether two claims have one who acts: same, other, or open if nobody can tell.

    An act that is its own subject ("Kündigungen sind nicht zu vermeiden") does not act.
    """
    one, two = _agent(left), _agent(right)
    one, two = ("" if one in acts else one), ("" if two in acts else two)
    if not one or not two:
        mine, theirs = ({n.key for n in c.names if n.kind == "person"} for c in (left, right))
        return "other" if mine and theirs and not mine & theirs else "open"
    if _same(one, two, left.lang):
        return "same"
    proper = [w in _words_of_names(c) for w, c in ((one, left), (two, right))]
    if all(proper):
        return "open" if {n.key for n in left.names} & {n.key for n in right.names} else "other"
    noun, lang = (two, right.lang) if proper[0] else (one, left.lang)
    # a name and an office may be one person; a name and any other noun are two parties
    return "open" if any(proper) and is_title(noun, lang) else "other"


def _agent(claim: Claim) -> str:
    subject = claim.subject.casefold()
    if not subject or subject in words(claim.lang, "pronouns"):
        return ""
    passive = any(t.lemma.casefold() in {"werden", "be"} for t in claim.tokens)
    return "" if passive else subject


def _words_of_names(claim: Claim) -> set[str]:
    return {w for n in claim.names for w in n.text.casefold().split()}


@once
def harmed(claim: Claim) -> dict[str, tuple[bool, int, int]]:
    """Return kind of harm -> (whether it befell anybody, start and end of the words)."""
    seen = forms(claim)
    quick = sieve(known for _, known in seen)
    said = quick.present
    found: dict[str, tuple[bool, int, int]] = {}
    for entry in table(claim.lang).get("harm", ()):
        for side in ("other", "one"):
            for pattern in entry[side]:
                words_of = tuple(pattern.casefold().split())
                span = _span(words_of, seen) if quick.may_match(words_of) else None
                if span is None or entry["key"] in found:
                    continue
                if side == "one" and negating(claim):
                    continue
                if side == "other" and said & words(claim.lang, "narrowing"):
                    continue
                if claim.subject.casefold() in words(claim.lang, "animals"):
                    continue
                start, end = seen[span[0]][0].start, seen[span[1]][0].end
                found[str(entry["key"])] = (side == "one", start, end)
    return found
