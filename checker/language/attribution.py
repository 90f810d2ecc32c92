"""Read who, in one sentence, is named as the source of what it says.

Four forms: a verb of saying with its subject ("sagte Peskow", "X said"), a preposition ("laut",
"according to"), a particle ("so Uschakow"), a clause ("wie die Bergwacht mitteilte").  Who a
pronoun is, and who keeps talking in the next sentence, is the business of `discourse`.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from checker.language.clauses import Clause
from checker.language.phrases import Phrase, noun_phrases
from checker.language.speakers import Speaker, ends_in, lists, speaker
from checker.language.speech_content import content_of, counts, trails
from checker.language.speech_sources import named_source
from checker.language.speech_subject import subject_of
from checker.language.speech_words import QUOTES, SpeechWords, Tag, is_saying, speech_words
from checker.language.tokens import tokens as reading
from checker.model import Cue, Token

__all__ = ["Tag", "goes_on", "headline_speaker", "later_tags", "speaks", "tag"]

#: Conjunctions that set one account against another.
_CONTRASTS: Final = frozenset({"while", "whereas", "während", "wohingegen"})


def tag(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    quoted: Sequence[bool],
    lang: str,
    *,
    phrases: Sequence[Phrase] | None = None,
) -> Tag | None:
    """Return the attribution of a sentence, None if it shows none.

    Args:
        tokens: The sentence.
        clauses: Its clauses.
        quoted: For each token, whether it stands inside a quotation.
        lang: Language of the sentence.
        phrases: Its noun phrases, if the caller has them.
    """
    phrases = noun_phrases(tokens, lang) if phrases is None else phrases
    prepositional = named_source(tokens, clauses, phrases, quoted, lang)
    verbal = _verbal(tokens, clauses, phrases, quoted, lang)
    if prepositional is None:
        return verbal
    if verbal is None or not verbal.strong or verbal.nested or verbal.stance == "thinks":
        return prepositional
    text = prepositional.speaker.text
    outer = dict.fromkeys((*prepositional.outer, text, *verbal.outer))
    return replace(verbal, outer=tuple(outer))


def later_tags(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    quoted: Sequence[bool],
    lang: str,
    *,
    phrases: Sequence[Phrase],
) -> tuple[tuple[int, Tag], ...]:
    """Return the clauses after the first that say something of their own, with their tags.

    "The union said 3,200 had left, while the trust put the figure at 1,900."
    """
    words = speech_words(lang)
    found: list[tuple[int, Tag]] = []
    for k, clause in enumerate(clauses):
        if k == 0 or clause.subject is None or clause.main_verb < 0 or quoted[clause.main_verb]:
            continue
        main = clause.kind == "main" and any(c.kind == "main" for c in clauses[:k])
        if not (main or clause.opener in _CONTRASTS) or clause.mood == "first":
            continue
        if clause.subject.first < clause.first or not is_saying(tokens, clause, words):
            continue
        if clause.finite < clause.subject.first or trails(tokens, clauses, k):
            continue
        rest = (replace(clause, kind="main"), *clauses[k + 1 :])
        tagged = _said(tokens, rest, phrases, quoted, 0, lang)
        if tagged is not None and tagged.strong and tagged.speaker.kind != "anonymous":
            found.append((k, replace(tagged, content=tuple(k + i for i in tagged.content))))
    return tuple(found)


def _verbal(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    lang: str,
) -> Tag | None:
    """Return the attribution by a verb of saying; the first in the outlet's own words."""
    words = speech_words(lang)
    weak: Tag | None = None
    nested: Tag | None = None
    for k, clause in enumerate(clauses):
        at = clause.main_verb
        tagging = at >= 0 and (
            _behind_quotation(tokens, clause, quoted) or _behind_subjunctive(tokens, clauses, k)
        )
        if at < 0 or quoted[at] or not (tagging or is_saying(tokens, clause, words)):
            continue
        if tokens[at - 1].tag == "TO0" and tokens[clause.finite].lemma == "be":
            continue  # "it is absurd to claim that …"
        if clause.kind in {"infinitive", "fragment"} or (
            clause.kind == "sub" and clause.opener not in words.how
        ):
            continue
        if clause.kind == "relative" and weak is None and not _main_says(tokens, clauses, words):
            continue
        found = _said(tokens, clauses, phrases, quoted, k, lang)
        if found is None:
            continue
        if found.strong and not found.nested:
            return found
        if found.strong:
            nested = nested or found
        weak = weak or found
    return nested or weak


def _behind_quotation(tokens: Sequence[Token], clause: Clause, quoted: Sequence[bool]) -> bool:
    """Return whether a verb follows a closed quotation, where any verb speaks (freute sich X)."""
    i = clause.finite - 1
    if i < 0 or clause.kind != "main":
        return False
    comma = False
    while i >= 0 and tokens[i].pos == "PUNCT" and not quoted[i]:
        comma = comma or tokens[i].text == ","
        i -= 1
    ends = i >= 1 and quoted[i] and tokens[i].text in QUOTES
    return ends and (comma or tokens[i - 1].text in {"!", "?", ","})


def _behind_subjunctive(tokens: Sequence[Token], clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a verb closes reported speech: "…, beruhigt die Bürgermeisterin"."""
    clause = clauses[k]
    before = next((c for c in clauses[:k] if c.kind == "main"), None)
    if before is None or before.mood != "first" or clause.kind != "main" or clause.mood:
        return False
    words = [i for i in range(clause.first, clause.last) if tokens[i].pos != "PUNCT"]
    return bool(words) and words[0] == clause.finite and k == len(clauses) - 1


def _main_says(tokens: Sequence[Token], clauses: Sequence[Clause], words: SpeechWords) -> bool:
    return any(c.kind == "main" and is_saying(tokens, c, words) for c in clauses)


def _said(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    k: int,
    lang: str,
) -> Tag | None:
    """Return the attribution that clause `k` makes."""
    words, clause = speech_words(lang), clauses[k]
    who = subject_of(tokens, clauses, phrases, quoted, k, lang)
    content = content_of(tokens, clauses, quoted, k, words)
    verb = tokens[clause.main_verb]
    cue = Cue(verb.start, verb.end, verb.text)
    stance = words.stance(clause.verb)
    if clause.passive and (words.speaks(clause.verb) or clause.verb in words.counts):
        first = next((i for i, c in enumerate(clauses) if c.kind == "main"), k)
        agent = next((p for p in phrases if _is_agent(tokens, p, clause, words, lang)), None)
        if agent and not content and clause.verb in words.counts and counts(tokens, clause):
            content = (k,)
        if not content or k > first:
            return None
        named = (
            speaker(tokens, agent, lang)
            if agent
            else Speaker("", verb.start, verb.start, "", "anonymous")
        )
        return Tag(named, cue, stance, content, token=clause.main_verb)
    if who is None or who.pronoun == "it" or who.text.lower() in {"jemand", "niemand"}:
        return None
    if who.text.lower() == "man" and clause.finite != clause.main_verb:
        return None  # "man kann das milde finden"
    if clause.verb in words.shows and not _is_paper(who, words):
        return None  # "the film shows that …" quotes nobody
    vague = who.kind in {"anonymous", "medium"} and clause.verb in words.thinks
    counted = clause.verb in words.counts and counts(tokens, clause)
    if not content and not counted and clause.verb in words.counts - words.says:
        return None
    strong = bool(content) or words.vouches(clause.verb) or vague or counted
    if strong and (not content or k in content) and _second(clauses, k):
        strong = False  # "A ist B, und X kündigte C an" tells two things, the first as fact
    nested = clause.mood == "first" and clause.kind == "main"
    outer = _medium(tokens, clause, phrases, who, lang)
    return Tag(
        who, cue, stance, content or (k,), outer, nested, token=clause.main_verb, strong=strong
    )


def _is_paper(who: Speaker, words: SpeechWords) -> bool:
    """Return whether a paper or a count is what speaks ("die Studie ergab, dass …")."""
    noun = who.role.rpartition(" ")[2]
    return ends_in(noun, words.documents) or ends_in(noun, words.account_nouns)


def _second(clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a clause only follows another main clause of the outlet's own."""
    first = next((i for i, c in enumerate(clauses) if c.kind == "main"), k)
    return first < k and clauses[k].kind == "main"


def speaks(clauses: Sequence[Clause], lang: str) -> bool:
    """Return whether a main clause has a verb of saying of its own, whoever its subject is."""
    words = speech_words(lang)
    return any(c.kind == "main" and not c.mood and words.speaks(c.verb) for c in clauses)


def goes_on(tokens: Sequence[Token], lang: str) -> bool:
    """Return whether a word says that whoever spoke last still speaks ("demnach")."""
    continuing = speech_words(lang).continuing
    return any(t.text.lower() in continuing for t in tokens)


def _is_agent(
    tokens: Sequence[Token], phrase: Phrase, clause: Clause, words: SpeechWords, lang: str
) -> bool:
    """Return whether a phrase names who does what a passive says ("in Berichten wurde …")."""
    if not clause.first <= phrase.first < clause.last or phrase.preposition < 0:
        return False
    governor, noun = tokens[phrase.preposition].text.lower(), tokens[phrase.head].lemma.lower()
    papers = words.documents | words.account_nouns | lists(lang).medium
    return governor in {"von", "vom", "by"} or (governor in {"in", "im"} and ends_in(noun, papers))


def _medium(
    tokens: Sequence[Token],
    clause: Clause,
    phrases: Sequence[Phrase],
    who: Speaker,
    lang: str,
) -> tuple[str, ...]:
    """Return the media somebody spoke to, and those who passed it on, outermost first."""
    words = speech_words(lang)
    found: list[str] = []
    for phrase in phrases:
        if not clause.first <= phrase.first < clause.last:
            continue
        other = speaker(tokens, phrase, lang)
        if other.start == who.start or other.kind != "medium":
            continue
        quoted_by = any(t.lemma.lower() in words.cited_by for t in tokens[: phrase.first][-3:])
        found = [other.text, *found] if quoted_by else [*found, other.text]
    return tuple(found)


def _topic(token: Token) -> bool:
    """Return whether a compound ends in a common noun ("Russland-Wahl: …")."""
    front, _, noun = token.text.rpartition("-")
    return bool(front) and noun[:1].isupper() and reading(noun, "de")[0].tag == "NN"


def headline_speaker(tokens: Sequence[Token], lang: str) -> Speaker | None:
    """Return the speaker of a headline such as "Polizei: Zwölf Verletzte", None if it has none."""
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), -1)
    if not 0 < colon <= 5 or colon + 2 >= len(tokens):
        return None
    phrases = noun_phrases(tokens[:colon], lang)
    if not phrases or phrases[0].first != 0:
        return None
    behind = tokens[phrases[0].last]
    if phrases[0].last != colon and behind.lemma.lower() not in {"zu", "nach", "über", "on"}:
        return None
    who = speaker(tokens, phrases[0], lang)
    known = lists(lang)
    inside = tokens[phrases[0].first : phrases[0].last]
    named = any(t.pos == "PROPN" and not _topic(t) for t in inside)
    lemma = tokens[phrases[0].head].lemma.lower()
    return who if (named and who.kind != "place") or ends_in(lemma, known.body) else None
