"""Desks made by hand, and works that read their articles anew without a model."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.keeping.reread import ReadAnew, Reread
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing
from dateline.desk.storage.transactions import transaction
from dateline.model import Article, Block, Page, Source
from dateline.record import MadeBy, Record
from dateline.settings import Settings
from dateline.values import Event, Mention, Moment, Person, Place, Span, Statement

FIRST = MadeBy(dateline="0.0.1", steps=("people", "events"), model="parser 1, encoder 0")
STORY = 'Marta Quill struck a guard in Tornby on Monday. "I regret it", said Quill.'
OTHER = "Odd Vang praised the choir of Hesselund. The zymurgical festival goes on."


def record_of(name: str, text: str = STORY, made_by: MadeBy = FIRST, **more: Any) -> Record:
    """A record with somebody named; a place, a moment, an event and a statement where the text has them; a crowd."""
    crowd = more.pop("crowd", 0)
    source = Source(location=more.pop("location", f"/news/{name}"), media_type="text/plain", outlet="The Tornby Post")
    blocks = (Block("paragraph", 0, len(text)),)
    record = Record(Article(id=name, source=source, text=text, blocks=blocks, language="en", **more), made_by=made_by)
    first = _span(text, " ".join(text.split()[:2]))
    person = record.add(record.fact(Person(name=text[first.start : first.end], mentions=(_mention(first),)), first))
    for number in range(crowd):  # people of names of many lengths
        span = Span(number, number + 7)
        value = Person(name=f"Olm {name} {'x' * (number * 7 % 90)}", mentions=(_mention(span),))
        record.add(record.fact(value, span))
    if "Tornby" in text:
        where = _span(text, "Tornby")
        value = Place(name="Tornby", lat=57.5, lon=10.1, precision="exact", mentions=(_mention(where),))
        place = record.add(record.fact(value, where))
        day = record.add(record.fact(Moment(type="DATE", earliest="2031-03-03"), _span(text, "Monday")))
        struck = _span(text, "struck")
        event = Event(type="ASSAULT", trigger=struck, actors=(person.id,), where=(place.id,), when=day.id)
        record.add(record.fact(event, struck))
    if "I regret it" in text:
        content = _span(text, "I regret it")
        record.add(record.fact(Statement(speaker=person.id, content=(content,), manner="direct"), content))
    record.keep(record.report("dates", "note", f"looked at {name}", first, facts=(person.id,)))
    return record


def later(record: Record) -> Record:
    """The same article as a later version reads it: one more event, and the person's fact as it was."""
    now = Record(record.article, made_by=replace(record.made_by, dateline="9.9"))
    now.fill(record.facts, record.findings)
    last = record.text.rstrip(".").split()[-1]
    span = _span(record.text, last)
    now.add(now.fact(Event(type="PROTEST", trigger=span), span, confidence=0.5))
    return now


def keep(path: Path, *records: Record, run: str = "ingest") -> None:
    """Ingests records as documents named after them: a desk is made where there is none."""
    connection = writing(path, create=True)
    number = begin_run(connection, run, [record.article.source.location for record in records], Settings())
    with transaction(connection):
        writer = ArticleWriter(connection, number)
        for record in records:
            document = f"{record.article.id} {record.article.version}".encode()
            writer.save(rows_of(record), document)
            cells = (document, record.article.source.location, number)
            connection.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?)", cells)
    end_run(connection, number, "done")
    connection.close()


def told(path: Path, question: str, *cells: object) -> list[Any]:
    """What the desk answers: rows, or values where a row has one."""
    connection = sqlite3.connect(path)
    rows = connection.execute(question, cells).fetchall()
    connection.close()
    return [row[0] if len(row) == 1 else row for row in rows]


def change(path: Path, *statements: str) -> None:
    """Does to the file what no desk would."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def bytes_of(path: Path) -> bytes:
    """The file and what SQLite keeps beside it. No connection of this process may be open."""
    files = [Path(f"{path}{ending}") for ending in ("", "-wal", "-shm")]
    return b"".join(file.read_bytes() for file in files if file.exists())


def read_later(articles: Sequence[Article], _: Settings) -> Iterator[Record]:
    """Stands for `read_articles` of a later version."""
    for article in articles:
        if "zymurgical" in article.text:
            yield record_of(article.id, article.text, replace(FIRST, dateline="9.9"), location=article.source.location)
        else:
            yield later(record_of(article.id, article.text, location=article.source.location))


class Fragile(ReadAnew, frozen=True):
    """Reads as a later version, but ends its process with one article, hangs with another and raises with a third."""

    def __call__(self, batch: Sequence[Page], settings: Settings) -> Iterator[Reread | None]:
        import dateline.reader

        dateline.reader.read_articles = read_later  # type: ignore[assignment]
        dateline.reader.read_by_page = lambda *_: iter(())  # type: ignore[assignment]
        for page in batch:
            if page.id == "ends":
                os._exit(3)
            if page.id == "hangs":
                import time

                time.sleep(600)
            if page.id == "raises":
                raise KeyError(page.id)
            yield from super().__call__([page], settings)


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _mention(span: Span) -> Mention:
    return Mention(start=span.start, end=span.end, form="name")
