"""How the articles of a page of news are spread over time: a bar for each day, week, month or year."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import numpy as np
from msgspec import Struct

from dateline.desk.asking.news.columns import Numbers
from dateline.desk.asking.news.fitting import Fitting

Unit = Literal["day", "week", "month", "year"]
MOST = 130
"""Bars; of more years the last ones are shown."""
_UNITS: tuple[tuple[Unit, int], ...] = (("day", 92), ("week", 7 * 104), ("month", 3653))
"""What one bar stands for, up to so many days in all; years for more."""


_LONG = 2 * 366
"""Days of a stretch that is short enough as it is."""
_LATEST = date(9990, 1, 1).toordinal()
"""Days after it are mistakes, and no calendar goes much further."""


class Bar(Struct, frozen=True):
    """A stretch of days, from the first to the last one: ISO 8601."""

    since: str
    until: str
    count: int
    """How many articles there are that all filters fit but those of time."""


class Spread(Struct, frozen=True):
    """The bars side by side, without a gap; empty where no article has a day.

    Where days are asked for, as much is shown before and after them as they are long, and not what is farther.
    Else a few articles far off, with years of nothing between, are counted beside the bars: see `_crowd`.
    """

    unit: Unit = "day"
    bars: tuple[Bar, ...] = ()
    undated: int = 0
    """Articles whose day nobody knows."""
    beyond: bool = False
    """Whether there are articles before or after the bars."""
    before: int = 0
    """How many are before them."""
    after: int = 0
    """How many are after them."""


def spread(fitting: Fitting) -> Spread:
    """The bars of a page."""
    days = fitting.catalogue.days[fitting.mask("time")]
    known = days[(days > 0) & (days < _LATEST)]
    undated = len(days) - len(known)
    if not len(known):
        return Spread(undated=undated)
    least, greatest = int(known.min()), int(known.max())
    asked = fitting.filters.since or fitting.filters.until
    first, last = _window(fitting, least, greatest) if asked else _crowd(known)
    unit: Unit = next((unit for unit, most in _UNITS if last - first < most), "year")
    edges = _edges(unit, first, last)
    ends = [day.toordinal() for day in edges]
    counts, _ = np.histogram(known[known < ends[-1]], bins=ends)  # which would put the end itself into the last bar
    bars = tuple(
        Bar(begin.isoformat(), (end - timedelta(1)).isoformat(), int(many))
        for (begin, end), many in zip(pairwise(edges), counts, strict=True)
    )
    before, after = (int(np.sum(side)) for side in (known < ends[0], known >= ends[-1]))
    return Spread(unit, bars, undated, bool(before or after), before, after)


def _window(fitting: Fitting, least: int, greatest: int) -> tuple[int, int]:
    """The first and the last day to show."""
    since, until = (_day(fitting.filters.since, least, end=False), _day(fitting.filters.until, greatest, end=True))
    around = max(1, until - since + 1)
    first, last = max(least, since - around), min(greatest, until + around)
    return (first, last) if first <= last else (least, greatest)


def _crowd(known: Numbers) -> tuple[int, int]:
    """The first and the last day of where the articles are, without a tenth of them that lies far off.

    Far off is what has more nothing before it, or behind it, than all else takes of time: one article of 1991 would
    press a year of news into a single bar.
    """
    days, few = known, len(known) // 10
    while len(days) > 2 and int(days.max()) - int(days.min()) > _LONG:
        if days is known:
            days = np.sort(known)
        gaps = np.diff(days)
        at = int(np.argmax(gaps)) + 1
        if 2 * int(gaps[at - 1]) <= int(days[-1]) - int(days[0]) or min(at, len(days) - at) > few:
            break
        few -= min(at, len(days) - at)
        days = days[at:] if 2 * at <= len(days) else days[:at]
    return int(days.min()), int(days.max())


def _day(bound: str | None, otherwise: int, *, end: bool) -> int:
    """The ordinal of the first, or the last, day that a bound of `Filters` holds."""
    if not bound:
        return otherwise
    given = bound.rstrip("~")[:10]
    year, month, day = (int(given[at : at + 2 + 2 * (not at)] or 0) for at in (0, 5, 8))
    first = date(year, month or 1, day or 1)
    if not end or day:
        return first.toordinal()
    return _LATEST if year == date.max.year else _after("month" if month else "year", first).toordinal() - 1


def _edges(unit: Unit, first: int, last: int) -> list[date]:
    """Where bars begin, and where the last one ends."""
    begin = _BEGINS[unit](date.fromordinal(first))
    edges = [begin]
    while edges[-1].toordinal() <= last:
        edges.append(_after(unit, edges[-1]))
    return edges[-MOST - 1 :]


def _after(unit: Unit, day: date) -> date:
    if unit in ("day", "week"):
        return day + timedelta(1 if unit == "day" else 7)
    return date(day.year + 1, 1, 1) if unit == "year" or day.month == 12 else date(day.year, day.month + 1, 1)


_BEGINS: dict[Unit, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
