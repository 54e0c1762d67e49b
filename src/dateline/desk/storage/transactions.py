"""A transaction of the one who writes, and a moment of the desk for those who read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.desk.storage.opening import DeskFile
from dateline.errors import NoSuchDesk


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside, or nothing of it. Waits for another writer, as long as the connection was told to.

    Raises NoSuchDesk where the file was deleted or moved since it was opened: what is written would be lost.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")  # inside, since Ctrl-C may come as soon as it has begun
        yield
        if isinstance(connection, DeskFile) and not connection.is_in_place():
            raise NoSuchDesk(
                f"{connection.path}: the desk was deleted or moved while it was open; put it back, or make another, "
                "then run the same again"
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment, whoever writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
