"""Incidents as rows of a table: one value a column, for spreadsheets and data frames."""

from collections.abc import Iterable

from msgspec import Struct

from dateline.desk.asking.rows import Rows
from dateline.merging.outcomes import Count, Incident

__all__ = ["FlatIncident", "flat"]

_NONE = Count()


class FlatIncident(Struct, frozen=True, kw_only=True):
    """An incident without what is nested in it."""

    incident: str
    type: str
    modes: tuple[str, ...]
    title: str
    earliest: str | None
    latest: str | None
    time_precision: str | None
    place: str | None
    geonames: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    killed_low: int | None
    killed_high: int | None
    killed_best: int | None
    wounded_low: int | None
    wounded_high: int | None
    wounded_best: int | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: int
    """How many articles tell of it."""
    independent: int
    disagreements: tuple[str, ...]
    """In sentences."""
    status: str
    confidence: float
    first: str | None
    last: str | None
    story: str | None
    articles: tuple[str, ...]
    facts: tuple[str, ...]


def flat(rows: Rows[Incident]) -> Rows[FlatIncident]:
    """The same incidents, in the same order, as rows of a table."""
    return Rows(FlatIncident, map(_flat, rows), total=rows.total, notes=rows.notes)


def _flat(incident: Incident) -> FlatIncident:
    when, where = incident.when, incident.where
    killed = incident.casualties.get("killed", _NONE)
    wounded = incident.casualties.get("wounded", _NONE)
    return FlatIncident(
        incident=incident.incident,
        type=incident.type,
        modes=incident.modes,
        title=incident.title,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        time_precision=when.precision if when else None,
        place=where.name if where else None,
        geonames=where.geonames if where else None,
        country=where.country if where else None,
        admin1=where.admin1 if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        killed_low=killed.low,
        killed_high=killed.high,
        killed_best=killed.best,
        wounded_low=wounded.low,
        wounded_high=wounded.high,
        wounded_best=wounded.best,
        actors=_names(party.name for party in incident.actors),
        recipients=_names(party.name for party in incident.recipients),
        reports=len(incident.articles),
        independent=incident.independent,
        disagreements=tuple(each.message for each in incident.disagreements),
        status=incident.status,
        confidence=incident.confidence,
        first=incident.first,
        last=incident.last,
        story=incident.story,
        articles=incident.articles,
        facts=incident.facts,
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
