"""`check rules` and `check explain`: what the tool would say, and why it said it.

Floor 6 (cli).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.errors import SettingsError
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judge.rules import Rule
    from checker.model import Claim, Finding, Report


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("rules")(rules)
    app.command("explain")(explain)


def rules(
    extra: Annotated[
        list[Path] | None, typer.Option("--rules", help="Folder with further rules.")
    ] = None,
    lang: Annotated[str, typer.Option("--ui-lang", help="de or en.")] = "en",
) -> None:
    """List the rules: id, name, level, what they say."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from checker.judge.rules import load_rules

    table = Table(box=None, pad_edge=False)
    for head in ("rule", "name", "level", "says"):
        table.add_column(head, overflow="fold")
    for rule in load_rules(Settings(rules=tuple(extra or ()))):
        cells = (rule.id, rule.name, str(rule.level), rule.message.get(lang))
        table.add_row(*(Text(c) for c in cells))
    width = None if sys.stdout.isatty() else 120
    Console(file=sys.stdout, width=width, markup=False, highlight=False).print(table)


def explain(
    what: Annotated[str, typer.Argument(help="A rule (FIG01) or the id of a finding.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(help="For a finding: the files it was found in.")
    ] = None,
    extra: Annotated[
        list[Path] | None, typer.Option("--rules", help="Folder with further rules.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--ui-lang", help="de or en.")] = None,
) -> None:
    """Explain a rule, or replay a finding with every step and ground."""
    from checker.judge.rules import load_rules

    if re.fullmatch(r"[A-Za-z]{3,4}\d{2}", what):
        known = load_rules(Settings(rules=tuple(extra or ())))
        for rule in known:
            if rule.id == what.upper():
                _print_rule(rule, lang)
                return
        raise SettingsError(
            f"no rule {what.upper()}; known are {', '.join(r.id for r in known)}",
            remedy="check rules lists them",
        )
    if not paths:
        raise SettingsError(
            f"{what!r} is no rule, and no files are named to look for a finding in",
            remedy=f"check explain {what} FOLDER",
        )
    _replay(what.removeprefix("F-"), paths, lang)


def _print_rule(rule: Rule, lang: str | None) -> None:
    """Print a rule as a page: what it says, why, what it cannot know, its examples."""
    write = sys.stdout.write
    write(f"{rule.id} {rule.name} ({rule.level}, {rule.type})\n")
    for code in [lang] if lang else ["de", "en"]:
        write(f"\n[{code}]\n")
        for label, phrase in (
            ("says", rule.message),
            ("why", rule.why),
            ("limits", rule.limits),
            ("remedy", rule.remedy),
        ):
            write(f"  {label}: {phrase.get(code)}\n")
    for title, examples in (("fires", rule.fires), ("silent", rule.silent)):
        write(f"\n{title}:\n")
        for example in examples:
            write(f"  {example.id} ({example.lang})\n    {example.left}\n    {example.right}\n")


def _replay(fingerprint: str, paths: list[Path], lang: str | None) -> None:
    """Check `paths` again and print the finding with that fingerprint in full."""
    from dataclasses import replace

    from checker.cli.checking import cache_folder
    from checker.model import Level
    from checker.pipeline import check
    from checker.report.terminal import print_report

    report = check(paths, Settings(cache=cache_folder(), ui_lang=lang))
    found = tuple(f for f in report.findings if f.fingerprint.startswith(fingerprint))
    if not found:
        raise SettingsError(
            f"no finding {fingerprint} in {len(report.findings)} findings",
            remedy="report.json lists the ids; a quote that was edited has a new one",
        )
    print_report(replace(report, findings=found), sys.stdout, show=Level.INFO)
    _print_grounds(report, found)


def _print_grounds(report: Report, found: Sequence[Finding]) -> None:
    """Print on what grounds the claims behind findings were held against each other."""
    from checker.cli.pairs import grounds_of, related_of
    from checker.report.safe import safe_text

    sides = [[(s.source, s.start, s.end) for s in f.sides] for f in found if len(f.sides) > 1]
    if not sides:
        return
    for pair in related_of(report.sources, report.claims).pairs:
        if any(_shown(own, pair.left, pair.right) for own in sides):
            sys.stdout.write(f"\n{pair.left.source}: {safe_text(pair.left.quote)}\n")
            sys.stdout.write(f"{pair.right.source}: {safe_text(pair.right.quote)}\n")
            for line in grounds_of(pair, report.ui_lang):
                sys.stdout.write(f"  {safe_text(line)}\n")


def _shown(sides: Sequence[tuple[str, int, int]], one: Claim, other: Claim) -> bool:
    """Return whether two sides of a finding lie in two claims, one in each, or hold them."""

    def within(claim: Claim) -> set[int]:
        return {
            number
            for number, (source, start, end) in enumerate(sides)
            if source == claim.source and start < claim.end and claim.start < end
        }

    return any(a != b for a in within(one) for b in within(other))
