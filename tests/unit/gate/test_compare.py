"""What an edit brought is told apart from what was there before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from checker.gate.compare import Delta, compare, reduced
from checker.gate.policy import exit_status, threshold
from checker.model import (
    Attribution,
    Bar,
    Claim,
    Coverage,
    Figure,
    Finding,
    Interval,
    Kind,
    Level,
    Measured,
    Report,
    Side,
    Source,
)

FindingMaker = Callable[..., Finding]
State = Callable[..., Report]

KURIER = "Altenau. Das Treffen dauerte 75 Minuten. Sieben Menschen kamen. Es regnete."
BLATT = "Das Treffen zog sich zwei Stunden hin. Neun Menschen kamen, hieß es."


@pytest.fixture
def state(finding: FindingMaker) -> State:
    """Build a report: texts by source, and findings as ((source, quote, value), ...)."""

    def build(
        texts: dict[str, str], *conflicts: tuple[tuple[str, str, int], ...], level: str = "error"
    ) -> Report:
        sources = tuple(
            Source(id=name, text=text, lang="de", sha256="0" * 64)
            for name, text in sorted(texts.items())
        )
        claims = [claim for source in sources for claim in claims_of(source)]
        return Report(
            run={},
            coverage=Coverage(inputs=()),
            sources=sources,
            claims=tuple(claims),
            findings=tuple(
                replace(
                    finding(*((s, q) for s, q, _ in sides), level=level),
                    sides=tuple(side_of(texts[s], s, q, value) for s, q, value in sides),
                )
                for sides in conflicts
            ),
        )

    return build


def claims_of(source: Source) -> list[Claim]:
    found = []
    for match in re.finditer(r"\S[^.\n]*\.", source.text):
        start, end = match.span()
        found.append(
            Claim(
                id=f"{source.id}#{start}-{end}",
                source=source.id,
                start=start,
                end=end,
                quote=match[0],
                lang="de",
                sentence_start=start,
                sentence_end=end,
            )
        )
    return found


def side_of(text: str, name: str, quote: str, value: int) -> Side:
    start = text.index(quote)
    point = Interval.point(Decimal(value))
    return Side(
        source=name,
        start=start,
        end=start + len(quote),
        quote=quote,
        bar=Bar(hard=point, soft=point, unit="1", label=str(value)),
    )


LENGTH = (
    ("kurier", "Das Treffen dauerte 75 Minuten.", 75),
    ("blatt", "Das Treffen zog sich zwei Stunden hin.", 120),
)
PEOPLE = (("kurier", "Sieben Menschen kamen.", 7), ("blatt", "Neun Menschen kamen, hieß es.", 9))


def counts(delta: Delta) -> tuple[int, int, int, int]:
    return len(delta.new), len(delta.resolved), len(delta.old), len(delta.elsewhere)


def test_a_conflict_brought_by_an_edit_is_new_and_shown_from_its_side(state: State) -> None:
    """The edited sentence comes first; the untouched one is its partner."""
    edited = KURIER.replace("75 Minuten", "50 Minuten")
    new = (LENGTH[1], ("kurier", "Das Treffen dauerte 50 Minuten.", 50))
    before = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE)
    after = state({"kurier": edited, "blatt": BLATT}, PEOPLE, new)

    delta = compare(before, after)

    assert counts(delta) == (1, 0, 1, 0)
    assert [side.source for side in delta.new[0].sides] == ["kurier", "blatt"]
    assert delta.new[0].fingerprint == after.findings[1].fingerprint


def test_another_value_in_an_old_conflict_is_new(state: State) -> None:
    """The edit changed what is said; the old finding is cleared, the new one reported."""
    edited = KURIER.replace("75", "70")
    new = (("kurier", "Das Treffen dauerte 70 Minuten.", 70), LENGTH[1])

    delta = compare(
        state({"kurier": KURIER, "blatt": BLATT}, LENGTH),
        state({"kurier": edited, "blatt": BLATT}, new),
    )

    assert counts(delta) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Das Trefffen dauerte 75 Minuten.", id="typo"),
        pytest.param("Eine Stunde und 15 Minuten saß man beisammen.", id="reworded"),
        pytest.param("Insgesamt 75 Minuten dauerte das Treffen.", id="reordered"),
    ],
)
def test_other_words_for_the_same_are_not_new(state: State, words: str) -> None:
    """The conflict was there before; only the fingerprint is another."""
    edited = KURIER.replace("Das Treffen dauerte 75 Minuten.", words)

    delta = compare(
        state({"kurier": KURIER, "blatt": BLATT}, LENGTH),
        state({"kurier": edited, "blatt": BLATT}, (("kurier", words, 75), LENGTH[1])),
    )

    assert counts(delta) == (0, 0, 1, 0)


def test_a_reworded_sentence_that_becomes_louder_is_new(state: State) -> None:
    """What was a question of wording is a conflict now."""
    words = "Das Treffen dauerte genau 75 Minuten."
    edited = KURIER.replace("Das Treffen dauerte 75 Minuten.", words)

    delta = compare(
        state({"kurier": KURIER, "blatt": BLATT}, LENGTH, level="info"),
        state({"kurier": edited, "blatt": BLATT}, (("kurier", words, 75), LENGTH[1])),
    )

    assert counts(delta)[0] == 1


def test_moved_paragraphs_bring_nothing(state: State) -> None:
    """Nobody changed a word."""
    moved = "Es regnete. Sieben Menschen kamen. Altenau. Das Treffen dauerte 75 Minuten."

    delta = compare(
        state({"kurier": KURIER, "blatt": BLATT}, LENGTH),
        state({"kurier": moved, "blatt": BLATT}, LENGTH, PEOPLE),
    )

    assert counts(delta) == (0, 0, 1, 1)


def test_pairs_that_only_surface_now_are_counted_not_reported(state: State) -> None:
    """Both sentences are untouched, so the edit did not bring it."""
    edited = KURIER.replace("Es regnete.", "Es schneite heftig.")

    delta = compare(
        state({"kurier": KURIER, "blatt": BLATT}),
        state({"kurier": edited, "blatt": BLATT}, PEOPLE),
    )

    assert counts(delta) == (0, 0, 0, 1)


def test_a_cleared_finding_is_resolved(state: State) -> None:
    """By an edited sentence, and by a file that went."""
    edited = KURIER.replace("Sieben", "Neun")
    before = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE)

    assert counts(compare(before, state({"kurier": edited, "blatt": BLATT}))) == (0, 1, 0, 0)
    assert counts(compare(before, state({"kurier": KURIER}))) == (0, 1, 0, 0)
    assert counts(compare(before, state({"kurier": KURIER, "blatt": BLATT}))) == (0, 0, 0, 0)


def test_a_new_source_is_an_edit(state: State) -> None:
    """All its sentences are new, also against an empty folder."""
    after = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE)

    assert counts(compare(state({"kurier": KURIER}), after)) == (1, 0, 0, 0)
    assert counts(compare(None, after)) == (1, 0, 0, 0)


def test_another_witness_of_the_same_value_is_not_new(state: State) -> None:
    """Which of two sources with one value is named may turn on the wording."""
    third = "Anzeiger. Das Treffen zog sich zwei Stunden hin, sagte er."
    words = "Das Trefffen dauerte 75 Minuten."
    edited = KURIER.replace("Das Treffen dauerte 75 Minuten.", words)
    other = ("anzeiger", "Das Treffen zog sich zwei Stunden hin, sagte er.", 120)
    texts = {"blatt": BLATT, "anzeiger": third}

    delta = compare(
        state({"kurier": KURIER, **texts}, LENGTH),
        state({"kurier": edited, **texts}, (("kurier", words, 75), other)),
    )

    assert counts(delta) == (0, 0, 1, 0)


def test_a_conflict_of_three_that_shrinks_is_not_resolved(state: State) -> None:
    """It goes on between the two that are left."""
    third = ("anzeiger", "Neun kamen.", 9)
    texts = {"kurier": KURIER, "blatt": BLATT}

    delta = compare(
        state({**texts, "anzeiger": "Neun kamen."}, (*PEOPLE, third)),
        state({**texts, "anzeiger": "Viele kamen."}, PEOPLE),
    )

    assert counts(delta) == (0, 0, 0, 1)


def test_dropping_who_said_it_changes_the_sentence(state: State) -> None:
    """The words left over stood there before, but not as a sentence of their own."""
    before = "Sieben Menschen kamen, sagte Bürgermeister Kern."
    new = (("kurier", "Sieben Menschen kamen.", 7), PEOPLE[1])

    delta = compare(
        state({"kurier": before, "blatt": BLATT}),
        state({"kurier": "Sieben Menschen kamen.", "blatt": BLATT}, new),
    )

    assert counts(delta)[0] == 1


def counted(report: Report, speaker: str = "", modifier: str = "", noun: str = "Mensch") -> Report:
    """Return a report whose claims about people count seven of them."""
    seven = Interval.point(Decimal(7))
    figure = Figure(
        start=0,
        end=1,
        text="7",
        kind=Kind.COUNT,
        hard=seven,
        soft=seven,
        unit="1",
        modifier=modifier,
        of=Measured(noun=noun),
    )
    said = Attribution(speaker=speaker, key=speaker)
    claims = tuple(
        replace(c, figures=(figure,), attribution=said) if "Sieben" in c.quote else c
        for c in report.claims
    )
    findings = tuple(
        replace(f, sides=tuple(replace(s, claim=claim_at(report, s)) for s in f.sides))
        for f in report.findings
    )
    return replace(report, claims=claims, findings=findings)


def claim_at(report: Report, side: Side) -> str:
    return next(
        c.id for c in report.claims if c.source == side.source and c.start <= side.start < c.end
    )


@pytest.mark.parametrize(
    ("before", "new"),
    [
        pytest.param({}, 0, id="only-other-words"),
        pytest.param({"speaker": "kern"}, 1, id="attribution-dropped"),
        pytest.param({"modifier": "about"}, 1, id="hedge-dropped"),
        pytest.param({"noun": "Hund"}, 1, id="of-another-thing"),
    ],
)
def test_a_conflict_that_only_comes_to_light_is_not_new(
    state: State, before: dict[str, str], new: int
) -> None:
    """The same voice gave the same figure for the same thing before; only the words changed."""
    words = "Sieben Menschen kamen dorthin."
    edited = KURIER.replace("Sieben Menschen kamen.", words)
    was = counted(state({"kurier": KURIER, "blatt": BLATT}), **before)
    found = (("kurier", words, 7), PEOPLE[1])

    delta = compare(was, counted(state({"kurier": edited, "blatt": BLATT}, found)))

    assert counts(delta) == (new, 0, 0, 1 - new)


def test_the_report_on_an_edit_holds_only_what_it_did(state: State) -> None:
    """What was there before is counted; the rest of the report stays."""
    edited = KURIER.replace("75", "70")
    new = (("kurier", "Das Treffen dauerte 70 Minuten.", 70), LENGTH[1])
    after = state({"kurier": edited, "blatt": BLATT}, new, PEOPLE)
    delta = compare(state({"kurier": KURIER, "blatt": BLATT}, LENGTH, PEOPLE), after)

    report = reduced(after, delta)

    assert [f.sides[0].source for f in report.findings] == ["kurier"]
    assert len(report.resolved) == 1
    assert ("unchanged-findings", "1") in report.coverage.notes
    assert report.claims == after.claims


@pytest.mark.parametrize(
    ("fail_on", "stale", "fail_stale", "status"),
    [
        ("error", 0, False, 1),
        ("warning", 0, False, 1),
        ("never", 3, True, 0),
        ("error", 3, False, 1),
    ],
)
def test_exit_status_with_an_error(
    state: State, fail_on: str, stale: int, fail_stale: bool, status: int
) -> None:
    """An open finding at the level fails; never means never."""
    report = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE)

    assert exit_status(report, threshold(fail_on), stale=stale, fail_stale=fail_stale) == status


def test_exit_status_without_open_findings(state: State) -> None:
    """Accepted findings pass, quieter ones pass, stale entries fail only when asked to."""
    report = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE)
    accepted = replace(report.findings[0], status="accepted")
    quiet = state({"kurier": KURIER, "blatt": BLATT}, PEOPLE, level="info")

    assert exit_status(replace(report, findings=(accepted,)), Level.ERROR) == 0
    assert exit_status(quiet, Level.WARNING) == 0
    assert exit_status(quiet, Level.INFO) == 1
    assert exit_status(quiet, Level.ERROR, stale=1) == 0
    assert exit_status(quiet, Level.ERROR, stale=1, fail_stale=True) == 1
