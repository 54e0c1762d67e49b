"""Articles asked for by odd ids, by a fact and by a part: each is found at its own address, and nowhere else."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from hostile_desk import Story, desk_of
from web_desk import client

from dateline.faces.web import addresses

IDS = (".", "..", "..html", "...html.html", "a", "a.json", "a.json.json", "a.csv", "?version=2", "#part", "100%", " ")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("asked")
    stories = [Story(name, f"Words of number {at}") for at, name in enumerate(IDS)]
    return client(desk_of(folder / "asked.db", [*stories, Story("long", "Rain fell", body="word " * 12_000)]))


@pytest.mark.parametrize(("at", "name"), list(enumerate(IDS)))
def test_every_odd_id_has_its_own_page_and_its_own_files(site: TestClient, at: int, name: str) -> None:
    address = addresses.article(name)
    page = site.get(address).text
    assert re.search(rf"<h1[^>]*>\s*Words of number {at}\b", page)
    assert f'href="{address}.csv"' in page
    if f"{name}.json" not in IDS:
        assert site.get(f"{address}.json").json()["id"] == name
    assert site.get(f"{address}.geojson").json()["type"] == "FeatureCollection"


def test_news_leads_to_every_odd_id(site: TestClient) -> None:
    page = site.get("/news?limit=100").text
    links = {urlsplit(link).path for link in re.findall(r'href="(/article/[^"#?]+)', page)}
    for name in IDS:
        assert addresses.article(name) in links, name


def test_an_id_that_ends_like_a_format_goes_before_the_format(site: TestClient) -> None:
    assert "Words of number 5" in site.get("/article/a.json").text, "the article a.json, and not the record of a"
    assert site.get("/article/a.json.json.json").json()["id"] == "a.json.json"
    assert site.get("/article/a.geojson").json()["type"] == "FeatureCollection"


def test_the_parts_of_a_long_article_have_every_fact_once_or_more_and_no_part_more(site: TestClient) -> None:
    pages = [site.get(f"/article/long?part={part}").text for part in (1, 2, 3)]
    facts = [fact["id"] for fact in site.get("/article/long.json").json()["facts"]]
    for fact in facts:
        assert max(page.count(f'id="{fact}"') for page in pages) == 1, fact
    assert site.get("/article/long?part=4").status_code == 404
    assert "this is part 2 of 3" in re.sub(r"\s+", " ", pages[1]).lower()


def test_a_fact_is_shown_in_the_part_that_has_its_words(site: TestClient) -> None:
    for fact in site.get("/article/long.json").json()["facts"]:
        assert f'id="{fact["id"]}"' in site.get(f"/article/long?fact={fact['id']}").text


def test_a_fact_of_another_article_leads_to_the_beginning(site: TestClient) -> None:
    stranger = site.get("/article/a.csv.json").json()["facts"][0]["id"]
    page = site.get(f"/article/long?fact={stranger}").text
    assert "this is part 1 of 3" in re.sub(r"\s+", " ", page).lower() and f'id="{stranger}"' not in page


@pytest.mark.parametrize(
    ("query", "status"),
    [("part=1&version=1", 200), ("part=3&version=1", 200), ("version=2", 404), ("changes=1&part=9", 200),
     ("changes=2", 404), ("part=0", 400), ("part=1.5", 400), ("part=%201%20", 200), ("part=1&part=3", 200),
     ("fact=%ED%A0%80", 200), ("x=" + "y" * 3000, 200), ("fact=" + "y" * 3000, 422)],
)  # fmt: skip
def test_questions_together(site: TestClient, query: str, status: int) -> None:
    assert site.get(f"/article/long?{query}").status_code == status
