"""Events that several articles tell of, each telling with its incident and the time that they tell together."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec.structs import replace

from dateline.desk.asking.incidents.shared import Gathering, gatherings_of, incidents_of_events
from dateline.desk.asking.told import Told
from dateline.values import Precision

__all__ = ["gathered"]


def gathered(connection: sqlite3.Connection, told: Sequence[Told]) -> Iterator[Told]:
    """These events; those of one incident have its key and its time."""
    homes = incidents_of_events(connection, [each.fact for each in told])
    incidents = gatherings_of(connection, list(homes.values()))
    for each in told:
        home = homes.get(each.fact)
        yield each if home is None or home not in incidents else _timed(replace(each, incident=home), incidents[home])


def _timed(told: Told, incident: Gathering) -> Told:
    if not (incident.earliest or incident.latest):
        return told
    return replace(
        told,
        earliest=incident.earliest or incident.latest,
        latest=incident.latest or incident.earliest,
        precision=next((each for each in get_args(Precision) if each == incident.precision), told.precision),
        timed_by="fact",
    )
