"""Which incidents, stories, identities and articles things belong to."""

import sqlite3
from collections.abc import Sequence

from msgspec import Struct, json

from dateline.desk.asking.articles.conditions import KEYS

__all__ = ["Group", "articles_of", "homes", "incidents_of_facts", "stories_of_articles"]

_GIVEN = KEYS.replace("?", "?1")
_HOMES = f"""
SELECT incidents.id FROM facts LEFT JOIN casualties ON casualties.fact = facts.key
    JOIN incident_facts ON incident_facts.fact = coalesce(casualties.event, facts.key)
    JOIN incidents ON incidents.key = incident_facts.incident WHERE facts.id IN {_GIVEN}
UNION SELECT stories.id FROM articles JOIN story_articles ON story_articles.article = articles.key
    JOIN stories ON stories.key = story_articles.story WHERE articles.id IN {_GIVEN}
UNION SELECT identities.id FROM facts JOIN identity_facts ON identity_facts.fact = facts.key
    JOIN identities ON identities.key = identity_facts.identity WHERE facts.id IN {_GIVEN}
UNION SELECT id FROM incidents WHERE id IN {_GIVEN}
UNION SELECT id FROM stories WHERE id IN {_GIVEN}
UNION SELECT id FROM identities WHERE id IN {_GIVEN}
"""
_INCIDENTS = f"""
SELECT facts.id, incidents.id, incidents.title, incidents.articles FROM facts
JOIN incident_facts ON incident_facts.fact = facts.key JOIN incidents ON incidents.key = incident_facts.incident
WHERE facts.id IN {KEYS}
"""
_STORIES = f"""
SELECT articles.id, stories.id, stories.title, stories.articles FROM articles
JOIN story_articles ON story_articles.article = articles.key JOIN stories ON stories.key = story_articles.story
WHERE articles.id IN {KEYS}
"""
_ARTICLES = f"""
SELECT facts.id, articles.id FROM facts JOIN articles ON articles.key = facts.article WHERE facts.id IN {KEYS}
"""


class Group(Struct, frozen=True):
    """An incident or a story in a line."""

    id: str
    title: str
    articles: int
    """How many tell it."""


def homes(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """The ids of the incidents, stories and identities that these are, or are in; of a count, its event's incident."""
    return {name for (name,) in connection.execute(_HOMES, (json.encode(ids).decode(),))}


def incidents_of_facts(connection: sqlite3.Connection, facts: Sequence[str]) -> dict[str, Group]:
    """The incidents of these events, by the events' ids."""
    return _groups(connection, _INCIDENTS, facts)


def stories_of_articles(connection: sqlite3.Connection, articles: Sequence[str]) -> dict[str, Group]:
    """The stories of these articles, by the articles' ids."""
    return _groups(connection, _STORIES, articles)


def articles_of(connection: sqlite3.Connection, facts: Sequence[str]) -> dict[str, str]:
    """The ids of the articles in which these facts are, by the facts' ids."""
    return dict(connection.execute(_ARTICLES, (json.encode(facts).decode(),)))


def _groups(connection: sqlite3.Connection, query: str, members: Sequence[str]) -> dict[str, Group]:
    rows = connection.execute(query, (json.encode(members).decode(),))
    return {member: Group(name, " ".join(title.split()), articles) for member, name, title, articles in rows}
