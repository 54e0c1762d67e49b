"""The pages of people, organisations and places, as a browser and as a program ask for them."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_desk import client, examples_desk

import dateline

ENDINGS = ("", ".json", ".csv", ".geojson")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of a desk of the examples."""
    return client(examples_desk(tmp_path_factory.mktemp("who")))


def id_of(web: TestClient, name: str, kind: str = "person") -> str:
    rows = web.get("/people.json", params={"name": name, "kind": kind}).json()["rows"]
    return str(rows[0]["id"])


def text_of(page: str) -> str:
    """The words of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_list_begins_with_people(web: TestClient) -> None:
    page = web.get("/people")
    assert page.status_code == 200
    assert "Boris Kalev" in page.text and "Varna</a>" not in page.text
    places = web.get("/people", params={"kind": "place"}).text
    assert "Varna" in places and "Boris Kalev" not in places
    everything = web.get("/people?kind=").text
    assert "Varna" in everything and "Boris Kalev" in everything


def test_the_list_is_narrowed_and_says_when_it_is_empty(web: TestClient) -> None:
    found = web.get("/people.json", params={"name": "kalev"}).json()
    assert [row["name"] for row in found["rows"]] == ["Boris Kalev"]
    nobody = web.get("/people", params={"name": "Xerxes Qq", "kind": "person"})
    assert nobody.status_code == 200
    assert "Nobody and nothing of that name" in nobody.text
    assert "Look among people, organisations and places" in nobody.text
    assert web.get("/people", params={"country": "Atlantis"}).status_code == 400


def test_the_list_as_rows_and_on_a_map(web: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(web.get("/people.csv?kind=place").text)))
    assert rows[0]["name"] == "Varna"
    features = web.get("/people.geojson?kind=place").json()["features"]
    varna = next(each for each in features if each["properties"]["name"] == "Varna")
    assert varna["geometry"]["coordinates"] == pytest.approx([27.9, 43.2], abs=0.1)


def test_a_person_by_id_and_by_name(web: TestClient) -> None:
    given = id_of(web, "Karim Haddoud")
    page = web.get(f"/person/{given}")
    assert page.status_code == 200
    told = text_of(page.text)
    assert "leader, armed group · Lebanon · rebels" in told
    assert "customs chief Lebanon · 2019 to 2021" in told
    assert "ports minister Lebanon · since when is not told · over by 12 March 2024" in told
    by_name = web.get("/person/Karim%20Haddoud", follow_redirects=False)
    assert (by_name.status_code, by_name.headers["location"]) == (307, f"/person/{given}")
    other_kind = web.get(f"/organisation/{given}", follow_redirects=False)
    assert other_kind.headers["location"] == f"/person/{given}"


def test_posts_are_drawn_without_a_script(web: TestClient) -> None:
    page = web.get(f"/person/{id_of(web, 'Karim Haddoud')}").text
    drawn = re.findall(r'<svg class="strokes (\w+)".*?</svg>', page, re.DOTALL)
    assert drawn == ["current", "former", "former", "former"]
    assert 'class="held"' in page and 'class="open"' in page and 'class="over"' in page
    assert "style=" not in page and "onclick" not in page


def test_what_follows_is_a_link_away(web: TestClient) -> None:
    page = web.get(f"/person/{id_of(web, 'Boris Kalev')}").text
    assert re.search(r'href="/incident/incident-[0-9a-f]+"', page)
    assert re.search(r'href="/article/[^"]+#charge-[0-9a-f]+"', page)
    assert f'href="/place/{id_of(web, "Varna", "place")}"' in page, "company leads on"


def test_a_person_for_programs(web: TestClient) -> None:
    given = id_of(web, "Karim Haddoud")
    known = web.get(f"/person/{given}.json").json()
    assert known["name"] == "Karim Haddoud"
    assert {post["title"] for post in known["posts"]} >= {"customs chief", "ports minister"}
    posts = list(csv.DictReader(StringIO(web.get(f"/person/{given}.csv").text)))
    chief = next(post for post in posts if post["title"] == "customs chief")
    assert (chief["since_earliest"], chief["until_latest"], chief["over_by"]) == (
        "2019-01-01",
        "2021-12-31",
        "2024-03-12",
    )
    events = list(csv.DictReader(StringIO(web.get(f"/person/{given}.csv?part=events").text)))
    assert len(events) == known["incidents"]["total"]
    assert web.get(f"/person/{given}.csv?part=shoes").status_code == 400


def test_pages_of_a_part(web: TestClient) -> None:
    given = id_of(web, "Varna", "place")
    first, second = (web.get(f"/place/{given}.json", params={"limit": 3, "articles": at}).json() for at in ("0", "3"))
    assert len(first["hits"]) == len(second["hits"]) == 3
    assert not {hit["id"] for hit in first["hits"]} & {hit["id"] for hit in second["hits"]}
    assert web.get(f"/place/{given}?articles=-1").status_code == 400
    page = web.get(f"/place/{given}?limit=3").text
    assert 'articles=3#articles"' in page and "1 to 3 of 8" in page


def test_a_place(web: TestClient) -> None:
    given = id_of(web, "Varna", "place")
    page = web.get(f"/place/{given}").text
    assert "What happened there" in page and "43.2" in page and "known exactly" in text_of(page)
    assert "data-locator" in page
    bulgaria = web.get(f"/place/{id_of(web, 'Bulgaria', 'place')}").text
    assert "The whole country, and no point in it" in bulgaria


def test_a_country_is_no_point(web: TestClient) -> None:
    features = web.get(f"/place/{id_of(web, 'Bulgaria', 'place')}.geojson").json()["features"]
    assert features[0]["properties"]["name"] == "Bulgaria"
    assert features[0]["geometry"] is None
    assert any(each["geometry"] for each in features[1:]), "what is known to be in Varna has one"


@pytest.mark.parametrize("ending", ENDINGS)
def test_nobody_of_that_name(web: TestClient, ending: str) -> None:
    for kind in ("person", "organisation", "place"):
        answer = web.get(f"/{kind}/Xerxes%20Qq{ending}")
        assert answer.status_code == 404
        assert "Xerxes Qq" in (answer.json()["error"] if ending else answer.text)


@pytest.mark.parametrize(
    "odd", ["%00", "%ED%A0%80", "a" * 3000, "%2e%2e%2f", "%3Cscript%3E", "identity-", "%F0%9F%9A%A2", "%20", "-1"]
)
def test_odd_names_are_no_fault_of_ours(web: TestClient, odd: str) -> None:
    for kind in ("person", "organisation", "place"):
        for ending in ENDINGS:
            answer = web.get(f"/{kind}/{odd}{ending}", follow_redirects=False)
            assert answer.status_code in (307, 400, 404, 422), (kind, odd, ending)
            assert ending or "<script>" not in answer.text


@pytest.mark.parametrize(
    "query", ["offset=9" + "9" * 30, "limit=0", "limit=x", "kind=ship", "order=age", "statements=x"]
)
def test_odd_questions_are_refused(web: TestClient, query: str) -> None:
    path = f"/person/{id_of(web, 'Boris Kalev')}" if "statements" in query else "/people"
    assert web.get(f"{path}?{query}").status_code == 400


def test_a_desk_that_knows_nobody_says_what_to_do(tmp_path: Path) -> None:
    dateline.open(tmp_path / "empty.db", create=True).close()
    page = client(tmp_path / "empty.db").get("/people")
    assert page.status_code == 200
    assert "Nobody is known yet" in page.text and "dateline ingest" in page.text


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with dateline.open(path) as desk:
        desk.writer.execute(
            "UPDATE identities SET name = '<img src=x onerror=alert(1)> \x07' WHERE name = 'Boris Kalev'"
        )
        desk.writer.commit()
    hostile = client(path)
    page = hostile.get(f"/person/{id_of(hostile, 'Kalev')}")
    assert page.status_code == 200
    assert "&lt;img src=x onerror=alert(1)&gt; \u2407" in page.text
    assert "<img" not in page.text
