"""Desks of made-up reports, and a way of comparing them that a test knows beforehand."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from dateline.desk.ingesting.runs import begin_run, end_run
from dateline.desk.merging import packing, ties
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.opening import writing
from dateline.desk.storage.transactions import transaction
from dateline.merging.comparing import Comparison, Ready
from dateline.merging.keys import key
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Happening, Report
from dateline.merging.ties import Tie
from dateline.model import Article, Block, Field, Source
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Casualties, Event, Mention, Moment, Person, Place, Publication, Span

KINDS = {"blast": "ASSAULT", "flood": "DISASTER", "rally": "PROTEST", "fire": "ACCIDENT"}
_TOLD = re.compile(r"(blast|flood|rally|fire)(?: in ([A-Z]\w+))?(?: kill(?:s|ed|ing) (\d+))?")
DAY = "2031-03-03"

Likeness = Callable[[Report, Happening, Report, Happening], float | None]


def record_of(
    name: str, text: str, published: str = DAY, outlet: str = "The Tornby Post", location: str = ""
) -> Record:
    """A record with an event for each blast, flood, rally and fire, its place and how many it killed."""
    head, _, rest = text.partition("\n")
    blocks = [Block("headline", 0, len(head))]
    if rest:
        blocks.append(Block("paragraph", len(head) + 1, len(text)))
    source = Source(location=f"/news/{name}", media_type="text/plain", outlet=outlet)
    fields = (Field("published", published, "row: published"),)
    record = Record(Article(id=name, source=source, text=text, blocks=tuple(blocks), language="en", fields=fields))
    day = record.add(record.fact(Moment(type="DATE", earliest=published, latest=published), field="published"))
    record.add(record.fact(Publication(published=day.id, headline=head, outlet=outlet), field="published"))
    places: dict[str, str] = {}
    for told in _TOLD.finditer(text):
        if (where := told[2]) and where not in places:
            span = Span(*told.span(2))
            value = Place(name=where, lat=57.5, lon=10.1, country="DNK", precision="exact", mentions=(_mention(span),))
            places[where] = record.add(record.fact(value, span)).id
        span = Span(*told.span(1))
        at = (places[where],) if where else ()
        event = record.add(record.fact(Event(type=KINDS[told[1]], trigger=span, where=at, when=day.id), span))
        if told[3]:
            span, number = Span(*told.span(3)), int(told[3])
            dead = Casualties(effect="killed", low=number, high=number, best=number, event=event.id)
            record.add(record.fact(dead, span))
    for found in re.finditer(r"[A-Z]\w+ (?:Quill|Vang)\b", text):
        span = Span(*found.span())
        record.add(record.fact(Person(name=found[0], mentions=(_mention(span),)), span))
    return record


def _mention(span: Span) -> Mention:
    return Mention(start=span.start, end=span.end, form="name")


def by_words(one: Report, a: Happening, other: Report, b: Happening) -> float | None:
    """One event: the same word and the same place. Certain strangers: the same word, and another place."""
    if a.triggers[0] != b.triggers[0]:
        return None
    same = {one.names[place].name for place in a.places} == {other.names[place].name for place in b.places}
    return 0.9 if same else -1.0


def by_chance(one: Report, a: Happening, other: Report, b: Happening) -> float | None:
    """A likelihood that is always the same for the same two facts, and says nothing."""
    told = "".join(sorted((a.fact, b.fact)))
    return blake2b(told.encode(), digest_size=1).digest()[0] / 255


@pytest.fixture
def likeness(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Likeness], None]]:
    """Compares by words, until it is told how else. Articles tell one story whose headlines begin with one word."""
    chosen: list[Likeness] = [by_words]

    def compare(left: Ready, right: Ready) -> Comparison:
        one, other = left.report, right.report
        if other.article < one.article:
            one, other = other, one
        first, later = sorted((one, other), key=lambda report: (report.dated or "9", report.article))
        copy = None
        if one.version == other.version:
            copy = Copy(article=later.article, of=first.article, how="exact", similarity=1.0)
        story = Tie(one.article, other.article, 0.9 if _topic(one) == _topic(other) else 0.1, "unsure")
        return Comparison(copy, story, tuple(_event_ties(chosen[0], one, other)))

    monkeypatch.setattr(ties, "compare_ready", compare)
    monkeypatch.setattr(ties, "own_ties", lambda report: [])
    monkeypatch.setattr(packing, "keys_of", _keys_of)
    yield lambda other: chosen.__setitem__(0, other)


def _topic(report: Report) -> str:
    return (report.headline or "").split(" ")[0]


def _keys_of(report: Report) -> tuple[int, ...]:
    words = {_topic(report), *(told.triggers[0] for told in report.happenings)}
    return tuple(key("test", word) for word in sorted(words))


def _event_ties(score: Likeness, one: Report, other: Report) -> Iterator[Tie]:
    for a in one.happenings:
        for b in other.happenings:
            found = score(one, a, other, b)
            if found is not None:
                yield Tie(a.fact, b.fact, max(0.0, found), "different" if found < 0 else "unsure")


def keep(path: Path, *records: Record, together: int = 1) -> Path:
    """Takes records in, so many in one commit; the desk is made where there is none."""
    with closing(writing(path, create=True)) as connection:
        run = begin_run(connection, "ingest", [], Settings())
        for start in range(0, len(records), together):
            with transaction(connection):
                writer = ArticleWriter(connection, run, later=True)
                for record in records[start : start + together]:
                    document = f"{record.article.id} {record.article.version}".encode()
                    writer.save(rows_of(record), document)
                writer.settle()
        end_run(connection, run, "done")
    return path


def told(path: Path, question: str, *cells: object) -> list[Any]:
    """What the desk answers: rows, or values where a row has one."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(question, cells).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def incidents(path: Path) -> set[frozenset[str]]:
    """The facts of each incident, as "article word": "a blast"."""
    rows = told(
        path,
        "SELECT incident, articles.id || ' ' || substr(text, start + 1, \"end\" - start) FROM incident_facts "
        "JOIN events USING (fact) JOIN articles ON articles.key = events.article",
    )
    return _groups(rows)


def stories(path: Path) -> set[frozenset[str]]:
    """The articles of each story."""
    return _groups(told(path, "SELECT story, id FROM story_articles JOIN articles ON key = article"))


def _groups(rows: list[tuple[int, str]]) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for group, member in rows:
        found.setdefault(group, set()).add(member)
    return {frozenset(members) for members in found.values()}


def assert_agreed(path: Path) -> None:
    """What is told together is made of what is there, and all of it is."""
    from dateline.desk.keeping.doctor import doctor

    found = {each.name: each for each in doctor(path)}
    for name in ("pages", "references", "merging", "merged"):
        assert found[name].state == "ok", found[name]
    for table in ("incidents", "stories"):
        assert not told(path, f"SELECT id FROM {table} WHERE json_extract(value, ?) != id", f"$.{_SINGULAR[table]}")
    mine = (
        "SELECT story FROM incidents JOIN stories ON stories.key = story WHERE json_extract(incidents.value, '$.story')"
    )
    assert not told(path, f"{mine} IS NOT stories.id")


_SINGULAR = {"incidents": "incident", "stories": "story"}


def words(*groups: str) -> set[frozenset[str]]:
    """Groups as `incidents` and `stories` give them: words("a blast, b blast", "c flood")."""
    return {frozenset(each.strip() for each in group.split(",")) for group in groups}
