"""Looks up places, countries and demonyms in the file that `compile.py` writes when the package is built."""

import os
import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal
from weakref import finalize

from msgspec import Struct

from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer.compile import CAPITALS, VERSION, fold, keys
from dateline.errors import MissingPart

__all__ = ["FILE", "Country", "Gazetteer", "gazetteer"]

FILE = Path(__file__).with_name("gazetteer.sqlite")

_Kind = Literal["city", "admin1", "country", "region", "continent"]
_KINDS: dict[str, _Kind] = {"PCLI": "country", "ADM1": "admin1", "CONT": "continent"}
_MEND = "install Dateline with pip, or run `python hatch_build.py` in its source tree"


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
        finalize(self, self._connection.close)

    def rows(self, query: str, *values: str | int) -> list[Any]:
        """All rows that the query gives."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()


class Gazetteer:
    """Places, countries and demonyms by name. Opens its file on first use; threads and forked processes may share it.

    Every method but the first raises nothing; the first one called raises MissingPart where there is no file.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or FILE
        self._open: _Connection | None = None
        self._cached_places = lru_cache(maxsize=1 << 17)(self._find)
        self._cached_entry = lru_cache(maxsize=1 << 14)(self._entry)
        self._cached_country = lru_cache(maxsize=512)(self._country)
        self._demonyms: dict[str, str | None] | None = None

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Travels to another process as its path."""
        return (Gazetteer, (self._path,))

    def places(self, name: str) -> tuple[PlaceEntry, ...]:
        """Up to 12 places of this name, best first.

        A country, continent or region comes before any city, then the most populous one; a capital counts 30 times
        its people and a state or province as a million. A place that is only sometimes called so (`matched` is
        "alternate") counts a tenth. Capitals and marks do not matter, but acronyms want capitals: "US", "U.S."; "us"
        is no country. Abbreviations want their dot: "Wash.".
        """
        return self._cached_places(name)

    def country_of_demonym(self, word: str) -> str | None:
        """The country (ISO 3166-1 alpha-3) that an adjective or a noun of a people belongs to: "Danish", "Danes".

        None where it belongs to two ("Congolese") or to a region ("European"), and without its capital ("polish").
        A state's or province's people are its country's: "Texan", "Catalan".
        """
        return self._of_demonyms().get(fold(word)) if word[:1].isupper() else None

    def is_demonym(self, word: str) -> bool:
        """Whether the word names the people of a country, a region, or a state or province."""
        return word[:1].isupper() and fold(word) in self._of_demonyms()

    def country(self, iso3: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        return self._cached_country(iso3)

    def capital_of(self, entry: PlaceEntry) -> str | None:
        """The country (alpha-3) whose government sits in this place, so that "Moscow said" may be read as a metonym.

        Seats of government that are not the capital count: The Hague, La Paz.
        """
        return entry.country if entry.feature in CAPITALS else None

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        if self._open is None or self._open.process != os.getpid():
            self._open = _opened(self._path)
        return self._open.rows(query, *values)

    def _find(self, name: str) -> tuple[PlaceEntry, ...]:
        for key in keys(name):
            if found := self._rows("SELECT places FROM name WHERE key = ?", key):
                codes = found[0][0]
                return tuple(
                    self._cached_entry(int.from_bytes(codes[i : i + 3], "big")) for i in range(0, len(codes), 3)
                )
        return ()

    def _entry(self, code: int) -> PlaceEntry:
        """The place of a candidate's code: twice its number, plus one where the name asked for is an alternate one."""
        number, alternate = divmod(code, 2)
        columns = "name, feature, geonames, lat, lon, country, admin1, population"
        ((name, feature, geonames, lat, lon, country, admin1, population),) = self._rows(
            f"SELECT {columns} FROM place WHERE id = ?", number
        )
        return PlaceEntry(
            name=name,
            kind=_KINDS.get(feature, "city" if feature.startswith("PPL") else "region"),
            geonames=geonames,
            lat=lat / 100_000,
            lon=lon / 100_000,
            country=country,
            admin1=admin1,
            feature=feature,
            population=population,
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

    def _of_demonyms(self) -> dict[str, str | None]:
        if self._demonyms is None:
            self._demonyms = dict(self._rows("SELECT key, country FROM demonym"))
        return self._demonyms


def _opened(path: Path) -> _Connection:
    """The file at `path`. Raises MissingPart when it is not there, or no gazetteer of this version."""
    if not path.is_file():
        raise MissingPart(f"no gazetteer at {path}; {_MEND}")
    try:
        connection = _Connection(path)
        ((version,),) = connection.rows("PRAGMA user_version")
    except sqlite3.DatabaseError as error:
        raise MissingPart(f"the gazetteer at {path} cannot be read ({error}); {_MEND}") from error
    if version != VERSION:
        raise MissingPart(f"the gazetteer at {path} has version {version} and not {VERSION}; {_MEND}")
    return connection


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that came with the package, one for the whole process."""
    return Gazetteer()
