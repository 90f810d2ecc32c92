"""Judge a run: what does not stand together, how loudly to say it, and who supports whom.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.compare import Conflict, Reading, forget
from checker.judge.build import findings as build
from checker.judge.candidates import Candidate, by_comparer, collect
from checker.judge.rules import Rule
from checker.judge.settle import settle
from checker.judge.support import weigh
from checker.language.quotations import quotations
from checker.model import Claim, Finding, Kind, Phrase, Source, Support
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.corpus.relate import Related

#: Words of a sentence that says one thing.
_PLAIN_LENGTH = 15
#: Sentences of an article that are its lead, and from which on it tells what others leave out.
_LEAD, _DEEP = 2, 10


def judge(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    related: Related,
    rules: Sequence[Rule],
    settings: Settings,
) -> tuple[tuple[Finding, ...], dict[str, Support]]:
    """Return the findings in their fixed order and the support of every claim, by id."""
    try:
        return _judged(sources, claims, related, rules)
    finally:
        forget()


def _judged(
    sources: Sequence[Source], claims: Sequence[Claim], related: Related, rules: Sequence[Rule]
) -> tuple[tuple[Finding, ...], dict[str, Support]]:
    by_id = {s.id: s for s in sources}
    candidates = settle(
        collect(sources, claims, related.pairs, rules, related.stories), by_id, rules
    )
    words = by_comparer(rules)
    candidates += _copies(related, claims, words)
    found = build(candidates, by_id)
    support = weigh(claims, related.pairs, found, related.origins)
    found += build(_lone(claims, related, support, words), by_id)
    return tuple(sorted(found, key=lambda f: f.order)), support


def _copies(
    related: Related, claims: Sequence[Claim], words: Mapping[str, Rule]
) -> list[Candidate]:
    """Return one finding per source and passage that it shares with its origin."""
    rule = words.get("copied")
    if rule is None or rule.level is None:
        return []
    by_source: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, {}).setdefault(" ".join(claim.quote.split()), claim)
    found = []
    for family in related.families:
        origin = family.origin if family.origin in family.members else family.members[0]
        for member in family.members:
            if member == origin:
                continue
            shared = [
                (by_source[origin][quote], claim)
                for quote, claim in by_source.get(member, {}).items()
                if quote in by_source.get(origin, {})
            ]
            if not shared:
                continue
            found.append(_copy(rule, shared, share=family.share, origin=origin, member=member))
    return found


def _copy(
    rule: Rule,
    shared: Sequence[tuple[Claim, Claim]],
    *,
    share: float,
    origin: str,
    member: str,
) -> Candidate:
    assert rule.level is not None
    sides = [_passage([pair[end] for pair in shared]) for end in (0, 1)]
    percent = f"{round(share * 100)}"
    step = Phrase(
        f"{percent} Prozent des kürzeren Textes stehen im anderen; {len(shared)} Aussagen sind "
        "wortgleich",
        f"{percent} per cent of the shorter text stand in the other; {len(shared)} claims are "
        "word for word the same",
    )
    return Candidate(
        rule=rule,
        conflict=Conflict(
            sides=tuple(sides),
            reckoning=(step,),
            slots=(
                ("copy", Phrase(member, member)),
                ("origin", Phrase(origin, origin)),
                ("share", Phrase(percent, percent)),
            ),
        ),
        pair=None,
        level=rule.level,
        type=rule.type,
    )


def _passage(claims: Sequence[Claim]) -> Reading:
    """Return the stretch of a source from its first to its last shared claim."""
    ordered = sorted(claims, key=lambda c: c.start)
    return Reading(
        claim=ordered[0],
        reads=Phrase("wortgleich", "word for word"),
        marks=tuple((c.start, c.end) for c in ordered),
        start=ordered[0].start,
        end=max(c.end for c in ordered),
    )


def _lone(
    claims: Sequence[Claim],
    related: Related,
    support: Mapping[str, Support],
    words: Mapping[str, Rule],
) -> list[Candidate]:
    """Return the check-worthy claims of one origin only, most check-worthy first."""
    rule = words.get("support")
    if rule is None or rule.level is None:
        return []
    story_of = {source: n for n, story in enumerate(related.stories) for source in story}
    listed: dict[int, int] = {}
    found = []
    for claim in sorted(claims, key=lambda c: (-need(c), c.source, c.start, c.end)):
        stood = support[claim.id]
        if stood.by or stood.status not in {"single-origin", "contested"}:
            continue
        if claim.worth < rule.settings.least or claim.part in {"headline", "teaser", "subhead"}:
            continue
        story = story_of.get(claim.source, -1)
        if listed.get(story, 0) >= rule.settings.most:
            continue
        listed[story] = listed.get(story, 0) + 1
        found.append(_alone(rule, claim))
    return found


def need(claim: Claim) -> float:
    """Return how much a lone claim needs a second source, quantised; a rank, no probability.

    Check-worthiness, more for what can be counted, is planned or rests on somebody's word alone;
    less for the lead, which others tell as well, for quoted words, for what a pronoun stands for,
    and for long sentences, which gather points by saying many things.
    """
    counted = any(f.kind is not Kind.ORDINAL for f in claim.figures)
    vouched = claim.attribution.kind != "outlet" or bool(claim.hedges)
    long = max(0, len(claim.tokens) - _PLAIN_LENGTH) / 100
    vague = sum(t.pos == "PRON" for t in claim.tokens) / max(1, len(claim.tokens))
    return round(
        claim.worth
        + 0.2 * counted
        + 0.1 * vouched
        + 0.15 * (claim.modality == "plan")
        + 0.1 * (claim.sentence > _DEEP)
        - 0.3 * (claim.sentence <= _LEAD)
        - 0.2 * bool(quotations(claim.quote))
        - 0.2 * (claim.attribution.mode == "direct")
        - 0.5 * (claim.modality == "question")
        - 0.3 * vague
        - long,
        3,
    )


def _alone(rule: Rule, claim: Claim) -> Candidate:
    assert rule.level is not None
    speaker = claim.attribution.speaker
    voice = (
        Phrase(f"es bürgt {speaker}", f"{speaker} vouches for it")
        if speaker
        else Phrase("niemand ist dafür genannt", "nobody is named for it")
    )
    return Candidate(
        rule=rule,
        conflict=Conflict(
            sides=(Reading(claim=claim, reads=voice),),
            reckoning=(
                Phrase(
                    "keine Quelle anderen Ursprungs macht dieselbe Aussage",
                    "no source of another origin makes the same claim",
                ),
                voice,
            ),
            slots=(("source", Phrase(claim.source, claim.source)),),
        ),
        pair=None,
        level=rule.level,
        type=rule.type,
        weight=min(1.0, max(0.0, need(claim))),
    )
