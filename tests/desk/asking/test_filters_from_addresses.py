"""Filters as the fields of a form send them, all of them, most empty; and the filter for bodies that are named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pressroom import pressroom

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.event_types import TypeAsked
from dateline.desk.asking.question.filters import ASKABLE, PAGE, Filters, filters
from dateline.errors import BadQuestion


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(pressroom(tmp_path_factory.mktemp("addresses"))) as connection:
        yield connection


def test_a_form_that_was_sent_empty() -> None:
    empty = dict.fromkeys(ASKABLE, "")
    assert filters("", **empty) == Filters()  # type: ignore[arg-type]
    assert filters("", type=["", " "]) == Filters()


def test_no_limit_is_the_usual_one_and_none_is_none() -> None:
    assert filters(limit="").limit == PAGE and filters(limit=None).limit is None and filters(limit="7").limit == 7


def test_some_of_several_fields_are_empty() -> None:
    assert filters(type=["", "assault"]).type == (TypeAsked("ASSAULT"),)
    with pytest.raises(BadQuestion, match="there is no event type in"):
        filters(type=[","])


@pytest.mark.parametrize("name", ["Brek Front", "front", "BREK"])
def test_bodies_by_a_name_or_a_part_of_it(desk: sqlite3.Connection, name: str) -> None:
    assert {hit.id for hit in search(desk, filters(organisation=name))} == {"raid", "march"}


def test_people_are_no_bodies(desk: sqlite3.Connection) -> None:
    assert not search(desk, filters(organisation="Makhmud Osei"))


def test_a_body_that_was_judged_wrong_is_not_found(tmp_path: Path) -> None:
    with closing(pressroom(tmp_path)) as desk:
        (fact,) = desk.execute("SELECT id FROM facts WHERE kind = 'organisation' AND article = 1").fetchone()
        desk.execute("INSERT INTO judgements VALUES (NULL, ?, NULL, 'wrong', NULL, 'nora', '2031-05-01')", (fact,))
        (hit,) = search(desk, filters(organisation="Brek Front"))
        assert hit.id == "march" and len(hit.facts) == 1
