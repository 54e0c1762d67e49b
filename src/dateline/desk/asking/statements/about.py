"""Which statements are about some words."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from dateline.desk.asking.question.words import Words

_TABLE = "CREATE VIRTUAL TABLE said USING fts5 (headline, words, tokenize = 'porter unicode61 remove_diacritics 2')"
"""The same tokens as in a desk's own search."""


def about(wanted: Words, said: Iterable[tuple[int, str | None, str]]) -> set[int]:
    """Keys of those, of key, headline and words, that have the words, as a search would find them."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_TABLE)
        memory.executemany("INSERT INTO said (rowid, headline, words) VALUES (?, ?, ?)", said)
        return {row[0] for row in memory.execute("SELECT rowid FROM said WHERE said MATCH ?", (wanted.query,))}
