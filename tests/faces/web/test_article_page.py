"""The page of an article: its words, its margin, its versions, and whatever somebody asks of it."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from web_desk import EXAMPLES, client, examples_desk

import dateline

RAID = "/article/" + quote(str(EXAMPLES / "harbour-raid.txt"), safe="")
FIRST = "Gunmen raided the mill in Vellholm on 3 March 2031. Two guards were killed, police said."
LATER = "Gunmen raided the mill in Vellholm on 3 March 2031. Three guards were killed, police said."


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client(examples_desk(tmp_path_factory.mktemp("article")))


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("versions") / "mill.db"
    with dateline.open(path, create=True) as desk:
        for text in (FIRST, LATER):
            desk.ingest([{"id": "mill.json", "text": text, "outlet": "Vellholm Post"}])
    return client(path)


def test_the_words_stand_as_published_and_each_fact_stands_once(examples: TestClient) -> None:
    page = examples.get(RAID)
    record = examples.get(f"{RAID}.json").json()
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    for fact in record["facts"]:
        assert page.text.count(f'id="{fact["id"]}"') == 1, fact
    for index in range(len(record["findings"])):
        assert page.text.count(f'id="finding-{index}"') == 1


def test_evidence_is_there_without_a_script(examples: TestClient) -> None:
    page = examples.get(RAID).text
    event = page[page.index('<details class="remark event"') :]
    event = event[: event.index("</details>")]
    for part in ("How sure", "Read by", "Words", "Who says so", 'action="/judgements"', 'href="/incident/'):
        assert part in event


def test_every_word_that_is_lit_has_its_note(examples: TestClient) -> None:
    page = examples.get(RAID).text
    notes = {piece.split('"')[0] for piece in page.split('data-f="')[1:] if " " not in piece.split('"')[0]}
    for lit in page.split('class="lit ')[1:]:
        for number in lit.split('data-f="')[1].split('"')[0].split():
            assert number in notes


def test_people_and_events_lead_to_their_pages(examples: TestClient) -> None:
    page = examples.get("/article/ferry-3").text
    assert 'href="/person/' in page
    assert "This event in 7 reports, which do not agree" in page
    assert 'href="/article/ferry-1"' in page


def test_nothing_of_the_page_is_inline(examples: TestClient) -> None:
    page = examples.get(RAID).text
    assert ' style="' not in page
    assert "<script>" not in page
    assert "onclick" not in page


def test_rows_and_map(examples: TestClient) -> None:
    rows = examples.get(f"{RAID}.csv").text.splitlines()
    assert rows[0].startswith("fact,kind,words,start,end,status")
    features = examples.get(f"{RAID}.geojson").json()["features"]
    by_name = {each["properties"]["name"]: each for each in features if each["properties"]["what"] == "place"}
    assert by_name["Tripoli"]["geometry"]["coordinates"] == pytest.approx([35.84, 34.43], abs=0.1)
    assert by_name["Lebanon"]["geometry"] is None, "a country's middle is no place where anything was"
    raid = next(each for each in features if each["properties"]["what"] == "event")
    assert raid["properties"]["name"] == "Tripoli"


def test_every_version_and_what_it_changed(versions: TestClient) -> None:
    newest, first = versions.get("/article/mill.json"), versions.get("/article/mill.json?version=1")
    assert "Version 2 of 2" in newest.text
    assert "Three" in newest.text
    assert "Two" in first.text
    assert "This is an earlier version" in first.text
    assert 'action="/judgements"' not in first.text, "only what the desk has now can be judged"
    changes = versions.get("/article/mill.json?changes=2").text
    assert "<del>Two</del>" in changes
    assert "<ins>Three</ins>" in changes
    assert "nothing before it" in versions.get("/article/mill.json?changes=1").text


def test_an_id_that_ends_like_a_format(versions: TestClient) -> None:
    assert versions.get("/article/mill.json").headers["content-type"].startswith("text/html")
    assert versions.get("/article/mill.json.json").json()["id"] == "mill.json"
    changed = json.loads(versions.get("/article/mill.json.json?changes=2").content)
    assert changed["number"] == 2


def test_what_was_judged_wrong_is_struck_and_may_be_right_again(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with dateline.open(path) as desk:
        event = desk.record("ferry-3").of("event")[0].id
        desk.judge("wrong", event, why="the harbour master denies it", who="Ines")
    page = client(path).get("/article/ferry-3").text
    note = page[page.index(f'id="{event}"') - 200 :]
    assert "struck" in note[:200]
    assert "Judged wrong by Ines" in note
    assert "the harbour master denies it" in note
    assert "Right after all" in note


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("?version=0", 400),
        ("?version=-1", 400),
        ("?version=99", 404),
        ("?version=" + "9" * 40, 400),
        ("?changes=7", 404),
        ("?changes=x", 400),
        ("?part=2", 404),
        ("?part=%00", 400),
        ("?fact=%00", 200),
        ("?fact=" + "x" * 1000, 200),
        ("?version=&part=&changes=", 200),
    ],
)
def test_a_question_that_makes_no_sense_is_told(examples: TestClient, asked: str, status: int) -> None:
    assert examples.get(f"/article/ferry-1{asked}").status_code == status


@pytest.mark.parametrize("ending", ["", ".json", ".csv", ".geojson"])
@pytest.mark.parametrize("name", ["nobody", "%00", "a/b/../c", "%F0%9F", "x" * 5000, ".", " "])
def test_an_article_that_is_not_there(examples: TestClient, name: str, ending: str) -> None:
    assert examples.get(f"/article/{name}{ending}").status_code == 404
