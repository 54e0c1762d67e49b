"""An older desk made one of this version: a copy first, then all of it or nothing."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from dateline.desk.storage import opening
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import plainly
from dateline.errors import DeskDamaged, NewerDesk, NotADesk

_PAIRS = """INSERT INTO judgement_pairs (judgement, "left", "right")
SELECT key, min("left", "right"), max("left", "right") FROM judgements WHERE "right" IS NOT NULL AND "right" != "left";
"""
"""What people decided of two facts before there was anything to merge."""


def to_version_2(connection: sqlite3.Connection) -> None:
    """Tables for what several articles tell together; the articles that are there wait for `dateline merge`."""
    run_script(connection, opening.merged())
    run_script(connection, _PAIRS)


Script = str | Callable[[sqlite3.Connection], None]
"""SQL statements, each on lines of its own, or a function. It runs in a transaction and must not end it."""
SCRIPTS: dict[int, Script] = {1: to_version_2}
"""By schema version: what makes a desk of the next version of it. Views need none; they are made anew."""


def upgrade(path: Path) -> Path | None:
    """Brings an older desk to the schema of this version; gives the copy of the older one that lies beside it now.

    None where there is nothing to do. When anything goes wrong the desk is as it was, without a copy. Raises
    NoSuchDesk, NotADesk, NewerDesk, DeskBusy, DeskFull, DeskReadOnly or DeskDamaged.
    """
    copy = None
    with plainly(path):
        connection = _opened(path)
        try:
            with transaction(connection):  # nobody else writes from here on
                version = _version(connection, path)
                if version != opening.VERSION:
                    copy = _copy(path, version)
                    _upgrade(connection, path, version)
        except BaseException:
            if copy is not None:
                copy.unlink(missing_ok=True)
            raise
        finally:
            connection.close()
    return copy


def run_script(connection: sqlite3.Connection, script: Script) -> None:
    """Runs a script within the transaction that is open."""
    if not isinstance(script, str):
        script(connection)
        return
    for statement in _statements(script):
        connection.execute(statement)


def _opened(path: Path) -> opening.DeskFile:
    opening.to_read(path).close()  # raises what is the matter with it
    connection = opening.connected(path, "mode=rw")
    connection.execute("PRAGMA foreign_keys = OFF")  # tables may be made anew; they are checked in the end
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != opening.APPLICATION:
        raise NotADesk(f"{path}: this file is no desk; give the file that `dateline ingest --desk` wrote")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > opening.VERSION:
        raise NewerDesk(
            f"{path}: this desk has schema {version}, this Dateline knows {opening.VERSION}; install a newer Dateline"
        )
    return version


def _copy(path: Path, version: int) -> Path:
    """The desk as it is, commits that still are in its other file included."""
    names = (Path(f"{path}.schema-{version}.backup{number or ''}") for number in count())
    copy = next(name for name in names if not name.exists())
    source, target = opening.to_read(path), sqlite3.connect(copy)
    try:
        with plainly(copy):
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    finally:
        target.close()
        source.close()
    return copy


def _upgrade(connection: sqlite3.Connection, path: Path, version: int) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.execute(f'DROP VIEW "{name}"')
    for older in range(version, opening.VERSION):
        if older not in SCRIPTS:
            raise NotADesk(f"{path}: nobody knows how to upgrade schema {older}; ingest its sources anew")
        run_script(connection, SCRIPTS[older])
    run_script(connection, opening.views())
    _refuse_loose_ends(connection, path)
    connection.execute(f"PRAGMA user_version = {opening.VERSION}")


def _refuse_loose_ends(connection: sqlite3.Connection, path: Path) -> None:
    loose = connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    if loose:
        raise DeskDamaged(
            f"{path}: rows of {loose[0][0]} refer to nothing, so it was not upgraded; "
            f"run `dateline doctor {path}` with the version that wrote it, and restore a copy"
        )


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
