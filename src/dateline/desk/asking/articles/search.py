"""The search: articles of a desk of which every filter holds."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.desk.asking.articles.conditions import KEYS, Condition, conditions, having, keys_of
from dateline.desk.asking.articles.hints import hints
from dateline.desk.asking.articles.hits import Hit, hits_of
from dateline.desk.asking.question.filters import Filters
from dateline.desk.asking.question.words import Words
from dateline.desk.asking.rows import Rows
from dateline.desk.storage.transactions import snapshot

RANKED = 2000
"""Of so many matches, those that came into the desk last, the best come first; older ones follow, newest first."""
_RANK = "bm25(search, 4.0, 1.0)"
"""A word in the headline counts four times."""


class _Page(NamedTuple):
    keys: Sequence[int]
    total: int
    scores: Mapping[int, float]


def search(connection: sqlite3.Connection, filters: Filters) -> Rows[Hit]:
    """The articles of which all of these hold, one page of them; `total` counts them all.

    In the order "newest" by day; in the order "best" by how well the words fit. Words that more than 2,000 articles
    have say little: then the 2,000 that came in last are ranked, and the others stand behind them without a score, the
    last that came in first. Beginnings of words that more have are not ranked at all. What people judged wrong is not
    found.
    """
    with snapshot(connection):
        asked = conditions(connection, filters)
        page = _best(connection, filters, asked) if filters.order == "best" else _newest(connection, filters, asked)
        hits = hits_of(connection, page.keys, page.scores, filters, asked)
        told = () if page.total else hints(connection, filters)
    return Rows(Hit, hits, total=page.total, notes=(*filters.notes, *told))


def _newest(connection: sqlite3.Connection, filters: Filters, asked: Sequence[Condition]) -> _Page:
    where = [f"key IN ({condition.articles})" for condition in asked]
    cells = [cell for condition in asked for cell in condition.cells]
    if filters.words is not None:
        worded, sought = having(filters.words, "key")
        where, cells = [*where, worded], [*cells, *sought]
    only = f" WHERE {' AND '.join(where)}" if where else ""
    # Through the index, as an article's row lies beside its text.
    query = f"SELECT key FROM articles INDEXED BY articles_dated{only} ORDER BY dated DESC, key DESC"
    keys = [key for (key,) in connection.execute(query, cells)]
    return _Page(keys[_slice(filters)], len(keys), {})


def _best(connection: sqlite3.Connection, filters: Filters, asked: Sequence[Condition]) -> _Page:
    assert filters.words is not None and filters.words.query is not None
    query = filters.words.query
    if not asked and not filters.words.begins and (plain := _best_of_many(connection, query, filters)) is not None:
        return plain
    where = "".join(f" AND +rowid IN ({condition.articles})" for condition in asked)
    cells = [cell for condition in asked for cell in condition.cells]
    found = connection.execute(f"SELECT rowid FROM search WHERE search MATCH ?{where}", (query, *cells)).fetchall()
    keys = [key for (key,) in reversed(found)]
    ordered, scores = best_first(connection, filters.words, keys)
    return _Page(ordered[_slice(filters)], len(keys), scores)


def best_first(connection: sqlite3.Connection, words: Words, keys: Sequence[int]) -> tuple[list[int], dict[int, float]]:
    """Articles that have these words, the last that came in first, put in the order "best"; with their scores."""
    assert words.query is not None
    ranked = [] if words.begins and len(keys) > RANKED else keys[:RANKED]
    only = f" AND +rowid IN {KEYS}"
    scores = _scores(connection, words.query, ranked[-1], only, keys_of(ranked)) if ranked else {}
    return [*_by_score(scores), *keys[len(ranked) :]], scores


def _best_of_many(connection: sqlite3.Connection, query: str, filters: Filters) -> _Page | None:
    """The page of words alone, without a look at all that match; None where it shows what is not ranked."""
    if filters.limit is None or filters.offset + filters.limit > RANKED:
        return None
    total = connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query,)).fetchone()[0]
    last = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    floor = connection.execute(last, (query, RANKED - 1)).fetchone() if total > RANKED else None
    scores = _scores(connection, query, floor[0] if floor else 0)
    return _Page(_by_score(scores)[_slice(filters)], total, scores)


def _scores(connection: sqlite3.Connection, query: str, floor: int, only: str = "", *cells: str) -> dict[int, float]:
    rank = f"SELECT rowid, -{_RANK} FROM search WHERE search MATCH ? AND rowid >= ?{only}"
    return dict(connection.execute(rank, (query, floor, *cells)))


def _by_score(scores: Mapping[int, float]) -> list[int]:
    return sorted(scores, key=lambda key: (-scores[key], -key))


def _slice(filters: Filters) -> slice:
    return slice(filters.offset, None if filters.limit is None else filters.offset + filters.limit)
