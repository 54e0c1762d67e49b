"""Who people, bodies and places of single articles are in all articles."""

import sqlite3
from collections.abc import Sequence

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.who.names import NameKind

__all__ = ["Who", "whos_of"]

_WHO = f"""
SELECT identity_facts.fact, identities.id, identities.kind, identities.name
FROM identity_facts CROSS JOIN identities ON identities.key = identity_facts.identity
WHERE identity_facts.fact IN {KEYS}
"""


class Who(Struct, frozen=True, gc=False):
    """A person, a body or a place that is told of beside another. `id` is None where no article but one knows it."""

    name: str
    kind: NameKind
    id: str | None = None


def whos_of(connection: sqlite3.Connection, facts: Sequence[int]) -> dict[int, Who]:
    """Who these facts are, by their keys; those that are no identity's are left out."""
    rows = connection.execute(_WHO, (keys_of(sorted(set(facts))),))
    return {fact: Who(name, kind, each) for fact, each, kind, name in rows}
