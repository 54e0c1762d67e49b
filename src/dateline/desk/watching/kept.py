"""What a watch remembers, in the tables `feeds` and `watched_items` of a desk."""

import sqlite3
from collections.abc import Iterable

from msgspec import structs

from dateline.desk.storage.transactions import transaction
from dateline.desk.watching.states import FeedState, Met


class DeskKeeper:
    """Keeps states by a connection that may write; each call is a commit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def load(self, address: str) -> FeedState | None:
        """What was saved of a feed or folder; None where it is new."""
        columns = ", ".join(FeedState.__struct_fields__)
        row = self._connection.execute(f"SELECT {columns} FROM feeds WHERE address = ?", (address,)).fetchone()
        return None if row is None else FeedState(**dict(zip(FeedState.__struct_fields__, row, strict=True)))

    def save(self, state: FeedState) -> None:
        """Keeps a state in the place of the one before."""
        cells = structs.asdict(state)
        names, marks = ", ".join(cells), ", ".join(f":{name}" for name in cells)
        with transaction(self._connection):
            self._connection.execute(f"INSERT OR REPLACE INTO feeds ({names}) VALUES ({marks})", cells)

    def known(self, address: str, met: Met) -> bool:
        """Whether this item of this feed or folder was remembered with this very digest."""
        find = "SELECT 1 FROM watched_items WHERE address = ? AND item = ? AND digest = ?"
        return self._connection.execute(find, (address, met.item, met.digest)).fetchone() is not None

    def remember(self, address: str, met: Iterable[Met]) -> None:
        """Keeps the digests of items, each in the place of the one before."""
        rows = [(address, each.item, each.digest) for each in met]
        with transaction(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO watched_items VALUES (?, ?, ?)", rows)
