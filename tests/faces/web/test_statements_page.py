"""Who said what, as a page: filters, facets, days, words where they stand, pages, what is empty."""

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace
from web_desk import client, examples_desk

import dateline
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.contexts import Context
from dateline.desk.asking.statements.heard import Heard
from dateline.desk.asking.statements.statements import StatementRow
from dateline.desk.asking.statements.voices import Voices
from dateline.faces.web.pages.statements.spells import spells

ROW = StatementRow(
    earliest="2031-04-02", latest="2031-04-02", precision="day", timed_by="article", speaker="Ana Brek", words="Rain",
    stance="says", manner="direct", addressee=None, occasion=None, place=None, said_by=None, status="asserted",
    confidence=0.9, articles=1, article="a", headline=None, outlet=None, fact="f",
)  # fmt: skip


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client(examples_desk(tmp_path_factory.mktemp("statements")))


def titles(*cells: dict[str, Any]) -> list[tuple[str, str | None, int]]:
    rows = [replace(ROW, **each) for each in cells]
    none = Voices(stances={}, speakers=(), others=0, nobody=0, counted=0, all=True)
    context = (Context(pieces=()),) * len(rows)
    page = Heard(rows=Rows(StatementRow, rows), contexts=context, voices=none, older=False)
    return [(spell.title, spell.day, len(spell.said)) for spell in spells(page)]


def test_days_are_told_as_exactly_as_they_are_known() -> None:
    noon = {"earliest": "2031-04-02T12:00+02:00", "latest": "2031-04-02T12:00+02:00", "precision": "minute"}
    month = {"earliest": "2031-03-01", "latest": "2031-03-31", "precision": "month"}
    year = {"earliest": "2030-01-01", "latest": "2030-12-31", "precision": "year"}
    weekend = {"earliest": "2029-05-05", "latest": "2029-05-06", "precision": "week"}
    never = {"earliest": None, "latest": None, "precision": None}
    assert titles({}, noon, month, year, weekend, never) == [
        ("Wednesday, 2 April 2031", "2031-04-02", 2),
        ("March 2031", None, 1),
        ("2030", None, 1),
        ("5 May 2029 to 6 May 2029", None, 1),
        ("On a day that nothing tells", None, 1),
    ]


def test_words_are_lit_where_they_stand_and_lead_to_their_article(visitor: TestClient) -> None:
    page = visitor.get("/statements?stance=denies&about=sinking").text
    assert re.search(
        r'<span class="speaker organisation">[^<]+</span> <span class="cue">denied</span> <mark>that ', page
    )
    assert re.search(r'href="/article/[^"/]+#statement-[0-9a-f]{16}"', page)
    assert '<span aria-hidden="true">✗</span> denies' in page
    assert re.search(r'<b dir="auto"><a href="/(organisation|person)/[^"]+">', page)


def test_what_is_quoted_and_what_is_reported_are_told_apart(visitor: TestClient) -> None:
    page = visitor.get("/statements").text
    assert 'class="statement direct' in page and "in quotation marks" in page
    assert 'class="statement indirect' in page and "· reported" in page


def test_a_facet_narrows_down_to_as_many_as_it_says(visitor: TestClient) -> None:
    page = visitor.get("/statements").text
    links = re.findall(r'<li><a (?:dir="auto" )?href="([^"]+)">[^<]+</a> <span>(\d+)</span>', page)
    assert {next(iter(parse_qs(urlsplit(unescape(link)).query))) for link, _ in links} == {"stance", "by"}
    for link, many in links:
        query = urlsplit(unescape(link)).query
        found = visitor.get(f"/statements.json?{query}&limit=500").json()["rows"]
        assert len(found) >= int(many) > 0, link  # a part of a name may find more
        if "stance=" in query:
            assert len(found) == int(many)


def test_what_was_chosen_can_be_taken_away(visitor: TestClient) -> None:
    page = visitor.get("/statements?stance=denies&by=Tomasz+Wilczek").text
    assert 'href="/statements?by=Tomasz+Wilczek" aria-label="Take away:  denies"' in page
    assert 'aria-current="true">denies' in page


def test_pages_lead_from_the_latest_to_the_oldest_and_back(visitor: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/statements?limit=20"
    while address:
        page = visitor.get(address).text
        seen += re.findall(r"#(statement-\w+)\"", page)
        older = re.search(r'rel="next" href="([^"]+)"', page)
        address = unescape(older[1]) if older else None
    rows = visitor.get("/statements.json?limit=1000").json()["rows"]
    assert sorted(seen) == sorted(row["fact"] for row in rows) and len(seen) == len(set(seen))
    assert 'rel="prev" href="/statements?limit=20&amp;offset=20"' in page


def test_nothing_found_says_what_to_do(visitor: TestClient, tmp_path: Path) -> None:
    assert "Take a filter away" in visitor.get("/statements?by=Nobody+Atall").text
    assert "Back to the latest" in visitor.get("/statements?offset=9000").text
    dateline.open(tmp_path / "new.db", create=True).close()
    assert "No statements yet" in client(tmp_path / "new.db").get("/statements").text


@pytest.mark.parametrize("query", ["stance=sings", "since=someday", "offset=-1", "limit=0", "about=-rain"])
def test_a_question_that_makes_no_sense_is_told(visitor: TestClient, query: str) -> None:
    assert visitor.get(f"/statements?{query}").status_code == 400
    assert visitor.get(f"/statements.json?{query}").json()["error"].endswith(".")


def test_programs_get_the_same_rows_as_json_and_csv(visitor: TestClient) -> None:
    told = visitor.get("/statements.json?stance=denies&limit=2&offset=1").json()["rows"]
    table = visitor.get("/statements.csv?stance=denies&limit=2&offset=1")
    assert table.headers["content-disposition"] == 'attachment; filename="statements.csv"'
    assert [row["fact"] in table.text for row in told] == [True, True]
