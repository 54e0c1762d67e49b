"""On the desk of examples every link leads to a page, every anchor to a place on it, and every page to its data."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from crawling import Visited, crawl, strange
from httpx import Client
from serving import site_of
from web_desk import examples_desk

from dateline.faces.web.rendering import NAVIGATION

DRAWN_LATER = ("/docs",)
"""Pages whose anchors a script makes."""


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Visited]]:
    desk = examples_desk(tmp_path_factory.mktemp("links"))
    with site_of(desk) as site, Client(base_url=site.address, timeout=60) as client:
        yield list(crawl(client, *(path for path, _ in NAVIGATION), most=250))


def test_every_link_leads_to_a_page(visited: list[Visited]) -> None:
    assert len(visited) > 150
    assert not [(each.answer.status_code, each.address, each.by) for each in visited if each.answer.status_code != 200]


def test_every_anchor_is_there(visited: list[Visited]) -> None:
    places = {each.address: set(each.tree.xpath("//@id")) for each in visited if each.tree is not None}
    anchored = {
        (each.address, link)
        for each in visited
        if each.tree is not None and each.address not in DRAWN_LATER
        for link in each.tree.xpath("//a/@href[contains(., '#')]")
    }
    targets = [(*urldefrag(urljoin(address, link)), address) for address, link in anchored]
    known = [(page, unquote(anchor), address) for page, anchor, address in targets if anchor and page in places]
    assert len(known) > 100
    assert not [each for each in known if each[1] not in places[each[0]]]


def test_pages_are_made_of_nothing_strange(visited: list[Visited]) -> None:
    assert not {each.address: found for each in visited if each.tree is not None and (found := strange(each.tree))}


def test_ids_are_there_once(visited: list[Visited]) -> None:
    for each in visited:
        ids = each.tree.xpath("//@id") if each.tree is not None else []
        assert len(ids) == len(set(ids)), (each.address, [name for name in set(ids) if ids.count(name) > 1])
