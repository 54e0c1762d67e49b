"""Who else is named in the same articles, and which of them together."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of, own_facts
from dateline.desk.asking.who.names import NameKind

__all__ = ["Companion", "Company", "Tie", "company_of"]

MOST = 15
LOOKED_AT = 1000
"""Articles that are counted, the latest ones: more tell hardly more, and would cost a reader's patience."""
_NAMED = f"""
SELECT told.value, identity_facts.identity FROM json_each(?) AS told CROSS JOIN identity_facts
ON identity_facts.fact BETWEEN {own_facts("told.value")}
"""


class Companion(Struct, frozen=True, kw_only=True, gc=False):
    """Somebody, or a place, that articles name beside another."""

    id: str
    name: str
    kind: NameKind
    articles: int
    """How many name both."""


class Tie(Struct, frozen=True, gc=False):
    """Two companions that are named in the same articles, by their ids, and how many articles that are."""

    left: str
    right: str
    articles: int


class Company(Struct, frozen=True, kw_only=True):
    """Those named most beside somebody."""

    named: tuple[Companion, ...]
    ties: tuple[Tie, ...]
    """Between them."""
    counted: int
    """How many of the articles were looked at: the latest ones."""


def company_of(
    connection: sqlite3.Connection,
    articles: Sequence[int],
    own: int | None,
    kinds: Sequence[NameKind] = ("person", "organisation", "place"),
) -> Company:
    """Who stands beside somebody in these articles, given with the latest first; `own` is his own identity."""
    looked_at = articles[:LOOKED_AT]
    beside: dict[int, set[int]] = defaultdict(set)
    for article, identity in connection.execute(_NAMED, (keys_of(looked_at),)):
        beside[identity].add(article)
    beside.pop(own or 0, None)
    known = _known(connection, sorted(beside, key=lambda key: (-len(beside[key]), key)), kinds)
    named = tuple(
        Companion(id=name_id, name=name, kind=kind, articles=len(beside[key])) for key, name_id, name, kind in known
    )
    ids = {key: name_id for key, name_id, _, _ in known}
    return Company(named=named, ties=tuple(_ties(ids, beside)), counted=len(looked_at))


def _known(
    connection: sqlite3.Connection, keys: Sequence[int], kinds: Sequence[NameKind]
) -> list[tuple[int, str, str, NameKind]]:
    """Key, id, name and kind of the first of these that are of the kinds."""
    found: list[tuple[int, str, str, NameKind]] = []
    for at in range(0, len(keys), 4 * MOST):
        part = keys[at : at + 4 * MOST]
        query = f"SELECT key, id, name, kind FROM identities WHERE key IN {KEYS}"
        rows = {row[0]: row for row in connection.execute(query, (keys_of(part),))}
        found += [rows[key] for key in part if key in rows and rows[key][3] in kinds]
        if len(found) >= MOST:
            break
    return found[:MOST]


def _ties(ids: dict[int, str], beside: dict[int, set[int]]) -> Iterable[Tie]:
    for one, other in combinations(ids, 2):
        if many := len(beside[one] & beside[other]):
            yield Tie(ids[one], ids[other], many)
