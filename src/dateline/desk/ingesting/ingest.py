"""One ingest: from sources to commits, in the order of the sources, so that it may be stopped at any moment."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.ingesting.met import Memory, Met, document_digest, named
from dateline.desk.ingesting.runs import Tally, running, tell_run
from dateline.desk.ingesting.work import Found, reading_pool
from dateline.desk.saving.rows import ArticleRows
from dateline.desk.saving.writing import ArticleWriter, now
from dateline.desk.storage.transactions import transaction
from dateline.desk.storage.trouble import plainly
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.workers import Pool

MOST_PENDING = 64
"""Documents of one commit, at most."""
MOST_SECONDS = 0.5
"""A document that was read waits no longer for its commit, unless the next one takes longer."""


class Done(Struct, frozen=True):
    """A document, or a place where there was none, and what came of it."""

    name: str
    location: str
    digest: bytes | None
    found: list[Found]


class Ingest:
    """Reads what is new in sources and keeps it, once. Each commit is acknowledged by a call of `told`.

    It has `workers` processes of its own, or those of a `pool` that outlives it.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        settings: Settings,
        *,
        workers: int = 1,
        pool: Pool[list[Found]] | None = None,
        retry: bool = False,
        told: Callable[[Tally], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        self._path, self._connection, self._settings = path, connection, settings
        self._pool, self._workers = pool, workers
        self._retry = retry
        self._told = told or (lambda _: None)
        self._refused = refused or (lambda _: None)
        self._memory = Memory(connection)
        self._pending: list[Done] = []
        self._tally = Tally()
        self._known = 0
        self._taken: set[bytes] = set()
        """Documents that are being read, or wait for their commit: the same bytes may stand twice in the sources."""
        self._flushed = monotonic()
        self._run = 0
        self._left = settings.limit
        """How many documents may still be read; None for all."""
        self._own = {path.name + end: (path.parent / (path.name + end)).resolve() for end in ("", "-wal", "-shm")}

    def __call__(self, verb: str, sources: Iterable[str], pages: Iterable[Page | Refused]) -> Tally:
        """All pages, or as many as there are before Ctrl-C; what was read by then is kept. Raises DeskError."""
        with self.running(verb, sources):
            return self.take(pages)

    @contextmanager
    def running(self, verb: str, sources: Iterable[str]) -> Iterator[None]:
        """One run, in which pages may be taken several times. Raises DeskError."""
        with plainly(self._path), running(self._connection, verb, sources, self._settings, self._flush) as self._run:
            yield

    def take(self, pages: Iterable[Page | Refused]) -> Tally:
        """Reads what is new among these pages and keeps it; gives what came of the run so far."""
        with nullcontext(self._pool) if self._pool else reading_pool(self._path, self._settings, self._workers) as pool:
            for page, outcome in pool.outcomes(self._new(pages), idle=self._flush_waiting):
                found: list[Found] = [outcome] if isinstance(outcome, Refused) else outcome
                self._add(Done(page.id, page.location, document_digest(page), found))
        self._flush()
        return self._tally

    def _new(self, pages: Iterable[Page | Refused]) -> Iterator[Page]:
        """The pages that nobody has read yet; what could not be had is taken down on the way."""
        for page in pages:
            if self._left == 0:
                return
            if self._is_own(page.location):
                continue
            if isinstance(page, Refused):
                self._add(Done(page.location, page.location, None, [page]))
            elif self._is_met(digest := document_digest(page)):
                self._known += 1
                self._flush_if_due()
            else:
                self._taken.add(digest)
                self._left = None if self._left is None else self._left - 1
                yield named(page)

    def _is_own(self, location: str) -> bool:
        """Whether this is the desk itself, which lies in a folder that is read."""
        name = location.rpartition("/")[2]
        return name.startswith(self._path.name) and name in self._own and Path(location).resolve() in self._own.values()

    def _is_met(self, document: bytes) -> bool:
        if document in self._taken:
            return True
        return self._memory.has_read(document) or (not self._retry and self._memory.has_refused(document))

    def _add(self, done: Done) -> None:
        self._pending.append(done)
        self._flush_if_due()

    def _flush_if_due(self) -> None:
        if len(self._pending) >= MOST_PENDING or monotonic() - self._flushed > MOST_SECONDS:
            self._flush()

    def _flush_waiting(self) -> None:
        """While a document takes long, those before it wait for nothing."""
        if self._pending:
            self._flush()

    def _flush(self) -> None:
        """One transaction: it is on the disk whole, or nothing of it is, and then it still waits."""
        pending = self._pending
        tally = replace(self._tally, known=self._tally.known + self._known)
        with transaction(self._connection):
            writer = ArticleWriter(self._connection, self._run, later=True)
            for done in pending:
                tally = self._keep(done, writer, tally)
            writer.settle()
            tell_run(self._connection, self._run, tally)
        self._tally, self._pending, self._known, self._flushed = tally, [], 0, monotonic()
        self._taken.difference_update(done.digest for done in pending if done.digest)
        for each in (each for done in pending for each in done.found if isinstance(each, Refused)):
            self._refused(each)
        self._told(tally)

    def _keep(self, done: Done, writer: ArticleWriter, tally: Tally) -> Tally:
        if done.digest and self._memory.has_read(done.digest):  # by another process, meanwhile
            return tally.plus("known")
        refused = bool(done.found) and all(isinstance(each, Refused) for each in done.found)
        if not refused:
            self._drop_refusals(done)
        for each in done.found:
            if isinstance(each, Refused):
                name = done.name if len(done.found) == 1 else each.location
                self._keep_refusal(name, each, done.digest if refused else None)
                tally = tally.plus("refused")
            elif isinstance(each, ArticleRows):
                tally = tally.plus(writer.save(each, done.digest or b""))
            else:
                tally = tally.plus("forgotten" if each.forgotten else "known")
        if self._is_settled(done.found):
            self._execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?)", done.digest, done.location, self._run)
        return tally

    def _drop_refusals(self, done: Done) -> None:
        """What is read now was refused by its name once, or by its place: the story of an item by its address."""
        read = [each for each in done.found if isinstance(each, ArticleRows)]
        names = {done.name, done.location, *(each.id for each in read), *(each.article["location"] for each in read)}
        self._connection.executemany("DELETE FROM refusals WHERE name = ?", [(name,) for name in names])

    def _is_settled(self, found: list[Found]) -> bool:
        """Whether a document need not be looked at again, while its bytes are the same.

        It must where nothing of it was read, where what was met in it has changed meanwhile, and where all of it was
        forgotten, and may come in again one day.
        """
        met = [each for each in found if isinstance(each, Met)]
        read = [each for each in found if not isinstance(each, Refused)]
        if met and len(met) == len(found) and all(each.forgotten for each in met):
            return False
        return bool(read or not found) and all(self._memory.holds(each) for each in met)

    def _keep_refusal(self, name: str, refused: Refused, digest: bytes | None) -> None:
        self._execute(
            "INSERT OR REPLACE INTO refusals (name, location, stage, reason, digest, run, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            name,
            refused.location,
            refused.stage,
            refused.reason,
            digest,
            self._run,
            now(),
        )

    def _execute(self, statement: str, *cells: Any) -> None:
        self._connection.execute(statement, cells)
