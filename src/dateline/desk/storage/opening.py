"""Opening a desk: what must hold of the file before anything is done to it, and how SQLite is set."""

import os
import sqlite3
from pathlib import Path

from dateline.desk.storage.trouble import plainly
from dateline.errors import DeskReadOnly, NewerDesk, NoSuchDesk, NotADesk, OlderDesk

APPLICATION = 0x44_54_4C_4E
""""DTLN": stands in the header of every desk, so that no other program's database is taken for one."""
VERSION = 2
"""Of the schema. A change of the schema raises it and adds a script to `upgrades.py`."""
PATIENCE = 60.0
"""Seconds that a writer waits for another one: commits take moments, but `forget` writes the whole file anew."""
_HERE = Path(__file__).parent
_NOT_SHARED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
"""What SQLite says where it cannot make the file by which readers and a writer go about together."""


class DeskFile(sqlite3.Connection):
    """A connection that knows which file it was opened on."""

    path: Path
    identity: tuple[int, int]

    def is_in_place(self) -> bool:
        """Whether its file still is where it was: neither deleted nor moved, nor another one put in its place."""
        return _identity(self.path) == self.identity


def reading(path: Path) -> DeskFile:
    """A desk to read from; any number of processes may, also while another one writes.

    Where nothing may be written, as on a read-only disk, it is read as a file that does not change. Raises NoSuchDesk,
    NotADesk, OlderDesk, NewerDesk or DeskReadOnly.
    """
    with plainly(path):
        connection = to_read(path)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA mmap_size = 268435456")
            connection.execute("PRAGMA cache_size = -16384")
            _refuse_others(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def to_read(path: Path) -> DeskFile:
    """Any SQLite file to read from, whatever its schema. Raises NoSuchDesk, NotADesk, DeskReadOnly, sqlite3.Error."""
    _refuse_missing(path)
    connection = connected(path, "mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOT_SHARED:
            raise
        return _unchanging(path)
    except BaseException:
        connection.close()
        raise
    return connection


def writing(path: Path, *, create: bool = False) -> DeskFile:
    """A desk to read from and write to; `create` makes one where nothing is, or an empty file.

    Every commit is on the disk when it returns. Raises as `reading` does.
    """
    with plainly(path):
        if create:
            _refuse_odd(path)
            if not path.parent.is_dir():
                raise NoSuchDesk(f"{path}: the folder {path.parent} does not exist; make it, or give another path")
        else:
            _refuse_missing(path)
        connection = connected(path, "mode=rwc" if create else "mode=rw")
        try:
            _set_for_writing(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
        connection.identity = _identity(path)
        return connection


def create_schema(connection: sqlite3.Connection) -> None:
    """Tables, indexes and views, in one transaction: a desk is made whole or not at all."""
    connection.executescript(
        "BEGIN IMMEDIATE;\n"
        + schema()
        + views()
        + f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    )


def schema() -> str:
    """The script that makes the tables of this version."""
    return (_HERE / "schema.sql").read_text(encoding="utf-8") + merged()


def merged() -> str:
    """The part of it that holds what several articles tell together."""
    return (_HERE / "merged.sql").read_text(encoding="utf-8")


def views() -> str:
    """The script that makes the views of this version."""
    return (_HERE / "views.sql").read_text(encoding="utf-8")


def connected(path: Path, mode: str) -> DeskFile:
    """A connection to this file, whatever it is; `mode` as in SQLite's addresses."""
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False, factory=DeskFile
    )
    connection.path, connection.identity = path.absolute(), _identity(path)
    return connection


def _identity(path: Path) -> tuple[int, int]:
    """Which file this is; zeros for none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _unchanging(path: Path) -> DeskFile:
    """A desk where no file may be made beside it. Raises DeskReadOnly where its last commits stand in another file."""
    beside = Path(f"{path.resolve()}-wal")
    if beside.exists() and beside.stat().st_size:
        raise DeskReadOnly(
            f"{path}: its last commits are in {beside.name}, and nothing may be written beside it; "
            "copy both files into a folder of your own, and open the copy"
        )
    return connected(path, "mode=ro&immutable=1")


def _set_for_writing(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    empty = _is_empty(connection)
    if empty and not create:
        raise NotADesk(f"{path}: the file is empty; `dateline ingest SOURCE --desk {path}` makes a desk of it")
    if not empty:
        _refuse_others(connection, path)
    if not os.access(path, os.W_OK) or connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise DeskReadOnly(f"{path}: it may not be written to; ask for the right, or copy the desk elsewhere")
    connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16384")  # the system keeps the rest; an ingest stays as small as it was
    connection.execute("PRAGMA journal_size_limit = 67108864")
    if empty:
        _create_once(connection)


def _create_once(connection: sqlite3.Connection) -> None:
    try:
        create_schema(connection)
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if _is_empty(connection):  # else another process made it a moment ago
            raise


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Nothing in it at all: a new file, or one of no bytes."""
    tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    return not tables and connection.execute("PRAGMA application_id").fetchone()[0] in (0, APPLICATION)


def _refuse_missing(path: Path) -> None:
    _refuse_odd(path)
    if not path.exists():
        raise NoSuchDesk(f"{path}: no desk is here; check the path, or make one: dateline ingest SOURCE --desk {path}")
    if not os.access(path, os.R_OK):
        raise DeskReadOnly(f"{path}: it may not be read; ask for the right to read the file")


def _refuse_odd(path: Path) -> None:
    """Raises for what no desk can be: a folder, a pipe, a name with a null in it, what nobody may look at."""
    if "\0" in str(path):
        raise NoSuchDesk(f"{str(path)!r}: no path has a null character in it; check the path")
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise NoSuchDesk(f"{path}: nothing can be seen here ({error.strerror}); check path and rights") from error
    if path.is_dir():
        raise NotADesk(f"{path}: this is a folder; give the file of a desk, such as {path / 'news.db'}")
    if not path.is_file():
        raise NotADesk(f"{path}: this is a pipe or a device; give the file of a desk")


def _refuse_others(connection: sqlite3.Connection, path: Path) -> None:
    """Raises NotADesk, OlderDesk or NewerDesk; the file is only read."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        empty = not path.stat().st_size
        told = "the file is empty" if empty else "this file is no desk"
        raise NotADesk(f"{path}: {told}; give the file that `dateline ingest --desk` wrote")
    if version < VERSION:
        raise OlderDesk(
            f"{path}: this desk has schema {version}, this Dateline writes {VERSION}; "
            f"run `dateline doctor {path} --upgrade`, which keeps a copy"
        )
    if version > VERSION:
        raise NewerDesk(
            f"{path}: this desk has schema {version}, this Dateline knows {VERSION}; install a newer Dateline"
        )
