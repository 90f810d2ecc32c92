"""Judge two short texts as two sources that tell of one event.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final

from checker.compare import stands
from checker.compare.polarity import carriers
from checker.judge.candidates import Candidate, alone, collect
from checker.judge.rules import Rule, load_rules
from checker.judge.settle import settle
from checker.model import Claim, Level, Pair, Source
from checker.settings import Settings

#: Share of the hypothesis' base forms that the premise must hold to support it.
_HELD: Final = Decimal("0.75")


@cache
def _rules() -> tuple[Rule, ...]:
    # a hedge that one text lost is worth a warning, and so is a name spelt in two ways; but where
    # one event is given, both texts can stand
    return load_rules(Settings(levels={"ATT01": "info", "NAM01": "info"}))


def label_pair(premise: str, hypothesis: str, lang: str) -> dict[str, Any]:
    """Return label, type and reckoning of two texts.

    Args:
        premise: What the first source says.
        hypothesis: What the second says.
        lang: Language of both.

    Returns:
        ``label`` is contradiction if a rule fires at warning or error, entailment if the
        premise supports the hypothesis, neutral otherwise; ``type`` is that of the loudest
        conflict or empty; ``reckoning`` its steps in `lang`.
    """
    sources, claims, pairs = relate_texts(premise, hypothesis, lang)
    loud = [
        c
        for c in candidates(sources, claims, pairs, _rules())
        if c.level in {Level.ERROR, Level.WARNING}
    ]
    if loud:
        best = min(loud, key=lambda c: (c.level.rank, c.rule.id))
        steps = [p.get(lang) for p in (*best.conflict.reckoning, *best.remarks)]
        return {"label": "contradiction", "type": best.type, "reckoning": steps}
    left = [c for c in claims if c.source == sources[0].id]
    right = [c for c in claims if c.source == sources[1].id]
    if supports(left, right):
        return {"label": "entailment", "type": "", "reckoning": []}
    return {"label": "neutral", "type": "", "reckoning": []}


def relate_texts(
    first: str, second: str, lang: str
) -> tuple[tuple[Source, ...], tuple[Claim, ...], tuple[Pair, ...]]:
    """Return two texts as sources with their claims and pairs."""
    from checker.corpus.relate import relate_two
    from checker.language.treebank import rejoined
    from checker.read import source_from_text
    from checker.read.claims import read_claims

    sources = (
        source_from_text(rejoined(first), id="premise", lang=lang),
        source_from_text(rejoined(second), id="hypothesis", lang=lang),
    )
    left, right = read_claims(sources[0]), read_claims(sources[1])
    return sources, (*left, *right), relate_two(left, right)


def candidates(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    pairs: Sequence[Pair],
    rules: Sequence[Rule],
) -> list[Candidate]:
    """Return what the rules object to across two texts, settled."""
    across = [p for p in pairs if not p.within]
    left, right = ([c for c in claims if c.source == s.id] for s in sources)
    paired = collect(sources, claims, across, rules, (tuple(s.id for s in sources),))
    found = [c for c in paired if not _told_elsewhere(c, left, right)]
    for rule in rules:
        if rule.comparer.texts is not None and rule.level is not None:
            found += [alone(rule, c) for c in rule.comparer.texts(left, right, rule.settings)]
    settled = settle(found, {s.id: s for s in sources}, rules)
    return [c for c in settled if not c.within]


def _told_elsewhere(candidate: Candidate, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Return whether what the second text says stands elsewhere in the first.

    A text of several sentences names several figures and dates; one of them agreeing, or two
    that let it be worked out, is enough: the others are of something else.
    """
    if candidate.type not in {"figure-conflict", "time-conflict"}:
        return False
    ids = {c.id for c in right}
    marks = {m for s in candidate.conflict.sides if s.claim.id in ids for m in s.marks}
    told = [f for c in left for f in c.figures]
    times = [m for c in left for m in c.moments]
    for claim in right:
        for figure in claim.figures:
            if (figure.start, figure.end) in marks and stands(figure, told):
                return True
        for moment in claim.moments:
            if (moment.start, moment.end) in marks and any(
                m.low == moment.low and m.high == moment.high and m.clock == moment.clock
                for m in times
                if m.resolved and moment.resolved
            ):
                return True
    return False


def supports(premise: Sequence[Claim], hypothesis: Sequence[Claim]) -> bool:
    """Return whether the premise's claims hold what the hypothesis' claims say.

    Most base forms of the hypothesis stand in the premise, so does each of its figures, and
    neither is denied where the other is affirmed.
    """
    if not premise or not hypothesis:
        return False
    held = frozenset[str]().union(*(carriers(c) for c in premise))
    said = frozenset[str]().union(*(carriers(c) for c in hypothesis))
    if not said or Decimal(len(held & said)) / len(said) < _HELD:
        return False
    figures = [f for c in premise for f in c.figures]
    for claim in hypothesis:
        for figure in claim.figures:
            if not any(
                f.kind is figure.kind and f.unit == figure.unit and figure.hard.holds(f.hard)
                for f in figures
            ):
                return False
    return any(c.polarity == "denied" for c in premise) == any(
        c.polarity == "denied" for c in hypothesis
    )
