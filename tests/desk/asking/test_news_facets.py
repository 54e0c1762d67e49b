"""What a page of news may be narrowed to: every number is what the search would find."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pressroom import pressroom

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.news.catalogue import Catalogue, nothing
from dateline.desk.asking.news.cataloguing import renewed
from dateline.desk.asking.news.facets import Facet, FacetValue
from dateline.desk.asking.news.news import News, news
from dateline.desk.asking.question.filters import filters
from dateline.errors import BadQuestion


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(pressroom(tmp_path_factory.mktemp("facets"))) as connection:
        yield connection


@pytest.fixture(scope="module")
def catalogue(desk: sqlite3.Connection) -> Catalogue:
    return renewed(desk, nothing())


def facet(page: News, name: str) -> dict[str, int]:
    found: Facet = next(each for each in page.facets if each.name == name)
    return {each.value: each.count for each in found.values}


def test_what_the_whole_desk_may_be_narrowed_to(desk: sqlite3.Connection, catalogue: Catalogue) -> None:
    page = news(desk, catalogue)
    assert facet(page, "type") == {"CONSULT": 5, "ASSAULT": 1, "PROTEST": 1}
    assert facet(page, "status") == {"asserted": 7, "denied": 1, "historical": 1, "planned": 1}
    assert facet(page, "country") == {"SWE": 8, "DNK": 2}
    assert facet(page, "person") == {"Ana Brek": 7, "Makhmud Osei": 2}
    assert facet(page, "organisation") == {"Harbour Union": 5, "Brek Front": 2}
    assert facet(page, "outlet") == {"Varde Radio": 5, "Calm Times": 2, "The Lund Post": 1}
    assert facet(page, "has_finding") == {"weekday_and_date": 1}
    assert [each.label for each in page.facets[1].values] == ["Sweden", "Denmark"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("raid", {}),
        ("-raid", {}),
        ("talk*", {"person": "Brek"}),
        (None, {"country": "Sweden"}),
        (None, {"country": "NOR"}),
        (None, {"type": "ASSAULT"}),
        (None, {"type": "ASSAULT,PROTEST", "country": "DNK"}),
        (None, {"type": "ASSAULT", "country": "SWE", "status": "any"}),
        (None, {"type": "ASSAULT/firearms"}),
        (None, {"type": "ASSAULT/firearms,CONSULT", "outlet": "the lund post"}),
        (None, {"status": "planned"}),
        (None, {"status": "denied", "type": "COERCE"}),
        (None, {"status": "any", "country": "DNK"}),
        (None, {"min_killed": "3"}),
        (None, {"min_killed": "5", "country": "SWE"}),
        (None, {"min_killed": "3", "type": "ASSAULT"}),
        (None, {"min_killed": "3", "place": "Varde"}),
        (None, {"min_killed": "7", "status": "any"}),
        (None, {"place": "Lund"}),
        (None, {"place": "Lund", "status": "any"}),
        (None, {"within": "50km:55.7,13.2"}),
        (None, {"within": "50km:55.7,13.2", "type": "CONSULT"}),
        (None, {"person": "Makhmud"}),
        (None, {"person": "Nobody Atall"}),
        (None, {"organisation": "Front", "person": "Ana Brek"}),
        (None, {"said_by": "Ana Brek"}),
        (None, {"outlet": "CALM TIMES"}),
        (None, {"has_finding": "any"}),
        (None, {"has_finding": "weekday_and_date", "type": "ASSAULT"}),
    ],
    ids=str,
)
def test_each_number_is_what_a_search_finds(
    desk: sqlite3.Connection, catalogue: Catalogue, words: str | None, asked: dict[str, Any]
) -> None:
    page = news(desk, catalogue, words, **asked)
    assert page.total == search(desk, filters(words, **asked)).total
    for each in page.facets:
        for value in each.values:
            found = search(desk, filters(words, **{**asked, each.name: value.value}))
            assert value.count == found.total, (each.name, value)


def test_what_is_chosen_is_always_there(desk: sqlite3.Connection, catalogue: Catalogue) -> None:
    page = news(desk, catalogue, "harbour", type="ASSAULT", country="DNK", person="makhmud", outlet="The Lund Post")
    chosen = {each.name: [value for value in each.values if value.chosen] for each in page.facets}
    assert chosen["type"] == [FacetValue("ASSAULT", "ASSAULT", 0, True)]
    assert chosen["country"] == [FacetValue("DNK", "Denmark", 0, True)]
    assert chosen["person"] == [FacetValue("makhmud", "makhmud", 0, True)]
    assert chosen["outlet"] == [FacetValue("The Lund Post", "The Lund Post", 0, True)]


def test_a_chosen_outlet_is_one_in_any_capitals(desk: sqlite3.Connection, catalogue: Catalogue) -> None:
    page = news(desk, catalogue, outlet="CALM TIMES")
    assert [value for value in page.facets[4].values if value.chosen] == [
        FacetValue("Calm Times", "Calm Times", 2, True)
    ]


def test_more_of_one_facet(tmp_path: Path) -> None:
    from shelf import Story, shelved

    stories = [Story(f"one-{at}", f"Post {at}. Nothing.", "2031-01-01", outlet=f"Paper {at:02}") for at in range(12)]
    with closing(shelved(tmp_path, *stories)) as desk:
        catalogue = renewed(desk, nothing())
        short, long = news(desk, catalogue).facets[4], news(desk, catalogue, every="outlet").facets[4]
    assert (len(short.values), short.more) == (8, True)
    assert (len(long.values), long.more) == (12, False)


def test_a_facet_that_there_is_not(desk: sqlite3.Connection, catalogue: Catalogue) -> None:
    with pytest.raises(BadQuestion, match="every cannot be 'colour'; give one of type, country"):
        news(desk, catalogue, every="colour")
