"""A desk of the first version becomes one of this version: its articles as they were, and nothing merged yet."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from stored import ids, stored
from version_1 import as_version_1

import dateline
from dateline.desk.keeping.doctor import doctor
from dateline.desk.storage.upgrades import upgrade
from dateline.errors import OlderDesk


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return as_version_1(stored(tmp_path / "today.db", "a", "b"), tmp_path / "news.db")


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def plain(statement: str) -> str:
    """A statement without remarks and line breaks."""
    return " ".join(re.sub(r"--.*", "", statement).split())


def test_it_has_every_table_of_a_new_one(older: Path, tmp_path: Path) -> None:
    with pytest.raises(OlderDesk, match="this desk has schema 1"):
        dateline.open(older)
    copy = upgrade(older)
    assert copy is not None and asked(copy, "PRAGMA user_version") == [(1,)]
    made = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    new = asked(stored(tmp_path / "new.db"), made)
    upgraded = asked(older, made)
    assert [(*row[:2], plain(str(row[2]))) for row in upgraded] == [(*row[:2], plain(str(row[2]))) for row in new]
    assert ids(older) == ["a", "b"]
    assert asked(older, "PRAGMA foreign_key_check") == []


def test_its_articles_wait_to_be_merged(older: Path) -> None:
    upgrade(older)
    assert asked(older, "SELECT * FROM reports") == asked(older, "SELECT * FROM stories") == []
    found = {each.name: each for each in doctor(older)}
    assert found["merging"].state == "warning"
    assert found["merging"].sentence == "2 articles are not merged with the others yet"
    assert found["merging"].advice == f"run `dateline merge --desk {older}`"
    with dateline.open(older) as desk:
        assert desk.record("a").text == "Quill of a"
        assert desk.merge().compared == 2
    found = {each.name: each for each in doctor(older)}
    assert (found["merging"].state, found["merged"].state) == ("ok", "ok")
    assert asked(older, "SELECT count(*) FROM story_articles") == [(2,)]


def test_what_people_decided_then_counts_now(older: Path) -> None:
    facts = [fact for (fact,) in asked(older, "SELECT id FROM facts ORDER BY id")]
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        for left, right, verdict in ((facts[1], facts[0], "same"), (facts[0], None, "wrong")):
            cells = (left, right, verdict, "me", "2031-03-04")
            connection.execute("INSERT INTO judgements VALUES (NULL, ?, ?, ?, NULL, ?, ?)", cells)
    upgrade(older)
    assert asked(older, "SELECT * FROM judgement_pairs") == [(1, facts[0], facts[1])]
    assert asked(older, "SELECT verdict FROM judgements") == [("same",), ("wrong",)]
    with dateline.open(older) as desk:
        desk.merge()
        desk.judge("undo", facts[1], facts[0])
        desk.judge("undo", facts[0])
    assert asked(older, "SELECT * FROM judgement_pairs") == []
