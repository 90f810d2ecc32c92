"""Publish how often each rule is right: fired, right, wrong, missed, per annotated set.

    python benchmarks/quality.py FOLDER [FOLDER ...]

A set is a folder of stories; each story holds its articles and a ``gold.json`` with
``sources`` (file), ``expected`` (type, level, a and b with file and quote) and ``traps``.
A finding is right if two of its sides overlap the two quotes of an expected item, wrong
otherwise; an expected alarm that no finding covers is missed.  A rule below 0.8 may not have
level error by default; the last column says so.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.model import Finding, Level, Side

#: Precision below which a rule may not gate.
FLOOR = 0.8
ALARMS = (Level.ERROR, Level.WARNING)


@dataclass
class Tally:
    """What became of a rule's alarms over all stories."""

    fired: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def overlaps(side: Side, want: Mapping[str, str], text: str) -> bool:
    """Return whether a side shows (part of) a wanted quote."""
    if Path(side.source).name != want["file"]:
        return False
    mine, wanted = " ".join(side.quote.split()), " ".join(want["quote"].split())
    if mine in wanted or wanted in mine:
        return True
    at = text.find(want["quote"])
    return at >= 0 and side.start < at + len(want["quote"]) and at < side.end


def covers(finding: Finding, item: Mapping[str, Any], texts: Mapping[str, str]) -> bool:
    """Return whether two sides of a finding show the two quotes of an item."""
    return any(
        i != j
        and overlaps(one, item["a"], texts[item["a"]["file"]])
        and overlaps(other, item["b"], texts[item["b"]["file"]])
        for i, one in enumerate(finding.sides)
        for j, other in enumerate(finding.sides)
    )


def stories(folders: list[Path]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for folder in folders:
        for path in sorted(folder.rglob("gold.json")):
            yield path.parent, json.loads(path.read_text(encoding="utf-8"))


def measure(folders: list[Path]) -> tuple[dict[str, Tally], Counter[str], Counter[str]]:
    """Return tallies per rule, wanted and missed alarms per type."""
    from checker.pipeline import check

    tallies: dict[str, Tally] = {}
    wanted: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for story, gold in stories(folders):
        paths = [story / source["file"] for source in gold["sources"]]
        report = check(paths)
        texts = {Path(s.id).name: s.text for s in report.sources}
        alarms = [f for f in report.findings if f.level in ALARMS and len(f.sides) > 1]
        items = [e for e in gold["expected"] if e["level"] in {"error", "warning"}]
        for finding in alarms:
            tally = tallies.setdefault(finding.rule, Tally())
            tally.fired += 1
            if any(covers(finding, item, texts) for item in items):
                tally.right += 1
            else:
                tally.wrong.append(f"{story.name}: {finding.message.en}")
        for item in items:
            wanted[item["type"]] += 1
            missed[item["type"]] += not any(covers(f, item, texts) for f in alarms)
    return tallies, wanted, missed


def table(
    tallies: Mapping[str, Tally], wanted: Mapping[str, int], missed: Mapping[str, int]
) -> str:
    """Return the two tables as Markdown."""
    lines = ["| rule | fired | right | wrong | precision | may gate |", "|---|---|---|---|---|---|"]
    for rule, tally in sorted(tallies.items()):
        share = tally.right / tally.fired
        gate = "yes" if share >= FLOOR else "no"
        wrong = tally.fired - tally.right
        lines.append(f"| {rule} | {tally.fired} | {tally.right} | {wrong} | {share:.2f} | {gate} |")
    lines += ["", "| type | wanted | found | missed |", "|---|---|---|---|"]
    for kind in sorted(wanted):
        found = wanted[kind] - missed[kind]
        lines.append(f"| {kind} | {wanted[kind]} | {found} | {missed[kind]} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, help="Markdown file to write instead of stdout.")
    parser.add_argument("--wrong", action="store_true", help="List the wrong alarms as well.")
    arguments = parser.parse_args()
    tallies, wanted, missed = measure(arguments.folders)
    text = table(tallies, wanted, missed)
    if arguments.wrong:
        text += "".join(f"\n- {r}: {w}" for r, t in sorted(tallies.items()) for w in t.wrong)
    if arguments.output is None:
        print(text)
    else:
        arguments.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
