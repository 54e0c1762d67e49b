"""How SQLite goes about a search: by indexes, and never through a whole table of facts, however many there are."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from shelf import Story, shelved

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.statements.statements import statements
from dateline.desk.asking.timelines.timeline import timeline

LARGE = "facts|spans|people|organisations|places|name_words|statements|casualties|moments|events|own|told"
SCAN = re.compile(rf"SCAN ({LARGE})\b")
TOLD = re.compile(rf"SCAN ({LARGE}|roles|charges|timed|others)\b")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """One story in which all filters find something."""
    story = Story("one", "Ana Brek said that gunmen in Lund killed nine.")
    brek = story.person("Ana Brek")
    lund = story.place("Lund", lat=55.7, lon=13.2, country="SWE", precision="exact")
    story.said(brek, "gunmen in Lund killed nine")
    attack = story.event("ASSAULT", "killed", where=(lund,))
    story.harm("nine", effect="killed", low=9, event=attack.id)
    path: Path = tmp_path_factory.mktemp("plans")
    with closing(shelved(path, story)) as connection:
        yield connection


def scans(desk: sqlite3.Connection, words: str | None, asked: dict[str, Any]) -> list[str]:
    """What SQLite reads from end to end in a search."""
    question = filters(words, **asked)

    def ask() -> None:
        assert search(desk, question).total == 1

    return [plan for plan in scans_of(desk, ask) if SCAN.search(plan)]


def scans_of(desk: sqlite3.Connection, ask: Callable[[], object]) -> list[str]:
    """What SQLite reads from end to end while this is asked."""
    asking: list[str] = []
    desk.set_trace_callback(asking.append)
    ask()
    desk.set_trace_callback(None)
    asking = [
        each for each in asking if each.strip().startswith("SELECT") and "IN ()" not in each
    ]  # that reads nothing
    plans = [row[3] for query in asking for row in desk.execute(f"EXPLAIN QUERY PLAN {query}")]
    return [plan for plan in plans if plan.startswith("SCAN")]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("gunmen", {}),
        ("gunm*", {}),
        ("gunmen", {"type": "ASSAULT", "country": "SWE"}),
        ("-football", {"since": "2031"}),
        (None, {"person": "Brek"}),
        (None, {"said_by": "Ana Brek"}),
        (None, {"place": "Lund"}),
        (None, {"country": "SWE"}),
        (None, {"within": "9km:55.7,13.2"}),
        (None, {"within": "9km:55.7,13.2", "country": "SWE", "place": "Lund"}),
        (None, {"since": "2031", "until": "2031"}),
        (None, {"type": "ASSAULT"}),
        (None, {"type": "ASSAULT,PROTEST", "status": "any", "since": "2031"}),
        (None, {"type": "ASSAULT", "place": "Lund", "min_killed": 9, "until": "2031"}),
        (None, {"min_killed": 9}),
        (None, {"min_killed": 9, "status": "any", "country": "SWE", "since": "2031"}),
        (None, {"min_killed": 9, "within": "9km:55.7,13.2"}),
        (None, {"outlet": "the lund post"}),
    ],
    ids=str,
)
def test_no_table_of_facts_is_read_whole(desk: sqlite3.Connection, words: str | None, asked: dict[str, Any]) -> None:
    assert scans(desk, words, asked) == []


@pytest.mark.parametrize("name", ["Brek", "Lund"])
def test_a_timeline_goes_by_indexes(desk: sqlite3.Connection, name: str) -> None:
    assert [plan for plan in scans_of(desk, lambda: timeline(desk, name)) if TOLD.search(plan)] == []


@pytest.mark.parametrize("asked", [{"by": "Brek"}, {"to": "Brek"}, {"since": "2031"}, {"by": "Brek", "until": "2031"}])
def test_statements_go_by_indexes(desk: sqlite3.Connection, asked: dict[str, Any]) -> None:
    found = [plan for plan in scans_of(desk, lambda: statements(desk, **asked)) if TOLD.search(plan)]
    assert found in ([], ["SCAN timed USING COVERING INDEX statements_moment"])


def test_events_of_a_status_are_read_from_their_index(desk: sqlite3.Connection) -> None:
    assert scans(desk, None, {"status": "asserted"}) == ["SCAN events USING COVERING INDEX events_type"]


def test_articles_are_put_in_order_by_their_index(desk: sqlite3.Connection) -> None:
    query = "SELECT key FROM articles INDEXED BY articles_dated ORDER BY dated DESC, key DESC"
    (plan,) = desk.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert plan[3] == "SCAN articles USING COVERING INDEX articles_dated"
