"""What the facts of somebody, or of a place, are part of: events, posts taken and left, charges."""

import sqlite3
from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.told import Told, What, told
from dateline.desk.asking.who.territories import Division

_PARTIES = f"SELECT event FROM event_parties WHERE party IN {KEYS}"
_PLACES = f"SELECT event FROM event_places WHERE place IN {KEYS}"
_WITHIN = "SELECT event FROM event_places CROSS JOIN places ON places.fact = event_places.place WHERE country = ?"
"""A desk has far fewer places of events than places."""
_EVENTS = """
SELECT events.fact, events.article, articles.version, events.start, events."end", events.earliest, events.latest,
    moments."precision", articles.dated
FROM events CROSS JOIN articles ON articles.key = events.article LEFT JOIN moments ON moments.fact = events.moment
"""
_POSTS = """
SELECT roles.since IS roles.until, roles.fact, roles.article, articles.version, spans.start, spans."end",
    moments.earliest, moments.latest, moments."precision", articles.dated
FROM roles CROSS JOIN articles ON articles.key = roles.article CROSS JOIN moments ON moments.fact = roles.{time}
LEFT JOIN spans ON spans.fact = roles.fact AND spans.number = 0
"""
_CHARGES = """
SELECT charges.fact, charges.article, articles.version, spans.start, spans."end", NULL, NULL, NULL, articles.dated
FROM charges CROSS JOIN articles ON articles.key = charges.article
LEFT JOIN spans ON spans.fact = charges.fact AND spans.number = 0
"""


def events_of(connection: sqlite3.Connection, keys: Sequence[int], inside: Sequence[Division]) -> Iterator[Told]:
    """Events in which one of these takes part, that were at one of them, or at a place within these divisions."""
    parts, cells = [_PARTIES, _PLACES], [keys_of(keys)] * 2
    for country, admin1 in inside:
        parts.append(_WITHIN + (" AND admin1 = ?" if admin1 else ""))
        cells += [country, admin1] if admin1 else [country]
    where = f"WHERE events.fact IN ({' UNION '.join(parts)}) AND events.fact NOT IN ({WRONG})"
    return told("event", connection.execute(_EVENTS + where, cells))


def posts_of(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Told]:
    """Posts of these people, or in these bodies, when they were taken and left, where an article tells that."""
    where = f"WHERE (roles.person IN {KEYS} OR roles.organisation IN {KEYS}) AND roles.fact NOT IN ({WRONG})"
    times: tuple[tuple[What, str], ...] = (("post taken", "since"), ("post left", "until"))
    for what, time in times:
        rows = connection.execute(_POSTS.format(time=time) + where, [keys_of(keys)] * 2)
        yield from told(what, (_with_end(what, *row) for row in rows))


def _with_end(what: What, held_between: int, *row: Any) -> tuple[Any, ...]:
    """The row of a post with the first or the last year, month or day of "from 2009 to 2013"."""
    *cells, earliest, latest, precision, dated = row
    if held_between and earliest and latest:
        ends = _first(earliest, precision) if what == "post taken" else _last(latest, precision)
        return (*cells, *ends, precision, dated)
    return row


def _first(earliest: str, precision: str) -> tuple[str, str]:
    if precision == "year":
        return earliest, f"{earliest[:4]}-12-31"
    if precision == "month":
        return earliest, f"{earliest[:7]}-{monthrange(int(earliest[:4]), int(earliest[5:7]))[1]:02}"
    return earliest, earliest


def _last(latest: str, precision: str) -> tuple[str, str]:
    return {"year": f"{latest[:4]}-01-01", "month": f"{latest[:7]}-01"}.get(precision, latest), latest


def charges_of(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Told]:
    """Charges against these, by them, or before them; they have no time but their articles'."""
    where = " OR ".join(f"charges.{column} IN {KEYS}" for column in ("accused", "accuser", "court"))
    cells = [keys_of(keys)] * 3
    return told("charge", connection.execute(f"{_CHARGES}WHERE ({where}) AND charges.fact NOT IN ({WRONG})", cells))
