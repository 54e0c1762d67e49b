"""Desks held open for those who read at the same time, and the state that the file is in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from dateline.desk import Desk
from dateline.desk.asking.news.newsroom import Newsroom
from dateline.desk.storage.opening import DeskFile, reading
from dateline.desk.storage.trouble import plainly
from dateline.errors import BadQuestion, NotInDesk


class Desks:
    """Open desks on one file. One that was lent is nobody else's until it is given back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._free: LifoQueue[Desk] = LifoQueue()
        self._lock = Lock()
        self._watching: DeskFile | None = None
        self._state = (0, 0)
        self._newsroom: Newsroom | None = None

    @contextmanager
    def lent(self) -> Iterator[Desk]:
        """A desk to read from. Raises DeskError."""
        desk = self._taken()
        try:
            yield desk
        except (BadQuestion, NotInDesk):
            self._free.put(desk)  # the question was wrong, not the desk
            raise
        except BaseException:
            desk.close()  # whatever went wrong: the next one begins anew
            raise
        self._free.put(desk)

    def state(self) -> tuple[int, int]:
        """Changes whenever somebody else has committed to the file, or another file is in its place. Raises DeskError.

        The first number counts files, the second is SQLite's `data_version`, asked on one connection of its own.
        """
        with self._lock, plainly(self.path):
            if self._watching is None or not self._watching.is_in_place():
                self._close_watching()
                self._watching = reading(self.path)
                self._state = (self._state[0] + 1, 0)
            changes = self._watching.execute("PRAGMA data_version").fetchone()[0]
            self._state = (self._state[0], int(changes))
            return self._state

    def newsroom(self) -> Newsroom:
        """What all pages of news share. Raises DeskError."""
        with self._lock:
            if self._newsroom is None:
                self._newsroom = Newsroom(self.path)
            return self._newsroom

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._close_watching()
            if self._newsroom is not None:
                self._newsroom.close()
                self._newsroom = None
        while True:
            try:
                self._free.get_nowait().close()
            except Empty:
                return

    def _taken(self) -> Desk:
        while True:
            try:
                desk = self._free.get_nowait()
            except Empty:
                return Desk(self.path)
            if desk.in_place():
                return desk
            desk.close()

    def _close_watching(self) -> None:
        if self._watching is not None:
            self._watching.close()
            self._watching = None
