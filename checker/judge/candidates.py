"""Run the comparers and keep what they say next to the rule that asked.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checker.compare import Conflict, Reading
from checker.judge.corrections import corrections
from checker.judge.rules import Rule
from checker.model import NOTHING, Claim, Ground, Level, Pair, Phrase, Source, Standing

#: Grounds a pair carries, in the order they are shown.
GROUNDS = ("event", "participants", "time", "measure", "scope")
#: Comparers of figures; for all others it does not matter what is measured.
_MEASURING = {"figure", "swap", "derived", "points", "wider"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A conflict on its way to a finding.

    Attributes:
        rule: The rule that speaks.
        conflict: What its comparer said.
        pair: The pair compared, None for claims looked at alone.
        level: How loudly, after grounds and attribution were weighed.
        type: Type of the finding.
        remarks: Steps the judge added to the reckoning.
        missing: What is not settled.
        weight: Rank inside its level, larger first, None to take it from the grounds.
    """

    rule: Rule
    conflict: Conflict
    pair: Pair | None
    level: Level
    type: str
    remarks: tuple[Phrase, ...] = ()
    missing: Phrase = NOTHING
    weight: float | None = None

    @property
    def within(self) -> bool:
        """Whether all sides stand in one source."""
        return len({s.claim.source for s in self.conflict.sides}) == 1

    @property
    def first(self) -> Reading:
        """The side that comes first by source and place."""
        return self.conflict.sides[0]

    @property
    def last(self) -> Reading:
        """The other side."""
        return self.conflict.sides[-1]


def grounds(pair: Pair, conflict: Conflict) -> tuple[tuple[str, Ground], ...]:
    """Return the five grounds; the comparer's own one for the measure comes first."""
    found = {name: getattr(pair, name) for name in GROUNDS}
    if conflict.measure is not None:
        found["measure"] = conflict.measure
    return tuple(found.items())


def collect(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    pairs: Iterable[Pair],
    rules: Sequence[Rule],
    stories: Sequence[Sequence[str]] = (),
) -> list[Candidate]:
    """Return everything the comparers object to, at the level the grounds allow.

    Args:
        sources: All sources.
        claims: All claims.
        pairs: The claims that may be held together.
        rules: The rules in force.
        stories: Source ids that tell one story; a source in none tells its own.
    """
    found: list[Candidate] = []
    active = [r for r in rules if r.level is not None and not r.comparer.judged]
    paired = [r for r in active if r.comparer.pair is not None or r.comparer.dated is not None]
    said = {s.id: s.published_low for s in sources}
    notices = corrections(claims)
    for raw in pairs:
        pair = raw
        if pair.left.id in notices.withdrawn or pair.right.id in notices.withdrawn:
            continue
        if pair.left.id in notices.mended or pair.right.id in notices.mended:
            pair = replace(
                pair,
                left=notices.mended.get(pair.left.id, pair.left),
                right=notices.mended.get(pair.right.id, pair.right),
            )
        out = excluded(pair)
        for rule in paired:
            if not out <= set(rule.comparer.own) or not _may_count(rule, pair):
                continue
            for conflict in _heard(rule, pair, said):
                candidate = weighed(rule, conflict, pair)
                if candidate is not None:
                    found.append(candidate)
    by_source: dict[str, list[Claim]] = {s.id: [] for s in sources}
    for claim in claims:
        by_source[claim.source].append(claim)
    for rule in active:
        found += [alone(rule, c) for c in _of_many(rule, sources, by_source, stories)]
    return found


def _of_many(
    rule: Rule,
    sources: Sequence[Source],
    by_source: Mapping[str, Sequence[Claim]],
    stories: Sequence[Sequence[str]],
) -> Iterator[Conflict]:
    """Yield what a rule's comparer says about single claims, sources and stories."""
    comparer = rule.comparer
    for source in sources:
        own = by_source[source.id]
        if comparer.single is not None:
            for claim in own:
                yield from comparer.single(claim, rule.settings)
        if comparer.source is not None:
            yield from comparer.source(source, own, rule.settings)
    if comparer.story is not None:
        told = {s for story in stories for s in story}
        alone = [(s.id,) for s in sources if s.id not in told]
        for members in (*stories, *alone):
            own = [c for s in members for c in by_source[s]]
            yield from comparer.story(own, rule.settings)


def _heard(rule: Rule, pair: Pair, said: Mapping[str, datetime | None]) -> tuple[Conflict, ...]:
    """Return what a rule's comparer says about a pair."""
    found: tuple[Conflict, ...] = ()
    if rule.comparer.pair is not None:
        found += rule.comparer.pair(pair, rule.settings)
    if rule.comparer.dated is not None:
        left, right = said.get(pair.left.source), said.get(pair.right.source)
        found += rule.comparer.dated(pair, rule.settings, left, right)
    return found


def excluded(pair: Pair) -> set[str]:
    """Return the grounds on which the two claims speak of different things for certain."""
    return {
        name
        for name in ("event", "participants", "time", "scope")
        if getattr(pair, name).standing is Standing.EXCLUDED
    }


def _may_count(rule: Rule, pair: Pair) -> bool:
    """Return whether `weighed` could keep anything the rule says of a pair; spares comparing."""
    if not pair.within or _parted(pair) or rule.comparer.alike:
        return True
    needed = {"event", "participants", "time"} - set(rule.comparer.own)
    return rule.level is Level.INFO and all(
        getattr(pair, name).standing is Standing.ESTABLISHED for name in needed
    )


def weighed(rule: Rule, conflict: Conflict, pair: Pair) -> Candidate | None:
    """Return the candidate at the level its grounds allow, None if one of them is excluded."""
    stands = [(n, g) for n, g in grounds(pair, conflict) if n not in rule.comparer.own]
    if not pair.left.figures or not pair.right.figures or rule.comparer.name not in _MEASURING:
        stands = [(n, g) for n, g in stands if n not in {"measure", "scope"}]
    if any(g.standing is Standing.EXCLUDED for _, g in stands):
        return None
    if pair.within and not _parted(pair) and not conflict.alike:
        sure = all(g.standing is Standing.ESTABLISHED for _, g in stands)
        if rule.level is not Level.INFO or not sure:
            return None
    unsettled = {n for n, g in stands if g.standing is Standing.POSSIBLE}
    if pair.left.names and pair.right.names and "participants" in unsettled:
        unsettled.add("scope")
    if "event" in unsettled and unsettled & {"measure", "scope"} and rule.level is not Level.INFO:
        # whether it is one event and whether it is one thing are two questions too many
        return None
    open_grounds = [
        (n, g) for n, g in stands if g.standing is Standing.POSSIBLE and not _implied(n, pair)
    ]
    assert rule.level is not None
    level = rule.level
    if (open_grounds or conflict.certainty != "hard") and level is Level.ERROR:
        level = Level.WARNING
    level = lower(level, Level(conflict.cap))
    asked = {g.why: _asked(n, g) for n, g in reversed(open_grounds)}
    missing = _missing(
        [asked[w] for w in dict.fromkeys(g.why for _, g in open_grounds)], conflict.missing
    )
    return Candidate(
        rule=rule, conflict=conflict, pair=pair, level=level, type=rule.type, missing=missing
    )


def _asked(name: str, ground: Ground) -> Phrase:
    """Return what an open ground leaves to be found out, said so that nobody overlooks it."""
    if name != "event":
        return ground.why
    return Phrase(
        f"es können zwei verschiedene Ereignisse sein: {ground.why.de}",
        f"these may be two different events: {ground.why.en}",
    )


def _parted(pair: Pair) -> bool:
    """Return whether the claims stand in two parts of an article, as headline and body do.

    An article is written in one go: two sentences of its body that seem to disagree speak
    nearly always of two things.
    """
    return pair.left.part != pair.right.part


def _implied(name: str, pair: Pair) -> bool:
    """Return whether the event settles who takes part, because no claim names anybody else."""
    return (
        name == "participants"
        and pair.event.standing is Standing.ESTABLISHED
        and not (pair.left.names and pair.right.names)
    )


def lower(level: Level, cap: Level) -> Level:
    """Return the quieter of two levels."""
    return level if level.rank >= cap.rank else cap


def _missing(whys: Sequence[Phrase], own: Phrase) -> Phrase:
    parts = [w for w in (own, *whys) if w.de]
    unique = list(dict.fromkeys(parts))[:2]
    if not unique:
        return NOTHING
    return Phrase("; ".join(p.de for p in unique), "; ".join(p.en for p in unique))


def alone(rule: Rule, conflict: Conflict) -> Candidate:
    """Return the candidate of a conflict that rests on no pair."""
    assert rule.level is not None
    level = rule.level
    if conflict.certainty != "hard" and level is Level.ERROR:
        level = Level.WARNING
    return Candidate(
        rule=rule,
        conflict=conflict,
        pair=None,
        level=lower(level, Level(conflict.cap)),
        type=rule.type,
        missing=conflict.missing,
    )


def by_comparer(rules: Sequence[Rule]) -> Mapping[str, Rule]:
    """Return the active rules by the name of their comparer; the first by id wins."""
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.level is not None:
            found.setdefault(rule.comparer.name, rule)
    return found
