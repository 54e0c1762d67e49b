"""What no column of SQLite holds: numbers beyond 64 bits, halves of characters."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import dateline
from dateline.desk import Desk
from dateline.desk.ingesting.runs import begin_run
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.tables import LARGEST
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.transactions import transaction
from dateline.errors import BadQuestion, NotInDesk
from dateline.model import Article, Source
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Casualties, Span

HALF = "\udce9"
"""What Python makes of a byte that is no UTF-8, in an argument or the name of a file."""


def story(count: int = 1, name: str = "a", location: str = "row#1", outlet: str | None = None) -> Record:
    source = Source(location=location, media_type="text/plain", outlet=outlet)
    record = Record(Article(id=name, source=source, text="Countless people were killed.", blocks=()))
    value = Casualties(effect="killed", low=count, high=count, best=count)
    record.add(record.fact(value, Span(0, 9)))
    return record


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(dateline.open(tmp_path / "news.db", create=True)) as opened:
        yield opened


def keep(desk: Desk, record: Record) -> None:
    run = begin_run(desk.writer, "ingest", [], Settings())
    with transaction(desk.writer):
        ArticleWriter(desk.writer, run).save(rows_of(record), b"document")


@pytest.mark.parametrize("count", [LARGEST, LARGEST + 1, 10**40])
def test_counts_of_any_size_are_kept(desk: Desk, count: int) -> None:
    keep(desk, story(count))
    assert desk.record("a").facts == story(count).facts
    assert desk.reader.execute("SELECT low, high, best FROM casualties").fetchall() == [(LARGEST,) * 3]
    assert [hit.id for hit in desk.search(min_killed=1000)] == ["a"]


@pytest.mark.parametrize("cells", [{"name": HALF}, {"location": HALF}, {"outlet": HALF}])
def test_half_a_character_costs_the_reading_of_its_article_alone(cells: dict[str, str]) -> None:
    with pytest.raises(UnicodeEncodeError):
        rows_of(story(**cells))  # type: ignore[arg-type]


def test_a_run_may_be_told_of_names_with_half_a_character(desk: Desk) -> None:
    begin_run(desk.writer, "ingest", [f"caf{HALF}.txt"], Settings(desk=f"{HALF}.db"))
    told = desk.reader.execute("SELECT sources, settings FROM runs").fetchall()
    assert told == [(r'["caf\\udce9.txt"]', r'{"desk":"\\udce9.db"}')]
    assert desk.reader.execute("SELECT source FROM sources").fetchall() == [(r"caf\udce9.txt",)]


def test_questions_with_half_a_character_are_told_so(desk: Desk) -> None:
    assert HALF not in desk
    told = pytest.raises(BadQuestion, match="half of a character")
    for name in ("place", "said_by", "outlet", "has_finding", "country"):
        with told:
            desk.search(**{name: f"Lund {HALF}"})  # type: ignore[misc]
    for ask in (desk.timeline, desk.statements, desk.record, desk.forget, desk.remember):
        with told:
            ask(f"Lund {HALF}")
    with told:
        desk.people(sector=HALF)


@pytest.mark.parametrize("version", [2, 10**30, -(10**30)])
def test_no_such_version(desk: Desk, version: int) -> None:
    keep(desk, story())
    with pytest.raises(NotInDesk, match=f"has no version {version}; the table versions"):
        desk.record("a", version)
