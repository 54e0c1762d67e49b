"""What a map shows, once more as lists: what a reader hears who does not see it."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from dateline.desk.asking.maps.shown import Area, Shown, Spot
from dateline.faces.web.formats import feature

__all__ = ["LISTED", "Group", "features", "groups", "table"]

LISTED = 60
"""Places of a group that are listed."""
_TITLES = (
    ("exact", "Known exactly"),
    ("near", "Somewhere near"),
    ("part", "Known by province, district or region only"),
    ("country", "Known by country only"),
)


class Group(Struct, frozen=True):
    """Places that are known equally well."""

    name: str
    title: str
    places: tuple[Spot | Area, ...]
    """The first of them, those with most incidents first."""
    more: int
    """How many places are not listed."""
    incidents: int
    """How many were at all of them."""


def groups(shown: Shown) -> list[Group]:
    """The groups that have any places."""
    return [group for name, title in _TITLES if (group := _group(shown, name, title)).incidents]


def _group(shown: Shown, name: str, title: str) -> Group:
    everywhere: tuple[Spot | Area, ...] = (*shown.spots, *shown.areas)
    places = [each for each in everywhere if _known(each) == name]
    incidents = sum(each.incidents for each in places)
    return Group(name, title, tuple(places[:LISTED]), max(0, len(places) - LISTED), incidents)


def _known(place: Spot | Area) -> str:
    if isinstance(place, Area):
        return "country" if place.precision == "country" else "part"
    return place.precision


def features(shown: Shown) -> Iterator[dict[str, Any]]:
    """Spots as points. Areas have no geometry: it is not known where in them it was."""
    for spot in shown.spots:
        yield feature(spot.lat, spot.lon, _told(spot, spot.place))
    for area in shown.areas:
        yield feature(None, None, _told(area, area.name))


def table(shown: Shown) -> Iterator[dict[str, Any]]:
    """A row for each spot and each area; areas have no coordinates."""
    for spot in shown.spots:
        yield _told(spot, spot.place) | {"lat": spot.lat, "lon": spot.lon}
    for area in shown.areas:
        yield _told(area, area.name) | {"lat": None, "lon": None}


COLUMNS = ("place", "precision", "country", "admin1", "geonames", "lat", "lon", "incidents", "latest")


def _told(place: Spot | Area, name: str) -> dict[str, Any]:
    same = ("precision", "country", "admin1", "geonames", "incidents", "latest")
    return {"place": name} | {each: getattr(place, each) for each in same}
