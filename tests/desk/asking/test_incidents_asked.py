"""Incidents: which filters hold of one event in all its reports, in which order they come, and what is said of none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from put_together import newsdesk
from shelf import Story as Article
from shelf import shelved

from dateline.desk.asking.incidents.flat import flat
from dateline.desk.asking.incidents.incidents import incidents
from dateline.errors import BadQuestion


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path_factory.mktemp("incidents"))) as connection:
        yield connection


def ids(desk: sqlite3.Connection, words: str | None = None, **asked: Any) -> list[str]:
    found = incidents(desk, words, **asked)
    assert found.total is not None and found.total >= len(found)
    return [each.incident.removeprefix("incident-") for each in found]


def test_the_newest_comes_first_by_its_own_time_else_by_its_first_report(desk: sqlite3.Connection) -> None:
    assert ids(desk) == ["second", "march", "mill"]


def test_an_incident_is_what_was_written(desk: sqlite3.Connection) -> None:
    (mill,) = incidents(desk, reports=3)
    assert mill.casualties["killed"].best == 9
    assert [side.value for side in mill.disagreements[0].sides] == ["7", "9"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"type": "ASSAULT"}, ["second", "mill"]),
        ({"type": "assault/explosives"}, ["second", "mill"]),
        ({"type": "ASSAULT/drone"}, []),
        ({"type": ["PROTEST", "ASSAULT/drone"]}, ["march"]),
        ({"country": "Denmark"}, ["second", "mill"]),
        ({"place": "Varde"}, ["second", "mill"]),
        ({"place": "Lund", "country": "SWE"}, ["march"]),
        ({"within": "20km:55.6,8.5"}, ["second", "mill"]),
        ({"within": "20km:10,10"}, []),
        ({"person": "Brek"}, ["march"]),
        ({"organisation": "Brek Front"}, ["second", "mill"]),
        ({"outlet": "fjord news"}, ["mill"]),
        ({"min_killed": 8}, ["mill"]),
        ({"min_killed": 10}, []),
        ({"reports": 2}, ["mill"]),
        ({"independent": 2}, ["mill"]),
        ({"independent": 3}, []),
        ({"disagreeing": "any"}, ["mill"]),
        ({"disagreeing": True}, ["mill"]),
        ({"disagreeing": "killed"}, ["mill"]),
        ({"disagreeing": "where"}, []),
        ({"status": "disputed"}, ["march"]),
        ({"status": "any", "type": "PROTEST"}, ["march"]),
        ({"status": "planned"}, []),
        ({"since": "2031-04-01"}, ["second", "march"]),
        ({"until": "2031-04-03"}, ["march", "mill"]),
        ({"since": "2031-03-31", "until": "2031-03"}, ["mill"]),
    ],
    ids=str,
)
def test_a_filter_holds_of_the_event_as_all_reports_tell_it(
    desk: sqlite3.Connection, asked: dict[str, Any], found: list[str]
) -> None:
    assert ids(desk, **asked) == found


def test_words_are_those_of_its_reports_and_its_own_words_go_first(desk: sqlite3.Connection) -> None:
    assert ids(desk, "mill") == ["mill", "march", "second"]
    assert ids(desk, "march -blast") == ["march"]
    assert ids(desk, "-march") == ["second", "mill"]


def test_orders(desk: sqlite3.Connection) -> None:
    assert ids(desk, order="reports") == ["mill", "second", "march"]
    assert ids(desk, order="killed") == ["mill", "second"]
    assert ids(desk, "mill", order="newest") == ["second", "march", "mill"]


def test_a_page_and_the_next(desk: sqlite3.Connection) -> None:
    first = incidents(desk, limit=1)
    assert ([each.incident for each in first], first.total) == (["incident-second"], 3)
    assert ids(desk, limit=2, offset=1) == ["march", "mill"]
    assert ids(desk, "mill", limit=1, offset=1) == ["march"]
    assert ids(desk, "mill", limit=None) == ["mill", "march", "second"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"reports": 0}, "reports cannot be 0; give a whole number from 1"),
        ({"disagreeing": "kiled"}, "disagreeing cannot be 'kiled'; did you mean 'killed'?"),
        ({"order": "deadliest"}, "order cannot be 'deadliest'; give one of best, newest, reports, killed"),
        ({"order": "best"}, "there are no words to rank by"),
        ({"status": "sure"}, "status cannot be 'sure'; give one of asserted"),
        ({"report": 2}, "no filter is called 'report'; did you mean 'reports'?"),
        ({"type": "ASSAULTS"}, "did you mean ASSAULT?"),
        ({"limit": 0}, "limit cannot be 0"),
    ],
    ids=str,
)
def test_a_question_without_sense_is_refused_with_a_way_out(
    desk: sqlite3.Connection, asked: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadQuestion) as refused:
        incidents(desk, **asked)
    assert told in str(refused.value)


def test_of_none_it_says_what_there_would_be_with_less(desk: sqlite3.Connection) -> None:
    assert incidents(desk, type="ASSAULT", reports=9, independent=2).notes == (
        "without reports and independent there are 2 incidents",
    )
    assert incidents(desk, type="PROTEST", disagreeing="any").notes == ("without disagreeing there is 1 incident",)
    assert incidents(desk, outlet="Fjord New").notes == ("no article is by 'Fjord New'; did you mean 'Fjord News'?",)


def test_a_desk_without_incidents_says_what_to_do(tmp_path: Path) -> None:
    with closing(shelved(tmp_path)) as empty:
        assert incidents(empty).notes == ("the desk has no articles yet; `dateline ingest` reads some into it",)
    (tmp_path / "more").mkdir()
    with closing(shelved(tmp_path / "more", Article("one", "Rain fell."))) as unmerged:
        (note,) = incidents(unmerged).notes
        assert "`dateline merge --desk`" in note


def test_as_a_table_each_is_one_row(desk: sqlite3.Connection) -> None:
    rows = flat(incidents(desk, order="killed"))
    mill = rows[0]
    assert (mill.killed_low, mill.killed_high, mill.killed_best, mill.wounded_low) == (7, 9, 9, None)
    assert (mill.place, mill.country, mill.earliest, mill.reports) == ("Varde", "DNK", "2031-03-31", 3)
    assert mill.disagreements == ("The police say 7, the hospital 9.",)
    assert rows.to_arrow().num_rows == rows.total == 2


def test_whole_incidents_are_an_arrow_table_too(desk: sqlite3.Connection) -> None:
    table = incidents(desk).to_arrow()
    assert table.num_rows == 3
    assert '"killed"' in table.column("casualties")[2].as_py()  # JSON, as Arrow has no column for it
    assert table.column("where")[2].as_py()["name"] == "Varde"


def test_a_desk_of_one_moment_answers(desk: sqlite3.Connection) -> None:
    assert not desk.in_transaction
    ids(desk)
    assert not desk.in_transaction
