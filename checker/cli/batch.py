"""The doors for scripts: JSON Lines in, JSON Lines out, same order.

Floor 6 (cli).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli.common import dump_lines, json_lines, wanted
from checker.errors import InputError, SettingsError


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("figures")(figures)
    app.command("pairs")(pairs)
    app.command("claims")(claims)


def figures(
    text: Annotated[str | None, typer.Argument(help="A sentence to read figures from.")] = None,
    jsonl: Annotated[
        str | None, typer.Option(help="JSON Lines with id, text, lang, reference_time; - is stdin.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the text: de, en, fr.")] = None,
    reference: Annotated[
        str | None, typer.Option(help="Day that 'yesterday' counts from, YYYY-MM-DD.")
    ] = None,
) -> None:
    """Show the figures and times read from a sentence, as intervals."""
    if (text is None) == (jsonl is None):
        raise SettingsError("want a sentence or --jsonl, not both or neither", remedy=_HOW_FIGURES)
    if jsonl is not None:
        dump_lines(_figure_rows(jsonl, lang))
        return
    from checker.cli.tables import print_figures

    print_figures(
        text or "", _language(lang, text or ""), _instant(reference, "--reference"), sys.stdout
    )


_HOW_FIGURES = 'check figures "Es dauerte mehr als eine Stunde."  or  check figures --jsonl FILE'


def _figure_rows(place: str, lang: str | None) -> Iterator[Mapping[str, Any]]:
    """Yield what `check figures --jsonl` writes."""
    from checker.language.figures import figures_json, read_figures

    for where, row in json_lines(place):
        text = wanted(row, "text", where)
        spoken = row.get("lang")
        spoken = spoken if isinstance(spoken, str) and spoken else _language(lang, text)
        said = row.get("reference_time")
        reference, exact = _instant(said, where), "T" in str(said or "")
        yield {
            "id": row.get("id"),
            "figures": list(
                figures_json(*read_figures(text, spoken, reference, exact=exact), timex=True)
            ),
        }


def _language(lang: str | None, text: str) -> str:
    """Return the language asked for, or the one the text is most likely in."""
    if lang is not None:
        return lang
    from checker.read import source_from_text

    return source_from_text(text, id="text").lang


def _instant(value: object, where: str) -> datetime | None:
    """Return an ISO 8601 moment as naive local time.

    Raises:
        InputError: If it is not one.
    """
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError as error:
        raise InputError(
            f"want a day like 2025-10-17, got {str(value)[:40]!r}",
            where=where,
            remedy="write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS",
        ) from error


def pairs(
    jsonl: Annotated[str, typer.Option(help="JSON Lines with id, premise, hypothesis, lang.")],
) -> None:
    """Judge pairs of texts as two sources that tell of one event."""
    from checker.judge.entail import label_pair

    def rows() -> Iterator[Mapping[str, Any]]:
        for where, row in json_lines(jsonl):
            premise, hypothesis = wanted(row, "premise", where), wanted(row, "hypothesis", where)
            lang = row.get("lang")
            lang = lang if isinstance(lang, str) and lang else _language(None, premise)
            yield {"id": row.get("id"), **label_pair(premise, hypothesis, lang)}

    dump_lines(rows())


def claims(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders to read.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of all sources.")] = None,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="Read marked furniture as well.")
    ] = False,
    paired: Annotated[
        bool, typer.Option("--pairs", help="Show which claims are held together, and why.")
    ] = False,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--about", help="With --pairs: only pairs with these words. Name two to ask why."
        ),
    ] = None,
) -> None:
    """Show the claims read from articles: words, place, speaker, figures."""
    from checker.cli.common import complain
    from checker.errors import SettingsError
    from checker.model import State
    from checker.read import read_sources
    from checker.read.claims import read_claims
    from checker.settings import Settings

    if about and not paired:
        raise SettingsError("--about chooses among pairs", remedy="add --pairs")
    settings = Settings(lang=lang, include_furniture=furniture)
    sources, records = read_sources(paths, settings)
    found = [c for s in sources for c in read_claims(s, include_furniture=furniture)]
    for record in records:
        if record.state is not State.READ:
            complain(f"{record.state}: {record.path}: {record.reason}")
    if paired:
        from checker.cli.pairs import print_pairs

        print_pairs(sources, found, sys.stdout, jsonl=jsonl, about=about or ())
    elif jsonl:
        from checker.cli.tables import claim_row

        dump_lines(claim_row(c) for c in found)
    else:
        from checker.cli.tables import print_claims

        print_claims(found, sources, sys.stdout)
