"""Whatever the text, quotes are cut from it and nothing hangs."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.language.quotations import quotations
from checker.language.sentences import split_sentences
from checker.language.tokens import tokens
from checker.model import Source
from checker.read.claims import read_claims

PIECES = st.sampled_from(
    [
        "Der Zug kam", "nicht", "„", "“", '"', "sagte er", ".", ",", " ", "\n", "7.", "Mai",
        "2,5 Stunden", "z. B.", "und", "sei", "habe", "?", "…", ":", "Anna Krug", "\u00a0", "laut",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en", "xx"]))
@example("Der Zug kam mit Anna\u00a0Krug an.", "de")
@example("Mai\u00a0Mai", "de")
def test_quotes_are_cut_from_the_text(text: str, lang: str) -> None:
    """``text[start:end] == quote`` for every claim and everything inside it."""
    for claim in read_claims(Source(id="s", text=text, lang=lang, sha256="")):
        assert text[claim.start : claim.end] == claim.quote
        inside = [(n.start, n.end, n.text) for n in claim.names]
        inside += [(c.start, c.end, c.text) for c in (*claim.hedges, *claim.negations)]
        inside += [(f.start, f.end, f.text) for f in claim.figures]
        assert all(text[a:b] == written for a, b, written in inside)
        assert 0 <= claim.worth <= 1


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    """No visible character is lost between sentences, none is in two."""
    at = 0
    for start, end in split_sentences(text, "de"):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_tokens_are_what_stands_there(text: str) -> None:
    """Tokens come in order and never overlap."""
    at = 0
    for token in tokens(text, "de"):
        assert text[token.start : token.end] == token.text
        assert token.start >= at
        at = token.end


@pytest.mark.parametrize("text", ["„" * 20_000, "« »" * 8_000, "(" * 20_000, "nicht " * 4_000])
def test_hostile_text_is_read_in_time(text: str) -> None:
    """Marks without end and words without full stops cost little."""
    began = time.perf_counter()
    quotations(text)
    read_claims(Source(id="s", text=text, lang="de", sha256=""))
    assert time.perf_counter() - began < 20
