from __future__ import annotations

from collections.abc import Callable

from checker.corpus.stories import stories
from checker.model import Claim, Source

MakeClaim = Callable[..., Claim]
MakeSource = Callable[..., Source]

FIRE = ("Im Hafen von Altenau ist ein Lagerhaus abgebrannt.", "Altenau")
FIRE_TOO = ("Das Lagerhaus im Altenauer Hafen brannte in der Nacht nieder.", "")
VOTE = ("Der Gemeinderat von Birkfelde wählte Paula Reinsch zur Bürgermeisterin.", "Birkfelde")
VOTE_TOO = ("Paula Reinsch ist Bürgermeisterin von Birkfelde.", "Birkfelde,Paula Reinsch")


def batch(
    make_claim: MakeClaim, make_source: MakeSource, texts: dict[str, tuple[str, str]]
) -> tuple[list[Source], list[Claim]]:
    claims = [make_claim(t, source=i, names=n) for i, (t, n) in texts.items()]
    return [make_source(i) for i in texts], claims


def test_two_stories_of_four(claim: MakeClaim, source: MakeSource) -> None:
    """What shares names and telling words belongs together, whatever the files are called."""
    texts = {"d.txt": FIRE, "a.txt": FIRE_TOO, "c.txt": VOTE, "b.txt": VOTE_TOO}
    sources, claims = batch(claim, source, texts)
    expected = (("a.txt", "d.txt"), ("b.txt", "c.txt"))

    assert stories(sources, claims) == expected
    assert stories(sources[::-1], claims[::-1]) == expected


def test_strangers_stay_apart(claim: MakeClaim, source: MakeSource) -> None:
    """A story takes two."""
    sources, claims = batch(claim, source, {"a.txt": FIRE, "b.txt": VOTE})

    assert stories(sources, claims) == ()


def test_languages_meet_in_names(claim: MakeClaim, source: MakeSource) -> None:
    """Nothing else can be shared between German and English."""
    german = claim("Anna Tschernyk spielte in Altenau.", names="Anna Tschernyk,Altenau")
    english = claim(
        "Anna Tschernyk played in Altenau.",
        source="b.txt",
        lang="en",
        names="Anna Tschernyk,Altenau",
    )

    assert stories([source("a.txt"), source("b.txt")], [german, english]) == (("a.txt", "b.txt"),)


def test_no_claims_no_story(source: MakeSource) -> None:
    """Empty articles are no error."""
    assert stories([source("a.txt")], []) == ()
