"""What goes wrong: as a page, as JSON, and in the log where the fault is ours."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import HTTPException
from fastapi.testclient import TestClient
from small_desk import small_desk
from web_desk import client

from dateline import errors

RAISED: dict[str, tuple[Exception, int, str]] = {
    "question": (errors.BadQuestion("no type is called 'X'; give ASSAULT"), 400, "No type is called &#39;X&#39;;"),
    "missing": (errors.NotInDesk("no article is called 'x'"), 404, "No article is called"),
    "read-only": (errors.DeskReadOnly("news.db: it may not be written to"), 409, "may not be written to."),
    "busy": (errors.DeskBusy("news.db: another process is writing"), 503, "another process is writing."),
    "damaged": (errors.DeskDamaged("news.db: the file is damaged"), 503, "damaged"),
    "text": (errors.NotText("these bytes are no text"), 422, "These bytes are no text."),
    "disk": (OSError(5, "Input/output error"), 503, "The disk or the network failed"),
    "ours": (ZeroDivisionError("secret <b>detail</b>"), 500, "a fault of Dateline&#39;s"),
    "large": (HTTPException(413, "A story has 20 MB at most."), 413, "A story has 20 MB at most."),
    "odd": (errors.BadQuestion("half \ud800 and \x00 in <script>"), 400, "Half � and ␀ in &lt;script&gt;."),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(small_desk(tmp_path_factory.mktemp("trouble"))) as asking:

        def raising(name: str) -> None:
            raise RAISED[name.removesuffix(".json")][0]

        asking.app.add_api_route("/raising/{name}", raising)  # type: ignore[attr-defined]
        yield asking


@pytest.mark.parametrize("name", RAISED)
def test_people_get_a_page(site: TestClient, name: str) -> None:
    _, status, words = RAISED[name]
    answer = site.get(f"/raising/{name}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert words in answer.text
    assert 'href="/news"' in answer.text and "secret" not in answer.text


@pytest.mark.parametrize("name", RAISED)
def test_programs_get_json(site: TestClient, name: str) -> None:
    by_ending = site.get(f"/raising/{name}.json")
    by_header = site.get(f"/raising/{name}", headers={"accept": "application/json"})
    assert by_ending.status_code == by_header.status_code == RAISED[name][1]
    assert by_ending.json() == by_header.json()
    assert list(by_ending.json()) == ["error"] and "secret" not in by_ending.text


def test_a_fault_of_ours_stands_in_the_log(site: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        site.get("/raising/ours")
        site.get("/raising/question")
    assert [(each.name, each.getMessage()) for each in caplog.records] == [("dateline.web", "GET /raising/ours")]
    assert caplog.records[0].exc_info


def test_what_an_address_takes_instead_is_said(site: TestClient) -> None:
    answer = site.request("DELETE", "/statements", headers={"origin": "http://127.0.0.1"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert "takes no such request" in answer.text


def test_a_desk_that_went_away_is_told_and_comes_back(tmp_path: Path) -> None:
    path = small_desk(tmp_path)
    with client(path) as asking:
        assert asking.get("/statements").status_code == 200
        path.rename(tmp_path / "aside.db")
        gone = asking.get("/statements")
        assert (gone.status_code, "No desk is here" in gone.text) == (503, True)
        path.write_text("a letter to my aunt, and no desk")
        assert "This file is no desk" in asking.get("/statements.json").json()["error"]
        path.unlink()
        (tmp_path / "aside.db").rename(path)
        assert asking.get("/statements").status_code == 200


def test_where_the_desk_lies_on_the_server_is_told_to_nobody(tmp_path: Path) -> None:
    path = small_desk(tmp_path)
    with client(path) as asking:

        def busy() -> None:
            raise errors.DeskBusy(f"{path}: another process writes; see `dateline doctor {path}`")

        asking.app.add_api_route("/busy.json", busy)  # type: ignore[attr-defined]
        told = asking.get("/busy.json").json()["error"]
    assert told == f"Another process writes; see `dateline doctor {path.name}`."


def test_another_desk_in_its_place_is_the_one_that_is_shown(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, path = small_desk(tmp_path / "other"), small_desk(tmp_path)
    with client(path) as asking:
        before = asking.get("/statements.json")
        path.unlink()
        other.rename(path)
        path.with_name("news.db-wal").unlink(missing_ok=True)
        assert asking.get("/statements.json").json()["rows"] == before.json()["rows"]
