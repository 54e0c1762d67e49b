"""Stories: a filter holds of one of the articles, times are those of publication."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from put_together import newsdesk

from dateline.desk.asking.stories.flat import flat
from dateline.desk.asking.stories.stories import stories
from dateline.errors import BadQuestion


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(newsdesk(tmp_path_factory.mktemp("stories"))) as connection:
        yield connection


def ids(desk: sqlite3.Connection, words: str | None = None, **asked: Any) -> list[str]:
    return [each.story.removeprefix("story-") for each in stories(desk, words, **asked)]


def test_the_one_with_the_last_article_comes_first(desk: sqlite3.Connection) -> None:
    assert ids(desk) == ["second", "mill"]
    assert ids(desk, order="reports") == ["mill", "second"]
    assert ids(desk, limit=1, offset=1) == ["mill"]
    assert stories(desk, limit=1).total == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "march"}, ["mill"]),
        ({"words": "blast", "person": "Ana Brek"}, ["mill"]),
        ({"words": "-march"}, ["second"]),
        ({"words": "submarine"}, []),
        ({"organisation": "Brek Front"}, ["second", "mill"]),
        ({"place": "Lund"}, ["mill"]),
        ({"country": "SWE"}, ["mill"]),
        ({"within": "20km:55.6,8.5"}, ["second", "mill"]),
        ({"type": "PROTEST"}, ["mill"]),
        ({"min_killed": 8}, ["mill"]),
        ({"outlet": "The Lund Post"}, ["second", "mill"]),
        ({"reports": 2}, ["mill"]),
        ({"independent": 4}, []),
        ({"disagreeing": "any"}, ["mill"]),
        ({"disagreeing": "killed"}, ["mill"]),
        ({"disagreeing": "motive"}, []),
        ({"since": "2031-04-02"}, ["second", "mill"]),
        ({"since": "2031-04-04"}, ["second"]),
        ({"until": "2031-04-02"}, ["mill"]),
        ({"until": "2031-03"}, []),
    ],
    ids=str,
)
def test_a_filter_holds_of_one_of_the_articles(
    desk: sqlite3.Connection, asked: dict[str, Any], found: list[str]
) -> None:
    assert ids(desk, **asked) == found


def test_words_put_the_story_first_in_which_they_are_most(desk: sqlite3.Connection) -> None:
    assert ids(desk, "blast") == ["mill", "second"]
    assert ids(desk, "blast", order="newest") == ["second", "mill"]


def test_of_none_it_says_why(desk: sqlite3.Connection) -> None:
    assert stories(desk, reports=9).notes == ("without reports there are 2 stories",)
    with pytest.raises(BadQuestion, match="no filter is called 'status'"):
        stories(desk, status="any")  # type: ignore[call-arg]


def test_as_a_table(desk: sqlite3.Connection) -> None:
    rows = flat(stories(desk, reports=2))
    assert (rows[0].reports, rows[0].independent, rows[0].copies) == (4, 3, 1)
    assert rows.to_arrow().num_rows == stories(desk, reports=2).to_arrow().num_rows == 1
