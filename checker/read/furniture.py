"""Mark the lines of a text that are not the article: notices, teasers, credits, by-lines.

No cleaner for web pages helps here: on plain text they drop everything or nothing.  A line is
marked only on evidence that can be named (a phrase of the trade, a site's own words addressed to
the reader, the shape of a by-line, its place behind a teaser label).  Headings without a full
stop, lone quotations and short paragraphs look like furniture to any measure of density, so
density alone never marks: a lost paragraph is worse than a kept notice.

Floor 3 (read).
Sources: what remained of C4's and justext's rules after measuring them on German articles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from checker.read.metaline import Meta, read_meta
from checker.read.reading import Line
from checker.read.words import Notices, fold, words

_DECORATION: Final = " \t\u00a0+*_#>»›→▶►•·|–—-…:;,.!?&[]()"
_END: Final = re.compile(r"[.!?…][\"“”»«'’)\]*_]*\s*\Z")
_SENTENCE: Final = re.compile(r"[.!?][\"“”»«'’)]*\s+[„“\"»«A-ZÄÖÜ0-9]")
_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_QUOTES: Final = frozenset('„“”"»«')
_MENU: Final = re.compile(r"\s[|•·/>›»]\s")
_CUT: Final = re.compile(r"\s?(?:\.\.\.|…)\Z")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+\d{2}|0\d{2,4})[\d\s/()-]{5,16}\d(?!\d)")
_MENU_REASONS: Final = frozenset({"navigation", "share", "footer", "separator"})
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+\Z")
#: Initials of a desk on a line of their own: "(dmk)", "MDR (dst)".
_SIGN: Final = re.compile(r"(?:[A-ZÄÖÜ]{2,5} )?\([a-z]{2,4}(?:/[A-Za-z]{2,5}){0,2}\)\s*\Z")
_MARKS: Final = re.compile(r"\W+")
#: Longer lines are paragraphs whatever they say; phrases are looked for in shorter ones only.
_LONG: Final = 420
#: A heading-like line has at most so many words.
HEADING_WORDS: Final = 20
#: A by-line may stand below a standfirst, among the first lines of the text.
_HEAD: Final = 4
#: So many headings in a row are a list of articles.
_RUN: Final = 3
#: Notices that are whole sentences about the article itself.
_OF_ITSELF: Final = frozenset({"note", "ai-notice", "footer"})
#: Notices whose phrases no article uses of the world.
_ANYWAY: Final = frozenset({"ai-notice", "footer", "teaser"})
#: Score of site words from which a line that addresses the reader is a notice.
_SITE_SCORE: Final = 3


def mark_furniture(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return one reason per line, "" for content."""
    reasons = [line.reason or _alone(line.text) for line in lines]
    _mark_cut_headlines(lines, reasons)
    _mark_labels(lines, reasons)
    _mark_captions(lines, reasons)
    _mark_meta(lines, reasons)
    _mark_teaser_lists(lines, reasons)
    _mark_galleries(lines, reasons)
    _mark_lists(lines, reasons)
    _mark_runs(lines, reasons)
    _mark_menus(lines, reasons)
    return tuple(reasons)


def is_paragraph(text: str) -> bool:
    """Return whether a line reads as running text rather than as a heading."""
    return (
        len(text) > 160
        or bool(_SENTENCE.search(text))
        or (bool(re.search(r"\.[\"“”»«'’)]*\s*\Z", text)) and len(text.split()) >= 5)
    )


def is_heading(text: str) -> bool:
    """Return whether a line can be a headline or sub-heading: short, no full stop."""
    count = len(text.split())
    return (
        1 <= count <= HEADING_WORDS
        and len(text) <= 180
        and not is_paragraph(text)
        and not text.rstrip().endswith((":", ";", ","))
    )


def _alone(text: str) -> str:
    """Return the reason a line shows by itself."""
    if len(text) > _LONG:
        return ""
    folded = fold(text)
    bare = folded.strip(_DECORATION)
    if not bare:
        return "separator"
    if text.strip().startswith("<!--") and text.rstrip().endswith("-->"):
        return "comment"
    ended = bool(_END.search(text))
    quoted = bool(_QUOTES & set(text))
    for notice in words().notices:
        if _matches(notice, folded, bare, text, ended=ended, quoted=quoted):
            return notice.reason
    if not quoted and _speaks_of_site(text, ended=ended):
        return "subscription"
    if _ADDRESS.match(bare) or _SIGN.match(text):
        return "navigation" if _ADDRESS.match(bare) else "byline"
    if _is_breadcrumb(text, folded):
        return "breadcrumb"
    if not ended and _PHONE.search(text) and len(text.split()) <= 8:
        return "contact"
    return ""


def _matches(
    notice: Notices, folded: str, bare: str, text: str, *, ended: bool, quoted: bool
) -> bool:
    if bare in notice.whole:
        return True
    if notice.reason == "credit":
        return _is_credit(notice, folded, text)
    started = (
        [phrase for phrase in notice.start if _begins(folded, bare, phrase)]
        if folded.startswith(notice.leads) or bare.startswith(notice.leads)
        else []
    )
    if started and (
        not ended
        or notice.reason in _OF_ITSELF
        or any(phrase.endswith(":") for phrase in started)
        or _addresses(text)
    ):
        return True
    if any(_within(folded, phrase) for phrase in notice.anywhere):
        return notice.reason in _ANYWAY or (not quoted and (not ended or _of_this_site(text)))
    return False


def _within(folded: str, phrase: str) -> bool:
    """Return whether a line holds a phrase as whole words."""
    place = folded.find(phrase)
    while place >= 0:
        before, after = folded[place - 1 : place], folded[place + len(phrase) :][:1]
        if not (before.isalnum() and phrase[0].isalnum()) and not (
            after.isalnum() and phrase[-1].isalnum()
        ):
            return True
        place = folded.find(phrase, place + 1)
    return False


def _of_this_site(text: str) -> bool:
    """Return whether a line speaks to its reader or of "this site"."""
    folded = fold(text)
    return _addresses(text) or any(_within(folded, phrase) for phrase in words().site_self)


def _begins(folded: str, bare: str, phrase: str) -> bool:
    """Return whether a line begins with a phrase, at a word's end."""
    if phrase.endswith(":") and folded.startswith(
        (f"{phrase[:-1]} - ", f"{phrase[:-1]} – ", f"{phrase[:-1]} | ")
    ):
        return True
    for line in (folded, bare):
        if line.startswith(phrase):
            after = line[len(phrase) : len(phrase) + 1]
            if not phrase[-1].isalnum() or not (after.isalnum() or after == "-"):
                return True
    return False


def _is_credit(notice: Notices, folded: str, text: str) -> bool:
    """Return whether a line names who took a picture; a caption that ends so is none."""
    count = len(text.split())
    if _END.search(text) and count > 6:
        return False
    if count <= 14 and any(_begins(folded, folded, phrase) for phrase in notice.start):
        return count <= 9 or any(agency in folded for agency in words().picture_agencies)
    return count <= 10 and any(agency in folded for agency in words().picture_agencies)


def _addresses(text: str) -> bool:
    """Return whether a line speaks to its reader; German "Sie" counts only inside a sentence."""
    address = words().address
    parts = _WORD.findall(text)
    return any(
        part in address or (part.lower() in address and part.islower() and part not in _THIRD)
        for part in parts[1:]
    ) or (bool(parts) and parts[0].lower() in address and parts[0].lower() not in _THIRD)


#: Lower-case forms that speak of third persons.
_THIRD: Final = frozenset({"sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres", "ihnen"})


def _speaks_of_site(text: str, *, ended: bool) -> bool:
    """Return whether a line talks of the site's own business to its reader."""
    if len(text) > 300:
        return False
    known = words()
    found = {part.lower() for part in _WORD.findall(text)}
    strong, weak = len(found & known.site_strong), len(found & known.site_weak)
    score = 2 * strong + weak
    if _addresses(text):
        return strong >= 1 and score >= _SITE_SCORE
    return not ended and strong >= 2 and len(found) <= 14


def _is_breadcrumb(text: str, folded: str) -> bool:
    parts = re.split(r"\s[>›»]\s", text)
    if len(parts) >= 3 and all(len(part.split()) <= 8 for part in parts):
        return True
    return folded.startswith(("startseite ", "home ")) and bool(_CUT.search(text))


def _mark_cut_headlines(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark a truncated copy of another line ("Trump sagt, er versteht sich ...")."""
    keys = sorted({_key(line.text[:200]) for line in lines})
    for index, line in enumerate(lines):
        if reasons[index] or len(line.text) > 160 or not _CUT.search(line.text):
            continue
        stem = _key(_CUT.sub("", line.text))
        place = bisect_right(keys, stem)
        if len(stem) >= 15 and place < len(keys) and keys[place].startswith(stem):
            reasons[index] = "breadcrumb"


def _key(text: str) -> str:
    return _MARKS.sub(" ", text).strip().lower()


def _mark_labels(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark short verbless labels ("Telefongespräch Putin Trump:", "Mehr News:").

    "Trump schrieb auf X:" introduces a quotation and stays; so does whatever stands before one.
    """
    after = ""
    for index in range(len(lines) - 1, -1, -1):
        if reasons[index]:
            continue
        text = lines[index].text.rstrip("*_ ")
        parts = text[:-1].split() if text.endswith(":") else []
        nouns = all(part[0].isupper() or not part[0].isalpha() for part in parts)
        quoted = after.lstrip("*_> ").startswith(tuple(_QUOTES))
        if 1 <= len(parts) <= 5 and nouns and not quoted and lines[index].kind != "headline":
            reasons[index] = "heading-label"
        else:
            after = lines[index].text


def _mark_captions(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark a caption in another language: above a credit, without a word of the article's."""
    own = _own_words(lines, reasons)
    for index in range(1, len(lines)):
        above = lines[index - 1]
        if (
            reasons[index] == "credit"
            and not reasons[index - 1]
            and above.block == lines[index].block
            and is_heading(above.text)
            and is_foreign(above.text, own)
        ):
            reasons[index - 1] = "caption-foreign"


def is_caption(lines: Sequence[Line], reasons: Sequence[str], index: int) -> bool:
    """Return whether a line stands directly above a picture credit, or carries one."""
    return carries_credit(lines[index].text) or (
        index + 1 < len(lines)
        and reasons[index + 1] == "credit"
        and lines[index].block == lines[index + 1].block
        and is_heading(lines[index].text)
    )


def carries_credit(text: str) -> bool:
    """Return whether a line is a caption by its own words ("Die Brücke. Foto: Anna Lenz/dpa")."""
    if len(text) > 320:
        return False
    folded = fold(text)
    if folded.startswith(words().caption_start):
        return True
    tail = folded[-70:] if len(folded) > 90 else folded[20:]
    for credit in words().caption_credit:
        place = tail.rfind(f" {credit}")
        if place >= 0 and 2 <= len(tail) - place - len(credit) <= 60:
            rest = tail[place + len(credit) + 1 :].strip()
            if len(rest.split()) <= 6 and (not credit.isalpha()) and not rest.endswith("."):
                return True
    return False


def _own_words(lines: Sequence[Line], reasons: Sequence[str]) -> str:
    from checker.read.tongue import language_of

    body = "\n".join(line.text for line, reason in zip(lines, reasons, strict=True) if not reason)
    return language_of(body)


def is_foreign(text: str, lang: str) -> bool:
    """Return whether a short line is in another language than its article."""
    from checker.read.tongue import guess_short

    return guess_short(text, lang) != lang


def _mark_meta(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark by-lines and datelines: around the headline, at the end, or with a full date."""
    first = _first_paragraph(lines, reasons)
    content = [i for i in range(len(lines)) if not reasons[i]]
    tail = set(content[-2:]) | set(content[:_HEAD])
    before = -1
    for index in content:
        meta = read_meta(lines[index].text)
        marked = (
            meta is not None
            and lines[index].kind != "headline"
            and (index != content[0] or bool(meta.stamps) or bool(meta.author))
            and (
                bool(meta.stamps)
                or index < first
                or index in tail
                or (before >= 0 and _is_second_byline(lines[before], meta))
            )
        )
        if marked and meta is not None:
            reasons[index] = meta.reason
        else:
            before = index


def _is_second_byline(above: Line, meta: Meta) -> bool:
    """Return whether a line is a by-line under a heading further down (a second article)."""
    return " " in meta.author and is_heading(above.text)


def _first_paragraph(lines: Sequence[Line], reasons: Sequence[str]) -> int:
    """Return the index of the first line that is certainly body."""
    for index, line in enumerate(lines):
        if not reasons[index] and len(line.text) > 200 and is_paragraph(line.text):
            return index
    for index, line in enumerate(lines):
        if not reasons[index] and is_paragraph(line.text):
            return index
    return len(lines)


def _mark_teaser_lists(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark the headlines of other articles that stand behind a teaser label.

    Two or more headings in a row are a list.  A single one may be the next sub-heading of the
    article; it is one if it shares a name with the paragraph it leads.
    """
    index = 0
    while index < len(lines):
        if reasons[index] != "teaser" or lines[index].reason or not _is_label(lines[index].text):
            index += 1
            continue
        run = []
        after = index + 1
        while after < len(lines) and (
            reasons[after] in {"credit", "separator"}
            or (
                not reasons[after]
                and lines[after].kind not in {"headline", "subhead", "teaser"}
                and _is_teaser_headline(lines[after].text)
            )
        ):
            run.append(after)
            after += 1
        heads = [i for i in run if not reasons[i]]
        lead = lines[after].text if after < len(lines) else ""
        if heads and lead and _shares_name(lines[heads[-1]].text, lead):
            heads.pop()
        for head in heads:
            reasons[head] = "teaser"
        index = max(after, index + 1)


def _mark_galleries(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark lines that lead to a gallery or ticker ("... in Bildern"), below the first paragraph.

    Above it such a line may be the headline.
    """
    ends = tuple(end for notice in words().notices for end in notice.end)
    for index in range(_first_paragraph(lines, reasons) + 1, len(lines)):
        text = lines[index].text
        if (
            not reasons[index]
            and lines[index].kind not in {"headline", "subhead"}
            and is_heading(text)
            and not _END.search(text)
            and 3 < len(text.split()) <= 16
            and fold(text).strip(_DECORATION).endswith(ends)
        ):
            reasons[index] = "teaser"


def _mark_lists(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark enumerations whose items are headlines ("Hormone: Was jetzt wirklich hilft").

    Items of an article's own enumeration seldom all have a colon inside and no full stop.
    """
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].kind == "list" and not reasons[index]:
            run.append(index)
            continue
        texts = [lines[i].text for i in run]
        colons = sum(1 for text in texts if re.search(r"[^\s:]: \S", text))
        heads = all(is_heading(text) and len(text.split()) >= 4 for text in texts)
        introduced = bool(run) and run[0] > 0 and lines[run[0] - 1].text.rstrip().endswith(":")
        if len(run) >= _RUN and heads and colons * 4 >= len(run) * 3 and not introduced:
            for place in run:
                reasons[place] = "teaser"
        run = []


def _mark_runs(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark three or more headings in a row below the first paragraph: a list of other articles.

    Sub-headings never come so; items of an enumeration do, but they are marked as such or
    introduced by a colon.
    """
    start = _first_paragraph(lines, reasons) + 1
    run: list[int] = []
    for index in range(start, len(lines) + 1):
        if (
            index < len(lines)
            and (
                reasons[index] in {"teaser", "credit", "separator", "dateline", "byline"}
                or (not reasons[index] and _is_teaser_headline(lines[index].text))
            )
            and lines[index].kind not in {"list", "subhead", "headline", "caption"}
        ):
            run.append(index)
            continue
        heads = [i for i in run if not reasons[i]]
        if heads and heads[-1] == run[-1] and index < len(lines):
            heads.pop()  # perhaps the sub-heading of the paragraph that follows
        words_per = sum(len(lines[i].text.split()) for i in heads)
        introduced = bool(run) and lines[run[0] - 1].text.rstrip().endswith(":")
        if len(heads) >= _RUN and words_per >= 4 * len(heads) and not introduced:
            for place in heads:
                reasons[place] = "teaser"
        run = []


def _is_label(text: str) -> bool:
    return len(text.split()) <= 8


def _is_teaser_headline(text: str) -> bool:
    return is_heading(text) and len(text.split()) >= 2


def _shares_name(heading: str, paragraph: str) -> bool:
    """Return whether heading and paragraph share a capitalised word of four letters or more."""

    def stems(text: str) -> set[str]:
        return {w[:5].lower() for w in _WORD.findall(text) if w[0].isupper() and len(w) > 3}

    return bool(stems(heading) & stems(paragraph))


def _mark_menus(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark menus: several entries on one line, or many very short ones around the text."""
    for index, line in enumerate(lines):
        if reasons[index] or _END.search(line.text):
            continue
        entries = _MENU.split(line.text)
        if len(entries) >= 3 and all(len(entry.split()) <= 3 for entry in entries):
            reasons[index] = "navigation"
    paragraphs = [i for i, line in enumerate(lines) if not reasons[i] and is_paragraph(line.text)]
    if not paragraphs:
        return
    for zone in (range(paragraphs[0]), range(paragraphs[-1] + 1, len(lines))):
        run: list[int] = []
        for index in [*zone, -1]:
            if (
                index >= 0
                and lines[index].kind != "headline"
                and (
                    reasons[index] in _MENU_REASONS
                    or (not reasons[index] and len(lines[index].text.split()) <= 3)
                )
            ):
                run.append(index)
                continue
            if len(run) >= 5:
                for place in run:
                    reasons[place] = reasons[place] or "navigation"
            run = []
