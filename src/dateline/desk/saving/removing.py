"""What rests on an article, taken out of a desk."""

import sqlite3

import msgspec

from dateline.desk.name_words import name_words
from dateline.values import KINDS, Organisation, Person, Place

_NAMED = "SELECT key, kind, value FROM facts WHERE article = ? AND kind IN ('person', 'organisation', 'place')"
_OTHER_WORDS = "DELETE FROM name_words WHERE fact IN (SELECT key FROM facts WHERE article = ?)"


def remove_facts(connection: sqlite3.Connection, article: int) -> None:
    """Facts, findings and blocks of an article's current version, within the caller's transaction."""
    words = []
    for fact, kind, packed in connection.execute(_NAMED, (article,)).fetchall():
        value = msgspec.json.decode(packed, type=KINDS[kind])
        assert isinstance(value, Person | Organisation | Place)
        words += [(word, fact) for word in name_words(value)]
    removed = connection.executemany("DELETE FROM name_words WHERE word = ? AND fact = ?", words).rowcount
    if removed != len(words):  # names were folded by other rules when they were kept; this is slow, but finds them
        connection.execute(_OTHER_WORDS, (article,))
    for table in ("facts", "findings", "blocks"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def remove_article(connection: sqlite3.Connection, article: int) -> None:
    """An article with all its versions, within the caller's transaction."""
    remove_facts(connection, article)
    connection.execute("DELETE FROM articles WHERE key = ?", (article,))
