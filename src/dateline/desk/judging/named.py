"""What an id stands for that a person judges, and what is in it."""

import sqlite3
from typing import Literal, NamedTuple

from dateline.desk.saving.unknown import near_ids
from dateline.errors import NotInDesk

__all__ = ["About", "Named", "named"]

About = Literal["event", "story", "person", "organisation", "place", "fact"]
"""What can be one: events, articles (of one story), names of one kind. Other facts can only be right or wrong."""

_OF_FACTS: dict[str, About] = {
    "event": "event",
    "person": "person",
    "organisation": "organisation",
    "place": "place",
}
_GROUPS = (
    (
        "incidents",
        "SELECT facts.id FROM incident_facts JOIN facts ON facts.key = fact WHERE incident = ? ORDER BY fact",
    ),
    ("stories", "SELECT articles.id FROM story_articles JOIN articles ON key = article WHERE story = ? ORDER BY key"),
    (
        "identities",
        "SELECT facts.id FROM identity_facts JOIN facts ON facts.key = fact WHERE identity = ? ORDER BY fact",
    ),
)


class Named(NamedTuple):
    """An id, and the facts or articles that it stands for."""

    id: str
    about: About
    members: tuple[str, ...]
    is_group: bool
    """Whether it is an incident, a story or an identity."""


def named(connection: sqlite3.Connection, name: str) -> Named:
    """What this id stands for. Raises NotInDesk."""
    fact = connection.execute("SELECT kind FROM facts WHERE id = ?", (name,)).fetchone()
    if fact is not None:
        return Named(name, _OF_FACTS.get(fact[0], "fact"), (name,), False)
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (name,)).fetchone():
        return Named(name, "story", (name,), False)
    for table, members in _GROUPS:
        found = connection.execute(f"SELECT key FROM {table} WHERE id = ?", (name,)).fetchone()
        if found is not None:
            ids = tuple(each for (each,) in connection.execute(members, found))
            return Named(name, _about(connection, table, name), ids, True)
    raise _unknown(connection, name)


def _about(connection: sqlite3.Connection, table: str, name: str) -> About:
    if table == "identities":
        kind: About = connection.execute("SELECT kind FROM identities WHERE id = ?", (name,)).fetchone()[0]
        return kind
    return "event" if table == "incidents" else "story"


def _unknown(connection: sqlite3.Connection, name: str) -> NotInDesk:
    if name.startswith(("incident-", "story-")):
        kind = name.partition("-")[0]
        plural = {"incident": "incidents", "story": "stories"}[kind]
        return NotInDesk(
            f"no {kind} has the id {name!r} (any more); `dateline {plural}` prints the ids that there are, and "
            "`dateline judge undo` with both ids parts again what a judgement made one"
        )
    near = near_ids(connection, name)
    meant = (
        f"did you mean {' or '.join(repr(each) for each in near)}?"
        if near
        else "see `dateline incidents`, which prints ids"
    )
    return NotInDesk(f"no fact, article, incident or story has the id {name!r}; {meant}")
