"""A desk's file, held open: by one connection to read and, where something is written, one to write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.opening import DeskFile, reading, writing
from dateline.desk.storage.transactions import snapshot
from dateline.desk.storage.trouble import plainly
from dateline.record import Record


class Opened:
    """A desk as a file: how it is opened and let go, and which articles are in it."""

    def __init__(self, path: str | PathLike[str], *, create: bool = False) -> None:
        self.path = Path(path)
        self._reader: DeskFile | None = None
        self._writer: sqlite3.Connection | None = None
        if create:
            self._writer = writing(self.path, create=True)
        try:
            self._reader = reading(self.path)
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._reader = self._writer = None

    def in_place(self) -> bool:
        """Whether its file still is where it was: neither deleted nor moved, nor another one put in its place."""
        return self._reader is not None and self._reader.is_in_place()

    @property
    def reader(self) -> sqlite3.Connection:
        """The connection to read by; it cannot write."""
        if self._reader is None:
            self._reader = reading(self.path)
        return self._reader

    @property
    def writer(self) -> sqlite3.Connection:
        """The connection to write by, opened on first use. Raises DeskReadOnly."""
        if self._writer is None:
            self._writer = writing(self.path)
        return self._writer

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is asked inside is answered of one moment, whoever writes meanwhile. Raises DeskError."""
        with plainly(self.path), snapshot(self.reader):
            yield

    def __len__(self) -> int:
        """How many articles are in it."""
        with plainly(self.path):
            return int(self.reader.execute("SELECT count(*) FROM articles").fetchone()[0])

    def __contains__(self, article: object) -> bool:
        """Whether it has an article of this id."""
        with plainly(self.path), suppress(UnicodeEncodeError):  # half a character is in no id
            return self.reader.execute("SELECT 1 FROM articles WHERE id = ?", (str(article),)).fetchone() is not None
        return False

    def record(self, article: str, version: int | None = None) -> Record:
        """The record of an article, as it was read; of an earlier version by its number. Raises NotInDesk."""
        with plainly(self.path):
            return record_of(self.reader, article, version)
