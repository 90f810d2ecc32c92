"""Read who, in one sentence, is named as the source of what it says.

Four forms: a verb of saying with its subject ("sagte Peskow", "X said"), a preposition ("laut",
"according to"), a particle ("so Uschakow"), a clause ("wie die Bergwacht mitteilte").  Who a
pronoun is, and who keeps talking in the next sentence, is the business of `discourse`.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from checker.language.clauses import Clause
from checker.language.data import language_data, languages
from checker.language.names import is_title
from checker.language.phrases import Phrase, noun_phrases
from checker.language.speakers import Speaker, ends_in, lists, speaker
from checker.model import Cue, Token

_THAT = frozenset({"dass", "daß", "ob", "that", "whether"})
_QUOTES = frozenset("\"„“”‚‘’«»‹›'")


@dataclass(frozen=True, slots=True)
class Tag:
    """An attribution as one sentence shows it.

    Attributes:
        speaker: Who; its pronoun is not yet resolved.
        cue: The word that shows it.
        stance: says, denies, confirms, demands, asks, thinks.
        content: Indices of the clauses that are attributed.
        outer: Speakers between the outlet and this one, outermost first.
        nested: Whether the saying itself is told in Konjunktiv I, so that whoever spoke before
            vouches for it ("Putin habe betont, dass …").
        token: Index of the cue.
        strong: Whether what is said stands in the sentence; if not, the sentence only tells
            that somebody spoke.
    """

    speaker: Speaker
    cue: Cue
    stance: str
    content: tuple[int, ...]
    outer: tuple[str, ...] = ()
    nested: bool = False
    token: int = -1
    strong: bool = True


@dataclass(frozen=True, slots=True)
class _Words:
    says: frozenset[str]
    reports: frozenset[str]
    confirms: frozenset[str]
    denies: frozenset[str]
    demands: frozenset[str]
    asks: frozenset[str]
    thinks: frozenset[str]
    account_nouns: frozenset[str]
    documents: frozenset[str]
    findings: frozenset[str]
    account_prepositions: frozenset[str]
    prepositions: frozenset[str]
    postpositions: frozenset[str]
    so: frozenset[str]
    how: frozenset[str]
    it_says: frozenset[str]
    continuing: frozenset[str]
    cited_by: frozenset[str]
    according: frozenset[str]
    own: frozenset[str]

    def stance(self, verb: str) -> str:
        """Return what a verb of saying does."""
        for name in ("denies", "confirms", "demands", "asks", "thinks"):
            if verb in getattr(self, name):
                return name
        return "says"

    def speaks(self, verb: str) -> bool:
        """Return whether a verb can introduce what somebody said."""
        more = self.thinks | self.asks | self.demands
        return verb in self.says or self.vouches(verb) or verb in more

    def vouches(self, verb: str) -> bool:
        """Return whether a verb attributes even without a clause of content."""
        return verb in self.reports or verb in self.confirms | self.denies


@cache
def _words(lang: str) -> _Words:
    data: dict[str, Any] = language_data(lang).get("speech", {}) if lang in languages() else {}
    return _Words(**{name: frozenset(data.get(name, ())) for name in _Words.__slots__})


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
    prepositional = _prepositional(tokens, clauses, phrases, quoted, lang)
    verbal = _verbal(tokens, clauses, phrases, quoted, lang)
    if prepositional is None:
        return verbal
    if verbal is None or not verbal.strong or verbal.nested or verbal.stance == "thinks":
        return prepositional
    text = prepositional.speaker.text
    outer = dict.fromkeys((*prepositional.outer, text, *verbal.outer))
    return replace(verbal, outer=tuple(outer))


def _verbal(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    lang: str,
) -> Tag | None:
    """Return the attribution by a verb of saying; the first in the outlet's own words."""
    words = _words(lang)
    weak: Tag | None = None
    nested: Tag | None = None
    for k, clause in enumerate(clauses):
        at = clause.main_verb
        tagging = at >= 0 and (
            _behind_quotation(tokens, clause, quoted) or _behind_subjunctive(tokens, clauses, k)
        )
        if at < 0 or quoted[at] or not (tagging or words.speaks(clause.verb)):
            continue
        if clause.kind in {"infinitive", "fragment"} or (
            clause.kind == "sub" and clause.opener not in words.how
        ):
            continue
        if clause.kind == "relative" and weak is None and not _main_says(clauses, words):
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
    ends = i >= 1 and quoted[i] and tokens[i].text in _QUOTES
    return ends and (comma or tokens[i - 1].text in {"!", "?", ","})


def _behind_subjunctive(tokens: Sequence[Token], clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a verb closes reported speech: "…, beruhigt die Bürgermeisterin"."""
    clause = clauses[k]
    before = next((c for c in clauses[:k] if c.kind == "main"), None)
    if before is None or before.mood != "first" or clause.kind != "main" or clause.mood:
        return False
    words = [i for i in range(clause.first, clause.last) if tokens[i].pos != "PUNCT"]
    return bool(words) and words[0] == clause.finite and k == len(clauses) - 1


def _main_says(clauses: Sequence[Clause], words: _Words) -> bool:
    return any(c.kind == "main" and words.speaks(c.verb) for c in clauses)


def _said(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    k: int,
    lang: str,
) -> Tag | None:
    """Return the attribution that clause `k` makes."""
    words, clause = _words(lang), clauses[k]
    who = _subject(tokens, clauses, phrases, quoted, k, lang)
    content = _content(tokens, clauses, quoted, k, words)
    verb = tokens[clause.main_verb]
    cue = Cue(verb.start, verb.end, verb.text)
    stance = words.stance(clause.verb)
    if clause.passive:
        first = next((i for i, c in enumerate(clauses) if c.kind == "main"), k)
        if not content or k > first:
            return None
        agent = next((p for p in phrases if _is_agent(tokens, p, clause)), None)
        named = (
            speaker(tokens, agent, lang)
            if agent
            else Speaker("", verb.start, verb.start, "", "anonymous")
        )
        return Tag(named, cue, stance, content, token=clause.main_verb)
    if who is None or who.pronoun == "it":
        return None
    vague = who.kind in {"anonymous", "medium"} and clause.verb in words.thinks
    strong = bool(content) or words.vouches(clause.verb) or vague
    if strong and (not content or k in content) and _second(clauses, k):
        strong = False  # "A ist B, und X kündigte C an" tells two things, the first as fact
    nested = clause.mood == "first" and clause.kind == "main"
    outer = _medium(tokens, clause, phrases, who, lang)
    return Tag(
        who, cue, stance, content or (k,), outer, nested, token=clause.main_verb, strong=strong
    )


def _second(clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a clause only follows another main clause of the outlet's own."""
    first = next((i for i, c in enumerate(clauses) if c.kind == "main"), k)
    return first < k and clauses[k].kind == "main"


def speaks(clauses: Sequence[Clause], lang: str) -> bool:
    """Return whether a main clause has a verb of saying of its own, whoever its subject is."""
    words = _words(lang)
    return any(c.kind == "main" and not c.mood and words.speaks(c.verb) for c in clauses)


def goes_on(tokens: Sequence[Token], lang: str) -> bool:
    """Return whether a word says that whoever spoke last still speaks ("demnach")."""
    continuing = _words(lang).continuing
    return any(t.text.lower() in continuing for t in tokens)


def _is_agent(tokens: Sequence[Token], phrase: Phrase, clause: Clause) -> bool:
    return (
        clause.first <= phrase.first < clause.last
        and phrase.preposition >= 0
        and tokens[phrase.preposition].text.lower() in {"von", "vom", "by"}
    )


def _subject(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    k: int,
    lang: str,
) -> Speaker | None:
    """Return the subject of a clause of saying, looked for outside of quotations."""
    clause = clauses[k]
    found = clause.subject
    if found is not None and quoted[found.head]:
        found = None
    fit = [
        p
        for p in phrases
        if clause.finite < p.first < clause.last and p.preposition < 0 and not quoted[p.head]
    ]
    after = next((p for p in fit if p.case in {"", "nominative"}), None)
    if tokens[clause.first].pos == "CCONJ" and _verb_first(tokens, clause, quoted):
        # "X kam und sagte": the subject is the one of the clause before
        found = next((c.subject for c in reversed(clauses[:k]) if c.kind == "main"), after)
    elif _verb_first(tokens, clause, quoted) and _something_before(clauses, quoted, k):
        found = _nearer(tokens, found, after, clause, lang)
    elif found is not None and after is not None and _thing(tokens, found, after, lang):
        found = after  # "Dies bestätigte Peskow", "Die Pläne bestätigte Peskow"
    if found is not None and clause.kind == "relative":
        heads = [p for p in phrases if p.last <= clause.first]
        found = heads[-1] if heads else None
    return _apposed(tokens, phrases, found, lang) if found is not None else None


def _apposed(
    tokens: Sequence[Token], phrases: Sequence[Phrase], found: Phrase, lang: str
) -> Speaker:
    """Return the speaker with the name behind a comma ("its secretary, Gwen Larkspur")."""
    who = speaker(tokens, found, lang)
    if who.kind == "anonymous" or any(t.pos == "PROPN" for t in tokens[found.first : found.last]):
        return who
    behind = next((p for p in phrases if p.first == found.last + 1), None)
    if behind is None or tokens[found.last].text != "," or tokens[behind.first].pos != "PROPN":
        return who
    if not (is_title(tokens[found.head].lemma, lang) or ends_in(who.role, lists(lang).spokes)):
        return who
    named = speaker(tokens, behind, lang)
    return replace(named, role=who.role, female=who.female, kind="person")


def _verb_first(tokens: Sequence[Token], clause: Clause, quoted: Sequence[bool]) -> bool:
    """Return whether nothing but marks, adverbs and quotations precede the verb."""
    return all(
        quoted[i] or tokens[i].pos in {"PUNCT", "ADV", "CCONJ"}
        for i in range(clause.first, clause.finite)
    )


def _something_before(clauses: Sequence[Clause], quoted: Sequence[bool], k: int) -> bool:
    """Return whether what is said can stand before the verb of saying."""
    return k > 0 or any(quoted[: clauses[k].finite])


def _empty(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether a phrase is "dies", "das" or "es"."""
    return phrase.last - phrase.first == 1 and tokens[phrase.first].text.lower() in {
        "dies", "das", "es", "dieses", "this", "that", "it",
    }  # fmt: skip


def _thing(tokens: Sequence[Token], before: Phrase, after: Phrase, lang: str) -> bool:
    """Return whether the phrase before the verb is what is said, not who says it."""
    if _empty(tokens, before):
        return True
    if before.last > after.first or tokens[before.head].pos == "PROPN":
        return False
    known = lists(lang)
    lemma = tokens[before.head].lemma.lower()
    speaks = any(ends_in(lemma, some) for some in (known.body, known.medium, known.anonymous))
    named = tokens[after.head].pos == "PROPN"
    return named and not speaks and not ends_in(lemma, known.spokes) and not is_title(lemma, lang)


def _nearer(
    tokens: Sequence[Token],
    before: Phrase | None,
    after: Phrase | None,
    clause: Clause,
    lang: str,
) -> Phrase | None:
    """Return the speaker of an inverted tag: behind the verb, unless a medium stands there.

    „…“, Keith Holm, Gesandter der Regierung, sagte Fox News: the name before the verb speaks.
    """
    if after is None or before is None or before.last > clause.first:
        return after or before
    if lang == "en":
        return before
    if tokens[before.head].pos != "PROPN":
        return after
    full = before.last - before.first > 1
    return before if full or speaker(tokens, after, lang).kind == "medium" else after


def _content(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    quoted: Sequence[bool],
    k: int,
    words: _Words,
) -> tuple[int, ...]:
    """Return the clauses that say what is said by clause `k`, empty if there are none."""
    that = [i for i in range(k + 1, len(clauses)) if clauses[i].opener in _THAT]
    others = [
        i
        for i, c in enumerate(clauses)
        if i != k
        and c.kind == "main"
        and c.finite >= 0
        and (quoted[c.finite] or not _also_says(tokens, clauses, i, k, words))
    ]
    if clauses[k].kind == "sub":  # "wie X mitteilte" vouches for the main clauses
        return tuple(others)
    inside = [i for i in others if quoted[clauses[i].finite]]
    inverted = _verb_first(tokens, clauses[k], quoted) and tokens[clauses[k].first].pos != "CCONJ"
    inverted = inverted or _trails(tokens, clauses, k)
    told = [i for i in others if (i < k and inverted) or (i > k and clauses[i].mood)]
    if inside:
        return tuple(sorted({*inside, *told}))
    if that and that[0] <= k + 3 and not told:
        return tuple(i for i in that if clauses[i].opener == clauses[that[0]].opener)
    if told:
        return tuple(told)
    wished = [i for i in range(k + 1, min(k + 4, len(clauses))) if clauses[i].kind == "infinitive"]
    if wished:
        return (k, wished[0])
    if inverted and k > 0 and not others and all(c.kind == "fragment" for c in clauses[:k]):
        return tuple(range(k))
    if clauses[k].verb in words.says | words.thinks:
        near = [i for i in others if _right_behind(tokens, clauses, k, i)]
        if near:
            return tuple(near)
        if any(quoted) and clauses[k].verb in words.says:
            return (k,)
    return ()


def _also_says(
    tokens: Sequence[Token], clauses: Sequence[Clause], i: int, k: int, words: _Words
) -> bool:
    """Return whether clause `i` is another clause of saying beside clause `k`."""
    if not words.speaks(clauses[i].verb):
        return False
    return i < k or tokens[clauses[i].first].pos == "CCONJ"


def _right_behind(tokens: Sequence[Token], clauses: Sequence[Clause], k: int, other: int) -> bool:
    """Return whether a clause follows the verb of saying without "und" ("X said it was")."""
    first = clauses[other].first
    tied = tokens[first - 1].text in {",", ":"} or first - 1 == clauses[k].main_verb
    return other == k + 1 and tied and tokens[first].pos != "CCONJ"


def _trails(tokens: Sequence[Token], clauses: Sequence[Clause], k: int) -> bool:
    """Return whether a clause of saying hangs at the end (", police said.")."""
    clause = clauses[k]
    if k == 0 or clause.kind != "main" or clause.subject is None:
        return False
    behind = [i for i in range(clause.main_verb + 1, clause.last) if tokens[i].pos != "PUNCT"]
    comma = any(tokens[i].text == "," for i in range(max(0, clause.first - 2), clause.first + 1))
    later = any(c.kind == "main" for c in clauses[k + 1 :])
    joined = tokens[clause.first].pos in {"CCONJ", "SCONJ"}
    return comma and not joined and not later and len(behind) <= 6 and clause.first > 0


def _medium(
    tokens: Sequence[Token],
    clause: Clause,
    phrases: Sequence[Phrase],
    who: Speaker,
    lang: str,
) -> tuple[str, ...]:
    """Return the media somebody spoke to, and those who passed it on, outermost first."""
    words = _words(lang)
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


def _prepositional(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    quoted: Sequence[bool],
    lang: str,
) -> Tag | None:
    """Return the attribution by a preposition or particle; the innermost of several."""
    words = _words(lang)
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
    return Tag(who, cue, "says", content or tuple(range(len(clauses))), outer, token=at)


def _cue_of(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    phrase: Phrase,
    words: _Words,
    lang: str,
) -> int:
    """Return the index of the word that makes a phrase a source, -1 if none does."""
    before = phrase.first - 1
    while before >= 0 and tokens[before].text in _QUOTES:
        before -= 1
    after = phrase.last
    while after < len(tokens) and tokens[after].text in _QUOTES:
        after += 1
    low = tokens[before].text.lower() if before >= 0 else ""
    if low in words.prepositions:
        return before
    if after < len(tokens) and tokens[after].text.lower() in words.postpositions:
        return after
    if lang == "en" and low == "to" and before > 0:
        return before - 1 if tokens[before - 1].text.lower() in words.according else -1
    head = tokens[phrase.head].lemma.lower()
    if low in words.account_prepositions and ends_in(head, words.account_nouns):
        return before
    if low in words.so and _stands_alone(tokens, clauses, before):
        return before
    return -1


def _stands_alone(tokens: Sequence[Token], clauses: Sequence[Clause], at: int) -> bool:
    """Return whether "so" opens a stretch without a verb (", so Uschakow,")."""
    clause = next((c for c in clauses if c.first <= at < c.last), None)
    if clause is None or at == 0:
        return False
    opens = all(tokens[i].text in _QUOTES for i in range(clause.first, at))
    return opens and (clause.finite < 0 or clause.finite < at)


def _accountable(
    tokens: Sequence[Token], phrase: Phrase, words: _Words, lang: str
) -> Speaker | None:
    """Return the speaker in a phrase such as "Angaben der Polizei" or "Uschakow"."""
    head = tokens[phrase.head]
    lemma = head.lemma.lower()
    if ends_in(lemma, words.findings):
        return None
    paper = ends_in(lemma, words.documents)
    if not (paper or ends_in(lemma, words.account_nouns)) or head.pos == "PROPN":
        return speaker(tokens, phrase, lang)
    if any(tokens[i].lemma.lower() in words.own for i in range(phrase.first, phrase.head)):
        subject = [p for p in noun_phrases(tokens, lang) if p.preposition < 0 and p is not phrase]
        return speaker(tokens, subject[0], lang) if subject else None
    inner = phrase.head + 1
    while inner < phrase.last and tokens[inner].pos in {"ADP"}:
        inner += 1
    if inner < phrase.last:
        rest = list(noun_phrases(tokens[inner : phrase.last], lang))
        if rest:
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
    if any(tokens[i].lemma.lower() in {"sein", "ihr"} for i in range(phrase.first, phrase.head)):
        return Speaker(head.text, head.start, head.end, "", "person", "", "he")
    return Speaker(head.text, head.start, head.end, "", "anonymous")


def _passed_on(
    tokens: Sequence[Token], phrases: Sequence[Phrase], words: _Words, lang: str
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
    words = _words(lang)
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
        )
        phrase = next(fit, None)
        end = tokens[at].end
        who = (
            speaker(tokens, phrase, lang)
            if phrase is not None
            else Speaker("", end, end, "", "anonymous")
        )
        return at, at + 1, who
    return None


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
    named = any(t.pos == "PROPN" for t in tokens[phrases[0].first : phrases[0].last])
    lemma = tokens[phrases[0].head].lemma.lower()
    return who if (named and who.kind != "place") or ends_in(lemma, known.body) else None
