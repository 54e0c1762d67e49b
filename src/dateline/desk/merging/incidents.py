"""The incidents of a desk: which events are in which, and each as all its reports tell it."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from dateline.desk.merging.copying import copies_among, originals
from dateline.desk.merging.groups import EVENTS, regrouped
from dateline.desk.merging.hands import wrong_facts
from dateline.desk.merging.placing import Nodes, free_id, placed
from dateline.desk.merging.rows import KEYS, column, keys_cell, pairs
from dateline.desk.merging.stories import in_time, reports_of
from dateline.merging.copies.sources import sources_of
from dateline.merging.ids import incident_id
from dateline.merging.incidents.incident import incident_of
from dateline.merging.outcomes import Incident
from dateline.merging.parts import Part
from dateline.merging.reports.report import Happening, Report

__all__ = ["settle_incidents"]

_EVENTS = f"SELECT key FROM facts WHERE kind = 'event' AND article IN {KEYS}"
_FACTS = f"SELECT key, id, article FROM facts WHERE key IN {KEYS}"
_ADD = (
    "INSERT INTO incidents (id, scheme, type, status, confidence, title, articles, independent, disagreements, value) "
    "VALUES (?, '', '', '', 0, '', 0, 0, 0, '{}')"
)
_COLUMNS = (
    "scheme", "type", "status", "confidence", "earliest", "latest", '"precision"', "place", "geonames", "lat", "lon",
    "country", "admin1", "title", "first", "last", "articles", "independent", "disagreements", "story", "value",
)  # fmt: skip
_TELL = f"UPDATE incidents SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE key = ?"
_COUNTS = "INSERT INTO incident_casualties VALUES (?, ?, ?, ?, ?)"
_STORIES = f"SELECT article, story, id FROM story_articles JOIN stories ON stories.key = story WHERE article IN {KEYS}"
_OF_ARTICLES = (
    "SELECT incident, group_concat(DISTINCT other.article) FROM incident_facts JOIN facts AS other ON other.key = fact "
    "WHERE incident IN (SELECT incident FROM incident_facts JOIN facts ON facts.key = fact "
    f"WHERE facts.kind = 'event' AND facts.article IN {KEYS}) GROUP BY incident"
)
_MOVE = "UPDATE incidents SET story = ?1, value = json_set(value, '$.story', ?2) WHERE key = ?3"


def settle_incidents(
    connection: sqlite3.Connection,
    articles: Collection[int],
    copied: Collection[int],
    moved: Collection[int],
    former: Mapping[str, int],
) -> None:
    """Groups the events of these articles anew, with those around them, and tells the incidents that this changes.

    Of `copied` articles another one is the source than before, `moved` ones are in another story. `former` has the
    incidents in which facts were that have come in again.
    """
    seeds = column(connection, _EVENTS, keys_cell(articles))
    changed = {*seeds, *column(connection, _EVENTS, keys_cell(copied))}
    found = regrouped(connection, EVENTS, changed, wrong_facts(connection))
    came_back = pairs(connection, f"SELECT key, id FROM facts WHERE id IN {KEYS}", keys_cell(former))
    told = _Telling(connection)
    to_tell, _ = placed(
        connection, EVENTS, found, changed, told.add, {key: former[name] for key, name in came_back.items()}
    )
    told.tell(to_tell)
    _move(connection, moved, set(to_tell))


class _Event(NamedTuple):
    """One report's telling of an incident."""

    article: int
    report: Report
    happening: Happening


class _Telling:
    """Tells incidents by the reports of their facts, which are looked up for many of them at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._events: dict[int, _Event] = {}

    def add(self, facts: Nodes) -> int:
        """The row of a new incident; gives its key."""
        self._look_up(facts)
        events = sorted((self._events[fact] for fact in facts if fact in self._events), key=_order)
        name = free_id(self._connection, EVENTS, [event.happening.fact for event in events], incident_id)
        return self._connection.execute(_ADD, (name,)).lastrowid or 0

    def tell(self, incidents: Mapping[int, Nodes]) -> None:
        """Tells these incidents anew."""
        self._look_up({fact for facts in incidents.values() for fact in facts})
        names = pairs(self._connection, f"SELECT key, id FROM incidents WHERE key IN {KEYS}", keys_cell(incidents))
        articles = {self._events[fact].article for facts in incidents.values() for fact in facts}
        stories = _stories_of(self._connection, articles)
        for key, facts in incidents.items():
            self._tell(key, names[key], [self._events[fact] for fact in facts], stories)

    def _tell(self, key: int, name: str, events: list[_Event], stories: Mapping[int, tuple[int, str]]) -> None:
        story = _most([stories[article] for article in {event.article for event in events} if article in stories])
        incident = incident_of(name, list(self._parts(events)), story and story[1])
        self._connection.execute(_TELL, (*_cells(incident), story and story[0], _json(incident), key))
        self._connection.execute("DELETE FROM incident_casualties WHERE incident = ?", (key,))
        counts = [(key, effect, count.low, count.high, count.best) for effect, count in incident.casualties.items()]
        self._connection.executemany(_COUNTS, counts)

    def _parts(self, events: list[_Event]) -> Iterator[Part]:
        """With the source that each goes back to, whether the first of its copies tells of it or not."""
        articles = originals(self._connection, {event.article for event in events})
        copies = copies_among(self._connection, articles) if len(articles) > 1 else []
        sources = sources_of(in_time(reports_of(self._connection, articles).values()), copies)
        copied = {copy.article: copy.of for copy in sorted(copies, key=lambda copy: (copy.similarity, copy.of))}
        for _, report, happening in events:
            yield Part(report, happening, copied.get(report.article), sources[report.article])

    def _look_up(self, facts: Collection[int]) -> None:
        missing = [fact for fact in facts if fact not in self._events]
        if not missing:
            return
        rows = self._connection.execute(_FACTS, (keys_cell(missing),)).fetchall()
        reports = reports_of(self._connection, {article for _, _, article in rows})
        for fact, name, article in rows:
            report = reports[article]
            happening = next(each for each in report.happenings if each.fact == name)
            self._events[fact] = _Event(article, report, happening)


def _order(event: _Event) -> tuple[str, str, int, str]:
    return event.report.dated or "9", event.report.article, event.happening.start, event.happening.fact


def _most(stories: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The story of most articles; of several the one whose id is the smallest."""
    return max(sorted(set(stories), key=lambda story: story[1]), key=stories.count) if stories else None


def _stories_of(connection: sqlite3.Connection, articles: Collection[int]) -> dict[int, tuple[int, str]]:
    rows = connection.execute(_STORIES, (keys_cell(articles),))
    return {article: (story, name) for article, story, name in rows}


def _cells(incident: Incident) -> tuple[Any, ...]:
    """The cells of an incident's row but for the last two, in the order of `_COLUMNS`."""
    when, where = incident.when, incident.where
    time = (when.earliest, when.latest, when.precision) if when else (None, None, None)
    place = (where.name, where.geonames, where.lat, where.lon, where.country, where.admin1) if where else (None,) * 6
    return (
        incident.scheme, incident.type, incident.status, incident.confidence, *time, *place, incident.title,
        incident.first, incident.last, len(incident.articles), incident.independent, len(incident.disagreements),
    )  # fmt: skip


def _json(incident: Incident) -> str:
    return msgspec.json.encode(incident).decode()


def _move(connection: sqlite3.Connection, articles: Collection[int], told: Collection[int]) -> None:
    """Incidents of articles that are in another story now, but for those that were told just now."""
    found = pairs(connection, _OF_ARTICLES, keys_cell(articles)) if articles else {}
    own = {key: [int(article) for article in listed.split(",")] for key, listed in found.items() if key not in told}
    stories = _stories_of(connection, {article for listed in own.values() for article in listed})
    for key, listed in own.items():
        story = _most([stories[article] for article in listed if article in stories])
        connection.execute(_MOVE, (story and story[0], story and story[1], key))
