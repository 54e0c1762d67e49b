"""Looks up places, countries and demonyms in the file that `compiling/` writes when the package is built."""

import os
import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import finalize

from msgspec import Struct

from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer.compiling.file import CODE, TABLES, VERSION
from dateline.annotation.gazetteer.compiling.folding import fold, keys
from dateline.annotation.gazetteer.compiling.kinds import kind
from dateline.annotation.gazetteer.compiling.places import CAPITALS
from dateline.errors import MissingPart

__all__ = ["FILE", "Country", "Gazetteer", "gazetteer"]

FILE = Path(__file__).with_name("gazetteer.sqlite")

NOBODY = (None, None)
LARGE_PLACE = 100_000
"""Inhabitants from which a place is known well enough to be no ordinary word in text written in capitals."""

_MAPPED = 1 << 40
"""More bytes than any file has; SQLite maps as much of it as it can."""
_MEND = "install Dateline with pip, or run `python hatch_build.py` in its source tree"
_MEND_OWN = "build it again with `dateline gazetteer build`, or take `gazetteer` out of the settings"


class Country(Struct, frozen=True, kw_only=True):
    """A country or a dependent territory. `iso3` and `iso2` are its codes of ISO 3166-1 (Kosovo: KOS, XK)."""

    iso3: str
    iso2: str
    name: str
    official: str
    place: PlaceEntry
    capital: PlaceEntry | None = None


class _Connection:
    """The file, opened by one process and shared by its threads."""

    def __init__(self, path: Path) -> None:
        self.process = os.getpid()
        self._lock = Lock()
        # Nobody writes the file, so SQLite need neither lock it nor look for a journal.
        address = path.resolve().as_uri() + "?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._connection.execute(f"PRAGMA mmap_size = {_MAPPED}")  # saves a call of the system for every page
        finalize(self, self._connection.close)

    def rows(self, query: str, *values: str | int) -> list[Any]:
        """All rows that the query gives."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()


class Gazetteer:
    """Places, countries and demonyms by name. Opens its file on first use; threads and forked processes may share it.

    Methods raise MissingPart where there is no file, or a broken one, and nothing else.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or FILE
        self._open: _Connection | None = None
        self._cached_places = lru_cache(maxsize=1 << 15)(self._find)
        self._cached_entry = lru_cache(maxsize=1 << 14)(self._entry)
        self._cached_country = lru_cache(maxsize=512)(self._country)
        self._demonyms: dict[str, tuple[str | None, int | None]] | None = None

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Travels to another process as its path."""
        return (Gazetteer, (self.path,))

    def places(self, name: str) -> tuple[PlaceEntry, ...]:
        """Up to 12 places of this name, best first, and behind them the best one of each further province.

        A country, continent or region comes before any city, then the most populous one; a capital counts 30 times
        its people, a state or province as 800,000, a county half its people, a feature of nature as 200,000. A place
        that is only sometimes called so (`matched` is "alternate") counts a thirtieth. Capitals and marks do not
        matter, but acronyms want capitals: "US", "U.S."; "us" is no country. Abbreviations want their dot: "Wash.".
        """
        return self._cached_places(name)

    def is_large(self, name: str) -> bool:
        """Whether text in capitals means a place by this name: a country, a region, a province, or a large town."""
        return any(
            place.is_wide or (place.kind == "city" and place.population >= LARGE_PLACE) for place in self.places(name)
        )

    def about(self) -> dict[str, str]:
        """What the file was made of (`source`), when (`made`), and how many `places`, `names` and `kinds` it has."""
        return dict(self._rows("SELECT key, value FROM about"))

    def country_of_demonym(self, word: str) -> str | None:
        """The country (ISO 3166-1 alpha-3) that an adjective or a noun of a people belongs to: "Danish", "Danes".

        None where it belongs to two ("Congolese") or to a region ("European"), and without its capital ("polish").
        A state's or province's people are its country's: "Texan", "Catalan".
        """
        return self._of_demonyms().get(fold(word), NOBODY)[0] if word[:1].isupper() else None

    def home_of_demonym(self, word: str) -> PlaceEntry | None:
        """The country or the region of the world that the word names the people of: "Danish", "European"."""
        iso3, region = self._of_demonyms().get(fold(word), NOBODY) if word[:1].isupper() else NOBODY
        country = self.country(iso3) if iso3 else None
        return country.place if country else self._cached_entry(2 * region) if region else None

    def is_demonym(self, word: str) -> bool:
        """Whether the word names the people of a country, a region, or a state or province."""
        return word[:1].isupper() and fold(word) in self._of_demonyms()

    def country(self, iso3: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        return self._cached_country(iso3)

    def country_of_domain(self, domain: str) -> Country | None:
        """The country of a top-level domain: "ie", "uk"."""
        code = "GB" if domain == "uk" else domain.upper()
        found = self._rows("SELECT iso3 FROM country WHERE iso2 = ?", code) if len(code) == 2 else []
        return self.country(found[0][0]) if found else None

    def capital_of(self, entry: PlaceEntry) -> str | None:
        """The country (alpha-3) whose government sits in this place, so that "Moscow said" may be read as a metonym.

        Seats of government that are not the capital count: The Hague, La Paz.
        """
        return entry.country if entry.feature in CAPITALS else None

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        if self._open is None or self._open.process != os.getpid():
            self._open = _opened(self.path)
        try:
            return self._open.rows(query, *values)
        except sqlite3.DatabaseError as error:  # a copy that was cut short opens well
            raise _unreadable(self.path, error) from error

    def _find(self, name: str) -> tuple[PlaceEntry, ...]:
        for key in keys(name):
            if found := self._rows("SELECT places FROM name WHERE key = ?", key):
                codes = found[0][0]
                starts = range(0, len(codes), CODE)
                return tuple(self._cached_entry(int.from_bytes(codes[i : i + CODE], "big")) for i in starts)
        return ()

    def _entry(self, code: int) -> PlaceEntry:
        """The place of a candidate's code: twice its number, plus one where the name asked for is an alternate one."""
        number, alternate = divmod(code, 2)
        columns = "name, feature, geonames, lat, lon, country, admin1, admin2, population, extent"
        ((name, feature, geonames, lat, lon, country, admin1, admin2, population, extent),) = self._rows(
            f"SELECT {columns} FROM place WHERE id = ?", number
        )
        return PlaceEntry(
            name=name,
            kind=kind(feature, extent),
            geonames=geonames,
            lat=lat / 100_000,
            lon=lon / 100_000,
            country=country,
            admin1=admin1,
            admin2=admin2,
            feature=feature,
            population=population,
            extent=extent,
            matched="alternate" if alternate else "name",
        )

    def _country(self, iso3: str) -> Country | None:
        found = self._rows("SELECT iso2, name, official, place, capital FROM country WHERE iso3 = ?", iso3)
        if not found:
            return None
        iso2, name, official, place, capital = found[0]
        return Country(
            iso3=iso3,
            iso2=iso2,
            name=name,
            official=official,
            place=self._cached_entry(2 * place),
            capital=None if capital is None else self._cached_entry(2 * capital),
        )

    def _of_demonyms(self) -> dict[str, tuple[str | None, int | None]]:
        if self._demonyms is None:
            rows = self._rows("SELECT key, country, region FROM demonym")
            self._demonyms = {key: (country, region) for key, country, region in rows}
        return self._demonyms


def _opened(path: Path) -> _Connection:
    """The file at `path`. Raises MissingPart when it is not there, or no gazetteer of this version."""
    mend = _mend(path)
    if not path.is_file():
        raise MissingPart(f"no gazetteer at {path}; {mend}")
    try:
        connection = _Connection(path)
        ((version,),) = connection.rows("PRAGMA user_version")
        known = {table for (table,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except (sqlite3.Error, OSError) as error:
        raise _unreadable(path, error) from error
    if version != VERSION:
        raise MissingPart(f"the gazetteer at {path} has version {version} and not {VERSION}; {mend}")
    if TABLES - known:
        raise MissingPart(f"{path} is no gazetteer; {mend}")
    return connection


def _mend(path: Path) -> str:
    return _MEND if path == FILE else _MEND_OWN


def _unreadable(path: Path, error: Exception) -> MissingPart:
    return MissingPart(f"the gazetteer at {path} cannot be read ({error}); {_mend(path)}")


@cache
def _kept(path: Path) -> Gazetteer:
    return Gazetteer(path)


def gazetteer(path: str | Path | None = None) -> Gazetteer:
    """The gazetteer in a file (`Settings.gazetteer`), or else the package's own; one for the whole process."""
    return _kept(Path(path).expanduser().absolute() if path else FILE)
