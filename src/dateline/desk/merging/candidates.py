"""Which articles of a desk an article is compared with: those that share keys, the nearest in time where many do."""

import sqlite3
from collections import Counter
from datetime import UTC, datetime

from dateline.desk.merging.packing import MERGING
from dateline.desk.merging.rows import KEYS, keys_cell
from dateline.merging.stories import likeness

__all__ = ["MOST", "NEAREST", "around", "candidates", "minutes"]

NEAREST = 24
"""Articles of one key that are looked at, on each side in time."""
MOST = 32
"""Articles that are compared: those that share most keys."""

_BEFORE = (
    "SELECT article, at FROM report_keys WHERE key = ?1 AND at <= ?2 AND article != ?3 "
    "ORDER BY at DESC, article DESC LIMIT ?4"
)
_AFTER = "SELECT article, at FROM report_keys WHERE key = ?1 AND at > ?2 ORDER BY at, article LIMIT ?4"
_REPORTS = f"SELECT article, report FROM reports WHERE article IN {KEYS} AND version = ?"


def candidates(connection: sqlite3.Connection, article: int, keys: tuple[int, ...], at: int) -> list[bytes]:
    """The packed reports to compare an article with, in a fixed order; `at` is its time in minutes."""
    shared: Counter[int] = Counter()
    away: dict[int, int] = {}
    for key in keys:
        for statement in (_BEFORE, _AFTER):
            for other, its in connection.execute(statement, (key, at, article, NEAREST)):
                shared[other] += 1
                away[other] = abs(its - at)
    ranked = sorted(shared, key=lambda other: (-shared[other], away[other], other))
    return _reports(connection, ranked)


def around(connection: sqlite3.Connection, article: int) -> list[bytes]:
    """The packed reports of articles of its likely stories that an article was not compared with: they share no key,
    and whoever stands between them has brought them together.
    """
    found = connection.execute(_AROUND, (article, likeness.LINE, MOST)).fetchall()
    return _reports(connection, [other for (other,) in found])


_NEAR = """
SELECT "right" AS other FROM story_ties WHERE "left" {} AND score >= ?2 AND verdict != 'different'
UNION SELECT "left" FROM story_ties WHERE "right" {} AND score >= ?2 AND verdict != 'different'
"""
_AROUND = f"""
WITH near (article) AS ({_NEAR.format("= ?1", "= ?1")})
SELECT other FROM ({_NEAR.format("IN (SELECT article FROM near)", "IN (SELECT article FROM near)")}) WHERE other != ?1
    AND NOT EXISTS (SELECT 1 FROM story_ties WHERE "left" = min(?1, other) AND "right" = max(?1, other))
ORDER BY other LIMIT ?3
"""


def _reports(connection: sqlite3.Connection, ranked: list[int]) -> list[bytes]:
    """Of the first `MOST` that this version of merging has met; others are compared when it does."""
    found: list[bytes] = []
    for start in range(0, len(ranked), MOST):
        some = ranked[start : start + MOST]
        packed = dict(connection.execute(_REPORTS, (keys_cell(some), MERGING)).fetchall())
        found += [packed[article] for article in some if article in packed]
        if len(found) >= MOST:
            break
    return found[:MOST]


def minutes(dated: str | None) -> int:
    """A moment in minutes since 1970, for sorting; 0 where there is none, or none that the calendar has."""
    if not dated:
        return 0
    try:
        moment = datetime.fromisoformat(dated)
    except ValueError:
        return _of_a_part(dated)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() // 60)


def _of_a_part(dated: str) -> int:
    """A year, or a month of one."""
    year, _, month = dated[:7].partition("-")
    try:
        return int(datetime(int(year), int(month or 1), 1, tzinfo=UTC).timestamp() // 60)
    except ValueError:
        return 0
