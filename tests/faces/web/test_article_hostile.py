"""Stories that were written to break a page, and stories without an end: shown as text, in parts, within seconds."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from web_desk import client

import dateline
from dateline.desk.saving.rows import rows_of
from dateline.desk.saving.writing import ArticleWriter
from dateline.desk.storage.transactions import transaction
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.values import Person, Publication, Span

EVIL = "evil?#%.json"
SCRIPT = "<script>alert(1)</script>"
ODD = (
    f"{SCRIPT} in Vellholm\n\n"
    'A man said: "\x07 \u202eolleh\u202c <img src=x onerror=alert(1)> \u05e9\u05dc\u05d5\u05dd".'
)


def endless() -> Record:
    """A word of two million letters, whose publication calls it by itself."""
    text = "x" * 2_000_000
    source = Source(location="y" * 300_000, media_type="text/plain", outlet="z" * 300_000)
    record = Record(Article(id="one-word", source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)))
    record.add(record.fact(Publication(headline=text), Span(0, len(text))))
    record.add(record.fact(Person(name=text), Span(0, len(text)), reason=text))
    return record


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    rows = [
        {"id": EVIL, "text": ODD, "title": SCRIPT, "outlet": '"><script>', "url": "javascript:alert(1)"},
    ]
    with dateline.open(path, create=True) as desk:
        desk.ingest(rows)
        with transaction(desk.writer):
            ArticleWriter(desk.writer, 1).save(rows_of(endless()), b"endless")
    yield client(path)


def test_what_it_holds_is_text(hostile: TestClient) -> None:
    page = hostile.get("/article/" + quote(EVIL, safe=""))
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "<img" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "\u202e" not in page.text, "no letter turns the line around"
    assert "\x07" not in page.text
    assert 'href="javascript' not in page.text


def test_its_own_links_reach_it(hostile: TestClient) -> None:
    address = "/article/" + quote(EVIL, safe="")
    page = hostile.get(address).text
    assert f'href="{address}.csv"' in page
    assert hostile.get(f"{address}.csv").status_code == 200
    assert hostile.get(f"{address}.json").json()["id"] == EVIL


def test_a_text_without_end_comes_in_parts(hostile: TestClient) -> None:
    began = time.monotonic()
    page = hostile.get("/article/one-word")
    assert time.monotonic() - began < 3
    assert page.status_code == 200
    assert len(page.content) < 200_000
    assert "This is part 1 of 84" in page.text
    last = hostile.get("/article/one-word?part=84").text
    assert "Part 83" in last
    assert "Part 85" not in last
