"""Everybody and every place that a desk knows, those named in most articles first."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Literal, TypedDict, get_args

from msgspec import Struct

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.limits import checked_limit, one_of, whole_number
from dateline.desk.asking.question.meant import country_meant
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.who.names import NAME_KINDS, TABLE_OF, NameKind, named
from dateline.desk.asking.who.suggestions import suggestions
from dateline.desk.storage.transactions import snapshot
from dateline.merging.identities.profiles import Profile as Known
from dateline.merging.identities.profiles import unpack

__all__ = ["NameRow", "NamesAsked", "names_known"]

PAGE = 50
POSTS = 2
NameOrder = Literal["articles", "name"]
_MANY = "SELECT identity, count(*) AS facts FROM identity_facts GROUP BY identity"
_ORDERS = {"articles": "facts DESC, name, key", "name": "name COLLATE NOCASE, facts DESC, key"}


class NameRow(Struct, frozen=True, kw_only=True):
    """A person, a body or a place that articles name."""

    id: str
    """Of its identity."""
    kind: NameKind
    name: str
    articles: int
    """How many name it."""
    first: str | None
    """Day of the first of them; None where none tells its day."""
    last: str | None
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-3, or PLOVER's codes for what belongs to no one country; the most frequent one first."""
    sectors: tuple[str, ...]
    """PLOVER codes, one by one."""
    posts: tuple[str, ...]
    """The most frequent ones: "minister of works, Varnia"."""
    spellings: tuple[str, ...]
    """How else it is called."""
    lat: float | None = None
    """Of a place, where it lies."""
    lon: float | None = None


class NamesAsked(TypedDict, total=False):
    """What `names_known` takes beside a name."""

    kind: NameKind | None
    country: str | None
    order: NameOrder
    limit: int | None
    offset: int


def names_known(
    connection: sqlite3.Connection,
    name: str | None = None,
    *,
    kind: NameKind | None = None,
    country: str | None = None,
    order: NameOrder = "articles",
    limit: int | None = PAGE,
    offset: int = 0,
) -> Rows[NameRow]:
    """Who and what is named, a page of it; `total` counts all.

    `name`: in any spelling, or a part of it. `country`: a name or an ISO code, that one of its articles tells. `order`:
    those in most articles first, or by name. Raises BadQuestion.
    """
    kinds = NAME_KINDS if kind is None else (one_of("kind", kind, NAME_KINDS),)
    one_of("order", order, get_args(NameOrder))
    checked_limit(limit)
    where, cells = ["kind IN " + KEYS], [_texts(kinds)]
    with snapshot(connection):
        if name and name.strip():
            where.append(f"key IN (SELECT identity FROM identity_facts WHERE fact IN {KEYS})")
            cells.append(keys_of(named(connection, name, kinds)))
        if country and country.strip():
            where.append(_of_country(kinds))
            cells += [country_meant(country, gazetteer()).iso3] * len(kinds)
        told = f"FROM identities WHERE {' AND '.join(where)}"
        total = connection.execute(f"SELECT count(*) {told}", cells).fetchone()[0]
        page = connection.execute(
            f"SELECT key, id, kind, name, profile FROM ({_MANY}) CROSS JOIN identities ON key = identity "
            f"WHERE {' AND '.join(where)} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            (*cells, -1 if limit is None else limit, whole_number("offset", offset, 0)),
        ).fetchall()
        rows = _rows(connection, page)
        notes = _notes(connection, name, kinds) if name and not total else ()
    return Rows(NameRow, rows, total=total, notes=notes)


def _texts(kinds: Sequence[NameKind]) -> str:
    return "[" + ", ".join(f'"{kind}"' for kind in kinds) + "]"


def _of_country(kinds: Sequence[NameKind]) -> str:
    """That one of its facts has the country."""
    tables = " UNION ALL ".join(f"SELECT fact FROM {TABLE_OF[kind]} WHERE country = ?" for kind in kinds)
    return f"key IN (SELECT identity FROM identity_facts WHERE fact IN ({tables}))"


def _rows(connection: sqlite3.Connection, page: Sequence[Any]) -> list[NameRow]:
    many: dict[int, int] = {}
    for kind, table in TABLE_OF.items():
        keys = keys_of([row[0] for row in page if row[2] == kind])
        many |= connection.execute(
            f"SELECT identity, count(DISTINCT article) FROM identity_facts CROSS JOIN {table} "
            f"ON {table}.fact = identity_facts.fact WHERE identity IN {KEYS} GROUP BY identity",
            (keys,),
        ).fetchall()
    return [_row(unpack(packed), given, kind, name, many.get(key, 0)) for key, given, kind, name, packed in page]


def _row(known: Known, given: str, kind: NameKind, name: str, articles: int) -> NameRow:
    return NameRow(
        id=given,
        kind=kind,
        name=name,
        articles=articles,
        first=known.first,
        last=known.last,
        countries=tuple(known.countries),
        sectors=tuple(known.sectors),
        posts=tuple(known.posts)[:POSTS],
        spellings=tuple(each for each in known.names if each != name),
        lat=known.lat,
        lon=known.lon,
    )


def _notes(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind]) -> tuple[str, ...]:
    near = suggestions(connection, name, kinds)
    return (f"nobody and nothing is called {name!r}; did you mean {' or '.join(near)}?",) if near else ()
