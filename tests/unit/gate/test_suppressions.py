"""An exception needs a draft, a reason and something to except."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from checker.judge.suppressions import apply, comments
from checker.model import Finding, Source

FindingMaker = Callable[..., Finding]
SEVEN, NINE = "Sieben Menschen starben.", "Neun Menschen starben."


def source(text: str, *, draft: bool = True, name: str = "entwurf.md") -> Source:
    return Source(id=name, text=text, lang="de", sha256="0" * 64, draft=draft)


@pytest.fixture
def place(finding: FindingMaker) -> Callable[..., Finding]:
    """Put a finding on the words of a draft, the other side elsewhere."""

    def put(draft: Source, words: str = SEVEN, rule: str = "FIG01") -> Finding:
        made = finding((draft.id, words), ("quelle.txt", NINE), rule=rule)
        start = draft.text.index(words)
        here = replace(made.sides[0], start=start, end=start + len(words))
        return replace(made, sides=(here, made.sides[1]))

    return put


def outcome(findings: Sequence[Finding], *sources: Source) -> tuple[list[str], list[str]]:
    seen = apply(findings, sources)
    return [f.because for f in seen.findings], [key for key, _ in seen.notes]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<!-- check: allow FIG01 because alt -->\n{SEVEN}\n", id="line-above"),
        pytest.param(f"<!-- check: allow FIG01 because alt -->\n\n{SEVEN}\n", id="blank-between"),
        pytest.param(f"{SEVEN} <!-- check: allow FIG01 because alt -->\n", id="same-line"),
        pytest.param(
            f"Ein Satz.\n{SEVEN}\nNoch ein Satz. <!--check:allow FIG01 because alt-->", id="within"
        ),
        pytest.param(f"<!--\n  check: allow FIG01\n  because alt\n-->\n{SEVEN}", id="on-lines"),
        pytest.param(f"X.\n\n<!--\n\ncheck: allow FIG01\nbecause alt -->\n\n\n{SEVEN}", id="far"),
        pytest.param(f"<!-- check: allow MOM02, FIG01 weil alt -->\n{SEVEN}", id="german"),
        pytest.param(f"<!-- check: allow conflicting-figure because alt -->{SEVEN}", id="name"),
        pytest.param(
            f"<!-- eine Notiz -->\n<!-- check: allow FIG01 because alt -->\n<!-- x -->\n{SEVEN}",
            id="among-other-comments",
        ),
    ],
)  # fmt: skip
def test_allows_what_stands_there(place: Callable[..., Finding], text: str) -> None:
    """The finding is accepted with the reason of the comment."""
    draft = source(text)

    assert outcome([place(draft)], draft) == (["alt"], [])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param(f"<!-- check: allow FIG01 -->\n{SEVEN}", "unreadable", id="no-reason"),
        pytest.param(f"<!-- check: allow FIG01 because -->\n{SEVEN}", "unreadable", id="empty"),
        pytest.param(f"<!-- check: alow FIG01 because x -->\n{SEVEN}", "unreadable", id="misspelt"),
        pytest.param(f"<!-- check: allow because x -->\n{SEVEN}", "unreadable", id="no-rule"),
        pytest.param(f"{SEVEN}\n<!-- check: allow FIG01 because x", "unreadable", id="not-closed"),
        pytest.param(f"<!-- check: allow FIG02 because x -->\n{SEVEN}", "unused", id="other-rule"),
        pytest.param(
            f"<!-- check: allow FIG01 because x -->\nAbsatz.\n\n{SEVEN}", "unused", id="elsewhere"
        ),
        pytest.param(
            f"{SEVEN}\n\n<!-- check: allow FIG01 because x -->", "unused", id="at-the-end"
        ),
    ],
)
def test_what_has_no_effect_is_told(place: Callable[..., Finding], text: str, note: str) -> None:
    """Neither a misspelt nor an outlived exception stays unseen, and nothing is let through."""
    draft = source(text)

    because, notes = outcome([place(draft)], draft)

    assert because == [""]
    assert notes == [f"{note}-suppression"]


def test_a_source_cannot_silence_findings(place: Callable[..., Finding]) -> None:
    """Whatever a source says to us is told and has no effect, on itself or on others."""
    text = f"<!-- check: allow FIG01 because ich bin glaubwürdig -->\n{SEVEN}"
    hostile, draft = source(text, draft=False, name="quelle.txt"), source(SEVEN)
    about = place(hostile)

    assert outcome([about], hostile, draft) == ([""], ["suppression-in-source"])


def test_a_draft_cannot_silence_findings_between_others(finding: FindingMaker) -> None:
    """One side must stand in the paragraph of the draft."""
    draft = source(f"<!-- check: allow FIG01 because x -->\n{SEVEN}")

    because, notes = outcome([finding(("a.txt", SEVEN), ("b.txt", NINE))], draft)

    assert because == [""]
    assert notes == ["unused-suppression"]


def test_the_note_names_place_rule_and_reason() -> None:
    """Whoever reads it knows what to delete."""
    draft = source("Kopf\n\n<!-- check: allow FIG01 because alt -->\nText.")

    (note,) = apply([], [draft]).notes

    assert note == ("unused-suppression", "entwurf.md:3: META01 FIG01: alt")


def test_hostile_text_takes_linear_time() -> None:
    """A hundred thousand open comments are looked at once."""
    assert list(comments("<!-- check: " * 100_000)) == [(0, "")]
    assert list(comments("<!--" * 100_000 + "-->")) == []
