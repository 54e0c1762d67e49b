"""What stands beside an explanation: what each report tells by itself, words in their sentences, what is near."""

import sqlite3

from msgspec import Struct

from dateline.desk.asking.incidents.incidents import incidents_of
from dateline.desk.asking.judgements.homes import Group, incidents_of_facts, stories_of_articles
from dateline.desk.asking.why.explanation import Explanation
from dateline.desk.asking.why.scenes import Scene, scenes_of
from dateline.desk.asking.why.verbatim import Verbatim, verbatim
from dateline.desk.storage.transactions import snapshot
from dateline.merging.outcomes import Incident

__all__ = ["Details", "details"]

_OF_STORY = """
SELECT incidents.key FROM incidents JOIN stories ON stories.key = incidents.story WHERE stories.id = ?
ORDER BY dated, incidents.key
"""


class Details(Struct, frozen=True, kw_only=True):
    """More of an incident or a story."""

    scenes: dict[str, Scene] = {}
    """Of an incident: what each of its facts tells, by the fact's id."""
    quotes: dict[str, Verbatim] = {}
    """The sentences of the sides of what reports do not agree on, by the first fact of each side."""
    incidents: tuple[Incident, ...] = ()
    """Of a story: the incidents that it tells, in the order of time."""
    near: dict[str, Group] = {}
    """The incidents or stories that were kept apart, by the right end of each tie that leads to them."""


def details(connection: sqlite3.Connection, explained: Explanation) -> Details:
    """More of what an explanation is about; of two ids nothing."""
    ends = [link.right for link in explained.apart]
    with snapshot(connection):
        if incident := explained.incident:
            sides = [side for each in incident.disagreements for side in each.sides if side.facts]
            return Details(
                scenes=scenes_of(connection, incident.facts),
                quotes=verbatim(connection, {side.facts[0]: side.words for side in sides}),
                near=incidents_of_facts(connection, ends),
            )
        if story := explained.story:
            keys = [key for (key,) in connection.execute(_OF_STORY, (story.story,))]
            told = tuple(incidents_of(connection, keys))
            return Details(incidents=told, near=stories_of_articles(connection, ends))
    return Details()
