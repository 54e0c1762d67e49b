"""All that a desk holds, to compare two desks by; and whether it is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.opening import reading, writing

OWN_TO_A_RUN = {"runs", "sqlite_sequence", "sqlite_stat1", "feeds"}


def contents(path: Path) -> dict[str, Any]:
    """Each article's number and whole record by its id, and how many rows each table has."""
    with closing(reading(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("search", "places_map")) and name not in OWN_TO_A_RUN
        ]
        found: dict[str, Any] = {name: count(connection, name) for name in tables}
        for article, number in connection.execute("SELECT id, number FROM articles").fetchall():
            found[f"article {article}"] = (number, record_of(connection, article).to_json())
        return found


def count(connection: sqlite3.Connection, table: str, where: str = "1") -> int:
    """How many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


def assert_sound(path: Path) -> None:
    """No page is damaged, no reference leads nowhere, and the full text is that of the articles."""
    with closing(writing(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        assert count(connection, "spans", "fact NOT IN (SELECT key FROM facts)") == 0
        assert count(connection, "name_words", "fact NOT IN (SELECT key FROM facts)") == 0


def state(path: Path) -> list[str]:
    """How each run ended, the first one first."""
    with closing(reading(path)) as connection:
        return [row[0] for row in connection.execute("SELECT state FROM runs ORDER BY key")]
