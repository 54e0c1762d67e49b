"""Articles that were taken out of a desk for good."""

import sqlite3

_FORGOTTEN = (
    "SELECT 1 FROM forgotten WHERE id = ?1 "
    "OR EXISTS (SELECT 1 FROM json_each(forgotten.versions) AS each WHERE each.value = ?2) LIMIT 1"
)


def is_forgotten(connection: sqlite3.Connection, article: str, version: str) -> bool:
    """Whether an article of this id, or with this text, was taken out and stays out."""
    return connection.execute(_FORGOTTEN, (article, version)).fetchone() is not None
