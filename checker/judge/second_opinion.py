"""Ask a second reader about pairs that no comparer settled.

Its word stands under a rule of its own, a warning at most, with the model named: it is never
mixed with what was computed, and silence about a pair is no agreement.

Floor 4 (judge).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.compare import Conflict, Reading
from checker.judge.build import findings as build
from checker.judge.candidates import Candidate, by_comparer, excluded, lower
from checker.judge.rules import Rule
from checker.judge.support import agrees
from checker.model import Finding, Level, Pair, Phrase, Source, Standing

if TYPE_CHECKING:
    from checker.corpus.second_reader import Progress, SecondReader


def second_opinion(
    pairs: Sequence[Pair],
    found: Sequence[Finding],
    rules: Sequence[Rule],
    sources: Sequence[Source],
    reader: SecondReader,
    *,
    progress: Progress | None = None,
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings of the second reader, and how many pairs a cap kept from it.

    Args:
        pairs: All pairs of the run.
        found: What the comparers found.
        rules: The rules in force; nothing is asked if none names this comparer.
        sources: The sources of the run.
        reader: The model.
        progress: Told of ("second reading", done, total).
    """
    rule = by_comparer(rules).get("second_reading")
    if rule is None or rule.level is None:
        return (), 0
    open_pairs = unsettled(pairs, found)
    asked = open_pairs[: rule.settings.most]
    readings = reader.read([(p.left.quote, p.right.quote) for p in asked], progress)
    candidates = [
        _candidate(rule, pair, reader.name)
        for pair, reading in zip(asked, readings, strict=True)
        if reading.contradicts
    ]
    by_id: Mapping[str, Source] = {s.id: s for s in sources}
    return tuple(build(candidates, by_id)), len(open_pairs) - len(asked)


def unsettled(pairs: Sequence[Pair], found: Sequence[Finding]) -> list[Pair]:
    """Return the pairs about one event that nothing was said about, nearest first."""
    settled = {
        frozenset((a.claim, b.claim))
        for f in found
        for a in f.sides
        for b in f.sides
        if a.claim != b.claim
    }
    return sorted(
        (
            p
            for p in pairs
            if p.event.standing is Standing.ESTABLISHED
            and p.left.modality != "question" != p.right.modality
            and frozenset((p.left.id, p.right.id)) not in settled
            and not excluded(p)
            and not agrees(p)
        ),
        key=lambda p: (-p.similarity, p.left.id, p.right.id),
    )


def _candidate(rule: Rule, pair: Pair, model: str) -> Candidate:
    read = Phrase(f"von {model} gelesen", f"read by {model}")
    assert rule.level is not None
    return Candidate(
        rule=rule,
        conflict=Conflict(
            sides=(Reading(claim=pair.left, reads=read), Reading(claim=pair.right, reads=read)),
            reckoning=(
                Phrase(
                    f"das Modell {model} liest in beiden Richtungen einen Widerspruch",
                    f"the model {model} reads a contradiction in both directions",
                ),
                Phrase(
                    "keine Angabe, Verneinung oder Benennung belegt ihn rechnerisch",
                    "no figure, negation or name proves it by computation",
                ),
            ),
            slots=(("model", Phrase(model, model)),),
            certainty="hint",
        ),
        pair=pair,
        level=lower(rule.level, Level.WARNING),
        type=rule.type,
    )
