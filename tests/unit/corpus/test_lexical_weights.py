"""The weights of words and runs of characters inside a story."""

from __future__ import annotations

import pytest

from checker.corpus.lexical import _fitted, grams

TEXTS = (
    "Der Deich hält, sagt der Deichgraf.",
    "Ab neun ist der Deich gesperrt",
    "",
    "a",
    "ab  ab cd",
)


def test_runs_of_characters_know_where_a_word_begins_and_ends() -> None:
    assert sorted(grams("Ufer")) == sorted(
        (" uf", "ufe", "fer", "er ", " ufe", "ufer", "fer ", " ufer", "ufer ")
    )


def test_a_short_word_counts_once() -> None:
    assert list(grams("a")) == [" a "]


@pytest.mark.parametrize("characters", [True, False])
def test_weights_are_those_of_scikit_learn(characters: bool) -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    analyzer = (
        {"analyzer": "char_wb", "ngram_range": (3, 5)} if characters else {"analyzer": str.split}
    )
    wanted = text.TfidfVectorizer(sublinear_tf=True, **analyzer).fit_transform(TEXTS)
    got = _fitted(TEXTS, characters=characters)
    assert got.shape == wanted.shape
    assert abs(got - wanted.astype("float32")).max() == 0


@pytest.mark.parametrize("characters", [True, False])
@pytest.mark.parametrize("texts", [(), ("",), ("", " ")])
def test_texts_without_words_have_rows_of_nothing(texts: tuple[str, ...], characters: bool) -> None:
    matrix = _fitted(texts, characters=characters)
    assert matrix.shape[0] == len(texts)
    assert matrix.nnz == 0
