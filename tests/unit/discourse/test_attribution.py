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
        pytest.param(
            "Petra Kolb machte deutlich, dass das Wasser sauber ist.",
            ("kolb", "indirect", "says"),
            id="verb-and-word",
        ),
        pytest.param(
            "Der Damm hält, ist Petra Kolb überzeugt.",
            ("kolb", "indirect", "says"),
            id="verb-and-word-behind",
        ),
        pytest.param(
            "Petra Kolb wies darauf hin, dass das Wasser sauber ist.",
            ("kolb", "indirect", "says"),
            id="hinweisen",
        ),
        pytest.param(
            "Die Polizei bezifferte den Schaden auf 5000 Euro.",
            ("polizei", "indirect", "says"),
            id="puts-a-number",
        ),
        pytest.param(
            "Der Schaden wird von der Polizei auf 5000 Euro geschätzt.",
            ("polizei", "indirect", "thinks"),
            id="number-put-by",
        ),
        pytest.param(
            "Die Polizei geht von Brandstiftung aus.",
            ("polizei", "indirect", "says"),
            id="assumption",
        ),
        pytest.param(
            "Die Zahl der Gäste gab die Polizei mit 5000 an.",
            ("polizei", "indirect", "says"),
            id="object-first-with-a-body-behind",
        ),
        pytest.param(
            "Aus Sicht von Petra Kolb hält der Damm.", ("kolb", "indirect", "says"), id="aus-sicht"
        ),
        pytest.param(
            "Wie aus dem Gutachten hervorgeht, hält der Damm.",
            ("gutachten", "indirect", "says"),
            id="emerges",
        ),
        pytest.param(
            "Nach Angaben unabhängiger Gutachter hält der Damm.",
            ("gutachter", "indirect", "says"),
            id="genitive-without-article",
        ),
        pytest.param(
            "Nach amtlichen Angaben vom Montag hält der Damm.",
            ("", "indirect", "says"),
            id="a-day-is-no-speaker",
        ),
        pytest.param(
            "Ich habe Präsident Holm erklärt, dass der Damm hält.",
            ("", "", "says"),
            id="whom-i-told-is-no-speaker",
        ),
        pytest.param(
            "Petra Kolb: „Der Damm hält noch zehn Jahre.“",
            ("kolb", "direct", "says"),
            id="name-and-colon",
        ),
        pytest.param(
            "Dänemark, das die Insel besitzt, warnte die Nachbarn davor, sie zu betreten.",
            ("daenemark", "indirect", "says"),
            id="relative-clause-before-the-verb",
        ),
        pytest.param(
            "China, der schärfste Gegner, rief das Gremium dazu auf, Stellung zu beziehen.",
            ("china", "indirect", "demands"),
            id="apposition-before-the-verb",
        ),
        pytest.param(
            "Zwei Tote, elf Verletzte, sagt die Polizei.",
            ("polizei", "indirect", "says"),
            id="list-before-the-verb",
        ),
        pytest.param(
            "Wie die Bürgerinitiative (BI) am Montag mitteilte, glückte der Versuch.",
            ("buergerinitiative", "indirect", "says"),
            id="brackets-in-the-subject",
        ),
        pytest.param(
            "Robert Habeck sagte, der Preis sei hoch.",
            ("habeck", "indirect", "says"),
            id="family-name-like-a-noun",
        ),
        pytest.param(
            "Holm, sagt Kolb, sei ein guter Mann.", ("kolb", "indirect", "says"), id="inserted"
        ),
        pytest.param(
            "Eine Studie der Stadt ergab, dass der Damm hält.",
            ("studie", "indirect", "says"),
            id="paper",
        ),
        pytest.param("Der Film zeigt, dass der Damm hält.", ("", "", "says"), id="no-paper"),
        pytest.param(
            "Kolb ist sich nicht sicher, ob der Damm hält.", ("", "", "says"), id="not-sure"
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
        pytest.param(
            "Anna Orr made clear that it was too late.", ("orr", "indirect", "says"), id="word"
        ),
        pytest.param(
            "Anna Orr expects the line to open in May.", ("orr", "indirect", "thinks"), id="to"
        ),
        pytest.param(
            "Anna Orr told reporters the line was safe.", ("orr", "indirect", "says"), id="told"
        ),
        pytest.param("Police put the crowd at 5,000.", ("police", "indirect", "says"), id="number"),
        pytest.param(
            "In Anna Orr's view, the line is safe.", ("orr", "indirect", "says"), id="view"
        ),
        pytest.param(
            "The line is shut, both sides confirmed to the Mail.",
            ("side", "indirect", "confirms"),
            id="past-like-a-participle",
        ),
        pytest.param("It is absurd to claim that it was late.", ("", "", "says"), id="to-claim"),
        pytest.param("Prices vary according to size.", ("", "", "says"), id="depending-on"),
        pytest.param(
            "The union demanded that the line be shut.",
            ("union", "indirect", "demands"),
            id="wish-without-an-ending",
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


def test_pronoun_of_a_view_is_whoever_spoke() -> None:
    """ "Ihrer Meinung nach" stands for a name as "she" does."""
    _, found = claims("Petra Kolb lobte den Bau. Ihrer Meinung nach hält der Damm zehn Jahre.")

    assert said(found) == ("kolb", "indirect", "says")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("Ähnlich sieht es Jan Holm: „Der Damm hält.“", "holm", id="behind-es"),
        pytest.param("Auch die Experten sind sicher: „Der Damm hält.“", "experte", id="experts"),
        pytest.param("Wichtig seien Prüfer: „Sie sehen alles.“", "kolb", id="subjunctive"),
        pytest.param("„Der Damm hält“, sagte die Politikerin.", "kolb", id="the-politician"),
    ],
)
def test_who_speaks_after_a_speaker(text: str, key: str) -> None:
    """A colon or a role gives the word to somebody; only without one the last speaker goes on."""
    first = "Das Wasser sei sauber, sagte Amtsleiterin Petra Kolb. "

    assert claims(first + text)[-1].attribution.key == key


@pytest.mark.parametrize(
    ("text", "lang", "speakers"),
    [
        (
            "Die Polizei zählte 5000 Gäste, die Veranstalter sprachen von 12.000.",
            "de",
            ["", "veranstalter"],
        ),
        (
            "Die Polizei sprach von 50 Gästen, während die Wirte die Zahl auf 90 schätzten.",
            "de",
            ["polizei", "virt"],
        ),
        ("Laut Polizei kamen 5000, die Wirte sprachen von 12.000.", "de", ["polizei", "virt"]),
        (
            "The union said 3,200 had left, while the trust put the figure at 1,900.",
            "en",
            ["union", "trust"],
        ),
        ("The hall closed on Monday and the council said it was late.", "en", ["", "council"]),
        ("The line was shut at noon, and police said five were hurt.", "en", ["", "police"]),
        ("Kolb sagte, der Damm sei sicher, und die Stadt habe ihn geprüft.", "de", ["kolb"] * 2),
    ],
)
def test_each_clause_has_its_own_speaker(text: str, lang: str, speakers: list[str]) -> None:
    """Where one sentence sets two accounts side by side, each is a claim of its teller."""
    assert [c.attribution.key for c in claims(text, lang)] == speakers


def test_time_is_no_newspaper() -> None:
    """ "Vor einiger Zeit" names no medium, "der Zeit" does."""
    spoke = claims("Holm sprach vor einiger Zeit von „dem größten Bau des Jahrhunderts“.")[0]
    told = claims("„Der Bau wird teuer werden“, sagte Holm der „Zeit“.")[0]

    assert spoke.attribution.chain == ()
    assert told.attribution.chain


def test_subject_of_a_headline_is_no_speaker() -> None:
    """ "Landtagswahl: …" names what it is about, "Holm: …" who says it."""
    assert said(claims("Bayern-Wahl: Holm setzt auf Wandel", kind="headline")[0])[1] == ""
    assert said(claims("Jan Holm: Wir brauchen den Wandel", kind="headline")[0])[0] == "holm"


def test_paper_with_a_name_is_a_medium() -> None:
    """ "Die Zeitung „X“" is no person that a later "er" could be."""
    found = claims("Nach Angaben der Tageszeitung „Prawda“ kamen 5000.")[0]

    assert found.attribution.kind == "medium"


def test_hearsay_is_what_the_last_speaker_says() -> None:
    """ "Er soll … gewesen sein" right behind the police is theirs, later the outlet's own."""
    near = claims("Die Polizei nahm an, er sei geflohen. Er soll betrunken gewesen sein.")
    far = claims("Das sagte die Polizei aus. Es regnete. Er soll betrunken gewesen sein.")

    assert near[-1].attribution.key == "polizei"
    assert far[-1].attribution.key == ""


def test_passive_names_the_reports_it_happens_in() -> None:
    """ "In Medienberichten wurde spekuliert, …" is told by the reports."""
    found = claims("In Medienberichten wurde spekuliert, dass der Damm bricht.")[0]

    assert found.attribution.kind == "medium"


def test_first_name_like_a_genitive_is_a_person() -> None:
    """ "Marlies Oettken" can be "sie" though neither word is known; "Russlands Kraft" cannot."""
    text = "Mit 54 Jahren ist Marlies Oettken am Ziel. Sie erzählt, der Gegner habe angerufen."

    assert claims(text)[-1].attribution.key == "oettken"
