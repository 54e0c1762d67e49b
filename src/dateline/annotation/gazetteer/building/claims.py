"""Which rows of a dump are places that the package has already, without a GeoNames id.

States, counties, regions, features and some towns of our own tables have none. A row that may be one of them claims
it; when all rows have been read the best claim wins, and the others are places of their own.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import cos, hypot, radians
from typing import NamedTuple

from dateline.annotation.gazetteer.building.dump import Row

_KM = 111.0
"""Kilometres of a degree of latitude."""

_NEAR = {"ADM1": 500, "ADM2": 150, "PPL": 30}
_NEAR_FEATURE, _NEAR_REGION = 100, 1000
_SURELY_ITS_STATE = 200
"""Kilometres between the middles of two states with the same code, so that they are one whatever they are called."""

_FAMILIES = (
    ("MT", "MTS", "PK", "PKS", "HLL", "HLLS", "RDGE", "VLC", "MTSU"),
    ("VAL", "VALS", "GRGE", "CNYN", "RVN", "PASS"),
    ("LK", "LKS", "RSV", "RSVI", "LGN"),
    ("STM", "STMS", "STMI", "WAD", "CNL", "CNLN"),
    ("ISL", "ISLS", "ATOL", "ISLET"),
    ("AIRP", "AIRB", "AIRF", "INSM"),
    ("SEA", "OCN", "GULF", "BAY", "BAYS", "STRT", "CHN"),
    ("RGN", "RGNE", "RGNL", "AREA", "PLAT", "UPLD", "DSRT", "PEN", "PLN"),
)
_FAMILY = {code: family for family in _FAMILIES for code in family}


class Ours(NamedTuple):
    """A place of the package without a GeoNames id."""

    number: int
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    extent: int


class Claims:
    """The places without an id, by name and by the code of their province, and who claims them."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[Ours]] = defaultdict(list)
        self._states: dict[tuple[str | None, str | None], list[Ours]] = defaultdict(list)
        self._claimed: dict[Ours, list[tuple[bool, Row]]] = defaultdict(list)

    def expect(self, ours: Ours) -> None:
        """A place that a row of the dump may be."""
        if ours.feature == "ADM1":
            self._states[ours.country, ours.admin1].append(ours)

    def named(self, ours: Ours, key: str) -> None:
        """One of its names."""
        self._by_key[key].append(ours)

    def claim(self, row: Row, keys: frozenset[str]) -> bool:
        """Whether the row may be one of them; it is kept until `settled` then."""
        for key in keys:
            for ours in self._by_key.get(key, ()):
                if _is_one(ours, row):
                    self._claimed[ours].append((True, row))
                    return True
        if row.feature == "ADM1":
            for ours in self._states.get((row.country, row.admin1), ()):
                if _kilometres(ours, row) < _SURELY_ITS_STATE:
                    self._claimed[ours].append((False, row))
                    return True
        return False

    def settled(self) -> Iterator[tuple[Ours | None, Row]]:
        """Every row that claimed a place: with the place if it is the best of those who did, else with None."""
        for ours, claims in self._claimed.items():
            claims.sort(key=lambda claim: _rank(ours, *claim))
            for place, (_, row) in enumerate(claims):
                yield (None if place else ours), row


def _rank(ours: Ours, named: bool, row: Row) -> tuple[bool, bool, int, float]:
    """Less is better: called so, the same kind of thing, the most people, the nearest."""
    return (not named, row.feature != ours.feature, -row.population, _kilometres(ours, row))


def _is_one(ours: Ours, row: Row) -> bool:
    if ours.country and ours.country != row.country:
        return False
    if ours.feature in ("ADM1", "ADM2"):
        same = ours.feature == row.feature and ours.admin1 in (None, row.admin1)
    elif ours.feature.startswith("PPL"):
        same = row.feature.startswith("PPL")
    else:
        same = ours.feature == row.feature or row.feature in _FAMILY.get(ours.feature, ())
    return same and _kilometres(ours, row) <= _reach(ours)


def _reach(ours: Ours) -> float:
    """How far apart in kilometres two maps may put the same place."""
    if ours.feature in _NEAR:
        return _NEAR[ours.feature]
    return _NEAR_FEATURE + ours.extent if ours.extent else _NEAR_REGION


def _kilometres(ours: Ours, row: Row) -> float:
    """Near enough for distances within a country."""
    east = (row.lon - ours.lon + 180) % 360 - 180
    return _KM * hypot(row.lat - ours.lat, east * cos(radians(ours.lat)))
