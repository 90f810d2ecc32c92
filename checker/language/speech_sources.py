"""Find sources named without a verb of saying: laut, zufolge, so X, according to, hieß es.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.language.phrases import Phrase, noun_phrases
from checker.language.speakers import Speaker, can_speak, ends_in, speaker
from checker.language.speech_words import QUOTES, SpeechWords, Tag, speech_words
from checker.model import Cue, Token

#: Tags of words that say whose a view is.
_OWNERS: Final = frozenset({"PPOSAT", "DPS"})
_SEX: Final = {"he": False, "she": True}


def named_source(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    lang: str,
) -> Tag | None:
    """Return the attribution by a preposition or particle; the innermost of several."""
    words = speech_words(lang)
    found: list[tuple[int, int, Speaker]] = []
    for phrase in phrases:
        if quoted[phrase.head] and quoted[max(0, phrase.first - 1)] and phrase.first > 1:
            continue
        at = _cue_of(tokens, clauses, phrase, words, lang)
        if at >= 0 and not quoted[at]:
            who = _accountable(tokens, phrase, words, lang)
            if who is not None:
                found.append((at, phrase.last, who))
    if (hearsay := _it_says(tokens, clauses, phrases, quoted, lang)) is not None:
        found.append(hearsay)
    if not found:
        return None
    chosen = next((f for f in found if f[2].kind != "medium"), found[0])
    outer = tuple(f[2].text for f in found if f is not chosen)
    outer = (*_passed_on(tokens, phrases, words, lang), *outer)
    at, _, who = chosen
    cue = Cue(tokens[at].start, tokens[at].end, tokens[at].text)
    content = tuple(k for k, c in enumerate(clauses) if c.kind == "main")
    nested = who.pronoun in _SEX and any(clauses[k].mood == "first" for k in content)
    return Tag(who, cue, "says", content or tuple(range(len(clauses))), outer, nested, token=at)


def _cue_of(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrase: Phrase,
    words: SpeechWords,
    lang: str,
) -> int:
    """Return the index of the word that makes a phrase a source, -1 if none does."""
    before = phrase.first - 1
    while before >= 0 and tokens[before].text in QUOTES:
        before -= 1
    after = phrase.last
    while after < len(tokens) and tokens[after].text in QUOTES:
        after += 1
    low = tokens[before].text.lower() if before >= 0 else ""
    if low in words.prepositions:
        return before
    if after < len(tokens) and tokens[after].text.lower() in words.postpositions:
        return after
    if lang == "en" and low == "to" and before > 0:
        if tokens[before - 1].text.lower() not in words.according:
            return -1
        return before - 1 if _can_tell(tokens, phrase, words) else -1
    head = tokens[phrase.head].lemma.lower()
    if low in words.account_prepositions and ends_in(head, words.account_nouns):
        return before
    if low in words.view_prepositions and ends_in(head, words.views):
        owned = phrase.last > phrase.head + 1 or any(
            t.tag in _OWNERS or t.pos == "PROPN" for t in tokens[phrase.first : phrase.head]
        )
        return before if owned else -1
    if after < len(tokens) and tokens[after].text.lower() in words.account_prepositions:
        owner = tokens[phrase.first]
        owned = owner.tag == "PPOSAT" or (owner.pos == "PROPN" and phrase.head > phrase.first)
        if owned and ends_in(head, words.account_nouns):
            return after  # "ihrer Meinung nach"
    if lang == "de" and low == "aus" and _emerges(tokens, clauses, phrase, words):
        return before
    if low in words.so and _stands_alone(tokens, clauses, before):
        return before
    return -1


def _can_tell(tokens: Sequence[Token], phrase: Phrase, words: SpeechWords) -> bool:
    """Return whether somebody or a paper stands there; "it varies according to size" is neither."""
    lemma = tokens[phrase.head].lemma.lower()
    papers = words.documents | words.account_nouns | words.findings
    return (
        tokens[phrase.first].pos in {"DET", "PRON"}
        or tokens[phrase.head].pos == "PROPN"
        or tokens[phrase.head].tag == "NN2"
        or ends_in(lemma, papers)
        or can_speak(speaker(tokens, phrase, "en"), "en")
    )


def _emerges(
    tokens: Sequence[Token], clauses: Sequence[Clause], phrase: Phrase, words: SpeechWords
) -> bool:
    """Return whether a paper is what something emerges from ("geht aus dem Bericht hervor")."""
    clause = next((c for c in clauses if c.first <= phrase.first < c.last), None)
    if clause is None or clause.verb not in words.emerges:
        return False
    lemma = tokens[phrase.head].lemma.lower()
    return ends_in(lemma, words.documents) or ends_in(lemma, words.account_nouns)


def _stands_alone(tokens: Sequence[Token], clauses: Sequence[Clause], at: int) -> bool:
    """Return whether "so" opens a stretch without a verb (", so Uschakow,")."""
    clause = next((c for c in clauses if c.first <= at < c.last), None)
    if clause is None or at == 0:
        return False
    opens = all(tokens[i].text in QUOTES for i in range(clause.first, at))
    return opens and (clause.finite < 0 or clause.finite < at)


def _accountable(
    tokens: Sequence[Token], phrase: Phrase, words: SpeechWords, lang: str
) -> Speaker | None:
    """Return the speaker in a phrase such as "Angaben der Polizei" or "Uschakow"."""
    head = tokens[phrase.head]
    lemma = head.lemma.lower()
    if ends_in(lemma, words.findings):
        return None
    paper = ends_in(lemma, words.documents)
    account = paper or ends_in(lemma, words.account_nouns) or ends_in(lemma, words.views)
    if not account or head.pos == "PROPN":
        return speaker(tokens, phrase, lang)
    if any(tokens[i].lemma.lower() in words.own for i in range(phrase.first, phrase.head)):
        subject = [p for p in noun_phrases(tokens, lang) if p.preposition < 0 and p is not phrase]
        return speaker(tokens, subject[0], lang) if subject else None
    inner = phrase.head + 1
    while inner < phrase.last and tokens[inner].pos in {"ADP"}:
        inner += 1
    last, times = _of_many(tokens, phrase, lang), _times(lang)
    if inner < last:
        rest = list(noun_phrases(tokens[inner:last], lang))
        if rest and not tokens[inner + rest[0].head].text.lower().startswith(times):
            p = rest[0]
            moved = Phrase(p.first + inner, p.last + inner, p.head + inner, -1, p.case)
            return speaker(tokens, moved, lang)
    governor = tokens[phrase.preposition].text.lower() if phrase.preposition >= 0 else ""
    if paper and governor in words.account_prepositions:
        return None  # "nach dem Urteil" is a time
    if paper:
        return replace(speaker(tokens, phrase, lang), kind="body", pronoun="")
    for noun in sorted(words.account_nouns, key=len, reverse=True):
        front = lemma.removesuffix(noun).rstrip("-")
        if front != lemma and front:  # Polizeiangaben
            key = front.removesuffix("s") if front.endswith("ungs") else front
            kind = "medium" if front == "medien" else "body"
            return Speaker(head.text, head.start, head.end, key, kind)
    genitive = [t for t in tokens[phrase.first : phrase.head] if t.pos == "PROPN"]
    if genitive:
        i = next(i for i in range(phrase.first, phrase.head) if tokens[i] is genitive[-1])
        return speaker(tokens, Phrase(phrase.first, i + 1, i, -1, ""), lang)
    owner = next((t for t in tokens[phrase.first : phrase.head] if t.tag in _OWNERS), None)
    if owner is not None and (whose := _whose(owner.text.lower())):
        return Speaker(head.text, head.start, head.end, "", "person", "", whose, _SEX[whose])
    text = " ".join(t.text for t in tokens[phrase.first : phrase.head + 1])
    return Speaker(text, tokens[phrase.first].start, head.end, "", "anonymous")


def _of_many(tokens: Sequence[Token], phrase: Phrase, lang: str) -> int:
    """Return the end of a phrase with a genitive that has no article ("unabhängiger Experten")."""
    at = phrase.head + 1
    if lang != "de" or phrase.last > at or at + 1 >= len(tokens):
        return phrase.last
    genitive = tokens[at].pos in {"ADJ", "DET", "PRON", "NUM"} and tokens[at].text.endswith("er")
    return at + 2 if genitive and tokens[at + 1].pos in {"NOUN", "PROPN"} else phrase.last


@cache
def _times(lang: str) -> tuple[str, ...]:
    """Return the beginnings of words that name a day or a month ("Montagabend")."""
    if lang not in languages():
        return ()
    table = language_data(lang)["moments"]
    words = [w for group in ("weekdays", "months") for some in table[group].values() for w in some]
    return tuple(w for w in words if len(w) > 4 and w[0] != "=")


def _whose(owner: str) -> str:
    """Return the pronoun for a possessive, empty if it is none of a third person."""
    if owner.startswith("sein") or owner == "his":
        return "he"
    return "she" if owner.startswith("ihr") or owner == "her" else ""


def _passed_on(
    tokens: Sequence[Token], phrases: Sequence[Phrase], words: SpeechWords, lang: str
) -> tuple[str, ...]:
    """Return who quotes the source ("zitiert von Agerpres")."""
    found = []
    for phrase in phrases:
        at = phrase.preposition
        if at > 0 and tokens[at - 1].lemma.lower() in words.cited_by:
            found.append(speaker(tokens, phrase, lang).text)
    return tuple(found)


def _it_says(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    lang: str,
) -> tuple[int, int, Speaker] | None:
    """Return "hieß es", with who is named behind it ("hieß es aus der Regierung")."""
    words = speech_words(lang)
    for clause in clauses:
        at = clause.finite
        if at < 0 or quoted[at] or clause.verb not in words.it_says:
            continue
        around = {t.text.lower() for t in tokens[max(0, at - 1) : at + 2]}
        if "es" not in around:
            continue
        behind = (p for p in phrases if at < p.first < clause.last and p.preposition >= 0)
        fit = (
            p
            for p in behind
            if tokens[p.preposition].text.lower() in {"von", "vom", "aus", "bei", "beim", "seitens"}
            or _paper(tokens, p, words)
        )
        phrase = next(fit, None)
        end = tokens[at].end
        if phrase is not None and _paper(tokens, phrase, words):
            named = _accountable(tokens, phrase, words, lang)
            return (at, at + 1, named) if named is not None else None
        who = (
            speaker(tokens, phrase, lang)
            if phrase is not None
            else Speaker("", end, end, "", "anonymous")
        )
        return at, at + 1, who
    return None


def _paper(tokens: Sequence[Token], phrase: Phrase, words: SpeechWords) -> bool:
    """Return whether a phrase is a paper or an account something is said in."""
    lemma = tokens[phrase.head].lemma.lower()
    return ends_in(lemma, words.documents) or ends_in(lemma, words.account_nouns)
