"""Rows of GeoNames' main table, as in allCountries.txt or a country's file; https://download.geonames.org/export/dump."""

from collections.abc import Mapping
from typing import NamedTuple

from dateline.annotation.gazetteer.compiling.folding import place_keys, worth_keeping

MOST_ID = 50_000_000
"""GeoNames counts 13 million; a larger number is no id, and would want memory for every number below it."""
_MOST_PEOPLE = 10**10
_LONGEST_NAME = 200
_COLUMNS = 15
"""Up to the population; GeoNames has 19."""


class Row(NamedTuple):
    """A place of the dump. `country` is ISO 3166-1 alpha-3; None of a sea, or where the code is no country's."""

    geonames: int
    name: str
    ascii: str
    alternates: str
    lat: float
    lon: float
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    natural: bool
    """Whether it is neither a town nor a division (GeoNames' classes P and A)."""

    def names(self) -> frozenset[str]:
        """Keys of its own name, also of the one in plain letters."""
        return place_keys((self.name,) if self.ascii in ("", self.name) else (self.name, self.ascii))

    def others(self) -> frozenset[str]:
        """Keys of its further names in the main table, which do not tell their languages."""
        return place_keys(filter(worth_keeping, self.alternates.split(","))) if self.alternates else frozenset()


def parsed(line: str, iso3: Mapping[str, str]) -> Row | None:
    """The place of a line; None where it is broken. `iso3` gives the alpha-3 code for an alpha-2 code."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) < _COLUMNS or "\0" in line or "\ufffd" in cells[1]:  # neither is of any alphabet
        return None
    try:
        number, lat, lon = int(cells[0]), float(cells[4]), float(cells[5])
        population = int(cells[14] or 0)
    except ValueError:
        return None
    name = cells[1].strip()
    fits = 0 < number <= MOST_ID and -90 <= lat <= 90 and -180 <= lon <= 180 and 0 <= population <= _MOST_PEOPLE
    if not fits or not 0 < len(name) <= _LONGEST_NAME:
        return None
    feature = cells[7] or cells[6]
    admin1 = None if cells[10] in ("", "00") else cells[10]
    return Row(
        number,
        name,
        cells[2],
        cells[3],
        lat,
        lon,
        feature,
        iso3.get(cells[8]),
        admin1,
        cells[11] or None,
        population,
        cells[6] not in ("P", "A"),
    )
