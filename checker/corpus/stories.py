"""Group articles by what they report.

Two articles tell one story if they share names and telling words well beyond what articles of
the same batch share anyway.  How far beyond depends on the batch: of four files that somebody
names together most tell one story, of a thousand in an archive hardly any two do.  Articles of
one week need less, articles in two languages can share only names.

An article may belong to more than one story; a story that one chain of articles holds
together is cut where its articles no longer resemble one another.

Floor 3 (corpus).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from checker.corpus.likeness import Likeness
from checker.model import Claim, Source

#: For each article those that tell its story, and how like they are.
Links = Mapping[int, Mapping[int, float]]

#: Likeness from which two articles of a batch of five tell one story, and what is added for
#: each e-fold of the batch: undated, and published within days of one another.  Chosen so that
#: unrelated newspaper articles stay apart in batches of 2 to 500.
_LEAST: Final = {False: (0.10, 0.050), True: (0.07, 0.026)}
_SMALL: Final = 5
_SAME_DAYS: Final = timedelta(days=3)
#: Factor for two languages.
_FOREIGN: Final = 0.2
#: Names that articles in two languages have to share: otherwise, and of the same days.
_FOREIGN_NAMES: Final = {False: 2, True: 1}
#: Articles above which a chain is cut into stories that hold together.
_CHAIN: Final = 12
#: Share of its members an article must resemble to belong to a cut story.
_HOLDS: Final = 0.5
#: Likeness to a story as a whole from which a lone article joins it, and how many times less
#: like the next story must be.
_WHOLE: Final = 0.10
_CLEAR: Final = 1.5


def stories(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Return the source ids of each story of two or more sources, sorted.

    Args:
        sources: All sources, in any order.
        claims: Their claims, in any order.
    """
    like = Likeness(claims)
    by_id = {s.id: s for s in sources}
    ordered = [by_id[i] for i in like.ids]
    links = _links(ordered, like)
    found: set[tuple[int, ...]] = set()
    for component in _components(links, len(ordered)):
        if len(component) <= _CHAIN:
            found.add(component)
        else:
            found |= _cut(component, links)
    joined = _joined(found, ordered, like)
    return tuple(sorted(tuple(like.ids[i] for i in group) for group in joined))


def _links(sources: Sequence[Source], like: Likeness) -> Links:
    """Return for each article those that tell its story, and how like they are."""
    import numpy as np

    growth = max(0.0, math.log(max(len(sources), 1) / _SMALL))
    least = {dated: base + step * growth for dated, (base, step) in _LEAST.items()}
    links: dict[int, dict[int, float]] = {i: {} for i in range(len(sources))}
    lowest = round(least[True], 3), round(least[True] * _FOREIGN, 3)
    for i, j, similar, names in like.pairs(*lowest):
        one, other = sources[i], sources[j]
        dated = _same_days(one, other)
        wanted = least[dated]
        if one.lang != other.lang:
            if names < _FOREIGN_NAMES[dated]:
                continue
            wanted *= _FOREIGN
        if similar >= np.float32(round(wanted, 3)):
            links[i][j] = links[j][i] = similar
    return links


def _same_days(one: Source, other: Source) -> bool:
    """Return whether both are dated and were published within days of one another."""
    ends = (one.published_low, one.published_high, other.published_low, other.published_high)
    if any(e is None for e in ends):
        return False
    a_low, a_high, b_low, b_high = (e.replace(tzinfo=None) for e in ends if e is not None)
    return max(a_low - b_high, b_low - a_high) <= _SAME_DAYS


def _components(links: Links, count: int) -> list[tuple[int, ...]]:
    """Return the connected groups of two or more."""
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen or not links[start]:
            continue
        group, frontier = {start}, [start]
        while frontier:
            new = links[frontier.pop()].keys() - group
            group |= new
            frontier += sorted(new)
        seen |= group
        found.append(tuple(sorted(group)))
    return found


def _joined(
    found: set[tuple[int, ...]], sources: Sequence[Source], like: Likeness
) -> set[tuple[int, ...]]:
    """Return the stories with the lone articles that resemble one story as a whole.

    An article in other words than each of the others is often near to all of them together.
    Only articles of the same days join, and only where no second story is nearly as like.
    """
    groups = sorted(found)
    more: dict[tuple[int, ...], list[int]] = {g: [] for g in groups}
    at_hand = _of_days(groups, sources)
    told = {i for g in groups for i in g}
    lone = [i for i in range(len(sources)) if i not in told and at_hand(sources[i])]
    within = [float(like.among(group).mean()) ** 0.5 for group in groups]
    for one, means in like.to_groups(lone, groups):
        ranked = [
            (round(float(means[g]) / within[g], 3), groups[g])
            for g in at_hand(sources[one])
            if any(_same_days(sources[one], sources[i]) for i in groups[g])
        ]
        ranked.sort(key=lambda r: (-r[0], r[1]))
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked and ranked[0][0] >= max(_WHOLE, _CLEAR * second):
            more[ranked[0][1]].append(one)
    return {tuple(sorted((*g, *more[g]))) for g in groups}


def _of_days(
    groups: Sequence[Sequence[int]], sources: Sequence[Source]
) -> Callable[[Source], list[int]]:
    """Return what gives the numbers of the groups with an article of about a source's days."""
    by_day: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for member in group:
            for day in _days(sources[member]):
                by_day[day].add(number)
    reach = _SAME_DAYS.days + 1

    def at_hand(source: Source) -> list[int]:
        days = _days(source)
        if not days:
            return []
        around = range(days.start - reach, days.stop + reach)
        return sorted({number for day in around for number in by_day.get(day, ())})

    return at_hand


def _days(source: Source) -> range:
    """Return the days on which a source can have been published, none if it carries no date."""
    if source.published_low is None or source.published_high is None:
        return range(0)
    return range(source.published_low.toordinal(), source.published_high.toordinal() + 1)


def _cut(component: Sequence[int], links: Links) -> set[tuple[int, ...]]:
    """Return the stories of a long chain: around each article those that hold together."""
    found: list[set[int]] = []
    for centre in component:
        group = {centre}
        for other in sorted(links[centre], key=lambda o: (-links[centre][o], o)):
            if len(links[other].keys() & group) >= _HOLDS * len(group):
                group.add(other)
        if len(group) > 1 and not any(group <= old for old in found):
            found = [old for old in found if not old <= group] + [group]
    return {tuple(sorted(g)) for g in found}
