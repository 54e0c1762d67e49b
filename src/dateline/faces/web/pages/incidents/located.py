"""Where an incident was, as exactly as it is known and no more: for our map, and as GeoJSON."""

from typing import Any

from msgspec import Struct

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.countries import country_name
from dateline.desk.asking.maps.glance import POINTS
from dateline.faces.web.formats import feature
from dateline.faces.web.pages.incidents.spelling import PLACE_PRECISIONS, place_of
from dateline.merging.outcomes import Incident, Where


class Shown(Struct, frozen=True, kw_only=True):
    """What the map of an incident draws."""

    kind: str
    """point, near (somewhere around it), part (of a country: only its name is written), country."""
    name: str
    caption: str
    lat: float | None
    """Of the point; of a part, where its name is written. None for a country."""
    lon: float | None
    country: str | None
    """Its name, as the gazetteer has it."""
    middle: tuple[float | None, float | None] | None
    """A point within the country, by which the map finds it: latitude, longitude."""


def is_point(where: Where) -> bool:
    """Whether it may be pinned."""
    return where.precision in POINTS and where.lat is not None and where.lon is not None


def shown_on_map(incident: Incident) -> Shown | None:
    """What may be drawn of it; None where nobody knows where it was."""
    where = incident.where
    land = gazetteer().country(where.country) if where and where.country else None
    if where is None or (land is None and not is_point(where)):
        return None
    kind = _kind(where)
    exactly = PLACE_PRECISIONS.get(where.precision or "", "how exactly is not known")
    return Shown(
        kind=kind,
        name=where.name,
        caption=f"{place_of(where.name, where.country)}: {exactly}.",
        lat=None if kind == "country" else where.lat,
        lon=None if kind == "country" else where.lon,
        country=country_name(where.country) if where.country else None,
        middle=(land.place.lat, land.place.lon) if land else None,
    )


def _kind(where: Where) -> str:
    if is_point(where):
        return "near" if where.precision == "near" else "point"
    return "part" if where.precision in ("admin1", "admin2", "region") and where.lat is not None else "country"


def feature_of(incident: Incident) -> dict[str, Any]:
    """A feature (RFC 7946); without a geometry where its place is no point: a country's middle is not where it was."""
    where, when = incident.where, incident.when
    at = (where.lat, where.lon) if where and is_point(where) else (None, None)
    killed = incident.casualties.get("killed")
    told = {
        "incident": incident.incident,
        "type": incident.type,
        "title": incident.title,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "precision": where.precision if where else None,
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "killed_best": killed.best if killed else None,
        "reports": len(incident.articles),
        "independent": incident.independent,
        "disagreements": len(incident.disagreements),
        "status": incident.status,
    }
    return feature(*at, told, incident.incident)
