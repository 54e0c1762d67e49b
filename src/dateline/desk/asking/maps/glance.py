"""Incidents at a glance: what a sign on a map or a line of a timeline shows of each."""

from msgspec import Struct

from dateline.desk.asking.incidents.shared import messages
from dateline.merging.outcomes import Count, Incident, When, Where

__all__ = ["POINTS", "Glance", "glance"]

POINTS = ("exact", "near")
"""Precisions of a place that is a point; every other one is an area, or nothing that a map has."""
_NONE = Count()
_NOWHERE, _NEVER = Where(name=""), When()


class Glance(Struct, frozen=True, kw_only=True):
    """An incident in a line."""

    incident: str
    type: str
    title: str
    earliest: str | None
    """ISO 8601: the first instant of what is known of its time."""
    latest: str | None
    time_precision: str | None
    reported: str | None
    """When it was first reported: the day that it stands at where its own time is not told."""
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    """Degrees; only where the place is a point, known exactly or nearly. A country has no latitude."""
    lon: float | None
    precision: str | None
    """Of the place: exact, near, admin2, admin1, region, country or unresolved."""
    killed_low: int | None
    killed_high: int | None
    killed_best: int | None
    wounded_low: int | None
    wounded_high: int | None
    wounded_best: int | None
    reports: int
    """How many articles tell of it."""
    independent: int
    """How many of them copy no other."""
    disagreements: tuple[str, ...]
    """In sentences; what only rose as time went on is none, nor a letter of a name."""
    status: str


def glance(incident: Incident) -> Glance:
    """What is shown of an incident."""
    when, where = incident.when or _NEVER, incident.where or _NOWHERE
    killed, wounded = incident.casualties.get("killed", _NONE), incident.casualties.get("wounded", _NONE)
    is_point = where.precision in POINTS
    return Glance(
        incident=incident.incident,
        type=incident.type,
        title=incident.title,
        earliest=when.earliest,
        latest=when.latest,
        time_precision=when.precision,
        reported=incident.first,
        place=where.name or None,
        country=where.country,
        admin1=where.admin1,
        lat=where.lat if is_point else None,
        lon=where.lon if is_point else None,
        precision=where.precision,
        killed_low=killed.low,
        killed_high=killed.high,
        killed_best=killed.best,
        wounded_low=wounded.low,
        wounded_high=wounded.high,
        wounded_best=wounded.best,
        reports=len(incident.articles),
        independent=incident.independent,
        disagreements=messages(incident.disagreements),
        status=incident.status,
    )
