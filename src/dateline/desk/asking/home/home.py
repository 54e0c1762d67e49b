"""Where an article stands among the others: its versions, story and incidents, and who its people are elsewhere."""

import sqlite3
from typing import Any

import msgspec
from msgspec import Struct

from dateline.desk.asking.why.explanation import Struck, Telling
from dateline.desk.asking.why.reports import struck_in, tellings_of
from dateline.desk.saving.unknown import not_in_desk
from dateline.desk.storage.transactions import snapshot
from dateline.merging.outcomes import Story

__all__ = ["MOST", "Happened", "Home", "Identity", "Read", "home"]

MOST = 30
"""Other reports of a story that are told."""
_IDENTITIES = """
SELECT facts.id, identities.id, identities.kind, identities.name, identity_facts.score FROM facts
JOIN identity_facts ON identity_facts.fact = facts.key JOIN identities ON identities.key = identity_facts.identity
WHERE facts.article = ? ORDER BY facts.key
"""
_HAPPENED = """
SELECT facts.id, incidents.id, incidents.title, incidents.type, incidents.articles, independent, disagreements
FROM facts JOIN incident_facts ON incident_facts.fact = facts.key
JOIN incidents ON incidents.key = incident_facts.incident WHERE facts.article = ? ORDER BY facts.key
"""
_STORY = """
SELECT stories.value FROM story_articles JOIN stories ON stories.key = story_articles.story
WHERE story_articles.article = ?
"""


class Read(Struct, frozen=True):
    """One version of the article: its number, from 1 up, and when it was read (ISO 8601)."""

    number: int
    at: str


class Identity(Struct, frozen=True):
    """Who somebody of the article is in all articles. `score` tells how likely, 0.0 to 1.0."""

    id: str
    kind: str
    """person, organisation, place."""
    name: str
    score: float


class Happened(Struct, frozen=True):
    """The incident that an event of the article is one telling of."""

    id: str
    title: str
    type: str
    articles: int
    """How many tell of it."""
    independent: int
    """Sources that copy no other."""
    disagreements: int


class Home(Struct, frozen=True, kw_only=True):
    """What stands around an article."""

    article: str
    number: int
    """Of its newest version."""
    versions: tuple[Read, ...]
    """The oldest first."""
    read: str
    """When its newest version was read."""
    dated: str | None
    """When it was published, else the dateline's day, else when it was fetched."""
    merged: bool
    """Whether it was compared with the others yet."""
    identities: dict[str, Identity]
    """By the fact of this article."""
    incidents: dict[str, Happened]
    """By the event of this article."""
    story: Story | None
    own: Telling | None
    """The article itself: what it copies, where it does."""
    reports: tuple[Telling, ...]
    """Other articles of its story, those around it in time."""
    wrong: dict[str, Struck]
    """Its facts that people judged wrong."""


def home(connection: sqlite3.Connection, article: str) -> Home:
    """What stands around this article. Raises NotInDesk."""
    with snapshot(connection):
        row = connection.execute(
            "SELECT key, number, dated, read, EXISTS (SELECT 1 FROM reports WHERE reports.article = articles.key) "
            "FROM articles WHERE id = ?",
            (article,),
        ).fetchone()
        if row is None:
            raise not_in_desk(connection, article)
        return _home(connection, article, *row)


def _home(
    connection: sqlite3.Connection, article: str, key: int, number: int, dated: Any, read: str, merged: int
) -> Home:
    story = _story(connection, key)
    told = {each.article: each for each in tellings_of(connection, _around(story, article) if story else [article])}
    own = told.pop(article, None)
    versions = connection.execute("SELECT number, read FROM versions WHERE article = ? ORDER BY number", (key,))
    return Home(
        article=article,
        number=number,
        versions=tuple(Read(*cells) for cells in versions),
        read=read,
        dated=dated,
        merged=bool(merged),
        identities={fact: Identity(*cells) for fact, *cells in connection.execute(_IDENTITIES, (key,))},
        incidents={fact: Happened(*cells) for fact, *cells in connection.execute(_HAPPENED, (key,))},
        story=story,
        own=own,
        reports=tuple(told.values()),
        wrong={each.fact: each for each in struck_in(connection, [article])},
    )


def _story(connection: sqlite3.Connection, key: int) -> Story | None:
    row = connection.execute(_STORY, (key,)).fetchone()
    return msgspec.json.decode(row[0], type=Story) if row and row[0] else None


def _around(story: Story, article: str) -> tuple[str, ...]:
    """The articles of a story nearest to this one, in their order, and itself."""
    at = story.articles.index(article) if article in story.articles else 0
    first = max(0, min(at - MOST // 2, len(story.articles) - MOST - 1))
    return story.articles[first : first + MOST + 1]
