"""Desks made of stories with facts put in by hand: quick, and what is asked of them is known."""

import os
import sqlite3
from pathlib import Path

from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing
from dateline.model import Article, Block, Fact, Source, Status
from dateline.record import Record
from dateline.values import (
    Casualties,
    Charge,
    Event,
    Form,
    Mention,
    Moment,
    Organisation,
    Person,
    Place,
    Precision,
    Publication,
    Role,
    Span,
    Statement,
    Value,
)


class Story:
    """One article; each call adds a fact and gives it."""

    def __init__(self, name: str, text: str, day: str | None = "2031-04-02", outlet: str = "The Lund Post") -> None:
        source = Source(location=f"{name}.txt", media_type="text/plain", outlet=outlet)
        article = Article(id=name, source=source, text=text, blocks=(Block("paragraph", 0, len(text)),), language="en")
        self.record = Record(article)
        published = self.moment(text[:1], day).id if day else None
        self.add(Publication(published=published, outlet=outlet, headline=text.split(".")[0]), text[:1])

    def span(self, words: str) -> Span:
        at = self.record.text.index(words)
        return Span(at, at + len(words))

    def add(self, value: Value, words: str, status: Status = "asserted", said_by: Fact | None = None) -> Fact:
        by = said_by.id if said_by else None
        return self.record.add(self.record.fact(value, self.span(words), status=status, said_by=by))

    def moment(self, words: str, earliest: str, latest: str | None = None, precision: Precision = "day") -> Fact:
        return self.add(Moment(type="DATE", earliest=earliest, latest=latest or earliest, precision=precision), words)

    def mention(self, words: str, form: Form = "name") -> Mention:
        start, end = self.span(words)
        return Mention(start=start, end=end, form=form)

    def person(
        self, words: str, country: str | None = None, sector: str | None = None, form: Form = "name", **more: object
    ) -> Fact:
        mentions = (self.mention(words, form),)
        aliases = tuple(str(more["alias"]).split(", ")) if "alias" in more else ()
        value = Person(name=words, country=country, sector=sector, aliases=aliases, mentions=mentions)
        return self.add(value, words)

    def body(
        self, words: str, country: str | None = None, sector: str | None = None, form: Form = "name", **more: object
    ) -> Fact:
        mentions = (self.mention(words, form),)
        aliases = tuple(str(more["alias"]).split(", ")) if "alias" in more else ()
        value = Organisation(name=words, country=country, sector=sector, aliases=aliases, mentions=mentions)
        return self.add(value, words)

    def place(self, words: str, name: str = "", **cells: object) -> Fact:
        value = Place(name=name or words, mentions=(self.mention(words),), **cells)  # type: ignore[arg-type]
        return self.add(value, words)

    def post(self, who: Fact, title: str, body: Fact | None = None, **cells: object) -> Fact:
        value = Role(person=who.id, title=title, organisation=body.id if body else None, **cells)  # type: ignore[arg-type]
        return self.add(value, title)

    def said(self, who: Fact | None, *contents: str, **cells: object) -> Fact:
        spans = tuple(self.span(words) for words in contents)
        cells = {"manner": "direct", **cells}
        value = Statement(speaker=who.id if who else None, content=spans, **cells)  # type: ignore[arg-type]
        return self.add(value, contents[0])

    def event(
        self, kind: str, words: str, status: Status = "asserted", said_by: Fact | None = None, **cells: object
    ) -> Fact:
        cells = {name: _ids(value) for name, value in cells.items()}
        return self.add(Event(type=kind, trigger=self.span(words), **cells), words, status, said_by)  # type: ignore[arg-type]

    def harm(self, words: str, **cells: object) -> Fact:
        return self.add(Casualties(**cells), words)  # type: ignore[arg-type]

    def charge(self, words: str, **cells: object) -> Fact:
        return self.add(Charge(**cells), words)  # type: ignore[arg-type]


def _ids(value: object) -> object:
    if isinstance(value, Fact):
        return value.id
    return tuple(map(_ids, value)) if isinstance(value, tuple) else value


def shelved(path: Path, *stories: Story) -> sqlite3.Connection:
    """A desk with these stories, open to read and write."""
    connection = writing(path / "news.db", create=True)
    connection.execute(
        "INSERT INTO runs (verb, began, state, sources, settings) VALUES ('ingest', '2031-01-01', 'done', '[]', '{}')"
    )
    writer = ArticleWriter(connection, 1)
    connection.execute("BEGIN")
    for story in stories:
        assert writer.save(rows_of(story.record), os.urandom(16)) == "added"
    connection.execute("COMMIT")
    return connection
