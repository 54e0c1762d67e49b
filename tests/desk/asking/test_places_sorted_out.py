"""Which places are points of a map and which areas; what a sign tells of an incident of which little is known."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace
from put_together import Together
from shelf import Story as Article
from shelf import shelved

from dateline.desk.asking.chronicles.chronicle import Chronicle, chronicle
from dateline.desk.asking.countries import country_name
from dateline.desk.asking.maps.glance import glance
from dateline.desk.asking.maps.mapped import mapped
from dateline.desk.asking.maps.seen import Heap, Telling
from dateline.desk.asking.maps.sorting import SortedOut, sort_out
from dateline.errors import BadQuestion
from dateline.merging.outcomes import Count, Disagreement, Incident, When, Where

TOWN = Where(name="Varde", geonames=2612630, lat=55.621, lon=8.481, country="DNK", precision="exact")
BARE = Incident(incident="bare", type="ASSAULT", when=None, where=None, facts=(), articles=(), title="", confidence=0.1)


def heap(key: int, *begun: int | None, moment: str | None = None) -> Heap:
    found = Heap(key, moment)
    for place in begun:
        found.add(1, place)
    return found


def sorted_out(*heaps: tuple[Heap, Where | None]) -> SortedOut:
    told = {each.last: Telling(f"incident-{each.last}", where) for each, where in heaps}
    return sort_out([each for each, _ in heaps], told)


def happened(number: int, when: str | None, first: str | None = "2031-04-09", where: Where | None = TOWN) -> Incident:
    moment = When(earliest=when, latest=when, precision="day") if when else None
    told = {"incident": f"incident-{number}", "title": f"No. {number}.", "articles": ("a",)}
    return replace(BARE, **told, when=moment, where=where, first=first)


def desk_of(folder: Path, *found: Incident) -> sqlite3.Connection:
    article = Article("a", "A story. It is short.")
    desk = shelved(folder, article)
    together = Together(desk, article)
    for each in found:
        together.incident(each)
    return desk


def test_nothing_is_sorted_out_of_nothing() -> None:
    assert sorted_out() == SortedOut((), (), 0)


def test_a_point_without_degrees_is_its_country() -> None:
    for lacking in (replace(TOWN, lat=None), replace(TOWN, lon=None)):
        found = sorted_out((heap(1, 0), lacking))
        assert (found.spots, [area.name for area in found.areas]) == ((), ["Denmark"])


def test_a_point_on_the_equator_at_greenwich_is_a_point() -> None:
    (spot,) = sorted_out((heap(1, 0), Where(name="Buoy", lat=0.0, lon=0.0, precision="near"))).spots
    assert (spot.lat, spot.lon, spot.country) == (0.0, 0.0, None)


def test_a_place_of_which_only_a_name_is_known_is_unfound() -> None:
    found = sorted_out((heap(1, None, None), Where(name="Old Mill")), (heap(2, 3), None))
    assert (found.spots, found.areas, found.unfound) == ((), (), 3)


def test_a_precision_that_nobody_told_makes_no_point() -> None:
    found = sorted_out((heap(1, 0), replace(TOWN, precision=None)))
    assert found.spots == () and [area.precision for area in found.areas] == ["country"]


def test_all_that_is_in_a_country_and_no_more_is_one_area() -> None:
    lost, land = (
        replace(TOWN, name="Brekby", precision="unresolved"),
        replace(TOWN, name="Denmark", precision="country"),
    )
    found = sorted_out((heap(1, 0, 4), lost), (heap(2, 0), land), (heap(3, None), replace(lost, name="Osby")))
    (denmark,) = found.areas
    assert (denmark.incidents, denmark.times, denmark.lat, denmark.geonames) == (4, ((0, 2), (4, 1)), None, None)


def test_the_last_of_a_country_is_the_last_in_time_in_any_order() -> None:
    land = replace(TOWN, precision="country")
    late, early = heap(1, 0, moment="2031-04-05"), heap(2, 0, moment="2031-04-01")
    timeless = heap(3, None)
    for heaps in ((late, early, timeless), (timeless, early, late), (early, late, timeless)):
        assert sorted_out(*((each, land) for each in heaps)).areas[0].latest == "incident-1"


def test_sorting_out_leaves_the_heaps_as_they_were() -> None:
    one, other = heap(1, 0), heap(2, 0)
    sorted_out((one, replace(TOWN, precision="country")), (other, replace(TOWN, precision="country")))
    assert (one.incidents, one.times, other.incidents, other.times) == (1, {0: 1}, 1, {0: 1})


def test_of_as_many_incidents_the_name_decides() -> None:
    names = [spot.place for spot in sorted_out(
        (heap(1, 0), replace(TOWN, name="Odby")), (heap(2, 0), replace(TOWN, name="Aaby")),
        (heap(3, 0, 0), replace(TOWN, name="Zeeby")),
    ).spots]  # fmt: skip
    assert names == ["Zeeby", "Aaby", "Odby"]


def test_two_towns_of_one_name_stay_two() -> None:
    found = sorted_out((heap(1, 0), TOWN), (heap(2, 0), replace(TOWN, geonames=1, lat=40.0)))
    assert [(spot.place, spot.lat) for spot in found.spots] == [("Varde", 40.0), ("Varde", 55.621)]


@pytest.mark.parametrize("precision", ["admin1", "admin2", "region"])
def test_a_part_of_a_country_keeps_its_own_name(precision: str) -> None:
    (area,) = sorted_out((heap(1, 0), replace(TOWN, precision=precision))).areas
    assert (area.name, area.precision, area.country, area.lat) == ("Varde", precision, "DNK", 55.621)


def test_a_country_that_nobody_knows_is_shown_by_its_code() -> None:
    assert (country_name("DNK"), country_name("QQQ"), country_name("")) == ("Denmark", "QQQ", "")


def test_of_an_incident_of_which_nothing_is_known_nothing_is_told() -> None:
    told = glance(BARE)
    assert (told.place, told.earliest, told.lat, told.precision, told.killed_low, told.killed_high) == (None,) * 6
    assert (told.reports, told.disagreements, told.title) == (0, (), "")


def test_an_open_interval_stays_open() -> None:
    told = glance(replace(BARE, casualties={"killed": Count(low=3), "wounded": Count(high=9), "missing": Count(low=1)}))
    assert (told.killed_low, told.killed_high, told.killed_best) == (3, None, None)
    assert (told.wounded_low, told.wounded_high) == (None, 9)


def test_none_killed_is_not_unknown() -> None:
    assert glance(replace(BARE, casualties={"killed": Count(low=0, high=0, best=0)})).killed_best == 0


@pytest.mark.parametrize("precision", ["admin1", "admin2", "region", "country", "unresolved", None])
def test_what_is_no_point_has_no_degrees_at_a_glance(precision: str | None) -> None:
    told = glance(replace(BARE, where=replace(TOWN, precision=precision)))
    assert (told.place, told.lat, told.lon, told.precision) == ("Varde", None, None, precision)


def test_a_place_without_a_name_is_none() -> None:
    assert glance(replace(BARE, where=Where(name="", country="DNK"))).place is None


def test_every_disagreement_but_updates_is_told_in_its_order() -> None:
    kinds: tuple[Literal["update", "denial", "disagreement"], ...] = ("update", "denial", "disagreement", "update")
    differing = tuple(
        Disagreement(about="when", how=how, sides=(), message=f"{at} {how}") for at, how in enumerate(kinds)
    )
    assert glance(replace(BARE, disagreements=differing)).disagreements == ("1 denial", "2 disagreement")


def test_the_last_in_time_stands_for_a_spot_also_where_it_came_in_first(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, happened(1, "2031-04-05"), happened(2, "2031-04-01"))) as desk:
        assert mapped(desk).spots[0].latest == "incident-1"


def test_of_two_at_one_time_the_one_that_came_in_last_stands_for_a_spot(tmp_path: Path) -> None:
    with closing(
        desk_of(tmp_path, happened(1, "2031-04-01"), happened(2, "2031-04-01"), happened(3, None, None))
    ) as desk:
        assert mapped(desk).spots[0].latest == "incident-2"


def test_an_empty_desk_has_an_empty_map_and_chronicle(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path)) as desk:
        shown, told = mapped(desk), chronicle(desk)
    assert (shown.total, shown.spots, shown.areas, shown.times, shown.page) == (0, (), (), (), ())
    assert (told.rows, told.total, told.timeless, told.times) == ((), 0, 0, ())


def test_a_map_of_what_is_only_timeless_has_no_times(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, happened(1, None, None), happened(2, None, None))) as desk:
        shown, told = mapped(desk), chronicle(desk)
    assert (shown.total, shown.timeless, shown.times, shown.spots[0].times) == (2, 2, (), ())
    assert (told.rows, told.total, told.timeless) == ((), 0, 2)


def test_the_end_of_all_days_is_on_the_slider(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, happened(1, "9999-12-30"), happened(2, "9999-12-31T23:59"))) as desk:
        shown = mapped(desk)
    assert [(each.first, each.last, each.incidents) for each in shown.times] == [
        ("9999-12-30", "9999-12-30", 1), ("9999-12-31", "9999-12-31", 1)
    ]  # fmt: skip
    assert shown.spots[0].times == ((0, 1), (1, 1))


def names(told: Chronicle) -> list[str]:
    return [row.incident[-1] for row in told.rows]


def test_ties_in_time_are_read_the_same_from_both_ends(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, *(happened(number, "2031-04-01") for number in (1, 2, 3)))) as desk:
        assert names(chronicle(desk, direction="first")) == ["1", "2", "3"]
        assert names(chronicle(desk, direction="last")) == ["3", "2", "1"]


def test_pages_of_a_chronicle_have_each_incident_once(tmp_path: Path) -> None:
    times = ("2031-04-01", "2031-04-01", None, "2031-03-01", "2031-05-01T10:00")
    with closing(desk_of(tmp_path, *(happened(number, when) for number, when in enumerate(times)))) as desk:
        pages = [names(chronicle(desk, direction="first", limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
        assert pages == [["3", "0"], ["1", "2"], ["4"], []]
        assert names(chronicle(desk, limit=None)) == ["4", "2", "1", "0", "3"]


def test_a_reported_day_stands_for_a_time_that_is_not_told(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, happened(1, None, "2031-04-03"), happened(2, "2031-04-02"))) as desk:
        told = chronicle(desk)
    assert [(row.earliest, row.reported) for row in told.rows] == [(None, "2031-04-03"), ("2031-04-02", "2031-04-09")]


def test_a_chronicle_takes_no_order_and_no_page_before_the_first(tmp_path: Path) -> None:
    with closing(desk_of(tmp_path, happened(1, "2031-04-01"))) as desk:
        assert names(chronicle(desk, order="killed")) == ["1"]
        with pytest.raises(BadQuestion, match="offset cannot be -1"):
            chronicle(desk, offset=-1)
        with pytest.raises(BadQuestion, match="direction cannot be ''; give one of last, first"):
            chronicle(desk, direction="")  # type: ignore[arg-type]
