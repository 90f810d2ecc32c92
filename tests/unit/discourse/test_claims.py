"""Sentences become claims with exact places."""

from __future__ import annotations

import pytest

from checker.language.names import fold
from checker.language.quotations import quotations
from checker.model import Furniture, Part, Source
from checker.read.claims import read_claims


def source(text: str, lang: str = "de", **more: object) -> Source:
    return Source(id="s", text=text, lang=lang, sha256="", **more)  # type: ignore[arg-type]


def test_coordinated_main_clauses_are_two_claims() -> None:
    """Two verbs with two subjects are two statements."""
    found = read_claims(source("Der Zug kam um acht Uhr, und die Fähre legte um neun Uhr ab."))
    assert [c.quote for c in found] == [
        "Der Zug kam um acht Uhr",
        "und die Fähre legte um neun Uhr ab.",
    ]
    assert found[0].sentence == found[1].sentence


def test_shared_subject_stays_one_claim() -> None:
    """A second verb without a subject of its own is no second statement."""
    text = "Der Zug kam um acht Uhr und fuhr um neun Uhr weiter."
    assert [c.quote for c in read_claims(source(text))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Je länger Kiew wartet, desto besser sind seine Chancen.", id="je-desto"),
        pytest.param("Es wird gezeigt, ohne dass jemand die App öffnen muss.", id="ohne-dass"),
        pytest.param(
            "Schwer ist nachvollziehbar, wie viele Stunden damit abgegolten werden.", id="wie-viele"
        ),
        pytest.param("Sie kamen in den Ort, wo sie sich einer Anklage stellen müssen.", id="where"),
        pytest.param(
            "Ihm sollen der Minister Jan Holm und der Chef des Rats Emil Orr gratuliert haben.",
            id="verbs-at-the-end",
        ),
        pytest.param(
            "Er hat die Frauen im Glauben gelassen, es stamme von einem Fremden.", id="subjunctive"
        ),
    ],
)
def test_what_leans_on_another_clause_is_no_claim(text: str) -> None:
    """A clause that says nothing without the one before it stays with it."""
    assert [c.quote for c in read_claims(source(text))] == [text]


def test_condition_and_consequence_stay_together() -> None:
    """A main clause behind a subordinate one leans on it."""
    text = "Als der Zug kam, stiegen zwölf Menschen ein."
    assert [c.quote for c in read_claims(source(text))] == [text]


def test_furniture_is_skipped_unless_asked_for() -> None:
    """Marked stretches come back on request."""
    text = "Jetzt testen\nDer Zug kam um acht Uhr."
    marked = source(
        text,
        furniture=(Furniture(0, 12, "price"),),
        parts=(Part(start=13, end=len(text), kind="body"),),
    )
    assert [c.quote for c in read_claims(marked)] == ["Der Zug kam um acht Uhr."]
    assert len(read_claims(marked, include_furniture=True)) == 2


def test_context_is_the_sentence_before() -> None:
    """What a pronoun needs is quoted verbatim, with its place."""
    text = "Die Brücke ist gesperrt. Sie wird geprüft."
    _, second = read_claims(source(text))
    assert text[second.context_start :].startswith(second.context)
    assert second.antecedent == "Die Brücke"


def test_figures_and_moments_keep_their_places() -> None:
    """Offsets inside a claim are those of the source."""
    text = "Am Anfang war Ruhe. Am 7. Mai 2024 kamen 42 Menschen."
    claim = read_claims(source(text))[-1]
    assert [text[f.start : f.end] for f in claim.figures] == ["42"]
    assert claim.moment is not None
    assert text[claim.moment.start : claim.moment.end] == claim.moment.text


def test_hand_wrapped_lines_are_one_paragraph() -> None:
    """Mails break lines inside sentences."""
    text = "Der Zug kam am\nfrühen Morgen mit\nzwölf Reisenden an\nund fuhr weiter."
    assert len(read_claims(source(text))) == 1


def test_unknown_language_still_yields_sentences() -> None:
    """Without data for a language the sentences remain, unread."""
    found = read_claims(source("Donald Trump och Putin i Alaska. Det var fint.", lang="sv"))
    assert len(found) == 2


def test_nested_and_open_quotations() -> None:
    """Missing marks do not swallow the article."""
    text = "„Er sagte: „Nein.“ So war es.\nDann ging er."
    assert all(q.end <= text.index("\n") for q in quotations(text))
    assert [q.closed for q in quotations('Er sei "bereit" und „willens“.')] == [True, True]


def test_spellings_share_a_key() -> None:
    """Transliterations, umlauts and genitives fold to one key; other names do not."""
    assert len({fold(n) for n in ("Selenskyj", "Selenskij", "Zelensky", "Selenskyjs")}) == 1
    assert fold("Müller") == fold("Mueller") == fold("Müllers")
    assert fold("Sergej") == fold("Sergei")
    assert fold("Meier") != fold("Mayer")


def test_number_with_something_unseen_inside() -> None:
    """A zero-width space parts no number, and its place is that of the source."""
    text = "Es kamen 50\u200b000 Menschen."
    (claim,) = read_claims(source(text))

    assert [f.hard.low for f in claim.figures] == [50_000]
    assert text[claim.figures[0].start : claim.figures[0].end] == "50\u200b000"
    assert claim.quote == text


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They complain about candidates and lawmakers who mention it.", "en"),
        ("Der Verlag prüfte Stäbchen und Masken unter Licht und kam zu keinem Schluss.", "de"),
    ],
)
def test_and_between_words_cuts_no_sentence(text: str, lang: str) -> None:
    """A conjunction parts two statements only if the verb behind it is its own."""
    assert [c.quote for c in read_claims(source(text, lang))] == [text]
