"""Markdown shows article text and does nothing else with it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from checker.report import render
from checker.report.markdown import code, plain
from tests.unit.report.building import PAYLOADS, hostile_day

ALLOWED = {
    "h1", "h2", "h3", "p", "strong", "em", "b", "blockquote", "code", "table", "thead", "tbody",
    "tr", "th", "td", "ul", "ol", "li", "details", "summary", "hr", "br",
}  # fmt: skip


class Tags(HTMLParser):
    """Collect tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text.append(data)


def html_of(text: str) -> Tags:
    """The text as GitHub would lay it out."""
    parser = Tags()
    parser.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    return parser


def test_hostile_articles_yield_no_live_markup() -> None:
    """Only our own tags come out, none with an attribute but the columns' alignment."""
    laid = html_of(render(hostile_day().report(), "md"))
    assert laid.tags <= ALLOWED
    assert laid.attributes <= {"style", "start"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_shown_as_text(payload: str) -> None:
    """What a reader sees is the words, zero-width spaces apart."""
    laid = html_of(plain(payload))
    assert laid.tags <= {"p"}
    shown = "".join(laid.text).replace("\u200b", "")
    for word in re.findall(r"[A-Za-zäöüß]{4,}", payload):
        assert word in shown


@pytest.mark.parametrize(
    "text",
    ["@team", "#123", "!45", "GH-7", "owner/repo#9", "deadbeefcafe", "$12", "%3", "~bug", "&4"],
)
def test_nothing_is_linked(text: str) -> None:
    """A reference is broken where GitHub and GitLab would look for it."""
    escaped = plain(f"siehe {text} dort")
    assert "\u200b" in escaped
    assert text not in escaped.replace("\\", "")


def test_addresses_are_not_linked() -> None:
    """An address of an article is text."""
    assert "http://" not in plain("http://evil.example")
    assert "www.evil" not in plain("www.evil.example")


@pytest.mark.parametrize("text", ["1. Liste", "- Liste", "+ Liste", "=== ", "> Zitat", "# Titel"])
def test_no_block_begins(text: str) -> None:
    """A line of an article stays a line of text."""
    assert html_of(plain(text)).tags == {"p"}


@pytest.mark.parametrize("text", ["`", "a`b``c", "x|y", "``"])
def test_code_holds_any_text(text: str) -> None:
    """A code span ends where it should."""
    laid = html_of(code(text))
    assert laid.tags == {"p", "code"}


def test_details_fold() -> None:
    """The reckoning folds; the quotes and the question do not."""
    text = render(hostile_day().report(), "md")
    assert text.count("<details>") == text.count("</details>") == len(PAYLOADS) + 1
