"""Compile the words of time of a language from its data file.

A word may be several things ("morgen" is tomorrow and a part of the day), so each maps to
a table of categories.  Which one holds is for the readers to decide.

Floor 2 (language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from checker.language.data import language_data, languages

#: A word, a number or a single sign; whitespace only separates.
TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")

#: What a word means in an expression of time, by category.
Term = Mapping[str, Any]

#: Tables whose keys are numbers, by the category their words get.
_NUMBERED: Final = (
    ("month", "months"),
    ("weekday", "weekdays"),
    ("deictic", "days"),
    ("deictic_adjective", "day_adjectives"),
    ("shift", "shifts"),
    ("weekdays", "weekdays_many"),
)
#: Categories an expression can begin with; all others only stand beside these.
_STARTS: Final = frozenset(
    {
        "about", "ago", "ahead", "anaphoric", "cardinal", "day_part", "daypart", "decade_word",
        "deictic", "deictic_adjective", "each", "eve", "exactly", "half_of",
        "half_past", "half_to", "halved",
        "holiday", "ignore",
        "midnight", "month", "nearly", "night_from", "night_to",
        "noon", "now", "nth_sign", "ordinal", "part", "part_adjective", "part_word",
        "present", "quarter_of", "quarter_past", "quarter_to", "rest", "season", "season_noun",
        "sets", "shift", "shifted", "span", "told", "unit", "vague", "week_commencing", "weekday",
        "weekday_part",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of time of one language.

    Attributes:
        lang: Its code.
        order: Order of numeric dates, dmy or mdy.
        ordinal_dot: Whether a full stop makes an ordinal of a number.
        joins_clock: Whether a day and its hour are one expression.
        spans_role: Whether the word for since or until belongs to the span.
        ends_apart: Whether the ends of "14 bis 18 Uhr" are two times, each with its words.
        lengths: Units of which several make a length and no days ("in den letzten zwei Jahren").
        exact: Terms by word as written; looked up first.
        terms: Terms by word in lower case.
        phrases: By first word: (further words, term), longest first.
        windows: Minutes of each part of the day, (from, to); beyond 1440 is the next day.
        seasons: First month and number of months of each season.
        holidays: Rule (fixed, easter, advent, nth) and its value by holiday.
        past_endings: Endings of past tense verbs.
        not_past: Longer endings that are of other words.
        running: Endings of what is under way or arranged after a plain "is".
        next_weekday: Whether "next Monday" is the nearest one or that of next week.
    """

    lang: str
    order: str
    ordinal_dot: bool
    joins_clock: bool
    spans_role: bool
    ends_apart: bool
    lengths: frozenset[str]
    exact: Mapping[str, Term]
    terms: Mapping[str, Term]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]
    windows: Mapping[str, tuple[int, int]]
    seasons: Mapping[str, tuple[int, int]]
    holidays: Mapping[str, tuple[str, Any]]
    past_endings: tuple[str, ...]
    not_past: tuple[str, ...]
    running: tuple[str, ...]
    next_weekday: str


@cache
def words_of(lang: str) -> Words | None:
    """Return the words of time of a language, None if its data file has none."""
    if lang not in languages():
        return None
    table = language_data(lang).get("moments")
    return None if table is None else _compiled(lang, table)


def _compiled(lang: str, table: Mapping[str, Any]) -> Words:
    exact: dict[str, dict[str, Any]] = {}
    terms: dict[str, dict[str, Any]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
    for word, category, value in _entries(table):
        for form in _forms(word, table.get("endings", [""])):
            parts = TOKEN.findall(form.removeprefix("="))
            if len(parts) > 1:
                lower = tuple(p.lower() for p in parts)
                phrases.setdefault(lower[0], {}).setdefault(lower[1:], {})[category] = value
            elif form.startswith("="):
                exact.setdefault(form[1:], {})[category] = value
            else:
                terms.setdefault(form.lower(), {})[category] = value
    for word, term in exact.items():
        for category, value in terms.get(word.lower(), {}).items():
            term.setdefault(category, value)
    for term in (
        *exact.values(),
        *terms.values(),
        *(t for p in phrases.values() for t in p.values()),
    ):
        term["starts"] = not _STARTS.isdisjoint(term)
    return Words(
        lang=lang,
        order=str(table["order"]),
        ordinal_dot=bool(table["ordinal_dot"]),
        joins_clock=bool(table["joins_clock"]),
        spans_role=bool(table["spans_role"]),
        ends_apart=bool(table.get("ends_apart", False)),
        lengths=frozenset(table.get("lengths", ())),
        exact=exact,
        terms=terms,
        phrases={
            head: tuple(sorted(rest.items(), key=lambda item: (-len(item[0]), item[0])))
            for head, rest in phrases.items()
        },
        windows={k: (v["window"][0], v["window"][1]) for k, v in table["dayparts"].items()},
        seasons={k: (v["months"][0], v["months"][1]) for k, v in table["seasons"].items()},
        holidays={
            name: (rule, value)
            for rule, names in table.get("holidays", {}).items()
            for name, value in names.items()
        },
        past_endings=tuple(table["tense"].get("past_endings", ())),
        not_past=tuple(table["tense"].get("not_past", ())),
        running=tuple(table["tense"].get("running", ())),
        next_weekday=str(table.get("next_weekday", "nearest")),
    )


def _forms(word: str, endings: list[str]) -> Iterator[str]:
    """Yield a word with every ending its star stands for."""
    if word.endswith("*"):
        for ending in endings:
            yield word[:-1] + ending
    else:
        yield word


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield every word of the data file with its category and value."""
    for category, key in _NUMBERED:
        for value, words in table.get(key, {}).items():
            yield from ((word, category, int(value)) for word in words)
    for kind, words in table.get("beside", {}).items():
        yield from ((word, f"risky_{kind}", True) for word in words)
    for category, key in (("shifted", "shifted"), ("told", "told"), ("span", "spans")):
        for value, words in table.get(key, {}).items():
            unit, _, shift = value.partition(":")
            yield from ((word, category, (unit, int(shift))) for word in words)
    for value, words in table.get("part_words", {}).items():
        part, _, unit = value.partition(":")
        yield from ((word, "part_word", (part, unit)) for word in words)
    for value, words in table.get("day_parts", {}).items():
        shift, _, part = value.partition(":")
        yield from ((word, "day_part", (int(shift), part)) for word in words)
    for category, key in (
        ("unit", "units"),
        ("part", "parts"),
        ("part_adjective", "part_adjectives"),
        ("rest", "rest"),
        ("sets", "recurring"),
        ("nearly", "hedges"),
    ):
        for value, words in table.get(key, {}).items():
            yield from ((word, category, value) for word in words)
    for name, season in table["seasons"].items():
        yield from ((word, "season", name) for word in season["words"])
    for unit, words in table.get("signs", {}).items():
        yield from ((word, "nth_sign", unit) for word in words)
    yield from _dayparts(table)
    numbers = table["numbers"]
    for category in ("cardinal", "ordinal"):
        yield from ((word, category, n) for word, n in numbers.get(f"{category}s", {}).items())
    yield from ((word, "suffix", True) for word in numbers.get("suffixes", ()))
    yield from ((word, "decade", True) for word in numbers.get("decades", ()))
    yield from ((word, "halved", n) for word, n in numbers.get("halves", {}).items())
    yield from ((word, "decade_word", n) for word, n in numbers.get("decade_words", {}).items())
    for names in table.get("holidays", {}).values():
        yield from ((name, "holiday", name) for name in names)
    for category, words in table["words"].items():
        yield from ((word, category, True) for word in words)
    for category, words in table["clock"].items():
        name = {"cue": "clock_cue", "minutes": "minute_word", "before": "clock_before"}
        if category != "separators":
            yield from ((word, name.get(category, category), True) for word in words)
    for category in ("future", "past", "future_else"):
        name_of = {"future": "future", "past": "past_tense", "future_else": "future_else"}
        yield from ((word, name_of[category], True) for word in table["tense"].get(category, ()))


def _dayparts(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield the parts of the day, alone and grown together with a weekday ("Freitagabend")."""
    days = [(w, int(n)) for n, words in table["weekdays"].items() for w in words]
    for name, part in table["dayparts"].items():
        for word in part.get("clock", ()):
            yield word, "clock_daypart", name
        for word in part.get("after", ()):
            yield word, "daypart_after", name
        for word in part["words"]:
            yield word, "daypart", name
            yield word, "daypart_after", name
            if table["grows"] and " " not in word:
                plain = word.removeprefix("=").lower()
                for day, number in days:
                    if len(day) > 4 and not day.startswith("="):
                        yield day + plain, "weekday_part", (number, name)
                        yield f"{day}s{plain}", "weekday_part", (number, name)
