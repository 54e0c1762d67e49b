"""The box for a story: it is read at once, shown with its facts, and kept nowhere."""

import re
from collections.abc import Iterator
from html import unescape

import anyio
import pytest
from fastapi.testclient import TestClient
from web_desk import EXAMPLES, client

import dateline
from dateline.faces.web.pages.paste.reading import WAITING, Busy, Read, Readings
from dateline.model import Refused
from dateline.record import Record
from dateline.settings import Settings

STORY = "FENWICK, April 3 - Two rowers were hurt on Thursday when a crane fell, harbour master Ines Oberg said."
OURS = {"origin": "http://127.0.0.1"}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("paste") / "empty.db"
    dateline.open(path, create=True).close()
    with client(path) as visiting:
        yield visiting


def test_a_text_becomes_a_record_and_the_desk_stays_empty(visitor: TestClient) -> None:
    answer = visitor.post("/paste.json", json={"text": STORY, "published": "2031-04-04"})
    assert answer.status_code == 200
    record = Record.from_json(answer.content)
    assert record.text == STORY
    assert "Ines Oberg" in {getattr(fact.value, "name", "") for fact in record.of("person")}
    assert answer.headers["cache-control"] == "no-store"
    assert visitor.get("/statements.json").json()["rows"] == []


def test_the_page_shows_the_story_with_its_facts_and_says_that_nothing_is_kept(visitor: TestClient) -> None:
    page = visitor.post("/paste", data={"text": STORY, "published": "2031-04-04"}, headers=OURS)
    assert page.status_code == 200
    assert "Nothing of it is kept in the desk" in page.text
    assert re.search(r'<span class="lit person[^"]*" id="w\d+" data-f="[\d ]+">[^<]*Ines Oberg', page.text)
    assert 'action="/judgements"' not in page.text, "there is nothing to judge"
    assert "x-dateline-keep" not in page.headers
    inside = page.text.partition('<article class="report">')[2].partition("</article>")[0]
    assert set(re.findall(r'href="(.)', inside)) <= {"#"}, "no link leads to an article that is not there"


def test_a_file_is_read_as_what_it_is(visitor: TestClient) -> None:
    page = (EXAMPLES / "court-verdict.html").read_bytes()
    answer = visitor.post("/paste.json", files={"document": ("verdict.html", page)}, headers=OURS)
    record = Record.from_json(answer.content)
    assert record.article.blocks_of("headline") and "<" not in record.text
    mail = (
        b"From: desk@fen.example\r\nSubject: Crane falls\r\nDate: Thu, 3 Apr 2031 10:00:00 +0000\r\n\r\n"
        + STORY.encode()
    )
    assert "crane fell" in visitor.post("/paste.json", files={"document": ("a.eml", mail)}, headers=OURS).json()["text"]


def test_of_several_stories_the_first_is_shown_and_the_others_are_mentioned(visitor: TestClient) -> None:
    rows = f'{{"text": "{STORY}"}}\n{{"text": "Rain fell on Fenwick."}}\n'
    page = visitor.post("/paste", data={"text": rows}, headers=OURS)
    assert "There are several stories in it" in page.text


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"text": "  "}, 422, "There is nothing to read"),
        ({"text": STORY, "published": "soon"}, 400, "give a date in ISO 8601"),
        ({"text": "<?xml version='1.0'?><cake><icing/></cake>"}, 422, "which nothing here reads"),
        ({"text": "<html><body><nav>Menu</nav></body></html>"}, 422, "."),
    ],
)
def test_what_cannot_be_read_stays_in_the_box_with_the_reason(
    visitor: TestClient, fields: dict[str, str], status: int, told: str
) -> None:
    page = visitor.post("/paste", data=fields, headers=OURS)
    assert page.status_code == status
    reason, box = page.text.partition('class="trouble"')[2].partition("</textarea>")[::2]
    assert told in reason and box
    kept = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page.text, re.S)
    assert kept and unescape(kept[1]) == fields["text"]


def test_a_broken_file_is_named(visitor: TestClient) -> None:
    page = visitor.post("/paste", files={"document": ("<b>scan</b>.pdf", b"%PDF-1.4 nothing more")}, headers=OURS)
    assert page.status_code == 422
    assert "The file was &lt;b&gt;scan&lt;/b&gt;.pdf." in page.text


@pytest.mark.parametrize("row", [b'{"text": 3}', b'{"text": "\\ud800"}', b'{"text": ""}', b'{"html": "<p>"}'])
def test_programs_hear_the_reason_as_json(visitor: TestClient, row: bytes) -> None:
    answer = visitor.post("/paste.json", content=row, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")


def test_a_story_of_a_stranger_is_text(visitor: TestClient) -> None:
    page = visitor.post("/paste", data={"text": f"<script>alert(1)</script> {STORY}"}, headers=OURS)
    assert page.status_code == 200
    assert "<script>alert" not in page.text and "&lt;script&gt;alert(1)" in page.text


def test_other_sites_cannot_have_a_story_read(visitor: TestClient) -> None:
    for headers in ({}, {"origin": "https://elsewhere.example"}):
        assert visitor.post("/paste", data={"text": STORY}, headers=headers).status_code == 403


def test_a_few_wait_and_one_more_is_told_to_come_again() -> None:
    readings = Readings(Settings())
    told: list[str] = []

    async def read(document: bytes) -> None:
        try:
            outcome = await readings.read(document, {"outlet": "Fen Times"})
            told.append("read" if isinstance(outcome, Read) else "refused")
        except Busy:
            told.append("busy")

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(WAITING + 3):
                group.start_soon(read, STORY.encode())

    try:
        anyio.run(all_at_once)
    finally:
        readings.close()
    assert told[:2] == ["busy", "busy"] and told.count("read") == WAITING + 1


@pytest.mark.slow
def test_what_a_document_does_to_its_process_is_told() -> None:
    readings = Readings(Settings(patience=0.001))
    try:
        outcome = anyio.run(readings.read, STORY.encode(), {})
    finally:
        readings.close()
    assert isinstance(outcome, Refused) and "was not read within" in outcome.reason
