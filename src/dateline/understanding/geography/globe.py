"""Distances and directions on the globe, taken as a sphere."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from dateline.annotated import PlaceEntry

RADIUS = 6371.0
"""Kilometres."""


def distance(one: PlaceEntry, other: PlaceEntry) -> float:
    """Kilometres between two places; infinite where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return kilometres((one.lat, one.lon), (other.lat, other.lon))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points, each latitude and longitude in degrees (the haversine formula)."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(chord)))


def point_at(origin: tuple[float, float], length: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres away in a direction: degrees clockwise from north."""
    lat, lon, way, arc = radians(origin[0]), radians(origin[1]), radians(bearing), length / RADIUS
    to_lat = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(way))
    to_lon = lon + atan2(sin(way) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(to_lat))
    return round(degrees(to_lat), 4), round((degrees(to_lon) + 540) % 360 - 180, 4)
