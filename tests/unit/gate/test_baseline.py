"""The baseline keeps decisions, and only as long as the words stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import BaselineError
from checker.judge.baseline import (
    accepted,
    apply,
    entry_of,
    pruned,
    refreshed,
)
from checker.judge.baseline_file import dump_baseline, parse_baseline, read_baseline
from checker.judge.decisions import read_decisions
from checker.model import Finding, Level

FindingMaker = Callable[..., Finding]
READ = {"a.txt", "b.txt", "c.txt"}
SEVEN = ("a.txt", "Sieben Menschen\n starben  in Altenau.")
NINE = ("b.txt", "Neun Menschen starben.")


def test_file_is_one_sorted_readable_line_per_finding(finding: FindingMaker) -> None:
    """A reviewer reads the diff of the file; a merge touches single lines."""
    entries = [
        entry_of(finding(SEVEN, ("c.txt", "Acht starben."))),
        entry_of(finding(SEVEN, NINE), because="Fortschreibung", author="EM", date="2026-03-02"),
    ]

    text = dump_baseline(tuple(entries))
    rows = [line for line in text.splitlines() if '"id"' in line]

    assert len(rows) == 2
    assert "Sieben Menschen starben in Altenau." in rows[0]
    assert "b.txt" in rows[0]
    assert "c.txt" in rows[1]
    assert text == dump_baseline(tuple(reversed(entries)))
    assert json.loads(text)["schema"] == "checker-baseline"


def test_reading_back_is_identity(finding: FindingMaker, tmp_path: Path) -> None:
    """What is written is what is read, reasons included."""
    entries = (
        entry_of(finding(SEVEN, NINE), because="so „gewollt“ \\ ok", author="Ü", date="2026-03-02"),
        entry_of(finding(("a.txt", "X"), ("a.txt", "X"), ordinal=2)),
    )
    path = tmp_path / "checker-baseline.json"
    path.write_text(dump_baseline(entries), encoding="utf-8")

    assert set(read_baseline(path)) == set(entries)
    assert dump_baseline(read_baseline(path)) == path.read_text(encoding="utf-8")


def test_no_file_is_an_empty_baseline(tmp_path: Path) -> None:
    """A desk without a baseline has accepted nothing."""
    assert read_baseline(tmp_path / "none.json") == ()


def test_accepted_findings_carry_their_reason(finding: FindingMaker) -> None:
    """The gate passes over them, the report shows them with the reason."""
    known = finding(SEVEN, NINE)
    other = finding(SEVEN, ("c.txt", "Acht starben."))

    seen = apply([known, other], (entry_of(known, because="alt"),), READ)

    assert [(f.status, f.because) for f in seen.findings] == [("accepted", "alt"), ("open", "")]
    assert not seen.stale
    assert not seen.absent


def test_order_of_sides_and_line_breaks_do_not_matter(finding: FindingMaker) -> None:
    """Swapping the files or rewrapping a paragraph opens nothing."""
    entry = entry_of(finding(SEVEN, NINE), because="alt")
    rewrapped = ("a.txt", "Sieben Menschen starben in\nAltenau.")

    seen = apply([finding(NINE, rewrapped)], (entry,), READ)

    assert seen.findings[0].status == "accepted"


@pytest.mark.parametrize("side", [0, 1])
def test_editing_either_quote_reopens(finding: FindingMaker, side: int) -> None:
    """A decision is about words; other words need another decision."""
    sides = [SEVEN, NINE]
    entry = entry_of(finding(*sides), because="alt")
    sides[side] = (sides[side][0], sides[side][1] + " Das sagte die Polizei.")

    seen = apply([finding(*sides)], (entry,), READ)

    assert seen.findings[0].status == "open"
    assert seen.stale == (entry,)


def test_renaming_a_file_reopens_nothing(finding: FindingMaker) -> None:
    """The words stand, only the file has another name."""
    entry = entry_of(finding(SEVEN, NINE), because="alt")
    renamed = finding(("neu/a.txt", SEVEN[1]), NINE)

    seen = apply([renamed], (entry,), {"neu/a.txt", "b.txt"})

    assert seen.findings[0].because == "alt"
    assert not seen.absent
    assert refreshed([renamed], (entry,), {"neu/a.txt", "b.txt"})[0].because == "alt"


def test_same_words_in_a_third_file_are_not_a_rename(finding: FindingMaker) -> None:
    """A copy elsewhere is a new finding as long as the old file is there."""
    entry = entry_of(finding(SEVEN, NINE), because="alt")

    seen = apply([finding(("c.txt", SEVEN[1]), NINE)], (entry,), READ)

    assert seen.findings[0].status == "open"


def test_partial_run_makes_nothing_stale(finding: FindingMaker) -> None:
    """What was not read cannot be said to be gone."""
    entry = entry_of(finding(SEVEN, NINE))

    seen = apply([], (entry,), {"a.txt"})

    assert seen.stale == ()
    assert seen.absent == (entry,)


def test_refresh_keeps_every_human_reason(finding: FindingMaker) -> None:
    """A reason is kept though its finding is gone for now; a bare record is not."""
    kept = entry_of(finding(SEVEN, NINE), because="alt", author="EM", date="2026-03-02")
    bare = entry_of(finding(("a.txt", "weg"), ("b.txt", "fort")))
    new = finding(SEVEN, ("c.txt", "Acht starben."), level="warning")
    quiet = finding(("a.txt", "vage"), ("c.txt", "vager"), level="info")

    after = refreshed([new, quiet], (kept, bare), READ)

    assert kept in after
    assert {e.id for e in after} == {kept.id, new.fingerprint}
    assert refreshed([new, quiet], after, READ, level=Level.ERROR) == after


def test_prune_drops_what_is_gone_and_only_that(finding: FindingMaker) -> None:
    """Entries about files outside of the run stay unless asked for."""
    stale = entry_of(finding(SEVEN, NINE), because="alt")
    absent = entry_of(finding(("z.txt", "X"), NINE))
    alive = finding(("a.txt", "1"), ("b.txt", "2"))
    baseline = (stale, absent, entry_of(alive))
    seen = apply([alive], baseline, READ)

    assert {e.id for e in pruned(seen, baseline)} == {absent.id, alive.fingerprint}
    assert {e.id for e in pruned(seen, baseline, gone=True)} == {alive.fingerprint}


def test_a_new_decision_replaces_the_old(finding: FindingMaker) -> None:
    """Accepting again gives another reason, not a second line."""
    first = entry_of(finding(SEVEN, NINE), because="alt")
    second = replace(first, because="neu")

    assert accepted((first,), [second]) == (second,)


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        pytest.param("", "not JSON", ":1", id="empty-file"),
        pytest.param(
            '{"schema": "checker-baseline",\n "version": 1,\n', "not JSON", ":3", id="cut"
        ),
        pytest.param('{\n<<<<<<< HEAD\n "a": 1\n', "merge conflict", ":2", id="conflict-markers"),
        pytest.param("[]", "want an object", ":1", id="list"),
        pytest.param(
            '{"schema": "other", "version": 1}', "want an object", ":1", id="other-schema"
        ),
        pytest.param(
            '{"schema": "checker-baseline",\n "version": 2, "findings": []}',
            "newer version",
            ":2",
            id="newer",
        ),
        pytest.param(
            '{"schema": "checker-baseline", "version": true}',
            "whole number",
            ":1",
            id="odd-version",
        ),
        pytest.param(
            '{"schema": "checker-baseline", "version": 1,\n "findings": 3}', "list", ":2", id="rows"
        ),
        pytest.param(
            '{"schema": "checker-baseline", "version": 1, "findings": [\n'
            '{"id": "0123456789abcdef", "rule": "FIG01"}]}',
            "lacks",
            ":2",
            id="entry-without-sides",
        ),
        pytest.param(
            '{"schema": "checker-baseline", "version": 1, "findings": [\n\n'
            '{"id": "0123456789abcdef", "rule": "FIG01", "sides": [{"source": "a", "quote": "b"}]}'
            "]}",
            "not the name of the words",
            ":3",
            id="words-exchanged",
        ),
        pytest.param("[" * 100_000, "not JSON", "", id="nested-too-deeply"),
    ],
)
def test_a_broken_file_is_an_error_that_names_the_line(text: str, says: str, line: str) -> None:
    """Never an empty baseline: that would let in or throw out everything."""
    with pytest.raises(BaselineError, match=says) as caught:
        parse_baseline(text.encode(), "base.json")

    assert caught.value.code.startswith("E4")
    assert f"base.json{line}" in str(caught.value)


def test_bytes_that_are_no_text_are_an_error() -> None:
    """A file in another encoding is not guessed at."""
    with pytest.raises(BaselineError, match="0xFC"):
        parse_baseline(b'{\n "schema": "\xfc"}', "base.json")


def test_two_decisions_about_one_finding_are_an_error(finding: FindingMaker) -> None:
    """A merge that kept both lines must be settled by a person."""
    entry = entry_of(finding(SEVEN, NINE), because="alt")
    text = dump_baseline((entry, replace(entry, because="neu")))

    with pytest.raises(BaselineError, match="different decisions"):
        parse_baseline(text.encode(), "base.json")
    assert parse_baseline(dump_baseline((entry, entry)).encode(), "base.json") == (entry,)


def test_decisions_of_the_report_are_read(tmp_path: Path) -> None:
    """What the report exports is what the baseline takes in."""
    path = tmp_path / "decisions.json"
    rows = [{"id": "F-12ab", "decision": "accept", "because": "geprüft", "author": "EM"}]
    document = {"schema": "checker-decisions", "version": 1, "decisions": rows}
    path.write_text(json.dumps(document), encoding="utf-8")

    (decision,) = read_decisions(path)

    assert (decision.id, decision.because, decision.author) == ("12ab", "geprüft", "EM")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"id": "1", "decision": "accept", "because": " "}, id="no-reason"),
        pytest.param({"id": "1", "decision": "reject", "because": "x"}, id="unknown-decision"),
        pytest.param({"decision": "accept", "because": "x"}, id="no-id"),
        pytest.param({"id": 3, "decision": "accept", "because": "x"}, id="number"),
        pytest.param("accept", id="no-object"),
    ],
)
def test_decisions_without_a_reason_are_refused(tmp_path: Path, row: object) -> None:
    """A click is no reason."""
    path = tmp_path / "decisions.json"
    document = {"schema": "checker-decisions", "version": 1, "decisions": [row]}
    path.write_text(json.dumps(document), encoding="utf-8")

    with pytest.raises(BaselineError):
        read_decisions(path)
