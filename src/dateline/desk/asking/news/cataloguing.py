"""How a catalogue comes about: from the one before, by a look at what has changed in the desk since."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from msgspec.structs import replace

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.news.catalogue import Catalogue, Events, Killed
from dateline.desk.asking.news.columns import Column, Mask, Numbers, numbers
from dateline.desk.storage.transactions import snapshot

_ARTICLES = "SELECT key, dated FROM articles INDEXED BY articles_dated ORDER BY dated, key"
_TOUCHED = "SELECT DISTINCT article FROM facts WHERE key >= ?"
_TOLD = """
SELECT key, id, status, value FROM facts WHERE article = (SELECT article FROM facts WHERE key = ?) ORDER BY key
"""
_RANGES = f"SELECT min(key), max(key) FROM facts WHERE article IN {KEYS} GROUP BY article ORDER BY 1"
_OF_FACTS = f"SELECT DISTINCT article FROM facts WHERE key IN {KEYS}"
_NOT_WRONG = f"NOT IN {KEYS.replace('?', ':wrong')}"
_OUTLETS = f"SELECT key, outlet FROM articles WHERE key IN {KEYS} AND outlet IS NOT NULL"
_FINDINGS = f'SELECT DISTINCT article, "check" FROM findings WHERE article IN {KEYS}'
_NAMED = """
SELECT DISTINCT {table}.article, identity FROM {table} CROSS JOIN identity_facts ON identity_facts.fact = {table}.fact
WHERE {table}.fact BETWEEN :first AND :last AND (name <> lower(name) OR unicode(name) > 127) AND {table}.fact {right}
"""
_PEOPLE = _NAMED.format(table="people", right=_NOT_WRONG)
_ORGANISATIONS = _NAMED.format(table="organisations", right=_NOT_WRONG)
_COUNTRIES = f"""
SELECT DISTINCT article, country FROM places
WHERE fact BETWEEN :first AND :last AND country IS NOT NULL AND fact {_NOT_WRONG}
"""
_EVENTS = f"""
SELECT DISTINCT events.fact, events.article, type, events.status, places.country FROM events
LEFT JOIN event_places ON event_places.event = events.fact
LEFT JOIN places ON places.fact = event_places.place AND places.fact {_NOT_WRONG}
WHERE events.fact BETWEEN :first AND :last AND events.fact {_NOT_WRONG}
"""
_KILLED = f"""
SELECT coalesce(event, 0), casualties.article, low, told.status FROM casualties
CROSS JOIN facts AS told ON told.key = casualties.fact
WHERE casualties.fact BETWEEN :first AND :last AND +effect = 'killed' AND +low > 0 AND casualties.fact {_NOT_WRONG}
"""


class _Changes(NamedTuple):
    """What a new catalogue is made of."""

    keys: Numbers
    fresh: list[int]
    """Articles whose facts are to be read."""
    ranges: list[tuple[int, int]]
    """Where these stand, as the facts of one article stand side by side."""
    wrong: frozenset[int]


def renewed(connection: sqlite3.Connection, old: Catalogue) -> Catalogue:
    """The desk as it is at this moment. What came in, what is read anew, judged or gone is looked at, nothing else.

    Whom later articles tell to be one and the same may stay apart in a catalogue: it only suggests whom to count.
    """
    with snapshot(connection):
        dated = connection.execute(_ARTICLES).fetchall()
        last = connection.execute("SELECT max(key) FROM facts").fetchone()[0] or 0
        found = _changes(connection, old, dated)
        times = _times(found.keys, dated)
        row_of = {int(key): row for row, key in enumerate(found.keys)}
        out = np.zeros(len(found.keys), np.bool_)
        out[[row_of[key] for key in found.fresh]] = True
        out[: len(old.keys)] |= old.present & ~times["present"][: len(old.keys)]
        filed = _filed(connection, old, found, row_of, out)
        lasting = {"last_fact": last, "last_told": _told_at(connection, last)}
    fresh: dict[str, Any] = {"version": old.version + 1, "keys": found.keys, "masks": {}}
    return replace(old, **fresh, **times, **filed, **lasting, wrong=found.wrong)


def _changes(connection: sqlite3.Connection, old: Catalogue, dated: Sequence[tuple[int, str | None]]) -> _Changes:
    wrong = frozenset(key for (key,) in connection.execute(WRONG))
    now = dict(dated)
    before = {int(key): moment for key, moment in zip(old.keys, old.dated, strict=True)}
    fresh = {key for key, moment in now.items() if key not in before or before[key] != moment}
    # Only where the last facts are gone others may have got their keys, and then their article tells something else.
    known = old.last_fact if _told_at(connection, old.last_fact) == old.last_told else 0
    fresh |= {key for (key,) in connection.execute(_TOUCHED, (known,))}
    judged = keys_of(list(wrong ^ old.wrong))
    fresh |= {key for (key,) in connection.execute(_OF_FACTS, (judged,))}
    keys = numbers(sorted(now.keys() | before.keys()))
    ordered = sorted(fresh & now.keys())
    return _Changes(keys, ordered, _joined(connection.execute(_RANGES, (keys_of(ordered),))), wrong)


def _told_at(connection: sqlite3.Connection, fact: int) -> int:
    """A number for what the article of this fact tells; another one when it is read anew and tells something else."""
    return hash(tuple(connection.execute(_TOLD, (fact,))))


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _times(keys: Numbers, dated: Sequence[tuple[int, str | None]]) -> dict[str, Any]:
    """When each article was, by row, and the rows in the order of time."""
    rows = np.searchsorted(keys, numbers(key for key, _ in dated))
    by_row: list[str | None] = [None] * len(keys)
    days, known = np.zeros(len(keys), np.int64), dict[str, int]()
    for row, (_, moment) in zip(rows.tolist(), dated, strict=True):
        by_row[row] = moment
        if moment:
            day = moment[:10]
            days[row] = known[day] if day in known else known.setdefault(day, _ordinal(day))
    present = np.zeros(len(keys), np.bool_)
    present[rows] = True
    moments = tuple((moment or "", key) for key, moment in dated)
    return {"dated": tuple(by_row), "days": days, "present": present, "moments": moments, "in_time": rows}


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _filed(
    connection: sqlite3.Connection, old: Catalogue, found: _Changes, row_of: dict[int, int], out: Mask
) -> dict[str, Any]:
    wrong = keys_of(list(found.wrong))

    def told(query: str) -> list[tuple[Any, ...]]:
        asked = [{"first": first, "last": last, "wrong": wrong} for first, last in found.ranges]
        return [row for each in asked for row in connection.execute(query, each)]

    def column(before: Column, rows: Sequence[tuple[Any, ...]]) -> Column:
        at = numbers(row_of[key] for key, _ in rows)
        return before.renewed(out, at, (value for _, value in rows))

    fresh = keys_of(found.fresh)
    return {
        "outlets": column(old.outlets, connection.execute(_OUTLETS, (fresh,)).fetchall()),
        "findings": column(old.findings, connection.execute(_FINDINGS, (fresh,)).fetchall()),
        "people": column(old.people, told(_PEOPLE)),
        "organisations": column(old.organisations, told(_ORGANISATIONS)),
        "countries": column(old.countries, told(_COUNTRIES)),
        "events": _events(old, told(_EVENTS), row_of, out),
        "killed": _killed(old, told(_KILLED), row_of, out),
    }


def _events(old: Catalogue, rows: Sequence[tuple[Any, ...]], row_of: dict[int, int], out: Mask) -> Events:
    facts, articles, types, statuses, countries = zip(*rows, strict=True) if rows else ((),) * 5
    codes = old.countries.of
    new = Events(
        numbers(facts),
        numbers(row_of[key] for key in articles),
        old.types.of(types),
        old.statuses.of(statuses),
        numbers(-1 if country is None else int(codes.of((country,))[0]) for country in countries),
    )
    return Events(*_put(old.events, ~out[old.events.rows], new))


def _killed(old: Catalogue, rows: Sequence[tuple[Any, ...]], row_of: dict[int, int], out: Mask) -> Killed:
    facts, articles, lows, statuses = zip(*rows, strict=True) if rows else ((),) * 4
    at = numbers(row_of[key] for key in articles)
    new = Killed(numbers(facts), at, numbers(lows), old.statuses.of(statuses))
    return Killed(*_put(old.killed, ~out[old.killed.rows], new))


def _put(before: Sequence[Numbers], stays: Mask, new: Sequence[Numbers]) -> Iterator[Numbers]:
    """Columns of what stays, with what is new."""
    return (np.concatenate([was[stays], more]) for was, more in zip(before, new, strict=True))
