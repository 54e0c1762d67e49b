"""Filters of incidents as queries."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.question.filters import ANY, Filters
from dateline.desk.asking.question.gathered import DISPUTED, Gathered
from dateline.desk.asking.question.within import places_within
from dateline.desk.asking.who.names import NameKind, known_as, named

TIME = "incidents.dated"
"""The time that incidents are sorted by: their own, else when they were first reported."""
DEADLY = "incidents.killed > 0"
"""That somebody was killed; so it stands in the index, which SQLite takes only where it is asked for like this."""
_END = "incidents.ended"
_TOLD = "incidents.key IN (SELECT incident FROM incident_facts WHERE fact IN ({facts}))"


class Part(NamedTuple):
    """A piece of a WHERE clause. `strict` ones say how well an incident must be told, not what it is."""

    sql: str
    cells: tuple[Any, ...] = ()
    strict: bool = False


def parts_of(connection: sqlite3.Connection, asked: Gathered) -> list[Part]:
    """What must hold of an incident, all but the words. Names and circles are looked up at once."""
    filters = asked.filters
    found = [*_kind(filters, asked.status), *_time(filters), *_harm(filters), *_told(asked)]
    for name, kinds in ((filters.person, ("person",)), (asked.organisation, ("organisation",))):
        if name is not None:
            found.append(_taking_part(connection, name, kinds))  # type: ignore[arg-type]
    found += _places(connection, filters)
    if filters.outlet is not None:
        articles = "SELECT key FROM articles WHERE outlet = ? COLLATE NOCASE"
        found.append(Part(in_articles(articles), (filters.outlet,)))
    return found


def in_articles(articles: str) -> str:
    """That one of the articles tells of the incident which this query gives the keys of."""
    return _TOLD.format(facts=f"SELECT fact FROM events WHERE article IN ({articles})")


def all_of(parts: Sequence[Part]) -> tuple[str, list[Any]]:
    """A WHERE clause, with the word, and its parameters; empty where nothing is asked."""
    where = " AND ".join(part.sql for part in parts)
    return (f"WHERE {where}" if where else ""), [cell for part in parts for cell in part.cells]


def _kind(filters: Filters, status: str | None) -> Iterator[Part]:
    if status is None:
        yield Part("incidents.status IN ('asserted', ?)", (DISPUTED,))
    elif status != ANY:
        yield Part("incidents.status = ?", (status,))
    if filters.type:
        types = tuple(dict.fromkeys(each.type for each in filters.type))
        yield Part(f"incidents.type IN ({', '.join('?' * len(types))})", types)
    if any(each.mode for each in filters.type):
        yield _modes(filters)


def _modes(filters: Filters) -> Part:
    """That one of its tellings has such a mode, where one is asked for."""
    alone = tuple(each.type for each in filters.type if not each.mode)
    told = [(each.type, f" {each.mode} ") for each in filters.type if each.mode]
    mode = "events.type = ? AND instr(' ' || events.modes || ' ', ?)"
    facts = " UNION ALL ".join(f"SELECT fact FROM events WHERE {mode}" for _ in told)
    either = f"incidents.type IN ({', '.join('?' * len(alone))}) OR " if alone else ""
    return Part(f"({either}{_TOLD.format(facts=facts)})", (*alone, *(cell for each in told for cell in each)))


def _time(filters: Filters) -> Iterator[Part]:
    """The whole of its time lies between the bounds; where none is told, the day of the first report."""
    if filters.since:
        yield Part(f"{TIME} >= ?", (filters.since,))
    if filters.until:
        yield Part(f"{_END} <= ?", (filters.until,))
        yield Part(f"{TIME} <= ?", (filters.until,))  # by the index


def _harm(filters: Filters) -> Iterator[Part]:
    """By all reports at least so many were killed, by the best figure."""
    if filters.min_killed is not None:
        yield Part(f"{DEADLY} AND incidents.killed >= ?", (filters.min_killed,))


def _told(asked: Gathered) -> Iterator[Part]:
    if asked.reports is not None:
        yield Part("incidents.articles >= ?", (asked.reports,), strict=True)
    if asked.independent is not None:
        # As many articles at least, which have an index.
        both = "incidents.articles >= ? AND incidents.independent >= ?"
        yield Part(both, (asked.independent, asked.independent), strict=True)
    if asked.disagreeing is not None:
        yield Part("incidents.disagreements > 0", strict=True)
    if asked.disagreeing not in (None, ANY):
        each = "SELECT 1 FROM json_each(incidents.value, '$.disagreements') AS each"
        about = f"{each} WHERE json_extract(each.value, '$.about') = ?"
        yield Part(f"EXISTS ({about})", (asked.disagreeing,), strict=True)


def _taking_part(connection: sqlite3.Connection, name: str, kinds: tuple[NameKind, ...]) -> Part:
    """Who acts, or is acted upon, in one of its tellings, or is counted among those harmed."""
    keys = keys_of(named(connection, name, kinds))
    facts = (
        f"SELECT event FROM event_parties WHERE party IN (SELECT value FROM json_each(?) WHERE value NOT IN ({WRONG}))"
    )
    return Part(_TOLD.format(facts=facts), (keys,))


def _places(connection: sqlite3.Connection, filters: Filters) -> Iterator[Part]:
    """Where it was: the country by all its reports, a name or a circle by any of them."""
    if filters.country is not None:
        yield Part("incidents.country = ?", (filters.country,))
    if filters.geonames is not None:
        yield Part("incidents.geonames = ?", (filters.geonames,))
    elif filters.place is not None:
        keys = keys_of(named(connection, filters.place, ("place",)))
        ids = keys_of(known_as(filters.place))
        known = f"SELECT key FROM incidents WHERE geonames IN {KEYS} AND geonames IS NOT NULL"
        told = f"SELECT incident FROM incident_facts WHERE fact IN ({_at()})"
        yield Part(f"incidents.key IN ({known} UNION ALL {told})", (ids, keys))
    if filters.within is not None:
        near = keys_of(places_within(connection, filters.within))
        yield Part(_TOLD.format(facts=_at()), (near,))


def _at() -> str:
    """The events at these places."""
    return f"SELECT event FROM event_places WHERE place IN {KEYS} AND place NOT IN ({WRONG})"
