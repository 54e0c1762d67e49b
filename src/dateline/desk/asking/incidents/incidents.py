"""The incidents of a desk of which every filter holds."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypedDict, Unpack, get_args

from msgspec import json

from dateline.annotation.gazetteer import Gazetteer
from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.articles.hints import hints
from dateline.desk.asking.incidents.conditions import DEADLY, TIME, Part, all_of, parts_of, table_of
from dateline.desk.asking.incidents.own_words import in_own_words
from dateline.desk.asking.question.gathered import Gathered, gathered
from dateline.desk.asking.rows import Rows
from dateline.desk.storage.transactions import snapshot
from dateline.merging.outcomes import Incident

__all__ = ["NAMES", "ORDERS", "IncidentsAsked", "incidents", "incidents_of", "none_found", "page_of"]

IncidentOrder = Literal["best", "newest", "reports", "killed"]
ORDERS: tuple[str, ...] = get_args(IncidentOrder)
RANKED = 1000
"""So many of those that words found, the ones told most, are ranked by their own words."""


class IncidentsAsked(TypedDict, total=False):
    """What may be asked of incidents beside words. None, or empty: not asked for."""

    person: str | None
    """Who takes part, in any spelling, or by a part of the name."""
    organisation: str | None
    """A body that takes part."""
    place: str | None
    """Where one of the reports has it: a name, or "Springfield, Illinois"."""
    within: str | None
    """ "50km:Osh", "30mi:40.53,72.80"."""
    country: str | None
    """A name or an ISO code, of the place that the reports together tell."""
    type: str | Sequence[str] | None
    """ "ASSAULT", "ASSAULT/beat", several in a list or with commas between."""
    since: str | date | None
    """Of the event's own time; where none is told, of the first report's day."""
    until: str | date | None
    min_killed: int | str | None
    """By all its reports."""
    status: str | None
    """Asserted or disputed (the default), denied, possible, planned, requested, historical, disputed, or any."""
    outlet: str | None
    """Who published one of the reports."""
    reports: int | str | None
    """At least so many articles."""
    independent: int | str | None
    """At least so many sources that copy no other."""
    disagreeing: str | bool | None
    """Where reports disagree: on "killed", "actor", "where" ..., or "any"."""
    limit: int | str | None
    """Incidents of a page; None for all."""
    offset: int | str | None
    order: str | None
    """best (the default where there are words), newest, reports (told most), killed (deadliest; the others are left
    out)."""
    gazetteer: Gazetteer | None
    today: date | None


NAMES = tuple(IncidentsAsked.__annotations__)


class _Page(NamedTuple):
    keys: Sequence[int]
    total: int


def incidents(
    connection: sqlite3.Connection, words: str | None = None, **asked: Unpack[IncidentsAsked]
) -> Rows[Incident]:
    """The incidents of which all of this holds, a page of 20 unless `limit` says otherwise; `total` counts them all.

    Words are those of its articles; in the order "best", incidents whose own words (title, place, parties) have them
    come first, then those that most articles tell. Each incident is as all reports together tell it, without facts that
    people judged wrong. Raises BadQuestion.
    """
    question = gathered(words, dict(asked), NAMES, ORDERS)
    with snapshot(connection):
        return page_of(connection, question, parts_of(connection, question))


def page_of(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> Rows[Incident]:
    """The same, of a question whose parts are known."""
    page = _best(connection, question, parts) if question.order == "best" else _ordered(connection, question, parts)
    told = () if page.total else none_found(connection, question, parts)
    rows = incidents_of(connection, page.keys)
    return Rows(Incident, rows, total=page.total, notes=(*question.filters.notes, *told))


def incidents_of(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Incident]:
    """The incidents of these keys, in their order."""
    rows = dict(connection.execute(f"SELECT key, value FROM incidents WHERE key IN {KEYS}", (keys_of(keys),)))
    return [json.decode(rows[key], type=Incident) for key in keys]


def _ordered(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> _Page:
    parts = [*parts, Part(DEADLY)] if question.order == "killed" else parts
    where, cells = all_of(parts)
    first = {"reports": "incidents.articles DESC, ", "killed": "incidents.killed DESC, "}.get(question.order, "")
    table, page = table_of(question, parts), _bounds(question)
    query = f"SELECT key FROM {table} {where} ORDER BY {first}{TIME} DESC, key DESC LIMIT ? OFFSET ?"
    keys = [key for (key,) in connection.execute(query, [*cells, *page])]
    return _Page(keys, _count(connection, table, where, cells))


def _best(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> _Page:
    where, cells = all_of(parts)
    limit, offset = _bounds(question)
    most = limit if limit < 0 else max(RANKED, offset + limit)
    table = table_of(question, parts)
    query = f"SELECT key FROM {table} {where} ORDER BY incidents.articles DESC, {TIME} DESC, key DESC LIMIT ?"
    keys = [key for (key,) in connection.execute(query, [*cells, most])]
    words = question.filters.words
    assert words is not None and words.query is not None
    own = in_own_words(connection, keys[:RANKED], words.query)
    ranked = [*(key for key in keys if key in own), *(key for key in keys if key not in own)]
    total = _count(connection, table, where, cells)
    return _Page(ranked[offset : None if limit < 0 else offset + limit], total)


def _count(connection: sqlite3.Connection, table: str, where: str, cells: Sequence[Any]) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table} {where}", cells).fetchone()[0])


def _bounds(question: Gathered) -> tuple[int, int]:
    """SQLite's limit, where -1 is none, and offset."""
    limit = question.filters.limit
    return -1 if limit is None else limit, question.filters.offset


def none_found(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> Iterator[str]:
    """Why nothing was found, as far as that can be told."""
    if connection.execute("SELECT 1 FROM incidents LIMIT 1").fetchone() is None:
        yield unmerged(connection, "incident")
        return
    yield from hints(connection, question.filters)
    if any(part.strict for part in parts):
        less = [part for part in parts if not part.strict]
        if many := _count(connection, table_of(question, less), *all_of(less)):
            yield without(question, many, "incident")


def unmerged(connection: sqlite3.Connection, noun: str) -> str:
    """What to say of a desk that has articles, and nothing made of several of them."""
    if connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None:
        return "the desk has no articles yet; `dateline ingest` reads some into it"
    return f"the desk has no {noun} yet; `dateline merge --desk` puts the reports that it has together"


def without(question: Gathered, many: int, noun: str) -> str:
    """How many there would be if they need not be told so well."""
    asked = [name for name in ("reports", "independent", "disagreeing") if getattr(question, name) is not None]
    named = " and ".join(filter(None, (", ".join(asked[:-1]), asked[-1])))
    return f"without {named} there {'is' if many == 1 else 'are'} {many:,} {_plural(noun) if many != 1 else noun}"


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
