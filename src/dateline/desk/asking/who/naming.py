"""What facts are called that other facts refer to."""

import sqlite3
from collections.abc import Iterable

from msgspec import json

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.values import Statement

_NAMES = " UNION ALL ".join(
    f"SELECT fact, name FROM {table} WHERE fact IN {KEYS.replace('?', ':keys')}"
    for table in ("people", "organisations", "places")
)
_SOURCES = f"""
SELECT statements.fact, statements.speaker, facts.value, articles.text FROM statements
JOIN facts ON facts.key = statements.fact JOIN articles ON articles.key = statements.article
WHERE statements.fact IN {KEYS}
"""


def names_of(connection: sqlite3.Connection, facts: Iterable[int | None]) -> dict[int, str]:
    """The names of these people, organisations and places, by their keys."""
    keys = keys_of(sorted({fact for fact in facts if fact is not None}))
    return dict(connection.execute(_NAMES, {"keys": keys}))


def sources_of(connection: sqlite3.Connection, statements: Iterable[int | None]) -> dict[int, str]:
    """Who makes these statements: a name, else the words that tell it ("a senior official"), else "somebody"."""
    keys = keys_of(sorted({statement for statement in statements if statement is not None}))
    rows = connection.execute(_SOURCES, (keys,)).fetchall()
    names = names_of(connection, (speaker for _, speaker, _, _ in rows))
    return {
        fact: names.get(speaker) or source_words(json.decode(value, type=Statement), text) or "somebody"
        for fact, speaker, value, text in rows
    }


def source_words(statement: Statement, text: str) -> str | None:
    """The words that name the source of a statement."""
    span = statement.speaker_span
    return " ".join(text[span.start : span.end].split()) if span else None
