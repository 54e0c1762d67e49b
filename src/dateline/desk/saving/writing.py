"""The one who writes articles into a desk: each whole or not at all, and never twice."""

import sqlite3
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from dateline.desk.saving.forgotten import is_forgotten
from dateline.desk.saving.removing import remove_facts
from dateline.desk.saving.restoring import record_of
from dateline.desk.saving.rows import ArticleRows
from dateline.desk.saving.tables import TABLES, Cells, Reference
from dateline.record import MadeBy

Outcome = Literal["added", "updated", "known", "forgotten"]
_OF_KINDS = {table.name for table in TABLES.values()}
"""Tables with the article's key behind the fact's."""


def now() -> str:
    """This moment, as a desk writes moments down."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class ArticleWriter:
    """Writes within a transaction that its caller begins and commits.

    `run` is the key of a row in `runs`; every article that is written belongs to it. With `later` the caller calls
    `settle` before the commit: for many articles that is quicker than to settle each.
    """

    def __init__(self, connection: sqlite3.Connection, run: int, *, later: bool = False) -> None:
        self._connection = connection
        self._run = run
        self._later = later
        from dateline.desk.merging.merger import Merger  # whoever only asks a desk need not load it

        self._merger = Merger(connection)

    def settle(self) -> None:
        """Puts what was written into stories and incidents."""
        self._merger.settle()

    def save(self, rows: ArticleRows, document: bytes) -> Outcome:
        """Keeps an article that was read from this document, in the place of an earlier version of it.

        What was forgotten stays out, and what is there already is left as it is.
        """
        if is_forgotten(self._connection, rows.id, rows.version):
            return "forgotten"
        found = self._one("SELECT key, digest, version, number FROM articles WHERE id = ?", rows.id)
        if found is None:
            self._add_version(rows, self._next("articles"), 1, document)
            return "added"
        key, digest, version, number = found
        if digest == rows.digest:
            return "known"
        if version == rows.version:  # the same words with something else told about them
            self.replace(rows, key)
            return "updated"
        self._put_aside(rows.id, key, number)
        self._merger.leave(key)
        remove_facts(self._connection, key)
        self._add_version(rows, key, number + 1, document)
        return "updated"

    def replace(self, rows: ArticleRows, key: int) -> None:
        """The facts of a new reading in the place of the last one's; the version is the same."""
        number = self._one("SELECT number FROM articles WHERE key = ?", key)
        self._merger.leave(key)
        remove_facts(self._connection, key)
        self._put(rows, key, number[0] if number else 1)

    def renew(self, key: int, made_by: MadeBy) -> None:
        """Writes down that an article was read anew, and just the same was found."""
        cells = (self._maker(made_by), self._run, now(), key)
        self._execute("UPDATE articles SET maker = ?, run = ?, read = ? WHERE key = ?", *cells)

    def _put_aside(self, article: str, key: int, number: int) -> None:
        """Packs the record of the version that is current until now."""
        record = zlib.compress(record_of(self._connection, article).to_json(), 9)
        self._execute("UPDATE versions SET record = ? WHERE article = ? AND number = ?", record, key, number)

    def _add_version(self, rows: ArticleRows, key: int, number: int, document: bytes) -> None:
        self._put(rows, key, number)
        self._execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, NULL)", key, number, rows.version, document, now())

    def _put(self, rows: ArticleRows, key: int, number: int) -> None:
        self._put_article(rows, key, number)
        first = self._next("facts")
        facts = [(place + first, name, key, *_keyed(cells, first)) for place, (name, *cells) in enumerate(rows.facts)]
        self._many("facts", facts)
        for table, many in rows.tables.items():
            own = (key,) if table in _OF_KINDS else ()
            self._many(table, [_keyed((cells[0], *own, *cells[1:]), first) for cells in many])
        self._many("blocks", [(key, *cells) for cells in rows.blocks])
        self._many("findings", [(None, key, *cells) for cells in rows.findings])
        self._merger.join(key, rows.packed)
        if not self._later:
            self.settle()

    def _put_article(self, rows: ArticleRows, key: int, number: int) -> None:
        cells: dict[str, Any] = {"key": key, "id": rows.id, "version": rows.version, "number": number}
        cells |= {"digest": rows.digest, "maker": self._maker(rows.made_by), "run": self._run, "read": now()}
        cells |= rows.article
        renewed = ", ".join(f"{name} = excluded.{name}" for name in cells if name not in ("key", "id"))
        self._connection.execute(
            f"INSERT INTO articles ({', '.join(cells)}) VALUES ({', '.join(f':{name}' for name in cells)}) "
            f"ON CONFLICT (key) DO UPDATE SET {renewed}",
            cells,
        )

    def _maker(self, made_by: MadeBy) -> int:
        steps = msgspec.json.encode(made_by.steps).decode()
        self._execute("INSERT OR IGNORE INTO makers VALUES (NULL, ?, ?, ?)", made_by.dateline, steps, made_by.model)
        find = "SELECT key FROM makers WHERE dateline = ? AND steps = ? AND model = ?"
        found = self._one(find, made_by.dateline, steps, made_by.model)
        assert found
        return int(found[0])

    def _next(self, table: str) -> int:
        found = self._one(f"SELECT max(key) FROM {table}")
        return (found[0] or 0) + 1 if found else 1

    def _one(self, statement: str, *cells: Any) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._connection.execute(statement, cells).fetchone()
        return found

    def _execute(self, statement: str, *cells: Any) -> None:
        self._connection.execute(statement, cells)

    def _many(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _keyed(cells: Iterable[Any], first: int) -> Cells:
    """The cells with keys in the place of references; `first` is the key of the record's first fact."""
    return tuple(cell.place + first if isinstance(cell, Reference) else cell for cell in cells)
