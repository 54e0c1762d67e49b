"""What a map shows of a desk: points, areas, what has no place, and the stretches of time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from put_together import Together, newsdesk
from shelf import Story as Article
from shelf import shelved

from dateline.desk.asking.chronicles.chronicle import chronicle
from dateline.desk.asking.incidents.incidents import incidents
from dateline.desk.asking.maps.calendar import calendar_of
from dateline.desk.asking.maps.glance import glance
from dateline.desk.asking.maps.mapped import mapped
from dateline.errors import BadQuestion
from dateline.merging.outcomes import Count, Disagreement, Incident, When, Where

TOWN = Where(name="Varde", geonames=2612630, lat=55.621, lon=8.481, country="DNK", admin1="21", precision="exact")
NEAR = Where(name="Varde", lat=55.8, lon=8.481, country="DNK", precision="near")
PROVINCE = Where(
    name="South Denmark", geonames=6418542, lat=55.3, lon=9.1, country="DNK", admin1="21", precision="admin1"
)
DENMARK = Where(name="Denmark", geonames=2623032, lat=56.0, lon=10.0, country="DNK", precision="country")
LOST = Where(name="Brekby", country="DNK", precision="unresolved")
SEA = Where(name="North Sea", geonames=2960848, lat=55.0, lon=3.0, precision="region")
NOBODY_KNOWS = Where(name="Old Mill", precision="unresolved")


def happened(number: int, where: Where | None, when: str | None, **more: object) -> Incident:
    given = {"title": f"Something happened, {number}.", "first": "2031-04-09", "confidence": 0.5, **more}
    moment = When(earliest=when, latest=given.pop("until", when), precision="day") if when else None  # type: ignore[arg-type]
    return Incident(
        incident=f"incident-{number}", type="ASSAULT", when=moment, where=where, facts=(), articles=("a",), **given  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Ten incidents at all kinds of places."""
    article = Article("a", "A story. It is short.")
    with closing(shelved(tmp_path_factory.mktemp("mapped"), article)) as desk:
        together = Together(desk, article)
        deaths = {"killed": Count(low=2, high=3, best=2)}
        differing = Disagreement(about="killed", how="disagreement", sides=(), message="Two say 2, one says 3.")
        rose = Disagreement(about="killed", how="update", sides=(), message="It rose.")
        together.incident(happened(1, TOWN, "2031-04-01", casualties=deaths, disagreements=(differing, rose)))
        together.incident(happened(2, TOWN, "2031-04-03"))
        together.incident(happened(3, NEAR, "2031-04-03T10:00"))
        together.incident(happened(4, PROVINCE, "2031-03-01", until="2031-04-30"))
        together.incident(happened(5, DENMARK, None))
        together.incident(happened(6, LOST, None, first=None))
        together.incident(happened(7, SEA, "2031-04-02"))
        together.incident(happened(8, NOBODY_KNOWS, "2031-04-02"))
        together.incident(happened(9, None, "2031-04-02"))
        together.incident(happened(10, TOWN, "2031-04-02", status="denied"))
        yield desk


def test_points_are_those_known_exactly_or_nearly(places: sqlite3.Connection) -> None:
    shown = mapped(places)
    assert [(spot.place, spot.precision, spot.incidents, spot.lat) for spot in shown.spots] == [
        ("Varde", "exact", 2, 55.621),
        ("Varde", "near", 1, 55.8),
    ]
    assert shown.spots[0].latest == "incident-2"


def test_what_is_known_less_exactly_is_an_area(places: sqlite3.Connection) -> None:
    areas = {area.name: area for area in mapped(places).areas}
    assert {name: (area.precision, area.incidents) for name, area in areas.items()} == {
        "Denmark": ("country", 2),
        "South Denmark": ("admin1", 1),
        "North Sea": ("region", 1),
    }
    assert (areas["Denmark"].lat, areas["Denmark"].country) == (None, "DNK")
    assert areas["North Sea"].country is None


def test_every_incident_is_counted_once(places: sqlite3.Connection) -> None:
    shown = mapped(places)
    assert (shown.total, shown.nowhere, shown.unfound) == (9, 1, 1)
    counted = sum(spot.incidents for spot in shown.spots) + sum(area.incidents for area in shown.areas)
    assert counted + shown.nowhere + shown.unfound == shown.total
    assert shown.total == incidents(places).total
    assert mapped(places, status="any").total == 10


def test_time_is_in_stretches_without_a_gap(places: sqlite3.Connection) -> None:
    shown = mapped(places)
    assert (shown.unit, shown.times[0].first, shown.times[-1].last) == ("day", "2031-03-01", "2031-04-09")
    assert sum(stretch.incidents for stretch in shown.times) == shown.total - shown.timeless == 8
    assert shown.long == 1
    town = shown.spots[0]
    assert [(shown.times[at].first, many) for at, many in town.times] == [("2031-04-01", 1), ("2031-04-03", 1)]


def test_filters_are_those_of_incidents(places: sqlite3.Connection) -> None:
    assert [spot.incidents for spot in mapped(places, since="2031-04-02", until="2031-04-04").spots] == [1, 1]
    deadly = mapped(places, min_killed=2)
    assert (deadly.total, [each.incident for each in deadly.page]) == (1, ["incident-1"])
    assert mapped(places, country="Denmark", limit=2).total == 6
    with pytest.raises(BadQuestion, match="did you mean 'country'"):
        mapped(places, county="Denmark")  # type: ignore[call-arg]


def test_a_row_of_the_page_says_what_a_sign_needs(places: sqlite3.Connection) -> None:
    rows = {row.incident: row for row in mapped(places).page}
    first, third, fifth = rows["incident-1"], rows["incident-3"], rows["incident-5"]
    assert (first.killed_low, first.killed_high, first.killed_best, first.wounded_low) == (2, 3, 2, None)
    assert first.disagreements == ("Two say 2, one says 3.",)
    assert (third.precision, third.lat, third.lon) == ("near", 55.8, 8.481)
    assert (fifth.place, fifth.lat, fifth.earliest, fifth.reported) == ("Denmark", None, None, "2031-04-09")


def test_nothing_found_says_why(tmp_path_factory: pytest.TempPathFactory) -> None:
    with closing(newsdesk(tmp_path_factory.mktemp("mapped_nothing"))) as desk:
        shown = mapped(desk, type="ASSAULT", independent=5)
        assert (shown.total, shown.times, shown.spots) == (0, (), ())
        assert shown.notes == ("without independent there are 2 incidents",)
        assert chronicle(desk, type="ASSAULT", independent=5).notes == shown.notes
        assert mapped(desk, "blast").total == incidents(desk, "blast").total == 2


@pytest.mark.parametrize(
    ("days", "unit", "stretches", "first"),
    [
        (["2031-04-02"], "day", 1, "2031-04-02"),
        (["2031-01-01", "2031-04-30"], "day", 120, "2031-01-01"),
        (["2031-01-01", "2031-05-01"], "week", 18, "2030-12-30"),
        (["2027-02-28", "2031-12-31"], "month", 59, "2027-02-01"),
        (["2010-01-01", "2031-12-31"], "quarter", 88, "2010-01-01"),
        (["1931-06-06", "2031-01-01"], "year", 101, "1931-01-01"),
        (["1531-06-06", "2031-01-01"], "decade", 51, "1530-01-01"),
        (["0001-01-01", "2031-01-01"], "century", 21, "0001-01-01"),
        (["9990-01-01", "9999-12-31"], "month", 120, "9990-01-01"),
    ],
)  # fmt: skip
def test_stretches_are_as_short_as_they_may_be(days: list[str], unit: str, stretches: int, first: str) -> None:
    calendar = calendar_of(dict.fromkeys(days, 1))
    assert (calendar.unit, len(calendar.stretches), calendar.stretches[0].first) == (unit, stretches, first)
    assert sum(stretch.incidents for stretch in calendar.stretches) == len(days)
    ends = [date.fromisoformat(stretch.last).toordinal() for stretch in calendar.stretches]
    starts = [date.fromisoformat(stretch.first).toordinal() for stretch in calendar.stretches]
    assert starts[1:] == [end + 1 for end in ends[:-1]]
    assert all(calendar.place(day) is not None for day in days)


def test_what_is_no_day_is_in_no_stretch() -> None:
    calendar = calendar_of({"2031-04-02": 2, "": 4, "2031-13-40": 1})
    assert [stretch.incidents for stretch in calendar.stretches] == [2]
    assert calendar.place("in spring") is None
    assert not calendar.spans("in spring", "2031-04-02")
    assert calendar_of({}).stretches == ()


def test_a_chronicle_goes_from_either_end(places: sqlite3.Connection) -> None:
    last = chronicle(places, limit=3)
    assert [row.incident for row in last.rows] == ["incident-5", "incident-3", "incident-2"]
    assert (last.total, last.timeless) == (8, 1)
    first = chronicle(places, direction="first", limit=3, offset=1)
    assert [row.incident for row in first.rows] == ["incident-1", "incident-7", "incident-8"]
    assert sum(stretch.incidents for stretch in first.times) == 8
    with pytest.raises(BadQuestion, match="direction"):
        chronicle(places, direction="sideways")  # type: ignore[arg-type]


def test_a_chronicle_is_read_by_an_index(places: sqlite3.Connection) -> None:
    asking: list[str] = []
    places.set_trace_callback(asking.append)
    chronicle(places, country="DNK")
    places.set_trace_callback(None)
    queries = [each for each in asking if each.strip().startswith("SELECT")]
    plans = [row[3] for query in queries for row in places.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert not [plan for plan in plans if plan.startswith("SCAN incidents") and "COVERING" not in plan]


def test_a_time_that_is_no_day_of_our_calendar_is_counted_all_the_same(tmp_path: Path) -> None:
    article = Article("a", "A story. It is short.")
    with closing(shelved(tmp_path, article)) as desk:
        together = Together(desk, article)
        together.incident(happened(1, TOWN, "-0044-03-15"))
        together.incident(happened(2, TOWN, "2031-04-03"))
        together.incident(happened(3, TOWN, None, first=None))
        told, shown = chronicle(desk), mapped(desk)
    assert (told.total, len(told.rows), told.timeless) == (2, 2, 1)
    assert (shown.total, shown.timeless) == (3, 1)
    assert sum(stretch.incidents for stretch in told.times) == sum(stretch.incidents for stretch in shown.times) == 1


def test_a_letter_of_a_name_is_no_disagreement() -> None:
    differing = (
        Disagreement(about="name", how="disagreement", sides=(), message="Makhmud or Mahmud.", minor=True),
        Disagreement(about="where", how="denial", sides=(), message="Not there."),
    )
    assert glance(happened(1, TOWN, None, disagreements=differing)).disagreements == ("Not there.",)
