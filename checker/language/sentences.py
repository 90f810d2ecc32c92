"""Cut a text into sentences.

A full stop ends a sentence unless it belongs to an abbreviation, an ordinal ("73. Geburtstag"),
an initial or a number; which words these are is said by the language's data file.  Sentences
inside quotation marks are sentences too: „Er kam. Er ging“, sagte sie. yields two.

One pass, no backtracking; sentences longer than `LONGEST` characters are cut at a comma or a
space so that a text without full stops stays workable.

Floor 2 (language).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from checker.language.data import language_data, languages

#: Code points after which a sentence without an end is cut.
LONGEST: Final = 1500

_STOP: Final = re.compile(r"[.!?…]+[\"'“”„’‘»«›‹)\]]*|\n[ \t]*(?=[\n•⁃*])")
_CLOSERS: Final = "\"'“”’‘»«›‹)]"
_OPENERS: Final = "\"'„“”‚‘’«»‹›([–—-•*"
_ROMAN: Final = re.compile(r"[IVX]{1,5}")
_COUNTER: Final = re.compile(r"\d{1,3}|[a-z]")
_LAST_WORD: Final = re.compile(r"[\w.,:/-]*\w$")
_NEXT_WORD: Final = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The data file's lists, ready for use."""

    never: frozenset[str]
    sometimes: frozenset[str]
    numbered: frozenset[str]
    spaced: re.Pattern[str] | None
    begun: re.Pattern[str] | None
    openers: frozenset[str]
    before_ordinals: frozenset[str]
    months: frozenset[str]
    speaking: frozenset[str]
    on: tuple[str, ...]


@cache
def _rules(lang: str) -> _Rules:
    data = language_data(lang) if lang in languages() else {}
    short, sentence = data.get("abbreviations", {}), data.get("sentences", {})
    parts = [phrase.rstrip(".").split(". ") for phrase in short.get("spaced", ())]
    spaced = [r"\s?".join(re.escape(part) + r"\." for part in some) for some in parts]
    begun = [
        r"\s?".join(re.escape(part) + r"\." for part in some[:n])
        + r"(?=\s?"
        + r"\s?".join(re.escape(part) + r"\." for part in some[n:])
        + ")"
        for some in parts
        for n in range(1, len(some))
    ]
    return _Rules(
        never=frozenset(short.get("never", ())),
        sometimes=frozenset(short.get("sometimes", ())),
        numbered=frozenset(short.get("numbered", ())),
        spaced=re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})$") if spaced else None,
        begun=re.compile(rf"(?<!\w)(?:{'|'.join(begun)})") if begun else None,
        openers=frozenset(sentence.get("openers", ())),
        before_ordinals=frozenset(sentence.get("before_ordinals", ())),
        months=frozenset(sentence.get("months", ())),
        speaking=frozenset(sentence.get("speaking", ())),
        on=tuple(f" {word} " for word in sentence.get("on", ())),
    )


def split_sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences, without the white space around them, in order."""
    rules = _rules(lang)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        if match[0][0] == "\n" or _ends(text, start, match, rules):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append a span without white space at its ends, in pieces if it is too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind(", "), window.rfind("; "), window.rfind(": ")) + 1
        if cut < LONGEST // 2:
            cut = window.rfind(" ") + 1 or LONGEST
        _add(spans, text, start, start + cut)
        start += cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, start: int, match: re.Match[str], rules: _Rules) -> bool:
    """Return whether the mark ends the sentence begun at `start`."""
    end = match.end()
    if end < len(text) and not text[end].isspace():
        return False
    rest = text[end : end + 80].lstrip()
    if not rest or rest[0] == ".":
        return not rest
    mark = match[0].rstrip(_CLOSERS + "„")
    closed = len(match[0]) > len(mark)
    bare = rest.lstrip(_OPENERS + " \u00a0")
    first = bare[:1]
    if first.islower():
        return rest[0] in "„•" and mark != "…" and "." in mark and not closed
    if not first.isalnum():
        return rest[0] not in ",;:" and not closed
    if mark != "." or closed:
        return not (closed and _speaks(bare, rules)) or mark == "."
    return _full_stop(text, start, match.start(), bare, rules)


def _speaks(rest: str, rules: _Rules) -> bool:
    """Return whether a speaker and a verb of saying follow a closed quotation."""
    return any(word in rules.speaking for word in re.findall(r"\w+", rest[:60])[:3])


def _full_stop(text: str, start: int, at: int, rest: str, rules: _Rules) -> bool:
    """Return whether a single full stop before a capital or a digit ends the sentence."""
    before = text[max(start, at - 60) : at]
    found = _LAST_WORD.search(before)
    if found is None:
        return not before.endswith("°")
    last = found[0].lstrip(".-/")
    if not before[: found.start()].strip(_OPENERS + "⁃ ") and _COUNTER.fullmatch(last):
        return False
    word = following[0] if (following := _NEXT_WORD.match(rest)) else ""
    opens = word in rules.openers
    short = last.rpartition(".")[2]
    if _begun(text, at, rules):
        return False
    if rules.spaced and rules.spaced.search(text[max(start, at - 14) : at + 1]):
        return opens and short not in {"B", "h"}
    if last.isdigit():
        return _number_ends(before[: found.start()], last, word, opens, rules)
    if short in rules.never or short[:1].lower() + short[1:] in rules.never:
        return False
    if short in rules.numbered:
        return not rest[:1].isdigit()
    if short in rules.sometimes or (len(short) == 1 and short.isalpha() and short.isupper()):
        return opens or (last == "X" and before[: found.start()].endswith(rules.on))
    if _ROMAN.fullmatch(last):
        return opens
    return True


def _begun(text: str, at: int, rules: _Rules) -> bool:
    """Return whether the full stop at `at` is one within "z. B." with more to come."""
    if rules.begun is None:
        return False
    nearby = rules.begun.finditer(text[max(0, at - 12) : at + 12])
    return any(max(0, at - 12) + m.end() == at + 1 for m in nearby)


def _number_ends(before: str, number: str, word: str, opens: bool, rules: _Rules) -> bool:
    """Return whether "5." ends a sentence, that is, is no ordinal."""
    if not rules.months or len(number) > 3:
        return True
    if word in rules.months:
        return False
    if opens:
        return True
    if before.rstrip().endswith(",") and len(number) <= 2:
        return False  # "…-League, 3. Runde"
    ahead = before.rstrip(" (\u00a0").rpartition(" ")[2].lower().strip('„“"(,;:')
    return bool(ahead) and ahead not in rules.before_ordinals and not ahead.endswith(".")
