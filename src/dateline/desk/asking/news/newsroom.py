"""What is kept between one page of news and the next: the catalogue of the desk, as new as it has to be."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from types import TracebackType

from dateline.desk.asking.news.catalogue import Catalogue, nothing
from dateline.desk.asking.news.cataloguing import renewed
from dateline.desk.storage.opening import reading
from dateline.desk.storage.trouble import plainly

LOOK = 1.0
"""Seconds between two looks at whether the desk has changed."""
SHARE = 20
"""So many times longer than a renewal took the next one waits: an ingest makes no reader wait for long."""


class Newsroom:
    """Watches one desk by a connection of its own, and has its catalogue; any number of threads may ask it.

    A catalogue is up to `LOOK` seconds old, and while an ingest runs as old as `SHARE` renewals take (three seconds at
    20,000 articles), if one is asked for: without questions nothing is done. Whoever comes while it is renewed gets the
    last one. What is shown of an article never is from here, and always of the moment. Raises NoSuchDesk and its like.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        with plainly(path):
            self._connection = reading(path)
        self._path, self._clock = path, clock
        self._lock = Lock()
        self._catalogue = nothing()
        self._seen: int | None = None
        """SQLite's number of the moment that the catalogue is of."""
        self._due = 0.0

    def __enter__(self) -> "Newsroom":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def catalogue(self) -> Catalogue:
        """The desk's catalogue. Raises DeskError."""
        if self._clock() < self._due:
            return self._catalogue
        if not self._lock.acquire(blocking=self._seen is None):
            return self._catalogue
        try:
            if self._clock() >= self._due:
                self._renew()
            return self._catalogue
        finally:
            self._lock.release()

    def is_behind(self) -> bool:
        """Whether the desk has changed since the catalogue that `catalogue` gave last. Raises DeskError."""
        with self._lock, plainly(self._path):
            return not self._connection.is_in_place() or self._version() != self._seen

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _renew(self) -> None:
        with plainly(self._path):
            if not self._connection.is_in_place():
                self._connection.close()
                self._connection, self._catalogue, self._seen = reading(self._path), nothing(), None
            now = self._version()
            began = self._clock()
            if now != self._seen:
                self._catalogue, self._seen = renewed(self._connection, self._catalogue), now
            done = self._clock()
        self._due = done + max(LOOK, SHARE * (done - began) if self._catalogue.version > 1 else LOOK)
