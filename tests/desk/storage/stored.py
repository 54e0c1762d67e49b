"""Desks of a few words, a work that reads without a model, and processes with fewer rights."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

import dateline
from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.saving.rows import ArticleRows, rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing
from dateline.desk.storage.transactions import transaction
from dateline.errors import DeskError
from dateline.model import Article, Block, Page, Source
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Person, Span
from dateline.workers import Pool

NOBODY = 65534


def record_of(name: str, text: str) -> Record:
    """A record with one person: the first word."""
    source = Source(location=f"/news/{name}", media_type="text/plain")
    record = Record(Article(id=name, source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)))
    span = Span(0, len(text.split()[0]))
    record.add(record.fact(Person(name=text.split()[0], mentions=()), span))
    return record


def stored(path: Path, *names: str) -> Path:
    """A desk with these articles, closed."""
    connection = writing(path, create=True)
    run = begin_run(connection, "ingest", [], Settings())
    with transaction(connection):
        for name in names:
            ArticleWriter(connection, run).save(rows_of(record_of(name, f"Quill of {name}")), name.encode())
    end_run(connection, run, "done")
    connection.close()
    return path


def pages_of(*names: str, size: int = 0) -> Iterator[Page]:
    """Documents, each of so many characters."""
    for name in names:
        text = f"Quill of {name}. " + "".join(f"{name}x{i} " for i in range(size // 8))
        yield Page(id=name, location=f"/news/{name}", media_type="text/plain", content=text)


class ReadPlainly(Struct, frozen=True):
    """Stands for the work of an ingest."""

    desk: Path

    def __call__(self, batch: Sequence[Page], settings: Settings) -> Iterator[list[ArticleRows]]:
        for page in batch:
            yield [rows_of(record_of(page.id, page.content))]


def ids(path: Path) -> list[str]:
    """The articles of a desk, as any program sees them."""
    connection = sqlite3.connect(path)
    found = [name for (name,) in connection.execute("SELECT id FROM articles ORDER BY key")]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    return found


def in_process(deeds: str, path: Path, *, size: int | None = None) -> list[str]:
    """What deeds below printed, a line each, done in a process of its own without a superuser's rights.

    `size` is the most bytes that it may write into a file.
    """
    command = [sys.executable, __file__, deeds, str(path), str(size or 0)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert not done.returncode and not done.stderr, done.stderr
    return done.stdout.splitlines()


def _read(path: Path) -> None:
    with dateline.open(path) as desk:
        print(len(desk), desk.record("a").text)


def _write(path: Path) -> None:
    writing(path).close()


def _ingest(path: Path) -> None:
    from dateline.desk.ingesting import ingest

    ingest.MOST_PENDING = 2
    connection = writing(path)
    told: list[Any] = []
    try:
        names = [f"story{i}" for i in range(40)]
        with Pool(Settings(batch=4), 1, ReadPlainly(path)) as pool:
            run = ingest.Ingest(path, connection, Settings(), pool=pool, told=told.append)  # type: ignore[arg-type]
            run("ingest", [], pages_of(*names, size=20_000))
    finally:
        print(told[-1].added if told else 0)
        connection.close()


def _act(deeds: str, path: str, size: str) -> None:
    os.umask(0o022)
    if int(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
    elif not os.geteuid():
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    for deed in deeds.split():
        try:
            {"read": _read, "write": _write, "ingest": _ingest}[deed](Path(path))
        except DeskError as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    import stored as importable  # so that a work is found by worker processes

    importable._act(*sys.argv[1:])
