"""How loudly a conflict is told hangs on who says it, when, where, and what is not settled."""

from __future__ import annotations

import pytest

from checker.corpus.lineage import lineage
from checker.corpus.relate import Related, relate_two
from checker.judge.entail import label_pair
from checker.judge.findings import judge
from checker.judge.rules import load_rules
from checker.model import Finding, Level, Support
from checker.read import source_from_text
from checker.read.claims import read_claims
from checker.settings import Settings

MORNING, EVENING = "2026-03-01T08:00:00", "2026-03-01T19:00:00"


def run(
    left: str, right: str, *, lang: str = "de", dates: tuple[str, str] = (MORNING, MORNING)
) -> tuple[tuple[Finding, ...], dict[str, Support]]:
    sources = tuple(
        source_from_text(text, id=key, lang=lang, published=when)
        for key, text, when in (("a", left, dates[0]), ("b", right, dates[1]))
    )
    claims = tuple(tuple(read_claims(s)) for s in sources)
    flat = tuple(c for group in claims for c in group)
    descent = lineage(sources, flat)
    related = Related(
        stories=(("a", "b"),),
        pairs=relate_two(*claims),
        families=descent.families,
        origins=descent.origins,
    )
    return judge(sources, flat, related, load_rules(Settings()), Settings())


def loud(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(f.type, f.level.value) for f in findings if f.level is not Level.INFO]


def types(findings: tuple[Finding, ...]) -> set[str]:
    return {f.type for f in findings}


DEAD_3 = "Bei dem Zugunglück starben drei Menschen."
DEAD_5 = "Bei dem Zugunglück starben fünf Menschen."
ROSE_5 = "Die Zahl der Toten bei dem Zugunglück ist inzwischen auf fünf gestiegen."


def test_the_outlets_own_voices_conflict() -> None:
    """Two counts of one hour, nobody named: one of them is wrong."""
    findings, _ = run(DEAD_3, DEAD_5)

    assert loud(findings) == [("figure-conflict", "error")]


def test_a_later_count_that_says_so_supersedes() -> None:
    """A toll that rose is an order of events, no conflict."""
    findings, _ = run(DEAD_3, ROSE_5, dates=(MORNING, EVENING))

    assert loud(findings) == []
    assert "superseded" in types(findings)


def test_a_later_count_that_does_not_say_so_is_for_a_person() -> None:
    """Being printed later is not being counted later."""
    findings, _ = run(DEAD_3, DEAD_5, dates=(MORNING, EVENING))

    assert ("figure-conflict", "error") in loud(findings)


def test_named_parties_who_disagree_are_disputed() -> None:
    """Both texts may be right although only one party is."""
    findings, _ = run(
        "Nach Angaben der Gewerkschaft streikten 4000 Beschäftigte.",
        "Nach Angaben des Konzerns streikten 1500 Beschäftigte.",
    )

    assert loud(findings) == []
    assert "disputed" in types(findings)


def test_swapped_figures_are_one_finding() -> None:
    """Four values of one fact are one disagreement, and the reckoning says so."""
    findings, _ = run(
        "Zwölf Erwachsene und fünf Kinder wurden gerettet.",
        "Fünf Erwachsene und zwölf Kinder wurden gerettet.",
    )
    swapped = [f for f in findings if f.level is not Level.INFO]

    assert len(swapped) == 1
    assert any("vertauscht" in step.de for step in swapped[0].reckoning)


def test_a_headline_against_its_body_is_a_self_conflict() -> None:
    """What the headline promises, the body must hold."""
    text = (
        "Werk: 30 Millionen Euro Schaden nach dem Brand\n\n"
        "Die Feuerwehr beziffert den Schaden nach dem Brand auf rund 13 Millionen Euro. "
        "Verletzt wurde niemand. Die Ursache ist noch unklar.\n"
    )
    source = source_from_text(text, id="a", lang="de", furniture=True, published=MORNING)
    claims = tuple(read_claims(source))
    head = [c for c in claims if c.part == "headline"]
    body = [c for c in claims if c.part != "headline"]
    related = Related(stories=(("a",),), pairs=relate_two(head, body), origins={"a": "a"})
    findings, _ = judge((source,), claims, related, load_rules(Settings()), Settings())

    assert [f.type for f in findings if f.level is not Level.INFO] == ["self-conflict"]
    assert {f.scope for f in findings} == {"within-source"}


def test_a_withdrawn_value_binds_nobody() -> None:
    """The figure a correction notice quotes is the one that does not hold."""
    findings, _ = run(
        "Die Wahlbeteiligung betrug 41,3 Prozent.",
        "Korrektur: In einer früheren Fassung hieß es, die Wahlbeteiligung habe 43,1 Prozent "
        "betragen; richtig sind 41,3 Prozent.",
    )

    assert loud(findings) == []


def test_the_withdrawn_value_elsewhere_is_a_conflict() -> None:
    """Whoever still prints it has not read the correction."""
    findings, _ = run(
        "Die Wahlbeteiligung betrug 43,1 Prozent.",
        "Korrektur: In einer früheren Fassung hieß es, die Wahlbeteiligung habe 43,1 Prozent "
        "betragen; richtig ist: Die Wahlbeteiligung betrug 41,3 Prozent.",
    )

    assert "figure-conflict" in {kind for kind, _ in loud(findings)}


def test_copies_never_support() -> None:
    """The same report twice is one witness."""
    report = (
        "Bei einer Explosion in einer Lackfabrik sind am Dienstag zwei Menschen getötet worden. "
        "Das Unglück ereignete sich in der Abfüllhalle, kurz nach dem Schichtwechsel. "
        "Über dem Gelände stand eine weithin sichtbare Rauchsäule."
    )
    findings, support = run(report, report)

    assert "copied" in types(findings)
    assert all(not s.by for s in support.values())


def test_other_origins_support() -> None:
    """Two reports of their own that agree corroborate each other."""
    _, support = run(
        "Bei dem Zugunglück in Altenau starben am Dienstag drei Menschen.",
        "Drei Tote: Das Zugunglück in Altenau erschüttert die Region.",
    )

    assert "corroborated" in {s.status for s in support.values()}


def test_every_finding_can_be_recomputed() -> None:
    """Quotes are the source's words at their place; every finding reckons."""
    findings, _ = run(DEAD_3, DEAD_5)

    texts = {"a": DEAD_3, "b": DEAD_5}
    for finding in findings:
        assert finding.reckoning
        for side in finding.sides:
            assert texts[side.source][side.start : side.end] == side.quote


@pytest.mark.parametrize(
    ("premise", "hypothesis", "lang", "label"),
    [
        pytest.param(DEAD_3, DEAD_5, "de", "contradiction", id="other-count"),
        pytest.param(DEAD_3, DEAD_3, "de", "entailment", id="same-words"),
        pytest.param(DEAD_3, "Der Bahnhof wurde neu gebaut.", "de", "neutral", id="other-thing"),
        pytest.param(
            "The film was released on March 23, 2007.",
            "The film was released on March 23, 2017.",
            "en",
            "contradiction",
            id="other-year",
        ),
        pytest.param(
            "At least 12 people were injured.",
            "Fifteen people were injured.",
            "en",
            "neutral",
            id="bound-holds",
        ),
    ],
)
def test_labels(premise: str, hypothesis: str, lang: str, label: str) -> None:
    """Two texts contradict exactly when a rule fires at warning or error."""
    assert label_pair(premise, hypothesis, lang)["label"] == label
