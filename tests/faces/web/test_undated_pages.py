"""Pages of incidents and stories of which next to nothing is known, and of very long or foreign ones."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from mill_desk import mill_desk
from put_together import Together
from shelf import Story as Article
from shelf import shelved
from web_desk import client

import dateline
from dateline.desk.storage.opening import writing
from dateline.merging.outcomes import Count, Incident, Party, Story, When, Where

HEBREW = "הספינה לא חזרה"
LONG = "A ferry that nobody had seen for days " * 40


def words(answer: httpx.Response) -> str:
    body = re.sub(r"<(script|style|title|desc)\b.*?</\1>", "", answer.text, flags=re.S)
    told = " ".join(unescape(re.sub(r"<[^>]+>", " ", body[body.index("<main") :])).split())
    return re.sub(r" (?=[,;:])", "", told)


def _bare(name: str) -> tuple[Article, str]:
    article = Article(name, f"{name.capitalize()}. A ferry sank.", None, "")
    return article, article.event("DISASTER", "A ferry sank").id


def _odd_desk(folder: Path) -> Path:
    """An incident of which nothing is known; one with names beyond count, a foreign title and an open time."""
    (bare, bare_event), (full, full_event) = _bare("bare"), _bare("full")
    desk = shelved(folder, bare, full)
    together = Together(desk, bare, full)
    story = together.story(Story(story="story-bare", title="", articles=("bare",)))
    together.story(
        Story(
            story="story-full", title=LONG, articles=("full",), last="2033-02-04", names=(HEBREW, *map(str, range(20)))
        )
    )
    together.incident(
        Incident(incident="incident-bare", type="DISASTER", when=None, where=None, facts=(bare_event,),
                 articles=("bare",), title="  ", story="story-bare"), story,
    )  # fmt: skip
    together.incident(
        Incident(
            incident="incident-full", type="DISASTER", when=When(earliest="2033-02-01T18:00", latest="2033-02-01"),
            where=Where(name="<i>Kesh</i>", lat=-0.5, lon=-0.25, precision="near"), facts=(full_event,),
            articles=("full",), title=f"{HEBREW} {LONG}", first="2033-02-01T23:30+05:00", last="2033-02-04",
            recipients=tuple(Party(name=f"Passenger {at}") for at in range(1, 12)), status="possible",
            casualties={"missing": Count(low=11), "killed": Count(), "wounded": Count(low=0, high=0, best=0)},
        )
    )  # fmt: skip
    desk.commit()
    desk.close()
    return folder / "news.db"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(_odd_desk(tmp_path_factory.mktemp("odd"))) as site:
        yield site


def test_an_incident_without_a_day_says_so(site: TestClient) -> None:
    told = words(site.get("/incident/incident-bare"))
    assert "No report is dated · The story it belongs to" in told and "First reported" not in told
    assert "Without a title" in told and "When not known" in told and "Where not known" in told
    assert "data-kind" not in site.get("/incident/incident-bare").text, "there is no map of nowhere"


def test_a_story_without_a_day_says_so(site: TestClient) -> None:
    told = words(site.get("/story/story-bare"))
    assert "Without a title 1 article · not dated Its articles" in told and "outlet not named" in told
    assert "Another story?" not in told, "its only article cannot leave it"


def test_lists_have_a_name_and_a_place_for_what_has_none(site: TestClient) -> None:
    assert "not dated Without a title" in words(site.get("/stories"))
    told = words(site.get("/incidents?status="))
    assert "time not told Without a title place not told" in told
    assert 'href="/incident/incident-bare"' in site.get("/incidents?status=").text


def test_a_time_within_a_day_is_told_once(site: TestClient) -> None:
    told = words(site.get("/incident/incident-full"))
    assert "1 February 2033, from 18:00" in told and "1 February 2033 to 1 February 2033" not in told
    assert "First reported 1 February 2033, last 4 February 2033" in told


def test_names_beyond_count_are_counted(site: TestClient) -> None:
    told = words(site.get("/incident/incident-full"))
    assert "Passenger 8 and 3 more" in told and "Passenger 9" not in told.partition("What is known")[2]
    assert "Passenger 3 and 8 more" in words(site.get("/incidents?status=any"))
    names = re.findall(r'class="chip" href="/people\?name=', site.get("/story/story-full").text)
    assert len(names) == 12


def test_what_nobody_counted_is_no_heading_and_none_wounded_is_a_number(site: TestClient) -> None:
    page = site.get("/incident/incident-full")
    headings = [" ".join(re.sub(r"<[^>]+>", "", each).split()) for each in re.findall(r"<h3>(.*?)</h3>", page.text)]
    assert [each for each in headings if ":" in each] == ["Wounded: 0", "Missing: 11 or more"]
    assert "Killed not known No report gives a number." in words(page)
    assert "<svg viewBox" not in page.text, "there is nothing to compare"


def test_foreign_and_hostile_words_stand_as_they_are(site: TestClient) -> None:
    page = site.get("/incident/incident-full").text
    assert re.search(rf'<h1 dir="auto">\s*{HEBREW}', page)
    assert "<i>Kesh" not in page and "&lt;i&gt;Kesh&lt;/i&gt;" in page
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    assert title and len(title[1]) < 140, "the tab of a browser has no room for more"


def test_a_point_south_of_the_equator_and_west_of_greenwich(site: TestClient) -> None:
    (feature,) = site.get("/incident/incident-full.geojson").json()["features"]
    assert feature["geometry"]["coordinates"] == [-0.25, -0.5]
    assert 'data-lat="-0.5" data-lon="-0.25"' in site.get("/incident/incident-full").text
    (bare,) = site.get("/incident/incident-bare.geojson").json()["features"]
    assert bare["geometry"] is None and bare["properties"]["earliest"] is None


def test_tables_have_a_row_for_what_says_nothing(site: TestClient) -> None:
    (row,) = csv.DictReader(StringIO(site.get("/incident/incident-bare.csv").text))
    assert row["article"] == "bare" and row["words"] == "A ferry sank."
    assert {row[name] for name in ("killed", "wounded", "others", "earliest", "where", "who", "copy_of")} == {""}
    (article,) = csv.DictReader(StringIO(site.get("/story/story-bare.csv").text))
    assert (article["article"], article["published"], article["how"]) == ("bare", "", "")
    assert {each["incident"] for each in csv.DictReader(StringIO(site.get("/incidents.csv?status=any").text))} == {
        "incident-bare", "incident-full",
    }  # fmt: skip


def test_a_page_beyond_the_last_is_empty_and_no_fault(site: TestClient) -> None:
    for path in ("/incidents", "/stories", "/judgements", "/people"):
        assert site.get(f"{path}?offset=999999999").status_code == 200, path
        assert site.get(f"{path}.json?offset=999999999").json()["rows"] == [], path


def test_the_empty_desk_has_all_pages_and_says_what_comes(tmp_path: Path) -> None:
    dateline.open(tmp_path / "empty.db", create=True).close()
    with client(tmp_path / "empty.db") as empty:
        for path in ("/incidents", "/stories", "/judgements"):
            answer = empty.get(path)
            assert answer.status_code == 200 and "<h2" in answer.text, path
            assert empty.get(f"{path}.json").json()["total"] == 0
            assert len(empty.get(f"{path}.csv").text.splitlines()) == 1, "the head of the table is there"
        assert empty.get("/incidents.geojson").json()["features"] == []


def test_a_fact_judged_wrong_by_another_hand_is_told_beside_its_incident(tmp_path: Path) -> None:
    path = mill_desk(tmp_path)
    with dateline.open(path) as desk:
        (incident,) = desk.incidents(min_killed=3)
    wrong = incident.casualties["killed"].by_source[0].fact
    connection = writing(path)
    connection.execute(
        """INSERT INTO judgements ("left", verdict, why, who, at) VALUES (?, 'wrong', ?, 'Bo', '2033-02-01')""",
        (wrong, "a <i>slip</i>"),
    )
    connection.commit()
    connection.close()
    with client(path) as site:
        answer = site.get("/incident/incident-mill")
    told = words(answer)
    assert "Judged wrong" in told and "a fact of the kind casualties · Bo, 1 February 2033 · a <i>slip</i>" in told
    assert f'href="/article/first#{wrong}"' in answer.text and "<i>slip" not in answer.text
    assert "judged wrong by Bo" in told, "it is told beside the figure too"


def test_an_old_address_that_became_two_says_where_its_reports_are(tmp_path: Path) -> None:
    path = mill_desk(tmp_path)
    with client(path) as site:
        told = site.get("/incident/incident-mill.json").json()
    first, *_, last = told["incident"]["facts"]
    connection = writing(path)
    connection.execute(
        "UPDATE incident_facts SET incident = (SELECT key FROM incidents WHERE id = 'incident-second') "
        "WHERE fact = (SELECT key FROM facts WHERE id = ?)", (last,),
    )  # fmt: skip
    connection.commit()
    connection.close()
    with client(path) as site:
        moved = site.get(f"/incident/{last}?judged={first}", follow_redirects=False)
    assert moved.status_code == 303
    assert moved.headers["location"] == f"/incident/incident-second?judged={first}"
