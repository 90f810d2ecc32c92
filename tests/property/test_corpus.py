"""Laws of the grounds: which claim is read first must never decide a finding."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checker.corpus.events import Told
from checker.corpus.grounds import grounds
from checker.corpus.main_event import Main
from checker.corpus.mask import masked
from checker.corpus.view import View
from checker.model import Claim, Moment

DAYS = st.integers(0, 40).map(lambda d: datetime(2026, 3, 1) + timedelta(days=d))
KINDS = st.frozensets(st.sampled_from(["call", "meeting", "fire", "vote"]), max_size=2)
NAMES = st.dictionaries(st.sampled_from(["berg", "oduya", "altenau"]), st.just("Berg"), max_size=2)


@st.composite
def tolds(draw: st.DrawFn) -> Told:
    low = draw(st.none() | DAYS)
    return Told(
        kinds=draw(KINDS),
        low=low,
        high=low + timedelta(days=1) if low else None,
        words="am Tag" if low else "",
        earlier=draw(st.sampled_from(["", "im vorjahr"])),
        marked=draw(st.booleans()),
        stage=draw(st.sampled_from(["", "draft", "demand"])),
        counting=draw(st.sampled_from(["", "inzwischen"])),
    )


@st.composite
def views(draw: st.DrawFn, article: str) -> View:
    low = draw(st.none() | DAYS)
    return View(
        claim=Claim(id=article, source=article, start=0, end=4, quote="Wort", lang="de"),
        told=draw(tolds()),
        main=Main(
            low=low,
            high=low + timedelta(days=1) if low else None,
            kinds=tuple(sorted(draw(KINDS))),
            names=draw(NAMES),
        ),
        names=draw(NAMES),
        article=(article, 0),
    )


@given(views("a"), views("b"), st.booleans())
def test_grounds_are_symmetric(a: View, b: View, together: bool) -> None:
    """The standing of every ground is the same from both ends."""
    one, other = grounds(a, b, together=together), grounds(b, a, together=together)

    for name in ("event", "participants", "time", "measure", "scope"):
        assert getattr(one, name).standing is getattr(other, name).standing


@given(views("a"), views("b"))
def test_every_ground_speaks_both_languages(a: View, b: View) -> None:
    """A ground that cannot say why is no ground."""
    found = grounds(a, b)

    for name in ("event", "participants", "time", "measure", "scope"):
        why = getattr(found, name).why
        assert why.de
        assert why.en


@given(
    st.text(alphabet="ab 1.\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=6),
)
def test_masking_never_fails(text: str, spans: list[tuple[int, int]]) -> None:
    """Overlapping and outlying spans leave words, never an error."""
    moments = tuple(Moment(start=a, end=a + n, text=text[a : a + n], kind="date") for a, n in spans)
    claim = Claim(
        id="a", source="a", start=0, end=len(text), quote=text, lang="de", moments=moments
    )

    assert masked(claim) == " ".join(masked(claim).split())
