"""Filters of incidents as queries."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.limits import LARGEST
from dateline.desk.asking.question.filters import ANY, Filters
from dateline.desk.asking.question.gathered import DISPUTED, Gathered
from dateline.desk.asking.question.within import places_within
from dateline.desk.asking.who.names import NameKind, known_as, named

TIME = "incidents.dated"
"""The time that incidents are sorted by: their own, else when they were first reported."""
DEADLY = "incidents.killed > 0"
"""That somebody was killed; so it stands in the index, which SQLite takes only where it is asked for like this."""
_END = "incidents.ended"
MANY = 2000
"""So many incidents that were looked up are sooner found by going through an index than one by one."""


class Part(NamedTuple):
    """A piece of a WHERE clause. `strict` ones say how well an incident must be told, not what it is."""

    sql: str
    cells: tuple[Any, ...] = ()
    strict: bool = False
    many: int | None = None
    """How many incidents it leaves, where they were looked up."""


def parts_of(connection: sqlite3.Connection, asked: Gathered) -> list[Part]:
    """What must hold of an incident. Words, names, outlets and circles are looked up at once, and but once a page."""
    filters = asked.filters
    found = [*_kind(connection, filters, asked.status), *_time(filters), *_harm(filters), *_told(asked)]
    for name, kinds in ((filters.person, ("person",)), (asked.organisation, ("organisation",))):
        if name is not None:
            found.append(_taking_part(connection, name, kinds))  # type: ignore[arg-type]
    found += _places(connection, filters)
    if filters.outlet is not None:
        articles = "SELECT key FROM articles WHERE outlet = ? COLLATE NOCASE"
        found.append(_looked_up(_in_articles(connection, articles, filters.outlet)))
    if filters.words is not None:
        having = "SELECT rowid FROM search WHERE search MATCH ?"
        keys = _in_articles(connection, having, filters.words.query or filters.words.unwanted)
        found.append(_looked_up(keys) if filters.words.query else _left_out(keys))
    return found


def table_of(asked: Gathered, parts: Sequence[Part]) -> str:
    """`incidents` for a FROM clause, with the index that answers soonest; SQLite chooses where none is named.

    A row lies beside its value, so that reading many rows costs far more than going through an index that has all.
    """
    filters = asked.filters
    if any(part.sql.startswith(DEADLY) for part in parts):
        return "incidents INDEXED BY incidents_killed"  # elsewhere it is worked out from the value
    looked_up = [part.many for part in parts if part.many is not None]
    if not looked_up or min(looked_up) <= MANY:
        return "incidents"
    lacking = filters.type or filters.country or filters.geonames or filters.since or filters.until
    told_most = asked.order in ("best", "reports") and not lacking
    return f"incidents INDEXED BY {'incidents_articles' if told_most else 'incidents_dated'}"


def _in_articles(connection: sqlite3.Connection, articles: str, *cells: Any) -> list[int]:
    """The incidents of which one of the articles tells that this query gives the keys of."""
    return _telling(connection, f"SELECT fact FROM events WHERE article IN ({articles})", *cells)


def _telling(connection: sqlite3.Connection, facts: str, *cells: Any) -> list[int]:
    """The incidents of which one of these facts tells."""
    query = f"SELECT DISTINCT incident FROM incident_facts WHERE fact IN ({facts})"
    return [key for (key,) in connection.execute(query, cells)]


def _looked_up(keys: Sequence[int]) -> Part:
    return Part(f"incidents.key IN {KEYS}", (keys_of(keys),), many=len(keys))


def _left_out(keys: Sequence[int]) -> Part:
    return Part(f"incidents.key NOT IN {KEYS}", (keys_of(keys),), many=LARGEST)


def all_of(parts: Sequence[Part]) -> tuple[str, list[Any]]:
    """A WHERE clause, with the word, and its parameters; empty where nothing is asked."""
    where = " AND ".join(part.sql for part in parts)
    return (f"WHERE {where}" if where else ""), [cell for part in parts for cell in part.cells]


def _kind(connection: sqlite3.Connection, filters: Filters, status: str | None) -> Iterator[Part]:
    if status is None:
        yield Part("incidents.status IN ('asserted', ?)", (DISPUTED,))
    elif status != ANY:
        yield Part("incidents.status = ?", (status,))
    if filters.type:
        types = tuple(dict.fromkeys(each.type for each in filters.type))
        yield Part(f"incidents.type IN ({', '.join('?' * len(types))})", types)
    if any(each.mode for each in filters.type):
        yield _modes(connection, filters)


def _modes(connection: sqlite3.Connection, filters: Filters) -> Part:
    """That one of its tellings has such a mode, where one is asked for."""
    alone = tuple(each.type for each in filters.type if not each.mode)
    told = [(each.type, f" {each.mode} ") for each in filters.type if each.mode]
    mode = "events.type = ? AND instr(' ' || events.modes || ' ', ?)"
    facts = " UNION ALL ".join(f"SELECT fact FROM events WHERE {mode}" for _ in told)
    found = _looked_up(_telling(connection, facts, *(cell for each in told for cell in each)))
    if not alone:
        return found
    return Part(f"(incidents.type IN ({', '.join('?' * len(alone))}) OR {found.sql})", (*alone, *found.cells))


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
    return _looked_up(_telling(connection, facts, keys))


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
        own = {key for (key,) in connection.execute(known, (ids,))}
        yield _looked_up(sorted(own.union(_telling(connection, _at(), keys))))
    if filters.within is not None:
        near = keys_of(places_within(connection, filters.within))
        yield _looked_up(_telling(connection, _at(), near))


def _at() -> str:
    """The events at these places."""
    return f"SELECT event FROM event_places WHERE place IN {KEYS} AND place NOT IN ({WRONG})"
