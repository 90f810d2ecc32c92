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
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from checker.corpus.lexical import lemmas
from checker.model import Claim, Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

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
#: Sources above which a sentence printed in all of them is nobody's news.
_STOCK: Final = 3


def stories(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Return the source ids of each story of two or more sources, sorted.

    Args:
        sources: All sources, in any order.
        claims: Their claims, in any order.
    """
    ids, similar, names = article_similarity(claims)
    by_id = {s.id: s for s in sources}
    links = _links([by_id[i] for i in ids], similar, names)
    found: set[tuple[int, ...]] = set()
    for component in _components(links, len(ids)):
        if len(component) <= _CHAIN:
            found.add(component)
        else:
            found |= _cut(component, links, similar)
    joined = _joined(found, [by_id[i] for i in ids], similar)
    return tuple(sorted(tuple(ids[i] for i in group) for group in joined))


def article_similarity(
    claims: Sequence[Claim],
) -> tuple[list[str], npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    """Return source ids, sorted, the likeness of each two and the number of names they share.

    Likeness is the cosine of words and names weighted by rarity in the batch, 0..1, quantised
    to 1/1000.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    words, names = _bags(claims)
    ids = sorted(words)
    spread: Counter[str] = Counter(w for i in ids for w in words[i])
    columns = {w: c for c, w in enumerate(sorted(spread))}
    data, row, column = [], [], []
    for r, i in enumerate(ids):
        for word, count in sorted(words[i].items()):
            rarity = math.log((len(ids) + 30) / (spread[word] + 0.5))
            data.append((1 + math.log(count)) * rarity)
            row.append(r)
            column.append(columns[word])
    matrix = csr_matrix((data, (row, column)), shape=(len(ids), max(1, len(columns))))
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    similar = (matrix @ matrix.T).toarray() / np.maximum(np.outer(norms, norms), 1e-9)
    known = {n: c for c, n in enumerate(sorted({n for own in names.values() for n in own}))}
    cells = [(r, known[n]) for r, i in enumerate(ids) for n in sorted(names[i])]
    named = csr_matrix(
        (np.ones(len(cells)), ([c[0] for c in cells], [c[1] for c in cells])),
        shape=(len(ids), max(1, len(known))),
    )
    shared = (named @ named.T).toarray().astype(np.int32)
    return ids, np.round(similar, 3).astype(np.float32), shared


def _bags(claims: Sequence[Claim]) -> tuple[dict[str, Counter[str]], dict[str, set[str]]]:
    """Return words (names count twice) and names of each source; stock sentences are left out."""
    printed: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        printed[claim.quote].add(claim.source)
    words: dict[str, Counter[str]] = {s: Counter() for s in sorted({c.source for c in claims})}
    names: dict[str, set[str]] = {s: set() for s in words}
    for claim in claims:
        if len(printed[claim.quote]) > _STOCK:
            continue
        words[claim.source].update(w for w in lemmas(claim) if len(w) > 3 and w.isalpha())
        for name in claim.names:
            words[claim.source][f"={name.key}"] += 2
            names[claim.source].add(name.key)
    return words, names


def _links(
    sources: Sequence[Source],
    similar: npt.NDArray[np.float32],
    names: npt.NDArray[np.int32],
) -> Mapping[int, set[int]]:
    """Return for each article those that tell its story."""
    import numpy as np

    count = len(sources)
    growth = max(0.0, math.log(max(count, 1) / _SMALL))
    least = {dated: base + step * growth for dated, (base, step) in _LEAST.items()}
    links: dict[int, set[int]] = {i: set() for i in range(count)}
    tongues = np.array([s.lang for s in sources])
    near = similar >= np.float32(round(least[True], 3))
    foreign = similar >= np.float32(round(least[True] * _FOREIGN, 3))
    near |= foreign & (names > 0) & (tongues[:, None] != tongues[None, :])
    for i, j in np.argwhere(np.triu(near, 1)).tolist():
        one, other = sources[i], sources[j]
        dated = _same_days(one, other)
        wanted = least[dated]
        if one.lang != other.lang:
            if names[i, j] < _FOREIGN_NAMES[dated]:
                continue
            wanted *= _FOREIGN
        if similar[i, j] >= np.float32(round(wanted, 3)):
            links[i].add(j)
            links[j].add(i)
    return links


def _same_days(one: Source, other: Source) -> bool:
    """Return whether both are dated and were published within days of one another."""
    ends = (one.published_low, one.published_high, other.published_low, other.published_high)
    if any(e is None for e in ends):
        return False
    a_low, a_high, b_low, b_high = (e.replace(tzinfo=None) for e in ends if e is not None)
    return max(a_low - b_high, b_low - a_high) <= _SAME_DAYS


def _components(links: Mapping[int, set[int]], count: int) -> list[tuple[int, ...]]:
    """Return the connected groups of two or more."""
    seen: set[int] = set()
    found = []
    for start in range(count):
        if start in seen or not links[start]:
            continue
        group, frontier = {start}, [start]
        while frontier:
            new = links[frontier.pop()] - group
            group |= new
            frontier += sorted(new)
        seen |= group
        found.append(tuple(sorted(group)))
    return found


def _joined(
    found: set[tuple[int, ...]], sources: Sequence[Source], similar: npt.NDArray[np.float32]
) -> set[tuple[int, ...]]:
    """Return the stories with the lone articles that resemble one story as a whole.

    An article in other words than each of the others is often near to all of them together.
    Only articles of the same days join, and only where no second story is nearly as like.
    """
    import numpy as np

    groups = sorted(found)
    more: dict[tuple[int, ...], list[int]] = {g: [] for g in groups}
    for lone in sorted(set(range(len(sources))) - {i for g in groups for i in g}):
        ranked = []
        for group in groups:
            if not any(_same_days(sources[lone], sources[i]) for i in group):
                continue
            members = list(group)
            within = float(similar[np.ix_(members, members)].mean())
            ranked.append((round(float(similar[lone, members].mean()) / within**0.5, 3), group))
        ranked.sort(key=lambda r: (-r[0], r[1]))
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked and ranked[0][0] >= max(_WHOLE, _CLEAR * second):
            more[ranked[0][1]].append(lone)
    return {tuple(sorted((*g, *more[g]))) for g in groups}


def _cut(
    component: Sequence[int],
    links: Mapping[int, set[int]],
    similar: npt.NDArray[np.float32],
) -> set[tuple[int, ...]]:
    """Return the stories of a long chain: around each article those that hold together."""
    found: list[set[int]] = []
    for centre in component:
        group = {centre}
        for other in sorted(links[centre], key=lambda o: (-float(similar[centre, o]), o)):
            if len(links[other] & group) >= _HOLDS * len(group):
                group.add(other)
        if len(group) > 1 and not any(group <= old for old in found):
            found = [old for old in found if not old <= group] + [group]
    return {tuple(sorted(g)) for g in found}
