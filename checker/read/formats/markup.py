"""Read title, date, author, publisher and address from a page's markup.

In order of trust: JSON-LD of an article, meta elements, ``<time>`` inside the article.  Dates in
the running text are no evidence here; the visible dateline is read with all other lines.

Floor 3 (read).
Sources: schema.org/NewsArticle, Open Graph protocol (ogp.me), Dublin Core.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final

from checker.model import Known
from checker.read.formats.blocks import Block

_TYPES: Final = re.compile(r"(?:Article|BlogPosting|Report|LiveBlog)", re.IGNORECASE)
_TITLE: Final = ("og:title", "twitter:title", "dc.title", "title")
_DATE: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "last-modified-original",
    "publish-date", "published", "pubdate", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "vr:published_time", "dcterms.issued",
    "date.created",
)  # fmt: skip
_AUTHOR: Final = ("author", "article:author", "dc.creator", "parsely-author", "cxenseparse:author")
_SITE: Final = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
#: Larger JSON-LD is not looked at.
_LARGEST: Final = 1_000_000
_DEEPEST: Final = 12
_SEPARATOR: Final = re.compile(r"\s[|–—·»-]\s|\s?\|\s?")


def read_facts(tree: Any, blocks: Sequence[Block]) -> tuple[dict[str, Known], str]:
    """Return what markup says about an article, and the title it gives, "" if none."""
    linked = _linked_data(tree)
    metas = _metas(tree)
    facts: dict[str, Known] = {}
    site = linked.get("publisher") or _first(metas, _SITE[:-1])
    title = _clean_title(linked.get("title") or _first(metas, _TITLE) or _page_title(tree), site)
    values = {
        "title": title if linked.get("title") or _first(metas, _TITLE) else "",
        "published": linked.get("published") or _first(metas, _DATE, _ISO) or _time(tree),
        "author": linked.get("author") or _first(metas, _AUTHOR),
        "publisher": site or _site_by_link(tree, blocks),
        "url": _address(tree, metas),
        "lang": str(tree.get("lang") or "")[:2].lower(),
    }
    for name, value in values.items():
        short = " ".join(unescape(value).split())[:400]
        if short and not (name == "author" and short.startswith(("http:", "https:"))):
            facts[name] = Known(short, "markup")
    return facts, title


def _linked_data(tree: Any) -> dict[str, str]:
    """Return the facts of the first article described in JSON-LD."""
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type") or "").lower():
            continue
        content = script.text or ""
        if len(content) > _LARGEST:
            continue
        try:
            found = json.loads(content, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(found, 0):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and _TYPES.search(k) for k in kinds):
                return {
                    "title": _string(thing.get("headline")) or _string(thing.get("name")),
                    "published": _string(thing.get("datePublished")),
                    "author": _names(thing.get("author")),
                    "publisher": _names(thing.get("publisher")),
                }
    return {}


def _things(found: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for entry in found:
            yield from _things(entry, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in found:
                yield from _things(found[key], depth + 1)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _names(value: object) -> str:
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in (_names(entry) for entry in value) if name)
    return _string(value)


def _metas(tree: Any) -> dict[str, str]:
    """Return the first non-empty content of each meta name, lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(str(name).lower(), str(content))
    return found


def _first(
    metas: Mapping[str, str], names: Sequence[str], form: re.Pattern[str] | None = None
) -> str:
    for name in names:
        value = metas.get(name, "")
        if value and (form is None or form.match(value)):
            return value
    return ""


def _time(tree: Any) -> str:
    """Return the first machine-readable time that the page calls its publication."""
    articles = [*tree.iter("article"), *tree.iter("main")] or [tree]
    for element in articles[0].iter("time"):
        value = str(element.get("datetime") or "")
        if _ISO.match(value):
            return value
    return ""


def _page_title(tree: Any) -> str:
    title = tree.find(".//title")
    return "" if title is None else str(title.text_content())


def _clean_title(title: str, site: str) -> str:
    """Return a title without the name of the site behind or before it."""
    title = " ".join(title.split())
    parts = _SEPARATOR.split(title)
    if site and len(parts) > 1:
        folded = site.casefold().replace(" ", "")
        for place in (-1, 0):
            part = parts[place].casefold().replace(" ", "")
            if part and (part in folded or folded in part):
                start = title.rfind(parts[place]) if place else len(parts[place])
                title = title[:start] if place else title[start:]
                break
    return title.strip(" |–—·»-")


def _site_by_link(tree: Any, blocks: Sequence[Block]) -> str:
    """Return the words of the link to the front page, if the page's title names them too."""
    title = _page_title(tree).casefold()
    for block in blocks[:40]:
        home = block.link in {"/", "./", "index.html", "/index.html"}
        if home and len(block.text) <= 60 and block.text.casefold() in title:
            return block.text
    return ""


def _address(tree: Any, metas: Mapping[str, str]) -> str:
    for link in tree.iter("link"):
        if str(link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    return metas.get("og:url", "")
