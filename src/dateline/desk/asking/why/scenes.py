"""What single reports tell of an event: when, where, who, in which sentence."""

import sqlite3
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.desk.asking.why.reports import Reports, keys_by_id
from dateline.merging.reports.report import Happening, Report

__all__ = ["Scene", "Spot", "scenes_of"]


class Spot(Struct, frozen=True, kw_only=True):
    """A place as one report has it."""

    name: str
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


class Scene(Struct, frozen=True, kw_only=True):
    """An event as one report tells it, before others are heard."""

    fact: str
    article: str
    type: str
    status: str
    said_by: str | None
    sentence: str
    """The sentence that tells of it first, on one line."""
    earliest: str | None
    latest: str | None
    time_precision: str | None
    places: tuple[Spot, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reason: str | None
    """Why a part of it is empty or doubtful."""


def scenes_of(connection: sqlite3.Connection, facts: Sequence[str]) -> dict[str, Scene]:
    """What each of these events' facts tells, by its id; those of articles that are not merged are left out."""
    reports, found = Reports(connection), dict[str, Scene]()
    for fact, key in keys_by_id(connection, "facts", facts).items():
        if told := reports.telling(key):
            found[fact] = _scene(*told)
    return found


def _scene(report: Report, event: Happening) -> Scene:
    return Scene(
        fact=event.fact,
        article=report.article,
        type=event.type,
        status=event.status,
        said_by=event.said_by,
        sentence=" ".join(event.sentence.split()),
        earliest=event.earliest,
        latest=event.latest,
        time_precision=event.time_precision,
        places=tuple(_spots(report, event.places)),
        actors=_names(report, event.actors),
        recipients=_names(report, event.recipients),
        reason=event.reason,
    )


def _spots(report: Report, places: Sequence[int]) -> Iterator[Spot]:
    for place in dict.fromkeys(places):
        named = report.names[place]
        yield Spot(name=named.name, country=named.country, lat=named.lat, lon=named.lon, precision=named.precision)


def _names(report: Report, parties: Sequence[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.names[party].name for party in parties))
