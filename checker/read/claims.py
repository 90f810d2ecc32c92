"""Cut a source into claims: one checkable statement each, with who says it and about when.

Parts become paragraphs, paragraphs sentences, sentences claims.  A sentence is one claim unless
it joins main clauses that each have a verb and a subject of their own ("A war B, und Y war C").
Every quote is cut from the source, never rebuilt: ``source.text[start:end] == quote``.

Floor 3 (read).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.language.antecedents import antecedent
from checker.language.clauses import Clause, clauses
from checker.language.credit_lines import text_end
from checker.language.data import languages
from checker.language.discourse import Discourse, Heard
from checker.language.figures import read_figures
from checker.language.hedges import hedges
from checker.language.modality import modality
from checker.language.names import names, unify
from checker.language.negation import Negation, denies, negations
from checker.language.phrases import noun_phrases
from checker.language.quotations import quotations
from checker.language.sentences import split_sentences
from checker.language.tokens import tokens
from checker.language.views import View
from checker.language.worth import Reasons, worth
from checker.model import Attribution, Claim, Cue, Figure, Moment, Name, Part, Source, Token
from checker.read.pieces import pieces_of, trimmed

#: What nobody sees between the digits of a number; read like the thin space that may stand there.
_HIDDEN = re.compile("(?<=\\d)[\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00ad](?=\\d{3}(?!\\d))")
#: Precisions of a moment from the sharpest to the vaguest.
_SHARP = ("minute", "hour", "daypart", "day", "weekend", "week", "month-part", "month")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence read; all offsets inside are those of the sentence."""

    start: int
    end: int
    part: Part
    paragraph: int
    text: str
    view: View
    heard: Heard
    negations: tuple[Negation, ...]
    hedges: tuple[Cue, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]


@dataclass(slots=True)
class _State:
    """What one article has told so far."""

    discourse: Discourse
    heading: tuple[int, int] | None = None
    sentences: list[_Sentence] = field(default_factory=list)


def read_claims(source: Source, *, include_furniture: bool = False) -> tuple[Claim, ...]:
    """Return the claims of a source, in order of their place.

    Args:
        source: As read; without parts the whole text counts as body, line by line.
        include_furniture: Whether stretches marked as furniture are read too, as body.
    """
    states: dict[int, _State] = {}
    found: list[_Sentence] = []
    for number, (part, start, end) in enumerate(_paragraphs(source, include_furniture)):
        state = states.setdefault(part.article, _State(Discourse(source.lang)))
        sentences = _read_paragraph(source, part, start, end, number, state)
        state.sentences += sentences
        found += sentences
    named = unify({n: s.names for n, s in enumerate(_renamed(found, source.lang))})
    claims: list[Claim] = []
    for n, sentence in enumerate(found):
        before = [s for s in found[max(0, n - 2) : n] if s.part.article == sentence.part.article]
        sentence_named = replace(sentence, names=named[n])
        claims += _claims(source, sentence_named, n, before[::-1], _heading(found, n))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _renamed(found: Sequence[_Sentence], lang: str) -> Iterator[_Sentence]:
    """Yield the sentences with the names that only another sentence shows to be names."""
    known = frozenset(
        token.text
        for s in found
        for token in s.view.tokens
        if token.pos == "PROPN" and len(token.text) > 3 and token.text[0].isupper()
    )
    for s in found:
        if any(t.pos == "NOUN" and t.text in known for t in s.view.tokens):
            yield replace(s, names=names(s.view.tokens, lang, known=known))
        else:
            yield s


def _paragraphs(source: Source, include_furniture: bool) -> Iterator[tuple[Part, int, int]]:
    """Yield the paragraphs of the source with the part each belongs to, in order."""
    parts = list(source.parts)
    if not parts:
        kept = [(f.start, f.end) for f in source.furniture] if not include_furniture else []
        parts = [Part(start=a, end=b, kind="body") for a, b in _gaps(kept, len(source.text))]
    elif include_furniture:
        parts += [Part(start=f.start, end=f.end, kind="body") for f in source.furniture]
    for part in sorted(parts, key=lambda p: (p.start, p.end)):
        for start, end in _lines(source.text, part.start, part.end):
            yield part, start, end


def _gaps(taken: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the stretches of 0..length that `taken` leaves."""
    free: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(taken):
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < length:
        free.append((at, length))
    return free


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield paragraphs: lines, or blocks between blank lines where lines are wrapped by hand."""
    wrapped = _hard_wrapped(text[start:end])
    at = start
    for block in text[start:end].split("\n\n" if wrapped else "\n"):
        if block.strip():
            lead = len(block) - len(block.lstrip())
            yield at + lead, at + len(block.rstrip())
        at += len(block) + (2 if wrapped else 1)


def _hard_wrapped(text: str) -> bool:
    """Return whether lines break inside sentences, as in mails and some PDF texts."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a and b]
    broken = sum(a[-1] not in '.!?:…"“”»)' and b[0].islower() for a, b in pairs)
    return broken >= 2 and broken >= 0.25 * len(pairs)


def _read_paragraph(
    source: Source, part: Part, start: int, end: int, number: int, state: _State
) -> list[_Sentence]:
    text = _HIDDEN.sub("\u202f", source.text[start:end].replace("\n", " "))
    text = text[: text_end(text, source.lang)]
    views = []
    for a, b in split_sentences(text, source.lang):
        words = tokens(text[a:b], source.lang)
        phrases = noun_phrases(words, source.lang)
        parts = clauses(words, source.lang, phrases=phrases)
        views.append(View(a, b, words, parts, part.kind, phrases))
    heard = state.discourse.read(views, quotations(text))
    return [
        _read_sentence(source, part, number, start, text[v.start : v.end], v, h)
        for v, h in zip(views, heard, strict=True)
    ]


def _read_sentence(
    source: Source, part: Part, number: int, start: int, text: str, view: View, heard: Heard
) -> _Sentence:
    lang, words = source.lang, view.tokens
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    figures, moments = (), ()
    if lang in languages():
        figures, moments = read_figures(text, lang, source.anchor, tokens=words)
    shifted = _moved_attribution(heard.attribution, start)
    turns = tuple(
        replace(t, attribution=_moved_attribution(t.attribution, start)) for t in heard.turns
    )
    return _Sentence(
        start=start + view.start,
        end=start + view.end,
        part=part,
        paragraph=number,
        text=text,
        view=view,
        heard=Heard(shifted, heard.content, turns),
        negations=negations(words, view.clauses, lang),
        hedges=hedges(text, words, view.clauses, lang),
        names=names(words, lang),
        figures=figures,
        moments=moments,
    )


def _moved_attribution(found: Attribution, offset: int) -> Attribution:
    if found.cue is None:
        return found
    return replace(found, cue=_moved(found.cue, offset))


def _moved(cue: Cue, offset: int) -> Cue:
    return Cue(cue.start + offset, cue.end + offset, cue.text)


def _heading(found: Sequence[_Sentence], n: int) -> _Sentence | None:
    """Return the heading above a sentence, None if there is none."""
    for earlier in reversed(found[:n]):
        if earlier.part.article != found[n].part.article:
            return None
        if earlier.part.kind in {"headline", "subhead"}:
            return earlier
    return None


def _claims(
    source: Source,
    sentence: _Sentence,
    number: int,
    before: Sequence[_Sentence],
    heading: _Sentence | None,
) -> Iterator[Claim]:
    """Yield the claims of one sentence."""
    pieces = pieces_of(sentence.view.tokens, sentence.view.clauses, sentence.heard)
    context = before[0] if before else heading
    earlier = [s.view.tokens for s in before if s.part.kind not in {"headline", "subhead"}]
    for first, last in pieces:
        yield _claim(source, sentence, number, (first, last), context, earlier, len(pieces))


def _claim(
    source: Source,
    sentence: _Sentence,
    number: int,
    piece: tuple[int, int],
    context: _Sentence | None,
    earlier: Sequence[Sequence[Token]],
    pieces: int,
) -> Claim:
    words, found = sentence.view.tokens, sentence.view.clauses
    first, last = piece
    lang, offset = source.lang, sentence.start
    a, b = trimmed(words, first, last) if pieces > 1 else (0, len(sentence.text))
    attribution, content = _told(sentence, first, last)
    inside = tuple(
        k for k in content if first <= found[k].first and found[k].last <= last
    ) or tuple(k for k, c in enumerate(found) if first <= c.first and c.last <= last)
    main = _leading(found, inside)
    turned = [n for n in sentence.negations if a <= n.cue.start < b]
    denied = denies(turned, found, _with_that(found, inside, attribution))
    figures = tuple(f.moved(offset) for f in sentence.figures if a <= f.start and f.end <= b)
    moments = [m for m in sentence.moments if a <= m.start and m.end <= b]
    when = _moment(moments, sentence, inside)
    told = attribution.mode != ""
    mode = modality(words, found, inside, lang, stance=attribution.stance, told=told)
    here = words[first:last]
    named = tuple(n for n in sentence.names if a <= n.start and n.end <= b)
    weakened = tuple(_moved(c, offset) for c in sentence.hedges if a <= c.start < b)
    reasons = Reasons(
        figures=len(figures),
        names=len({n.key for n in named}),
        moments=len(moments),
        modality=mode,
        mode=attribution.mode,
        verb=main is not None,
        hedges=len(weakened),
    )
    start, end = offset + a, offset + b
    return Claim(
        id=f"{source.id}#{start}-{end}",
        source=source.id,
        start=start,
        end=end,
        quote=source.text[start:end],
        lang=lang,
        part=sentence.part.kind,
        article=sentence.part.article,
        paragraph=sentence.paragraph,
        sentence=number,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        context=source.text[context.start : context.end] if context else "",
        context_start=context.start if context else -1,
        figures=figures,
        moments=tuple(m.moved(offset) for m in moments),
        moment=when.moved(offset) if when else None,
        attribution=attribution,
        polarity="denied" if denied else "affirmed",
        negations=tuple(_moved(n.cue, offset) for n in turned),
        modality=mode,
        hedges=weakened,
        names=tuple(_written(n, offset, source.text) for n in named),
        subject=_subject(words, main),
        verb=main.verb if main else "",
        antecedent=antecedent(words, main, (words[:first], *earlier), lang),
        tokens=tuple(replace(t, start=t.start + offset, end=t.end + offset) for t in here),
        worth=worth(here, reasons, lang),
    )


def _told(sentence: _Sentence, first: int, last: int) -> tuple[Attribution, tuple[int, ...]]:
    """Return who tells a piece of a sentence, and which clauses carry what is told."""
    heard, found = sentence.heard, sentence.view.clauses
    for turn in reversed(heard.turns):
        if found[turn.clause].first <= first:
            return turn.attribution, turn.content
    return heard.attribution, heard.content


def _with_that(
    found: Sequence[Clause], inside: tuple[int, ...], attribution: Attribution
) -> tuple[int, ...]:
    """Return the content with the clauses that "dass" ties to it ("machte klar, dass …")."""
    if attribution.stance != "says" and attribution.mode:
        return inside
    tied = [
        k
        for k in range(1, len(found))
        if found[k].opener in {"dass", "that"} and (k - 1 in inside or k - 2 in inside)
    ]
    return tuple(sorted({*inside, *tied}))


def _leading(found: Sequence[Clause], inside: Sequence[int]) -> Clause | None:
    """Return the clause that carries the statement, None if no clause has a verb."""
    return next((found[k] for k in inside if found[k].main_verb >= 0), None)


def _written(name: Name, offset: int, text: str) -> Name:
    """Return a name where it stands in the source, with the blanks the source has."""
    start, end = name.start + offset, name.end + offset
    return replace(name, start=start, end=end, text=text[start:end])


def _subject(words: Sequence[Token], clause: Clause | None) -> str:
    if clause is None or clause.subject is None:
        return ""
    head = words[clause.subject.head]
    return head.text if head.pos == "PROPN" else head.lemma


def _moment(moments: Sequence[Moment], sentence: _Sentence, inside: Sequence[int]) -> Moment | None:
    """Return the moment that dates what the content tells, not when somebody told it."""
    found, words = sentence.view.clauses, sentence.view.tokens

    def rank(moment: Moment) -> tuple[int, int, int, int]:
        at = next((i for i, t in enumerate(words) if t.end > moment.start), 0)
        k = next((k for k, c in enumerate(found) if c.first <= at < c.last), 0)
        in_content = 0 if k in inside or found[k].kind == "fragment" else 1
        point = 0 if moment.role in {"point", "span"} else 1
        sharp = 0 if moment.precision in _SHARP and moment.kind != "time" else 1
        return in_content, point, sharp, moment.start

    dating = [m for m in moments if m.precision != "vague" and m.role != "set"]
    best = min(dating, key=rank, default=None)
    if best is None or rank(best)[1] == 1:
        return None
    aside = rank(best)[0] == 1 and len(inside) < sum(c.kind == "main" for c in found)
    return None if aside else best
