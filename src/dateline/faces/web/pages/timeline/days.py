"""A timeline in years, months and days, each incident under the time that is known of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dateline.desk.asking.maps.glance import Glance

__all__ = ["Day", "Month", "months"]

_OF_A_MONTH = ("month", "season", "quarter")
_LONG = ("year", "decade", "century")


class Day(Struct, frozen=True):
    """Incidents of one day, or of a longer time of which no day is told."""

    day: str | None
    """ISO 8601: its own, or of the first report where no time of its own is told; None where no day is told."""
    rows: tuple[Glance, ...]


class Month(Struct, frozen=True):
    """Days of one month, or what is known by its year alone."""

    month: str
    """ "2031-04"; "2031" where no month is told."""
    days: tuple[Day, ...]


def months(rows: Sequence[Glance]) -> list[Month]:
    """The same rows in the same order, those side by side that have one time."""
    return [Month(month, tuple(_days(list(same)))) for month, same in groupby(rows, key=_month)]


def _days(rows: Sequence[Glance]) -> Iterator[Day]:
    for day, same in groupby(rows, key=_day):
        yield Day(day, tuple(same))


def _dated(row: Glance) -> str:
    return row.earliest or row.reported or row.latest or ""


def _month(row: Glance) -> str:
    return _dated(row)[:4] if row.time_precision in _LONG else _dated(row)[:7]


def _day(row: Glance) -> str | None:
    return None if row.time_precision in (*_OF_A_MONTH, *_LONG) else _dated(row)[:10] or None
