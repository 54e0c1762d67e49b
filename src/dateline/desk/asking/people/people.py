"""Who is named in a desk's articles: people, or bodies, with their posts and how often they are told of."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from typing import TypedDict, get_args

from msgspec import Struct

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.limits import checked_limit, one_of
from dateline.desk.asking.people.encounters import Encounters, PlayerKind
from dateline.desk.asking.people.posts import posts_of
from dateline.desk.asking.question import days
from dateline.desk.asking.question.meant import country_meant
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.who.names import bearers, is_title, spellings
from dateline.desk.asking.who.namesakes import Bearers, may_be_several, told_apart
from dateline.desk.storage.transactions import snapshot

PAGE = 20


class PersonRow(Struct, frozen=True, kw_only=True):
    """A person, or a body, that articles name."""

    name: str
    """As it is spelt most often."""
    kind: PlayerKind
    articles: int
    """How many name them."""
    first: str | None
    """Day of the first of these articles; None where none tells its day."""
    last: str | None
    """Day of the last one."""
    posts: tuple[str, ...] = ()
    """Posts and ranks that articles tell, current ones first: "minister of works, Varnia (former)"."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3, or PLOVER's codes for what belongs to no country; the most frequent one first."""
    sectors: tuple[str, ...] = ()
    """PLOVER sector codes side by side, the most frequent ones first."""
    statements: int = 0
    """How many statements they make."""
    events: int = 0
    """How many events they take part in."""
    spellings: tuple[str, ...] = ()
    """How else their name is spelt."""
    may_be_several: bool = False
    """The name is a single word, and nothing tells whether all the articles mean the same person."""


class PeopleAsked(TypedDict, total=False):
    """What `people` takes beside a name."""

    kind: PlayerKind
    country: str | None
    sector: str | None
    since: str | date | None
    until: str | date | None
    limit: int | None


def people(
    connection: sqlite3.Connection,
    name: str | None = None,
    *,
    kind: PlayerKind = "person",
    country: str | None = None,
    sector: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = PAGE,
) -> Rows[PersonRow]:
    """Who is named, those in most articles first.

    Facts of different articles stand in one row where their names are one beyond doubt and no country contradicts;
    namesakes of two countries are two rows. It is no merging: who is called by the surname alone in an article stands
    in a row of his own, and two namesakes of whom no country is told share one.

    `name`: in any spelling, or a part of it. `country`: a name or an ISO code; `sector`: a PLOVER code. `since` and
    `until` are about the articles' days, and then all numbers are of these articles. `limit`: None for all.
    Raises BadQuestion.
    """
    one_of("kind", kind, get_args(PlayerKind))
    checked_limit(limit)
    asked = Encounters(connection, kind, *days.bounds(since, until))
    code = country_meant(country, gazetteer()).iso3 if country else None
    wanted = sector.strip().upper() if sector else None
    with snapshot(connection):
        rows = _found(asked, name, code, wanted, limit)
        return Rows(PersonRow, rows, notes=() if rows or not wanted else _no_such_sector(asked, wanted))


def _found(
    asked: Encounters, name: str | None, country: str | None, sector: str | None, limit: int | None
) -> list[PersonRow]:
    def fits(one: Bearers) -> bool:
        told = name is not None or asked.kind != "person" or not is_title(one.names[0])
        return told and _wanted(one, country, sector)

    most = None if limit is None else limit + limit // 4 + 1  # facts are counted here, articles below
    if name is not None:
        found = _most_told(asked, _borne(asked.connection, name, asked.kind), fits, most)
    else:
        found = _most_told(asked, asked.frequent(country, sector, limit), fits, most)
        if most is not None:  # rare spellings of them are not among the frequent names
            spelt = [spellings(asked.connection, one.names[0], asked.kind).union(one.names) for one in found]
            found = _most_told(asked, sorted(set().union(*spelt)), fits, most)
    rows = _rows(asked, found)
    rows.sort(key=lambda row: (-row.articles, row.name))
    return rows[:limit]


def _most_told(
    asked: Encounters, names: Sequence[str], fits: Callable[[Bearers], bool], most: int | None
) -> list[Bearers]:
    """Those who bear these names and fit, those of most facts first."""
    found = sorted(filter(fits, told_apart(asked.met(names), asked.kind)), key=lambda one: (-one.facts, one.names))
    return list(islice(filter(asked.is_named, found), most))


def _no_such_sector(asked: Encounters, sector: str) -> list[str]:
    """What to say of a sector of which nobody is."""
    known = asked.sectors()
    there = f"; there are {', '.join(known)}" if known else ""
    return [] if sector in known else [f"nobody is of the sector {sector!r}{there}"]


def _rows(asked: Encounters, found: Sequence[Bearers]) -> list[PersonRow]:
    told = asked.articles(found)
    statements, events, posts = asked.statements(found), asked.events(found), asked.posts(found)
    return [
        PersonRow(
            name=one.names[0],
            kind=asked.kind,
            articles=told[at].many,
            first=told[at].first,
            last=told[at].last,
            posts=posts_of(posts.get(at, ())),
            countries=one.countries,
            sectors=one.sectors,
            statements=statements.get(at, 0),
            events=events.get(at, 0),
            spellings=one.names[1:],
            may_be_several=may_be_several(one, asked.kind),
        )
        for at, one in enumerate(found)
    ]


def _borne(connection: sqlite3.Connection, name: str, kind: PlayerKind) -> list[str]:
    return list(dict.fromkeys(bearer.name for bearer in bearers(connection, name, (kind,))))


def _wanted(one: Bearers, country: str | None, sector: str | None) -> bool:
    return (country is None or country in one.countries) and (
        sector is None or any(sector in codes for codes in one.sectors)
    )
