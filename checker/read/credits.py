"""Find credits to news agencies: "(dpa)", "Quelle: dpa", "AFP - 10.03.2026", "(lismah/AFP)".

A credit says whose words an article prints; it makes two papers one witness.  An agency that is
merely quoted in a sentence ("laut EFE, zitiert von Agerpres") is no credit, so only the fixed
places count: in parentheses, after "Quelle:", alone between separators, and last in a text.

Floor 3 (read).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from checker.read.words import words

#: Agencies as they sign; matched in the case in which they do.  Names, not words of a language.
_AGENCIES: Final = (
    "dpa-AFX", "dpa-infocom", "dpa", "DPA", "AFP", "afp", "AP", "Reuters", "REUTERS", "rtr", "RTR",
    "KNA", "kna", "epd", "EPD", "SID", "sid", "APA", "apa", "dts", "DTS", "dapd", "ddp", "sda",
    "SDA", "Keystone-SDA", "EFE", "ANSA", "Xinhua", "TASS", "Tass", "Interfax", "RIA Nowosti",
    "Ukrinform", "UPI", "PTI", "PA Media", "PA", "Bloomberg", "Agerpres", "Belga", "ANP", "PAP",
    "ČTK", "CTK", "MTI", "Ritzau", "NTB", "TT", "STT", "Kyodo", "Anadolu", "AA", "dpad", "glp",
    "spot on news", "teleschau", "ots", "OTS",
)  # fmt: skip
_NAME: Final = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=lambda n: (-len(n), n)))
_SIGNS: Final = r"[\w.äöüÄÖÜß-]{1,24}"
_PARENS: Final = re.compile(
    rf"\((?:{_SIGNS}\s?[/,+]\s?){{0,6}}(?:{_NAME})(?:\s?[/,+]\s?{_SIGNS}){{0,6}}\)"
)
_SOURCE: Final = re.compile(
    rf"\b(?:Quellen?|Sources?|Mit Material (?:der|von)|Von):?\s+(?:{_SIGNS}\s?[/,+]\s?){{0,6}}"
    rf"(?:{_NAME})(?:\s?[/,+]\s?{_SIGNS}){{0,6}}(?![\w-])"
)
_ALONE: Final = re.compile(
    rf"(?:^|[|•·,–—-]\s?|\s[/]\s)\s*(?:(?:{_NAME})(?:\s?/\s?(?:{_NAME}))*)(?=\s*(?:$|[|•·,–—-]))"
)
_LAST: Final = re.compile(
    rf"(?<=[.!?“”\"])\s+(?:{_SIGNS}/)?(?:{_NAME})(?:\s?/\s?(?:{_NAME}|{_SIGNS}))*\s*\Z"
)
_ONE: Final = re.compile(rf"(?<![\w-])(?:{_NAME})(?![\w-])")
#: "Kaltegg (dpa) - ", "Berlin/Moskau (AFP/dpa) – ", "LONDON (Reuters) - "
_DATELINE: Final = re.compile(
    rf"[^\W\d_a-z][^\n().,:;!?]{{0,60}}?\s?(?:,\s[^\n().:;!?]{{1,30}}?\s?)?"
    rf"\((?:{_SIGNS}\s?[/,+]\s?){{0,4}}(?:{_NAME})(?:\s?[/,+]\s?{_SIGNS}){{0,4}}\)"
    r"\s?[-–—.:]+\s*"
)
#: "Moskau – Zwischen": a place of at most three words, a dash, a new sentence.
_PLACE: Final = re.compile(
    r"[A-ZÄÖÜ][\w.äöüß-]{1,24}"
    r"(?:(?:/| (?:(?:am|an der|im|bei|ob der) )?)[A-ZÄÖÜ][\w.äöüß-]{1,24}){0,2}"
    r"\s?[–—]\s(?=[„“\"»]?[A-ZÄÖÜ])"
)
_STOP: Final = re.compile(r"(?P<place>[A-ZÄÖÜ][\w/äöüß-]{3,30})\. (?=[„“\"»]?[A-ZÄÖÜ])")


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency and where it is credited (offsets of the text searched)."""

    agency: str
    start: int
    end: int


def find_credits(text: str, *, meta: bool = False) -> tuple[Credit, ...]:
    """Return the agencies a line credits, in order.

    Args:
        text: A line.
        meta: Whether the line is a by-line or dateline, where an agency may stand alone.
    """
    places = [*_SOURCE.finditer(text), *_LAST.finditer(text)]
    places += [m for m in _PARENS.finditer(text) if meta or _signs(text, m)]
    if meta:
        places += _ALONE.finditer(text)
    found: dict[int, Credit] = {}
    for place in places:
        for one in _ONE.finditer(text, place.start(), place.end()):
            found[one.start()] = Credit(_key(one.group()), *one.span())
    return tuple(found[start] for start in sorted(found))


def dateline_end(text: str, *, first: bool, rest: str = "") -> int:
    """Return where the words begin behind "Kaltegg (dpa) - " or "Moskau – "; 0 if neither leads.

    Args:
        text: A paragraph.
        first: Whether it is the first of its article; a mere place counts only there.
        rest: The remaining article; "Kaltegg. " is a dateline only if it names that place.
    """
    match = _DATELINE.match(text[:160])
    if match is None and first:
        match = _PLACE.match(text[:120])
        if match is not None and not _is_place(match.group()):
            match = None
        stop = _STOP.match(text[:120])
        if (
            match is None
            and stop
            and (stop["place"] in text[stop.end() :] or stop["place"] in rest)
        ):
            match = stop
    return match.end() if match else 0


def _is_place(lead: str) -> bool:
    """Return whether "Moskau – " can be a place: no small word in front, at most two names."""
    names = re.findall(r"[A-ZÄÖÜ][\w.-]*", lead)
    small = words().function_words.values()
    return len(names) <= (2 if "/" not in lead else 3) and not any(
        names[0].lower() in known for known in small
    )


def _signs(text: str, match: re.Match[str]) -> bool:
    """Return whether parentheses credit: near the head of a paragraph, or closing it.

    In between they rather expand a name: "die Nachrichtenagentur Agence France-Presse (AFP)".
    """
    return (
        (match.start() <= 60 and bool(_DATELINE.match(text[:160])))
        or (
            match.end() >= len(text.rstrip()) - 1
            and text[: match.start()].rstrip()[-1:] in '.!?“”"»'
        )
        or match.span() == (0, len(text.rstrip()))
    )


def _key(name: str) -> str:
    return name.upper()
