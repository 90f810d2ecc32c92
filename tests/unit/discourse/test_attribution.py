"""Who says it: verbs, prepositions, particles, quotations, Konjunktiv I, pronouns."""

from __future__ import annotations

import pytest

from checker.model import Claim, Part, Source
from checker.read.claims import read_claims


def claims(text: str, lang: str = "de", kind: str = "body") -> tuple[Claim, ...]:
    part = Part(start=0, end=len(text), kind=kind)
    return read_claims(Source(id="s", text=text, lang=lang, sha256="", parts=(part,)))


def said(claim: Claim) -> tuple[str, str, str]:
    return claim.attribution.key, claim.attribution.mode, claim.attribution.stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Das Wasser sei sauber, sagte Amtsleiterin Petra Kolb.",
            ("kolb", "indirect", "says"),
            id="inverted",
        ),
        pytest.param(
            "Petra Kolb sagte, dass das Wasser sauber sei.",
            ("kolb", "indirect", "says"),
            id="dass",
        ),
        pytest.param(
            "Laut Polizei fuhr der Wagen bei Rot.", ("polizei", "indirect", "says"), id="laut"
        ),
        pytest.param(
            "Nach Angaben der Feuerwehr brannten zwei Hallen.",
            ("feuervehr", "indirect", "says"),
            id="nach-angaben",
        ),
        pytest.param(
            "Polizeiangaben zufolge brannten zwei Hallen.",
            ("polizei", "indirect", "says"),
            id="zufolge-compound",
        ),
        pytest.param(
            "Der Steg sei, so Kolb, erst im Mai geprüft worden.",
            ("kolb", "indirect", "says"),
            id="so-parenthesis",
        ),
        pytest.param(
            "Zwei Hallen brannten aus, wie die Feuerwehr mitteilte.",
            ("feuervehr", "indirect", "says"),
            id="wie",
        ),
        pytest.param(
            "Die Pläne bestätigte Kolb.", ("kolb", "indirect", "confirms"), id="object-first"
        ),
        pytest.param(
            "Das Ministerium dementierte den Bericht.",
            ("ministerium", "indirect", "denies"),
            id="denial",
        ),
        pytest.param(
            "Kolb wies die Vorwürfe zurück.", ("kolb", "indirect", "denies"), id="split-verb"
        ),
        pytest.param(
            "„Wir kommen alle wieder“, freute sich Jonas Weber.",
            ("veber", "direct", "says"),
            id="any-verb-behind-a-quotation",
        ),
        pytest.param(
            "Im Interview zeigte Kolb Verständnis: „Ich sehe das ein.“",
            ("kolb", "direct", "says"),
            id="colon",
        ),
        pytest.param("Zwei Hallen brannten aus.", ("", "", "says"), id="outlet"),
    ],
)
def test_german(text: str, expected: tuple[str, str, str]) -> None:
    """Every form of naming a source is read."""
    assert said(claims(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two barns burned down, police said.", ("police", "indirect", "says"), id="last"
        ),
        pytest.param("According to the union, 40 left.", ("union", "indirect", "says"), id="to"),
        pytest.param("Anna Orr said it was too late.", ("orr", "indirect", "says"), id="no-comma"),
        pytest.param(
            "The council denied the report.", ("council", "indirect", "denies"), id="deny"
        ),
        pytest.param("“We won,” said Anna Orr.", ("orr", "direct", "says"), id="quotation"),
        pytest.param(
            "“We won,” said its secretary, Gwen Larkin.", ("larkin", "direct", "says"), id="apposed"
        ),
    ],
)
def test_english(text: str, expected: tuple[str, str, str]) -> None:
    """English attributions stand before, behind and without a comma."""
    assert said(claims(text, "en")[0]) == expected


def test_subjunctive_goes_on_quoting() -> None:
    """Konjunktiv I keeps the speaker of the sentence before; the indicative ends it."""
    text = (
        "Der Berater Jan Holm bestätigte das Gespräch. Es habe zwei Stunden gedauert. "
        "Am Abend regnete es."
    )
    first, second, third = claims(text)
    assert said(first) == ("holm", "indirect", "confirms")
    assert said(second) == ("holm", "indirect", "says")
    assert second.antecedent == "das Gespräch"
    assert third.attribution.kind == "outlet"


def test_quotation_of_several_sentences_has_one_speaker() -> None:
    """Each piece of a quotation keeps the speaker named at its end."""
    found = claims("„Wir haben gewarnt. Niemand hat gehört“, sagte Petra Kolb.")
    assert [said(c) for c in found] == [("kolb", "direct", "says")] * 2


def test_quotation_after_an_introduction() -> None:
    """A colon hands the next paragraph to the subject before it."""
    found = claims("Minister Karl Brandt reagierte sofort. Er schrieb:\n\n„Das ist gut.“")
    assert said(found[-1]) == ("brandt", "direct", "says")


def test_pronoun_speaker_is_the_last_who_fits() -> None:
    """ "er" is the person before, not the woman named earlier."""
    found = claims("Sprecherin Ida Moll schwieg. Karl Brandt kam dazu. Er sagte, es sei spät.")
    assert said(found[-1])[0] == "brandt"


def test_nested_sources_form_a_chain() -> None:
    """The innermost speaker vouches, the others stand in the chain."""
    (claim,) = claims("Laut der Nachrichtenagentur Tass dementierte der Kreml den Bericht.")
    assert claim.attribution.key == "kreml"
    assert len(claim.attribution.chain) == 2


def test_anonymous_sources_are_nobody_in_particular() -> None:
    """Circles, insiders and eyewitnesses have a kind of their own."""
    (claim,) = claims("Aus Sicht von Kennern gilt das als sicher, sagte ein Augenzeuge.")
    assert claim.attribution.kind == "anonymous"


def test_headline_with_a_colon() -> None:
    """ "Polizei: …" is the police speaking."""
    (claim,) = claims("Polizei: Zwölf Menschen verletzt", kind="headline")
    assert said(claim) == ("polizei", "indirect", "says")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nach dem Urteil ging Kolb nach Hause.", id="nach-is-a-time"),
        pytest.param("Das Urteil ist gefallen, der Anwalt kündigte Revision an.", id="second-fact"),
        pytest.param("Niemand behauptet, sie sei gut gealtert.", id="nobody-says"),
        pytest.param("Der Sturm forderte zwei Menschenleben.", id="toll"),
    ],
)
def test_the_outlet_speaks_itself(text: str) -> None:
    """What only looks like a source is none."""
    (claim, *_) = claims(text)
    assert claim.attribution.kind == "outlet"


def test_demnach_keeps_the_speaker() -> None:
    """ "demnach" leans on the source of the sentence before."""
    found = claims(
        "Zwei Hallen brannten, teilte die Feuerwehr mit. Demnach wurde niemand verletzt."
    )
    assert said(found[-1])[0] == "feuervehr"


def test_agency_credit_is_no_part_of_a_sentence() -> None:
    """A credit behind the last sentence neither hides its verb nor enters the quote."""
    (claim,) = claims("Der Bus fährt wieder, wie das Landratsamt ergänzte. (dpa/red)")
    assert said(claim)[0] == "landratsamt"
    assert claim.quote.endswith("ergänzte.")
