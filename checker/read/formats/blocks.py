"""Cut a page into blocks of text, and say what its markup calls them.

Floor 3 (read).  The walk keeps its own stack: a page nested 200,000 deep must not overflow ours.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

#: Elements whose text nobody reads.
_SILENT: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head",
    "canvas", "video", "audio", "textarea", "datalist", "map", "picture", "source", "meta", "link",
})  # fmt: skip
_INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "input",
})  # fmt: skip
#: Elements that say for sure that their text is not the article.
_STRONG: Final = {
    "nav": "navigation", "form": "form", "button": "form", "select": "form", "menu": "navigation",
    "dialog": "cookie-notice",
}  # fmt: skip
_ROLES: Final = {
    "navigation": "navigation", "dialog": "cookie-notice", "alertdialog": "cookie-notice",
    "search": "form", "contentinfo": "footer", "menu": "navigation", "menubar": "navigation",
}  # fmt: skip
#: Words of class names and ids; the first that matches wins.  Not of a language but of the web.
_CLASSES: Final = (
    (frozenset({"cookie", "cookies", "consent", "gdpr", "cmp", "privacybanner"}), "cookie-notice"),
    (frozenset({"breadcrumb", "breadcrumbs"}), "breadcrumb"),
    (frozenset({"nav", "navi", "navigation", "navbar", "menu", "topbar", "skiplinks",
                "pagination", "pager", "tags", "taglist", "keywords", "toc"}), "navigation"),
    (frozenset({"newsletter", "subscribe", "subscription", "paywall", "abo", "offer", "piano",
                "signup", "login"}), "subscription"),
    (frozenset({"share", "sharing", "social", "socials", "bookmark", "sharebar"}), "share"),
    (frozenset({"related", "recommendation", "recommendations", "recommended", "teaser",
                "teasers", "readmore", "outbrain", "taboola", "promo", "mostread", "popular",
                "linklist", "morelinks", "linkbox"}), "teaser"),
    (frozenset({"comment", "comments", "kommentare", "disqus", "forum"}), "comments"),
    (frozenset({"ad", "ads", "anzeige", "advert", "advertisement", "advertising", "sponsored",
                "werbung"}), "advertisement"),
    (frozenset({"footer", "imprint", "impressum", "copyright"}), "footer"),
)  # fmt: skip
_SIGNED: Final = frozenset({
    "byline", "author", "authors", "autor", "autoren", "meta", "dateline", "date", "timestamp",
    "published", "pubdate", "datetime", "time",
})  # fmt: skip
_LEAD: Final = frozenset({
    "lead", "lede", "intro", "introduction", "teaser", "standfirst", "summary", "subtitle",
    "subheadline", "subline", "description", "vorspann", "excerpt", "abstract", "dek", "kicker",
})  # fmt: skip
_CAPTION: Final = frozenset({"caption", "bildunterschrift", "figcaption", "imagecaption"})
_CREDIT: Final = frozenset({"credit", "credits", "photographer", "imagecredit", "bildnachweis"})
_TOKEN: Final = re.compile(r"[A-Za-z][a-z]*|[A-Z]+(?![a-z])")
_SPACE: Final = re.compile(r"[ \t\r\n\f\v\u00a0\u2009\u202f]+")
_BREAK: Final = "\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text between two block elements.

    Attributes:
        text: Words, blanks collapsed, NFC.
        tag: The block element they stand in.
        reason: What the markup around calls it ("" for nothing), a furniture reason.
        strong: Whether an element (not a mere class name) says so.
        article: Whether it stands in ``<article>`` or ``<main>``.
        home: Number of the element that holds the block's element; paragraphs of one article
            share it.
        lead: Whether the markup calls it a standfirst.
        signed: Whether the markup calls it a by-line or date.
        caption: Whether it is a picture's caption.
        link: Target of the block's only link, "" if it is not one link.
        line: Line of the element in the file.
    """

    text: str
    tag: str
    reason: str = ""
    strong: bool = False
    article: bool = False
    home: int = 0
    lead: bool = False
    signed: bool = False
    caption: bool = False
    link: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What is known at one depth of the page."""

    tag: str
    number: int
    home: int
    reason: str = ""
    strong: bool = False
    article: bool = False
    lead: bool = False
    signed: bool = False
    caption: bool = False
    line: int = 0


def cut_blocks(tree: Any) -> tuple[Block, ...]:
    """Return the blocks of a page in order; empty if it shows no text."""
    from lxml import etree

    body = tree.find("body")
    root = tree if body is None else body
    blocks: list[Block] = []
    buffer: list[str] = []
    frames = [_Frame(tag="body", number=0, home=0)]
    open_link, links = "", 0
    walk = etree.iterwalk(root, events=("start", "end"))
    number = 0

    def flush() -> None:
        nonlocal links
        frame = next(f for f in reversed(frames) if f.tag not in _INLINE)
        for piece in "".join(buffer).split(_BREAK * 2):
            text = _SPACE.sub(" ", piece.replace(_BREAK, " ").replace("\u00ad", "")).strip()
            if text:
                blocks.append(_block(text, frame, open_link if links == 1 else ""))
        buffer.clear()
        links = 0

    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            number += 1
            if tag in _SILENT or not tag:
                walk.skip_subtree()
            if tag == "br":
                buffer.append(_BREAK)
            elif tag not in _INLINE and element is not root:
                flush()
            elif tag == "a":
                open_link, links = str(element.get("href") or ""), links + 1
            frames.append(_frame(element, tag, number, frames[-1]))
            if tag and tag not in _SILENT and element.text:
                buffer.append(element.text)
            continue
        if tag not in _INLINE and tag not in _SILENT and tag != "br":
            flush()
        frames.pop()
        if element is not root and element.tail:
            buffer.append(element.tail)
    flush()
    return tuple(blocks)


def _block(text: str, frame: _Frame, link: str) -> Block:
    return Block(
        text=unicodedata.normalize("NFC", text),
        tag=frame.tag,
        reason=frame.reason,
        strong=frame.strong,
        article=frame.article,
        home=frame.home,
        lead=frame.lead,
        signed=frame.signed,
        caption=frame.caption,
        link=link,
        line=frame.line,
    )


def _frame(element: Any, tag: str, number: int, above: _Frame) -> _Frame:
    """Return what is known inside an element."""
    if tag in _INLINE:
        return _Frame(
            tag=tag, number=above.number, home=above.home, reason=above.reason,
            strong=above.strong, article=above.article, lead=above.lead, signed=above.signed,
            caption=above.caption, line=above.line,
        )  # fmt: skip
    tokens = {
        token.lower()
        for name in (element.get("class"), element.get("id"))
        if name
        for token in (*_TOKEN.findall(name[:300]), *re.split(r"[^A-Za-z]+", name[:300]))
    }
    article = above.article or tag in {"article", "main"}
    reason, strong = above.reason, above.strong
    found = _STRONG.get(tag) or _ROLES.get(str(element.get("role") or "").lower())
    if found or (tag in {"footer", "aside"} and not above.strong):
        reason = found or {"footer": "footer", "aside": "related"}[tag]
        strong = strong or bool(found) or (tag == "footer" and not article)
    elif tag == "header" and not article and element.find(".//h1") is None:
        reason, strong = "navigation", True
    elif not reason:
        reason = next((name for names, name in _CLASSES if tokens & names), "")
        if tokens & _CREDIT:
            reason = "credit"
    return _Frame(
        tag=tag or above.tag,
        number=number,
        home=above.number,
        reason=reason,
        strong=strong,
        article=article,
        lead=bool(tokens & _LEAD) or (above.lead and tag != "article"),
        signed=bool(tokens & _SIGNED) or tag == "address",
        caption=above.caption or tag == "figcaption" or bool(tokens & _CAPTION),
        line=element.sourceline or above.line,
    )
