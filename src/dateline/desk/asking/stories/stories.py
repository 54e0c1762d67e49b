"""The stories of a desk of which every filter holds."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, TypedDict, Unpack, get_args

from msgspec import json
from msgspec.structs import replace

from dateline.annotation.gazetteer import Gazetteer
from dateline.desk.asking.articles.conditions import KEYS, conditions, keys_of
from dateline.desk.asking.articles.hints import hints
from dateline.desk.asking.incidents.conditions import Part, all_of
from dateline.desk.asking.incidents.incidents import unmerged, without
from dateline.desk.asking.question.filters import ANY
from dateline.desk.asking.question.gathered import Gathered, gathered
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.who.names import named
from dateline.desk.storage.transactions import snapshot
from dateline.merging.outcomes import Story

__all__ = ["ORDERS", "StoriesAsked", "stories"]

StoryOrder = Literal["best", "newest", "reports"]
ORDERS: tuple[str, ...] = get_args(StoryOrder)
_HOLDS = "stories.key IN (SELECT story FROM story_articles WHERE article IN ({articles}))"


class StoriesAsked(TypedDict, total=False):
    """What may be asked of stories beside words. None, or empty: not asked for."""

    person: str | None
    """Who is named in one of its articles, in any spelling, or by a part of the name."""
    organisation: str | None
    """A body that is named in one of them."""
    place: str | None
    """A place that is named in one of them; with type or min_killed, of that event."""
    within: str | None
    country: str | None
    type: str | Sequence[str] | None
    """What happened, as one of its articles tells it."""
    since: str | date | None
    """Stories of which an article was published then, or later."""
    until: str | date | None
    min_killed: int | str | None
    """In one event, as one of its articles tells it."""
    said_by: str | None
    """Somebody, or a body, whose words one of them has."""
    outlet: str | None
    """Who published one of them."""
    reports: int | str | None
    """At least so many articles."""
    independent: int | str | None
    """At least so many sources that copy no other."""
    disagreeing: str | bool | None
    """Of whose events reports disagree: on "killed", "actor", "where" ..., or "any"."""
    limit: int | str | None
    offset: int | str | None
    order: str | None
    """best (the default where there are words: in how many of its articles they are), newest, reports (told most)."""
    gazetteer: Gazetteer | None
    today: date | None


NAMES = tuple(StoriesAsked.__annotations__)


def stories(connection: sqlite3.Connection, words: str | None = None, **asked: Unpack[StoriesAsked]) -> Rows[Story]:
    """The stories of which all of this holds, a page of 20 unless `limit` says otherwise; `total` counts them all.

    Each filter must hold of one of a story's articles, and not all of the same one. Times are those of publication.
    Raises BadQuestion.
    """
    question = gathered(words, dict(asked), NAMES, ORDERS)
    with snapshot(connection):
        parts = list(_parts(connection, question))
        where, cells = all_of(parts)
        total = connection.execute(f"SELECT count(*) FROM stories {where}", cells).fetchone()[0]
        found = stories_of(connection, _page(connection, question, where, cells))
        told = () if total else _nothing(connection, question, parts)
    return Rows(Story, found, total=total, notes=(*question.filters.notes, *told))


def stories_of(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Story]:
    """The stories of these keys, in their order."""
    rows = dict(connection.execute(f"SELECT key, value FROM stories WHERE key IN {KEYS}", (keys_of(keys),)))
    return [json.decode(rows[key], type=Story) for key in keys]


def _parts(connection: sqlite3.Connection, asked: Gathered) -> Iterator[Part]:
    filters = asked.filters
    if filters.since:
        yield Part("stories.last >= ?", (filters.since,))
    if filters.until:
        yield Part("stories.first <= ?", (filters.until,))
    for each in conditions(connection, replace(filters, since=None, until=None)):
        yield Part(_HOLDS.format(articles=each.articles), each.cells)
    if asked.organisation is not None:
        keys = keys_of(named(connection, asked.organisation, ("organisation",)))
        yield Part(_HOLDS.format(articles=f"SELECT article FROM organisations WHERE fact IN {KEYS}"), (keys,))
    words = filters.words
    if words is not None:
        holds = _HOLDS.format(articles="SELECT rowid FROM search WHERE search MATCH ?")
        yield Part(holds if words.query else f"NOT {holds}", (words.query or words.unwanted,))
    yield from _told(asked)


def _told(asked: Gathered) -> Iterator[Part]:
    if asked.reports is not None:
        yield Part("stories.articles >= ?", (asked.reports,), strict=True)
    if asked.independent is not None:
        both = "stories.articles >= ? AND stories.independent >= ?"
        yield Part(both, (asked.independent, asked.independent), strict=True)
    if asked.disagreeing is not None:
        about: tuple[Any, ...] = () if asked.disagreeing == ANY else (asked.disagreeing,)
        only = (
            " AND EXISTS (SELECT 1 FROM json_each(incidents.value, '$.disagreements') AS each "
            "WHERE json_extract(each.value, '$.about') = ?)"
        )
        differs = f"SELECT story FROM incidents WHERE disagreements > 0{only if about else ''}"
        yield Part(f"stories.key IN ({differs})", about, strict=True)


def _page(connection: sqlite3.Connection, question: Gathered, where: str, cells: Sequence[Any]) -> list[int]:
    filters = question.filters
    order = f"{'stories.articles DESC, ' if question.order == 'reports' else ''}stories.last DESC, stories.key DESC"
    query = f"SELECT stories.key FROM stories {where} ORDER BY {order}"
    if question.order != "best" or filters.words is None:
        bounds = [-1 if filters.limit is None else filters.limit, filters.offset]
        return [key for (key,) in connection.execute(f"{query} LIMIT ? OFFSET ?", [*cells, *bounds])]
    having = (
        "SELECT story, count(*) FROM story_articles WHERE article IN (SELECT rowid FROM search WHERE search MATCH ?)"
    )
    many = dict(connection.execute(f"{having} GROUP BY story", (filters.words.query,)))
    keys = sorted((key for (key,) in connection.execute(query, cells)), key=lambda key: -many.get(key, 0))
    return keys[filters.offset : None if filters.limit is None else filters.offset + filters.limit]


def _nothing(connection: sqlite3.Connection, question: Gathered, parts: Sequence[Part]) -> Iterator[str]:
    if connection.execute("SELECT 1 FROM stories LIMIT 1").fetchone() is None:
        yield unmerged(connection, "story")
        return
    yield from hints(connection, question.filters)
    if any(part.strict for part in parts):
        where, cells = all_of([part for part in parts if not part.strict])
        many = connection.execute(f"SELECT count(*) FROM stories {where}", cells).fetchone()[0]
        if many:
            yield without(question, many, "story")
