"""The page in a real browser: quiet, filterable, driven by keys, inert to its articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from checker.judge.decisions import read_decisions
from checker.model import Report
from tests.unit.report.building import Day, flood_day, hostile_day

Visit = Callable[..., Any]


@pytest.fixture
def report() -> Report:
    """The invented flood."""
    return flood_day().report()


def shown(page: Any) -> list[str]:
    """Ids of the findings that can be seen."""
    ids: list[str] = page.eval_on_selector_all(
        ".f", "items => items.filter(i => i.checkVisibility()).map(i => i.id)"
    )
    return ids


def await_shown(page: Any, count: int) -> None:
    """Wait until so many findings can be seen: a browser tells of a new address in its own time."""
    page.wait_for_function(
        "count => [...document.querySelectorAll('.f')].filter(i => i.checkVisibility()).length"
        " === count",
        arg=count,
    )


def test_one_request_and_no_error(visit: Visit, report: Report) -> None:
    """The file is all there is; nothing is fetched, nothing complains."""
    page = visit(report)
    page.wait_for_timeout(200)
    assert page.requests == [page.url]
    assert page.errors == []


def test_reads_without_script(visit: Visit, report: Report) -> None:
    """Every finding, quote and source is there; only the comforts are hidden."""
    page = visit(report, java_script_enabled=False)
    for finding in report.findings:
        assert page.locator(f"#F-{finding.fingerprint}").is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator("noscript").count() == 1
    assert page.get_by_text("Bürgermeisterin Anna Krug war nicht vor Ort").first.is_visible()


def test_filter_is_kept_in_the_address(visit: Visit, report: Report) -> None:
    """Choosing a type hides the rest, and the address opens the same view again."""
    page = visit(report)
    page.select_option("select[name=type]", "polarity-conflict")
    expected = [f"F-{f.fingerprint}" for f in report.findings if f.type == "polarity-conflict"]
    assert shown(page) == expected
    assert page.inner_text("#tally") == "1 von 4"
    fragment = page.evaluate("location.hash")
    assert fragment == "#type=polarity-conflict"
    again = visit(report, fragment=fragment)
    assert shown(again) == expected


@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        ("#level=error", {"FIG01"}),
        ("#level=error,warning", {"FIG01", "POL01"}),
        ("#rule=COP01", {"COP01"}),
        ("#source=B+C", {"FIG01", "POL01"}),
        ("#text=helfern", {"POL01"}),
        ("#status=accepted", set()),
        ("#type=figure-conflict&level=warning", set()),
    ],
)
def test_filters(visit: Visit, report: Report, fragment: str, rules: set[str]) -> None:
    """Each filter keeps what it says; an empty result is said."""
    page = visit(report, fragment=fragment)
    by_id = {f"F-{f.fingerprint}": f.rule for f in report.findings}
    assert {by_id[i] for i in shown(page)} == rules
    assert page.locator("#nothing").is_visible() == (not rules)


def test_links_of_the_overview_filter(visit: Visit, report: Report) -> None:
    """A cell of the matrix and a number of the table lead to their findings."""
    page = visit(report)
    page.locator(".grid a.c").first.click()
    await_shown(page, 2)
    page.locator(".types td a").first.click()
    await_shown(page, 1)


def test_keys(visit: Visit, report: Report) -> None:
    """j and k walk, Enter goes to the text, / searches, ? explains, Esc clears."""
    page = visit(report)
    ids = shown(page)
    focused = "document.activeElement.id"
    page.keyboard.press("j")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("j")
    assert page.evaluate(focused) == ids[1]
    page.keyboard.press("k")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#c")
    page.keyboard.press("/")
    page.keyboard.type("strom")
    await_shown(page, 1)
    page.keyboard.press("Escape")
    await_shown(page, len(ids))
    assert shown(page) == ids
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_letters_typed_into_a_field_are_letters(visit: Visit, report: Report) -> None:
    """Searching for "jk?" does not walk or explain."""
    page = visit(report)
    page.click("input[name=text]")
    page.keyboard.type("jk?/")
    assert page.input_value("input[name=text]") == "jk?/"
    assert not page.locator("#keys").is_visible()


def test_deep_link_shows_its_finding(visit: Visit, report: Report) -> None:
    """The address of a finding opens at that finding."""
    target = f"F-{report.findings[1].fingerprint}"
    page = visit(report, fragment=f"#{target}")
    assert page.evaluate("document.activeElement.id") == target
    assert page.locator(f"#{target}").evaluate("e => e.getBoundingClientRect().top") < 200


def test_deep_link_beats_a_filter(visit: Visit, report: Report) -> None:
    """A link to a finding that a filter hides shows it all the same."""
    page = visit(report, fragment="#level=error")
    target = f"F-{report.findings[1].fingerprint}"
    page.evaluate(f"location.hash = '#{target}'")
    page.locator(f"#{target}").wait_for(state="visible")


def test_decisions_are_exported_for_the_baseline(
    visit: Visit, report: Report, tmp_path: Path
) -> None:
    """A decision with its reason leaves the page as a file that the baseline reads."""
    page = visit(report)
    card = page.locator("article.f").first
    card.locator("button.decide").click()
    card.locator("textarea").fill("mit der Polizei geklärt: „sieben“ gilt")
    card.locator("input[name=author]").fill("E. B.")
    card.locator("button[type=submit]").click()
    assert "mit der Polizei geklärt" in card.locator("button.decide").inner_text()
    with page.expect_download() as download:
        page.click("#export")
    target = tmp_path / download.value.suggested_filename
    download.value.save_as(target)
    assert target.name == "checker-decisions.json"
    (decision,) = read_decisions(target)
    assert decision.id == report.findings[0].fingerprint
    assert decision.because == "mit der Polizei geklärt: „sieben“ gilt"
    assert decision.author == "E. B."
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "checker-decisions"
    assert page.requests == [page.url.split("#")[0]] or len(page.requests) <= 2
    assert page.errors == []


def test_decision_needs_a_reason_and_can_be_taken_back(visit: Visit, report: Report) -> None:
    """No reason, no decision; a decision can be discarded."""
    page = visit(report)
    card = page.locator("article.f").first
    card.locator("button.decide").click()
    card.locator("button[type=submit]").click()
    assert not page.locator("#export").is_visible()
    card.locator("textarea").fill("geklärt")
    card.locator("button[type=submit]").click()
    assert page.locator("#export").is_visible()
    card.locator("button.decide").click()
    card.locator("button[name=drop]").click()
    assert not page.locator("#export").is_visible()


def test_command_is_copied(visit: Visit, report: Report) -> None:
    """The command on the clipboard names the finding."""
    page = visit(report, permissions=["clipboard-read", "clipboard-write"])
    page.locator("button.copy").first.click()
    page.wait_for_timeout(100)
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == f'check baseline accept {report.findings[0].fingerprint} --because "…"'


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_edge(visit: Visit, report: Report, colour: str, width: int) -> None:
    """No horizontal scrolling on a telephone, whatever the articles hold."""
    for one in (report, hostile_day().report()):
        page = visit(one, width=width, colour=colour)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_articles_are_inert(visit: Visit) -> None:
    """No payload runs, no style of an article takes hold, nothing is fetched."""
    page = visit(hostile_day().report())
    for _ in range(30):
        page.keyboard.press("j")
    page.fill("input[name=text]", "<script>")
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("document.title").startswith("5 Widersprüche")
    assert page.errors == []
    assert len(page.requests) == 1
    assert page.locator("h1").is_visible()


def test_prints(visit: Visit, report: Report) -> None:
    """The page becomes a PDF with every reckoning unfolded and no controls."""
    page = visit(report)
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 10_000


def axe() -> str:
    """The checker of accessibility, or a visible reason why not."""
    if util.find_spec("axe_playwright_python") is None:
        pytest.skip("axe-core is not installed: pip install axe-playwright-python")
    from importlib.resources import files

    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", [flood_day, hostile_day], ids=["flood", "hostile"])
@pytest.mark.parametrize(("colour", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_accessible(visit: Visit, day: Callable[[], Day], colour: str, width: int) -> None:
    """axe-core finds nothing to complain about."""
    script = axe()
    page = visit(day().report(), colour=colour, width=width, bypass_csp=True)
    page.add_script_tag(content=script)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    found = [
        (v["id"], v["help"], [n["target"] for n in v["nodes"]][:3]) for v in result["violations"]
    ]
    assert found == []


def test_thousands_of_findings_can_be_walked(visit: Visit) -> None:
    """2 000 findings are laid out, and the last of them can still be decided on."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    day.source("b.txt", "Titel\nEs waren 9.\n")
    sides = day.side("a.txt", "Es waren 7.", "7"), day.side("b.txt", "Es waren 9.", "9")
    for i in range(2000):
        day.finding(*sides, ordinal=i)
    page = visit(day.report())
    assert page.locator(".f").count() == 2000
    page.keyboard.press("j")
    last = page.locator(".f").last
    last.evaluate("e => e.focus()")
    assert last.locator("button.decide").is_visible()


def test_accepted_findings_are_shown_as_such(visit: Visit, report: Report) -> None:
    """An accepted finding keeps its reason and offers no second acceptance."""
    first = replace(report.findings[0], status="accepted", because="geklärt am Telefon")
    page = visit(replace(report, findings=(first, *report.findings[1:])))
    card = page.locator(f"#F-{first.fingerprint}")
    assert "geklärt am Telefon" in card.inner_text()
    assert card.locator("button.decide").count() == 0
