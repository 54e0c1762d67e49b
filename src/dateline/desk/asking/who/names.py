"""Finding people, organisations and places by name, however they are spelt."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct, json
from rapidfuzz import fuzz

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.name_words import folded_words
from dateline.languages.pack import load
from dateline.names import same_name
from dateline.names.data import titles
from dateline.names.folding import fold, sounds_alike
from dateline.names.tokens import tokens

NameKind = Literal["person", "organisation", "place"]
NAME_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
TABLE_OF: dict[NameKind, str] = {"person": "people", "organisation": "organisations", "place": "places"}
"""Where those are who bear names."""

SURE = 0.75
"""How alike a name must be that does not hold each word that was asked for: "Buch" is not meant by "Bush"."""
_POOL = 500
_MANY = 500
"""Keys in one statement."""


_Row = tuple[int, str]
"""The key of a fact, and its name."""


class Bearer(Struct, frozen=True, gc=False):
    """A fact that bears a name: its key, its kind and the name it goes by in its article."""

    fact: int
    kind: NameKind
    name: str


def named(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind] = NAME_KINDS) -> list[int]:
    """Keys of the facts that bear this name, in order; empty where nobody does.

    A name is found in any spelling and script ("Makhmud", "Mahmud"), by a part of it ("Mahmud" finds Olim Mahmud)
    and by an alias or acronym that the article gives. Of places only the whole name counts ("York" is not New York),
    or what the gazetteer knows as another name of the same place.
    """
    return sorted(fact for _, found in _found(connection, name, kinds) for fact, _ in found)


def bearers(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind] = NAME_KINDS) -> list[Bearer]:
    """The same with their kinds and names."""
    found = [Bearer(fact, kind, shown) for kind, rows in _found(connection, name, kinds) for fact, shown in rows]
    return sorted(found, key=attrgetter("fact"))


def _found(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind]) -> list[tuple[NameKind, list[_Row]]]:
    players = [kind for kind in kinds if kind != "place"]
    found: list[tuple[NameKind, list[_Row]]] = [(kind, _players(connection, name, kind)) for kind in players]
    if "place" in kinds:
        found.append(("place", _places(connection, name)))
    if not any(rows for _, rows in found):
        found = [(kind, _much_alike(connection, name, kind)) for kind in players]
    return found


def meant(connection: sqlite3.Connection, name: str, kinds: Sequence[NameKind] = NAME_KINDS) -> list[Bearer]:
    """Who is likely meant by a name without more: of the kind that most bearers have, and all whose whole name it is.

    So "Brek" means the people called Brek, and not the Brek Foundation, where more articles name them.
    """
    found = bearers(connection, name, kinds)
    many = Counter(bearer.kind for bearer in found)
    main = max(many, key=lambda kind: many[kind], default=None)
    whole = {other for other in {bearer.name for bearer in found} if contained(name, other) and contained(other, name)}
    return [bearer for bearer in found if bearer.kind == main or bearer.name in whole]


def contained(part: str, name: str) -> bool:
    """Whether each word of `part` is a word of the name, in some spelling."""
    ours = [fold(token.plain) for token in tokens(part) if token.plain]
    theirs = [fold(token.plain) for token in tokens(name) if token.plain]
    for word in ours:
        match = next((other for other in theirs if sounds_alike(word, other)), None)
        if match is None:
            return False
        theirs.remove(match)
    return bool(ours)


@lru_cache(8192)
def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without initials, titles and little words, which may be left out; else all."""
    shown = [token for token in tokens(name) if token.plain]
    left_out = titles().particles | titles().front | titles().before
    telling = [token.shown for token in shown if len(token.plain) > 1 and token.plain not in left_out]
    return folded_words(" ".join(telling)) or folded_words(name)


def is_title(name: str) -> bool:
    """Whether it is a title and no more ("President")."""
    known = titles().front | titles().before
    return all(token.plain in known for token in tokens(name))


def spellings(connection: sqlite3.Connection, name: str, kind: NameKind) -> set[str]:
    """The names in the desk that have the same telling words as this one, and may be other spellings of it."""
    words = telling_words(name)
    found = _having(connection, words, kind, "DISTINCT bearer.name")
    return {other for (other,) in found if set(telling_words(other)) == set(words)}


def marks(cells: Sequence[object]) -> str:
    """As many question marks as cells, for a statement."""
    return ", ".join("?" * len(cells))


def _players(connection: sqlite3.Connection, name: str, kind: NameKind) -> list[_Row]:
    """People or organisations of this name."""
    return _who_match(connection, _having(connection, telling_words(name), kind), name, kind)


def _much_alike(connection: sqlite3.Connection, name: str, kind: NameKind) -> list[_Row]:
    """People or organisations in whose names some of the words are, and which are surely the same."""
    words = telling_words(name)
    return _who_match(connection, _having_some(connection, words, kind), name, kind) if len(words) > 1 else []


def _having(
    connection: sqlite3.Connection, words: Sequence[str], kind: NameKind, columns: str = "first.fact, bearer.name"
) -> list[Any]:
    """Those in whose names and aliases all the words are; rows of these columns."""
    first, *others = _rarest_first(connection, words) or [""]
    joins = "".join(
        f" CROSS JOIN name_words AS word{at} ON word{at}.word = ? AND word{at}.fact = first.fact"
        for at in range(len(others))
    )
    return connection.execute(
        f"SELECT {columns} FROM name_words AS first{joins} CROSS JOIN {TABLE_OF[kind]} AS bearer "
        "ON bearer.fact = first.fact WHERE first.word = ?",
        (*others, first),
    ).fetchall()


def _rarest_first(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """The words, those of few facts first; of the frequent ones it does not matter how frequent."""
    count = f"SELECT count(*) FROM (SELECT 1 FROM name_words WHERE word = ? LIMIT {_POOL})"
    many = {word: connection.execute(count, (word,)).fetchone()[0] for word in words} if len(words) > 1 else {}
    return sorted(words, key=lambda word: many.get(word, 0))


def _having_some(connection: sqlite3.Connection, words: Sequence[str], kind: NameKind) -> list[_Row]:
    """Those in whose names some of the words are, first those with most."""
    return connection.execute(
        f"SELECT met.fact, bearer.name FROM (SELECT fact, count(*) AS words FROM name_words WHERE word IN "
        f"({marks(words)}) GROUP BY fact ORDER BY words DESC, fact LIMIT {_POOL}) AS met "
        f"JOIN {TABLE_OF[kind]} AS bearer ON bearer.fact = met.fact",
        tuple(words),
    ).fetchall()


def _who_match(connection: sqlite3.Connection, pool: list[_Row], name: str, kind: NameKind) -> list[_Row]:
    names = {other for _, other in pool}
    likely = names if len(names) < _MANY else {other for other in names if _somewhat_alike(name, other)}
    borne = {other for other in likely if bears(name, other, kind)}
    found = [row for row in pool if row[1] in borne]
    others = {fact: other for fact, other in pool if other not in borne}
    for fact, aliases in _aliases(connection, others):
        if any(bears(name, alias, kind) for alias in aliases):
            found.append((fact, others[fact]))
    return found


def _somewhat_alike(a: str, b: str) -> bool:
    """Whether two names have letters in common, or are of other alphabets, where letters do not tell."""
    return not (a.isascii() and b.isascii()) or fuzz.partial_ratio(a.casefold(), b.casefold()) >= 50


@lru_cache(4096)
def bears(asked: str, name: str, kind: NameKind) -> bool:
    """Whether who is called `name` is meant by the name that was asked for."""
    if kind == "place":
        return _place_name(asked) == _place_name(name) != ()
    return contained(_without_titles(asked), name) or same_name(asked, name, kind).score >= SURE


@lru_cache(64)
def _without_titles(name: str) -> str:
    kept = [token.shown for token in tokens(name) if token.plain not in titles().front | titles().before]
    return " ".join(kept) or name


def _aliases(connection: sqlite3.Connection, facts: Iterable[int]) -> list[tuple[int, tuple[str, ...]]]:
    """The other names that the articles give for these facts."""
    keys, found = list(facts), []
    for at in range(0, len(keys), _MANY):
        part = keys[at : at + _MANY]
        found += connection.execute(
            "SELECT key, json_extract(value, '$.aliases') FROM facts "
            f"WHERE key IN ({marks(part)}) AND instr(value, '\"aliases\":')",
            part,
        ).fetchall()
    return [(key, json.decode(aliases, type=tuple[str, ...])) for key, aliases in found if aliases]


def _places(connection: sqlite3.Connection, name: str) -> list[_Row]:
    pool: list[_Row] = _having(connection, folded_words(" ".join(_place_name(name))), "place")
    borne = {other for other in {other for _, other in pool} if bears(name, other, "place")}
    ids = known_as(name)
    rows = connection.execute(f"SELECT fact, name FROM places WHERE geonames IN ({marks(ids)})", ids)
    return list((dict(row for row in pool if row[1] in borne) | dict(rows)).items())


def known_as(name: str) -> tuple[int, ...]:
    """GeoNames ids of the places of this name: all whose own name it is, and the best one that is also called so."""
    entries = gazetteer().places(name)
    return tuple(
        entry.geonames for at, entry in enumerate(entries) if entry.geonames and (not at or entry.matched == "name")
    )


@lru_cache(4096)
def _place_name(name: str) -> tuple[str, ...]:
    """The words of a place's name without those that say that it is a province: "Lund" of "Lund Province"."""
    plain = tuple(token.plain for token in tokens(name) if token.plain)
    if len(plain) < 2:  # which spares loading the words
        return plain
    return tuple(word for word in plain if word not in _divisions()) or plain


@lru_cache(1)
def _divisions() -> frozenset[str]:
    return frozenset({"of", "the", *load("en").geography.place_kinds["admin1"]})
