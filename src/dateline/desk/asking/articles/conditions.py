"""Filters as queries: which articles a condition holds of, and by which of their facts."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import json

from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.question.filters import ANY, Filters
from dateline.desk.asking.question.within import places_within
from dateline.desk.asking.question.words import Words
from dateline.desk.asking.who.names import named

Cells = tuple[Any, ...]
KEYS = "(SELECT value FROM json_each(?))"
"""Many keys as one parameter, in JSON."""
LOOKED_UP = f"places.fact IN {KEYS}"
"""That a place is one of those that were looked up."""


class Part(NamedTuple):
    """A piece of a WHERE clause. `near` says the same, with the same parameters, where only few rows are asked."""

    sql: str
    cells: Cells = ()
    near: str | None = None


class Branch(NamedTuple):
    """The rows of a table of facts of which all parts hold."""

    table: str
    parts: tuple[Part, ...]

    @property
    def where(self) -> str:
        """The WHERE clause."""
        return " AND ".join(part.sql for part in self.parts)

    @property
    def near(self) -> str:
        """The same for few rows."""
        return " AND ".join(part.near or part.sql for part in self.parts)

    @property
    def cells(self) -> Cells:
        """Its parameters."""
        return tuple(cell for part in self.parts for cell in part.cells)


class Condition(NamedTuple):
    """What must hold of an article: `articles` gives the keys of those of which it does.

    `branches` has the facts by which it does; empty where it holds by no fact.
    """

    articles: str
    cells: Cells
    branches: tuple[Branch, ...] = ()


def conditions(connection: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """The conditions of these filters, all but their words. Names and circles are looked up at once."""
    return list(_conditions(connection, filters))


def keys_of(keys: Sequence[int]) -> str:
    """Keys as the parameter that `KEYS` takes."""
    return json.encode(keys).decode()


def own_facts(article: str) -> str:
    """For `fact BETWEEN`: the facts of an article, by its key in this column, which stand side by side."""
    return (
        f"(SELECT min(key) FROM facts WHERE facts.article = {article}) "
        f"AND (SELECT max(key) FROM facts WHERE facts.article = {article})"
    )


def having(words: Words, article: str) -> tuple[str, Cells]:
    """That an article, by its key in this column, has these words, as a piece of a WHERE clause."""
    holds = "IN" if words.query else "NOT IN"
    return f"{article} {holds} (SELECT rowid FROM search WHERE search MATCH ?)", (words.query or words.unwanted,)


def facts_of(connection: sqlite3.Connection, condition: Condition, articles: str) -> list[tuple[int, int]]:
    """Pairs of article and fact: those facts of these articles by which the condition holds.

    Goes from the articles to their facts, few as they are, whatever index would serve the condition itself.
    """
    pairs: list[tuple[int, int]] = []
    for branch in condition.branches:
        query = (
            f"SELECT {branch.table}.article, own.key FROM facts AS own CROSS JOIN {branch.table} "
            f"ON {branch.table}.fact = own.key WHERE own.article IN {KEYS} AND {branch.near}"
        )
        pairs += connection.execute(query, (articles, *branch.cells)).fetchall()
    return pairs


def _conditions(connection: sqlite3.Connection, filters: Filters) -> Iterator[Condition]:
    if filters.person is not None:
        keys = keys_of(named(connection, filters.person, ("person",)))
        yield _by(_branch("people", [Part(f"people.fact IN {KEYS}", (keys,))]))
    if filters.organisation is not None:
        keys = keys_of(named(connection, filters.organisation, ("organisation",)))
        yield _by(_branch("organisations", [Part(f"organisations.fact IN {KEYS}", (keys,))]))
    if filters.said_by is not None:
        yield _by(_said(keys_of(named(connection, filters.said_by))))
    places = _places(connection, filters)
    if filters.of_events:
        yield _by(*_happened(filters, places))
    else:
        if places:
            yield _by(_branch("places", places))
        if filters.since or filters.until:
            yield Condition(*_dated(filters))
    if filters.outlet is not None:
        yield Condition("SELECT key FROM articles WHERE outlet = ? COLLATE NOCASE", (filters.outlet,))
    if filters.has_finding is not None:
        yield _found(filters.has_finding)


def _by(*branches: Branch) -> Condition:
    """What holds by facts of any of these branches."""
    articles = [f"SELECT {each.table}.article FROM {each.table} WHERE {each.where}" for each in branches]
    return Condition(" UNION ALL ".join(articles), tuple(cell for each in branches for cell in each.cells), branches)


def _branch(table: str, parts: Sequence[Part]) -> Branch:
    """All that is in this table of which every part holds, and that nobody judged wrong."""
    return Branch(table, (*parts, Part(f"{table}.fact NOT IN ({WRONG})")))


def _said(speakers: str) -> Branch:
    """Statements of these speakers that are told as made."""
    made = "EXISTS (SELECT 1 FROM facts AS told WHERE told.key = statements.fact AND told.status = 'asserted')"
    return _branch("statements", [Part(f"statements.speaker IN {KEYS}", (speakers,)), Part(made)])


def _found(check: str) -> Condition:
    if check == ANY:
        return Condition("SELECT article FROM findings", ())
    return Condition('SELECT article FROM findings WHERE "check" = ?', (check,))


def _places(connection: sqlite3.Connection, filters: Filters) -> list[Part]:
    """What must hold of one and the same place: its key is one of those looked up, or its columns tell."""
    known = [Part("+places.country = ?", (filters.country,))] if filters.country is not None else []
    if filters.geonames is not None:
        known.append(Part("+places.geonames = ?", (filters.geonames,)))
    lists = []
    if filters.place is not None and filters.geonames is None:
        lists.append(named(connection, filters.place, ("place",)))
    if filters.within is not None:
        lists.append(places_within(connection, filters.within))
    if not lists:
        return [Part(part.sql.removeprefix("+"), part.cells) for part in known]
    keys = keys_of(sorted(set(lists[0]).intersection(*lists[1:])))
    if known:
        where, cells = _all_of([Part(f"places.fact IN {KEYS}", (keys,)), *known])
        keys = keys_of([key for (key,) in connection.execute(f"SELECT fact FROM places WHERE {where}", cells)])
    return [Part(LOOKED_UP, (keys,))]


def _dated(filters: Filters) -> tuple[str, Cells]:
    """The articles of these days."""
    where, cells = _all_of(_between("dated", "dated", filters))
    return f"SELECT key FROM articles WHERE {where}", cells


def _between(earliest: str, latest: str, filters: Filters) -> list[Part]:
    """The whole of an interval lies between the bounds."""
    parts = [Part(f"{earliest} >= ?", (filters.since,))] if filters.since else []
    return [*parts, Part(f"{latest} <= ?", (filters.until,))] if filters.until else parts


def _happened(filters: Filters, places: Sequence[Part]) -> Iterator[Branch]:
    """Events of which everything holds, and where no type is asked for, counts of people killed that have no event."""
    parts = [*_types(filters), *_standing(filters), *_when(filters)]
    if places:
        parts.append(_there(places))
    if filters.min_killed is not None:
        where, cells = _killed(filters)
        among = f"events.fact IN (SELECT event FROM casualties WHERE {where} AND casualties.event IS NOT NULL)"
        # A plus keeps SQLite from the index of that column: an event has few counts.
        few = where.replace("casualties.effect", "+casualties.effect").replace("casualties.low", "+casualties.low")
        beside = f"EXISTS (SELECT 1 FROM casualties WHERE casualties.event = events.fact AND {few})"
        parts.append(Part(among, cells, beside))
    yield _branch("events", parts)
    if filters.min_killed is not None and not filters.type and filters.status in (None, ANY):
        yield _killed_alone(filters, places)


def _there(places: Sequence[Part]) -> Part:
    """The event is at such a place. Few places are looked up once; those of a country are many, and events have few."""
    there = _branch("places", places)
    if places[0].sql == LOOKED_UP:
        at = f"SELECT event FROM event_places WHERE place IN (SELECT places.fact FROM places WHERE {there.where})"
        return Part(f"events.fact IN ({at})", there.cells)
    at = "SELECT 1 FROM event_places CROSS JOIN places ON places.fact = event_places.place"
    return Part(f"EXISTS ({at} WHERE event_places.event = events.fact AND {there.where})", there.cells)


def _types(filters: Filters) -> Iterator[Part]:
    if not filters.type:
        return
    types = tuple(dict.fromkeys(asked.type for asked in filters.type))
    yield Part(f"events.type IN ({', '.join('?' * len(types))})", types)
    if any(asked.mode for asked in filters.type):
        each = [
            Part("(events.type = ? AND instr(' ' || events.modes || ' ', ?))", (asked.type, f" {asked.mode} "))
            if asked.mode
            else Part("events.type = ?", (asked.type,))
            for asked in filters.type
        ]
        yield Part(f"({' OR '.join(part.sql for part in each)})", tuple(cell for part in each for cell in part.cells))


def _standing(filters: Filters) -> list[Part]:
    status = filters.status or "asserted"
    return [] if status == ANY else [Part("events.status = ?", (status,))]


def _when(filters: Filters) -> list[Part]:
    """The event's own time; where none is told, its article's day."""
    if not (filters.since or filters.until):
        return []
    own, cells = _all_of(_between("events.earliest", "events.latest", filters))
    articles, more = _dated(filters)
    alone = f"events.earliest IS NULL AND events.moment IS NULL AND events.article IN ({articles})"
    return [Part(f"(({own}) OR ({alone}))", cells + more)]


def _killed(filters: Filters) -> tuple[str, Cells]:
    """Counts of at least so many killed that are told as facts, or as their event is."""
    where, cells = _all_of(
        [
            Part("casualties.effect = 'killed' AND casualties.low >= ?", (filters.min_killed,)),
            Part(f"casualties.fact NOT IN ({WRONG})"),
        ]
    )
    status = filters.status or "asserted"
    if status == ANY:
        return where, cells
    told = "EXISTS (SELECT 1 FROM facts AS told WHERE told.key = casualties.fact AND told.status IN ('asserted', ?))"
    return f"{where} AND {told}", (*cells, status)


def _killed_alone(filters: Filters, places: Sequence[Part]) -> Branch:
    """Counts that belong to no event: their own time, or their article's, and the places that their article names."""
    where, cells = _killed(filters)
    parts = [Part("casualties.event IS NULL"), Part(where, cells)]
    if places:
        there = _branch("places", places)
        named_there = f"casualties.article IN (SELECT places.article FROM places WHERE {there.where})"
        parts.append(Part(named_there, there.cells))
    if filters.since or filters.until:
        own, mine = _all_of(_between("moments.earliest", "moments.latest", filters))
        articles, more = _dated(filters)
        then = f"EXISTS (SELECT 1 FROM moments WHERE moments.fact = casualties.moment AND {own})"
        alone = f"casualties.moment IS NULL AND casualties.article IN ({articles})"
        parts.append(Part(f"({then} OR ({alone}))", mine + more))
    return Branch("casualties", tuple(parts))


def _all_of(parts: Sequence[Part]) -> tuple[str, Cells]:
    return " AND ".join(part.sql for part in parts), tuple(cell for part in parts for cell in part.cells)
