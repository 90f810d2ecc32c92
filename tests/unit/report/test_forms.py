"""What holds for every form of report."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from checker.errors import SettingsError
from checker.model import Level, Report
from checker.report import FORMS, Options, render
from checker.report.strings import COUNTED, WORDS, notice, question
from checker.report.view import View
from tests.unit.report.building import Day, both, flood_day

TOKEN = Options(token="t0ken")


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_same_report_same_bytes(form: str, lang: str) -> None:
    """Two reports built alike are rendered alike, byte for byte."""
    one, other = (render(flood_day().report(ui_lang=lang), form, TOKEN) for _ in range(2))
    assert one == other
    assert one.endswith("\n")
    one.encode("utf-8")


@pytest.mark.parametrize("form", sorted(FORMS))
def test_empty_report(form: str) -> None:
    """Nothing found is said next to what was checked."""
    day = Day()
    day.source("a.txt", "Eine Zeile\n")
    text = render(day.report(), form, TOKEN)
    if form in {"terminal", "md", "html"}:
        assert "0 Widersprüche" in text or "0 Befunde in 1 Quelle, 0 Aussagen" in text


def test_unknown_form() -> None:
    """A misspelt form is an error that names the right ones."""
    with pytest.raises(SettingsError, match="htm") as caught:
        render(flood_day().report(), "htm")
    assert "html" in caught.value.remedy


@pytest.mark.parametrize("form", ["terminal", "md", "sarif", "gitlab", "rdjson", "github"])
def test_show_hides_and_counts(report: Report, form: str) -> None:
    """What --show hides is gone from the list; people are told how much that is."""
    text = render(report, form, Options(show=Level.ERROR, token="t0ken"))
    assert "FIG01" in text
    assert "POL01" not in text
    if form in {"terminal", "md"}:
        assert "3 Befunde nicht gezeigt" in text


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_some_forms_carry_everything(report: Report, form: str) -> None:
    """HTML, JSON and CSV are complete whatever --show says."""
    text = render(report, form, Options(show=Level.ERROR))
    for finding in report.findings:
        assert finding.fingerprint in text


@pytest.mark.parametrize("form", sorted(FORMS))
def test_accepted_findings_raise_no_alarm(report: Report, form: str) -> None:
    """An accepted finding is shown as accepted, or not at all; never as an error of a review."""
    accepted = tuple(
        replace(f, status="accepted", because="mit der Polizei geklärt") for f in report.findings
    )
    text = render(replace(report, findings=accepted), form, TOKEN)
    if form in {"github", "gitlab", "rdjson", "claimreview"}:
        assert "FIG01" not in text
    elif form == "webannotation":
        assert "FIG01" in text
    else:
        assert "mit der Polizei geklärt" in text


def test_resolved_findings_are_told(report: Report) -> None:
    """What an edit has cleared is reported as cleared."""
    after = replace(report, findings=report.findings[1:], resolved=report.findings[:1])
    for form in ("terminal", "md", "html"):
        text = render(after, form)
        assert "Durch die Änderung behoben" in text
        assert "Quellen nennen sieben" in text


def test_help_needs_no_heavy_import() -> None:
    """Importing the package loads neither jinja2 nor rich."""
    code = "import sys, checker.report; print({'jinja2', 'rich'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_every_label_has_two_languages() -> None:
    """No label is empty in one of the languages."""
    for key, phrase in WORDS.items():
        assert phrase.de, key
        assert phrase.en, key
    for key, forms in COUNTED.items():
        assert len(forms) == 4, key


def test_question_has_no_label_of_its_own() -> None:
    """Forms put a label before it, so a second one is dropped."""
    assert question(both("Fragen: Wer hat gezählt?"), "de") == "Wer hat gezählt?"


def test_notice_is_told_in_words() -> None:
    """Remarks on reading are keys; people see sentences, unknown keys as they are."""
    assert notice("replaced-bytes: 1", "de") == "unlesbare Bytes ersetzt: 1"
    assert notice("something-new: 2", "de") == "something-new: 2"


def test_speaker_is_not_named_twice() -> None:
    """Where the reading names the speaker, the line does not do so again."""
    day = Day()
    day.source("a.txt", "Titel\nDer Kreml wies dies zurück.\n")
    side = day.side(
        "a.txt",
        "Der Kreml wies dies zurück.",
        reading=both("bestritten von Der Kreml"),
        speaker="der Kreml",
    )
    day.finding(side)
    report = day.report()
    assert View(report).voice(side) == ""
    for form in ("terminal", "md", "html"):
        assert "bestritten von Der Kreml · der Kreml" not in render(report, form)


@pytest.mark.parametrize(("form", "most"), [("terminal", 6000), ("md", 8000), ("github", 6000)])
def test_endless_quotes_are_clipped(form: str, most: int) -> None:
    """A sentence of 200 kB does not bury the report; its figure is still shown."""
    day = Day()
    quote = "wort " * 20_000 + "genau sieben Tote " + "wort " * 20_000 + "ende."
    day.source("a.txt", f"Titel\n{quote}\n")
    day.source("b.txt", "Titel\nEs waren neun.\n")
    day.finding(day.side("a.txt", quote, "sieben"), day.side("b.txt", "Es waren neun.", "neun"))
    text = render(day.report(), form, TOKEN)
    assert len(text) < most
    if form != "github":
        assert "sieben" in text
