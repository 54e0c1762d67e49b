"""Places of a search: circles on a round earth, namesakes, and countries."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from math import cos, pi, radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import Story, shelved

from dateline.desk.asking.articles.search import search
from dateline.desk.asking.question.filters import filters
from dateline.desk.asking.question.within import EARTH, Within, boxes, distance

Found = Callable[..., list[str]]

WHERE: dict[str, dict[str, object]] = {
    "east": {"name": "Taveuni", "lat": -16.9, "lon": 179.9, "country": "FJI", "precision": "exact"},
    "west": {"name": "Lau", "lat": -17.2, "lon": -178.9, "country": "FJI", "precision": "near"},
    "pole": {"name": "Amundsen Camp", "lat": -89.9, "lon": 40.0, "precision": "exact"},
    "prishtina": {"name": "Pristina", "geonames": 786714, "lat": 42.673, "lon": 21.167, "country": "KOS"}
    | {"precision": "exact"},
    "belgrade": {"name": "Belgrade", "geonames": 792680, "lat": 44.804, "lon": 20.465, "country": "SRB"}
    | {"precision": "exact"},
    "paris": {
        "name": "Paris",
        "geonames": 2988507,
        "lat": 48.853,
        "lon": 2.349,
        "country": "FRA",
        "precision": "exact",
    },
    "texas": {"name": "Paris", "geonames": 4717560, "lat": 33.661, "lon": -95.556, "country": "USA"}
    | {"precision": "exact"},
    "france": {"name": "France", "geonames": 3017382, "lat": 48.85, "lon": 2.35, "country": "FRA"}
    | {"precision": "country"},
    "nowhere": {"name": "Paris", "precision": "unresolved"},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A story for each place."""
    stories = []
    for name, cells in WHERE.items():
        story = Story(name, "It rained there all day.")
        story.place("there", **cells)  # type: ignore[arg-type]
        stories.append(story)
    path: Path = tmp_path_factory.mktemp("places")
    with closing(shelved(path, *stories)) as connection:
        yield connection


@pytest.fixture
def found(desk: sqlite3.Connection) -> Found:
    def ids(**asked: object) -> list[str]:
        return sorted(hit.id for hit in search(desk, filters(**asked)))  # type: ignore[arg-type]

    return ids


def test_over_the_line_of_180_degrees(found: Found) -> None:
    assert found(within="200km:-17,179.9") == found(within="200km:-17,-179.5") == ["east", "west"]
    assert found(within="50km:-17,179.9") == ["east"]
    assert found(within="50km:-17,-179.0") == ["west"]


def test_at_a_pole(found: Found) -> None:
    assert found(within="100km:-90,0") == found(within="100km:-89.9,-140") == ["pole"]
    assert found(within="5km:-89.9,-140") == []


def test_a_circle_is_no_square(found: Found) -> None:
    assert found(within="14km:42.773,21.3") == []  # in the box around it, but 15.6 km away
    assert found(within="16km:42.773,21.3") == ["prishtina"]


def test_the_whole_world(found: Found) -> None:
    assert len(found(within="20015km:0,0")) == 7  # all that is known exactly or nearly


def test_what_is_known_as_a_country_alone_lies_nowhere(found: Found) -> None:
    assert found(within="100km:Paris") == ["paris"]


def test_kosovo_is_not_serbia(found: Found) -> None:
    assert found(country="KOS") == found(country="XK") == ["prishtina"]
    assert found(country="Serbia") == ["belgrade"]


def test_namesakes(found: Found) -> None:
    assert found(place="Paris") == ["nowhere", "paris", "texas"]
    assert found(place="Paris, France") == ["paris"]
    assert found(place="Paris, Texas") == found(place="Paris", country="USA") == ["texas"]
    assert found(place="Paris", within="10km:Paris") == ["paris"]
    assert found(place="Paris", within="10km:Pristina") == []
    assert found(place="Paris, France", within="10km:Paris") == ["paris"]
    assert found(place="Paris, Texas", within="10km:Paris") == []


@given(st.floats(0.1, 15_000), st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_boxes_hold_their_circle(km: float, lat: float, lon: float, other_lat: float, other_lon: float) -> None:
    if distance(lat, lon, other_lat, other_lon) <= km:
        inside = [
            south <= other_lat <= north and west <= other_lon <= east
            for south, north, west, east in boxes(Within(km, lat, lon))
        ]
        assert any(inside)


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.5, 300), st.floats(0, 1))
def test_boxes_hold_what_lies_near(lat: float, lon: float, km: float, part: float) -> None:
    step = part * km / EARTH * 180 / pi / cos(radians(lat)) * 0.999
    other = (lon + step + 180) % 360 - 180
    assert distance(lat, lon, lat, other) <= km
    assert any(west <= other <= east for _, _, west, east in boxes(Within(km, lat, lon)))


def test_distances() -> None:
    assert distance(48.853, 2.349, 51.507, -0.128) == pytest.approx(344, abs=1)  # Paris to London
    assert distance(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)
    assert distance(0, 0, 0, 180) == pytest.approx(pi * EARTH)
