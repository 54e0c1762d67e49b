"""Maps, timelines and statements in words: places and days no more exact than known, in groups that lose nothing."""

import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from web_desk import client

from dateline.desk.asking.maps.glance import Glance
from dateline.desk.asking.maps.shown import Area, Shown, Spot
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.contexts import Context, Piece
from dateline.desk.asking.statements.heard import Heard
from dateline.desk.asking.statements.statements import StatementRow
from dateline.desk.asking.statements.voices import Voices
from dateline.faces.web.pages.map.places import COLUMNS, LISTED, features, groups, table
from dateline.faces.web.pages.map.question import HappenedAsked
from dateline.faces.web.pages.map.wording import WORDING, more_about, stretch_name, time_told
from dateline.faces.web.pages.statements.spells import spells
from dateline.faces.web.pages.timeline.days import months

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))

from shelf import Story, shelved

SAME: dict[str, Any] = {"geonames": None, "country": "DNK", "admin1": None, "times": (), "latest": "incident-1"}


def spot(name: str = "Varde", **more: Any) -> Spot:
    return Spot(**SAME | {"place": name, "lat": 55.6, "lon": 8.5, "precision": "exact", "incidents": 1} | more)


def area(name: str = "Jutland", **more: Any) -> Area:
    return Area(**SAME | {"name": name, "precision": "admin1", "lat": 56.0, "lon": 9.0, "incidents": 1} | more)


def shown(*places: Spot | Area) -> Shown:
    spots = tuple(each for each in places if isinstance(each, Spot))
    areas = tuple(each for each in places if isinstance(each, Area))
    total = sum(each.incidents for each in places)
    return Shown(
        total=total, spots=spots, areas=areas, nowhere=0, unfound=0, unit="day", times=(), long=0, timeless=0, page=()
    )


def glance(**cells: Any) -> Glance:
    empty: dict[str, Any] = dict.fromkeys(Glance.__struct_fields__)
    given = empty | {"incident": "i", "type": "AID", "title": "", "status": "asserted"}
    return Glance(**given | {"reports": 1, "independent": 1, "disagreements": ()} | cells)


def plain(words: object) -> str:
    return re.sub("<[^>]*>", "", str(words))


def test_a_map_without_places_has_no_groups_and_no_rows() -> None:
    assert (groups(shown()), list(features(shown())), list(table(shown()))) == ([], [], [])


def test_every_place_is_in_the_group_that_says_how_well_it_is_known() -> None:
    everywhere = shown(
        spot("a"), spot("b", precision="near", incidents=3), area("c"), area("d", precision="admin2"),
        area("e", precision="region", country=None), area("f", precision="country"),
    )  # fmt: skip
    found = {group.name: ([getattr(each, "place", "") or each.name for each in group.places], group.incidents)  # type: ignore[union-attr]
             for group in groups(everywhere)}  # fmt: skip
    assert found == {"exact": (["a"], 1), "near": (["b"], 3), "part": (["c", "d", "e"], 3), "country": (["f"], 1)}


@pytest.mark.parametrize(("many", "listed", "more"), [(1, 1, 0), (LISTED, LISTED, 0), (LISTED + 2, LISTED, 2)])
def test_places_beyond_the_list_are_counted_with_their_incidents(many: int, listed: int, more: int) -> None:
    (group,) = groups(shown(*(spot(f"p{at}", incidents=2) for at in range(many))))
    assert (len(group.places), group.more, group.incidents) == (listed, more, 2 * many)


def test_an_area_has_no_point_for_any_program_though_its_middle_is_known() -> None:
    there, somewhere = features(shown(spot(lat=0.0, lon=0.0), area()))
    assert there["geometry"]["coordinates"] == [0.0, 0.0] and somewhere["geometry"] is None
    first, second = table(shown(spot(), area()))
    assert tuple(sorted(first)) == tuple(sorted(second)) == tuple(sorted(COLUMNS))
    assert (second["lat"], second["lon"], second["place"]) == (None, None, "Jutland")


@pytest.mark.parametrize(
    ("place", "filters", "address"),
    [
        (spot("a/b", latest="incident/1"), {}, "/incident/incident%2F1"),
        (spot(incidents=2, lat=-0.5, lon=-179.9), {}, "/incidents?within=1km%3A-0.5%2C-179.9"),
        (spot(incidents=2), {"within": "50km:Osh", "words": "bus"}, "/incidents?words=bus&within=1km%3A55.6%2C8.5"),
        (area("Åland & Co", incidents=2), {}, "/incidents?place=%C3%85land+%26+Co"),
        (area(incidents=2), {"place": "Denmark"}, "/incidents?place=Jutland"),
        (area(precision="country", incidents=2), {"type": ["AID"], "offset": "30"}, "/incidents?type=AID&country=DNK"),
        (area("The Sea", precision="region", country=None, incidents=2), {}, "/incidents?place=The+Sea"),
    ],
)
def test_more_of_a_place_is_asked_by_what_is_known_of_it(
    place: Spot | Area, filters: dict[str, Any], address: str
) -> None:
    assert more_about(place, HappenedAsked(**filters)) == address


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"earliest": "2031-04-01", "time_precision": "month"}, "from April 2031 on"),
        ({"latest": "2031-12-31", "time_precision": "year"}, "by 2031"),
        (
            {"earliest": "2031-03-01", "latest": "2031-04-30", "time_precision": "month"},
            "between March 2031 and April 2031",
        ),
        ({"earliest": "2031-04-02T23:00Z", "latest": "2031-04-03T01:00Z"}, "between 2 April 2031 and 3 April 2031"),
        ({"earliest": "2031-04-02", "latest": "2031-04-02", "reported": "2031-04-09"}, "2 April 2031"),
        ({"reported": "2031-04"}, "reported April 2031"),
        ({"reported": ""}, "time not told"),
        ({"latest": "<b>"}, "by &lt;b&gt;"),
    ],
)
def test_a_time_with_an_open_end_says_so(cells: dict[str, str], told: str) -> None:
    assert plain(time_told(glance(**cells))) == told


@pytest.mark.parametrize(
    ("first", "unit", "told"),
    [
        ("2031-01-01", "quarter", "January to March 2031"), ("2028-12-30", "week", "the week of 30 December 2028"),
        ("0900-01-01", "century", "900 to 999"), ("2000-01-01", "decade", "the 2000s"),
        ("2028-02-29", "day", "29 February 2028"),
    ],
)  # fmt: skip
def test_a_stretch_is_named_by_its_own_days(first: str, unit: Any, told: str) -> None:
    assert stretch_name(first, unit) == told


def test_a_country_that_nobody_knows_has_no_name() -> None:
    assert [WORDING["country"](code) for code in (None, "", "DNK")] == ["", "", "Denmark"]


DAYS = st.dates().map(str) | st.none()
LENGTHS = st.sampled_from([None, "second", "day", "week", "month", "season", "quarter", "year", "decade", "century"])


@given(st.lists(st.builds(glance, earliest=DAYS, latest=DAYS, reported=DAYS, time_precision=LENGTHS), max_size=12))
def test_a_timeline_keeps_every_row_in_its_order(rows: list[Glance]) -> None:
    found = months(rows)
    assert [row for month in found for day in month.days for row in day.rows] == rows
    assert all(one.month != other.month for one, other in pairwise(found))
    for month in found:
        assert all(one.day != other.day for one, other in pairwise(month.days))
        assert all(day.day is None or (day.day.startswith(month.month) and day.day) for day in month.days)


def test_what_has_no_time_at_all_has_no_day() -> None:
    (month,) = months([glance()])
    assert (month.month, [day.day for day in month.days]) == ("", [None])
    assert months([]) == []


@pytest.mark.parametrize(
    ("precision", "month", "day"),
    [("day", "2031-04", "2031-04-02"), (None, "2031-04", "2031-04-02"), ("hour", "2031-04", "2031-04-02"),
     ("month", "2031-04", None), ("season", "2031-04", None), ("year", "2031", None), ("century", "2031", None)],
)  # fmt: skip
def test_a_day_is_shown_only_where_one_is_known(precision: str | None, month: str, day: str | None) -> None:
    (found,) = months([glance(earliest="2031-04-02T06:30", time_precision=precision)])
    assert (found.month, found.days[0].day) == (month, day)


def said(earliest: str | None = None, latest: str | None = None, precision: Any = None) -> StatementRow:
    empty: dict[str, Any] = dict.fromkeys(StatementRow.__struct_fields__)
    return StatementRow(**empty | {"earliest": earliest, "latest": latest, "precision": precision})


def heard(*rows: StatementRow) -> Heard:
    contexts = tuple(Context(pieces=(Piece(str(at)),)) for at in range(len(rows)))
    voices = Voices(stances={}, speakers=(), others=0, nobody=0, counted=0, all=True)
    return Heard(rows=Rows(StatementRow, rows), contexts=contexts, voices=voices, older=False)


@pytest.mark.parametrize(
    ("row", "title", "day"),
    [
        (said(), "On a day that nothing tells", None),
        (said(latest="2031-04-02"), "On a day that nothing tells", None),
        (said("2031-04-02", "2031-04-02", "day"), "Wednesday, 2 April 2031", "2031-04-02"),
        (said("2031-04-02T06:00", "2031-04-02T11:59", "part"), "Wednesday, 2 April 2031", "2031-04-02"),
        (said("2031-04-02T23:00", "2031-04-03T01:00", "hour"), "2 April 2031 to 3 April 2031", None),
        (said("2031-03-31", "2031-04-06", "week"), "31 March 2031 to 6 April 2031", None),
        (said("2031-04-01", "2031-04-30", "month"), "April 2031", None),
        (said("2031-04-01", "2031-06-30", "quarter"), "2031", None),
        (said("2031-12-01", "2032-02-28", "season"), "2031 to 2032", None),
        (said("2031-01-01", "2031-12-31", "year"), "2031", None),
        (said("2031", "2031", "year"), "2031", None),
    ],
)
def test_statements_stand_under_the_time_that_is_known(row: StatementRow, title: str, day: str | None) -> None:
    (spell,) = spells(heard(row))
    assert (spell.title, spell.day) == (title, day)


def test_statements_of_one_day_stand_together_each_with_its_own_words() -> None:
    rows = [
        said("2031-04-02", "2031-04-02", "day"),
        said("2031-04-02T09:00", None, "hour"),
        said(),
        said("2031-04-02", None),
    ]
    found = spells(heard(*rows))
    assert [len(spell.said) for spell in found] == [2, 1, 1], "the order is that of the page"
    assert [each.context.pieces[0].words for spell in found for each in spell.said] == ["0", "1", "2", "3"]
    assert spells(heard()) == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("odd")
    odd = Story(
        "odd", 'שלום "<b>Ada</b>" left. Ada Roe said: No ferry. Two of one name met Ada Roe.', None, outlet="<i>"
    )
    first, second = odd.person("Ada Roe"), odd.person("Ada")
    odd.said(first, "No ferry")
    odd.said(second, "Two of one name", manner="indirect", stance="denies")
    odd.said(None, "met", manner="scare")
    shelved(folder, odd).close()
    return client(folder / "news.db")


PAGES = ("news", "map", "timeline", "findings", "statements", "people", "incidents")


@pytest.mark.parametrize("page", PAGES)
def test_a_story_of_no_day_is_shown_on_every_page_without_markup_of_its_own(site: TestClient, page: str) -> None:
    answer = site.get(f"/{page}")
    assert answer.status_code == 200
    assert "<i>" not in answer.text and "<b>Ada" not in answer.text


def test_statements_of_no_day_and_of_nobody_are_told_as_such(site: TestClient) -> None:
    page = site.get("/statements").text
    assert "On a day that nothing tells" in page and page.count('class="statement ') == 3
    assert {row["speaker"] for row in site.get("/statements.json").json()["rows"]} == {"Ada Roe", "Ada", None}


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_desk_has_every_page_and_tables_with_their_heads(tmp_path: Path, page: str) -> None:
    shelved(tmp_path).close()
    site = client(tmp_path / "news.db")
    assert site.get(f"/{page}").status_code == 200
    assert site.get(f"/{page}.json").status_code == 200
    table = site.get(f"/{page}.csv").text
    assert table.count("\r\n") == 1 and "," in table
