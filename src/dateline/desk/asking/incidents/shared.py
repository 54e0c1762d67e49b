"""Which incidents articles and events belong to, and how many other reports tell of them."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.merging.outcomes import Disagreement

__all__ = [
    "Differing", "Gathering", "differing_in", "gatherings_of", "incidents_of_events", "messages", "reports_beside",
]  # fmt: skip

_BESIDE = f"""
SELECT own.article, count(DISTINCT coalesce(copies.of, other.article)) AS reports
FROM events AS own CROSS JOIN incident_facts AS mine ON mine.fact = own.fact
CROSS JOIN incidents ON incidents.key = mine.incident AND incidents.articles > 1
CROSS JOIN incident_facts AS theirs ON theirs.incident = incidents.key
CROSS JOIN events AS other ON other.fact = theirs.fact
LEFT JOIN copies ON copies.article = other.article
WHERE own.article IN {KEYS} GROUP BY own.article, mine.incident
"""
_MANY = f"""
SELECT count(DISTINCT events.article) FROM incident_facts CROSS JOIN events ON events.fact = incident_facts.fact
    WHERE incident_facts.incident = incidents.key AND events.fact NOT IN ({WRONG})"""
_TOLD = f"""
SELECT incidents.key, incidents.id, ({_MANY}) AS reports, incidents.independent, incidents.earliest, incidents.latest,
    incidents."precision", CASE WHEN incidents.disagreements THEN incidents.value END
FROM incidents WHERE incidents.key IN {KEYS}
"""


def reports_beside(connection: sqlite3.Connection, articles: Sequence[int]) -> dict[int, int]:
    """How many other reports tell the event that most reports share with each of these articles; copies count once."""
    found: dict[int, int] = {}
    for article, reports in connection.execute(_BESIDE, (keys_of(articles),)):
        found[article] = max(found.get(article, 0), reports - 1)
    return found


def incidents_of_events(connection: sqlite3.Connection, facts: Sequence[int]) -> dict[int, int]:
    """The incident of each of these events that several articles tell of, by their keys."""
    query = (
        f"SELECT fact, incident FROM incident_facts CROSS JOIN incidents ON incidents.key = incident "
        f"WHERE fact IN {KEYS} AND incidents.articles > 1"
    )
    return dict(connection.execute(query, (keys_of(facts),)))


class Gathering(NamedTuple):
    """An incident as a row beside one of its tellings has it."""

    id: str
    articles: int
    independent: int
    earliest: str | None
    latest: str | None
    precision: str | None
    disagreements: tuple[str, ...]
    """In sentences; what only rose as time went on is none, nor a letter of a name."""


class Differing(Struct):
    """What is read of a disagreement."""

    message: str
    how: str
    minor: bool = False


class _Told(Struct):
    disagreements: tuple[Differing, ...] = ()


def gatherings_of(connection: sqlite3.Connection, incidents: Sequence[int]) -> dict[int, Gathering]:
    """Those of these incidents that several articles tell of, by their keys."""
    rows = connection.execute(_TOLD, (keys_of(sorted(set(incidents))),))
    return {
        key: Gathering(
            name, articles, min(independent, articles), earliest, latest, precision, messages(differing_in(value))
        )
        for key, name, articles, independent, earliest, latest, precision, value in rows
        if articles > 1
    }


def differing_in(value: str | None) -> tuple[Differing, ...]:
    """Where the reports of an incident do not agree, of the incident as JSON."""
    return json.decode(value, type=_Told).disagreements if value else ()


def messages(found: Iterable[Differing | Disagreement]) -> tuple[str, ...]:
    """The same in sentences, without what only rose as time went on, and without a letter of a name."""
    return tuple(each.message for each in found if each.how != "update" and not each.minor)
