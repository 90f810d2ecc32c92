"""Lay days of publication and the times that claims speak of on one axis.

A single claim about 1945 must not squeeze a week of news into one pixel: the axis
shows where most of the times lie, and what falls outside is counted at its end.

Floor 4 (report).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from checker.report.view import View

#: Beyond this many sources, one lane each is unreadable; days are counted instead.
MOST_LANES = 14
_BINS = 60
_MOST_DAYS = 120
#: Share of the times spoken of that the axis has to hold.
_NEAR = 0.5
_MONTHS = {
    "de": ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
           "Nov.", "Dez."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dot:
    """A time on a lane; `w` is 0 for a day, `size` the radius in pixels."""

    x: float
    w: float
    kind: str
    title: str
    size: float = 4.0


@dataclass(frozen=True, slots=True)
class Lane:
    """One source, or all of them together."""

    badge: str
    label: str
    dots: tuple[Dot, ...]
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Bin:
    """A count of times in one stretch of the axis, as a column."""

    x: float
    w: float
    h: float
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a template needs to draw.

    Attributes:
        lanes: One per source, if there are few.
        published: Columns of publication, if there are many.
        moments: Columns of times spoken of, if there are many.
        ticks: (x, label) on the axis.
        earlier: Times before the axis.
        later: Times after it.
        alt: The drawing in words.
    """

    lanes: tuple[Lane, ...]
    published: tuple[Bin, ...]
    moments: tuple[Bin, ...]
    ticks: tuple[tuple[float, str], ...]
    earlier: int
    later: int
    alt: str


@dataclass(frozen=True, slots=True)
class _Moment:
    source: str
    low: datetime
    high: datetime
    quote: str
    claim: str
    contested: bool


@dataclass(frozen=True, slots=True)
class _Axis:
    low: datetime
    high: datetime

    def at(self, when: datetime) -> float:
        share = (when - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * 100, 2)


def timeline(view: View) -> Timeline | None:
    """Return the timeline of a report, None if no time is known."""
    moments = _moments(view)
    published = {s.id: s.published_low for s in view.report.sources if s.published_low is not None}
    axis = _axis([m.low for m in moments], list(published.values()))
    if axis is None:
        return None
    outside = [m for m in moments if m.high < axis.low or m.low > axis.high]
    inside = [m for m in moments if not (m.high < axis.low or m.low > axis.high)]
    few = len(view.report.sources) <= MOST_LANES
    form = view.date
    return Timeline(
        lanes=_lanes(view, inside, outside, axis) if few else (),
        published=() if few else _bins(list(published.values()), axis, view),
        moments=() if few else _bins([m.low for m in inside], axis, view),
        ticks=_ticks(axis, view.lang),
        earlier=sum(m.high < axis.low for m in outside),
        later=sum(m.low > axis.high for m in outside),
        alt=f"{form(axis.low)} – {form(axis.high)}: "
        f"{view.counted(len(published), 'source')}, {view.counted(len(moments), 'moment')}",
    )


def _moments(view: View) -> list[_Moment]:
    found = []
    for claim in view.report.claims:
        known = [m for m in (claim.moment, *claim.moments) if m is not None and m.resolved]
        moment = next((m for m in known if m.low is not None and m.role != "set"), None)
        if moment is None or moment.low is None:
            continue
        high = moment.high if moment.high is not None else moment.low
        support = view.report.support.get(claim.id)
        contested = support is not None and support.status == "contested"
        found.append(
            _Moment(claim.source, moment.low, high, claim.quote, claim.id, contested=contested)
        )
    return found


def _axis(moments: list[datetime], published: list[datetime]) -> _Axis | None:
    """Return an axis around the days of publication that holds most times spoken of.

    News is about its own days: the nearer part of the times decides how far the axis
    reaches, so that one look back at 1945 does not.
    """
    if not moments and not published:
        return None
    if published:
        first, last = min(published), max(published)
        far = sorted(max(first - m, m - last, timedelta(0)) for m in moments)
        reach = far[ceil(len(far) * _NEAR) - 1] if far else timedelta(0)
        near = [m for m in moments if max(first - m, m - last) <= reach]
        low, high = min([first, *near]), max([last, *near])
    else:
        ordered = sorted(moments)
        cut = len(ordered) // 5
        low, high = ordered[cut], ordered[-1 - cut]
    span = max(high - low, timedelta(days=2))
    return _Axis(_moved(low, -span / 10), _moved(high, span / 10))


def _moved(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:
        return when


def _lanes(
    view: View,
    inside: list[_Moment],
    outside: list[_Moment],
    axis: _Axis,
) -> tuple[Lane, ...]:
    lanes = []
    for source in view.report.sources:
        dots = _dots([m for m in inside if m.source == source.id], axis, view)
        dots.sort(key=lambda d: (-d.w, d.kind == "contested", d.x, d.title))
        if source.published_low is not None:
            dots.append(
                Dot(
                    x=axis.at(source.published_low),
                    w=0.0,
                    kind="published",
                    title=f"{view.word('published')}: {view.published(source)}",
                )
            )
        lanes.append(
            Lane(
                badge=view.badge[source.id],
                label=view.title(source),
                dots=tuple(dict.fromkeys(dots)),
                earlier=sum(m.source == source.id and m.high < axis.low for m in outside),
                later=sum(m.source == source.id and m.low > axis.high for m in outside),
            )
        )
    return tuple(lanes)


def _dots(moments: list[_Moment], axis: _Axis, view: View) -> list[Dot]:
    """Return one dot per place and kind; its size tells how many claims speak of that time."""
    at: dict[tuple[float, float, str], list[_Moment]] = {}
    for moment in moments:
        long = moment.high - moment.low > timedelta(days=1)
        x = axis.at(moment.low)
        w = round(axis.at(moment.high) - x, 2) if long else 0.0
        at.setdefault((x, w, "contested" if moment.contested else "moment"), []).append(moment)
    return [
        Dot(
            x=x,
            w=w,
            kind=kind,
            title="\n".join(f"{view.date(m.low)}: {m.quote[:120]}" for m in group[:5])
            + (f"\n+{len(group) - 5}" if len(group) > 5 else ""),
            size=round(4 + min(len(group) - 1, 8) * 0.5, 1),
        )
        for (x, w, kind), group in at.items()
    ]


def _bins(times: list[datetime], axis: _Axis, view: View) -> tuple[Bin, ...]:
    days = ceil((axis.high - axis.low) / timedelta(days=1))
    bins = days if days <= _MOST_DAYS else _BINS  # a column a day, as long as there is room
    width = 100 / bins
    counted = Counter(min(int(axis.at(when) / width), bins - 1) for when in times)
    top = max(counted.values(), default=1)
    form = view.date
    step = (axis.high - axis.low) / bins
    return tuple(
        Bin(
            x=round(i * width, 2),
            w=round(width * 0.8, 2),
            h=round(100 * counted[i] / top, 1),
            title=f"{form(axis.low + step * i)}: {view.count(counted[i])}",
        )
        for i in sorted(counted)
    )


def _ticks(axis: _Axis, lang: str) -> tuple[tuple[float, str], ...]:
    """Return at most seven ticks on round days, months or years."""
    days = max((axis.high - axis.low).days, 1)
    months = _MONTHS["de" if lang == "de" else "en"]
    found: list[tuple[datetime, str]] = []
    if days <= 70:
        step = next(s for s in (1, 2, 7, 14) if days / s <= 6 or s == 14)
        day = axis.low.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        while day <= axis.high:
            name = months[day.month - 1]
            found.append((day, f"{day.day}. {name}" if lang == "de" else f"{day.day} {name}"))
            day += timedelta(days=step)
    elif days <= 800:
        step = next(s for s in (1, 2, 3, 6) if days / 30 / s <= 6 or s == 6)
        year, month = axis.low.year, axis.low.month
        while True:
            month += 1
            year, month = (year + 1, 1) if month > 12 else (year, month)
            if year > 9998:
                break
            day = datetime(year, month, 1)
            if day > axis.high:
                break
            if (month - 1) % step == 0:
                found.append((day, f"{months[month - 1]} {year}"))
    else:
        years = max(1, days // 365)
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200) if years / s <= 6), 500)
        found += [
            (datetime(year, 1, 1), str(year))
            for year in range(axis.low.year + 1, min(axis.high.year, 9998) + 1)
            if year % step == 0
        ]
    return tuple((axis.at(day), label) for day, label in found)
