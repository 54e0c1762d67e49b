"""Kept articles merged that are not merged yet, or all of them anew: stopped at any moment, it goes on where it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import msgspec
from msgspec import Struct

from dateline.desk.ingesting.runs import Tally, running, tell_run
from dateline.desk.merging.merger import Merger
from dateline.desk.merging.packing import MERGING, Packed, packed_of
from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import plainly
from dateline.errors import DeskDamaged, NotInDesk
from dateline.settings import Settings

MOST_PENDING = 64
"""Articles of one commit, at most."""
MOST_SECONDS = 2.0
"""A commit comes no later after the last one, unless one article takes longer."""

_TO_MERGE = (
    "SELECT articles.key FROM articles LEFT JOIN reports ON reports.article = articles.key "
    "WHERE ?1 OR reports.version IS NOT ?2 ORDER BY articles.key"
)
_WAITING = "SELECT count(*) FROM unsettled"


class Merging(Struct, frozen=True):
    """How far a merging has come; all of it is on the disk."""

    articles: int = 0
    """All that are to be compared, known from the start."""
    compared: int = 0
    failed: int = 0
    """Their rows are damaged: `dateline doctor` has more to say."""
    gone: int = 0
    """Taken out by somebody else meanwhile."""
    waiting: int = 0
    """Compared, and not yet in stories and incidents."""

    def plus(self, name: str) -> "Merging":
        """With one more of these."""
        return msgspec.structs.replace(self, **{name: getattr(self, name) + 1})

    @property
    def total(self) -> int:
        """Those that are done with comparing."""
        return self.compared + self.failed + self.gone


class Remerger:
    """Merges articles of a desk. Each commit is acknowledged by a call of `told`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, told: Callable[[Merging], None] | None = None
    ) -> None:
        self._path, self._connection = path, connection
        self._told = told or (lambda _: None)
        self._state = Merging()
        self._run = 0

    def __call__(self, *, all: bool = False) -> Merging:  # noqa: A002
        """Those that another version of merging or none has met, or `all`. Raises DeskError."""
        with plainly(self._path):
            keys = [key for (key,) in self._connection.execute(_TO_MERGE, (all, MERGING))]
            self._state = Merging(articles=len(keys), waiting=self._waiting())
            if keys or self._state.waiting:
                with running(self._connection, "merge", [], Settings(), lambda: None) as self._run:
                    self._compare(keys)
                    self._settle()
        return self._state

    def _compare(self, keys: list[int]) -> None:
        """First the ties of all, in the order in which they came in."""
        rest = iter(keys)
        key = next(rest, None)
        while key is not None:
            began, state = monotonic(), self._state
            with transaction(self._connection):
                merger = Merger(self._connection)
                while key is not None and state.total - self._state.total < MOST_PENDING:
                    state = state.plus(self._merge(key, merger))
                    key = next(rest, None)
                    if monotonic() - began > MOST_SECONDS:
                        break
                state = msgspec.structs.replace(state, waiting=self._waiting())
                self._acknowledge(state)
            self._state = state
            self._told(state)

    def _merge(self, key: int, merger: Merger) -> str:
        found = self._connection.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        if found is None:
            return "gone"
        try:
            packed = packed_in(self._connection, found[0])
        except (DeskDamaged, NotInDesk):
            return "failed"
        merger.leave(key)
        merger.join(key, packed)
        return "compared"

    def _settle(self) -> None:
        """Then stories and incidents."""
        while self._state.waiting:
            with transaction(self._connection):
                Merger(self._connection).settle(MOST_PENDING)
                state = msgspec.structs.replace(self._state, waiting=self._waiting())
                self._acknowledge(state)
            self._state = state
            self._told(state)

    def _waiting(self) -> int:
        return int(self._connection.execute(_WAITING).fetchone()[0])

    def _acknowledge(self, state: Merging) -> None:
        tell_run(self._connection, self._run, Tally(updated=state.compared, refused=state.failed))


def packed_in(connection: sqlite3.Connection, article: str) -> Packed:
    """What merging needs of a kept article. Raises NotInDesk and DeskDamaged."""
    return packed_of(record_of(connection, article))
