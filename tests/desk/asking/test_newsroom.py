"""What is kept between pages of news: as good as new, whatever was done to the desk, and never looked at in vain."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pressroom import pressroom, raid, talks
from shelf import shelved

from dateline.desk.asking.news.catalogue import Catalogue, nothing
from dateline.desk.asking.news.cataloguing import renewed
from dateline.desk.asking.news.newsroom import LOOK, Newsroom
from dateline.desk.saving.removing import remove_article
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.errors import NoSuchDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(pressroom(tmp_path)) as connection:
        yield connection


def told(catalogue: Catalogue) -> dict[str, Any]:
    """What a catalogue says, however its rows and codes are numbered."""
    keys = catalogue.keys.tolist()
    columns = ("outlets", "people", "organisations", "findings", "countries")
    pairs = {name: getattr(catalogue, name) for name in columns}
    found: dict[str, Any] = {
        name: sorted((keys[row], str(each.of.values[code])) for row, code in zip(each.rows, each.codes, strict=True))
        for name, each in pairs.items()
    }
    types, statuses = catalogue.types.values, catalogue.statuses.values
    found["events"] = sorted(
        (int(fact), keys[row], types[kind], statuses[status], country >= 0 and catalogue.countries.of.values[country])
        for fact, row, kind, status, country in zip(*catalogue.events, strict=True)
    )
    found["killed"] = sorted(
        (int(fact), keys[row], int(low), statuses[status])
        for fact, row, low, status in zip(*catalogue.killed, strict=True)
    )
    found["moments"] = catalogue.moments
    found["in_time"] = [keys[row] for row in catalogue.in_time]
    found["days"] = [int(catalogue.days[row]) for row in catalogue.in_time]
    return found


def write(desk: sqlite3.Connection, statement: str, *cells: object) -> None:
    desk.execute(statement, cells)


def add(desk: sqlite3.Connection) -> None:
    save(desk, talks(7, "2031-01-07"))


def save(desk: sqlite3.Connection, story: Any) -> None:
    desk.execute("BEGIN")
    ArticleWriter(desk, 1).save(rows_of(story.record), story.record.article.id.encode().ljust(16))
    desk.execute("COMMIT")


def retell(desk: sqlite3.Connection) -> None:
    story = raid()
    story.event("PROTEST", "waits")
    desk.execute("BEGIN")
    ArticleWriter(desk, 1).replace(rows_of(story.record), 1)
    desk.execute("COMMIT")


def forget(desk: sqlite3.Connection) -> None:
    remove_article(desk, 2)


def forget_the_last(desk: sqlite3.Connection) -> None:
    remove_article(desk, 8)
    save(desk, talks(7, "2031-01-07"))


def judge(desk: sqlite3.Connection) -> None:
    (fact,) = desk.execute("SELECT id FROM facts JOIN events ON fact = facts.key WHERE type = 'PROTEST'").fetchone()
    write(
        desk, "INSERT INTO judgements VALUES (NULL, ?, NULL, 'wrong', NULL, 'nora', '2031-05-01T10:00:00+00:00')", fact
    )


@pytest.mark.parametrize("change", [add, retell, forget, forget_the_last, judge])
def test_a_renewed_catalogue_is_as_a_new_one(desk: sqlite3.Connection, change: Any) -> None:
    before = renewed(desk, nothing())
    was = told(before)
    change(desk)
    after = renewed(desk, before)
    assert told(after) == told(renewed(desk, nothing())) != was
    assert told(before) == was and after.version == before.version + 1


def test_a_judgement_that_is_taken_back(desk: sqlite3.Connection) -> None:
    before = renewed(desk, nothing())
    judge(desk)
    judged = renewed(desk, before)
    desk.execute("DELETE FROM judgements")
    assert told(renewed(desk, judged)) == told(before) != told(judged)


def test_nothing_is_looked_at_before_it_is_due(desk: sqlite3.Connection, tmp_path: Path) -> None:
    now = 0.0
    with Newsroom(tmp_path / "news.db", lambda: now) as room:
        first = room.catalogue()
        add(desk)
        now = LOOK - 0.1
        assert room.catalogue() is first
        now = LOOK
        second = room.catalogue()
        assert len(second.keys) == len(first.keys) + 1
        now += 100 * LOOK
        assert room.catalogue() is second  # nothing has changed


def test_who_comes_while_it_is_renewed_gets_the_last_one(desk: sqlite3.Connection, tmp_path: Path) -> None:
    now = 0.0
    with Newsroom(tmp_path / "news.db", lambda: now) as room:
        first = room.catalogue()
        add(desk)
        now = LOOK
        with room._lock:
            assert room.catalogue() is first


def test_it_knows_when_it_is_behind(desk: sqlite3.Connection, tmp_path: Path) -> None:
    now = 0.0
    with Newsroom(tmp_path / "news.db", lambda: now) as room:
        room.catalogue()
        assert not room.is_behind()
        add(desk)
        room.catalogue()
        assert room.is_behind()
        now = LOOK
        room.catalogue()
        assert not room.is_behind()


def test_another_file_in_the_place_of_the_desk(tmp_path: Path) -> None:
    now = 0.0
    for name, stories in (("one", (raid(), talks(1, "2031-03-11"))), ("other", (talks(2, "2031-03-11"),))):
        (tmp_path / name).mkdir()
        shelved(tmp_path / name, *stories).close()
    path = tmp_path / "one" / "news.db"
    with Newsroom(path, lambda: now) as room:
        assert len(room.catalogue().moments) == 2
        (tmp_path / "other" / "news.db").replace(path)
        assert room.is_behind()
        now = LOOK
        assert len(room.catalogue().moments) == 1


def test_a_newsroom_without_a_desk(tmp_path: Path) -> None:
    with pytest.raises(NoSuchDesk):
        Newsroom(tmp_path / "none.db")
