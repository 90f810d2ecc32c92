"""The one door to everything a text says in numbers: figures and moments, never both at a place.

"14. Juni" is a moment and no ordinal, "2,5 Stunden" a duration and no clock time; where both
readers claim the same words, the rules below decide.

Floor 2 (language).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

from checker.language.measured import measured
from checker.language.moments_rows import length_row, moment_rows, states_a_time
from checker.language.quantities import read_quantities
from checker.model import Figure, Kind, Measured, Moment, Token

#: Kinds of figures that no expression of time can be.
_FIRM: Final = frozenset(
    {Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.AGE, Kind.DISTANCE, Kind.AREA, Kind.MASS}
)


def read_figures(
    text: str,
    lang: str,
    reference: datetime | None,
    *,
    tokens: Sequence[Token] | None = None,
    exact: bool = False,
) -> tuple[tuple[Figure, ...], tuple[Moment, ...]]:
    """Return the figures and the expressions of time of a text; their spans never overlap.

    Args:
        text: Any text.
        lang: Code of the language.
        reference: What relative expressions are resolved against, None if unknown.
        tokens: The words of the text with their readings, if the caller has them; read here
            otherwise, and only if there is a figure to measure.
        exact: Whether the hour of the reference is known even at midnight.
    """
    from checker.language.moments import read_moments

    moments = read_moments(text, lang, reference, exact=exact)
    figures, moments = settle(read_quantities(text, lang), moments)
    if figures and tokens is None:
        from checker.language.tokens import tokens as tagged

        tokens = tagged(text, lang)
    return measured(figures, tokens or (), lang), moments


def settle(
    figures: Sequence[Figure], moments: Sequence[Moment]
) -> tuple[tuple[Figure, ...], tuple[Moment, ...]]:
    """Return figures and moments without overlaps; both come sorted by place.

    Of two readings of the same words the one with more words wins, a moment at a tie: it took
    the number in ("vor zwei Jahren"), while a figure that is longer goes on where a moment cannot
    ("2,5 Stunden", "79 Jahre alt").
    """
    kept_figures: list[Figure] = []
    kept_moments = list(moments)
    for figure in figures:
        rivals = [m for m in kept_moments if m.start < figure.end and figure.start < m.end]
        if not rivals:
            kept_figures.append(figure)
        elif all(_stronger(figure, m) for m in rivals):
            kept_moments = [m for m in kept_moments if m not in rivals]
            kept_figures.append(figure)
    return tuple(kept_figures), tuple(kept_moments)


def _stronger(figure: Figure, moment: Moment) -> bool:
    """Return whether the figure's reading of shared words is the right one."""
    took_in = moment.start < figure.start and figure.end <= moment.end
    if figure.kind in _FIRM:
        return not (took_in and moment.clock is not None)  # pence, but "today at 9p"
    if not moment.resolved and figure.kind is Kind.RATIO and figure.text == moment.text:
        return True  # 1/2
    if figure.kind is Kind.DURATION and moment.clock is not None and figure.end == moment.end:
        return not any(sign in moment.text for sign in ".:")  # 1h15, but "um 18.00 h"
    if moment.start <= figure.start and figure.end <= moment.end:
        return False
    inside = figure.start <= moment.start and moment.end <= figure.end
    if inside and figure.kind is Kind.COUNT and figure.modifier != "range":
        return True  # two hundred and two thousand
    if figure.kind is not Kind.DURATION:
        return False
    return figure.end - figure.start > moment.end - moment.start


def figures_json(
    figures: Sequence[Figure], moments: Sequence[Moment], *, timex: bool = False
) -> tuple[dict[str, object], ...]:
    """Return figures and moments as JSON objects of the contract, in order of their place.

    Wordings that name no day and no hour ("kürzlich", "jeden Montag") are left out.  With
    `timex` times are written as TIMEX3 has them: what recurs or lasts ("täglich", "den letzten
    fünf Jahren") by its length, and "vor zwei Jahren" without its preposition.
    """
    rows = [(f.start, _figure_row(f)) for f in figures]
    for moment in moments:
        length = length_row(moment) if timex else None
        if length is not None:
            rows.append((moment.start, length))
        elif states_a_time(moment, timex=timex):
            rows += [(moment.start, row) for row in moment_rows(moment, timex=timex)]
    return tuple(row for _, row in sorted(rows, key=lambda r: r[0]))


def _figure_row(figure: Figure) -> dict[str, object]:
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind.value,
        "low": number(figure.hard.low),
        "high": number(figure.hard.high),
        "low_open": figure.hard.low_open,
        "high_open": figure.hard.high_open,
        "unit": figure.unit,
        "soft_low": number(figure.soft.low),
        "soft_high": number(figure.soft.high),
        "granularity": number(figure.granularity),
        "modifier": figure.modifier,
        "of": _of_row(figure.of),
    }


def _of_row(of: Measured) -> dict[str, object]:
    return {
        "noun": of.noun,
        "verb": of.verb,
        "qualifiers": list(of.qualifiers),
        "concept": of.concept,
        "part_of": of.part_of,
    }


def number(value: Decimal) -> int | float | None:
    """Return a JSON number: an integer where the value is one, None for no bound."""
    if not value.is_finite():
        return None
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** 30:
        return int(value)
    return float(value)
