"""Stories that mean harm stay text on every page, every id has an address, and every answer comes in time."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from crawling import Visited, crawl, strange
from hostile_desk import FORMULA, ODD_IDS, SCRIPT, hostile_desk
from httpx import Client
from serving import site_of

import dateline
from dateline.faces.web import addresses
from dateline.faces.web.rendering import NAVIGATION

IN_TIME = 10
"""Seconds for any answer, on a busy machine: a story of 2 MB is drawn in about one."""
START = tuple(path for path, _ in NAVIGATION)
TABLES = {"incident": "incidents", "story": "stories", "article": "articles"}
ONE = "odd-0-a"
"""An article of the desk."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_desk(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def reader(desk: Path) -> Iterator[Client]:
    with site_of(desk) as site, Client(base_url=site.address, timeout=IN_TIME, follow_redirects=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def visited(reader: Client, desk: Path) -> list[Visited]:
    """What a reader finds who follows every link, from every page and from every article, incident and story."""
    with dateline.open(desk) as opened:
        found = {kind: opened.reader.execute(f"SELECT id FROM {table}").fetchall() for kind, table in TABLES.items()}
    starts = [addresses.of(kind, row[0]) for kind, rows in found.items() for row in rows]
    return list(crawl(reader, *START, *starts))


def test_every_link_leads_to_a_page(visited: list[Visited]) -> None:
    """What is no type of event is refused where it is asked for, with the types that there are."""
    lost = [each for each in visited if each.answer.status_code != 200]
    assert not [(each.address, each.by) for each in lost if "type=" not in each.address]
    assert {each.answer.status_code for each in lost} <= {400}


def test_nothing_of_a_story_becomes_markup(visited: list[Visited]) -> None:
    assert not {each.address: found for each in visited if each.tree is not None and (found := strange(each.tree))}


def test_every_answer_comes_in_time(visited: list[Visited]) -> None:
    assert max(visited, key=lambda each: each.seconds).seconds < IN_TIME


def test_json_is_json(visited: list[Visited]) -> None:
    found = [each for each in visited if "json" in each.answer.headers["content-type"]]
    assert {urlsplit(each.address).path.rpartition(".")[2] for each in found} >= {"json", "geojson"}
    for each in found:
        json.loads(each.answer.content)


def test_tables_hold_no_formula(visited: list[Visited]) -> None:
    tables = [each for each in visited if each.answer.headers["content-type"].startswith("text/csv")]
    assert tables
    for each in tables:
        columns, *rows = csv.reader(io.StringIO(each.answer.text, newline=""), strict=True)
        assert all(len(row) == len(columns) for row in rows), each.address
        assert not [cell for row in rows for cell in row if cell.startswith(FORMULA[0])], each.address


@pytest.mark.parametrize("name", ODD_IDS, ids=lambda name: ascii(name)[:20])
def test_an_odd_id_has_an_address(reader: Client, name: str) -> None:
    headline = f"Odd id {ODD_IDS.index(name)}"
    address = addresses.article(name)
    assert not {".", "..", "%2e"} & set(address.lower().split("/")), "browsers take these out of an address"
    page = reader.get(address)
    assert (page.status_code, headline in page.text) == (200, True)
    data = reader.get(f"{address}.json")
    assert (data.status_code, headline in data.text) == (200, True)


@pytest.mark.parametrize(
    "name", ["nothing", "..%2f..%2fetc%2fpasswd%00", quote(SCRIPT), "x" * 5000, "%ED%A0%80", "%FF"]
)
@pytest.mark.parametrize("kind", ["article", "incident", "story", "person", "organisation", "place"])
def test_what_is_not_there_is_told_so(reader: Client, kind: str, name: str) -> None:
    for ending in ("", ".json"):
        answer = reader.get(f"/{kind}/{name}{ending}")
        assert answer.status_code in (400, 404, 422)
        assert SCRIPT not in answer.text or ending


def test_the_words_are_there(reader: Client) -> None:
    page = reader.get(addresses.article(ONE))
    assert SCRIPT not in page.text
    assert page.text.count("&lt;script&gt;window.hacked=1&lt;/script&gt;") > 3
