"""Which articles of a desk are copies of which, and to which source each goes back."""

import sqlite3
from collections.abc import Collection, Iterable

import msgspec

from dateline.desk.merging.rows import KEYS, column, keys_cell, pairs
from dateline.merging.outcomes import Copy

__all__ = ["copies_among", "originals", "recopied"]

_KEYS = KEYS.replace("?", "?1")
_TOLD = (
    f'SELECT copy FROM story_ties WHERE copy IS NOT NULL AND "left" IN {_KEYS} '
    f'UNION SELECT copy FROM story_ties WHERE copy IS NOT NULL AND "right" IN {_KEYS}'
)
_AMONG = f'SELECT copy FROM story_ties WHERE copy IS NOT NULL AND "left" IN {_KEYS} AND "right" IN {_KEYS}'
_KEPT = (
    f"SELECT article, (SELECT id FROM articles WHERE key = of), how, similarity, replaces FROM copies "
    f"WHERE article IN {KEYS}"
)
_ARTICLES = f"SELECT id, key FROM articles WHERE id IN {KEYS}"
_DATED = f"SELECT id, coalesce(dated, '9') FROM articles WHERE id IN {KEYS}"
_CHAINS = f"""WITH RECURSIVE chain (article, depth) AS (
    SELECT value, 0 FROM {KEYS} UNION
    SELECT copies.of, depth + 1 FROM chain JOIN copies ON copies.article = chain.article WHERE depth < 20)
SELECT DISTINCT article FROM chain"""
_DECODER = msgspec.json.Decoder(Copy)


def copies_among(connection: sqlite3.Connection, articles: Collection[int]) -> list[Copy]:
    """All pairs of copies among these articles."""
    return [_DECODER.decode(told) for told in column(connection, _AMONG, keys_cell(articles))]


def recopied(connection: sqlite3.Connection, articles: Collection[int]) -> set[int]:
    """Brings the table of copies up to what was compared; gives the articles that are copies otherwise than before."""
    cell = keys_cell(articles)
    told = [_DECODER.decode(each) for each in column(connection, _TOLD, cell)]
    keys = pairs(connection, _ARTICLES, keys_cell({end for each in told for end in (each.article, each.of)}))
    touched = {*articles, *keys.values()}
    cell = keys_cell(touched)
    told = [_DECODER.decode(each) for each in column(connection, _TOLD, cell)] if len(touched) > len(articles) else told
    ends = {end for each in told for end in (each.article, each.of)}
    keys = pairs(connection, _ARTICLES, keys_cell(ends))
    chosen = {keys[each.article]: each for each in _chosen(told, pairs(connection, _DATED, keys_cell(ends)))}
    now = {article: (each.of, each.how, each.similarity, each.replaces) for article, each in chosen.items()}
    kept = {row[0]: tuple(row[1:]) for row in connection.execute(_KEPT, (cell,))}
    changed = {article for article in touched if now.get(article) != kept.get(article)}
    connection.executemany("DELETE FROM copies WHERE article = ?", [(article,) for article in changed])
    rows = [(article, keys[chosen[article].of], *now[article][1:]) for article in changed if article in now]
    connection.executemany("INSERT INTO copies VALUES (?, ?, ?, ?, ?)", rows)
    return changed


def _chosen(copies: Iterable[Copy], dated: dict[str, str]) -> list[Copy]:
    """Of each article the copy that is most alike; of several the one of the article that came first."""
    found: dict[str, Copy] = {}
    for each in sorted(copies, key=lambda copy: (-copy.similarity, dated[copy.of], copy.of)):
        found.setdefault(each.article, each)
    return list(found.values())


def originals(connection: sqlite3.Connection, articles: Collection[int]) -> set[int]:
    """These articles and those that they copy, to the first one."""
    return set(column(connection, _CHAINS, keys_cell(articles)))
