"""The places of the file to be: those of the package, then those of the dump, and the names of both."""

import sqlite3
from array import array
from collections import Counter
from typing import Any

from dateline.annotation.gazetteer.building.alternates import OtherName
from dateline.annotation.gazetteer.building.claims import Claims, Ours
from dateline.annotation.gazetteer.building.dump import Row
from dateline.annotation.gazetteer.building.runs import Runs
from dateline.annotation.gazetteer.building.weights import extent_of, package_weights, weight_of
from dateline.annotation.gazetteer.compiling.file import CODE
from dateline.annotation.gazetteer.compiling.folding import place_keys
from dateline.annotation.gazetteer.compiling.kinds import Kind, kind
from dateline.annotation.gazetteer.compiling.places import ADMIN1_ALTERNATE, ALTERNATE

_AT_ONCE = 10_000
"""Rows handed to SQLite at once."""
_MARKS = ", ".join("?" * 11)
_WHERE_IT_LIES = "UPDATE place SET admin2 = ?2, admin1 = coalesce(?3, admin1)"
_NO_TOWN = f"{_WHERE_IT_LIES} WHERE id = ?1"
_TOWN = (
    f"{_WHERE_IT_LIES}, feature = iif(feature = 'PPL' AND ?4 LIKE 'PPL%', ?4, feature),"
    "population = iif(population = 0, ?5, population) WHERE id = ?1"
)
_NOTABLE = 500.0
"""Weight from which a place of the dump may be called like an ordinary word: that of a town of so many people."""


class Places:
    """Numbers places as the file does, in arrays, since there are millions; writes them, and hands on their names.

    `connection` is the unfinished file, with the package's file attached as `package`. `other_names`: whether the
    main table's further names count, or somebody hands in better ones with `name`. `ordinary` are words in small
    letters that no hamlet, stream or school is found under: GeoNames has some called Police, or Market.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        runs: Runs,
        *,
        other_names: bool = True,
        ordinary: frozenset[str] = frozenset(),
    ) -> None:
        self.kinds: Counter[Kind] = Counter()
        self.iso3: dict[str, str] = dict(connection.execute("SELECT iso2, iso3 FROM package.country"))
        self._connection, self._runs, self._other_names = connection, runs, other_names
        self._ordinary = ordinary
        self._claims = Claims()
        self._numbers = array("I", [0])  # by GeoNames id
        self._weights, self._alternate_weights = array("f", [0]), array("f", [0])  # by number, as all below
        self._provinces = array("I", [0])
        self._vague = bytearray(1)  # whether it is a feature of the dump: see `_names`
        self._province_numbers: dict[tuple[str | None, str | None], int] = {}
        self._ours: set[int] = set()  # those of the package that are no towns: their names are ours to choose
        self._waiting: list[tuple[Any, ...]] = []
        self._seats: dict[str, int] = {}
        self._take_package()

    def add(self, row: Row) -> None:
        """A row of the dump: a place of the package, or a new one."""
        if row.geonames < len(self._numbers) and (number := self._numbers[row.geonames]):
            self._is_ours(number, row)
            return
        names = row.names()
        if not self._claims.claim(row, names):
            self._add_new(row, names)

    def settle(self) -> None:
        """Places that were claimed get their ids; to be called when all rows have been added."""
        for ours, row in self._claims.settled():
            if ours is None:
                self._add_new(row, row.names())
                continue
            self._remember(row.geonames, ours.number)
            self._connection.execute("UPDATE place SET geonames = ? WHERE id = ?", (row.geonames, ours.number))
            self._is_ours(ours.number, row)
        self._flush()
        self._connection.executemany(
            "UPDATE country SET capital = ? WHERE iso3 = ? AND capital IS NULL",
            [(number, iso3) for iso3, number in self._seats.items()],
        )

    def name(self, other: OtherName) -> bool:
        """A further name; False where it is of no place here."""
        number = self._numbers[other.geonames] if other.geonames < len(self._numbers) else 0
        if number:
            own = other.own and number not in self._ours
            keys = place_keys([other.name])
            self._names(number, keys if own else frozenset(), keys)
        return number > 0

    def _take_package(self) -> None:
        for table in ("place", "country", "demonym"):
            self._connection.execute(f"INSERT INTO main.{table} SELECT * FROM package.{table}")
        weights = [(0.0, 0.0)]
        unknown: dict[int, Ours] = {}
        columns = "id, geonames, feature, country, admin1, lat, lon, population, extent"
        for number, geonames, feature, *rest, extent in self._connection.execute(
            f"SELECT {columns} FROM package.place ORDER BY id"
        ):
            country, admin1, lat, lon, population = rest
            weights.append(package_weights(feature, population, extent, known=geonames is not None))
            town = self._count(feature, extent) == "city"
            own, alternate = weights[-1]
            self._append(own, alternate if town else min(alternate, ADMIN1_ALTERNATE), country, admin1)
            if not town:
                self._ours.add(number)
            if geonames:
                self._remember(geonames, number)
            else:
                unknown[number] = Ours(number, feature, country, admin1, lat / 1e5, lon / 1e5, extent)
                self._claims.expect(unknown[number])
        self._take_names(weights, unknown)

    def _take_names(self, weights: list[tuple[float, float]], unknown: dict[int, Ours]) -> None:
        for key, codes in self._connection.execute("SELECT key, places FROM package.name"):
            for start in range(0, len(codes), CODE):
                code = int.from_bytes(codes[start : start + CODE], "big")
                number, alternate = divmod(code, 2)
                self._runs.add((key,), weights[number][alternate], code, self._provinces[number])
                if number in unknown:
                    self._claims.named(unknown[number], key)

    def _is_ours(self, number: int, row: Row) -> None:
        """A row that the package has: the package's word stands, the dump adds where it lies, and further names."""
        town = number not in self._ours
        where = (number, row.admin2, row.admin1)
        if town:
            self._connection.execute(_TOWN, (*where, row.feature, row.population))
        else:
            self._connection.execute(_NO_TOWN, where)
        own = row.names()
        self._names(number, own if town else frozenset(), self._others(row) | own)

    def _others(self, row: Row) -> frozenset[str]:
        return row.others() if self._other_names else frozenset()

    def _add_new(self, row: Row, names: frozenset[str]) -> None:
        extent = extent_of(row.feature) if row.natural else 0
        weight = weight_of(row.feature, row.population, natural=row.natural)
        self._append(weight, weight * ALTERNATE, row.country, row.admin1, vague=row.natural)
        self._count(row.feature, extent)
        number = len(self._weights) - 1
        self._remember(row.geonames, number)
        if row.feature == "PPLC" and row.country:
            self._seats.setdefault(row.country, number)
        self._waiting.append(
            (
                number, row.geonames, row.name, row.feature, row.country, row.admin1, row.admin2,
                round(row.lat * 1e5), round(row.lon * 1e5), row.population, extent,
            )
        )  # fmt: skip
        if len(self._waiting) >= _AT_ONCE:
            self._flush()
        self._names(number, names, self._others(row))

    def _names(self, number: int, own: frozenset[str], others: frozenset[str]) -> None:
        """Hands on a place's names. A single word is not a stream's or a school's own name to us: it is some
        person's or firm's far more often, so that more must speak for the place.
        """
        weight, province = self._weights[number], self._provinces[number]
        if weight < _NOTABLE:
            own, others = own - self._ordinary, others - self._ordinary
        others = others - own
        if self._vague[number] and (single := frozenset(key for key in own if " " not in key)):
            self._runs.add(single, weight, 2 * number + 1, province)
            own -= single
        if own:
            self._runs.add(own, weight, 2 * number, province)
        if others:
            self._runs.add(others, self._alternate_weights[number], 2 * number + 1, province)

    def _append(
        self, weight: float, alternate: float, country: str | None, admin1: str | None, *, vague: bool = False
    ) -> None:
        self._vague.append(vague)
        self._weights.append(weight)
        self._alternate_weights.append(alternate)
        self._provinces.append(self._province_numbers.setdefault((country, admin1), len(self._province_numbers)))

    def _count(self, feature: str, extent: int) -> Kind:
        found = kind(feature, extent)
        self.kinds[found] += 1
        return found

    def _remember(self, geonames: int, number: int) -> None:
        missing = geonames + 1 - len(self._numbers)
        if missing > 0:
            self._numbers.frombytes(bytes(missing * self._numbers.itemsize))
        self._numbers[geonames] = number

    def _flush(self) -> None:
        self._connection.executemany(f"INSERT INTO place VALUES ({_MARKS})", self._waiting)
        self._waiting.clear()
