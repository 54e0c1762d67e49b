"""Kept articles read anew, by the steps of this version, in place: stopped at any moment, it goes on where it was."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from time import monotonic

import msgspec
from msgspec import Struct

from dateline.desk.ingesting.runs import Tally, running, tell_run
from dateline.desk.name_words import name_words
from dateline.desk.saving.restoring import record_of
from dateline.desk.saving.rows import ArticleRows, rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import reading
from dateline.desk.storage.transactions import snapshot, transaction
from dateline.desk.storage.trouble import plainly
from dateline.model import Page, Refused
from dateline.record import MadeBy, Record
from dateline.settings import Settings
from dateline.values import KINDS, Organisation, Person, Place
from dateline.workers import outcomes

MOST_PENDING = 64
"""Articles of one commit, at most."""
MOST_SECONDS = 2.0
"""An article that was read waits no longer for its commit, unless the next one takes longer."""

_TO_READ = "SELECT key FROM articles WHERE ?1 OR maker IS NOT ?2 ORDER BY key"
_TEXT = "SELECT id, text FROM articles WHERE key = ?"
_KEPT = "SELECT key, digest, maker, run FROM articles WHERE id = ?"
_NAMED = "SELECT key, kind, value FROM facts WHERE article = ? AND kind IN ('person', 'organisation', 'place')"
_WORD = "SELECT 1 FROM name_words WHERE word = ? AND fact = ?"

Kept = tuple[bytes, int, int]
"""Which reading of an article: digest, maker and run."""


class Rereading(Struct, frozen=True):
    """How far a rereading has come; all of it is on the disk."""

    articles: int = 0
    """All that are to be read anew, known from the start."""
    reread: int = 0
    """Read otherwise than before."""
    unchanged: int = 0
    """Read just as before."""
    failed: int = 0
    """What was known of them stays; they are tried again the next time."""
    gone: int = 0
    """Changed, read anew or taken out by somebody else meanwhile."""

    def plus(self, name: str) -> "Rereading":
        """With one more of these."""
        return msgspec.structs.replace(self, **{name: getattr(self, name) + 1})

    @property
    def total(self) -> int:
        """Those that are done."""
        return self.reread + self.unchanged + self.failed + self.gone


class Reread(Struct, frozen=True):
    """An article read anew; without rows where nothing is told otherwise than before."""

    id: str
    kept: Kept
    """The reading that this one comes after; it holds only where that one is still kept."""
    made_by: MadeBy
    rows: ArticleRows | None


class ReadAnew(Struct, frozen=True):
    """The work of a worker process: articles of a desk through the steps of this version. A page stands for each."""

    desk: Path

    def __call__(self, batch: Sequence[Page], settings: Settings) -> Iterator[Reread | None]:
        """For each page its article, read anew; None where it is there no more. Without pages it loads the models."""
        from dateline.reader import read_articles, read_by_page

        if not batch:
            list(read_by_page((), settings))
            return
        connection = _connection(self.desk)
        found = [_before(connection, page.id) for page in batch]
        records = read_articles([before.record.article for before in found if before], settings)
        for before in found:
            yield None if before is None else before.compared(next(records))


class Rereader:
    """Reads articles of a desk anew and keeps what is told now. Each commit is acknowledged by a call of `told`."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        settings: Settings,
        *,
        workers: int = 1,
        told: Callable[[Rereading], None] | None = None,
        failed: Callable[[Refused], None] | None = None,
    ) -> None:
        self._path, self._connection, self._settings, self._workers = path, connection, settings, workers
        self._told = told or (lambda _: None)
        self._failed = failed or (lambda _: None)
        self._pending: list[Reread | Refused | None] = []
        self._tally = Rereading()
        self._flushed = monotonic()
        self._run = 0

    def __call__(self, *, all: bool = False) -> Rereading:  # noqa: A002
        """Those that another version or other settings have read, or `all`. Raises DeskError."""
        with plainly(self._path):
            keys = self._keys(all)
            self._tally = Rereading(articles=len(keys))
            if not keys:
                return self._tally
            with running(self._connection, "reread", [], self._settings, self._flush) as self._run:
                self._read(keys)
        return self._tally

    def _keys(self, all: bool) -> list[int]:  # noqa: A002
        from dateline.reader import made_by_now

        now = maker_of(self._connection, made_by_now(self._settings))
        return [key for (key,) in self._connection.execute(_TO_READ, (all, now))]

    def _read(self, keys: list[int]) -> None:
        with closing(outcomes(self._pages(keys), self._settings, self._workers, ReadAnew(self._path))) as done:
            for _, outcome in done:
                self._pending.append(outcome)
                if len(self._pending) >= MOST_PENDING or monotonic() - self._flushed > MOST_SECONDS:
                    self._flush()
        self._flush()

    def _pages(self, keys: list[int]) -> Iterator[Page]:
        """A page for each article, with its text: how long a text is tells how long it may take."""
        for key in keys:
            found = self._connection.execute(_TEXT, (key,)).fetchone()
            if found is not None:
                name, text = found
                yield Page(id=name, location=name, media_type="text/plain", content=text)

    def _flush(self) -> None:
        """One transaction: it is on the disk whole, or nothing of it is."""
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        tally = self._tally
        with transaction(self._connection):
            writer = ArticleWriter(self._connection, self._run, later=True)
            for each in pending:
                tally = tally.plus("failed" if isinstance(each, Refused) else self._keep(each, writer))
            writer.settle()
            counts = Tally(updated=tally.reread, known=tally.unchanged, refused=tally.failed)
            tell_run(self._connection, self._run, counts)
        self._tally, self._flushed = tally, monotonic()
        for each in pending:
            if isinstance(each, Refused):
                self._failed(each)
        self._told(tally)

    def _keep(self, read: Reread | None, writer: ArticleWriter) -> str:
        key = None if read is None else _still_kept(self._connection, read)
        if read is None or key is None:
            return "gone"
        if read.rows is None:
            writer.renew(key, read.made_by)
            return "unchanged"
        writer.replace(read.rows, key)
        return "reread"


def maker_of(connection: sqlite3.Connection, made_by: MadeBy) -> int | None:
    """The key of this maker; None where it has read nothing in this desk."""
    steps = msgspec.json.encode(made_by.steps).decode()
    found = connection.execute(
        "SELECT key FROM makers WHERE dateline = ? AND steps = ? AND model = ?",
        (made_by.dateline, steps, made_by.model),
    ).fetchone()
    return None if found is None else int(found[0])


def _still_kept(connection: sqlite3.Connection, read: Reread) -> int | None:
    """The key of the article, where its last reading is the one that this began with."""
    found = connection.execute(_KEPT, (read.id,)).fetchone()
    return int(found[0]) if found is not None and tuple(found[1:]) == read.kept else None


class _Before(Struct, frozen=True):
    """An article as it is kept, before it is read anew."""

    record: Record
    kept: Kept
    is_indexed: bool
    """Whether its names are found by the words of this version."""

    def compared(self, now: Record) -> Reread:
        same = self.is_indexed and now.facts == self.record.facts and now.findings == self.record.findings
        return Reread(self.record.article.id, self.kept, now.made_by, None if same else rows_of(now))


def _before(connection: sqlite3.Connection, article: str) -> _Before | None:
    with snapshot(connection):
        found = connection.execute(_KEPT, (article,)).fetchone()
        if found is None:
            return None
        key, *kept = found
        return _Before(record_of(connection, article), tuple(kept), _is_indexed(connection, key))


def _is_indexed(connection: sqlite3.Connection, article: int) -> bool:
    for fact, kind, packed in connection.execute(_NAMED, (article,)).fetchall():
        value = msgspec.json.decode(packed, type=KINDS[kind])
        assert isinstance(value, Person | Organisation | Place)
        if not all(connection.execute(_WORD, (word, fact)).fetchone() for word in name_words(value)):
            return False
    return True


@cache
def _connection(desk: Path) -> sqlite3.Connection:
    """One a process, for as long as it lives."""
    return reading(desk)
