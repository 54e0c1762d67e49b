"""A desk as version 1 of the schema had it: its tables as they were, with the rows of a desk of today."""

import sqlite3
from pathlib import Path

from dateline.desk.storage.opening import APPLICATION

SCHEMA = Path(__file__).parent / "schema_version_1.sql"
_ROWLESS = ("search", "places_map")
"""Indexes that fill themselves from the rows of other tables."""


def as_version_1(today: Path, path: Path) -> Path:
    """The rows of a desk in a file of version 1, without what it did not know."""
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    connection.execute("ATTACH ? AS today", (str(today),))
    named = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
    for (table,) in connection.execute(named).fetchall():
        if not table.startswith(_ROWLESS):
            connection.execute(f'INSERT INTO main."{table}" SELECT * FROM today."{table}"')
    connection.commit()
    connection.execute("DETACH today")
    connection.executescript(f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = 1;")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path
