"""Which deed a place in a claim belongs to, and whether two deeds are one.

Floor 3 (compare).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.compare import _lexicon as lexicon
from checker.compare._acts import empty, families, named_by, parts, whole
from checker.compare._content import EMPTY, base
from checker.compare._stems import related
from checker.language.meanings import meanings
from checker.language.once import once
from checker.model import Claim, Token

_PREDICATES: Final = frozenset({"VERB", "ADJ"})
#: Letters from which a noun may be the deed of a verb ("premiere", "premiered").
_LONG: Final = 5


@once
def named_deeds(claim: Claim) -> tuple[Token, ...]:
    """Return the words that may name a deed: verbs, and nouns of a known family."""
    nouns = families(claim.lang, "nouns")
    named = [(n.start, n.end) for n in claim.names]
    return tuple(
        t
        for t in claim.tokens
        if len(t.text) > 2
        and not any(a <= t.start < b for a, b in named)
        and (
            (t.pos == "VERB" and base(t) not in EMPTY)
            or (t.pos in {"NOUN", "ADJ"} and _participle(t, claim.lang))
            or (t.pos == "NOUN" and bool(named_by(base(t), nouns, claim.lang)))
        )
    )


def _participle(token: Token, lang: str) -> bool:
    """Return whether an English word a tagger took for another may be a past form."""
    return lang == "en" and token.text.islower() and token.text.endswith("ed")


def deed_at(claim: Claim, start: int) -> Token | None:
    """Return the word that names the deed a time or a figure belongs to, None if no word does.

    English puts it behind the verb of its part, a German verb may come last in the part.  Where
    the verb is an empty one, the noun of a deed says what takes place, in a relative clause the
    last noun before it.
    """
    known = named_deeds(claim)
    part = next((p for p in parts(claim) if p[0].start <= start < p[-1].end), ())
    inside = [t for t in known if part and part[0].start <= t.start < part[-1].end]
    if claim.lang != "de":
        return _before(inside, start) or _nearest(inside, start) or _before(known, start)
    verbs = [t for t in inside if t.pos == "VERB"]
    if verbs and whole(verbs[-1], claim.tokens, "de") not in empty("de"):
        return verbs[-1]
    nouns = [t for t in inside if t.pos == "NOUN"]
    if not nouns and part and part[0].pos == "PRON":
        nouns = [t for t in known if t.pos == "NOUN" and t.end <= part[0].start]
    named = nouns or verbs
    return named[-1] if named else _before(known, start)


def _before(tokens: Sequence[Token], start: int) -> Token | None:
    return next((t for t in reversed(tokens) if t.end <= start), None)


def _nearest(tokens: Sequence[Token], start: int) -> Token | None:
    return min(tokens, key=lambda t: (abs(t.start - start), t.start), default=None)


def family(claim: Claim, token: Token | None) -> str:
    """Return the key of the family of deeds a word names, empty if it stands in none."""
    if token is None:
        return ""
    if token.pos == "NOUN":
        return named_by(base(token), families(claim.lang, "nouns"), claim.lang)
    known = families(claim.lang, "verbs")
    forms = (whole(token, claim.tokens, claim.lang), base(token), token.text.casefold())
    return next((known[f] for f in forms if f in known), "")


def one_deed(left: Claim, one: Token | None, right: Claim, other: Token | None) -> bool:
    """Return whether two words name one deed: one word, a family, a meaning, or kindred deeds.

    Of one event, what "aired" first also "premiered"; across two that would join too much.
    """
    if one is None or other is None or left.lang != right.lang:
        return False
    lang = left.lang
    mine, theirs = family(left, one), family(right, other)
    if mine and mine == theirs:
        return True
    return any(_one_word(a, b, lang) for a in _forms(left, one) for b in _forms(right, other))


def _forms(claim: Claim, token: Token) -> tuple[str, ...]:
    """Return a deed's base form; of an English past form taken for a noun also its verb's."""
    word = whole(token, claim.tokens, claim.lang)
    if claim.lang != "en" or token.pos == "VERB" or not word.endswith("ed"):
        return (word,)
    return (word, word[:-1], word[:-2])


def _one_word(a: str, b: str, lang: str) -> bool:
    if a == b or lexicon.alike(a, b, lang):
        return True
    if min(len(a), len(b)) >= _LONG and related(a, b):
        return True
    known = lexicon.groups(lang, "kindred_deeds")
    if known.get(a, frozenset()) & known.get(b, frozenset()):
        return True
    return bool(meanings(a, lang) & meanings(b, lang))
