"""What a search and a timeline say of an event that several reports tell."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from put_together import newsdesk

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.timelines.timeline import timeline


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path_factory.mktemp("told"))) as connection:
        yield connection


def test_a_hit_says_in_how_many_other_reports_its_event_is_told(desk: sqlite3.Connection) -> None:
    also = {hit.id: hit.also for hit in search(desk, filters(None))}
    assert also == {"first": 1, "copied": 1, "later": 1, "second": 0, "march": 0}  # copies of one text count once


def test_a_timeline_tells_an_event_once_with_how_many_tell_it(desk: sqlite3.Connection) -> None:
    mill, second = timeline(desk, "Varde")
    assert (mill.incident, mill.articles, mill.independent) == ("incident-mill", 3, 2)
    assert mill.disagreements == ("The police say 7, the hospital 9.",)
    assert (mill.earliest, mill.article) == ("2031-03-31", "first")
    assert (second.incident, second.articles, second.disagreements) == (None, 1, ())


def test_an_event_stands_at_the_time_that_its_reports_tell_together(desk: sqlite3.Connection) -> None:
    desk.execute("SAVEPOINT moved")
    desk.execute("UPDATE incidents SET earliest = '2031-03-30', latest = '2031-03-30' WHERE id = 'incident-mill'")
    assert timeline(desk, "Varde", until="2031-03-30")[0].incident == "incident-mill"
    desk.execute("ROLLBACK TO moved")
    desk.execute("RELEASE moved")
