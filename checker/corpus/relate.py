"""Bring together the claims that speak of the same thing.

Sources are grouped into stories, claims placed in events, candidates nominated, and for each
pair the five grounds decided.  Claims meet inside a story and inside their own article only.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from checker.corpus.candidates import Candidate, candidates
from checker.corpus.events import told
from checker.corpus.grounds import grounds
from checker.corpus.lineage import Passage, lineage
from checker.corpus.main_event import Main, main_events
from checker.corpus.mask import masked
from checker.corpus.neighbours import remarks
from checker.corpus.tables import Tables
from checker.corpus.view import View, words_around
from checker.language.telling import setting
from checker.model import ANYWHERE, Claim, Family, Pair, Setting, Source

if TYPE_CHECKING:
    from checker.corpus.encoder import Encoder

Progress = Callable[[str, int, int], None]
#: Pairs of two short texts above which the rest is not looked at.
_MOST: Final = 2_000
#: Pairs between two reports of progress.
_TELL: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What belongs together.

    Attributes:
        stories: Source ids per story, sorted; sources that share no story stand in none.
        pairs: Claims that may be held together, by (left source, start, right source, start).
        families: Copies and shared agency text.
        origins: Source id -> key of its origin.
        capped: Pairs dropped because a cap was reached.
        passages: Sentences that members of a family share, altered ones marked.
        remarks: What the ledger has to say on how it was found, as (key, detail).
        tables: The tables behind it by name, made when asked for: sources, claims, figures, pairs.
    """

    stories: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()
    families: tuple[Family, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    capped: int = 0
    passages: tuple[Passage, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    tables: Mapping[str, Any] = field(default_factory=dict)


def relate(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    encoder: Encoder,
    *,
    progress: Progress | None = None,
) -> Related:
    """Return stories, pairs with their grounds, and copies.

    Args:
        sources: All sources; their order does not matter.
        claims: Their claims; their order does not matter.
        encoder: As `open_encoder` returns it.
        progress: Told of ("embed" or "relate", done, total).

    Raises:
        ModelError: If the model cannot be loaded.
    """
    from checker.corpus.stories import stories

    tell = progress or _silent
    sources = sorted(sources, key=lambda s: s.id)
    claims = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
    vectors = encoder.encode([masked(c) for c in claims], progress)
    tell("relate", 0, 1)
    descent = lineage(sources, claims)
    told_of = stories(sources, claims)
    groups = _groups(claims, told_of)
    found, capped = candidates(claims, vectors, groups)
    mains = main_events(sources, claims)
    pairs = _pairs(views(claims, mains), found, _settings(claims, told_of), tell)
    return Related(
        stories=told_of,
        pairs=pairs,
        families=descent.families,
        origins=descent.origins,
        capped=capped,
        passages=descent.passages,
        remarks=remarks([len(g) for g in groups]) if vectors.shape[1] else (),
        tables=Tables(sources, claims, pairs, descent.origins),
    )


def relate_two(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Pair, ...]:
    """Return the pairs between two short texts that tell of one event; no embedding is used.

    Event and time count as established unless the texts themselves say otherwise.

    Args:
        left: Claims of the first text.
        right: Claims of the second text.
    """
    from rapidfuzz import fuzz

    sides = (views(left, {}), views(right, {}))
    known = replace(setting([*left, *right]), together=True)
    found = []
    for one in sides[0]:
        for other in sides[1]:
            like = fuzz.token_set_ratio(masked(one.claim), masked(other.claim)) / 100
            found.append(_pair(one, other, round(like, 3), "key", together=True, known=known))
    return tuple(found[:_MOST])


def views(claims: Sequence[Claim], mains: Mapping[tuple[str, int], Main]) -> tuple[View, ...]:
    """Return each claim with its occurrence, in the order of `claims`."""
    placed = told(claims, mains)
    keyed = _names(claims)
    return tuple(
        View(
            claim=claim,
            told=placed[i],
            main=mains.get((claim.source, claim.article), Main()),
            names=keyed[i],
            article=(claim.source, claim.article),
            words=words_around(claim),
        )
        for i, claim in enumerate(claims)
    )


def _names(claims: Sequence[Claim]) -> list[dict[str, str]]:
    """Return the names each claim speaks of; a pronoun borrows from the sentence before."""
    found: list[dict[str, str]] = []
    by_sentence: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for claim in claims:
        by_sentence[claim.source, claim.sentence] |= {n.key: n.text for n in claim.names}
    for claim in claims:
        names = {n.key: n.text for n in claim.names}
        if not names and any(t.pos == "PRON" for t in claim.tokens):
            names = by_sentence[claim.source, claim.sentence] or by_sentence.get(
                (claim.source, claim.sentence - 1), {}
            )
        found.append(names)
    return found


def _groups(claims: Sequence[Claim], told_of: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the rows of claims that may meet: per story, and per source that is in none."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for row, claim in enumerate(claims):
        by_source[claim.source].append(row)
    groups = [[r for s in story for r in by_source[s]] for story in told_of]
    alone = set(by_source) - {s for story in told_of for s in story}
    return groups + [by_source[s] for s in sorted(alone)]


def _settings(
    claims: Sequence[Claim], told_of: Sequence[Sequence[str]]
) -> dict[tuple[str, str], Setting]:
    """Return what is known of the story of two sources, by (left, right); one alone is a story."""
    found: dict[tuple[str, str], Setting] = {}
    for group in _groups(claims, told_of):
        known = setting([claims[row] for row in group])
        members = sorted({claims[row].source for row in group})
        for i, one in enumerate(members):
            for other in members[i:]:
                found.setdefault((one, other), known)
    return found


def _pairs(
    seen: Sequence[View],
    found: Sequence[Candidate],
    settings: Mapping[tuple[str, str], Setting],
    tell: Progress,
) -> tuple[Pair, ...]:
    pairs = []
    for done, candidate in enumerate(found):
        if done % _TELL == 0:
            tell("relate", done, len(found))
        left, right = seen[candidate.left], seen[candidate.right]
        pairs.append(
            _pair(
                left,
                right,
                candidate.similarity,
                candidate.nominated,
                together=False,
                known=settings.get((left.claim.source, right.claim.source), ANYWHERE),
            )
        )
    tell("relate", len(found), len(found))
    return tuple(pairs)


def _pair(
    one: View,
    other: View,
    similarity: float,
    by: str,
    *,
    together: bool,
    known: Setting = ANYWHERE,
) -> Pair:
    decided = grounds(one, other, together=together)
    return Pair(
        left=one.claim,
        right=other.claim,
        similarity=similarity,
        nominated=by,
        event=decided.event,
        participants=decided.participants,
        time=decided.time,
        measure=decided.measure,
        scope=decided.scope,
        setting=known,
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
