"""Certain strangers, and what only seems to part two events."""

from typing import Any

from dateline.merging.reports.report import Named
from dateline.merging.sameness import places
from dateline.merging.sameness.prepared import Site, prepared
from dateline.merging.sameness.strangers import strangers
from merging.reported import Told, happening, person, place, report, toll

TARN = place("Tarn", lat=44.0, lon=30.0, country="ROU", admin1="1", geonames=21)
TARN_PORT = place("Tarn Port", lat=44.05, lon=30.05, country="ROU", admin1="1", geonames=22)
VELM = place("Velm", lat=46.5, lon=25.0, country="ROU", admin1="7", geonames=23)
ROMANIA = place("Romania", lat=46.0, lon=25.0, country="ROU", geonames=24, precision="country")


def why(a: Told, b: Told, names: tuple[Named, ...] = (), **dated: str) -> str | None:
    """Why the only events of two reports are two; `names` are further ones of the second."""
    one = prepared(report("a1", dated.get("published"), happenings=[a]))
    other = prepared(report("a2", dated.get("later"), happenings=[b], names=names))
    there = strangers(one, one.tellings[0], other, other.tellings[0])
    assert there == strangers(other, other.tellings[0], one, one.tellings[0])
    return there


def crash(day: str | None = None, **fields: Any) -> Told:
    """A crash of which little is known."""
    return happening("ACCIDENT", day, triggers=["crash"], **fields)


def test_nothing_known_parts_nothing() -> None:
    assert why(crash(), crash()) is None


def test_days_apart_are_told_in_days() -> None:
    assert why(crash("2024-02-01"), crash("2024-02-04")) == "3 days apart"
    assert why(crash("2024-02-01"), crash("2024-02-02")) is None


def test_rough_times_part_only_when_far_apart() -> None:
    january = crash(earliest="2024-01-01", latest="2024-01-31", time_precision="month")
    assert why(january, crash("2024-02-02")) is None
    assert why(january, crash("2024-06-02")) == "123 days apart"


def test_towns_far_apart_are_named() -> None:
    assert why(crash(where=[TARN]), crash(where=[VELM])) == "another place: Tarn and Velm"


def test_a_suburb_or_a_country_parts_nothing() -> None:
    assert why(crash(where=[TARN]), crash(where=[TARN_PORT])) is None
    assert why(crash(where=[TARN]), crash(where=[ROMANIA])) is None
    assert why(crash(where=[TARN]), crash(where=[VELM, TARN])) is None


def test_other_people_are_named() -> None:
    ida, olof = person("Ida Marnell"), person("Olof Stenkvist")
    assert why(crash(recipients=[ida]), crash(recipients=[olof])) == "befell others: Ida Marnell and Olof Stenkvist"


def test_somebody_named_in_passing_may_have_been_misread() -> None:
    ida, olof = person("Ida Marnell"), person("Olof Stenkvist")
    assert why(crash(recipients=[ida]), crash(recipients=[olof]), names=(ida,)) is None


def test_another_spelling_is_nobody_else() -> None:
    assert why(crash(recipients=[person("Yusuf Kharimov")]), crash(recipients=[person("Youssouf Karimov")])) is None


def test_several_victims_part_nothing() -> None:
    ida, olof = person("Ida Marnell"), person("Olof Stenkvist")
    many = toll("killed", 3)
    assert why(crash(recipients=[ida], tolls=[many]), crash(recipients=[olof])) is None


def test_nobody_tells_of_what_is_to_come() -> None:
    told = why(crash(), crash("2024-02-20"), published="2024-02-01", later="2024-02-21")
    assert told == "told before the other happened"


def site(level: int, lat: float = 44.0, lon: float = 30.0, **fields: Any) -> Site:
    """A place by its level."""
    given = {"name": "x", "geonames": None, "country": "ROU", "admin1": "1", **fields}
    return Site(level=level, lat=lat, lon=lon, **given)


def test_how_places_lie() -> None:
    assert places.lie([], [site(3)]) == places.UNKNOWN
    assert places.lie([site(3, geonames=1)], [site(3, geonames=1)]) == places.SAME
    assert places.lie([site(3)], [site(3, lat=44.1)]) == places.NEAR
    assert places.lie([site(3)], [site(3, lat=44.4)]) == places.UNKNOWN
    assert places.lie([site(3)], [site(3, lat=45.0)]) == places.APART
    assert places.lie([site(3)], [site(2)]) == places.INSIDE
    assert places.lie([site(3)], [site(2, admin1="2")]) == places.APART
    assert places.lie([site(1)], [site(3, admin1="9")]) == places.INSIDE
    assert places.lie([site(1)], [site(1, country="MDA")]) == places.APART
    assert places.lie([site(0, country=None)], [site(3)]) == places.UNKNOWN


def test_kilometres_are_about_right() -> None:
    assert 110 < places.kilometres(site(3), site(3, lat=45.0)) < 112
    assert 79 < places.kilometres(site(3), site(3, lon=31.0)) < 81
