"""Days in equal stretches of time, as a slider or a column of years has them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

__all__ = ["MOST", "Calendar", "Stretch", "Unit", "calendar_by_day", "calendar_of"]

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
MOST = 120
"""Stretches at most; where there would be more, they are longer."""


class Stretch(Struct, frozen=True, gc=False):
    """Some days that follow each other, and how many incidents began in them."""

    first: str
    """ISO 8601, a day."""
    last: str
    """The last day, which belongs to it."""
    incidents: int = 0


class Calendar:
    """Stretches without a gap, from the first day of a desk to its last one."""

    def __init__(self, unit: Unit, firsts: list[date], days: Mapping[str, int]) -> None:
        self.unit = unit
        self._places = {first: place for place, first in enumerate(firsts)}
        self._begin = _BEGINS[unit]
        self._known: dict[str, int | None] = {}
        counts = [0] * len(firsts)
        for day, many in days.items():
            if (place := self.place(day)) is not None:
                counts[place] += many
        self.stretches = tuple(
            Stretch(first.isoformat(), _last(unit, first).isoformat(), many)
            for first, many in zip(firsts, counts, strict=True)
        )

    def place(self, moment: str | None) -> int | None:
        """The number of the stretch that a moment ("2031-04-02T06:30") lies in; None where it lies in none."""
        if moment is None:
            return None
        if moment not in self._known:
            found = _date(moment[:10])
            self._known[moment] = None if found is None else self._places.get(self._begin(found))
        return self._known[moment]

    def spans(self, earliest: str | None, latest: str | None) -> bool:
        """Whether a time that begins in a stretch ends in another one."""
        if earliest == latest or latest is None:
            return False
        place = self.place(earliest)
        return place is not None and self.place(latest) != place


def calendar_by_day(moments: Iterable[tuple[str | None, int]]) -> Calendar:
    """The calendar of moments ("2031-04-02T06:30"), each with how many began then."""
    days = Counter[str]()
    for moment, many in moments:
        days[(moment or "")[:10]] += many
    return calendar_of(days)


def calendar_of(days: Mapping[str, int]) -> Calendar:
    """The calendar of these days ("2031-04-02") with how many began on each, in the shortest unit that is not too many.

    What is no day is left out; without any day there is no stretch.
    """
    dates = [found for day in days if (found := _date(day))]
    if not dates:
        return Calendar("day", [], {})
    first, last = min(dates), max(dates)
    unit = next(unit for unit in _BEGINS if unit == "century" or _days(first, last) <= MOST * _LENGTHS[unit])
    return Calendar(unit, list(_firsts(unit, first, last)), days)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _firsts(unit: Unit, first: date, last: date) -> Iterator[date]:
    """The first day of each stretch."""
    at = _BEGINS[unit](first)
    yield at
    while (end := _last(unit, at)) < last:
        at = end + timedelta(1)
        yield at


def _last(unit: Unit, first: date) -> date:
    """The last day of the stretch that begins on this one."""
    following = _BEGINS[unit](_add(first, _LENGTHS[unit]))
    return following - timedelta(1) if following > first else date.max  # the end of all days


def _add(day: date, days: int) -> date:
    return date.max if (date.max - day).days < days else day + timedelta(days)


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


_LENGTHS: dict[Unit, int] = {
    "day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525,
}  # fmt: skip
"""Days at most."""
_BEGINS: dict[Unit, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(min(day.weekday(), (day - date.min).days)),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
    "year": lambda day: day.replace(month=1, day=1),
    "decade": lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    "century": lambda day: date(max(1, day.year // 100 * 100), 1, 1),
}
"""The first day of the stretch that a day lies in, by units, the shortest first."""
