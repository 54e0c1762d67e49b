"""A place of the file to be, what its names weigh, and the places of our own tables."""

from collections.abc import Iterator
from typing import NamedTuple

from .folding import first_keys, fold
from .tables import table, words

CAPITALS = ("PPLC", "PPLG")

# What a name weighs beside others of the same spelling: a country or a region always comes first, a state or province
# counts as a city of 800,000, but as a village where it is called like its capital ("Kandahar", for short); news that
# names a capital means the capital. A county weighs half its people: the town that it is named after comes first.
COUNTRY, REGION, ADMIN1, ADMIN1_ALTERNATE, UNLISTED, CAPITAL, ALTERNATE = 1e12, 1e11, 8e5, 1e4, 2e4, 30.0, 0.03
ADMIN2, FEATURE, FEATURE_ALTERNATE = 0.5, 2e5, 5e4

# How the divisions of a country are called in English news, beside their bare name.
_COUNTY, _DISTRICT, _PROVINCE = ("county {}", "co {}"), ("{} district",), ("{} province",)
_DIVISIONS = {
    "IRL": _COUNTY,
    "GBR": ("{} county", *_COUNTY),
    "USA": ("{} co",),
    "ITA": _PROVINCE,
    "ESP": _PROVINCE,
    "PHL": _PROVINCE,
    "FRA": ("{} department",),
}


class Place(NamedTuple):
    """A row of the file to be; `names` and `alternates` are keys, the weights rank it among its namesakes.

    `extent` is the rough radius in kilometres of what is no point, such as a lake or a range.
    """

    geonames: int | None
    name: str
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    extent: int
    weight: float
    alternate_weight: float
    names: frozenset[str]
    alternates: frozenset[str]


def listed(row: dict[str, str], feature: str, weight: float, alternate_weight: float | None = None) -> Place:
    """The place of a row of one of our tables."""
    return Place(
        geonames=None,
        name=row["name"],
        feature=feature,
        country=row["country"] or None,
        admin1=None,
        admin2=None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        population=0,
        extent=0,
        weight=weight,
        alternate_weight=weight * ALTERNATE if alternate_weight is None else alternate_weight,
        names=first_keys([row["name"]]),
        alternates=first_keys(words(row["aliases"])),
    )


def regions() -> Iterator[Place]:
    """Continents, seas and regions of the world."""
    for row in table("regions.tsv"):
        yield listed(row, row["feature"], REGION)._replace(geonames=int(row["geonames"] or 0) or None)


def divisions() -> Iterator[Place]:
    """Counties, districts and provinces: a country's second-level divisions."""
    for row in table("admin2.tsv"):
        population = int(row["population"])
        place = listed(row, "ADM2", ADMIN2 * population)
        bare = fold([*words(row["aliases"]), row["name"]][0])
        called = {form.format(bare) for form in _DIVISIONS.get(row["country"], _DISTRICT)}
        yield place._replace(admin1=row["admin1"], population=population, names=place.names | called)


def unlisted() -> Iterator[Place]:
    """Towns that the news names and GeoNames' list lacks."""
    return (listed(row, "PPL", UNLISTED, UNLISTED) for row in table("cities.tsv") if row["lat"])


def features() -> Iterator[Place]:
    """Rivers, mountains, airports, squares: what is on the map and no town."""
    for row in table("features.tsv"):
        place = listed(row, row["feature"], FEATURE, FEATURE_ALTERNATE)
        yield place._replace(extent=max(1, round(float(row["extent"]))))
