"""Where the reports of an incident or a story are that is no more."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from put_together import Together, newsdesk

from dateline.desk.asking.why.moved import where_now
from dateline.merging.ids import founder_of, incident_id, story_id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path)) as connection:
        yield connection


def event_of(desk: sqlite3.Connection, article: str) -> str:
    query = (
        "SELECT facts.id FROM facts JOIN articles ON articles.key = article WHERE kind = 'event' AND articles.id = ?"
    )
    return str(desk.execute(query, (article,)).fetchone()[0])


def test_its_founder_tells_where_they_are(desk: sqlite3.Connection) -> None:
    assert where_now(desk, incident_id(event_of(desk, "later"))) == ["incident-mill"]
    assert where_now(desk, story_id("later")) == ["story-mill"]


def test_without_a_founder_what_was_judged_with_it_tells(desk: sqlite3.Connection) -> None:
    gone = incident_id("event-of-a-forgotten-article")
    assert where_now(desk, gone) == []
    Together(desk).judged(gone, event_of(desk, "later"), "same")
    assert where_now(desk, gone) == [], "nothing is put together any more"


def test_those_told_most_come_first(desk: sqlite3.Connection) -> None:
    gone = incident_id("event-of-a-forgotten-article")
    columns = 'INSERT INTO judgements ("left", "right", verdict, who, at) VALUES (?, ?, ?, ?, ?)'
    for other in (event_of(desk, "second"), event_of(desk, "later"), "story-second"):
        desk.execute(columns, (gone, other, "same", "nora", "2031-04-05"))
    assert where_now(desk, gone) == ["incident-mill", "incident-second"], "and no story"


@pytest.mark.parametrize(
    "odd", ["", "incident-", "incident-xyz", "incident-mill", "story-0123", "ü" * 9, "incident-\ud800"]
)
def test_what_is_no_id_of_ours_is_nowhere(desk: sqlite3.Connection, odd: str) -> None:
    assert where_now(desk, odd) == []


def test_a_founder_is_found_by_the_id_alone() -> None:
    facts = [b"event-1", "event-ü".encode(), b"event-3"]
    assert founder_of(incident_id("event-ü"), facts) == "event-ü"
    assert founder_of(incident_id("event-4"), facts) is None
