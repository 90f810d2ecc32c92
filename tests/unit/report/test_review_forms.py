"""Review tools get places they can find and text they do not act on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.model import Report
from checker.report import Options, render
from checker.report.github import escape_data, escape_property
from checker.report.linehash import line_hashes
from tests.unit.report.building import Day, both, flood_day, hostile_day


def wide_day() -> Report:
    """A quote behind characters whose length depends on who counts."""
    day = Day()
    day.source("a b/ü.txt", "Titel\nä „😀“ Es waren sieben.\n")
    day.source("b.txt", "Titel\nEs waren neun.\n")
    day.finding(
        day.side("a b/ü.txt", "Es waren sieben.", "sieben"), day.side("b.txt", "Es waren neun.")
    )
    return day.report()


def sarif_run(report: Report) -> dict[str, Any]:
    """The only run of the log."""
    log = json.loads(render(report, "sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"]
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_columns_by_measure() -> None:
    """SARIF counts UTF-16 units, reviewdog bytes, GitHub characters."""
    report = wide_day()
    place = sarif_run(report)["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 2
    assert place["region"]["startColumn"] == 8  # ä, blank, „, emoji as two, “, blank
    assert place["region"]["endColumn"] == 8 + 16
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%BC.txt"
    diagnostic = json.loads(render(report, "rdjson"))["diagnostics"][0]
    assert diagnostic["location"]["range"]["start"] == {"line": 2, "column": 15}
    command = render(report, "github", Options(token="x")).splitlines()[0]
    assert ",col=7,endColumn=23::" in command


@pytest.mark.parametrize("day", [flood_day, hostile_day], ids=["flood", "hostile"])
def test_sarif_is_valid(day: Callable[[], Day]) -> None:
    """The log is an instance of the schema of SARIF 2.1.0."""
    path = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    accepted = replace(day().findings[0], status="accepted", because="geklärt", ordinal=7)
    built = day()
    built.findings.append(accepted)
    jsonschema.Draft4Validator(schema).validate(json.loads(render(built.report(), "sarif")))


def test_sarif_has_what_github_requires(report: Report) -> None:
    """Every field that GitHub wants is there and not empty."""
    run = sarif_run(report)
    driver = run["tool"]["driver"]
    assert driver["name"] == "checker"
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
        assert len(rule["fullDescription"]["text"]) <= 1024
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note", "note"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= set(region)


def test_sarif_links_the_other_side(report: Report) -> None:
    """The message names each related location, which GitHub shows only then."""
    result = sarif_run(report)["results"][0]
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert "[C](1)" in result["message"]["text"]


def test_sarif_message_has_only_our_links() -> None:
    """Brackets of an article are escaped, so they are not links."""
    for result in sarif_run(hostile_day().report())["results"]:
        links = re.findall(r"(?<!\\)\[[^\]]*\]\(([^)]*)\)", result["message"]["text"])
        assert links == ["1"]


def test_sarif_is_cut_with_a_notice() -> None:
    """GitHub keeps 5 000 results; what is left out is said."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    side = day.side("a.txt", "Es waren 7.")
    for i in range(5003):
        day.finding(side, ordinal=i, level="info" if i % 2 else "error")
    run = sarif_run(day.report())
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert any("3 weitere" in note["message"]["text"] for note in notes)


def test_sarif_names_unread_inputs(report: Report) -> None:
    """What was not read is a notification of the run."""
    (note,) = sarif_run(report)["invocations"][0]["toolExecutionNotifications"]
    assert "altenau/bild.png" in note["message"]["text"]


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            " hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
            [
                "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                "c129715d7a2bc9a3:1",
            ],
        ),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [
                *(f"a7f2ff13bc495cf2:{i}" for i in range(1, 7)),
                "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
            ],
        ),
    ],
)  # fmt: skip
def test_line_hash_is_githubs(text: str, hashes: list[str]) -> None:
    """The values are those that github/codeql-action publishes with its tests."""
    assert list(line_hashes(text)) == hashes


def test_github_escapes() -> None:
    """The escapes of actions/toolkit."""
    assert escape_data("a%b\r\nc") == "a%25b%0D%0Ac"
    assert escape_property("a:b,c%") == "a%3Ab%2Cc%25"


def test_github_commands_are_ours_alone() -> None:
    """Whatever an article holds, only our commands stand at the start of a line."""
    lines = render(hostile_day().report(), "github", Options(token="t0ken")).splitlines()
    stop = lines.index("::stop-commands::t0ken")
    assert lines[-1] == "::t0ken::"
    for line in lines[:stop]:
        assert re.match(r"::(error|warning) file=", line)
    for line in lines[stop + 1 : -1]:
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def test_github_token_is_fresh(report: Report) -> None:
    """Nobody who wrote an article can know the token."""
    one, other = (render(report, "github").splitlines()[-1] for _ in range(2))
    assert one != other
    assert len(one) >= 30


def test_github_sets_ten_of_each_and_counts_the_rest() -> None:
    """GitHub drops what is beyond ten without a word; we do not."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    side = day.side("a.txt", "Es waren 7.")
    for i in range(40):
        day.finding(side, ordinal=i, level="error" if i < 25 else "warning")
    lines = render(day.report(), "github", Options(token="x")).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert any(line.startswith("20 weitere Befunde") for line in lines)


def test_gitlab_fingerprints_are_unique(report: Report) -> None:
    """GitLab shows one entry per fingerprint: one for each side of each finding."""
    entries = json.loads(render(report, "gitlab"))
    assert len(entries) == sum(len(f.sides) for f in report.findings)
    assert len({e["fingerprint"] for e in entries}) == len(entries)
    for entry in entries:
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith(("./", "/"))


def test_gitlab_fingerprint_survives_moved_lines() -> None:
    """A paragraph inserted above changes no fingerprint."""

    def prints(text: str) -> list[str]:
        day = Day()
        day.source("a.txt", text)
        day.finding(day.side("a.txt", "Es waren 7."), type="unsupported")
        entries = json.loads(render(day.report(), "gitlab"))
        return [str(e["fingerprint"]) for e in entries]

    assert prints("Titel\nEs waren 7.\n") == prints("Titel\nNeu davor.\n\nEs waren 7.\n")


def test_base_leads_to_the_root(report: Report) -> None:
    """Paths start at the root of the repository."""
    options = Options(base="desk/", token="x")
    assert "file=desk/altenau/kurier.txt" in render(report, "github", options)
    assert '"desk/altenau/kurier.txt"' in render(report, "gitlab", options)
    assert '"desk/altenau/kurier.txt"' in render(report, "rdjson", options)
    assert '"desk/altenau/kurier.txt"' in render(report, "sarif", options)


def test_question_comes_without_a_second_label() -> None:
    """A rule's own label is not repeated."""
    day = Day()
    day.source("a.txt", "Titel\nEs waren 7.\n")
    day.finding(day.side("a.txt", "Es waren 7."), remedy=both("Fragen: Wer hat gezählt?"))
    assert "Frage: Wer hat gezählt?" in render(day.report(), "terminal")


def test_places_in_a_web_page() -> None:
    """Where the text is not the file, regions are those of the file."""
    day = Day()
    day.source("a.html", "Titel\nEs waren 7.\n", places=((0, 12, 9), (6, 40, 5)))
    day.finding(day.side("a.html", "Es waren 7."), type="unsupported")
    region = sarif_run(day.report())["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (40, 5)
    assert (region["endLine"], region["endColumn"]) == (40, 16)
