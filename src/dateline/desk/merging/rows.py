"""Asking SQLite for many rows by their keys at once."""

import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

__all__ = ["KEYS", "column", "keys_cell", "pairs"]

KEYS = "(SELECT value FROM json_each(?))"
"""A set of keys, or of ids, in a statement; its cell is `keys_cell`."""


def keys_cell(keys: Iterable[int | str]) -> str:
    """The cell for `KEYS`."""
    return msgspec.json.encode(sorted(keys)).decode()


def column(connection: sqlite3.Connection, statement: str, *cells: Any) -> list[Any]:
    """The first column of all rows."""
    return [row[0] for row in connection.execute(statement, cells)]


def pairs(connection: sqlite3.Connection, statement: str, *cells: Any) -> dict[Any, Any]:
    """The first two columns of all rows, by the first one."""
    return dict(connection.execute(statement, cells).fetchall())
