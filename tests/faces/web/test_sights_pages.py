"""The pages that show a desk from above: the map, the timeline, the queue of findings."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_desk import client, examples_desk

import dateline
from dateline.desk.asking.maps.glance import Glance
from dateline.desk.asking.maps.shown import Area, Spot
from dateline.faces.web.pages.map.question import HappenedAsked
from dateline.faces.web.pages.map.wording import more_about, stretch_name, time_told
from dateline.faces.web.pages.timeline.days import months

PAGES = ("map", "timeline", "findings")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(examples_desk(tmp_path_factory.mktemp("sights"))) as asking:
        yield asking


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_read_without_scripts(web: TestClient, page: str) -> None:
    answer = web.get(f"/{page}")
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert not re.search(r'\sstyle="|<script>|\son\w+="', answer.text)
    assert "data-item" in answer.text and f'href="/{page}.json"' in answer.text


def test_the_map_says_in_words_what_it_draws(web: TestClient) -> None:
    page, told = web.get("/map").text, web.get("/map.json").json()
    for spot in told["spots"]:
        assert spot["place"] in page
    assert "Known exactly" in page and "No report tells a place" in page and "Natural Earth" in page
    counted = sum(each["incidents"] for each in (*told["spots"], *told["areas"]))
    assert counted + told["nowhere"] + told["unfound"] == told["total"] > 20


def test_a_map_for_programs_puts_longitude_first(web: TestClient) -> None:
    features = web.get("/map.geojson", params={"place": "Varna"}).json()["features"]
    (varna,) = [each for each in features if each["properties"]["place"] == "Varna"]
    assert varna["geometry"] == {"type": "Point", "coordinates": [27.91024, 43.21912]}
    rows = list(csv.DictReader(StringIO(web.get("/map.csv").text)))
    assert {row["place"] for row in rows} >= {"Varna", "Beirut"}
    assert all(row["precision"] == "exact" for row in rows)


def test_the_atlas_knows_the_countries_of_the_gazetteer(web: TestClient) -> None:
    codes = web.get("/static/data/atlas-ids.json").json()
    outlines = web.get("/static/vendor/countries-50m.json").json()["objects"]["countries"]["geometries"]
    known = {each.get("id") or each["properties"]["name"] for each in outlines}
    assert set(codes.values()) <= known
    assert (codes["LBN"], codes["KOS"]) == ("422", "Kosovo")


def test_filters_stay_in_the_form(web: TestClient) -> None:
    page = web.get("/map", params={"country": "Lebanon", "type": "COERCE", "min_killed": ""}).text
    assert 'name="country" value="Lebanon"' in page and '<option value="COERCE" selected>' in page
    assert '<details class="more">' in page
    assert '<details class="more" open>' in web.get("/map", params={"person": "Kalev"}).text


def test_nothing_found_says_what_to_do(web: TestClient) -> None:
    for page in ("map", "timeline"):
        answer = web.get(f"/{page}", params={"words": "xylophone"})
        assert answer.status_code == 200 and "Take a filter away" in answer.text
    assert "Take a filter away" in web.get("/findings", params={"outlet": "Nobody"}).text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "asked", [{"since": "soon"}, {"limit": "none"}, {"offset": "-1"}, {"words": "\x00"}, {"limit": "9" * 400}]
)
def test_a_bad_question_is_told(web: TestClient, page: str, asked: dict[str, str]) -> None:
    assert web.get(f"/{page}", params=asked).status_code == 400
    assert "error" in web.get(f"/{page}.json", params=asked).json()


def test_a_timeline_goes_from_either_end(web: TestClient) -> None:
    last, first = (
        web.get("/timeline.json", params={"direction": way, "limit": "3"}).json() for way in ("last", "first")
    )
    assert last["rows"][0]["earliest"] == "2027-06-18"
    assert first["rows"][0]["earliest"] == "1991-07-29"
    assert last["total"] == first["total"] == sum(stretch["incidents"] for stretch in last["times"])
    page = web.get("/timeline", params={"direction": "first"}).text
    assert page.index("July 1991") < page.index("March 2026")
    assert len(list(csv.DictReader(StringIO(web.get("/timeline.csv", params={"limit": "4"}).text)))) == 4


def test_findings_lead_to_their_place_in_the_article(web: TestClient) -> None:
    page = web.get("/findings", params={"check": "weekday_and_date"}).text
    assert '<mark class="as-warning">Tuesday, February 29, 2024</mark>' in page
    assert re.search(r'href="/article/[^/"]*harbour-raid.txt#finding-0"', page)
    assert "1 finding of weekday and date" in page and "This check finds:" in page
    grave = web.get("/findings.json", params={"order": "gravest"}).json()
    assert [row["severity"] for row in grave["rows"]] == ["warning"] * 4 + ["note"] * 6
    assert sum(each["findings"] for each in grave["tallies"]) == grave["total"] == 10


def glance(**cells: object) -> Glance:
    given = dict.fromkeys(Glance.__struct_fields__) | {
        "incident": "i", "type": "ASSAULT", "title": "", "reports": 1, "independent": 1, "disagreements": (),
        "status": "asserted",
    }  # fmt: skip
    return Glance(**given | cells)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "time not told"),
        ({"reported": "2031-04-02T10:00"}, "reported 2 April 2031"),
        ({"latest": "2031-04-02"}, "by 2 April 2031"),
        ({"earliest": "2031-04-02"}, "from 2 April 2031 on"),
        ({"earliest": "2031-04-02T06:00", "latest": "2031-04-02T11:59"}, "2 April 2031"),
        ({"earliest": "2031-04-01", "latest": "2031-04-30", "time_precision": "month"}, "April 2031"),
        ({"earliest": "2031-01-01", "latest": "2031-12-31", "time_precision": "year"}, "2031"),
        ({"earliest": "2031-04-01", "latest": "2031-04-07"}, "between 1 April 2031 and 7 April 2031"),
    ],
)
def test_a_time_is_told_no_more_exactly_than_it_is_known(cells: dict[str, str], told: str) -> None:
    assert re.sub("<[^>]*>", "", str(time_told(glance(**cells)))) == told


@pytest.mark.parametrize(
    ("first", "unit", "told"),
    [
        ("2031-04-02", "day", "2 April 2031"),
        ("2031-03-31", "week", "the week of 31 March 2031"),
        ("2031-04-01", "month", "April 2031"),
        ("2031-10-01", "quarter", "October to December 2031"),
        ("2031-01-01", "year", "2031"),
        ("2030-01-01", "decade", "the 2030s"),
        ("1900-01-01", "century", "1900 to 1999"),
    ],
)
def test_stretches_have_names(first: str, unit: str, told: str) -> None:
    assert stretch_name(first, unit) == told  # type: ignore[arg-type]


def test_more_of_a_place_is_at_an_address_with_the_same_filters() -> None:
    asked = HappenedAsked(type=["ASSAULT", "PROTEST"], since="2031", limit="5")
    rest = {"geonames": None, "admin1": None, "times": (), "latest": "incident-7"}
    spot = Spot(place="Varde", lat=55.6, lon=8.5, precision="exact", country="DNK", incidents=3, **rest)  # type: ignore[arg-type]
    there = "/incidents?since=2031&type=ASSAULT%2CPROTEST&within=1km%3A55.6%2C8.5"
    assert more_about(spot, asked) == there
    land = Area(name="Denmark", precision="country", country="DNK", lat=None, lon=None, incidents=2, **rest)  # type: ignore[arg-type]
    assert more_about(land, HappenedAsked(country="Sweden")) == "/incidents?country=DNK"
    alone = Area(name="Jutland", precision="region", country="DNK", lat=56.0, lon=9.0, incidents=1, **rest)  # type: ignore[arg-type]
    assert more_about(alone, asked) == "/incident/incident-7"


def test_a_month_alone_has_no_day() -> None:
    rows = [
        glance(earliest="2031-04-02", latest="2031-04-02", time_precision="day"),
        glance(reported="2031-04-02T08:00"),
        glance(earliest="2031-04-01", latest="2031-04-30", time_precision="month"),
        glance(earliest="2031-01-01", latest="2031-12-31", time_precision="year"),
    ]
    found = [(month.month, [(day.day, len(day.rows)) for day in month.days]) for month in months(rows)]
    assert found == [("2031-04", [("2031-04-02", 2), (None, 1)]), ("2031", [(None, 1)])]


def test_a_hostile_name_is_text(tmp_path: Path) -> None:
    path = examples_desk(tmp_path)
    with dateline.open(path) as desk:
        desk.writer.execute("UPDATE findings SET message = '<script>alert(1)</script>' || char(1)")
        desk.writer.execute(
            "UPDATE incidents SET value = replace(value, 'Beirut', '<img onerror=x>') WHERE place = 'Beirut'"
        )
    with client(path) as asking:
        assert "<script>alert" not in asking.get("/findings").text
        assert "<img" not in asking.get("/map").text and "&lt;img onerror=x&gt;" in asking.get("/map").text
