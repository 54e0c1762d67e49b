"""People, bodies and places at the edges: countries on the map, wrong facts, other kinds, pages beyond the last."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from web_desk import client, examples_desk

KINDS = ("person", "organisation", "place")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return examples_desk(tmp_path_factory.mktemp("edges"))


@pytest.fixture(scope="module")
def web(path: Path) -> TestClient:
    return client(path)


def rows(web: TestClient, **asked: Any) -> list[dict[str, Any]]:
    return list(web.get("/people.json", params=asked).json()["rows"])


def facts_of(path: Path, identity: str) -> list[str]:
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT facts.id FROM identity_facts JOIN facts ON facts.key = fact "
        "JOIN identities ON identities.key = identity WHERE identities.id = ?", (identity,),
    ).fetchall()  # fmt: skip
    connection.close()
    return [fact for (fact,) in found]


def test_a_country_of_the_list_is_no_point_in_its_middle(web: TestClient) -> None:
    features = web.get("/people.geojson?kind=place&limit=1000").json()["features"]
    points = {each["properties"]["name"]: each["geometry"] for each in features}
    assert points["Bulgaria"] is None and points["Varna"] is not None
    for each in features:
        own = web.get(f"/place/{each['properties']['id']}.geojson").json()["features"][0]
        if own["properties"]["precision"] in ("exact", "country"):
            assert (own["geometry"] is None) == (each["geometry"] is None), each["properties"]["name"]


def test_people_are_on_no_map(web: TestClient) -> None:
    assert web.get("/people.geojson?kind=person").json()["features"] == []


def test_pages_of_the_list_follow_on_each_other_and_none_is_lost(web: TestClient) -> None:
    every = [row["id"] for row in rows(web, kind="", limit=10_000)]
    paged = [row["id"] for at in range(0, len(every) + 7, 7) for row in rows(web, kind="", limit=7, offset=at)]
    assert paged == every and len(set(every)) == len(every)


def test_the_three_kinds_together_are_all(web: TestClient) -> None:
    many = [web.get(f"/people.json?kind={kind}&limit=1").json()["total"] for kind in (*KINDS, "")]
    assert sum(many[:3]) == many[3] and all(many[:3])


def test_beyond_the_last_page_nobody_is_said_to_be_unknown(web: TestClient) -> None:
    page = web.get("/people?offset=90000").text
    assert "Nobody is known yet" not in page and "Nobody and nothing of that name" in page


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_has_another_kind_has_another_address(web: TestClient, kind: str) -> None:
    one = rows(web, kind=kind, limit=1)[0]["id"]
    for other in KINDS:
        answer = web.get(f"/{other}/{one}", follow_redirects=False)
        if other == kind:
            assert answer.status_code == 200
        elif "place" in (kind, other):
            assert answer.status_code == 404, "a place is nobody, and nobody is a place"
        else:
            assert (answer.status_code, answer.headers["location"]) == (307, f"/{kind}/{one}")


def test_a_fact_leads_to_the_page_of_whom_it_names(web: TestClient, path: Path) -> None:
    for kind in KINDS:
        one = rows(web, kind=kind, limit=1)[0]["id"]
        answer = web.get(f"/{kind}/{facts_of(path, one)[0]}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (307, f"/{kind}/{one}")


@pytest.mark.parametrize("part", ["statements", "events", "articles"])
def test_a_part_beyond_its_last_row_is_empty_and_its_number_stays(web: TestClient, part: str) -> None:
    one = rows(web, kind="person", limit=1)[0]["id"]
    assert web.get(f"/person/{one}?{part}=5000").status_code == 200
    far, near = (web.get(f"/person/{one}.json?{query}").json() for query in (f"{part}=5000", "limit=1"))
    key = "incidents" if part == "events" else part
    if part == "articles":
        assert far["hits"] == [] and far["articles"] == near["articles"]
    else:
        assert far[key]["rows"] == [] and far[key]["total"] == near[key]["total"]


def test_every_companion_has_a_page_and_every_tie_two_of_them(web: TestClient) -> None:
    one = rows(web, kind="person", limit=1)[0]["id"]
    company = web.get(f"/person/{one}.json").json()["company"]
    assert company["named"] and one not in {each["id"] for each in company["named"]}
    for each in company["named"]:
        assert web.get(f"/{each['kind']}/{each['id']}").status_code == 200
    for tie in re.findall(r"\[(\d+),(\d+),\d+\]", web.get(f"/person/{one}").text):
        assert 0 <= int(tie[0]) < int(tie[1]) < len(company["named"])


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_only_named_by_what_was_judged_wrong_is_gone_until_it_is_taken_back(tmp_path: Path, kind: str) -> None:
    path = examples_desk(tmp_path)
    with client(path) as web:
        one = min(rows(web, kind=kind, limit=1000), key=lambda row: (row["articles"], row["name"]))
        facts = facts_of(path, one["id"])
        for verdict, status in (("wrong", 404), ("undo", 200)):
            for fact in facts:
                assert web.post("/judgements.json", json={"verdict": verdict, "left": fact}).status_code == 201
            assert web.get(f"/{kind}/{one['name']}").status_code == status
            assert (one["name"] in {row["name"] for row in rows(web, kind=kind, limit=1000)}) == (status == 200)
