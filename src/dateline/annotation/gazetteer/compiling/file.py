"""The SQLite file: its layout, its version, and how it is written.

`place` has a row for every place; `name` gives, for a folded name, its candidates, best first, four bytes each: twice
the place's id, plus one where the name is an alternate one; `country` and `demonym` are small; `about` says what the
file was made of, and how many places of each kind it has. Coordinates are whole hundred-thousandths of a degree,
`extent` is in kilometres.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .kinds import Kind, kind
from .places import Place
from .tables import People

VERSION = 2
"""Of the file's layout; the reader refuses another."""

CANDIDATES = 12
"""Of one name, whatever country and province they lie in; then the best one of each further province."""
MOST_CANDIDATES = 64
CODE = 4
"""Bytes of a candidate."""

SOURCE = "Dateline's own tables and the towns of GeoNames"
"""What the file that comes with Dateline says it was made of."""

TABLES = frozenset(("place", "name", "country", "demonym", "about"))

SCHEMA = f"""
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA user_version = {VERSION};
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
                    admin1 TEXT, admin2 TEXT, lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL,
                    extent INTEGER NOT NULL);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE country (iso3 TEXT PRIMARY KEY, iso2 TEXT NOT NULL, name TEXT NOT NULL, official TEXT NOT NULL,
                      place INTEGER NOT NULL, capital INTEGER) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, country TEXT, region INTEGER) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def coded(candidates: Iterable[tuple[int, object]]) -> bytes:
    """Codes of a name's candidates, best first, each with its province: the best of all, then of each province."""
    chosen: list[int] = []
    provinces: set[object] = set()
    for place, (code, province) in enumerate(candidates):
        if place < CANDIDATES or (province not in provinces and len(chosen) < MOST_CANDIDATES):
            chosen.append(code)
            provinces.add(province)
    return b"".join(code.to_bytes(CODE, "big") for code in chosen)


def about(source: str, made: str, kinds: Mapping[Kind, int], names: int, skipped: int = 0) -> list[tuple[str, str]]:
    """The rows of `about`: from what, when (ISO 8601; empty for the package's own), how much, what was left out."""
    places, told = str(sum(kinds.values())), json.dumps(dict(sorted(kinds.items())))
    counts = {"places": places, "names": str(names), "skipped": str(skipped), "kinds": told}
    return list(({"source": source, "made": made} | counts).items())


def write(
    target: Path, places: Sequence[Place], countries: list[tuple[object, ...]], demonyms: dict[str, People]
) -> None:
    """Writes the file to `target`, the same bytes from the same inputs; replaces what is there in one move."""
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.executescript(SCHEMA)
    marks = ", ".join("?" * 11)
    connection.executemany(f"INSERT INTO place VALUES ({marks})", map(_row, range(1, len(places) + 1), places))
    names = _names(places)
    connection.executemany("INSERT INTO name VALUES (?, ?)", names)
    connection.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", countries)
    connection.executemany("INSERT INTO demonym VALUES (?, ?, ?)", _peoples(places, demonyms))
    kinds = Counter(kind(place.feature, place.extent) for place in places)
    connection.executemany("INSERT INTO about VALUES (?, ?)", about(SOURCE, "", kinds, len(names)))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    unfinished.replace(target)


def _peoples(places: Sequence[Place], demonyms: dict[str, People]) -> Iterable[tuple[str, str | None, int | None]]:
    regions = {place.name: number for number, place in enumerate(places, start=1) if place.country is None}
    return ((word, who.country, regions.get(who.region or "")) for word, who in sorted(demonyms.items()))


def _row(number: int, place: Place) -> tuple[Any, ...]:
    lat, lon = round(place.lat * 1e5), round(place.lon * 1e5)
    return (number, *place[:6], lat, lon, place.population, place.extent)


def _names(places: Sequence[Place]) -> list[tuple[str, bytes]]:
    found: dict[str, list[tuple[float, int, tuple[str | None, str | None]]]] = defaultdict(list)
    for number, place in enumerate(places, start=1):
        province = (place.country, place.admin1)
        for key in place.names:
            found[key].append((-place.weight, 2 * number, province))
        for key in place.alternates - place.names:
            found[key].append((-place.alternate_weight, 2 * number + 1, province))
    # No two candidates have the same code, so that provinces are never compared.
    return [(key, coded((code, province) for _, code, province in sorted(found[key]))) for key in sorted(found)]
