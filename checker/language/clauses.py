"""Cut a tagged sentence into clauses and read verb, mood and a likely subject of each.

There is no parser behind this: commas, conjunctions and verb forms tell where clauses begin.
A subject found this way is a hint (two thirds to three quarters are right), never a fact.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from checker.language.clause_cuts import ENGLISH_OPENERS, is_finite, saying_verbs, segments
from checker.language.phrases import Phrase, noun_phrases
from checker.model import Token

_PARTICIPLE: Final = frozenset({"VVPP", "VAPP", "VMPP", "VVN", "VBN", "VDN", "VHN"})
_INFINITIVE: Final = frozenset({
    "VVINF", "VVIZU", "VAINF", "VMINF", "VVI", "VBI", "VDI", "VHI", "VVG",
})  # fmt: skip
_JOINING: Final = frozenset({"und", "oder", "aber", "sondern", "sowie", "and", "or", "but"})
_RELATIVE: Final = frozenset({"PRELS", "PRELAT"})
_ASKING: Final = frozenset({"PWS", "PWAV", "PWAT"})
_RELATIVE_EN: Final = frozenset({"who", "which", "whom", "whose", "where"})
_D_WORDS: Final = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})
_AFTER_RELATIVE: Final = frozenset({"PRON", "ADP", "ADV", "DET", "PROPN", "PART", "AUX"})
_UNITS: Final = frozenset({
    "meter", "kilometer", "zentimeter", "millimeter", "prozent", "euro", "dollar", "grad", "kilo",
    "kilogramm", "gramm", "tonne", "liter", "jahr", "monat", "woche", "tag", "stunde", "minute",
    "sekunde", "uhr", "metre", "mile", "percent", "year", "month", "week", "day", "hour", "pound",
})  # fmt: skip
_PLURALS: Final = frozenset({"sind", "are", "were", "have", "seid"})
_SUBJUNCTIVE: Final = {
    "sei": "first", "seien": "first", "seiest": "first", "habe": "first", "werde": "first",
    "könne": "first", "müsse": "first", "solle": "first", "wolle": "first", "dürfe": "first",
    "möge": "first", "wisse": "first", "hätte": "second", "hätten": "second",
    "wäre": "second", "wären": "second", "würde": "second", "würden": "second",
    "könnte": "second", "könnten": "second", "müsste": "second", "müssten": "second",
    "dürfte": "second", "dürften": "second", "sollte": "second", "sollten": "second",
    "wollte": "past", "wollten": "past",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause; `first` and `last` are token indices, half open.

    Attributes:
        first: Index of its first token.
        last: One past its last token.
        kind: main, sub, relative, infinitive, or fragment (no verb of its own).
        opener: Lower-case conjunction or relative word, empty if none.
        finite: Index of the finite verb, -1 if none.
        main_verb: Index of the verb that carries the meaning, -1 if none.
        verb: Its base form, a separated prefix put back ("zurückweisen").
        mood: first (Konjunktiv I), second (Konjunktiv II), or empty.
        passive: Whether the clause is passive.
        subject: Likely subject, None if none was found in the clause.
    """

    first: int
    last: int
    kind: str
    opener: str = ""
    finite: int = -1
    main_verb: int = -1
    verb: str = ""
    mood: str = ""
    passive: bool = False
    subject: Phrase | None = None


def clauses(
    tokens: Sequence[Token], lang: str, *, phrases: Sequence[Phrase] | None = None
) -> tuple[Clause, ...]:
    """Return the clauses of one sentence, in order, without gaps.

    Args:
        tokens: The sentence.
        lang: Its language.
        phrases: Its noun phrases, if the caller has them.
    """
    pieces = segments(tokens, lang)
    phrases = noun_phrases(tokens, lang) if phrases is None else phrases
    found: list[Clause] = []
    for a, b in pieces:
        clause = _read(tokens, a, b, phrases, lang)
        if found:
            clause = _coordinated(tokens, clause, found[-1], lang)
            if lang == "de":
                _resume(tokens, clause, found)
            clause = _with_subject(tokens, clause, found, phrases)
        found.append(clause)
    return tuple(found)


def _coordinated(tokens: Sequence[Token], clause: Clause, before: Clause, lang: str) -> Clause:
    """Return the clause as a second subordinate one ("dass A war und B sei")."""
    joined = (
        clause.kind == "main"
        and before.kind in {"sub", "relative"}
        and tokens[clause.first].pos == "CCONJ"
        and tokens[clause.first].text.lower() in _JOINING
        and clause.finite > clause.first
    )
    if lang == "en":
        leans = clause.finite == clause.first + 1
    else:
        leans = all(t.pos == "PUNCT" for t in tokens[clause.finite + 1 : clause.last])
    if joined and leans:
        return replace(clause, kind=before.kind, opener=before.opener)
    return clause


def _with_subject(
    tokens: Sequence[Token], clause: Clause, found: list[Clause], phrases: Sequence[Phrase]
) -> Clause:
    """Return the clause with the subject that an apposition parts from it.

    "The operator, Vale Rail, has closed the line": the verb opens its stretch, and only
    fragments stand before it.
    """
    words = [i for i in range(clause.first, clause.last) if tokens[i].pos not in {"PUNCT", "ADV"}]
    if clause.kind != "main" or not words or words[0] != clause.finite:
        return clause
    first = clause.first
    for earlier in reversed(found):
        if earlier.kind not in {"fragment", "relative"}:
            break
        first = earlier.first
    if first == clause.first:
        return clause
    while tokens[first].pos == "PUNCT":
        first += 1
    fit = (p for p in phrases if p.first == first and p.last <= clause.first)
    subject = next((p for p in fit if p.preposition < 0 and p.case in {"", "nominative"}), None)
    return replace(clause, subject=subject) if subject else clause


def _resume(tokens: Sequence[Token], clause: Clause, found: list[Clause]) -> None:
    """Give a verb that an insertion cut off to its clause ("Es sei, so X, gebaut worden")."""
    if clause.kind != "fragment":
        return
    if clause.main_verb < 0:
        _return_prefix(tokens, clause, found)
        return
    for at in range(len(found) - 1, -1, -1):
        earlier = found[at]
        waiting = earlier.main_verb == earlier.finite >= 0
        if earlier.kind in {"main", "sub"} and waiting and tokens[earlier.finite].pos == "AUX":
            forms = {tokens[i].text.lower() for i in range(clause.first, clause.last)}
            found[at] = replace(
                earlier,
                main_verb=clause.main_verb,
                verb=clause.verb,
                passive=clause.passive
                or (tokens[clause.main_verb].tag == "VVPP" and "worden" in forms)
                or (
                    tokens[clause.main_verb].tag == "VVPP"
                    and tokens[earlier.finite].lemma == "werden"
                ),
            )
            break
        if earlier.kind == "main":
            break


def _return_prefix(tokens: Sequence[Token], clause: Clause, found: list[Clause]) -> None:
    """Give a separated prefix to its verb across an insertion ("kündigte er (heute) an")."""
    words = [i for i in range(clause.first, clause.last) if tokens[i].pos != "PUNCT"]
    if not words or tokens[words[-1]].tag != "PTKVZ":
        return
    for at in range(len(found) - 1, -1, -1):
        earlier = found[at]
        if earlier.finite >= 0:
            whole = earlier.verb == tokens[earlier.finite].lemma.lower()
            if earlier.kind == "main" and earlier.main_verb == earlier.finite and whole:
                prefix = tokens[words[-1]].text.lower()
                found[at] = replace(earlier, verb=prefix + earlier.verb)
            return


def _read(tokens: Sequence[Token], a: int, b: int, phrases: Sequence[Phrase], lang: str) -> Clause:
    words = [i for i in range(a, b) if tokens[i].pos != "PUNCT"]
    finite = next((i for i in words if is_finite(tokens[i])), -1)
    if finite < 0:
        look = _disguised if lang == "de" else _disguised_english
        finite = look(tokens, a, words)
    opener, kind = _kind(tokens, words, finite, lang)
    if kind in {"sub", "relative"} and lang == "de":
        finite = next((i for i in reversed(words) if is_finite(tokens[i])), finite)
    main = _main_verb(tokens, words, finite)
    passive = _passive(tokens, words, finite, main)
    inside = [p for p in phrases if a <= p.first and p.last <= b]
    return Clause(
        first=a,
        last=b,
        kind=kind,
        opener=opener,
        finite=finite,
        main_verb=main,
        verb=_lemma(tokens, words, main, lang),
        mood=_mood(tokens, words, finite) if lang == "de" else _unreal(tokens, finite),
        passive=passive,
        subject=_subject(tokens, inside, finite, kind, a),
    )


def _disguised(tokens: Sequence[Token], a: int, words: list[int]) -> int:
    """Return the finite verb that looks like an infinitive ("die ihn erreichen"), or -1.

    Only where nothing else can be: at the end of a subordinate clause without "zu", or of a
    headline that has no other verb ("Putin und Trump telefonieren").
    """
    if not words or any(tokens[i].tag in {"PTKZU", "VVIZU"} for i in words):
        return -1
    first, last = tokens[words[0]], tokens[words[-1]]
    if last.tag not in {"VVINF", "VAINF", "VMINF"}:
        return -1
    at = words[1] if first.pos == "ADP" and len(words) > 1 else words[0]
    opens = first.tag == "KOUS" or tokens[at].tag in _RELATIVE | _ASKING
    alone = a == 0 and first.pos in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}
    headline = alone and not any(is_finite(t) for t in tokens)
    return words[-1] if opens or headline else -1


def _disguised_english(tokens: Sequence[Token], a: int, words: list[int]) -> int:
    """Return the past tense that looks like a participle ("Rescuers worked for hours"), or -1."""
    for i in words[1:]:
        if tokens[i].tag == "VVN":
            names = tokens[i - 1].pos in {"NOUN", "PROPN", "PRON"}
            return i if names and (a == 0 or tokens[i].lemma.lower() in saying_verbs()) else -1
        if tokens[i].pos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON", "PART"}:
            return -1
    return -1


def _kind(tokens: Sequence[Token], words: list[int], finite: int, lang: str) -> tuple[str, str]:
    """Return the opening word and the kind of a clause."""
    lead = [i for i in words if tokens[i].pos != "CCONJ" or tokens[i].tag == "KOKOM"][:4]
    while lead and tokens[lead[0]].pos == "ADV" and tokens[lead[0]].tag not in {"PWAV", "AVQ"}:
        if len(lead) < 2 or tokens[lead[1]].pos != "SCONJ":
            break
        lead = lead[1:]
    if finite < 0:
        to = any(tokens[i].tag in {"PTKZU", "VVIZU", "TO0"} for i in words)
        opener = tokens[lead[0]].text.lower() if lead and tokens[lead[0]].pos == "SCONJ" else ""
        return opener, "infinitive" if to else "fragment"
    if not lead:
        return "", "main"
    first = tokens[lead[0]]
    low = first.text.lower()
    if lang == "en":
        if low in _RELATIVE_EN and words[0] > 0:
            return low, "relative"
        if first.pos == "SCONJ" or low in {"that", "whether", "if"} | ENGLISH_OPENERS:
            return low, "sub"
        if first.tag == "VVG" and words[0] > 0:
            return "", "sub"  # ", arguing that pay has fallen"
        return "", "main"
    if first.pos == "SCONJ" or low in {"dass", "daß", "ob", "weil", "wenn", "falls", "nachdem"}:
        return low, "sub"
    behind_comma = words[0] > 0 and tokens[words[0] - 1].text == ","
    last = is_finite(tokens[words[-1]])
    if low in {"wie", "als"} and lead[0] != finite and (behind_comma or last):
        return low, "sub"
    if low == "je" and last:
        return low, "sub"  # "Je länger sie wartet, desto …"
    second = tokens[lead[1]].text.lower() if len(lead) > 1 else ""
    if first.pos in {"ADP", "SCONJ"} and second == "dass":
        return second, "sub"  # "ohne dass"
    at = lead[1] if first.pos == "ADP" and len(lead) > 1 else lead[0]
    closed = _closed(tokens, words, at, finite)
    if tokens[at].tag in _RELATIVE or closed or _like_relative(tokens, words, at, finite):
        return tokens[at].text.lower(), "relative"
    asks = tokens[at].tag in _ASKING and finite > at + 1
    if asks and (behind_comma or last):
        return tokens[at].text.lower(), "sub"
    return "", "main"


def _closed(tokens: Sequence[Token], words: list[int], at: int, finite: int) -> bool:
    """Return whether a d-word opens a clause whose verb comes last behind two phrases.

    A German main clause has one phrase before its verb: ", in dem Prüfer Risse fanden" has two.
    """
    if words[0] == 0 or tokens[words[0] - 1].text != "," or finite != words[-1]:
        return False
    if tokens[at].text not in _D_WORDS:
        return False
    heads = [i for i in words if i > at and tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    apart = [i for i, j in pairwise(heads) if j > i + 1]
    return bool(apart) and tokens[finite].tag[-3:] == "FIN"


def _like_relative(tokens: Sequence[Token], words: list[int], at: int, finite: int) -> bool:
    """Return whether a d-word after a comma must be a relative pronoun: no noun can follow it."""
    return (
        words[0] > 0
        and tokens[words[0] - 1].text == ","
        and tokens[at].text in _D_WORDS
        and at + 1 < len(tokens)
        and tokens[at + 1].pos in _AFTER_RELATIVE
        and finite > at + 1
        and finite >= words[-1] - 1
    )


def _main_verb(tokens: Sequence[Token], words: list[int], finite: int) -> int:
    """Return the verb that carries the meaning: the last full verb of the clause."""
    if finite >= 0 and tokens[finite].pos == "VERB":
        caused = tokens[finite].lemma == "lassen" and tokens[words[-1]].tag == "VVINF"
        return words[-1] if caused else finite
    if finite >= 0 and tokens[finite].tag in {"VMFIN", "VM0"}:
        copula = [i for i in words if tokens[i].tag in {"VAINF", "VBI", "VHI"}]
        finite = copula[-1] if copula else finite
    forms = _PARTICIPLE | _INFINITIVE
    full = [i for i in words if tokens[i].tag in forms and tokens[i].pos == "VERB"]
    if full:
        behind = [i for i in full if i > finite]
        return (
            (behind or full)[-1] if tokens[finite].tag[:2] in {"VA", "VM"} else (behind or full)[0]
        )
    return finite


def _passive(tokens: Sequence[Token], words: list[int], finite: int, main: int) -> bool:
    if main < 0 or tokens[main].tag not in {"VVPP", "VVN"}:
        return False
    helpers = {tokens[i].lemma.lower() for i in words if tokens[i].pos == "AUX"}
    forms = {tokens[i].text.lower() for i in words if tokens[i].pos == "AUX"}
    german = "werden" in helpers or "worden" in forms
    return german or "be" in helpers


def _lemma(tokens: Sequence[Token], words: list[int], main: int, lang: str) -> str:
    if main < 0:
        return ""
    lemma = tokens[main].lemma.lower()
    if lang == "de" and is_finite(tokens[main]):
        for i in reversed(words):
            if tokens[i].tag == "PTKVZ" and i > main:
                return tokens[i].text.lower() + lemma
            if tokens[i].pos == "VERB" and i != main:
                break
    return lemma


def _mood(tokens: Sequence[Token], words: list[int], finite: int) -> str:
    """Return first or second for a subjunctive form; "ich habe" is none."""
    if finite < 0:
        return ""
    form = tokens[finite].text.lower()
    ahead = {tokens[i].text.lower() for i in words if abs(i - finite) <= 2}
    mood = _SUBJUNCTIVE.get(form, "")
    if not mood and tokens[finite].tag == "VVFIN":
        lemma = tokens[finite].lemma.lower()
        cut = 2 if lemma.endswith("en") else 1 if lemma.endswith(("ern", "eln")) else 0
        stem = lemma[:-cut] if cut else ""
        mood = "first" if stem and form == stem + "e" else ""
    return "" if mood == "past" or (mood == "first" and ahead & {"ich", "wer"}) else mood


def _unreal(tokens: Sequence[Token], finite: int) -> str:
    """Return second for "would" and its like: English has no other mood to see."""
    form = tokens[finite].text.lower() if finite >= 0 else ""
    return "second" if form in {"would", "could", "might", "'d"} else ""


def _subject(
    tokens: Sequence[Token], phrases: Sequence[Phrase], finite: int, kind: str, first: int
) -> Phrase | None:
    """Return the phrase most likely to be the subject: nominative, near the verb."""
    if finite < 0 or kind in {"infinitive", "fragment"}:
        return None
    fit = [p for p in phrases if p.preposition < 0 and p.case in {"", "nominative"}]
    fit = [p for p in fit if not _measure(tokens, p)] or fit
    sure = [p for p in fit if p.case == "nominative"]
    before = [p for p in fit if p.last <= finite]
    after = [p for p in fit if p.first > finite]
    if kind != "main":
        return next((some[0] for some in (sure, before, after) if some), None)
    front = next((p for p in before if _opens(tokens, p, first)), None)
    if front is not None and not (after and _disagrees(tokens, front, finite)):
        return sure[0] if sure and sure[0].last <= finite else front
    return next((some[0] for some in (sure, after, before) if some), None)


def _opens(tokens: Sequence[Token], phrase: Phrase, first: int) -> bool:
    """Return whether a phrase is the first thing in its clause, adverbs and marks aside."""
    return all(
        tokens[i].pos in {"PUNCT", "ADV", "CCONJ", "PART"} for i in range(first, phrase.first)
    )


def _measure(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether a phrase is a bare measure ("1800 Meter"), hardly ever a subject."""
    return (
        tokens[phrase.first].pos == "NUM"
        and tokens[phrase.head].lemma.lower() in _UNITS
        and phrase.last == phrase.head + 1
    )


def _disagrees(tokens: Sequence[Token], phrase: Phrase, finite: int) -> bool:
    """Return whether a counted plural meets a singular verb ("14 Personen nahm die Polizei")."""
    form = tokens[finite].text.lower()
    number = tokens[phrase.first]
    plural = number.pos == "NUM" and number.text.lower() not in {"1", "ein", "eine", "one"}
    return plural and not form.endswith("n") and form not in _PLURALS
