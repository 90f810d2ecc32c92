from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, cast

import numpy as np

from checker.corpus.encoder import Encoder
from checker.corpus.relate import Related, relate
from checker.model import Claim, Kind, Source, Standing

MakeClaim = Callable[..., Claim]
MakeSource = Callable[..., Source]


class Hashing:
    """Stands in for a model: letters counted, so that tests need no weights."""

    def encode(self, texts: Sequence[str], progress: object = None) -> Any:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            for a, b in pairwise(text):
                rows[row, (ord(a) * 31 + ord(b)) % 64] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def run(sources: Sequence[Source], claims: Sequence[Claim]) -> Related:
    return relate(sources, claims, cast(Encoder, Hashing()))


def call(make_claim: MakeClaim, source: str, words: str, figure: str, start: int = 0) -> Claim:
    text = f"Das Telefonat zwischen Berg und Oduya dauerte {figure}."
    return make_claim(
        words or text,
        source=source,
        start=start,
        sentence=start,
        names="Berg,Oduya",
        figure=(figure, Kind.DURATION, "3600"),
    )


def batch(
    claim: MakeClaim, source: MakeSource, *, second: str = "2026-03-03"
) -> tuple[list[Source], list[Claim]]:
    claims = [
        call(claim, "a.txt", "", "75 Minuten"),
        call(claim, "b.txt", "", "zwei Stunden"),
        claim("Der Gemeinderat von Birkfelde wählte am Abend Paula Reinsch.", source="c.txt"),
    ]
    days = {"a.txt": "2026-03-03", "b.txt": second, "c.txt": "2026-03-03"}
    return [source(i, day=d) for i, d in days.items()], claims


def test_one_call_in_two_dated_articles(claim: MakeClaim, source: MakeSource) -> None:
    """Same days, same people, same kind of event: established on every ground."""
    (pair,) = run(*batch(claim, source)).pairs

    assert (pair.left.source, pair.right.source) == ("a.txt", "b.txt")
    assert pair.event.standing is Standing.ESTABLISHED
    assert pair.participants.standing is Standing.ESTABLISHED
    assert pair.time.standing is Standing.ESTABLISHED
    assert "key" in pair.nominated


def test_undated_article_leaves_it_open(claim: MakeClaim, source: MakeSource) -> None:
    """The same people call again and again; the ground says what is missing."""
    (pair,) = run(*batch(claim, source, second="")).pairs

    assert pair.event.standing is Standing.POSSIBLE
    assert pair.event.why.de == "der zweite Artikel trägt kein Datum"
    assert pair.event.why.en == "the second article carries no date"


def test_stories_do_not_meet(claim: MakeClaim, source: MakeSource) -> None:
    """Claims meet inside a story and inside their own article only."""
    related = run(*batch(claim, source))

    assert related.stories == (("a.txt", "b.txt"),)
    assert not any("c.txt" in (p.left.source, p.right.source) for p in related.pairs)


def test_order_of_reading_is_irrelevant(claim: MakeClaim, source: MakeSource) -> None:
    """Sources and claims named backwards give the same pairs."""
    sources, claims = batch(claim, source)
    forwards, backwards = run(sources, claims), run(sources[::-1], claims[::-1])

    assert forwards.pairs == backwards.pairs
    assert forwards.stories == backwards.stories


def test_tables_have_their_schemas(claim: MakeClaim, source: MakeSource) -> None:
    """Anyone can open them elsewhere."""
    tables = run(*batch(claim, source)).tables

    assert sorted(tables) == ["claims", "figures", "pairs", "sources"]
    assert tables["pairs"]["event"].to_list() == ["established"]
    assert tables["figures"]["low"].to_list() == [3600.0, 3600.0]
    assert tables["claims"].height == 3


def test_nothing_to_relate() -> None:
    """No sources are no error."""
    assert run([], []).pairs == ()
    assert run([], []).stories == ()
