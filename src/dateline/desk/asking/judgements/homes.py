"""Which incidents, stories or identities ids belong to, for saying what a judgement changed."""

import sqlite3
from collections.abc import Sequence

from msgspec import json

from dateline.desk.asking.articles.conditions import KEYS

__all__ = ["homes"]

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


def homes(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """The ids of the incidents, stories and identities that these are, or are in; of a count, its event's incident."""
    return {name for (name,) in connection.execute(_HOMES, (json.encode(ids).decode(),))}
