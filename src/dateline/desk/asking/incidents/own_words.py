"""Which incidents have the words of a search in what they are, and not only somewhere in their articles."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, keys_of

_TABLE = "CREATE VIRTUAL TABLE search USING fts5 (headline, text, tokenize = 'porter unicode61 remove_diacritics 2')"
"""Words as the desk's own index has them, so that one query serves both."""


class _Named(Struct):
    name: str = ""


class _Own(Struct):
    """What is read of an incident."""

    title: str = ""
    where: _Named | None = None
    actors: tuple[_Named, ...] = ()
    recipients: tuple[_Named, ...] = ()


def in_own_words(connection: sqlite3.Connection, keys: Sequence[int], query: str) -> set[int]:
    """Those of these incidents in whose title, place or parties the words are; `query` is one of FTS5."""
    rows = connection.execute(f"SELECT key, value FROM incidents WHERE key IN {KEYS}", (keys_of(keys),)).fetchall()
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_TABLE)
        told = ((key, own.title, _names(own)) for key, own in ((key, json.decode(v, type=_Own)) for key, v in rows))
        memory.executemany("INSERT INTO search (rowid, headline, text) VALUES (?, ?, ?)", told)
        return {key for (key,) in memory.execute("SELECT rowid FROM search WHERE search MATCH ?", (query,))}


def _names(own: _Own) -> str:
    parties = [party.name for party in (*own.actors, *own.recipients)]
    return " \n ".join([own.where.name if own.where else "", *parties])
