"""How firmly: negation, modality, hedges."""

from __future__ import annotations

import pytest

from checker.model import Claim, Source
from checker.read.claims import read_claims


def first(text: str, lang: str = "de") -> Claim:
    return read_claims(Source(id="s", text=text, lang=lang, sha256=""))[0]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        pytest.param("Der Zug hielt nicht in Seefeld.", "denied", id="nicht"),
        pytest.param("Niemand wurde verletzt.", "denied", id="niemand"),
        pytest.param("Es gab keine Verletzten.", "denied", id="kein"),
        pytest.param("Sie sagte, dass er keine Pläne habe.", "denied", id="in-what-is-said"),
        pytest.param("Das Amt dementierte den Verkauf.", "denied", id="denial"),
        pytest.param("Der Kanzler verzichtete auf die Reise.", "denied", id="verb"),
        pytest.param("Nicht nur der Zug hielt in Seefeld.", "affirmed", id="nicht-nur"),
        pytest.param("Der Zug, der nicht hielt, kam pünktlich an.", "affirmed", id="relative"),
        pytest.param("Der Zug hielt ohne Grund in Seefeld.", "affirmed", id="ohne"),
        pytest.param("Der Zug hielt in Seefeld.", "affirmed", id="plain"),
        pytest.param("Die Polizei schloss einen Anschlag aus.", "denied", id="ruled-out"),
        pytest.param("Sie schloss einen Anschlag nicht aus.", "affirmed", id="not-ruled-out"),
        pytest.param("Der Verein lehnte das Angebot ab.", "denied", id="turned-down"),
        pytest.param("Das Amt dementierte den Verkauf nicht.", "affirmed", id="not-denied"),
        pytest.param(
            "Holm erklärte dem Blatt: Kolb glaubt nicht, dass der Zug hält.",
            "denied",
            id="negated-belief-behind-a-colon",
        ),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    """A statement is denied by a negation in the clause that carries it."""
    assert first(text).polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        pytest.param("The council didn't sell the hall.", "denied", id="nt"),
        pytest.param("No one was hurt.", "denied", id="no-one"),
        pytest.param("Not only the hall was sold.", "affirmed", id="not-only"),
        pytest.param("The council announced the sale.", "affirmed", id="announced"),
        pytest.param("Neither the council nor the mayor knew.", "denied", id="neither-nor"),
        pytest.param("Police ruled out an attack.", "denied", id="phrasal-verb"),
        pytest.param("No fewer than 20 people were hurt.", "affirmed", id="no-fewer-than"),
    ],
)
def test_polarity_in_english(text: str, polarity: str) -> None:
    """ "no" inside "announced" is no negation."""
    assert first(text, "en").polarity == polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Die Brücke wurde im Mai gesperrt.", "fact", id="fact"),
        pytest.param("Die Brücke soll am Montag gesperrt werden.", "plan", id="soll"),
        pytest.param("Der Rat will die Brücke sperren.", "plan", id="will"),
        pytest.param("Die Brücke wird im Mai gesperrt werden.", "plan", id="future"),
        pytest.param("Die Brücke könnte gesperrt werden.", "possibility", id="könnte"),
        pytest.param("Sollte es regnen, wird die Brücke gesperrt.", "condition", id="inverted"),
        pytest.param("Wird die Brücke gesperrt?", "question", id="question"),
        pytest.param("Der Verband fordert, die Brücke zu sperren.", "demand", id="demand"),
        pytest.param("Die Brücke soll gesperrt worden sein.", "fact", id="hearsay"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    """Plans, wishes and conditions are no facts; hearsay is one, with a hedge."""
    assert first(text).modality == modality


@pytest.mark.parametrize(
    ("text", "lang", "modality"),
    [
        pytest.param(
            "Der Bau (2 Säle) dürfte bald beginnen.", "de", "possibility", id="behind-brackets"
        ),
        pytest.param(
            "Holm sagte, viele Regeln, die nun gelten, hätten eine lange Geschichte.",
            "de",
            "fact",
            id="behind-a-relative-clause",
        ),
        pytest.param(
            "Er sei bereit, sollte die Brücke gesperrt werden.", "de", "condition", id="behind"
        ),
        pytest.param("Der Zug hielt wie geplant.", "de", "fact", id="as-planned"),
        pytest.param(
            "Some 287 of the operations planned for the day had been called off.",
            "en",
            "fact",
            id="participle-behind-its-noun",
        ),
        pytest.param("The line is due to open in May.", "en", "plan", id="due-to"),
        pytest.param("The line was shut due to rain.", "en", "fact", id="due-to-rain"),
        pytest.param("The line is expected to open in May.", "en", "plan", id="expected-to"),
    ],
)
def test_what_only_looks_like_another_modality(text: str, lang: str, modality: str) -> None:
    """An insertion before the verb makes no condition, an attribute no plan."""
    assert first(text, lang).modality == modality


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        pytest.param("Der Fahrer war offenbar betrunken.", ["offenbar"], id="word"),
        pytest.param("Er soll das Geld gestohlen haben.", ["soll"], id="soll-haben"),
        pytest.param(
            "Ersten Erkenntnissen zufolge brach ein Seil.",
            ["Ersten Erkenntnissen zufolge"],
            id="phrase",
        ),
        pytest.param(
            "Ihm sollen der Minister und der Chef des Rats gratuliert haben.",
            ["sollen"],
            id="sollen-haben-with-two",
        ),
        pytest.param("Rund 40 Menschen kamen.", [], id="approximate-number"),
        pytest.param("Er soll morgen kommen.", [], id="plan-is-no-hedge"),
    ],
)
def test_hedges(text: str, hedges: list[str]) -> None:
    """Words that weaken a statement, not those that round a number."""
    assert [h.text for h in first(text).hedges] == hedges
