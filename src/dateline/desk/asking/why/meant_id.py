"""What an id of a desk stands for."""

import sqlite3
from difflib import get_close_matches
from typing import Literal, NamedTuple

from dateline.errors import NotInDesk

__all__ = ["Meant", "meant_by"]


class Meant(NamedTuple):
    """An incident or a story. `part` is the fact or the article by which it was named, where it was."""

    kind: Literal["incident", "story"]
    key: int
    id: str
    part: str | None = None
    """An event's or an article's id."""


def meant_by(connection: sqlite3.Connection, given: str) -> Meant:
    """The incident or the story of this id; of a fact's id its incident, of an article's its story.

    Raises NotInDesk, which says what else the id is, or which ids are like it.
    """
    for kind, table in (("incident", "incidents"), ("story", "stories")):
        if row := connection.execute(f"SELECT key, id FROM {table} WHERE id = ?", (given,)).fetchone():
            key, name = row
            return Meant(kind, key, name)  # type: ignore[arg-type]
    of_fact = (
        "SELECT incidents.key, incidents.id FROM facts JOIN incident_facts ON incident_facts.fact = facts.key "
        "JOIN incidents ON incidents.key = incident_facts.incident WHERE facts.id = ?"
    )
    if row := connection.execute(of_fact, (given,)).fetchone():
        return Meant("incident", row[0], row[1], given)
    of_article = (
        "SELECT stories.key, stories.id FROM articles JOIN story_articles ON story_articles.article = articles.key "
        "JOIN stories ON stories.key = story_articles.story WHERE articles.id = ?"
    )
    if row := connection.execute(of_article, (given,)).fetchone():
        return Meant("story", row[0], row[1], given)
    raise NotInDesk(_nowhere(connection, given))


def _nowhere(connection: sqlite3.Connection, given: str) -> str:
    if row := connection.execute("SELECT kind FROM facts WHERE id = ?", (given,)).fetchone():
        if row[0] != "event":
            return f"{given!r} is a fact of the kind {row[0]}, which is in no incident; give an event, or an incident"
        return f"the event {given!r} is in no incident: it was judged wrong, or its article is not merged yet"
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (given,)).fetchone():
        return f"the article {given!r} is in no story yet; `dateline merge --desk` puts together what the desk has"
    begin = given[: max(4, len(given) - 3)]
    rows = connection.execute(
        "SELECT id FROM incidents WHERE id >= ? AND id < ? UNION ALL SELECT id FROM stories WHERE id >= ? AND id < ? "
        "LIMIT 500",
        (begin, begin + "\U0010ffff") * 2,
    )
    near = get_close_matches(given, [each for (each,) in rows], n=3, cutoff=0.8)
    like = f"; did you mean {' or '.join(near)}?" if near else "; `dateline incidents` and `dateline stories` print ids"
    return f"nothing in the desk has the id {given!r}{like}"
