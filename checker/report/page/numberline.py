"""Draw what the wordings of a finding allow as intervals on one line.

Positions are percentages with two decimals, so the drawing follows the width of the
page and two machines draw the same bytes.

Floor 4 (report).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from checker.model import Bar, Finding, Interval
from checker.report.numbers import quantities
from checker.report.view import View

#: From this ratio of largest to smallest bound on, equal distances mean equal factors.
_LOG_FROM = 40
_MARGIN = 0.14
#: Air beside a bound from which an interval runs on without end.
_OPEN = 0.4
#: Labels nearer than this (percentage points) would overlap on a narrow screen.
_LABEL_ROOM = 24.0


@dataclass(frozen=True, slots=True)
class Track:
    """One side's interval.

    Attributes:
        badge: Sign of the source.
        label: The figure as written.
        x: Left end of the hard interval, per cent.
        w: Its width, per cent; 0 for a point.
        soft_x: Left end of the soft interval.
        soft_w: Its width.
        open_left: Whether it runs on beyond the left edge.
        open_right: Whether it runs on beyond the right edge.
    """

    badge: str
    label: str
    x: float
    w: float
    soft_x: float
    soft_w: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the line."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Everything a template needs to draw.

    Attributes:
        tracks: In order of the sides.
        ticks: Labelled bounds, left to right.
        gap: (x, width) of the stretch that no side allows, None if there is none.
        logarithmic: Whether the scale is logarithmic.
        alt: The drawing in words.
    """

    tracks: tuple[Track, ...]
    ticks: tuple[Tick, ...]
    gap: tuple[float, float] | None
    logarithmic: bool
    alt: str


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    logarithmic: bool

    def at(self, value: Decimal) -> float:
        if not value.is_finite():
            return 0.0 if value < 0 else 100.0
        number = math.log10(float(value)) if self.logarithmic else float(value)
        share = (number - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * 100, 2)


def number_line(finding: Finding, view: View) -> NumberLine | None:
    """Return the drawing for a finding; None if fewer than two sides can be drawn together."""
    sides = [(side, side.bar) for side in finding.sides if side.bar is not None]
    if len(sides) < 2 or len({bar.unit for _, bar in sides}) > 1:
        return None
    bars = [bar for _, bar in sides]
    bounds = _bounds(bars)
    if not bounds:
        return None
    scale = _scale(
        bounds,
        open_left=any(not bar.hard.low.is_finite() for bar in bars),
        open_right=any(not bar.hard.high.is_finite() for bar in bars),
    )
    tracks = tuple(_track(view.badge.get(side.source, "?"), bar, scale) for side, bar in sides)
    unit = bars[0].unit
    return NumberLine(
        tracks=tracks,
        ticks=_ticks(bars, unit, scale, view.lang),
        gap=_gap([bar.hard for bar in bars], scale),
        logarithmic=scale.logarithmic,
        alt="; ".join(
            f"{track.badge}: {in_words(bar.hard, unit, view.lang)}"
            for track, bar in zip(tracks, bars, strict=True)
        ),
    )


def in_words(interval: Interval, unit: str, lang: str) -> str:
    """Return an interval as people say it: "mehr als 60 min", "7", "5 bis 6"."""
    low, high = quantities((interval.low, interval.high), unit, lang)
    german = lang == "de"
    if interval.is_point:
        return low
    if not interval.high.is_finite() and not interval.low.is_finite():
        return "beliebig" if german else "any"
    if not interval.high.is_finite():
        if interval.low_open:
            return f"{'mehr als' if german else 'more than'} {low}"
        return f"{low} {'oder mehr' if german else 'or more'}"
    if not interval.low.is_finite():
        if interval.high_open:
            return f"{'weniger als' if german else 'less than'} {high}"
        return f"{'höchstens' if german else 'at most'} {high}"
    return f"{low} {'bis' if german else 'to'} {high}"


def _bounds(bars: list[Bar]) -> list[Decimal]:
    ends = [
        end
        for bar in bars
        for interval in (bar.hard, bar.soft)
        for end in (interval.low, interval.high)
        if end.is_finite()
    ]
    return sorted(set(ends))


def _scale(bounds: list[Decimal], *, open_left: bool, open_right: bool) -> _Scale:
    """Return a scale with some air around the bounds, more where an interval runs on."""
    low, high = float(bounds[0]), float(bounds[-1])
    logarithmic = low > 0 and high / low >= _LOG_FROM
    if logarithmic:
        low, high = math.log10(low), math.log10(high)
    span = high - low or (0.5 if logarithmic else max(abs(low) * 0.3, 1.0))
    start = low - span * (_OPEN if open_left else _MARGIN)
    end = high + span * (_OPEN if open_right else _MARGIN)
    if not logarithmic and low >= 0 > start:
        start = -span / 50  # a little air so that a point at nought is whole
    return _Scale(start, end, logarithmic=logarithmic)


def _track(badge: str, bar: Bar, scale: _Scale) -> Track:
    x, end = scale.at(bar.hard.low), scale.at(bar.hard.high)
    soft_x, soft_end = scale.at(bar.soft.low), scale.at(bar.soft.high)
    return Track(
        badge=badge,
        label=bar.label,
        x=x,
        w=round(end - x, 2),
        soft_x=soft_x,
        soft_w=round(soft_end - soft_x, 2),
        open_left=not bar.hard.low.is_finite(),
        open_right=not bar.hard.high.is_finite(),
    )


def _gap(intervals: list[Interval], scale: _Scale) -> tuple[float, float] | None:
    """Return the widest stretch between neighbours that do not meet."""
    ordered = sorted(intervals, key=lambda i: (i.low, i.high))
    widest: tuple[float, float] | None = None
    reach = ordered[0].high
    for interval in ordered[1:]:
        if interval.low > reach:
            x, end = scale.at(reach), scale.at(interval.low)
            if widest is None or end - x > widest[1]:
                widest = (x, round(end - x, 2))
        reach = max(reach, interval.high)
    return widest if widest is not None and widest[1] >= 1 else None


def _ticks(bars: list[Bar], unit: str, scale: _Scale, lang: str) -> tuple[Tick, ...]:
    ends = {end for bar in bars for end in (bar.hard.low, bar.hard.high) if end.is_finite()}
    ordered = sorted(ends)
    ticks: list[Tick] = []
    for value, label in zip(ordered, quantities(ordered, unit, lang), strict=True):
        x = scale.at(value)
        if ticks and x - ticks[-1].x < _LABEL_ROOM:
            continue
        anchor = "start" if x < 12 else "end" if x > 88 else "middle"
        ticks.append(Tick(x, label, anchor))
    return tuple(ticks)
