"""Every statement of the README that can be tried is tried."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.cli.app import app, command_names
from checker.model import Level
from checker.pipeline import check
from checker.report import FORMS
from checker.report.terminal import render_terminal
from checker.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_the_finding_is_real() -> None:
    """The finding on the first screen is what `check seeds/` prints."""
    found = re.search(r"<!-- example: finding -->\n```text\n(.*?)\n```", README, re.S)
    assert found

    shown = render_terminal(check([ROOT / "seeds"], Settings()), width=100, show=Level.WARNING)

    assert found[1].strip()
    assert found[1] in shown, "refresh it: .ci/refresh"


def test_the_picture_shows_the_committed_page() -> None:
    """The picture was taken of the page beside it."""
    page = (ROOT / "reports" / "seeds" / "report.html").read_bytes()
    png = (ROOT / "reports" / "seeds" / "report.png").read_bytes()
    texts = dict(chunks(png))

    assert texts[b"tEXt"] == b"page-sha256\0" + hashlib.sha256(page).hexdigest().encode()
    assert "reports/seeds/report.png" in README


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of the parts of a PNG."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def test_commands_named_exist() -> None:
    """No command or option in the README is invented."""
    block = re.search(r"## Using it\n\n```text\n(.*?)```", README, re.S)
    assert block
    named = set(re.findall(r"\bcheck (\w+)(?= |$)", block[1], re.M)) - {"PATH"}
    options = set(re.findall(r"(--[a-z-]+)", block[1]))
    asked = (["run"], ["baseline", "accept"], ["claims"])
    help_text = "".join(
        CliRunner().invoke(app, [*words, "--help"], terminal_width=200).output for words in asked
    )

    assert named <= command_names()
    assert {o for o in options if o not in help_text} == set()


def test_formats_named_exist() -> None:
    """The README lists every form of report, and none besides."""
    line = re.search(
        r"terminal, html, md, json, csv, sarif, github, gitlab,\s+(\w+), (\w+), (\w+)", README
    )
    assert line
    assert {
        "terminal",
        "html",
        "md",
        "json",
        "csv",
        "sarif",
        "github",
        "gitlab",
        *line.groups(),
    } == set(FORMS)


def test_files_linked_exist() -> None:
    """No link leads nowhere."""
    links = re.findall(r"\]\(([^)#]+)\)", README)

    assert links
    for link in links:
        assert (ROOT / link).exists(), link
