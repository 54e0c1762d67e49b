"""However many incidents are looked up first, and whatever index then serves, the answer is the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from put_together import newsdesk

from dateline.desk.asking.chronicles.chronicle import chronicle
from dateline.desk.asking.incidents import conditions
from dateline.desk.asking.incidents.conditions import parts_of, table_of
from dateline.desk.asking.incidents.incidents import NAMES, ORDERS, incidents
from dateline.desk.asking.maps.mapped import mapped
from dateline.desk.asking.question.gathered import gathered


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path_factory.mktemp("by_index"))) as connection:
        yield connection


ASKED: list[dict[str, Any]] = [
    {"words": "mill"}, {"words": "mill", "order": "newest"}, {"words": "mill", "order": "reports", "limit": 1},
    {"words": "mill", "type": "ASSAULT", "since": "2031"}, {"words": "-blast"}, {"words": "mill -blast"},
    {"words": "mill", "min_killed": 1}, {"words": "mill", "order": "killed"}, {"words": "nowhere"},
    {"words": "blast", "offset": 1, "limit": 1}, {"words": "blast", "limit": None}, {"place": "Varde"},
    {"within": "20km:55.6,8.5"}, {"outlet": "fjord news"}, {"organisation": "Brek", "country": "DNK"},
    {"type": "ASSAULT/explosives,PROTEST"}, {"type": "ASSAULT/explosives"}, {"order": "killed"},
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_answers_do_not_depend_on_the_index(
    desk: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]
) -> None:
    def answers() -> tuple[object, ...]:
        found = incidents(desk, **asked)
        return found, found.total, found.notes, mapped(desk, **asked), chronicle(desk, **asked)

    few = answers()
    monkeypatch.setattr(conditions, "MANY", -1)
    assert answers() == few


def test_each_filter_finds_what_it_found_by_itself(desk: sqlite3.Connection) -> None:
    many = [incidents(desk, **asked).total for asked in ASKED]
    assert many == [3, 3, 3, 2, 1, 1, 2, 2, 0, 2, 2, 2, 2, 1, 2, 3, 2, 2]


def test_many_are_found_by_an_index_that_has_all_that_is_asked(
    desk: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def index(words: str | None, **asked: Any) -> str:
        question = gathered(words, asked, NAMES, ORDERS)
        return table_of(question, parts_of(desk, question)).rpartition(" ")[2]

    assert (index("mill"), index(None), index("mill", min_killed=1)) == ("incidents", "incidents", "incidents_killed")
    monkeypatch.setattr(conditions, "MANY", 0)
    assert (index("mill"), index("mill", order="newest")) == ("incidents_articles", "incidents_dated")
    assert index("mill", type="ASSAULT") == index("mill", until="2032") == "incidents_dated"
    assert index("nowhere") == "incidents"
