"""Incidents and stories in the browser: lists, whole ones, and the same for programs."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from mill_desk import mill_desk
from web_desk import client


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(mill_desk(tmp_path_factory.mktemp("mill"))) as site:
        yield site


def words(answer: httpx.Response) -> str:
    """What a reader sees of a page."""
    body = re.sub(r"<(script|style|title|desc)\b.*?</\1>", "", answer.text, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_list_tells_what_when_where_and_how_many(site: TestClient) -> None:
    answer = site.get("/incidents")
    told = words(answer)
    assert answer.status_code == 200 and "2 incidents" not in told and "3 incidents" in told
    assert "31 March 2031" in told and "Varde, Denmark" in told and "7 to 9 killed" in told
    assert "≠ reports disagree" in told and "3 reports, 2 independent" in told
    assert 'href="/incident/incident-mill"' in answer.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"type": "PROTEST", "status": "any"}, ["incident-march"]),
        ({"type": ["PROTEST", "ASSAULT"], "country": "Sweden"}, ["incident-march"]),
        ({"disagreeing": "killed"}, ["incident-mill"]),
        ({"min_killed": "3"}, ["incident-mill"]),
        ({"order": "killed"}, ["incident-mill", "incident-second"]),
        ({"since": "2031-04-10", "status": ""}, ["incident-second"]),
        ({"reports": "2", "outlet": "Fjord News"}, ["incident-mill"]),
        ({"limit": "1", "offset": "1", "order": "reports"}, ["incident-second"]),
    ],
)
def test_the_filters_of_the_desk_are_those_of_the_address(
    site: TestClient, question: dict[str, Any], found: list[str]
) -> None:
    rows = site.get("/incidents.json", params=question).json()["rows"]
    assert [row["incident"] for row in rows] == found
    page = site.get("/incidents", params=question).text
    assert re.findall(r'<h2><a href="/incident/([^"]+)"', page) == found


def test_what_makes_no_sense_is_told_so(site: TestClient) -> None:
    answer = site.get("/incidents?disagreeing=colour")
    assert answer.status_code == 400 and "Disagreeing cannot be" in words(answer)
    empty = site.get("/incidents?country=Peru")
    assert empty.status_code == 200 and "No incident fits all of this" in words(empty)


def test_tables_and_maps_of_the_list(site: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(site.get("/incidents.csv").text)))
    assert {row["incident"]: row["killed_high"] for row in rows}["incident-mill"] == "9"
    features = site.get("/incidents.geojson?status=any").json()["features"]
    assert {feature["id"] for feature in features} == {"incident-mill", "incident-second", "incident-march"}
    # No report of these says how exactly it knows the place: then nothing is pinned.
    assert {feature["geometry"] for feature in features} == {None}


def test_an_incident_tells_what_is_known_and_what_is_not(site: TestClient) -> None:
    told = words(site.get("/incident/incident-mill"))
    assert "When 31 March 2031 Known to the day, by 2 of 3 tellings." in told
    assert (
        "Killed about" not in told and "Killed 7 to 9 The best figure is 9. From 2 figures; 1 copied one left" in told
    )
    assert "Wounded not known No report gives a number." in told
    assert "To whom not known No report says to whom it was done." in told


def test_both_sides_speak_in_their_own_words(site: TestClient) -> None:
    page = site.get("/incident/incident-mill")
    assert "7 says the police" in words(page) and "9 says the hospital" in words(page)
    assert "on Monday and <mark>killed 9 workers</mark>, the hospital said." in page.text


def test_reports_stand_side_by_side_and_copies_below_what_they_copy(site: TestClient) -> None:
    table = site.get("/incident/incident-mill").text.partition('id="reports"')[2]
    order = [table.index(outlet) for outlet in ("The Lund Post", "Fjord News", "Varde Radio")]
    assert order == sorted(order)
    assert "has the same words as The Lund Post" in table and table.count('class="deep"') == 1
    assert re.search(r'href="/article/later#casualties-[0-9a-f]+">9</a>', table)
    rows = list(csv.DictReader(StringIO(site.get("/incident/incident-mill.csv").text)))
    assert [(row["article"], row["killed"], row["copy_of"]) for row in rows] == [
        ("first", "7", ""), ("copied", "7", "first"), ("later", "9", ""),
    ]  # fmt: skip
    assert (
        rows[0]["earliest"] == "2031-03-31" and rows[0]["where"] == "Varde, Denmark" and rows[0]["who"] == "Brek Front"
    )


def test_figures_are_drawn_without_a_script_and_told_in_a_table(site: TestClient) -> None:
    page = site.get("/incident/incident-mill").text
    drawing = page[page.index("<svg viewBox") : page.index("</svg>", page.index("<svg viewBox"))]
    assert "9: the hospital" not in drawing and "9: the police in Varde Radio, 2 April 2031" in drawing
    assert "7: the police in Fjord News, 1 April 2031, copied" in drawing
    assert drawing.count("<circle") == 4 and 'class="day"' in drawing and "style=" not in page
    assert "<caption" in page and "3 figures as a table" in page


def test_why_it_is_one_event_and_what_was_kept_apart(site: TestClient) -> None:
    page = site.get("/incident/incident-mill")
    told = words(page).partition("Why these are one event")[2]
    assert "tell of one event" in told and "A second blast shook Varde. Certainly another one" in told
    assert "is certainly another one" not in told  # it stands in the list below
    near = page.text[page.text.index('class="near"') :]
    assert '<input type="hidden" name="right" value="incident-second">' in near
    assert '<button name="verdict" value="same">It is the same</button>' in near


def test_an_event_leads_to_its_incident_and_an_article_to_its_story(site: TestClient) -> None:
    fact = site.get("/incident/incident-march.json").json()["incident"]["facts"][0]
    moved = site.get(f"/incident/{fact}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (303, "/incident/incident-march")
    assert site.get("/incident/first", follow_redirects=False).headers["location"] == "/story/story-mill"
    assert site.get("/story/march", follow_redirects=False).headers["location"] == "/story/story-mill"
    assert site.get("/incident/story-mill.json").status_code == 404


@pytest.mark.parametrize(
    "name", ["nothing", "incident-0123456789abcdef", "incident-%00", "a%2Fb", "a/b", "x" * 4000, "%FF", "%ED%A0%80"]
)
@pytest.mark.parametrize(
    "path", ["/incident/{}", "/incident/{}.json", "/story/{}", "/story/{}.csv", "/incident/{}.csv"]
)
def test_what_is_not_there_is_no_fault(site: TestClient, path: str, name: str) -> None:
    assert site.get(path.format(name)).status_code == 404


def test_stories_are_listed_and_told(site: TestClient) -> None:
    assert re.findall(r'<h2><a href="/story/([^"]+)"', site.get("/stories").text) == ["story-second", "story-mill"]
    assert [row["story"] for row in site.get("/stories.json?person=Ana Brek").json()["rows"]] == ["story-mill"]
    page = site.get("/story/story-mill")
    told = words(page)
    assert "4 articles, 3 independent, 1 copy · 1 April 2031 to 3 April 2031" in told and "Brek Front" in told
    assert "Its events" in told and page.text.index("incident-mill") < page.text.index("incident-march")
    assert [row["article"] for row in csv.DictReader(StringIO(site.get("/story/story-mill.csv").text))] == [
        "first", "copied", "later", "march",
    ]  # fmt: skip
    near = page.text[page.text.index('class="near"') :]
    assert 'value="story-second"' in near


def test_pages_have_one_title_and_headings_in_order(site: TestClient) -> None:
    for path in ("/incidents", "/incident/incident-mill", "/stories", "/story/story-mill", "/judgements"):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", site.get(path).text)]
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_a_desk_without_incidents_says_what_comes(tmp_path: Path) -> None:
    from small_desk import small_desk

    with client(small_desk(tmp_path)) as site:
        assert "No incident" in words(site.get("/incidents")) and site.get("/stories").status_code == 200
