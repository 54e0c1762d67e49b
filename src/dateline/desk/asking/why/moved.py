"""Where the reports are of an incident or a story that is no more, as after a judgement made it one with another."""

import re
import sqlite3
from collections.abc import Sequence

from msgspec import json

from dateline.desk.asking.articles.conditions import KEYS
from dateline.desk.asking.judgements.homes import homes
from dateline.desk.storage.transactions import snapshot
from dateline.merging.ids import founder_of

__all__ = ["where_now"]

_ID = re.compile(r"(incident|story)-[0-9a-f]{16}")
_FOUNDERS = {
    "incident": "SELECT CAST(id AS BLOB) FROM facts WHERE id >= 'event-' AND id < 'event.'",
    "story": "SELECT CAST(id AS BLOB) FROM articles",
}
"""All that may have founded one: by the index of ids alone, as bytes, since many are compared."""
_JUDGED = """
SELECT pair."left" FROM judgement_pairs AS pair JOIN judgements ON judgements.key = pair.judgement
WHERE judgements."left" = ?1 OR judgements."right" = ?1
UNION SELECT pair."right" FROM judgement_pairs AS pair JOIN judgements ON judgements.key = pair.judgement
WHERE judgements."left" = ?1 OR judgements."right" = ?1
UNION SELECT "left" FROM judgements WHERE "right" = ?1 UNION SELECT "right" FROM judgements WHERE "left" = ?1
"""
_MOST_TOLD = """
SELECT id FROM {table} WHERE id IN {keys} ORDER BY articles DESC, id
"""


def where_now(connection: sqlite3.Connection, gone: str) -> list[str]:
    """The incidents, or the stories, in which its reports are now, those told most first; empty where nobody can tell.

    That is the one that its founder is in; where there is no founder any more, those of what was judged with it.
    """
    found = _ID.fullmatch(gone)
    if found is None:
        return []
    kind = found[1]
    with snapshot(connection):
        founder = founder_of(gone, (name for (name,) in connection.execute(_FOUNDERS[kind])))
        now = homes(connection, [founder]) if founder else set()
        if not now:
            now = homes(connection, [each for (each,) in connection.execute(_JUDGED, (gone,)) if each])
        return _most_told(connection, kind, sorted(now))


def _most_told(connection: sqlite3.Connection, kind: str, ids: Sequence[str]) -> list[str]:
    """Those of this kind."""
    query = _MOST_TOLD.format(table="incidents" if kind == "incident" else "stories", keys=KEYS)
    return [each for (each,) in connection.execute(query, (json.encode(ids).decode(),))]
