"""What a desk writes down of each run, and the tally of one."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct, json, structs

from dateline.desk.saving.writing import now
from dateline.desk.storage.transactions import transaction
from dateline.settings import Settings


class Tally(Struct, frozen=True):
    """What came of a run so far, all of it on the disk."""

    added: int = 0
    updated: int = 0
    """New versions of articles, or the same text with something else told about it."""
    known: int = 0
    """Met before and not read again."""
    refused: int = 0
    forgotten: int = 0
    """Taken out at some time, and kept out."""

    def plus(self, name: str) -> "Tally":
        """With one more of these."""
        return structs.replace(self, **{name: getattr(self, name) + 1})

    @property
    def total(self) -> int:
        """Everything that was met."""
        return self.added + self.updated + self.known + self.refused + self.forgotten


@contextmanager
def running(
    connection: sqlite3.Connection, verb: str, sources: Iterable[str], settings: Settings, keep: Callable[[], object]
) -> Iterator[int]:
    """A run from its beginning to its end, whatever ends it; gives its key. After Ctrl-C `keep` keeps what was read."""
    run, state = begin_run(connection, verb, sources, settings), "failed"
    try:
        yield run
        state = "done"
    except KeyboardInterrupt:
        state = "stopped"
        raise
    finally:
        if state == "stopped":
            keep()
        try:
            end_run(connection, run, state)
        except sqlite3.Error:
            if state != "failed":  # else the first trouble is the one to tell of
                raise


def begin_run(connection: sqlite3.Connection, verb: str, sources: Iterable[str], settings: Settings) -> int:
    """A new row in `runs`; gives its key. The sources are written down too."""
    named = [_whole(source) for source in sources]
    with transaction(connection):
        found = connection.execute(
            "INSERT INTO runs (verb, began, state, process, sources, settings) VALUES (?, ?, 'running', ?, ?, ?)",
            (verb, now(), os.getpid(), _json(named), _json(_changed(settings))),
        )
        run = found.lastrowid or 0
        connection.executemany(
            "INSERT INTO sources (source, first_run, last_run) VALUES (?1, ?2, ?2) "
            "ON CONFLICT (source) DO UPDATE SET last_run = excluded.last_run",
            [(source, run) for source in named],
        )
    return run


def tell_run(connection: sqlite3.Connection, run: int, tally: Tally) -> None:
    """How far the run has come, within the transaction that brought it there."""
    connection.execute(
        "UPDATE runs SET added = ?, updated = ?, known = ?, refused = ? WHERE key = ?",
        (tally.added, tally.updated, tally.known, tally.refused, run),
    )


def end_run(connection: sqlite3.Connection, run: int, state: str) -> None:
    """When and how the run ended."""
    connection.execute("UPDATE runs SET ended = ?, state = ? WHERE key = ?", (now(), state, run))


def _changed(settings: Settings) -> dict[str, Any]:
    """The settings that are not at their defaults."""
    default = Settings()
    return {
        name: _whole(value) if isinstance(value, str) else value
        for name in settings.__struct_fields__
        if (value := getattr(settings, name)) != getattr(default, name)
    }


def _whole(words: str) -> str:
    """Names of files may have half a character in them, which no text has."""
    return words.encode("utf-8", "backslashreplace").decode()


def _json(told: object) -> str:
    return json.encode(told).decode()
