"""Words, their places and their readings."""

from __future__ import annotations

import pytest
from HanTa.HanoverTagger import HanoverTagger

from checker.language.tagger import tagger
from checker.language.tokens import tokens


def words(text: str, lang: str) -> list[str]:
    return [t.text for t in tokens(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("Lt. Gen. Kell kam.", "de", ["Lt.", "Gen.", "Kell", "kam", "."], id="titles"),
        pytest.param(
            "Am 7. Mai, 14.05 Uhr", "de", ["Am", "7.", "Mai", ",", "14.05", "Uhr"], id="ordinal"
        ),
        pytest.param("Es waren 7.", "de", ["Es", "waren", "7", "."], id="number-at-the-end"),
        pytest.param("She didn't go.", "en", ["She", "did", "n't", "go", "."], id="negated-verb"),
        pytest.param("Orr's U.S. team", "en", ["Orr", "'s", "U.S.", "team"], id="genitive"),
        pytest.param("Tomahawk-Raketen", "de", ["Tomahawk-Raketen"], id="compound"),
    ],
)
def test_words(text: str, lang: str, expected: list[str]) -> None:
    """Full stops of abbreviations and ordinals belong to their word."""
    assert words(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        pytest.param("Die Bagger rollen wieder.", "rollen", "VERB", "rollen", id="verb-not-noun"),
        pytest.param("Eine 71-Jährige starb.", "71-Jährige", "NOUN", "71-Jährige", id="digit-noun"),
        pytest.param("Der Kreml bestätigte das.", "bestätigte", "VERB", "bestätigen", id="verb"),
        pytest.param("„Das ist falsch“, sagte sie.", "falsch", "ADJ", "falsch", id="in-quotes"),
    ],
)
def test_readings(text: str, word: str, pos: str, lemma: str) -> None:
    """Part of speech and base form."""
    (token,) = [t for t in tokens(text, "de") if t.text == word]
    assert (token.pos, token.lemma) == (pos, lemma)


def test_offsets_hold_for_any_language() -> None:
    """Every token is what stands at its place."""
    text = "Ünïcode – „Wörter“ & 3,5 % …"
    for lang in ("de", "en", "und"):
        assert all(text[t.start : t.end] == t.text for t in tokens(text, lang))


def test_long_words_cost_little() -> None:
    """A hostile word of 50,000 letters is cut short for the tagger."""
    (token,) = tokens("x" * 50_000, "de")
    assert token.end == 50_000


@pytest.mark.parametrize(
    ("lang", "model", "text"),
    [
        (
            "de",
            "morphmodel_ger.pgz",
            "Die Gondelbahngesellschaft habe 2,5 Stunden lang Xyrqs Aufzüge evakuiert , so Brq .",
        ),
        ("en", "morphmodel_en.pgz", "The Zqxish derailment had injured 12 unlicensed drivers ."),
    ],
)
def test_quick_tagger_answers_as_the_slow_one(lang: str, model: str, text: str) -> None:
    """Words known, compounded and never heard of get the tags and base forms HanTa gives."""
    words = text.split()

    assert tagger(lang).tag_sent(words) == HanoverTagger(model).tag_sent(words)
