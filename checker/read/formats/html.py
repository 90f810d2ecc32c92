"""Read a web page: its words block by block, the article told apart from the page around it.

Two judges look at each block.  trafilatura, measured best on German news, says which text is the
article; the page's own markup (``<nav>``, ``<aside>``, class names) says what the rest is.  A
page's words are all kept, in the order of the page; what is not the article is furniture with a
reason.  So nothing is lost if trafilatura errs, and a person can look.

The one door to trafilatura.  Floor 3 (read).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any, Final

from checker.model import Known
from checker.read.decode import Decoded, decode
from checker.read.formats.blocks import Block, cut_blocks
from checker.read.formats.markup import read_facts
from checker.read.formats.places import find_places
from checker.read.furniture import is_heading, is_paragraph
from checker.read.metaline import read_meta
from checker.read.reading import Line, Reading, Unreadable

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_NAMES: Final = re.compile(r"\b[A-ZÄÖÜ]\w{3}")
_SITE: Final = re.compile(r"\s[|–—·»-]\s|:\s")
_KEY: Final = re.compile(r"[\W_]+")
#: Shorter blocks are the article's only if trafilatura has them as a line of their own.
_SHORT: Final = 30
#: A page without a paragraph of so many characters holds no article.
_LEAST: Final = 60


def read(data: bytes, *, name: str) -> tuple[Reading, ...]:
    """Return the one article of a web page.

    Raises:
        Unreadable: If the page is empty, no text, or holds no article.
    """
    match = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=match[1].decode("ascii", "replace") if match else None)
    return (read_page(decoded, name=name),)


def read_page(decoded: Decoded, *, name: str) -> Reading:
    """Return the article of a page already decoded.

    Raises:
        Unreadable: If it holds none.
    """
    if not decoded.text.strip(" \t\n\ufeff"):
        raise Unreadable("empty", "nothing to do if that is meant", skipped=True)
    tree = _parse(decoded.text)
    blocks = cut_blocks(tree)
    if not any(len(block.text) >= _LEAST for block in blocks):
        raise Unreadable(
            "no article found on the page",
            "save the text of the article as .txt (the page may need a browser to show it)",
        )
    facts, title = read_facts(tree, blocks)
    article = _article_text(decoded.text)
    kinds = _judge(blocks, article, title)
    if not any(not reason and kind in {"", "body"} for kind, reason in kinds):
        raise Unreadable("no article found on the page", "save the text of the article as .txt")
    _name_site(facts, blocks, kinds, tree)
    if _shown(blocks, kinds, title):
        facts.pop("title", None)  # markup titles are often written for search engines
    text, lines = _lay_out(blocks, kinds)
    notices = decoded.notices + (() if article else ("article-by-markup: extractor found none",))
    places = find_places(decoded.text, lines)
    return Reading(text=text, lines=lines, facts=facts, notices=notices, places=places)


def _parse(text: str) -> Any:
    """Return the tree of a page; entities and network are never touched."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    data = text.encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable(
            f"not readable as HTML: {type(error).__name__}", "save the article as .txt"
        ) from error
    return tree


def _article_text(page: str) -> str:
    """Return what trafilatura takes for the article, one block a line; "" if it finds none."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        page, fast=True, include_comments=False, include_tables=True, deduplicate=False
    )
    return found or ""


def _key(text: str) -> str:
    return _KEY.sub("", text).lower()


_Kinds = list[tuple[str, str]]


def _judge(blocks: Sequence[Block], article: str, title: str) -> _Kinds:
    """Return kind and furniture reason of every block."""
    whole = {_key(line) for line in article.split("\n")}
    joined = _key(article)
    inside = [_is_inside(block, whole, joined) for block in blocks]
    if not any(inside):
        inside = [_by_markup(block, blocks) for block in blocks]
    inside = _fill_gaps(blocks, inside)
    headline = _headline(blocks, inside, title)
    first = next((i for i, has in enumerate(inside) if has and i != headline), len(blocks))
    last = max((i for i, has in enumerate(inside) if has), default=-1)
    return [
        _kind(blocks, index, has=inside[index], headline=headline, first=first, last=last)
        for index in range(len(blocks))
    ]


def _is_inside(block: Block, whole: set[str], joined: str) -> bool:
    """Return whether trafilatura has the block and its markup does not contradict strongly."""
    key = _key(block.text)
    if not key or block.strong:
        return False
    return key in whole or (len(key) >= _SHORT and key in joined)


def _by_markup(block: Block, blocks: Sequence[Block]) -> bool:
    """Return whether a block reads as article when trafilatura found none."""
    in_article = any(other.article for other in blocks)
    return (
        not block.reason
        and (block.article or not in_article)
        and block.tag in {"p", "div", "blockquote", "section", "article", "body", "td"}
        and is_paragraph(block.text)
    )


def _fill_gaps(blocks: Sequence[Block], inside: list[bool]) -> list[bool]:
    """Add paragraphs and headings trafilatura left out between its own, in the same container."""
    homes = {block.home for block, has in zip(blocks, inside, strict=True) if has}
    chosen = [i for i, has in enumerate(inside) if has]
    if not chosen:
        return inside
    filled = list(inside)
    for index, block in enumerate(blocks):
        if inside[index] or block.reason or block.home not in homes:
            continue
        between = chosen[0] < index < chosen[-1]
        heading = block.tag in {"h2", "h3", "h4"} and between
        if heading or (is_paragraph(block.text) and (between or block.tag == "p")):
            filled[index] = True
    return filled


def _headline(blocks: Sequence[Block], inside: Sequence[bool], title: str) -> int | None:
    """Return the block that is the headline: the h1 nearest above the article, or the title."""
    first = next((i for i, has in enumerate(inside) if has), len(blocks))
    heads = [i for i, b in enumerate(blocks) if b.tag == "h1" and not b.strong and len(b.text) > 3]
    inner = [
        i
        for i, b in enumerate(blocks[: first + 1])
        if b.tag in {"h1", "h2"} and b.article and not b.reason and _rewords(b.text, title)
    ]
    if inner and not any(blocks[i].article and not blocks[i].reason for i in heads):
        return inner[-1]  # the h1 stands in the page's head, the headline in the article
    if title:
        named = [i for i in heads if _alike(blocks[i].text, title)]
        if named:
            return named[-1] if named[-1] <= first else named[0]
    above = [i for i in heads if i <= first]
    if above:
        return above[-1]
    if heads:
        return heads[0]
    if title:
        for index, block in enumerate(blocks[: first + 1]):
            if _alike(block.text, title) and len(block.text) > 10 and not block.strong:
                return index
    return None


def _name_site(facts: dict[str, Known], blocks: Sequence[Block], kinds: _Kinds, tree: Any) -> None:
    """Take the page's title for the publisher's name if it does not speak of the article.

    "Morning Herald - breaking news" over an article on something else names the paper.
    """
    element = tree.find(".//title")
    page = "" if element is None else " ".join(str(element.text_content()).split())
    headline = next(
        (b.text for b, (kind, _) in zip(blocks, kinds, strict=True) if kind == "headline"), ""
    )
    if "publisher" in facts or not page or not headline:
        return
    site = _SITE.split(page)[0].strip()
    shared = set(_NAMES.findall(page)) & set(_NAMES.findall(headline))
    if not shared and 1 <= len(site.split()) <= 4 and not _alike(headline, page):
        facts["publisher"] = Known(site, "markup")


def _rewords(heading: str, title: str) -> bool:
    """Return whether a heading says what the title says, in as many words."""
    shared = {w for w in _NAMES.findall(heading) if w in _NAMES.findall(title)}
    return is_heading(heading) and len(heading.split()) >= 7 and len(shared) >= 2


def _shown(blocks: Sequence[Block], kinds: _Kinds, title: str) -> bool:
    """Return whether the headline stands at the head of the article and says more than markup."""
    return any(
        kind == "headline"
        and block.article
        and not block.reason
        and _key(block.text) not in _key(title)
        for block, (kind, _) in zip(blocks, kinds, strict=True)
    )


def _alike(heading: str, title: str) -> bool:
    left, right = _key(heading), _key(title)
    return bool(left) and (left in right or right in left)


def _kind(
    blocks: Sequence[Block], index: int, *, has: bool, headline: int | None, first: int, last: int
) -> tuple[str, str]:
    block = blocks[index]
    if index == headline:
        return "headline", ""
    if block.caption:
        near = headline is not None and headline <= index <= last
        return ("caption", "") if (has or near) and not block.strong else ("", "caption")
    if has:
        if block.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} and is_heading(block.text):
            return "subhead", ""
        if block.lead and index <= first + 1:
            return "teaser", ""
        return ("list" if block.tag == "li" else ""), ""
    after_headline = headline is not None and headline < index < first
    if after_headline and not block.strong and block.lead and is_paragraph(block.text):
        return "teaser", ""
    meta = read_meta(block.text)
    if meta is not None and not block.strong and (meta.stamps or meta.author):
        return "", meta.reason
    if block.signed and len(block.text) <= 160:
        return "", "byline"
    return "", block.reason or "page"


def _lay_out(blocks: Sequence[Block], kinds: _Kinds) -> tuple[str, tuple[Line, ...]]:
    """Return the text of a page, a block a line, and its lines."""
    pieces: list[str] = []
    lines: list[Line] = []
    position = 0
    for number, (block, (kind, reason)) in enumerate(zip(blocks, kinds, strict=True)):
        end = position + len(block.text)
        lines.append(
            Line(start=position, end=end, text=block.text, kind=kind, reason=reason, block=number)
        )
        pieces.append(block.text)
        position = end + 2
    return "\n\n".join(pieces), tuple(lines)
