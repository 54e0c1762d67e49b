"""The incidents of a desk of which every filter holds, in the order of time."""

import sqlite3
from collections.abc import Sequence
from typing import Literal, Unpack

from msgspec import Struct

from dateline.desk.asking.incidents.conditions import TIME, Part, all_of, parts_of, table_of
from dateline.desk.asking.incidents.incidents import NAMES, ORDERS, IncidentsAsked, incidents_of, none_found
from dateline.desk.asking.limits import one_of
from dateline.desk.asking.maps.calendar import Stretch, Unit, calendar_by_day
from dateline.desk.asking.maps.glance import Glance, glance
from dateline.desk.asking.question.gathered import gathered
from dateline.desk.storage.transactions import snapshot

__all__ = ["DIRECTIONS", "Chronicle", "Direction", "chronicle"]

Direction = Literal["first", "last"]
DIRECTIONS: tuple[Direction, ...] = ("last", "first")
"""Which come first: the last ones in time, or the first ones."""


class Chronicle(Struct, frozen=True, kw_only=True):
    """A page of what happened, and how much there was at which time."""

    rows: tuple[Glance, ...]
    """In the order of time: of their own, else of the day when they were first reported."""
    total: int
    """How many have a time."""
    timeless: int
    """How many have none, not even the day of a report; they are in no page."""
    unit: Unit
    """How long the stretches are."""
    times: tuple[Stretch, ...]
    """From the first day to the last one without a gap; a time that is no day of our calendar is in none of them."""
    notes: tuple[str, ...] = ()
    """How the question was understood; where nothing was found, why."""


def chronicle(
    connection: sqlite3.Connection,
    words: str | None = None,
    direction: Direction = "last",
    **asked: Unpack[IncidentsAsked],
) -> Chronicle:
    """The incidents of which all of this holds, a page of 20 unless `limit` says otherwise, by time from one end.

    An `order` is not asked for. Raises BadQuestion.
    """
    one_of("direction", direction, DIRECTIONS)
    question = gathered(words, {**asked, "order": None}, NAMES, ORDERS)
    limit = -1 if question.filters.limit is None else question.filters.limit
    with snapshot(connection):
        parts = parts_of(connection, question)
        table = table_of(question, parts)
        times = _times(connection, table, parts)
        keys = _keys(connection, table, parts, direction, (limit, question.filters.offset))
        rows = tuple(map(glance, incidents_of(connection, keys)))
        why = () if times else none_found(connection, question, parts)
    timeless = times.pop(None, 0)
    calendar = calendar_by_day(times.items())
    return Chronicle(
        rows=rows,
        total=sum(times.values()),
        timeless=timeless,
        unit=calendar.unit,
        times=calendar.stretches,
        notes=(*question.filters.notes, *why),
    )


def _times(connection: sqlite3.Connection, table: str, parts: Sequence[Part]) -> dict[str | None, int]:
    """How many were when; None: at no time that is known."""
    where, cells = all_of(parts)
    return dict(connection.execute(f"SELECT {TIME}, count(*) FROM {table} {where} GROUP BY {TIME}", cells))


def _keys(
    connection: sqlite3.Connection, table: str, parts: Sequence[Part], direction: Direction, page: tuple[int, int]
) -> list[int]:
    where, cells = all_of([*parts, Part(f"{TIME} IS NOT NULL")])
    way = "DESC" if direction == "last" else "ASC"
    query = f"SELECT key FROM {table} {where} ORDER BY {TIME} {way}, key {way} LIMIT ? OFFSET ?"
    return [key for (key,) in connection.execute(query, [*cells, *page])]
