"""What a map of a desk's incidents shows."""

from msgspec import Struct

from dateline.desk.asking.maps.calendar import Stretch, Unit
from dateline.desk.asking.maps.glance import Glance

__all__ = ["Area", "Shown", "Spot"]


class Spot(Struct, frozen=True, kw_only=True):
    """A place that is known as a point, and how many incidents were there."""

    place: str
    lat: float
    """Degrees, WGS 84."""
    lon: float
    precision: str
    """exact: the place itself; near: somewhere around it."""
    geonames: int | None
    country: str | None
    admin1: str | None
    incidents: int
    times: tuple[tuple[int, int], ...]
    """Numbers of stretches of the map's time, each with how many began in it. What has no time is in none."""
    latest: str
    """Id of the incident there that was last in time."""


class Area(Struct, frozen=True, kw_only=True):
    """A country, a province or another stretch of land or sea in which incidents were, without it being told where."""

    name: str
    precision: str
    """country, admin1 (a province), admin2 (a district) or region (an island, a range of hills, a sea)."""
    country: str | None
    """ISO 3166-1 alpha-3; None of what lies in no one country, such as a sea."""
    admin1: str | None
    geonames: int | None
    lat: float | None
    """Of its middle. It says where to write its name, and never where something was. None for countries."""
    lon: float | None
    incidents: int
    times: tuple[tuple[int, int], ...]
    latest: str


class Shown(Struct, frozen=True, kw_only=True):
    """All incidents that fit, as a map has them, and a page of them in full.

    Each incident is in one spot, in one area, in `nowhere` or in `unfound`, and together these are `total`.
    """

    total: int
    spots: tuple[Spot, ...]
    """Those with most incidents first."""
    areas: tuple[Area, ...]
    nowhere: int
    """Incidents of which no report tells a place."""
    unfound: int
    """Incidents whose place is told, but not which on earth it is."""
    unit: Unit
    """How long the stretches of time are."""
    times: tuple[Stretch, ...]
    """From the first day to the last one without a gap; empty where no incident has a time."""
    long: int
    """Incidents whose time is told less exactly than one stretch; each stands where it begins."""
    timeless: int
    """Incidents of which no time is known, not even the day of a report."""
    page: tuple[Glance, ...]
    notes: tuple[str, ...] = ()
    """How the question was understood, in sentences; where nothing was found, why."""
