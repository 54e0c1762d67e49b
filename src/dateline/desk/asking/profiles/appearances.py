"""What somebody takes part in, or what happened at a place: incidents as one row each."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.profiles.coverage import Page

__all__ = ["Appearance", "Appearances", "appearances_of", "incidents_at"]

MANY = 8
"""One of so many incidents is a good part of them."""
Side = Literal["actor", "recipient", "place"]
_TAKING_PART = f"""
SELECT DISTINCT incident_facts.incident, event_parties.side FROM event_parties
CROSS JOIN incident_facts ON incident_facts.fact = event_parties.event
WHERE event_parties.party IN {KEYS} AND event_parties.event NOT IN ({WRONG})
"""
_THERE = f"""
SELECT DISTINCT incident_facts.incident, 'place' FROM event_places
CROSS JOIN incident_facts ON incident_facts.fact = event_places.event
WHERE event_places.place IN {KEYS} AND event_places.event NOT IN ({WRONG})
"""
_ROWS = f"""
SELECT incidents.key, incidents.id, type, title, status, earliest, latest, "precision", place, incidents.country,
    lat, lon, json_extract(value, '$.where.precision'), articles, independent, disagreements, first, last
FROM incidents WHERE incidents.key IN {KEYS}
"""
_HARM = f"""
SELECT incident, effect, low, high FROM incident_casualties WHERE incident IN {KEYS} AND effect IN ('killed', 'wounded')
"""


class Appearance(Struct, frozen=True, kw_only=True):
    """An event as all its reports tell it, and how somebody takes part in it."""

    incident: str
    sides: tuple[Side, ...]
    """Whether the person or body acts, or is acted upon, or both; of a place: that it was there."""
    type: str
    title: str
    status: str
    earliest: str | None
    """Its own time; None where no report tells one."""
    latest: str | None
    precision: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    place_precision: str | None
    """How exactly it is placed: exact, near, admin1, country ..."""
    articles: int
    """How many tell of it."""
    independent: int
    """Sources that copy no other."""
    disagreements: int
    first: str | None
    """When it was first reported."""
    last: str | None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None


class Appearances(Struct, frozen=True, kw_only=True):
    """A page of incidents, the latest first."""

    rows: tuple[Appearance, ...]
    total: int
    types: dict[str, int] = {}
    """How many of all of them are of each type, the most first."""


def appearances_of(connection: sqlite3.Connection, facts: Sequence[int], page: Page) -> Appearances:
    """The incidents in which these people or bodies take part by any report."""
    return _page(connection, connection.execute(_TAKING_PART, (keys_of(facts),)), page)


def incidents_at(
    connection: sqlite3.Connection, facts: Sequence[int], page: Page, within: tuple[str, str | None] | None = None
) -> Appearances:
    """The incidents at these places by any report; and with a country, or a province of it, those within it."""
    told = connection.execute(_THERE, (keys_of(facts),)).fetchall()
    if within is not None:
        country, admin1 = within
        cells = [country, admin1] if admin1 else [country]
        query = "SELECT key, 'place' FROM incidents WHERE country = ?" + (" AND admin1 = ?" if admin1 else "")
        told = list(dict.fromkeys([*told, *connection.execute(query, cells)]))
    return _page(connection, told, page)


def _page(connection: sqlite3.Connection, told: Iterable[tuple[int, Side]], page: Page) -> Appearances:
    sides: dict[int, list[Side]] = defaultdict(list)
    for incident, side in told:
        sides[incident].append(side)
    dated = _dated(connection, sides)
    keys = [key for _, key, _ in sorted(dated, key=lambda row: (row[0] or "", row[1]), reverse=True)]
    types = Counter(kind for _, _, kind in dated)
    return Appearances(
        rows=tuple(_rows(connection, page.of(keys), sides)), total=len(keys), types=dict(types.most_common())
    )


def _dated(connection: sqlite3.Connection, asked: Collection[int]) -> list[tuple[str | None, int, str]]:
    """Time, key and type of each. Of a good part of all incidents the index alone tells them sooner."""
    last = connection.execute("SELECT max(key) FROM incidents").fetchone()[0] or 0
    if len(asked) * MANY > last:
        rows = connection.execute("SELECT dated, key, type FROM incidents INDEXED BY incidents_dated")
        return [row for row in rows if row[1] in asked]
    query = f"SELECT coalesce(earliest, first), key, type FROM incidents WHERE key IN {KEYS}"
    return connection.execute(query, (keys_of(list(asked)),)).fetchall()


def _rows(connection: sqlite3.Connection, keys: Sequence[int], sides: dict[int, list[Side]]) -> Iterable[Appearance]:
    shown = keys_of(keys)
    harm: dict[int, dict[str, Any]] = defaultdict(dict)
    for incident, effect, low, high in connection.execute(_HARM, (shown,)):
        harm[incident] |= {f"{effect}_low": low, f"{effect}_high": high}
    columns = Appearance.__struct_fields__
    found = {
        key: Appearance(incident=name, sides=tuple(sorted(sides[key])), **_named(columns, cells), **harm[key])
        for key, name, *cells in connection.execute(_ROWS, (shown,))
    }
    return (found[key] for key in keys)


def _named(columns: Sequence[str], cells: Sequence[Any]) -> dict[str, Any]:
    """The cells by the names of the columns behind the incident and its sides."""
    return dict(zip(columns[2:], cells, strict=False))
