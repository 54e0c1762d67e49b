"""Where and when incidents were, quickly: of a large desk the times come from an index, and no value is read."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.incidents.conditions import Part, all_of, table_of
from dateline.desk.asking.maps.calendar import Calendar, calendar_by_day
from dateline.desk.asking.question.gathered import Gathered
from dateline.merging.outcomes import Where

__all__ = ["Heap", "Seen", "Telling", "seen", "tellings"]

Ground = int | str
"""A place: its number of GeoNames; where it has none, all that is known of it."""
_GROUND = """coalesce(geonames, place || char(31) || coalesce(country, '') || char(31) || coalesce(lat, '') || char(31)
    || coalesce(lon, ''))"""


class Heap:
    """Incidents of one place."""

    def __init__(self, last: int, moment: str | None = None) -> None:
        self.last = last
        """Key of the one that was last in time; of several the one that came in last."""
        self.moment = moment or ""
        """When that was; empty where nobody knows."""
        self.incidents = 0
        self.times: dict[int, int] = {}
        """How many began in which stretch of time."""

    def add(self, many: int, place: int | None) -> None:
        """Some more that began in this stretch of time, None where none is known."""
        self.incidents += many
        if place is not None:
            self.times[place] = self.times.get(place, 0) + many

    def reach(self, key: int, moment: str | None) -> None:
        """There is this one too; it may be the last in time."""
        if (moment or "", key) > (self.moment, self.last):
            self.last, self.moment = key, moment or ""

    def join(self, other: "Heap") -> None:
        """Those of another one too."""
        self.incidents += other.incidents
        self.reach(other.last, other.moment)
        for place, many in other.times.items():
            self.times[place] = self.times.get(place, 0) + many


class Seen(Struct, frozen=True):
    """All that fit."""

    total: int
    calendar: Calendar
    heaps: tuple[Heap, ...]
    """One for each place."""
    nowhere: int
    """How many have no place."""
    long: int
    """How many have a time that ends in another stretch than it begins in."""
    timeless: int


def seen(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> Seen:
    """The incidents of which these parts of a question hold."""
    where, cells = all_of(parts)
    grouped = f"SELECT dated, ended, count(*) FROM {table_of(question, parts)} {where} GROUP BY dated, ended"
    times: list[tuple[str | None, str | None, int]] = connection.execute(grouped, cells).fetchall()
    calendar = calendar_by_day((dated, many) for dated, _, many in times)
    heaps = _heaps(connection, question, parts, calendar)
    total = sum(many for *_, many in times)
    return Seen(
        total=total,
        calendar=calendar,
        heaps=heaps,
        nowhere=total - sum(heap.incidents for heap in heaps),
        long=sum(many for dated, ended, many in times if calendar.spans(dated, ended)),
        timeless=sum(many for dated, _, many in times if dated is None),
    )


def _heaps(
    connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part], calendar: Calendar
) -> tuple[Heap, ...]:
    # Places are in no index. Where little is asked for, all incidents are read as they lie.
    table = "incidents NOT INDEXED" if len(parts) < 2 else "incidents"
    if question.filters.min_killed is not None:
        table = table_of(question, parts)
    where, cells = all_of([*parts, Part("place IS NOT NULL")])
    query = f"SELECT {_GROUND}, dated, key FROM {table} {where}"
    found: list[tuple[Ground, str | None, int]] = connection.execute(query, cells).fetchall()
    heaps: dict[Ground, Heap] = {}
    for ground, dated, key in found:
        if ground in heaps:
            heaps[ground].reach(key, dated)
        else:
            heaps[ground] = Heap(key, dated)
    for (ground, dated), many in Counter((ground, dated) for ground, dated, _ in found).items():
        heaps[ground].add(many, calendar.place(dated))
    return tuple(heaps.values())


class Telling(Struct):
    """What is read of an incident."""

    incident: str
    where: Where | None = None


def tellings(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Telling]:
    """The ids of these incidents, and what they say of their places."""
    rows = connection.execute(f"SELECT key, value FROM incidents WHERE key IN {KEYS}", (keys_of(keys),))
    return {key: json.decode(value, type=Telling) for key, value in rows}
