"""Distances and directions on the globe."""

from math import inf, isinf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotated import PlaceEntry
from dateline.understanding.geography.globe import RADIUS, distance, kilometres, point_at

LATS = st.floats(-90, 90, allow_nan=False)
LONS = st.floats(-180, 180, allow_nan=False)
POINTS = st.tuples(LATS, LONS)
HALF_WAY_ROUND = 3.14159266 * RADIUS


def spot(lat: float | None, lon: float | None) -> PlaceEntry:
    return PlaceEntry(name="Karsvik", kind="city", lat=lat, lon=lon)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0.0, 0.0), (0.0, 0.0), 0),
        ((0.0, 0.0), (1.0, 0.0), 111.19),
        ((0.0, 0.0), (0.0, 1.0), 111.19),
        ((60.0, 0.0), (60.0, 1.0), 55.6),
        ((0.0, 179.5), (0.0, -179.5), 111.19),
        ((90.0, 0.0), (-90.0, 0.0), 20015.1),
        ((90.0, -120.0), (90.0, 75.0), 0),
        ((59.913, 10.746), (60.393, 5.324), 305),
        ((-33.868, 151.207), (51.508, -0.126), 16990),
    ],
)
def test_kilometres(one: tuple[float, float], other: tuple[float, float], expected: float) -> None:
    assert kilometres(one, other) == pytest.approx(expected, rel=0.01, abs=0.01)


@given(POINTS, POINTS)
@settings(deadline=None)
def test_a_distance_is_the_same_both_ways_and_no_longer_than_half_way_round(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there, back = kilometres(one, other), kilometres(other, one)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= HALF_WAY_ROUND


@given(POINTS)
@settings(deadline=None)
def test_nothing_lies_away_from_itself(point: tuple[float, float]) -> None:
    assert kilometres(point, point) == 0


@given(POINTS, POINTS, POINTS)
@settings(deadline=None)
def test_a_detour_is_never_shorter(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
    assert kilometres(a, c) <= kilometres(a, b) + kilometres(b, c) + 1e-3


@given(POINTS, POINTS)
@settings(deadline=None)
def test_places_are_as_far_apart_as_their_points(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert distance(spot(*one), spot(*other)) == kilometres(one, other)


@pytest.mark.parametrize("unknown", [spot(None, None), spot(60.0, None), spot(None, 5.0)])
def test_a_place_without_coordinates_is_infinitely_far(unknown: PlaceEntry) -> None:
    assert distance(unknown, spot(60.0, 5.0)) == inf
    assert distance(spot(60.0, 5.0), unknown) == inf
    assert isinf(distance(unknown, unknown))


def test_zero_degrees_are_coordinates_too() -> None:
    assert distance(spot(0.0, 0.0), spot(0.0, 1.0)) == pytest.approx(111.19, abs=0.1)


@pytest.mark.parametrize(
    ("bearing", "lat", "lon"),
    [
        (0, 1.0, 0.0),
        (90, 0.0, 1.0),
        (180, -1.0, 0.0),
        (270, 0.0, -1.0),
        (360, 1.0, 0.0),
        (45, 0.7071, 0.7071),
        (225, -0.7071, -0.7071),
    ],
)
def test_ways_of_the_compass(bearing: float, lat: float, lon: float) -> None:
    assert point_at((0.0, 0.0), 111.195, bearing) == pytest.approx((lat, lon), abs=0.001)


def test_over_the_date_line() -> None:
    east, west = point_at((0.0, 179.5), 111.195, 90), point_at((0.0, -179.5), 111.195, 270)
    assert east == pytest.approx((0.0, -179.5), abs=0.001)
    assert west == pytest.approx((0.0, 179.5), abs=0.001)


@given(POINTS, st.floats(1, 2000), st.floats(0, 360))
@settings(deadline=None)
def test_the_point_lies_as_far_away_as_told(point: tuple[float, float], length: float, bearing: float) -> None:
    lat, lon = point_at(point, length, bearing)
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180
    # Four decimals of a degree are some ten metres.
    assert kilometres(point, (lat, lon)) == pytest.approx(length, rel=0.01, abs=0.02)


@given(st.tuples(st.floats(-45, 45), LONS), st.floats(1, 100), st.floats(0, 360))
@settings(deadline=None)
def test_there_and_back_again(point: tuple[float, float], length: float, bearing: float) -> None:
    # Meridians draw together: the way back is not quite the opposite one.
    there = point_at(point, length, bearing)
    assert kilometres(point, point_at(there, length, bearing + 180)) <= 0.05 * length + 0.05


@given(POINTS)
@settings(deadline=None)
def test_no_way_leads_nowhere(point: tuple[float, float]) -> None:
    assert kilometres(point, point_at(point, 0, 45)) < 0.02
