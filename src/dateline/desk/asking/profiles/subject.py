"""Whom a profile is of: a person, a body or a place in all the articles that name it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from dateline.desk.asking.articles.conditions import KEYS, keys_of
from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.who.names import TABLE_OF, NameKind, meant
from dateline.desk.asking.who.suggestions import suggestions
from dateline.errors import NotInDesk

__all__ = ["Met", "Subject", "subject_of"]

LONGEST = 300
"""Characters of a name; what is longer is nobody's."""
OTHERS = 8
"""Of those who have the name that was asked for, how many are told beside the one that is meant."""
_BORNE = "bearer.fact, bearer.article, bearer.name, bearer.country, {sector}"


class Met(NamedTuple):
    """Somebody as one article names him."""

    fact: int
    article: int
    name: str
    country: str | None
    sector: str | None


class Subject(Struct, frozen=True, kw_only=True):
    """One person, body or place."""

    key: int | None
    """Of its identity; None where it is known by its name alone."""
    id: str | None
    kind: NameKind
    name: str
    met: tuple[Met, ...]
    others: tuple[int, ...] = ()
    """Identities that have the name that was asked for too, those in most articles first."""

    @property
    def facts(self) -> list[int]:
        """The facts that are it, one or more in an article."""
        return [each.fact for each in self.met]

    @property
    def articles(self) -> list[int]:
        """The articles that name it, each once."""
        return list(dict.fromkeys(each.article for each in self.met))


def subject_of(connection: sqlite3.Connection, who: str, kinds: Sequence[NameKind]) -> Subject:
    """Whom an identity's id, the id of a fact, or a name means: of several with the name, who is named most.

    Raises NotInDesk, which says what is near.
    """
    who = who.encode("utf-8", "replace").decode()  # half a character is in no name
    row = connection.execute("SELECT key FROM identities WHERE id = ?", (who,)).fetchone()
    if row:
        return _known(connection, row[0], kinds)
    row = connection.execute("SELECT key, kind FROM facts WHERE id = ?", (who,)).fetchone()
    return _of_fact(connection, who, row, kinds) if row else _called(connection, who, kinds)


def _known(
    connection: sqlite3.Connection, key: int, kinds: Sequence[NameKind], others: tuple[int, ...] = ()
) -> Subject:
    name, kind, given = connection.execute("SELECT name, kind, id FROM identities WHERE key = ?", (key,)).fetchone()
    if kind not in kinds:
        raise NotInDesk(f"{name} ({given}) is no {' or '.join(kinds)}: it is known as {_article(kind)}")
    rows = connection.execute(
        f"SELECT {_borne(kind)} FROM identity_facts CROSS JOIN {TABLE_OF[kind]} AS bearer "
        f"ON bearer.fact = identity_facts.fact WHERE identity_facts.identity = ? AND bearer.fact NOT IN ({WRONG})",
        (key,),
    )
    return Subject(key=key, id=given, kind=kind, name=name, met=_some(map(Met._make, rows)), others=others)


def _of_fact(connection: sqlite3.Connection, given: str, told: tuple[int, str], kinds: Sequence[NameKind]) -> Subject:
    fact, kind = told
    row = connection.execute("SELECT identity FROM identity_facts WHERE fact = ?", (fact,)).fetchone()
    if row:
        return _known(connection, row[0], kinds)
    meant_kind = next((each for each in kinds if each == kind), None)
    if meant_kind is None:
        raise NotInDesk(f"{given!r} is a fact of the kind {kind}, and no {' or '.join(kinds)}")
    return _unknown(connection, [fact], meant_kind)


def _called(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind]) -> Subject:
    if len(name) > LONGEST:
        raise NotInDesk(f"no name has {len(name):,} characters; give an id, or a name")
    bearers = meant(connection, name, kinds)
    if not bearers:
        near = suggestions(connection, name, kinds)
        advice = f"did you mean {' or '.join(near)}?" if near else "a part of the name finds more"
        raise NotInDesk(f"no {' or '.join(kinds)} is called {name!r} in this desk; {advice}")
    facts = keys_of([bearer.fact for bearer in bearers])
    homes = f"SELECT identity, count(*) FROM identity_facts WHERE fact IN {KEYS} GROUP BY identity"
    ranked = sorted(connection.execute(homes, (facts,)), key=lambda row: (-row[1], row[0]))
    if ranked:
        return _known(connection, ranked[0][0], kinds, tuple(key for key, _ in ranked[1 : OTHERS + 1]))
    kind = Counter(bearer.kind for bearer in bearers).most_common(1)[0][0]
    return _unknown(connection, [bearer.fact for bearer in bearers if bearer.kind == kind], kind)


def _unknown(connection: sqlite3.Connection, facts: Sequence[int], kind: NameKind) -> Subject:
    """Those of a name, or of one fact, of whom merging does not know who they are."""
    rows = connection.execute(
        f"SELECT {_borne(kind)} FROM {TABLE_OF[kind]} AS bearer WHERE bearer.fact IN {KEYS} "
        f"AND bearer.fact NOT IN ({WRONG})",
        (keys_of(facts),),
    )
    met = _some(map(Met._make, rows))
    name = Counter(each.name for each in met).most_common(1)[0][0]
    return Subject(key=None, id=None, kind=kind, name=name, met=met)


def _some(told: Iterable[Met]) -> tuple[Met, ...]:
    """What is left of it. Raises NotInDesk where people judged all of it wrong."""
    met = tuple(told)
    if not met:
        raise NotInDesk("all that was read of this name was judged wrong, and nothing else is known of it")
    return met


def _borne(kind: NameKind) -> str:
    return _BORNE.format(sector="NULL" if kind == "place" else "bearer.sector")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
