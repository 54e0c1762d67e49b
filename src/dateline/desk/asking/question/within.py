"""Places within some distance of a point."""

import re
import sqlite3
from math import asin, cos, degrees, isfinite, pi, radians, sin, sqrt
from typing import NamedTuple

from dateline.annotation.gazetteer import Gazetteer
from dateline.desk.asking.question.meant import place_meant, shown
from dateline.errors import BadQuestion

EARTH = 6371.0088
"""Kilometres of its mean radius."""
MILE = 1.609344
HALF_ROUND = EARTH * pi
"""Kilometres to the other side of the world."""
_ASKED = re.compile(
    r"\s*(\d+(?:\.\d+)?)\s*(km|kms|kilomet(?:er|re)s?|mi|miles?)?\s*(?:[:@]|\bof\b)\s*(\S.*)", re.IGNORECASE
)
_POINT = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*,\s*([-+]?\d+(?:\.\d+)?)")
_BOX = "SELECT fact, south, west FROM places_map WHERE south >= ? AND north <= ? AND west >= ? AND east <= ?"


class Within(NamedTuple):
    """A circle on the map: its radius in kilometres, its centre in degrees (WGS 84)."""

    km: float
    lat: float
    lon: float


def read_within(given: str, gazetteer: Gazetteer) -> tuple[Within, str]:
    """The circle of "50km:Osh", "30mi:Springfield, US" or "50km:40.53,72.80", and its centre for people.

    Without a unit the number counts kilometres. Raises BadQuestion.
    """
    found = _ASKED.fullmatch(given)
    if found is None:
        raise BadQuestion(f"within cannot be {given!r}; give a distance and a place: 50km:Osh, 30mi:40.53,72.80")
    km = float(found[1]) * (MILE if (found[2] or "").casefold().startswith("mi") else 1)
    if not 0 < km <= HALF_ROUND:
        raise BadQuestion(f"within cannot be {given!r}; give a distance above 0 and below {HALF_ROUND:,.0f} km")
    if point := _POINT.fullmatch(found[3].strip()):
        lat, lon = float(point[1]), float(point[2])
        if not (isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180):
            raise BadQuestion(f"no point is at {found[3]!r}; give degrees north (-90..90) and east (-180..180)")
        return Within(km, lat, lon), f"{lat:g}, {lon:g}"
    entry = place_meant(found[3].strip(), gazetteer)
    assert entry.lat is not None and entry.lon is not None
    return Within(km, entry.lat, entry.lon), shown(entry, gazetteer)


def places_within(connection: sqlite3.Connection, circle: Within) -> list[int]:
    """Keys of the places in the circle, of those whose point is known exactly or nearly."""
    near: dict[tuple[float, float], bool] = {}
    found = []
    for box in boxes(circle):
        for fact, lat, lon in connection.execute(_BOX, box):
            point = (lat, lon)
            if point not in near:
                near[point] = distance(circle.lat, circle.lon, lat, lon) <= circle.km
            if near[point]:
                found.append(fact)
    return found


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the ground between two points, on a round earth."""
    down, across = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    chord = sin(down) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def boxes(circle: Within) -> list[tuple[float, float, float, float]]:
    """South, north, west and east of what holds the circle: two boxes where it reaches over the line of 180 degrees,
    all longitudes where it holds a pole.
    """
    angle = circle.km / EARTH
    margin = 1e-4  # the map keeps single precision
    south, north = circle.lat - degrees(angle) - margin, circle.lat + degrees(angle) + margin
    if south <= -90 or north >= 90:
        return [(max(south, -90.0), min(north, 90.0), -180.0, 180.0)]
    wide = degrees(asin(min(1.0, sin(angle) / cos(radians(circle.lat))))) + margin
    west, east = circle.lon - wide, circle.lon + wide
    if west < -180:
        return [(south, north, -180.0, east), (south, north, west + 360, 180.0)]
    if east > 180:
        return [(south, north, west, 180.0), (south, north, -180.0, east - 360)]
    return [(south, north, west, east)]
